"""Forty problems are planted: each is really there, from its day on, and goes when the record changes."""

from collections.abc import Iterable
from datetime import datetime

import pytest

from holdfast.dates import Days, end_of, parse_moment
from holdfast.duties.clock import clocks_of
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.people import Person
from holdfast.wexmouth.council import told_children
from holdfast.wexmouth.planted import PLANTED, PlantedProblem
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT
from tests.wexmouth.closings import CLOSINGS

EACH = pytest.mark.parametrize("problem", PLANTED, ids=[one.code for one in PLANTED])


def _listed(problems: Iterable[tuple[Fact, ...]], moment: datetime = WEXMOUTH_MOMENT) -> dict[str, list[str]]:
    """The codes of every line of every child at a moment, worked out for all of them at once."""
    lines = monday_lines(columns_from(fact for facts in problems for fact in facts), moment)
    return {child: [line.code for line in some] for child, some in lines.items()}


@pytest.fixture(scope="module")
def listed() -> dict[str, list[str]]:
    return _listed(problem.facts() for problem in PLANTED)


@pytest.fixture(scope="module")
def listed_once_closed() -> dict[str, list[str]]:
    return _listed(CLOSINGS[one.code](one.facts()) for one in PLANTED if one.code in CLOSINGS)


def _stands(problem: PlantedProblem, moment: datetime) -> bool:
    """Whether the problem's own duty is overdue, or its own rule stands, by the engine for one child."""
    columns = columns_from(problem.facts())
    standing = Standing(columns.child(problem.child), moment)
    if problem.code in DUTIES:
        return any(one.state == "overdue" for one in clocks_of(DUTIES[problem.code], standing, WEXMOUTH))
    return any(one.stands for one in drifts_of(standing, rules=(RULES[problem.code],)))


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
def test_a_planted_problem_is_the_only_line_of_its_child(problem: PlantedProblem, listed: dict[str, list[str]]) -> None:
    assert listed[problem.child] == [problem.code]


@EACH
def test_a_planted_problem_stands_from_its_own_day(problem: PlantedProblem) -> None:
    assert _stands(problem, end_of(problem.since))


@EACH
def test_a_planted_problem_did_not_stand_the_day_before(problem: PlantedProblem) -> None:
    assert not _stands(problem, end_of(Days(1).before(problem.since)))


@pytest.mark.parametrize("problem", [one for one in PLANTED if one.code in CLOSINGS], ids=lambda one: one.code)
def test_a_planted_problem_leaves_the_list_when_the_record_changes(
    problem: PlantedProblem, listed_once_closed: dict[str, list[str]]
) -> None:
    assert listed_once_closed.get(problem.child, []) == []


def test_only_changes_of_worker_are_closed_by_time_alone() -> None:
    assert [one.code for one in PLANTED if one.code not in CLOSINGS] == ["worker-changes"]
    changed = next(one for one in PLANTED if one.code == "worker-changes")
    assert _stands(changed, parse_moment("2026-08-18"))
    assert not _stands(changed, parse_moment("2026-08-19"))


def test_a_planted_problem_does_not_go_by_itself() -> None:
    """A week later, with nothing put on record, every one is still there."""
    lines = _listed((problem.facts() for problem in PLANTED), parse_moment("2026-06-08T08:30"))
    assert [one.code for one in PLANTED if one.code not in lines[one.child]] == []


def test_children_of_stories_and_planted_problems_share_no_id() -> None:
    people = [fact.child for fact in told_children() if isinstance(fact, Person)]
    assert len(people) == len(set(people))
