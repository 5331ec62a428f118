"""Column twins of ``holdfast.duties.journeys.entering``; see there for what each means."""

import polars as pl

from holdfast.dates import Days
from holdfast.dates.columns import add_months_each, after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.journeys.entering import (
    ASSESSMENT_LASTS_MONTHS,
    COURT_STATUSES,
    FIRST_REVIEW_LIMIT,
    PLAN_LIMIT,
)
from holdfast.record.child_protection import Application
from holdfast.record.in_care import CareReview, HealthCheck, LegalStatus


def six_months_until_each(fifth: pl.Expr) -> pl.Expr:
    """Twin of ``six_months_until``."""
    days = [after_each(Days(number), add_months_each(fifth, -6)) for number in range(4)]
    return pl.max_horizontal([pl.when(add_months_each(day, 6) <= fifth).then(day) for day in days])


def assessed_before(periods: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    """_row, assessed_before_on: twin of ``assessed_before``."""
    done = (pl.col("type") == "health assessment") & (pl.col("status") == "completed")
    checks = standing.of(HealthCheck).filter(done).select("child", "on")
    lasts = add_months_each(pl.col("on"), ASSESSMENT_LASTS_MONTHS)
    found = periods.select("_row", "child", "entered_on").join(checks, on="child", how="inner")
    found = found.filter((pl.col("on") < pl.col("entered_on")) & (pl.col("entered_on") <= lasts))
    return found.group_by("_row").agg(pl.col("on").max().alias("assessed_before_on"))


def in_court(periods: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    """_row, in_court: twin of ``in_court``, with a row only where that is true."""
    own = periods.select("_row", "child", pl.col("started_on").alias("_from"))
    own = own.with_columns(pl.coalesce(after_each(PLAN_LIMIT, pl.col("_from")), "_from").alias("_until"))
    statuses = standing.of(LegalStatus).filter(pl.col("status").is_in(COURT_STATUSES))
    ordered = own.join(statuses.select("child", "started_on", "ended_on"), on="child", how="inner").filter(
        (pl.col("started_on") <= pl.col("_until"))
        & (pl.col("ended_on").is_null() | (pl.col("ended_on") >= pl.col("_from")))
    )
    asked = standing.of(Application).select("child", "issued_on", "disposed_on")
    applied = own.join(asked, on="child", how="inner").filter(
        (pl.col("issued_on") <= pl.col("_until"))
        & (pl.col("disposed_on").is_null() | (pl.col("disposed_on") > pl.col("_until")))
    )
    return (
        pl.concat([ordered.select("_row"), applied.select("_row")])
        .unique()
        .with_columns(pl.lit(True).alias("in_court"))
    )


def second_unsure_from(periods: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    """_row, second_unsure_from: twin of ``second_unsure_from``."""
    held = pl.col("held_on").is_not_null() & (pl.col("cancelled").is_null() | ~pl.col("cancelled"))
    reviews = standing.of(CareReview).filter(held).select("child", "held_on").unique()
    own = periods.filter(pl.col("reviews_from").is_not_null())
    own = own.select("_row", "child", "started_on", "entered_on", "reviews_from", "ended_on")
    inside = (pl.col("held_on") >= pl.col("started_on")) & (
        pl.col("ended_on").is_null() | (pl.col("held_on") <= pl.col("ended_on"))
    )
    days = (
        own.join(reviews, on="child", how="inner")
        .filter(inside)
        .sort("_row", "held_on")
        .group_by("_row")
        .agg(pl.col("held_on").first().alias("_first"), pl.col("held_on").slice(1, 1).first().alias("_second"))
    )
    limit = pl.coalesce(after_each(FIRST_REVIEW_LIMIT, pl.col("started_on")), "started_on")
    late = pl.col("entered_on").is_not_null() & (limit >= pl.col("reviews_from"))
    may_be_first = (pl.col("_first") <= limit) | late
    going_on = pl.col("_second").is_not_null() | pl.col("ended_on").is_null()
    then = pl.coalesce("_second", pl.lit(standing.today, dtype=pl.Date))
    after_three = then > add_months_each(pl.col("_first"), 3)
    within_six = then <= add_months_each(pl.col("_first"), 6)
    found = own.join(days, on="_row", how="inner").filter(may_be_first & going_on & after_three & within_six)
    return found.select("_row", pl.col("_first").alias("second_unsure_from"))
