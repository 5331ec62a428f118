"""An act is on record once for each key, in its turn, with its line; and what others changed meanwhile is known."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import IntegrityError, connection

from holdfast.dates import parse_moment
from holdfast.record.columns import columns_from
from holdfast.record.oversight import PlanAction
from holdfast.record.people import Person
from holdfast.store.acting import ActLine, answered, in_turn, put_on_record, versions_since
from holdfast.store.chain import verify
from holdfast.store.difference import difference
from holdfast.store.entries import position
from holdfast.store.load import load_child, load_kept
from holdfast.store.save import save_difference
from holdfast.store.triggers import unguard

NOW = parse_moment("2026-06-01T08:30")

pytestmark = pytest.mark.django_db


def line(key: str, child: str = "A1") -> ActLine:
    return ActLine(
        act="plan-action", child=child, who="W1", seat="social-worker", basis="is allocated to the child", key=key,
        base=position(), words="The action is on record.",
    )  # fmt: skip


def action(key: str, for_day: date, child: str = "A1") -> PlanAction:
    return PlanAction(child=child, id=key, action="X", set_on=date(2026, 6, 1), for_day=for_day)


@pytest.fixture
def one_action() -> Iterator[int]:
    with in_turn():
        yield put_on_record(
            [Person(child="A1", forename="Ada"), action("P1", date(2026, 6, 5))], line("first"), made_at=NOW, who="Jo",
            what="An action",
        )  # fmt: skip


def test_an_act_leaves_its_facts_its_line_and_one_entry(one_action: int) -> None:
    assert position() == one_action == 1
    assert [one.for_day for one in load_child("A1").of(PlanAction)] == [date(2026, 6, 5)]
    found = answered("first")
    assert found is not None
    assert (found.act, found.child, found.who, found.entry) == ("plan-action", "A1", "W1", 1)
    assert answered("second") is None
    assert verify() == []


def test_what_an_act_withdraws_is_said_no_more_and_every_version_of_it_stays(one_action: int) -> None:
    with in_turn():
        put_on_record(
            [action("P2", date(2026, 6, 9))], line("second"), made_at=NOW, who="Jo", what="Another in its place",
            withdrawn=[action("P1", date(2026, 6, 5))],
        )  # fmt: skip
    assert [one.id for one in load_child("A1").of(PlanAction)] == ["P2"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT withdrawn FROM store_planaction ORDER BY entry_id, withdrawn")
        assert [bool(gone) for (gone,) in cursor.fetchall()] == [False, False, True]
    assert verify() == []


def test_a_key_stands_for_one_act_even_where_nobody_asked_before_writing(one_action: int) -> None:
    with pytest.raises(IntegrityError), in_turn():
        put_on_record([action("P2", date(2026, 6, 9))], line("first"), made_at=NOW, who="Jo", what="Again")
    assert position() == 1


def test_what_others_changed_since_a_position_is_told_and_what_was_there_before_is_not(one_action: int) -> None:
    mine = load_child("A1").of(PlanAction)
    assert versions_since(1, "A1", mine) == []
    (told,) = versions_since(0, "A1", mine)
    assert (told["who"], told["at"], told["fact"].for_day) == ("Jo", NOW, date(2026, 6, 5))
    with in_turn():
        put_on_record([action("P1", date(2026, 6, 30))], line("later"), made_at=NOW, who="Ed", what="Moved")
    (told,) = versions_since(1, "A1", mine)
    assert (told["who"], told["fact"].for_day) == ("Ed", date(2026, 6, 30))


def test_a_change_to_another_fact_or_another_child_is_no_change_to_this(one_action: int) -> None:
    mine = load_child("A1").of(PlanAction)
    with in_turn():
        put_on_record(
            [action("P9", date(2026, 6, 9)), action("P1", date(2026, 6, 9), child="B1")], line("other"), made_at=NOW,
            who="Ed", what="Another",
        )  # fmt: skip
    assert versions_since(1, "A1", mine) == []


def test_an_act_that_fails_halfway_leaves_nothing(one_action: int) -> None:
    def broken() -> None:
        with in_turn():
            put_on_record([action("P3", date(2026, 6, 9))], line("broken"), made_at=NOW, who="Jo", what="x")
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        broken()
    assert (position(), answered("broken")) == (1, None)
    assert len(load_child("A1").of(PlanAction)) == 1


def test_an_extract_neither_changes_nor_withdraws_what_a_person_put_on_record_here(one_action: int) -> None:
    extract = columns_from([Person(child="A1", forename="Ada", surname="Vale")])
    found = difference(extract, load_kept())
    assert (found.changed, found.withdrawn) == (0, 0)


def test_an_extract_goes_on_changing_what_came_from_extracts() -> None:
    first = columns_from([Person(child="A1", forename="Ada")])
    save_difference(difference(first), made_at=NOW, who="a file", what="first", source="s", digest="1")
    with in_turn():
        put_on_record([action("P1", date(2026, 6, 5))], line("mine"), made_at=NOW, who="Jo", what="An action")
    found = difference(columns_from([Person(child="A1", forename="Adah")]), load_kept())
    assert (found.changed, found.withdrawn) == (1, 0)


def test_a_line_of_an_act_that_was_altered_behind_the_triggers_is_named(one_action: int) -> None:
    vendor = connection.vendor
    with connection.cursor() as cursor:
        for statement in unguard(vendor, "store_act"):
            cursor.execute(statement)
        cursor.execute("UPDATE store_act SET who = 'somebody else'")
    assert verify() == ["Of entry 1, the lines of acts are not the rows that it wrote."]
