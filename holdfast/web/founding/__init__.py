"""The tour: what inspectors found in four councils, row by row, and what of it opens on a page here today."""
