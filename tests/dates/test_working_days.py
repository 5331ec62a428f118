"""England's working days: the published bank holidays, an independent count, and an end that is told in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.dates import (
    CalendarEnds,
    WorkingDays,
    add_working_days,
    bank_holidays_between,
    calendar_warning,
    check_calendar,
    is_working_day,
    next_working_day,
    working_days_between,
)
from holdfast.dates.working_days import bank_holidays, last_day

PUBLISHED = {
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}
"""England's bank holidays on weekdays, as published (2026 and 2027 by the children in need census's checks)."""

FREE = {date.fromisoformat(f"{year}-{day}") for year, days in PUBLISHED.items() for day in days.split()}
EVERY_DAY = [date(2025, 1, 1) + timedelta(days=n) for n in range(3 * 365)]


def works(day: date) -> bool:
    """An independent answer, from the list above."""
    return day.weekday() < 5 and day not in FREE


def test_every_day_of_three_years_is_worked_or_free_as_published() -> None:
    wrong = [day for day in EVERY_DAY if is_working_day(day) is not works(day)]
    assert wrong == []
    assert sum(map(works, EVERY_DAY)) == 253 + 253 + 253


def test_the_holidays_on_record_are_those_published_and_no_others() -> None:
    found = [day for day, _ in bank_holidays_between(date(2024, 12, 31), date(2027, 12, 31))]
    assert found == sorted(FREE)


@pytest.mark.parametrize("day", ["2022-06-03", "2022-09-19", "2023-05-08", "2020-05-08"])
def test_a_day_proclaimed_once_is_free_and_the_same_day_a_year_on_is_not(day: str) -> None:
    once = date.fromisoformat(day)
    assert not is_working_day(once)
    assert once in bank_holidays()
    assert once.replace(year=once.year + 1) not in bank_holidays()


def test_a_holiday_that_moved_leaves_its_usual_day_a_working_day() -> None:
    assert is_working_day(date(2020, 5, 4))
    assert is_working_day(date(2022, 5, 30))


@given(st.sampled_from(EVERY_DAY[:900]), st.integers(1, 60))
def test_adding_working_days_agrees_with_counting_them_one_by_one(start: date, number: int) -> None:
    day, left = start, number
    while left:
        day += timedelta(days=1)
        left -= works(day)
    assert add_working_days(start, number) == day
    assert working_days_between(start, day) == number
    assert working_days_between(day, start) == -number


@given(st.sampled_from(EVERY_DAY[100:]), st.integers(1, 60))
def test_going_back_agrees_with_counting_them_one_by_one(start: date, number: int) -> None:
    day, left = start, number
    while left:
        day -= timedelta(days=1)
        left -= works(day)
    assert add_working_days(start, -number) == day


@given(st.sampled_from(EVERY_DAY[:1000]))
def test_the_next_working_day_is_the_first_that_is_worked(day: date) -> None:
    found = next_working_day(day)
    assert works(found)
    assert not any(works(day + timedelta(days=n)) for n in range(1, (found - day).days))


def test_the_calendar_warns_from_a_year_before_its_end_and_not_a_day_sooner() -> None:
    end = last_day()
    assert (end.month, end.day) == (12, 31)
    warned = end - timedelta(days=365)
    assert calendar_warning(warned - timedelta(days=1)) is None
    said = calendar_warning(warned)
    assert said is not None
    assert end.isoformat() in said
    assert "bank_holidays.csv" in said


def test_the_calendar_refuses_a_day_beyond_its_end_and_takes_the_end_itself() -> None:
    end = last_day()
    check_calendar(end)
    assert is_working_day(end) is (end.weekday() < 5)
    beyond = end + timedelta(days=1)
    for ask in (
        lambda: check_calendar(beyond),
        lambda: is_working_day(beyond),
        lambda: add_working_days(beyond, 1),
        lambda: WorkingDays(20).after(end - timedelta(days=5)),
        lambda: working_days_between(end, beyond),
    ):
        with pytest.raises(CalendarEnds, match="Add the years that are missing"):
            ask()
    assert working_days_between(end, end) == 0


def test_every_holiday_on_record_has_a_name_and_a_year_has_eight_or_more() -> None:
    names = bank_holidays()
    assert all(names.values())
    for year in range(1990, last_day().year + 1):
        assert sum(day.year == year for day in names) >= 7, year
