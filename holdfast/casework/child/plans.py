"""The plan: which one the child is under and since when, what its reviews found changed, its actions, permanence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from holdfast.casework.acts.plan import doer
from holdfast.casework.child.codes import LEGAL, PERMANENCE, decided_about, in_words
from holdfast.casework.child.told import Told
from holdfast.dates import say
from holdfast.duties.drift.oversight import times_moved
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Application, Enquiry, PreProceedings, ProtectionPlan
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.in_care import CarePlan, LegalStatus, Permanence
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.oversight import ManagementDecision, PlanAction, PlanReview
from holdfast.record.unseen import HomelessPresentation, PrivateFostering

KNOWN = "Known to us"

FOUND = {"better": "Better for the child", "little or none": "Little or no change", "worse": "Worse for the child"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review of a plan found to have changed. ``found`` is in words; empty change means it does not say."""

    on: date
    plan: str
    found: str
    better: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An action of a plan: its words, who does it, every day it was to be done by, in order, and the day it was done.

    ``owner`` is empty where nobody is named; ``moved`` counts how often its day was moved.
    """

    words: str
    owner: str
    set_on: date | None
    by: tuple[date, ...]
    moved: int
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What the child is under now, what reviews found, actions (those still to do first), decisions, permanence."""

    now: tuple[Told, ...]
    before: tuple[Told, ...]
    reviews: tuple[Review, ...]
    actions: tuple[Action, ...]
    decisions: tuple[Told, ...]
    permanence: tuple[Told, ...]


def plans(standing: Standing) -> Plans:
    """The child's plans as at the moment, the weightiest first."""
    every = list(_every(standing))
    now = [one for one in every if one.until is None]
    weighty = [one for one in now if one.words != KNOWN]
    return Plans(
        now=tuple(_now(one) for one in weighty or now),
        before=tuple(_before(one) for one in every if one.until is not None),
        reviews=_reviews(standing), actions=_actions(standing), decisions=_decisions(standing),
        permanence=tuple(_permanence(standing)),
    )  # fmt: skip


class _Time(NamedTuple):
    """A time under one plan: its words, its days, and a quieter word about it."""

    words: str
    since: date | None
    until: date | None
    detail: str = ""


def _now(one: _Time) -> Told:
    words = f"{one.words} since {say(one.since)}" if one.since else one.words
    return Told(on=one.since, words=words, detail=one.detail)


def _before(one: _Time) -> Told:
    assert one.until is not None
    since = f"from {say(one.since)} " if one.since else ""
    return Told(on=one.since, words=f"{one.words} {since}to {say(one.until)}", detail=one.detail)


def _every(standing: Standing) -> Iterator[_Time]:
    for period in standing.of(CarePeriod):
        status = _status(standing) if period.ended_on is None else ""
        yield _Time("In care", period.started_on, period.ended_on, status)
    for application in standing.of(Application):
        yield _Time("Before the court", application.issued_on, application.disposed_on)
    for legal in standing.of(PreProceedings):
        yield _Time("In pre-proceedings", legal.letter_on or legal.decided_on, legal.ended_on, legal.gateway or "")
    for plan in standing.of(ProtectionPlan):
        yield _Time("On a child protection plan", plan.started_on, plan.ended_on)
    for need in standing.of(InNeedPlan):
        yield _Time("On a child in need plan", need.started_on, need.ended_on)
    for left in standing.of(CareLeaver):
        if left.eligibility:
            yield _Time("Leaving care", None, None, f"in law a \u2018{left.eligibility}\u2019 young person")
    for one in standing.of(PrivateFostering):
        yield _Time("Privately fostered, known to us", one.notified_on or one.stay_from, one.ended_on)
    for home in standing.of(HomelessPresentation):
        yield _Time("With nowhere to live, known to us", home.on, home.housed_on or home.closed_on)
    yield from _at_the_door(standing)


def _at_the_door(standing: Standing) -> Iterator[_Time]:
    for enquiry in standing.of(Enquiry):
        yield _Time("An enquiry", enquiry.started_on, enquiry.ended_on)
    for one in standing.of(Assessment):
        yield _Time("Being assessed", one.started_on, one.authorised_on)
    for referral in standing.of(Referral):
        if not referral.nfa:
            yield _Time(KNOWN, referral.on, referral.closed_on)


def _status(standing: Standing) -> str:
    last = max(
        (one for one in standing.of(LegalStatus) if one.ended_on is None),
        key=lambda one: one.started_on or date.min,
        default=None,
    )
    return f"under {in_words(LEGAL, last.status)}" if last and last.status else ""


def _reviews(standing: Standing) -> tuple[Review, ...]:
    found = [
        Review(
            on=one.on, plan=one.plan_kind or "plan", better=one.change == "better",
            found=FOUND.get(one.change or "", "It does not say what changed"),
        )
        for one in standing.of(PlanReview)
        if one.on
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.on, one.plan), reverse=True))


def _actions(standing: Standing) -> tuple[Action, ...]:
    rows = sorted(
        standing.of(PlanAction), key=lambda one: (one.action or one.id or "", one.set_on or date.min, one.id or "")
    )
    found = []
    for _, group in groupby(rows, key=lambda one: one.action or one.id or ""):
        some = list(group)
        words = next((one.words_of_action for one in reversed(some) if one.words_of_action), "An action without words")
        by = [day for day, _ in groupby(one.for_day for one in some if one.for_day is not None)]
        done = max((one.done_on for one in some if one.done_on), default=None)
        owner, moved = doer(standing, some[0].action), times_moved(some)
        found.append(Action(words=words, owner=owner, set_on=some[0].set_on, by=tuple(by), moved=moved, done_on=done))
    return tuple(sorted(found, key=lambda one: (one.done_on is not None, one.by[-1:] or (date.max,), one.words)))


def _decisions(standing: Standing) -> tuple[Told, ...]:
    found = [
        Told(
            on=one.on, words=one.reason or "A decision without its reason on record",
            detail=_decided(one),
        )
        for one in standing.of(ManagementDecision)
        if one.on and one.about not in ("referral", "referrer told")
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.on or date.min, reverse=True))


def _decided(one: ManagementDecision) -> str:
    if one.about == "pause" and one.until:
        return f"A pause until {say(one.until)}"
    about = decided_about(one.about)
    return f"{about[:1].upper()}{about[1:]}"


def _permanence(standing: Standing) -> Iterator[Told]:
    plan = max(
        (one for one in standing.of(CarePlan) if one.permanence and one.ended_on is None),
        key=lambda one: one.started_on or date.min,
        default=None,
    )
    if plan:
        ticked = [in_words(PERMANENCE, one.strip()) or "" for one in (plan.permanence or "").split(",") if one.strip()]
        yield Told(on=plan.started_on, words=f"The plan for permanence: {' or '.join(ticked)}.")
    for one in standing.of(Permanence):
        yield from _way(one)


WAY = (
    ("decided_on", "Adoption was decided on to be the plan"), ("ordered_on", "A placement order was made"),
    ("matched_on", "Matched with a family"), ("placed_on", "Placed with the family"),
    ("placed_with_carer_on", "Placed with the carer who adopts"), ("reversed_on", "The decision was reversed"),
    ("adopted_on", "A permanence order was made"),
)  # fmt: skip


def _way(one: Permanence) -> Iterator[Told]:
    for field, words in WAY:
        day = getattr(one, field)
        if day:
            yield Told(on=day, words=f"{words} on {say(day)}.")
