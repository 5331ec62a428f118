"""Column twins of ``holdfast.duties.journeys.unseen``; see there for what each noun means."""

import polars as pl

from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.nouns import HomelessResponse, Return
from holdfast.duties.journeys.unseen import BED_AND_BREAKFAST
from holdfast.record.field import Fact
from holdfast.record.unseen import HomelessPresentation, MissingEpisode, ReturnInterview


def returns(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``returns``."""
    back = standing.of(MissingEpisode).filter(
        pl.col("returned_on").is_not_null() & (pl.col("type") != "away").fill_null(True)
    )
    offers = (
        standing.of(ReturnInterview)
        .filter(pl.col("episode").is_not_null())
        .group_by("child", "episode")
        .agg(pl.col("declined_on").min(), pl.col("held_on").is_not_null().any().alias("_held"))
    )
    found = back.join(offers, left_on=["child", "id"], right_on=["child", "episode"], how="left", maintain_order="left")
    declined = pl.when(~pl.col("_held").fill_null(True)).then(pl.col("declined_on"))
    return found.select("child", "id", "returned_on", "returned_at", declined.alias("declined_on"))


def homeless_responses(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``homeless_responses``."""
    lawful = pl.when((pl.col("housed_in") != BED_AND_BREAKFAST).fill_null(True)).then(pl.col("housed_on"))
    return (
        standing.of(HomelessPresentation)
        .filter(pl.col("on").is_not_null())
        .select("child", "id", "on", lawful.alias("lawful_on"), "closed_on")
    )


TWINS: dict[type[Fact], Twin] = {Return: returns, HomelessResponse: homeless_responses}
