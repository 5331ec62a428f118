"""How a child's record is told: facts with ids of their own, and the days on which Wexmouth does things.

A ``Pace`` says how far apart things of one kind are done. The steady one keeps the same gaps; the crowd's own
(``crowd.chance``) varies them, and now and then, in the past, lets one be late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from holdfast.dates import Days, end_of, is_working_day, parse_moment
from holdfast.record.field import Fact
from holdfast.record.people import Person

WEXMOUTH_DAY = date(2026, 6, 1)
"""Wexmouth's own day, a Monday."""

WEXMOUTH_MOMENT = parse_moment("2026-06-01T08:30")
"""Wexmouth's own moment."""

THE_EVENING_BEFORE = end_of(date(2026, 5, 31))
"""What Wexmouth adds of its own is on record as it stood then; booked days may lie ahead."""

CARRIED_ON_TO = date(2026, 5, 29)
"""The last working day before it: nothing that Wexmouth adds of its own happens later."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many days lie between two things of one kind: at least, at most; from ``late`` on it is too long."""

    least: int
    most: int
    late: int


RHYTHMS: Mapping[str, Rhythm] = MappingProxyType({
    "supervision": Rhythm(17, 27, 31),
    "in need visit": Rhythm(14, 24, 32),
    "in need review": Rhythm(60, 84, 95),
    "protection visit": Rhythm(7, 12, 17),
    "core group": Rhythm(25, 35, 44),
    "protection review": Rhythm(140, 170, 186),
    "care review": Rhythm(140, 172, 186),
    "care visit": Rhythm(22, 34, 44),
    "care visit, long stay": Rhythm(60, 84, 95),
    "visit under temporary approval": Rhythm(18, 25, 30),
    "health, under five": Rhythm(140, 170, 186),
    "health": Rhythm(310, 350, 368),
    "teeth": Rhythm(150, 165, 368),
    "questionnaire": Rhythm(300, 330, 368),
    "education": Rhythm(80, 100, 130),
    "pathway review": Rhythm(140, 175, 186),
    "adviser's contact": Rhythm(14, 40, 58),
    "adviser's visit home": Rhythm(30, 55, 64),
    "private fostering visit": Rhythm(28, 40, 44),
    "private fostering visit, later": Rhythm(60, 80, 87),
    "adoption review": Rhythm(140, 170, 186),
})  # fmt: skip
"""Every gap is shorter than what the law or the council asks; a test asks the duties themselves whether that is so."""


class Pace:
    """The steady pace: always the longest gap that is in good time."""

    def day(self, what: str, after: date, until: date) -> date | None:
        """The working day of the next thing of this kind; None when it would come after ``until``."""
        found = working_day_by(Days(RHYTHMS[what].most).after(after))
        return found if found <= until else None

    def every(self, what: str, after: date, until: date = CARRIED_ON_TO) -> list[date]:
        """The days of all things of this kind after a first, to ``until``."""
        found: list[date] = []
        day = self.day(what, after, until)
        while day is not None:
            found.append(day)
            day = self.day(what, day, until)
        return found

    def change(self) -> str:
        """What a plan's review finds to have changed for the child."""
        return "better"

    def score(self) -> float:
        """The score of a strengths and difficulties questionnaire."""
        return 11.0


STEADY = Pace()


class Telling:
    """Collects one child's facts; each row gets an id of its own, made of the child's id and a count."""

    def __init__(self, child: str, pace: Pace = STEADY) -> None:
        """Begin the record of the child with this id."""
        self.child = child
        self.pace = pace
        self.facts: list[Fact] = []
        self.born_on: date | None = None
        self._counts: dict[str, int] = {}

    def is_(self, forename: str, surname: str, born_on: date | None, sex: str, **more: Any) -> None:
        """Say who the child is."""
        self.born_on = born_on
        self.facts.append(
            Person(child=self.child, forename=forename, surname=surname, born_on=born_on, sex=sex, **more)
        )

    def add(self, noun: type[Fact], **fields: Any) -> str:
        """Put a fact on record and give back the id of its row."""
        name = noun.__name__.lower()
        self._counts[name] = self._counts.get(name, 0) + 1
        row = f"{self.child}-{name}-{self._counts[name]}"
        made: Any = noun
        self.facts.append(made(child=self.child, id=row, **fields))
        return row

    def of(self, noun: type[Fact]) -> list[Any]:
        """The facts of one kind told so far."""
        return [fact for fact in self.facts if type(fact) is noun]


def together(*tellings: Telling) -> tuple[Fact, ...]:
    """The facts of several children, one child after another."""
    return tuple(fact for one in tellings for fact in one.facts)


def working_day_by(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day = Days(1).before(day)
    return day


def every(days: int, after: date, until: date = CARRIED_ON_TO) -> list[date]:
    """Working days at most so many days apart, the first that many after ``after``, the last by ``until``."""
    found: list[date] = []
    day = working_day_by(Days(days).after(after))
    while day <= until:
        found.append(day)
        day = working_day_by(Days(days).after(day))
    return found
