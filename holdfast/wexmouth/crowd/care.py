"""Children in care: how they came, under what law, where they live, and how some have left."""

from dataclasses import replace
from datetime import date

from holdfast.dates import Days, WorkingDays
from holdfast.record.child_protection import Application
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.family import Family, Life, Stretch, allot, worker_named
from holdfast.wexmouth.crowd.front_door import NO_LONGER, Opening, open_case, opening
from holdfast.wexmouth.crowd.homes import AT_HOME, homes_of, live_in
from holdfast.wexmouth.crowd.leaving import prepared
from holdfast.wexmouth.crowd.missing import went_missing
from holdfast.wexmouth.crowd.protection import Conferring, confer, conferring
from holdfast.wexmouth.crowd.strengths import challenged, going_well
from holdfast.wexmouth.in_good_time import supervised
from holdfast.wexmouth.telling import CARRIED_ON_TO, working_day_by

BY_AGREEMENT, INTERIM, FULL, FREED = "V2", "C1", "C2", "E1"
"""Legal statuses in the department's codes: section 20, interim care order, care order, placement order."""

AGES = {(0.2, 1.0): 9.0, (1.0, 5.0): 17.0, (5.0, 10.0): 22.0, (10.0, 15.5): 34.0, (15.5, 17.5): 18.0}
"""The age of a family's youngest child in care, in years, by share."""

PERMANENCE = {"LTFOST18": 45.0, "LTRELFR": 22.0, "RETURN": 15.0, "SGO": 10.0, "RESPLMT": 8.0}
WayIn = tuple[Opening, Conferring | None]
"""How a family came to care: the opening of its case, and the way to a conference where there was one."""

HOME_PLANNED, HOME_UNPLANNED, GUARDIAN, ARRANGED = "E4A", "E4B", "E46", "E48"
"""Why a time in care ended, in the department's codes."""


def entering(chance: Chance, entered_on: date, referral: str | None, number: int) -> TimeInCare:
    """The bare time in care of a child who entered on a day; the law under which is still to be drawn."""
    return TimeInCare(
        entered_on=entered_on, legal=BY_AGREEMENT, referral=referral, permanence=chance.weighed(PERMANENCE),
        officer=worker_named("reviewing", number),
    )  # fmt: skip


def in_care_now(of: Family) -> list[Life]:
    """In care on Wexmouth's day: by agreement, under an interim order or under a full one."""
    lives = of.lives(*of.chance.weighed(AGES))
    entered = _entry(of.chance, min(life.born_on for life in lives))
    law = of.chance.weighed({BY_AGREEMENT: 20.0, INTERIM: 12.0, FULL: 68.0})
    if law == INTERIM:
        entered = max(entered, of.chance.ago(20, 330))
    way_in = _way_in(of, entered)
    full_for = of.chance.number(165, 390)
    for life in lives:
        _tell_in_care(life, of.team, max(entered, WorkingDays(2).after(life.born_on)), law, full_for, way_in)
    return lives


def _tell_in_care(life: Life, team: str, entered: date, law: str, full_for: int, way_in: WayIn) -> None:
    opened, meeting = way_in
    if life.born_on > opened.on:
        # Born after the family's own referral: the newborn's is the council's own, in the weeks around the birth.
        opened, meeting = opening(life.chance, life.chance.ago(1, 30, entered)), None
    allot(life, [(team, opened.decided_on, entered, "came into care"), ("care", entered, None, None)])
    referral = open_case(life, opened)
    if meeting is not None:
        confer(life, meeting, referral, entered)
    time = replace(entering(life.chance, entered, referral, life.number), born_on=life.born_on, need=opened.need)
    if law != BY_AGREEMENT:
        full_on = working_day_by(Days(full_for).after(entered))
        later = ((full_on, FULL),) if law == FULL and full_on <= CARRIED_ON_TO else ()
        time = replace(time, legal=INTERIM, later_legal=later)
        applied(life, entered, full_on if later else None)
    tell_care(life, time, 1)
    supervised(life.told, life.hands, opened.on)
    going_well(life, entered)
    challenged(life)
    went_missing(life, entered, CARRIED_ON_TO, share=0.3 if life.age(CARRIED_ON_TO) >= 12 else 0.0)


def _entry(chance: Chance, eldest_born: date) -> date:
    """The day a family's children came into care: most within three years, some long ago."""
    least, most = chance.weighed({(3, 120): 12.0, (121, 365): 20.0, (366, 900): 31.0, (901, 2900): 37.0})
    return max(chance.ago(least, most), WorkingDays(2).after(eldest_born))


def _way_in(of: Family, entered: date) -> WayIn:
    """How it came to it: half after a protection plan, half within weeks of a referral."""
    if of.chance.odds(0.5):
        opened = opening(of.chance, of.chance.ago(110, 420, entered))
        return opened, conferring(of.chance, WorkingDays(of.chance.number(1, 6)).after(opened.on))
    return opening(of.chance, of.chance.ago(1, 40, entered)), None


def applied(life: Life, on: date, disposed_on: date | None) -> None:
    """An application for an order; where twenty-six weeks are not enough, the court has ordered an extension."""
    over = Days(177).after(on)
    end = disposed_on or CARRIED_ON_TO
    extended = working_day_by(Days(life.chance.number(150, 175)).after(on)) if end > over else None
    to = max(Days(life.chance.number(240, 300)).after(on), Days(life.chance.number(20, 80)).after(end))
    life.told.add(
        Application, issued_on=on, disposed_on=disposed_on, extended_on=extended,
        extended_to=working_day_by(to) if extended and extended <= CARRIED_ON_TO else None,
    )  # fmt: skip


def tell_care(life: Life, time: TimeInCare, number: int, last_home: str | None = None) -> str:
    """Put a whole time in care on record, homes, episodes and leaving-care work included; gives its id."""
    period = f"{life.told.child}-care-{number}"
    looked_after(life.told, time, period)
    live_in(life, time, period, homes_of(life, time, last_home))
    in_episodes(life.told, time, period)
    prepared(life, time)
    return period


def went_home(of: Family) -> list[Life]:
    """In care for a time, and home again or with a guardian; help went on for a while, or the case closed."""
    lives = of.lives(1.2, 14)
    entered = of.chance.ago(260, 900)
    entered = max(entered, WorkingDays(2).after(max(life.born_on for life in lives)))
    left = working_day_by(Days(of.chance.number(30, 220)).after(entered))
    why = of.chance.weighed({HOME_PLANNED: 55.0, HOME_UNPLANNED: 15.0, GUARDIAN: 22.0, ARRANGED: 8.0})
    opened, meeting = _way_in(of, entered)
    for life in lives:
        stretches: list[Stretch] = [
            (of.team, opened.decided_on, entered, "came into care"),
            ("care", entered, left, "case closed"),
        ]
        allot(life, stretches)
        referral = open_case(life, opened, left, NO_LONGER)
        if meeting is not None:
            confer(life, meeting, referral, entered)
        time = replace(
            entering(life.chance, entered, referral, life.number), born_on=life.born_on, need=opened.need,
            ended_on=left, end_reason=why,
        )  # fmt: skip
        tell_care(life, time, 1)
        supervised(life.told, life.hands, opened.on, left)
    return lives


def at_home_under_order(of: Family) -> list[Life]:
    """Under a care order and placed with parents."""
    lives = of.lives(2, 14)
    entered = max(of.chance.ago(420, 1200), WorkingDays(2).after(max(life.born_on for life in lives)))
    full_on = min(working_day_by(Days(of.chance.number(165, 260)).after(entered)), CARRIED_ON_TO)
    opened, _ = _way_in(of, entered)
    for life in lives:
        allot(life, [(of.team, opened.decided_on, entered, "came into care"), ("care", entered, None, None)])
        referral = open_case(life, opened)
        time = replace(
            entering(life.chance, entered, referral, life.number), born_on=life.born_on, need=opened.need,
            legal=INTERIM, later_legal=((full_on, FULL),), permanence="RETURN",
        )  # fmt: skip
        applied(life, entered, full_on)
        tell_care(life, time, 1, AT_HOME)
        supervised(life.told, life.hands, opened.on)
        going_well(life, entered)
    return lives
