"""Cells of a workbook that a spreadsheet shows and whose value is not in the file: failed and unreckoned formulas.

The reader of workbooks gives a blank for both, and a blank would be read as *not recorded*. So the sheets are
searched for such cells beforehand. The search looks for the one tag it wants in the bytes of the sheet; it
neither parses the XML nor follows anything in it, so nothing in it can do harm.
"""

import html
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from holdfast.exchange.problems import CannotRead

WIDEST = 40_000_000
"""Cells that a sheet may span, blanks included: a hundred times a council's largest list."""

_CELL = rb"<(?:\w+:)?c\b(?P<attributes>[^>]*)>"
_FAILED = re.compile(
    rb'<(?:\w+:)?c\b(?P<attributes>[^>]*\bt="e"[^>]*)(?<!/)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>(?P<value>[^<]*)<',
    re.DOTALL,
)
_UNRECKONED = re.compile(
    _CELL + rb"\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
    rb"\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_WITH_VALUE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_RELATED = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """A cell without its value: row and column counted from 1, and the error it shows (None: never reckoned)."""

    row: int
    column: int
    shows: str | None


def faults_of(path: Path) -> dict[str, list[CellFault]]:
    """The faulty cells of each sheet by its name; CannotRead for a sheet with a cell absurdly far out.

    The last answers are remembered, because a workbook is looked at once to tell its kind and once to be read.
    """
    told = path.stat()
    return _searched(path, told.st_size, told.st_mtime_ns)


@lru_cache(maxsize=4)
def _searched(path: Path, size: int, changed: int) -> dict[str, list[CellFault]]:
    with zipfile.ZipFile(path) as packed:
        parts = _parts(packed)
        return {name: _in_sheet(packed.read(part), path.name, name) for name, part in parts.items()}


def _in_sheet(data: bytes, file: str, sheet: str) -> list[CellFault]:
    _check_span(data, file, sheet)
    found = []
    if b't="e"' in data:
        for one in _FAILED.finditer(data):
            found += _fault(one, one["value"].decode(errors="replace"))
    if re.search(rb"<(?:\w+:)?f\b", data):
        for one in _UNRECKONED.finditer(data):
            if b't="str"' not in one["attributes"]:
                found += _fault(one, None)
    return sorted(found, key=lambda one: (one.row, one.column))


def _fault(found: re.Match[bytes], shows: str | None) -> list[CellFault]:
    place = _PLACE.search(found["attributes"])
    if place is None:
        return []
    return [CellFault(row=int(place[2]), column=_column(place[1]), shows=html.unescape(shows) if shows else None)]


def _check_span(data: bytes, file: str, sheet: str) -> None:
    """Refuse a sheet whose cells lie so far apart that the blanks between them would fill the memory."""
    places = _WITH_VALUE.findall(data)
    rows = max((int(row) for _, row in places), default=0)
    columns = max((_column(letters) for letters in {letters for letters, _ in places}), default=0)
    if rows * columns > WIDEST:
        raise CannotRead(
            f"{file}: sheet {sheet} has a cell in row {rows:,} and one in column {columns:,}, so it would span "
            f"{rows * columns // 1_000_000:,} million cells. Something was typed far outside the list; delete "
            "it, or copy the list into a new workbook. Nothing was read."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _parts(packed: zipfile.ZipFile) -> dict[str, str]:
    """The part of the zip file that holds each sheet, by the sheet's name; empty where the workbook does not say."""
    names = {one.lower().lstrip("/"): one for one in packed.namelist()}
    book, related = names.get("xl/workbook.xml"), names.get("xl/_rels/workbook.xml.rels")
    if book is None or related is None:
        return {}
    targets = {}
    for text in _RELATED.findall(packed.read(related).decode(errors="replace")):
        said = dict(_ATTRIBUTE.findall(text))
        targets[said.get("Id", "")] = said.get("Target", "").lstrip("/").removeprefix("xl/")
    found = {}
    for text in _SHEET.findall(packed.read(book).decode(errors="replace")):
        said = dict(_ATTRIBUTE.findall(text))
        part = names.get(f"xl/{targets.get(said.get('r:id', ''), '')}".lower())
        if part is not None:
            found[html.unescape(said.get("name", ""))] = part
    return found
