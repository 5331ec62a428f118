"""The council's page, the points of its line, and its inspection findings."""
