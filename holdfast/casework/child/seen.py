"""When the child was last seen, and last seen alone: visits that say so, whoever made them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.front_door import InNeedVisit
from holdfast.record.in_care import CareVisit
from holdfast.record.leaving_care import AdviserContact
from holdfast.record.unseen import PrivateFosteringVisit, ReturnInterview


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The last day the child was seen and the last day seen alone; None where none is on record."""

    on: date | None
    alone_on: date | None
    unsure_on: date | None

    @property
    def words(self) -> str:
        """Both in one sentence."""
        if self.on is None:
            unsure = f"; the visit of {say(self.unsure_on)} does not say whether" if self.unsure_on else ""
            return f"No visit at which the child was seen is on record{unsure}"
        if self.alone_on == self.on:
            return f"Seen on {say(self.on)}, and seen alone"
        alone = f"last seen alone on {say(self.alone_on)}" if self.alone_on else "never seen alone on record"
        return f"Seen on {say(self.on)}; {alone}"


def seen(standing: Standing) -> Seen:
    """When the child was last seen, as at the moment."""
    every = list(_visits(standing))
    return Seen(
        on=max((day for day, was, _ in every if was), default=None),
        alone_on=max((day for day, was, alone in every if was and alone), default=None),
        unsure_on=max((day for day, was, _ in every if was is None), default=None),
    )


def _visits(standing: Standing) -> Iterator[tuple[date, bool | None, bool | None]]:
    social: list[CareVisit | ProtectionVisit | InNeedVisit] = [
        *standing.of(CareVisit), *standing.of(ProtectionVisit), *standing.of(InNeedVisit),
    ]  # fmt: skip
    for one in social:
        if one.on:
            yield one.on, one.seen, one.seen_alone
    for visit in standing.of(PrivateFosteringVisit):
        if visit.on:
            yield visit.on, True if visit.seen_alone else None, visit.seen_alone
    for contact in standing.of(AdviserContact):
        if contact.on and contact.way == "visit":
            yield contact.on, contact.two_way, None
    for talk in standing.of(ReturnInterview):
        if talk.held_on:
            yield talk.held_on, True, True
