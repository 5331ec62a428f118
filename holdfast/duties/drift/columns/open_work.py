"""Column twins of ``holdfast.duties.drift.open_work``; see there for what each means."""

import polars as pl

from holdfast.dates.columns import add_months_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import day
from holdfast.duties.drift.open_work import ABOUT_A_LOOK, ABOUT_A_PAUSE, ABOUT_A_PLAN, OPEN_BY, OTHER_PARTS
from holdfast.duties.drift.rule import Pause, number
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Application, PreProceedings
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.oversight import ManagementDecision


def open_since_each(standing: StandingColumns) -> pl.DataFrame:
    """child, _opened: the first day of the open work, for each child who has any."""
    parts = [pl.DataFrame(schema={"child": pl.String, "_opened": pl.Date})]
    for table, noun, start, end in OPEN_BY:
        if not standing.held.has(table):
            continue
        running = pl.col(start).is_not_null() & pl.col(end).is_null()
        if noun is Referral:
            running &= ~pl.col("nfa").fill_null(False)
        parts.append(standing.of(noun).filter(running).select("child", pl.col(start).alias("_opened")))
    opened = pl.concat(parts).group_by("child").agg(pl.col("_opened").min())
    return opened.join(standing.deaths, on="child", how="anti")


def is_recent_each(one: pl.Expr, standing: StandingColumns, settings: Settings) -> pl.Expr:
    """Twin of ``is_recent``; false where the day is not known."""
    return (add_months_each(one, number(settings, "look-back-months")) >= day(standing.today)).fill_null(False)


def decisions(standing: StandingColumns) -> pl.DataFrame:
    """child, _decided, _about: the days of ``decision_days``, with the id each names, if any."""
    managed = standing.of(ManagementDecision).filter(pl.col("about") == ABOUT_A_PLAN)
    nobody = pl.lit(None, dtype=pl.String).alias("_about")
    parts = [
        managed.select("child", pl.col("on").alias("_decided"), pl.col("subject").alias("_about")),
        standing.of(PreProceedings).select("child", pl.col("decided_on").alias("_decided"), nobody),
        standing.of(Application).select("child", pl.col("issued_on").alias("_decided"), nobody),
    ]
    return pl.concat(parts).filter(pl.col("_decided").is_not_null())


def decided_about(rows: pl.DataFrame, subject: str, standing: StandingColumns) -> pl.DataFrame:
    """The rows (with ``_row``) each beside every decision of its child that may be about its ``subject``."""
    pairs = rows.join(decisions(standing), on="child", how="inner")
    named = pl.col(subject).is_null() | pl.col("_about").is_null() | (pl.col("_about") == pl.col(subject))
    return pairs.filter(named)


def last_each(
    standing: StandingColumns,
    name: str,
    *sources: tuple[type[Fact], str, pl.Expr | None],
    among: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """child, ``name``: the last known day of these fields, over all the nouns; a condition may narrow each.

    ``among`` narrows it to the children of a frame.
    """
    parts = [pl.DataFrame(schema={"child": pl.String, name: pl.Date})]
    for noun, field, where in sources:
        frame = standing.of(noun)
        frame = frame if where is None else frame.filter(where)
        frame = frame if among is None else frame.join(among.select("child").unique(), on="child", how="semi")
        parts.append(frame.select("child", pl.col(field).alias(name)))
    return pl.concat(parts).group_by("child").agg(pl.col(name).max())


LOOKS = (ManagementDecision, "on", pl.col("about") == ABOUT_A_LOOK)
"""A manager's look, as a source of ``last_each``."""


def is_own_worker_each() -> pl.Expr:
    """Twin of ``is_own_worker``."""
    other = pl.col("role").str.contains(OTHER_PARTS).fill_null(False)
    return pl.col("professional").is_not_null() & ~other


def pauses_each(standing: StandingColumns) -> dict[str, list[Pause]]:
    """Twin of ``pauses_of``: the pauses in force by child."""
    active = (pl.col("about") == ABOUT_A_PAUSE) & pl.col("on").is_not_null() & (pl.col("reason") != "")
    found: dict[str, list[Pause]] = {}
    rows = standing.of(ManagementDecision).filter(active & (pl.col("until") >= day(standing.today)))
    for child, subject, until, reason in rows.select("child", "subject", "until", "reason").iter_rows():
        found.setdefault(child, []).append(Pause(subject=subject, until=until, reason=reason))
    return found
