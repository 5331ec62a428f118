"""Column twins of ``holdfast.duties.journeys.protection``; see there for what each noun means."""

import polars as pl

from holdfast.dates.columns import add_months_each
from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.nouns import AssessmentTime, EnquiryTime, ProtectionTime, ReReferral
from holdfast.duties.journeys.protection import CONFERENCE_KEY, LOOK_BACK_MONTHS
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, Referral


def re_referrals(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``re_referrals``."""
    open_still = pl.col("closed_on").is_null().any()
    days = (
        standing.of(Referral)
        .filter(pl.col("on").is_not_null())
        .group_by("child", "on")
        .agg(pl.when(~open_still).then(pl.col("closed_on").max()).alias("closed_on"))
        .sort("child", "on")
        .with_columns(
            pl.when(pl.col("child") == pl.col("child").shift(1)).then(pl.col("on").shift(1)).alias("started_on")
        )
    )
    within = add_months_each(pl.col("started_on"), LOOK_BACK_MONTHS) >= pl.col("on")
    return days.filter(within).select("child", "started_on", pl.col("on").alias("again_on"), "closed_on")


def assessment_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``assessment_times``."""
    found = standing.of(Assessment).filter(pl.col("started_on").is_not_null()).with_row_index("_row")
    referrals = standing.of(Referral).filter(pl.col("on").is_not_null())
    closings = referrals.select("child", pl.col("id").alias("_id"), pl.col("on").alias("_on"), "closed_on")
    pairs = found.select("_row", "child", "referral", "started_on").join(closings, on="child", how="inner")
    own = (pl.col("referral") == pl.col("_id")).fill_null(False)
    open_then = (pl.col("_on") <= pl.col("started_on")) & (
        pl.col("closed_on").is_null() | (pl.col("closed_on") >= pl.col("started_on"))
    )
    pairs = pairs.with_columns(own.alias("_own")).filter(
        pl.when(pl.col("_own").any().over("_row")).then(pl.col("_own")).otherwise(open_then)
    )
    after = pl.when(pl.col("closed_on") >= pl.col("started_on")).then(pl.col("closed_on"))
    days = pairs.group_by("_row").agg(
        pl.when(pl.col("closed_on").is_not_null().all()).then(after.max()).alias("closed_on")
    )
    return (
        found.join(days, on="_row", how="left")
        .sort("_row")
        .select("child", "id", "started_on", "authorised_on", "closed_on")
    )


def protection_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``protection_times``."""
    plans = standing.of(ProtectionPlan).filter(pl.col("started_on").is_not_null()).with_row_index("_row")
    held = standing.of(Conference).filter(pl.col("held_on").is_not_null()).select("child", "id", "plan", "held_on")
    own = plans.filter(pl.col("id").is_not_null()).select("_row", "child", "id", "conference")
    by_plan = own.join(held.select("child", "plan", "held_on"), left_on=["child", "id"], right_on=["child", "plan"])
    by_own = own.join(
        held.select("child", pl.col("id").alias("_id"), "held_on"),
        left_on=["child", "conference"],
        right_on=["child", "_id"],
    )
    days = pl.concat([by_plan.select("_row", "held_on"), by_own.select("_row", "held_on")])
    days = days.group_by("_row").agg(pl.col("held_on").min())
    found = plans.join(days, on="_row", how="left").sort("_row")
    repeat = pl.col("started_on") > pl.col("started_on").min().over("child")
    return found.select(
        "child", "id",
        pl.coalesce("held_on", "started_on").alias("_from"),
        pl.col("started_on").alias("plan_from"),
        "ended_on",
        repeat.alias("repeat"),
    ).rename({"_from": "started_on"})  # fmt: skip


def enquiry_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``enquiry_times``."""
    told = (pl.col("outcome").str.len_bytes() > 0).fill_null(False)
    asked = pl.col("outcome").str.contains(CONFERENCE_KEY, literal=True).fill_null(False)
    needs_none = pl.col("nfa").fill_null(False) | (told & ~asked)
    return (
        standing.of(Enquiry)
        .filter(pl.col("started_on").is_not_null() & ~(needs_none & pl.col("ended_on").is_null()))
        .select("child", "id", "started_on", pl.when(needs_none).then(pl.col("ended_on")).alias("ended_on"))
    )


TWINS: dict[type[Fact], Twin] = {
    AssessmentTime: assessment_times,
    ReReferral: re_referrals,
    EnquiryTime: enquiry_times,
    ProtectionTime: protection_times,
}
