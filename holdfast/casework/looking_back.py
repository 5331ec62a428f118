"""Looking back at an objective that was closed: the figure of each of its measures then, at the close, and since."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from holdfast.casework.council import Council
from holdfast.casework.findings import months_told
from holdfast.casework.improvement import ObjectiveNow
from holdfast.casework.measures import figures, stretches
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.measures.measure import Measure
from holdfast.measures.trend import SPAN, together


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeTimes:
    """What a measure came to in the three whole months before each of three days: agreed, closed, and now."""

    agreed: str
    closed: str
    now: str


def three_times(council: Council, view: View, one: ObjectiveNow) -> Mapping[str, ThreeTimes]:
    """For each action of a closed objective that has a measure, by its slug; empty where the objective is open."""
    closed = one.objective.closed_on
    if not one.closed or closed is None:
        return {}
    return {
        each.action.slug: ThreeTimes(
            agreed=_figure(council, _then(view, each.action.agreed_on), each.measure),
            closed=_figure(council, _then(view, closed), each.measure),
            now=_figure(council, view, each.measure),
        )
        for each in one.actions if each.measure is not None
    }  # fmt: skip


def _then(view: View, day: date) -> View:
    """The end of that day, by what had been typed in by the moment asked for."""
    return replace(view, as_at=end_of(day))


def _figure(council: Council, view: View, one: Measure) -> str:
    months = [each for each in stretches(view) if not each.so_far][-SPAN:]
    return together(months_told(figures(council, view, [one], months)[one.code]))
