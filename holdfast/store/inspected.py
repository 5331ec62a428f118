"""What inspectors wrote, as it is kept: documents that were taken in, corrections of what was read, and fates.

None of it is about a child. A row is never changed: whoever corrects adds another, and the later counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import polars as pl

from holdfast.record.columns import TIME
from holdfast.store.models import ConfirmedFate, InspectionDocument, LaterReading, ReadingCorrection, WordOnAClaim
from holdfast.store.rows import read

INT, TEXT = pl.Int64, pl.String


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One file that was taken in: its content's digest, its name and size, which reader read it, and what (JSON)."""

    digest: str
    name: str
    size: int
    reader: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """What a later reader read of a file that is on record: the file's digest, which reader, and what (JSON)."""

    digest: str
    reader: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """A person's word on one text (named by a hash), beside what had been read; what is None was not corrected."""

    text: str
    document: str
    passage: str
    themes: str | None
    polarity: str | None
    read_themes: str
    read_polarity: str | None
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FateRow:
    """What became of a point, as a person read it in a later sentence."""

    document: str
    point: int
    text: str
    later: str
    page: int
    paragraph: int | None
    sentence: str
    fate: str
    proposed: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """A person's word on what the council had claimed of a finding before a visit."""

    point: str
    finding: str
    says: str
    words: str
    by: str


WrittenRow = DocumentRow | ReadingRow | CorrectionRow | FateRow | WordRow


@dataclass(frozen=True, slots=True)
class Kept:
    """One row with the entry that wrote it: its number, and when it was made."""

    row: Any
    entry: int
    made_at: datetime


SCHEMAS: Mapping[type[Any], tuple[str, str, Mapping[str, Any]]] = {
    DocumentRow: (
        InspectionDocument._meta.db_table, "documents of inspectors",
        {"digest": TEXT, "name": TEXT, "size": INT, "reader": TEXT, "read": TEXT},
    ),
    ReadingRow: (
        LaterReading._meta.db_table, "later readings of documents", {"digest": TEXT, "reader": TEXT, "read": TEXT},
    ),
    CorrectionRow: (
        ReadingCorrection._meta.db_table, "corrections of what was read",
        {
            "text": TEXT, "document": TEXT, "passage": TEXT, "themes": TEXT, "polarity": TEXT, "read_themes": TEXT,
            "read_polarity": TEXT, "by": TEXT, "reason": TEXT,
        },
    ),
    FateRow: (
        ConfirmedFate._meta.db_table, "fates of points",
        {
            "document": TEXT, "point": INT, "text": TEXT, "later": TEXT, "page": INT, "paragraph": INT,
            "sentence": TEXT, "fate": TEXT, "proposed": TEXT, "by": TEXT, "reason": TEXT,
        },
    ),
    WordRow: (
        WordOnAClaim._meta.db_table, "words after a visit",
        {"point": TEXT, "finding": TEXT, "says": TEXT, "words": TEXT, "by": TEXT},
    ),
}  # fmt: skip
"""Of each kind of row: its table, what its rows are called, and its columns in the order in which they are digested."""


def frames_of(rows: Iterable[WrittenRow]) -> dict[str, pl.DataFrame]:
    """The rows as a frame for each table."""
    some = list(rows)
    return {
        table: pl.DataFrame(
            [[getattr(one, name) for name in schema] for one in some if type(one) is kind], schema=dict(schema),
            orient="row",
        )
        for kind, (table, _, schema) in SCHEMAS.items()
        if any(type(one) is kind for one in some)
    }  # fmt: skip


def kept_rows(kind: type[Any]) -> list[Kept]:
    """Every row of one kind in the order in which they were written, each with its entry."""
    table, _, schema = SCHEMAS[kind]
    assert list(schema) == [one.name for one in fields(kind)]
    numbered = read(table, {"_entry": INT, **schema}, 'ORDER BY t."row"', few=True)
    entries = sorted(set(numbered.get_column("_entry").to_list()))
    marks = ", ".join(["%s"] * len(entries))
    where = f'WHERE t."position" IN ({marks})' if entries else "WHERE 1 = 0"
    when = dict(read("store_entry", {"position": INT, "made_at": TIME}, where, entries, few=True).iter_rows())
    return [
        Kept(kind(**dict(zip(schema, cells, strict=True))), entry, when[entry])
        for entry, *cells in numbered.iter_rows()
    ]


def has_document(digest: str) -> bool:
    """Whether a file of this content was taken in."""
    return InspectionDocument.objects.filter(digest=digest).exists()
