"""The stall alarm: where the plan says on track or done, and three months of the record show nothing better.

One list, the same on every page and in every pack. What raises it is the rule of ``holdfast.measures.trend``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.casework.council import Council
from holdfast.casework.improvement import ObjectiveNow, PlanNow, plan_now
from holdfast.casework.view import View
from holdfast.measures.improvement import ImprovementObjective
from holdfast.measures.promise import Claim, CouncilLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Stalled:
    """An objective of which more is said than the record shows.

    ``claim`` is what is said, of ``of`` (the title of a finding or of an action). ``state`` is the state's title,
    ``figures`` what the record shows, and ``plain`` the same without a figure, for a paper that leaves the service.
    """

    objective: ImprovementObjective
    of: str
    claim: Claim
    state: str
    figures: str
    plain: str


def stalled(council: Council, view: View, line: CouncilLine, names: bool = True) -> tuple[Stalled, ...]:
    """Every stalled objective as at the moment, in the plan's order; no child is in it. Empty where none is.

    Without ``names`` it is that of the last whole month, as all that leaves the service.
    """
    return council.kept(("stalled", view, names), lambda: stalled_of(plan_now(council, view, line, frozenset(), names)))


def stalled_of(now: PlanNow) -> tuple[Stalled, ...]:
    """The same of a plan that was worked out already."""
    return tuple(first for one in now.objectives if (first := next(_said(one), None)) is not None)


def _said(now: ObjectiveNow) -> Iterator[Stalled]:
    """Everything of one objective of which more is said than the record shows: its findings first."""
    for one in now.findings:
        if one.claim is not None and one.trend.asked_about:
            yield Stalled(
                objective=now.objective, of=one.finding.title, claim=one.claim, state=one.trend.title,
                figures=one.trend.words, plain=one.trend.plain,
            )  # fmt: skip
    for each in now.actions:
        if each.claim is not None and each.stands.asked_about:
            yield Stalled(
                objective=now.objective, of=each.action.title, claim=each.claim, state=each.stands.title,
                figures=each.stands.figures, plain=each.stands.plain,
            )  # fmt: skip
