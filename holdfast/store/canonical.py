"""What rows say, as text that is the same on every machine and database, and a digest of it.

Every cell stands with its length before it, so that no two different rows make the same text.
"""

import hashlib
from typing import Any

import polars as pl

from holdfast.record.columns import TIME
from holdfast.store.tables import ENTRY, ROW

NOTHING = "-"


def row_texts(frame: pl.DataFrame) -> list[str]:
    """One text for each row, its cells in the frame's order."""
    if not frame.width:
        return []
    cells = [_cell(frame, name, kind) for name, kind in frame.schema.items()]
    return frame.select(pl.concat_str(cells, separator=";").alias("text")).get_column("text").to_list()


def _cell(frame: pl.DataFrame, name: str, kind: Any) -> pl.Expr:
    column = pl.col(name)
    if kind == pl.Date:
        text = column.dt.to_string("%Y-%m-%d")
    elif kind == TIME:
        text = column.dt.timestamp("us").cast(pl.String)
    elif kind == pl.Boolean:
        text = column.cast(pl.Int8).cast(pl.String)
    elif kind == pl.Float64:
        text = _number(frame.get_column(name))
    elif kind == pl.String:
        text = pl.concat_str(column.str.len_bytes().cast(pl.String), pl.lit(":"), column)
    else:
        text = column.cast(pl.String)
    return text.fill_null(NOTHING)


def _number(column: pl.Series) -> pl.Expr:
    """Numbers as Python writes them, each different one once: polars does not promise its own way of writing them."""
    numbers = column.drop_nulls().unique().to_list()
    if not numbers:
        return pl.lit(None, dtype=pl.String)
    said = pl.Series([repr(one) for one in numbers], dtype=pl.String)
    return pl.col(column.name).replace_strict(pl.Series(numbers, dtype=pl.Float64), said, return_dtype=pl.String)


def digest_of(frame: pl.DataFrame) -> str:
    """The digest of a table's rows, whatever their order; their own numbers and their entry's are left out."""
    said = sorted(row_texts(frame.drop(ROW, ENTRY, strict=False)))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
