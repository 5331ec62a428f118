"""Count the limit and say how each clock stands: the twin of ``clock.settle``."""

from datetime import date, datetime

import polars as pl

from holdfast.dates import Hours, Limit
from holdfast.dates.columns import after_each, after_moment_each, days_left_each, hours_left_each
from holdfast.duties.clock import LATEST, UNSURE, after_words, before_words, evidence_of, limit_of, what_is_missing
from holdfast.duties.columns.occasions import NO_DAY, NO_TIME, occasions_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.duty import Asked, Way
from holdfast.duties.settings import Settings
from holdfast.duties.standing import told_until

CLOCK_COLUMNS = (
    "child", "duty", "way", "index", "started_on", "started_at", "due_on", "due_at", "met_on", "ended_on",
    "state", "days", "unit", "missing", "died", "also_on",
)  # fmt: skip
START_COLUMNS = ("_noun", "_start")
"""Which fact each clock starts from: its noun and its place among them; gone once each start is there once."""


def clocks_of_way(asked: Asked, number: int, standing: StandingColumns, settings: Settings) -> pl.DataFrame | None:
    """Every clock of one way of one duty, with ``START_COLUMNS``; None when the extract cannot hold its start."""
    way = asked.ways[number]
    if not standing.has(way.starts.noun, way.starts.on):
        return None
    limit = limit_of(asked, way, settings)
    found = _due(way, limit, occasions_of(way, standing))
    found = _unknown(way, found, what_is_missing(way, standing.has), standing)
    found = _left(found, limit, standing.moment)
    found = _state(found, settings.lead(asked.code, limit.unit), settings.lead(asked.code, "days"), standing.moment)
    if way.mark:
        found = found.with_columns(pl.col("state").replace("overdue", "running"))
    say = pl.col("state") != "cannot_say"
    return found.select(
        "child", pl.lit(asked.code).alias("duty"), pl.lit(number, dtype=pl.Int64).alias("way"), "index",
        pl.col("counted_from").alias("started_on"), pl.col("_at").alias("started_at"), "due_on", "due_at",
        pl.when(say).then(pl.col("_met")).alias("met_on"), pl.col("_ended").alias("ended_on"), "state",
        pl.when(say).then(pl.col("_left")).alias("days"), "unit",
        pl.when(~say).then(pl.col("_missing")).alias("missing"),
        ((pl.col("state") == "ended") & (pl.col("_ended") == pl.col("_died")).fill_null(False)).alias("died"),
        (pl.col(way.starts.also) if way.starts.also else NO_DAY).alias("also_on"),
        pl.lit(way.starts.noun.__name__).alias("_noun"), "_start",
    )  # fmt: skip


def _due(way: Way, limit: Limit, found: pl.DataFrame) -> pl.DataFrame:
    if way.cannot:
        return found.with_columns(NO_DAY.alias("due_on"), NO_TIME.alias("due_at"))
    if way.due is not None:
        return found.with_columns(pl.col("_due").alias("due_on"), NO_TIME.alias("due_at"))
    by_day = after_each(limit, pl.col("counted_from"))
    if not isinstance(limit, Hours):
        return found.with_columns(by_day.alias("due_on"), NO_TIME.alias("due_at"))
    found = found.with_columns(after_moment_each(limit, pl.col("_at")).alias("due_at"))
    return found.with_columns(pl.coalesce(pl.col("due_at").dt.date(), by_day).alias("due_on"))


def _is_late() -> pl.Expr:
    by_time = pl.col("due_at").is_not_null() & pl.col("_met_at").is_not_null()
    late = pl.when(by_time).then(pl.col("_met_at") > pl.col("due_at")).otherwise(pl.col("_met") > pl.col("due_on"))
    return late.fill_null(False)


def _unknown(way: Way, found: pl.DataFrame, missing: str | None, standing: StandingColumns) -> pl.DataFrame:
    found = found.with_columns(_is_late().alias("_late"))
    if missing is not None:
        return found.with_columns(pl.lit(missing).alias("_missing"))
    since = standing.held.known_from.get(evidence_of(way))
    until = told_until(standing.held, evidence_of(way)) if way.met is not None else None
    unsure = pl.col("_unsure") & (pl.col("_met").is_null() | pl.col("_late"))
    before = pl.col("_before") & (pl.col("_met").is_null() | pl.col("_late"))
    after = pl.lit(until is not None and standing.today > until) & _still_open(until)
    words = (
        pl.when(unsure).then(pl.lit(UNSURE))
        .when(pl.col("_latest") & pl.col("_late")).then(pl.lit(LATEST))
        .when(before).then(pl.lit(before_words(since) if since else None, dtype=pl.String))
        .when(after).then(pl.lit(after_words(until) if until else None, dtype=pl.String))
    )  # fmt: skip
    return found.with_columns(words.cast(pl.String).alias("_missing"))


def _still_open(day: date | None) -> pl.Expr:
    """True when by the end of this day it was neither done nor over nor late."""
    until = pl.lit(day, dtype=pl.Date)
    over, late = (pl.col("_ended") <= until).fill_null(False), (pl.col("due_on") <= until).fill_null(False)
    return pl.col("_met").is_null() & ~over & ~late


def _left(found: pl.DataFrame, limit: Limit, moment: datetime) -> pl.DataFrame:
    today = pl.lit(moment.date(), dtype=pl.Date)
    reference = pl.coalesce(pl.col("_met"), today)
    if not isinstance(limit, Hours):
        left = days_left_each(limit, pl.col("due_on"), reference)
        return found.with_columns(
            left.cast(pl.Int64).alias("_left"), left.cast(pl.Int64).alias("_lead_left"),
            pl.lit(limit.unit).alias("unit"),
        )  # fmt: skip
    timed = pl.col("due_at").is_not_null()
    by_hours = timed & (pl.col("_met").is_null() | pl.col("_met_at").is_not_null())
    at = pl.coalesce(pl.col("_met_at"), pl.lit(moment).cast(pl.Datetime("us", "Europe/London")))
    hours = hours_left_each(pl.col("due_at"), at)
    days = (pl.col("due_on") - reference).dt.total_days()
    return found.with_columns(
        pl.when(by_hours).then(hours).otherwise(days).alias("_left"),
        pl.when(timed).then(hours).otherwise(days).alias("_lead_left"),
        pl.when(by_hours).then(pl.lit("hours")).otherwise(pl.lit("days")).alias("unit"),
    )


def _state(found: pl.DataFrame, lead: int, lead_in_days: int, moment: datetime) -> pl.DataFrame:
    over_at = pl.when(pl.col("due_at").is_not_null()).then(pl.lit(moment) > pl.col("due_at"))
    over = over_at.otherwise(pl.lit(moment.date()) > pl.col("due_on"))
    leading = pl.when(pl.col("unit") == "days").then(lead_in_days).otherwise(lead)
    state = (
        pl.when(pl.col("_missing").is_not_null()).then(pl.lit("cannot_say"))
        .when(pl.col("_met").is_not_null() & pl.col("_late")).then(pl.lit("met_late"))
        .when(pl.col("_met").is_not_null()).then(pl.lit("met"))
        .when(pl.col("_ended").is_not_null()).then(pl.lit("ended"))
        .when(pl.col("due_on").is_null()).then(pl.lit("running"))
        .when(over).then(pl.lit("overdue"))
        .when(pl.col("_lead_left") <= leading).then(pl.lit("due_soon"))
        .otherwise(pl.lit("running"))
    )  # fmt: skip
    return found.with_columns(state.alias("state"))
