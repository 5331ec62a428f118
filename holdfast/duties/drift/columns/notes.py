"""Column twins of ``holdfast.duties.drift.notes``; see there for what each means."""

import polars as pl

from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, findings
from holdfast.duties.drift.columns.open_work import LOOKS, is_recent_each, last_each
from holdfast.duties.drift.notes import CONCERN, GAP, LINKED
from holdfast.duties.drift.rule import number
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Enquiry
from holdfast.record.front_door import Assessment
from holdfast.record.oversight import Note, Supervision


def repeated_concern(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``repeated_concern``."""
    notes = _notes(CONCERN, standing, settings).filter(pl.col("theme").is_not_null())
    looked = last_each(standing, "_looked", LOOKS, (Enquiry, "started_on", None), among=notes)
    notes = notes.join(looked, on="child", how="left")
    notes = notes.filter(pl.col("_looked").is_null() | (pl.col("on") > pl.col("_looked")))
    found = notes.group_by("child", "theme").agg(
        pl.col("on").min().alias("_first"), pl.col("on").max().alias("_last"), pl.len().alias("_many")
    )
    return findings(
        found.filter(pl.col("_many") >= number(settings, "concerns-on-one-theme")), "raised", since="_first",
        last_on="_last", count="_many", detail="theme",
    )  # fmt: skip


def linked_adult_enquiry(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``linked_adult_enquiry``."""
    notes = _notes(LINKED, standing, settings)
    looked = last_each(standing, "_looked", LOOKS, among=notes)
    worked = last_each(
        standing, "_worked", (Supervision, "on", None), (Assessment, "started_on", None),
        (Enquiry, "started_on", None), among=notes,
    )  # fmt: skip
    notes = notes.join(looked, on="child", how="left").join(worked, on="child", how="left")
    unseen = pl.col("_looked").is_null() | (pl.col("_looked") < pl.col("on"))
    unseen &= pl.col("_worked").is_null() | (pl.col("_worked") <= pl.col("on"))
    found = notes.filter(unseen).group_by("child").agg(
        pl.col("on").min().alias("_first"), pl.col("on").max().alias("_last"), pl.len().alias("_many")
    )  # fmt: skip
    return findings(found, "raised", since="_first", last_on="_last", count="_many")


def _notes(kind: str, standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    return standing.of(Note).filter((pl.col("kind") == kind) & is_recent_each(pl.col("on"), standing, settings))


def gap_unfilled(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``gap_unfilled``."""
    lacking = (pl.col("kind") == GAP) & pl.col("on").is_not_null() & pl.col("kept_on").is_null()
    return findings(
        standing.of(Note).filter(lacking), "raised", since="on", subject="id", count=1, detail="theme"
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {
    "repeated-concern": repeated_concern,
    "linked-adult-enquiry": linked_adult_enquiry,
    "gap-unfilled": gap_unfilled,
}
