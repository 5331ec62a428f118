"""Two sums that rest on what came before: referrals again, and the social workers a child has had."""

from datetime import date

import polars as pl

from holdfast.dates import add_months, say
from holdfast.dates.columns import add_months_each
from holdfast.duties.drift.open_work import OTHER_PARTS
from holdfast.duties.journeys.nouns import CarePeriod, ReReferral
from holdfast.duties.journeys.protection import LOOK_BACK_MONTHS
from holdfast.measures.columns.counting import CANNOT_SAY, NO, YES
from holdfast.measures.columns.month import Counted, Month, rows_of
from holdfast.record.front_door import Referral
from holdfast.record.people import Involvement

WORKERS, WORKER_MONTHS = 3, 12
"""The department's own numbers. The council's setting for changes of worker is another thing and may be moved."""


def re_referrals(month: Month) -> Counted:
    """Referrals received in the month, and whether one came within the twelve months before."""
    received = month.standing.of(Referral).filter(month.holds(pl.col("on"))).select("child", "on").unique()
    again = month.standing.of(ReReferral).select("child", pl.col("again_on").alias("on"), "started_on")
    found = received.join(again.rename({"started_on": "_before"}), on=["child", "on"], how="left")
    undated = month.columns.of(Referral).filter(pl.col("on").is_null()).select("child").unique()
    found = found.join(undated.with_columns(pl.lit(True).alias("_undated")), on="child", how="left")
    since = _closings_from(month)
    far_enough = pl.lit(False) if since is None else _year_before(pl.col("on")) >= pl.lit(since)
    before, doubted = pl.col("_before").is_not_null(), pl.col("_undated").fill_null(False)
    unknown = pl.lit(CANNOT_SAY)
    answer = pl.when(before).then(pl.lit(YES)).when(doubted | ~far_enough).then(unknown).otherwise(pl.lit(NO))
    told = pl.format("the referral before it came on {}", pl.col("_before").dt.to_string("%-d %B %Y"))
    short = "no closed case is in the file" if since is None else f"the file's first closed case is of {say(since)}"
    why = (
        pl.when(before).then(told)
        .when(doubted).then(pl.lit("another referral of this child has no day on record (cine_referral_date)"))
        .when(~far_enough).then(pl.lit(f"{short}: an earlier referral may not be in it"))
    )  # fmt: skip
    rows = found.select(
        "child", pl.lit("fd-rereferral-flag").alias("duty"), pl.lit(0).alias("way"), pl.col("on").alias("started_on"),
        answer.alias("answer"), why.alias("why"),
    )  # fmt: skip
    return Counted(rows=rows_of(rows))


def _year_before(day: pl.Expr) -> pl.Expr:
    return add_months_each(day, -LOOK_BACK_MONTHS)


def _closings_from(month: Month) -> date | None:
    """The day from which the file would show every earlier referral; None where nothing tells.

    A file of one year holds the cases open in it or closed in it: an earlier referral is missing when its episode
    closed before the file's first closing day. Where closing days are not held, the first referral's day is taken.
    """
    name = "closed_on" if month.columns.held.has(Referral, "closed_on") else "on"
    since = month.columns.of(Referral).select(pl.col(name).min()).item()
    return since if isinstance(since, date) else None


def three_or_more_workers(month: Month) -> Counted:
    """Children in care at the end of the month, by the number of their own social workers in twelve months."""
    since = add_months(month.last, -WORKER_MONTHS)
    in_care = month.standing.of(CarePeriod).filter(pl.col("ended_on").is_null())
    children = in_care.group_by("child").agg(pl.col("started_on").max())
    role = pl.col("role").str.contains(OTHER_PARTS).fill_null(False)
    ran = pl.col("ended_on").is_null() | (pl.col("ended_on") > since)
    with_child = month.standing.of(Involvement).filter(~role & ran)
    workers = with_child.group_by("child").agg(
        pl.col("professional").drop_nulls().n_unique().cast(pl.Int64).alias("_known"),
        pl.col("professional").is_null().sum().cast(pl.Int64).alias("_unknown"),
    )
    found = children.join(workers, on="child", how="left").with_columns(
        pl.col("_known").fill_null(0), pl.col("_unknown").fill_null(0)
    )
    known, unknown = pl.col("_known"), pl.col("_unknown")
    silent = known + unknown == 0
    answer = (
        pl.when(known >= WORKERS).then(pl.lit(YES))
        .when(silent | (known + unknown >= WORKERS)).then(pl.lit(CANNOT_SAY))
        .otherwise(pl.lit(NO))
    )  # fmt: skip
    span = f"in the twelve months to {say(month.last)}"
    why = (
        pl.when(silent).then(pl.lit(f"no social worker of the child's own is on record {span} (ssd_involvements)"))
        .when(pl.col("_answer") == CANNOT_SAY)
        .then(pl.lit(f"some involvements {span} do not say who the worker was (invo_professional_id)"))
        .otherwise(pl.format(f"social workers of the child's own {span}: {{}}", known))
    )  # fmt: skip
    told = found.with_columns(answer.alias("_answer"))
    return Counted(
        rows=rows_of(told.select("child", "started_on", pl.col("_answer").alias("answer"), why.alias("why")))
    )
