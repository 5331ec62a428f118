"""Formal disputes of reviewing officers, worked out for one child from the steps on record."""

from holdfast.duties.journeys.in_care import latest
from holdfast.duties.journeys.nouns import Dispute
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact
from holdfast.record.oversight import Challenge


def disputes(standing: Standing) -> list[Dispute]:
    """Each formal dispute: from its first formal stage until the day it was settled."""
    steps: dict[str, list[Challenge]] = {}
    for one in standing.of(Challenge):
        key = one.dispute or one.id
        if key is not None and one.raised_on is not None and one.stage is not None and one.stage >= 1:
            steps.setdefault(key, []).append(one)
    return [
        Dispute(
            child=standing.child.id,
            id=key,
            started_on=min(one.raised_on for one in some if one.raised_on),
            settled_on=latest(*(one.settled_on for one in some)),
        )
        for key, some in steps.items()
    ]


def _told(held: Held, fields: tuple[str, ...]) -> bool:
    wanted = ["settled_on"] if "settled_on" in fields else ["raised_on", "stage"]
    return held.has(Challenge, *wanted)


DERIVATIONS: dict[type[Fact], Derivation] = {
    Dispute: Derivation(one=disputes, told=_told, made_of=((Challenge, "raised_on"),))
}
