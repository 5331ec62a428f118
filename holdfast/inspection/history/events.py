"""What can happen on a council's line: an inspection, a visit, a plan sent, a step of the department."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from holdfast.inspection.grades import INADEQUATE
from holdfast.inspection.history.sources import TIMES, SourceClaim, differing, surest
from holdfast.inspection.history.when import When

VisitKind = Literal["monitoring", "focused"]
Absent = Literal["not_in_this_set", "not_read"]

InterventionStep = Literal[
    "adviser", "improvement_notice", "notice_lifted", "direction", "revised_direction", "direction_revoked",
    "commissioner", "commissioner_ended", "trust_planned", "trust_paused", "trust_dropped", "trust_begun",
    "said_to_have_ended",
]  # fmt: skip
"""The department's steps. ``said_to_have_ended`` is a headline: it may mean one rung down, and changes nothing."""


class NotAnEvent(ValueError):
    """A dated event that lacks what makes it one; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedJudgement:
    """One judgement as printed: the area and its grade, or why there is no grade. One of the two, never both."""

    area: str
    grade: str | None = None
    absent: Absent | None = None

    def __post_init__(self) -> None:
        """Refuse a judgement with neither a grade nor a reason, or with both."""
        if (self.grade is None) == (self.absent is None):
            raise NotAnEvent(f"The judgement on {self.area!r} needs a grade, or the reason why it has none; not both.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One graded inspection. It stands on the line at the day its report came out: till then nobody knew the grade."""

    authority_code: str
    framework: str
    claims: tuple[SourceClaim, ...]
    judgements: tuple[PrintedJudgement, ...]
    reinspection: bool = False

    def __post_init__(self) -> None:
        """Refuse an inspection of no known days."""
        if surest(self.claims, "inspected") is None:
            raise NotAnEvent("An inspection needs a claim about the days on which it was made (inspected).")

    @property
    def inspected(self) -> When:
        """The days on site, first to last."""
        return _time(self.claims, "inspected")

    @property
    def published(self) -> When | None:
        """The day the report came out; None where no source says."""
        claim = surest(self.claims, "published")
        return claim.time if claim else None

    @property
    def when(self) -> When:
        """The day it counts from: the report's, or the days on site where that is not known."""
        return self.published or self.inspected

    def grade(self, area: str) -> str | None:
        """The grade printed for an area; None where none was printed or read."""
        return next((one.grade for one in self.judgements if one.area == area), None)

    @property
    def found_inadequate(self) -> bool | None:
        """Whether the council was found inadequate; None where that was not read.

        Overall is a judgement of its own and decides. Since April 2026 there is none: then any one judgement of
        inadequate counts, a reading that nobody has confirmed.
        """
        overall = next((one for one in self.judgements if one.area == "overall"), None)
        if overall and overall.grade:
            return overall.grade == INADEQUATE
        if overall is None or overall.absent == "not_read":
            return None
        return INADEQUATE in {one.grade for one in self.judgements}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit without grades: monitoring (counted from the inadequate judgement) or focused. ``about`` is its theme
    in our own words; ``judgements`` stays empty, for a visit gives none."""

    authority_code: str
    kind: VisitKind
    claims: tuple[SourceClaim, ...]
    about: str | None = None
    priority_action: bool = False
    judgements: tuple[PrintedJudgement, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a visit of no known time."""
        _needs_when(self.claims, "A visit")

    @property
    def when(self) -> When:
        """When inspectors came; where a source says what came after it, before that."""
        when, before = _time(self.claims, "when"), surest(self.claims, "before")
        return when.ended_before(before.time) if before else when

    @property
    def ordinal(self) -> int | None:
        """Which monitoring visit it was since the inadequate judgement; None where no source says."""
        claim = surest(self.claims, "ordinal")
        return int(claim.value) if claim else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """The plan that a council sends after an inadequate judgement or an area for priority action."""

    authority_code: str
    claims: tuple[SourceClaim, ...]

    def __post_init__(self) -> None:
        """Refuse a plan of no known time."""
        _needs_when(self.claims, "An action plan")

    @property
    def when(self) -> When:
        """When it was sent."""
        return _time(self.claims, "when")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One step of the Department for Education. No report tells of them: they come from a dated file of sources."""

    authority_code: str
    step: InterventionStep
    claims: tuple[SourceClaim, ...]

    def __post_init__(self) -> None:
        """Refuse a step of no known time."""
        _needs_when(self.claims, "A step of the department")

    @property
    def when(self) -> When:
        """When it was taken or published."""
        return _time(self.claims, "when")


OfstedEvent = Inspection | Visit | ActionPlan
Event = OfstedEvent | Intervention
EventT = TypeVar("EventT", bound=Event)


def in_order(events: Iterable[EventT]) -> list[EventT]:
    """By the day each had surely happened, then by the day it may have begun; equal ones as they were given."""
    return sorted(events, key=lambda one: (one.when.last, one.when.first))


def back_dated(event: Event) -> list[str]:
    """Each claim that cannot be: a source older than what it tells of, or a report older than its inspection."""
    found = [
        f"{one.source.publisher} wrote on {one.source.on.words}, before what it tells of ({one.words})."
        for one in event.claims
        if one.about in TIMES and one.source.on and one.source.on.certainly_before(one.time)
    ]
    if isinstance(event, Inspection):
        ended = event.inspected.last
        found += [
            f"A report said to be of {one.words} cannot tell of an inspection that ended after it, on "
            f"{event.inspected.words}."
            for one in event.claims
            if one.about == "published" and one.time.last < ended
        ]
    return found


def differences(event: Event) -> tuple[SourceClaim, ...]:
    """Every claim of the event that differs from the surest about the same thing."""
    about = dict.fromkeys(one.about for one in event.claims)
    return tuple(claim for one in about for claim in differing(event.claims, one))


def _time(claims: tuple[SourceClaim, ...], about: str) -> When:
    claim = surest(claims, about)
    if claim is None:
        raise NotAnEvent(f"Nobody claims {about!r}.")
    return claim.time


def _needs_when(claims: tuple[SourceClaim, ...], what: str) -> None:
    if surest(claims, "when") is None:
        raise NotAnEvent(f"{what} needs a claim about when it was.")
