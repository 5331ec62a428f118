"""Where a child in care lives: foster homes, relatives, children's homes; moves; relatives approved for a time."""

from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days, WorkingDays
from holdfast.record.in_care import PlacementRequest, PlacementStep, TemporaryApproval
from holdfast.record.oversight import ChangeEvent
from holdfast.wexmouth.care_in_good_time import TimeInCare, care_reviews, placed
from holdfast.wexmouth.crowd.family import Life
from holdfast.wexmouth.telling import CARRIED_ON_TO, every

YOUNG = {"U6": 55.0, "U4": 18.0, "U3": 17.0, "U1": 4.0, "P1": 6.0}
OLDER = {"U6": 40.0, "U4": 22.0, "U3": 9.0, "U1": 3.0, "K2": 20.0, "P1": 6.0}
GROWING_UP = {"U6": 28.0, "U4": 20.0, "U3": 4.0, "K2": 18.0, "H5": 30.0}
"""Kinds of home by age, in the department's codes, with shares near England's."""

RELATIVE = "U3"
AT_HOME = "P1"
PROVIDERS = {"U": "PR1", "K": "PR4", "H": "PR4", "P": "PR0", "A": "PR0"}
CARE_PLAN = "CARPL"
REASONS = {CARE_PLAN: 60.0, "CREQB": 16.0, "CREQO": 8.0, "CHILD": 8.0, "LAREQ": 5.0, "OTHER": 3.0}
"""Why homes changed, in the return's own codes: the care plan, the carer, the child, the council."""


@dataclass(frozen=True, slots=True)
class Home:
    """One home of a time in care: from, what kind, until, and why it ended."""

    since: date
    kind: str
    until: date | None
    why: str | None = None


def homes_of(life: Life, time: TimeInCare, last: str | None = None) -> list[Home]:
    """Draw the homes: a move about every fifteen months, one child in five moving often. ``last`` is the last kind."""
    often = life.chance.odds(0.2)
    days = [time.entered_on]
    day = _next_move(life, time.entered_on, often)
    while day < time.until:
        days.append(day)
        day = _next_move(life, day, often)
    homes = []
    for number, since in enumerate(days):
        ends = days[number + 1] if number + 1 < len(days) else time.ended_on
        kind = last if last and number + 1 == len(days) else _kind(life, since, number)
        homes.append(Home(since, kind, ends, life.chance.weighed(REASONS) if ends else None))
    return homes


def _next_move(life: Life, since: date, often: bool) -> date:
    least, most = (60, 190) if often else (150, 1300)
    return WorkingDays(1).after(Days(life.chance.number(least, most)).after(since))


def _kind(life: Life, since: date, number: int) -> str:
    age = life.age(since)
    kinds = YOUNG if age < 10 else OLDER if age < 16 else GROWING_UP
    drawn = life.chance.weighed(kinds)
    # Nobody enters care into a home meant to last, or back home: that comes later.
    return "U6" if number == 0 and drawn in ("U4", "U1", AT_HOME) else drawn


def live_in(life: Life, time: TimeInCare, period: str, homes: list[Home]) -> None:
    """Put the homes on record with what each asks for; later moves are planned and asked for beforehand."""
    for number, home in enumerate(homes):
        distance = float(life.chance.weighed({2: 30.0, 6: 27.0, 14: 21.0, 28: 12.0, 45: 10.0}))
        if home.kind == RELATIVE and number == 0:
            _with_relatives(life, time, period, home, distance)
            continue
        asked = number > 0 and home.kind not in (AT_HOME, RELATIVE)
        placement = placed(
            life.told, home.since, period=period, type=home.kind, ended_on=home.until, distance=distance,
            change_reason=home.why, provider=PROVIDERS[home.kind[0]],
            told_on=WorkingDays(-2).after(home.since) if asked else None,
        )  # fmt: skip
        if asked:
            _asked_for(life, home, placement, distance)
        if number > 0:
            life.told.add(ChangeEvent, on=home.since, kind="move", looked_on=WorkingDays(1).after(home.since))


def _asked_for(life: Life, home: Home, placement: str, distance: float) -> None:
    distant = distance > 40
    life.told.add(
        PlacementRequest, on=WorkingDays(-life.chance.number(6, 20)).after(home.since), move_on=home.since,
        emergency=False, placement=placement, providers_tried=float(life.chance.number(2, 12)), distant=distant,
        needed="A home near school" if life.chance.odds(0.5) else "A home with brothers and sisters",
    )  # fmt: skip
    if distant:
        life.told.add(
            PlacementStep, placement=placement, step="director approval", on=WorkingDays(-2).after(home.since)
        )


def _with_relatives(life: Life, time: TimeInCare, period: str, home: Home, distance: float) -> None:
    """Placed with a relative under temporary approval, fully approved within the sixteen weeks."""
    approved = WorkingDays(life.chance.number(55, 72)).after(home.since)
    until = min(home.until or CARRIED_ON_TO, CARRIED_ON_TO)
    placement = placed(
        life.told, home.since, period=period, type=home.kind, ended_on=home.until, distance=distance,
        change_reason=home.why, visits=_visits_to_relatives(life, time, home, approved, until),
    )  # fmt: skip
    ended_early = home.until is not None and home.until < approved
    life.told.add(
        TemporaryApproval, placement=placement, started_on=home.since,
        panel_on=None if ended_early else WorkingDays(-3).after(approved),
        approved_on=None if ended_early else approved, ended_on=home.until,
    )  # fmt: skip


def _visits_to_relatives(life: Life, time: TimeInCare, home: Home, approved: date, until: date) -> list[date]:
    """Weekly until the first review, four-weekly until full approval, then as in any home."""
    review = care_reviews(time)[0] if care_reviews(time) else until
    days = every(6, home.since, until)
    weekly = [day for day in days if day < review]
    reached = [day for day in days if day >= review][:1]
    found = [*weekly, *reached]
    day: date | None = found[-1] if found else None
    while day is not None and reached:
        what = "visit under temporary approval" if day < approved else "care visit"
        day = life.told.pace.day(what, day, until)
        if day is not None:
            found.append(day)
    return found
