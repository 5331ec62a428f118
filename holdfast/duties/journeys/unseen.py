"""Returns from being missing and responses to homelessness, worked out for one child."""

from holdfast.dates import add_years
from holdfast.duties.journeys.nouns import FosteringTime, HomelessResponse, Return
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)

BED_AND_BREAKFAST = "bed and breakfast"


def returns(standing: Standing) -> list[Return]:
    """Each return of a missing child (not of one away without authorisation)."""
    found = []
    for one in standing.of(MissingEpisode):
        if one.returned_on is None or one.type == "away":
            continue
        offers = [offer for offer in standing.of(ReturnInterview) if offer.episode == one.id and one.id]
        declined = [offer.declined_on for offer in offers if offer.declined_on is not None]
        held = any(offer.held_on is not None for offer in offers)
        found.append(
            Return(
                child=one.child,
                id=one.id,
                returned_on=one.returned_on,
                returned_at=one.returned_at,
                declined_on=min(declined) if declined and not held else None,
            )
        )
    return found


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
    """Each private fostering arrangement that the council has been told of."""
    found = []
    for one in standing.of(PrivateFostering):
        if one.notified_on is None:
            continue
        visits = [
            visit.on
            for visit in standing.of(PrivateFosteringVisit)
            if visit.on is not None and visit.on >= one.notified_on
            and (one.ended_on is None or visit.on <= one.ended_on)
        ]  # fmt: skip
        found.append(
            FosteringTime(
                child=one.child,
                id=one.id,
                started_on=one.notified_on,
                year_ends_on=add_years(one.notified_on, 1),
                first_visit_on=min(visits) if visits else None,
                suitable_on=one.suitable_on,
                ended_on=one.ended_on,
            )
        )
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
