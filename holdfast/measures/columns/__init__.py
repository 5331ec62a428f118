"""The measures' sums, for every child at once."""
