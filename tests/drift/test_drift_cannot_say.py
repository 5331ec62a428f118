"""Where the extract lacks a table a rule says nothing but that, and what would cure it."""

import pytest

from holdfast.dates import end_of
from holdfast.duties.drift.columns import drift_sweep
from holdfast.duties.drift.one import drifts_of, unanswerable
from holdfast.duties.drift.register import BY_CODE, RULES
from holdfast.duties.drift.rule import Needs, Rule
from holdfast.duties.standing import Standing
from holdfast.record.child import Held
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact, column_named, columns_of
from holdfast.record.oversight import ManagementDecision, PlanReview
from holdfast.record.people import Involvement
from holdfast.record.register import NOUNS
from tests.drift.cases import RISES, Case, d

WHOLE = {noun: frozenset(one.name for one in columns_of(noun)) for noun in NOUNS}


def _first(rule: Rule) -> Case:
    return next(case for case in RISES if case.code == rule.code)


def _lacking(case: Case, noun: type[Fact], fields: frozenset[str] | None, latest: bool = False) -> Columns:
    """The case's record in an extract that lacks a table, some of its columns, or its history."""
    columns = columns_from(case.record)
    held = {one: names for one, names in WHOLE.items() if one is not noun}
    frames = {one: frame for one, frame in columns.frames.items() if one is not noun}
    if fields is not None:
        held[noun] = WHOLE[noun] - fields
        frames[noun] = columns.of(noun)
    return Columns(
        frames=frames, held=Held(fields=held, latest_only=frozenset({noun}) if latest else frozenset())
    )  # fmt: skip


NEEDED = [(rule, need) for rule in RULES for need in rule.needs]


def _named(value: object) -> str:
    return value.code if isinstance(value, Rule) else value.noun.__name__ if isinstance(value, Needs) else str(value)


@pytest.mark.parametrize(("rule", "need"), NEEDED, ids=_named)
def test_without_a_table_it_needs_a_rule_cannot_say_and_names_the_cure(rule: Rule, need: Needs) -> None:
    case = _first(rule)
    columns = _lacking(case, need.noun, None)
    found, silent = drift_sweep(columns, end_of(d(case.after)), rules=(rule,))
    assert found == drifts_of(Standing(columns.child("c"), end_of(d(case.after))), rules=(rule,)) == []
    (one,) = silent
    assert (one.code, one.title) == (rule.code, rule.title)
    assert need.noun.table in one.missing
    for name in need.fields:
        assert column_named(need.noun, name).header in one.missing


@pytest.mark.parametrize(("rule", "need"), NEEDED, ids=_named)
def test_without_a_column_it_needs_a_rule_cannot_say(rule: Rule, need: Needs) -> None:
    case = _first(rule)
    for name in need.fields:
        found, silent = drift_sweep(_lacking(case, need.noun, frozenset({name})), end_of(d(case.after)), rules=(rule,))
        assert (found, [one.code for one in silent]) == ([], [rule.code])


@pytest.mark.parametrize(("rule", "need"), [one for one in NEEDED if one[1].every], ids=_named)
def test_a_rule_that_counts_cannot_say_where_only_the_latest_row_is_given(rule: Rule, need: Needs) -> None:
    case = _first(rule)
    found, silent = drift_sweep(
        _lacking(case, need.noun, frozenset(), latest=True), end_of(d(case.after)), rules=(rule,)
    )
    assert found == []
    assert "every row, not only the latest" in silent[0].missing


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.answers], ids=_named)
def test_where_only_the_answer_could_be_missing_the_rule_speaks_and_says_so(rule: Rule) -> None:
    case = _first(rule)
    noun = rule.answers[-1]
    (one,), silent = drift_sweep(_lacking(case, noun, None), end_of(d(case.after)), rules=(rule,))
    assert silent == []
    assert one.stands
    assert f"This file does not hold {noun.words}" in one.words
    (whole,), _ = drift_sweep(columns_from(case.record), end_of(d(case.after)), rules=(rule,))
    assert "This file does not hold" not in whole.words


def test_an_extract_that_holds_everything_leaves_nothing_unanswered() -> None:
    assert unanswerable(Held(fields=WHOLE)) == []


def test_an_extract_that_holds_nothing_leaves_every_rule_unanswered() -> None:
    found, silent = drift_sweep(Columns(frames={}), end_of(d("2026-06-01")))
    assert found == []
    assert [one.code for one in silent] == [rule.code for rule in RULES]


def test_an_extract_that_cannot_show_whether_work_is_open_is_not_taken_to_say_that_none_is() -> None:
    case = next(case for case in RISES if case.code == "no-change-twice")
    rows = tuple(fact for fact in case.record if not isinstance(fact, Involvement))
    columns = columns_from(rows, nouns=(PlanReview, ManagementDecision))
    (one,), _ = drift_sweep(columns, end_of(d(case.after)), rules=(BY_CODE["no-change-twice"],))
    assert one.stands
