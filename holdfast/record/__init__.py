"""The record: every child's journey as dated facts, one child at a time or as columns. Pure."""
