"""One command to a module, under its own name."""
