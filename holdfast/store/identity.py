"""Which fact a row is: the same fact has the same identity in every extract."""

import hashlib

import polars as pl

from holdfast.record.columns import schema_of
from holdfast.record.field import Fact, columns_of
from holdfast.store.canonical import row_texts
from holdfast.store.tables import IDENTITY


def with_identity(noun: type[Fact], frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with each row's identity beside it.

    A row with an id of its own is known by that id and the child's. One without is known by what it says. Rows that
    would have the same identity get a running number, so that none is lost.
    """
    key = next((one.name for one in columns_of(noun) if one.key), "child")
    named = frame.with_columns(_own(key).alias(IDENTITY))
    missing = named.get_column(IDENTITY).is_null()
    if missing.any():
        said = pl.Series(
            IDENTITY, [_digest(text) for text in row_texts(named.filter(missing).select(list(schema_of(noun))))]
        )
        found = named.filter(missing).with_columns(said)
        places = pl.Series("_place", missing.arg_true())
        whole = named.with_row_index("_place").filter(~missing)
        found = found.with_columns(places).select(whole.columns)
        named = pl.concat([whole, found]).sort("_place").drop("_place")
    return _numbered(named)


def _own(key: str) -> pl.Expr:
    if key == "child":
        return pl.col("child")
    return pl.when(pl.col(key).is_not_null()).then(
        pl.concat_str(pl.col(key), pl.lit(" of "), pl.col("child").fill_null("nobody"))
    )


def _digest(text: str) -> str:
    return "says " + hashlib.sha256(text.encode()).hexdigest()[:40]


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    if not frame.get_column(IDENTITY).is_duplicated().any():
        return frame
    number = pl.int_range(pl.len()).over(IDENTITY) + 1
    again = pl.concat_str(pl.col(IDENTITY), pl.lit(" #"), number.cast(pl.String))
    return frame.with_columns(pl.when(number > 1).then(again).otherwise(pl.col(IDENTITY)).alias(IDENTITY))
