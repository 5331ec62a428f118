"""What every page has around it: where you are, through whose eyes, and which day you are looking at."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from holdfast.dates import end_of, say_moment, say_with_weekday
from holdfast.web.today import now

if TYPE_CHECKING:
    from datetime import datetime

    from holdfast.web.asking import Asking

SECTIONS = (
    ("home", "The council", "/"),
    ("monday", "Monday", "/monday"),
    ("teams", "Teams", "/team/"),
    ("measures", "Measures", "/measures/"),
    ("registers", "Registers", "/registers/"),
    ("inspectors", "Inspectors", "/inspectors/"),
    ("packs", "Visits and packs", "/packs/"),
    ("founding", "The tour", "/founding/"),
    ("import", "Read a file", "/import/"),
)

NO_NAMES_HERE = frozenset({"monday", "teams", "registers", "import"})
"""Sections that a seat without names has nothing to see in."""


AHEAD = "That day has not come: here is what will be late by then if nothing more is put on record."

UNTIMED = "A row that does not say when it was typed in counts as typed in on the day it tells of."


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One entry of the navigation."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the page template shows around a page; words and links only."""

    title: str
    council: str
    here: str
    nav: tuple[Section, ...]
    seat_title: str
    seat_holder: str
    seat_may: str
    moment_words: str
    is_moved: bool
    as_at_value: str
    as_known_value: str
    known_words: str
    ahead_words: str
    hidden: tuple[tuple[str, str], ...]
    back_to_now: str
    amiss: str
    position: int


def frame_of(asking: "Asking", *, title: str, here: str) -> Frame:
    """The frame of one page."""
    view, seat, request = asking.view, asking.seat, asking.request
    others = tuple((name, value) for name, value in request.GET.items() if name not in ("as-at", "as-known"))
    sections = [one for one in SECTIONS if seat.names or one[0] not in NO_NAMES_HERE]
    return Frame(
        title=title,
        council=asking.council.settings.council,
        here=here,
        nav=tuple(Section(text=text, href=asking.link(path), current=code == here) for code, text, path in sections),
        seat_title=seat.title,
        seat_holder=seat.holder_name or "",
        seat_may=seat.may,
        moment_words=_words(view.as_at),
        is_moved=asking.moved,
        as_at_value=f"{view.as_at:%Y-%m-%dT%H:%M}",
        as_known_value=f"{view.as_known:%Y-%m-%dT%H:%M}" if view.as_known else "",
        known_words=_known_words(asking) if view.as_known else "",
        ahead_words=AHEAD if view.as_at > now() else "",
        hidden=others,
        back_to_now=request.path,
        amiss=asking.amiss,
        position=asking.council.position,
    )


def _known_words(asking: "Asking") -> str:
    """Up to when things had been typed in, and what is taken of rows that do not say when they were."""
    known = asking.view.as_known
    said = f"Only what had been typed in by {_words(known)}." if known else ""
    return f"{said} {UNTIMED}" if asking.council.untimed else said


def _words(moment: "datetime") -> str:
    if moment == end_of(moment.date()) and moment != now():
        return f"the end of {say_with_weekday(moment.date())}"
    return say_moment(moment)
