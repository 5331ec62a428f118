"""The record out of the database: all of it, some children's, or as it was known by a moment."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import polars as pl
from django.db import connection

from holdfast.record.child import Child, Held
from holdfast.record.columns import TIME, Columns, schema_of
from holdfast.record.field import Fact
from holdfast.record.register import NOT_ABOUT_A_CHILD, NOUNS
from holdfast.store.entries import acts_until
from holdfast.store.entries import position as newest_position
from holdfast.store.holdings import held_of
from holdfast.store.kept import Kept
from holdfast.store.models import Entry, Holding, KeptRow
from holdfast.store.rows import Asked, Tick, read, read_together, silent
from holdfast.store.tables import ENTRY, IDENTITY, OF_A_VERSION, REPLACES, ROW, WITHDRAWN, table_of, version_schema

_A_PART = 500
"""How many children are asked for in one question."""

_A_FEW = 50
"""About how many children all tables are asked in one question: whether they have rows there."""


def load_kept(position: int | None = None, children: Iterable[str] | None = None, progress: Tick = silent) -> Kept:
    """The newest version of every fact at a position, withdrawn ones too: what an extract is compared with."""
    at = newest_position() if position is None else position
    wanted = None if children is None else sorted(set(children))
    frames = {}
    for noun in NOUNS:
        asked = None if noun in NOT_ABOUT_A_CHILD else wanted
        frames[noun] = _parts(noun, version_schema(noun), f"WHERE {_newest(noun)}", [at, at], asked)
        progress(f"{noun.words}: {frames[noun].height:,}")
    return Kept(position=at, frames=frames, acts=acts_until(at), held=held_at(at))


def load_columns(position: int | None = None, progress: Tick = silent) -> Columns:
    """The whole record at a position (the newest, unless another is asked for)."""
    at = newest_position() if position is None else position
    frames = {}
    for noun in NOUNS:
        frames[noun] = _read(noun, schema_of(noun), _standing(noun), [at, at])
        progress(f"{noun.words}: {frames[noun].height:,}")
    return Columns(frames=frames, held=held_at(at))


def load_children(children: Sequence[str], position: int | None = None) -> Columns:
    """The record of these children; workers and teams go with it."""
    at = newest_position() if position is None else position
    wanted = sorted(set(children))
    with_rows = _nouns_with(wanted)
    frames = {}
    for noun in NOUNS:
        asked = None if noun in NOT_ABOUT_A_CHILD else wanted if noun in with_rows else []
        frames[noun] = _parts(noun, schema_of(noun), _standing(noun), [at, at], asked)
    return Columns(frames=frames, held=held_at(at))


def load_child(child: str, position: int | None = None) -> Child:
    """One child's record as plain facts; without a fact where nobody of that id is on record."""
    at = newest_position() if position is None else position
    facts: dict[type[Fact], tuple[Fact, ...]] = dict.fromkeys(NOUNS, ())
    nouns = _nouns_with([child])
    asked = [_versions_of(noun, child, at) for noun in nouns]
    for noun, rows in zip(nouns, read_together(asked), strict=True):
        names = list(schema_of(noun))
        replaced = {row[0] for row in rows}
        facts[noun] = tuple(
            noun(**dict(zip(names, cells, strict=True)))
            for _, row, withdrawn, *cells in rows
            if row not in replaced and not withdrawn
        )
    return Child(id=child, facts=facts, held=held_at(at))


def _versions_of(noun: type[Fact], child: str, at: int) -> Asked:
    """Every version of a child's facts (of workers and teams: of all); which are the newest is seen afterwards."""
    schema = {name: OF_A_VERSION[name][1] for name in (REPLACES, ROW, WITHDRAWN)} | schema_of(noun)
    where, params = "WHERE t.entry_id <= %s", [at]
    if noun in NOT_ABOUT_A_CHILD:
        return table_of(noun), schema, where, params
    return table_of(noun), schema, f"{where} AND t.child = %s", [at, child]


def _nouns_with(children: Sequence[str]) -> list[type[Fact]]:
    """The nouns of which these children have rows, and those that are about no child."""
    found = set(NOT_ABOUT_A_CHILD)
    about = [noun for noun in NOUNS if noun not in NOT_ABOUT_A_CHILD]
    for some in _divided(children, _A_FEW):
        asked = [
            f'SELECT {number} WHERE EXISTS (SELECT 1 FROM "{table_of(noun)}" WHERE child IN ({_marks(some)}))'  # noqa: S608
            for number, noun in enumerate(about)
        ]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(asked), [*some] * len(asked))
            found.update(about[number] for (number,) in cursor.fetchall())
    return [noun for noun in NOUNS if noun in found]


def _marks(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def load_as_known(moment: datetime, position: int | None = None, children: Iterable[str] | None = None) -> Columns:
    """The record as it had been put in by ``moment``: of each fact the last version that was known by then.

    A version is known from when the source says it was recorded, where that is newer than what the version before it
    said; else from the entry that wrote it. A first version without such a time counts as typed on the day it tells of,
    because extracts seldom say when a row was typed; what had not happened by then was not known.
    """
    return Versions.of(position, children).as_known(moment)


@dataclass(frozen=True, slots=True)
class Versions:
    """Every version of some children's facts, read once: for asking of many moments what was known by each."""

    frames: Mapping[type[Fact], pl.DataFrame]
    made: pl.DataFrame
    held: Held

    @classmethod
    def of(cls, position: int | None = None, children: Iterable[str] | None = None) -> "Versions":
        """The versions up to a position (the newest) of these children (everybody); workers and teams go with them."""
        at = newest_position() if position is None else position
        wanted = None if children is None else sorted(set(children))
        frames = {}
        for noun in NOUNS:
            asked = None if noun in NOT_ABOUT_A_CHILD else wanted
            frames[noun] = _parts(noun, version_schema(noun), "WHERE t.entry_id <= %s", [at], asked)
        return cls(frames=frames, made=_made(at), held=held_at(at))

    def as_known(self, moment: datetime) -> Columns:
        """The record as ``load_as_known`` gives it."""
        frames = {
            noun: _known(versions, self.made, moment).select(list(schema_of(noun)))
            for noun, versions in self.frames.items()
        }
        return Columns(frames=frames, held=self.held).as_at(moment).whole()


def children_touched(after: int, position: int) -> frozenset[str]:
    """The children of whom an entry after ``after``, and up to ``position``, wrote something."""
    about = [table_of(noun) for noun in NOUNS if noun not in NOT_ABOUT_A_CHILD]
    asked = [f'SELECT child FROM "{table}" WHERE entry_id > %s AND entry_id <= %s' for table in about]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(asked), [after, position] * len(asked))
        return frozenset(child for (child,) in cursor.fetchall() if child is not None)


def load_unread(position: int | None = None) -> Mapping[str, pl.DataFrame]:
    """The tables nothing reads, as they were last read: text by header."""
    at = newest_position() if position is None else position
    tables = KeptRow.objects.filter(entry__lte=at).values_list("table", flat=True).distinct().order_by("table")
    return {table: _unread(table, at) for table in tables}


def held_at(position: int) -> Held:
    """What the record holds at a position: which nouns, with which fields, from when."""
    return held_of(list(Holding.objects.filter(entry__lte=position).order_by("row")))


def _unread(table: str, at: int) -> pl.DataFrame:
    rows = KeptRow.objects.filter(table=table, entry__lte=at)
    last = rows.order_by("-entry").values_list("entry", flat=True)[0]
    cells = [json.loads(text) for text in rows.filter(entry=last).order_by("row").values_list("cells", flat=True)]
    return pl.DataFrame(cells, schema=dict.fromkeys(cells[0], pl.String), orient="row")


def _newest(noun: type[Fact]) -> str:
    """Versions up to a position that no version up to it replaces."""
    later = f'SELECT 1 FROM "{table_of(noun)}" l WHERE l.replaces = t."row" AND l.entry_id <= %s'  # noqa: S608
    return f"t.entry_id <= %s AND NOT EXISTS ({later})"


def _standing(noun: type[Fact]) -> str:
    """The same without what was withdrawn."""
    return f"WHERE NOT t.withdrawn AND {_newest(noun)}"


def _parts(
    noun: type[Fact], schema: Mapping[str, Any], where: str, params: Sequence[Any], children: Sequence[str] | None
) -> pl.DataFrame:
    if children is None:
        return _read(noun, schema, where, params)
    parts = [
        _read(noun, schema, f"{where} AND t.child IN ({_marks(some)})", [*params, *some], few=len(children) <= _A_FEW)
        for some in _divided(children, _A_PART)
    ]
    return pl.concat(parts) if parts else pl.DataFrame(schema=schema)


def _divided(children: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(children), size):
        yield children[start : start + size]


def _read(
    noun: type[Fact], schema: Mapping[str, Any], where: str, params: Sequence[Any], *, few: bool = False
) -> pl.DataFrame:
    return read(table_of(noun), schema, f'{where} ORDER BY t."row"', params, few=few)


def _made(at: int) -> pl.DataFrame:
    made = Entry.objects.filter(position__lte=at).order_by("position").values_list("position", "made_at")
    return pl.DataFrame(list(made), schema={ENTRY: pl.Int64, "_made": pl.Datetime("us", "UTC")}, orient="row")


def _known(versions: pl.DataFrame, made: pl.DataFrame, moment: datetime) -> pl.DataFrame:
    if versions.get_column(REPLACES).null_count() == versions.height:
        # Nothing was ever changed here, which is most of a record: no entry has to be asked for its time.
        return versions.filter(pl.col("recorded_at").is_null() | (pl.col("recorded_at") <= moment))
    before = versions.select(pl.col(ROW).alias(REPLACES), pl.col("recorded_at").alias("_recorded_before"))
    first, recorded = pl.col(REPLACES).is_null(), pl.col("recorded_at")
    newly = recorded.is_not_null() & (first | (recorded > pl.col("_recorded_before")).fill_null(True))
    known = pl.when(newly).then(recorded).when(~first).then(pl.col("_made").dt.convert_time_zone(str(TIME.time_zone)))
    some = (
        versions.join(made, on=ENTRY, how="left", maintain_order="left")
        .join(before, on=REPLACES, how="left", maintain_order="left")
        .filter(known.is_null() | (known <= moment))
    )
    again = some.filter(pl.col(REPLACES).is_not_null()).get_column(IDENTITY).unique()
    several = pl.col(IDENTITY).is_in(again.implode())
    last = some.filter(several).group_by(IDENTITY).agg(pl.col(ROW).max()).get_column(ROW)
    return some.filter(~several | pl.col(ROW).is_in(last.implode())).filter(~pl.col(WITHDRAWN))
