"""The entries of the record, in order."""

import hashlib
import json
from datetime import UTC

from django.db.models import Max

from holdfast.store.models import Entry

ACT = "act"
"""The kind of an entry that a person made here."""

__all__ = [
    "ACT",
    "Entry",
    "acts_until",
    "entry_numbered",
    "first_source",
    "hash_of",
    "newest",
    "newest_entries",
    "position",
]


def position() -> int:
    """The number of the newest entry; 0 when nothing is on record yet."""
    found = Entry.objects.aggregate(newest=Max("position"))["newest"]
    return int(found or 0)


def newest() -> Entry | None:
    """The newest entry; None when nothing is on record yet."""
    return Entry.objects.order_by("-position").first()


def newest_entries(most: int) -> list[Entry]:
    """So many entries, the newest first."""
    return list(Entry.objects.order_by("-position")[:most])


def entry_numbered(number: int) -> Entry | None:
    """The entry of this number; None where there is none."""
    return Entry.objects.filter(position=number).first()


def acts_until(position: int) -> frozenset[int]:
    """The entries up to a position by which people put things on record here, rather than a file."""
    return frozenset(Entry.objects.filter(kind=ACT, position__lte=position).values_list("position", flat=True))


def first_source() -> str | None:
    """Where the first entry says its rows came from; None when nothing is on record yet."""
    return Entry.objects.filter(position=1).values_list("source", flat=True).first()


def hash_of(entry: Entry) -> str:
    """What the entry's hash must be: worked out from everything it says and the hash of the one before it."""
    said = {
        "position": entry.position, "made_at": entry.made_at.astimezone(UTC).isoformat(), "kind": entry.kind,
        "who": entry.who, "what": entry.what, "source": entry.source, "digest": entry.digest,
        "counts": entry.counts, "contents": entry.contents, "previous_hash": entry.previous_hash,
    }  # fmt: skip
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
