"""Wexmouth's improvement plan as facts of its record, told from its file."""

from collections.abc import Iterator

from holdfast.measures.improvement import Dated, ImprovementAction, ImprovementObjective, ImprovementPlan
from holdfast.measures.promise import CouncilLine
from holdfast.record.field import Fact
from holdfast.record.improving import (
    Objective,
    ObjectiveAction,
    ObjectiveDay,
    ObjectiveDecision,
    ObjectiveFinding,
    ObjectiveRemark,
    ObjectiveResource,
)


def facts_of(plan: ImprovementPlan, line: CouncilLine) -> Iterator[Fact]:
    """Every fact of the plan; ids are made of the plan's own names, so the same file gives the same facts."""
    for place, one in enumerate(plan.objectives, 1):
        yield Objective(
            child=one.slug, title=one.title, place=float(place), agreed_on=one.agreed_on, closed_on=one.closed_on
        )
        yield from _findings(one, line)
        for number, action in enumerate(one.actions, 1):
            yield from _action(one.slug, f"{one.slug}-action-{number}", action)
        yield from _decisions(one)
        for number, back in enumerate(one.looking_back, 1):
            yield ObjectiveRemark(
                id=f"{one.slug}-looking-back-{number}", child=one.slug, subject=one.slug, on=back.on,
                by_role=back.by_role, words_of_remark=back.words,
            )  # fmt: skip


def _findings(one: ImprovementObjective, line: CouncilLine) -> Iterator[Fact]:
    for number, finding in enumerate(one.findings, 1):
        yield ObjectiveFinding(
            id=f"{one.slug}-finding-{number}", child=one.slug, finding=finding, on=one.agreed_on
        )  # fmt: skip
    for number, address in enumerate(one.points, 1):
        yield ObjectiveFinding(id=f"{one.slug}-point-{number}", child=one.slug, point=address, on=one.agreed_on)
    for number, again in enumerate(one.again, 1):
        point = line.point(again.point)
        yield ObjectiveFinding(
            id=f"{one.slug}-again-{number}", child=one.slug, finding=again.finding, point=again.point, fate=again.fate,
            on=point.day if point else None,
        )  # fmt: skip


def _action(objective: str, row: str, one: ImprovementAction) -> Iterator[Fact]:
    yield ObjectiveAction(
        id=one.slug, child=objective, title=one.title, for_a_child=one.for_a_child, effect=one.effect,
        measure=one.measure, owner=one.owner, agreed_on=one.agreed_on, done_on=one.days.done_on,
    )  # fmt: skip
    yield from _days(objective, one.slug, row, one.days)
    if one.resource is not None:
        yield ObjectiveResource(
            id=f"{row}-resource", child=objective, action=one.slug, asked_on=one.agreed_on, what=one.resource.words,
            agreed_on=one.resource.agreed_on, by_role=one.resource.by_role,
        )  # fmt: skip
    for number, claim in enumerate(one.claims, 1):
        yield ObjectiveRemark(
            id=f"{row}-claim-{number}", child=objective, subject=one.slug, on=claim.on, by_role=claim.by_role,
            claims=claim.says, words_of_remark=claim.words,
        )  # fmt: skip
    for number, remark in enumerate(one.remarks, 1):
        yield ObjectiveRemark(
            id=f"{row}-remark-{number}", child=objective, subject=one.slug, on=remark.on, by_role=remark.by_role,
            words_of_remark=remark.words,
        )  # fmt: skip


def _days(objective: str, subject: str, row: str, days: Dated) -> Iterator[Fact]:
    for number, planned in enumerate(days.planned, 1):
        yield ObjectiveDay(
            id=f"{row}-day-{number}", child=objective, subject=subject, day=planned.day, set_on=planned.set_on,
            by_role=planned.by_role, why=planned.why or None,
        )  # fmt: skip


def _decisions(one: ImprovementObjective) -> Iterator[Fact]:
    for decision in one.decisions:
        yield ObjectiveDecision(
            id=decision.slug, child=one.slug, on=decision.on, meeting=decision.meeting, decided=decision.words,
            owner=decision.owner, done_on=decision.days.done_on, came_of_it=decision.came_of_it or None,
        )  # fmt: skip
        yield from _days(one.slug, decision.slug, decision.slug, decision.days)
