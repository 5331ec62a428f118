"""Column twins of ``holdfast.duties.drift.plans``; see there for what each means."""

import polars as pl

from holdfast.dates import Weeks
from holdfast.dates.columns import add_months_each, after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.columns.open_work import decided_about, last_each
from holdfast.duties.drift.plans import SENIOR
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Application, PreProceedings, ProtectionPlan
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan


def _open_plans(noun: type[Fact], standing: StandingColumns) -> pl.DataFrame:
    running = pl.col("started_on").is_not_null() & pl.col("ended_on").is_null()
    return standing.of(noun).filter(running).select("child", "id", "started_on").with_row_index("_row")


def protection_plan_long(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``protection_plan_long``."""
    first, second = number(settings, "protection-plan-months"), number(settings, "protection-plan-months-senior")
    start = pl.col("started_on")
    senior = add_months_each(start, second) <= day(standing.today)
    plans = _open_plans(ProtectionPlan, standing).with_columns(
        pl.when(senior).then(add_months_each(start, second)).otherwise(add_months_each(start, first)).alias("_mark"),
        pl.when(senior).then(second).otherwise(first).alias("_months"),
        pl.when(senior).then(pl.lit(SENIOR)).alias("_detail"),
    )
    return _long(plans, standing, settings)


def in_need_plan_long(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``in_need_plan_long``."""
    months = number(settings, "in-need-plan-months")
    plans = _open_plans(InNeedPlan, standing).with_columns(
        add_months_each(pl.col("started_on"), months).alias("_mark"), pl.lit(months).alias("_months"),
        pl.lit(None, dtype=pl.String).alias("_detail"),
    )  # fmt: skip
    return _long(plans, standing, settings)


def _long(plans: pl.DataFrame, standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    reached = pl.col("_mark") <= day(standing.today)
    holds = add_months_each(pl.col("_decided"), number(settings, "plan-decision-holds-months"))
    settled = reached & (pl.col("_mark") <= pl.col("_decided")) & (day(standing.today) < holds)
    decided = decided_about(plans, "id", standing).filter(settled)
    plans = plans.join(decided.select("_row").unique(), on="_row", how="anti")
    return findings(
        plans, pl.when(reached).then(pl.lit("raised")).otherwise(pl.lit("running")), since="started_on", subject="id",
        due_on="_mark", count=pl.when(reached).then(pl.col("_months")), detail="_detail",
    )  # fmt: skip


def pre_proceedings_long(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``pre_proceedings_long``."""
    start = pl.coalesce("letter_on", "decided_on")
    weeks = Weeks(number(settings, "pre-proceedings-weeks"))
    found = standing.of(PreProceedings).with_columns(start.alias("_start"))
    found = found.filter(pl.col("_start").is_not_null() & pl.col("ended_on").is_null())
    found = found.join(last_each(standing, "_issued", (Application, "issued_on", None)), on="child", how="left")
    found = found.filter(pl.col("_issued").is_null() | (pl.col("_issued") < pl.col("_start")))
    found = found.with_columns(after_each(weeks, pl.col("_start")).alias("_due"))
    late = day(standing.today) > pl.col("_due")
    return findings(
        found, pl.when(late).then(pl.lit("raised")).otherwise(pl.lit("running")), since="_start", subject="id",
        due_on="_due", count=(pl.col("_due") - day(standing.today)).dt.total_days(),
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {
    "protection-plan-long": protection_plan_long,
    "in-need-plan-long": in_need_plan_long,
    "pre-proceedings-long": pre_proceedings_long,
}
