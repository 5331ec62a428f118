"""Every duty for every child as at one moment: a pure function of the columns it is given.

No child's clocks depend on another child's facts, so the children may be divided in any way, each part swept by
itself, and the answers put together again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import polars as pl

from holdfast.duties.clock import ORDER, UNFINISHED_FIRST, Clock, State
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.states import CLOCK_COLUMNS, clocks_of_way
from holdfast.duties.duty import Asked
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.record.columns import TIME, Columns

SCHEMA: dict[str, Any] = {
    "child": pl.String, "duty": pl.String, "way": pl.Int64, "index": pl.Int64, "started_on": pl.Date,
    "started_at": TIME, "due_on": pl.Date, "due_at": TIME, "met_on": pl.Date, "ended_on": pl.Date,
    "state": pl.String, "days": pl.Int64, "unit": pl.String, "missing": pl.String, "died": pl.Boolean,
    "also_on": pl.Date,
}  # fmt: skip


def sweep(
    columns: Columns,
    as_at: datetime,
    asked: Sequence[Asked],
    settings: Settings = WEXMOUTH,
    tick: Callable[[str], None] = lambda code: None,
) -> pl.DataFrame:
    """The clocks of every duty in ``asked`` for every child; ``tick`` is told each duty as it is done.

    The columns of the answer are those of ``Clock``. Sorted by child, due day, duty, start.
    """
    standing = StandingColumns(columns, as_at)
    found = []
    for one in asked:
        parts = [clocks_of_way(one, number, standing, settings) for number in range(len(one.ways))]
        held = [part for part in parts if part is not None]
        if held:
            found.append(_once_each(pl.concat(held)))
        tick(one.code)
    if not found:
        return pl.DataFrame(schema=SCHEMA)
    return in_order(pl.concat(found).select(CLOCK_COLUMNS))


def in_order(clocks: pl.DataFrame) -> pl.DataFrame:
    """The rows of a sweep in the order that every sweep has."""
    return clocks.sort("child", "due_on", "duty", "started_on", "due_at", nulls_last=True)


def rows_from(clocks: Iterable[Clock]) -> pl.DataFrame:
    """Clocks as the rows of a sweep: the other way of ``clocks_from``."""
    return pl.DataFrame([asdict(clock) for clock in clocks], schema=SCHEMA)


def _once_each(clocks: pl.DataFrame) -> pl.DataFrame:
    """Each start once.

    One starting fact is answered by the best of its ways (``ORDER``). Of several facts of one noun that start on one
    day, the least done is kept (``UNFINISHED_FIRST``). Two nouns are two ways again.
    """
    key = ["child", "started_on", "due_at"]
    twice = clocks.select(key).is_duplicated()
    if not twice.any():
        return clocks
    last = ("way", "index", "ended_on", pl.col("missing").fill_null(""))
    best = (_rank(ORDER), pl.coalesce("met_on", "due_on"), *last)
    least = (_rank(UNFINISHED_FIRST), "due_on", -pl.col("met_on").to_physical().fill_null(-(10**6)), *last)
    kept = clocks.filter(twice)
    for of, order in (([*key, "_noun", "_start"], best), ([*key, "_noun"], least), (key, best)):
        kept = kept.sort(*of, *order, nulls_last=True, maintain_order=True)
        kept = kept.unique(of, keep="first", maintain_order=True)
    return pl.concat([clocks.filter(~twice), kept])


def _rank(order: tuple[State, ...]) -> pl.Expr:
    return pl.col("state").replace_strict({state: number for number, state in enumerate(order)}, return_dtype=pl.Int64)


def clocks_from(swept: pl.DataFrame) -> Iterator[Clock]:
    """The rows of a sweep as clocks, in order."""
    for row in swept.select(CLOCK_COLUMNS).iter_rows(named=True):
        yield Clock(**row)
