"""Chance that is the same every time: days, choices, and the crowd's own pace."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import TypeVar

from holdfast.dates import Days
from holdfast.wexmouth.telling import CARRIED_ON_TO, RHYTHMS, Pace, working_day_by

T = TypeVar("T")

LATE: Mapping[str, Mapping[int, float]] = {
    "protection visit": {2023: 0.10, 2024: 0.09, 2025: 0.06, 2026: 0.03},
    "protection review": {2023: 0.08, 2024: 0.08, 2025: 0.06, 2026: 0.05},
    "care review": {2023: 0.06, 2024: 0.06, 2025: 0.06, 2026: 0.06},
    "care visit": {2023: 0.08, 2024: 0.08, 2025: 0.07, 2026: 0.07},
    "in need visit": {2023: 0.12, 2024: 0.12, 2025: 0.11, 2026: 0.10},
    "in need review": {2023: 0.10, 2024: 0.10, 2025: 0.08, 2026: 0.06},
    "supervision": {2023: 0.10, 2024: 0.09, 2025: 0.05, 2026: 0.02},
    "health": {2023: 0.10, 2024: 0.10, 2025: 0.10, 2026: 0.10},
    "pathway review": {2023: 0.14, 2024: 0.13, 2025: 0.12, 2026: 0.08},
    "private fostering visit": {2023: 0.10, 2024: 0.10, 2025: 0.10, 2026: 0.10},
}
"""The share of things that were late, by the year in which they fell due: some better each year, some the same."""


class Chance:
    """Draws of one family or one child, made from words that name it."""

    def __init__(self, named: str) -> None:
        """The same name gives the same draws on every machine."""
        self._random = Random(named)

    def odds(self, share: float) -> bool:
        """True with this share of the time."""
        return self._random.random() < share

    def number(self, least: int, most: int) -> int:
        """A whole number from ``least`` to ``most``."""
        return self._random.randint(least, most)

    def one_of(self, some: Sequence[T]) -> T:
        """One of them, each as likely."""
        return some[self._random.randrange(len(some))]

    def weighed(self, some: Mapping[T, float]) -> T:
        """One of the keys, by its weight."""
        return self._random.choices(list(some), weights=list(some.values()))[0]

    def day(self, first: date, last: date) -> date:
        """A working day from ``first`` to ``last``, or the last one before; any day as likely."""
        return working_day_by(Days(self.number(0, max((last - first).days, 0))).after(first))

    def ago(self, least: int, most: int, until: date = CARRIED_ON_TO) -> date:
        """A working day so many days before ``until``."""
        return working_day_by(Days(self.number(least, most)).before(until))


def late_share(what: str, day: date) -> float:
    """The share of things of this kind that are late when they fall due about this day."""
    years = LATE.get(what)
    return years[min(max(day.year, min(years)), max(years))] if years else 0.0


class UnsteadyPace(Pace):
    """The crowd's pace: gaps vary, most in good time; what was late has been done by Wexmouth's day."""

    def __init__(self, chance: Chance) -> None:
        """Draw from the child's own chance."""
        self._chance = chance
        self._stuck = False

    def day(self, what: str, after: date, until: date) -> date | None:
        """The working day of the next thing of this kind; None when it would come after ``until``."""
        rhythm = RHYTHMS[what]
        if self._chance.odds(late_share(what, after)):
            late = working_day_by(Days(rhythm.late + self._chance.number(3, 3 + rhythm.late // 4)).after(after))
            if late <= min(until, CARRIED_ON_TO):
                return late
        found = working_day_by(Days(self._chance.number(rhythm.least, rhythm.most)).after(after))
        return found if found <= until else None

    def change(self) -> str:
        """Mostly better; never twice running without change."""
        self._stuck = not self._stuck and self._chance.odds(0.2)
        return self._chance.one_of(("little or none", "little or none", "worse")) if self._stuck else "better"

    def score(self) -> float:
        """The score of a strengths and difficulties questionnaire."""
        return float(min(max(round(self._chance.number(2, 20) + self._chance.number(0, 10) / 2), 0), 40))
