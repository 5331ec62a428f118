"""The whole record of the council, held in memory at one position, and what was worked out from it.

Everything kept here can be thrown away and worked out again from the facts: it is never a source. When the record
has moved on, only the children whose facts changed are read and worked out again.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, cached_property, lru_cache
from threading import RLock
from typing import Any, TypeVar

import polars as pl

from holdfast.casework.forenames import told_apart
from holdfast.casework.moved import Moved
from holdfast.casework.view import View
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.record.child import Child
from holdfast.record.columns import Columns
from holdfast.record.people import Department, Person, Professional
from holdfast.record.register import NOT_ABOUT_A_CHILD

T = TypeVar("T")
K = TypeVar("K", "ByChild", "Rows")
Known = Callable[[datetime], Columns]
"""Gives the record as it had been entered by a moment."""

Replaced = Callable[[int], tuple[frozenset[str], Known]]
"""Whose rows were put right or withdrawn up to a position, and what was known of them: others' rows are as first typed.

It may name more children than those, and then costs more.
"""

Key = tuple[Hashable, ...]

MOST_KEPT = 400
"""How many worked-out things are kept before the one that was used least lately is let go."""

MOST_KNOWN = 4
"""How many records as they were known by some moment are kept: each is as large as the whole."""

FEW = 50
"""So many children are worked out one by one; more of them as columns, whose start alone takes a second."""


@dataclass(frozen=True, slots=True)
class Until:
    """As which moment the record stood from which something was worked out; ``known``: as it was known by another.

    Of what was known by a moment any older version of a row may be told: it holds only while rows are added.
    """

    moment: datetime
    known: bool = False


@dataclass(frozen=True, slots=True)
class ByChild:
    """A result for each child, and how to work it out again for those whose facts changed."""

    view: View
    work: Callable[[Columns], Mapping[str, Any]]
    found: Mapping[str, Any]
    one: Callable[[Child], Any] | None = None
    stale: frozenset[str] = frozenset()

    def moved_on(self, changed: frozenset[str]) -> "ByChild":
        """The same, to be worked out again for these children too when somebody next asks."""
        return replace(self, stale=self.stale | changed)

    def again(self, whole: Columns, child_of: Callable[[str], Child]) -> "ByChild":
        """The same after the stale children were worked out again; a few go through the engine for one child."""
        changed = self.stale
        rest = {child: found for child, found in self.found.items() if child not in changed}
        if self.one is not None and len(changed) <= FEW:
            told = ((child, self.one(child_of(child))) for child in sorted(changed))
            fresh = {child: found for child, found in told if found}
        else:
            fresh = dict(self.work(whole.only(changed))) if changed else {}
        return ByChild(self.view, self.work, {**rest, **fresh}, self.one)


@dataclass(frozen=True, slots=True)
class Rows:
    """As ``ByChild``, for results that are rows of a frame with a ``child``: of some children many, of others none.

    ``found`` is None before anything was worked out.
    """

    view: View
    work: Callable[[Columns], pl.DataFrame]
    found: pl.DataFrame | None
    one: Callable[[Child], pl.DataFrame]
    stale: frozenset[str] = frozenset()

    def moved_on(self, changed: frozenset[str]) -> "Rows":
        """The same, to be worked out again for these children too when somebody next asks."""
        return replace(self, stale=self.stale | changed)

    def again(self, whole: Columns, child_of: Callable[[str], Child]) -> "Rows":
        """The same after the stale children were worked out again; a few go through the engine for one child."""
        changed = sorted(self.stale)
        rest = [] if self.found is None else [self.found.filter(~pl.col("child").is_in(changed))]
        few = len(changed) <= FEW
        fresh = [self.one(child_of(child)) for child in changed] if few else [self.work(whole.only(self.stale))]
        return replace(self, found=pl.concat([*rest, *fresh]), stale=frozenset())


class Council:
    """One position of the record. ``position`` counts the acts that made it; nought is a record nobody kept."""

    def __init__(
        self, columns: Columns, *, position: int = 0, known: Known | None = None, settings: Settings = WEXMOUTH,
        replaced: Replaced | None = None,
    ) -> None:  # fmt: skip
        """Take the record as it stands, and how it was known by a moment. Without ``replaced`` no row ever was."""
        self.position = position
        self.settings = settings
        self._columns = columns
        self._known = known or columns.as_known
        self._replaced = replaced
        self._child_of = lru_cache(maxsize=2 * FEW)(columns.child)
        self._by_child: OrderedDict[Key, ByChild | Rows] = OrderedDict()
        self._kept: OrderedDict[Key, Any] = OrderedDict()
        self._known_by: OrderedDict[datetime, Columns] = OrderedDict()
        self._until: dict[Key, Until] = {}
        self._lock = RLock()
        self.worked_out = 0
        """How many things were worked out so far. It only grows, so that others can see how far somebody is."""

    @classmethod
    def of(cls, columns: Columns) -> "Council":
        """A council over any columns, without a store: for trying things out."""
        return cls(columns)

    def moved_on(self, fresh: Columns, changed: frozenset[str], position: int, known: Known) -> "Council":
        """The council at a later position: ``fresh`` are the facts of the ``changed`` children, and of no other."""
        whole = _with(self._columns, fresh, changed)
        later = Council(whole, position=position, known=known, settings=self.settings, replaced=self._replaced)
        later.worked_out = self.worked_out
        moved = Moved.between(self._columns, fresh, changed)
        differ = cache(moved.as_at)
        with self._lock:
            # Others go on asking this council meanwhile, and each answer puts something into what is kept.
            by_child, kept, until = list(self._by_child.items()), list(self._kept.items()), dict(self._until)
            known_by = list(self._known_by.items())
        for key, one in by_child:
            view = one.view
            if view.as_known is None or moved.only_added:
                # What had not happened by the moment that was looked at leaves what was worked out as it was.
                shows = differ(min(view.as_at, view.as_known or view.as_at))
                later._by_child[key] = one.moved_on(changed if shows else frozenset())
        for moment, columns in known_by:
            if moved.only_added and not moved.plan and not differ(moment):
                later._known_by[moment] = columns
        for key, found in kept:
            if key in until and (moved.only_added or not until[key].known) and not differ(until[key].moment):
                later._kept[key], later._until[key] = found, until[key]
        return later

    def columns(self, view: View) -> Columns:
        """Every fact on record, as known where that was asked; not yet cut as at the moment."""
        if view.as_known is None:
            return self._columns
        with self._lock:
            if view.as_known not in self._known_by:
                self._known_by[view.as_known] = self._known(view.as_known)
                self.worked_out += 1
                _let_go(self._known_by, MOST_KNOWN)
            self._known_by.move_to_end(view.as_known)
            return self._known_by[view.as_known]

    def each_as_known(self, moments: Iterable[datetime]) -> Iterator[Columns]:
        """The record as it was known by each moment, one after the other: what ``columns`` gives, and far cheaper.

        Rows that were never replaced are only left out until they were typed in; of the children of whom one was, all
        that was ever typed is read once. What was not read so is not yet cut as at the moment.
        """
        changed, known = self._replaced(self.position) if self._replaced else (frozenset[str](), None)
        rest = _without(self._columns, changed)
        for moment in moments:
            typed = pl.col("recorded_at").is_null() | (pl.col("recorded_at") <= moment)
            first = replace(rest, frames={noun: frame.filter(typed) for noun, frame in rest.frames.items()})
            yield _with(first, known(moment), changed) if known else first

    def child(self, child: str, view: View) -> Child | None:
        """One child's facts, as known where that was asked, not yet cut as at the moment; None: nobody by that id."""
        columns = self.columns(view)
        people = columns.of(Person)
        if not people.select((pl.col("child") == child).any()).item():
            return None
        return self._child_of(child) if columns is self._columns else columns.child(child)

    def by_child(
        self, key: Key, view: View, work: Callable[[Columns], Mapping[str, T]],
        one: Callable[[Child], T | None] | None = None,
    ) -> Mapping[str, T]:  # fmt: skip
        """The result for each child, kept; ``work`` must give for some children what it gives for all.

        ``one`` gives the same for one child's facts (not yet cut as at the moment) without columns: after a save it
        makes the first view quick. A child for whom it gives nothing (an empty result) is left out.
        """
        found: Mapping[str, T] = self._as_it_stands(
            (*key, view), view, lambda columns: self._worked(ByChild(view, work, {}, one), columns)
        )
        return found

    def rows(
        self, key: Key, view: View, work: Callable[[Columns], pl.DataFrame], one: Callable[[Child], pl.DataFrame]
    ) -> pl.DataFrame:
        """The same for rows of a frame: what ``work`` gives, in no order, ``one`` gives for one child's facts."""
        found: pl.DataFrame = self._as_it_stands(
            (*key, view, "rows"),
            view,
            lambda columns: self._worked(Rows(view, work, None, one), columns),
        )
        return found

    def _worked(self, nothing: K, columns: Columns) -> K:
        """Everybody's results for the first time: one child after the other where there are few, else as columns."""
        everybody = columns.children() if nothing.one is not None else []
        if not 0 < len(everybody) <= FEW:
            return replace(nothing, found=nothing.work(columns))
        return nothing.moved_on(frozenset(everybody)).again(columns, self._child_as_in(columns))

    def _child_as_in(self, columns: Columns) -> Callable[[str], Child]:
        return self._child_of if columns is self._columns else columns.child

    def _as_it_stands(self, key: Key, view: View, first: Callable[[Columns], ByChild | Rows]) -> Any:
        with self._lock:
            if key not in self._by_child:
                self._by_child[key] = first(self.columns(view))
                self.worked_out += 1
                _let_go(self._by_child)
            elif self._by_child[key].stale:
                columns = self.columns(view)
                self._by_child[key] = self._by_child[key].again(columns, self._child_as_in(columns))
            self._by_child.move_to_end(key)
            return self._by_child[key].found

    def kept(self, key: Key, work: Callable[[], T], until: "Until | None" = None) -> T:
        """Anything else that was worked out, kept until the record moves on.

        ``until``: it was worked out from the whole record as it stood at this moment and from nothing else. It is then
        kept for as long as nothing comes on record that had happened by then: a month that is over is counted once.
        """
        with self._lock:
            if key not in self._kept:
                self._kept[key] = work()
                self.worked_out += 1
                if until is not None:
                    self._until[key] = until
                _let_go(self._kept)
                self._until = {one: moment for one, moment in self._until.items() if one in self._kept}
            self._kept.move_to_end(key)
            found: T = self._kept[key]
            return found

    @cached_property
    def untimed(self) -> bool:
        """Whether any row about a child does not say when it was typed in."""
        return any(frame.get_column("recorded_at").null_count() for frame in self._about_children())

    @cached_property
    def timed(self) -> bool:
        """Whether any row about a child says when it was typed in."""
        return any(frame.get_column("recorded_at").null_count() < frame.height for frame in self._about_children())

    def _about_children(self) -> list[pl.DataFrame]:
        return [frame for noun, frame in self._columns.frames.items() if noun not in NOT_ABOUT_A_CHILD]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Each child's name, where one is on record."""
        whole = pl.concat_str("forename", "surname", separator=" ", ignore_nulls=True).alias("name")
        people = self._columns.of(Person).select("child", whole).filter(pl.col("name") != "")
        return dict(people.unique("child", keep="first", maintain_order=True).iter_rows())

    @cached_property
    def forenames(self) -> frozenset[str]:
        """The children's forenames, in small letters, that no worker has: for what must name nobody."""
        forenames = self._columns.of(Person).get_column("forename").drop_nulls().unique().to_list()
        return told_apart(forenames, list(self.workers.values()))

    @cached_property
    def named(self) -> frozenset[str]:
        """The whole names of children and workers: for what must name nobody."""
        return frozenset((*self.names.values(), *self.workers.values()))

    @cached_property
    def workers(self) -> Mapping[str, str]:
        """Each worker's name by id."""
        return dict(self._columns.of(Professional).select("child", "name").drop_nulls().iter_rows())

    @cached_property
    def teams(self) -> Mapping[str, str]:
        """Each team's name by id."""
        return dict(self._columns.of(Department).select("child", "name").drop_nulls().iter_rows())

    def name(self, child: str) -> str:
        """What a page calls the child."""
        return self.names.get(child, f"Child {child}")

    def worker(self, worker: str | None) -> str | None:
        """The worker's name, else the id as the source writes it."""
        return self.workers.get(worker, worker) if worker else None

    def team(self, team: str | None) -> str | None:
        """The team's name, else the id as the source writes it."""
        return self.teams.get(team, team) if team else None


def _let_go(kept: OrderedDict[Any, Any], most: int = MOST_KEPT) -> None:
    while len(kept) > most:
        kept.popitem(last=False)


def _without(columns: Columns, children: frozenset[str]) -> Columns:
    """The record without the facts of these children."""
    ids = pl.Series("child", sorted(children), dtype=pl.String).implode()
    return replace(columns, frames={
        noun: frame if noun in NOT_ABOUT_A_CHILD else frame.filter(~pl.col("child").is_in(ids))
        for noun, frame in columns.frames.items()
    })  # fmt: skip


def _with(columns: Columns, fresh: Columns, changed: frozenset[str]) -> Columns:
    """The record with the facts of the changed children taken out and the fresh ones put in."""
    ids = pl.Series("child", sorted(changed), dtype=pl.String).implode()
    frames = {}
    for noun, frame in columns.frames.items():
        new = fresh.of(noun)
        if noun in NOT_ABOUT_A_CHILD:
            frames[noun] = new if new.height else frame
            continue
        touched = frame.get_column("child").is_in(ids).any() or new.height
        frames[noun] = pl.concat([frame.filter(~pl.col("child").is_in(ids)), new]) if touched else frame
    for noun in fresh.frames.keys() - frames.keys():
        frames[noun] = fresh.of(noun)
    return replace(columns, frames=frames, held=fresh.held)
