"""Wexmouth's facts as tables of columns: a block of children at a time, so that a large council stays small."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import Any

import polars as pl

from holdfast.record.child import Held
from holdfast.record.columns import Columns, empty, schema_of
from holdfast.record.field import Fact, columns_of
from holdfast.record.in_care import ReviewingOfficer
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.oversight import Supervision
from holdfast.record.people import Involvement, Professional
from holdfast.record.register import NOUNS
from holdfast.wexmouth.workers import PREFIX

Frames = dict[type[Fact], pl.DataFrame]
Tick = Callable[[str], None]

NAMED_IN: tuple[tuple[type[Fact], str], ...] = (
    (Involvement, "professional"), (ReviewingOfficer, "professional"), (Supervision, "professional"),
    (CareLeaver, "adviser"),
)  # fmt: skip
"""Where a worker of the crowd can be named."""


def frames_of(facts: Iterable[Fact]) -> Frames:
    """A frame for each noun that has a fact."""
    rows: dict[type[Fact], list[tuple[Any, ...]]] = {}
    gets: dict[type[Fact], Callable[[Fact], tuple[Any, ...]]] = {}
    for fact in facts:
        noun = type(fact)
        if noun not in rows:
            rows[noun], gets[noun] = [], attrgetter(*schema_of(noun))
        rows[noun].append(gets[noun](fact))
    return {noun: _frame(noun, some) for noun, some in rows.items()}


def _frame(noun: type[Fact], rows: list[tuple[Any, ...]]) -> pl.DataFrame:
    schema = schema_of(noun)
    cells = zip(*rows, strict=True)
    return pl.DataFrame([
        pl.Series(name, list(column), dtype=kind)
        for (name, kind), column in zip(schema.items(), cells, strict=True)
    ])  # fmt: skip


def whole(blocks: Iterable[Frames]) -> Columns:
    """The record of all the blocks; every noun is held whole, one without a fact as known to be empty."""
    parts: dict[type[Fact], list[pl.DataFrame]] = {noun: [] for noun in NOUNS}
    for block in blocks:
        for noun, frame in block.items():
            parts[noun].append(frame)
    frames = {noun: pl.concat(some) if some else empty(noun) for noun, some in parts.items()}
    return Columns(frames=frames, held=_held())


def _held() -> Held:
    return Held(fields={noun: frozenset(one.name for one in columns_of(noun)) for noun in NOUNS})


def as_it_stood(facts: Iterable[Fact], moment: datetime) -> Frames:
    """The facts of a block as they stood at a moment: what lies ahead is not on record yet, booked days are."""
    return dict(Columns(frames=frames_of(facts), held=_held()).as_at(moment).frames)


def names_of_workers(columns: Columns) -> list[str]:
    """The names, such as ``east-12``, of every worker who is named on a child's record, in order."""
    ids = [columns.of(noun).get_column(name) for noun, name in NAMED_IN]
    every = pl.concat(ids).drop_nulls().unique().sort().to_list()
    return [str(one).removeprefix(PREFIX) for one in every]


def caseloads(columns: Columns) -> Iterator[tuple[str, int]]:
    """For each worker's name, with how many children she works now."""
    now = columns.of(Involvement).filter(pl.col("ended_on").is_null())
    counted = now.group_by("professional").agg(pl.col("child").n_unique()).sort("professional")
    for worker, children in counted.iter_rows():
        yield str(worker).removeprefix(PREFIX), int(children)


def with_workers(columns: Columns, workers: Iterable[Professional]) -> Columns:
    """The record with these workers added."""
    more = whole([frames_of(workers)]).of(Professional)
    frames = {**columns.frames, Professional: pl.concat([columns.of(Professional), more])}
    return Columns(frames=frames, held=columns.held)


def in_place_of(columns: Columns, facts: Iterable[Fact]) -> Columns:
    """The record with each of these facts in the place of the row that has its id; KeyError where none has."""
    frames = dict(columns.frames)
    for fact in facts:
        noun = type(fact)
        key = next(one.name for one in columns_of(noun) if one.key)
        frame = frames[noun]
        found = (frame.get_column(key) == getattr(fact, key)).arg_true()
        if found.len() != 1:
            raise KeyError(f"{found.len()} rows have the id {getattr(fact, key)!r}.")
        at = found[0]
        frames[noun] = pl.concat([frame[:at], frames_of([fact])[noun].select(frame.columns), frame[at + 1 :]])
    return Columns(frames=frames, held=columns.held)
