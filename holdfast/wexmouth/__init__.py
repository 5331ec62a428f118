"""Wexmouth, an invented council. Nobody in it is a real person."""
