"""Who is with a child now: the contact to ask. Never a sort key, a total or a colour."""

from dataclasses import dataclass
from datetime import date

from holdfast.duties.standing import Standing
from holdfast.record.front_door import Referral
from holdfast.record.people import Involvement


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The worker's id and the team, as the source writes them; None where the record does not say."""

    worker: str | None = None
    team: str | None = None


def owner_of(standing: Standing) -> Owner:
    """The open involvement that started last, else the open episode of need, else nobody.

    Of two that started on one day, the one whose id sorts last, so that the answer never depends on row order.
    """
    involved = [one for one in standing.of(Involvement) if one.ended_on is None]
    if involved:
        last = max(involved, key=lambda one: (one.started_on or date.min, one.id or ""))
        return Owner(worker=last.professional, team=last.team)
    episodes = [one for one in standing.of(Referral) if one.closed_on is None and (one.worker or one.team)]
    if episodes:
        episode = max(episodes, key=lambda one: (one.on or date.min, one.id or ""))
        return Owner(worker=episode.worker, team=episode.team)
    return Owner()
