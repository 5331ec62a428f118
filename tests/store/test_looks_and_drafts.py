"""Looks are kept in a chain, with the children they showed; drafts are their writer's alone and the newest wins."""

from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from holdfast.dates import parse_moment
from holdfast.store.drafts import draft, drafts_of, keep_draft, let_go
from holdfast.store.looks import LookLine, first_look, looks_at, pages_opened, verify_looks, write_look

NOW = parse_moment("2026-06-01T08:30")

pytestmark = pytest.mark.django_db


def look(child: str = "", status: int = 200, who: str = "W1") -> LookLine:
    return LookLine(
        who=who, seat="social-worker", what="view", route="child", child=child, basis="is allocated to the child",
        request="r", status=status,
    )  # fmt: skip


def test_a_look_is_numbered_chained_and_found_by_each_child_it_showed() -> None:
    assert write_look(look("A1"), ["A1"], made_at=NOW) == 1
    assert write_look(look(), ["A2", "A1", "A1"], made_at=NOW) == 2
    assert [(one.alone, one.status) for one in looks_at("A1")] == [(False, 200), (True, 200)]
    assert len(looks_at("A2")) == 1
    assert looks_at("A3") == []
    assert verify_looks() == []


def test_a_refusal_is_found_by_the_child_it_was_about() -> None:
    write_look(look("A1", status=404), [], made_at=NOW)
    assert [one.status for one in looks_at("A1")] == [404]


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE store_look SET who = 'somebody else'",
        "DELETE FROM store_look",
        "DELETE FROM store_lookedat",
        "UPDATE store_lookedat SET child = 'B1'",
        "INSERT INTO store_lookedat (look_id, child) VALUES (1, 'B1')",
    ],
)
def test_the_database_refuses_to_alter_a_look(attempt: str) -> None:
    write_look(look("A1"), ["A1"], made_at=NOW)
    write_look(look("A2"), ["A2"], made_at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attempt)
    assert verify_looks() == []


def test_a_draft_is_its_writers_alone() -> None:
    assert keep(1, "first words")
    assert draft("k", "W2") is None
    assert not keep(2, "mine now", who="W2")
    found = draft("k", "W1")
    assert found is not None
    assert found.words == {"why": "first words"}
    let_go("k", "W2")
    assert [one.key for one in drafts_of("W1", "A1")] == ["k"]
    let_go("k", "W1")
    assert drafts_of("W1") == []


def test_a_draft_that_arrives_late_loses_to_the_newer() -> None:
    assert keep(2, "second")
    assert not keep(1, "first")
    assert not keep(2, "second again")
    assert keep(3, "third")
    found = draft("k", "W1")
    assert found is not None
    assert (found.words["why"], found.revision) == ("third", 3)


def keep(revision: int, why: str, who: str = "W1", saved_at: datetime = NOW) -> bool:
    return keep_draft(
        key="k", who=who, act="decision", child="A1", base=1, revision=revision, words={"why": why}, saved_at=saved_at
    )


def test_pages_opened_are_counted_by_seat_and_child_and_never_by_who() -> None:
    later = parse_moment("2026-06-02T08:30")
    for who, child in (("W1", "A1"), ("W2", "A1"), ("W1", "A2")):
        write_look(look(child, who=who), [child], made_at=later)
    write_look(look("A3", status=404), [], made_at=later)
    write_look(look("A1"), ["A1"], made_at=NOW)
    assert pages_opened(["A1", "A3"], after=NOW, until=later) == {"social-worker": 1}
    assert pages_opened(["A1", "A2"], after=NOW, until=later) == {"social-worker": 2}
    assert pages_opened(["A1"], after=later, until=parse_moment("2026-06-03")) == {}
    assert first_look() == later
