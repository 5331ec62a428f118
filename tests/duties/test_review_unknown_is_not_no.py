"""A table that an extract lacks says nothing: neither that there was no temporary approval, review nor intention."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.record.in_care import CareReview, Placement, PlacementStep, TemporaryApproval
from tests.duties.examples import CHILD, HELD, held_without
from tests.duties.examples_in_care import in_care, placed, reviewed, visited, with_a_relative
from tests.duties.review_states import clocks, dues, each_engine, states, told

PLACED, SEEN = date(2026, 1, 5), date(2026, 1, 9)
NO_APPROVALS, NO_STEPS, NO_REVIEWS = (held_without(noun) for noun in (TemporaryApproval, PlacementStep, CareReview))


@each_engine
@pytest.mark.parametrize("code", ["U1", "U2", "U3", None])
def test_where_a_carer_may_be_approved_for_a_time_later_visits_cannot_be_said_and_the_first_can(engine, code) -> None:
    record = (*placed(PLACED, type=code), *visited(SEEN))
    assert states(engine, "cla-visit-first", record, date(2026, 6, 1), NO_APPROVALS) == {PLACED: "met"}
    (later,) = clocks(engine, "cla-visit-yr1", record, date(2026, 6, 1), NO_APPROVALS)
    assert (later.state, later.due_on) == ("cannot_say", None)
    assert "holdfast_temporary_approvals with start_date" in told(later)


@each_engine
@pytest.mark.parametrize("code", ["U4", "U5", "U6", "K2", "P1"])
def test_no_other_code_leaves_the_carers_approval_in_doubt(engine, code) -> None:
    record = (*placed(PLACED, type=code), *visited(SEEN))
    assert states(engine, "cla-visit-yr1", record, date(2026, 2, 20), NO_APPROVALS) == {SEEN: "due_soon"}


@each_engine
def test_a_table_of_approvals_that_is_there_and_empty_says_that_there_is_none(engine) -> None:
    record = (*placed(PLACED, type="U3"), *visited(SEEN))
    assert states(engine, "cla-visit-yr1", record, date(2026, 2, 21)) == {SEEN: "overdue"}


@each_engine
def test_the_first_visit_to_a_relatives_home_is_still_overdue_on_the_eighth_day(engine) -> None:
    found = [
        states(engine, "cla-visit-first", placed(PLACED, type="U3"), date(2026, 1, day), NO_APPROVALS)[PLACED]
        for day in (12, 13)
    ]
    assert found == ["due_soon", "overdue"]


@each_engine
@pytest.mark.parametrize(("code", "duty"), [("U1", "cla-visit-permanent"), ("U3", "cla-visit-after-yr1")])
def test_after_the_first_year_the_doubt_stands_under_the_duty_that_would_have_been_owed(engine, code, duty) -> None:
    seen = date(2026, 2, 9)
    record = (*placed(date(2025, 1, 6), type=code), *visited(seen))
    found = {
        one: states(engine, one, record, date(2026, 6, 1), NO_APPROVALS).get(seen)
        for one in ("cla-visit-yr1", "cla-visit-after-yr1", "cla-visit-permanent", "cla-visit-reg24")
    }
    assert {one: state for one, state in found.items() if state} == {duty: "cannot_say"}


@each_engine
def test_without_steps_and_without_a_code_a_placement_may_be_meant_to_last(engine) -> None:
    seen = date(2026, 2, 9)
    record = (*placed(date(2025, 1, 6)), *visited(seen))
    (clock,) = clocks(engine, "cla-visit-after-yr1", record, date(2026, 6, 1), NO_STEPS)
    assert clock.state == "cannot_say"
    assert "holdfast_placement_steps with step = intended to eighteen" in told(clock)
    assert states(engine, "cla-visit-after-yr1", record, date(2026, 6, 1)) == {seen: "overdue"}
    coded = (*placed(date(2025, 1, 6), type="K2"), *visited(seen))
    assert states(engine, "cla-visit-after-yr1", coded, date(2026, 6, 1), NO_STEPS) == {seen: "overdue"}


@each_engine
def test_in_the_first_year_nobody_need_know_how_long_the_placement_is_meant_to_last(engine) -> None:
    record = (*placed(PLACED), *visited(SEEN))
    assert states(engine, "cla-visit-yr1", record, date(2026, 2, 21), NO_STEPS) == {SEEN: "overdue"}


@each_engine
def test_without_reviews_only_the_visit_counted_from_coming_into_care_is_surely_owed_in_a_week(engine) -> None:
    record = (*with_a_relative(PLACED), *visited(SEEN))
    assert dues(engine, "cla-visit-reg24", record, date(2026, 6, 1), NO_REVIEWS) == {
        PLACED: date(2026, 1, 12), SEEN: None,
    }  # fmt: skip
    assert states(engine, "cla-visit-reg24", record, date(2026, 6, 1), NO_REVIEWS)[SEEN] == "cannot_say"
    assert states(engine, "cla-visit-reg24", record, date(2026, 6, 1))[SEEN] == "overdue"


@each_engine
def test_a_placement_later_in_care_may_have_begun_after_a_first_review_that_is_not_on_record(engine) -> None:
    moved = (
        *in_care(date(2025, 3, 4)),
        Placement(child=CHILD, id="h", started_on=PLACED),
        TemporaryApproval(child=CHILD, placement="h", started_on=PLACED),
    )
    assert states(engine, "cla-visit-reg24", moved, date(2026, 1, 20), NO_REVIEWS) == {PLACED: "cannot_say"}
    assert states(engine, "cla-visit-reg24", moved, date(2026, 1, 20)) == {PLACED: "overdue"}


@each_engine
def test_where_earlier_reviews_are_not_given_the_change_is_sure_only_from_the_first_that_is(engine) -> None:
    held = replace(HELD, known_from={CareReview: date(2026, 2, 1)})
    seen = (date(2026, 1, 9), date(2026, 2, 10))
    record = (*with_a_relative(PLACED), *reviewed(date(2026, 2, 10)), *visited(seen[0]), *visited(seen[1]))
    found = states(engine, "cla-visit-reg24", record, date(2026, 2, 11), held)
    assert found == {PLACED: "met", seen[0]: "cannot_say", seen[1]: "running"}


@each_engine
def test_of_reviews_only_the_latest_so_whether_it_was_the_first_is_not_known_before_it(engine) -> None:
    held = replace(HELD, latest_only=frozenset({CareReview}))
    record = (*with_a_relative(PLACED), *visited(SEEN))
    assert states(engine, "cla-visit-reg24", record, date(2026, 1, 17), held)[SEEN] == "overdue"
    late = (*record, *reviewed(date(2026, 2, 10)))
    assert states(engine, "cla-visit-reg24", late, date(2026, 2, 11), held)[SEEN] == "cannot_say"
