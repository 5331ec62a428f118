"""One child over time: what changed, the plan, the home, the clocks, the Monday list and the journey."""

from dataclasses import replace

import pytest

from holdfast.casework.child.clocks import done_of, is_known, open_of, unsaid_of
from holdfast.casework.child.journey import TURNS
from holdfast.casework.child.story import story_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import end_of, parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.record.child_protection import (
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.columns import columns_from
from holdfast.record.front_door import Contact, InNeedPlan, Referral
from holdfast.record.leaving_care import ProvidedHome
from holdfast.record.oversight import ManagementDecision, PlanAction, PlanReview, Supervision
from holdfast.record.register import NOUNS
from holdfast.record.unseen import MissingEpisode
from holdfast.record.writing import SignedText
from holdfast.wexmouth.council import council_columns, told_number
from tests.casework.child_records import ADA, AT, IN_CARE, answer, d, story

# What changed, and when it was typed in.


@pytest.mark.parametrize(("entered", "late"), [("2026-05-08T17:00", None), ("2026-05-11T09:00", 6)])
def test_what_was_typed_in_late_is_marked_from_six_working_days_on(entered: str, late: int | None) -> None:
    contact = Contact(child="c", id="k", on=d("2026-04-30"), source="6", recorded_at=parse_moment(entered))
    (told,) = [one for one in story([contact]).changed if one.words == "Contact from the police"]
    assert told.late == late


def test_what_had_not_been_typed_in_by_a_moment_is_not_known_then() -> None:
    contact = Contact(child="c", id="k", on=d("2026-04-30"), source="6", recorded_at=parse_moment("2026-05-08T17:00"))
    known, unknown = parse_moment("2026-05-08T17:00"), parse_moment("2026-05-08T16:59")
    assert "Contact from the police" in [one.words for one in story([contact], known=known).changed]
    assert "Contact from the police" not in [one.words for one in story([contact], known=unknown).changed]


def test_supervision_is_not_among_what_changed_for_the_child() -> None:
    talk = Supervision(child="c", id="s", on=d("2026-05-20"), professional="w1")
    assert "Talked about in supervision" not in [one.words for one in story([talk]).changed]


def test_the_latest_happening_comes_first_to_the_minute() -> None:
    away = MissingEpisode(
        child="c", id="m", type="missing", started_on=d("2026-05-20"), started_at=parse_moment("2026-05-20T09:00"),
        returned_on=d("2026-05-20"), returned_at=parse_moment("2026-05-20T21:00"),
    )  # fmt: skip
    assert [one.words for one in story([away]).changed[:2]] == ["Came back", "Went missing"]


# The plan.


def test_a_plan_that_ended_stands_before_and_no_more_now() -> None:
    plan = ProtectionPlan(
        child="c", id="p", started_on=d("2025-05-01"), ended_on=d("2026-05-01"), latest_category="NEG"
    )
    during, after = story([plan], end_of(d("2026-04-30"))), story([plan], end_of(d("2026-05-01")))
    assert [one.words for one in during.plans.now] == ["On a child protection plan since 1 May 2025"]
    assert after.plans.now == ()
    assert [one.words for one in after.plans.before] == ["On a child protection plan from 1 May 2025 to 1 May 2026"]
    assert "The protection plan is about neglect." in [one.words for one in during.worries.why_here]
    assert after.worries.why_here == ()


def test_to_be_known_by_a_referral_is_told_only_where_there_is_no_plan() -> None:
    referral = Referral(child="c", id="r", on=d("2026-01-05"), need="N4")
    plan = InNeedPlan(child="c", id="p", started_on=d("2026-02-02"))
    assert [one.words for one in story([referral]).plans.now] == ["Known to us since 5 January 2026"]
    assert [one.words for one in story([referral, plan]).plans.now] == ["On a child in need plan since 2 February 2026"]


def test_an_action_tells_every_day_it_was_moved_to() -> None:
    days = [("2026-01-10", "2026-02-10"), ("2026-02-10", "2026-03-10"), ("2026-03-10", "2026-03-10")]
    rows = [
        PlanAction(child="c", id=f"a{set_on}", action="a", words_of_action="Book it", set_on=d(set_on), for_day=d(by))
        for set_on, by in days
    ]
    (action,) = story(rows).plans.actions
    assert action.owner == ""
    named = SignedText(child="c", id="t", subject="a", part="who does it", text="Bea", on=d("2026-03-10"))
    assert [one.owner for one in story([*rows, named]).plans.actions] == ["Bea"]
    assert action.by == (d("2026-02-10"), d("2026-03-10"))
    assert action.moved == 1
    assert action.done_on is None


def test_a_review_that_does_not_say_what_changed_is_not_taken_for_better() -> None:
    (review,) = story([PlanReview(child="c", id="p", plan_kind="in care", on=d("2026-03-10"))]).plans.reviews
    assert review.found == "It does not say what changed"
    assert not review.better


def test_a_pause_names_who_paused_and_until_when() -> None:
    pause = ManagementDecision(
        child="c", id="m", about="pause", on=d("2026-05-20"), until=d("2026-06-30"), reason="Respite.", decided_by="w2",
    )  # fmt: skip
    plan = ProtectionPlan(child="c", id="p", started_on=d("2024-05-01"))
    found = story([plan, pause])
    (worry,) = [one for one in found.worries.standing if one.drift.code == "protection-plan-long"]
    assert worry.paused_by == "Cy Dunn"
    assert worry.drift.paused_until == d("2026-06-30")
    assert "protection-plan-long" not in [line.code for line in found.monday]
    assert "Paused until 30 June 2026." in answer(found, "What do we worry")


# Home.


@pytest.mark.parametrize(("miles", "far"), [(19.9, False), (20.0, True)])
def test_a_home_is_far_from_twenty_miles_on(miles: float, far: bool) -> None:
    place = replace(IN_CARE[2], distance=miles)
    words = [one.words for one in story([*IN_CARE[:2], place]).home.known]
    assert any("20 miles or more" in one for one in words) is far


@pytest.mark.parametrize(
    ("kind", "words"),
    [("K2", "Lives in a children's home"), ("P1", "Lives with a parent, while in care"), ("P2", "Lives independently"),
     (None, "Lives in a home whose kind is not on record")],
)  # fmt: skip
def test_the_kind_of_home_is_told_in_words(kind: str | None, words: str) -> None:
    assert story([*IN_CARE[:2], replace(IN_CARE[2], type=kind)]).home.now == words


def test_a_child_in_care_without_a_home_on_record_is_said_to_be_so() -> None:
    assert story(IN_CARE[:2]).home.now == "In care; no home is on record now"
    assert story().home.now.startswith("Not in care.")
    provided = ProvidedHome(child="c", id="h", started_on=d("2026-01-12"))
    assert story([provided]).home.now == "Lives in a home that the council provides"


# Clocks.


def test_every_clock_stands_in_one_place_of_the_page() -> None:
    council = Council.of(council_columns(told_number(), seed=1))
    for child in sorted(council.names)[:20]:
        found = story_of(council, child, View(as_at=AT))
        assert found is not None
        known = [one for one in found.clocks if is_known(one)]
        places = [*open_of(found.clocks), *done_of(found.clocks), *unsaid_of(found.clocks), *known]
        assert sorted(map(id, places)) == sorted(map(id, found.clocks))


def test_what_is_late_comes_first_and_then_what_is_due_first() -> None:
    clocks = open_of(story([*IN_CARE, Referral(child="c", id="r", on=d("2025-02-03"))]).clocks)
    states = [one.state for one in clocks]
    assert states == sorted(states, key=["overdue", "due_soon", "running"].index)
    late = [one.due_on for one in clocks if one.state == "overdue" and one.due_on]
    assert len(late) > 1
    assert late == sorted(late)


def test_what_nobody_has_read_raises_no_alert_and_says_so() -> None:
    found = story(IN_CARE)
    assert {one.code for one in found.clocks if one.unread}.isdisjoint(line.code for line in found.monday)


# The Monday list, the journey, and what went well.


def test_the_lines_of_a_page_are_those_of_the_list_for_every_child_of_the_stories_and_the_planted() -> None:
    columns = council_columns(told_number(), seed=1)
    council, lines = Council.of(columns), monday_lines(columns, AT)
    found = {child: story_of(council, child, View(as_at=AT)) for child in council.names}
    assert {child: one.monday for child, one in found.items() if one and one.monday} == lines
    assert len(lines) > 40


def test_the_journey_tells_spans_in_rows_and_turns_in_order() -> None:
    review = ProtectionReview(child="c", id="r", held_on=d("2026-02-02"))
    told = story([*IN_CARE, review]).journey
    assert [one.row for one in told.spans] == ["Legal status", "In care", "Home", "Worker"]
    assert [one.on for one in told.events] == sorted(one.on for one in told.events)
    assert all(any(one.words.startswith(turn) for turn in TURNS) for one in told.events)


def test_only_what_was_done_in_the_last_three_months_counts_as_lately() -> None:
    def good(day: str) -> list[str]:
        plan = ProtectionPlan(child="c", id="p", started_on=d("2026-01-05"))
        visits = ProtectionVisit(child="c", id="v", plan="p", on=d("2026-01-12"), seen=True)
        return [one.words for one in story([plan, visits], end_of(d(day))).good]

    assert good("2026-04-11") == ["1 thing asked of us was done in time since 11 January 2026."]
    assert good("2026-04-12") == []


def test_nobody_is_on_record_by_an_unknown_id() -> None:
    council = Council.of(columns_from([ADA], NOUNS))
    assert story_of(council, "somebody else", View(as_at=AT)) is None


def test_no_part_of_a_page_holds_a_score_or_a_rank() -> None:
    words = repr(story([*IN_CARE, ProtectionPlan(child="c", id="p", started_on=d("2024-05-01"))])).lower()
    assert not [one for one in ("score=", "rank", "risk") if one in words]
