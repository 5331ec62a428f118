"""Leaving care: needs and pathway plans from sixteen, advisers and homes from eighteen."""

from dataclasses import replace
from datetime import date

from holdfast.dates import Days, WorkingDays, birthday
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan, ProvidedHome
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after
from holdfast.wexmouth.crowd.family import Family, Life, Stretch, allot, says_who, worker_named
from holdfast.wexmouth.crowd.front_door import open_case, opening
from holdfast.wexmouth.crowd.homes import homes_of, live_in
from holdfast.wexmouth.crowd.strengths import going_well
from holdfast.wexmouth.in_good_time import latest_said, supervised
from holdfast.wexmouth.telling import CARRIED_ON_TO, WEXMOUTH_DAY, working_day_by
from holdfast.wexmouth.workers import PATHWAYS, worker

WEEKS_13 = 91
INTO_OWN_HOME, WITH_CARERS = "E5", "E17"
LIVING = {"B": 12.0, "D": 14.0, "E": 8.0, "K": 16.0, "U": 36.0, "Z": 14.0}
"""Where care leavers live, in the department's codes: parents, semi-independent, lodgings, own home, former carer."""
DOING = {"F1": 7.0, "F2": 24.0, "F4": 8.0, "F5": 13.0, "P2": 6.0, "G4": 14.0, "G5": 22.0, "G6": 6.0}
"""What care leavers do, in the department's codes: study, train, work, or not for now."""
NATIONS = {"Sudanese": 30.0, "Afghan": 22.0, "Eritrean": 16.0, "Vietnamese": 12.0, "Iranian": 10.0, "Syrian": 10.0}


def prepared(life: Life, time: TimeInCare) -> None:
    """From sixteen, after thirteen weeks in care since fourteen: needs, a plan, its reviews."""
    if time.born_on is None:
        return
    eligible = max(birthday(time.born_on, 16), Days(WEEKS_13).after(max(time.entered_on, birthday(time.born_on, 14))))
    if eligible >= birthday(time.born_on, 18) or eligible > min(time.until, WEXMOUTH_DAY):
        return
    needs = working_day_by(Days(life.chance.number(40, 70)).after(eligible))
    plan = working_day_by(Days(life.chance.number(5, 16)).after(needs))
    until = min(CARRIED_ON_TO, birthday(time.born_on, 21))
    life.told.add(PathwayPlan, step="needs assessment", on=needs)
    life.told.add(PathwayPlan, step="plan", on=plan, agreed=True)
    for day in life.told.pace.every("pathway review", plan, until):
        life.told.add(PathwayPlan, step="review", on=day, agreed=life.chance.odds(0.9))


def left_care(of: Family) -> list[Life]:
    """A young person of eighteen to twenty-five who was in care."""
    lives = of.lives(18.05, 24.9)
    for life in lives:
        eighteen = birthday(life.born_on, 18)
        entered = of.chance.ago(200, 1500, eighteen)
        opened = opening(of.chance, of.chance.ago(1, 40, entered))
        _allot(life, opened.decided_on, entered, eighteen)
        referral = open_case(life, opened, eighteen, "RC7")
        with_carers = life.chance.odds(0.25)
        time = TimeInCare(
            entered_on=entered, legal="C2" if of.chance.odds(0.65) else "V2", born_on=life.born_on, need=opened.need,
            referral=referral, ended_on=eighteen, end_reason=WITH_CARERS if with_carers else INTO_OWN_HOME,
            officer=worker_named("reviewing", life.number),
        )  # fmt: skip
        period = f"{life.told.child}-care-1"
        looked_after(life.told, time, period)
        live_in(life, time, period, homes_of(life, time, "U4" if with_carers else None))
        in_episodes(life.told, time, period)
        prepared(life, time)
        supervised(life.told, life.hands, opened.on, _served_until(life))
        _after_eighteen(life, eighteen, with_carers)
    return lives


def _served_until(life: Life) -> date:
    """Advisers stay until twenty-one; after that for those who ask, whom the record shows as still open."""
    return min(birthday(life.born_on, 21), CARRIED_ON_TO)


def _allot(life: Life, since: date, entered: date, eighteen: date) -> None:
    until = birthday(life.born_on, 21)
    stretches: list[Stretch] = [
        ("east" if life.number % 2 else "west", since, entered, "came into care"),
        ("care", entered, eighteen, "turned eighteen"),
        ("pathways", eighteen, until if until <= CARRIED_ON_TO else None, "turned twenty-one"),
    ]
    allot(life, stretches)


def _after_eighteen(life: Life, eighteen: date, with_carers: bool) -> None:
    until = _served_until(life)
    for day in life.told.pace.every("adviser's contact", eighteen, until):
        life.told.add(AdviserContact, on=day, way=life.chance.one_of(("call", "visit", "message")), two_way=True,
                      at_home=False)  # fmt: skip
    provided = _home_from_us(life, eighteen) if not with_carers and life.chance.odds(0.35) else None
    adviser = worker_named("pathways", life.number)
    living = "Z" if with_carers else "K" if provided else life.chance.weighed(LIVING)
    life.told.add(
        CareLeaver, eligibility="former relevant", in_touch="YES", accommodation=living,
        suitable="1" if life.chance.odds(0.93) else "2", activity=life.chance.weighed(DOING),
        adviser=worker(adviser), team=PATHWAYS, worker=worker(adviser),
    )  # fmt: skip
    latest_said(life.told)
    if until == CARRIED_ON_TO:
        going_well(life, max(eighteen, Days(300).before(CARRIED_ON_TO)))


def _home_from_us(life: Life, eighteen: date) -> date | None:
    """A home that we provide: visited within a week, again before the review within 28 days, then every two months."""
    since = WorkingDays(1).after(Days(life.chance.number(5, 500)).after(eighteen))
    until = _served_until(life)
    if since > Days(3).before(until):
        return None
    review = WorkingDays(-1).after(Days(27).after(since))
    ended = until if until < CARRIED_ON_TO else None
    life.told.add(ProvidedHome, started_on=since, ended_on=ended, review_booked_for=review)
    life.told.add(PathwayPlan, step="review", on=review, agreed=True)
    second = WorkingDays(-2).after(review)
    for day in [WorkingDays(3).after(since), second, *life.told.pace.every("adviser's visit home", second, until)]:
        life.told.add(AdviserContact, on=day, way="visit", two_way=True, at_home=True)
    return since


def came_alone(of: Family) -> list[Life]:
    """Came to England alone at sixteen or seventeen; in care by agreement from the day of being found."""
    lives = of.lives(16.1, 17.7)
    found = of.chance.ago(4, 420)
    for life in lives:
        says_who(life, nationality=life.chance.weighed(NATIONS), ethnicity="OOTH")
        entered = max(found, WorkingDays(1).after(Days(3).after(birthday(life.born_on, 15))))
        opened = replace(opening(of.chance, entered), need="N8", source="6")
        allot(life, [("care", entered, None, None)])
        referral = open_case(life, opened)
        time = TimeInCare(
            entered_on=entered, legal="V2", need="N8", born_on=life.born_on, permanence="SUPPLIV", referral=referral,
            officer=worker_named("reviewing", life.number),
        )  # fmt: skip
        period = f"{life.told.child}-care-1"
        looked_after(life.told, time, period)
        live_in(life, time, period, homes_of(life, time))
        in_episodes(life.told, time, period)
        prepared(life, time)
        supervised(life.told, life.hands, opened.on)
        going_well(life, entered)
    return lives
