"""Column twins of ``holdfast.duties.drift.reviews``; see there for what each means."""

import polars as pl

from holdfast.dates import WorkingDays
from holdfast.dates.columns import after_each, working_days_between_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, clocked_each, day, findings
from holdfast.duties.drift.columns.open_work import decided_about, is_recent_each
from holdfast.duties.drift.reviews import NO_BETTER, PLANS
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.oversight import PlanReview

PLAN = ("child", "plan_kind", "_from", "_plan", "_to")
"""What a run of reviews shares: the child, the kind of plan, and the plan's first day, id and last day."""


def _plans(standing: StandingColumns) -> pl.DataFrame:
    parts = [
        standing.of(noun).filter(pl.col(start).is_not_null()).select(
            "child", pl.lit(kind).alias("plan_kind"), pl.col(start).alias("_from"), pl.col("id").alias("_plan"),
            pl.col(end).alias("_to"),
        )
        for kind, (noun, start, end) in PLANS.items()
    ]  # fmt: skip
    return pl.concat(parts)


def _placed(standing: StandingColumns) -> pl.DataFrame:
    """One row for each child, kind and day of review, with its plan and whether it found no change.

    Only children and kinds for which any review found none.
    """
    stuck = pl.col("change").is_in(NO_BETTER).fill_null(False)
    days = (
        standing.of(PlanReview)
        .filter(pl.col("on").is_not_null() & pl.col("plan_kind").is_not_null())
        .group_by("child", "plan_kind", "on")
        .agg(stuck.all().alias("_stuck"))
    )
    matters = days.filter(pl.col("_stuck")).select("child", "plan_kind").unique()
    days = days.join(matters, on=["child", "plan_kind"], how="semi")
    held = (pl.col("_from") <= pl.col("on")) & (pl.col("_to").is_null() | (pl.col("on") <= pl.col("_to")))
    key = ["child", "plan_kind", "on"]
    plans = days.select(key).join(_plans(standing), on=["child", "plan_kind"], how="inner").filter(held)
    plans = plans.with_columns(pl.col("_plan").fill_null("").alias("_id"))
    plans = plans.sort(*key, "_from", "_id", "_to", nulls_last=True, maintain_order=True)
    plans = plans.unique(key, keep="last", maintain_order=True).drop("_id")
    return days.join(plans, on=key, how="left")


def reviews_in_runs_each(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``reviews_in_runs``: each review without change, with number, first, last, _before and _over.

    Rows lie in order, so a run is told by its neighbours: faster by far than asking each group for itself.
    """
    placed = _placed(standing).sort(*PLAN, "on", nulls_last=True, maintain_order=True).with_row_index("_row")
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(name).shift(1)) for name in PLAN) & (pl.col("_row") > 0)
    placed = placed.with_columns(same.alias("_same"))
    goes_on = pl.col("_same") & pl.col("_stuck") & pl.col("_stuck").shift(1)
    placed = placed.with_columns(
        goes_on.fill_null(False).alias("_goes_on"),
        pl.when(pl.col("_same").shift(-1)).then(pl.col("on").shift(-1)).alias("_broken"),
    ).with_columns((~pl.col("_goes_on")).cast(pl.Int64).cum_sum().alias("_run"))
    runs = placed.filter(pl.col("_stuck")).with_columns(pl.col("_run").set_sorted())
    whole = runs.group_by("_run", maintain_order=True).agg(
        pl.col("on").first().alias("first"), pl.col("on").last().alias("last"), pl.col("_broken").last(),
        pl.col("_row").first().alias("_at"),
    )  # fmt: skip
    runs = runs.drop("_broken").join(whole, on="_run", how="left", maintain_order="left")
    return runs.with_columns(
        (pl.col("_row").cast(pl.Int64) - pl.col("_at").cast(pl.Int64) + 1).alias("number"),
        pl.when(pl.col("_goes_on")).then(pl.col("on").shift(1)).alias("_before"),
        pl.min_horizontal("_broken", "_to").alias("_over"),
    )


def _living(standing: StandingColumns, settings: Settings) -> pl.Expr:
    plan_open = pl.col("_from").is_not_null() & pl.col("_to").is_null()
    return plan_open | is_recent_each(pl.col("last"), standing, settings)


def no_change_twice(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``no_change_twice``."""
    enough = (pl.col("on") == pl.col("last")) & (pl.col("number") >= number(settings, "no-change-reviews"))
    runs = reviews_in_runs_each(standing).filter(
        enough & pl.col("_over").is_null() & _living(standing, settings)
    )  # fmt: skip
    decided = decided_about(runs, "_plan", standing).filter(pl.col("_decided") >= pl.col("last"))
    runs = runs.join(decided.select("_row").unique(), on="_row", how="anti")
    return findings(runs, "raised", since="first", subject="_plan", last_on="last", count="number", detail="plan_kind")


def no_change_decision(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``no_change_decision``."""
    third = number(settings, "no-change-reviews") + 1
    runs = reviews_in_runs_each(standing).filter(pl.col("number") >= third)
    pairs = decided_about(runs, "_plan", standing)
    between = (pl.col("_before") <= pl.col("_decided")) & (pl.col("_decided") < pl.col("on"))
    free = pairs.filter(between).select("_row").unique().with_columns(pl.lit(True).alias("_free"))
    inside = (pl.col("on") <= pl.col("_decided")) & (
        pl.col("_over").is_null() | (pl.col("_decided") <= pl.col("_over"))
    )
    met = pairs.filter(inside).group_by("_row").agg(pl.col("_decided").min().alias("_met"))
    runs = runs.join(free, on="_row", how="left").join(met, on="_row", how="left")
    runs = runs.filter((pl.col("number") == third) | pl.col("_free").fill_null(False))
    return _decisions(runs, standing, settings)


def _decisions(runs: pl.DataFrame, standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    wait = WorkingDays(number(settings, "no-change-decision-working-days"))
    past = pl.coalesce("_met", "_over")
    living = pl.when(past.is_null()).then(_living(standing, settings)).otherwise(
        is_recent_each(past, standing, settings)
    )  # fmt: skip
    runs = runs.filter(living).with_columns(after_each(wait, pl.col("on")).alias("_due"))
    state = clocked_each(pl.col("_due"), pl.col("_met"), pl.col("_over"), standing.today)
    count = working_days_between_each(pl.coalesce(pl.col("_met"), day(standing.today)), pl.col("_due"))
    return findings(
        runs, state, since="on", subject="_plan", last_on="last", due_on="_due", met_on="_met",
        count=pl.when(state != "ended").then(count), detail="plan_kind",
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {"no-change-twice": no_change_twice, "no-change-decision": no_change_decision}
