"""Putting a difference on record: one entry, and the rows it writes, all or nothing."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

import polars as pl
from django.db import transaction

from holdfast.store.canonical import digest_of
from holdfast.store.difference import Difference
from holdfast.store.entries import hash_of, newest, position
from holdfast.store.holdings import fields_text
from holdfast.store.models import Act, Entry, Holding, KeptRow
from holdfast.store.rows import Tick, refresh, silent, write
from holdfast.store.tables import ENTRY, table_of
from holdfast.store.turn import take_turn

__all__ = ["NothingToSave", "RecordMoved", "position", "save_difference"]

HOLDING_SCHEMA = {
    "noun": pl.String, "fields": pl.String, "known_from": pl.Date, "known_until": pl.Date, "latest_only": pl.Boolean,
}  # fmt: skip
MANY = 1000
"""So many new rows change what a database should think of a table."""
KEPT_SCHEMA = {"table": pl.String, "cells": pl.String}
ACT_SCHEMA = {
    "act": pl.String, "child": pl.String, "who": pl.String, "seat": pl.String, "basis": pl.String, "key": pl.String,
    "base": pl.Int64, "words": pl.String,
}  # fmt: skip
HOLDINGS, KEPT_ROWS, ACTS = Holding._meta.db_table, KeptRow._meta.db_table, Act._meta.db_table


class RecordMoved(Exception):
    """Somebody else put something on record since the difference was worked out: compare again."""


class NothingToSave(Exception):
    """Nothing differs from an empty record, so there is no entry to give back."""


def save_difference(
    difference: Difference, *, made_at: datetime, who: str, what: str, source: str = "", digest: str = "",
    kind: str = "import", also: Mapping[str, pl.DataFrame] | None = None, tick: Tick = silent,
) -> Entry:  # fmt: skip
    """Write the difference as one entry and give that entry back.

    ``also`` are rows of other tables, by the table's name, that belong to the entry.

    Where nothing differs nothing is written, and the newest entry is given back. Raises RecordMoved where the record
    is no longer at the position the difference was compared with, and NothingToSave where there is no entry at all.
    """
    if difference.empty and not also:
        there = newest()
        if there is None:
            raise NothingToSave("The record is empty and so is what was to be saved.")
        return there
    tables = {**dict(_tables(difference)), **(also or {})}
    with transaction.atomic():
        alone()
        last = newest()
        if (last.position if last else 0) != difference.position:
            raise RecordMoved(
                f"Entry {difference.position} was the newest when this was compared; now it is entry "
                f"{last.position if last else 0}. Nothing was written. Compare again, then save."
            )
        entry = Entry(
            position=difference.position + 1, made_at=made_at, kind=kind, who=who, what=what, source=source,
            digest=digest, counts=_counts(difference), previous_hash=last.hash if last else "",
            contents=json.dumps({name: digest_of(frame) for name, frame in tables.items()}, sort_keys=True),
        )  # fmt: skip
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
        for name, frame in tables.items():
            write(name, frame.select(pl.lit(entry.position, dtype=pl.Int64).alias(ENTRY), pl.all()), tick)
            if frame.height >= MANY:
                refresh(name)
    return entry


def alone() -> None:
    """One at a time: two saves at once would take the same number."""
    take_turn(Entry._meta.db_table)


def _tables(difference: Difference) -> Iterator[tuple[str, pl.DataFrame]]:
    """Each table that gets rows, with its rows."""
    for one in difference.nouns:
        if one.number:
            yield table_of(one.noun), one.rows()
    if difference.holdings:
        rows = [
            (noun.__name__, fields_text(noun, held.fields), held.known_from, held.known_until, held.latest_only)
            for noun, held in difference.holdings.items()
        ]
        yield HOLDINGS, pl.DataFrame(rows, schema=HOLDING_SCHEMA, orient="row")
    if difference.unread:
        yield KEPT_ROWS, pl.DataFrame(list(_kept_rows(difference.unread)), schema=KEPT_SCHEMA, orient="row")


def _kept_rows(unread: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, str]]:
    for table, frame in unread.items():
        for row in frame.iter_rows(named=True):
            yield table, json.dumps(row, ensure_ascii=False)


def _counts(difference: Difference) -> str:
    """How many facts of each noun were added, changed and withdrawn, as JSON."""
    counts = {
        one.noun.__name__: {
            "added": one.added.height, "changed": one.changed.height, "withdrawn": one.withdrawn.height,
        }
        for one in difference.nouns if one.number
    }  # fmt: skip
    return json.dumps(counts, sort_keys=True)
