"""Column twin of ``holdfast.duties.journeys.challenge``; see there for what the noun means."""

import polars as pl

from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.nouns import Dispute
from holdfast.record.field import Fact
from holdfast.record.oversight import Challenge


def disputes(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``disputes``."""
    formal = standing.of(Challenge).with_columns(pl.coalesce("dispute", "id").alias("_key"))
    formal = formal.filter(pl.col("_key").is_not_null() & pl.col("raised_on").is_not_null() & (pl.col("stage") >= 1))
    return formal.group_by("child", "_key", maintain_order=True).agg(
        pl.col("raised_on").min().alias("started_on"), pl.col("settled_on").max()
    ).select("child", pl.col("_key").alias("id"), "started_on", "settled_on")  # fmt: skip


TWINS: dict[type[Fact], Twin] = {Dispute: disputes}
