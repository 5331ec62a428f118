"""Which table keeps a noun's facts, and how its columns are named and read there."""

from typing import Any

import polars as pl

from holdfast.record.columns import schema_of
from holdfast.record.field import Fact, remembered
from holdfast.store import models

ROW, ENTRY, IDENTITY, REPLACES, WITHDRAWN = "_row", "_entry", "_identity", "_replaces", "_withdrawn"
"""What a version has beside the noun's own columns, as a frame names it."""

OF_A_VERSION: dict[str, tuple[str, Any]] = {
    ROW: ("row", pl.Int64), ENTRY: ("entry_id", pl.Int64), IDENTITY: ("identity", pl.String),
    REPLACES: ("replaces", pl.Int64), WITHDRAWN: ("withdrawn", pl.Boolean),
}  # fmt: skip
"""Of each of these: the table's column and the frame's type."""


@remembered
def model_of(noun: type[Fact]) -> type[models.FactRow]:
    """The table of a noun's facts; AttributeError where a noun has none yet (write it in ``models``)."""
    found: type[models.FactRow] = getattr(models, noun.__name__)
    return found


def table_of(noun: type[Fact]) -> str:
    """The table's name in the database."""
    return model_of(noun)._meta.db_table


@remembered
def version_schema(noun: type[Fact]) -> dict[str, Any]:
    """A frame of versions: what every version has, then the noun's own columns."""
    return {name: kind for name, (_, kind) in OF_A_VERSION.items()} | schema_of(noun)


def column_of(name: str) -> str:
    """The table's column for a frame's column."""
    return OF_A_VERSION[name][0] if name in OF_A_VERSION else name
