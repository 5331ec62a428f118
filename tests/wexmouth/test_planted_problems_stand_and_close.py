"""Forty problems are planted: each is really there, from its day on, and goes when the record changes."""

from datetime import datetime

import pytest

from holdfast.dates import Days, end_of, parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.people import Person
from holdfast.wexmouth.council import told_children
from holdfast.wexmouth.planted import PLANTED, PlantedProblem
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT
from tests.wexmouth.closings import CLOSINGS

EACH = pytest.mark.parametrize("problem", PLANTED, ids=[one.code for one in PLANTED])


def _codes(facts: tuple[Fact, ...], moment: datetime) -> list[str]:
    """The codes of every line that the facts leave on the list at a moment."""
    lines = monday_lines(columns_from(facts), moment)
    return [line.code for some in lines.values() for line in some]


def test_forty_problems_are_planted_each_for_another_child_with_another_code() -> None:
    assert len(PLANTED) == 40
    assert len({one.child for one in PLANTED}) == 40
    assert len({one.code for one in PLANTED}) == 40


def test_nothing_is_planted_that_may_not_alert() -> None:
    planted = {one.code for one in PLANTED}
    alerting = {code for code, asked in DUTIES.items() if asked.may_alert}
    listed = {code for code, rule in RULES.items() if rule.on_monday}
    assert planted - alerting - listed == set()
    assert planted & alerting
    assert planted & listed


@EACH
def test_a_planted_problem_is_one_child(problem: PlantedProblem) -> None:
    facts = problem.facts()
    assert {fact.child for fact in facts} == {problem.child}
    assert sum(isinstance(fact, Person) for fact in facts) == 1


@EACH
def test_a_planted_problem_is_the_only_line_of_its_child(problem: PlantedProblem) -> None:
    assert _codes(problem.facts(), WEXMOUTH_MOMENT) == [problem.code]


@EACH
def test_a_planted_problem_stands_from_its_own_day(problem: PlantedProblem) -> None:
    assert problem.code in _codes(problem.facts(), end_of(problem.since))


@EACH
def test_a_planted_problem_did_not_stand_the_day_before(problem: PlantedProblem) -> None:
    assert problem.code not in _codes(problem.facts(), end_of(Days(1).before(problem.since)))


@pytest.mark.parametrize("problem", [one for one in PLANTED if one.code in CLOSINGS], ids=lambda one: one.code)
def test_a_planted_problem_leaves_the_list_when_the_record_changes(problem: PlantedProblem) -> None:
    assert _codes(CLOSINGS[problem.code](problem.facts()), WEXMOUTH_MOMENT) == []


def test_only_changes_of_worker_are_closed_by_time_alone() -> None:
    assert [one.code for one in PLANTED if one.code not in CLOSINGS] == ["worker-changes"]
    facts = next(one for one in PLANTED if one.code == "worker-changes").facts()
    assert "worker-changes" in _codes(facts, parse_moment("2026-08-18"))
    assert "worker-changes" not in _codes(facts, parse_moment("2026-08-19"))


def test_a_planted_problem_does_not_go_by_itself() -> None:
    """A week later, with nothing put on record, every one but the counted-out is still there."""
    columns = columns_from(fact for problem in PLANTED for fact in problem.facts())
    lines = monday_lines(columns, parse_moment("2026-06-08T08:30"))
    for problem in PLANTED:
        assert problem.code in [line.code for line in lines[problem.child]], problem.code


def test_children_of_stories_and_planted_problems_share_no_id() -> None:
    people = [fact.child for fact in told_children() if isinstance(fact, Person)]
    assert len(people) == len(set(people))
