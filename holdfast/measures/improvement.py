"""An improvement plan as data: what is to change for a child, who answers for it, and every move of its day.

The plan is written by people. How an action stands is worked out from the record (``holdfast.measures.achieved``) and
has no field here: what somebody says of it is a claim, dated, and is shown beside.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.measures.promise import Claim, InspectionFinding

Fate = Literal["partly", "persists", "deteriorated", "addressed"]

STILL_SO: frozenset[Fate] = frozenset({"partly", "persists", "deteriorated"})
"""Fates that say of a finding that it was found again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day by which something is to be done, since when it is that day, by which role it was set, and why."""

    day: date
    set_on: date
    by_role: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something that is to be done by a day: its day with every move in order of being set, and when it was done."""

    planned: tuple[PlannedDay, ...]
    done_on: date | None = None

    def known(self, day: date) -> "Dated":
        """The same as it stood at the end of a day: later moves and a later doing are not known yet."""
        done = self.done_on if self.done_on is not None and self.done_on <= day else None
        return Dated(planned=tuple(one for one in self.planned if one.set_on <= day), done_on=done)

    @property
    def first(self) -> date:
        """The day that was planned first."""
        return self.planned[0].day

    @property
    def last(self) -> date:
        """The day that is planned now."""
        return self.planned[-1].day

    @property
    def moved(self) -> int:
        """How many times the day was moved."""
        return len(self.planned) - 1

    def days_slipped(self, day: date) -> int:
        """Days after the first planned day: till it was done, else till its day now or ``day``, whichever is later."""
        return max(((self.done_on or max(self.last, day)) - self.first).days, 0)

    def is_late(self, day: date) -> bool:
        """Whether it is not done and its day is over."""
        return self.done_on is None and self.last < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody wrote of an action on a day: in words, by a role, never by a name."""

    on: date
    words: str
    by_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What an action needs in people or money. ``agreed_on`` is None where it was asked for and nobody agreed."""

    words: str
    by_role: str
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementAction:
    """One thing to be done. ``for_a_child`` says what a child will notice; ``effect`` what the record will show.

    ``measure`` is a code of the monthly measures; None makes it *output only*, whatever else is said of it. ``owner``
    is a role.
    """

    slug: str
    title: str
    for_a_child: str
    effect: str
    owner: str
    agreed_on: date
    days: Dated
    measure: str | None = None
    resource: Resource | None = None
    claims: tuple[Claim, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def claimed(self, day: date) -> Claim | None:
        """What was last said of it by this day; None where nothing was said yet."""
        return next((one for one in reversed(self.claims) if one.on <= day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadersDecision:
    """What leaders decided at a meeting, by whom it is to be done, and what came of it. ``meeting`` is its name."""

    slug: str
    on: date
    meeting: str
    words: str
    owner: str
    days: Dated
    came_of_it: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAgain:
    """What a person read in a later point of the line: whether a finding was still so then."""

    point: str
    finding: str
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingBack:
    """What people learned when an objective was closed: a day, a role, and a few sentences."""

    on: date
    words: str
    by_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementObjective:
    """What is to be better, the findings of the line that it comes from, and what is done for it.

    ``points`` are the points of reports that it comes from, as addresses call them: ``report-2023/point-1``.

    ``claims`` are what was said of the whole of it, in order of day.
    """

    slug: str
    title: str
    findings: tuple[str, ...]
    agreed_on: date
    actions: tuple[ImprovementAction, ...]
    decisions: tuple[LeadersDecision, ...] = ()
    again: tuple[FoundAgain, ...] = ()
    claims: tuple[Claim, ...] = ()
    closed_on: date | None = None
    looking_back: tuple[LookingBack, ...] = ()
    points: tuple[str, ...] = ()

    def is_closed(self, day: date) -> bool:
        """Whether it had been closed by this day."""
        return self.closed_on is not None and self.closed_on <= day


MOST_WEEKS = 104
"""How far back Mondays are ever asked: two years. Each costs the work of one Monday list, and of older ones little is
on record in most extracts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFrom:
    """When a record counts as having shown a finding: from so many children on, asked at least so many weeks back.

    Both are a council's own numbers. ``weeks`` is at most ``MOST_WEEKS``.
    """

    children: int
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementPlan:
    """A council's improvement plan: its objectives in the order in which a page tells them."""

    objectives: tuple[ImprovementObjective, ...]

    def by(self, day: date) -> tuple[ImprovementObjective, ...]:
        """The objectives that had been agreed by this day."""
        return tuple(one for one in self.objectives if one.agreed_on <= day)

    def said_of(self, finding: InspectionFinding) -> tuple[Claim, ...]:
        """Everything that was said of a finding, in order of day.

        That is what its promise has, what was said of an action that goes by the very measure the finding rests on,
        and what was said of the whole of an objective that comes from it.
        """
        its = [one for one in self.objectives if finding.slug in one.findings]
        same = [one for each in its for one in each.actions if one.measure and one.measure == finding.shown.measure]
        said = [claim for one in same for claim in one.claims]
        said += [*finding.promise.claims, *(claim for each in its for claim in each.claims)]
        return tuple(sorted(dict.fromkeys(said), key=lambda one: one.on))

    def claim_of(self, finding: InspectionFinding, day: date) -> Claim | None:
        """What was last said of a finding by this day; None where nothing was said yet."""
        return next((one for one in reversed(self.said_of(finding)) if one.on <= day), None)


def weeks_words(days: int) -> str:
    """Days as a plan tells them: ``3 weeks``, ``less than a week``; empty for none."""
    weeks = days // 7
    if weeks:
        return "1 week" if weeks == 1 else f"{weeks} weeks"
    return "less than a week" if days else ""
