"""Column twin of ``holdfast.duties.drift.child_protection``; see there for what it means."""

import polars as pl

from holdfast.dates import WorkingDays
from holdfast.dates.columns import after_each, working_days_between_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.columns.open_work import is_recent_each
from holdfast.duties.drift.rule import number
from holdfast.duties.journeys.nouns import EnquiryTime
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Booking, Conference


def conference_not_booked(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``conference_not_booked``."""
    wait = WorkingDays(number(settings, "conference-booked-working-days"))
    living = pl.col("ended_on").is_null() & is_recent_each(pl.col("started_on"), standing, settings)
    found = standing.of(EnquiryTime).filter(living).with_row_index("_row")
    found = found.join(_follows(found, standing), on="_row", how="anti")
    found = found.with_columns(after_each(wait, pl.col("started_on")).alias("_check"))
    state = pl.when(day(standing.today) >= pl.col("_check")).then(pl.lit("raised")).otherwise(pl.lit("running"))
    return findings(
        found, state, since="started_on", subject="id", due_on="_check",
        count=working_days_between_each(pl.col("started_on"), day(standing.today)),
    )  # fmt: skip


def _follows(found: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    held = standing.of(Conference).filter(~pl.col("transfer_in").fill_null(False))
    days = pl.concat([
        standing.of(Booking).select("child", pl.col("enquiry").alias("_of"), pl.col("on").alias("_day")),
        held.select("child", pl.col("enquiry").alias("_of"), pl.col("held_on").alias("_day")),
    ]).filter(pl.col("_day").is_not_null())  # fmt: skip
    own = pl.when(pl.col("_of").is_not_null()).then(pl.col("_of") == pl.col("id"))
    pairs = found.join(days, on="child", how="inner")
    return pairs.filter(own.otherwise(pl.col("_day") >= pl.col("started_on")).fill_null(False)).select("_row").unique()


RULES: dict[str, ColumnRule] = {"conference-not-booked": conference_not_booked}
