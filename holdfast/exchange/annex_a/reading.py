"""Reads the lists of an Annex A workbook (or CSVs of single lists) into the record.

A list is known by its header row, whatever the sheet is called and wherever it stands. A list that is not there
is unknown, one without rows is empty. What a list gives without a day of its own, and lists that no fact is made
of, are kept as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from holdfast.exchange.annex_a.care_facts import adoption, in_care
from holdfast.exchange.annex_a.facts import LATEST_ONLY, front_door, in_need, leaving_care, protection
from holdfast.exchange.annex_a.lists import ADOPTERS, WORDS, columns_of_list
from holdfast.exchange.annex_a.people import disabilities, involvements, people
from holdfast.exchange.annex_a.rows import Made, Rows, rows_of
from holdfast.exchange.annex_a.sheets import FoundList, has_a_list, in_place, is_a_list, open_lists
from holdfast.exchange.extract import Extract, NotRead, TableRead, Tick
from holdfast.exchange.heads import Head
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.text import ROW
from holdfast.record.child import Held
from holdfast.record.columns import Columns
from holdfast.record.field import Fact

WORDS_OF_KIND = "Annex A child-level lists"

REWORDED = frozenset({
    "source", "need", "status", "end_reason", "permanence", "placement_type", "provider", "close_reason",
    "eligibility", "in_touch", "disabled", "unnecessary", "ethnicity", "gender",
})  # fmt: skip
"""Columns whose own words say more than the code that is read from them; they are kept as text too."""

KEPT_WHOLE = (2, 6, ADOPTERS)
"""Lists of which some rows make no fact."""

IN_ORDER = {
    5: (("started_on", "held_on"),), 6: (("started_on", "closed_on"),), 7: (("started_on", "ended_on"),),
    8: (("started_on", "ended_on"),), 4: (("started_on", "authorised_on"),),
}  # fmt: skip
"""By list, the days of which the second cannot come before the first."""


def recognises(head: Head) -> bool:
    """True for a workbook with a list on one of its sheets, and for delimited text with a list's header."""
    return has_a_list(head.path) if head.workbook else is_a_list(head.columns)


@dataclass(slots=True)
class _Gathered:
    """What has been read so far."""

    rows: dict[int, list[Rows]] = field(default_factory=dict)
    tables: list[TableRead] = field(default_factory=list)
    kept: dict[str, list[pl.DataFrame]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    not_read: list[NotRead] = field(default_factory=list)


def read(files: Sequence[Path], tick: Tick) -> Extract:
    """Read the lists in these files; CannotRead when none of the files can be read."""
    gathered, refused = _Gathered(), list[CannotRead]()
    for path in files:
        try:
            opened = open_lists(path)
        except CannotRead as error:
            refused.append(error)
            gathered.not_read.append(NotRead(file=path.name, reason=str(error)))
            continue
        gathered.problems += opened.problems
        gathered.not_read += opened.not_read
        for found in opened.lists:
            _take(gathered, found)
            tick(f"list {found.number}: {found.table.rows:,} rows ({found.place or path.name})")
    if not gathered.rows:
        raise refused[0]
    return _extract(gathered, tick)


def _take(gathered: _Gathered, found: FoundList) -> None:
    """One list: its account, its rows, what is missing of it, and what of it nothing reads."""
    number = found.number
    used = {one.name for one in columns_of_list(number) if one.read}
    idle = tuple(found.known.found[name] for name in found.known.found if name not in used)
    gathered.tables.append(
        TableRead(
            file=found.table.file, table=f"List {number}", words=WORDS[number], rows=found.table.rows,
            recognised={header: name for name, header in found.known.found.items() if name in used},
            unrecognised=(*idle, *found.known.unrecognised),
        )
    )  # fmt: skip
    gathered.kept.setdefault(f"List {number}", []).append(_kept(found, idle))
    gathered.problems += [_missing(found, one.header) for one in found.known.missing]
    if number == ADOPTERS:
        return
    rows = rows_of(found)
    gathered.problems += [*in_place(rows.problems, found.place), *_out_of_order(found, rows)]
    if gathered.rows.get(number):
        gathered.problems.append(_again(found))
    gathered.rows.setdefault(number, []).append(rows)


def _extract(gathered: _Gathered, tick: Tick) -> Extract:
    by = {number: _together(some) for number, some in gathered.rows.items()}
    persons, conflicts = people(by)
    made = [
        persons, disabilities(by), involvements(by), *front_door(by), *in_need(by), *protection(by), *in_care(by),
        *leaving_care(by), *adoption(by),
    ]  # fmt: skip
    frames, fields = _by_noun([one for one in made if one is not None])
    tick("put the lists together, child by child")
    latest = LATEST_ONLY & fields.keys()
    return Extract(
        kind=WORDS_OF_KIND,
        columns=Columns(frames=frames, held=Held(fields=fields, latest_only=frozenset(latest))),
        tables=tuple(gathered.tables),
        problems=tuple(_in_order([*gathered.problems, *conflicts])),
        not_read=tuple(gathered.not_read),
        kept={name: pl.concat(some, how="diagonal") for name, some in gathered.kept.items()},
    )


def _together(some: Sequence[Rows]) -> Rows:
    """A list that lies on several sheets, as one."""
    if len(some) == 1:
        return some[0]
    has = frozenset[str]().union(*(one.has for one in some))
    return replace(some[0], frame=pl.concat([one.frame for one in some]), has=has)


def _by_noun(made: Sequence[Made]) -> tuple[dict[type[Fact], pl.DataFrame], dict[type[Fact], frozenset[str]]]:
    frames: dict[type[Fact], pl.DataFrame] = {}
    fields: dict[type[Fact], frozenset[str]] = {}
    for one in made:
        frames[one.noun] = pl.concat([frames[one.noun], one.frame]) if one.noun in frames else one.frame
        fields[one.noun] = fields.get(one.noun, frozenset()) | one.fields
    return frames, fields


def _kept(found: FoundList, idle: Sequence[str]) -> pl.DataFrame:
    """The columns that nothing reads, or whose words say more than what was read, beside the child's id.

    The whole list where no fact, or not every column's fact, is made of it.
    """
    known = found.known.found
    if found.number in KEPT_WHOLE or found.known.missing:
        return found.table.frame.drop(ROW)
    more = [known[name] for name in known if name in REWORDED]
    return found.table.frame.select(list(dict.fromkeys([known["child"], *idle, *found.known.unrecognised, *more])))


def _missing(found: FoundList, header: str) -> Problem:
    return Problem(
        file=found.table.file, table=found.place, column=header,
        reason=f"This list ({WORDS[found.number]}) has no column that could be this one, so what hangs on it cannot "
        "be said for any child of the list. The rest was read. If the column is there under another name, give it "
        "this one.",
    )  # fmt: skip


def _again(found: FoundList) -> Problem:
    return Problem(
        file=found.table.file, table=found.place,
        reason=f"Another sheet or file holds list {found.number} ({WORDS[found.number]}) too. Both were read as one "
        "list. If one of them is an older copy, take it out and read again.",
    )  # fmt: skip


def _out_of_order(found: FoundList, rows: Rows) -> list[Problem]:
    """An end before its start: both days stay as they stand, and it is said."""
    problems = []
    for first, then in IN_ORDER.get(rows.number, ()):
        header = found.known.found.get(then)
        wrong = rows.frame.filter((pl.col(then) < pl.col(first)).fill_null(False))
        problems += [
            Problem(
                file=found.table.file, table=found.place, row=row[ROW], column=header, value=str(row[then]),
                reason=f"This day lies before the one it follows ({row[first]}; child {row['child']}), so one of the "
                "two is wrong. Both were kept as they stand; what is counted from them may be wrong too.",
            )
            for row in wrong.iter_rows(named=True)
        ]  # fmt: skip
    return problems


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda one: (one.file, one.table or "", one.row or 0, one.column or "", one.reason))
