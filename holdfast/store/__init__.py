"""The record as a database keeps it: typed tables, one for each noun, that are only ever added to."""
