"""Cells of text to days, times, yes or no, numbers and ids, with a problem for each bad cell.

A cell that cannot be read becomes blank and a ``Problem``, never a guess and never a dropped row. The usual
ways of writing are read by polars over the whole column; the rest, cell by cell, in ``moments``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from holdfast.exchange.moments import FIRST_YEAR, LAST_YEAR, LEAPT, NotADay, believable, moment_in
from holdfast.exchange.problems import Problem
from holdfast.exchange.text import ROW, TextTable
from holdfast.record.columns import TIME
from holdfast.record.field import Kind

_CLOCK = r"(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?"
_ISO = rf"^\d{{4}}-\d{{2}}-\d{{2}}{_CLOCK}$"
_UK = rf"^\d{{2}}/\d{{2}}/\d{{4}}{_CLOCK}$"
_NUMBER = r"^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$"
_YES = ("y", "yes", "true", "t", "1", "1.0", "x", "✓", "ticked", "checked")
_NO = ("n", "no", "false", "f", "0", "0.0")
_SILENT = (
    "u",
    "unknown",
    "not known",
    "not recorded",
    "not stated",
    "n/k",
    "nk",
    "n/a",
    "na",
    "none",
    "null",
    "-",
)
_SO = "The cell counts as not recorded, so what is counted from it cannot be said."


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A column of text cells and where it stands: blanks are null, ``rows`` are lines of the file."""

    file: str
    table: str | None
    column: str
    rows: pl.Series
    text: pl.Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """A column that was read: as long as its cells, null where nothing was recorded or could be read."""

    values: pl.Series
    problems: tuple[Problem, ...] = ()


def cells_of(table: TextTable, column: str, name: str | None = None) -> Cells:
    """The cells of one column of a text table; ``name`` is what problems call the table."""
    frame = table.frame
    return Cells(file=table.file, table=name, column=column, rows=frame[ROW], text=frame[column])


def of_kind(kind: Kind, cells: Cells) -> Values:
    """The cells read as this kind of field."""
    readers: dict[str, Callable[[Cells], Values]] = {
        "day": days, "time": times, "flag": flags, "number": numbers, "text": words, "json": words,
    }  # fmt: skip
    return readers[kind](cells)


def days(cells: Cells) -> Values:
    """Days: ISO or UK, with or without a time of day; an offset is taken to London first."""
    told = _moments(cells)
    return Values(values=told["day"], problems=_problems(cells, told["why"]))


def times(cells: Cells) -> Values:
    """The time of day of a day column, in London time; midnight counts as no time of day.

    Cells that hold no day are reported by ``days``, not a second time here; only an hour that the clocks
    leapt over is.
    """
    told = _moments(cells)
    return Values(values=told["at"], problems=_problems(cells, told["lost"]))


def flags(cells: Cells) -> Values:
    """Yes or no: Y/N, yes/no, 1/0, true/false, in any case; 'unknown' is simply not recorded."""
    text = cells.text.str.to_lowercase()
    frame = pl.DataFrame({"text": text}).select(
        value=pl.when(pl.col("text").is_in(_YES)).then(True).when(pl.col("text").is_in(_NO)).then(False),
        silent=pl.col("text").is_in(_SILENT) | pl.col("text").is_null(),
    )
    bad = frame["value"].is_null() & ~frame["silent"]
    reason = f"This column says yes or no, and the cell is neither. {_SO} Write Y or N."
    return Values(values=frame["value"], problems=_problems(cells, _where(bad, reason)))


def numbers(cells: Cells) -> Values:
    """Numbers, with or without commas between thousands."""
    frame = pl.DataFrame({"text": cells.text}).select(
        value=pl.when(pl.col("text").str.contains(_NUMBER))
        .then(pl.col("text").str.replace_all(",", "", literal=True))
        .cast(pl.Float64, strict=False)
    )
    bad = frame["value"].is_null() & cells.text.is_not_null()
    reason = f"This column holds numbers, and the cell is none. {_SO}"
    return Values(values=frame["value"], problems=_problems(cells, _where(bad, reason)))


def ids(cells: Cells) -> Values:
    """Ids as text: without a spreadsheet's ``.0`` or the mark before a formula; a rounded one is reported.

    A cell with an unpaired quotation mark is no id: it was left over by a row whose quoting is broken, and taken
    as an id it would be a child whom nobody knows.
    """
    unpaired = pl.col("text").str.count_matches('"', literal=True) % 2 == 1
    told = pl.col("text").str.replace(r"^(\d+)\.0+$", "$1").str.replace(r"^'('*[=+\-@])", "$1")
    frame = pl.DataFrame({"text": cells.text}, schema={"text": pl.String}).select(
        value=pl.when(~unpaired).then(told),
        unpaired=unpaired.fill_null(False),
        rounded=pl.col("text").str.contains(r"^\d(?:\.\d+)?[eE]\+\d+$").fill_null(False),
    )
    reason = (
        "A spreadsheet has rounded this id, so it may now be shared by several children. It was kept as it "
        "stands; export it again without opening it in a spreadsheet."
    )
    broken = (
        "A quotation mark in this id is not paired, so where the id ends is not certain. It was not taken as an id, "
        "so that nobody is made up from it. Mend the marks and read the file again."
    )
    found = (*_problems(cells, _where(frame["rounded"], reason)), *_problems(cells, _where(frame["unpaired"], broken)))
    return Values(values=frame["value"], problems=found)


def words(cells: Cells) -> Values:
    """Text as it stands; a mark put before a sign that a spreadsheet would run as a formula is taken off."""
    return Values(values=cells.text.str.replace(r"^'('*[=+\-@])", "$1"))


def _moments(cells: Cells) -> pl.DataFrame:
    """For each cell its day, its time of day, why it holds no day, and why its time was lost."""
    every = pl.DataFrame({"cell": cells.text.unique()}).drop_nulls().with_columns(_usual())
    odd = every.filter(pl.col("day").is_null())["cell"].to_list()
    every = every.filter(pl.col("day").is_not_null()).with_columns(
        pl.lit(None, pl.String).alias("why"),
        pl.when(pl.col("leapt")).then(pl.lit(LEAPT)).alias("lost"),
    ).drop("leapt")  # fmt: skip
    read = pl.concat([every, _unusual(odd)])
    wanted = pl.DataFrame({"cell": cells.text})
    return wanted.join(read, on="cell", how="left", maintain_order="left")


def _usual() -> list[pl.Expr]:
    cell = pl.col("cell")
    plain = cell.str.replace("T", " ", literal=True)
    plain = pl.when(plain.str.len_chars() == 16).then(plain + ":00").otherwise(plain)
    iso, uk = cell.str.contains(_ISO), cell.str.contains(_UK)
    head = cell.str.head(10)
    day = (
        pl.when(iso).then(head.str.to_date("%Y-%m-%d", strict=False))
        .when(uk).then(head.str.to_date("%d/%m/%Y", strict=False))
    )  # fmt: skip
    sound = pl.when(day.dt.year().is_between(FIRST_YEAR, LAST_YEAR)).then(day)
    naive = (
        pl.when(iso).then(plain.str.to_datetime("%Y-%m-%d %H:%M:%S%.f", strict=False, time_unit="us"))
        .when(uk).then(plain.str.to_datetime("%d/%m/%Y %H:%M:%S%.f", strict=False, time_unit="us"))
    )  # fmt: skip
    told = pl.when(naive.dt.time() != pl.time(0, 0, 0)).then(naive)
    at = told.dt.replace_time_zone("Europe/London", ambiguous="earliest", non_existent="null")
    return [
        pl.when(~_no_clock(plain)).then(sound).alias("day"),
        at.alias("at"),
        (told.is_not_null() & at.is_null()).fill_null(False).alias("leapt"),
    ]


def _no_clock(plain: pl.Expr) -> pl.Expr:
    """Whether the time of day is none (25:61); such a cell is read the slow way, which says so."""
    parts = ((11, 23), (14, 59), (17, 59))
    return pl.any_horizontal(
        [(plain.str.slice(start, 2).cast(pl.Int8, strict=False) > most).fill_null(False) for start, most in parts]
    )


def _unusual(cells: list[str]) -> pl.DataFrame:
    schema: dict[str, Any] = {
        "cell": pl.String,
        "day": pl.Date,
        "at": TIME,
        "why": pl.String,
        "lost": pl.String,
    }
    return pl.DataFrame([_one(cell) for cell in cells], schema=schema, orient="row")


def _one(cell: str) -> tuple[object, ...]:
    """The slow reading of one cell: cell, day, moment, why no day, why no time."""
    try:
        day, at, lost = moment_in(cell)
    except NotADay as reason:
        return cell, None, None, f"{reason} {_SO} Write the day as 2026-06-01 or 01/06/2026.", None
    doubt = believable(day)
    if doubt:
        return cell, None, None, f"{doubt} {_SO}", None
    return cell, day, at, None, lost


def _where(bad: pl.Series, reason: str) -> pl.Series:
    return pl.DataFrame({"bad": bad}).select(pl.when(pl.col("bad")).then(pl.lit(reason)))["literal"]


def _problems(cells: Cells, why: pl.Series) -> tuple[Problem, ...]:
    """A problem for each cell for which there is a reason."""
    if why.null_count() == len(why):
        return ()
    bad = pl.DataFrame({"row": cells.rows, "value": cells.text, "why": why}).filter(pl.col("why").is_not_null())
    return tuple(
        Problem(file=cells.file, table=cells.table, row=row, column=cells.column, value=value, reason=reason)
        for row, value, reason in bad.iter_rows()
    )
