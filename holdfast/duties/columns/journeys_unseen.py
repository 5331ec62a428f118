"""Column twins of ``holdfast.duties.journeys.unseen``; see there for what each noun means."""

import polars as pl

from holdfast.dates.columns import add_months_each, after_each, after_moment_each, birthday_each
from holdfast.duties.columns.journeys_in_care import births, by_now
from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.nouns import FosteringTime, HomelessResponse, Return
from holdfast.duties.journeys.unseen import BED_AND_BREAKFAST, INTERVIEW_LIMIT, NOT_DISABLED
from holdfast.record.field import Fact
from holdfast.record.people import Disability
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
        .agg(
            pl.col("declined_on").min(),
            pl.coalesce("offered_on", "declined_on").min().alias("_offered"),
            pl.col("held_on").is_not_null().any().alias("_held"),
        )
    )
    found = back.join(offers, left_on=["child", "id"], right_on=["child", "episode"], how="left", maintain_order="left")
    by_day = after_each(INTERVIEW_LIMIT, pl.col("returned_on"))
    by = pl.coalesce(after_moment_each(INTERVIEW_LIMIT, pl.col("returned_at")).dt.date(), by_day)
    declined = ~pl.col("_held").fill_null(True) & pl.col("declined_on").is_not_null()
    in_time = pl.coalesce("_offered", "declined_on") <= by
    return found.select(
        "child", "id", "returned_on", "returned_at",
        pl.when(declined & in_time).then(pl.col("declined_on")).alias("declined_on"),
        pl.when(declined & ~in_time).then(pl.coalesce("_offered", "declined_on")).alias("offered_late_on"),
    )  # fmt: skip


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
    told = _young_enough(standing).with_row_index("_row")
    inside = (pl.col("on") >= pl.col("_since")) & (pl.col("_until").is_null() | (pl.col("on") <= pl.col("_until")))
    visits = standing.of(PrivateFosteringVisit).select("child", "on")
    first = told.join(visits, on="child", how="inner").filter(inside)
    first = first.group_by("_row").agg(pl.col("on").min().alias("first_visit_on"))
    return (
        told.join(first, on="_row", how="left")
        .sort("_row")
        .select(
            "child", "id", pl.col("_since").alias("started_on"),
            add_months_each(pl.col("notified_on"), 12).alias("year_ends_on"),
            "first_visit_on", "suitable_on", pl.col("_until").alias("ended_on"), "certain",
        )
    )  # fmt: skip


def _young_enough(standing: StandingColumns) -> pl.DataFrame:
    """The arrangements with _since, _until, certain: twin of ``_young_enough``."""
    ages = [by_now(birthday_each(pl.col("born_on"), age), standing).alias(name) for age, name in AGES]
    told = standing.of(PrivateFostering).filter(pl.col("notified_on").is_not_null())
    told = told.join(births(standing).select("child", *ages), on="child", how="left", maintain_order="left")
    having = standing.of(Disability).filter(pl.col("code").is_not_null() & (pl.col("code") != NOT_DISABLED))
    having = having.select("child").unique().with_columns(pl.lit(True).alias("_disabled"))
    told = told.join(having, on="child", how="left", maintain_order="left")
    disabled = pl.col("_disabled").fill_null(False)
    limit = pl.when(disabled).then(pl.col("_eighteen")).otherwise(pl.col("_sixteen"))
    sure = told.with_columns(
        pl.col("notified_on").alias("_since"), pl.min_horizontal("ended_on", limit).alias("_until"),
        pl.lit(True).alias("certain"),
    ).filter(limit.is_null() | (pl.col("notified_on") < limit))  # fmt: skip
    if standing.held.has(Disability, "code"):
        return sure
    since = pl.max_horizontal("notified_on", "_sixteen")
    unsure = told.with_columns(
        since.alias("_since"), pl.min_horizontal("ended_on", "_eighteen").alias("_until"),
        pl.lit(False).alias("certain"),
    ).filter(
        ~disabled & pl.col("_sixteen").is_not_null()
        & (pl.col("_eighteen").is_null() | (since < pl.col("_eighteen")))
        & (pl.col("ended_on").is_null() | (pl.col("ended_on") > since))
    )  # fmt: skip
    return pl.concat([sure, unsure])


AGES = ((16, "_sixteen"), (18, "_eighteen"))


TWINS: dict[type[Fact], Twin] = {
    Return: returns,
    HomelessResponse: homeless_responses,
    FosteringTime: fostering_times,
}
