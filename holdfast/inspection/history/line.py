"""A council's line: both tracks by date, each entry in words with its sources, how far it is sure, and what differs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from holdfast.inspection.history.department import STEP_WORDS, DepartmentState, department_track
from holdfast.inspection.history.events import (
    Event,
    EventT,
    Inspection,
    Intervention,
    OfstedEvent,
    Visit,
    differences,
)
from holdfast.inspection.history.ofsted import OfstedState, ofsted_track
from holdfast.inspection.history.sources import HOW_SURE, Sureness, sources_of, surest
from holdfast.inspection.history.track import StateT, Track
from holdfast.inspection.history.when import When
from holdfast.inspection.report import AREAS

Whose = Literal["Ofsted", "Department for Education"]

AREA_WORDS = {
    "overall": "overall", "help_and_protection": "help and protection", "care": "care",
    "care_leavers": "care leavers", "adoption": "adoption", "leadership": "leadership", "lscb": "safeguarding board",
}  # fmt: skip
VISIT_WORDS = {"monitoring": "Monitoring visit", "focused": "Focused visit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One event on the line. ``stands`` is how things stood after it; ``differing`` and ``broken`` are sentences."""

    whose: Whose
    when: When
    what: str
    stands: str
    sources: tuple[str, ...]
    sure: Sureness
    differing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The entry as plain values; days as ISO dates."""
        return {
            "track": self.whose, "from": self.when.first.isoformat(), "to": self.when.last.isoformat(),
            "when": self.when.words, "what": self.what, "stands": self.stands, "sources": list(self.sources),
            "sure": HOW_SURE[self.sure], "differing": list(self.differing), "broken": list(self.broken),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class CouncilHistory:
    """One council's two tracks."""

    authority_code: str
    ofsted: Track[OfstedState, OfstedEvent]
    department: Track[DepartmentState, Intervention]

    def entries(self, until: date | None = None) -> list[HistoryEntry]:
        """Every entry of both tracks by date; up to the end of a day where one is given. Ofsted's first on one day."""
        steps = [_entry("Ofsted", one.event, one.after.words, self.ofsted.why_broken(one.event))
                 for one in self.ofsted.steps]  # fmt: skip
        steps += [_entry("Department for Education", one.event, one.after.words, self.department.why_broken(one.event))
                  for one in self.department.steps]  # fmt: skip
        shown = [one for one in steps if until is None or one.when.last <= until]
        return sorted(shown, key=lambda one: (one.when.last, one.when.first))

    def standing(self, on: date | None = None) -> tuple[str, str]:
        """How the council stood with Ofsted and with the department, in words: at the end of a day, or after all that
        is known. Each names its last entry, for nothing says that none came after it."""
        ofsted = self.ofsted.state if on is None else self.ofsted.state_on(on)
        department = self.department.state if on is None else self.department.state_on(on)
        return (
            ofsted.words + _last(self.ofsted, on, "Newer reports and visits may exist."),
            department.words + last if (last := _last(self.department, on, "Later steps may exist.")) else _NO_STEP,
        )


_NO_STEP = "No step of the department is on record here. It may still have taken one."


def history_of(
    authority_code: str, ofsted: Iterable[OfstedEvent], department: Iterable[Intervention]
) -> CouncilHistory:
    """Walk both tracks. Neither looks at the other."""
    return CouncilHistory(authority_code, ofsted_track(ofsted), department_track(department))


def _last(track: Track[StateT, EventT], on: date | None, more: str) -> str:
    """The day of the last entry that counts, and that there may be more."""
    times = [one.event.when for one in track.steps if on is None or one.event.when.last <= on]
    return f" Last on record: {max(times, key=lambda one: one.last).words}. {more}" if times else ""


def _entry(whose: Whose, event: Event, stands: str, broken: tuple[str, ...]) -> HistoryEntry:
    apart = differences(event)
    main = surest(event.claims, "inspected" if isinstance(event, Inspection) else "when")
    return HistoryEntry(
        whose=whose, when=event.when, what=words_of(event), stands=stands, broken=broken,
        sources=tuple(one.words for one in sources_of(one for one in event.claims if one not in apart)),
        sure=main.source.sure if main else "second_hand",
        differing=tuple(f"{_ABOUT[one.about]} is also given as {one.words}: {one.source.words}" for one in apart),
    )  # fmt: skip


_ABOUT = {
    "inspected": "The time on site", "published": "The day of the report or judgement", "when": "Its time",
    "ordinal": "Its number",
}  # fmt: skip


def words_of(event: Event) -> str:
    """What happened, in a sentence."""
    if isinstance(event, Inspection):
        return _inspection_words(event)
    if isinstance(event, Visit):
        number = f" {event.ordinal}" if event.ordinal else ""
        about = f", {event.about}" if event.about else ""
        priority = "; an area for priority action was named" if event.priority_action else ""
        return f"{VISIT_WORDS[event.kind]}{number}{about}{priority}"
    if isinstance(event, Intervention):
        return STEP_WORDS[event.step]
    return "The council sends its plan"


def _inspection_words(event: Inspection) -> str:
    kind = "Re-inspection" if event.reinspection else "Inspection"
    grades = [f"{AREA_WORDS[area]} {grade.lower()}" for area in AREAS if (grade := event.grade(area))]
    unread = [AREA_WORDS[one.area] for one in event.judgements if one.absent == "not_read"]
    missing = f"; not read: {', '.join(unread)}" if unread else ""
    report = "" if event.published else "; the day of the report is not known"
    return f"{kind} of {event.inspected.words} ({event.framework}): {', '.join(grades)}{missing}{report}"
