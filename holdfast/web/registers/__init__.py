"""The registers' pages: all of them as one table, and each by name, worst clock first."""
