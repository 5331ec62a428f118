"""When something happened, as closely as a source says: a day, some days, a month, a season or a year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days, say

_SEASONS = {
    "early": (1, 4), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "mid": (5, 8), "late": (9, 12),
}  # fmt: skip
"""The months that a word for a part of the year may mean: the first and the last."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
_YEAR = re.compile(r"\d{4}")
_SEASON = re.compile(rf"(?P<word>{'|'.join(_SEASONS)}) (?P<year>\d{{4}})")


class NotAWhen(ValueError):
    """A text that says no time; the message says which forms do."""


@dataclass(frozen=True, slots=True, order=True)
class When:
    """From its first possible day to its last, both counted in; ``said`` is the form it was written in."""

    first: date
    last: date
    said: str = ""

    @classmethod
    def of(cls, said: str) -> "When":
        """Read ``2019-05-17``, ``2019-01-14/2019-01-25``, ``2019-05``, ``2019``, or ``early 2020`` and its like."""
        first, _, last = said.partition("/")
        if last and _DAY.fullmatch(first) and _DAY.fullmatch(last) and first <= last:
            return cls(date.fromisoformat(first), date.fromisoformat(last), said)
        if _DAY.fullmatch(said):
            return cls(date.fromisoformat(said), date.fromisoformat(said), said)
        months = _months_said(said)
        if months is None:
            raise NotAWhen(
                f"{said!r} says no time. Write a day (2019-05-17), two days (2019-01-14/2019-01-25), a month "
                f"(2019-05), a year (2019), or one of {', '.join(_SEASONS)} and a year (spring 2022)."
            )
        year, first_month, last_month = months
        end = calendar.monthrange(year, last_month)[1]
        return cls(date(year, first_month, 1), date(year, last_month, end), said)

    @property
    def is_exact(self) -> bool:
        """Whether it names its day or days, and not only a part of a year."""
        return bool(_DAY.match(self.said))

    def certainly_before(self, other: "When") -> bool:
        """Whether it ended before the other can have begun."""
        return self.last < other.first

    def ended_before(self, other: "When") -> "When":
        """The same, known to have been over before the other began; as it was where it cannot have been.

        A time that names its days stays as it is said.
        """
        last = Days(1).before(other.first)
        return self if self.is_exact or not self.first <= last < self.last else When(self.first, last, self.said)

    def agrees_with(self, other: "When") -> bool:
        """Whether both can be true of one event: they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    @property
    def words(self) -> str:
        """``17 May 2019``, ``14 to 25 January 2019``, ``May 2019``, ``spring 2022`` or ``2019``."""
        if self.is_exact:
            return _days_in_words(self.first, self.last)
        return say(self.first).split(" ", 1)[1] if _MONTH.fullmatch(self.said) else self.said


def _months_said(said: str) -> tuple[int, int, int] | None:
    """The year, the first month and the last that a text means; None where it means none."""
    month = _MONTH.fullmatch(said)
    if month and 1 <= int(month["month"]) <= 12:
        return int(month["year"]), int(month["month"]), int(month["month"])
    if _YEAR.fullmatch(said):
        return int(said), 1, 12
    season = _SEASON.fullmatch(said)
    return (int(season["year"]), *_SEASONS[season["word"]]) if season else None


def _days_in_words(first: date, last: date) -> str:
    if first == last:
        return say(first)
    day, month, year = say(first).split()
    if (first.year, first.month) == (last.year, last.month):
        return f"{day} {'and' if Days(1).after(first) == last else 'to'} {say(last)}"
    return f"{day} {month} to {say(last)}" if first.year == last.year else f"{day} {month} {year} to {say(last)}"
