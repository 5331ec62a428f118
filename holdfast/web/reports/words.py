"""What the pages of inspectors' words share: how a grade is drawn, where a page stands, and a form's choices."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.casework.permissions import council_basis
from holdfast.casework.reports.acts import TAKE_IN
from holdfast.inspection.grades import (
    ADEQUATE,
    GOOD,
    INADEQUATE,
    NOT_JUDGED,
    OUTSTANDING,
    REQUIRES_IMPROVEMENT,
)
from holdfast.inspection.history.events import Absent
from holdfast.inspection.report import Polarity
from holdfast.web.asking import Asking
from holdfast.web.parts import Crumb

HOME = Crumb(text="The council", href="/")
HERE = "inspectors"

PAGES = (
    ("line", "A council's line", "/inspectors/"),
    ("map", "The map", "/inspectors/map"),
    ("themes", "Themes over time", "/inspectors/themes"),
    ("search", "Search", "/inspectors/search"),
)

TAKING_IN = ("take-in", "Take a report in", "/inspectors/take-in")

GRADES: tuple[tuple[str, str, str], ...] = (
    ("outstanding", "O", OUTSTANDING), ("good", "G", GOOD), ("requires", "RI", REQUIRES_IMPROVEMENT),
    ("inadequate", "I", INADEQUATE), ("adequate", "A", ADEQUATE), ("unjudged", "NJ", NOT_JUDGED),
)  # fmt: skip
"""Each grade: its kind as the style sheet names it, its letters, and its words."""

NOT_READ = ("absent", "?", "Not read")
NOT_IN_SET = ("absent", "n/a", "Not judged apart in that set")
NONE_HERE = ("none", "", "No report on record here")

POLARITY_WORDS: dict[Polarity, str] = {
    "strength": "Strength", "weakness": "Weakness", "mixed": "Both", "neutral": "Neither",
}  # fmt: skip

NEWER = "As printed in each report; newer reports may exist."


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of a form."""

    code: str
    text: str
    chosen: bool


def choices(told: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    """Choices of a form, one of them chosen."""
    return tuple(Choice(code=code, text=text, chosen=code == chosen) for code, text in told)


def drawn(grade: str | None, absent: Absent | None) -> tuple[str, str, str]:
    """How a grade, or why there is none, is drawn and said: kind, letters, words."""
    for kind, letters, words in GRADES:
        if words == grade:
            return kind, letters, words
    return NOT_READ if absent == "not_read" else NOT_IN_SET


def crumbs(asking: Asking, *more: Crumb) -> tuple[Crumb, ...]:
    """The way to a page of inspectors' words."""
    first = Crumb(text="What inspectors wrote", href=asking.link("/inspectors/") if more else "")
    return (Crumb(text=HOME.text, href=asking.link(HOME.href)), first, *more)


def pages(asking: Asking, here: str) -> tuple[Crumb, ...]:
    """The pages beside each other; the one that is looked at has no address. Taking in is only for who may."""
    every = PAGES if council_basis(TAKE_IN, asking.seat) is None else (*PAGES, TAKING_IN)
    return tuple(Crumb(text=text, href="" if code == here else asking.link(path)) for code, text, path in every)
