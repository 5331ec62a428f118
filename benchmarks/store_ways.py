"""The two ways of keeping the record, asked the same things."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import polars as pl
from django.db import transaction

from benchmarks import ledger
from holdfast.record.child import Child
from holdfast.record.columns import Columns, schema_of
from holdfast.store import load
from holdfast.store.difference import Difference
from holdfast.store.identity import with_identity
from holdfast.store.kept import Kept
from holdfast.store.save import position, save_difference
from holdfast.store.tables import ENTRY, REPLACES, ROW, WITHDRAWN, version_schema


class Way(Protocol):
    """One way of keeping the record."""

    def save(self, difference: Difference, made_at: datetime) -> None: ...
    def child(self, child: str) -> Child: ...
    def children(self, children: Sequence[str]) -> Columns: ...
    def columns(self) -> Columns: ...
    def as_known(self, moment: datetime) -> Columns: ...
    def kept(self, columns: Columns) -> Kept: ...
    def kept_of_nothing(self) -> Kept: ...


class Typed:
    """A table for each noun: the store."""

    def save(self, difference: Difference, made_at: datetime) -> None:
        save_difference(difference, made_at=made_at, who="w", what="A file.", source="s", digest="d")

    def child(self, child: str) -> Child:
        return load.load_child(child)

    def children(self, children: Sequence[str]) -> Columns:
        return load.load_children(children)

    def columns(self) -> Columns:
        return load.load_columns()

    def as_known(self, moment: datetime) -> Columns:
        return load.load_as_known(moment)

    def kept(self, columns: Columns) -> Kept:
        return load.load_kept()

    def kept_of_nothing(self) -> Kept:
        return Kept(position=position())


class Ledger:
    """One table for every noun."""

    def __init__(self) -> None:
        ledger.make()

    def save(self, difference: Difference, made_at: datetime) -> None:
        with transaction.atomic():
            ledger.save(difference, made_at=made_at)

    def child(self, child: str) -> Child:
        return ledger.child(child, position())

    def children(self, children: Sequence[str]) -> Columns:
        return ledger.children(children, position())

    def columns(self) -> Columns:
        return ledger.columns(position())

    def as_known(self, moment: datetime) -> Columns:
        return ledger.as_known(moment, position())

    def kept(self, columns: Columns) -> Kept:
        """What is held, made from what was saved: the rows are numbered in the order in which they were written."""
        frames, before = {}, 0
        for noun, frame in columns.frames.items():
            number = pl.int_range(pl.len()) + before + 1
            version = {ROW: number, ENTRY: pl.lit(1), REPLACES: pl.lit(None), WITHDRAWN: pl.lit(False)}
            named = with_identity(noun, frame.select(list(schema_of(noun))))
            named = named.with_columns(one.alias(name) for name, one in version.items())
            frames[noun] = named.select(pl.col(name).cast(kind) for name, kind in version_schema(noun).items())
            before += frame.height
        return Kept(position=position(), frames=frames, held=columns.held)

    def kept_of_nothing(self) -> Kept:
        return Kept(position=position())


WAYS: dict[str, type[Way]] = {"typed": Typed, "ledger": Ledger}
