"""The ten monthly measures: a figure for each month, and always the list of children behind it."""
