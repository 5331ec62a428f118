"""Strengths by the same rules as worries: something asked of us that was done in time, for one child, on one day.

They come from the same clocks. A worry is a clock that ran out; a strength is one that was met. Neither says
anything about a family, and neither is a score.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from holdfast.dates import Days, add_months
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.drift.rule import in_words
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.monday import effect_of
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.child_protection import Application, PreProceedings, ProtectionPlan, ProtectionVisit
from holdfast.record.front_door import InNeedPlan, InNeedVisit
from holdfast.record.in_care import CareReview, CareVisit
from holdfast.record.leaving_care import CareLeaver, ProvidedHome
from holdfast.record.oversight import Note, PlanAction, PlanReview

Station = Literal["front door", "early help", "protection", "court", "care", "home", "leaving care"]

STATIONS: tuple[Station, ...] = ("front door", "early help", "protection", "court", "care", "home", "leaving care")
"""The child's way through the service, in order. A child may be at more than one."""

STATION_OF: Mapping[str, Station] = {
    **dict.fromkeys(
        "fd-referral-decision fd-referrer-ack as-cfa-45wd as-cfa-45wd-start linked-adult-enquiry "
        "assessment-restarted".split(), "front door",
    ),
    **dict.fromkeys(
        "cin-visit cin-plan-review cp-icpc-15wd cp-report-share-icpc cp-core-group-first cp-core-group-next "
        "cp-review-first cp-review-next cp-visit conference-not-booked protection-plan-long in-need-plan-long "
        "repeated-concern".split(), "protection",
    ),
    **dict.fromkeys("plo-letter-send plo-meeting-first plo-review plo-max-16wk ct-26wk".split(), "court"),
    **dict.fromkeys(
        "cla-placement-plan cla-placement-notify cla-ooa-approval cla-reg24-approval cla-reg25-extension "
        "temporary-approval-over gap-unfilled ad-a10-threshold ad-a2-threshold ad-review-unplaced pf-visit-7wd "
        "pf-visit-year1 pf-visit-year2 pf-suitability pf-notify-advance hl-same-day hl-no-bb hl-assessment "
        "hl-56d-relief hl-young-person-refuses home-kept".split(), "home",
    ),
}  # fmt: skip
"""The station that a duty, a rule or a good thing belongs to, whoever the child is."""

BY_PREFIX: tuple[tuple[str, Station], ...] = (
    ("cla-", "care"), ("iro-", "care"), ("accommodated-", "care"), ("worker-changes", "care"), ("cl-", "leaving care"),
    ("tenancy-", "leaving care"),
)  # fmt: skip

AFTER: Mapping[str, str] = {
    "fd-referral-decision": "A manager decided what to do, {after} the referral",
    "hl-same-day": "A safe place for the night was found, {after} asking",
    "hl-assessment": "The assessment was signed, {after} asking for help",
    "cin-visit": "Seen{alone}, {after} the last visit",
    "cp-visit": "Seen{alone}, {after} the last visit",
    "cp-icpc-15wd": "The conference was held, {after} the strategy discussion",
    "cp-core-group-first": "The core group first met, {after} the conference",
    "plo-letter-send": "The letter before proceedings was sent, {after} the decision",
    "cla-visit-first": "Seen{alone}, {after} moving in",
    "cla-visit-yr1": "Seen{alone}, {after} the last visit",
    "cla-visit-after-yr1": "Seen{alone}, {after} the last visit",
    "cla-visit-permanent": "Seen{alone}, {after} the last visit",
    "cla-visit-reg24": "Seen{alone}, {after} the last visit",
    "cla-iro-appoint": "A reviewing officer was named, {after} coming into care",
    "cla-care-plan": "The care plan was made, {after} coming into care",
    "cla-iha": "The first health assessment was done, {after} coming into care",
    "cla-pep-first": "The first education plan was made, {after} coming into care",
    "cla-placement-plan": "The plan for this home was signed, {after} moving in",
    "ms-rhi-72h": "Somebody sat down to listen, {after} coming back",
    "pf-visit-7wd": "Visited at the friend's or neighbour's home, {after} we were told",
    "pf-visit-year1": "Visited again, {after} the last visit",
    "cl-pa-visit-7d": "The adviser came to the new home, {after} moving in",
    "cl-pa-visit-2mo": "The adviser came to see the home, {after} the last visit",
    "cl-pa-contact-8wk": "In touch, both ways, {after} the last time",
}
"""What is told of a clock that was met by how soon it was done."""

TO_SPARE: Mapping[str, str] = {
    "as-cfa-45wd": "The assessment was finished, {spare}",
    "cin-plan-review": "The plan was reviewed, {spare}",
    "cp-core-group-next": "The core group met, {spare}",
    "cp-review-first": "The plan was reviewed at a conference, {spare}",
    "cp-review-next": "The plan was reviewed at a conference, {spare}",
    "plo-meeting-first": "Parents and lawyers met before going to court, {spare}",
    "plo-review": "The work before court was reviewed, {spare}",
    "plo-max-16wk": "It was decided whether to go to court, {spare}",
    "ct-26wk": "The court decided, {spare}",
    "cla-review-1": "The first review was held, {spare}{part}",
    "cla-review-2": "The second review was held, {spare}{part}",
    "cla-review-n": "The review was held, {spare}{part}",
    "cla-permanence-plan": "There is a plan for a home for good, {spare}",
    "cla-reg24-approval": "The relative or friend was decided on, {spare}",
    "cla-reg25-extension": "The relative or friend was decided on, {spare}",
    "cla-rha-u5": "Health was looked at again, {spare}",
    "cla-rha-5plus": "Health was looked at again, {spare}",
    "cla-dental": "Teeth were checked, {spare}",
    "ad-a2-threshold": "A match with adopters was agreed, {spare}",
    "ad-a10-threshold": "Moved in with the adopters, {spare}",
    "pf-suitability": "It was decided whether the arrangement is right, {spare}",
    "cl-pathway-plan": "The pathway plan was made, {spare}",
    "cl-pathway-plan-16y3m": "The pathway plan was made, {spare}",
    "cl-pathway-review": "The pathway plan was gone through again, {spare}",
    "cl-pathway-review-28d": "The pathway plan was gone through in the new home, {spare}",
    "iro-dispute": "The reviewing officer's question was settled, {spare}",
}
"""What is told of a clock that was met by how much of its time was left."""

GOOD_CODES: tuple[str, ...] = (*AFTER, *TO_SPARE)

TOOK_PART: Mapping[str, str] = {
    "PN1": "; the child spoke for themselves",
    "PN2": "; an advocate spoke for the child, who was there",
    "PN3": "; the child was there and made their view known",
    "PN5": "; the child asked an advocate to speak",
    "PN6": "; the child sent word of what they think",
}
"""How a child took part in a review, where the record says that the child did."""

FACTS: Mapping[str, str] = {
    "plan-better": "A review found that things had become better for the child",
    "action-kept": "Done by its day: {what}",
    "promise-kept": "A promise was kept: {what}",
    "home-kept": "Six months in the same home",
}
"""What is told of a fact that no clock asks for; their place among the questions is that of ``FACT_EFFECTS``."""

HOME_MONTHS = 6

FACT_EFFECTS: Mapping[str, int] = {"home-kept": 1, "promise-kept": 2, "plan-better": 3, "action-kept": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodThing:
    """One strength: for which child, by which duty or fact, on what day, and the evidence in a sentence."""

    child: str
    code: str
    on: date
    station: Station
    words: str

    @property
    def effect(self) -> int:
        """Its place in the order of questions about a child that the Monday list has too."""
        return FACT_EFFECTS.get(self.code, effect_of(self.code))


def station_of(code: str, place: Station) -> Station:
    """The station of a duty, rule or fact; that of the child's own place where it may be anywhere."""
    if code in STATION_OF:
        return STATION_OF[code]
    return next((station for start, station in BY_PREFIX if code.startswith(start)), place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A good fact that no clock asks for: its code, the child, the day, and what it was in the record's words."""

    code: str
    child: str
    on: date
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What was done of late, before any words: clocks met in time, good facts, and what is known beside them.

    ``alone`` are the children and days of visits at which the child was seen alone, ``parts`` how a child took part
    in a review on a day, ``where`` the station of each child beyond the front door.
    """

    clocks: Iterable[Clock]
    facts: Iterable[Done]
    alone: Container[tuple[str, date]]
    parts: Mapping[tuple[str, date], str]
    where: Mapping[str, Station]


def told(lately: Lately) -> dict[str, tuple[GoodThing, ...]]:
    """The good things by child, the weightiest first; one act that meets several clocks is told once."""
    found: dict[str, list[GoodThing]] = {}
    acts: set[tuple[str, date, str]] = set()
    for one in sorted((*_of_clocks(lately), *_of_facts(lately)), key=weight):
        act = (one.child, one.on, one.words.split(",")[0])
        if act not in acts:
            acts.add(act)
            found.setdefault(one.child, []).append(one)
    return {child: tuple(some) for child, some in sorted(found.items())}


def _of_clocks(lately: Lately) -> Iterator[GoodThing]:
    for clock in lately.clocks:
        day = clock.met_on
        if day is not None:
            key = (clock.child, day)
            words = told_of_clock(clock, key in lately.alone, lately.parts.get(key, ""))
            station = station_of(clock.duty, lately.where.get(clock.child, "front door"))
            yield GoodThing(child=clock.child, code=clock.duty, on=day, station=station, words=f"{words}.")


def _of_facts(lately: Lately) -> Iterator[GoodThing]:
    for one in lately.facts:
        what = one.what or "what was agreed"
        words = FACTS[one.code].format(what=f"{what[0].lower()}{what[1:]}")
        station = station_of(one.code, lately.where.get(one.child, "front door"))
        yield GoodThing(child=one.child, code=one.code, on=one.on, station=station, words=f"{words}.")


def good_things_of(
    child: Child, as_at: datetime, settings: Settings = WEXMOUTH, days: int = 7
) -> tuple[GoodThing, ...]:
    """The good things of one child in the ``days`` up to a moment, the weightiest first."""
    standing = Standing(child, as_at)
    since = Days(days).before(as_at.date())
    clocks = [
        one
        for code in GOOD_CODES
        for one in clocks_of(BY_CODE[code], standing, settings)
        if one.state == "met" and one.met_on is not None and one.met_on > since and one.met_on >= one.started_on
    ]
    visits: list[Any] = [one for noun in (InNeedVisit, ProtectionVisit, CareVisit) for one in standing.of(noun)]
    reviews = [one for one in standing.of(CareReview) if one.held_on is not None and one.participation]
    lately = Lately(
        clocks=clocks, facts=_facts(standing, since),
        alone={(one.child, one.on) for one in visits if one.on is not None and one.seen_alone},
        parts={(one.child, one.held_on): one.participation or "" for one in reviews if one.held_on is not None},
        where={child.id: place_of(standing)},
    )  # fmt: skip
    return told(lately).get(child.id, ())


def _facts(standing: Standing, since: date) -> Iterator[Done]:
    """What no clock asks for: a plan that helped, an action and a promise kept, half a year in one home."""
    child = standing.child.id
    for review in standing.of(PlanReview):
        if review.on is not None and review.on > since and review.change == "better":
            yield Done(code="plan-better", child=child, on=review.on)
    for action in standing.of(PlanAction):
        day = action.done_on
        if day is not None and day > since and action.for_day is not None and day <= action.for_day:
            yield Done(code="action-kept", child=child, on=day, what=action.words_of_action)
    for note in standing.of(Note):
        if note.kind == "promise" and note.kept_on is not None and note.kept_on > since:
            yield Done(code="promise-kept", child=child, on=note.kept_on, what=note.words_of_note)
    yield from _homes(standing, since)


def _homes(standing: Standing, since: date) -> Iterator[Done]:
    for home in standing.of(ProvidedHome):
        day = add_months(home.started_on, HOME_MONTHS) if home.started_on and home.ended_on is None else None
        if day is not None and since < day <= standing.today:
            yield Done(code="home-kept", child=standing.child.id, on=day)


def place_of(standing: Standing) -> Station:
    """Where on the way one child is; the furthest along counts, and the front door where nothing else does."""
    if any(one.ended_on is None for one in standing.of(CarePeriod)):
        return "care"
    if standing.of(CareLeaver):
        return "leaving care"
    before, asked = standing.of(PreProceedings), standing.of(Application)
    if any(one.ended_on is None for one in before) or any(one.disposed_on is None for one in asked):
        return "court"
    helped = any(one.ended_on is None for one in standing.of(InNeedPlan))
    protected = any(one.ended_on is None for one in standing.of(ProtectionPlan))
    return "protection" if helped or protected else "front door"


def told_of_clock(clock: Clock, alone: bool, part: str) -> str:
    """The sentence of a clock that was met in time: how soon, or with how much time left."""
    if clock.duty in AFTER:
        days = (clock.met_on - clock.started_on).days if clock.met_on else 0
        return AFTER[clock.duty].format(after=after_words(days), alone=" alone" if alone else "")
    return TO_SPARE[clock.duty].format(spare=spare_words(clock.days, clock.unit), part=TOOK_PART.get(part, ""))


def after_words(days: int) -> str:
    """``on the day of``, ``the day after``, ``two days after``, ``12 days after``."""
    if days <= 0:
        return "on the day of"
    return "the day after" if days == 1 else f"{in_words(days)} days after"


def spare_words(left: int | None, unit: str) -> str:
    """``with 12 days to spare``, or ``on its last day``; nothing but ``in time`` where nobody can count."""
    if left is None:
        return "in time"
    if left <= 0:
        return "on its last day"
    return f"with {in_words(left)} {unit if left > 1 else unit.removesuffix('s')} to spare"


def weight(one: GoodThing) -> tuple[int, int, str, str]:
    """The order of good things: what it means for the child, the latest first, then the child's id."""
    return one.effect, -one.on.toordinal(), one.child, one.code
