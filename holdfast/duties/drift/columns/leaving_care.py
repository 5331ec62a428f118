"""Column twin of ``holdfast.duties.drift.leaving_care``; see there for what it means."""

import polars as pl

from holdfast.dates import WorkingDays
from holdfast.dates.columns import after_each, working_days_between_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.leaving_care import ProvidedHome


def tenancy_at_risk(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``tenancy_at_risk``."""
    wait = WorkingDays(number(settings, "notice-taken-up-working-days"))
    waiting = pl.col("notice_on").is_not_null() & pl.col("task_on").is_null() & pl.col("ended_on").is_null()
    found = standing.of(ProvidedHome).filter(waiting).with_columns(after_each(wait, pl.col("notice_on")).alias("_due"))
    state = pl.when(day(standing.today) > pl.col("_due")).then(pl.lit("overdue")).otherwise(pl.lit("raised"))
    return findings(
        found, state, since="notice_on", subject="id", due_on="_due",
        count=working_days_between_each(day(standing.today), pl.col("_due")),
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {"tenancy-at-risk": tenancy_at_risk}
