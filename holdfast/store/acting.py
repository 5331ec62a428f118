"""What a person puts on record: one turn at a time, once for each key, and what others changed in between."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import polars as pl
from django.db import transaction

from holdfast.dates import LONDON
from holdfast.record.columns import schema_of
from holdfast.record.field import Fact, columns_of
from holdfast.store.difference import entered
from holdfast.store.entries import position
from holdfast.store.in_time import in_time
from holdfast.store.inspected import WrittenRow, frames_of
from holdfast.store.load import load_kept
from holdfast.store.models import Act, Entry
from holdfast.store.rows import read
from holdfast.store.save import ACT_SCHEMA, ACTS, alone, save_difference
from holdfast.store.tables import table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """The line that every act leaves: what, to whose record, by whom, in which seat, on what basis, once for a key."""

    act: str
    child: str
    who: str
    seat: str
    basis: str
    key: str
    base: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """An act that is on record; ``digest`` is over what its form said (``digest_of``), empty where nobody kept it."""

    act: str
    child: str
    who: str
    words: str
    entry: int
    digest: str = ""


def digest_of(said: Mapping[str, str]) -> str:
    """What stands for everything that a form said, part by part: the same words give the same, whatever their order."""
    return sha256(json.dumps(dict(sorted(said.items())), ensure_ascii=False).encode()).hexdigest()


@contextmanager
def in_turn() -> Iterator[int]:
    """One transaction in which nobody else writes; gives the position of the record as the turn begins."""
    with transaction.atomic():
        alone()
        yield position()


def answered(key: str) -> Acted | None:
    """The act that this key already stands for; None where it is new."""
    found = Act.objects.filter(key=key).values("act", "child", "who", "words", "entry_id", "entry__digest").first()
    if found is None:
        return None
    return Acted(
        act=found["act"], child=found["child"], who=found["who"], words=found["words"], entry=found["entry_id"],
        digest=found["entry__digest"],
    )  # fmt: skip


def versions_since(base: int, child: str, facts: Sequence[Fact]) -> list[dict[str, Any]]:
    """Which of these facts got a version after position ``base``: who put it there, when, as what, and the fact."""
    found: list[tuple[int, Fact]] = []
    for noun in dict.fromkeys(type(one) for one in facts):
        key = next((one.name for one in columns_of(noun) if one.key), None)
        wanted = {getattr(one, key) for one in facts if type(one) is noun} if key else set()
        schema = {"_entry": pl.Int64, **schema_of(noun)}
        where = 'WHERE t.child = %s AND t.entry_id > %s AND NOT t.withdrawn ORDER BY t."row"'
        for entry, *cells in read(table_of(noun), schema, where, [child, base]).iter_rows():
            fact = noun(**dict(zip(schema_of(noun), cells, strict=True)))
            if key is None or getattr(fact, key) in wanted:
                found.append((entry, fact))
    entries = {one.position: one for one in Entry.objects.filter(position__in={entry for entry, _ in found})}
    return [
        {
            "who": entries[entry].who,
            "at": entries[entry].made_at.astimezone(LONDON),
            "what": entries[entry].what,
            "fact": fact,
        }
        for entry, fact in found
    ]


def put_on_record(
    facts: Sequence[Fact], line: ActLine, *, made_at: datetime, who: str, what: str, rows: Sequence[WrittenRow] = (),
    said: Mapping[str, str] | None = None, withdrawn: Sequence[Fact] = (),
) -> int:  # fmt: skip
    """Write the facts, and the act's line, as one entry; gives the entry's number. Call it within ``in_turn``.

    Of what the form ``said`` a digest is kept: the same form that comes once more is known by its key and by that.
    ``rows`` are about no child: what inspectors wrote, and what people said of it. ``withdrawn`` are facts that are
    said no more; every version of them stays.
    """
    about = sorted({fact.child for fact in (*facts, *withdrawn)} | {line.child})
    kept = load_kept(children=about)
    row = {name: [getattr(line, name)] for name in line.__slots__}
    with in_time():
        entry = save_difference(
            entered(facts, kept, withdrawn), made_at=made_at, who=who, what=what, source="holdfast", kind="act",
            digest="" if said is None else digest_of(said),
            also={ACTS: pl.DataFrame(row, schema=ACT_SCHEMA), **frames_of(rows)},
        )  # fmt: skip
    return int(entry.position)
