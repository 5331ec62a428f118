"""Temporary approvals of relatives and friends: how many are open, what came and went, and whose time is over."""

import polars as pl

from holdfast.dates.columns import after_each
from holdfast.duties.register import BY_CODE
from holdfast.measures.columns.counting import CANNOT_SAY, YES
from holdfast.measures.columns.month import NO_TEXT, Counted, Month, rows_of
from holdfast.measures.measure import Part
from holdfast.record.in_care import TemporaryApproval

APPROVAL, EXTENSION = "cla-reg24-approval", "cla-reg25-extension"
FIRST_LIMIT = BY_CODE[APPROVAL].ways[0].limit
EXTENSION_LIMIT = BY_CODE[EXTENSION].ways[0].limit
"""The duties' own limits: the second follows where an extension was agreed."""

OVER = "its time is over and no later approval is on record"


def open_temporary_approvals(month: Month) -> Counted:
    """Every approval that is open at the end of the month, with what came in, was approved and ended in it."""
    first = after_each(FIRST_LIMIT, pl.col("started_on"))
    extended = pl.col("extended_on").is_not_null()
    # What left before it came, by the record's own days, came and went on one day.
    left = pl.max_horizontal(pl.min_horizontal("approved_on", "ended_on"), "started_on")
    gone = pl.col("approved_on").is_not_null() | pl.col("ended_on").is_not_null()
    every = month.standing.of(TemporaryApproval).with_columns(
        pl.when(extended).then(after_each(EXTENSION_LIMIT, first)).otherwise(first).alias("due_on"),
        pl.when(extended).then(pl.lit(EXTENSION)).otherwise(pl.lit(APPROVAL)).alias("duty"),
        pl.when(gone).then(left).alias("_left"),
        (pl.col("approved_on") <= pl.col("ended_on")).fill_null(pl.col("approved_on").is_not_null()).alias("_approved"),
    )
    known = every.filter(pl.col("started_on").is_not_null())
    still = every.filter(pl.col("_left").is_null())
    over = (pl.col("due_on") < month.last).fill_null(False)
    undated = pl.col("started_on").is_null()
    rows = still.with_columns(
        pl.when(undated).then(pl.lit(CANNOT_SAY)).otherwise(pl.lit(YES)).alias("answer"),
        pl.when(undated).then(pl.lit("the day it began (start_date) is not on record"))
        .when(over).then(pl.lit(OVER)).otherwise(NO_TEXT).alias("why"),
    ).with_columns(pl.lit(0).alias("way"))  # fmt: skip
    went = known.filter(month.holds(pl.col("_left")))
    parts = (
        Part(words="came in", numerator=known.filter(month.holds(pl.col("started_on"))).height, role="in"),
        Part(words="approved", numerator=went.filter(pl.col("_approved")).height, role="out"),
        Part(words="ended", numerator=went.filter(~pl.col("_approved")).height, role="out"),
        Part(words="past their time", numerator=still.filter(over & ~undated).height, role="among"),
    )
    return Counted(
        rows=rows_of(rows.select("child", "duty", "way", "started_on", "due_on", "answer", "why")), parts=parts
    )
