"""The Monday page: who needs a decision this week, by name: what, since when, whom to ask, what would close it."""
