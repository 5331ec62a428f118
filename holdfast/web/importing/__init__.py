"""Reading a file on a page: what is in it, what would change, then taking it in."""
