"""Whether the record is still as it was written: every entry's hash and every row's part in it, worked out again."""

import json
from collections.abc import Iterator

import polars as pl

from holdfast.record.field import Fact
from holdfast.record.register import NOUNS
from holdfast.store.canonical import digest_of
from holdfast.store.entries import hash_of
from holdfast.store.inspected import SCHEMAS
from holdfast.store.models import Entry
from holdfast.store.rows import Tick, read, silent
from holdfast.store.save import ACT_SCHEMA, ACTS, HOLDING_SCHEMA, HOLDINGS, KEPT_ROWS, KEPT_SCHEMA
from holdfast.store.tables import ENTRY, OF_A_VERSION, table_of, version_schema


def verify(tick: Tick = silent) -> list[str]:
    """What is wrong with the record, in plain words, the earliest entry first; an empty list when nothing is.

    The last entries can be cut off without a trace in the database itself: keep the newest hash somewhere else too.
    """
    problems: list[tuple[int, str]] = []
    for entry, previous in _in_order():
        problems += _of_entry(entry, previous)
    problems += _of_rows({entry.position: json.loads(entry.contents) for entry, _ in _in_order()}, tick)
    return [words for _, words in sorted(problems)]


def _in_order() -> Iterator[tuple[Entry, Entry | None]]:
    """Each entry with the one before it."""
    previous = None
    for entry in Entry.objects.order_by("position"):
        yield entry, previous
        previous = entry


def _of_entry(entry: Entry, previous: Entry | None) -> Iterator[tuple[int, str]]:
    number = entry.position
    before = previous.position if previous else 0
    if number != before + 1:
        yield number, f"Before entry {number} stands entry {before}: an entry between them is gone."
    if entry.previous_hash != (previous.hash if previous else ""):
        yield number, f"Entry {number} does not follow from entry {before}: one of the two was altered."
    if entry.hash != hash_of(entry):
        yield number, f"Entry {number} ({entry.what}) no longer says what it said when it was made."


def _of_rows(contents: dict[int, dict[str, str]], tick: Tick) -> Iterator[tuple[int, str]]:
    """The tables whose rows are not those their entries wrote."""
    for table, words, schema in _tables():
        try:
            rows = read(table, {ENTRY: pl.Int64} | schema)
        except pl.exceptions.PolarsError as error:
            yield 0, f"The {words} hold something that was never written there and cannot be read: {error}"
            continue
        written = {int(str(key[0])): digest_of(part) for key, part in rows.partition_by(ENTRY, as_dict=True).items()}
        for number in sorted(written.keys() | contents.keys()):
            if written.get(number) != contents.get(number, {}).get(table):
                yield number, f"Of entry {number}, the {words} are not the rows that it wrote."
        tick(f"{words}: {rows.height:,}")


def _tables() -> Iterator[tuple[str, str, dict[str, object]]]:
    for noun in NOUNS:
        yield table_of(noun), noun.words, _schema(noun)
    yield HOLDINGS, "accounts of what is held", dict(HOLDING_SCHEMA)
    yield ACTS, "lines of acts", dict(ACT_SCHEMA)
    yield KEPT_ROWS, "rows that nothing reads", dict(KEPT_SCHEMA)
    for table, words, schema in SCHEMAS.values():
        yield table, words, dict(schema)


def _schema(noun: type[Fact]) -> dict[str, object]:
    """The columns in the order in which they were digested when they were written."""
    own = [name for name in version_schema(noun) if name not in OF_A_VERSION]
    version = [name for name in OF_A_VERSION if name not in ("_row", ENTRY)]
    return {name: version_schema(noun)[name] for name in (*version, *own)}
