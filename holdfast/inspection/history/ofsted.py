"""Ofsted's track: grades come from inspections alone; monitoring visits follow an inadequate judgement and are counted.

Invariants: a visit never changes a grade; a monitoring visit follows only an inadequate judgement; the numbers of
monitoring visits grow, and begin anew after an inspection; a report is not older than its inspection. An event that
breaks one is told in words and stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from holdfast.inspection.history.events import ActionPlan, Inspection, OfstedEvent, Visit
from holdfast.inspection.history.track import Track, walk
from holdfast.inspection.history.when import When

Phase = Literal["ungraded", "graded", "grade_not_read", "inadequate", "plan_agreed", "monitored", "priority_action"]

UNDER_MONITORING: frozenset[Phase] = frozenset({"inadequate", "plan_agreed", "monitored"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfstedState:
    """How a council stands with Ofsted.

    ``last_ordinal`` is the highest number said of a monitoring visit since the inspection, ``unnumbered`` how many came
    after that without a number, ``last_visit`` when the last one was, ``former_ordinal`` where the count before the
    inspection ended. ``back_to`` is the phase that an area for priority action interrupts.
    """

    phase: Phase = "ungraded"
    inspection: Inspection | None = None
    last_ordinal: int | None = None
    unnumbered: int = 0
    last_visit: When | None = None
    former_ordinal: int | None = None
    back_to: Phase | None = None

    @property
    def overall(self) -> str | None:
        """The last overall grade published; None where there is none or it was not read."""
        return self.inspection.grade("overall") if self.inspection else None

    @property
    def words(self) -> str:
        """The state in a sentence."""
        grade = (self.overall or "").lower()
        said = {
            "ungraded": "No grade on record yet.",
            "graded": f"Graded {grade}." if grade else "Graded, without an overall judgement.",
            "grade_not_read": "Inspected; the grade was not read.",
            "inadequate": "Inadequate; no plan and no monitoring visit on record yet.",
            "plan_agreed": "Inadequate; a plan has been sent.",
            "monitored": f"Inadequate; {self._visits}.",
            "priority_action": "An area for priority action is open.",
        }
        return said[self.phase]

    @property
    def _visits(self) -> str:
        least = (self.last_ordinal or 0) + self.unnumbered
        many = f"{least} monitoring visit{'' if least == 1 else 's'}"
        return f"at least {many} since" if self.unnumbered else f"{many} since"


def ofsted_track(events: Iterable[OfstedEvent]) -> Track[OfstedState, OfstedEvent]:
    """Walk one council's inspections, visits and plans."""
    return walk(OfstedState(), events, _move)


def _move(state: OfstedState, event: OfstedEvent) -> tuple[OfstedState, list[str]]:
    if isinstance(event, Inspection):
        return _inspected(state, event), []
    if isinstance(event, ActionPlan):
        return _plan_sent(state)
    return _visited(state, event)


def _inspected(state: OfstedState, event: Inspection) -> OfstedState:
    """A new grade; the count of visits begins anew."""
    phases: dict[bool | None, Phase] = {True: "inadequate", False: "graded", None: "grade_not_read"}
    former = state.last_ordinal + state.unnumbered if state.last_ordinal else None
    return OfstedState(phase=phases[event.found_inadequate], inspection=event, former_ordinal=former)


def _plan_sent(state: OfstedState) -> tuple[OfstedState, list[str]]:
    if state.phase == "priority_action":
        return replace(state, phase=state.back_to or "graded", back_to=None), []
    if state.phase == "inadequate":
        return replace(state, phase="plan_agreed"), []
    if state.phase in UNDER_MONITORING:
        return state, []
    return state, [
        "Nobody had asked for a plan: it follows an inadequate judgement or an area for priority action, and none was "
        "open. Is its day right, or is an inspection missing?"
    ]


def _visited(state: OfstedState, event: Visit) -> tuple[OfstedState, list[str]]:
    whys = []
    if event.judgements:
        whys.append("A visit gives no grades, so the ones told of it change nothing. Was it an inspection?")
    after = state
    if event.kind == "monitoring":
        after, more = _monitored(state, event)
        whys += more
    if event.priority_action and after.phase != "priority_action":
        after = replace(after, phase="priority_action", back_to=after.phase)
    return after, whys


def _monitored(state: OfstedState, event: Visit) -> tuple[OfstedState, list[str]]:
    whys = _wrong_number(state, event)
    if state.phase not in UNDER_MONITORING and state.back_to not in UNDER_MONITORING:
        if state.inspection and not state.inspection.when.certainly_before(event.when):
            return state, whys
        return state, [f"A monitoring visit follows only an inadequate judgement. {_instead(state)}", *whys]
    if event.ordinal is None:
        after = replace(state, unnumbered=state.unnumbered + 1, last_visit=event.when)
    else:
        highest = max(event.ordinal, state.last_ordinal or 0)
        after = replace(state, last_ordinal=highest, unnumbered=0, last_visit=event.when)
    return (after if state.phase == "priority_action" else replace(after, phase="monitored")), whys


def _instead(state: OfstedState) -> str:
    if state.inspection is None:
        return "No inspection stands on record before it."
    grade = (state.overall or "a grade that was not read").lower()
    return f"The last inspection before it, of {state.inspection.inspected.words}, gave {grade}."


def _wrong_number(state: OfstedState, event: Visit) -> list[str]:
    """Why a visit's number cannot be, if it cannot. A number that nobody said is not wrong, and one that is only out of
    step with a visit of about the same time is not certainly wrong."""
    ordinal = event.ordinal
    if ordinal is None:
        return []
    if state.last_ordinal is None and not state.unnumbered:
        if state.former_ordinal and ordinal == state.former_ordinal + 1 and ordinal > 2:
            return [
                f"It is called visit {ordinal}, as if it went on from the {state.former_ordinal} before the last "
                "inspection. The count begins anew after an inspection."
            ]
        return []
    least = (state.last_ordinal or 0) + state.unnumbered + 1
    in_order = state.last_visit is None or state.last_visit.certainly_before(event.when)
    if ordinal == state.last_ordinal or (in_order and ordinal < least):
        return [
            f"It is called visit {ordinal}, and {least - 1} had come before it since the inspection, so it was at "
            f"least number {least}. One of the numbers or days is wrong."
        ]
    return []
