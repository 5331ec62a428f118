"""Reviews of a plan that find no change for the better, and the decision that a third one asks for."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from holdfast.dates import WorkingDays, say, working_days_between
from holdfast.duties.drift.open_work import DECISION_NOUNS, decision_days, is_recent
from holdfast.duties.drift.rule import Finding, Needs, Rule, clocked, in_words, number
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import PreProceedings, ProtectionPlan
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan
from holdfast.record.oversight import PlanReview

NO_BETTER = ("little or none", "worse")
"""What a review can have found that is no change for the better."""

PLANS: dict[str, tuple[type[Fact], str, str]] = {
    "child in need": (InNeedPlan, "started_on", "ended_on"),
    "child protection": (ProtectionPlan, "started_on", "ended_on"),
    "in care": (CarePeriod, "started_on", "ended_on"),
    "pre-proceedings": (PreProceedings, "decided_on", "ended_on"),
}
"""For each kind of plan reviewed: where its own first and last day are on record."""

UNKNOWN_PLAN = (date.min, "", date.max)


class PlanTime(NamedTuple):
    """The plan that a review belongs to."""

    started_on: date
    id: str | None
    ended_on: date | None


class ReviewInRun(NamedTuple):
    """A review that found no change for the better, in its place in an unbroken run of them.

    ``number`` counts from one. ``first`` and ``last`` are the run's own days; ``broken_on`` is the first review
    after it that found something else, or did not say.
    """

    kind: str
    plan: PlanTime | None
    on: date
    number: int
    first: date
    last: date
    broken_on: date | None

    @property
    def over_on(self) -> date | None:
        """The day the run was broken or the plan ended, whichever came first."""
        days = [day for day in (self.broken_on, self.plan.ended_on if self.plan else None) if day is not None]
        return min(days, default=None)

    @property
    def subject(self) -> str | None:
        """The plan's id."""
        return self.plan.id if self.plan else None

    def is_living(self, standing: Standing, settings: Settings) -> bool:
        """True while the plan is on record and open, or the last review of the run is recent."""
        plan_open = self.plan is not None and self.plan.ended_on is None
        return plan_open or is_recent(self.last, standing, settings)


def plan_at(kind: str, day: date, standing: Standing) -> PlanTime | None:
    """The plan of this kind that was open on the day; the latest to begin where several were."""
    if kind not in PLANS:
        return None
    noun, start, end = PLANS[kind]
    plans = (
        PlanTime(getattr(one, start), getattr(one, "id", None), getattr(one, end))
        for one in standing.of(noun)
        if getattr(one, start) is not None
    )
    holding = [one for one in plans if one.started_on <= day and (one.ended_on is None or day <= one.ended_on)]
    return max(holding, key=_order, default=None)


def _order(plan: PlanTime | None) -> tuple[date, str, date]:
    return UNKNOWN_PLAN if plan is None else (plan.started_on, plan.id or "", plan.ended_on or date.max)


def reviews_in_runs(standing: Standing) -> Iterator[ReviewInRun]:
    """Every review that found no change for the better, kind by kind and plan by plan.

    Of several reviews of one kind on a day, one that found something else breaks the run.
    """
    days: dict[tuple[str, date], bool] = {}
    for one in standing.of(PlanReview):
        if one.on is not None and one.plan_kind is not None:
            key = (one.plan_kind, one.on)
            days[key] = days.get(key, True) and one.change in NO_BETTER
    placed = sorted(
        ((kind, plan_at(kind, day, standing), day, stuck) for (kind, day), stuck in days.items()),
        key=lambda one: (one[0], _order(one[1]), one[2]),
    )
    for (kind, order), group in groupby(placed, key=lambda one: (one[0], _order(one[1]))):
        reviews = list(group)
        plan = None if order == UNKNOWN_PLAN else reviews[0][1]
        yield from _runs(kind, plan, [(day, stuck) for _, _, day, stuck in reviews])


def _runs(kind: str, plan: PlanTime | None, reviews: list[tuple[date, bool]]) -> Iterator[ReviewInRun]:
    place = 0
    while place < len(reviews):
        run = []
        while place < len(reviews) and reviews[place][1]:
            run.append(reviews[place][0])
            place += 1
        broken = reviews[place][0] if place < len(reviews) else None
        for number_in_run, day in enumerate(run, 1):
            yield ReviewInRun(kind, plan, day, number_in_run, run[0], run[-1], broken)
        place += 1


def no_change_twice(standing: Standing, settings: Settings) -> list[Finding]:
    """Runs of so many reviews that nobody has decided about since the last of them."""
    found = []
    for one in reviews_in_runs(standing):
        enough = one.on == one.last and one.number >= number(settings, "no-change-reviews")
        if not enough or one.over_on is not None or not one.is_living(standing, settings):
            continue
        if any(day >= one.last for day in decision_days(standing, one.subject)):
            continue
        found.append(
            Finding(
                child=standing.child.id, state="raised", since=one.first, subject=one.subject, last_on=one.last,
                count=one.number, detail=one.kind,
            )
        )  # fmt: skip
    return found


def no_change_decision(standing: Standing, settings: Settings) -> list[Finding]:
    """From the third such review on: the decision that is due, until there is one or the run is over.

    A further review without change starts no new count while the decision is still awaited.
    """
    third = number(settings, "no-change-reviews") + 1
    found, before = [], None
    for one in reviews_in_runs(standing):
        if one.number < third:
            continue
        days = decision_days(standing, one.subject)
        waiting = one.number > third and before is not None and not any(before <= day < one.on for day in days)
        before = one.on
        if not waiting:
            found += _decision(one, days, standing, settings)
    return found


def _decision(one: ReviewInRun, days: list[date], standing: Standing, settings: Settings) -> list[Finding]:
    over, today = one.over_on, standing.today
    met = min((day for day in days if one.on <= day and (over is None or day <= over)), default=None)
    due = WorkingDays(number(settings, "no-change-decision-working-days")).after(one.on)
    state = clocked(due, met, over, today)
    past = met or over
    if not (one.is_living(standing, settings) if past is None else is_recent(past, standing, settings)):
        return []
    return [
        Finding(
            child=standing.child.id, state=state, since=one.on, subject=one.subject, last_on=one.last, due_on=due,
            met_on=met, detail=one.kind,
            count=None if state == "ended" else working_days_between(met or today, due),
        )
    ]  # fmt: skip


def _says_twice(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.last_on is not None
    many = f"The last {in_words(one.count)} reviews of the plan ({one.detail}), from {say(one.since)}"
    return f"{many} to {say(one.last_on)}, recorded little or no change for the better; no decision since is on record."


def _says_decision(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.due_on is not None
    third = in_words(number(settings, "no-change-reviews") + 1)
    asked = f"On {say(one.since)} the plan ({one.detail}) had {third} reviews or more without change for the better"
    if one.state == "running":
        return f"{asked}; a decision is due by {say(one.due_on)}."
    if one.state == "overdue":
        return f"{asked}. A decision was due by {say(one.due_on)}; none is on record."
    if one.met_on is not None:
        return f"{asked}. A decision was due by {say(one.due_on)} and was recorded on {say(one.met_on)}."
    return f"{asked}. No decision is on record; a later review found otherwise, or the plan ended."


REVIEWED = Needs(noun=PlanReview, fields=("plan_kind", "on", "change"), every=True)
CLOSED_BY_DECISION = (
    "A decision about the plan on the day of the last such review or later, a legal gateway or an application; "
    "or a review that finds change for the better; or the end of the plan."
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="no-change-twice",
        title="Reviews running have found no change for the better.",
        matter="no-change",
        one=no_change_twice,
        needs=(REVIEWED,),
        answers=DECISION_NOUNS,
        unit="reviews",
        threshold="Raised at {no-change-reviews} reviews running of one plan.",
        says=_says_twice,
        asks="What will be different for the child from here, and who decides it?",
        closes=CLOSED_BY_DECISION,
    ),
    Rule(
        code="no-change-decision",
        title="A third review without change asks for a decision.",
        matter="no-change",
        one=no_change_decision,
        needs=(REVIEWED,),
        answers=DECISION_NOUNS,
        unit="working days left",
        threshold=(
            "Due {no-change-decision-working-days} working days after the review that follows "
            "{no-change-reviews} without change."
        ),
        says=_says_decision,
        asks="What is the decision: carry on and why, change the plan, or go to a legal gateway?",
        closes=CLOSED_BY_DECISION,
    ),
)
