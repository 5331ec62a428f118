"""The same fact has the same identity in every extract, and no two facts of one extract share one."""

from dataclasses import replace

import polars as pl

from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview
from holdfast.record.people import Person
from holdfast.store.identity import with_identity
from tests.store.records import IVY, REVIEW, ROWAN


def identities(*facts: Fact) -> list[str]:
    noun = type(facts[0])
    return with_identity(noun, columns_from(facts, [noun]).of(noun)).get_column("_identity").to_list()


def test_a_fact_with_an_id_is_known_by_it_and_the_child_whatever_else_it_says() -> None:
    assert identities(REVIEW) == identities(replace(REVIEW, held_on=None, participation="PN1")) == ["R1 of A1"]


def test_one_id_with_two_children_is_two_facts() -> None:
    assert identities(REVIEW, replace(REVIEW, child="A2")) == ["R1 of A1", "R1 of A2"]


def test_a_person_is_known_by_the_childs_own_id() -> None:
    assert identities(ROWAN, IVY) == ["A1", "A2"]


def test_a_fact_without_an_id_is_known_by_what_it_says() -> None:
    bare = replace(REVIEW, id=None)
    (one,), (same,), (other,) = identities(bare), identities(bare), identities(replace(bare, cancelled=False))
    assert one == same != other
    assert one == "says 611115de2938a6c3be9886eb56b4e81052836bdf"


def test_facts_without_an_id_that_say_the_same_are_numbered() -> None:
    bare = replace(REVIEW, id=None)
    first, again, third = identities(bare, bare, bare)
    assert (again, third) == (f"{first} #2", f"{first} #3")


def test_facts_with_and_without_ids_keep_their_places() -> None:
    bare = replace(REVIEW, id=None)
    assert identities(bare, REVIEW, replace(REVIEW, id="R2"))[1:] == ["R1 of A1", "R2 of A1"]


def test_an_empty_frame_has_no_identities() -> None:
    found = with_identity(CareReview, columns_from([], [CareReview]).of(CareReview))
    assert found.is_empty()
    assert found.schema["_identity"] == pl.String


def test_text_is_no_likelier_to_collide_for_having_separators_in_it() -> None:
    bare = CareReview(child="A1")
    assert identities(replace(bare, period="a;b")) != identities(replace(bare, period="a", participation="b"))
    assert identities(Person(child="A1")) == ["A1"]
