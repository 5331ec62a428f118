"""How each provision was read: the few forms of reading the citations use.

Two rounds of reading are on record, both done by a research tool from stored public texts: the
compilation of 22 November 2026, and a check of some provisions on 24 November 2026. No person has read
any of them yet. A new reading gets its own day and its own reader; never move the day of an old one.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from holdfast.law.citation import Reading, in_words

COMPILED_ON: Final = date(2026, 11, 22)
CHECKED_ON: Final = date(2026, 11, 24)
RESEARCH_TOOL: Final = "a research tool"


def text_read(note: str = "", *, as_made: bool = False, where: str = "", on: date = COMPILED_ON) -> Reading:
    """The provision's own words were read; `as_made` if in the original text, which may since be amended."""
    return Reading("the regulation itself", as_made, on, RESEARCH_TOOL, note, where)


def text_read_twice(note: str = "", *, as_made: bool = False, where: str = "") -> Reading:
    """The provision's own words were read in both rounds; the reading is dated by the later one."""
    note = f"{note} Also read on {in_words(COMPILED_ON)}.".strip()
    return text_read(note, as_made=as_made, where=where, on=CHECKED_ON)


def guidance_read(note: str, *, where: str = "", on: date = COMPILED_ON) -> Reading:
    """Guidance, or a department's published rule, was read. `where` names it more exactly."""
    return Reading("guidance", False, on, RESEARCH_TOOL, note, where)


def page_read(note: str, *, where: str = "", on: date = COMPILED_ON) -> Reading:
    """A page at second hand was read: a council's, unless `where` says whose."""
    return Reading("a council's page", False, on, RESEARCH_TOOL, note, where)


def not_read(note: str = "") -> Reading:
    """Nothing was read: the figure is from general knowledge."""
    return Reading("nothing", note=note)
