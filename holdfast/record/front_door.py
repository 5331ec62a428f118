"""The front door and help below child protection: contacts, referrals, assessments, child in need plans."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Fact):
    """A contact received by the council about a child."""

    table: ClassVar[str] = "ssd_contacts"
    words: ClassVar[str] = "contacts"

    id: str | None = column("cont_contact_id", "text", "row id", key=True)
    child: str = column("cont_person_id", "text", "the child", child=True)
    on: date | None = column("cont_contact_date", "day", "received on", happens=True)
    source: str | None = column("cont_contact_source_code", "text", "source code")
    source_words: str | None = column("cont_contact_source_desc", "text", "source in words")
    outcome: str | None = column("cont_contact_outcome_json", "json", "outcomes of the contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Fact):
    """A referral and the episode of need that follows it."""

    table: ClassVar[str] = "ssd_cin_episodes"
    words: ClassVar[str] = "referrals and episodes of need"

    id: str | None = column("cine_referral_id", "text", "the referral's id", key=True)
    child: str = column("cine_person_id", "text", "the child", child=True)
    on: date | None = column("cine_referral_date", "day", "referral received on", happens=True)
    need: str | None = column("cine_cin_primary_need_code", "text", "primary need code")
    source: str | None = column("cine_referral_source_code", "text", "source code")
    source_words: str | None = column("cine_referral_source_desc", "text", "source in words")
    outcome: str | None = column("cine_referral_outcome_json", "json", "outcomes of the referral")
    nfa: bool | None = column("cine_referral_nfa", "flag", "no further action")
    close_reason: str | None = column("cine_close_reason", "text", "why the episode closed", known_with="closed_on")
    closed_on: date | None = column("cine_close_date", "day", "episode closed on")
    team: str | None = column("cine_referral_team", "text", "team")
    worker: str | None = column("cine_referral_worker_id", "text", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Fact):
    """A child and family assessment."""

    table: ClassVar[str] = "ssd_cin_assessments"
    words: ClassVar[str] = "child and family assessments"

    id: str | None = column("cina_assessment_id", "text", "row id", key=True)
    child: str = column("cina_person_id", "text", "the child", child=True)
    referral: str | None = column("cina_referral_id", "text", "the referral it follows")
    started_on: date | None = column("cina_assessment_start_date", "day", "assessment started on", happens=True)
    child_seen: bool | None = column("cina_assessment_child_seen", "flag", "child seen")
    authorised_on: date | None = column("cina_assessment_auth_date", "day", "authorised by a manager on")
    outcome: str | None = column("cina_assessment_outcome_json", "json", "outcomes", known_with="authorised_on")
    outcome_nfa: bool | None = column(
        "cina_assessment_outcome_nfa", "flag", "ended with no further action", known_with="authorised_on"
    )
    team: str | None = column("cina_assessment_team", "text", "team")
    worker: str | None = column("cina_assessment_worker_id", "text", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class InNeedPlan(Fact):
    """A child in need plan."""

    table: ClassVar[str] = "ssd_cin_plans"
    words: ClassVar[str] = "child in need plans"

    id: str | None = column("cinp_cin_plan_id", "text", "row id", key=True, also=("cin_plan_id",))
    child: str = column("cinp_person_id", "text", "the child", child=True)
    referral: str | None = column("cinp_referral_id", "text", "the referral")
    started_on: date | None = column("cinp_cin_plan_start_date", "day", "plan started on", happens=True)
    ended_on: date | None = column("cinp_cin_plan_end_date", "day", "plan ended on")
    team: str | None = column("cinp_cin_plan_team", "text", "team")
    worker: str | None = column("cinp_cin_plan_worker_id", "text", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class InNeedVisit(Fact):
    """A visit to a child in need."""

    table: ClassVar[str] = "ssd_cin_visits"
    words: ClassVar[str] = "child in need visits"

    id: str | None = column("cinv_cin_visit_id", "text", "row id", key=True)
    child: str = column("cinv_person_id", "text", "the child", child=True)
    plan: str | None = column("cinv_cin_plan_id", "text", "the plan")
    on: date | None = column("cinv_cin_visit_date", "day", "visit made on", happens=True)
    seen: bool | None = column("cinv_cin_visit_seen", "flag", "child seen")
    seen_alone: bool | None = column("cinv_cin_visit_seen_alone", "flag", "child seen alone")
    bedroom: bool | None = column("cinv_cin_visit_bedroom", "flag", "bedroom seen")
