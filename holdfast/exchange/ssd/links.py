"""Whose fact it is, and who was named, where the table itself does not say.

Some suppliers' tables of visits, reviews and placements have no column for the child; the plan or the period of care
that the row belongs to has. A reviewing officer may be on record only as an involvement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from holdfast.exchange.extract import TableRead
from holdfast.exchange.ssd.roles import REVIEWING_OFFICER
from holdfast.record.child_protection import ProtectionPlan, ProtectionReview, ProtectionVisit
from holdfast.record.columns import schema_of
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareEpisode, CareReview, CareVisit, Placement, ReviewingOfficer
from holdfast.record.people import Involvement

Frames = dict[type[Fact], pl.DataFrame]
Fields = dict[type[Fact], frozenset[str]]

LINKS: Mapping[type[Fact], tuple[tuple[str, type[Fact], str], ...]] = {
    InNeedVisit: (("plan", InNeedPlan, "id"),),
    ProtectionVisit: (("plan", ProtectionPlan, "id"),),
    ProtectionReview: (("plan", ProtectionPlan, "id"),),
    CareReview: (("period", CareEpisode, "period"),),
    CareVisit: (("period", CareEpisode, "period"),),
    Placement: (("period", CareEpisode, "period"), ("id", CareEpisode, "placement")),
    Involvement: (("referral", Referral, "id"),),
}
"""Through which field a child is found: ours, the other noun, and its field that holds the same id."""


def with_children(frames: Frames, fields: Fields) -> Frames:
    """The frames with the child filled in through links; ``fields`` is brought up to date.

    A link that leads to two different children leads to none.
    """
    found: Frames = {}
    for noun, frame in frames.items():
        for own, other, theirs in LINKS.get(noun, ()):
            if frame["child"].null_count() and own in fields[noun] and theirs in fields.get(other, frozenset()):
                frame = _filled(frame, own, frames[other], theirs)
        if frame["child"].null_count() < frame.height:
            fields[noun] = fields[noun] | {"child"}
        found[noun] = frame
    return found


def _filled(frame: pl.DataFrame, own: str, other: pl.DataFrame, theirs: str) -> pl.DataFrame:
    known = (
        other.select(pl.col(theirs).alias(own), pl.col("child").alias("_child"))
        .drop_nulls()
        .unique()
        .filter(~pl.col(own).is_duplicated())
    )
    joined = frame.join(known, on=own, how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("child", "_child").alias("child")).drop("_child")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Facts taken from another noun's rows, and the account of it."""

    frames: Frames
    fields: Fields
    table: TableRead


def named_by_role(frames: Frames, fields: Fields) -> Named | None:
    """Reviewing officers named by an involvement in that role, where no table of them is in the extract.

    None where no involvement has that role: then the system may keep them elsewhere, and nothing is known.
    """
    involvements = frames.get(Involvement)
    if ReviewingOfficer in frames or involvements is None:
        return None
    officers = involvements.filter(pl.col("role") == REVIEWING_OFFICER)
    if officers.is_empty():
        return None
    schema = schema_of(ReviewingOfficer)
    taken = {"id": "id", "child": "child", "on": "started_on", "professional": "professional"}
    columns = [pl.col(taken[name]).alias(name) for name in schema if name in taken]
    named = officers.select(*columns, "recorded_at").select(list(schema))
    table = TableRead(
        file="ssd_involvements", table=ReviewingOfficer.table, rows=named.height,
        words="reviewing officers named, taken from involvements in that role",
    )  # fmt: skip
    held: Fields = {ReviewingOfficer: frozenset({"id", "child", "on", "professional"})}
    return Named(frames={ReviewingOfficer: named}, fields=held, table=table)
