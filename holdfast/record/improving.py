"""The improvement plan as people write it: objectives, what is done for each, by when, and what is said of it.

None of it is about a child: ``child`` has the id of the objective, so that every table can be split the same way. How
an action stands is worked out from the children's records and has no field here.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Fact):
    """An objective of the improvement plan. Its own id is in ``child``; it is no child."""

    table: ClassVar[str] = "holdfast_objectives"
    words: ClassVar[str] = "objectives of the improvement plan"

    child: str = column("improvement_objective_id", "text", "the objective's id", key=True, child=True)
    title: str | None = column("objective_title", "text", "what is to be better")
    place: float | None = column("place", "number", "where in the plan it is told")
    agreed_on: date | None = column("agreed_date", "day", "agreed on", happens=True)
    closed_on: date | None = column("closed_date", "day", "closed on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveFinding(Fact):
    """A finding that an objective comes from, or what a later inspection or visit said of it again."""

    table: ClassVar[str] = "holdfast_objective_findings"
    words: ClassVar[str] = "findings that objectives come from"

    id: str | None = column("objective_finding_id", "text", "row id", key=True)
    child: str = column("objective_id", "text", "the objective", child=True)
    finding: str | None = column("finding_id", "text", "the finding; nothing for a point of a report")
    on: date | None = column("found_date", "day", "taken up, or found again, on", happens=True)
    point: str | None = column(
        "inspection_id", "text", "the inspection or visit that spoke of it, or the point of a report"
    )
    fate: str | None = column(
        "fate", "text", "what was found again: 'partly', 'persists', 'deteriorated', 'addressed'; nothing for its own"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveAction(Fact):
    """One thing to be done for an objective. Without a measure it is output only, whatever is said of it."""

    table: ClassVar[str] = "holdfast_objective_actions"
    words: ClassVar[str] = "actions of the improvement plan"

    id: str | None = column("objective_action_id", "text", "row id", key=True)
    child: str = column("objective_id", "text", "the objective", child=True)
    title: str | None = column("action_title", "text", "what is to be done")
    for_a_child: str | None = column("change_for_a_child", "text", "what a child will notice")
    effect: str | None = column("effect_sought", "text", "what the record will show")
    measure: str | None = column("measure_code", "text", "the monthly measure that it goes by; none: output only")
    owner: str | None = column("owner_role", "text", "the role that answers for it")
    agreed_on: date | None = column("agreed_date", "day", "agreed on", happens=True)
    done_on: date | None = column("done_date", "day", "done on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDay(Fact):
    """A day by which an action or a decision is to be done. A day that moves is a second one of these."""

    table: ClassVar[str] = "holdfast_objective_days"
    words: ClassVar[str] = "planned days of the improvement plan"

    id: str | None = column("objective_day_id", "text", "row id", key=True)
    child: str = column("objective_id", "text", "the objective", child=True)
    subject: str | None = column("subject_id", "text", "the action or the decision that is to be done")
    day: date | None = column("planned_day", "day", "to be done by", planned=True)
    set_on: date | None = column("set_date", "day", "set on", happens=True)
    by_role: str | None = column("by_role", "text", "the role that set it")
    why: str | None = column("why_moved", "text", "why it moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRemark(Fact):
    """What somebody said of an action or of the whole objective: how it goes (a claim), else a remark.

    A remark about an objective itself tells what was learned, once it is closed.
    """

    table: ClassVar[str] = "holdfast_objective_remarks"
    words: ClassVar[str] = "remarks and claims of the improvement plan"

    id: str | None = column("objective_remark_id", "text", "row id", key=True)
    child: str = column("objective_id", "text", "the objective", child=True)
    subject: str | None = column("subject_id", "text", "the action or the objective that it is about")
    on: date | None = column("said_date", "day", "said on", happens=True)
    by_role: str | None = column("by_role", "text", "the role that said it")
    claims: str | None = column("claims", "text", "'on track', 'behind', 'done'; nothing for a remark")
    words_of_remark: str | None = column("remark", "text", "what was said")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveResource(Fact):
    """What an action needs in people or money, and when it was agreed; no day where nobody agreed."""

    table: ClassVar[str] = "holdfast_objective_resources"
    words: ClassVar[str] = "resources of the improvement plan"

    id: str | None = column("objective_resource_id", "text", "row id", key=True)
    child: str = column("objective_id", "text", "the objective", child=True)
    action: str | None = column("action_id", "text", "the action")
    asked_on: date | None = column("asked_date", "day", "asked for on", happens=True)
    what: str | None = column("resource", "text", "what is needed")
    agreed_on: date | None = column("agreed_date", "day", "agreed on")
    by_role: str | None = column("by_role", "text", "the role that agreed, or was asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDecision(Fact):
    """What leaders decided about an objective at a meeting, and what came of it."""

    table: ClassVar[str] = "holdfast_objective_decisions"
    words: ClassVar[str] = "leaders' decisions of the improvement plan"

    id: str | None = column("objective_decision_id", "text", "row id", key=True)
    child: str = column("objective_id", "text", "the objective", child=True)
    on: date | None = column("decision_date", "day", "decided on", happens=True)
    meeting: str | None = column("meeting", "text", "at which meeting")
    decided: str | None = column("decided", "text", "what was decided")
    owner: str | None = column("owner_role", "text", "the role that answers for it")
    done_on: date | None = column("done_date", "day", "done on")
    came_of_it: str | None = column("came_of_it", "text", "what came of it", known_with="done_on")
