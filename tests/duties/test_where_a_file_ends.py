"""What was done after the last day of a file is not in it: what was not late by then cannot be said."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from holdfast.dates import Days, end_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.drift.columns import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.standing import Standing, told_until
from holdfast.record.child import Held
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareReview
from holdfast.record.leaving_care import CareLeaver, PathwayPlan
from tests.duties.examples import CHILD, ENGINES, HELD, Record
from tests.duties.examples_in_care import in_care
from tests.invented_records import invented

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())

ENDS = date(2026, 3, 31)
AFTER = "what was done after 31 March 2026, where this file ends"


def until(day: date, *nouns: type[Fact]) -> Held:
    return replace(HELD, known_until=dict.fromkeys(nouns or HELD.fields, day))


def states(engine, code: str, record: Record, day: date, held: Held) -> list[tuple[str, str | None]]:
    return [(one.state, one.missing) for one in engine(record, end_of(day), BY_CODE[code], held=held)]


def assessed(day: date) -> Record:
    return (
        Referral(child=CHILD, id="r", on=day),
        Assessment(child=CHILD, id="a", referral="r", started_on=day),
    )


# 45 working days from Tuesday 27 January 2026 end on Tuesday 31 March 2026, from Wednesday 28 January on 1 April.
BY_THE_END, THE_DAY_AFTER = assessed(date(2026, 1, 27)), assessed(date(2026, 1, 28))


@each_engine
def test_what_was_due_by_the_files_last_day_is_late_and_what_was_due_a_day_later_cannot_be_said(engine) -> None:
    june = date(2026, 6, 1)
    assert states(engine, "as-cfa-45wd-start", BY_THE_END, june, until(ENDS)) == [("overdue", None)]
    assert states(engine, "as-cfa-45wd-start", THE_DAY_AFTER, june, until(ENDS)) == [("cannot_say", AFTER)]
    assert states(engine, "as-cfa-45wd-start", THE_DAY_AFTER, june, HELD) == [("overdue", None)]


@each_engine
def test_up_to_the_files_last_day_everything_is_said_as_of_any_other_file(engine) -> None:
    for record in (BY_THE_END, THE_DAY_AFTER):
        ((state, missing),) = states(engine, "as-cfa-45wd-start", record, ENDS, until(ENDS))
        assert (state, missing) == ("due_soon", None)
    ((state, _),) = states(engine, "as-cfa-45wd-start", THE_DAY_AFTER, date(2026, 4, 1), until(ENDS))
    assert state == "cannot_say"


@each_engine
def test_what_is_on_record_as_done_stays_done_whatever_the_file_leaves_out(engine) -> None:
    record = (*THE_DAY_AFTER[:1], replace(THE_DAY_AFTER[1], authorised_on=date(2026, 3, 30)))
    assert states(engine, "as-cfa-45wd-start", record, date(2026, 6, 1), until(ENDS)) == [("met", None)]


@each_engine
@pytest.mark.parametrize(("ended", "expected"), [(date(2026, 3, 31), "ended"), (date(2026, 4, 1), "cannot_say")])
def test_what_was_over_by_the_files_last_day_has_ended_and_what_ended_later_may_have_been_done(
    engine, ended: date, expected: str
) -> None:
    record = (
        InNeedPlan(child=CHILD, id="n", started_on=date(2026, 3, 20), ended_on=ended),
        InNeedVisit(child=CHILD, on=date(2026, 3, 24), seen=True),
    )
    found = states(engine, "cin-visit", record, date(2026, 6, 1), until(ENDS))
    assert [state for state, _ in found] == ["met", expected]


@each_engine
def test_of_a_chain_the_clock_that_was_running_at_the_files_end_cannot_be_said(engine) -> None:
    reviews = tuple(CareReview(child=CHILD, held_on=day) for day in (date(2025, 6, 27), date(2025, 9, 26)))
    # Six months from 26 September 2025 end on 26 March 2026, before the file does: that one was late by then.
    record = (*in_care(date(2025, 6, 2)), *reviews)
    assert states(engine, "cla-review-n", record, date(2026, 6, 1), until(ENDS))[-1:] == [("overdue", None)]
    later = (*record, CareReview(child=CHILD, held_on=date(2025, 10, 1)))
    assert states(engine, "cla-review-n", later, date(2026, 6, 1), until(ENDS))[-1:] == [("cannot_say", AFTER)]


@each_engine
def test_only_the_evidence_decides_not_what_starts_the_clock(engine) -> None:
    reviews, june = until(ENDS, CareReview), date(2026, 6, 1)
    record = in_care(date(2026, 3, 20))
    assert states(engine, "cla-review-1", record, june, reviews) == [("cannot_say", AFTER)]
    assert states(engine, "cla-care-plan", record, june, reviews) == [("overdue", None)]


def test_a_noun_worked_out_from_others_is_told_until_the_first_of_them_ends() -> None:
    both = Held(fields={}, known_until={PathwayPlan: date(2026, 3, 31), CareLeaver: date(2025, 3, 31)})
    way = BY_CODE["cl-pathway-review"].ways[0]
    assert way.met is not None
    assert told_until(both, way.met.noun) == date(2025, 3, 31)  # type: ignore[union-attr]
    assert told_until(both, PathwayPlan) == date(2026, 3, 31)
    assert told_until(both, CareReview) is None


@pytest.mark.parametrize("seed", range(6))
def test_nothing_due_after_a_files_last_day_is_called_late_or_running_or_soon(seed: int) -> None:
    columns, ends = invented(Random(seed), whole=True), date(2025, 6, 30)
    whole = Columns(frames=columns.as_at(end_of(ends)).frames, held=replace(columns.held, known_until=dict.fromkeys(
        columns.held.fields, ends)))  # fmt: skip
    swept = sweep(whole, end_of(date(2026, 6, 1)), [one for one in ALL if all(way.met for way in one.ways)])
    for state, due in swept.select("state", "due_on").iter_rows():
        assert state not in ("overdue", "due_soon", "running") or (due is not None and due <= ends)


def test_a_plan_that_was_not_yet_long_at_the_files_end_nags_nobody() -> None:
    facts = columns_from((InNeedPlan(child=CHILD, id="n", started_on=date(2025, 1, 1)),))
    rule, moment = (RULES["in-need-plan-long"],), end_of(date(2026, 6, 1))
    (whole,), _ = drift_sweep(facts, moment, rules=rule)
    assert whole.due_on is not None
    for ends, nags in ((whole.due_on, True), (Days(1).before(whole.due_on), False)):
        columns = Columns(frames=facts.frames, held=replace(facts.held, known_until=dict.fromkeys(HELD.fields, ends)))
        swept, _ = drift_sweep(columns, moment, rules=rule)
        assert swept == drifts_of(Standing(columns.child(CHILD), moment), rules=rule)
        assert [(one.state == "cannot_say", one.nags) for one in swept] == [(not nags, nags)]
        assert ("cannot say whether it still stands" in swept[0].words) is not nags
