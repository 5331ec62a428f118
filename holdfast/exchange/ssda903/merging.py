"""Several files of one table put together: of the same row in two returns, the later one's counts."""

from collections.abc import Callable, Iterable

import polars as pl

from holdfast.dates import say
from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903.frames import FILE, TURN, YEAR
from holdfast.exchange.ssda903.tables import CHILD, ReturnTable
from holdfast.exchange.text import ROW

_NUMBER = "_number"
TOLD_APART_BY = ("RNE", "LS", "PLACE")
"""What tells two episodes of one child that start on one day from each other."""


def each(
    table: ReturnTable, rows: pl.DataFrame, column: str, reason: Callable[[dict[str, object]], str]
) -> list[Problem]:
    """A problem for each of the rows, at this column."""
    return [
        Problem(
            file=row[FILE], table=table.name, row=row[ROW], column=column,
            value=None if row[column] is None else str(row[column]), reason=reason(row),
        )
        for row in rows.iter_rows(named=True)
    ]  # fmt: skip


def together(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """The rows of every file in the order in which they count, the last to count at the end."""
    return pl.concat(list(frames)).sort(TURN, ROW, maintain_order=True).with_row_index(_NUMBER)


def latest(table: ReturnTable, rows: pl.DataFrame, key: tuple[str, ...]) -> tuple[pl.DataFrame, list[Problem]]:
    """One row for each child and key: the last that counts. Within one file, what is repeated is said.

    A row whose key has a blank in it is told from no other, so it stays.
    """
    whose = [CHILD, *key]
    rows, problems = _once(table, rows, whose)
    whole = pl.all_horizontal([pl.col(name).is_not_null() for name in whose])
    blank, rows = rows.filter(~whole), rows.filter(whole)
    inside = [*whose, TURN]
    doubled = rows.filter(rows.select(inside).is_duplicated())
    outdone = doubled.join(doubled.unique(inside, keep="last", maintain_order=True), on=_NUMBER, how="anti")
    problems += each(table, outdone.sort(_NUMBER), whose[-1], lambda row: (
        f"A later row of this file is about the same thing ({_named(row, whose)}) and says something else. The "
        f"later row was used; this one said: {_said(row)}."
    ))  # fmt: skip
    kept = rows.unique(whose, keep="last", maintain_order=True)
    return pl.concat([kept, blank]).sort(_NUMBER), problems


def latest_episodes(table: ReturnTable, rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Problem]]:
    """One row for each episode, told by the child and the day it starts.

    Where one file has two for a child on one day, what they say besides (``TOLD_APART_BY``) tells which of them
    a row of another year is; both stay, and it is said. An end that a later return has changed is said too.
    """
    whose = [CHILD, "DECOM"]
    rows, problems = _once(table, rows, [*whose, *TOLD_APART_BY, "DEC", "REC"])
    dated, undated = rows.filter(pl.col("DECOM").is_not_null()), rows.filter(pl.col("DECOM").is_null())
    crowded = dated.filter(dated.select([*whose, TURN]).is_duplicated()).select(whose).unique()
    marked = dated.join(crowded.with_columns(pl.lit(True).alias("_crowded")), on=whose, how="left")
    apart = [pl.when(pl.col("_crowded")).then(pl.col(name)).alias(f"_{name}") for name in TOLD_APART_BY]
    marked = marked.sort(_NUMBER).with_columns(apart)
    key = [*whose, *(f"_{name}" for name in TOLD_APART_BY)]
    kept = marked.unique(key, keep="last", maintain_order=True)
    problems += _changed_ends(table, marked, kept, key)
    twice = kept.filter(pl.col("_crowded").fill_null(False) & kept.select(whose).is_duplicated())
    problems += each(table, twice, "DECOM", lambda row: (
        f"Child {row[CHILD]} has more than one episode that starts on this day, and an episode lasts until "
        "another day. All were read; which came first cannot be told."
    ))  # fmt: skip
    return pl.concat([kept.select(undated.columns), undated]).sort(_NUMBER), problems


def _once(table: ReturnTable, rows: pl.DataFrame, whose: list[str]) -> tuple[pl.DataFrame, list[Problem]]:
    """The same row again in one file counts once, and it is said; again in another year's file it is usual."""
    said = [name for name in rows.columns if name not in (_NUMBER, ROW, YEAR)]
    if not rows.select(said).is_duplicated().any():
        return rows, []
    once = rows.unique(said, keep="first", maintain_order=True)
    again = rows.join(once, on=_NUMBER, how="anti")
    return once, each(table, again, whose[-1] if len(whose) < 3 else whose[1], lambda _: (
        "The same row stands there more than once. It was read once."
    ))  # fmt: skip


def _changed_ends(table: ReturnTable, rows: pl.DataFrame, kept: pl.DataFrame, key: list[str]) -> list[Problem]:
    """Episodes that an earlier return says ended on another day than the return that counts."""
    now = kept.select(*key, pl.col("DEC").alias("_end"), pl.col(FILE).alias("_by"), pl.col(TURN).alias("_last"))
    both = rows.filter(pl.col("DEC").is_not_null()).join(now, on=key, how="inner", nulls_equal=True)
    changed = both.filter((pl.col(TURN) < pl.col("_last")) & pl.col("DEC").ne_missing(pl.col("_end")))
    return each(table, changed.sort(_NUMBER), "DEC", lambda row: (
        f"This return says that the episode of child {row[CHILD]} ended then, and the later {row['_by']} says that "
        f"it {_ended(row['_end'])}. The later return was used."
    ))  # fmt: skip


def _ended(day: object) -> str:
    return "has not ended" if day is None else f"ended on {say(day)}"  # type: ignore[arg-type]


def _named(row: dict[str, object], whose: list[str]) -> str:
    return ", ".join(f"{name} {row[name]}" for name in whose)


def _said(row: dict[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if name[0] != "_" and value is not None)
