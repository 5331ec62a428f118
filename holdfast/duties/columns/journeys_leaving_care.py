"""Column twins of ``holdfast.duties.journeys.leaving_care``; see there for what each noun means."""

import polars as pl

from holdfast.dates.columns import after_each, birthday_each
from holdfast.duties.columns.journeys_in_care import births, by_now
from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.leaving_care import NO_LONGER, NOT_SERVED, REVIEW_AFTER, THIRTEEN_WEEKS
from holdfast.duties.journeys.nouns import (
    AdviserTime,
    CarePeriod,
    Eligibility,
    HomeTime,
    PathwayReview,
    PathwayTime,
    TwoWayContact,
)
from holdfast.record.field import Fact
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan, ProvidedHome


def eligibilities(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``eligibilities``."""
    periods = standing.of(CarePeriod).sort("child", "started_on", "id", maintain_order=True)
    current = (
        periods.filter(pl.col("ended_on").is_null())
        .unique("child", keep="first", maintain_order=True)
        .select("child", pl.col("started_on").alias("_current"))
    )
    reached = _reached(periods)
    one = periods.unique("child", keep="first", maintain_order=True).select("child", "born_on")
    one = one.join(reached, on="child", how="left").join(current, on="child", how="left")
    one = one.with_columns(
        birthday_each(pl.col("born_on"), 16).alias("_sixteen"), birthday_each(pl.col("born_on"), 18).alias("_eighteen")
    )
    done = (pl.col("_reached") <= standing.today).fill_null(False)
    young = (pl.col("_sixteen") <= standing.today) & (standing.today < pl.col("_eighteen"))
    waiting = pl.col("_current").is_not_null() & (pl.col("born_on").is_null() | (~done & young.fill_null(False)))
    not_known = one.filter(waiting).select(
        "child", pl.col("_current").alias("started_on"), pl.lit(False).alias("known"),
        pl.col("_reached").alias("would_reach_on"), pl.lit(None, dtype=pl.Date).alias("ended_on"),
    )  # fmt: skip
    return pl.concat([_eligible(one.filter(done), periods, standing), not_known]).sort("child")


def _reached(periods: pl.DataFrame) -> pl.DataFrame:
    """child, _reached: the day thirteen weeks since the fourteenth birthday are reached."""
    start = pl.max_horizontal("started_on", birthday_each(pl.col("born_on"), 14))
    aged = periods.filter(pl.col("born_on").is_not_null()).with_columns(start.alias("_start"))
    spent = pl.max_horizontal((pl.col("ended_on") - pl.col("_start")).dt.total_days(), pl.lit(0))
    aged = aged.with_columns(pl.when(pl.col("ended_on").is_not_null()).then(spent).otherwise(0).alias("_spent"))
    before = pl.col("_spent").cum_sum().over("child") - pl.col("_spent")
    aged = aged.with_columns((THIRTEEN_WEEKS - before).alias("_left"))
    hit = pl.col("ended_on").is_null() | (pl.col("_spent") >= pl.col("_left"))
    reached = pl.col("_start") + pl.duration(days=pl.col("_left"))
    first = aged.filter(hit).unique("child", keep="first", maintain_order=True)
    return first.select("child", reached.alias("_reached"))


def _eligible(one: pl.DataFrame, periods: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    day = pl.max_horizontal("_sixteen", "_reached", "started_on")
    found = periods.select("child", "started_on", "ended_on").join(
        one.select("child", "_sixteen", "_eighteen", "_reached"), on="child", how="inner", maintain_order="left"
    )
    found = found.with_columns(day.alias("_day"))
    inside = pl.col("ended_on").is_null() | (pl.col("_day") <= pl.col("ended_on"))
    inside &= (pl.col("_day") < pl.col("_eighteen")) & (pl.col("_day") <= standing.today)
    return (
        found.filter(inside)
        .unique("child", keep="first", maintain_order=True)
        .select(
            "child", pl.col("_day").alias("started_on"), pl.lit(True).alias("known"),
            pl.lit(None, dtype=pl.Date).alias("would_reach_on"),
            by_now(pl.col("_eighteen"), standing).alias("ended_on"),
        )
    )  # fmt: skip


def _not_served(standing: StandingColumns) -> pl.DataFrame:
    gone = pl.col("in_touch").str.to_lowercase().is_in(NO_LONGER).fill_null(False)
    other = pl.col("eligibility").is_in(NOT_SERVED).fill_null(False)
    return standing.of(CareLeaver).filter(gone | other).select("child").unique()


def _until_twenty_one(found: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    born = births(standing)
    joined = found.join(born, on="child", how="left").sort("child")
    return joined.select(
        "child", "started_on", by_now(birthday_each(pl.col("born_on"), 21), standing).alias("ended_on")
    )


def pathway_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``pathway_times``."""
    if standing.has(PathwayPlan, "on"):
        made = standing.of(PathwayPlan).filter((pl.col("step") == "plan") & pl.col("on").is_not_null())
        found = made.group_by("child").agg(pl.col("on").min().alias("started_on"))
    else:
        given = standing.of(CareLeaver).filter(pl.col("review_on").is_not_null())
        found = given.group_by("child").agg(pl.col("review_on").max().alias("started_on"))
    return _until_twenty_one(found.join(_not_served(standing), on="child", how="anti"), standing)


def home_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``home_times``."""
    grown = births(standing).select("child", by_now(birthday_each(pl.col("born_on"), 21), standing).alias("_grown"))
    homes = standing.of(ProvidedHome).filter(pl.col("started_on").is_not_null()).with_row_index("_row")
    homes = homes.join(grown, on="child", how="left", maintain_order="left")
    homes = homes.filter((pl.col("started_on") < pl.col("_grown")).fill_null(True))
    homes = homes.with_columns(pl.min_horizontal("ended_on", "_grown").alias("ended_on"))
    since = after_each(REVIEW_AFTER, pl.col("started_on"))
    inside = (pl.col("on") >= since) & (pl.col("ended_on").is_null() | (pl.col("on") <= pl.col("ended_on")))
    reviews = homes.join(standing.of(PathwayReview).select("child", "on"), on="child", how="inner").filter(inside)
    first = reviews.group_by("_row").agg(pl.col("on").min().alias("reviewed_on"))
    return (
        homes.join(first, on="_row", how="left")
        .sort("_row")
        .select("child", "id", "started_on", "review_booked_for", "reviewed_on", "ended_on")
    )


def pathway_reviews(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``pathway_reviews``."""
    done = standing.of(PathwayPlan).filter((pl.col("step") == "review") & pl.col("on").is_not_null())
    return done.select("child", "on")


def adviser_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``adviser_times``."""
    grown = births(standing).with_columns(birthday_each(pl.col("born_on"), 18).alias("started_on"))
    grown = grown.filter(pl.col("started_on") <= standing.today).select("child", "started_on")
    planned = standing.of(PathwayPlan).filter(pl.col("step") == "plan").select("child")
    leavers = pl.concat([standing.of(CareLeaver).select("child"), planned]).unique()
    found = grown.join(leavers, on="child", how="semi").join(_not_served(standing), on="child", how="anti")
    if not standing.has(AdviserContact, "on"):
        given = standing.of(CareLeaver).filter(pl.col("contact_on").is_not_null())
        latest = given.group_by("child").agg(pl.col("contact_on").max())
        found = found.join(latest, on="child", how="inner").filter(pl.col("contact_on") >= pl.col("started_on"))
        found = found.select("child", pl.col("contact_on").alias("started_on"))
    return _until_twenty_one(found, standing)


def two_way_contacts(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``two_way_contacts``."""
    both = pl.col("two_way").fill_null(False) & pl.col("on").is_not_null()
    return standing.of(AdviserContact).filter(both).select("child", "on")


TWINS: dict[type[Fact], Twin] = {
    Eligibility: eligibilities,
    HomeTime: home_times,
    PathwayTime: pathway_times,
    PathwayReview: pathway_reviews,
    AdviserTime: adviser_times,
    TwoWayContact: two_way_contacts,
}
