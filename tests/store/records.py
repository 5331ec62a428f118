"""A small record to put on record, change and withdraw."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from holdfast.dates import parse_moment
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview, StrengthsScore
from holdfast.record.people import Department, Person
from holdfast.record.unseen import MissingEpisode
from holdfast.store.difference import difference
from holdfast.store.load import load_kept
from holdfast.store.models import Entry
from holdfast.store.save import save_difference

MONDAY = parse_moment("2026-06-01T08:30")
TUESDAY = parse_moment("2026-06-02T08:30")
WEDNESDAY = parse_moment("2026-06-03T08:30")

ROWAN = Person(child="A1", forename="Rowan", surname="", born_on=date(2015, 2, 28), send=True)
IVY = Person(child="A2", forename='Ivy; "the\nsecond"', surname="Ash, Elm", send=False)
REVIEW = CareReview(id="R1", child="A1", held_on=date(2026, 4, 1))
MISSING = MissingEpisode(
    id="M1", child="A2", started_on=date(2026, 3, 29), started_at=parse_moment("2026-03-29T02:15"), offered=None
)
SCORE = StrengthsScore(id="S1", child="A1", on=date(2026, 1, 5), score=14.5)
TEAM = Department(child="T1", name="North")
FACTS: tuple[Fact, ...] = (ROWAN, IVY, REVIEW, MISSING, SCORE, TEAM)
NOUNS = (Person, CareReview, MissingEpisode, StrengthsScore, Department)


def record(*facts: Fact) -> Columns:
    """These facts, with the five nouns known whole."""
    return columns_from(facts, NOUNS)


def save(columns: Columns, at=MONDAY) -> Entry:
    """Put what differs on record."""
    return save_difference(difference(columns, load_kept()), made_at=at, who="Asha Bell", what="A file was imported.")


def instead(old: Fact, **fields) -> tuple[Fact, ...]:
    """The small record with one fact changed."""
    return tuple(replace(fact, **fields) if fact is old else fact for fact in FACTS)


def without(*gone: Fact) -> tuple[Fact, ...]:
    """The small record without these facts."""
    return tuple(fact for fact in FACTS if fact not in gone)


def facts(columns: Columns) -> set[Fact]:
    """Every fact of the record."""
    return set(_each(columns))


def _each(columns: Columns) -> Iterable[Fact]:
    for noun, frame in columns.frames.items():
        yield from (noun(**row) for row in frame.iter_rows(named=True))
