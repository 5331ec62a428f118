"""Who is looking: eight seats of the service and one for somebody who looks round, and which children each sees.

This is a way to look at the invented council through somebody's eyes. It is not yet a permission: who may see a
real child is decided elsewhere, and until it is, no real child is served.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import Days
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.record.columns import Columns
from holdfast.record.front_door import Contact, Referral
from holdfast.record.in_care import PlacementRequest, ReviewingOfficer, TemporaryApproval
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement

Scope = Literal["everyone", "service", "front door", "team", "worker", "reviews", "advises", "homes", "nobody"]
"""Whose children a seat sees. *Everyone* only looks; *service* sees as many and leads them."""

AT_THE_DOOR = Days(56)
"""A child who was referred within so many days is at the front door: the council's own number."""

WAITING_FOR = DUTIES["fd-referral-decision"]
STILL_WAITS = ("overdue", "due_soon", "running")
"""A referral about which nobody has decided stays at the front door however long ago it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat: who sits there, which children that person sees, and whether by name.

    ``holder`` is the worker's id and ``team`` the team's, as the record writes them; ``may`` says in a sentence
    what the seat sees.
    """

    code: str
    title: str
    may: str
    scope: Scope = "everyone"
    holder: str | None = None
    holder_name: str | None = None
    team: str | None = None

    @property
    def names(self) -> bool:
        """Whether children are shown by name."""
        return self.scope != "nobody"

    @property
    def sees_all(self) -> bool:
        """Whether the seat sees every child."""
        return self.scope in ("everyone", "service")

    def children(self, council: Council, view: View) -> frozenset[str] | None:
        """The children whom the seat sees; None means every child."""
        if self.sees_all:
            return None
        if self.scope == "nobody":
            return frozenset()
        return council.kept(("seat", self.code, view), lambda: self._theirs(council.columns(view), view))

    def sees(self, council: Council, view: View, child: str) -> bool:
        """Whether the seat sees this child."""
        theirs = self.children(council, view)
        return theirs is None or child in theirs

    def _theirs(self, columns: Columns, view: View) -> frozenset[str]:
        standing = StandingColumns(columns, view.as_at)
        owners = owners_of(standing)
        found = [owners.filter(pl.col("worker") == self.holder)]
        if self.scope == "worker":
            mine = pl.col("ended_on").is_null() & (pl.col("professional") == self.holder)
            found.append(standing.of(Involvement).filter(mine))
        if self.scope == "front door":
            since = AT_THE_DOOR.before(view.today)
            found += [standing.of(noun).filter(pl.col("on") >= since) for noun in (Referral, Contact)]
            # Nobody drops out of sight for having waited long.
            found.append(sweep(columns, view.as_at, [WAITING_FOR]).filter(pl.col("state").is_in(STILL_WAITS)))
        if self.scope in ("team", "front door"):
            found.append(owners.filter(pl.col("team") == self.team))
        if self.scope == "reviews":
            named = standing.of(ReviewingOfficer).sort("child", "on", "id", nulls_last=False)
            last = named.unique("child", keep="last", maintain_order=True)
            found.append(last.filter(pl.col("professional") == self.holder))
        if self.scope == "advises":
            found.append(standing.of(CareLeaver).filter(pl.col("adviser") == self.holder))
        if self.scope == "homes":
            found += [standing.of(PlacementRequest), standing.of(TemporaryApproval)]
        ids: set[str] = set()
        for one in found:
            ids.update(one.get_column("child").to_list())
        return frozenset(ids)


def by_code(seats: tuple[Seat, ...]) -> Mapping[str, Seat]:
    """The seats by their codes."""
    return {one.code: one for one in seats}
