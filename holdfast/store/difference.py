"""What an extract says that the record does not hold yet, and what the record holds that it says no more.

The difference is worked out before anything is written, so that somebody can look at it first. The same file twice
makes none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from holdfast.record.child import Held
from holdfast.record.columns import Columns, columns_from, schema_of
from holdfast.record.field import Fact, columns_of, happens_on
from holdfast.record.register import NOT_ABOUT_A_CHILD
from holdfast.store.holdings import HeldNoun, changed_holdings
from holdfast.store.identity import with_identity
from holdfast.store.kept import NOTHING_KEPT, Kept
from holdfast.store.tables import ENTRY, IDENTITY, REPLACES, ROW, WITHDRAWN, version_schema

FIELDS = "_fields"
"""In the changed rows: the names of the fields that say something else than before."""

BY_HAND = "_by_hand"
_BEFORE = "_before_"


@dataclass(frozen=True, slots=True, kw_only=True)
class NounDifference:
    """What differs in one noun.

    ``added`` and ``changed`` are what the extract says, ``before`` what the changed rows said, in the same order,
    ``withdrawn`` what was on record and is said no more. ``changed`` has the names of the changed fields in
    ``_fields``. ``unchanged`` counts the rows that say the same.
    """

    noun: type[Fact]
    added: pl.DataFrame
    changed: pl.DataFrame
    before: pl.DataFrame
    withdrawn: pl.DataFrame
    unchanged: int

    @property
    def number(self) -> int:
        """How many rows have to be written."""
        return self.added.height + self.changed.height + self.withdrawn.height

    def rows(self) -> pl.DataFrame:
        """The versions to be written: what was withdrawn says only whose it was."""
        said = [name for name in schema_of(self.noun) if name != "child"]
        gone = self.withdrawn.with_columns(
            pl.col(ROW).alias(REPLACES), pl.lit(True).alias(WITHDRAWN), *(pl.lit(None).alias(name) for name in said)
        )
        schema = {name: kind for name, kind in version_schema(self.noun).items() if name not in (ROW, "_entry")}
        parts = (self.added, self.changed, gone)
        return pl.concat([part.select(pl.col(name).cast(kind) for name, kind in schema.items()) for part in parts])


@dataclass(frozen=True)
class Difference:
    """Everything that saving would write, compared with the record at ``position``.

    ``nouns`` are those of which something is or was on record, in the register's order; ``holdings`` what the record
    would hold anew; ``unread`` the tables nothing reads that differ.
    """

    position: int
    nouns: tuple[NounDifference, ...] = ()
    holdings: Mapping[type[Fact], HeldNoun] = field(default_factory=dict)
    unread: Mapping[str, pl.DataFrame] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """True when there is nothing to save."""
        return not any(one.number for one in self.nouns) and not self.holdings and not self.unread

    @property
    def added(self) -> int:
        """How many facts are new."""
        return sum(one.added.height for one in self.nouns)

    @property
    def changed(self) -> int:
        """How many facts say something else than before."""
        return sum(one.changed.height for one in self.nouns)

    @property
    def withdrawn(self) -> int:
        """How many facts are said no more."""
        return sum(one.withdrawn.height for one in self.nouns)

    @property
    def unchanged(self) -> int:
        """How many facts say the same."""
        return sum(one.unchanged for one in self.nouns)

    @cached_property
    def children(self) -> tuple[str, ...]:
        """The ids of the children of whom something differs, in order."""
        parts = [
            frame.get_column("child")
            for one in self.nouns if one.noun not in NOT_ABOUT_A_CHILD
            for frame in (one.added, one.changed, one.withdrawn)
        ]  # fmt: skip
        return tuple(pl.concat(parts).drop_nulls().unique().sort().to_list()) if parts else ()


def difference(
    columns: Columns, kept: Kept = NOTHING_KEPT, *, unread: Mapping[str, pl.DataFrame] | None = None
) -> Difference:
    """Compare an extract with what is held. What a person put on record here, no extract changes or withdraws.

    A fact is withdrawn only where the extract holds its noun with its history and, where the extract says from when
    or until when it tells, happened within that time. What the extract has no column for stays as it was. ``unread``
    are the tables nothing reads that differ (``load_unread`` gives those held).
    """
    held = columns.held
    every = dict.fromkeys([*columns.frames, *kept.frames])
    nouns = [noun for noun in every if columns.of(noun).height or kept.of(noun).height]
    found = (
        _of_noun(noun, columns.of(noun), kept.of(noun), held, whole=noun in held.fields, acts=kept.acts)
        for noun in nouns
    )
    return Difference(
        position=kept.position, nouns=tuple(one for one in found if one.number or one.unchanged),
        holdings=changed_holdings(held, kept.held), unread=unread or {},
    )  # fmt: skip


def entered(facts: Iterable[Fact], kept: Kept, withdrawn: Iterable[Fact] = ()) -> Difference:
    """The difference that putting these facts on record makes. What is held stays, but for those that are withdrawn."""
    some, gone = list(facts), list(withdrawn)
    columns = columns_from(some, dict.fromkeys(type(fact) for fact in (*some, *gone)))
    found = []
    for noun in columns.frames:
        one = _of_noun(noun, columns.of(noun), kept.of(noun), columns.held, whole=False)
        key = next((column.name for column in columns_of(noun) if column.key), None)
        ids = [getattr(fact, key) for fact in gone if type(fact) is noun] if key else []
        if key and ids:
            one = replace(one, withdrawn=kept.of(noun).filter(~pl.col(WITHDRAWN) & pl.col(key).is_in(ids)))
        found.append(one)
    return Difference(position=kept.position, nouns=tuple(found))


def _of_noun(
    noun: type[Fact], said: pl.DataFrame, kept: pl.DataFrame, held: Held, *, whole: bool,
    acts: frozenset[int] = frozenset(),
) -> NounDifference:  # fmt: skip
    names = list(schema_of(noun))
    fields = held.fields.get(noun, frozenset(one.name for one in columns_of(noun)))
    new = with_identity(noun, said.select(list(schema_of(noun))))
    by_hand = pl.col(ENTRY).is_in(sorted(acts)).alias(BY_HAND)
    before = kept.select(IDENTITY, ROW, WITHDRAWN, by_hand, *(pl.col(name).alias(_BEFORE + name) for name in names))
    both = new.join(before, on=IDENTITY, how="left", maintain_order="left")
    known = pl.col(ROW).is_not_null() & ~pl.col(WITHDRAWN).fill_null(True)
    both = both.with_columns(
        pl.when(known & pl.col(name).is_null()).then(pl.col(_BEFORE + name)).otherwise(pl.col(name)).alias(name)
        for name in names
        if name not in fields
    )
    # What a row says that differs, by name; a field this extract has no column for was taken over above.
    differs = [pl.when(pl.col(name).ne_missing(pl.col(_BEFORE + name))).then(pl.lit(name)) for name in names]
    both = both.with_columns(pl.concat_list(differs).list.drop_nulls().alias(FIELDS), known.alias("_known"))
    free = ~pl.col(BY_HAND).fill_null(False)
    changed = both.filter(pl.col("_known") & free & (pl.col(FIELDS).list.len() > 0))
    added = both.filter(~pl.col("_known"))
    version = [pl.col(ROW).alias(REPLACES), pl.lit(False).alias(WITHDRAWN)]
    gone = _withdrawn(noun, new, kept.filter(~by_hand), held) if whole else kept.clear()
    return NounDifference(
        noun=noun, added=added.select(IDENTITY, *version, *names), withdrawn=gone,
        changed=changed.select(IDENTITY, *version, *names, FIELDS),
        before=changed.select(IDENTITY, *(pl.col(_BEFORE + name).alias(name) for name in names)),
        unchanged=both.height - changed.height - added.height,
    )  # fmt: skip


def _withdrawn(noun: type[Fact], new: pl.DataFrame, kept: pl.DataFrame, held: Held) -> pl.DataFrame:
    """What the record holds and the extract, which should have it, does not say."""
    gone = kept.filter(~pl.col(WITHDRAWN)).join(new, on=IDENTITY, how="anti", maintain_order="left")
    if noun in held.latest_only:
        return gone.clear()
    first, last = held.known_from.get(noun), held.known_until.get(noun)
    if first is None and last is None:
        return gone
    day = happens_on(noun)
    if day is None:
        return gone.clear()
    within = pl.col(day).is_not_null()
    if first is not None:
        within &= pl.col(day) >= first
    if last is not None:
        within &= pl.col(day) <= last
    return gone.filter(within)
