"""Whose turn it is to write: one at a time, so that no two take the same number."""

from django.db import connection


def take_turn(table: str) -> None:
    """Within a transaction: wait until nobody else writes to the chain of this table; it is ours until the end.

    SQLite has one writer anyway. On PostgreSQL it is a lock by name and not on the table: the pages' account may add
    rows and no more, and to lock a table one has to be allowed to change it.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock(hashtext('holdfast {table}'))")
