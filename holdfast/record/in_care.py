"""Children in care: episodes, placements, plans, reviews, visits, approvals of relatives, adoption."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class CareEpisode(Fact):
    """An episode of being looked after; several make one period of care."""

    table: ClassVar[str] = "ssd_cla_episodes"
    words: ClassVar[str] = "episodes of care"

    id: str | None = column("clae_cla_episode_id", "text", "row id", key=True)
    child: str = column("clae_person_id", "text", "the child", child=True)
    started_on: date | None = column("clae_cla_episode_start_date", "day", "episode started on", happens=True)
    start_reason: str | None = column("clae_cla_episode_start_reason", "text", "why it started")
    need: str | None = column("clae_cla_primary_need_code", "text", "primary need code")
    ended_on: date | None = column("clae_cla_episode_ceased_date", "day", "episode ceased on")
    end_reason: str | None = column("clae_cla_episode_ceased_reason", "text", "why it ceased", known_with="ended_on")
    period: str | None = column("clae_cla_id", "text", "the period of care")
    referral: str | None = column("clae_referral_id", "text", "the referral")
    entered_on: date | None = column("clae_entered_care_date", "day", "this period of care began on")
    last_iro_on: date | None = column("clae_cla_last_iro_contact_date", "day", "last reviewing officer contact")
    placement: str | None = column("clae_cla_placement_id", "text", "the placement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Fact):
    """A home where a child in care lives."""

    table: ClassVar[str] = "ssd_cla_placement"
    words: ClassVar[str] = "placements"

    id: str | None = column("clap_cla_placement_id", "text", "row id", key=True)
    child: str = column("clap_person_id", "text", "the child", child=True)
    period: str | None = column("clap_cla_id", "text", "the period of care")
    started_on: date | None = column("clap_cla_placement_start_date", "day", "from", happens=True)
    type: str | None = column("clap_cla_placement_type", "text", "placement type code")
    urn: str | None = column("clap_cla_placement_urn", "text", "Ofsted's number of the home")
    distance: float | None = column("clap_cla_placement_distance", "number", "miles from home")
    provider: str | None = column("clap_cla_placement_provider", "text", "provider code")
    postcode: str | None = column("clap_cla_placement_postcode", "text", "postcode of the home")
    ended_on: date | None = column("clap_cla_placement_end_date", "day", "until")
    change_reason: str | None = column(
        "clap_cla_placement_change_reason", "text", "why it changed", known_with="ended_on"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CareReview(Fact):
    """A review of a child in care."""

    table: ClassVar[str] = "ssd_cla_reviews"
    words: ClassVar[str] = "reviews of children in care"

    id: str | None = column("clar_cla_review_id", "text", "row id", key=True)
    child: str = column("clar_person_id", "text", "the child", child=True, also=("clar_cla_person_id",))
    period: str | None = column("clar_cla_id", "text", "the period of care")
    due_on: date | None = column("clar_cla_review_due_date", "day", "due day as the source has it", planned=True)
    held_on: date | None = column("clar_cla_review_date", "day", "held on", happens=True)
    cancelled: bool | None = column("clar_cla_review_cancelled", "flag", "cancelled")
    participation: str | None = column("clar_cla_review_participation", "text", "how the child took part")


@dataclass(frozen=True, slots=True, kw_only=True)
class CareVisit(Fact):
    """A visit to a child in care."""

    table: ClassVar[str] = "ssd_cla_visits"
    words: ClassVar[str] = "visits to children in care"

    id: str | None = column("clav_cla_visit_id", "text", "row id", key=True)
    child: str = column("clav_person_id", "text", "the child", child=True)
    period: str | None = column("clav_cla_id", "text", "the period of care")
    on: date | None = column("clav_cla_visit_date", "day", "visit made on", happens=True)
    seen: bool | None = column("clav_cla_visit_seen", "flag", "child seen")
    seen_alone: bool | None = column("clav_cla_visit_seen_alone", "flag", "child seen alone")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlan(Fact):
    """A care plan, with the plan for permanence it holds, if any."""

    table: ClassVar[str] = "ssd_cla_care_plan"
    words: ClassVar[str] = "care plans"

    id: str | None = column("lacp_table_id", "text", "row id", key=True, also=("lacp_cla_care_plan_id",))
    child: str = column("lacp_person_id", "text", "the child", child=True)
    started_on: date | None = column("lacp_cla_care_plan_start_date", "day", "in effect from", happens=True)
    ended_on: date | None = column("lacp_cla_care_plan_end_date", "day", "in effect until")
    permanence: str | None = column(
        "lacp_cla_care_plan_json", "json", "the permanence options ticked: the keys whose value is yes"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthCheck(Fact):
    """A health assessment or dental check of a child in care."""

    table: ClassVar[str] = "ssd_cla_health"
    words: ClassVar[str] = "health and dental checks"

    id: str | None = column("clah_health_check_id", "text", "row id", key=True)
    child: str = column("clah_person_id", "text", "the child", child=True)
    type: str | None = column("clah_health_check_type", "text", "'health assessment' or 'dental check' once read")
    on: date | None = column("clah_health_check_date", "day", "done on", happens=True)
    status: str | None = column(
        "clah_health_check_status", "text", "'completed', 'planned', 'refused' or 'cancelled' once read"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthsScore(Fact):
    """A strengths and difficulties questionnaire for a child in care."""

    table: ClassVar[str] = "ssd_sdq_scores"
    words: ClassVar[str] = "strengths and difficulties questionnaires"

    id: str | None = column("csdq_table_id", "text", "row id", key=True)
    child: str = column("csdq_person_id", "text", "the child", child=True)
    on: date | None = column("csdq_sdq_completed_date", "day", "completed on", happens=True)
    reason: str | None = column("csdq_sdq_reason", "text", "why there is no score")
    score: float | None = column("csdq_sdq_score", "number", "score, 0 to 40")


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStatus(Fact):
    """A child's legal status for a time."""

    table: ClassVar[str] = "ssd_legal_status"
    words: ClassVar[str] = "legal statuses"

    id: str | None = column("lega_legal_status_id", "text", "row id", key=True)
    child: str = column("lega_person_id", "text", "the child", child=True)
    status: str | None = column("lega_legal_status", "text", "legal status code")
    started_on: date | None = column("lega_legal_status_start_date", "day", "from", happens=True)
    ended_on: date | None = column("lega_legal_status_end_date", "day", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Permanence(Fact):
    """A child's way to adoption or another permanence order. A decision or order makes it known."""

    table: ClassVar[str] = "ssd_permanence"
    words: ClassVar[str] = "permanence and adoption"

    id: str | None = column("perm_table_id", "text", "row id", key=True)
    child: str = column("perm_person_id", "text", "the child", child=True)
    period: str | None = column("perm_cla_id", "text", "the period of care")
    decided_on: date | None = column("perm_adm_decision_date", "day", "decision to place for adoption on")
    ordered_on: date | None = column("perm_placement_order_date", "day", "placement order on")
    matched_on: date | None = column("perm_matched_date", "day", "matched on")
    placed_on: date | None = column("perm_placed_for_adoption_date", "day", "placed for adoption on")
    placed_with_carer_on: date | None = column(
        "perm_placed_foster_carer_date", "day", "placed with the carer who adopts on"
    )
    reversed_on: date | None = column("perm_decision_reversed_date", "day", "decision reversed on")
    adopted_on: date | None = column("perm_permanence_order_date", "day", "permanence order on")
    order_type: str | None = column(
        "perm_permanence_order_type", "text", "type of permanence order", known_with="adopted_on"
    )
    sibling_group: bool | None = column("perm_part_of_sibling_group", "flag", "one of brothers and sisters")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporaryApproval(Fact):
    """A relative or friend approved for a time under regulation 24 (the dataset has no table for it)."""

    table: ClassVar[str] = "holdfast_temporary_approvals"
    words: ClassVar[str] = "temporary approvals of relatives and friends"

    id: str | None = column("temporary_approval_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    placement: str | None = column("placement_id", "text", "the placement")
    started_on: date | None = column("start_date", "day", "placed under temporary approval on", happens=True)
    extended_on: date | None = column("extended_date", "day", "extension agreed on")
    panel_on: date | None = column("panel_date", "day", "fostering panel on")
    approved_on: date | None = column("approved_date", "day", "full approval decided on")
    ended_on: date | None = column("end_date", "day", "arrangement ended on")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRequest(Fact):
    """A request for a home for a child."""

    table: ClassVar[str] = "holdfast_placement_requests"
    words: ClassVar[str] = "placement requests"

    id: str | None = column("placement_request_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("request_date", "day", "requested on", happens=True)
    move_on: date | None = column("planned_move_date", "day", "move planned for", planned=True)
    emergency: bool | None = column("emergency_flag", "flag", "an emergency placement")
    placement: str | None = column("placement_id", "text", "the placement that followed")
    providers_tried: float | None = column("providers_tried", "number", "providers asked")
    distant: bool | None = column("distant_flag", "flag", "beyond neighbouring authorities")
    needed: str | None = column("needed", "text", "what was needed, in words")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementStep(Fact):
    """Something that must be done for a placement: plan signed, notices sent, approval given."""

    table: ClassVar[str] = "holdfast_placement_steps"
    words: ClassVar[str] = "steps of placements"

    id: str | None = column("placement_step_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    placement: str | None = column("placement_id", "text", "the placement")
    step: str | None = column(
        "step", "text", "'placement plan', 'notices', 'director approval' or 'intended to eighteen'"
    )
    on: date | None = column("done_date", "day", "done on", happens=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationPlan(Fact):
    """A personal education plan meeting completed (the dataset has no table for it)."""

    table: ClassVar[str] = "holdfast_education_plans"
    words: ClassVar[str] = "personal education plans"

    id: str | None = column("education_plan_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("completed_date", "day", "completed on", happens=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewingOfficer(Fact):
    """An independent reviewing officer named for a child (also read from involvements by role)."""

    table: ClassVar[str] = "holdfast_reviewing_officers"
    words: ClassVar[str] = "reviewing officers named"

    id: str | None = column("reviewing_officer_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("named_date", "day", "named on", happens=True)
    professional: str | None = column("professional_id", "text", "the officer")
