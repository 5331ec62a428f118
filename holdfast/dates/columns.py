"""The column twins: the same sums for a whole column of days. Held equal to the scalar ones by property tests."""

from functools import cache

import numpy as np
import polars as pl

from holdfast.dates.limits import (
    BeginningWith,
    Days,
    Hours,
    Limit,
    Months,
    NoNumber,
    SameDay,
    Weeks,
    WorkingDays,
    Years,
)
from holdfast.dates.working_days import FIRST_DAY, counts, every_working_day

_EPOCH = 719_163
"""The ordinal of 1 January 1970, from which polars counts its days."""
_FIRST = FIRST_DAY.toordinal() - _EPOCH
_TIME = pl.Datetime("us", "Europe/London")


@cache
def _counts() -> pl.Series:
    return pl.Series(np.array(counts(), dtype=np.int32))


@cache
def _working_days() -> pl.Series:
    return pl.Series(np.array(every_working_day(), dtype=np.int32) - _EPOCH)


def _number_at(day: pl.Expr) -> pl.Expr:
    """How many working days there are up to and with each day; null beyond the known calendar."""
    place = (day.cast(pl.Int32) - _FIRST).clip(lower_bound=0)
    known = pl.when(place < len(_counts())).then(place)
    return pl.lit(_counts()).gather(known).cast(pl.Int32)


def working_days_between_each(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Twin of ``working_days_between``; null where either day is null or beyond the known bank holidays."""
    return _number_at(end) - _number_at(start)


def _add_working_days_each(day: pl.Expr, number: int) -> pl.Expr:
    if number == 0:
        return day
    place = _number_at(day) + number - 1 if number > 0 else _number_at(day.dt.offset_by("-1d")) + number
    known = pl.when((place >= 0) & (place < len(_working_days()))).then(place)
    return pl.lit(_working_days()).gather(known).cast(pl.Date)


def add_months_each(day: pl.Expr, months: int) -> pl.Expr:
    """Twin of ``add_months``."""
    return day.dt.offset_by(f"{months}mo")


def birthday_each(born: pl.Expr, age: int) -> pl.Expr:
    """Twin of ``birthday``: 1 March in common years for somebody born on 29 February."""
    day = add_months_each(born, 12 * age)
    moved = (born.dt.day() == 29) & (born.dt.month() == 2) & (day.dt.day() == 28)
    return pl.when(moved).then(day.dt.offset_by("1d")).otherwise(day)


def after_each(limit: Limit, start: pl.Expr) -> pl.Expr:
    """Twin of ``limit.after`` for a column of days.

    Null where the start is null, where the limit has no number, or beyond the known bank holidays.
    """
    match limit:
        case WorkingDays(number=number):
            return _add_working_days_each(start, number)
        case BeginningWith(length=length):
            return after_each(length, start).dt.offset_by("-1d")
        case NoNumber():
            return pl.lit(None, dtype=pl.Date)
        case Days(number=number) | SameDay(number=number):
            return start.dt.offset_by(f"{number}d")
        case Weeks(number=number):
            return start.dt.offset_by(f"{7 * number}d")
        case Months(number=number):
            return add_months_each(start, number)
        case Years(number=number):
            return add_months_each(start, 12 * number)
        case Hours(number=number):
            return start.dt.offset_by(f"{-(-number // 24)}d")
    raise TypeError(f"{limit!r} has no sum for columns. Add it to after_each().")


def after_moment_each(limit: Hours, start: pl.Expr) -> pl.Expr:
    """Twin of ``Hours.after_moment`` for a column of moments in London's time."""
    utc = start.dt.convert_time_zone("UTC").dt.offset_by(f"{limit.number}h")
    return utc.dt.convert_time_zone("Europe/London").cast(_TIME)


def days_left_each(limit: Limit, due: pl.Expr, reference: pl.Expr) -> pl.Expr:
    """Twin of ``limit.days_left``: due less reference in the limit's unit."""
    if isinstance(limit, WorkingDays):
        return working_days_between_each(reference, due)
    return (due - reference).dt.total_days()


def hours_left_each(due: pl.Expr, reference: pl.Expr) -> pl.Expr:
    """Twin of ``hours_left``: whole hours from reference to due, cut toward nought."""
    seconds = (due - reference).dt.total_microseconds() / 3_600_000_000
    return seconds.cast(pl.Int64)
