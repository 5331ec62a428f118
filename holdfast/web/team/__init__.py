"""The teams, and the children of each in six stations: a line of sight that a manager reads across."""
