"""Mutants of import files: an extract that reads well, with one to three things changed that systems and hands change.

The mutators know the structure: they change a cell, a row, a column, an element, a sheet, so that most mutants get past
the first look and reach the checks of rows. A few change bytes, which most do not survive.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from random import Random

import xlsxwriter
from lxml import etree
from python_calamine import CalamineWorkbook

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4}")
Files = dict[str, bytes]

CELLS = (
    "",
    " ",
    "NULL",
    "null",
    "N/A",
    "n/k",
    "0",
    "-1",
    "1",
    "1e309",
    "NaN",
    "Infinity",
    "99999999999999999999",
    "1,5",
    "TRUE",
    "maybe",
    "31/02/2026",
    "2026-02-30",
    "2026-13-01",
    "30/04/26",
    "45000",
    "0001-01-01",
    "9999-12-31",
    "1752-09-03",
    "2026-03-29 01:30",
    "2026-10-25T01:30:00",
    "2026-06-01T25:61",
    "2026-06-01+14:00",
    "=1+1",
    "@SUM(A1)",
    "'",
    '"',
    '""',
    "a,b",
    "a;b",
    "a\tb",
    "a\nb",
    "a\r\nb",
    "<b>",
    "&amp;",
    "\u202eabc",
    "\u200b",
    "\ufeff",
    "\u00a0",
    "é",
    "\u0131",
    "\ufb01",
    "😀",
    "x" * 40_000,
    "{}",
    '{"a":',
    "[1",
    "null,",
    "\\",
    "\\N",
    "\x0b",
    "\x1b[0m",
    "\0",
    "a\0b",
)
"""What stands in cells that somebody typed, exported, or opened in a spreadsheet."""

NO_DAYS = ("31/02/2026", "2026-02-30", "2026-13-01", "tomorrow", "00/00/0000", "12/2026", "spring")
"""What is no day, in any way of writing days."""


@dataclass(slots=True)
class Mutant:
    """The files, what was done to them in words, and where something that is no day now stands: file, row, column."""

    kind: str
    files: Files
    done: list[str] = field(default_factory=list)
    no_day: tuple[str, int, str] | None = None


Grid = list[list[str]]


def grid_of(data: bytes) -> Grid:
    """A small table of plain cells; the originals have no quotation marks that matter."""
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


def _text(grid: Grid, separator: str = ",", end: str = "\n", quoted: bool = False) -> bytes:
    def cell(one: str) -> str:
        needs = quoted or any(sign in one for sign in (separator, '"', "\n", "\r"))
        return '"' + one.replace('"', '""') + '"' if needs else one

    return (end.join(separator.join(map(cell, row)) for row in grid) + end).encode("utf-8", errors="surrogatepass")


def _a_cell(chance: Random, grid: Grid) -> str:
    row, column = chance.randrange(1, len(grid)), chance.randrange(len(grid[0]))
    grid[row][column] = chance.choice(CELLS)
    return f"a cell, row {row + 1}, {grid[0][column]}: {grid[row][column][:20]!r}"


def _a_neighbours_cell(chance: Random, grid: Grid) -> str:
    row, other, column = chance.randrange(1, len(grid)), chance.randrange(1, len(grid)), chance.randrange(len(grid[0]))
    grid[row][column] = grid[other][column]
    return f"a cell of another row, row {row + 1}, {grid[0][column]}"


def _two_columns(chance: Random, grid: Grid) -> str:
    one, other = chance.randrange(len(grid[0])), chance.randrange(len(grid[0]))
    for row in grid[chance.randrange(2) :]:
        row[one], row[other] = row[other], row[one]
    return "two columns change places"


def _a_row(chance: Random, grid: Grid) -> str:
    row = chance.randrange(1, len(grid))
    how = chance.choice(("gone", "twice", "cut", "longer", "blank", "the header again"))
    if how == "gone":
        del grid[row]
    elif how in ("twice", "the header again"):
        grid.insert(row, list(grid[row if how == "twice" else 0]))
    elif how == "cut":
        grid[row] = grid[row][: chance.randrange(len(grid[row]))]
    elif how == "longer":
        grid[row] = [*grid[row], *[chance.choice(CELLS)] * chance.randrange(1, 4)]
    else:
        grid[row] = [""] * len(grid[row])
    return f"row {row + 1}: {how}"


def _a_column(chance: Random, grid: Grid) -> str:
    column = chance.randrange(len(grid[0]))
    how = chance.choice(("gone", "twice", "renamed", "in capitals", "without a name", "unknown"))
    if how == "gone" and len(grid[0]) > 1:
        for row in grid:
            del row[column]
    elif how == "twice":
        for row in grid:
            row.append(row[column])
    elif how == "unknown":
        for number, row in enumerate(grid):
            row.insert(column, "something else" if not number else chance.choice(CELLS))
    else:
        grid[0][column] = {"in capitals": grid[0][column].upper(), "without a name": ""}.get(how, "renamed")
    return f"a column: {how}"


def _changed(chance: Random, grid: Grid) -> str:
    """One thing changed in a table whose rows are made as wide as its header again first."""
    grid[:] = [[*row[: len(grid[0])], *[""] * (len(grid[0]) - len(row))] for row in grid]
    return chance.choice(GRID)(chance, grid) if len(grid) > 1 else "nothing, it has no rows"


GRID: tuple[Callable[[Random, Grid], str], ...] = (
    _a_cell,
    _a_cell,
    _a_cell,
    _a_cell,
    _a_neighbours_cell,
    _two_columns,
    _a_row,
    _a_row,
    _a_column,
)


def _written(chance: Random, grid: Grid) -> bytes:
    """The table as text, most often plainly, else with a habit of some system."""
    if chance.random() < 0.8:
        return _text(grid)
    separator, end = chance.choice(",;\t|"), chance.choice(("\n", "\r\n", "\r"))
    data = _text(grid, separator, end, quoted=chance.random() < 0.5)
    data = (b"sep=" + separator.encode() + b"\n" if chance.random() < 0.2 else b"") + data
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"))
    return data.decode("utf-8", errors="replace").encode(encoding, errors="replace")


def _bytes(chance: Random, data: bytes) -> tuple[bytes, str]:
    at = chance.randrange(max(1, len(data)))
    how = chance.choice(
        ("cut", "a bit turned", "a stretch gone", "a stretch twice", "empty", "noise after", "another kind")
    )
    made = {
        "cut": lambda: data[:at],
        "a bit turned": lambda: data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :],
        "a stretch gone": lambda: data[:at] + data[at + 40 :],
        "a stretch twice": lambda: data[: at + 40] + data[at:],
        "empty": lambda: b"",
        "noise after": lambda: data + chance.randbytes(200),
        "another kind": lambda: b"%PDF-1.7\n" + data,
    }
    return (made[how]() if data else b"", how)


def of_tables(kind: str, files: Mapping[str, bytes], chance: Random, days: Mapping[str, Sequence[str]]) -> Mutant:
    """A mutant of a folder of delimited text. ``days``: the columns of each file that hold days."""
    mutant = Mutant(kind=kind, files=dict(files))
    if chance.random() < 0.25 and _no_day_in_a_table(mutant, chance, days):
        return mutant
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        name = chance.choice(sorted(mutant.files))
        if chance.random() < 0.12:
            mutant.files[name], how = _bytes(chance, mutant.files[name])
            mutant.done.append(f"{name}: {how}")
        elif chance.random() < 0.05 and len(mutant.files) > 1:
            del mutant.files[name]
            mutant.done.append(f"{name}: gone")
        elif name not in {one.split(":")[0] for one in mutant.done} and len(grid := grid_of(files[name])) > 1:
            mutant.done.append(f"{name}: {_changed(chance, grid)}")
            mutant.files[name] = _written(chance, grid)
    return mutant


def _no_day_in_a_table(mutant: Mutant, chance: Random, days: Mapping[str, Sequence[str]]) -> bool:
    places = [
        (name, row, column)
        for name, columns in sorted(days.items())
        for grid in (grid_of(mutant.files[name]),)
        for column in columns
        for row in range(1, len(grid))
    ]
    if not places:
        return False
    name, row, column = chance.choice(places)
    grid = grid_of(mutant.files[name])
    grid[row][grid[0].index(column)] = chance.choice(NO_DAYS)
    mutant.files[name], mutant.no_day = _text(grid), (name, row + 1, column)
    mutant.done.append(f"{name}, row {row + 1}, {column}: no day")
    return True


def of_workbook(files: Mapping[str, bytes], chance: Random, days: Mapping[str, Sequence[str]]) -> Mutant:
    """A mutant of a workbook: its sheets changed as tables and written anew, or its bytes."""
    ((name, data),) = files.items()
    mutant = Mutant(kind="annex_a", files=dict(files))
    if chance.random() < 0.12:
        mutant.files[name], how = _bytes(chance, data)
        mutant.done.append(how)
        return mutant
    sheets = _sheets(data)
    if chance.random() < 0.25 and _no_day_in_a_sheet(mutant, name, sheets, chance, days[name]):
        mutant.files[name] = _book(sheets, None)
        return mutant
    for _ in range(chance.choice((1, 1, 2, 3))):
        sheet = chance.choice([one for one in sorted(sheets) if len(sheets[one]) > 1])
        mutant.done.append(f"{sheet}: {_changed(chance, sheets[sheet])}")
    if chance.random() < 0.1:
        gone = chance.choice(sorted(sheets))
        sheets[f"{gone} again"[:31]] = sheets[gone] if chance.random() < 0.5 else sheets.pop(gone)
        mutant.done.append(f"{gone}: again, or renamed")
    mutant.files[name] = _book(sheets, chance)
    return mutant


def _no_day_in_a_sheet(
    mutant: Mutant, file: str, sheets: Mapping[str, Grid], chance: Random, days: Sequence[str]
) -> bool:
    places = [
        (name, row, column)
        for name, grid in sorted(sheets.items())
        for column, header in enumerate(grid[0])
        if header in days
        for row in range(1, len(grid))
        if _DAY.fullmatch(grid[row][column])
    ]
    if not places:
        return False
    name, row, column = chance.choice(places)
    sheets[name][row][column] = chance.choice(NO_DAYS)
    mutant.no_day = (file, row + 1, sheets[name][0][column])
    mutant.done.append(f"{name}, row {row + 1}, {mutant.no_day[2]}: no day")
    return True


def _sheets(data: bytes) -> dict[str, Grid]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        one: [[str(cell) for cell in row] for row in book.get_sheet_by_name(one).to_python()]
        for one in book.sheet_names
    }


def _book(sheets: Mapping[str, Grid], chance: Random | None) -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, grid in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(grid):
                for column, cell in enumerate(cells):
                    _put(sheet, row, column, cell[:30_000], chance)
    return made.getvalue()


def _put(sheet: "xlsxwriter.worksheet.Worksheet", row: int, column: int, cell: str, chance: Random | None) -> None:
    """A cell as text, and now and then as another kind of cell."""
    odd = chance is not None and row and chance.random() < 0.002
    if chance and odd and chance.random() < 0.5:
        sheet.write_formula(row, column, "=1/0", None, chance.choice(("#DIV/0!", "", "1", "TRUE")))
    elif chance and odd:
        sheet.write_number(row, column, chance.choice((0, -1, 1.5, 1e300, 46_000, 2_958_466)))
    elif cell:
        sheet.write_string(row, column, cell)


def of_xml(kind: str, files: Mapping[str, bytes], chance: Random, days: Mapping[str, Sequence[str]]) -> Mutant:
    """A mutant of a return or census: elements changed, gone, again, elsewhere, renamed; or its bytes."""
    ((name, data),) = files.items()
    mutant = Mutant(kind=kind, files=dict(files))
    if chance.random() < 0.12:
        mutant.files[name], how = _bytes(chance, data)
        mutant.done.append(how)
        return mutant
    root = etree.fromstring(data)
    if chance.random() < 0.25:
        dates = [one for one in root.iter() if one.tag in days[name] and _DAY.fullmatch(one.text or "")]
        one = chance.choice(dates)
        one.text = chance.choice(NO_DAYS)
        mutant.no_day = (name, 0, etree.QName(one).localname)
        mutant.done.append(f"{mutant.no_day[2]}: no day")
    else:
        for _ in range(chance.choice((1, 1, 2, 3))):
            mutant.done.append(_an_element(chance, root))
    mutant.files[name] = etree.tostring(root, encoding=chance.choice(("UTF-8", "UTF-8", "ISO-8859-1", "UTF-16")))
    return mutant


def _an_element(chance: Random, root: etree._Element) -> str:
    every = [one for one in root.iter() if one is not root and isinstance(one.tag, str)]
    one = chance.choice(every)
    parent, name = one.getparent(), etree.QName(one).localname
    assert parent is not None
    how = chance.choice(
        (
            "other text",
            "other text",
            "other text",
            "gone",
            "twice",
            "elsewhere",
            "renamed",
            "a text between",
            "an attribute",
            "a comment",
        )
    )
    if how == "other text":
        one.text = "".join(sign for sign in chance.choice(CELLS) if sign.isprintable() or sign in "\t\n") or None
    elif how == "gone":
        parent.remove(one)
    elif how == "twice":
        parent.insert(chance.randrange(len(parent) + 1), etree.fromstring(etree.tostring(one, with_tail=False)))
    elif how == "elsewhere":
        goal = chance.choice(every)
        if one not in goal.iterancestors() and goal is not one:
            goal.append(one)
    elif how == "renamed":
        one.tag = chance.choice((name.lower(), f"{name}2", "Child", "Children", "{urn:x}" + name))
    elif how == "a text between":
        one.tail = "stray"
    elif how == "an attribute":
        one.set("nil", "true")
    else:
        one.append(etree.Comment("so"))
    return f"{name}: {how}"
