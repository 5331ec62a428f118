"""Looking and challenging: supervision, decisions, reviewing officers' challenge, plan actions, big changes."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision(Fact):
    """A child discussed in a worker's supervision."""

    table: ClassVar[str] = "holdfast_supervisions"
    words: ClassVar[str] = "supervision discussions"

    id: str | None = column("supervision_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("discussed_date", "day", "discussed on", happens=True)
    professional: str | None = column("professional_id", "text", "the worker")
    reflective: bool | None = column("reflection_flag", "flag", "reflection is on record")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagementDecision(Fact):
    """A decision by a manager, with what it was about."""

    table: ClassVar[str] = "holdfast_management_decisions"
    words: ClassVar[str] = "management decisions"

    id: str | None = column("management_decision_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    about: str | None = column(
        "about", "text", "'referral', 'plan', 'pause', 'manager look', 'referrer told', 'late reason' …"
    )
    subject: str | None = column(
        "subject_id",
        "text",
        "what it was about: the id of a referral or a plan, or the code of the rule that a pause rests",
    )
    on: date | None = column("decision_date", "day", "decided on", happens=True)
    until: date | None = column("until_date", "day", "a pause runs until", planned=True)
    reason: str | None = column("reason", "text", "why")
    decided_by: str | None = column("decided_by", "text", "who decided")


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge(Fact):
    """A step of a reviewing officer's challenge."""

    table: ClassVar[str] = "holdfast_challenges"
    words: ClassVar[str] = "reviewing officers' challenges"

    id: str | None = column("challenge_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    stage: float | None = column("stage", "number", "0 informal, 1 to 4 formal")
    raised_on: date | None = column("raised_date", "day", "raised on", happens=True)
    replied_on: date | None = column("replied_date", "day", "replied on")
    settled_on: date | None = column("settled_date", "day", "settled on")
    theme: str | None = column("theme", "text", "theme")
    dispute: str | None = column("dispute_id", "text", "the dispute the step belongs to")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReview(Fact):
    """A review of a plan and what it found to have changed for the child."""

    table: ClassVar[str] = "holdfast_plan_reviews"
    words: ClassVar[str] = "what plan reviews found"

    id: str | None = column("plan_review_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    plan_kind: str | None = column(
        "plan_kind", "text", "'child in need', 'child protection', 'in care', 'pre-proceedings', 'adoption'"
    )
    on: date | None = column("review_date", "day", "held on", happens=True)
    change: str | None = column("change", "text", "'better', 'little or none' or 'worse' for the child")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction(Fact):
    """An action of a plan and how often its day was moved."""

    table: ClassVar[str] = "holdfast_plan_actions"
    words: ClassVar[str] = "plan actions"

    id: str | None = column("plan_action_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    action: str | None = column("action_id", "text", "the action; each moved date is another row")
    words_of_action: str | None = column("action", "text", "the action in words")
    set_on: date | None = column("set_date", "day", "this date was set on", happens=True)
    for_day: date | None = column("for_date", "day", "to be done by", planned=True)
    done_on: date | None = column("done_date", "day", "done on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEvent(Fact):
    """A big change in a child's life that asks whether the assessment still holds."""

    table: ClassVar[str] = "holdfast_change_events"
    words: ClassVar[str] = "big changes in a child's life"

    id: str | None = column("change_event_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("change_date", "day", "happened on", happens=True)
    kind: str | None = column("kind", "text", "'move', 'birth', 'new partner', 'arrest', 'exclusion' …")
    looked_on: date | None = column("assessment_looked_at_date", "day", "assessment looked at again on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Fact):
    """A note from a partner on one theme (a school's worry, a promise made to a child)."""

    table: ClassVar[str] = "holdfast_notes"
    words: ClassVar[str] = "notes and promises"

    id: str | None = column("note_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("note_date", "day", "noted on", happens=True)
    kind: str | None = column(
        "kind",
        "text",
        "'concern', 'promise', 'gap', 'linked adult', 'assessment begun', 'assessment finished', 'told us' …",
    )
    theme: str | None = column("theme", "text", "theme")
    source: str | None = column("source", "text", "who noted it")
    words_of_note: str | None = column("note", "text", "the note in words")
    kept_on: date | None = column("kept_date", "day", "a promise was kept, or a gap filled, on")
