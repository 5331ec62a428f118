"""The frame that every column twin of a rule gives, and the states in it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl

from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.settings import Settings

FINDING_COLUMNS: dict[str, Any] = {
    "child": pl.String, "state": pl.String, "since": pl.Date, "subject": pl.String, "last_on": pl.Date,
    "due_on": pl.Date, "met_on": pl.Date, "count": pl.Int64, "detail": pl.String,
}  # fmt: skip
"""The fields of ``Finding`` and their types."""

ORDER = ("subject", "since", "detail", "due_on", "last_on", "met_on", "count", "state")
"""The order of one child's findings of one rule, what is blank last: all fields, so that no two tie."""

ColumnRule = Callable[[StandingColumns, Settings], pl.DataFrame]
"""The column twin of a rule's ``one``."""


def findings(frame: pl.DataFrame, state: str | pl.Expr, **fields: pl.Expr | str | int) -> pl.DataFrame:
    """The rows as findings: ``child`` as it is, the other fields as given (a name of a column, or an expression)."""
    made = {"state": pl.lit(state) if isinstance(state, str) else state}
    for name, value in fields.items():
        made[name] = pl.col(value) if isinstance(value, str) else pl.lit(value) if isinstance(value, int) else value
    return frame.select(
        pl.col("child") if name == "child" else made.get(name, pl.lit(None)).cast(kind).alias(name)
        for name, kind in FINDING_COLUMNS.items()
    )


def clocked_each(due: pl.Expr, met: pl.Expr, ended: pl.Expr, today: date) -> pl.Expr:
    """Twin of ``clocked``."""
    return (
        pl.when(met.is_not_null() & (met > due)).then(pl.lit("met_late"))
        .when(met.is_not_null()).then(pl.lit("met"))
        .when(ended.is_not_null()).then(pl.lit("ended"))
        .when(day(today) > due).then(pl.lit("overdue"))
        .otherwise(pl.lit("running"))
    )  # fmt: skip


def day(one: date) -> pl.Expr:
    """A day as an expression."""
    return pl.lit(one, dtype=pl.Date)
