"""The way to adoption: the decision, the order, the match, the new home, and the adoption order."""

from dataclasses import dataclass, replace
from datetime import date

from holdfast.dates import Days, WorkingDays, add_months
from holdfast.record.in_care import Permanence
from holdfast.record.oversight import PlanReview
from holdfast.wexmouth.care_in_good_time import in_episodes, looked_after
from holdfast.wexmouth.crowd.care import FREED, INTERIM, applied, entering
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.family import Family, Life, allot
from holdfast.wexmouth.crowd.front_door import open_case, opening
from holdfast.wexmouth.crowd.homes import CARE_PLAN, Home, live_in
from holdfast.wexmouth.crowd.strengths import going_well
from holdfast.wexmouth.in_good_time import supervised
from holdfast.wexmouth.telling import CARRIED_ON_TO, working_day_by

ADOPTERS = "A6"
"""A home with adopters under a placement order, in the department's code."""

ADOPTED, ADOPTED_FROM_NEED = "E12", "RC1"


@dataclass(frozen=True, slots=True)
class Road:
    """The days of a way to adoption, the last of them perhaps still ahead."""

    entered: date
    decided: date
    ordered: date
    matched: date
    placed: date
    adopted: date


def road(chance: Chance, entered: date, slow: bool = False) -> Road:
    """Draw a way to adoption within both benchmarks; a slow one is late for both."""
    decided = working_day_by(Days(chance.number(150, 190)).after(entered))
    ordered = working_day_by(Days(chance.number(25, 55)).after(decided))
    matched = working_day_by(Days(chance.number(130, 260) if slow else chance.number(60, 115)).after(ordered))
    placed = working_day_by(Days(chance.number(14, 40)).after(matched))
    adopted = working_day_by(Days(chance.number(150, 280)).after(placed))
    return Road(entered, decided, ordered, matched, placed, adopted)


def to_adoption(of: Family) -> list[Life]:
    """On the way: waiting for a match, matched, placed with adopters, or adopted."""
    days = of.chance.number(210, 1000)
    entered = working_day_by(Days(days).before(CARRIED_ON_TO))
    way = road(of.chance, entered, slow=days > 720 and of.chance.odds(0.6))
    lives = of.lives(days / 365.25 + 0.1, days / 365.25 + 3)
    opened = opening(of.chance, of.chance.ago(1, 30, entered))
    done = way.adopted <= CARRIED_ON_TO
    for life in lives:
        left = way.adopted if done else None
        allot(life, [(of.team, opened.decided_on, entered, "came into care"), ("care", entered, left, "case closed")])
        referral = open_case(life, opened, left, ADOPTED_FROM_NEED if done else None)
        _tell_road(life, way, referral, len(lives) > 1)
        supervised(life.told, life.hands, opened.on, left or CARRIED_ON_TO)
        if not done:
            going_well(life, entered)
    return lives


def _tell_road(life: Life, way: Road, referral: str, together: bool) -> None:
    done = way.adopted <= CARRIED_ON_TO
    time = replace(
        entering(life.chance, way.entered, referral, life.number), born_on=life.born_on, legal=INTERIM,
        permanence="ADOPTION", later_legal=((way.ordered, FREED),) if way.ordered <= CARRIED_ON_TO else (),
        ended_on=way.adopted if done else None, end_reason=ADOPTED if done else None,
    )  # fmt: skip
    period = f"{life.told.child}-care-1"
    looked_after(life.told, time, period)
    first = Home(way.entered, "U6", way.placed if way.placed <= CARRIED_ON_TO else None, CARE_PLAN)
    homes = [first]
    if way.placed <= CARRIED_ON_TO:
        homes.append(Home(way.placed, ADOPTERS, way.adopted if done else None))
    live_in(life, time, period, homes)
    in_episodes(life.told, time, period)
    applied(life, way.entered, way.ordered if way.ordered <= CARRIED_ON_TO else None)
    life.told.add(
        Permanence, period=period, decided_on=way.decided, ordered_on=way.ordered, matched_on=way.matched,
        placed_on=way.placed, adopted_on=way.adopted, order_type="Adoption order", sibling_group=together,
    )  # fmt: skip
    _reviewed(life, way)


def _reviewed(life: Life, way: Road) -> None:
    """While the child waits: within three months of the order, then within six of the last review."""
    first = WorkingDays(-3).after(add_months(way.ordered, 3))
    if first < way.placed:
        for day in [first, *life.told.pace.every("adoption review", first, way.placed)]:
            life.told.add(PlanReview, plan_kind="adoption", on=day, change="better")
