"""What a person has to do with a child, from the child's own record: allocated, team, reviews, advises, homes.

With an objective of the improvement plan, which is no child, everybody who works in the service has one thing to do.
"""

from datetime import date
from typing import Literal

from holdfast.casework.acts.goodbyes import to_say_goodbye
from holdfast.casework.seats import AT_THE_DOOR, STILL_WAITS, WAITING_FOR, Seat
from holdfast.duties.clock import clocks_of
from holdfast.duties.owner import owner_of
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.front_door import Contact, Referral
from holdfast.record.improving import Objective
from holdfast.record.in_care import PlacementRequest, ReviewingOfficer, TemporaryApproval
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement

Relationship = Literal["allocated", "team", "reviews", "advises", "homes", "door", "service", "handed", "plan"]

IN_WORDS: dict[Relationship, str] = {
    "allocated": "allocated to the child",
    "team": "in the team that has the child",
    "reviews": "chairs the child's reviews",
    "advises": "the young person's adviser",
    "homes": "finds a home for the child",
    "door": "takes what comes to the front door",
    "service": "leads the service",
    "handed": "had the child until the hand-over, and has a goodbye to write",
    "plan": "works in the service whose plan it is",
}
"""Each relationship as the basis of an act or a look, in words."""


def relationships_of(seat: Seat, standing: Standing) -> frozenset[Relationship]:
    """Everything the person in the seat has to do with the child at the moment; empty where nothing."""
    if seat.scope == "nobody":
        return frozenset()
    return _with_the_plan(seat) if _is_objective(standing) else _with_a_child(seat, standing)


def _is_objective(standing: Standing) -> bool:
    """Whether the record is that of an objective of the improvement plan."""
    return any(one.child == standing.child.id for one in standing.of(Objective))


def _with_the_plan(seat: Seat) -> frozenset[Relationship]:
    return frozenset() if seat.scope == "everyone" else frozenset({"plan"})


def _with_a_child(seat: Seat, standing: Standing) -> frozenset[Relationship]:
    found: set[Relationship] = set()
    if seat.scope == "service":
        found.add("service")
    if seat.holder is None:
        return frozenset(found)
    owner = owner_of(standing)
    mine = (one for one in standing.of(Involvement) if one.ended_on is None and one.professional == seat.holder)
    if owner.worker == seat.holder or (seat.scope == "worker" and any(mine)):
        found.add("allocated")
    if seat.scope == "worker" and not found and to_say_goodbye(standing, seat.holder) is not None:
        found.add("handed")
    if seat.scope == "front door" and _at_the_door(standing):
        found.add("door")
    if seat.scope in ("team", "front door") and owner.team is not None and owner.team == seat.team:
        found.add("team")
    if seat.scope == "reviews" and _reviewer(standing) == seat.holder:
        found.add("reviews")
    if seat.scope == "advises" and any(one.adviser == seat.holder for one in standing.of(CareLeaver)):
        found.add("advises")
    asked_for, approved = standing.of(PlacementRequest), standing.of(TemporaryApproval)
    if seat.scope == "homes" and (asked_for or approved):
        found.add("homes")
    return frozenset(found)


def _at_the_door(standing: Standing) -> bool:
    """Whether somebody asked for help for the child within the council's number of days, or waits still."""
    if any(one.state in STILL_WAITS for one in clocks_of(WAITING_FOR, standing, WEXMOUTH)):
        return True
    since = AT_THE_DOOR.before(standing.today)
    days = [one.on for one in standing.of(Referral)] + [one.on for one in standing.of(Contact)]
    return since is not None and any(day is not None and day >= since for day in days)


def _reviewer(standing: Standing) -> str | None:
    """The reviewing officer named last."""
    named = sorted(standing.of(ReviewingOfficer), key=lambda one: (one.on or date.min, one.id or ""))
    return named[-1].professional if named else None
