"""Months and birthdays by the rule of the corresponding date."""

from calendar import isleap, monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The corresponding date so many months on; the month's last day where it has no such date.

    31 August and three months make 30 November.
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The corresponding date so many years on; 28 February where 29 February does not come."""
    return add_months(day, 12 * years)


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches the age; born on 29 February, 1 March in common years."""
    year = born.year + age
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def age_on(born: date, day: date) -> int:
    """Completed years on the day; negative before birth."""
    age = day.year - born.year
    return age if birthday(born, age) <= day else age - 1
