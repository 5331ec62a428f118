"""The improvement plan as at a moment: how each action stands, what is claimed, and for whom that is untrue.

What people wrote in it is on record; how it stands is worked out, is not kept and cannot be typed. The line is handed
in: this floor does not know whose council it is.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from holdfast.casework.council import Council
from holdfast.casework.findings import BehindChild, FindingNow, england_target, findings_now, months_told
from holdfast.casework.frozen import frozen
from holdfast.casework.measures import BETTER, figures, outside_view, stretches
from holdfast.casework.view import View
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import end_of
from holdfast.measures.achieved import Achieved, achieved
from holdfast.measures.improvement import (
    STILL_SO,
    Dated,
    FoundAgain,
    ImprovementAction,
    ImprovementObjective,
    LeadersDecision,
)
from holdfast.measures.measure import Measure
from holdfast.measures.promise import Claim, CouncilLine, LinePoint
from holdfast.measures.register import BY_CODE as MEASURES
from holdfast.measures.trend import MonthTold, Target

Months = Mapping[str, Sequence[MonthTold]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionNow:
    """One action: how it stands, and beside it what was last said of it.

    ``at_close`` is how it stood when its objective was closed; None where it is open.
    """

    action: ImprovementAction
    days: Dated
    stands: Achieved
    claim: Claim | None
    measure: Measure | None
    at_close: Achieved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNow:
    """One decision of leaders, followed: ``done``, ``done late``, ``late`` or ``open``."""

    decision: LeadersDecision
    days: Dated
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradicted:
    """A claim that says *on track* or *done*, and the children for whom it is untrue, by the finding's own rules.

    ``children`` are those for whom something of it waits now; ``counted`` those of the last month's figure for whom
    nothing waits any more. ``others`` are those of both whom the seat does not see.
    """

    claim: Claim
    finding: FindingNow
    children: tuple[BehindChild, ...]
    counted: tuple[BehindChild, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveNow:
    """One objective as at a moment. ``found`` are the points at which its findings were raised or were still so."""

    objective: ImprovementObjective
    findings: tuple[FindingNow, ...]
    found: tuple[tuple[LinePoint, FoundAgain | None], ...]
    actions: tuple[ActionNow, ...]
    decisions: tuple[DecisionNow, ...]
    contradicted: tuple[Contradicted, ...]
    closed: bool

    @property
    def times_found(self) -> int:
        """At how many inspections and visits it was found, the first one counted."""
        return sum(again is None or again.fate in STILL_SO for _, again in self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a plan goes, asked or not: actions and decisions together.

    ``slipped`` of ``every`` are later than was planned first, together by so many ``days``; ``moved`` were moved twice
    or more; ``late`` are past their day now and not done.
    """

    every: int
    slipped: int
    days: int
    moved: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNow:
    """The whole plan as at a moment. ``day`` is the day by which what was written in it is known."""

    day: date
    objectives: tuple[ObjectiveNow, ...]
    pace: Pace

    @property
    def output_only(self) -> int:
        """How many actions name no measure."""
        return sum(one.measure is None for each in self.objectives for one in each.actions)

    @property
    def actions(self) -> int:
        """How many actions there are."""
        return sum(len(one.actions) for one in self.objectives)


def plan_now(
    council: Council, view: View, line: CouncilLine, theirs: Collection[str] | None, names: bool = True
) -> PlanNow:
    """The plan for somebody who sees ``theirs`` (None: every child). Without ``names`` no child is told of at all."""
    view = view if names else outside_view(view)
    day, plan = _known_by(view), plan_on_record(council, view)
    agreed = plan.by(day)
    # Before anything had been agreed there is nothing to work out.
    findings = {one.finding.slug: one for one in findings_now(council, view, line, theirs, names)} if agreed else {}
    objectives = [one for one in agreed if one.points or any(slug in findings for slug in one.findings)]
    counting = view if names else frozen(view)
    months = _months(council, counting, objectives)
    now = tuple(_objective(council, counting, one, line, findings, months, day) for one in objectives)
    return PlanNow(day=day, objectives=now, pace=_pace(now, day))


def objectives_of(council: Council, view: View, finding: str, names: bool = True) -> tuple[ImprovementObjective, ...]:
    """The objectives that come from a finding, as far as the plan was known at the moment."""
    view = view if names else outside_view(view)
    return tuple(one for one in plan_on_record(council, view).by(_known_by(view)) if finding in one.findings)


def _known_by(view: View) -> date:
    """What was written in the plan has no other time than its own day: it was known from that day on."""
    return min(view.as_at, view.as_known).date() if view.as_known else view.today


def _months(council: Council, view: View, objectives: Sequence[ImprovementObjective]) -> Months:
    """The whole months of every measure that an action of these goes by."""
    codes = dict.fromkeys(one.measure for each in objectives for one in each.actions if one.measure)
    whole = [one for one in stretches(view) if not one.so_far]
    counted = figures(council, view, [MEASURES[code] for code in codes], whole)
    return {code: months_told(some) for code, some in counted.items()}


def _objective(
    council: Council, view: View, one: ImprovementObjective, line: CouncilLine, findings: Mapping[str, FindingNow],
    months: Months, day: date,
) -> ObjectiveNow:  # fmt: skip
    its = tuple(findings[slug] for slug in one.findings if slug in findings)
    closed = one.closed_on if one.is_closed(day) else None
    before: Months = {}
    if closed is not None:
        before = _months(council, replace(view, as_at=end_of(closed)), [one])
    return ObjectiveNow(
        objective=one, findings=its, found=tuple(_found(one, line, day)), closed=closed is not None,
        actions=tuple(_action(each, its, months, day, closed, before) for each in one.actions if each.agreed_on <= day),
        decisions=tuple(_decision(each, day) for each in one.decisions if each.on <= day),
        contradicted=tuple(
            Contradicted(
                claim=each.claim, finding=each, others=each.others,
                children=tuple(child for child in each.children if child.waits),
                counted=tuple(child for child in each.children if not child.waits),
            )
            for each in its
            if each.claim is not None and each.claim.says != "behind" and (each.children or each.others)
        ),
    )  # fmt: skip


def _found(one: ImprovementObjective, line: CouncilLine, day: date) -> Iterator[tuple[LinePoint, FoundAgain | None]]:
    """The points of the line that raised its findings or spoke of them again, in order of day."""
    again = {(each.point, each.finding): each for each in one.again}
    for point in line.until(day):
        if any(slug in point.raised for slug in one.findings):
            yield point, None
        for slug in one.findings:
            if (point.slug, slug) in again:
                yield point, again[point.slug, slug]


def _action(
    action: ImprovementAction, findings: Sequence[FindingNow], months: Months, day: date, closed: date | None,
    before: Months,
) -> ActionNow:  # fmt: skip
    measure = MEASURES[action.measure] if action.measure else None
    better, target = (BETTER[measure.code], _target(measure, findings)) if measure else ("up", None)
    code = action.measure or ""
    return ActionNow(
        action=action, days=action.days.known(day), claim=action.claimed(day), measure=measure,
        stands=achieved(action, day, months.get(code, ()), better, target),
        at_close=achieved(action, closed, before.get(code, ()), better, target) if closed else None,
    )  # fmt: skip


def _target(measure: Measure, findings: Sequence[FindingNow]) -> Target | None:
    """What good is: the finding's own where it rests on the same measure, else England's."""
    return next((one.target for one in findings if one.measure == measure), england_target(measure))


def _decision(decision: LeadersDecision, day: date) -> DecisionNow:
    days = decision.days.known(day)
    late = days.is_late(day) or days.days_slipped(day) > 0
    state = ("done late" if late else "done") if days.done_on else "late" if days.is_late(day) else "open"
    return DecisionNow(decision=decision, days=days, state=state)


def _pace(objectives: Sequence[ObjectiveNow], day: date) -> Pace:
    every = [one.days for each in objectives for one in each.actions]
    every += [one.days for each in objectives for one in each.decisions]
    slipped = [one.days_slipped(day) for one in every]
    return Pace(
        every=len(every), slipped=sum(one > 0 for one in slipped), days=sum(slipped),
        moved=sum(one.moved > 1 for one in every), late=sum(one.is_late(day) for one in every),
    )  # fmt: skip
