"""From the front door to a child in need plan: contacts, referrals, assessments, help in the family."""

from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days, WorkingDays, add_months
from holdfast.record.front_door import Contact, Referral
from holdfast.record.oversight import ManagementDecision
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.family import Family, Life, Stretch, allot
from holdfast.wexmouth.crowd.strengths import going_well
from holdfast.wexmouth.in_good_time import in_need, referred, supervised
from holdfast.wexmouth.telling import CARRIED_ON_TO, working_day_by
from holdfast.wexmouth.workers import HUB, worker

SOURCES = {
    "6": 30.0, "2A": 18.0, "3A": 2.5, "3D": 6.0, "3E": 4.0, "5A": 9.0, "5B": 6.0, "1A": 7.0, "1B": 2.0, "8": 6.0,
    "7": 3.0, "2B": 2.0, "4": 1.5, "9": 3.0,
}  # fmt: skip
"""Who refers, by the census's codes: police, schools, health, the council itself, family …"""

NEEDS = {"N1": 57.0, "N2": 9.0, "N3": 3.0, "N4": 9.0, "N5": 14.0, "N6": 3.0, "N8": 3.0, "N9": 2.0}

NOTHING_MORE, EARLY_HELP, NO_LONGER = "RC8", "RC9", "RC7"
"""The census's reasons why an episode of need closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a family's case opened: referred on, by whom, for what need, decided on, assessed on."""

    on: date
    source: str
    need: str
    decided_on: date
    assessed_on: date


def opening(chance: Chance, on: date) -> Opening:
    """Draw an opening: nine in ten decided the next working day, six in seven assessed within forty-five."""
    slow = WorkingDays(chance.number(2, 4)).after(on)
    late = chance.odds(0.08) and slow <= CARRIED_ON_TO
    return Opening(
        on=on, source=chance.weighed(SOURCES), need=chance.weighed(NEEDS),
        decided_on=slow if late else WorkingDays(1).after(on), assessed_on=_assessed(chance, on),
    )  # fmt: skip


def _assessed(chance: Chance, on: date) -> date:
    least, most = chance.weighed({(9, 17): 25.0, (18, 33): 25.0, (34, 44): 36.0, (47, 68): _slow(on)})
    day = WorkingDays(chance.number(least, most)).after(on)
    return day if most < 45 or day <= CARRIED_ON_TO else WorkingDays(chance.number(34, 44)).after(on)


def _slow(on: date) -> float:
    """The weight of assessments that took too long: fewer of them each year."""
    return {2024: 19.0, 2025: 14.0, 2026: 10.0}.get(on.year, 22.0)


def open_case(life: Life, opened: Opening, closed_on: date | None = None, why: str | None = None) -> str:
    """A referral with its assessment, in the hands of the worker of that day; gives the referral's id."""
    nothing = why == NOTHING_MORE
    return referred(
        life.told, life.worker_on(opened.on), opened.on, source=opened.source, need=opened.need,
        decided_on=opened.decided_on, assessed_on=opened.assessed_on, closed_on=closed_on, close_reason=why,
        outcome="NFA_FLAG" if nothing else "PROV_OF_SERVICES_FLAG",
    )  # fmt: skip


def before(of: Family, on: date, share: float = 0.24) -> Opening | None:
    """An earlier opening that closed after its assessment, for those who come back within the year."""
    if not of.chance.odds(share):
        return None
    return opening(of.chance, of.chance.ago(125, 340, on))


def tell_before(life: Life, earlier: Opening | None) -> list[Stretch]:
    """Put an earlier referral on record; gives the stretch of work that it was."""
    if earlier is None:
        return []
    allot(life, [("hub", earlier.decided_on, earlier.assessed_on, "case closed")])
    open_case(life, earlier, earlier.assessed_on, NOTHING_MORE)
    supervised(life.told, life.hands, earlier.on, earlier.assessed_on)
    return [("hub", earlier.decided_on, earlier.assessed_on, "case closed")]


def only_contacts(of: Family) -> list[Life]:
    """Somebody told us, and advice or early help was enough."""
    lives = of.lives(0.3, 14)
    days = [of.chance.ago(3, 600) for _ in range(of.chance.number(1, 2))]
    source, outcome = of.chance.weighed(SOURCES), of.chance.one_of(("ADVICE_FLAG", "EARLY_HELP_FLAG"))
    for life in lives:
        for day in sorted(set(days)):
            life.told.add(Contact, on=day, source=source, outcome=outcome)
    return lives


def nothing_further(of: Family) -> list[Life]:
    """A referral that needed nothing further."""
    lives = of.lives(0.3, 15)
    on = of.chance.ago(4, 600)
    source, decided = of.chance.weighed(SOURCES), WorkingDays(1).after(on)
    for life in lives:
        life.told.add(Contact, on=on, source=source, outcome="NEW_REFERRAL_FLAG")
        referral = life.told.add(
            Referral, on=on, need="N9", source=source, outcome="NFA_FLAG", nfa=True, closed_on=decided, team=HUB,
            worker=worker("colm"),
        )  # fmt: skip
        for about in ("referral", "referrer told"):
            life.told.add(ManagementDecision, about=about, subject=referral, on=decided, decided_by=worker("colm"))
    return lives


def assessed(of: Family) -> list[Life]:
    """Assessed, and closed after it; some came back."""
    lives = of.lives(0.3, 15)
    opened = opening(of.chance, of.chance.ago(100, 620))
    earlier = before(of, opened.on)
    why = NOTHING_MORE if of.chance.odds(0.7) else EARLY_HELP
    for life in lives:
        tell_before(life, earlier)
        allot(life, [(of.team, opened.decided_on, opened.assessed_on, "case closed")])
        open_case(life, opened, opened.assessed_on, why)
        supervised(life.told, life.hands, opened.on, opened.assessed_on)
    return lives


def being_assessed(of: Family) -> list[Life]:
    """An assessment under way on Wexmouth's day."""
    lives = of.lives(0.1, 14)
    ahead = of.chance.number(0, 35)
    on = WorkingDays(-of.chance.number(0, 40 - ahead)).after(CARRIED_ON_TO)
    opened = Opening(
        on=on, source=of.chance.weighed(SOURCES), need=of.chance.weighed(NEEDS),
        decided_on=WorkingDays(1).after(on), assessed_on=WorkingDays(44).after(on),
    )  # fmt: skip
    earlier = before(of, on, 0.2)
    for life in lives:
        tell_before(life, earlier)
        allot(life, [(of.team, opened.decided_on, None, None)])
        open_case(life, opened)
        supervised(life.told, life.hands, on)
        going_well(life, opened.decided_on)
    return lives


def needs_help(of: Family) -> list[Life]:
    """A child in need plan that runs on Wexmouth's day."""
    lives = of.lives(0.4, 13)
    opened = opening(of.chance, of.chance.ago(75, 250))
    earlier = before(of, opened.on)
    team = "disabled" if opened.need == "N2" else of.team
    for life in lives:
        tell_before(life, earlier)
        allot(life, [(team, opened.decided_on, None, None)])
        referral = open_case(life, opened)
        in_need(life.told, life.worker_on(opened.assessed_on), opened.assessed_on, referral=referral)
        supervised(life.told, life.hands, opened.on)
        going_well(life, opened.assessed_on)
    return lives


def long_help(of: Family) -> list[Life]:
    """A child in need plan of long standing, looked at again by a manager with reasons."""
    lives = of.lives(4, 13)
    opened = opening(of.chance, of.chance.ago(420, 760))
    since = opened.assessed_on
    for life in lives:
        allot(life, [("disabled", opened.decided_on, None, None)])
        referral = open_case(life, opened)
        plan = in_need(life.told, life.worker_on(since), since, referral=referral)
        decided(life, plan, max(life.chance.ago(5, 140), WorkingDays(1).after(add_months(since, 9))), "It still helps.")
        supervised(life.told, life.hands, opened.on)
        going_well(life, since)
    return lives


def decided(life: Life, plan: str, on: date, reason: str) -> None:
    """A manager decides about a plan."""
    day = on if on <= CARRIED_ON_TO else CARRIED_ON_TO
    life.told.add(ManagementDecision, about="plan", subject=plan, on=day, decided_by=worker("ade"), reason=reason)


def was_helped(of: Family) -> list[Life]:
    """A child in need plan that has done its work and ended."""
    lives = of.lives(0.8, 15)
    opened = opening(of.chance, of.chance.ago(330, 800))
    earlier = before(of, opened.on, 0.2)
    until = working_day_by(Days(of.chance.number(60, 250)).after(opened.assessed_on))
    for life in lives:
        tell_before(life, earlier)
        allot(life, [(of.team, opened.decided_on, until, "case closed")])
        referral = open_case(life, opened, until, NO_LONGER)
        in_need(life.told, life.worker_on(opened.assessed_on), opened.assessed_on, referral=referral, until=until)
        supervised(life.told, life.hands, opened.on, until)
    return lives
