"""Coming into care: court proceedings, an assessment just before, and reviews that are not all on record."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.record.child_protection import Application
from holdfast.record.in_care import CareEpisode, CarePlan, CareReview, HealthCheck, LegalStatus
from tests.duties.examples import CHILD, HELD
from tests.duties.examples_in_care import assessed, in_care, reviewed, went_on
from tests.duties.review_states import clocks, dues, each_engine, states, told

ENTERED = date(2026, 3, 2)  # ten working days end on 16 March, twenty on 30 March
CARE = in_care(ENTERED)


def legal(status: str, on: date, ended: date | None = None) -> LegalStatus:
    return LegalStatus(child=CHILD, status=status, started_on=on, ended_on=ended)


def issued(on: date, disposed: date | None = None) -> Application:
    return Application(child=CHILD, issued_on=on, disposed_on=disposed)


@each_engine
@pytest.mark.parametrize(
    "court",
    [
        legal("C1", ENTERED),
        legal("C1", date(2026, 3, 16)),
        legal("C2", ENTERED),
        legal("C1", date(2026, 2, 2), date(2026, 3, 2)),
        issued(date(2026, 2, 2)),
        issued(date(2026, 3, 16)),
        issued(ENTERED, disposed=date(2026, 3, 17)),
    ],
    ids=repr,
)
def test_a_plan_made_in_care_proceedings_follows_the_courts_timetable_and_not_ten_days(engine, court) -> None:
    (clock,) = clocks(engine, "cla-care-plan", (*CARE, court), date(2026, 6, 1))
    assert (clock.state, clock.due_on) == ("cannot_say", None)
    assert "the court's timetable; care proceedings were on foot" in told(clock)


@each_engine
@pytest.mark.parametrize(
    "court",
    [
        legal("V2", ENTERED),
        legal("C1", date(2026, 3, 17)),
        legal("C1", date(2025, 2, 2), date(2026, 3, 1)),
        issued(date(2026, 3, 17)),
        issued(ENTERED, disposed=date(2026, 3, 16)),
    ],
    ids=repr,
)
def test_proceedings_over_before_or_begun_after_the_ten_days_leave_the_limit_as_it_is(engine, court) -> None:
    record = (*CARE, court)
    assert states(engine, "cla-care-plan", record, date(2026, 6, 1)) == {ENTERED: "overdue"}
    done = (*record, CarePlan(child=CHILD, started_on=date(2026, 3, 16)))
    assert states(engine, "cla-care-plan", done, date(2026, 6, 1)) == {ENTERED: "met"}


@each_engine
def test_an_application_of_tomorrow_is_not_yet_known(engine) -> None:
    record = (*CARE, issued(date(2026, 3, 10)))
    assert states(engine, "cla-care-plan", record, date(2026, 3, 9)) == {ENTERED: "due_soon"}
    assert states(engine, "cla-care-plan", record, date(2026, 3, 10)) == {ENTERED: "cannot_say"}


@each_engine
def test_an_assessment_three_months_before_stands_for_the_first_and_a_day_more_does_not(engine) -> None:
    within, beyond = (
        clocks(engine, "cla-iha", (*CARE, *assessed(day)), date(2026, 6, 1))[0]
        for day in (date(2025, 12, 2), date(2025, 12, 1))
    )
    assert (within.state, within.met_on, within.due_on) == ("met", date(2025, 12, 2), None)
    assert (beyond.state, beyond.due_on) == ("overdue", date(2026, 3, 30))


@each_engine
@pytest.mark.parametrize("status", ["refused", "planned", None])
def test_only_a_completed_assessment_before_care_stands_for_the_first(engine, status) -> None:
    check = HealthCheck(child=CHILD, type="health assessment", status=status, on=date(2026, 2, 2))
    assert states(engine, "cla-iha", (*CARE, check), date(2026, 6, 1)) == {ENTERED: "overdue"}


@each_engine
def test_on_the_day_itself_it_is_the_first_assessment_and_has_its_day(engine) -> None:
    (clock,) = clocks(engine, "cla-iha", (*CARE, *assessed(ENTERED)), date(2026, 6, 1))
    assert (clock.state, clock.met_on, clock.due_on) == ("met", ENTERED, date(2026, 3, 30))


@each_engine
def test_the_health_review_is_counted_from_the_assessment_before_care_until_there_is_a_later_one(engine) -> None:
    before, later = date(2026, 2, 2), date(2026, 5, 4)
    record = (*CARE, *assessed(before))
    assert dues(engine, "cla-rha-5plus", record, date(2026, 6, 1)) == {before: date(2027, 2, 2)}
    found = states(engine, "cla-rha-5plus", (*record, *assessed(later)), date(2026, 6, 1))
    assert found == {before: "met", later: "running"}


@each_engine
@pytest.mark.parametrize("held", [HELD, replace(HELD, latest_only=frozenset({HealthCheck}))])
def test_where_only_the_latest_assessment_is_given_that_may_be_the_one_before_care(engine, held) -> None:
    before = date(2026, 2, 2)
    assert states(engine, "cla-iha", (*CARE, *assessed(before)), date(2026, 6, 1), held) == {ENTERED: "met"}
    assert dues(engine, "cla-rha-5plus", (*CARE, *assessed(before)), date(2026, 6, 1), held) == {
        before: date(2027, 2, 2)
    }


@each_engine
def test_a_stay_shorter_than_twenty_working_days_ends_what_was_owed_and_a_longer_one_was_late(engine) -> None:
    child, episode = CARE
    short = (child, replace(episode, ended_on=date(2026, 3, 27), end_reason="E4"))
    assert states(engine, "cla-iha", short, date(2026, 6, 1)) == {ENTERED: "ended"}
    assert states(engine, "cla-iha", CARE, date(2026, 3, 30)) == {ENTERED: "due_soon"}
    assert states(engine, "cla-iha", CARE, date(2026, 3, 31)) == {ENTERED: "overdue"}


FIFTH = {  # born on 1 January 2021
    date(2025, 6, 30): ("cla-rha-u5", date(2025, 12, 30)),
    date(2025, 7, 1): ("cla-rha-u5", date(2026, 1, 1)),
    date(2025, 7, 2): ("cla-rha-5plus", date(2026, 7, 2)),
    date(2025, 12, 31): ("cla-rha-5plus", date(2026, 12, 31)),
    date(2026, 1, 1): ("cla-rha-5plus", date(2027, 1, 1)),
}
"""The rhythm switches on the fifth birthday, 1 January 2026. The regulation asks for one assessment in every six
months before it and one in every twelve after it. Six months that end by the birthday are whole and owed; six that
would end after it lie partly in the time in which twelve are allowed, so nothing is late before twelve are over."""


@each_engine
@pytest.mark.parametrize("day", FIFTH)
def test_the_health_review_turns_from_six_months_to_twelve_where_six_would_end_after_five(engine, day: date) -> None:
    record = (*in_care(date(2025, 1, 6), born=date(2021, 1, 1)), *assessed(day))
    found = {code: dues(engine, code, record, date(2026, 1, 2)).get(day) for code in ("cla-rha-u5", "cla-rha-5plus")}
    assert {code: due for code, due in found.items() if due} == dict([FIFTH[day]])


@each_engine
@pytest.mark.parametrize(("day", "code"), [(date(2025, 8, 31), "cla-rha-u5"), (date(2025, 9, 1), "cla-rha-5plus")])
def test_six_months_end_by_a_birthday_on_the_last_of_february(engine, day: date, code: str) -> None:
    record = (*in_care(date(2025, 1, 6), born=date(2021, 2, 28)), *assessed(day))
    assert list(dues(engine, code, record, date(2026, 1, 2))) == [day]


SINCE = replace(HELD, known_from={CareReview: date(2024, 4, 1)})


@each_engine
@pytest.mark.parametrize(
    ("second", "as_at", "state"),
    [
        (date(2024, 7, 15), date(2024, 12, 1), "met"),
        (date(2024, 7, 16), date(2024, 12, 1), "cannot_say"),
        (date(2024, 9, 10), date(2024, 12, 1), "cannot_say"),
        (date(2024, 10, 15), date(2024, 12, 1), "cannot_say"),
        (date(2024, 10, 16), date(2024, 12, 1), "met_late"),
        (None, date(2024, 7, 15), "running"),
        (None, date(2024, 7, 16), "cannot_say"),
        (None, date(2024, 10, 15), "cannot_say"),
        (None, date(2024, 10, 16), "overdue"),
    ],
)
def test_a_review_that_may_have_been_the_first_leaves_the_next_in_doubt_from_three_months_to_six(
    engine, second: date | None, as_at: date, state: str
) -> None:
    first = date(2024, 4, 15)
    record = (*in_care(date(2024, 3, 20)), *reviewed(first, *([second] if second else [])))
    assert states(engine, "cla-review-n", record, as_at, SINCE)[first] == state


@each_engine
def test_a_review_in_doubt_says_what_each_answer_would_mean(engine) -> None:
    record = (*in_care(date(2024, 3, 20)), *reviewed(date(2024, 4, 15)))
    (clock,) = clocks(engine, "cla-review-n", record, date(2024, 9, 1), SINCE)
    assert "within three months of it, and within six if not" in told(clock)


@each_engine
@pytest.mark.parametrize(
    ("entered", "first", "state"),
    [
        # Twenty working days from 1 March 2024 end on 2 April (29 March and 1 April are bank holidays).
        (date(2024, 3, 1), date(2024, 4, 2), "cannot_say"),
        (date(2024, 3, 1), date(2024, 5, 7), "cannot_say"),  # late, if it was the first; but it may have been
        # From 28 February they end on 27 March: before the first day of which this record tells.
        (date(2024, 2, 28), date(2024, 4, 3), "met"),
    ],
)
def test_what_may_have_been_the_first_by_its_day(engine, entered: date, first: date, state: str) -> None:
    record = (*in_care(entered), *reviewed(first, date(2024, 9, 10)))
    assert states(engine, "cla-review-n", record, date(2024, 12, 1), SINCE)[first] == state


@each_engine
@pytest.mark.parametrize(("day", "state"), [(date(2025, 5, 1), "cannot_say"), (date(2025, 5, 2), "met")])
def test_where_care_goes_on_from_before_the_record_only_an_early_review_may_have_been_the_first(
    engine, day: date, state: str
) -> None:
    # Twenty working days from 1 April 2025 end on 1 May: 18 and 21 April are bank holidays.
    record = (*went_on(date(2025, 4, 1)), *reviewed(day, date(2025, 9, 30)))
    assert states(engine, "cla-review-n", record, date(2025, 12, 1))[day] == state


@each_engine
def test_where_every_review_is_on_record_nothing_is_in_doubt(engine) -> None:
    record = (*in_care(date(2024, 3, 20)), *reviewed(date(2024, 4, 15), date(2024, 9, 10)))
    assert states(engine, "cla-review-2", record, date(2024, 12, 1)) == {date(2024, 4, 15): "met_late"}
    assert states(engine, "cla-review-n", record, date(2024, 12, 1)) == {date(2024, 9, 10): "running"}


@each_engine
def test_a_child_who_left_care_before_the_next_review_was_owed_leaves_no_doubt(engine) -> None:
    child, episode = in_care(date(2024, 3, 20))
    assert isinstance(episode, CareEpisode)
    gone = (child, replace(episode, ended_on=date(2024, 8, 20), end_reason="E4"), *reviewed(date(2024, 4, 15)))
    assert states(engine, "cla-review-n", gone, date(2024, 12, 1), SINCE) == {date(2024, 4, 15): "ended"}
