"""How Wexmouth carries on the record of a child in care: reviews, visits, health and education, all in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days, WorkingDays, add_months, add_years, birthday
from holdfast.record.in_care import (
    CareEpisode,
    CarePlan,
    CareReview,
    CareVisit,
    EducationPlan,
    HealthCheck,
    LegalStatus,
    Placement,
    PlacementStep,
    ReviewingOfficer,
    StrengthsScore,
)
from holdfast.record.oversight import PlanReview
from holdfast.wexmouth.in_good_time import half_years
from holdfast.wexmouth.telling import CARRIED_ON_TO, STEADY, Pace, Telling, working_day_by
from holdfast.wexmouth.workers import worker

PERMANENCE_BY_MONTHS = 3
HEALTH = "health assessment"
DENTAL = "dental check"
NOWHERE = "ZZ99 3CZ"
"""A postcode that stands for no place, so that nothing points at a real door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInCare:
    """A time in care as a story has it.

    ``legal`` is the code of the first legal status, ``later_legal`` the days and codes of later ones; ``need`` is
    the census code of need, ``permanence`` the plan's key in the dataset. ``reviews`` and ``first_*`` are a story's
    own days; left out, they fall in good time. An empty ``reviews`` or ``health_done`` false means that it has not
    happened.
    """

    entered_on: date
    legal: str
    later_legal: tuple[tuple[date, str], ...] = ()
    need: str = "N1"
    born_on: date | None = None
    permanence: str = "LTFOST18"
    ended_on: date | None = None
    end_reason: str | None = None
    referral: str | None = None
    officer: str = "maggie"
    reviews: list[date] | None = None
    care_plan_on: date | None = None
    education_plan_on: date | None = None
    officer_named_on: date | None = None
    health_done: bool = True
    first_health: date | None = None

    @property
    def until(self) -> date:
        """The last day on which anything is added."""
        return self.ended_on or CARRIED_ON_TO


def looked_after(told: Telling, time: TimeInCare, period: str) -> None:
    """Put a time in care on record with everything that follows from it but the homes and the episodes."""
    begun = [(time.entered_on, time.legal), *time.later_legal]
    ends = [*(since for since, _ in time.later_legal), time.ended_on]
    for (since, status), until in zip(begun, ends, strict=True):
        told.add(LegalStatus, status=status, started_on=since, ended_on=until)
    named = time.officer_named_on or WorkingDays(4).after(time.entered_on)
    told.add(ReviewingOfficer, on=named, professional=worker(time.officer))
    _planned(told, time)
    _reviewed(told, time, period)
    _well(told, time)
    _taught(told, time)


def in_episodes(told: Telling, time: TimeInCare, period: str) -> None:
    """The episodes of a time in care, as the department counts them: a new one with each home and each status."""
    homes = {one.started_on: one.id for one in told.of(Placement) if one.period == period}
    statuses = {time.entered_on, *(since for since, _ in time.later_legal)}
    days = sorted({*homes, *statuses})
    home = None
    for number, day in enumerate(days):
        home = homes.get(day, home)
        last = number == len(days) - 1
        told.add(
            CareEpisode, started_on=day, start_reason=_start_reason(day, number, homes, statuses), need=time.need,
            ended_on=time.ended_on if last else days[number + 1], end_reason=time.end_reason if last else "X1",
            period=period, referral=time.referral, entered_on=time.entered_on, placement=home,
        )  # fmt: skip


def _start_reason(day: date, number: int, homes: Mapping[date, str], statuses: set[date]) -> str:
    """The department's code of why an episode began: S into care, P another home, L another status, B both."""
    if number == 0:
        return "S"
    if day in homes and day in statuses:
        return "B"
    return "P" if day in homes else "L"


def _planned(told: Telling, time: TimeInCare) -> None:
    """The care plan, and from the third month the plan for permanence in it."""
    first = time.care_plan_on or WorkingDays(8).after(time.entered_on)
    settled = working_day_by(Days(3).before(add_months(time.entered_on, PERMANENCE_BY_MONTHS)))
    known = settled <= time.until
    told.add(CarePlan, started_on=first, ended_on=settled if known else time.ended_on)
    if known:
        told.add(CarePlan, started_on=settled, ended_on=time.ended_on, permanence=time.permanence)


def care_reviews(time: TimeInCare, pace: Pace = STEADY) -> list[date]:
    """The first review within twenty working days, the second within three months, later ones within six."""
    first = WorkingDays(17).after(time.entered_on)
    second = working_day_by(Days(6).before(add_months(first, 3)))
    return [day for day in (first, second, *pace.every("care review", second, time.until)) if day <= time.until]


def _reviewed(told: Telling, time: TimeInCare, period: str) -> None:
    for day in care_reviews(time, told.pace) if time.reviews is None else time.reviews:
        told.add(CareReview, period=period, held_on=day, cancelled=False, participation="PN1")
        told.add(PlanReview, plan_kind="in care", on=day, change=told.pace.change())


def _well(told: Telling, time: TimeInCare) -> None:
    """Health assessments, teeth, and the yearly questionnaire from four to seventeen."""
    if not time.health_done:
        return
    first = time.first_health or WorkingDays(16).after(time.entered_on)
    for day in [first, *half_years(time.born_on, first, time.until, told.pace)]:
        if day <= time.until:
            told.add(HealthCheck, type=HEALTH, on=day, status="completed")
    seen = working_day_by(Days(2).after(first))
    for day in [seen, *told.pace.every("teeth", seen, time.until)]:
        if day <= time.until:
            told.add(HealthCheck, type=DENTAL, on=day, status="completed")
    since = time.entered_on if time.born_on is None else max(time.entered_on, birthday(time.born_on, 4))
    until = time.until if time.born_on is None else min(time.until, birthday(time.born_on, 17))
    for day in told.pace.every("questionnaire", since, until) if since < until else []:
        told.add(StrengthsScore, on=day, score=told.pace.score())


def _taught(told: Telling, time: TimeInCare) -> None:
    """Education plans, from three years of age."""
    first = time.education_plan_on or WorkingDays(9).after(time.entered_on)
    for day in [first, *told.pace.every("education", first, time.until)]:
        if day <= time.until and (time.born_on is None or day >= birthday(time.born_on, 3)):
            told.add(EducationPlan, on=day)


LONG_STAYS = ("U1", "U4")
"""Homes meant to last to eighteen."""


def placed(
    told: Telling, on: date, *, period: str, type: str, ended_on: date | None = None, distance: float = 6.0,
    change_reason: str | None = None, visits: list[date] | None = None, planned_on: date | None = None,
    told_on: date | None = None, provider: str = "PR1", urn: str | None = None,
) -> str:  # fmt: skip
    """A placement, its plan and notices, and visits: the first within a week, later ones within six.

    Gives the placement's id. ``planned_on`` and ``told_on`` are the days of the plan and the notices.
    """
    placement = told.add(
        Placement, period=period, started_on=on, ended_on=ended_on, type=type, distance=distance,
        provider=provider, change_reason=change_reason, postcode=NOWHERE, urn=urn,
    )  # fmt: skip
    told.add(PlacementStep, placement=placement, step="placement plan", on=planned_on or WorkingDays(4).after(on))
    told.add(PlacementStep, placement=placement, step="notices", on=told_on or WorkingDays(3).after(on))
    for day in placement_visits(on, ended_on, told.pace, long=type in LONG_STAYS) if visits is None else visits:
        told.add(CareVisit, period=period, on=day, seen=True, seen_alone=True)
    return placement


def placement_visits(on: date, ended_on: date | None = None, pace: Pace = STEADY, long: bool = False) -> list[date]:
    """Visits to a placement in good time: within a week, then at most five weeks apart.

    After a year in a ``long`` stay, at most three months apart.
    """
    until = ended_on or CARRIED_ON_TO
    year = add_years(on, 1)
    day: date | None = WorkingDays(3).after(on)
    found = []
    while day is not None and day <= until:
        found.append(day)
        day = pace.day("care visit, long stay" if long and day >= year else "care visit", day, until)
    return found
