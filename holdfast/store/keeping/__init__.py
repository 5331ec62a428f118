"""Backups of the whole record in one sealed file, the same for both databases, and the way back out of one."""
