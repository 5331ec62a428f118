"""How often something was found: the points of reports that an objective comes from, and what became of them since.

Only a fate that a person confirmed counts. What a later document only proposes decides nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from holdfast.casework.improvement import ObjectiveNow
from holdfast.casework.reports.fates import KeptFate
from holdfast.casework.reports.held import Document, Library, Passage
from holdfast.measures.improvement import STILL_SO


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """A point of a report that an objective comes from, and each later document of which a fate was confirmed."""

    passage: Passage
    since: tuple[tuple[Document, KeptFate], ...]


def taken_up(now: ObjectiveNow, library: Library, fates: Iterable[KeptFate]) -> tuple[TakenUp, ...]:
    """Every point that the objective comes from and that is in the library, in the order in which it was taken up."""
    kept = list(fates)
    found = []
    for address in now.objective.points:
        key, _, place = address.partition("/point-")
        passage = library.passage(key, "point", int(place)) if place.isdecimal() else None
        if passage is not None:
            found.append(TakenUp(passage=passage, since=tuple(_since(passage, library, kept))))
    return tuple(found)


def _since(passage: Passage, library: Library, kept: Iterable[KeptFate]) -> list[tuple[Document, KeptFate]]:
    """The last word on each later document, the oldest document first."""
    named = passage.document.key, passage.place, passage.key
    last = {one.later: one for one in kept if (one.document, one.point, one.text) == named}
    return [(one, last[one.key]) for one in library.documents if one.key in last]


def times_found(now: ObjectiveNow, points: Iterable[TakenUp]) -> int:
    """At how many inspections and visits it was found, the first one counted.

    A report that came out on a day of the line tells of that day's inspection or visit, which counts once.
    """
    told = {point.day for point, _ in now.found}
    days = set()
    for one in points:
        days.add(one.passage.document.day)
        days |= {later.day for later, fate in one.since if fate.fate in STILL_SO}
    return now.times_found + len(days - told)


def inspections_found(now: ObjectiveNow, points: Iterable[TakenUp]) -> int:
    """At how many inspections it was asked for: those of the line, and those of which a person joined a point to it."""
    days = {point.day for point, _ in now.found if point.kind == "inspection"}
    return len(days | {
        one.passage.document.day for one in points if one.passage.document.report.kind == "inspection_report"
    })  # fmt: skip


def found_words(now: ObjectiveNow, points: Sequence[TakenUp]) -> str:
    """How often it was found, and at how many inspections where at more than one; empty for what was found once."""
    times, inspections = times_found(now, points), inspections_found(now, points)
    across = f", at {inspections} inspections" if inspections > 1 else ""
    return f"Found {times} times{across}" if times > 1 else ""
