"""Periods of care, times as a care leaver, ages and look-backs, to the day and in both engines."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import Clock
from holdfast.duties.register import BY_CODE
from holdfast.record.in_care import (
    CareEpisode,
    CareReview,
    Permanence,
    PlacementRequest,
    PlacementStep,
)
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.people import Person
from holdfast.record.unseen import HomelessPresentation, PrivateFostering
from tests.duties.examples import CHILD, ENGINES, Record
from tests.duties.examples_home import referred
from tests.duties.examples_in_care import in_care, placed, reviewed, visited, with_a_relative

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())


def clocks(engine, code: str, record: Record, day: date) -> list[Clock]:
    return engine(record, end_of(day), BY_CODE[code])


def starts(engine, code: str, record: Record, day: date) -> list[date]:
    return [clock.started_on for clock in clocks(engine, code, record, day)]


def born(day: date) -> Person:
    return Person(child=CHILD, born_on=day)


@each_engine
def test_a_referral_within_twelve_months_is_a_re_referral_and_a_day_more_is_not(engine) -> None:
    within, beyond = (date(2026, 2, 9), date(2026, 2, 10))
    assert starts(engine, "fd-rereferral-flag", referred(date(2025, 2, 9), within), date(2026, 3, 2)) != []
    assert starts(engine, "fd-rereferral-flag", referred(date(2025, 2, 9), beyond), date(2026, 3, 2)) == []


@each_engine
def test_a_first_protection_plan_is_no_repeat_and_the_second_is(engine) -> None:
    from holdfast.record.child_protection import ProtectionPlan

    first = ProtectionPlan(child=CHILD, id="1", started_on=date(2019, 5, 7), ended_on=date(2020, 5, 7))
    second = ProtectionPlan(child=CHILD, id="2", started_on=date(2026, 3, 23))
    assert starts(engine, "cp-repeat-plan-flag", (first,), date(2026, 6, 1)) == []
    assert starts(engine, "cp-repeat-plan-flag", (first, second), date(2026, 6, 1)) == [date(2026, 3, 23)]


@each_engine
def test_episodes_that_follow_on_are_one_time_in_care_and_a_gap_makes_two(engine) -> None:
    first = CareEpisode(child=CHILD, started_on=date(2025, 12, 8), start_reason="S", ended_on=date(2026, 1, 15))
    moved = replace(first, end_reason="X1")
    home = replace(first, end_reason="E4")
    next_day = CareEpisode(child=CHILD, started_on=date(2026, 1, 15), start_reason="P")
    back = CareEpisode(child=CHILD, started_on=date(2026, 2, 9), start_reason="S")
    assert starts(engine, "cla-review-1", (moved, next_day), date(2026, 3, 2)) == [date(2025, 12, 8)]
    assert starts(engine, "cla-review-1", (home, back), date(2026, 3, 2)) == [date(2025, 12, 8), date(2026, 2, 9)]


@each_engine
def test_an_episode_that_ceased_for_a_move_does_not_end_care_and_going_home_does(engine) -> None:
    episode = CareEpisode(child=CHILD, started_on=date(2025, 12, 8), start_reason="S", ended_on=date(2026, 1, 2))
    states = {
        reason: clocks(engine, "cla-review-1", (replace(episode, end_reason=reason),), date(2026, 1, 5))[0].state
        for reason in ("X1", "E4", None)
    }
    assert states == {"X1": "due_soon", "E4": "ended", None: "ended"}


@each_engine
def test_care_ends_on_the_eighteenth_birthday_and_not_the_day_before(engine) -> None:
    episode = CareEpisode(child=CHILD, started_on=date(2025, 12, 8), start_reason="S")
    record = (born(date(2008, 3, 2)), episode)
    before, on_the_day = (
        clocks(engine, "cla-review-1", record, day)[0] for day in (date(2026, 3, 1), date(2026, 3, 2))
    )
    assert (before.state, on_the_day.state) == ("overdue", "ended")
    assert on_the_day.ended_on == date(2026, 3, 2)


@each_engine
def test_somebody_born_on_29_february_comes_of_age_on_1_march_of_a_common_year(engine) -> None:
    record = (born(date(2008, 2, 29)), CareLeaver(child=CHILD))
    assert starts(engine, "cl-pa-contact-8wk", record, date(2026, 2, 28)) == []
    assert starts(engine, "cl-pa-contact-8wk", record, date(2026, 3, 1)) == [date(2026, 3, 1)]


@each_engine
def test_thirteen_weeks_are_counted_from_the_fourteenth_birthday_over_all_times_in_care(engine) -> None:
    person = born(date(2010, 1, 5))
    seventy_days = CareEpisode(
        child=CHILD, started_on=date(2023, 9, 1), ended_on=date(2024, 3, 15), start_reason="S", end_reason="E4"
    )
    # In care before fourteen (5 January 2024); 70 days after it, so 21 days are left of the 91.
    back = CareEpisode(child=CHILD, started_on=date(2026, 3, 2), start_reason="S")
    record = (person, seventy_days, back)
    waiting = clocks(engine, "cl-needs-eligible", record, date(2026, 3, 22))
    reached = clocks(engine, "cl-needs-eligible", record, date(2026, 3, 23))
    assert [(one.state, one.started_on) for one in waiting] == [("cannot_say", date(2026, 3, 2))]
    assert [(one.state, one.started_on, one.due_on) for one in reached] == [
        ("running", date(2026, 3, 23), date(2026, 6, 23))
    ]


@each_engine
def test_nobody_is_eligible_the_day_before_sixteen_and_somebody_on_the_day(engine) -> None:
    record = (born(date(2010, 3, 14)), CareEpisode(child=CHILD, started_on=date(2024, 9, 2)))
    assert starts(engine, "cl-needs-eligible", record, date(2026, 3, 13)) == []
    assert starts(engine, "cl-needs-eligible", record, date(2026, 3, 14)) == [date(2026, 3, 14)]


@each_engine
def test_the_questionnaire_is_owed_until_the_day_before_seventeen(engine) -> None:
    record = (born(date(2009, 3, 2)), CareEpisode(child=CHILD, started_on=date(2025, 1, 6), start_reason="S"))
    before, on_the_day = (clocks(engine, "cla-sdq", record, day)[0] for day in (date(2026, 3, 1), date(2026, 3, 2)))
    assert (before.state, on_the_day.state) == ("overdue", "ended")


@each_engine
def test_a_child_under_three_is_owed_no_first_education_plan_and_a_child_of_three_is(engine) -> None:
    day = date(2025, 12, 8)
    assert starts(engine, "cla-pep-first", in_care(day, born=date(2022, 12, 9)), day) == []
    assert starts(engine, "cla-pep-first", in_care(day, born=date(2022, 12, 8)), day) == [day]
    assert starts(engine, "cla-pep-first", in_care(day, born=None), day) == [day]


@each_engine
def test_the_sixteen_weeks_pass_to_the_extension_on_the_day_after_they_end(engine) -> None:
    record = with_a_relative(date(2025, 12, 8), extended_on=date(2026, 3, 27))
    last, after = (clocks(engine, "cla-reg24-approval", record, date(2026, 3, day))[0].state for day in (30, 31))
    assert (last, after) == ("due_soon", "ended")
    (extended,) = clocks(engine, "cla-reg25-extension", record, date(2026, 3, 31))
    assert (extended.started_on, extended.due_on) == (date(2026, 3, 30), date(2026, 5, 25))
    assert clocks(engine, "cla-reg25-extension", record, date(2026, 3, 26)) == []


@each_engine
def test_without_an_extension_nothing_is_said_of_one_until_the_sixteen_weeks_are_over(engine) -> None:
    record = with_a_relative(date(2025, 12, 8))
    assert clocks(engine, "cla-reg25-extension", record, date(2026, 3, 30)) == []
    (after,) = clocks(engine, "cla-reg25-extension", record, date(2026, 3, 31))
    assert (after.state, after.due_on) == ("cannot_say", None)


@each_engine
def test_a_visit_the_day_before_the_first_review_is_followed_within_a_week_and_on_the_day_within_four(engine) -> None:
    record = (*with_a_relative(date(2025, 12, 8)), *reviewed(date(2026, 1, 8)))
    due = {
        day: clocks(engine, "cla-visit-reg24", (*record, *visited(day)), date(2026, 1, 9))[-1].due_on
        for day in (date(2026, 1, 7), date(2026, 1, 8))
    }
    assert due == {date(2026, 1, 7): date(2026, 1, 14), date(2026, 1, 8): date(2026, 2, 5)}


@each_engine
def test_a_placement_is_meant_to_last_where_its_code_or_a_recorded_intention_says_so(engine) -> None:
    record = (*placed(date(2025, 3, 11)), *visited(date(2026, 3, 11)))
    meant = PlacementStep(child=CHILD, placement="h", step="intended to eighteen", on=date(2025, 6, 2))
    assert starts(engine, "cla-visit-permanent", record, date(2026, 3, 12)) == []
    assert starts(engine, "cla-visit-permanent", (*record, meant), date(2026, 3, 12)) == [date(2026, 3, 11)]
    assert starts(engine, "cla-visit-after-yr1", record, date(2026, 3, 12)) == [date(2026, 3, 11)]
    assert starts(engine, "cla-visit-after-yr1", (*record, meant), date(2026, 3, 12)) == []


@each_engine
def test_notices_of_a_planned_move_are_not_asked_for_twice_and_an_emergency_has_five_days(engine) -> None:
    asked = PlacementRequest(
        child=CHILD, on=date(2026, 3, 9), move_on=date(2026, 3, 13), placement="h", emergency=False
    )  # fmt: skip
    due = {
        emergency: [
            one.due_on
            for one in clocks(
                engine, "cla-placement-notify",
                (*placed(date(2026, 3, 13)), replace(asked, emergency=emergency)), date(2026, 3, 13),
            )
        ]
        for emergency in (False, True)
    }  # fmt: skip
    assert due == {False: [date(2026, 3, 13)], True: [date(2026, 3, 20)]}


@each_engine
def test_the_way_to_adoption_ends_when_the_decision_is_reversed_and_not_before(engine) -> None:
    plan = Permanence(child=CHILD, ordered_on=date(2025, 9, 1), reversed_on=date(2026, 2, 2))
    record = (*in_care(date(2025, 3, 4)), plan)
    for code in ("ad-a2-threshold", "ad-a10-threshold", "ad-review-unplaced"):
        before, after = (clocks(engine, code, record, date(2026, 2, day))[0].state for day in (1, 2))
        assert before in ("running", "due_soon", "overdue")
        assert after == "ended"


@each_engine
def test_a_match_before_the_order_meets_the_benchmark(engine) -> None:
    plan = Permanence(child=CHILD, ordered_on=date(2026, 1, 19), matched_on=date(2026, 1, 5))
    (clock,) = clocks(engine, "ad-a2-threshold", (*in_care(date(2025, 3, 4)), plan), date(2026, 2, 2))
    assert (clock.state, clock.days) == ("met", 135)


@each_engine
def test_bed_and_breakfast_is_a_place_for_tonight_and_never_a_lawful_one(engine) -> None:
    asked = HomelessPresentation(child=CHILD, on=date(2026, 3, 3), housed_on=date(2026, 3, 3))
    for place, lawful in (("bed and breakfast", "overdue"), ("supported lodgings", "met")):
        record = (replace(asked, housed_in=place),)
        assert clocks(engine, "hl-same-day", record, date(2026, 3, 4))[0].state == "met"
        assert clocks(engine, "hl-no-bb", record, date(2026, 3, 4))[0].state == lawful


@each_engine
def test_keeping_in_touch_is_owed_to_twenty_one_and_not_to_those_who_are_not_leavers(engine) -> None:
    record = (born(date(2005, 3, 2)), CareLeaver(child=CHILD))
    before, on_the_day = (
        clocks(engine, "cl-pa-contact-8wk", record, day)[0].state for day in (date(2026, 3, 1), date(2026, 3, 2))
    )
    assert (before, on_the_day) == ("overdue", "ended")
    for gone in (CareLeaver(child=CHILD, in_touch="RHOM"), CareLeaver(child=CHILD, eligibility="qualifying")):
        assert clocks(engine, "cl-pa-contact-8wk", (record[0], gone), date(2026, 3, 1)) == []
    assert clocks(engine, "cl-pa-contact-8wk", (record[0],), date(2026, 3, 1)) == []


@each_engine
def test_an_attempt_without_an_answer_is_no_contact_and_an_answer_is(engine) -> None:
    record = (born(date(2008, 3, 2)), CareLeaver(child=CHILD))
    for answered, number in ((True, 2), (False, 1), (None, 1)):
        contact = AdviserContact(child=CHILD, on=date(2026, 3, 9), two_way=answered)
        assert len(clocks(engine, "cl-pa-contact-8wk", (*record, contact), date(2026, 3, 10))) == number


@each_engine
def test_a_visit_elsewhere_does_not_count_as_one_at_the_home(engine) -> None:
    from tests.duties.examples_later import at_home

    for at, state in ((True, "met"), (False, "overdue"), (None, "overdue")):
        contact = AdviserContact(child=CHILD, on=date(2026, 1, 19), way="visit", at_home=at)
        assert clocks(engine, "cl-pa-visit-7d", (*at_home(), contact), date(2026, 1, 20))[0].state == state


@each_engine
def test_the_pathway_plan_is_kept_under_review_from_its_first_making(engine) -> None:
    plans = tuple(
        PathwayPlan(child=CHILD, step="plan", on=day) for day in (date(2025, 9, 1), date(2026, 3, 2))
    )  # fmt: skip
    assert starts(engine, "cl-pathway-review", plans, date(2026, 6, 1)) == [date(2025, 9, 1)]


@each_engine
def test_the_second_review_follows_the_first_that_was_held_not_the_one_that_was_cancelled(engine) -> None:
    cancelled = CareReview(child=CHILD, held_on=date(2025, 12, 1), cancelled=True)
    record = (*in_care(date(2025, 11, 10)), cancelled, *reviewed(date(2025, 12, 5)))
    assert starts(engine, "cla-review-2", record, date(2026, 1, 5)) == [date(2025, 12, 5)]


@each_engine
def test_notice_of_a_stay_that_is_still_to_come_asks_for_a_visit_and_for_nothing_else(engine) -> None:
    proposed = PrivateFostering(child=CHILD, id="f", stay_from=date(2026, 5, 1), notified_on=date(2026, 2, 23))
    (visit,) = clocks(engine, "pf-visit-7wd", (proposed,), date(2026, 3, 5))
    assert (visit.started_on, visit.due_on, visit.state) == (date(2026, 2, 23), date(2026, 3, 4), "overdue")
    for code in ("pf-definition-28d", "pf-notify-advance"):
        assert starts(engine, code, (proposed,), date(2026, 4, 30)) == []
        assert starts(engine, code, (proposed,), date(2026, 5, 1)) == [date(2026, 5, 1)]
    assert clocks(engine, "pf-notify-advance", (proposed,), date(2026, 5, 1))[0].state == "met"


@each_engine
def test_a_stay_is_known_before_the_council_is_told_of_it(engine) -> None:
    found_late = PrivateFostering(child=CHILD, id="f", stay_from=date(2026, 1, 3), notified_on=date(2026, 2, 23))
    assert starts(engine, "pf-definition-28d", (found_late,), date(2026, 1, 10)) == [date(2026, 1, 3)]
    assert starts(engine, "pf-visit-7wd", (found_late,), date(2026, 2, 22)) == []
    assert starts(engine, "pf-visit-7wd", (found_late,), date(2026, 2, 23)) == [date(2026, 2, 23)]
