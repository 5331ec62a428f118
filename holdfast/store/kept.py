"""What is held at a position of the record: the newest version of every fact, as frames."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from holdfast.record.child import Held
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Fact
from holdfast.store.tables import WITHDRAWN, version_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The newest version of every fact at a position, withdrawn ones among them, and what the record holds.

    ``acts`` are the entries by which people put things on record here: no extract overrules them. ``frames`` have the
    noun's columns and, before them, what every version has (``version_schema``).
    """

    position: int
    frames: Mapping[type[Fact], pl.DataFrame] = field(default_factory=dict)
    acts: frozenset[int] = frozenset()
    held: Held = field(default_factory=lambda: Held(fields={}))

    def of(self, noun: type[Fact]) -> pl.DataFrame:
        """The noun's newest versions; empty when it has none."""
        found = self.frames.get(noun)
        return pl.DataFrame(schema=version_schema(noun)) if found is None else found

    def columns(self) -> Columns:
        """The record itself: what was not withdrawn, in the nouns' own columns."""
        frames = {
            noun: frame.filter(~pl.col(WITHDRAWN)).select(list(schema_of(noun))) for noun, frame in self.frames.items()
        }
        return Columns(frames=frames, held=self.held)


NOTHING_KEPT = Kept(position=0)
"""An empty record."""
