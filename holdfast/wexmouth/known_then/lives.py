"""The ordinary lives of children with whom all work is over: everything in good time, until something is late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from holdfast.dates import WorkingDays, parse_moment
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision, Supervision
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import in_need, referred, supervised
from holdfast.wexmouth.planted.lives import safeguarding, somebody, worker_for
from holdfast.wexmouth.telling import STEADY, Telling
from holdfast.wexmouth.workers import allocated, worker

CLOSED = "case closed"
NO_LONGER = "RC7"
"""The census's reason for closing: no longer in need."""

HOME_PLANNED, GUARDIAN = "E4A", "E46"
"""The department's codes for why a time in care ended: home again as planned, or a guardian by an order."""

PUT_RIGHT_AT = parse_moment("2024-11-21T14:20")
"""When somebody put right a day that had been typed in wrong, and so when the right one was known first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Work with one child from a referral to its close: who does it, and the referral's id."""

    told: Telling
    name: str
    referral: str
    until: date


def opened(
    number: int, born_on: date, on: date, until: date, *, assessed_on: date | None = None, team: str | None = None,
    named: bool = True, talked: bool = True,
) -> Work:  # fmt: skip
    """Referred on a day, assessed, and closed on another; supervised monthly between.

    ``named`` false leaves out the child's own worker, ``talked`` false the supervision.
    """
    told = somebody(number, born_on)
    name = worker_for(told, team) if team else safeguarding(told)
    referral = referred(
        told, name, on, source="2A", assessed_on=assessed_on or WorkingDays(30).after(on), closed_on=until,
        close_reason=NO_LONGER,
    )  # fmt: skip
    if named:
        allocated(told, name, WorkingDays(1).after(on), until, CLOSED)
    if talked:
        supervised(told, name, on, until)
    return Work(told=told, name=name, referral=referral, until=until)


def helped(number: int, born_on: date, on: date, since: date, until: date, *, talked: bool = True) -> tuple[Work, str]:
    """A child in need plan from the assessment to the close; gives the plan's id too."""
    work = opened(number, born_on, on, until, assessed_on=since, talked=talked)
    return work, in_need(work.told, work.name, since, referral=work.referral, until=until)


def talked_through(work: Work, *spells: tuple[date, date]) -> None:
    """Supervision in spells, each monthly from its first day to its last; between two spells there was none."""
    for first, last in spells:
        for day in [first, *(day for day in STEADY.every("supervision", first, last) if day < last), last]:
            work.told.add(Supervision, on=day, professional=worker(work.name), reflective=True)


def decided(work: Work, plan: str, on: date, reason: str) -> None:
    """A manager decides about a plan."""
    work.told.add(ManagementDecision, about="plan", subject=plan, on=on, decided_by=worker("ade"), reason=reason)


def in_care(
    number: int, born_on: date, time: TimeInCare, *, home: str = "U6", hands: Sequence[tuple[date, str]] = (),
    **more: Any,
) -> tuple[Work, str]:  # fmt: skip
    """A time in care with one home, from a referral ten working days before; gives the home's id too.

    ``time`` must end, and the work ends with it. ``hands`` are the workers where one followed another.
    """
    assert time.ended_on is not None
    on = WorkingDays(-10).after(time.entered_on)
    work = opened(number, born_on, on, time.ended_on, team="care", named=not hands)
    ends = [*(since for since, _ in hands[1:]), time.ended_on]
    for (since, name), until in zip(hands, ends, strict=bool(hands)):
        allocated(work.told, name, since, until, CLOSED if until == time.ended_on else "left")
    time = replace(time, referral=work.referral, born_on=born_on)
    period = f"{work.told.child}-care-1"
    looked_after(work.told, time, period)
    placement = placed(work.told, time.entered_on, period=period, type=home, ended_on=time.ended_on, **more)
    in_episodes(work.told, time, period)
    return work, placement


def typed_late(told: Telling, noun: type[Fact], at: datetime) -> None:
    """The latest row of a kind, as it is now, was typed in at this moment, and not on the day of which it tells."""
    place = max(place for place, fact in enumerate(told.facts) if type(fact) is noun)
    told.facts[place] = replace(told.facts[place], recorded_at=at)
