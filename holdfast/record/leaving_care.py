"""Leaving care: status, pathway plans, homes we provide, advisers' contact."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLeaver(Fact):
    """A care leaver as the dataset has her: the latest of everything, without its history."""

    table: ClassVar[str] = "ssd_care_leavers"
    words: ClassVar[str] = "care leavers"

    id: str | None = column("clea_table_id", "text", "row id", key=True)
    child: str = column("clea_person_id", "text", "the young person", child=True)
    eligibility: str | None = column(
        "clea_care_leaver_eligibility", "text", "'eligible', 'relevant', 'former relevant', 'qualifying' once read"
    )
    in_touch: str | None = column("clea_care_leaver_in_touch", "text", "in touch code")
    contact_on: date | None = column("clea_care_leaver_latest_contact", "day", "latest contact on")
    accommodation: str | None = column("clea_care_leaver_accommodation", "text", "where living")
    suitable: str | None = column("clea_care_leaver_accom_suitable", "text", "suitable or not")
    activity: str | None = column("clea_care_leaver_activity", "text", "what doing")
    review_on: date | None = column("clea_pathway_plan_review_date", "day", "latest pathway plan review on")
    adviser: str | None = column("clea_care_leaver_personal_advisor", "text", "personal adviser")
    team: str | None = column("clea_care_leaver_allocated_team", "text", "team")
    worker: str | None = column("clea_care_leaver_worker_id", "text", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayPlan(Fact):
    """A step of a pathway plan: needs assessed, plan made, plan reviewed."""

    table: ClassVar[str] = "holdfast_pathway_plans"
    words: ClassVar[str] = "pathway plans"

    id: str | None = column("pathway_plan_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the young person", child=True)
    step: str | None = column("step", "text", "'needs assessment', 'plan' or 'review'")
    on: date | None = column("done_date", "day", "done on", happens=True)
    agreed: bool | None = column("agreed_flag", "flag", "agreed by the young person")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvidedHome(Fact):
    """Accommodation that the council provides for a care leaver."""

    table: ClassVar[str] = "holdfast_provided_homes"
    words: ClassVar[str] = "homes provided for care leavers"

    id: str | None = column("provided_home_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the young person", child=True)
    started_on: date | None = column("start_date", "day", "first provided on", happens=True)
    ended_on: date | None = column("end_date", "day", "ended on")
    review_booked_for: date | None = column(
        "review_booked_date", "day", "the review after 28 days is booked for", planned=True
    )
    notice_on: date | None = column("arrears_notice_date", "day", "arrears notice from housing on")
    task_on: date | None = column("notice_task_date", "day", "adviser took the notice up on")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviserContact(Fact):
    """A personal adviser's contact with a young person, or an attempt."""

    table: ClassVar[str] = "holdfast_adviser_contacts"
    words: ClassVar[str] = "advisers' contacts"

    id: str | None = column("adviser_contact_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the young person", child=True)
    on: date | None = column("contact_date", "day", "on", happens=True)
    way: str | None = column("way", "text", "'visit', 'call', 'message' …")
    two_way: bool | None = column("two_way_flag", "flag", "the young person answered")
    at_home: bool | None = column("at_home_flag", "flag", "a visit at the accommodation")
