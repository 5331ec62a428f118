"""What was altered behind the triggers is found, and the first entry it touches is named."""

from collections.abc import Callable

import pytest
from django.db import connection

from holdfast.store.chain import verify
from holdfast.store.models import Entry
from holdfast.store.triggers import unguard
from tests.store.records import FACTS, MONDAY, REVIEW, TUESDAY, WEDNESDAY, instead, record, save, without

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind() -> Callable[[str, str], None]:
    """Somebody who may drop triggers writes behind them."""
    save(record(*FACTS), MONDAY)
    save(record(*instead(REVIEW, held_on=None)), TUESDAY)
    save(record(*without(REVIEW)), WEDNESDAY)

    def write(table: str, statement: str) -> None:
        with connection.cursor() as cursor:
            for one in unguard(connection.vendor, table):
                cursor.execute(one)
            cursor.execute(statement)

    return write


def test_an_untouched_record_holds(behind: Callable[[str, str], None]) -> None:
    heard: list[str] = []
    assert verify(heard.append) == []
    assert "people: 2" in heard


def test_an_empty_record_holds() -> None:
    assert verify() == []


ALTERED: list[tuple[str, str, int]] = [
    ("store_person", "UPDATE store_person SET surname = 'Birch' WHERE child = 'A1'", 1),
    ("store_person", "UPDATE store_person SET send = NULL WHERE child = 'A1'", 1),
    ("store_person", "DELETE FROM store_person WHERE child = 'A2'", 1),
    ("store_carereview", "UPDATE store_carereview SET held_on = '2026-04-03' WHERE entry_id = 2", 2),
    ("store_carereview", "UPDATE store_carereview SET entry_id = 1 WHERE entry_id = 2", 1),
    ("store_carereview", "DELETE FROM store_carereview WHERE withdrawn", 3),
    ("store_missingepisode", "UPDATE store_missingepisode SET started_at = '2026-03-29 05:00:00'", 1),
    ("store_holding", "UPDATE store_holding SET fields = '[]' WHERE noun = 'Person'", 1),
    ("store_person", "INSERT INTO store_person (entry_id, identity, withdrawn) VALUES (1, 'A9', '0')", 1),
    ("store_keptrow", "INSERT INTO store_keptrow (entry_id, \"table\", cells) VALUES (3, 'x', '{}')", 3),
    ("store_entry", "UPDATE store_entry SET who = 'Somebody Else' WHERE position = 2", 2),
    ("store_entry", "UPDATE store_entry SET made_at = '2026-06-01 00:00:00+00:00' WHERE position = 3", 3),
    ("store_entry", "UPDATE store_entry SET contents = '{}' WHERE position = 1", 1),
    ("store_entry", "UPDATE store_entry SET hash = 'x' WHERE position = 1", 1),
    ("store_entry", "DELETE FROM store_entry WHERE position = 2", 2),
]


@pytest.mark.parametrize(("table", "statement", "entry"), ALTERED, ids=[one[1] for one in ALTERED])
def test_what_is_altered_behind_the_triggers_is_found(
    table: str, statement: str, entry: int, behind: Callable[[str, str], None]
) -> None:
    behind(table, statement)
    first = verify()[0]
    assert f"entry {entry}" in first.lower(), first


def test_what_cannot_even_be_read_is_a_problem_and_no_crash(behind: Callable[[str, str], None]) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite takes any word for a day")
    behind("store_person", "UPDATE store_person SET born_on = 'long ago' WHERE child = 'A1'")
    assert "The people hold something that was never written there" in verify()[0]


def test_an_altered_entry_is_named_in_plain_words(behind: Callable[[str, str], None]) -> None:
    behind("store_person", "UPDATE store_person SET surname = 'Birch' WHERE child = 'A1'")
    assert verify() == ["Of entry 1, the people are not the rows that it wrote."]


def test_the_same_record_has_the_same_hash_on_every_machine_and_database() -> None:
    save(record(*FACTS), MONDAY)
    assert Entry.objects.get().hash == "86b96d5ab74a739452a986fbdadf6ba1fbe45659eb1048ed8472e59da1452440"
