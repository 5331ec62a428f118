"""Which table of the dataset a file holds, told from its header; the file's name says nothing.

Every name that the dataset's own comparison of suppliers' tables gives a column is accepted (the record's
``also`` names). A table that no noun reads is known by the prefix of its columns and is kept as text.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from holdfast.record.field import Column, Fact, columns_of, remembered
from holdfast.record.register import NOUNS

RECORDED_AT = "holdfast_recorded_at"
"""The column, in any table, of when a row was entered; extracts seldom have it, ours may."""

PERSON = "ssd_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTable:
    """A table of the dataset that nothing reads yet: its name, what its rows are, how its columns begin."""

    table: str
    words: str
    prefix: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A header seen as one table. ``found`` has, for each field's name, the file's headers that hold it."""

    table: str
    words: str
    noun: type[Fact] | None
    found: Mapping[str, tuple[str, ...]]
    unrecognised: tuple[str, ...]

    @property
    def recognised(self) -> dict[str, str]:
        """The file's header for each field that it became."""
        return {header: name for name, headers in self.found.items() for header in headers}


def table_of(headers: Sequence[str]) -> Match | None:
    """The table with this header; None when it is none of the dataset's and none of ours."""
    here = {header.casefold(): header for header in reversed(headers)}
    best: tuple[int, int, int] = (0, 0, 0)
    chosen: type[Fact] | None = None
    for noun in NOUNS:
        score = _score(noun, frozenset(here))
        if score > best:
            best, chosen = score, noun
    if chosen is not None:
        return _match(chosen, headers, here)
    return _other(headers)


def headers_of(one: Column) -> tuple[str, ...]:
    """Every name that a column goes by, the dataset's own first."""
    return (one.header, *one.also)


@remembered
def _names(noun: type[Fact]) -> tuple[frozenset[str], frozenset[str]]:
    """Every header of the noun, and those of its key, in small letters."""
    every = frozenset(name.casefold() for one in columns_of(noun) for name in headers_of(one))
    keys = frozenset(name.casefold() for one in columns_of(noun) if one.key for name in headers_of(one))
    return every, keys


def _score(noun: type[Fact], here: frozenset[str]) -> tuple[int, int, int]:
    """How well a header fits a noun; nought where it does not fit at all.

    The noun's own key settles it. Without the key, at least two columns must be the noun's; our own extension
    tables share plain names such as person_id and start_date, so one of those must be no other table's.
    """
    every, keys = _names(noun)
    matched, keyed = len(every & here), bool(keys & here)
    ours = noun.table.startswith("holdfast_")
    if not keyed and (matched < 2 or (ours and not every & here & _unshared())):
        return (0, 0, 0)
    if keyed and matched < 2 and not _own_prefix(noun, here):
        return (0, 0, 0)
    return (int(keyed), matched, -len(here - every))


@remembered
def _unshared() -> frozenset[str]:
    """The headers that only one noun has."""
    times = Counter(name for noun in NOUNS for name in _names(noun)[0])
    return frozenset(name for name, number in times.items() if number == 1)


def _own_prefix(noun: type[Fact], here: frozenset[str]) -> bool:
    """True when every column begins as the noun's key does: a table with nothing but its key is still it."""
    _, keys = _names(noun)
    prefix = min(keys).split("_")[0] + "_"
    return all(name.startswith(prefix) for name in here)


def _match(noun: type[Fact], headers: Sequence[str], here: Mapping[str, str]) -> Match:
    found = {}
    for one in columns_of(noun):
        names = tuple(here[name.casefold()] for name in headers_of(one) if name.casefold() in here)
        if names:
            found[one.name] = names
    if RECORDED_AT in here:
        found["recorded_at"] = (here[RECORDED_AT],)
    used = {header for names in found.values() for header in names}
    rest = tuple(header for header in headers if header not in used)
    return Match(table=noun.table, words=noun.words, noun=noun, found=found, unrecognised=rest)


def _other(headers: Sequence[str]) -> Match | None:
    names = frozenset(header.casefold() for header in headers)
    for other in other_tables():
        prefixed = [name for name in names if other.prefix and name.startswith(other.prefix)]
        if len(prefixed) * 2 > len(names) or (other.columns and names >= set(other.columns)):
            return Match(table=other.table, words=other.words, noun=None, found={}, unrecognised=tuple(headers))
    return None


@remembered
def other_tables() -> tuple[OtherTable, ...]:
    """The tables of the dataset that nothing reads yet, from the list that ships beside this file."""
    text = resources.files(__package__).joinpath("other_tables.csv").read_text(encoding="utf-8")
    return tuple(
        OtherTable(
            table=row["table"],
            words=row["words"],
            prefix=row["prefix"],
            columns=tuple(row["known_by"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    )
