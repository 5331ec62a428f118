"""The commands that need the database."""
