"""Every drift rule on both sides of its number, for one child and for every child."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from holdfast.duties.drift.register import RULES
from holdfast.duties.drift.rule import Drift
from holdfast.duties.settings import THRESHOLDS, WEXMOUTH, Settings
from holdfast.record.child_protection import Enquiry, ProtectionPlan
from holdfast.record.oversight import Challenge
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode
from tests.drift.cases import (
    ALWAYS_SOMEBODY,
    LEAVES,
    NEVER,
    NOTICE,
    RAISED,
    RISES,
    THREE_REVIEWS,
    Case,
    alone,
    d,
    decided,
    drifts,
    fact,
    many,
    reviews,
    stands,
)

TURNS_LATE = (
    Case(
        says="a notice not taken up", code="tenancy-at-risk", facts=NOTICE, before="2026-03-25", after="2026-03-26"
    ),
)  # fmt: skip
"""Standing on both days, overdue on the day ``after`` only."""


def _named(case: Case) -> str:
    return f"{case.code}: {case.says}"


@pytest.mark.parametrize("case", RISES, ids=_named)
def test_a_rule_is_quiet_on_the_last_day_and_stands_on_the_next(case: Case) -> None:
    assert (d(case.after) - d(case.before)).days == 1
    assert not stands(case.record, case.code, d(case.before))
    assert stands(case.record, case.code, d(case.after))


@pytest.mark.parametrize("case", LEAVES, ids=_named)
def test_a_rule_stands_until_the_day_the_record_shows_the_change(case: Case) -> None:
    assert (d(case.after) - d(case.before)).days == 1
    assert stands(case.record, case.code, d(case.before))
    assert not stands(case.record, case.code, d(case.after))


@pytest.mark.parametrize("case", NEVER, ids=_named)
def test_a_rule_does_not_stand_for_what_it_does_not_ask_about(case: Case) -> None:
    assert not stands(case.record, case.code, d(case.before))
    assert not stands(case.record, case.code, d(case.after))


@pytest.mark.parametrize("case", [one for one in RISES if one.code != "supervision-gap"], ids=_named)
def test_a_rule_says_nothing_once_no_work_is_open(case: Case) -> None:
    closed = replace(ALWAYS_SOMEBODY, ended_on=d(case.after))
    facts = tuple(
        replace(one, ended_on=d(case.after)) if hasattr(one, "ended_on") and hasattr(one, "started_on") else one
        for one in (*case.facts, closed)
    )
    assert drifts(facts, case.code, d(case.after)) == []


def test_every_rule_has_a_case_that_rises() -> None:
    assert {case.code for case in RISES} == {rule.code for rule in RULES}


def test_every_rule_that_nags_has_a_case_that_leaves() -> None:
    assert {case.code for case in LEAVES} == {rule.code for rule in RULES if rule.on_monday}


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("name", sorted(THRESHOLDS))
def test_moving_any_threshold_by_one_is_noticed_by_a_case(name: str, by: int) -> None:
    moved = replace(WEXMOUTH, thresholds={**THRESHOLDS, name: THRESHOLDS[name] + by})
    tables = ((RISES, (False, True)), (LEAVES, (True, False)), (NEVER, (False, False)), (TURNS_LATE, (True, True)))
    noticed = next(
        (case, turned)
        for cases, turned in tables
        for case in cases
        if _turns(case, alone, moved) != turned or (case in TURNS_LATE and _is_late(case, moved) != (False, True))
    )
    case, turned = noticed
    assert _turns(case, drifts, moved) == _turns(case, alone, moved)
    assert _turns(case, drifts, WEXMOUTH) == turned


def _turns(case: Case, engine: Callable[..., list[Drift]], settings: Settings) -> tuple[bool, bool]:
    before, after = (
        any(one.stands for one in engine(case.record, case.code, d(day), settings)) for day in (case.before, case.after)
    )
    return before, after


def _is_late(case: Case, settings: Settings) -> tuple[bool, bool]:
    before, after = (
        any(one.state == "overdue" for one in alone(case.record, case.code, d(day), settings))
        for day in (case.before, case.after)
    )
    return before, after


def test_an_arrears_notice_is_overdue_from_the_second_working_day() -> None:
    for day, state, left in (("2026-03-24", "raised", 1), ("2026-03-25", "raised", 0), ("2026-03-26", "overdue", -1)):
        (one,) = drifts((*NOTICE, ALWAYS_SOMEBODY), "tenancy-at-risk", d(day))
        assert (one.state, one.count, one.due_on) == (state, left, d("2026-03-25"))


def test_supervision_is_counted_from_the_start_of_the_work_where_none_is_on_record() -> None:
    begun = (fact(Involvement, professional="w1", role="social worker", started_on="2026-03-02"),)
    assert not stands(begun, "supervision-gap", d("2026-04-01"))
    (one,) = drifts(begun, "supervision-gap", d("2026-04-02"))
    assert (one.since, one.count) == (d("2026-03-02"), 31)
    assert one.words == "No supervision discussion is on record since the work began on 2 March 2026, 31 days ago."


def test_the_reviews_of_an_open_plan_do_not_grow_old() -> None:
    plan = fact(ProtectionPlan, id="p1", started_on="2024-09-10")
    facts = (*reviews("2025-03-03 2025-06-05"), plan, ALWAYS_SOMEBODY)
    (one,) = drifts(facts, "no-change-twice", d("2026-09-01"))
    assert (one.subject, one.count, one.since) == ("p1", 2, d("2025-03-03"))


def test_a_decision_about_another_plan_does_not_answer_for_this_one() -> None:
    plan = fact(ProtectionPlan, id="p1", started_on="2024-09-10")
    for subject, still in (("p1", False), (None, False), ("other", True)):
        facts = (*THREE_REVIEWS, plan, *decided("2025-12-10", subject=subject), ALWAYS_SOMEBODY)
        assert stands(facts, "no-change-twice", d("2025-12-20")) is still
        assert stands(facts, "no-change-decision", d("2025-12-20")) is still


def test_a_further_review_without_change_starts_no_new_count_while_the_decision_is_awaited() -> None:
    four = (*THREE_REVIEWS, *reviews("2026-02-10"), ALWAYS_SOMEBODY)
    (one,) = drifts(four, "no-change-decision", d("2026-02-20"))
    assert (one.since, one.due_on, one.state) == (d("2025-12-02"), d("2025-12-16"), "overdue")


def test_a_further_review_without_change_asks_again_after_a_decision() -> None:
    four = (*THREE_REVIEWS, *decided("2025-12-10"), *reviews("2026-02-10"), ALWAYS_SOMEBODY)
    first, second = drifts(four, "no-change-decision", d("2026-02-24"))
    assert (first.state, first.met_on, first.count) == ("met", d("2025-12-10"), 4)
    assert (second.since, second.due_on, second.state, second.count) == (d("2026-02-10"), d("2026-02-24"), "running", 0)
    assert stands(four, "no-change-twice", d("2026-02-24"))


def test_a_challenge_climbs_through_all_four_stages_by_itself() -> None:
    found = drifts((*RAISED, ALWAYS_SOMEBODY), "iro-stage", d("2026-03-03"))
    assert [(one.detail, one.since, one.due_on, one.state) for one in found] == [
        ("1", d("2026-02-02"), d("2026-02-09"), "overdue"),
        ("2", d("2026-02-09"), d("2026-02-16"), "overdue"),
        ("3", d("2026-02-16"), d("2026-02-23"), "overdue"),
        ("4", d("2026-02-23"), d("2026-03-02"), "overdue"),
    ]
    (one,) = drifts((*RAISED, ALWAYS_SOMEBODY), "unanswered-escalation", d("2026-03-03"))
    assert (one.since, one.count) == (d("2026-02-09"), 4)


def test_a_stage_that_was_passed_over_does_not_begin_and_the_one_before_ends_early() -> None:
    skipped = (*RAISED, fact(Challenge, dispute="q", stage=3.0, raised_on="2026-02-04"), ALWAYS_SOMEBODY)
    found = drifts(skipped, "iro-stage", d("2026-02-10"))
    assert [(one.detail, one.state) for one in found] == [("1", "ended"), ("3", "running")]
    assert not stands(skipped, "unanswered-escalation", d("2026-02-10"))


def test_a_reply_stops_the_climb() -> None:
    replied = (
        fact(Challenge, dispute="q", stage=1.0, raised_on="2026-02-02", replied_on="2026-02-09"),
        ALWAYS_SOMEBODY,
    )
    (one,) = drifts(replied, "iro-stage", d("2026-03-03"))
    assert (one.detail, one.state, one.count) == ("1", "met", 0)


def test_the_matter_of_an_approval_that_ran_out_is_that_of_the_duty_which_says_so() -> None:
    by_case = {case.says: drifts(case.record, case.code, d(case.after))[0].matter for case in RISES}
    assert by_case["sixteen weeks of temporary approval"] == "cla-reg24-approval"
    assert by_case["eight weeks more of an extended approval"] == "cla-reg25-extension"


def test_the_strategy_discussion_starts_the_count_of_times_missing_again() -> None:
    days = "2026-05-01 2026-05-08 2026-05-14 2026-05-20 2026-05-24"
    facts = (*many(MissingEpisode, "started_on", days), fact(Enquiry, started_on="2026-05-14"), ALWAYS_SOMEBODY)
    assert not stands(facts, "repeat-missing", d("2026-05-30"))
    again = (*facts, fact(MissingEpisode, id="m9", started_on="2026-05-29"))
    (one,) = drifts(again, "repeat-missing", d("2026-05-30"))
    assert (one.since, one.count) == (d("2026-05-20"), 3)
