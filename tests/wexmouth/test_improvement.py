"""Wexmouth's improvement plan hangs together, and how an action stands cannot be typed into it."""

import copy
import tomllib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from holdfast.dates import is_working_day
from holdfast.measures.register import BY_CODE as MEASURES
from holdfast.wexmouth.improvement import FILE, TYPED, BadPlan, plan_from, the_plan
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.telling import WEXMOUTH_DAY


def _said() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(FILE.read_text(encoding="utf-8")))


def test_every_action_names_a_change_for_a_child_an_owner_and_a_measure_of_the_register_or_none() -> None:
    actions = [one for each in the_plan().objectives for one in each.actions]
    assert len(actions) > 12
    assert {one.measure for one in actions} - {None} <= set(MEASURES)
    assert None in {one.measure for one in actions}
    assert all(one.owner.startswith("the ") and one.for_a_child and one.effect for one in actions)


def test_no_decision_of_leaders_is_without_an_owner_and_a_day() -> None:
    decisions = [one for each in the_plan().objectives for one in each.decisions]
    assert len(decisions) == 8
    assert all(one.owner.startswith("the ") and one.days.planned for one in decisions)


def test_everything_was_said_and_done_on_a_working_day_by_wexmouths_day() -> None:
    days: list[date] = []
    for each in the_plan().objectives:
        days += [each.agreed_on, *(one.set_on for some in each.actions for one in some.days.planned)]
        days += [one.on for some in each.actions for one in (*some.claims, *some.remarks)]
        days += [one.days.done_on for one in (*each.actions, *each.decisions) if one.days.done_on]
        days += [one.on for one in each.decisions]
    assert [day for day in days if day > WEXMOUTH_DAY or not is_working_day(day)] == []


@pytest.mark.parametrize("key", sorted(TYPED))
def test_a_figure_or_a_state_that_is_typed_is_refused(key: str) -> None:
    for where in (
        lambda said: said, lambda said: said["objective"][0], lambda said: said["objective"][0]["action"][0],
        lambda said: said["objective"][0]["action"][0]["claim"][0], lambda said: said["objective"][0]["decision"][0],
        lambda said: said["objective"][2]["looking_back"], lambda said: said["objective"][0]["action"][0]["resource"],
    ):  # fmt: skip
        said = _said()
        where(said)[key] = 82
        with pytest.raises(BadPlan, match=f"{key} is typed"):
            plan_from(said, the_line())


def test_a_number_in_place_of_a_measure_is_refused() -> None:
    said = _said()
    said["objective"][0]["action"][0]["measure"] = 82.5
    with pytest.raises(BadPlan, match="register of measures does not have"):
        plan_from(said, the_line())
    assert plan_from(_said(), the_line()) == the_plan()


def _action(said: dict[str, Any]) -> dict[str, Any]:
    return said["objective"][0]["action"][0]


SLIPS: list[tuple[str, Callable[[dict[str, Any]], Any], str]] = [
    ("a key nobody knows", lambda said: _action(said).update(colour="green"), "colour is not known"),
    ("a worker by name", lambda said: _action(said).update(owner="Ade Bankes"), "Write the role instead"),
    ("an action without an owner", lambda said: _action(said).pop("owner"), "Write it in words"),
    ("no change for a child", lambda said: _action(said).pop("for_a_child"), "Write it in words"),
    ("no day", lambda said: _action(said).pop("planned"), "has no planned day"),
    ("moves out of order", lambda said: _action(said)["planned"].reverse(), "order of day"),
    ("claims out of order", lambda said: _action(said)["claim"].reverse(), "order of day"),
    ("a claim that is no claim", lambda said: _action(said)["claim"][0].update(says="green"), "Accepted are"),
    ("a day in words", lambda said: _action(said).update(agreed_on="in spring"), "Write a day such as"),
    ("a decision without an owner", lambda said: said["objective"][0]["decision"][0].pop("owner"), "in words"),
    ("from no finding", lambda said: said["objective"][0].update(findings=[]), "comes from no finding"),
    ("a finding nobody has", lambda said: said["objective"][0].update(findings=["x"]), "no finding of the line"),
    ("a point of no report", lambda said: said["objective"][0].update(points=["point-2"]), "points has 'point-2'"),
    ("before it was found", lambda said: said["objective"][0].update(agreed_on=date(2023, 7, 21)), "was found on"),
    ("found again where nobody said so", lambda said: said["objective"][0]["again"][0].update(point="visit-1"),
     "says nothing again"),
    ("a fate nobody knows", lambda said: said["objective"][0]["again"][0].update(fate="fine"), "Accepted are"),
    ("one slug twice", lambda said: said["objective"][1].update(slug="understood-the-first-time"), "Two entries"),
    ("looking back while open", lambda said: said["objective"][2].pop("closed_on"), "is not closed"),
]  # fmt: skip


@pytest.mark.parametrize(("slip", "words"), [one[1:] for one in SLIPS], ids=[one[0] for one in SLIPS])
def test_a_slip_of_the_pen_is_said_in_words(slip: Callable[[dict[str, Any]], Any], words: str) -> None:
    said = _said()
    slip(said)
    with pytest.raises(BadPlan, match=words):
        plan_from(said, the_line())
