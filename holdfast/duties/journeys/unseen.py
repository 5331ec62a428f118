"""Returns from being missing and responses to homelessness, worked out for one child."""

from holdfast.duties.journeys.nouns import HomelessResponse, Return
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact
from holdfast.record.unseen import HomelessPresentation, MissingEpisode, ReturnInterview

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
                child=one.child, id=one.id, returned_on=one.returned_on, returned_at=one.returned_at,
                declined_on=min(declined) if declined and not held else None,
            )  # fmt: skip
        )
    return found


def homeless_responses(standing: Standing) -> list[HomelessResponse]:
    """Each presentation of a homeless young person."""
    return [
        HomelessResponse(
            child=one.child, id=one.id, on=one.on,
            lawful_on=None if one.housed_in == BED_AND_BREAKFAST else one.housed_on, closed_on=one.closed_on,
        )  # fmt: skip
        for one in standing.of(HomelessPresentation)
        if one.on is not None
    ]


def _told_return(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(MissingEpisode, "returned_on")


def _told_homeless(held: Held, fields: tuple[str, ...]) -> bool:
    wanted = ("housed_on", "housed_in") if "lawful_on" in fields else ("on",)
    return held.has(HomelessPresentation, *wanted)


DERIVATIONS: dict[type[Fact], Derivation] = {
    Return: Derivation(one=returns, told=_told_return),
    HomelessResponse: Derivation(one=homeless_responses, told=_told_homeless),
}
