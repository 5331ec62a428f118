"""Column twins of ``holdfast.duties.journeys.unseen``; see there for what each noun means."""

import polars as pl

from holdfast.dates.columns import add_months_each
from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.nouns import FosteringTime, HomelessResponse, Return
from holdfast.duties.journeys.unseen import BED_AND_BREAKFAST
from holdfast.record.field import Fact
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)


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


def fostering_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``fostering_times``."""
    told = standing.of(PrivateFostering).filter(pl.col("notified_on").is_not_null()).with_row_index("_row")
    inside = (pl.col("on") >= pl.col("notified_on")) & (
        pl.col("ended_on").is_null() | (pl.col("on") <= pl.col("ended_on"))
    )
    visits = standing.of(PrivateFosteringVisit).select("child", "on")
    first = told.join(visits, on="child", how="inner").filter(inside)
    first = first.group_by("_row").agg(pl.col("on").min().alias("first_visit_on"))
    return (
        told.join(first, on="_row", how="left")
        .sort("_row")
        .select(
            "child", "id", pl.col("notified_on").alias("started_on"),
            add_months_each(pl.col("notified_on"), 12).alias("year_ends_on"),
            "first_visit_on", "suitable_on", "ended_on",
        )
    )  # fmt: skip


TWINS: dict[type[Fact], Twin] = {
    Return: returns,
    HomelessResponse: homeless_responses,
    FosteringTime: fostering_times,
}
