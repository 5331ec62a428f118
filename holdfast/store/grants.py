"""What the pages' own account may do on PostgreSQL: read, add, and nothing that alters what is on record.

Whoever owns the tables can take their triggers away. So the pages need not be the owner: an account of theirs is given
these rights and no others, and the catalogue is asked whether it has more by any other way: as a superuser, as a member
of the owner's role, by what everybody may do. SQLite has no accounts; there the triggers stand alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from holdfast.store.models import Draft

READ, ADD = ("SELECT",), ("SELECT", "INSERT")
FREELY = ("SELECT", "INSERT", "UPDATE", "DELETE")
EVERY = (*FREELY, "TRUNCATE", "REFERENCES", "TRIGGER")
BY_COLUMN = frozenset({"SELECT", "INSERT", "UPDATE", "REFERENCES"})
"""Rights that may also be given on one column alone."""

HOST = ("pg_write_server_files", "pg_execute_server_program", "pg_write_all_data")
"""Roles of the server itself whose members may write everywhere, or into its own files."""


SCHEMAS = """SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND
(has_schema_privilege(%(role)s, oid, 'CREATE') OR pg_has_role(%(role)s, nspowner, 'MEMBER')) ORDER BY nspname"""
"""The schemas in which a role may make something: its table by the name of one of ours could be taken for ours."""


class CannotGrant(Exception):
    """The account cannot be one of the pages; the words say why."""


def rights() -> Mapping[str, tuple[str, ...]]:
    """What the pages need of each table, by its name."""
    record = {model._meta.db_table: ADD for model in apps.get_app_config("store").get_models()}
    migrations = MigrationRecorder.Migration._meta.db_table
    return {**record, Draft._meta.db_table: FREELY, migrations: READ}


def give(role: str) -> None:
    """Take every right from the role, then give it those that the pages need; CannotGrant where it is no such role.

    Nobody but the owner may make anything in the database any more, be it for a while: a table of somebody's own, by
    the name of one of ours, would stand before ours where a trigger asks.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        _check(cursor, role)
        quoted = connection.ops.quote_name(role)
        everybody = f"PUBLIC, {quoted}"
        here, database = _one(cursor, "SELECT current_schema()"), _one(cursor, "SELECT current_database()")
        schema = connection.ops.quote_name(here)
        for what in ("TABLES", "SEQUENCES"):
            cursor.execute(f"REVOKE ALL ON ALL {what} IN SCHEMA {schema} FROM {everybody}")
        cursor.execute(f"REVOKE CREATE ON SCHEMA {schema} FROM {everybody}")
        cursor.execute(f"REVOKE CREATE, TEMPORARY ON DATABASE {connection.ops.quote_name(database)} FROM {everybody}")
        cursor.execute(f"GRANT USAGE ON SCHEMA {schema} TO {quoted}")
        for table, some in rights().items():
            cursor.execute(f"GRANT {', '.join(some)} ON {connection.ops.quote_name(table)} TO {quoted}")


def _check(cursor: Any, role: str) -> None:
    if not _one(cursor, "SELECT count(*) FROM pg_roles WHERE rolname = %s", role):
        raise CannotGrant(
            f"There is no account {role}. Make it first, as whoever runs the database: "
            f"CREATE ROLE {role} LOGIN PASSWORD '...'; then give it its rights."
        )
    if role == _one(cursor, "SELECT current_user"):
        raise CannotGrant(
            f"{role} is the account that runs this command. The owner of the tables gives rights to another account, "
            "which the pages then use: name that one."
        )


def account() -> str:
    """The account of this connection."""
    with connection.cursor() as cursor:
        return str(_one(cursor, "SELECT current_user"))


def too_much(role: str) -> list[str]:
    """What the role may do that the pages must not, each in words; empty where it may only read and add.

    Asked is of the role and of every other that it may become: what it does not inherit it has by one word.
    """
    with connection.cursor() as cursor:
        found = _too_much(cursor, role)
        if _one(cursor, "SELECT rolsuper FROM pg_roles WHERE rolname = %s", role):
            return found
        cursor.execute(
            "SELECT rolname FROM pg_roles WHERE rolname <> %s AND pg_has_role(%s, oid, 'MEMBER')", [role, role]
        )
        for (other,) in cursor.fetchall():
            found += [f"{role} may become {other}: {what}" for what in _too_much(cursor, other)]
        return found


def _too_much(cursor: Any, role: str) -> list[str]:
    if _one(cursor, "SELECT rolsuper FROM pg_roles WHERE rolname = %s", role):
        return [f"{role} is a superuser: nothing is refused to it"]
    return [*_as_it_is(cursor, role), *_as_somebody_else(cursor, role), *_by_a_right(cursor, role)]


ATTRIBUTES = {
    "rolcreaterole": "may make roles: on older servers it may make itself a member of nearly any other",
    "rolreplication": "may copy the whole database as it lies",
    "rolbypassrls": "passes by every rule of who may see a row",
}
"""What a role may be that the pages' account need not be, by the catalogue's name of it."""


def _as_it_is(cursor: Any, role: str) -> Iterator[str]:
    for attribute, words in ATTRIBUTES.items():
        if _one(cursor, f"SELECT {attribute} FROM pg_roles WHERE rolname = %s", role):  # noqa: S608
            yield f"{role} {words}"


def _as_somebody_else(cursor: Any, role: str) -> Iterator[str]:
    cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [list(HOST)])
    for (name,) in cursor.fetchall():
        if _one(cursor, "SELECT pg_has_role(%s, %s, 'MEMBER')", role, name):
            yield f"{role} is a member of {name}"
    for table in rights():
        if _one(
            cursor, "SELECT pg_has_role(%s, relowner, 'MEMBER') FROM pg_class WHERE oid = %s::regclass", role, table
        ):
            yield f"{role} owns {table}, or may become its owner: it may take the triggers away"


def _by_a_right(cursor: Any, role: str) -> Iterator[str]:
    for table, some in rights().items():
        for right in EVERY:
            if right not in some and _has(cursor, role, table, right):
                yield f"{role} has {right} on {table}"
    cursor.execute(SCHEMAS, {"role": role})
    for (schema,) in cursor.fetchall():
        yield f"{role} may make tables and functions beside ours, in the schema {schema}"
    for right in ("CREATE", "TEMPORARY"):
        if _one(cursor, "SELECT has_database_privilege(%s, current_database(), %s)", role, right):
            yield f"{role} has {right} on the database: its tables could stand before ours"
    settable = connection.pg_version >= 150_000  # Before that nobody but a superuser could be let set it.
    if settable and _one(cursor, "SELECT has_parameter_privilege(%s, 'session_replication_role', 'SET')", role):
        yield f"{role} may set session_replication_role: no trigger would be asked"


def missing(role: str) -> list[str]:
    """What the pages need and the role does not have, each in words."""
    with connection.cursor() as cursor:
        return [
            f"{role} has no {right} on {table}"
            for table, some in rights().items() for right in some
            if not _one(cursor, "SELECT has_table_privilege(%s, %s, %s)", role, table, right)
        ]  # fmt: skip


def _has(cursor: Any, role: str, table: str, right: str) -> bool:
    asked = "has_any_column_privilege" if right in BY_COLUMN else "has_table_privilege"
    return bool(_one(cursor, f"SELECT {asked}(%s, %s, %s)", role, table, right))


def _one(cursor: Any, asked: str, *values: object) -> Any:
    cursor.execute(asked, values)
    return cursor.fetchone()[0]
