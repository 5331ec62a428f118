"""Becoming eligible for leaving care services, and the times during which a care leaver is owed contact."""

from datetime import date

from holdfast.dates import Days, birthday
from holdfast.duties.journeys.in_care import born_on, by_now, earliest
from holdfast.duties.journeys.nouns import (
    AdviserTime,
    CarePeriod,
    Eligibility,
    HomeTime,
    PathwayReview,
    PathwayTime,
    TwoWayContact,
)
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan, ProvidedHome

THIRTEEN_WEEKS = 91
REVIEW_AFTER = Days(28)
"""The review of a pathway plan that a new home brings comes after so long in it; one held sooner is another."""
NO_LONGER = ("died", "rhom", "nreq")
NOT_SERVED = ("qualifying", "no current eligibility")


def _reached_on(born: date, periods: tuple[CarePeriod, ...]) -> date | None:
    """The day on which thirteen weeks in care since the fourteenth birthday are reached, on this record."""
    fourteen, left = birthday(born, 14), THIRTEEN_WEEKS
    for period in periods:
        start = max(period.started_on, fourteen)
        if period.ended_on is None:
            return Days(left).after(start)
        spent = max((period.ended_on - start).days, 0)
        if spent >= left:
            return Days(left).after(start)
        left -= spent
    return None


def eligibilities(standing: Standing) -> list[Eligibility]:
    """Whether, and from which day, a young person in care is eligible for leaving care services."""
    periods, born = standing.of(CarePeriod), born_on(standing)
    if not periods:
        return []
    current = next((one for one in periods if one.ended_on is None), None)
    if born is None:
        return [_not_known(current, None)] if current else []
    reached = _reached_on(born, periods)
    sixteen, eighteen = birthday(born, 16), birthday(born, 18)
    if reached is not None and reached <= standing.today:
        wanted = max(sixteen, reached)
        for period in periods:
            day = max(wanted, period.started_on)
            inside = (period.ended_on is None or day <= period.ended_on) and day < eighteen
            if inside and day <= standing.today:
                child = standing.child.id
                ended = by_now(eighteen, standing)
                return [Eligibility(child=child, started_on=day, known=True, would_reach_on=None, ended_on=ended)]
        return []
    if current is not None and sixteen <= standing.today < eighteen:
        return [_not_known(current, reached)]
    return []


def _not_known(current: CarePeriod, reached: date | None) -> Eligibility:
    return Eligibility(
        child=current.child, started_on=current.started_on, known=False, would_reach_on=reached, ended_on=None
    )


def _served(standing: Standing) -> bool:
    return not any(
        (one.in_touch or "").lower() in NO_LONGER or one.eligibility in NOT_SERVED for one in standing.of(CareLeaver)
    )


def _twenty_one(standing: Standing) -> date | None:
    born = born_on(standing)
    return by_now(birthday(born, 21), standing) if born else None


def pathway_times(standing: Standing) -> list[PathwayTime]:
    """From the first pathway plan (or, where only that is given, the latest review) to twenty-one."""
    if not _served(standing):
        return []
    days = [one.on for one in standing.of(PathwayPlan) if one.step == "plan" and one.on is not None]
    if not standing.has(PathwayPlan, "on"):
        days = [one.review_on for one in standing.of(CareLeaver) if one.review_on is not None]
    if not days:
        return []
    start = min(days) if standing.has(PathwayPlan, "on") else max(days)
    return [PathwayTime(child=standing.child.id, started_on=start, ended_on=_twenty_one(standing))]


def home_times(standing: Standing) -> list[HomeTime]:
    """Each home that the council provides, until it ends or the young person turns twenty-one."""
    found, grown = [], _twenty_one(standing)
    for one in standing.of(ProvidedHome):
        if one.started_on is None or (grown is not None and one.started_on >= grown):
            continue
        ended, since = earliest(one.ended_on, grown), REVIEW_AFTER.after(one.started_on)
        reviews = [
            review.on
            for review in standing.of(PathwayReview)
            if since <= review.on and (not ended or review.on <= ended)
        ]
        found.append(
            HomeTime(
                child=one.child,
                id=one.id,
                started_on=one.started_on,
                review_booked_for=one.review_booked_for,
                reviewed_on=earliest(*reviews),
                ended_on=ended,
            )
        )
    return found


def pathway_reviews(standing: Standing) -> list[PathwayReview]:
    """Each review of a pathway plan that has a day of its own."""
    return [
        PathwayReview(child=one.child, on=one.on)
        for one in standing.of(PathwayPlan)
        if one.step == "review" and one.on is not None
    ]


def adviser_times(standing: Standing) -> list[AdviserTime]:
    """From eighteen (or, where only that is given, the latest contact) to twenty-one."""
    born = born_on(standing)
    if not _served(standing) or born is None or birthday(born, 18) > standing.today:
        return []
    leaver = bool(standing.of(CareLeaver)) or any(one.step == "plan" for one in standing.of(PathwayPlan))
    if not leaver:
        return []
    start = birthday(born, 18)
    if not standing.has(AdviserContact, "on"):
        days = [one.contact_on for one in standing.of(CareLeaver) if one.contact_on is not None]
        if not days or max(days) < start:
            return []
        start = max(days)
    return [AdviserTime(child=standing.child.id, started_on=start, ended_on=_twenty_one(standing))]


def two_way_contacts(standing: Standing) -> list[TwoWayContact]:
    """Each contact in which the young person answered."""
    return [
        TwoWayContact(child=one.child, on=one.on)
        for one in standing.of(AdviserContact)
        if one.two_way is True and one.on is not None
    ]


def _told_eligibility(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(CareEpisode, "started_on") or held.has(CareEpisode, "entered_on")


def _told_pathway(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(PathwayPlan, "on") or held.has(CareLeaver, "review_on")


def _told_home(held: Held, fields: tuple[str, ...]) -> bool:
    if "reviewed_on" in fields and not held.has(PathwayPlan, "on"):
        return False
    return held.has(ProvidedHome, "started_on")


def _told_contact(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(AdviserContact, "on") or held.has(CareLeaver, "contact_on")


DERIVATIONS: dict[type[Fact], Derivation] = {
    Eligibility: Derivation(
        one=eligibilities, told=_told_eligibility, made_of=((CareEpisode, "started_on"), (CareEpisode, "entered_on"))
    ),
    HomeTime: Derivation(one=home_times, told=_told_home, made_of=((ProvidedHome, "started_on"),)),
    PathwayTime: Derivation(
        one=pathway_times, told=_told_pathway, made_of=((PathwayPlan, "on"), (CareLeaver, "review_on"))
    ),
    PathwayReview: Derivation(
        one=pathway_reviews, told=_told_pathway, made_of=((PathwayPlan, "on"), (CareLeaver, "review_on"))
    ),
    AdviserTime: Derivation(
        one=adviser_times, told=_told_contact, made_of=((AdviserContact, "on"), (CareLeaver, "contact_on"))
    ),
    TwoWayContact: Derivation(
        one=two_way_contacts, told=_told_contact, made_of=((AdviserContact, "on"), (CareLeaver, "contact_on"))
    ),
}
