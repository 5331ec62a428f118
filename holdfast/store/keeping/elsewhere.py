"""Another database behind the connection for a while: one that stands still, or an empty one that is thrown away.

Everything in the store asks the one connection, so whoever puts another in its place needs no second way to ask.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import DatabaseError, connection, connections, transaction
from django.db.utils import load_backend

from holdfast.store.keeping.sealed import BackupRefused

SQLITE = "django.db.backends.sqlite3"
TEMPLATE = "template1"
"""What PostgreSQL makes a database from unless it is told otherwise."""

FLEETING = {"init_command": "PRAGMA synchronous=OFF;"}
"""A database that is thrown away need not wait for the disk."""


@contextmanager
def as_it_stands() -> Iterator[None]:
    """The database as it is at this moment, whatever is written meanwhile; no writer waits for whoever reads."""
    if connection.in_atomic_block:
        yield
        return
    other = connections["default"].copy()
    if other.vendor == "sqlite":
        # A transaction that is immediate keeps every writer waiting; one that begins with reading keeps none.
        other.settings_dict["OPTIONS"] = {**other.settings_dict["OPTIONS"], "transaction_mode": "DEFERRED"}
    with _connected_to(other), transaction.atomic():
        if other.vendor == "postgresql":
            with other.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def empty_database(vendor: str) -> Iterator[None]:
    """An empty database of this kind, gone afterwards; BackupRefused where the server allows none."""
    if vendor == "sqlite":
        with TemporaryDirectory(prefix="holdfast-drill-") as folder, _connected_to(_sqlite(Path(folder))):
            yield
        return
    name = f"holdfast_drill_{os.getpid()}"
    before: Any = connections["default"]
    try:
        with before._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{TEMPLATE}"')
    except DatabaseError as error:
        words = "The server allows no database to rehearse in: give the database's user the right to make one"
        raise BackupRefused(f"{words} (CREATEDB). It said: {error}") from None
    other = before.copy()
    other.settings_dict["NAME"] = name
    try:
        with _connected_to(other):
            yield
    finally:
        with before._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def _sqlite(folder: Path) -> Any:
    settings = dict(connections["default"].settings_dict)
    settings |= {"ENGINE": SQLITE, "NAME": str(folder / "drill.sqlite3"), "OPTIONS": FLEETING, "CONN_MAX_AGE": 0}
    return load_backend(SQLITE).DatabaseWrapper(settings, "default")


@contextmanager
def _connected_to(other: Any) -> Iterator[None]:
    before = connections["default"]
    connections["default"] = other
    try:
        yield
    finally:
        other.close()
        connections["default"] = before
