"""The same record as tables of columns: every child at once.

One polars frame for each noun; a column for each field, under the field's own name. What the scalar record
does to one child's facts (as at, as known), this does to every row; a property test holds the two equal.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import polars as pl

from holdfast.record.child import Child, Held
from holdfast.record.field import Fact, columns_of, happens_on
from holdfast.record.register import NOT_ABOUT_A_CHILD, NOUNS
from holdfast.record.where import All, Always, AnyOf, Before, Is, IsNot, Known, NotBefore, Unknown, Where

TIME = pl.Datetime("us", "Europe/London")
_TYPES: dict[str, Any] = {
    "text": pl.String, "json": pl.String, "day": pl.Date, "time": TIME, "flag": pl.Boolean, "number": pl.Float64,
}  # fmt: skip


def schema_of(noun: type[Fact]) -> dict[str, Any]:
    """The columns of a noun's frame and their polars types."""
    return {one.name: _TYPES[one.kind] for one in columns_of(noun)} | {"recorded_at": TIME}


def empty(noun: type[Fact]) -> pl.DataFrame:
    """A frame of this noun without a row."""
    return pl.DataFrame(schema=schema_of(noun))


class Tables(Mapping[type[Fact], pl.DataFrame]):
    """The tables of a record, each worked out when it is first asked for: most questions ask for a few of them."""

    def __init__(self, nouns: Iterable[type[Fact]], work: Callable[[type[Fact]], pl.DataFrame]) -> None:
        """Take the nouns there is a table of, and how a noun's table is worked out; it must always give the same."""
        self._nouns, self._work = tuple(nouns), work
        self._done: dict[type[Fact], pl.DataFrame] = {}

    def __getitem__(self, noun: type[Fact]) -> pl.DataFrame:
        """The noun's table; KeyError where the record has none."""
        if noun not in self._done:
            if noun not in self._nouns:
                raise KeyError(noun)
            self._done[noun] = self._work(noun)
        return self._done[noun]

    def __contains__(self, noun: object) -> bool:
        """Whether there is a table of this noun."""
        return noun in self._nouns

    def __iter__(self) -> Iterator[type[Fact]]:
        """Every noun there is a table of."""
        return iter(self._nouns)

    def __len__(self) -> int:
        """How many tables there are."""
        return len(self._nouns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Every child's facts: a frame by noun, and what the extract could say."""

    frames: Mapping[type[Fact], pl.DataFrame]
    held: Held = field(default_factory=lambda: Held(fields={}))
    # Workers, teams and the plan go with every child: they are made into facts once, for whoever asks first.
    _shared: dict[type[Fact], tuple[Fact, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, noun: type[Fact]) -> pl.DataFrame:
        """The noun's frame; empty when the extract has none (ask ``held`` whether that means anything)."""
        return self.frames[noun] if noun in self.frames else empty(noun)

    def as_at(self, moment: datetime) -> "Columns":
        """The record as it stood at ``moment``."""
        frames = self.frames
        return replace(self, frames=Tables(frames, lambda noun: _as_at(noun, frames[noun], moment)))

    def as_known(self, moment: datetime) -> "Columns":
        """The record as it had been entered by ``moment``, and so as it then stood."""
        known = pl.col("recorded_at").is_null() | (pl.col("recorded_at") <= moment)
        entered = replace(self, frames={noun: frame.filter(known) for noun, frame in self.frames.items()})
        return entered.as_at(moment).whole()

    def whole(self) -> "Columns":
        """The same with every table worked out, for what is kept long: what it was cut from can then be let go."""
        return replace(self, frames=dict(self.frames))

    def children(self) -> list[str]:
        """Every child's id, in order."""
        ids = [frame.get_column("child") for noun, frame in self.frames.items() if noun not in NOT_ABOUT_A_CHILD]
        return pl.concat(ids).drop_nulls().unique().sort().to_list() if ids else []

    def only(self, children: Iterable[str]) -> "Columns":
        """The part of the record that is about these children (workers and teams go with every part)."""
        wanted = pl.Series("child", sorted(set(children)), dtype=pl.String)
        theirs, frames = pl.col("child").is_in(wanted.implode()), self.frames
        parts = Tables(frames, lambda noun: frames[noun] if noun in NOT_ABOUT_A_CHILD else frames[noun].filter(theirs))
        return replace(self, frames=parts)

    def child(self, child: str) -> Child:
        """One child's record as plain facts."""
        facts = {}
        for noun, frame in self.frames.items():
            if noun not in NOT_ABOUT_A_CHILD:
                facts[noun] = _facts(noun, frame.filter(pl.col("child") == child))
                continue
            if noun not in self._shared:
                self._shared[noun] = _facts(noun, frame)
            facts[noun] = self._shared[noun]
        return Child(id=child, facts=facts, held=self.held)


def _facts(noun: type[Fact], rows: pl.DataFrame) -> tuple[Fact, ...]:
    return tuple(noun(**row) for row in rows.iter_rows(named=True))


def columns_from(facts: Iterable[Fact], nouns: Iterable[type[Fact]] = NOUNS) -> Columns:
    """The record made of these facts. It holds every one of ``nouns`` whole: one without a fact is known empty."""
    rows: dict[type[Fact], list[Fact]] = {noun: [] for noun in nouns}
    for fact in facts:
        rows[type(fact)].append(fact)
    frames = {noun: _frame_of(noun, some) for noun, some in rows.items()}
    fields = {noun: frozenset(one.name for one in columns_of(noun)) for noun in rows}
    return Columns(frames=frames, held=Held(fields=fields))


def columns_of_child(child: Child) -> Columns:
    """One child's facts as columns, for what is only told of columns."""
    frames = Tables(child.facts, lambda noun: _frame_of(noun, child.facts[noun]))
    return Columns(frames=frames, held=child.held)


def _frame_of(noun: type[Fact], facts: Iterable[Fact]) -> pl.DataFrame:
    schema = schema_of(noun)
    rows = [tuple(getattr(fact, name) for name in schema) for fact in facts]
    return pl.DataFrame(rows, schema=schema, orient="row")


def every_child(columns: Columns) -> Iterable[Child]:
    """Each child's record in turn, dividing every frame only once."""
    divided: dict[type[Fact], dict[str, list[Fact]]] = {}
    shared = {}
    for noun, frame in columns.frames.items():
        if noun in NOT_ABOUT_A_CHILD:
            shared[noun] = tuple(noun(**row) for row in frame.iter_rows(named=True))
            continue
        by_child = divided.setdefault(noun, {})
        for row in frame.iter_rows(named=True):
            by_child.setdefault(row["child"], []).append(noun(**row))
    for child in columns.children():
        own = {noun: tuple(by_child.get(child, ())) for noun, by_child in divided.items()}
        yield Child(id=child, facts=own | shared, held=columns.held)


def _as_at(noun: type[Fact], frame: pl.DataFrame, moment: datetime) -> pl.DataFrame:
    own, every = happens_on(noun), columns_of(noun)
    blanks: list[pl.Expr] = []
    for one in every:
        if one.kind != "day" or one.planned:
            continue
        time = next((other.name for other in every if other.time_of == one.name), None)
        after = _after(one.name, time, moment)
        if one.name == own:
            frame = frame.filter(~after)
            continue
        along = [other.name for other in every if other.known_with == one.name]
        blanks += [pl.when(~after).then(pl.col(name)).alias(name) for name in (one.name, *along)]
        if time:
            blanks.append(pl.when(~after).then(pl.col(time)).alias(time))
    return frame.with_columns(blanks) if blanks else frame


def _after(day: str, time: str | None, moment: datetime) -> pl.Expr:
    by_day = (pl.col(day) > moment.date()).fill_null(False)
    if time is None:
        return by_day
    return pl.when(pl.col(time).is_not_null()).then(pl.col(time) > moment).otherwise(by_day)


def condition(where: Where) -> pl.Expr:
    """The condition as an expression that is true or false, never null."""
    match where:
        case Always():
            return pl.lit(True)
        case Is(field=name, values=values):
            return pl.any_horizontal([pl.col(name) == value for value in values]).fill_null(False)
        case IsNot(field=name, values=values):
            return ~pl.any_horizontal([pl.col(name) == value for value in values]).fill_null(False)
        case Known(field=name):
            return pl.col(name).is_not_null()
        case Unknown(field=name):
            return pl.col(name).is_null()
        case Before(field=name, other=other):
            return (pl.col(name) < pl.col(other)).fill_null(False)
        case NotBefore(field=name, other=other):
            return (pl.col(name) >= pl.col(other)).fill_null(False)
        case All(parts=parts):
            return pl.all_horizontal([condition(part) for part in parts])
        case AnyOf(parts=parts):
            return pl.any_horizontal([condition(part) for part in parts])
    raise TypeError(f"{where!r} is no condition that columns can be asked. Add it to condition().")
