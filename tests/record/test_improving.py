"""The improvement plan as facts: as at a day, as known, and in the order in which it was told."""

from datetime import date

import pytest

from holdfast.dates import parse_moment
from holdfast.record.columns import columns_from
from holdfast.record.field import columns_of, happens_on
from holdfast.record.history import fact_as_at, facts_as_known
from holdfast.record.improving import Objective, ObjectiveDecision, ObjectiveRemark
from holdfast.record.register import IN_THE_PLAN, NOT_ABOUT_A_CHILD, NOUNS

MADE = parse_moment("2026-06-01T08:30")
DECIDED = ObjectiveDecision(
    id="d", child="o", on=date(2026, 4, 14), decided="The police tell the Hub on the day.", owner="the head of the Hub",
    done_on=date(2026, 5, 29), came_of_it="They ring.", recorded_at=MADE,
)  # fmt: skip


def test_every_noun_of_the_plan_is_about_no_child_and_comes_to_be_on_a_day() -> None:
    assert IN_THE_PLAN < NOT_ABOUT_A_CHILD
    assert set(NOUNS) >= IN_THE_PLAN
    assert [noun for noun in IN_THE_PLAN if happens_on(noun) is None] == []
    assert [noun for noun in IN_THE_PLAN if sum(one.child for one in columns_of(noun)) != 1] == []


def test_a_plan_makes_no_child_of_its_objectives() -> None:
    assert columns_from([Objective(child="o", agreed_on=date(2026, 6, 1)), DECIDED]).children() == []


@pytest.mark.parametrize(("day", "known"), [("2026-05-28T23:59", False), ("2026-05-29T00:00", True)])
def test_what_came_of_a_decision_is_known_with_the_day_it_was_done(day: str, known: bool) -> None:
    then = fact_as_at(DECIDED, parse_moment(day))
    assert then is not None
    assert (then.done_on is not None, then.came_of_it is not None) == (known, known)


def test_an_objective_is_open_until_the_day_it_was_closed() -> None:
    closed = Objective(child="o", agreed_on=date(2026, 1, 1), closed_on=date(2026, 6, 1))
    before, after = (fact_as_at(closed, parse_moment(f"{day}T12:00")) for day in ("2026-05-31", "2026-06-01"))
    assert before is not None
    assert after is not None
    assert (before.closed_on, after.closed_on) == (None, date(2026, 6, 1))


@pytest.mark.parametrize(("moment", "there"), [("2026-06-01T08:29", 0), ("2026-06-01T08:30", 1)])
def test_a_claim_is_known_from_the_minute_it_was_entered(moment: str, there: int) -> None:
    said = ObjectiveRemark(id="r", child="o", subject="a", on=date(2026, 6, 1), claims="behind", recorded_at=MADE)
    assert len(facts_as_known([said], parse_moment(moment))) == there
