"""What came out of reading a file or folder: the record, and a full account of what was and was not read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.record.columns import Columns

Tick = Callable[[str], None]
"""Told in a few words what has just been read, so that somebody who waits can see it move."""


def silent(done: str) -> None:
    """The tick of a caller who does not want to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """One table that was read: where it was, what it is, and which of its columns mean something to us.

    ``recognised`` are headers as the file writes them, with the field each became; ``unrecognised`` are
    headers that nothing reads (their cells are in ``Extract.kept``). ``table`` is the dataset's name of the
    table, the sheet or the module. ``words`` is what a person calls its rows.
    """

    file: str
    table: str
    words: str
    rows: int
    recognised: Mapping[str, str] = field(default_factory=dict)
    unrecognised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """A file that was there and was not read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Everything that was read from one path.

    ``kind`` says what it was in words ("Standard Safeguarding Dataset"). ``kept`` holds, as text and by
    table name, whole tables and single columns that nothing reads yet, so that a writer can give them back:
    a column of a table that is read stands there beside the table's own key column. ``until`` is the last day that
    the extract tells of, where its kind has one (a return's 31 March): what was done later cannot show in it.
    """

    kind: str
    columns: Columns
    tables: tuple[TableRead, ...] = ()
    problems: tuple[Problem, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    kept: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    until: date | None = None
