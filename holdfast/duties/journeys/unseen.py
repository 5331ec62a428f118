"""Returns from being missing and responses to homelessness, worked out for one child."""

from datetime import date

from holdfast.dates import Hours, add_years, birthday
from holdfast.duties.journeys.in_care import born_on, by_now, earliest
from holdfast.duties.journeys.nouns import FosteringTime, HomelessResponse, Return
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact
from holdfast.record.people import Disability
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)

BED_AND_BREAKFAST = "bed and breakfast"
INTERVIEW_LIMIT = Hours(72)
NOT_DISABLED = "NONE"
"""The code that says a child has no disability."""


def returns(standing: Standing) -> list[Return]:
    """Each return of a missing child (not of one away without authorisation)."""
    found = []
    for one in standing.of(MissingEpisode):
        if one.returned_on is None or one.type == "away":
            continue
        offers = [offer for offer in standing.of(ReturnInterview) if offer.episode == one.id and one.id]
        declined, late = _declined(offers, _interview_by(one, one.returned_on))
        found.append(
            Return(
                child=one.child,
                id=one.id,
                returned_on=one.returned_on,
                returned_at=one.returned_at,
                declined_on=declined,
                offered_late_on=late,
            )
        )
    return found


def _interview_by(one: MissingEpisode, returned: date) -> date:
    """The last day of the seventy-two hours."""
    if one.returned_at is not None:
        return INTERVIEW_LIMIT.after_moment(one.returned_at).date()
    return INTERVIEW_LIMIT.after(returned)


def _declined(offers: list[ReturnInterview], by: date) -> tuple[date | None, date | None]:
    """Where offers were declined and no interview was held: the day of declining, or that of a late first offer.

    The guidance asks for an offer, and an interview, within seventy-two hours. A child who declines in time ends
    what is owed. An offer that came later was late, whatever the child said. Of an offer without its own day, the
    day it was declined is taken.
    """
    declined = earliest(*(offer.declined_on for offer in offers))
    if declined is None or any(offer.held_on is not None for offer in offers):
        return None, None
    offered = earliest(*(offer.offered_on or offer.declined_on for offer in offers)) or declined
    return (declined, None) if offered <= by else (None, offered)


def homeless_responses(standing: Standing) -> list[HomelessResponse]:
    """Each presentation of a homeless young person."""
    return [
        HomelessResponse(
            child=one.child,
            id=one.id,
            on=one.on,
            lawful_on=None if one.housed_in == BED_AND_BREAKFAST else one.housed_on,
            closed_on=one.closed_on,
        )
        for one in standing.of(HomelessPresentation)
        if one.on is not None
    ]


def fostering_times(standing: Standing) -> list[FosteringTime]:
    """Each private fostering arrangement that the council has been told of, while the child is young enough."""
    found = []
    for one in standing.of(PrivateFostering):
        if one.notified_on is None:
            continue
        for since, until, certain in _young_enough(one.notified_on, one.ended_on, standing):
            found.append(_fostering_time(one, since, until, certain, standing))
    return found


def _fostering_time(
    one: PrivateFostering, since: date, until: date | None, certain: bool, standing: Standing
) -> FosteringTime:
    told = one.notified_on
    assert told is not None
    visits = [
        visit.on
        for visit in standing.of(PrivateFosteringVisit)
        if visit.on is not None and visit.on >= since and (until is None or visit.on <= until)
    ]
    return FosteringTime(
        child=one.child,
        id=one.id,
        started_on=since,
        year_ends_on=add_years(told, 1),
        first_visit_on=min(visits) if visits else None,
        suitable_on=one.suitable_on,
        ended_on=until,
        certain=certain,
    )


def _young_enough(told: date, ended: date | None, standing: Standing) -> list[tuple[date, date | None, bool]]:
    """From when, until when, and whether that is certain: to sixteen, to eighteen for a disabled child."""
    born = born_on(standing)
    if born is None:
        return [(told, ended, True)]
    sixteen, eighteen = (by_now(birthday(born, age), standing) for age in (16, 18))
    disabled = any(one.code is not None and one.code != NOT_DISABLED for one in standing.of(Disability))
    limit = eighteen if disabled else sixteen
    found: list[tuple[date, date | None, bool]] = []
    if limit is None or told < limit:
        found.append((told, earliest(ended, limit), True))
    if disabled or sixteen is None or standing.held.has(Disability, "code"):
        return found
    since = max(told, sixteen)
    if (eighteen is None or since < eighteen) and (ended is None or ended > since):
        found.append((since, earliest(ended, eighteen), False))
    return found


def _told_fostering(held: Held, fields: tuple[str, ...]) -> bool:
    wanted = ["suitable_on"] if "suitable_on" in fields else ["notified_on"]
    if "first_visit_on" in fields and not held.has(PrivateFosteringVisit, "on"):
        return False
    return held.has(PrivateFostering, *wanted)


def _told_return(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(MissingEpisode, "returned_on")


def _told_homeless(held: Held, fields: tuple[str, ...]) -> bool:
    wanted = ("housed_on", "housed_in") if "lawful_on" in fields else ("on",)
    return held.has(HomelessPresentation, *wanted)


DERIVATIONS: dict[type[Fact], Derivation] = {
    Return: Derivation(one=returns, told=_told_return, made_of=((MissingEpisode, "returned_on"),)),
    HomelessResponse: Derivation(one=homeless_responses, told=_told_homeless, made_of=((HomelessPresentation, "on"),)),
    FosteringTime: Derivation(one=fostering_times, told=_told_fostering, made_of=((PrivateFostering, "notified_on"),)),
}
