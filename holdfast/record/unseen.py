"""Children no chart shows: missing, privately fostered, homeless at sixteen and seventeen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEpisode(Fact):
    """A time when a child was missing, or away without authorisation."""

    table: ClassVar[str] = "ssd_missing"
    words: ClassVar[str] = "missing episodes"

    id: str | None = column("miss_table_id", "text", "row id", key=True)
    child: str = column("miss_person_id", "text", "the child", child=True)
    started_on: date | None = column("miss_missing_episode_start_date", "day", "missing from", happens=True)
    started_at: datetime | None = column(
        "miss_missing_episode_start_date", "time", "time of day it began", time_of="started_on"
    )
    type: str | None = column("miss_missing_episode_type", "text", "'missing' or 'away' once read")
    returned_on: date | None = column("miss_missing_episode_end_date", "day", "found or returned on")
    returned_at: datetime | None = column(
        "miss_missing_episode_end_date", "time", "time of day of the return", time_of="returned_on"
    )
    offered: bool | None = column("miss_missing_rhi_offered", "flag", "interview offered", known_with="returned_on")
    accepted: bool | None = column("miss_missing_rhi_accepted", "flag", "interview accepted", known_with="returned_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnInterview(Fact):
    """An offer of a return home interview and what came of it."""

    table: ClassVar[str] = "holdfast_return_interviews"
    words: ClassVar[str] = "return home interviews"

    id: str | None = column("return_interview_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    episode: str | None = column("missing_id", "text", "the missing episode")
    offered_on: date | None = column("offered_date", "day", "offered on", happens=True)
    held_on: date | None = column("held_date", "day", "held on")
    held_at: datetime | None = column("held_date", "time", "time of day it was held", time_of="held_on")
    declined_on: date | None = column("declined_date", "day", "declined by the child on")
    change: str | None = column("what_will_change", "text", "what we will change", known_with="held_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateFostering(Fact):
    """A private fostering arrangement. The council may be told of it before the stay begins, or long after."""

    table: ClassVar[str] = "holdfast_private_fostering"
    words: ClassVar[str] = "private fostering arrangements"

    id: str | None = column("private_fostering_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    stay_from: date | None = column("stay_start_date", "day", "the stay began on")
    notified_on: date | None = column("notified_date", "day", "the council was told on")
    notified_by: str | None = column("notified_by", "text", "who told the council", known_with="notified_on")
    suitable_on: date | None = column("suitability_date", "day", "suitability decided on")
    ended_on: date | None = column("end_date", "day", "ended on")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateFosteringVisit(Fact):
    """A visit to a privately fostered child."""

    table: ClassVar[str] = "holdfast_private_fostering_visits"
    words: ClassVar[str] = "private fostering visits"

    id: str | None = column("private_fostering_visit_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    on: date | None = column("visit_date", "day", "visit made on", happens=True)
    seen_alone: bool | None = column("seen_alone_flag", "flag", "child seen alone")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomelessPresentation(Fact):
    """A young person of 16 or 17 who asks for help with nowhere to live."""

    table: ClassVar[str] = "holdfast_homeless_presentations"
    words: ClassVar[str] = "homeless young people's presentations"

    id: str | None = column("homeless_presentation_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the young person", child=True)
    on: date | None = column("presented_date", "day", "asked for help on", happens=True)
    at: datetime | None = column("presented_date", "time", "time of day", time_of="on")
    housed_on: date | None = column("housed_date", "day", "safe place from")
    housed_at: datetime | None = column("housed_date", "time", "time of day", time_of="housed_on")
    housed_in: str | None = column(
        "housed_in", "text", "what kind of place; 'bed and breakfast' is never lawful", known_with="housed_on"
    )
    assessed_on: date | None = column("assessed_date", "day", "assessment signed on")
    declined_on: date | None = column("section_20_declined_date", "day", "young person declined section 20 on")
    advocate_on: date | None = column("advocate_offered_date", "day", "advocate offered on")
    relief_on: date | None = column("relief_duty_date", "day", "housing relief duty accepted on")
    relief_ended_on: date | None = column("relief_duty_end_date", "day", "housing relief duty ended on")
    closed_on: date | None = column("closed_date", "day", "closed on")
