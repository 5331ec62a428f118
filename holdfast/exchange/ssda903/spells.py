"""What a run of episodes amounts to: periods of care, homes, legal statuses.

The return has one row for each change. A period of care is a run of episodes without a gap, and reason S begins
another. A home lasts over episodes of the same placement code and postcode, until a reason says that the child
moved (P, B). A legal status lasts over episodes of the same code. Of what had begun before the first episode that
was read, the beginning is not known and stays blank.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903.frames import FILE, TURN, YEAR
from holdfast.exchange.ssda903.merging import each
from holdfast.exchange.ssda903.tables import CHILD, EPISODES
from holdfast.exchange.text import ROW

SHORT_BREAKS = ("V3", "V4")
"""Legal statuses of a series of short breaks, for which the regulations set other limits (regulation 48)."""

PLACED_FOR_ADOPTION_WITH_CARER = ("A3", "A5")
PLACED_FOR_ADOPTION = ("A4", "A6")
PLACEMENT_ORDER = "E1"
ADOPTED = ("E11", "E12")

_MOVED = ("S", "P", "B")
_NEW_HOME = ("S", "P", "B", "T", "U")
_NEW_STATUS = ("S", "L", "B", "U")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spells:
    """``episodes`` with their period and home; ``homes`` and ``statuses``, each a row with its first and last day."""

    episodes: pl.DataFrame
    homes: pl.DataFrame
    statuses: pl.DataFrame
    problems: tuple[Problem, ...]


def spells_of(rows: pl.DataFrame, last_year: int | None, known_from: date | None) -> Spells:
    """Periods, homes and statuses of merged episodes.

    ``last_year`` is the last return's year; ``known_from`` the first day of the returns that were read.
    """
    dated = rows.filter(pl.col("DECOM").is_not_null()).sort(CHILD, "DECOM", "DEC", TURN, ROW, nulls_last=True)
    dated, problems = _closed(dated)
    problems += [*_lost(dated, last_year), *_reason_without_day(dated)]
    marked = _numbered(dated)
    problems += _continued(marked, known_from)
    problems += _short_breaks(marked)
    ordinary = marked.filter(~pl.col("_short"))
    return Spells(
        episodes=pl.concat([ordinary, _undated(rows, ordinary)]),
        homes=_homes(ordinary),
        statuses=_statuses(marked),
        problems=tuple(problems),
    )


def _same_child(step: int) -> pl.Expr:
    return (pl.col(CHILD) == pl.col(CHILD).shift(step)).fill_null(False)


def _closed(rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Problem]]:
    """An episode without an end, after which the child has another: it can have lasted no longer than until then."""
    follows = pl.when(_same_child(-1)).then(pl.col("DECOM").shift(-1))
    rows = rows.with_columns(follows.alias("_next"))
    unended = rows.filter(pl.col("DEC").is_null() & pl.col("_next").is_not_null())
    problems = each(EPISODES, unended, "DEC", lambda row: (
        f"The episode of child {row[CHILD]} from {row['DECOM']} has no end in any return that was read, and the next "
        f"one starts on {row['_next']}. It was taken to have lasted until then, which is the longest it can have been."
    ))  # fmt: skip
    return rows.with_columns(pl.coalesce("DEC", "_next").alias("DEC")).drop("_next"), problems


def _lost(rows: pl.DataFrame, last_year: int | None) -> list[Problem]:
    """Children whose last episode is open, and of whom a later year's return says nothing."""
    if last_year is None:
        return []
    final = rows.unique(CHILD, keep="last", maintain_order=True)
    gone = final.filter(pl.col("DEC").is_null() & (pl.col(YEAR) < last_year).fill_null(False))
    return each(EPISODES, gone, "DEC", lambda row: (
        f"Child {row[CHILD]} was in care at the end of this return's year, and no later return that was read has the "
        "child. Whether and when care ended is not known. It counts as not ended, so what is due since then may be "
        "shown as not done; find out where the child is."
    ))  # fmt: skip


def _reason_without_day(rows: pl.DataFrame) -> list[Problem]:
    """Episodes that say why care ended and not when."""
    ended = pl.col("DEC").is_null() & pl.col("REC").is_not_null() & (pl.col("REC") != "X1")
    return each(EPISODES, rows.filter(ended), "REC", lambda row: (
        f"It says why care ended for child {row[CHILD]}, and DEC, the day it ended, is blank. The reason was kept, "
        "and the child counts as still in care."
    ))  # fmt: skip


def _continued(rows: pl.DataFrame, known_from: date | None) -> list[Problem]:
    """Periods that begin within the years read, with an episode that says it continues another."""
    if known_from is None:
        return []
    begun = pl.col("_period_new") & (pl.col("RNE") != "S").fill_null(True) & ~pl.col("_short")
    return each(EPISODES, rows.filter(begun & (pl.col("DECOM") >= known_from)), "RNE", lambda row: (
        f"The episode of child {row[CHILD]} from {row['DECOM']} does not say that the child came into care then (S), "
        "and no episode that was read leads up to it. So the day of coming into care is not known, and nothing is "
        "counted from it."
    ))  # fmt: skip


def _numbered(rows: pl.DataFrame) -> pl.DataFrame:
    """Each episode with the numbers of its period, home and status, and whether each of them begins with it."""
    gap = (pl.col("DECOM") > pl.col("DEC").shift(1)).fill_null(False)
    begun = ~_same_child(1) | (pl.col("RNE") == "S").fill_null(False) | gap
    rows = rows.with_columns(begun.alias("_period_new"))
    moved = pl.col("RNE").is_in(_MOVED).fill_null(False)
    for name in ("PLACE", "PL_POST"):
        moved |= pl.col(name).ne_missing(pl.col(name).shift(1))
    turned = pl.col("LS").ne_missing(pl.col("LS").shift(1))
    rows = rows.with_columns(
        (pl.col("_period_new") | moved).alias("_home_new"), (pl.col("_period_new") | turned).alias("_status_new")
    )
    counts = [
        pl.col(f"_{name}_new").cast(pl.Int64).cum_sum().over(CHILD).alias(f"_{name}")
        for name in ("period", "home", "status")
    ]
    short = pl.col("LS").is_in(SHORT_BREAKS).fill_null(False)
    rows = rows.with_columns(counts).with_columns(short.all().over(CHILD, "_period").alias("_short"))
    known = pl.when(pl.col("RNE").first() == "S").then(pl.col("DECOM").first())
    return rows.with_columns(
        known.over(CHILD, "_period").alias("_entered"),
        _named("care", "_period").alias("period"),
        _named("home", "_home").alias("placement"),
    )


def _named(word: str, number: str) -> pl.Expr:
    return pl.concat_str([pl.col(CHILD), pl.lit(f"/{word}-"), pl.col(number).cast(pl.String)])


def _short_breaks(rows: pl.DataFrame) -> list[Problem]:
    """Periods that are nothing but short breaks: kept, and no ordinary time in care."""
    first = rows.filter(pl.col("_short")).unique([CHILD, "_period"], keep="first", maintain_order=True)
    return each(EPISODES, first, "LS", lambda row: (
        f"Child {row[CHILD]} is looked after from {row['DECOM']} in short breaks only, for which the regulations set "
        "other limits than for other children in care, and those are not worked out here. The episodes were kept and "
        "nothing is counted from them."
    ))  # fmt: skip


def _undated(rows: pl.DataFrame, like: pl.DataFrame) -> pl.DataFrame:
    """Episodes without a day to start on, in the shape of the others."""
    undated = rows.filter(pl.col("DECOM").is_null())
    missing = [pl.lit(None, dtype=kind).alias(name) for name, kind in like.schema.items() if name not in rows.columns]
    return undated.with_columns(missing).select(like.columns)


def _homes(rows: pl.DataFrame) -> pl.DataFrame:
    """One row for each home. Where the first episode that was read only changes the legal status, the child was
    there before, and the first day is not known."""
    known = pl.col("RNE").first().is_in(_NEW_HOME).fill_null(False) | ~pl.col("_period_new").first()
    return rows.group_by(CHILD, "_home", maintain_order=True).agg(
        pl.col("placement", "period", FILE, ROW).first(),
        pl.when(known).then(pl.col("DECOM").first()).alias("started_on"),
        pl.col("DEC").last().alias("ended_on"),
        pl.col("PLACE", "PL_POST").first(),
        pl.col("URN").drop_nulls().last(),
        pl.col("PLACE_PROVIDER").drop_nulls().last(),
        pl.col("REASON_PLACE_CHANGE").last(),
    )


def _statuses(rows: pl.DataFrame) -> pl.DataFrame:
    """One row for each legal status; short breaks among them."""
    known = pl.col("RNE").first().is_in(_NEW_STATUS).fill_null(False) | ~pl.col("_period_new").first()
    return (
        rows.group_by(CHILD, "_status", maintain_order=True)
        .agg(
            pl.col("LS").first(),
            pl.when(known).then(pl.col("DECOM").first()).alias("started_on"),
            pl.col("DEC").last().alias("ended_on"),
        )
        .filter(pl.col("LS").is_not_null())
    )
