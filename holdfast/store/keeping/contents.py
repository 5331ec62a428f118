"""Every table as lines of text that are the same on both databases, and lines back into a table.

A row is a JSON list of its cells in the table's own order: days and moments (in UTC) as text, flags as 0 and 1.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl
from django.apps import apps
from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder

from holdfast.record.columns import TIME
from holdfast.store.keeping.manifest import Head, Rows
from holdfast.store.keeping.sealed import BackupRefused
from holdfast.store.models import Draft, Entry, Look, LookedAt
from holdfast.store.rows import BATCH, Tick, raw, read, silent, write, written

DRAFTS = Draft._meta.db_table

KINDS: tuple[tuple[type[models.Field], Any], ...] = (
    (models.TextField, pl.String), (models.BooleanField, pl.Boolean), (models.FloatField, pl.Float64),
    (models.DateTimeField, TIME), (models.DateField, pl.Date), (models.IntegerField, pl.Int64),
    (models.ForeignKey, pl.Int64),
)  # fmt: skip
"""What a frame has for a column; the first that fits, since a moment's field is a day's too."""


def kept_tables() -> dict[str, type[models.Model]]:
    """Every table of the record with its model, in the order in which a backup has them."""
    found = {model._meta.db_table: model for model in apps.get_app_config("store").get_models()}
    return dict(sorted(found.items()))


def schema_of_table(model: type[models.Model]) -> dict[str, Any]:
    """The table's columns in order, each with what a frame has for it."""
    return {
        field.column: next(kind for of, kind in KINDS if isinstance(field, of))
        for field in model._meta.concrete_fields
    }  # fmt: skip


def lines_of(model: type[models.Model], until: tuple[Head, Head] | None = None) -> Iterator[list[bytes]]:
    """The table's rows by their key, some at a time; with ``until`` only what the chains had up to there."""
    key, schema = model._meta.pk.column, schema_of_table(model)
    order = f't."{key}"'
    if schema[key] == pl.String and connection.vendor == "postgresql":
        order += ' COLLATE "C"'
    column, last = _cut(model, until)
    after: Any = None
    while True:
        asked = [(f't."{column}" <= %s', last)] if column else []
        asked += [(f"{order} > %s", after)] if after is not None else []
        where = f"WHERE {' AND '.join(words for words, _ in asked)} " if asked else ""
        where += f"ORDER BY {order} LIMIT {BATCH}"
        frame = read(model._meta.db_table, schema, where, [value for _, value in asked])
        plain = frame.select(written(name, kind) for name, kind in schema.items())
        yield [json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() for row in plain.iter_rows()]
        if frame.height < BATCH:
            return
        after = frame.get_column(key)[-1]


def _cut(model: type[models.Model], until: tuple[Head, Head] | None) -> tuple[str, int]:
    """The column that says to which link of a chain a row belongs, and the last link that is asked for."""
    if until is None or model is Draft:
        return "", 0
    entries, looks = until
    if model is Look:
        return "position", looks.position
    if model is LookedAt:
        return "look_id", looks.position
    return ("position" if model is Entry else "entry_id"), entries.position


class Counted:
    """Counts the lines of a table and works out their digest as they go by."""

    def __init__(self) -> None:
        self._count = 0
        self._whole = hashlib.sha256()

    def add(self, lines: Sequence[bytes]) -> None:
        """Some more lines of the table."""
        self._count += len(lines)
        for line in lines:
            self._whole.update(line + b"\n")

    def rows(self) -> Rows:
        """What was counted."""
        return Rows(count=self._count, sha256=self._whole.hexdigest())


def measured(until: tuple[Head, Head] | None = None, tick: Tick = silent) -> dict[str, Rows]:
    """Of each table of this database: how many rows, and their digest."""
    found = {}
    for name, model in kept_tables().items():
        counted = Counted()
        for lines in lines_of(model, until):
            counted.add(lines)
        found[name] = counted.rows()
        tick(f"{name}: {found[name].count:,} rows read")
    return found


def put_lines(model: type[models.Model], lines: Sequence[bytes]) -> None:
    """Write lines back into the table; BackupRefused where they are no rows of it."""
    schema = {name: raw(kind) for name, kind in schema_of_table(model).items()}
    try:
        frame = pl.DataFrame([json.loads(line) for line in lines], schema=schema, orient="row")
    except (ValueError, TypeError, pl.exceptions.PolarsError):
        raise BackupRefused(f"The backup has lines for {model._meta.db_table} that are no rows of it.") from None
    write(model._meta.db_table, frame)


def heads(at: tuple[Head, Head] | None = None) -> tuple[Head, Head]:
    """The newest link of the chain of entries and of the chain of looks, or those with the numbers of ``at``."""
    entries, looks = at or (None, None)
    return _head(Entry, entries), _head(Look, looks)


def _head(model: type[models.Model], at: Head | None) -> Head:
    links = model._default_manager.order_by("-position")
    if at is not None:
        links = links.filter(position=at.position)
    number, said = links.values_list("position", "hash").first() or (0, "")
    return Head(position=number, hash=said)


def migrations_applied() -> tuple[str, ...]:
    """The migrations that made the tables of this database."""
    applied: Mapping[tuple[str, str], Any] = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(name for app, name in applied if app == "store"))
