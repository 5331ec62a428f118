"""Whoever tries, and however: what is on record stays as it was written, and nothing is slipped into the past."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from holdfast.store.models import CareReview, Entry, Holding, KeptRow, Person
from holdfast.store.save import position
from tests.store.records import FACTS, REVIEW, TUESDAY, instead, record, save

pytestmark = pytest.mark.django_db

ADDED = "only ever added to"
PAST = "slipped into the past"
NUMBER = "not the next"


def raw(statement: str) -> Callable[[], None]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


def a_person(entry: int) -> Person:
    return Person(entry_id=entry, identity="A9", child="A9")


def saved_again() -> None:
    entry = Entry.objects.get(position=1)
    entry.what = "Something else was imported."
    entry.save()


ATTEMPTS: dict[str, tuple[str, Callable[[], object]]] = {
    "update": (ADDED, lambda: Person.objects.filter(child="A1").update(surname="Birch")),
    "an update that touches no row's words": (ADDED, lambda: Person.objects.update(withdrawn=False)),
    "update of an entry": (ADDED, saved_again),
    "update of what is held": (ADDED, lambda: Holding.objects.update(latest_only=True)),
    "delete": (ADDED, lambda: CareReview.objects.all().delete()),
    "delete of one": (ADDED, lambda: Person.objects.first().delete()),
    "delete of an entry": (ADDED, lambda: Entry.objects.filter(position=2)._raw_delete("default")),
    "raw update": (ADDED, raw("UPDATE store_person SET surname = 'Birch'")),
    "raw delete": (ADDED, raw("DELETE FROM store_carereview WHERE id = 'R1'")),
    "bulk_create in the past": (PAST, lambda: Person.objects.bulk_create([a_person(1), a_person(2)])),
    "bulk_create in the future": (PAST, lambda: Person.objects.bulk_create([a_person(2), a_person(3)])),
    "a row nothing reads, in the past": (PAST, lambda: KeptRow.objects.create(entry_id=1, table="x", cells="{}")),
    "raw insert in the past": (
        PAST,
        raw("INSERT INTO store_person (entry_id, identity, withdrawn) VALUES (1, 'A9', '0')"),
    ),
    "an entry that leaves a gap": (NUMBER, lambda: Entry.objects.create(position=4, made_at=TUESDAY)),
    "an entry from before": (NUMBER, lambda: Entry.objects.create(position=0, made_at=TUESDAY)),
    "the same entry again": (NUMBER, lambda: Entry.objects.create(position=2, made_at=TUESDAY)),
}
ONLY_SQLITE: dict[str, tuple[str, Callable[[], object]]] = {
    "a write that replaces a row": (
        PAST,
        raw("INSERT OR REPLACE INTO store_person (row, entry_id, identity, withdrawn) VALUES (1, 2, 'A1', 0)"),
    ),
    "a write that replaces a row by what it replaces": (
        ADDED,
        raw(
            "INSERT OR REPLACE INTO store_carereview (entry_id, identity, replaces, withdrawn) VALUES (2, 'R1 of A1',"
            " 1, 0)"
        ),
    ),
}
ONLY_POSTGRESQL: dict[str, tuple[str, Callable[[], object]]] = {
    "truncate": (ADDED, raw("TRUNCATE store_person")),
    "truncate of the entries": (ADDED, raw("TRUNCATE store_entry")),
}


@pytest.fixture
def two_entries() -> None:
    save(record(*FACTS))
    save(record(*instead(REVIEW, held_on=None)), TUESDAY)
    assert position() == 2


def refused(words: str, attempt: Callable[[], object]) -> None:
    before = list(Person.objects.values()), list(CareReview.objects.values()), list(Entry.objects.values())
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        attempt()
    assert before == (list(Person.objects.values()), list(CareReview.objects.values()), list(Entry.objects.values()))


@pytest.mark.parametrize(("words", "attempt"), ATTEMPTS.values(), ids=ATTEMPTS)
def test_the_database_refuses(words: str, attempt: Callable[[], object], two_entries: None) -> None:
    refused(words, attempt)


@pytest.mark.parametrize(("words", "attempt"), ONLY_SQLITE.values(), ids=ONLY_SQLITE)
def test_sqlite_refuses(words: str, attempt: Callable[[], object], two_entries: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a way of writing that only SQLite has")
    refused(words, attempt)


@pytest.mark.parametrize(("words", "attempt"), ONLY_POSTGRESQL.values(), ids=ONLY_POSTGRESQL)
def test_postgresql_refuses(words: str, attempt: Callable[[], object], two_entries: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("a way of writing that only PostgreSQL has")
    refused(words, attempt)


def test_a_row_of_the_newest_entry_is_taken(two_entries: None) -> None:
    Person.objects.bulk_create([a_person(2)])
    assert Person.objects.filter(child="A9").count() == 1


STILL_WRITTEN = {"store_draft"}
"""What is not on record yet may be changed: drafts, and nothing else."""


def test_no_table_is_left_without_its_triggers() -> None:
    guarded = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s AND name LIKE %s"
    if connection.vendor == "postgresql":
        guarded = "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE %s"
    tables = {model._meta.db_table for model in apps.get_app_config("store").get_models()} - STILL_WRITTEN
    assert len(tables) > 50
    with connection.cursor() as cursor:
        for table in tables:
            for name in ("never_changed", "never_deleted", "in_order"):
                cursor.execute(guarded, [table, f"{table}_{name}"])
                assert cursor.fetchone() == (1,), f"{table} has no trigger {name}"
