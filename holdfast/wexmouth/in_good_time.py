"""How Wexmouth carries a child's record on where a story says nothing: everything asked is done in time.

Each function puts on record what the law and the council's own standards ask for, a little before it is due, up
to the last working day before 1 June 2026 (or the day the work ended). The limits are not written here again:
the gaps are chosen shorter than any of them, and a test asks the duties themselves whether that is so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from holdfast.dates import Days, WorkingDays, add_months, birthday
from holdfast.record.child_protection import (
    Booking,
    Conference,
    CoreGroup,
    Enquiry,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.front_door import Assessment, Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.oversight import ManagementDecision, PlanReview, Supervision
from holdfast.wexmouth.telling import CARRIED_ON_TO, STEADY, Pace, Telling, working_day_by
from holdfast.wexmouth.workers import team_of, worker

CONFERENCE_NEEDED = "CP_CONFERENCE_FLAG"

Hands = str | Sequence[tuple[date, str]]
"""One worker, or several, each from a day on."""


def supervised(told: Telling, hands: Hands, since: date, until: date = CARRIED_ON_TO) -> None:
    """The child is discussed in the worker's supervision within a month, every month."""
    for day in told.pace.every("supervision", since, until):
        told.add(Supervision, on=day, professional=worker(in_whose_hands(hands, day)), reflective=True)


def in_whose_hands(hands: Hands, day: date) -> str:
    """The worker's name on a day."""
    if isinstance(hands, str):
        return hands
    began = [name for since, name in hands if since <= day]
    return began[-1] if began else hands[0][1]


def referred(
    told: Telling, name: str, on: date, *, source: str, need: str = "N1", decided_on: date | None = None,
    started_on: date | None = None, assessed_on: date | None = None, closed_on: date | None = None,
    close_reason: str | None = None, outcome: str = "PROV_OF_SERVICES_FLAG",
) -> str:  # fmt: skip
    """A referral: decided and answered the next working day, assessed within forty-five of them.

    Gives back the referral's id. ``source`` is the census code of who referred.
    """
    decided = decided_on or WorkingDays(1).after(on)
    told.add(Contact, on=on, source=source, outcome="NEW_REFERRAL_FLAG")
    referral = told.add(
        Referral, on=on, need=need, source=source, outcome="SINGLE_ASSESSMENT_FLAG", nfa=False,
        closed_on=closed_on, close_reason=close_reason, team=team_of(name), worker=worker(name),
    )  # fmt: skip
    for about in ("referral", "referrer told"):
        told.add(ManagementDecision, about=about, subject=referral, on=decided, decided_by=worker("colm"))
    told.add(
        Assessment, referral=referral, started_on=started_on or decided, child_seen=True,
        authorised_on=assessed_on, outcome=outcome if assessed_on else None,
        outcome_nfa=outcome.startswith("NFA") if assessed_on else None, team=team_of(name), worker=worker(name),
    )  # fmt: skip
    return referral


def in_need(
    told: Telling, name: str, since: date, *, referral: str, until: date | None = None,
    reviews: list[date] | None = None,
) -> str:  # fmt: skip
    """A child in need plan: seen within four weeks, reviewed within three months. Gives the plan's id."""
    plan = told.add(
        InNeedPlan, referral=referral, started_on=since, ended_on=until, team=team_of(name), worker=worker(name)
    )
    end = until or CARRIED_ON_TO
    for day in told.pace.every("in need visit", since, end):
        told.add(InNeedVisit, plan=plan, on=day, seen=True, seen_alone=True, bedroom=True)
    for day in told.pace.every("in need review", since, end) if reviews is None else reviews:
        told.add(PlanReview, plan_kind="child in need", on=day, change=told.pace.change())
    return plan


def enquired(told: Telling, name: str, on: date, ended_on: date, *, referral: str | None) -> str:
    """A section 47 enquiry that ended in a call for a conference. Gives the enquiry's id."""
    return told.add(
        Enquiry, referral=referral, started_on=on, ended_on=ended_on, nfa=False, outcome=CONFERENCE_NEEDED,
        team=team_of(name), worker=worker(name),
    )  # fmt: skip


def booked(told: Telling, enquiry: str, for_day: date, *, on: date, shared_on: date | None = None) -> str:
    """A conference is booked, and the family has the report two working days before it. Gives the booking's id."""
    shared = shared_on or WorkingDays(-2).after(for_day)
    return told.add(Booking, on=on, for_day=for_day, enquiry=enquiry, report_shared_on=max(on, shared))


def protected(
    told: Telling, name: str, on: date, *, enquiry: str, referral: str | None, category: str,
    target_on: date, core_groups: list[date] | None = None, reviews: list[tuple[date, str]] | None = None,
    until: date | None = None,
) -> str:  # fmt: skip
    """A conference made a plan: visits every ten working days, core groups, reviews. Gives the plan's id.

    ``reviews`` are days and what each found to have changed; left out, they are held in good time.
    """
    conference = told.add(
        Conference, enquiry=enquiry, referral=referral, transfer_in=False, target_on=target_on, held_on=on,
        made_plan=True, outcome="CP_FLAG", team=team_of("maggie"), worker=worker("maggie"),
    )  # fmt: skip
    plan = told.add(
        ProtectionPlan, referral=referral, conference=conference, started_on=on, ended_on=until, elsewhere=False,
        first_category=category, latest_category=category,
    )  # fmt: skip
    end = until or CARRIED_ON_TO
    for day in told.pace.every("protection visit", on, end):
        told.add(ProtectionVisit, plan=plan, on=day, seen=True, seen_alone=True, bedroom=True)
    first = WorkingDays(8).after(on)
    for day in [first, *told.pace.every("core group", first, end)] if core_groups is None else core_groups:
        if day <= end:
            told.add(CoreGroup, plan=plan, on=day)
    if reviews is None:
        reviews = [(day, told.pace.change()) for day in protection_reviews(on, end, told.pace)]
    for day, change in reviews:
        told.add(ProtectionReview, plan=plan, held_on=day, plan_continues=day != until, quorate=True)
        told.add(PlanReview, plan_kind="child protection", on=day, change=change)
    return plan


def protection_reviews(on: date, until: date, pace: Pace = STEADY) -> list[date]:
    """The first review within three months of the conference, later ones within six of the last."""
    first = working_day_by(Days(7).before(add_months(on, 3)))
    if first > until:
        return []
    return [first, *pace.every("protection review", first, until)]


def half_years(born_on: date | None, since: date, until: date, pace: Pace = STEADY) -> list[date]:
    """Days of health reviews after ``since``: within half a year under five, within a year from five on."""
    found: list[date] = []
    day: date | None = since
    while day is not None:
        young = born_on is not None and day < birthday(born_on, 5)
        day = pace.day("health, under five" if young else "health", day, until)
        if day is not None:
            found.append(day)
    return found


def latest_said(told: Telling) -> None:
    """Let the care leaver's own row name the latest review and contact that her other rows hold.

    Called when everything else about her is told: days that lie ahead are not the latest yet.
    """
    reviewed = _latest(one.on for one in told.of(PathwayPlan) if one.step == "review")
    reached = _latest(one.on for one in told.of(AdviserContact))
    told.facts = [
        replace(fact, review_on=reviewed, contact_on=reached) if isinstance(fact, CareLeaver) else fact
        for fact in told.facts
    ]


def _latest(days: Iterable[date]) -> date | None:
    return max((day for day in days if day <= CARRIED_ON_TO), default=None)
