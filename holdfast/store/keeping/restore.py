"""A backup back into an empty database, all of it or nothing, and the proof that it is what was backed up."""

from collections.abc import Sequence
from pathlib import Path

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from holdfast.store.chain import verify
from holdfast.store.keeping.backup import read_backup
from holdfast.store.keeping.contents import heads, kept_tables, measured, put_lines
from holdfast.store.keeping.guarded import missing_guards, unguarded
from holdfast.store.keeping.manifest import Manifest
from holdfast.store.keeping.sealed import BackupRefused
from holdfast.store.looks import verify_looks
from holdfast.store.rows import Tick, refresh, silent

SHOWN = 3
"""Problems that are told before the rest are counted."""


def restore_backup(path: Path, key: bytes, tick: Tick = silent) -> Manifest:
    """Restore the backup into the database behind the connection, which must be empty; its manifest.

    The backup is read through before anything is written. BackupRefused where anything is wrong with it or with what
    came of it: then no row was left behind.
    """
    manifest = read_backup(path, key, tick=tick)
    _check_migrations(manifest)
    check_empty()
    call_command("migrate", verbosity=0, interactive=False)
    try:
        with transaction.atomic():
            _load(path, key, tick)
            problems = what_is_wrong(manifest, tick)
            if problems:
                more = f" And {len(problems) - SHOWN:,} more." if len(problems) > SHOWN else ""
                raise BackupRefused(" ".join(problems[:SHOWN]) + more)
    except DatabaseError as error:
        raise BackupRefused(f"The database did not take what is in the backup. It said: {error}") from None
    return manifest


def check_empty() -> None:
    """BackupRefused where the database behind the connection has a row of a record."""
    there = set(connection.introspection.table_names())
    for name, model in kept_tables().items():
        if name in there and model._default_manager.exists():
            raise BackupRefused(
                f"This database is not empty: {name} has rows. A backup is restored into an empty database only, "
                "and nothing was written. Name another database in DATABASE_URL."
            )


def what_is_wrong(manifest: Manifest, tick: Tick = silent) -> list[str]:
    """Where the database differs from what the manifest says, in words: rows, both chains, triggers."""
    there = measured(tick=tick)
    problems = [
        f"The rows of {name} that came out of the database are not those of the backup."
        for name in sorted(there.keys() | manifest.tables.keys())
        if there.get(name) != manifest.tables.get(name)
    ]
    for what, found, said in zip(("entries", "looks"), heads(), (manifest.entries, manifest.looks), strict=True):
        if found != said:
            problems.append(f"The {what} end with number {found.position}, and must end with {said.position}.")
    problems += [f"In the backup the record is not as it was written. {words}" for words in verify(tick)]
    problems += [f"In the backup the looks are not as they were written. {words}" for words in verify_looks(tick)]
    return problems + [f"The trigger {name} does not stand." for name in missing_guards()]


def _check_migrations(manifest: Manifest) -> None:
    here = tuple(sorted(name for app, name in MigrationLoader(None).disk_migrations or () if app == "store"))
    if manifest.migrations != here:
        raise BackupRefused(
            f"The backup was made by Holdfast {manifest.holdfast} with other tables (up to "
            f"{_last(manifest.migrations)}; here up to {_last(here)}). Restore it with the Holdfast that made it, then "
            "bring that up to date."
        )


def _last(migrations: Sequence[str]) -> str:
    return migrations[-1] if migrations else "none"


def _load(path: Path, key: bytes, tick: Tick) -> None:
    """Every row into its table, and the numbers of the rows to come after them."""
    tables = kept_tables()
    with unguarded():
        read_backup(path, key, lambda name, lines: put_lines(tables[name], lines), tick)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables.values())):
            cursor.execute(statement)
    for name in tables:
        refresh(name)
