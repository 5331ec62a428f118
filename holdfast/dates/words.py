"""Days and moments in words, for people to read. Never for a file: files have ISO days."""

from datetime import date, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say(day: date) -> str:
    """``1 June 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_with_weekday(day: date) -> str:
    """``Monday 1 June 2026``."""
    return f"{_DAYS[day.weekday()]} {say(day)}"


def say_moment(moment: datetime) -> str:
    """``Monday 1 June 2026, 08:30``."""
    return f"{say_with_weekday(moment.date())}, {moment:%H:%M}"
