"""Which episodes of a child belong in a year's census, and what of each: the census's own rules of its year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from holdfast.duties.journeys.protection import needs_no_conference
from holdfast.record.child import Child
from holdfast.record.child_protection import (
    Application,
    Conference,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
)
from holdfast.record.field import Fact, happens_on
from holdfast.record.front_door import Assessment, InNeedPlan, Referral

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryTold:
    """A section 47 enquiry as the census tells it, with its conference."""

    started_on: date
    target_on: date | None
    conference_on: date | None
    needs_none: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """An episode of need and everything of it that the year's census tells.

    ``conference_on`` is a conference that no enquiry led to (a child who moved in with a plan). ``protection``
    pairs a plan with the days of its reviews. ``issued`` are days of court applications.
    """

    referral: Referral
    conference_on: date | None
    assessments: tuple[Assessment, ...]
    plans: tuple[InNeedPlan, ...]
    enquiries: tuple[EnquiryTold, ...]
    protection: tuple[tuple[ProtectionPlan, tuple[date, ...]], ...]
    pre_proceedings: tuple[PreProceedings, ...]
    issued: tuple[date, ...]


def episodes_of(child: Child, begins: date) -> list[Episode]:
    """The child's episodes that were open on any day from ``begins``, in the order of their referrals.

    ``child`` is the record as it stood on the last day of the year. A referral that came to nothing belongs to
    the year in which it was received.
    """
    every = [one for one in _in_order(child.of(Referral)) if one.on is not None]
    return [_episode(child, one, every, begins) for one in every if _belongs(one, begins)]


def _belongs(referral: Referral, begins: date) -> bool:
    if referral.on is None:
        return False
    if referral.nfa is True and referral.closed_on is None:
        return referral.on >= begins
    return referral.closed_on is None or referral.closed_on >= begins


def _in_order(facts: Iterable[F]) -> list[F]:
    return sorted(facts, key=lambda one: (str(_start(one)), str(getattr(one, "id", "")), repr(one)))


def _start(fact: Fact) -> date | None:
    day = getattr(fact, happens_on(type(fact)) or "", None)
    return day if isinstance(day, date) else None


def _own(facts: Iterable[F], referral: Referral, every: Sequence[Referral]) -> tuple[F, ...]:
    """The facts of this episode: by the referral's id, else by the last referral received by their day."""
    found = []
    ids = {one.id for one in every if one.id is not None}
    for fact in _in_order(facts):
        day = _start(fact)
        if day is None:
            continue
        named = getattr(fact, "referral", None)
        if named in ids:
            found += [fact] if named == referral.id else []
            continue
        earlier = [one for one in every if one.on is not None and one.on <= day]
        found += [fact] if (earlier or every)[-1 if earlier else 0] is referral else []
    return tuple(found)


def _episode(child: Child, referral: Referral, every: Sequence[Referral], begins: date) -> Episode:
    conferences = [one for one in _own(child.of(Conference), referral, every) if _since(one.held_on, begins)]
    enquiries = _own(child.of(Enquiry), referral, every)
    ids = {one.id for one in enquiries if one.id is not None}
    unled = [one.held_on for one in conferences if one.enquiry not in ids and one.held_on is not None]
    plans = [one for one in _own(child.of(ProtectionPlan), referral, every) if one.elsewhere is not True]
    return Episode(
        referral=referral,
        conference_on=min(unled, default=None),
        assessments=tuple(
            one for one in _own(child.of(Assessment), referral, every) if _since(one.authorised_on, begins)
        ),
        plans=tuple(one for one in _own(child.of(InNeedPlan), referral, every) if _since(one.ended_on, begins)),
        enquiries=tuple(_enquiries(child, enquiries, begins)),
        protection=tuple((one, _reviews(child, one, plans)) for one in plans if _since(one.ended_on, begins)),
        pre_proceedings=tuple(
            one for one in _own(child.of(PreProceedings), referral, every) if _since(one.ended_on, begins)
        ),
        issued=tuple(one.issued_on for one in child.of(Application) if one.issued_on is not None),
    )


def _since(day: date | None, begins: date) -> bool:
    """Not yet, or in the year."""
    return day is None or day >= begins


def _enquiries(child: Child, enquiries: Iterable[Enquiry], begins: date) -> Iterable[EnquiryTold]:
    """Enquiries begun in the year, or whose conference was held in it, or that still wait for one."""
    for one in enquiries:
        led = [held for held in child.of(Conference) if held.enquiry is not None and held.enquiry == one.id]
        held_on = min((held.held_on for held in led if held.held_on is not None), default=None)
        needs_none = held_on is None and needs_no_conference(one)
        over = held_on if held_on is not None else one.started_on if needs_none else None
        if one.started_on is not None and (one.started_on >= begins or _since(over, begins)):
            yield EnquiryTold(
                started_on=one.started_on,
                target_on=min((held.target_on for held in led if held.target_on is not None), default=None),
                conference_on=held_on,
                needs_none=needs_none,
            )


def _reviews(child: Child, plan: ProtectionPlan, plans: Sequence[ProtectionPlan]) -> tuple[date, ...]:
    """The days of a plan's reviews: by its id, else by the last plan begun before them."""
    days = []
    for one in child.of(ProtectionReview):
        if one.held_on is None or one.quorate is False:
            continue
        if one.plan is not None:
            own = one.plan == plan.id
        else:
            begun = [other for other in plans if other.started_on is not None and other.started_on < one.held_on]
            own = bool(begun) and begun[-1] is plan
        if own and (plan.started_on is None or one.held_on > plan.started_on):
            days.append(one.held_on)
    return tuple(days)
