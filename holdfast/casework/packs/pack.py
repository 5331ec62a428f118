"""What a paper for a board, a commissioner or members is made of: no child, and no number that could name one.

Every figure is a whole month's, as it may leave the service, and the same in every paper and on every page of that day.
The rest is the plan, which is about actions and not about children.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from holdfast.casework.council import Council
from holdfast.casework.findings import trend_shown
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.improvement import ActionNow, DecisionNow, ObjectiveNow, PlanNow, plan_now
from holdfast.casework.measures import figures, outside_view, stretches
from holdfast.casework.seats import Seat
from holdfast.casework.stalled import Stalled, stalled_of
from holdfast.casework.view import View
from holdfast.casework.written_plan import plan_on_record
from holdfast.measures.measure import Measure
from holdfast.measures.promise import CouncilLine
from holdfast.measures.register import MEASURES
from holdfast.measures.suppression import FEW_WORDS, KEPT_BACK, OutsideFigure
from holdfast.measures.trend import Trend

PackKind = Literal["member", "board", "commissioner"]
PACKS: tuple[PackKind, ...] = ("member", "board", "commissioner")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureOutside:
    """One measure as it may leave the service: its whole months, oldest first, and its trend, told without a figure."""

    measure: Measure
    months: tuple[OutsideFigure, ...]
    trend: Trend

    @property
    def last(self) -> OutsideFigure:
        """The last whole month."""
        return self.months[-1]

    @property
    def kept_back(self) -> bool:
        """Whether the last month has a figure that is too small to be told."""
        return self.last.missing is None and self.last.figure in (KEPT_BACK, FEW_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFacts:
    """All that the three papers say. ``held`` are the actions that are achieved and held, ``waits`` the decisions of
    leaders that are late or open.
    """

    view: View
    plan: PlanNow
    stalled: tuple[Stalled, ...]
    measures: tuple[MeasureOutside, ...]
    held: tuple[ActionNow, ...]
    waits: tuple[DecisionNow, ...]

    @property
    def good(self) -> tuple[str, str] | None:
        """One good thing: what is achieved and held, else what has been getting better for longest; title and words.

        Which one is no choice of anybody's. None where the record shows none.
        """
        if self.held:
            action = self.held[0].action
            return action.title, action.for_a_child
        better = [
            each for one in self.plan.objectives for each in one.findings if each.trend.state == "improving"
        ]  # fmt: skip
        longest = max(better, key=lambda one: one.trend.months, default=None)
        return (longest.finding.title, longest.trend.plain) if longest else None


def packs_for(seat: Seat) -> tuple[PackKind, ...]:
    """The papers that a seat may read: whoever sees no names reads the one for members."""
    return PACKS if seat.names else ("member",)


def pack_facts(council: Council, view: View, line: CouncilLine) -> PackFacts:
    """The papers as at a moment, whoever reads them."""
    view = outside_view(view)
    plan = plan_now(council, view, line, frozenset(), names=False)
    actions = [one for each in plan.objectives for one in each.actions]
    decisions = [one for each in plan.objectives for one in each.decisions]
    return PackFacts(
        view=view, plan=plan, stalled=stalled_of(plan), measures=tuple(_measures(council, view, line)),
        held=tuple(one for one in actions if one.stands.state == "achieved and held"),
        waits=tuple(one for one in decisions if one.state in ("late", "open")),
    )  # fmt: skip


def _measures(council: Council, view: View, line: CouncilLine) -> Iterator[MeasureOutside]:
    inside = figures(council, frozen(view), MEASURES, stretches(frozen(view)))
    outside = figures_outside(council, view, MEASURES)
    plan = plan_on_record(council, view)
    for one in MEASURES:
        yield MeasureOutside(
            measure=one, months=outside[one.code], trend=trend_shown(one, inside[one.code], line, view, plan)
        )  # fmt: skip


def slipped_first(objectives: Sequence[ObjectiveNow], now: PlanNow) -> list[tuple[ObjectiveNow, ActionNow]]:
    """Every action that has slipped, the furthest first."""
    every = [(of, one) for of in objectives for one in of.actions if one.days.days_slipped(now.day)]
    return sorted(every, key=lambda each: (-each[1].days.days_slipped(now.day), each[1].action.slug))
