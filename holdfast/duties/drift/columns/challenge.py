"""Column twins of ``holdfast.duties.drift.challenge``; see there for what each means.

Working columns: for each stage n, ``rn`` the day it was raised, ``pn`` the day of its reply, ``sn`` its start, ``dn``
its due day.
"""

import polars as pl

from holdfast.dates import WorkingDays
from holdfast.dates.columns import after_each, working_days_between_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.challenge import STAGES
from holdfast.duties.drift.columns.findings import FINDING_COLUMNS, ColumnRule, clocked_each, day, findings
from holdfast.duties.drift.columns.open_work import is_recent_each
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.oversight import Challenge


def _steps(standing: StandingColumns) -> pl.DataFrame:
    """One row for each dispute, with the days of every stage side by side."""
    key = pl.coalesce("dispute", "id").alias("_key")
    rows = standing.of(Challenge).with_columns(key).filter(pl.col("_key").is_not_null())
    days = [pl.col("settled_on").max()]
    for stage in STAGES:
        own = (pl.col("stage") == stage) & pl.col("raised_on").is_not_null()
        days.append(pl.col("raised_on").filter(own).min().alias(f"r{stage}"))
        days.append(pl.col("replied_on").filter(own).min().alias(f"p{stage}"))
    return rows.group_by("child", "_key").agg(days)


def _started(steps: pl.DataFrame, limit: WorkingDays, today: pl.Expr) -> pl.DataFrame:
    """Twin of ``stage_starts``, with the due day of each start."""
    for stage in STAGES:
        start = pl.col(f"r{stage}")
        if stage > 1:
            silent_on = pl.col(f"d{stage - 1}")
            later = pl.any_horizontal([pl.lit(False), *(pl.col(f"r{one}").is_not_null() for one in STAGES[stage:])])
            passed_over = start.is_null() & later
            unsettled = pl.col("settled_on").is_null() | (pl.col("settled_on") > silent_on)
            climbs = pl.col(f"p{stage - 1}").is_null() & ~passed_over & (silent_on < today) & unsettled
            start = pl.min_horizontal(start, pl.when(climbs).then(silent_on))
        steps = steps.with_columns(start.alias(f"s{stage}"))
        steps = steps.with_columns(after_each(limit, pl.col(f"s{stage}")).alias(f"d{stage}"))
    return steps


def _ended(stage: int) -> pl.Expr:
    """Twin of ``_ended``."""
    due = pl.col(f"d{stage}")
    days = [pl.col("settled_on")]
    for later in STAGES[stage:]:
        days.append(pl.col(f"p{later}"))
        days.append(pl.when(pl.col(f"s{later}") < due).then(pl.col(f"s{later}")))
    return pl.min_horizontal(days)


def iro_stage(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``iro_stage``."""
    limit, today = WorkingDays(number(settings, "challenge-stage-working-days")), day(standing.today)
    steps = _started(_steps(standing), limit, today)
    found = [pl.DataFrame(schema=FINDING_COLUMNS)]
    for stage in STAGES:
        own = steps.filter(pl.col(f"s{stage}").is_not_null()).with_columns(_ended(stage).alias("_end"))
        due, met, ended = pl.col(f"d{stage}"), pl.col(f"p{stage}"), pl.col("_end")
        own = own.filter(is_recent_each(pl.coalesce(met, ended, due), standing, settings))
        state = clocked_each(due, met, ended, standing.today)
        left = working_days_between_each(pl.coalesce(met, today), due)
        found.append(
            findings(
                own, state, since=f"s{stage}", subject="_key", due_on=due, met_on=met,
                count=pl.when(state != "ended").then(left), detail=pl.lit(str(stage)),
            )
        )  # fmt: skip
    return pl.concat(found)


def unanswered_escalation(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``unanswered_escalation``."""
    silent = iro_stage(standing, settings).filter(pl.col("state") == "overdue").group_by("child", "subject").agg(
        pl.col("due_on").min().alias("_first"), pl.col("due_on").max().alias("_last"), pl.len().alias("_many")
    )  # fmt: skip
    return findings(silent, "raised", since="_first", subject="subject", last_on="_last", count="_many")


RULES: dict[str, ColumnRule] = {"iro-stage": iro_stage, "unanswered-escalation": unanswered_escalation}
