"""One sum, two ways to do it: for every limit and every day the column twin gives what the scalar one gives."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.dates import (
    LONDON,
    BeginningWith,
    CalendarEnds,
    Days,
    Hours,
    Limit,
    Months,
    NoNumber,
    SameDay,
    Weeks,
    WorkingDays,
    Years,
    add_months,
    birthday,
    hours_left,
    limits,
    working_days_between,
)
from holdfast.dates.columns import (
    add_months_each,
    after_each,
    after_moment_each,
    birthday_each,
    days_left_each,
    hours_left_each,
    working_days_between_each,
)
from holdfast.dates.working_days import bank_holidays, last_day

LIMITS: tuple[Limit, ...] = (
    *(WorkingDays(n) for n in (-45, -5, -2, -1, 0, 1, 2, 5, 7, 10, 15, 20, 42, 45)),
    *(Days(n) for n in (0, 1, 7, 28, 42, 56, 84, 121, 426)),
    *(Weeks(n) for n in (1, 6, 8, 16)),
    *(Months(n) for n in (1, 2, 3, 4, 6, 12)),
    *(Years(n) for n in (1, 2)),
    *(Hours(n) for n in (1, 24, 25, 72)),
    SameDay(), SameDay(1), NoNumber("as soon as possible"),
    BeginningWith(Weeks(26)), BeginningWith(Days(7)), BeginningWith(Months(2)), BeginningWith(WorkingDays(3)),
)  # fmt: skip

GRID = [date(2023, 1, 1) + timedelta(days=n) for n in range(5 * 365)]
NEAR_HOLIDAYS = [
    day + timedelta(days=n) for day in bank_holidays() if 1991 < day.year < last_day().year for n in (-3, -1, 0, 1, 3)
]
LEAP = [date(year, 2, day) for year in (1996, 2000, 2004, 2024, 2028) for day in (28, 29)]
MONTH_ENDS = [date(year, month, 1) - timedelta(days=1) for year in (2024, 2025, 2026) for month in range(1, 13)]


def each(days: list[date], expression: pl.Expr) -> list[date | None]:
    return pl.DataFrame({"day": days}, schema={"day": pl.Date}).with_columns(expression.alias("x"))["x"].to_list()


def wrong(limit: Limit, days: list[date]) -> list[tuple[date, date | None, date | None]]:
    told = each(days, after_each(limit, pl.col("day")))
    pairs = [(day, limit.after(day), other) for day, other in zip(days, told, strict=True)]
    return [one for one in pairs if one[1] != one[2]]


@pytest.mark.parametrize("limit", LIMITS, ids=repr)
def test_both_sums_agree_on_a_wide_grid_of_days(limit: Limit) -> None:
    assert wrong(limit, [*GRID, *NEAR_HOLIDAYS, *LEAP, *MONTH_ENDS]) == []


def test_the_grid_holds_every_kind_of_limit_there_is() -> None:
    every = {one.__name__ for one in vars(limits).values() if isinstance(one, type) and issubclass(one, Limit)}
    assert every - {"Limit"} == {type(limit).__name__ for limit in LIMITS}


@given(
    st.dates(date(1991, 1, 1), date(2029, 6, 1)),
    st.integers(-60, 200),
    st.sampled_from([WorkingDays, Days, Weeks, Months, Years, Hours, SameDay]),
)
def test_both_sums_agree_on_any_day_and_any_number(day: date, number: int, kind: type[Limit]) -> None:
    if kind is Hours:
        number = abs(number)
    if kind is WorkingDays and day.year >= 2029:
        number = min(number, 60)
    assert wrong(kind(number), [day]) == []


@given(st.dates(date(1991, 1, 1), date(2030, 12, 31)), st.dates(date(1991, 1, 1), date(2030, 12, 31)))
def test_both_counts_of_working_days_and_days_agree(start: date, end: date) -> None:
    frame = pl.DataFrame({"start": [start], "end": [end]})
    told = frame.select(
        between=working_days_between_each(pl.col("start"), pl.col("end")),
        working=days_left_each(WorkingDays(1), pl.col("end"), pl.col("start")),
        days=days_left_each(Days(1), pl.col("end"), pl.col("start")),
    ).row(0)
    expected = working_days_between(start, end)
    assert told == (expected, WorkingDays(1).days_left(end, start), Days(1).days_left(end, start))
    assert told[0] == expected


@given(st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.integers(0, 25))
def test_both_birthdays_agree_leap_days_among_them(born: date, age: int) -> None:
    assert each([born, date(2004, 2, 29)], birthday_each(pl.col("day"), age)) == [
        birthday(born, age),
        birthday(date(2004, 2, 29), age),
    ]


@given(st.dates(date(1991, 1, 1), date(2029, 1, 1)), st.integers(-30, 60))
def test_both_sums_of_months_agree(day: date, months: int) -> None:
    assert each([day], add_months_each(pl.col("day"), months)) == [add_months(day, months)]


CHANGES = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 6, 1, tzinfo=UTC),
]
MOMENTS = st.builds(
    lambda change, minutes: (change + timedelta(minutes=minutes)).astimezone(LONDON),
    st.sampled_from(CHANGES), st.integers(-6000, 6000),
)  # fmt: skip


@given(MOMENTS, st.integers(0, 200))
def test_both_sums_of_hours_agree_around_both_changes_of_the_clocks(start: datetime, hours: int) -> None:
    frame = pl.DataFrame({"at": [start]}, schema={"at": pl.Datetime("us", "Europe/London")})
    told = frame.select(after_moment_each(Hours(hours), pl.col("at"))).item()
    expected = Hours(hours).after_moment(start)
    assert told.astimezone(UTC) == expected.astimezone(UTC)
    assert (told.hour, told.date()) == (expected.hour, expected.date())
    assert (expected.astimezone(UTC) - start.astimezone(UTC)) == timedelta(hours=hours)


@given(MOMENTS, MOMENTS)
def test_both_counts_of_hours_left_agree_and_are_cut_toward_nought(due: datetime, reference: datetime) -> None:
    frame = pl.DataFrame(
        {"due": [due], "reference": [reference]},
        schema=dict.fromkeys(("due", "reference"), pl.Datetime("us", "Europe/London")),
    )
    told = frame.select(hours_left_each(pl.col("due"), pl.col("reference"))).item()
    assert told == hours_left(due, reference)
    real = (due.astimezone(UTC) - reference.astimezone(UTC)).total_seconds() / 3600
    assert abs(told) <= abs(real) < abs(told) + 1


@pytest.mark.parametrize("limit", LIMITS, ids=repr)
def test_no_day_in_gives_no_day_out(limit: Limit) -> None:
    empty = pl.DataFrame({"day": [None]}, schema={"day": pl.Date})
    assert empty.select(x=after_each(limit, pl.col("day")))["x"].to_list() == [None]


def test_beyond_the_known_holidays_a_column_has_no_day_where_one_day_is_refused() -> None:
    end = last_day()
    with pytest.raises(CalendarEnds):
        WorkingDays(20).after(end)
    assert each([end, end + timedelta(days=40)], after_each(WorkingDays(20), pl.col("day"))) == [None, None]
    assert each([end - timedelta(days=60)], after_each(WorkingDays(20), pl.col("day"))) != [None]


def test_a_limit_that_columns_do_not_know_is_refused_and_a_kind_of_days_is_known() -> None:
    class Moons(Limit):
        pass

    class Fortnights(Days):
        pass

    with pytest.raises(TypeError, match="has no sum for columns"):
        after_each(Moons(1), pl.col("day"))
    assert each([date(2026, 1, 1)], after_each(Fortnights(14), pl.col("day"))) == [date(2026, 1, 15)]
