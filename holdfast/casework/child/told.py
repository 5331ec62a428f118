"""The small values that a child's page is told in: a dated thing, a person near the child, a question about drift."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.dates import say, working_days_between
from holdfast.duties.climb import climbs_of
from holdfast.duties.monday import MondayLine
from holdfast.duties.settings import Settings

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
    """One thing that happened to or for the child. ``entered`` is when it was typed in, where the source says.

    ``about`` are the ids of the rows that it tells of, several where they say the same of one day.
    """

    on: date
    words: str
    kind: str
    at: datetime | None = None
    entered: datetime | None = None
    about: tuple[str, ...] = ()

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


THE_CHILD = re.compile(r"\b[Tt]he child\b(?! (?:protection|in need|in care|arrangements|and family)\b)")
"""The child in a sentence, and no plan, order or assessment that has the word in its name."""


def with_name(words: str, called: str) -> str:
    """The sentence with the child called by name; what stands in quotation marks stays as somebody wrote it."""
    if called.lower() == "the child":
        return words
    parts = words.split('"')
    return '"'.join(part if place % 2 else THE_CHILD.sub(lambda _: called, part) for place, part in enumerate(parts))


def first_name(name: str) -> str:
    """What a sentence calls a child with this whole name: the first name, where there is a name at all."""
    return "the child" if name.startswith("Child") else name.split()[0]


def begun_large(words: str) -> str:
    """The words with a large first letter, and otherwise as they are: ``Who I am``."""
    return f"{words[:1].upper()}{words[1:]}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 review``, ``2 reviews``."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"


def climbed_words(lines: Iterable[MondayLine], today: date, settings: Settings) -> str:
    """Whose the decision is by now, step by step; empty where it has not climbed."""
    steps = [f"the {one.role}'s since {say(one.since)}" for one in climbs_of(lines, today, settings)]
    return f"By the council's own rule the decision is {' and '.join(steps)}." if steps else ""
