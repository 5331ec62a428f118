"""Whatever extracts came one after the other, every position is what the extract of that day said."""

from dataclasses import replace
from random import Random

import polars as pl
import pytest

from holdfast.record.child import Held
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import columns_of
from holdfast.record.register import NOUNS
from holdfast.store.chain import verify
from holdfast.store.difference import difference
from holdfast.store.load import load_as_known, load_child, load_columns, load_kept
from holdfast.store.save import position
from tests.invented_records import invented
from tests.store.records import MONDAY, TUESDAY, WEDNESDAY, save

pytestmark = pytest.mark.django_db

WHOLE = Held(fields={noun: frozenset(one.name for one in columns_of(noun)) for noun in NOUNS})


def extract(seed: int) -> Columns:
    """A few children's invented rows, each noun known whole."""
    return replace(invented(Random(seed), 2, whole=True), held=WHOLE)


def lines(columns: Columns) -> list[str]:
    """Every row of the record as a line, in order."""
    return sorted(f"{noun.__name__} {row}" for noun in NOUNS for row in columns.of(noun).iter_rows())


def some_of(columns: Columns, random: Random) -> Columns:
    """The same extract after a while: rows gone, and of some the words put right."""
    frames = {}
    for noun, frame in columns.frames.items():
        left = frame.filter(pl.Series([random.random() < 0.8 for _ in range(frame.height)], dtype=pl.Boolean))
        words = [name for name, kind in schema_of(noun).items() if kind == pl.String and name not in ("child", "id")]
        if words and random.random() < 0.5:
            left = left.with_columns(pl.lit("put right").alias(random.choice(words)))
        frames[noun] = left
    return replace(columns, frames=frames)


@pytest.mark.parametrize("seed", range(2))
def test_every_position_is_what_its_extract_said(seed: int) -> None:
    random = Random(seed)
    first = extract(seed)
    extracts = [first, some_of(first, random), first]
    for number, (columns, at) in enumerate(zip(extracts, (MONDAY, TUESDAY, WEDNESDAY), strict=True)):
        save(columns, at)
        assert difference(columns, load_kept()).empty
        assert position() == number + 1
    for number, columns in enumerate(extracts):
        assert lines(load_columns(number + 1)) == lines(columns)
    for at, columns in zip((MONDAY, TUESDAY, WEDNESDAY), extracts, strict=True):
        known = set(lines(load_as_known(at)))
        assert known >= set(lines(columns.as_at(at)))
    child = first.children()[0]
    assert sorted(map(repr, load_child(child, 2).facts.values())) == sorted(
        map(repr, load_columns(2).child(child).facts.values())
    )
    assert verify() == []
