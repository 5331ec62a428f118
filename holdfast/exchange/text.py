"""Bytes to rows of text: any encoding, separator and quoting that councils' systems write, nothing lost.

A table is one polars frame of text, blanks as null, with the line of the file each row began on. The usual
file is split by polars; this module first proves, over the bytes, that every record has as many cells as the
header, and takes the records that do not, one by one, with a problem for each.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl

from holdfast.exchange.decoding import as_utf8
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.records import Records, find_records, split_badly_quoted

ROW = "_row"
"""The column of a table's frame that holds the line of the file on which the row began."""

SEPARATORS = ",;\t|"
_BLANKS = " \t\r\n\u00a0\ufeff\u200b"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A table as text. ``frame`` has ``ROW`` and a column for each header, cells without stray blanks."""

    file: str
    headers: tuple[str, ...]
    frame: pl.DataFrame
    problems: tuple[Problem, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.frame.height


def read_text_table(path: Path) -> TextTable:
    """The table in a delimited text file; CannotRead when there is no text in it or it may not be opened."""
    return text_table(bytes_of(path), path.name)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; CannotRead with a sentence when the system will not give them."""
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise CannotRead(
            f"{path.name}: this file may not be opened by you, so nothing in it was read. "
            "Ask whoever made it for the right to read it, or save a copy where you may."
        ) from error
    except OSError as error:
        raise CannotRead(f"{path.name}: the file could not be opened ({error.strerror or error}).") from error


def text_table(data: bytes, file: str) -> TextTable:
    """The table in the bytes of a delimited text file."""
    text, problems = as_utf8(data, file)
    text, separator = _separator(text)
    records = find_records(text, separator)
    if records is None:
        rows = split_badly_quoted(text, separator, file)
        problems = [*problems, *rows.problems]
        header, lines, cells = _first_row(rows.lines, rows.cells)
        if header is None:
            return TextTable(file=file, headers=(), frame=pl.DataFrame({ROW: []}, schema={ROW: pl.Int64}))
        headers, doubled = _headers(header, file)
        frame, ragged = _from_cells(lines, cells, headers, file)
    else:
        records = records.without_blank()
        if not records.count:
            return TextTable(file=file, headers=(), frame=pl.DataFrame({ROW: []}, schema={ROW: pl.Int64}))
        headers, doubled = _headers(_cells_of(records.text_of(0), separator), file)
        frame, ragged = _from_records(records.after(1), headers, separator, file)
    frame = _tidy(frame, headers)
    headers = tuple(name for name in frame.columns if name != ROW)
    return TextTable(file=file, headers=headers, frame=frame, problems=(*problems, *doubled, *ragged))


def header_of(start: bytes, file: str) -> tuple[str, ...]:
    """The header cells of a delimited text file, from its first bytes; empty when it has no text."""
    text, _ = as_utf8(start, file)
    text, separator = _separator(text)
    for line in text.split(b"\n"):
        if line.strip(b" \t,;|"):
            return tuple(cell.strip(_BLANKS) for cell in _cells_of(line, separator))
    return ()


def _separator(text: bytes) -> tuple[bytes, str]:
    """The text without a spreadsheet's ``sep=`` line, and the separator of its first full line."""
    if text[:4].lower() == b"sep=":
        line, _, rest = text.partition(b"\n")
        return b"\n" + rest, chr(line[4]) if len(line) > 4 else ","
    begin = 0
    while begin < len(text):
        end = text.find(b"\n", begin)
        line = text[begin : end if end >= 0 else len(text)]
        if line.strip():
            outside = b"".join(line.split(b'"')[::2])
            return text, max(SEPARATORS, key=lambda one: outside.count(one.encode()))
        if end < 0:
            break
        begin = end + 1
    return text, ","


def _cells_of(record: bytes, separator: str) -> list[str]:
    """The cells of one record; split at every separator where its marks do not pair up."""
    text = record.decode(errors="replace")
    try:
        rows = list(csv.reader([line + "\n" for line in text.split("\n")], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        return text.split(separator)
    return rows[0] if len(rows) == 1 else text.split(separator)


def _first_row(lines: list[int], cells: list[list[str]]) -> tuple[list[str] | None, list[int], list[list[str]]]:
    for number, row in enumerate(cells):
        if any(cell.strip(_BLANKS) for cell in row):
            return row, lines[number + 1 :], cells[number + 1 :]
    return None, [], []


def _headers(cells: Iterable[str], file: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Each column's own name: a name given twice gets a number and a problem."""
    names: list[str] = []
    problems = []
    for place, cell in enumerate(cells, 1):
        name = cell.strip(_BLANKS).strip("[]").strip(_BLANKS) or f"column {place} (no name)"
        if name.casefold() in {one.casefold() for one in names}:
            number = 2
            while f"{name} ({number})".casefold() in {one.casefold() for one in names}:
                number += 1
            problems.append(Problem(
                file=file, row=1, column=name, value=name,
                reason="The header names this column more than once, and only one can be right. The first "
                f"was read; the one at place {place} is kept as {name} ({number}) and not used.",
            ))  # fmt: skip
            name = f"{name} ({number})"
        names.append(name)
    return tuple(names), problems


def _from_records(
    records: Records, headers: tuple[str, ...], separator: str, file: str
) -> tuple[pl.DataFrame, list[Problem]]:
    good = records.cells == len(headers)
    whole = _split(records.joined(good), headers, separator, records.quoted)
    whole = whole.with_columns(pl.Series(ROW, records.lines[good], dtype=pl.Int64))
    if good.all():
        return whole, []
    which = np.flatnonzero(~good)
    lines = [int(records.lines[one]) for one in which]
    cells = [_cells_of(records.text_of(int(one)), separator) for one in which]
    mended, problems = _from_cells(lines, cells, headers, file)
    return pl.concat([whole, mended.select(whole.columns)]).sort(ROW), problems


def _split(text: bytes, headers: tuple[str, ...], separator: str, quoted: bool) -> pl.DataFrame:
    schema = dict.fromkeys(headers, pl.String)
    if not text.strip():
        return pl.DataFrame(schema=schema)
    return pl.read_csv(text, has_header=False, separator=separator, schema=schema, quote_char='"' if quoted else None)


def _from_cells(
    lines: list[int], cells: list[list[str]], headers: tuple[str, ...], file: str
) -> tuple[pl.DataFrame, list[Problem]]:
    """Rows given as lists of cells, mended to the header's width where that loses nothing."""
    width, kept, problems = len(headers), [], []
    for line, row in zip(lines, cells, strict=True):
        while len(row) > width and not row[-1].strip(_BLANKS):
            row = row[:-1]
        if not any(cell.strip(_BLANKS) for cell in row):
            continue
        if len(row) == width:
            kept.append((line, *row))
        elif len(row) < width:
            kept.append((line, *row, *[""] * (width - len(row))))
            problems.append(_too_few(file, line, row, headers))
        else:
            problems.append(_too_many(file, line, row, width))
    schema = {ROW: pl.Int64} | dict.fromkeys(headers, pl.String)
    return pl.DataFrame(kept, schema=schema, orient="row"), problems


def _too_few(file: str, line: int, row: list[str], headers: tuple[str, ...]) -> Problem:
    missing = headers[len(row) :]
    named = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
    return Problem(
        file=file, row=line, value=" | ".join(row),
        reason=f"The row has {len(row)} cells and the header has {len(headers)}, so the row may have been "
        f"cut off. The cells that are there were read; {named} of this row count as not recorded.",
    )  # fmt: skip


def _too_many(file: str, line: int, row: list[str], width: int) -> Problem:
    return Problem(
        file=file, row=line, value=" | ".join(row),
        reason=f"The row has {len(row)} cells and the header has {width}, so nobody can tell which cell "
        "belongs to which column (often a separator inside a text without quotation marks). The row was not "
        "used; put the text in quotation marks, or mend the row, and read the file again.",
    )  # fmt: skip


def _tidy(frame: pl.DataFrame, headers: tuple[str, ...]) -> pl.DataFrame:
    """No stray blanks, blanks as null, no rows and no nameless columns without any cell."""
    cleaned = [pl.col(name).str.strip_chars(_BLANKS) for name in headers]
    frame = frame.with_columns(cleaned)
    blank = [
        pl.when(pl.col(name).is_in(["", "NULL"])).then(None).otherwise(pl.col(name)).alias(name) for name in headers
    ]
    frame = frame.with_columns(blank).filter(pl.any_horizontal([pl.col(name).is_not_null() for name in headers]))
    nameless = [name for name in headers if name.endswith(" (no name)") and frame[name].null_count() == frame.height]
    return frame.select(ROW, *[name for name in headers if name not in nameless])


def in_table(problems: Iterable[Problem], table: str) -> tuple[Problem, ...]:
    """The problems of a file, said to be of this table."""
    return tuple(one if one.table else replace(one, table=table) for one in problems)
