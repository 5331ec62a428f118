"""Column twins of ``holdfast.duties.drift.oversight``; see there for what each means."""

import polars as pl

from holdfast.dates.columns import add_months_each, after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.columns.open_work import is_own_worker_each, is_recent_each, last_each, open_since_each
from holdfast.duties.drift.oversight import supervision_limit
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.oversight import PlanAction, Supervision
from holdfast.record.people import Involvement


def worker_changes(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``worker_changes``."""
    months, many = number(settings, "worker-changes-months"), number(settings, "worker-changes")
    own = standing.of(Involvement).filter(pl.col("started_on").is_not_null() & is_own_worker_each())
    own = own.select("child", "started_on", "professional").unique().sort("child", "started_on", "professional")
    before = pl.when(pl.col("child") == pl.col("child").shift(1)).then(pl.col("professional").shift(1))
    recent = add_months_each(pl.col("started_on"), months) >= day(standing.today)
    changed = own.filter((pl.col("professional") != before).fill_null(False)).filter(recent)
    found = changed.group_by("child").agg(
        pl.col("started_on").min().alias("_first"), pl.col("started_on").max().alias("_last"), pl.len().alias("_many")
    )
    state = pl.when(pl.col("_many") >= many).then(pl.lit("raised")).otherwise(pl.lit("running"))
    return findings(
        found.filter(pl.col("_many") >= many - 1), state, since="_first", last_on="_last", count="_many"
    )  # fmt: skip


def supervision_gap(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``supervision_gap``."""
    last = last_each(standing, "_last", (Supervision, "on", None))
    both = last.join(open_since_each(standing), on="child", how="full", coalesce=True)
    counts = pl.col("_opened").is_null() | (pl.col("_last") >= pl.col("_opened"))
    both = both.with_columns(pl.when(counts).then(pl.col("_last")).alias("_discussed"))
    both = both.with_columns(pl.coalesce("_discussed", "_opened").alias("_since"))
    due = after_each(supervision_limit(settings), pl.col("_since"))
    return findings(
        both.filter(due < day(standing.today)), "raised", since="_since", last_on="_discussed", due_on=due,
        count=(day(standing.today) - pl.col("_since")).dt.total_days(),
    )  # fmt: skip


def action_moved(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``action_moved``."""
    key = ["child", "action"]
    rows = standing.of(PlanAction).filter(pl.col("action").is_not_null())
    done = rows.filter(pl.col("done_on").is_not_null()).select(key).unique()
    rows = rows.join(done, on=key, how="anti")
    rows = rows.filter(pl.col("set_on").is_not_null() & pl.col("for_day").is_not_null())
    order = [*key, "set_on", "for_day"]
    worded = rows.filter(pl.col("words_of_action").is_not_null()).sort(*order, "words_of_action")
    words = worded.unique(key, keep="last", maintain_order=True).select(*key, "words_of_action")
    days = rows.select(order).unique().sort(order)
    same = (pl.col("child") == pl.col("child").shift(1)) & (pl.col("action") == pl.col("action").shift(1))
    moved = (same & (pl.col("for_day") != pl.col("for_day").shift(1))).fill_null(False)
    found = days.with_columns(moved.alias("_moved")).group_by(key, maintain_order=True).agg(
        pl.col("set_on").first().alias("_first"), pl.col("set_on").last().alias("_last"),
        pl.col("for_day").last().alias("_for"), pl.col("_moved").sum().alias("_many"),
    )  # fmt: skip
    living = is_recent_each(pl.max_horizontal("_last", "_for"), standing, settings)
    found = found.filter((pl.col("_many") >= number(settings, "action-moved-times")) & living)
    found = found.join(words, on=key, how="left")
    return findings(
        found, "raised", since="_first", subject="action", last_on="_last", due_on="_for", count="_many",
        detail="words_of_action",
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {
    "worker-changes": worker_changes,
    "supervision-gap": supervision_gap,
    "action-moved": action_moved,
}
