"""What a worker does to a child's record: one file for each act, and one door through which all of them are saved."""
