"""The eleven lists: their columns under the inspectorate's headers, and how a header of any council is known.

Councils write the headers in their own ways. A header becomes plain words (small letters, no punctuation, the
usual abbreviations spelt out), and each column says which words it must have, which of several will do (``|``)
and which it must not have (``!``). The data lie in ``lists.csv`` beside this file.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from holdfast.record.field import remembered

SHARED, ADOPTERS = 0, 11
LISTS = tuple(range(1, 12))
WITH_DISABILITY = 4
"""From this list on the child's disability is asked for."""
WITHOUT_WORKER = (1, 2, 10, 11)

WORDS: Mapping[int, str] = {
    1: "contacts", 2: "early help assessments", 3: "referrals", 4: "child and family assessments",
    5: "section 47 enquiries and initial conferences", 6: "children in need", 7: "child protection plans",
    8: "children in care", 9: "care leavers", 10: "children with a plan for adoption", 11: "prospective adopters",
}  # fmt: skip
"""What the rows of each list are."""

_SPELT_OUT = tuple(
    (re.compile(rf"\b(?:{short})\b"), f" {long} ")
    for short, long in (
        (r"y n|yes no", ""),
        (r"d o b|dob", "date of birth"),
        (r"s ?47s?|sec(?:tion)? 47|section47", "section47"),
        (r"icpcs?", "initial child protection conference"),
        (r"rcpc", "review child protection conference"),
        (r"cpps?|cp plans?", "child protection plan"),
        (r"cp", "child protection"),
        (r"no further action", "nfa"),
        (r"child(?:ren)? in need", "cin"),
        (r"lac|cla|cic|looked after child(?:ren)?|child(?:ren)? looked after|child(?:ren)? in care", "looked after"),
        (r"reviewing officer", "iro"),
        (r"sw|social worker (?=visit)", "social work"),
        (r"pa|adviser|advisers|advisors", "advisor"),
        (r"los", "placement location"),
        (r"local authority", "la"),
        (r"post code", "postcode"),
        (r"case (?:id|number|ref|reference)|(?:client|person|child) (?:number|no|ref|reference)$", "child id"),
        (r"no of|num|count of", "number"),
        (r"childs", "child"),
        (r"authorization|authorized|auth", "authorisation"),
        (r"organization", "organisation"),
        (r"finish|finished", "ended"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One column of a list. ``read`` is true where a fact is made of it; the others are kept as text.

    ``at`` is its place among the list's own columns.
    """

    at: int
    name: str
    header: str
    kind: str
    read: bool
    needs: tuple[frozenset[str], ...]
    never: frozenset[str]

    def fits(self, words: frozenset[str]) -> bool:
        """True when a header in plain words can be this column's."""
        return not words & self.never and all(words & some for some in self.needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A header row seen as one list. ``found`` has the header of each column that is there."""

    number: int
    found: Mapping[str, str]
    unrecognised: tuple[str, ...]

    @property
    def missing(self) -> tuple[ListColumn, ...]:
        """The columns that facts are made of and that the list does not have."""
        return tuple(one for one in columns_of_list(self.number) if one.read and one.name not in self.found)


@remembered
def columns_of_list(number: int) -> tuple[ListColumn, ...]:
    """The columns of a list in the order in which a header is tried: of two that fit, the first is taken."""
    own = tuple(one for at, one in _every_column() if at == number)
    if number == ADOPTERS:
        return own
    shared = {one.name: one for at, one in _every_column() if at == SHARED}
    if number < WITH_DISABILITY:
        del shared["disabled"]
    tail = ("team", "worker")
    last = () if number in WITHOUT_WORKER else tuple(shared[name] for name in tail)
    return (*(one for name, one in shared.items() if name not in tail), *own, *last)


def written_columns(number: int) -> tuple[ListColumn, ...]:
    """The columns of a list in the inspectorate's order, the shared ones first and the worker last."""
    own = {one.name for at, one in _every_column() if at == number}
    every = columns_of_list(number)
    places = [place for place, one in enumerate(every) if one.name in own]
    ordered = sorted((one for one in every if one.name in own), key=lambda one: one.at)
    found = list(every)
    for place, one in zip(places, ordered, strict=True):
        found[place] = one
    return tuple(found)


def known_list(headers: Sequence[str]) -> Known | None:
    """The list with this header row; None when it is none, or too little of one to be sure."""
    plain = [plain_words(one) for one in headers]
    if not any(one.fits(words) for words in plain for one in _named_by()):
        return None
    best: tuple[int, int, int] = (0, 0, 0)
    chosen: Known | None = None
    for number in LISTS:
        known = _seen_as(number, headers, plain)
        score = _score(known)
        if score > best:
            best, chosen = score, known
    return chosen


def is_thorough(known: Known) -> bool:
    """True when a header is so much a list's that a bare file with it is one: two own columns, and who the child is."""
    own, _ = _own_and_all(known)
    return own >= 2 and bool({"gender", "ethnicity", "born_on", "age"} & set(known.found))


@lru_cache(maxsize=4096)
def plain_words(header: str) -> frozenset[str]:
    """The words of a header in small letters, abbreviations spelt out."""
    text = re.sub(r"['\u2018\u2019`]s\b", "s", header.casefold())
    text = re.sub(r"[^a-z0-9]+", " ", text)
    for short, long in _SPELT_OUT:
        text = short.sub(long, text)
    return frozenset(text.split())


@remembered
def _named_by() -> tuple[ListColumn, ...]:
    """The columns that name the child or the adopter: without one of them no row is a header."""
    return tuple(one for number in (1, ADOPTERS) for one in columns_of_list(number) if one.name in ("child", "adopter"))


def _seen_as(number: int, headers: Sequence[str], plain: Sequence[frozenset[str]]) -> Known:
    """The header row as this list: first the columns under their own headers, then those that fit."""
    found: dict[str, str] = {}
    taken: set[int] = set()
    for exact in (True, False):
        for one in columns_of_list(number):
            if one.name in found:
                continue
            for place, words in enumerate(plain):
                fits = words == plain_words(one.header) if exact else one.fits(words)
                if fits and words and place not in taken:
                    found[one.name] = headers[place]
                    taken.add(place)
                    break
    rest = tuple(header for place, header in enumerate(headers) if place not in taken)
    return Known(number=number, found=found, unrecognised=rest)


def _own_and_all(known: Known) -> tuple[int, int]:
    shared = {one.name for at, one in _every_column() if at == SHARED} if known.number != ADOPTERS else set()
    return len(set(known.found) - shared), len(known.found)


def _score(known: Known) -> tuple[int, int, int]:
    """How well a header row fits: nought without the child, without an own column, or with fewer than three."""
    who = "adopter" if known.number == ADOPTERS else "child"
    own, every = _own_and_all(known)
    if who not in known.found or own < 1 or every < 3:
        return (0, 0, 0)
    return (own, every, -len(known.missing))


@remembered
def _every_column() -> tuple[tuple[int, ListColumn], ...]:
    text = resources.files(__package__).joinpath("lists.csv").read_text(encoding="utf-8")
    found = []
    for row in csv.DictReader(text.splitlines()):
        asked = row["words"].split()
        found.append((
            int(row["list"]),
            ListColumn(
                at=int(row["at"]), name=row["name"], header=row["header"], kind=row["kind"], read=row["read"] == "y",
                needs=tuple(frozenset(one.split("|")) for one in asked if one[0] != "!"),
                never=frozenset(one[1:] for one in asked if one[0] == "!"),
            ),
        ))  # fmt: skip
    return tuple(found)
