"""Child protection: enquiries, conferences, plans, core groups, reviews, visits; and the way to court."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry(Fact):
    """A section 47 enquiry; it starts on the day of the strategy discussion that began it."""

    table: ClassVar[str] = "ssd_s47_enquiry"
    words: ClassVar[str] = "section 47 enquiries"

    id: str | None = column("s47e_s47_enquiry_id", "text", "row id", key=True)
    child: str = column("s47e_person_id", "text", "the child", child=True)
    referral: str | None = column("s47e_referral_id", "text", "the referral")
    started_on: date | None = column("s47e_s47_start_date", "day", "strategy discussion on", happens=True)
    ended_on: date | None = column("s47e_s47_end_date", "day", "enquiry ended on")
    nfa: bool | None = column("s47e_s47_nfa", "flag", "ended with no further action", known_with="ended_on")
    outcome: str | None = column("s47e_s47_outcome_json", "json", "outcomes", known_with="ended_on")
    team: str | None = column("s47e_s47_completed_by_team", "text", "team")
    worker: str | None = column("s47e_s47_completed_by_worker_id", "text", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference(Fact):
    """An initial child protection conference."""

    table: ClassVar[str] = "ssd_initial_cp_conference"
    words: ClassVar[str] = "initial child protection conferences"

    id: str | None = column("icpc_icpc_id", "text", "row id", key=True)
    child: str = column("icpc_person_id", "text", "the child", child=True)
    meeting: str | None = column("icpc_icpc_meeting_id", "text", "the meeting")
    enquiry: str | None = column("icpc_s47_enquiry_id", "text", "the enquiry it follows")
    plan: str | None = column("icpc_cp_plan_id", "text", "the plan it made")
    referral: str | None = column("icpc_referral_id", "text", "the referral")
    transfer_in: bool | None = column("icpc_icpc_transfer_in", "flag", "a transfer-in conference")
    target_on: date | None = column("icpc_icpc_target_date", "day", "target as the source has it", planned=True)
    held_on: date | None = column("icpc_icpc_date", "day", "held on", happens=True)
    made_plan: bool | None = column("icpc_icpc_outcome_cp_flag", "flag", "a plan was made")
    outcome: str | None = column("icpc_icpc_outcome_json", "json", "outcomes")
    team: str | None = column("icpc_icpc_team", "text", "team")
    worker: str | None = column("icpc_icpc_worker_id", "text", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPlan(Fact):
    """A child protection plan."""

    table: ClassVar[str] = "ssd_cp_plans"
    words: ClassVar[str] = "child protection plans"

    id: str | None = column("cppl_cp_plan_id", "text", "row id", key=True)
    child: str = column("cppl_person_id", "text", "the child", child=True)
    referral: str | None = column("cppl_referral_id", "text", "the referral")
    conference: str | None = column("cppl_icpc_id", "text", "the conference that made it")
    started_on: date | None = column("cppl_cp_plan_start_date", "day", "plan started on", happens=True)
    ended_on: date | None = column("cppl_cp_plan_end_date", "day", "plan ended on")
    elsewhere: bool | None = column("cppl_cp_plan_ola", "flag", "another council's plan")
    first_category: str | None = column("cppl_cp_plan_initial_category", "text", "first category of abuse")
    latest_category: str | None = column("cppl_cp_plan_latest_category", "text", "latest category of abuse")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionVisit(Fact):
    """A visit to a child on a child protection plan."""

    table: ClassVar[str] = "ssd_cp_visits"
    words: ClassVar[str] = "child protection visits"

    id: str | None = column("cppv_cp_visit_id", "text", "row id", key=True)
    child: str = column("cppv_person_id", "text", "the child", child=True)
    plan: str | None = column("cppv_cp_plan_id", "text", "the plan")
    on: date | None = column("cppv_cp_visit_date", "day", "visit made on", happens=True)
    seen: bool | None = column("cppv_cp_visit_seen", "flag", "child seen")
    seen_alone: bool | None = column("cppv_cp_visit_seen_alone", "flag", "child seen alone")
    bedroom: bool | None = column("cppv_cp_visit_bedroom", "flag", "bedroom seen")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionReview(Fact):
    """A child protection review conference."""

    table: ClassVar[str] = "ssd_cp_reviews"
    words: ClassVar[str] = "child protection reviews"

    id: str | None = column("cppr_cp_review_id", "text", "row id", key=True)
    child: str = column("cppr_person_id", "text", "the child", child=True, also=("person_id",))
    plan: str | None = column("cppr_cp_plan_id", "text", "the plan")
    due_on: date | None = column(
        "cppr_cp_review_due", "day", "due day as the source has it", planned=True, also=("due_date",)
    )
    held_on: date | None = column("cppr_cp_review_date", "day", "held on", happens=True, also=("actual_date",))
    meeting: str | None = column("cppr_cp_review_meeting_id", "text", "the meeting")
    plan_continues: bool | None = column("cppr_cp_review_outcome_continue_cp", "flag", "the plan goes on")
    quorate: bool | None = column("cppr_cp_review_quorate", "flag", "quorate", also=("quorate",))
    participation: str | None = column(
        "cppr_cp_review_participation", "text", "how the child took part", also=("review_participation",)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreGroup(Fact):
    """A core group meeting of a child protection plan (the dataset has no table for it)."""

    table: ClassVar[str] = "holdfast_core_groups"
    words: ClassVar[str] = "core group meetings"

    id: str | None = column("core_group_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    plan: str | None = column("cp_plan_id", "text", "the plan")
    on: date | None = column("held_date", "day", "held on", happens=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking(Fact):
    """The booking of a conference; the dataset has only the conference itself."""

    table: ClassVar[str] = "holdfast_conference_bookings"
    words: ClassVar[str] = "conferences booked"

    id: str | None = column("booking_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("booked_date", "day", "booked on", happens=True)
    for_day: date | None = column("booked_for_date", "day", "booked for", planned=True)
    enquiry: str | None = column("s47_enquiry_id", "text", "the enquiry it follows")
    report_shared_on: date | None = column("report_shared_date", "day", "report given to the family on")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreProceedings(Fact):
    """A time in pre-proceedings (the public law outline before an application)."""

    table: ClassVar[str] = "ssd_pre_proceedings"
    words: ClassVar[str] = "pre-proceedings"

    id: str | None = column("prep_table_id", "text", "row id", key=True)
    child: str = column("prep_person_id", "text", "the child", child=True)
    family: str | None = column("prep_plo_family_id", "text", "the family group")
    decided_on: date | None = column(
        "prep_pre_pro_decision_date", "day", "legal meeting agreed to begin on", happens=True
    )
    met_on: date | None = column("prep_initial_pre_pro_meeting_date", "day", "first meeting with parents held on")
    letter_on: date | None = column("prep_pre_pro_letter_date", "day", "letter before proceedings sent on")
    outcome: str | None = column("prep_pre_pro_outcome", "text", "issue or step down", known_with="ended_on")
    ended_on: date | None = column("prep_agree_stepdown_issue_date", "day", "agreed on to step down or to issue")
    gateway: str | None = column("prep_legal_gateway_outcome", "text", "outcome of the legal gateway")
    issue_letter_on: date | None = column("prep_care_pro_letter_date", "day", "letter of care proceedings on")
    court_reference: str | None = column("prep_court_reference", "text", "the court's reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Fact):
    """An application to the family court under Part IV (the dataset has no table for it)."""

    table: ClassVar[str] = "holdfast_court_applications"
    words: ClassVar[str] = "court applications"

    id: str | None = column("application_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    issued_on: date | None = column("issued_date", "day", "issued on", happens=True)
    disposed_on: date | None = column("disposed_date", "day", "final order or withdrawal on")
    extended_on: date | None = column("extended_date", "day", "court ordered an extension on")
    extended_to: date | None = column(
        "extended_to_date", "day", "extension runs to", planned=True, known_with="extended_on"
    )
