"""Small invented workbooks for the tests of Annex A: sheets given as rows, written as a council's system would."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter

from holdfast.exchange.annex_a.lists import written_columns

MARCH = date(2026, 3, 2)


def headers(number: int) -> list[str]:
    """The inspectorate's own headers of a list."""
    return [one.header for one in written_columns(number)]


def row(number: int, **cells: object) -> list[object]:
    """A row of a list: the cells by our short names, everything else blank."""
    names = [one.name for one in written_columns(number)]
    assert set(cells) <= set(names), set(cells) - set(names)
    return [cells.get(name) for name in names]


def sheet(number: int, *rows: Mapping[str, object]) -> list[list[object]]:
    """A list with its headers and these rows."""
    return [list(headers(number)), *(row(number, **one) for one in rows)]


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write the sheets, in order; days as days, text as text, nothing as blank."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        one = book.add_worksheet(name)
        for line, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, date):
                    one.write_datetime(line, place, datetime.combine(cell, time()), day)
                elif isinstance(cell, bool):
                    one.write_boolean(line, place, cell)
                elif isinstance(cell, int | float):
                    one.write_number(line, place, cell)
                elif cell is not None:
                    one.write_string(line, place, str(cell))
    book.close()
    return path
