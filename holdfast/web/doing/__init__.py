"""Doing something to a child's record: forms that lose nothing, and drafts that the server keeps."""
