"""The measures: what each asks, twelve months of it as a picture with its table, and the list behind each month."""
