"""One table of one file as typed columns: ids, days, codes in capitals; a problem for each bad cell."""

from dataclasses import dataclass

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903.sources import Source
from holdfast.exchange.ssda903.tables import CHILD, known_codes
from holdfast.exchange.ssda903.years import after_the_year
from holdfast.exchange.text import ROW
from holdfast.exchange.values import Cells, Values, days, flags, ids, words

FILE = "_file"
YEAR = "_year"
TURN = "_turn"
"""Working columns: the file, its return's year (null where not told), and the order in which rows count."""

_IDS = frozenset({CHILD, "SW_ID", "UPN", "URN"})
_FLAGS = frozenset({"MOTHER"})
_PLAIN = frozenset({"PL_POST"})
_SPANS = (
    ("DECOM", "DEC"), ("MIS_START", "MIS_END"), ("SW_DECOM", "SW_DEC"), ("DATE_PLACED", "DATE_PLACED_CEASED"),
)  # fmt: skip
"""The days on which something begins and ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The rows of one source. ``kept`` are, as text, the key and the columns that nothing reads; or None."""

    source: Source
    frame: pl.DataFrame
    problems: tuple[Problem, ...]
    kept: pl.DataFrame | None
    unread: tuple[str, ...]


def typed(source: Source, year: int | None, turn: int) -> Typed:
    """Every column of the source that becomes part of the record, read as what it holds."""
    table, problems = source.table, list(source.problems)
    columns = [source.frame[ROW]]
    for name in dict.fromkeys([CHILD, *table.read, *table.days]):
        if name not in source.frame.columns:
            kind = pl.Date if name in table.days else pl.Boolean if name in _FLAGS else pl.String
            columns.append(pl.Series(name, [None] * source.frame.height, dtype=kind))
            continue
        read = _read(name, source)
        problems += read.problems
        columns.append(read.values.alias(name))
        if name in table.days:
            problems += after_the_year(source, year, name, read.values)
    frame = pl.DataFrame(columns).with_columns(
        pl.lit(source.file).alias(FILE), pl.lit(year, dtype=pl.Int64).alias(YEAR),
        pl.lit(turn, dtype=pl.Int64).alias(TURN),
    )  # fmt: skip
    problems += [*_nobody(source, frame), *_out_of_order(source, frame)]
    unread = tuple(name for name in source.headers if name not in table.read)
    return Typed(
        source=source, frame=frame.filter(pl.col(CHILD).is_not_null()), problems=tuple(problems),
        kept=_kept(source, year, unread), unread=tuple(source.headers[name] for name in unread),
    )  # fmt: skip


def cells(source: Source, name: str) -> Cells:
    """The cells of one column, under the name that the file gives it."""
    frame = source.frame
    return Cells(
        file=source.file, table=source.table.name, column=source.headers[name], rows=frame[ROW], text=frame[name]
    )


def _read(name: str, source: Source) -> Values:
    one = cells(source, name)
    if name in source.table.days:
        return days(one)
    if name in _FLAGS:
        return flags(one)
    if name in _IDS:
        return ids(one)
    if name in _PLAIN:
        return words(one)
    return _codes(name, one)


def _codes(name: str, one: Cells) -> Values:
    """A code in capitals, without a spreadsheet's ``.0``; one that no year's return knows is reported."""
    values = one.text.str.to_uppercase().str.replace(r"^(\d+)\.0+$", "$1")
    codes = known_codes().get(name)
    if codes is None:
        return Values(values=values)
    strange = values.is_not_null() & ~values.is_in(sorted(codes))
    rows = pl.DataFrame({"row": one.rows, "value": one.text}).filter(strange)
    return Values(values=values, problems=tuple(
        Problem(
            file=one.file, table=one.table, row=row, column=one.column, value=value,
            reason=f"No year's return has this code for {name}, so what it says is not known. It was kept as it "
            f"stands; the codes are {_listed(codes)}.",
        )
        for row, value in rows.iter_rows()
    ))  # fmt: skip


def _listed(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes))


def _nobody(source: Source, frame: pl.DataFrame) -> list[Problem]:
    """Rows that do not say whom they are about."""
    rows = source.frame.filter(frame[CHILD].is_null())
    return [
        Problem(
            file=source.file, table=source.table.name, row=row[ROW], column=source.headers.get(CHILD, CHILD),
            reason="The row has nothing where the child's id should be, so it could not be put on anybody's "
            f"record. It says: {_said(row)}.",
        )
        for row in rows.iter_rows(named=True)
    ]  # fmt: skip


def _out_of_order(source: Source, frame: pl.DataFrame) -> list[Problem]:
    """An end before its start: both days stay as they stand, and it is said."""
    found = []
    for start, end in _SPANS:
        if start not in frame.columns:
            continue
        wrong = frame.filter((pl.col(end) < pl.col(start)).fill_null(False))
        found += [
            Problem(
                file=source.file, table=source.table.name, row=row[ROW], column=source.headers[end],
                value=str(row[end]),
                reason=f"It ended on {row[end]}, before it began on {row[start]} (child {row[CHILD]}), so one of the "
                "days is wrong. Both were kept as they stand; what is counted from them may be wrong too.",
            )
            for row in wrong.iter_rows(named=True)
        ]  # fmt: skip
    return found


def _said(row: dict[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if name != ROW and value is not None)


def _kept(source: Source, year: int | None, unread: tuple[str, ...]) -> pl.DataFrame | None:
    """The child, the key, the year of the return, and every column that nothing reads, as text."""
    if not unread:
        return None
    names = [name for name in (CHILD, *source.table.key) if name in source.headers]
    text = source.frame.select([*names, *(name for name in unread if name not in names)])
    return text.with_columns(pl.lit(None if year is None else str(year), dtype=pl.String).alias("RETURN_YEAR"))
