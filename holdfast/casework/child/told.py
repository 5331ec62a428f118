"""The small values that a child's page is told in: a dated thing, a person near the child, a question about drift."""

from dataclasses import dataclass
from datetime import date, datetime

from holdfast.dates import working_days_between

ENTERED_LATE_FROM = 6
"""From so many working days after it happened, a page says when a thing was typed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing in words, with its day where it has one. ``done`` is False where something is still to be."""

    words: str
    on: date | None = None
    detail: str = ""
    done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened to or for the child. ``entered`` is when it was typed in, where the source says."""

    on: date
    words: str
    kind: str
    at: datetime | None = None
    entered: datetime | None = None

    @property
    def late(self) -> int | None:
        """How many working days later it was typed in, where that is long; None where it was not, or nobody knows."""
        if self.entered is None:
            return None
        between = working_days_between(self.on, self.entered.date())
        return between if between >= ENTERED_LATE_FROM else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A time with a first day and perhaps a last: a plan, a home, a worker. ``row`` groups those of one kind."""

    row: str
    words: str
    since: date
    until: date | None


def name_of(forename: str | None) -> str:
    """What sentences call the child."""
    return forename or "The child"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 review``, ``2 reviews``."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
