"""One month as a measure sees it, and what a sum gives back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

import polars as pl

from holdfast.dates import Days, add_months, end_of
from holdfast.dates.columns import after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import Settings
from holdfast.measures.measure import Part
from holdfast.record.columns import Columns

ROW: dict[str, Any] = {
    "child": pl.String, "duty": pl.String, "way": pl.Int64, "started_on": pl.Date, "due_on": pl.Date,
    "done_on": pl.Date, "answer": pl.String, "why": pl.String,
}  # fmt: skip
"""The columns of every sum's rows. ``answer`` is yes, no or cannot_say."""

DAY_AFTER = Days(1)
NO_DAY = pl.lit(None, dtype=pl.Date)
NO_TEXT = pl.lit(None, dtype=pl.String)


@dataclass(frozen=True)
class Month:
    """A month, or what is asked of it, over one record: from ``first`` to ``last``, as at the end of ``last``."""

    columns: Columns
    first: date
    last: date
    settings: Settings
    _kept: dict[tuple[str, ...], pl.DataFrame] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def as_at(self) -> datetime:
        """The end of the last day."""
        return end_of(self.last)

    @cached_property
    def standing(self) -> StandingColumns:
        """The record as it stood then."""
        return StandingColumns(self.columns, self.as_at)

    def holds(self, day: pl.Expr) -> pl.Expr:
        """Whether a day lies in the month; false where there is none."""
        return day.is_between(self.first, self.last).fill_null(False)

    def clocks(self, codes: tuple[str, ...]) -> pl.DataFrame:
        """The clocks of these duties as at the end, with three working columns.

        ``_until``: the last day on which the clock ran (met, ended, or the month's last day). ``_late``: it was or
        is past its last day, whatever became of it. ``_late_from``: the first day on which it was late.
        """
        if codes not in self._kept:
            self._kept[codes] = self._clocks(codes)
        return self._kept[codes]

    def _clocks(self, codes: tuple[str, ...]) -> pl.DataFrame:
        swept = self._swept(codes)
        by_time = pl.col("due_at").dt.date()
        until = pl.coalesce("met_on", "ended_on", pl.lit(self.last))
        ended_late = (pl.col("state") == "ended") & (pl.col("ended_on") > pl.col("due_on")).fill_null(False)
        return swept.with_columns(
            until.alias("_until"),
            pl.coalesce(by_time, after_each(DAY_AFTER, pl.col("due_on"))).alias("_late_from"),
            (pl.col("state").is_in(["met_late", "overdue"]) | ended_late).alias("_late"),
        )

    def _swept(self, codes: tuple[str, ...]) -> pl.DataFrame:
        return sweep(self.columns, self.as_at, [BY_CODE[code] for code in codes], self.settings)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What a sum found: its rows, the counts beside them, and what it could not count at all."""

    rows: pl.DataFrame
    parts: tuple[Part, ...] = ()
    silent: tuple[str, ...] = ()
    median: float | None = None
    nothing_known: bool = field(default=False)

    def many(self, answer: str) -> int:
        """How many rows have this answer."""
        return self.rows.filter(pl.col("answer") == answer).height


def rows_of(found: pl.DataFrame) -> pl.DataFrame:
    """The rows in their own columns and order, what a sum does not have left blank."""
    blanks = [pl.lit(None, dtype=kind).alias(name) for name, kind in ROW.items() if name not in found.columns]
    whole = found.with_columns(blanks).select(pl.col(name).cast(kind) for name, kind in ROW.items())
    order = ("child", "started_on", "due_on", "duty", "way", "done_on", "answer", "why")
    return whole.sort(order, nulls_last=True, maintain_order=True)


def months(from_day: date, to_day: date) -> Iterator[tuple[date, date, bool]]:
    """The first and last day of each month from one day to another, cut at both, and whether it goes on after."""
    first = from_day
    while first <= to_day:
        following = add_months(first.replace(day=1), 1)
        end = DAY_AFTER.before(following)
        yield first, min(end, to_day), to_day < end
        first = following
