"""What the pages of visits and packs say in the same words: moments, figures, and where each comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.measures import outside_view
from holdfast.casework.view import View
from holdfast.dates import say, say_moment
from holdfast.measures.measure import Measure, MonthFigure
from holdfast.measures.suppression import FEW_WORDS, KEPT_BACK, OutsideFigure
from holdfast.web.asking import Asking
from holdfast.web.parts import Crumb

NOBODY = "nobody to count"

HOME = Crumb(text="The council", href="/")
PACKS = Crumb(text="Visits and packs", href="/packs/")
VISITS = Crumb(text="Prepare a visit", href="/visits/")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """One line of a paper: what, and beside it how much, with the question worth asking or a link to what is behind.

    ``beside`` and ``words`` are quieter lines under the title and under the figure.
    """

    title: str
    figure: str
    key: str = ""
    href: str = ""
    beside: str = ""
    words: str = ""
    ask: str = ""
    link: Crumb | None = None


def crumbs(asking: Asking, *steps: Crumb) -> tuple[Crumb, ...]:
    """The way to a page, each step at the moment that is looked at; the last one has no address."""
    return tuple(Crumb(text=one.text, href=asking.link(one.href) if one.href else "") for one in (HOME, *steps))


def moment_words(asking: Asking) -> str:
    """As at when, and with what had been known by when; the same words whenever it is asked again."""
    view = asking.view if asking.seat.names else outside_view(asking.view)
    known = f"with what had been typed in by {say_moment(view.as_known)}" if view.as_known else "with all that is known"
    return f"{asking.council.settings.council}, as at {say_moment(view.as_at)}, {known}."


def figure_words(figure: MonthFigure) -> str:
    """A month's figure inside the service: ``82.4% (14 of 17)``."""
    if figure.missing is not None:
        return f"cannot say: it needs {figure.missing}"
    if figure.figure is None:
        return NOBODY
    if figure.denominator is None:
        return f"{figure.numerator} {figure.measure.head.lower()}"
    return f"{figure.figure:g}% ({figure.numerator} of {figure.denominator})"


def outside_words(figure: OutsideFigure) -> str:
    """A month's figure as it may leave the service, with small numbers kept back."""
    if figure.missing is not None:
        return "cannot say"
    if figure.figure in ("", KEPT_BACK, FEW_WORDS):
        return figure.figure or NOBODY
    return (
        f"{figure.figure}% ({figure.numerator} of {figure.denominator})"
        if figure.denominator
        else (f"{figure.figure} {figure.measure.head.lower()}")
    )


def source_words(measure: Measure, month: str, view: View) -> str:
    """Where a month's figure comes from, and of which moment it is."""
    whose = "The department's definition" if measure.definition == "the department's" else "A local definition"
    # As known at that same end goes without saying: the paper's note says it once, and the lines stay short.
    known = f", as known by {say_moment(view.as_known)}" if view.as_known not in (None, view.as_at) else ""
    return f"{whose}; {month} whole, as at its end{known}."


def joined(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def many(count: int, one: str, several: str = "") -> str:
    """``1 child``, ``4 children``."""
    return f"1 {one}" if count == 1 else f"{count} {several or f'{one}s'}"


def children(count: int) -> str:
    """``1 child``, ``4 children``."""
    return many(count, "child", "children")


def first_up(words: str) -> str:
    """The words with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"


def day_or_none(day: date | None) -> str:
    """A day in words; that none is on record, where none is."""
    return say(day) if day else "no day on record"
