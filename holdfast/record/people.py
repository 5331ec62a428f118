"""People: the child, the workers, the teams, and who is allocated to whom."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """A child or young person, born or not yet born."""

    table: ClassVar[str] = "ssd_person"
    words: ClassVar[str] = "people"

    child: str = column("pers_person_id", "text", "the source's id of the person", key=True, child=True)
    forename: str | None = column("pers_forename", "text", "first name")
    surname: str | None = column("pers_surname", "text", "family name")
    sex: str | None = column("pers_sex", "text", "M, F or U")
    gender: str | None = column("pers_gender", "text", "gender as recorded")
    ethnicity: str | None = column("pers_ethnicity", "text", "ethnicity code")
    born_on: date | None = column("pers_dob", "day", "date of birth")
    nhs_number: str | None = column("pers_common_child_id", "text", "NHS number", also=("pers_single_unique_id",))
    legacy_id: str | None = column("pers_legacy_id", "text", "id in an earlier system")
    upn: str | None = column("pers_upn", "text", "unique pupil number")
    upn_unknown: str | None = column("pers_upn_unknown", "text", "why there is no unique pupil number")
    send: bool | None = column("pers_send_flag", "flag", "special educational needs on record")
    expected_on: date | None = column("pers_expected_dob", "day", "expected date of birth", planned=True)
    died_on: date | None = column("pers_death_date", "day", "date of death")
    is_mother: bool | None = column("pers_is_mother", "flag", "is herself a mother")
    nationality: str | None = column("pers_nationality", "text", "nationality")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disability(Fact):
    """A disability recorded for a child."""

    table: ClassVar[str] = "ssd_disability"
    words: ClassVar[str] = "disabilities"

    id: str | None = column("disa_table_id", "text", "row id", key=True)
    child: str = column("disa_person_id", "text", "the child", child=True)
    code: str | None = column("disa_disability_code", "text", "disability code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Fact):
    """A worker's or team's time with a child."""

    table: ClassVar[str] = "ssd_involvements"
    words: ClassVar[str] = "involvements of workers"

    id: str | None = column("invo_involvements_id", "text", "row id", key=True)
    child: str = column("invo_person_id", "text", "the child", child=True)
    professional: str | None = column("invo_professional_id", "text", "the worker")
    role: str | None = column("invo_professional_role_id", "text", "the worker's role with the child")
    team: str | None = column("invo_professional_team", "text", "the team")
    started_on: date | None = column("invo_involvement_start_date", "day", "from", happens=True)
    ended_on: date | None = column("invo_involvement_end_date", "day", "until")
    change_reason: str | None = column(
        "invo_worker_change_reason", "text", "why the worker changed", known_with="ended_on"
    )
    referral: str | None = column("invo_referral_id", "text", "the referral it belongs to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional(Fact):
    """A worker. The id is in ``child`` too, so that every table can be split the same way; it is no child."""

    table: ClassVar[str] = "ssd_professionals"
    words: ClassVar[str] = "professionals"

    child: str = column("prof_professional_id", "text", "the worker's id", key=True, child=True)
    staff_id: str | None = column("prof_staff_id", "text", "staff number")
    name: str | None = column("prof_professional_name", "text", "name")
    registration: str | None = column("prof_social_worker_registration_no", "text", "Social Work England number")
    job_title: str | None = column("prof_professional_job_title", "text", "job title")
    caseload: float | None = column("prof_professional_caseload", "number", "caseload")
    department: str | None = column("prof_professional_department", "text", "team or organisation")
    full_time: float | None = column("prof_full_time_equivalency", "number", "full-time equivalent")
    agency: bool | None = column("prof_agency_worker_flag", "flag", "agency worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Department(Fact):
    """A team. The id is in ``child`` for the same reason as a professional's."""

    table: ClassVar[str] = "ssd_department"
    words: ClassVar[str] = "teams"

    child: str = column("dept_team_id", "text", "the team's id", key=True, child=True)
    name: str | None = column("dept_team_name", "text", "the team's name")
    parent: str | None = column("dept_team_parent_id", "text", "the team above it")
    parent_name: str | None = column("dept_team_parent_name", "text", "the name of the team above it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure(Fact):
    """A worker's last day. The id of the worker is in ``child`` for the same reason as a professional's."""

    table: ClassVar[str] = "holdfast_departures"
    words: ClassVar[str] = "workers who leave"

    child: str = column("departing_professional_id", "text", "the worker's id", key=True, child=True)
    last_on: date | None = column("last_day", "day", "the last day at work", planned=True)
    told_on: date | None = column("told_date", "day", "put on record on", happens=True)
