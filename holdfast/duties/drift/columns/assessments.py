"""Column twins of ``holdfast.duties.drift.assessments``; see there for what each means."""

import polars as pl

from holdfast.dates import WorkingDays
from holdfast.dates.columns import after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.assessments import BEGUN, FINISHED
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.columns.open_work import is_recent_each, last_each
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.front_door import Assessment
from holdfast.record.oversight import ChangeEvent, Note


def assessment_older_than_change(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``assessment_older_than_change``."""
    events = standing.of(ChangeEvent)
    looked = last_each(
        standing, "_looked", (ChangeEvent, "looked_on", None), (Assessment, "started_on", None),
        (Assessment, "authorised_on", None), among=events,
    )  # fmt: skip
    events = events.filter(is_recent_each(pl.col("on"), standing, settings))
    events = events.join(looked, on="child", how="left")
    events = events.filter(pl.col("_looked").is_null() | (pl.col("on") > pl.col("_looked")))
    events = events.with_columns(pl.col("kind").fill_null("").alias("_kind"), pl.col("id").fill_null("").alias("_id"))
    events = events.sort("child", "on", "_kind", "_id", maintain_order=True)
    found = events.group_by("child", maintain_order=True).agg(
        pl.col("on").first().alias("_first"), pl.col("on").last().alias("_last"), pl.len().alias("_many"),
        pl.col("_kind").last(), pl.col("_id").last(),
    )  # fmt: skip
    wait = WorkingDays(number(settings, "assessment-look-again-working-days"))
    found = found.with_columns(after_each(wait, pl.col("_first")).alias("_due"))
    return findings(
        found.filter(day(standing.today) > pl.col("_due")), "raised", since="_first", last_on="_last", due_on="_due",
        count="_many", subject=_unless_blank("_id"), detail=_unless_blank("_kind"),
    )  # fmt: skip


def _unless_blank(name: str) -> pl.Expr:
    return pl.when(pl.col(name) != "").then(pl.col(name))


def assessment_restarted(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``assessment_restarted``."""
    notes = standing.of(Note).filter(pl.col("theme").is_not_null() & pl.col("on").is_not_null())
    finished = notes.filter(pl.col("kind") == FINISHED).group_by("child", "theme").agg(
        pl.col("on").max().alias("_finished")
    )  # fmt: skip
    begun = notes.filter(pl.col("kind") == BEGUN).join(finished, on=["child", "theme"], how="left")
    begun = begun.filter(pl.col("_finished").is_null() | (pl.col("on") > pl.col("_finished")))
    found = begun.group_by("child", "theme").agg(
        pl.col("on").min().alias("_first"), pl.col("on").max().alias("_last"), pl.len().alias("_many")
    )
    enough = pl.col("_many") >= number(settings, "assessment-starts")
    return findings(
        found.filter(enough & is_recent_each(pl.col("_last"), standing, settings)), "raised", since="_first",
        last_on="_last", count="_many", detail="theme",
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {
    "assessment-older-than-change": assessment_older_than_change,
    "assessment-restarted": assessment_restarted,
}
