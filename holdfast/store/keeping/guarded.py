"""The triggers of the record, off while a backup is loaded and on again after, and which of them are missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from holdfast.store.keeping.contents import DRAFTS, kept_tables
from holdfast.store.models import FactRow

_THERE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT t.tgname, '' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n "
    "ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND n.nspname = current_schema()",
}


@contextmanager
def unguarded() -> Iterator[None]:
    """The tables without their triggers; to be used in a transaction, which brings them back where it fails.

    What stands afterwards is what stood before, to the letter: on SQLite each trigger is made again from its own
    text, and PostgreSQL only stops asking them for a while.
    """
    if connection.vendor == "postgresql":
        _each_table('ALTER TABLE "{}" DISABLE TRIGGER USER')
        yield
        _each_table('ALTER TABLE "{}" ENABLE TRIGGER USER')
        return
    before = _there()
    for name in before:
        _run(f'DROP TRIGGER "{name}"')
    yield
    for text in before.values():
        _run(text)


def missing_guards() -> list[str]:
    """The triggers that must stand on the tables of this database and do not, or are switched off."""
    there = _there()
    return [name for name in _wanted() if name not in there]


def _wanted() -> Iterator[str]:
    names = ["never_changed", "never_deleted", "in_order"]
    names += ["never_emptied"] if connection.vendor == "postgresql" else []
    for table, model in kept_tables().items():
        if table == DRAFTS:
            continue
        once = connection.vendor == "sqlite" and issubclass(model, FactRow)
        yield from (f"{table}_{name}" for name in (*names, *(["replaced_once"] if once else [])))


def _there() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(_THERE[connection.vendor])
        return dict(cursor.fetchall())


def _each_table(statement: str) -> None:
    for table in kept_tables():
        _run(statement.format(table))


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
