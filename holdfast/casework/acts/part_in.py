"""What part a worker has with a child: has the child, is with the child beside another, chairs reviews, or advises.

A worker who leaves gives up all of it; each part has a next name first.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

import polars as pl

from holdfast.casework.acts.act import Doing
from holdfast.casework.acts.handing_over import changed_hands, current
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.owner import owner_of
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, ReviewingOfficer
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement


@dataclass(frozen=True, slots=True, kw_only=True)
class PartIn:
    """One worker's part with one child.

    ``has``: it is the worker whom one asks about the child. ``open`` are the worker's open involvements, ``chairs``
    says whether the worker is the reviewing officer of a child in care, ``advises`` gives what names the worker as
    adviser. ``other`` is whom one asks instead, where that is somebody else.
    """

    has: bool
    open: tuple[Involvement, ...]
    chairs: bool
    advises: tuple[CareLeaver, ...]
    other: str | None

    @property
    def beside(self) -> bool:
        """Whether the worker is only with the child beside the worker whom one asks."""
        return bool(self.open) and self.other is not None and not self.chairs and not self.advises

    def __bool__(self) -> bool:
        return bool(self.has or self.open or self.chairs or self.advises)


def part_in(standing: Standing, worker: str) -> PartIn:
    """The part that a worker has with the child now; false where none."""
    owner = owner_of(standing).worker
    cares = not standing.held.has(CareEpisode) or any(one.ended_on is None for one in standing.of(CareEpisode))
    named = max(standing.of(ReviewingOfficer), key=lambda one: (one.on or date.min, one.id or ""), default=None)
    return PartIn(
        has=owner == worker, other=owner if owner != worker else None,
        open=tuple(one for one in standing.of(Involvement) if one.ended_on is None and one.professional == worker),
        chairs=cares and named is not None and named.professional == worker,
        advises=tuple(one for one in standing.of(CareLeaver) if one.adviser == worker),
    )  # fmt: skip


def part_to_give(doing: Doing, worker: str) -> PartIn:
    """The part that still needs a next name: not the child itself, where a hand-over is on record for a day ahead."""
    part = part_in(doing.standing, worker)
    return replace(part, has=False, open=()) if part.has and doing.to_come else part


def parts_of_everybody(columns: Columns, at: datetime) -> pl.DataFrame:
    """worker, child: every pair of whom ``part_in`` finds a part, each once."""
    standing = StandingColumns(columns, at)
    named = standing.of(ReviewingOfficer).sort("child", "on", "id", nulls_last=False)
    named = named.unique("child", keep="last", maintain_order=True)
    if standing.held.has(CareEpisode):
        cared_for = standing.of(CareEpisode).filter(pl.col("ended_on").is_null())
        named = named.join(cared_for.select("child").unique(), on="child", how="semi")
    found = [
        owners_of(standing).select("worker", "child"),
        standing.of(Involvement).filter(pl.col("ended_on").is_null()).select(pl.col("professional"), "child"),
        named.select("professional", "child"),
        standing.of(CareLeaver).select("adviser", "child"),
    ]
    pairs = pl.concat([frame.rename({frame.columns[0]: "worker"}) for frame in found])
    return pairs.filter(pl.col("worker").is_not_null()).unique().sort("worker", "child")


def handed_on(doing: Doing, worker: str, to: str, reason: str) -> list[Fact]:
    """All that ends with a worker, and what begins with the next: every open involvement of the worker's is closed.

    Where somebody else is asked about the child, no involvement begins: it would make the next worker the one to ask.
    """
    part, day = part_to_give(doing, worker), doing.day("from") or doing.today
    had = current(doing) if part.has else None
    found = changed_hands(doing, to, reason) if part.has or (part.open and part.other is None) else []
    found += [
        replace(one, ended_on=day, change_reason=reason, recorded_at=doing.made_at)
        for one in part.open
        if had is None or one.id != had.id
    ]
    if part.chairs:
        found.append(
            ReviewingOfficer(
                id=doing.id("officer"), child=doing.child, on=day, professional=to, recorded_at=doing.made_at
            )
        )
    return [*found, *(replace(one, adviser=to, recorded_at=doing.made_at) for one in part.advises)]
