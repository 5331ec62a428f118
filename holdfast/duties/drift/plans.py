"""Plans that have run for long: child protection, child in need, and the time before proceedings."""

from collections.abc import Callable
from datetime import date

from holdfast.dates import Weeks, add_months, say
from holdfast.duties.drift.open_work import DECISION_NOUNS, decision_days
from holdfast.duties.drift.rule import Finding, Needs, Rule, number
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Application, PreProceedings, ProtectionPlan
from holdfast.record.front_door import InNeedPlan

SENIOR = "for a senior manager"
"""The word by which the second threshold of a protection plan is told from the first."""


def is_decided(marked_on: date, subject: str | None, standing: Standing, settings: Settings) -> bool:
    """True when somebody decided about the plan since the day it reached its mark, and lately enough to hold."""
    holds = number(settings, "plan-decision-holds-months")
    return any(marked_on <= day and standing.today < add_months(day, holds) for day in decision_days(standing, subject))


def protection_plan_long(standing: Standing, settings: Settings) -> list[Finding]:
    """Each open protection plan at the mark that it has reached, or on its way to the first."""
    first, second = number(settings, "protection-plan-months"), number(settings, "protection-plan-months-senior")
    found = []
    for plan in standing.of(ProtectionPlan):
        if plan.started_on is None or plan.ended_on is not None:
            continue
        senior = add_months(plan.started_on, second) <= standing.today
        found += _long(
            plan, plan.started_on, second if senior else first, SENIOR if senior else None, standing, settings
        )
    return found


def in_need_plan_long(standing: Standing, settings: Settings) -> list[Finding]:
    """Each open child in need plan, before or past its mark."""
    months = number(settings, "in-need-plan-months")
    return [
        finding
        for plan in standing.of(InNeedPlan)
        if plan.started_on is not None and plan.ended_on is None
        for finding in _long(plan, plan.started_on, months, None, standing, settings)
    ]


def _long(
    plan: ProtectionPlan | InNeedPlan, start: date, months: int, detail: str | None, standing: Standing,
    settings: Settings,
) -> list[Finding]:  # fmt: skip
    marked_on = add_months(start, months)
    reached = marked_on <= standing.today
    if reached and is_decided(marked_on, plan.id, standing, settings):
        return []
    return [
        Finding(
            child=plan.child, state="raised" if reached else "running", since=start, subject=plan.id,
            due_on=marked_on, count=months if reached else None, detail=detail,
        )
    ]  # fmt: skip


def pre_proceedings_long(standing: Standing, settings: Settings) -> list[Finding]:
    """Each time in pre-proceedings that has neither ended nor led to an application."""
    weeks = Weeks(number(settings, "pre-proceedings-weeks"))
    issued = [one.issued_on for one in standing.of(Application) if one.issued_on is not None]
    found = []
    for one in standing.of(PreProceedings):
        start = one.letter_on or one.decided_on
        if start is None or one.ended_on is not None or any(day >= start for day in issued):
            continue
        due = weeks.after(start)
        late = standing.today > due
        found.append(
            Finding(
                child=one.child, state="raised" if late else "running", since=start, subject=one.id, due_on=due,
                count=(due - standing.today).days,
            )
        )  # fmt: skip
    return found


def _says_plan(kind: str) -> Callable[[Finding, Settings], str]:
    def says(one: Finding, settings: Settings) -> str:
        assert one.since is not None
        assert one.due_on is not None
        if one.state == "running":
            return f"The {kind} plan began on {say(one.since)}; on {say(one.due_on)} it is asked about by name."
        words = f"The {kind} plan has run since {say(one.since)}: {one.count} months or more"
        return f"{words}. No decision about it since {say(one.due_on)} is on record that still holds."

    return says


def _says_before_court(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.due_on is not None
    weeks = f"{number(settings, 'pre-proceedings-weeks')} weeks from {say(one.since)}"
    if one.state == "running":
        return f"Pre-proceedings are open; {weeks} end on {say(one.due_on)}."
    return f"Pre-proceedings are open; {weeks} ended on {say(one.due_on)}. No issue or stepping down is on record."


RULES: tuple[Rule, ...] = (
    Rule(
        code="protection-plan-long",
        title="A child protection plan has run for long.",
        matter="cp-plan-duration-flag",
        one=protection_plan_long,
        needs=(Needs(noun=ProtectionPlan, fields=("started_on", "ended_on")),),
        answers=DECISION_NOUNS,
        unit="months on a plan",
        threshold=(
            "Raised at {protection-plan-months} months, and at {protection-plan-months-senior} for a senior manager; "
            "asked again {plan-decision-holds-months} months after a decision."
        ),
        says=_says_plan("child protection"),
        asks="Is the plan making the child safer, or is another way needed?",
        closes="The end of the plan; or a decision about it, a legal gateway or an application since that mark.",
    ),
    Rule(
        code="in-need-plan-long",
        title="A child in need plan has run for long.",
        matter="in-need-plan-long",
        one=in_need_plan_long,
        needs=(Needs(noun=InNeedPlan, fields=("started_on", "ended_on")),),
        answers=DECISION_NOUNS,
        unit="months on a plan",
        threshold=(
            "Raised at {in-need-plan-months} months; asked again {plan-decision-holds-months} months after a decision."
        ),
        says=_says_plan("child in need"),
        asks="Has the plan done what it was for, and what is it still for?",
        closes="The end of the plan; or a decision about it, a legal gateway or an application since that mark.",
    ),
    Rule(
        code="pre-proceedings-long",
        title="The time before proceedings has run for long.",
        matter="plo-max-16wk",
        one=pre_proceedings_long,
        needs=(Needs(noun=PreProceedings, fields=("decided_on", "ended_on")),),
        answers=(Application,),
        unit="days left",
        threshold="Raised the day after {pre-proceedings-weeks} weeks from the letter, or else from the decision.",
        says=_says_before_court,
        asks="Issue, step down, or a reasoned extension by a named senior manager?",
        closes="An application, or the day of stepping down. A reasoned extension is a pause with its last day.",
    ),
)
