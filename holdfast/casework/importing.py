"""Taking a file in: read it whole, show how it differs from the record, then put the difference on record at once.

Nothing is written before somebody has seen the difference, and what is written is one entry, all of it or nothing.
The same file twice makes no difference.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polars as pl

from holdfast.casework.apart.asking import read_apart
from holdfast.casework.apart.limits import Limits
from holdfast.casework.apart.refused import NotLetIn, Refused
from holdfast.dates import LONDON
from holdfast.exchange.extract import Extract, NotRead, TableRead, Tick, silent
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.reading import read_extract
from holdfast.record.columns import Columns
from holdfast.record.field import Fact, column_named
from holdfast.record.people import Department, Person, Professional
from holdfast.record.register import NOT_ABOUT_A_CHILD, NOUNS
from holdfast.store.chain import verify
from holdfast.store.difference import FIELDS, Difference, NounDifference, difference, entered
from holdfast.store.entries import Entry, entry_numbered, newest_entries
from holdfast.store.inspected import ReadingRow, frames_of
from holdfast.store.kept import Kept
from holdfast.store.load import load_kept, load_unread
from holdfast.store.save import RecordMoved, position, save_difference

__all__ = [
    "Change", "Proposal", "RecordMoved", "Taken", "Touched", "begin", "compare", "digest_of_path", "entries", "entry",
    "position", "propose", "propose_apart", "put_readings", "put_right", "take_in", "taken_after", "verify",
]  # fmt: skip

MUCH = 10
"""A file that would withdraw more than one in so many facts on record is most often only a part of one."""

_WORDS = {noun.__name__: noun.words for noun in NOUNS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How many rows of one table would come new, say something else, or be withdrawn; ``same`` say what they said."""

    words: str
    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    same: int = 0

    @property
    def any(self) -> bool:
        """Whether anything of the table differs."""
        return bool(self.added or self.changed or self.withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A child of whom something differs. ``what`` says it, a table at a time; ``new`` that nobody held her before."""

    child: str
    name: str
    new: bool
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What taking a file in would do. ``digest`` tells the file by its content; ``ids`` are all those that it names.

    ``difference`` is what would be written, compared with the record at ``position``.
    """

    kind: str
    digest: str
    children: int
    ids: frozenset[str]
    tables: tuple[TableRead, ...]
    problems: tuple[Problem, ...]
    not_read: tuple[NotRead, ...]
    changes: tuple[Change, ...]
    touched: tuple[Touched, ...]
    difference: Difference

    @property
    def position(self) -> int:
        """The entry of the record that the file was compared with."""
        return self.difference.position

    @property
    def nothing(self) -> bool:
        """Whether the record says all of it already."""
        return self.difference.empty

    @property
    def withdraws_much(self) -> bool:
        """Whether more of what is held would be withdrawn than a whole file withdraws."""
        held = self.difference.changed + self.difference.withdrawn + self.difference.unchanged
        return self.difference.withdrawn * MUCH > held


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An entry of the record: which, when, by whom, what it was, and what it changed, table by table."""

    position: int
    made_at: datetime
    who: str
    what: str
    source: str
    changes: tuple[Change, ...]


def propose(path: Path, tick: Tick = silent) -> Proposal:
    """Read and check everything at a path, and compare it with what is held; CannotRead where nothing is readable."""
    return compare(read_extract(path, tick), digest_of_path(path), tick)


def propose_apart(path: Path, limits: Limits, called: str = "") -> Proposal:
    """The same of a file from outside, read in a process apart; NotLetIn where it was stopped, else CannotRead.

    ``called`` is what the person who gave it calls it, where that is not the path's own name.
    """
    extract = read_apart("extract", path, limits, called)
    if isinstance(extract, Refused):
        raise (NotLetIn if extract.harmful else CannotRead)(extract.reason)
    return compare(extract, digest_of_path(path))


def compare(extract: Extract, digest: str, tick: Tick = silent) -> Proposal:
    """What would be written of an extract that was read."""
    kept = load_kept()
    tick("compared with what is on record")
    found = difference(extract.columns, kept, unread=_unread(extract.kept))
    names, known = _names(extract.columns, kept)
    return Proposal(
        kind=extract.kind, digest=digest, children=len(extract.columns.children()), ids=_ids(extract.columns),
        tables=extract.tables, problems=extract.problems, not_read=extract.not_read,
        changes=tuple(_change(one) for one in sorted(found.nouns, key=lambda one: NOUNS.index(one.noun)) if one.number),
        difference=found,
        touched=tuple(_touched(found, names, known)),
    )  # fmt: skip


def take_in(proposal: Proposal, *, who: str, what: str, source: str, made_at: datetime) -> Taken | None:
    """Put the difference on record as one entry; None where there was none. RecordMoved: compare again, then ask."""
    if proposal.nothing:
        return None
    saved = save_difference(
        proposal.difference, made_at=made_at, who=who, what=what, source=source, digest=proposal.digest
    )
    return _taken(saved)


def begin(columns: Columns, *, who: str, what: str, source: str, made_at: datetime, tick: Tick = silent) -> Taken:
    """The first entry of an empty record. RecordMoved where it has begun already."""
    found = difference(columns)
    return _taken(save_difference(found, made_at=made_at, who=who, what=what, source=source, tick=tick))


def put_right(facts: Iterable[Fact], *, who: str, what: str, source: str, made_at: datetime) -> Taken:
    """Newer versions of facts that are on record, as one entry: what was typed in before stays as it was known then."""
    some = list(facts)
    found = entered(some, load_kept(children=sorted({one.child for one in some})))
    return _taken(save_difference(found, made_at=made_at, who=who, what=what, source=source))


def put_readings(rows: Iterable[ReadingRow], *, who: str, what: str, source: str, made_at: datetime) -> Taken:
    """Later readings of reports that are on record, as one entry: what was read of them first stays."""
    also = frames_of(rows)
    now = Difference(position=position())
    return _taken(save_difference(now, made_at=made_at, who=who, what=what, source=source, also=also))


def entries(most: int = 20) -> tuple[Taken, ...]:
    """The newest entries of the record, the newest first."""
    return tuple(_taken(one) for one in newest_entries(most))


def entry(number: int) -> Taken | None:
    """One entry of the record; None where it has none of this number."""
    found = entry_numbered(number)
    return _taken(found) if found else None


def taken_after(position: int, digest: str) -> Taken | None:
    """The entry that a file made of the record as it stood at ``position``; None where no file of this digest did."""
    found = entry_numbered(position + 1)
    return _taken(found) if found and digest and found.digest == digest else None


def digest_of_path(path: Path) -> str:
    """The digest of a file, or of the files at the top of a folder with their names."""
    files = [path] if path.is_file() else sorted(one for one in path.glob("*") if one.is_file())
    whole = hashlib.sha256()
    for one in files:
        with one.open("rb") as file:
            whole.update(f"{one.name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\0".encode())
    return whole.hexdigest()


def _taken(saved: Entry) -> Taken:
    counts: Mapping[str, Mapping[str, int]] = json.loads(saved.counts)
    return Taken(
        position=saved.position, made_at=saved.made_at.astimezone(LONDON), who=saved.who, what=saved.what,
        source=saved.source,
        changes=tuple(
            Change(words=_WORDS[noun.__name__], **counts[noun.__name__]) for noun in NOUNS if noun.__name__ in counts
        ),
    )  # fmt: skip


def _unread(found: Mapping[str, pl.DataFrame]) -> Mapping[str, pl.DataFrame]:
    """The tables nothing reads that say something else than those held."""
    held = load_unread()
    return {name: frame for name, frame in found.items() if name not in held or not frame.equals(held[name])}


def _ids(columns: Columns) -> frozenset[str]:
    """Every id of a child, a worker or a team that the file names."""
    others = [columns.of(noun).get_column("child").drop_nulls().to_list() for noun in (Professional, Department)]
    return frozenset(columns.children()).union(*others)


def _names(columns: Columns, kept: Kept) -> tuple[Mapping[str, str], frozenset[str]]:
    """Each child's name, in the file or else on record, and the children who are on record."""
    held = kept.columns()
    named = _named(held) | _named(columns)
    return named, frozenset(held.children())


def _named(columns: Columns) -> dict[str, str]:
    whole = pl.concat_str("forename", "surname", separator=" ", ignore_nulls=True).alias("name")
    return dict(columns.of(Person).select("child", whole).filter(pl.col("name") != "").iter_rows())


def _change(one: NounDifference) -> Change:
    return Change(
        words=one.noun.words, added=one.added.height, changed=one.changed.height, withdrawn=one.withdrawn.height,
        same=one.unchanged,
    )  # fmt: skip


def _touched(found: Difference, names: Mapping[str, str], known: frozenset[str]) -> Iterator[Touched]:
    said: dict[str, list[str]] = {child: [] for child in found.children}
    for one in found.nouns:
        if one.noun not in NOT_ABOUT_A_CHILD and one.number:
            for child, words in _said(one):
                said[child].append(words)
    for child, what in said.items():
        yield Touched(child=child, name=names.get(child, f"Child {child}"), new=child not in known, what=tuple(what))


def _said(one: NounDifference) -> Iterator[tuple[str, str]]:
    """Of each child, what differs in one table, in words."""
    parts = ((one.added, "new"), (one.withdrawn, "withdrawn"))
    words: dict[str, list[str]] = {}
    for frame, how in parts:
        for child, number in frame.group_by("child", maintain_order=True).len().drop_nulls("child").iter_rows():
            words.setdefault(child, []).append(f"{number:,} {how}")
    for child, rows, fields in _fields_by_child(one.changed):
        words.setdefault(child, []).append(f"{rows:,} changed ({_meanings(one.noun, fields)})")
    for child, some in words.items():
        yield child, f"{one.noun.words}: {', '.join(some)}"


def _fields_by_child(changed: pl.DataFrame) -> Iterator[tuple[str, int, list[str]]]:
    by_child = changed.group_by("child", maintain_order=True).agg(pl.len(), pl.col(FIELDS).explode().unique())
    yield from by_child.drop_nulls("child").iter_rows()


def _meanings(noun: type[Fact], fields: Iterable[str]) -> str:
    return "; ".join(
        "when it was typed in" if name == "recorded_at" else column_named(noun, name).meaning for name in sorted(fields)
    )
