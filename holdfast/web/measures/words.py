"""What the pages of the measures say of a month, inside the service and outside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdfast.measures.measure import Measure, MonthFigure, Part
from holdfast.measures.suppression import FEW_WORDS, KEPT_BACK, OutsideFigure

NO_WORDS: Mapping[str, str] = {
    "re-referrals": "Not referred again",
    "assessments-in-45": "After its day",
    "conferences-in-15": "After its day",
    "reviews-on-time": "Late",
    "visits-on-time": "One or more late",
    "three-or-more-workers": "Fewer than 3",
    "open-temporary-approvals": "Not open",
    "supervision-gaps": "Discussed in time",
    "return-interviews": "Not in time",
    "pathway-reviews": "Late",
}
"""What *no* means, beside each measure's own two words for *yes*."""

SMALL_NUMBERS = (
    f"These figures may leave the service. A count of 1 to 4 is told as {FEW_WORDS}, and what would give such a count "
    f"away as {KEPT_BACK}. Only whole months that are over are told, as known at the end of the last one. "
    "Nobody is listed."
)


NOBODY = "nobody to count"
"""The figure of a month in which there was nobody, or nothing, to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One month as a page tells it. ``value`` is for the picture; None where there is nothing to draw.

    ``yes``, ``every``, ``share``, ``unknown`` and ``half`` are the cells of its row; blank where there is nothing.
    ``kept`` says that there is a figure, and that it is too small to be told outside the service.
    """

    month: str
    words: str
    value: float | None
    figure: str
    yes: str
    every: str
    share: str
    unknown: str
    half: str
    beside: str
    kept: bool = False


def percent(figure: float) -> str:
    """``82.4%``."""
    return f"{figure:g}%"


def answer_words(one: Measure, answer: str) -> str:
    """An answer of the list in the measure's own words."""
    if answer == "cannot_say":
        return "Cannot say"
    return one.head if answer == "yes" else NO_WORDS[one.code]


def told(figure: MonthFigure) -> Told:
    """A month as people inside the service are told it."""
    one, share = figure.measure, figure.figure if figure.measure.unit == "share" else None
    nothing = figure.missing is not None
    empty = not nothing and figure.figure is None
    beside = [_part(part) for part in figure.parts if part.numerator or part.denominator or part.role in ("in", "out")]
    if nothing:
        beside = [f"cannot say: it needs {figure.missing}"]
    elif empty:
        beside.insert(0, "none of them can be told" if figure.cannot_say else one.nothing.rstrip("."))
    beside += [f"not counted: {silent}" for silent in figure.silent if not nothing]
    return Told(
        month=figure.month,
        words=figure.month_words,
        value=figure.figure,
        figure="cannot say" if nothing else NOBODY if empty else _figure(one, figure),
        yes="" if nothing or empty else str(figure.numerator),
        every="" if nothing or empty or figure.denominator is None else str(figure.denominator),
        share="" if share is None else percent(share),
        unknown=str(figure.cannot_say) if figure.cannot_say else "",
        half="" if figure.median is None else f"{figure.median:g}",
        beside="; ".join(beside),
    )


def _figure(one: Measure, figure: MonthFigure) -> str:
    return percent(figure.figure or 0) if one.unit == "share" else str(figure.numerator)


def _part(part: Part) -> str:
    return (
        f"{part.words} {part.numerator} of {part.denominator}"
        if part.role == "share"
        else (f"{part.numerator} {part.words}")
    )


def told_outside(figure: OutsideFigure) -> Told:
    """A month as it may leave the service: the same row, with small numbers kept back."""
    one, nothing = figure.measure, figure.missing is not None
    plain = not nothing and figure.figure not in ("", KEPT_BACK, FEW_WORDS)
    beside = [_part_outside(*part) for part in figure.parts]
    if nothing:
        beside = [f"cannot say: it needs {figure.missing}"]
    shown = percent(float(figure.figure)) if plain and one.unit == "share" else figure.figure
    return Told(
        month=figure.month,
        words=figure.month_words,
        value=float(figure.figure) if plain else None,
        figure="cannot say" if nothing else shown or NOBODY,
        yes="" if nothing else figure.numerator,
        every="" if nothing else figure.denominator or "",
        share="" if nothing or one.unit != "share" else shown,
        unknown="" if nothing or figure.cannot_say == "0" else figure.cannot_say,
        half=figure.median or "",
        beside="; ".join(beside),
        kept=not nothing and figure.figure in (KEPT_BACK, FEW_WORDS),
    )


def too_small(months: Sequence[Told]) -> str:
    """Why no picture of these months is drawn; empty where every month that has a figure may be told.

    A picture of only the months that may be told would be one of the good months, and say the opposite of the whole.
    """
    kept = sum(month.kept for month in months)
    if not kept:
        return ""
    some = "1 of these months" if kept == 1 else f"{kept} of these months"
    return f"The numbers of {some} are too small to show, so no picture is drawn: the other months alone would mislead."


def _part_outside(words: str, yes: str, every: str | None) -> str:
    return f"{words} {yes} of {every}" if every and every != KEPT_BACK else f"{words}: {yes}"


def of_words(one: Measure, month: Told) -> str:
    """The counts behind a figure: ``14 of 17: in time``; empty where they are not told."""
    if not month.yes or month.yes == KEPT_BACK:
        return ""
    head = f"{one.head[0].lower()}{one.head[1:]}"
    return f"{month.yes} of {month.every}: {head}" if month.every else f"{month.yes}: {head}"
