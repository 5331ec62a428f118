"""The improvement plan out of the record: what people wrote in it, gathered objective by objective.

Nothing is worked out here. What an extract left without its day or its owner cannot be told of and is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, get_args

from holdfast.measures.improvement import (
    Dated,
    Fate,
    FoundAgain,
    ImprovementAction,
    ImprovementObjective,
    ImprovementPlan,
    LeadersDecision,
    LookingBack,
    PlannedDay,
    Remark,
    Resource,
)
from holdfast.measures.promise import Claim, ClaimWord
from holdfast.record.columns import Columns
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

F = TypeVar("F", bound=Fact)


def plan_of(columns: Columns) -> ImprovementPlan:
    """The plan as these columns hold it, its objectives in the order of their place."""
    facts = _Facts(columns)
    objectives = [one for one in facts.of(Objective) if one.agreed_on is not None]
    ordered = sorted(objectives, key=lambda one: (one.place is None, one.place or 0, str(one.agreed_on), one.child))
    return ImprovementPlan(objectives=tuple(_objective(facts, one) for one in ordered))


@dataclass(frozen=True)
class _Facts:
    """The facts of the plan, asked for by noun, and by what they are about."""

    columns: Columns

    def of(self, noun: type[F]) -> list[F]:
        return [noun(**row) for row in self.columns.of(noun).iter_rows(named=True)]

    @cached_property
    def days(self) -> Mapping[str | None, list[ObjectiveDay]]:
        return _by(self.of(ObjectiveDay), lambda one: one.subject, "set_on")

    @cached_property
    def remarks(self) -> Mapping[str | None, list[ObjectiveRemark]]:
        return _by(self.of(ObjectiveRemark), lambda one: one.subject, "on")

    @cached_property
    def resources(self) -> Mapping[str | None, list[ObjectiveResource]]:
        return _by(self.of(ObjectiveResource), lambda one: one.action, "asked_on")

    @cached_property
    def findings(self) -> Mapping[str | None, list[ObjectiveFinding]]:
        return _by(self.of(ObjectiveFinding), lambda one: one.child, "on")

    @cached_property
    def actions(self) -> Mapping[str | None, list[ObjectiveAction]]:
        return _by(self.of(ObjectiveAction), lambda one: one.child, "agreed_on")

    @cached_property
    def decisions(self) -> Mapping[str | None, list[ObjectiveDecision]]:
        return _by(self.of(ObjectiveDecision), lambda one: one.child, "on")


def _by(facts: Iterable[F], whose: Callable[[F], str | None], day: str) -> dict[str | None, list[F]]:
    """The facts that have their day, by what they are about, in order of that day; of one day as they were entered."""
    found: dict[str | None, list[F]] = {}
    for one in sorted((one for one in facts if getattr(one, day) is not None), key=lambda one: _when(one, day)):
        found.setdefault(whose(one), []).append(one)
    return found


def _when(fact: Fact, day: str) -> tuple[date, str]:
    """Of one moment they stay in the order in which the record has them, which is that of its entries.

    What is done is entered again, and keeps its place by its id.
    """
    entered = fact.id if isinstance(fact, ObjectiveAction | ObjectiveDecision) else fact.recorded_at
    return getattr(fact, day), str(entered or "")


def _objective(facts: _Facts, one: Objective) -> ImprovementObjective:
    findings, said = facts.findings.get(one.child, []), facts.remarks.get(one.child, [])
    assert one.agreed_on is not None
    return ImprovementObjective(
        slug=one.child, title=one.title or one.child, agreed_on=one.agreed_on, closed_on=one.closed_on,
        findings=tuple(each.finding for each in findings if each.finding and not each.fate),
        points=tuple(dict.fromkeys(each.point for each in findings if each.point and not each.finding)),
        again=tuple(_again(findings)),
        actions=tuple(_actions(facts, facts.actions.get(one.child, []))),
        decisions=tuple(_decisions(facts, facts.decisions.get(one.child, []))),
        looking_back=tuple(
            LookingBack(on=each.on, words=each.words_of_remark or "", by_role=each.by_role or "")
            for each in said if each.on and not each.claims
        ),
        claims=tuple(_claims(said)),
    )  # fmt: skip


def _again(findings: Iterable[ObjectiveFinding]) -> Iterator[FoundAgain]:
    for one in findings:
        fate: Fate | None = next((each for each in get_args(Fate) if each == one.fate), None)
        if fate is not None and one.finding and one.point:
            yield FoundAgain(point=one.point, finding=one.finding, fate=fate)


def _actions(facts: _Facts, actions: Iterable[ObjectiveAction]) -> Iterator[ImprovementAction]:
    for one in actions:
        days = _dated(facts.days.get(one.id, []), one.done_on)
        if days is None or one.id is None or one.agreed_on is None or not one.owner:
            continue
        said = facts.remarks.get(one.id, [])
        yield ImprovementAction(
            slug=one.id, title=one.title or one.id, for_a_child=one.for_a_child or "", effect=one.effect or "",
            owner=one.owner, agreed_on=one.agreed_on, days=days, measure=one.measure,
            resource=_resource(facts.resources.get(one.id, [])), claims=tuple(_claims(said)),
            remarks=tuple(
                Remark(on=each.on, words=each.words_of_remark or "", by_role=each.by_role or "")
                for each in said if each.on and not each.claims
            ),
        )  # fmt: skip


def _claims(said: Iterable[ObjectiveRemark]) -> Iterator[Claim]:
    for one in said:
        says: ClaimWord | None = next((each for each in get_args(ClaimWord) if each == one.claims), None)
        if says is not None and one.on is not None:
            yield Claim(on=one.on, says=says, words=one.words_of_remark or "", by_role=one.by_role or "")


def _resource(some: Sequence[ObjectiveResource]) -> Resource | None:
    """What was asked for last."""
    if not some:
        return None
    return Resource(words=some[-1].what or "", by_role=some[-1].by_role or "", agreed_on=some[-1].agreed_on)


def _decisions(facts: _Facts, decisions: Iterable[ObjectiveDecision]) -> Iterator[LeadersDecision]:
    for one in decisions:
        days = _dated(facts.days.get(one.id, []), one.done_on)
        if days is not None and one.id is not None and one.on is not None and one.owner:
            yield LeadersDecision(
                slug=one.id,
                on=one.on,
                meeting=one.meeting or "",
                words=one.decided or "",
                owner=one.owner,
                days=days,
                came_of_it=one.came_of_it or "",
            )


def _dated(days: Iterable[ObjectiveDay], done_on: date | None) -> Dated | None:
    """The planned days in the order in which they were set; None where there is none."""
    planned = tuple(
        PlannedDay(day=one.day, set_on=one.set_on, by_role=one.by_role or "", why=one.why or "")
        for one in days if one.day is not None and one.set_on is not None
    )  # fmt: skip
    return Dated(planned=planned, done_on=done_on) if planned else None
