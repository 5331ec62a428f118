"""The ordinary lives in which something is planted: everything in good time, until one thing is left undone."""

from dataclasses import replace
from datetime import date
from typing import Any

from holdfast.dates import Days, WorkingDays
from holdfast.record.field import Fact, happens_on
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.identity import FORENAMES, surname
from holdfast.wexmouth.in_good_time import (
    booked,
    enquired,
    in_need,
    protected,
    referred,
    supervised,
)
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

POSTS = {"east": 6, "west": 6, "care": 4, "pathways": 2}
"""How many workers of each team the planted children are spread over, so that it is never one worker's doing."""


FIRST = 400_000
"""From where on the planted children are numbered."""

HELD = {"east": {4: "chloe", 12: "chloe", 40: "chloe"}, "pathways": {31: "jo", 32: "jo"}}
"""By team, the planted children whom a worker of the stories has: who sits in that seat has something to decide."""


def planted_child(number: int) -> str:
    """The id of the child of this planted problem; it looks like any other."""
    return f"WX-{FIRST + number:06d}"


def worker_for(told: Telling, team: str) -> str:
    """The name of the worker of a team who has this child."""
    number = int(told.child[-6:]) - FIRST
    return HELD.get(team, {}).get(number) or f"{team}-{(FIRST + number) % POSTS[team] + 1}"


def safeguarding(told: Telling) -> str:
    """The name of the child's worker in one of the two safeguarding teams."""
    return worker_for(told, "east" if int(told.child[-6:]) % 3 else "west")


def somebody(number: int, born_on: date) -> Telling:
    """A child with an invented name."""
    chance = Chance(f"planted {number}")
    sex = "F" if number % 2 else "M"
    told = Telling(planted_child(number))
    told.is_(chance.one_of(FORENAMES[sex]), surname(chance, "WBRI"), born_on, sex, ethnicity="WBRI")
    return told


def referred_and_assessed(
    told: Telling, on: date, assessed_on: date | None, *, worker: str | None = None, **more: Any
) -> str:
    """Referred, allocated the next working day, discussed every month; gives the referral's id."""
    name = worker or safeguarding(told)
    referral = referred(told, name, on, source="2A", assessed_on=assessed_on, **more)
    allocated(told, name, WorkingDays(1).after(on))
    supervised(told, name, on)
    return referral


def helped(told: Telling, on: date, assessed_on: date) -> str:
    """A child in need plan since the assessment; gives the plan's id."""
    referral = referred_and_assessed(told, on, assessed_on)
    return in_need(told, safeguarding(told), assessed_on, referral=referral)


def kept_safe(told: Telling, strategy_on: date, held_on: date, **more: Any) -> str:
    """A protection plan since the conference; gives the plan's id. Referred the working day before the strategy."""
    on = WorkingDays(-1).after(strategy_on)
    referral = referred_and_assessed(told, on, WorkingDays(30).after(on))
    enquiry = enquired(told, safeguarding(told), strategy_on, WorkingDays(8).after(strategy_on), referral=referral)
    booked(told, enquiry, held_on, on=WorkingDays(4).after(strategy_on))
    return protected(
        told, safeguarding(told), held_on, enquiry=enquiry, referral=referral, category="NEG",
        target_on=WorkingDays(15).after(strategy_on), **more,
    )  # fmt: skip


def in_care(told: Telling, time: TimeInCare, *, home: str = "U6", **more: Any) -> str:
    """A time in care with one home; gives the home's id. Referred ten working days before."""
    on = WorkingDays(-10).after(time.entered_on)
    referral = referred_and_assessed(told, on, WorkingDays(33).after(on), worker=worker_for(told, "care"))
    time = replace(time, referral=referral, born_on=told.born_on)
    period = f"{told.child}-care-1"
    looked_after(told, time, period)
    placement = placed(told, time.entered_on, period=period, type=home, ended_on=time.ended_on, **more)
    in_episodes(told, time, period)
    return placement


def left_undone(told: Telling, noun: type[Fact], after: date, **only: Any) -> None:
    """Take off the record what of one kind came after a day: nobody did it."""
    day = happens_on(noun)
    told.facts = [
        fact
        for fact in told.facts
        if not (
            type(fact) is noun
            and day is not None
            and getattr(fact, day) > after
            and all(getattr(fact, name) == value for name, value in only.items())
        )
    ]


def day_after(day: date) -> date:
    """The day after."""
    return Days(1).after(day)
