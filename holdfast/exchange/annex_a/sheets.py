"""Workbooks and CSVs to tables of text, each known as one of the lists by its header row, wherever that stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path

import polars as pl
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from holdfast.exchange.annex_a.faults import CellFault, faults_of
from holdfast.exchange.annex_a.lists import Known, is_thorough, known_list
from holdfast.exchange.extract import NotRead
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.safe_workbook import check_workbook
from holdfast.exchange.text import ROW, TextTable, read_text_table

HEADER_WITHIN = 30
"""How many rows from the top of a sheet the header is looked for."""

_BLANKS = " \t\r\n\u00a0\ufeff\u200b"
_EXACT = 10**15
"""From this number on a spreadsheet no longer keeps every digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """One list in one sheet or file. ``place`` is the sheet's name, None for a CSV; ``table`` the list as text."""

    known: Known
    table: TextTable
    place: str | None

    @property
    def number(self) -> int:
        """Which of the lists it is."""
        return self.known.number


@dataclass(slots=True)
class Opened:
    """What a file held."""

    lists: list[FoundList] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    not_read: list[NotRead] = field(default_factory=list)


def has_a_list(path: Path) -> bool:
    """True when some sheet of a workbook has a list's header; also when it cannot be opened, so that ``open_lists``
    says why."""
    try:
        check_workbook(path)
        faults_of(path)
        with _workbook(path) as book:
            return any(_header(_top(sheet)) is not None for _, sheet in _sheets(book, path))
    except CannotRead:
        return True


def is_a_list(headers: Sequence[str]) -> bool:
    """True when delimited text with this header is one of the lists."""
    known = known_list(headers)
    return known is not None and is_thorough(known)


def open_lists(path: Path) -> Opened:
    """The lists in a workbook or in a CSV; CannotRead when it is damaged, locked, or holds no list."""
    with path.open("rb") as file:
        packed = file.read(2) == b"PK"
    opened = _from_workbook(path) if packed else _from_text(path)
    if not opened.lists:
        raise CannotRead(
            f"{path.name}: no sheet has the header of one of the eleven lists in its first {HEADER_WITHIN} rows. "
            "A list is known by its headers (Child Unique ID and the list's own, such as Date of Contact), in any "
            "order and under any sheet name. Check that the headers are there."
        )
    return opened


def _from_text(path: Path) -> Opened:
    table = read_text_table(path)
    known = known_list(table.headers)
    if known is None:
        return Opened()
    return Opened(lists=[FoundList(known=known, table=table, place=None)], problems=list(table.problems))


def _from_workbook(path: Path) -> Opened:
    check_workbook(path)
    opened, faults = Opened(), faults_of(path)
    with _workbook(path) as book:
        for name, sheet in _sheets(book, path):
            top = _header(_top(sheet))
            if top is None:
                opened.not_read.append(NotRead(file=f"{path.name}, sheet {name}", reason=_not_a_list(sheet)))
                continue
            found, problems = _list_in(sheet, top, path.name, name, faults.get(name, []))
            opened.lists.append(found)
            opened.problems += problems
    return opened


def _workbook(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise CannotRead(f"{path.name}: the workbook is locked with a password. Save a copy without one.") from error
    except (CalamineError, OSError, ValueError) as error:
        raise CannotRead(_damaged(path.name, error)) from error


def _sheets(book: CalamineWorkbook, path: Path) -> Iterator[tuple[str, CalamineSheet]]:
    for one in book.sheets_metadata:
        if "WorkSheet" not in str(one.typ):
            continue
        try:
            yield one.name, book.get_sheet_by_name(one.name)
        except (CalamineError, OSError, ValueError) as error:
            raise CannotRead(_damaged(f"{path.name}, sheet {one.name}", error)) from error


def _damaged(what: str, error: Exception) -> str:
    said = " ".join(str(error).split())[:120]
    return f"{what}: the workbook is damaged ({said}), so it was not read. Open it, save it again, and give that copy."


def _top(sheet: CalamineSheet) -> list[list[object]]:
    return sheet.to_python(skip_empty_area=False, nrows=HEADER_WITHIN)  # type: ignore[return-value]


def _header(top: Sequence[Sequence[object]]) -> int | None:
    """Which of the top rows is a list's header: the one with the most columns of a list."""
    best: tuple[int, int] | None = None
    for place, row in enumerate(top):
        known = known_list([_text(cell) or "" for cell in row])
        if known and (best is None or len(known.found) > best[0]):
            best = (len(known.found), place)
    return best[1] if best else None


def _not_a_list(sheet: CalamineSheet) -> str:
    if not sheet.height:
        return "The sheet is empty."
    return (
        f"None of its first {HEADER_WITHIN} rows is the header of one of the eleven lists, so nothing on it was "
        "read. If it is a list, check its headers."
    )


def _list_in(
    sheet: CalamineSheet, top: int, file: str, name: str, faults: list[CellFault]
) -> tuple[FoundList, list[Problem]]:
    rows = sheet.to_python(skip_empty_area=False)
    headers, problems = _headers(rows[top], file, name, top + 1)
    cells = [list(column) for column in zip(*rows[top + 1 :], strict=True)] or [[] for _ in headers]
    named = {header: [_text(cell) for cell in column] for header, column in zip(headers, cells, strict=True) if header}
    numbers = pl.Series(ROW, range(top + 2, len(rows) + 1), dtype=pl.Int64)
    frame = pl.DataFrame([numbers, *(pl.Series(header, column, dtype=pl.String) for header, column in named.items())])
    frame = frame.filter(pl.any_horizontal([pl.col(header).is_not_null() for header in named]))
    table = TextTable(file=file, headers=tuple(named), frame=frame)
    known = known_list(table.headers)
    assert known is not None
    problems += [_fault(one, headers, file, name) for one in faults if one.row > top + 1 and one.column <= len(headers)]
    return FoundList(known=known, table=table, place=name), problems


def _headers(row: Sequence[object], file: str, name: str, line: int) -> tuple[list[str], list[Problem]]:
    """Each column's own header, empty for one without; a header given twice gets a number and a problem."""
    headers: list[str] = []
    problems = []
    for cell in row:
        header = " ".join((_text(cell) or "").split())
        if header and header in headers:
            again = sum(one == header or one.startswith(f"{header} (") for one in headers) + 1
            problems.append(Problem(
                file=file, table=name, row=line, column=header, value=header,
                reason="The header names this column more than once, and only one can be right. The first was "
                f"read; the other is kept as {header} ({again}) and not used.",
            ))  # fmt: skip
            header = f"{header} ({again})"
        headers.append(header)
    return headers, problems


def _fault(one: CellFault, headers: Sequence[str], file: str, name: str) -> Problem:
    reason = (
        "The formula in this cell failed, so a spreadsheet shows an error where a value should be. The cell counts "
        "as not recorded, so what is counted from it cannot be said. Mend the formula, or type the value."
        if one.shows
        else "The cell holds a formula whose result is not in the file. The cell counts as not recorded, so what is "
        "counted from it cannot be said. Open the workbook in a spreadsheet, save it, and read it again."
    )
    header = headers[one.column - 1] or None
    return Problem(file=file, table=name, row=one.row, column=header, value=one.shows, reason=reason)


def _text(cell: object) -> str | None:
    """A cell as text: days ISO, whole numbers without a fraction, no stray blanks; None for a blank."""
    match cell:
        case str():
            plain = cell.replace("\u00a0", " ").strip(_BLANKS)
            return None if plain in ("", "NULL") else plain
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() | int():
            return _number(float(cell))
        case datetime():
            return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M:%S}"
        case date():
            return cell.isoformat()
    return None if cell is None else str(cell)


def _number(value: float) -> str:
    if abs(value) >= _EXACT:
        return f"{value:.14e}".replace(".00000000000000", "")
    return str(int(value)) if value == int(value) else repr(value)


def in_place(problems: Sequence[Problem], place: str | None) -> list[Problem]:
    """The problems, said to be of this sheet."""
    return [replace(one, table=place) if one.table is None else one for one in problems]
