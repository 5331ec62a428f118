"""Reads a folder of the dataset's tables into the record.

Only the table of people is required. A table that is not there is unknown; one without rows is empty. A cell
that cannot be read is blank and a problem; a row is left out only when it says nothing (the same row again)
or belongs to no child, and both are said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from holdfast.exchange.extract import Extract, TableRead, Tick
from holdfast.exchange.heads import Head
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.ssd.checks import check
from holdfast.exchange.ssd.frames import FILE, NounRead, read_noun
from holdfast.exchange.ssd.links import named_by_role, with_children
from holdfast.exchange.ssd.roles import role_words
from holdfast.exchange.ssd.tables import PERSON, Match, table_of
from holdfast.exchange.text import ROW, TextTable, read_text_table
from holdfast.record.child import Held
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Fact
from holdfast.record.people import Person

WORDS = "Standard Safeguarding Dataset"


def recognises(head: Head) -> bool:
    """True for a delimited text file whose header is that of one of the dataset's or our own tables."""
    return table_of(head.columns) is not None


@dataclass(slots=True)
class _Gathered:
    """What has been read so far."""

    nouns: dict[type[Fact], list[NounRead]] = field(default_factory=dict)
    kept: dict[str, list[pl.DataFrame]] = field(default_factory=dict)
    tables: list[TableRead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(files: Sequence[Path], tick: Tick) -> Extract:
    """Read the dataset's tables in these files; CannotRead when the people are not among them."""
    roles = role_words(files[0].parent if files else None)
    gathered = _Gathered()
    for path in files:
        table = read_text_table(path)
        match = table_of(table.headers)
        if match is not None:
            _take(gathered, table, match, roles)
            tick(f"{match.table}: {table.rows:,} rows ({path.name})")
    if Person not in gathered.nouns:
        raise CannotRead(_no_people(files))
    return _extract(gathered, tick)


def _take(gathered: _Gathered, table: TextTable, match: Match, roles: Mapping[str, str]) -> None:
    """One file: its problems, its account, its frame, and what of it nothing reads."""
    named = [one if one.table else replace(one, table=match.table) for one in table.problems]
    gathered.problems.extend(named)
    gathered.tables.append(
        TableRead(
            file=table.file, table=match.table, words=match.words, rows=table.rows,
            recognised=match.recognised, unrecognised=match.unrecognised,
        )
    )  # fmt: skip
    if match.noun is None:
        gathered.kept.setdefault(match.table, []).append(table.frame.drop(ROW))
        return
    read_one = read_noun(table, match, roles)
    gathered.problems.extend(read_one.problems)
    gathered.nouns.setdefault(match.noun, []).append(read_one)
    if read_one.kept is not None:
        gathered.kept.setdefault(match.table, []).append(read_one.kept)


def _extract(gathered: _Gathered, tick: Tick) -> Extract:
    """The record from all the files: children found through links, the checks across tables, the account."""
    frames, fields = {}, {}
    for noun, some in gathered.nouns.items():
        frames[noun] = pl.concat([one.frame for one in some])
        fields[noun] = frozenset[str]().union(*(one.fields for one in some))
    checked = check(with_children(frames, fields))
    tick("checked that the tables agree")
    facts = {noun: frame.select(list(schema_of(noun))) for noun, frame in checked.frames.items()}
    extra = named_by_role(facts, fields)
    if extra is not None:
        facts |= extra.frames
        fields |= extra.fields
        gathered.tables.append(extra.table)
    problems = sorted(
        [*gathered.problems, *checked.problems], key=lambda one: (one.file, one.row or 0, one.column or "")
    )
    return Extract(
        kind=WORDS,
        columns=Columns(frames=facts, held=Held(fields=fields)),
        tables=tuple(gathered.tables),
        problems=tuple(problems),
        kept={table: _as_text(some) for table, some in gathered.kept.items()},
    )


def _as_text(some: list[pl.DataFrame]) -> pl.DataFrame:
    """Tables of one kind put together, whatever columns each has."""
    return pl.concat([one.drop(FILE, ROW, strict=False) for one in some], how="diagonal")


def _no_people(files: Sequence[Path]) -> str:
    named = ", ".join(path.name for path in files[:5]) + (" …" if len(files) > 5 else "")
    return (
        f"The table of people ({PERSON}) is not among the files ({named}). Every other table hangs on it, so "
        "nothing could be read for any child. Put the CSV with the column pers_person_id into the folder; it "
        "may have any name."
    )
