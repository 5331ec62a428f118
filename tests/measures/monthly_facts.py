"""Small invented records for the monthly measures: a few facts, one measure, one month."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.measures.columns.monthly import measure
from holdfast.measures.measure import MonthFigure
from holdfast.measures.register import BY_CODE
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.register import NOUNS

MAY = (date(2026, 5, 1), date(2026, 5, 31))


def day(month: int, number: int, year: int = 2026) -> date:
    """A day of 2026, or of another year."""
    return date(year, month, number)


def months_of(
    code: str, facts: Iterable[Fact], first: date, last: date, settings: Settings = WEXMOUTH, without: Any = ()
) -> list[MonthFigure]:
    """The measure on these facts from one day to another; ``without`` are nouns that the extract does not hold."""
    columns = columns_from(facts, [noun for noun in NOUNS if noun not in without])
    return measure(BY_CODE[code], columns, first, last, settings)


def may(code: str, *facts: Fact, **more: Any) -> MonthFigure:
    """The measure on these facts for May 2026."""
    (found,) = months_of(code, facts, *MAY, **more)
    return found


def numbers(one: MonthFigure) -> tuple[int, int | None, int]:
    """Yes, of how many, and how many cannot be told."""
    return one.numerator, one.denominator, one.cannot_say


def parts(one: MonthFigure) -> dict[str, int]:
    """The counts beside a month, by their words."""
    return {part.words: part.numerator for part in one.parts}
