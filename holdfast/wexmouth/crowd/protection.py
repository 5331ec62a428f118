"""Enquiries, conferences, protection plans, and the last work before a court."""

from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days, WorkingDays, add_months
from holdfast.record.child_protection import Enquiry, PreProceedings
from holdfast.record.oversight import PlanReview
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.family import Family, Life, allot
from holdfast.wexmouth.crowd.front_door import (
    NO_LONGER,
    NOTHING_MORE,
    Opening,
    before,
    decided,
    open_case,
    opening,
    tell_before,
)
from holdfast.wexmouth.crowd.strengths import going_well
from holdfast.wexmouth.in_good_time import (
    booked,
    enquired,
    in_need,
    protected,
    protection_reviews,
    supervised,
)
from holdfast.wexmouth.telling import CARRIED_ON_TO, working_day_by
from holdfast.wexmouth.workers import team_of, worker

CATEGORIES = {"NEG": 50.0, "EMO": 37.0, "PHY": 6.5, "SAB": 3.5, "MUL": 3.0}
LATE_CONFERENCES = {2023: 0.24, 2024: 0.22, 2025: 0.17, 2026: 0.10}
"""The share of conferences held late, by year: the council has been getting better at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conferring:
    """The days from a strategy discussion to the conference, and the category of abuse."""

    strategy_on: date
    ended_on: date
    booked_on: date
    held_on: date
    category: str


def conferring(chance: Chance, strategy_on: date) -> Conferring:
    """Draw the way to a conference: four in five within fifteen working days."""
    most = WorkingDays(chance.number(10, 15)).after(strategy_on)
    slow = WorkingDays(chance.number(16, 26)).after(strategy_on)
    late = chance.odds(LATE_CONFERENCES.get(strategy_on.year, 0.24)) and slow <= CARRIED_ON_TO
    return Conferring(
        strategy_on=strategy_on, ended_on=WorkingDays(chance.number(6, 9)).after(strategy_on),
        booked_on=WorkingDays(chance.number(3, 7)).after(strategy_on), held_on=slow if late else most,
        category=chance.weighed(CATEGORIES),
    )  # fmt: skip


def confer(life: Life, days: Conferring, referral: str | None, until: date | None = None) -> str:
    """Enquiry, booking, conference and plan; gives the plan's id."""
    name = life.worker_on(days.strategy_on)
    enquiry = enquired(life.told, name, days.strategy_on, days.ended_on, referral=referral)
    booked(life.told, enquiry, days.held_on, on=days.booked_on)
    return protected(
        life.told, life.worker_on(days.held_on), days.held_on, enquiry=enquiry, referral=referral,
        category=days.category, target_on=WorkingDays(15).after(days.strategy_on), until=until,
    )  # fmt: skip


def enquired_into(of: Family) -> list[Life]:
    """An enquiry that needed no conference: the case closed, or help went on."""
    lives = of.lives(0.2, 15)
    goes_on = of.chance.odds(0.45)
    opened = opening(of.chance, of.chance.ago(70, 230) if goes_on else of.chance.ago(130, 600))
    strategy = WorkingDays(of.chance.number(1, 4)).after(opened.on)
    ended = WorkingDays(of.chance.number(4, 13)).after(strategy)
    earlier = before(of, opened.on)
    nothing = of.chance.odds(0.4)
    for life in lives:
        tell_before(life, earlier)
        until = None if goes_on else opened.assessed_on
        allot(life, [(of.team, opened.decided_on, until, "case closed")])
        referral = open_case(life, opened, until, None if goes_on else NOTHING_MORE)
        name = life.worker_on(strategy)
        life.told.add(
            Enquiry, referral=referral, started_on=strategy, ended_on=ended, nfa=nothing, team=team_of(name),
            outcome="NFA_FLAG" if nothing else "PROV_OF_SERVICES_FLAG", worker=worker(name),
        )  # fmt: skip
        if goes_on:
            in_need(life.told, life.worker_on(opened.assessed_on), opened.assessed_on, referral=referral)
            going_well(life, opened.assessed_on)
        supervised(life.told, life.hands, opened.on, until or CARRIED_ON_TO)
    return lives


def _earlier_plan(of: Family, on: date) -> tuple[Opening, Conferring, date] | None:
    """Days of an earlier protection plan, for one family in three; the last is the review that ended it."""
    if not of.chance.odds(0.34):
        return None
    opened = opening(of.chance, of.chance.ago(560, 1300, on))
    days = conferring(of.chance, WorkingDays(2).after(opened.on))
    return opened, days, _ending(of.chance, days.held_on)


def _ending(chance: Chance, held_on: date) -> date:
    """The day of the review conference at which a plan ends: the first, the second or the third."""
    reviews = protection_reviews(held_on, Days(560).after(held_on))
    return reviews[chance.weighed({0: 30.0, 1: 55.0, 2: 15.0})]


def _tell_earlier(life: Life, of: Family, plan: tuple[Opening, Conferring, date] | None) -> bool:
    if plan is None or life.born_on > plan[1].strategy_on:
        return False
    opened, days, until = plan
    allot(life, [(of.team, opened.decided_on, until, "case closed")])
    referral = open_case(life, opened, until, NO_LONGER)
    confer(life, days, referral, until)
    supervised(life.told, life.hands, opened.on, until)
    return True


def protected_now(of: Family) -> list[Life]:
    """A protection plan that runs on Wexmouth's day, or a conference just ahead."""
    lives = of.lives(0.1, 13)
    strategy = of.chance.ago(4, 430)
    opened = opening(of.chance, WorkingDays(-of.chance.number(1, 9)).after(strategy))
    days, earlier = conferring(of.chance, strategy), _earlier_plan(of, strategy)
    for life in lives:
        _tell_earlier(life, of, earlier)
        allot(life, [(of.team, opened.decided_on, None, None)])
        referral = open_case(life, opened)
        confer(life, days, referral)
        supervised(life.told, life.hands, opened.on)
        going_well(life, days.held_on)
    return lives


def protected_long(of: Family) -> list[Life]:
    """A protection plan of more than fifteen months that a senior manager has decided about."""
    lives = of.lives(2, 12)
    # Well between the fifteen and eighteen months at which a plan is asked about, or well past both.
    strategy = of.chance.ago(*of.chance.weighed({(505, 538): 50.0, (605, 650): 50.0}))
    opened = opening(of.chance, WorkingDays(-of.chance.number(1, 9)).after(strategy))
    days = conferring(of.chance, strategy)
    marks = [WorkingDays(1).after(add_months(days.held_on, months)) for months in (15, 18)]
    looked = max(day for day in marks if day <= CARRIED_ON_TO)
    for life in lives:
        allot(life, [(of.team, opened.decided_on, None, None)])
        referral = open_case(life, opened)
        plan = confer(life, days, referral)
        decided(life, plan, max(looked, life.chance.ago(5, 60)), "Safer than a year ago; one thing is still needed.")
        supervised(life.told, life.hands, opened.on)
        going_well(life, days.held_on)
    return lives


def was_protected(of: Family) -> list[Life]:
    """A protection plan that ended, and help that went on for a while."""
    lives = of.lives(0.8, 14)
    strategy = of.chance.ago(200, 800)
    opened = opening(of.chance, WorkingDays(-of.chance.number(1, 9)).after(strategy))
    days, earlier = conferring(of.chance, strategy), _earlier_plan(of, strategy)
    over = _ending(of.chance, days.held_on)
    until = working_day_by(Days(of.chance.number(70, 240)).after(over))
    for life in lives:
        _tell_earlier(life, of, earlier)
        allot(life, [(of.team, opened.decided_on, until, "case closed")])
        referral = open_case(life, opened, until, NO_LONGER)
        confer(life, days, referral, over)
        in_need(life.told, life.worker_on(over), over, referral=referral, until=until)
        supervised(life.told, life.hands, opened.on, until)
    return lives


def before_court(of: Family) -> list[Life]:
    """A protection plan, and the letter before proceedings: still under way, or stepped down."""
    lives = of.lives(0.5, 11)
    strategy = of.chance.ago(250, 400)
    opened = opening(of.chance, WorkingDays(-of.chance.number(1, 9)).after(strategy))
    days = conferring(of.chance, strategy)
    agreed = of.chance.ago(12, 180)
    letter = WorkingDays(of.chance.number(2, 5)).after(agreed)
    meeting = WorkingDays(of.chance.number(5, 10)).after(letter)
    over = working_day_by(Days(of.chance.number(85, 110)).after(letter))
    for life in lives:
        allot(life, [(of.team, opened.decided_on, None, None)])
        referral = open_case(life, opened)
        confer(life, days, referral)
        life.told.add(
            PreProceedings, family=f"WX-F{of.number:06d}", decided_on=agreed, letter_on=letter, met_on=meeting,
            ended_on=over, outcome="step down", gateway="begin pre-proceedings",
        )  # fmt: skip
        looked = working_day_by(Days(of.chance.number(40, 54)).after(meeting))
        life.told.add(PlanReview, plan_kind="pre-proceedings", on=looked, change="better")
        supervised(life.told, life.hands, opened.on)
        going_well(life, days.held_on)
    return lives
