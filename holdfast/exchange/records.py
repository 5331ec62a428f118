"""Where each record of a delimited text begins and ends, and how many cells it has.

Well-formed quoting is checked over the whole file in a few passes. Where a quotation mark is not opened and
closed as it should be, the file is split line by line instead, so that one stray mark cannot swallow the rows
that follow it.
"""

import csv
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from holdfast.exchange.problems import Problem

_QUOTE, _NEWLINE = 34, 10
_LONGEST = 2000
"""No cell of a badly quoted file is taken to run over more lines than this."""

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records of a text: where each begins and ends, its cells, the line it begins on."""

    text: bytes
    starts: Ints
    ends: Ints
    cells: Ints
    lines: Ints
    quoted: bool

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.starts)

    def text_of(self, one: int) -> bytes:
        """The bytes of a record without its line end."""
        return self.text[int(self.starts[one]) : int(self.ends[one])]

    def where(self, wanted: Bools) -> "Records":
        """Those of the records that are wanted."""
        parts = {name: getattr(self, name)[wanted] for name in ("starts", "ends", "cells", "lines")}
        return replace(self, **parts)

    def after(self, number: int) -> "Records":
        """All but the first ``number``."""
        return self.where(np.arange(self.count) >= number)

    def without_blank(self) -> "Records":
        """Without lines on which there is nothing."""
        short = self.ends - self.starts < 64
        blank = np.zeros(self.count, dtype=bool)
        lonely = np.flatnonzero(short & (self.cells == 1))
        blank[lonely] = [not self.text_of(int(one)).strip() for one in lonely] if len(lonely) else []
        return self.where(~blank) if blank.any() else self

    def joined(self, wanted: Bools) -> bytes:
        """The bytes of the wanted records, one a line, copied in as few pieces as there are gaps."""
        if not wanted.any():
            return b""
        starts, ends = self.starts[wanted], self.ends[wanted]
        gaps = np.flatnonzero(starts[1:] != ends[:-1] + 1)
        firsts = starts[np.concatenate([[0], gaps + 1])]
        lasts = ends[np.concatenate([gaps, [len(ends) - 1]])]
        pieces = [self.text[int(a) : int(b)] for a, b in zip(firsts, lasts, strict=True)]
        return b"\n".join(pieces) + b"\n"


def find_records(text: bytes, separator: str) -> Records | None:
    """The records of a well-formed text; None where its quotation marks do not pair up as they should."""
    array = np.frombuffer(text, dtype=np.uint8)
    newlines = np.flatnonzero(array == _NEWLINE)
    parts = np.flatnonzero(array == ord(separator))
    quoted = b'"' in text
    breaks = newlines
    if quoted:
        marks = np.flatnonzero(array == _QUOTE)
        if not _well_quoted(array, marks, ord(separator)):
            return None
        breaks = newlines[np.searchsorted(marks, newlines) % 2 == 0]
        parts = parts[np.searchsorted(marks, parts) % 2 == 0]
    ends = breaks if text.endswith(b"\n") else np.append(breaks, len(text))
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else np.zeros(0, dtype=np.int64)
    cells = np.searchsorted(parts, ends) - np.searchsorted(parts, starts) + 1
    lines = np.searchsorted(newlines, starts) + 1
    return Records(text=text, starts=starts, ends=ends, cells=cells, lines=lines, quoted=quoted)


def _well_quoted(array: npt.NDArray[np.uint8], marks: Ints, separator: int) -> bool:
    """True when every mark opens at a cell's start, closes at its end, or is doubled inside."""
    if len(marks) % 2:
        return False
    opens, closes = marks[::2], marks[1::2]
    edge = np.array([separator, _NEWLINE, _QUOTE], dtype=np.uint8)
    before = array[np.maximum(opens - 1, 0)]
    after = array[np.minimum(closes + 1, len(array) - 1)]
    opened = np.isin(before, edge) | (opens == 0)
    closed = np.isin(after, edge) | (closes == len(array) - 1)
    return bool(opened.all() and closed.all())


@dataclass(slots=True)
class SplitRows:
    """Rows as lists of cells, the line each began on, and what was wrong."""

    lines: list[int] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def split_badly_quoted(text: bytes, separator: str, file: str) -> SplitRows:
    """Split a text line by line; a quotation mark that is never closed is taken as a sign."""
    found, lines, number = SplitRows(), text.decode().split("\n"), 0
    while number < len(lines):
        line = lines[number]
        row, taken = ([*line.split(separator)], 1) if '"' not in line else _quoted_row(lines, number, separator)
        if row is None:
            row, taken = [_unmarked(cell) for cell in line.split(separator)], 1
            found.problems.append(Problem(
                file=file, row=number + 1, value=line,
                reason="A quotation mark on this row is not closed where a cell ends, so where the cell ends "
                "is not certain. The mark was taken as a sign like any other and the row was split at "
                "every separator; an id that holds such a mark is taken for none.",
            ))  # fmt: skip
        if line.strip() or taken > 1:
            found.lines.append(number + 1)
            found.cells.append(row)
        number += taken
    return found


def _unmarked(cell: str) -> str:
    """A cell of a broken row without the marks around it, where it has both."""
    inner = cell.strip()
    whole = len(inner) > 1 and inner[0] == inner[-1] == '"' and '"' not in inner[1:-1].replace('""', "")
    return inner[1:-1].replace('""', '"') if whole else cell


def _quoted_row(lines: list[str], number: int, separator: str) -> tuple[list[str] | None, int]:
    """The row that begins on this line and the lines it takes; None when its marks do not pair up."""
    marks = 0
    for taken in range(1, min(_LONGEST, len(lines) - number) + 1):
        marks += lines[number + taken - 1].count('"')
        if marks % 2:
            continue
        part = lines[number : number + taken]
        try:
            lined = [line + "\n" for line in part]
            rows = list(csv.reader(lined, delimiter=separator, strict=True, skipinitialspace=True))
        except csv.Error:
            return None, 1
        if len(rows) == 1:
            return rows[0], taken
        return None, 1
    return None, 1
