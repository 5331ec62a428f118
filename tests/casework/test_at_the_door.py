"""Who waits at the front door: no decision on a referral, no outcome of a contact; the longest wait first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from holdfast.casework.council import Council
from holdfast.casework.registers.at_the_door import (
    ASKED,
    STILL,
    WAITING,
    AtTheDoor,
    _contacts,
    _contacts_of,
    _referrals,
    at_the_door,
)
from holdfast.casework.registers.places import places_on
from holdfast.casework.relationships import relationships_of
from holdfast.casework.view import View
from holdfast.dates import parse_moment
from holdfast.duties.clock import clocks_of
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Contact, Referral
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Person
from holdfast.web.seats import BY_CODE

MONDAY = View(as_at=parse_moment("2026-06-01T08:30"))


def d(text: str) -> date:
    """A day from ISO text."""
    return date.fromisoformat(text)


def council(*facts: Fact) -> Council:
    """Those whom the facts are about, each called by their id."""
    people = [Person(child=one, forename=one.title()) for one in sorted({fact.child for fact in facts})]
    return Council.of(columns_from([*people, *facts]))


def waiting(*facts: Fact, children: frozenset[str] | None = None) -> list[AtTheDoor]:
    """Who waits on the Monday."""
    return list(at_the_door(council(*facts), MONDAY, children))


def referral(child: str, on: str) -> Referral:
    """A referral of that day."""
    return Referral(child=child, id=f"r-{child}", on=d(on))


def test_a_referral_waits_until_a_decision_is_on_record_and_is_late_from_the_day_after_the_next_working_day() -> None:
    (fresh,) = waiting(referral("ada", "2026-05-29"))
    assert (fresh.what, fresh.since, fresh.due_on, fresh.late) == ("referral", d("2026-05-29"), d("2026-06-01"), False)
    (old,) = waiting(referral("ada", "2026-05-28"))
    assert (old.due_on, old.late) == (d("2026-05-29"), True)
    decided = ManagementDecision(child="ada", id="m", about="referral", subject="r-ada", on=d("2026-05-29"))
    assert waiting(referral("ada", "2026-05-28"), decided) == []


def test_the_longest_wait_comes_first_and_a_seat_sees_its_own() -> None:
    some = (referral("cy", "2026-05-28"), referral("ada", "2026-05-29"), referral("bea", "2026-05-27"))
    assert [one.child for one in waiting(*some)] == ["bea", "cy", "ada"]
    assert [one.child for one in waiting(*some, children=frozenset({"ada", "bea"}))] == ["bea", "ada"]


@pytest.mark.parametrize(("on", "there"), [("2026-04-06", True), ("2026-04-05", False)])
def test_a_contact_without_an_outcome_waits_for_eight_weeks(on: str, there: bool) -> None:
    call = Contact(child="ada", id="k", on=d(on), source="6")
    found = waiting(call)
    assert [(one.what, one.since, one.due_on) for one in found] == ([("contact", d(on), None)] if there else [])
    assert waiting(replace(call, outcome="ADVICE_FLAG")) == []
    (alone,) = (council(call).child("ada", MONDAY),)
    assert alone is not None
    assert _contacts_of(Standing(alone, MONDAY.as_at)) == _contacts(council(call), MONDAY).get("ada")


def test_those_on_the_register_and_those_at_the_door_are_the_same_for_one_child_as_for_all() -> None:
    some = (referral("cy", "2026-05-28"), referral("ada", "2026-05-29"), replace(referral("cy", "2026-05-20"), id="r2"))
    made = council(*some)
    assert {one.child for one in at_the_door(made, MONDAY, None)} == set(places_on(made, MONDAY, WAITING))
    alone = {child: council(*(one for one in some if one.child == child)) for child in ("ada", "cy")}
    assert at_the_door(made, MONDAY, None) == tuple(
        one for child in ("cy", "ada") for one in at_the_door(alone[child], MONDAY, None)
    )
    for child, facts in _children(made):
        clock = _referrals(made, MONDAY)[child]
        asked = [one for one in clocks_of(ASKED, Standing(facts, MONDAY.as_at), made.settings) if one.state in STILL]
        assert min(asked, key=lambda one: one.started_on) == clock


def _children(made: Council) -> Iterator[tuple[str, Child]]:
    for child in ("ada", "cy"):
        facts = made.child(child, MONDAY)
        assert facts is not None
        yield child, facts


def test_a_contact_whose_referral_waits_is_told_once() -> None:
    call = Contact(child="ada", id="k", on=d("2026-05-28"))
    assert [one.what for one in waiting(call, referral("ada", "2026-05-29"))] == ["referral"]


def test_a_record_without_outcomes_of_contacts_calls_no_contact_waiting() -> None:
    whole = columns_from([Contact(child="ada", id="k", on=d("2026-05-28"))])
    fields = {**whole.held.fields, Contact: frozenset({"id", "child", "on"})}
    assert at_the_door(Council.of(whole), MONDAY, None)
    assert at_the_door(Council.of(replace(whole, held=replace(whole.held, fields=fields))), MONDAY, None) == ()


def test_nobody_who_waits_for_a_decision_drops_out_of_sight_of_the_front_door_for_having_waited_long() -> None:
    seat = BY_CODE["referral-officer"]
    long_ago = referral("ada", "2025-01-06")
    decided = ManagementDecision(child="ada", id="m", about="referral", subject="r-ada", on=d("2025-01-07"))
    for facts, there in (((long_ago,), True), ((long_ago, decided), False)):
        made = council(*facts)
        alone = made.child("ada", MONDAY)
        assert alone is not None
        assert seat.sees(made, MONDAY, "ada") is there
        assert ("door" in relationships_of(seat, Standing(alone, MONDAY.as_at))) is there
