"""The improvement plan on one page, and one objective of it."""
