"""Children no chart shows: privately fostered, and homeless at sixteen and seventeen."""

from datetime import date

from holdfast.dates import Days, WorkingDays, add_years, parse_moment
from holdfast.record.unseen import HomelessPresentation, PrivateFostering, PrivateFosteringVisit
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after
from holdfast.wexmouth.crowd.family import Family, Life, allot, worker_named
from holdfast.wexmouth.crowd.front_door import Opening, open_case
from holdfast.wexmouth.crowd.homes import Home, live_in
from holdfast.wexmouth.crowd.leaving import prepared
from holdfast.wexmouth.crowd.strengths import going_well
from holdfast.wexmouth.in_good_time import in_need, supervised
from holdfast.wexmouth.telling import CARRIED_ON_TO


def privately_fostered(of: Family) -> list[Life]:
    """Staying with somebody who is no relative; known to the council, seen and judged in time."""
    lives = of.lives(8, 15.2)
    told_on = of.chance.ago(10, 620)
    stay = Days(of.chance.number(-40, 30)).before(told_on) if of.chance.odds(0.5) else Days(3).before(told_on)
    stay = min(stay, CARRIED_ON_TO)
    for life in lives:
        allot(life, [(of.team, told_on, None, None)])
        supervised(life.told, life.hands, told_on)
        first = WorkingDays(of.chance.number(2, 6)).after(told_on)
        life.told.add(
            PrivateFostering, stay_from=stay, notified_on=told_on, notified_by=of.chance.one_of(("school", "carer")),
            suitable_on=WorkingDays(of.chance.number(25, 40)).after(first),
        )  # fmt: skip
        for day in _visits(life, told_on, first):
            life.told.add(PrivateFosteringVisit, on=day, seen_alone=True)
        going_well(life, told_on)
    return lives


def _visits(life: Life, told_on: date, first: date) -> list[date]:
    """Six-weekly in the first year, then twelve-weekly."""
    found, day, year = [], first, add_years(told_on, 1)
    while day <= CARRIED_ON_TO:
        found.append(day)
        what = "private fostering visit" if day < year else "private fostering visit, later"
        day = life.told.pace.day(what, day, CARRIED_ON_TO) or Days(1).after(CARRIED_ON_TO)
    return found


def homeless(of: Family) -> list[Life]:
    """Sixteen or seventeen with nowhere to live: in care by agreement, or home again with help."""
    lives = of.lives(16.2, 17.7)
    asked = of.chance.ago(12, 200)
    for life in lives:
        asked = max(asked, WorkingDays(2).after(add_years(life.born_on, 16)))
        opened = Opening(
            on=asked, source="4", need="N5", decided_on=WorkingDays(1).after(asked),
            assessed_on=WorkingDays(of.chance.number(18, 40)).after(asked),
        )  # fmt: skip
        _asked(life, asked)
        into_care = of.chance.odds(0.45)
        allot(life, [("care" if into_care else of.team, asked, None, None)])
        referral = open_case(life, opened)
        supervised(life.told, life.hands, asked)
        if into_care:
            _into_care(life, asked, referral)
        else:
            in_need(life.told, life.worker_on(opened.assessed_on), opened.assessed_on, referral=referral)
        going_well(life, asked)
    return lives


def _asked(life: Life, asked: date) -> None:
    day = asked.isoformat()
    assessed = WorkingDays(life.chance.number(5, 12)).after(asked)
    life.told.add(
        HomelessPresentation, on=asked, at=parse_moment(f"{day}T{life.chance.number(10, 16)}:15"), housed_on=asked,
        housed_at=parse_moment(f"{day}T{life.chance.number(18, 21)}:40"),
        housed_in=life.chance.one_of(("supported lodgings", "foster home", "crash pad")), advocate_on=asked,
        assessed_on=assessed, closed_on=WorkingDays(2).after(assessed),
    )  # fmt: skip


def _into_care(life: Life, entered: date, referral: str) -> None:
    time = TimeInCare(
        entered_on=entered, legal="V2", need="N5", born_on=life.born_on, permanence="SUPPLIV", referral=referral,
        officer=worker_named("reviewing", life.number),
    )  # fmt: skip
    period = f"{life.told.child}-care-1"
    looked_after(life.told, time, period)
    live_in(life, time, period, [Home(entered, "H5", None)])
    in_episodes(life.told, time, period)
    prepared(life, time)
