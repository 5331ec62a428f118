"""Who the children are: the header, and the dates of birth that every other table repeats."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903.frames import FILE, TURN
from holdfast.exchange.ssda903.merging import each, latest
from holdfast.exchange.ssda903.tables import CHILD, HEADER, ReturnTable
from holdfast.exchange.text import ROW

_SAYS: Mapping[str, Any] = {
    "SEX": pl.String, "DOB": pl.Date, "ETHNIC": pl.String, "UPN": pl.String, "MOTHER": pl.Boolean,
}  # fmt: skip
_PEOPLE: Mapping[str, Any] = {CHILD: pl.String, **_SAYS, FILE: pl.String, ROW: pl.Int64}


def people_of(rows: Mapping[ReturnTable, pl.DataFrame]) -> tuple[pl.DataFrame, list[Problem]]:
    """child, SEX, DOB, ETHNIC, UPN, MOTHER: one row for each child in any table, and what was wrong.

    The last header that says something counts, item by item. Where no header has a date of birth, another
    table's is taken.
    """
    problems: list[Problem] = []
    told = [_births(table, frame) for table, frame in rows.items() if table is not HEADER]
    if HEADER in rows:
        header = rows[HEADER]
        problems += latest(HEADER, header, ())[1]
        problems += _changed_births(header)
        filled = (
            header.sort(TURN, ROW)
            .group_by(CHILD, maintain_order=True)
            .agg(pl.col(*_SAYS).drop_nulls().last(), pl.col(FILE, ROW).last())
        )
        problems += _strangers(rows, filled)
    else:
        filled = pl.DataFrame(schema=_PEOPLE)
    elsewhere = _elsewhere(told)
    problems += _other_births(filled, told, rows)
    people = filled.join(elsewhere, on=CHILD, how="full", coalesce=True).with_columns(
        pl.coalesce("DOB", "_born").alias("DOB"), pl.coalesce(FILE, "_file_there").alias(FILE),
        pl.coalesce(ROW, "_row_there").alias(ROW),
    )  # fmt: skip
    problems += _unborn(people)
    return people.sort(CHILD), problems


def _births(table: ReturnTable, frame: pl.DataFrame) -> pl.DataFrame:
    """CHILD, DOB and where it stands; DOB is null in a table that does not have it."""
    born = pl.col("DOB") if "DOB" in frame.columns else pl.lit(None, dtype=pl.Date).alias("DOB")
    return frame.select(CHILD, born, pl.lit(table.name).alias("_table"), FILE, ROW, TURN)


def _elsewhere(told: list[pl.DataFrame]) -> pl.DataFrame:
    """Each child in another table than the header: the last date of birth there, and where the child stands first."""
    if not told:
        return pl.DataFrame(
            schema={CHILD: pl.String, "_born": pl.Date, "_file_there": pl.String, "_row_there": pl.Int64}
        )
    return (
        pl.concat(told)
        .sort(TURN, "_table", ROW, maintain_order=True)
        .group_by(CHILD, maintain_order=True)
        .agg(
            pl.col("DOB").drop_nulls().last().alias("_born"), pl.col(FILE).first().alias("_file_there"),
            pl.col(ROW).first().alias("_row_there"),
        )
    )  # fmt: skip


def _changed_births(header: pl.DataFrame) -> list[Problem]:
    """Children to whom two years' headers give different dates of birth."""
    ordered = header.filter(pl.col("DOB").is_not_null()).sort(CHILD, TURN, ROW)
    before = pl.when(pl.col(CHILD) == pl.col(CHILD).shift(1)).then(pl.col("DOB").shift(1))
    changed = ordered.with_columns(before.alias("_before")).filter(
        (pl.col("DOB") != pl.col("_before")).fill_null(False)
    )
    return each(HEADER, changed, "DOB", lambda row: (
        f"An earlier return says that child {row[CHILD]} was born on {row['_before']}, so one of the two is wrong, or "
        "the id belongs to two children. This later one was used."
    ))  # fmt: skip


def _strangers(rows: Mapping[ReturnTable, pl.DataFrame], header: pl.DataFrame) -> list[Problem]:
    """Children in a table and in no header: one problem a child and table."""
    found: list[Problem] = []
    for table, frame in rows.items():
        if table is HEADER:
            continue
        missing = frame.join(header.select(CHILD), on=CHILD, how="anti", maintain_order="left")
        first = missing.unique(CHILD, keep="first", maintain_order=True)
        found += each(table, first, CHILD, lambda row: (
            "This child is in no header that was read, so sex and ethnicity are not known. The row was kept; the date "
            "of birth was taken from the other tables where one has it."
        ))  # fmt: skip
    return found


def _other_births(
    header: pl.DataFrame, told: list[pl.DataFrame], rows: Mapping[ReturnTable, pl.DataFrame]
) -> list[Problem]:
    """Rows of other tables whose date of birth is not the header's: the first of each child and table."""
    tables = {table.name: table for table in rows}
    found: list[Problem] = []
    for frame in told:
        other = frame.join(header.select(CHILD, pl.col("DOB").alias("_header")), on=CHILD, how="inner")
        wrong = other.filter((pl.col("DOB") != pl.col("_header")).fill_null(False)).sort(TURN, ROW)
        first = wrong.unique(CHILD, keep="first", maintain_order=True)
        for name, table in tables.items():
            some = first.filter(pl.col("_table") == name)
            found += each(table, some, "DOB", lambda row: (
                f"The header says that child {row[CHILD]} was born on {row['_header']}, so one of the two is wrong. "
                "The header's date of birth was used."
            ))  # fmt: skip
    return found


def _unborn(people: pl.DataFrame) -> list[Problem]:
    """Children without any date of birth."""
    return each(HEADER, people.filter(pl.col("DOB").is_null()).sort(CHILD), "DOB", lambda row: (
        f"Child {row[CHILD]} has no date of birth in any table, so nothing that hangs on age can be said (health "
        "assessments, leaving care). Everything else was read."
    ))  # fmt: skip
