"""Moments: a day with a time of day, in London's own time, on the real clock."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_HOUR = timedelta(hours=1)


class NotAMoment(ValueError):
    """A text that is meant as a moment cannot be read as one."""


def in_london(naive: datetime) -> datetime:
    """London's clock reading as a moment.

    An hour that comes twice (the autumn change) means the first of the two; an hour that never comes (the
    spring change) means an hour later, as a clock that was not put forward would have it.
    """
    placed = naive.replace(tzinfo=LONDON, fold=0)
    return placed.astimezone(UTC).astimezone(LONDON)


def end_of(day: date) -> datetime:
    """The last instant of the day in London."""
    return datetime.combine(day, time.max, tzinfo=LONDON)


def parse_moment(text: str) -> datetime:
    """A moment from ``2026-06-01`` (the end of that day) or ``2026-06-01T08:30`` (London), offset accepted.

    Raises NotAMoment with a sentence that says what is accepted.
    """
    said = text.strip()
    try:
        if _DAY.match(said):
            return end_of(date.fromisoformat(said))
        moment = datetime.fromisoformat(said)
    except ValueError:
        raise NotAMoment(
            f"{text!r} is not a day or a moment. Write a day such as 2026-06-01, which means its end, or a day and "
            "a time such as 2026-06-01T08:30, which is London's time."
        ) from None
    return in_london(moment) if moment.tzinfo is None else moment.astimezone(LONDON)


def add_hours(moment: datetime, hours: int) -> datetime:
    """So many hours later on the real clock, whatever London's clocks did in between."""
    return (moment.astimezone(UTC) + hours * _HOUR).astimezone(LONDON)


def hours_left(due: datetime, reference: datetime) -> int:
    """Whole hours from ``reference`` to ``due`` on the real clock; negative when late; cut toward nought."""
    seconds = (due.astimezone(UTC) - reference.astimezone(UTC)).total_seconds()
    return int(seconds / 3600)
