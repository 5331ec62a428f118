"""England's working days: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday.

The bank holidays are data (``bank_holidays.csv``: day, name, source, read on), because single days are
proclaimed and moved. The data ends; a year before it does, whoever asks is told.
"""

import csv
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from importlib import resources

FIRST_DAY = date(1900, 1, 1)
"""The table begins here. Before 1990 it holds no bank holidays; no limit counted in working days is so old."""

_WEEKEND = 5


class CalendarEnds(ValueError):
    """A working day was asked for beyond the last year whose bank holidays are known."""


@cache
def bank_holidays() -> dict[date, str]:
    """Every bank holiday on record with its name, Christmas Day and Good Friday among them."""
    text = resources.files("holdfast.dates").joinpath("bank_holidays.csv").read_text(encoding="utf-8")
    return {date.fromisoformat(row["day"]): row["name"] for row in csv.DictReader(text.splitlines())}


@cache
def last_day() -> date:
    """The last day whose working days are known: the end of the last year with bank holidays."""
    return date(max(bank_holidays()).year, 12, 31)


@cache
def counts() -> tuple[int, ...]:
    """How many working days there are from FIRST_DAY to each day, that day included; one number a day."""
    free, found, number = bank_holidays(), [], 0
    for ordinal in range(FIRST_DAY.toordinal(), last_day().toordinal() + 1):
        day = date.fromordinal(ordinal)
        number += day.weekday() < _WEEKEND and day not in free
        found.append(number)
    return tuple(found)


@cache
def every_working_day() -> tuple[int, ...]:
    """The ordinals of all working days in order."""
    first, table = FIRST_DAY.toordinal(), counts()
    return tuple(first + place for place, number in enumerate(table) if number > (table[place - 1] if place else 0))


def check_calendar(day: date) -> None:
    """Raise CalendarEnds when the bank holidays of the day's year are not known."""
    if day > last_day():
        raise CalendarEnds(
            f"England's bank holidays are known to {last_day().isoformat()}, so working days cannot be counted to "
            f"{day.isoformat()}. Add the years that are missing to holdfast/dates/bank_holidays.csv."
        )


def calendar_warning(as_at: date) -> str | None:
    """From a year before the known bank holidays end: a sentence saying so. None before that."""
    end = last_day()
    if as_at < end - timedelta(days=365):
        return None
    return (
        f"England's bank holidays are known only to {end.isoformat()}. Limits in working days that run past that day "
        "cannot be counted. Add the coming years to holdfast/dates/bank_holidays.csv."
    )


def is_working_day(day: date) -> bool:
    """True for a working day in England."""
    check_calendar(day)
    return day.weekday() < _WEEKEND and day not in bank_holidays()


def add_working_days(day: date, number: int) -> date:
    """The ``number``-th working day after ``day`` (day 0). From a day of rest, the first after it is day 1.

    Nought gives ``day`` itself. Raises CalendarEnds beyond the known bank holidays.
    """
    if number == 0:
        return day
    check_calendar(day)
    ordinals = every_working_day()
    if number > 0:
        place = bisect_right(ordinals, day.toordinal()) + number - 1
    else:
        place = bisect_left(ordinals, day.toordinal()) + number
    if not 0 <= place < len(ordinals):
        check_calendar(date(last_day().year + 1, 1, 1))
    return date.fromordinal(ordinals[place])


def monday_before(day: date) -> date:
    """The last Monday before this day; of a Monday, the one a week earlier."""
    return day - timedelta(days=day.weekday() or 7)


def next_working_day(day: date) -> date:
    """The first working day after the day."""
    return add_working_days(day, 1)


def working_days_between(start: date, end: date) -> int:
    """How many working days come after ``start`` up to and with ``end``; negative when ``end`` is earlier."""
    check_calendar(max(start, end))
    first, table = FIRST_DAY.toordinal(), counts()
    return table[max(end.toordinal() - first, 0)] - table[max(start.toordinal() - first, 0)]


def bank_holidays_between(start: date, end: date) -> list[tuple[date, str]]:
    """The bank holidays on weekdays after ``start`` up to and with ``end``, with their names."""
    return [
        (day, name) for day, name in sorted(bank_holidays().items()) if start < day <= end and day.weekday() < _WEEKEND
    ]
