"""Small numbers kept back where figures leave the service, so that no child can be known by one.

A count of 1 to 4 is told as *fewer than 5*. That alone hides little: 38 of 40 gives away two, a part is the whole
less the other parts, and what came and went is the difference of two months. So what is told together is judged
together, by rules that ask only what a small number would be next to. They are made so that somebody who knows them
by heart, and every figure told, still cannot name a number from 1 to 4; a test tries every small case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from holdfast.measures.measure import Measure, MonthFigure, Part

FEW = 5
"""The first count that may be told: one below it, and above nought, is a few."""

ENOUGH = 2 * FEW
"""From this many on, a few of them can be told from all but a few of them; and a middle number speaks of nobody."""

FEW_WORDS = f"fewer than {FEW}"
KEPT_BACK = "not shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideFigure:
    """One month as it may leave the service: every number as text, and no list.

    A number is itself, ``fewer than 5``, or ``not shown`` where it would give a smaller one away. ``figure`` is the
    share in percent or the count. ``parts`` are words, number and (for a share) what it is of.
    """

    measure: Measure
    month: str
    month_words: str
    numerator: str
    denominator: str | None
    figure: str
    cannot_say: str
    median: str | None
    parts: tuple[tuple[str, str, str | None], ...]
    missing: str | None
    silent: tuple[str, ...]


def for_outside(figures: Iterable[MonthFigure]) -> list[OutsideFigure]:
    """The whole months among these as they may leave the service; a month that is not over, or is cut, is left out.

    Two days' figures of one month, set side by side, could show what happened to one child in between.
    """
    return [_outside(one) for one in figures if one.is_whole]


def told(count: int) -> str:
    """One count by itself: nought and five or more as they are, any other as *fewer than 5*."""
    return FEW_WORDS if is_few(count) else str(count)


def told_whole(whole: int, parts: Iterable[int]) -> str:
    """A number that stands beside its parts, each of which is told by itself; kept back where one of them is a few.

    The whole less the parts that are told would be what the few make together, and of two that make seven each is
    known. The same holds of a number that its parts only bound, such as children beside the things that wait for them.
    """
    return KEPT_BACK if any(is_few(one) for one in parts) else told(whole)


def is_few(count: int) -> bool:
    """True for 1 to 4."""
    return 0 < count < FEW


def told_of(yes: int, every: int) -> tuple[str, str]:
    """A count and what it is of, so that neither it nor the rest can be named where it is a few.

    Of a few, nothing is told. Of five to nine, only none and all: a few of them would be told from all but a few.
    Of ten or more a few is told as such, and all but a few is kept back.
    """
    if is_few(every):
        return KEPT_BACK, FEW_WORDS
    rest = every - yes
    if every < ENOUGH:
        return (KEPT_BACK if yes and rest else str(yes)), str(every)
    if is_few(yes):
        return FEW_WORDS, str(every)
    return (KEPT_BACK if is_few(rest) else str(yes)), str(every)


def _outside(one: MonthFigure) -> OutsideFigure:
    yes, every = (told(one.numerator), None) if one.denominator is None else told_of(one.numerator, one.denominator)
    whole = yes == str(one.numerator) and (every is None or every == str(one.denominator))
    share = "" if one.figure is None else f"{one.figure:g}"
    median = None
    if one.median is not None:
        median = f"{one.median:g}" if (one.denominator or 0) >= ENOUGH else KEPT_BACK
    return OutsideFigure(
        measure=one.measure, month=one.month, month_words=one.month_words, numerator=yes, denominator=every,
        figure=share if whole else KEPT_BACK if every is not None else yes, cannot_say=told(one.cannot_say),
        median=median, parts=_parts(one), missing=one.missing, silent=one.silent,
    )  # fmt: skip


def _parts(one: MonthFigure) -> tuple[tuple[str, str, str | None], ...]:
    """Each part in its place: shares all or none, what came and went all or none, any other by itself."""
    shares_told = all(_is_plain(part) for part in one.parts if part.role == "share")
    moves_told = _may_tell_moves(one)
    found: list[tuple[str, str, str | None]] = []
    for part in one.parts:
        if part.denominator is not None:
            pair = (str(part.numerator), str(part.denominator)) if shares_told else (KEPT_BACK, KEPT_BACK)
            found.append((part.words, *pair))
        elif part.role in ("in", "out"):
            found.append((part.words, str(part.numerator) if moves_told else KEPT_BACK, None))
        elif part.role == "among":
            found.append((part.words, told_of(part.numerator, one.numerator)[0], None))
        else:
            found.append((part.words, told(part.numerator), None))
    return tuple(found)


def _is_plain(part: Part) -> bool:
    every = part.denominator or 0
    return told_of(part.numerator, every) == (str(part.numerator), str(every))


def _may_tell_moves(one: MonthFigure) -> bool:
    """True where nothing that came, went, is open or was open before is a few: each follows from the others."""
    before = one.numerator - _sum(one.parts, "in") + _sum(one.parts, "out")
    moves = [part.numerator for part in one.parts if part.role in ("in", "out")]
    return not any(is_few(count) for count in (before, one.numerator, *moves))


def _sum(parts: Sequence[Part], role: str) -> int:
    return sum(part.numerator for part in parts if part.role == role)
