"""Which year each file of the return is about, so that of two returns the later one counts.

A year is named by the 31 March on which it ends. It is taken from the file's name where one is there, else from
the days within, else from the order of the files; where nothing tells it, that is said. Names count in two ways:
some call the year to 31 March 2018 "2017", most call it "2018"; the days within tell which.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from holdfast.dates import Days, say
from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903.sources import Source
from holdfast.exchange.ssda903.tables import EPISODES, REVIEWS, ReturnTable
from holdfast.exchange.text import ROW
from holdfast.exchange.values import Cells, days

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/ ]?((?:19|20)?\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FIRST_TOLD = frozenset({"DATE_PLACED", "DATE_INT", "DATE_MATCH"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The year of each source, by its place in the list, where it can be told; and what was doubtful.

    ``known_from`` is the first day of the years without a gap that lead up to the last one, by table.
    """

    of: dict[int, int | None]
    problems: tuple[Problem, ...] = ()
    tables: dict[str, frozenset[int]] = field(default_factory=dict)

    def last(self, table: ReturnTable) -> int | None:
        """The last year of this table that was read."""
        return max(self.tables.get(table.name, ()), default=None)

    def known_from(self, table: ReturnTable) -> date | None:
        """The day from which this table was read without a gap; None where no year of it can be told."""
        years = self.tables.get(table.name)
        if not years:
            return None
        first = max(years)
        while first - 1 in years:
            first -= 1
        return year_starts(first)


def year_starts(year: int) -> date:
    """1 April on which the return's year begins."""
    return date(year - 1, 4, 1)


def year_ends(year: int) -> date:
    """31 March on which the return's year ends."""
    return date(year, 3, 31)


def year_of(day: date) -> int:
    """The return's year that a day lies in."""
    return day.year if day <= year_ends(day.year) else day.year + 1


def year_in_name(file: str) -> tuple[int, bool] | None:
    """The year in a file's name, and whether it can only be the year's end ("2025-26"); None without one."""
    span = _SPAN.search(file)
    if span:
        first, second = int(span.group(1)), int(span.group(2)[-2:])
        if (first + 1) % 100 == second:
            return first + 1, True
    found = _YEAR.search(file)
    return (int(found.group(1)), False) if found else None


def years_of(sources: Sequence[Source]) -> Years:
    """The year of every source."""
    named = {number: year_in_name(one.file) for number, one in enumerate(sources)}
    within = {
        number: _year_within(one) if one.table is EPISODES or named[number] is None else None
        for number, one in enumerate(sources)
    }
    later = _named_by_start(sources, named, within)
    problems: list[Problem] = []
    found: dict[int, int | None] = {}
    for number, one in enumerate(sources):
        name = named[number]
        if name is None:
            continue
        found[number] = name[0] if name[1] else name[0] + later
        problems += _another_year(one, found[number], within[number])
    _unnamed(sources, within, found)
    problems += _not_told(sources, found)
    tables: dict[str, set[int]] = {}
    for number, one in enumerate(sources):
        year = found[number]
        if year is not None:
            tables.setdefault(one.table.name, set()).add(year)
    return Years(of=found, problems=tuple(problems), tables={name: frozenset(some) for name, some in tables.items()})


def _named_by_start(
    sources: Sequence[Source], named: dict[int, tuple[int, bool] | None], within: dict[int, int | None]
) -> int:
    """One where the names give the year in which each return begins; else nought."""
    gaps = Counter[int]()
    for number, one in enumerate(sources):
        name, told = named[number], within[number]
        if one.table is EPISODES and name is not None and not name[1] and told is not None:
            gaps[told - name[0]] += 1
    return 1 if gaps[1] > gaps[0] else 0


def _year_within(source: Source) -> int | None:
    """The year told by the days in a table.

    Episodes end within their return's year, so most ends tell it; without any end, the latest start does. Of
    other tables only those tell it whose days all lie in one year.
    """
    if source.table is EPISODES:
        ends = _years(source, "DEC", last_night=True)
        if len(ends):
            counted = ends.value_counts().sort("count", "DEC").get_column("DEC")
            return int(counted[-1])
        starts = _years(source, "DECOM")
        return int(starts.sort()[-1]) if len(starts) else None
    names = [name for name in source.table.days if name != "DOB" and name not in _FIRST_TOLD]
    there = {int(year) for name in names for year in _years(source, name).unique()}
    return there.pop() if len(there) == 1 else None


def _years(source: Source, column: str, *, last_night: bool = False) -> pl.Series:
    """The return's year of each day in a column. A child who left on 1 April was last in care the night before."""
    frame = source.frame
    if column not in frame.columns:
        return pl.Series(column, [], dtype=pl.Int32)
    cells = Cells(file=source.file, table=None, column=column, rows=frame[ROW], text=frame[column])
    told = pl.DataFrame({column: days(cells).values.drop_nulls()})
    day = pl.col(column)
    after_march = (day.dt.month() > 3) & ~((day.dt.month() == 4) & (day.dt.day() == 1) & pl.lit(last_night))
    return told.select(day.dt.year() + after_march.cast(pl.Int32)).get_column(column)


def _unnamed(sources: Sequence[Source], within: dict[int, int | None], found: dict[int, int | None]) -> None:
    """The year of files whose name has none.

    Episodes tell their own; the other tables of one XML file are of the same return. Where all the episodes here
    are of one year, so is everything else. Only else do the days of another table tell its year.
    """
    left = [number for number in range(len(sources)) if number not in found]
    by_file = {
        one.place: found.get(number, within[number]) for number, one in enumerate(sources) if one.table is EPISODES
    }
    told = {year for year in by_file.values() if year is not None}
    if len(by_file) == 1 and not found:
        told = _with_reviews(sources, within, told)
        by_file = dict.fromkeys(by_file, max(told, default=None))
    only = next(iter(told)) if len(told) == 1 else None
    for number in left:
        year = by_file.get(sources[number].place) or only
        found[number] = within[number] if year is None else year


def _with_reviews(sources: Sequence[Source], within: dict[int, int | None], told: set[int]) -> set[int]:
    """The year of the one return that is here: reviews that all lie in one later year tell it better."""
    reviewed = {within[number] for number, one in enumerate(sources) if one.table is REVIEWS}
    every = told | {year for year in reviewed if year is not None}
    return {max(every)} if every else set()


def _another_year(source: Source, year: int | None, within: int | None) -> Iterable[Problem]:
    """A file whose days lie in another year than its name says."""
    if source.table is not EPISODES or year is None or within is None or year - 1 <= within <= year:
        return
    yield Problem(
        file=source.file, table=source.table.name,
        reason=f"By its name this file is the return for the year to {say(year_ends(year))}, and its days are "
        f"those of the year to {say(year_ends(within))}. It may be the wrong file. It was read under the year of "
        "its name, which decides which of two returns counts; if that is wrong, give it its right name.",
    )  # fmt: skip


def _not_told(sources: Sequence[Source], found: dict[int, int | None]) -> Iterable[Problem]:
    """Several files of one table, of which one at least has no year."""
    for number, one in enumerate(sources):
        same = [other for other in sources if other.table is one.table]
        if found[number] is None and len(same) > 1:
            yield Problem(
                file=one.file, table=one.table.name,
                reason="Neither its name nor the days in it tell which year's return this is, and there are "
                f"{len(same)} files of this table. Where they differ about the same child, a file whose year is "
                "known counts before this one, and of two without a year the one whose name comes last. Put the "
                "year into the name, such as 2026-" + one.table.name + ".csv.",
            )  # fmt: skip


def counting_order(sources: Sequence[Source], years: Years) -> list[int]:
    """The places of the sources in the order in which they count, the last to count at the end.

    By year, those without one first; then by place among the files.
    """
    return sorted(range(len(sources)), key=lambda number: (years.of[number] or 0, sources[number].place))


def after_the_year(source: Source, year: int | None, column: str, read: pl.Series) -> list[Problem]:
    """Days that lie after the return's year: kept, and said once a column, at the first of them."""
    if year is None or column == "DOB":
        return []
    last = Days(1).after(year_ends(year)) if column in ("DEC", "SW_DEC", "MIS_END") else year_ends(year)
    late = source.frame.select(ROW).with_columns(read.alias("day")).filter((read > last).fill_null(False))
    if late.is_empty():
        return []
    row, day = late.row(0)
    more = f", as do {late.height - 1} more in this column" if late.height > 1 else ""
    return [Problem(
        file=source.file, table=source.table.name, row=row, column=source.headers[column], value=str(day),
        reason=f"This return is for the year to {say(year_ends(year))}, and this day lies after it{more}. A return "
        "cannot know what came later, so the day may be wrong, or the file another year's. It was kept as it stands.",
    )]  # fmt: skip
