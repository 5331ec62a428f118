"""What an extract adds, changes and withdraws, and what it may not touch."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from holdfast.record.child import Held
from holdfast.record.columns import Columns
from holdfast.record.field import columns_of
from holdfast.record.in_care import CareReview
from holdfast.record.people import Department, Person
from holdfast.store.difference import Difference, difference, entered
from holdfast.store.load import load_columns, load_kept
from tests.store.records import FACTS, IVY, MISSING, NOUNS, REVIEW, ROWAN, TEAM, facts, instead, record, save, without

pytestmark = pytest.mark.django_db


def numbers(found: Difference) -> tuple[int, int, int, int]:
    return found.added, found.changed, found.withdrawn, found.unchanged


def against(columns: Columns) -> Difference:
    """Compared with the small record, which is put on record first."""
    save(record(*FACTS))
    return difference(columns, load_kept())


def limited(columns: Columns, **limits: Mapping[type, Any]) -> Columns:
    return replace(columns, held=replace(columns.held, **limits))


def test_the_first_extract_is_all_new() -> None:
    found = difference(record(*FACTS))
    assert numbers(found) == (6, 0, 0, 0)
    assert found.children == ("A1", "A2")


def test_the_same_extract_twice_makes_no_difference() -> None:
    found = against(record(*FACTS))
    assert found.empty
    assert numbers(found) == (0, 0, 0, 6)
    assert found.children == ()


def test_the_same_rows_in_another_order_make_no_difference() -> None:
    assert against(record(*reversed(FACTS))).empty


def test_a_changed_row_says_which_fields_and_what_they_said_before() -> None:
    found = against(record(*instead(REVIEW, held_on=date(2026, 4, 2), participation="PN1")))
    (review,) = [one for one in found.nouns if one.noun is CareReview]
    assert numbers(found) == (0, 1, 0, 5)
    assert review.changed.get_column("_fields").to_list() == [["held_on", "participation"]]
    assert review.changed.get_column("held_on").to_list() == [date(2026, 4, 2)]
    assert review.before.get_column("held_on").to_list() == [date(2026, 4, 1)]
    assert found.children == ("A1",)


@pytest.mark.parametrize(("before", "after"), [(None, False), (False, None), (True, False)])
def test_unknown_and_no_are_two_things(before: bool | None, after: bool | None) -> None:
    save(record(replace(IVY, send=before)))
    assert numbers(difference(record(replace(IVY, send=after)), load_kept())) == (0, 1, 0, 0)


def test_what_the_extract_says_no_more_is_withdrawn() -> None:
    found = against(record(*without(REVIEW, IVY)))
    assert numbers(found) == (0, 0, 2, 4)
    assert found.children == ("A1", "A2")


def test_a_team_is_no_child() -> None:
    found = against(record(*instead(TEAM, name="North East")))
    assert (found.changed, found.children) == (1, ())


def test_a_noun_that_the_extract_does_not_hold_is_left_alone() -> None:
    whole = record(*FACTS)
    part = Columns(frames={Person: whole.of(Person)}, held=Held(fields={Person: whole.held.fields[Person]}))
    assert against(part).empty


@pytest.mark.parametrize(
    ("limits", "withdrawn"),
    [
        ({"known_from": {CareReview: date(2026, 4, 1)}}, 1),
        ({"known_from": {CareReview: date(2026, 4, 2)}}, 0),
        ({"known_until": {CareReview: date(2026, 4, 1)}}, 1),
        ({"known_until": {CareReview: date(2026, 3, 31)}}, 0),
        ({"latest_only": frozenset({CareReview})}, 0),
    ],
)
def test_nothing_is_withdrawn_outside_the_time_the_extract_tells_of(limits: Any, withdrawn: int) -> None:
    assert against(limited(record(*without(REVIEW)), **limits)).withdrawn == withdrawn


def test_a_fact_that_never_says_when_it_was_is_not_withdrawn_by_a_limited_extract() -> None:
    limits = {"known_from": {Person: date(2026, 4, 1)}}
    assert against(limited(record(*without(IVY)), **limits)).withdrawn == 0


def test_what_the_extract_has_no_column_for_stays_as_it_was() -> None:
    named = frozenset({"child", "forename", "surname", "born_on"})
    columns = record(*instead(ROWAN, surname="Oak", send=None))
    found = against(limited(columns, fields={**columns.held.fields, Person: named}))
    (person,) = [one for one in found.nouns if one.noun is Person]
    assert person.changed.get_column("_fields").to_list() == [["surname"]]
    assert person.changed.get_column("send").to_list() == [True]


def test_a_column_that_is_there_and_blank_does_change_the_fact() -> None:
    assert numbers(against(record(*instead(ROWAN, send=None)))) == (0, 1, 0, 5)


def test_two_equal_rows_without_an_id_are_both_kept() -> None:
    bare = replace(REVIEW, id=None)
    save(record(bare, bare))
    assert load_columns().of(CareReview).height == 2
    assert numbers(difference(record(bare), load_kept())) == (0, 0, 1, 1)


def test_what_is_entered_withdraws_nothing_and_what_is_held_stays() -> None:
    save(record(*FACTS))
    found = entered([replace(REVIEW, id="R2")], load_kept(children=["A1"]))
    assert numbers(found) == (1, 0, 0, 0)
    assert not found.holdings
    again = entered([replace(REVIEW, held_on=None)], load_kept(children=["A1"]))
    assert numbers(again) == (0, 1, 0, 0)


def test_a_fact_that_moves_to_another_child_touches_both() -> None:
    found = against(record(*instead(MISSING, child="A1")))
    assert numbers(found) == (1, 0, 1, 5)
    assert found.children == ("A1", "A2")


def test_an_extract_may_hold_a_noun_and_have_none_of_it() -> None:
    found = against(record())
    assert (found.withdrawn, found.unchanged) == (6, 0)
    assert facts(record()) == set()
    assert {one.name for one in columns_of(Department)} == record().held.fields[NOUNS[-1]]
