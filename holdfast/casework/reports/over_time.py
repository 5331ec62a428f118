"""Themes over time: how many points and sentences of each year were about a theme, and how they spoke of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.casework.reports.held import Passage
from holdfast.inspection.themes import Theme, themes


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfTheme:
    """One theme in one year's documents. Sentences that neither praise nor worry are ``neutral``."""

    year: int
    points: int = 0
    strengths: int = 0
    weaknesses: int = 0
    mixed: int = 0
    neutral: int = 0

    @property
    def any(self) -> bool:
        """Whether anything was written of it in that year."""
        return bool(self.points or self.strengths or self.weaknesses or self.mixed or self.neutral)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeOverTime:
    """One theme over every year that has a document, the years in order."""

    theme: Theme
    years: tuple[YearOfTheme, ...]

    @property
    def told(self) -> int:
        """How many passages are about it in all."""
        return sum(one.points + one.strengths + one.weaknesses + one.mixed + one.neutral for one in self.years)


def over_time(passages: Iterable[Passage]) -> tuple[ThemeOverTime, ...]:
    """Every theme, in the order of the list. A year is that of the document's day; without a day it has none."""
    counted: Counter[tuple[str, int, str]] = Counter()
    years: set[int] = set()
    for one in passages:
        if one.document.day is None:
            continue
        year = one.document.day.year
        years.add(year)
        for theme in one.themes:
            counted[theme, year, one.polarity or "point"] += 1
    return tuple(
        ThemeOverTime(theme=theme, years=tuple(_year(theme.id, year, counted) for year in sorted(years)))
        for theme in themes()
    )


def _year(theme: str, year: int, counted: Counter[tuple[str, int, str]]) -> YearOfTheme:
    return YearOfTheme(
        year=year, points=counted[theme, year, "point"], strengths=counted[theme, year, "strength"],
        weaknesses=counted[theme, year, "weakness"], mixed=counted[theme, year, "mixed"],
        neutral=counted[theme, year, "neutral"],
    )  # fmt: skip
