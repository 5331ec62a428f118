"""Reads the return's tables, of one year or several, into the record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from holdfast.dates import say
from holdfast.exchange.extract import Extract, TableRead, Tick
from holdfast.exchange.heads import head_of
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.ssda903.facts import earlier_care_leavers, facts_of
from holdfast.exchange.ssda903.frames import Typed, typed
from holdfast.exchange.ssda903.merging import latest_episodes, together
from holdfast.exchange.ssda903.people import people_of
from holdfast.exchange.ssda903.sources import Source, recognises, sources_of
from holdfast.exchange.ssda903.spells import Spells, spells_of
from holdfast.exchange.ssda903.tables import EPISODES, HEADER, MISSING, OC3, REVIEWS, SW_EPISODES, ReturnTable
from holdfast.exchange.ssda903.years import Years, counting_order, year_ends, years_of
from holdfast.record.child import Held
from holdfast.record.columns import Columns
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode

__all__ = ["read", "recognises"]

WORDS = "SSDA903 return on looked after children"
TABLE_OF: Mapping[type[Fact], ReturnTable] = {
    CareReview: REVIEWS, MissingEpisode: MISSING, CareLeaver: OC3, Involvement: SW_EPISODES,
}  # fmt: skip
"""The table that alone tells of a noun; every other hangs on the episodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Every source as typed rows, in the order in which they count, and the years they are about."""

    parts: list[Typed]
    years: Years
    rows: Mapping[ReturnTable, pl.DataFrame]

    @property
    def years_in_turn(self) -> list[int | None]:
        """The year of each part."""
        return [self.years.of[number] for number in range(len(self.parts))]


def read(files: Sequence[Path], tick: Tick) -> Extract:
    """Read the return's files together; CannotRead when neither children nor episodes are among them."""
    sources: list[Source] = []
    for place, path in enumerate(files):
        for one in sources_of(path, place, head_of(path)):
            sources.append(one)
            tick(f"{one.table.name}: {one.frame.height:,} rows ({path.name})")
    if not {HEADER, EPISODES} & {one.table for one in sources}:
        raise CannotRead(_nothing_to_hang_on(files))
    found = _typed(sources)
    extract = _extract(found)
    tick("checked that the tables and years agree")
    return extract


def _typed(sources: list[Source]) -> _Read:
    years = years_of(sources)
    order = counting_order(sources, years)
    turns = {number: turn for turn, number in enumerate(order)}
    parts = [typed(one, years.of[number], turns[number]) for number, one in enumerate(sources)]
    by_table: dict[ReturnTable, list[pl.DataFrame]] = {}
    for part in parts:
        by_table.setdefault(part.source.table, []).append(part.frame)
    return _Read(parts=parts, years=years, rows={table: together(some) for table, some in by_table.items()})


def _extract(found: _Read) -> Extract:
    people, problems = people_of(found.rows)
    spells: Spells | None = None
    if EPISODES in found.rows:
        merged, wrong = latest_episodes(EPISODES, found.rows[EPISODES])
        spells = spells_of(merged, found.years.last(EPISODES), found.years.known_from(EPISODES))
        problems += [*wrong, *spells.problems]
    facts = facts_of(people, found.rows, spells)
    every = [*found.years.problems, *(one for part in found.parts for one in part.problems), *problems]
    every += facts.problems
    return Extract(
        kind=WORDS,
        columns=Columns(frames=facts.frames, held=_held(facts.fields, found.years)),
        tables=tuple(_table_read(part, year) for part, year in zip(found.parts, found.years_in_turn, strict=True)),
        problems=_in_order(every),
        kept=_kept(found),
        until=_until(found.years),
    )


def _until(years: Years) -> date | None:
    """The end of the last return that was read."""
    last = years.last(EPISODES) or years.last(HEADER)
    return year_ends(last) if last is not None else None


def _held(fields: Mapping[type[Fact], frozenset[str]], years: Years) -> Held:
    return Held(fields=fields, known_from=_known_from(years), known_until=_known_until(fields, years))


def _known_until(fields: Iterable[type[Fact]], years: Years) -> dict[type[Fact], date]:
    """Of each noun, the end of the last year of its own table; of the whole return where that cannot be told."""
    found = {}
    for noun in fields:
        last = years.last(TABLE_OF.get(noun, EPISODES))
        until = _until(years) if last is None else year_ends(last)
        if until is not None:
            found[noun] = until
    return found


def _known_from(years: Years) -> dict[type[Fact], date]:
    """A return has the reviews of its own year only: those of earlier years are not known to have been or not.

    Where nothing tells the year of the reviews, no day is sure.
    """
    return {CareReview: years.known_from(REVIEWS) or date.max}


def _table_read(part: Typed, year: int | None) -> TableRead:
    source, table = part.source, part.source.table
    about = "" if year is None else f", year to {say(year_ends(year))}"
    recognised = {source.headers[name]: field for name, field in table.read.items() if name in source.headers}
    return TableRead(
        file=source.file, table=table.name, words=table.words + about, rows=source.frame.height,
        recognised=recognised, unrecognised=part.unread,
    )  # fmt: skip


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: (one.file, one.table or "", one.row or 0, one.column or "")))


def _kept(found: _Read) -> dict[str, pl.DataFrame]:
    """By table, the columns that nothing reads, of every file; and what a later return says anew of care leavers."""
    some: dict[str, list[pl.DataFrame]] = {}
    for part in found.parts:
        if part.kept is not None and part.kept.height:
            some.setdefault(part.source.table.name, []).append(part.kept)
    earlier = earlier_care_leavers(found.rows)
    if earlier is not None:
        some.setdefault(OC3.name, []).append(earlier)
    return {table: pl.concat(frames, how="diagonal") for table, frames in sorted(some.items())}


def _nothing_to_hang_on(files: Sequence[Path]) -> str:
    named = ", ".join(path.name for path in files[:5]) + (" …" if len(files) > 5 else "")
    return (
        f"Neither the children ({HEADER.name}) nor the episodes of care ({EPISODES.name}) are among the files "
        f"({named}). Every other table of the return hangs on them, so nothing could be read. Put the CSV with the "
        "columns CHILD, DECOM, RNE and LS into the folder; it may have any name."
    )
