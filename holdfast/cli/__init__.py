"""The command line: read an extract, say what is due and why. The only floor that looks at the clock."""
