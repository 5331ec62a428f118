"""A whole record as the rows of the lists of the front door and of need: lists 1, 3, 4, 5 and 6.

Contacts, referrals and enquiries of the six months up to the day; assessments, and work with children in need,
open on it or ended in those months. Counts look back twelve months.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.dates import add_months, end_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.journeys.protection import CONFERENCE_KEY
from holdfast.exchange.annex_a.words import label_of
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan, ProtectionVisit
from holdfast.record.columns import Columns
from holdfast.record.field import Fact, happens_on
from holdfast.record.front_door import Assessment, Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareVisit

WINDOW_MONTHS, COUNT_MONTHS = 6, 12
VISITS: tuple[type[Fact], ...] = (InNeedVisit, ProtectionVisit, CareVisit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The record as it stood at the end of the day, and from when the lists look back."""

    standing: StandingColumns
    on: date
    since: date
    year_ago: date

    def of(self, noun: type[Fact]) -> pl.DataFrame:
        """The facts of a kind, in one order whatever order the record has them in."""
        found = self.standing.of(noun)
        keys = [name for name in ("child", happens_on(noun), "id") if name in found.columns]
        return found.sort(*keys, nulls_last=True, maintain_order=True)


def day_of(columns: Columns, as_at: date) -> Day:
    """The record as the lists of this day see it."""
    return Day(
        standing=StandingColumns(columns, end_of(as_at)), on=as_at, since=add_months(as_at, -WINDOW_MONTHS),
        year_ago=add_months(as_at, -COUNT_MONTHS),
    )  # fmt: skip


def contacts(day: Day) -> pl.DataFrame:
    """List 1."""
    found = day.of(Contact).filter(pl.col("on") >= day.since)
    return found.select("child", pl.col("on").alias("contact_on"), source().alias("source"))


def referrals(day: Day) -> pl.DataFrame:
    """List 3."""
    every = day.of(Referral)
    found = every.filter(pl.col("on") >= day.since)
    found = counted(found, every.filter(pl.col("on") >= day.year_ago), "referrals")
    return found.select(
        "child", pl.col("on").alias("referral_on"), source().alias("source"), yes("nfa").alias("nfa"), "referrals"
    )


def assessments(day: Day) -> pl.DataFrame:
    """List 4."""
    found = day.of(Assessment).filter(pl.col("authorised_on").is_null() | (pl.col("authorised_on") >= day.since))
    support = found.with_columns((~pl.col("outcome_nfa")).alias("support"))
    return support.select(
        "child", "started_on", yes("child_seen").alias("seen"), "authorised_on", yes("support").alias("needs_support")
    )


def enquiries(day: Day) -> pl.DataFrame:
    """List 5: each enquiry with the conference that followed it."""
    every = day.of(Enquiry).filter(pl.col("started_on").is_not_null())
    found = every.filter(pl.col("started_on") >= day.since)
    held = day.of(Conference).filter(pl.col("held_on").is_not_null() & ~pl.col("transfer_in").fill_null(False))
    found = counted(found, every.filter(pl.col("started_on") >= day.year_ago), "enquiries")
    found = counted(found, held.filter(pl.col("held_on") >= day.year_ago), "conferences")
    named = held.filter(pl.col("enquiry").is_not_null()).unique("enquiry", keep="first", maintain_order=True)
    linked = named.select("child", pl.col("enquiry").alias("id"), "held_on", "made_plan")
    found = found.join(linked, on=["child", "id"], how="left", maintain_order="left")
    asked = pl.col("outcome").str.contains(CONFERENCE_KEY, literal=True)
    needless = pl.col("nfa").fill_null(False) | ~asked.fill_null(True)
    decided = pl.col("outcome").is_not_null() | pl.col("nfa").fill_null(False) | pl.col("held_on").is_not_null()
    unnecessary = pl.when(decided).then(needless & pl.col("held_on").is_null())
    return found.with_columns(unnecessary.alias("unnecessary")).select(
        "child", "started_on", yes("unnecessary").alias("unnecessary"), "held_on",
        yes("made_plan").alias("made_plan"), "enquiries", "conferences",
    )  # fmt: skip


def children_in_need(day: Day) -> pl.DataFrame:
    """List 6: everybody with an episode of need, a plan, or a time in care that is open or has lately closed.

    The start is that of what the case status speaks of: for a child on a child in need plan the plan's, for
    others the referral's (where there is none, that of the protection plan or the time in care).
    """
    status = _status(day)
    episodes = day.of(Referral).filter(~pl.col("nfa").fill_null(False) & pl.col("on").is_not_null())
    now, closed = episodes.filter(pl.col("closed_on").is_null()), pl.col("closed_on") >= day.since
    begun = now.unique("child", keep="last", maintain_order=True).select("child", pl.col("on").alias("_on"), "need")
    present = status.join(begun, on="child", how="full", coalesce=True)
    planned = pl.col("status") == "in need plan"
    started = pl.when(planned).then(pl.col("_from")).otherwise(pl.coalesce("_on", "_from"))
    rows = [
        present.select("child", started.alias("started_on"), "need", "status", *_no_end()),
        episodes.filter(closed).select(
            "child", pl.col("on").alias("started_on"), "need", pl.lit("closed").alias("status"), "closed_on",
            pl.col("close_reason"),
        ),
    ]  # fmt: skip
    every = _with_last_seen(pl.concat(rows), day)
    return every.with_columns(labelled("need", "need"), labelled("status", "status")).sort(
        "child", "started_on", "closed_on", nulls_last=True, maintain_order=True
    )


def counted(rows: pl.DataFrame, facts: pl.DataFrame, name: str) -> pl.DataFrame:
    """The rows with the number of these facts of the same child."""
    numbers = facts.group_by("child", maintain_order=True).agg(pl.len().cast(pl.Int64).alias(name))
    return rows.join(numbers, on="child", how="left", maintain_order="left").with_columns(pl.col(name).fill_null(0))


def yes(name: str) -> pl.Expr:
    """A flag in the lists' words."""
    return pl.when(pl.col(name)).then(pl.lit("a) Yes")).when(~pl.col(name)).then(pl.lit("b) No"))


def labelled(field: str, name: str) -> pl.Expr:
    """A code in the lists' words."""
    return pl.col(name).map_elements(lambda code: label_of(field, code), return_dtype=pl.String).alias(name)


def source() -> pl.Expr:
    """The code and the words of a source."""
    both = pl.concat_str("source", pl.lit(": "), "source_words")
    return pl.coalesce(both, "source", "source_words")


def _no_end() -> list[pl.Expr]:
    return [pl.lit(None, dtype=pl.Date).alias("closed_on"), pl.lit(None, dtype=pl.String).alias("close_reason")]


def _status(day: Day) -> pl.DataFrame:
    """child, status, _from: how each child with open work stands, the weightiest first."""
    open_now = pl.col("ended_on").is_null() & pl.col("started_on").is_not_null()
    parts = [
        day.standing.of(noun)
        .filter(open_now)
        .select(
            "child", pl.lit(status).alias("status"), pl.col("started_on").alias("_from"), pl.lit(place).alias("_place")
        )
        for place, (noun, status) in enumerate(
            ((CarePeriod, "in care"), (ProtectionPlan, "protection plan"), (InNeedPlan, "in need plan"))
        )
    ]
    assessed = day.of(Assessment).filter(pl.col("authorised_on").is_null() & pl.col("started_on").is_not_null())
    parts.append(assessed.select(
        "child", pl.lit("assessment").alias("status"), pl.col("started_on").alias("_from"), pl.lit(3).alias("_place")
    ))  # fmt: skip
    every = pl.concat(parts).sort("child", "_place", "_from", maintain_order=True)
    return every.unique("child", keep="first", maintain_order=True).drop("_place")


def _with_last_seen(rows: pl.DataFrame, day: Day) -> pl.DataFrame:
    """The rows with ``seen_on``: the last visit of any kind, by the closing where there is one, that saw the child."""
    seen = pl.concat([
        day.of(noun).filter(pl.col("seen").fill_null(False)).select("child", pl.col("on").alias("seen_on"))
        for noun in VISITS
    ])  # fmt: skip
    seen = seen.filter(pl.col("seen_on").is_not_null()).unique().sort("seen_on", "child")
    ordered = rows.with_columns(pl.col("closed_on").fill_null(day.on).alias("_by")).sort("_by", maintain_order=True)
    return ordered.join_asof(
        seen, left_on="_by", right_on="seen_on", by="child", strategy="backward", coalesce=False,
        check_sortedness=False,
    ).drop("_by")  # fmt: skip
