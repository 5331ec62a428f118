"""A measure, month by month: a pure function of the columns it is given."""

from collections.abc import Callable
from datetime import date
from functools import partial

from holdfast.duties.clock import limit_of
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.monday import STANDING_WORDS
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.law.citation import Force
from holdfast.measures.columns.counting import CANNOT_SAY, NO, YES
from holdfast.measures.columns.month import Counted, Month, months
from holdfast.measures.columns.sums import SUMS
from holdfast.measures.measure import Entry, Measure, MonthFigure
from holdfast.record.columns import Columns


def measure(
    one: Measure,
    columns: Columns,
    from_day: date,
    to_day: date,
    settings: Settings = WEXMOUTH,
    tick: Callable[[str], None] = lambda done: None,
) -> list[MonthFigure]:
    """The measure for each month from one day to another, both counted in.

    The first and last month are cut at these days; a last month that goes on after ``to_day`` is *so far*. Each is
    as at the end of its last day: what happened later is not yet known. ``tick`` is told each month as it is done.
    Raises ValueError when ``to_day`` lies before ``from_day``.
    """
    if to_day < from_day:
        raise ValueError(f"The last day ({to_day}) lies before the first ({from_day}). Give the earlier one first.")
    found = []
    for first, last, so_far in months(from_day, to_day):
        month = Month(columns, first, last, settings)
        found.append(_figure(one, month, so_far))
        tick(found[-1].month)
    return found


def _figure(one: Measure, month: Month, so_far: bool) -> MonthFigure:
    missing = one.missing(month.columns.held, month.first, month.last)
    counted = None if missing else SUMS[one.code](month)
    if counted is None or counted.nothing_known:
        return MonthFigure(
            measure=one, first_day=month.first, last_day=month.last, as_at=month.as_at, so_far=so_far,
            missing=missing or "; ".join(counted.silent if counted else ()),
        )  # fmt: skip
    yes = counted.many(YES)
    return MonthFigure(
        measure=one, first_day=month.first, last_day=month.last, as_at=month.as_at, so_far=so_far, numerator=yes,
        denominator=yes + counted.many(NO) if one.unit == "share" else None,
        cannot_say=counted.many(CANNOT_SAY), parts=counted.parts, silent=counted.silent, median=counted.median,
        told=partial(_entries, counted, month),
    )  # fmt: skip


def _entries(counted: Counted, month: Month) -> tuple[Entry, ...]:
    """The rows as a list, with whom to ask at the end of the month."""
    told = counted.rows.join(owners_of(month.standing), on="child", how="left", maintain_order="left")
    return tuple(
        Entry(
            child=row["child"], answer=row["answer"], started_on=row["started_on"], due_on=row["due_on"],
            done_on=row["done_on"], duty=row["duty"], standard=_standard(row["duty"], row["way"], month.settings),
            why=row["why"], worker=row["worker"], team=row["team"],
        )
        for row in told.iter_rows(named=True)
    )  # fmt: skip


def _standard(duty: str | None, way: int | None, settings: Settings) -> str | None:
    """The limit in words with its force: ``within 6 weeks (statutory regulation)``."""
    if duty is None or way is None:
        return None
    asked = BY_CODE[duty]
    local = asked.force is Force.LN
    force = STANDING_WORDS["local standard"] if local else asked.force.words
    return f"{limit_of(asked, asked.ways[way], settings).phrase} ({force})"
