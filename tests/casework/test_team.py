"""Six stations of a child, each from both sides of its day; and who sees whom, in what order."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.casework.child.changes import big_changes, big_changes_by_child
from holdfast.casework.child.seen import Seen, seen, seen_by_child
from holdfast.casework.council import Council
from holdfast.casework.team import STATIONS, Glance, _sight_of, sights, team, teams, with_lines
from holdfast.casework.view import View
from holdfast.dates import end_of, parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.monday_of_one import lines_of_child
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionReview, ProtectionVisit
from holdfast.record.columns import Columns, columns_from, every_child
from holdfast.record.front_door import Assessment, InNeedVisit, Referral
from holdfast.record.in_care import CareReview, CareVisit
from holdfast.record.leaving_care import AdviserContact, CareLeaver
from holdfast.record.oversight import ChangeEvent, Note, PlanReview, Supervision
from holdfast.record.people import Department, Involvement, Person, Professional
from holdfast.record.unseen import ReturnInterview
from holdfast.wexmouth.council import council_columns
from tests.casework.one_of_a_team import CARE, HOME, IN_NEED, PLAN, child, d, glance

MONDAY = View(as_at=parse_moment("2026-06-01T08:30"))


# Seen.


@pytest.mark.parametrize(("on", "light"), [("2026-05-18", "fine"), ("2026-05-19", "look")])
def test_a_child_on_a_plan_is_looked_for_from_the_day_after_the_tenth_working_day(on: str, light: str) -> None:
    visit = ProtectionVisit(child="c", id="v", on=d("2026-05-01"), seen=True, seen_alone=True)
    found = glance("seen", (PLAN, visit), on)
    assert (found.light, found.last_on, found.how, found.due_on) == (light, d("2026-05-01"), "alone", d("2026-05-18"))
    assert (found.code, found.rests_on) == ("cp-visit", "local standard")


def test_a_visit_on_which_the_child_was_not_seen_is_not_the_last_time_seen() -> None:
    seen = ProtectionVisit(child="c", id="v1", on=d("2026-05-05"), seen=True, seen_alone=False)
    unseen = ProtectionVisit(child="c", id="v2", on=d("2026-05-12"), seen=False)
    found = glance("seen", (PLAN, seen, unseen), "2026-05-13")
    assert (found.last_on, found.how) == (d("2026-05-05"), "not alone")


@pytest.mark.parametrize(("on", "light"), [("2026-05-08", "fine"), ("2026-05-09", "look")])
def test_a_child_in_a_new_home_is_looked_for_by_law_after_a_week(on: str, light: str) -> None:
    found = glance("seen", (CARE, HOME), on)
    assert (found.light, found.code, found.rests_on, found.last_on) == (light, "cla-visit-first", "law", None)


def test_the_rule_that_applies_now_is_shown_a_child_in_need_by_the_councils_own() -> None:
    visit = InNeedVisit(child="c", id="v", on=d("2026-05-11"), seen=True)
    found = glance("seen", (IN_NEED, visit), "2026-05-20")
    assert (found.light, found.code, found.last_on, found.how) == ("fine", "cin-visit", d("2026-05-11"), "")


def test_of_two_rules_that_apply_the_late_one_asks_and_last_seen_is_who_saw_the_child_last() -> None:
    protection = ProtectionVisit(child="c", id="v", on=d("2026-05-01"), seen=True)
    care = CareVisit(child="c", id="w", on=d("2026-05-15"), seen=True)
    found = glance("seen", (PLAN, CARE, HOME, protection, care), "2026-05-19")
    assert (found.light, found.code, found.last_on) == ("look", "cp-visit", d("2026-05-15"))


def test_a_return_interview_is_a_time_seen_told_as_what_it_was_and_meets_no_duty_to_visit() -> None:
    visit = ProtectionVisit(child="c", id="v", on=d("2026-05-01"), seen=True, seen_alone=True)
    talk = ReturnInterview(child="c", id="r", held_on=d("2026-05-14"))
    found = glance("seen", (PLAN, visit, talk), "2026-05-19")
    assert (found.light, found.last_on, found.how) == ("look", d("2026-05-14"), "at a return interview")
    assert found.due_on == glance("seen", (PLAN, visit), "2026-05-19").due_on


def test_where_no_visit_is_owed_nothing_is_asked_and_the_last_one_is_still_told() -> None:
    ended = replace(PLAN, ended_on=d("2026-05-20"))
    visit = ProtectionVisit(child="c", id="v", on=d("2026-05-04"), seen=True)
    found = glance("seen", (ended, visit), "2026-09-01")
    assert (found.light, found.last_on, found.code) == ("not asked", d("2026-05-04"), None)


def test_a_record_without_visits_cannot_say_and_names_what_it_would_need() -> None:
    found = glance("seen", (PLAN,), "2026-09-01", (ProtectionVisit,))
    assert found.light == "cannot say"
    assert "ssd_cp_visits" in found.says


def test_an_adviser_is_asked_when_an_answer_last_came() -> None:
    grown = Person(child="c", forename="Ada", born_on=d("2007-03-02"))
    involved = child()[1]
    leaver = CareLeaver(child="c", id="l", eligibility="former relevant")
    answer = AdviserContact(child="c", id="a", on=d("2026-04-06"), way="call", two_way=True)
    call = AdviserContact(child="c", id="b", on=d("2026-05-20"), way="call", two_way=False)
    for on, light in (("2026-06-01", "fine"), ("2026-06-02", "look")):
        view = View(as_at=end_of(d(on)))
        columns = columns_from([grown, involved, leaver, answer, call])
        found = sights(Council.of(columns), view)["c"].glances["seen"]
        assert (found.light, found.code, found.last_on) == (light, "cl-pa-contact-8wk", None)
        assert found.seen
        assert found.seen.touched_on == d("2026-04-06")


# Listened to.


@pytest.mark.parametrize(
    ("code", "light"),
    [("PN1", "fine"), ("PN2", "fine"), ("pn6 ", "fine"), ("PN4", "look"), ("PN7", "look"), ("PN0", "not asked"),
     (None, "cannot say"), ("??", "cannot say")],
)  # fmt: skip
def test_how_a_child_took_part_in_the_last_review_says_whether_it_was_heard(code: str | None, light: str) -> None:
    review = CareReview(child="c", id="r", held_on=d("2026-05-20"), participation=code)
    found = glance("heard", (CARE, review), "2026-06-01")
    assert found.light == light
    assert found.code is None


@pytest.mark.parametrize(("on", "light"), [("2026-05-19", "look"), ("2026-05-20", "fine")])
def test_what_was_heard_counts_from_the_day_of_the_last_review(on: str, light: str) -> None:
    review = ProtectionReview(child="c", id="r", held_on=d("2026-05-20"), participation="PN7")
    told = Note(child="c", id="t", on=d(on), kind="told us", theme="school")
    alone = ProtectionVisit(child="c", id="v", on=d(on), seen=True, seen_alone=True)
    assert glance("heard", (PLAN, review, told), "2026-06-01").light == light
    assert glance("heard", (PLAN, review, alone), "2026-06-01").light == light


def test_a_child_seen_but_never_alone_asks_for_a_look_and_one_nobody_wrote_of_cannot_be_told() -> None:
    visit = ProtectionVisit(child="c", id="v", on=d("2026-05-12"), seen=True, seen_alone=False)
    assert glance("heard", (PLAN, visit), "2026-06-01").light == "look"
    assert glance("heard", (PLAN,), "2026-06-01").light == "cannot say"


# Supervision, chronology, review.


@pytest.mark.parametrize(("on", "light"), [("2026-06-03", "fine"), ("2026-06-04", "look")])
def test_thirty_days_without_supervision_are_fine_and_thirty_one_ask_for_a_look(on: str, light: str) -> None:
    case = Referral(child="c", id="r", on=d("2026-04-20"))
    talk = Supervision(child="c", id="s", on=d("2026-05-04"))
    found = glance("supervision", (case, talk), on)
    assert (found.light, found.last_on, found.due_on) == (light, d("2026-05-04"), d("2026-06-03"))
    assert (found.code, found.rests_on) == ("wf-case-supervision", "local standard")


@pytest.mark.parametrize(("on", "light"), [("2025-02-05", "not asked"), ("2025-02-06", "look")])
def test_a_child_with_a_worker_and_no_case_is_asked_about_by_the_councils_own_number(on: str, light: str) -> None:
    found = glance("supervision", (), on)
    assert found.light == light
    assert (found.code == "supervision-gap") is (light == "look")


def test_a_big_change_is_fine_once_the_assessment_was_looked_at_again() -> None:
    change = ChangeEvent(child="c", id="k", on=d("2026-05-12"), kind="move")
    assert glance("chronology", (), "2026-06-01") == Glance(light="not asked")
    looked = glance("chronology", (replace(change, looked_on=d("2026-05-13")),), "2026-06-01")
    assert (looked.light, looked.how, looked.due_on) == ("fine", "move", d("2026-05-13"))
    assert glance("chronology", (change,), "2026-05-13").light == "not asked"
    assessed = Assessment(child="c", id="a", started_on=d("2026-05-12"))
    assert glance("chronology", (change, assessed), "2026-06-01").due_on == d("2026-05-12")
    assert glance("chronology", (change, replace(assessed, started_on=d("2026-05-11"))), "2026-06-01").light == "look"
    still = glance("chronology", (change,), "2026-05-14")
    assert (still.light, still.code) == ("look", "assessment-older-than-change")


@pytest.mark.parametrize(("on", "light"), [("2026-08-03", "fine"), ("2026-08-04", "look")])
def test_a_review_conference_is_looked_for_from_the_day_after_three_months(on: str, light: str) -> None:
    found = glance("review", (replace(PLAN, started_on=d("2026-05-03")),), on)
    assert (found.light, found.due_on, found.last_on) == (light, d("2026-08-03"), None)


def test_the_last_review_told_is_of_the_kind_that_is_next() -> None:
    conference = ProtectionReview(child="c", id="r", held_on=d("2026-05-28"), quorate=True)
    in_need = PlanReview(child="c", id="q", on=d("2026-05-29"), plan_kind="child in need", change="better")
    found = glance("review", (PLAN, conference, in_need), "2026-06-01")
    assert (found.code, found.last_on) == ("cp-review-next", d("2026-05-28"))


# Who sees whom.


def two_teams() -> Columns:
    """Three children of one team, one of another, one with nobody."""
    late = [fact for name in ("b", "a") for fact in (replace(PLAN, child=name, id=name, started_on=d("2026-01-05")),)]
    return columns_from([
        Department(child="T1", name="Zinnia"), Department(child="T2", name="Aster"),
        Professional(child="w1", name="Mo One"), Professional(child="w9", name="Al Nine"),
        *child("a", worker="w9", forename="Zed"), *child("b", worker="w1", forename="Bea"),
        *child("c", worker="w1", forename="Ann"), *child("x", team="T2", forename="Xia"),
        Person(child="n", forename="Nobody"), *late,
    ])  # fmt: skip


def test_teams_are_in_the_order_of_their_names_and_a_child_with_no_team_is_in_none() -> None:
    found = teams(Council.of(two_teams()), MONDAY, None)
    assert [(one.name, len(one.lines)) for one in found] == [("Aster", 1), ("Zinnia", 3)]
    assert {line.child for one in found for line in one.lines} == {"a", "b", "c", "x"}


def test_who_asks_for_a_look_comes_first_then_by_name_and_the_worker_moves_nobody() -> None:
    council = Council.of(two_teams())
    order = [line.forename for line in team(council, MONDAY, "T1", None).lines]  # type: ignore[union-attr]
    assert order == ["Bea", "Zed", "Ann"]
    swapped = two_teams()
    others = swapped.of(Involvement).with_columns(professional=swapped.of(Involvement)["professional"].reverse())
    moved = Council.of(replace(swapped, frames={**swapped.frames, Involvement: others}))
    assert [line.forename for line in team(moved, MONDAY, "T1", None).lines] == order  # type: ignore[union-attr]


def test_a_seat_sees_its_children_alone_and_a_team_of_which_it_sees_nobody_is_not_there() -> None:
    council = Council.of(two_teams())
    found = team(council, MONDAY, "T1", frozenset({"a", "x"}))
    assert found is not None
    assert ([line.child for line in found.lines], found.others) == (["a"], 2)
    assert team(council, MONDAY, "T1", frozenset({"x"})) is None
    assert team(council, MONDAY, "T3", None) is None
    assert teams(council, MONDAY, frozenset()) == ()


def test_what_happened_later_and_what_was_typed_in_later_is_not_yet_seen() -> None:
    visit = ProtectionVisit(
        child="c", id="v", on=d("2026-05-12"), seen=True, recorded_at=parse_moment("2026-05-14T10:00")
    )
    council = Council.of(columns_from([*child(), PLAN, visit]))

    def at(moment: str, known: str | None = None) -> date | None:
        view = View(as_at=parse_moment(moment), as_known=parse_moment(known) if known else None)
        return sights(council, view)["c"].glances["seen"].last_on

    assert at("2026-05-12T09:00") == d("2026-05-12")
    assert at("2026-05-11T09:00") is None
    assert at("2026-05-12T09:00", "2026-05-14T10:00") == d("2026-05-12")
    assert at("2026-05-12T09:00", "2026-05-14T09:59") is None


# The whole council.


@pytest.fixture(scope="module")
def wexmouth() -> Columns:
    return council_columns(150, 1)


def test_some_children_are_told_what_all_are_told(wexmouth: Columns) -> None:
    whole = sights(Council.of(wexmouth), MONDAY)
    some = sorted(whole)[::3]
    part = sights(Council.of(wexmouth.only(some)), MONDAY)
    assert part == {child: whole[child] for child in some}
    assert all(tuple(line.glances) == STATIONS for line in whole.values())


def test_the_grid_and_the_childs_page_say_the_same_of_last_seen_and_of_the_last_big_change(wexmouth: Columns) -> None:
    grid, columns = sights(Council.of(wexmouth), MONDAY), StandingColumns(wexmouth, MONDAY.as_at)
    every_seen, every_change = seen_by_child(columns), big_changes_by_child(columns)
    where, looked = set(), set()
    for one in every_child(wexmouth):
        standing = Standing(one, MONDAY.as_at)
        found, changes = seen(standing), big_changes(standing)
        assert (found, changes) == (every_seen.get(one.id, Seen()), every_change.get(one.id, ()))
        if one.id in grid:
            cell, chronology = grid[one.id].glances["seen"], grid[one.id].glances["chronology"]
            assert (cell.last_on, cell.seen) == (found.on, found)
            assert chronology.last_on == (changes[-1].on if changes else None)
            where.add(cell.how)
            looked.add(bool(changes) and changes[-1].looked_on is not None)
    assert where >= {"", "alone", "at a return interview", "by a personal adviser"}
    assert looked == {True, False}


def test_a_rule_that_asks_for_a_look_is_a_line_of_the_monday_list(wexmouth: Columns) -> None:
    monday = monday_lines(wexmouth, MONDAY.as_at)
    asked = [
        (child, found)
        for child, line in sights(Council.of(wexmouth), MONDAY).items()
        for found in line.glances.values()
        if found.light == "look" and found.code
    ]
    assert len(asked) > 10
    stray = [(c, one.code) for c, one in asked if not any(one.tells(line) for line in monday.get(c, ()))]
    assert stray == []


def test_everybody_of_a_team_on_the_monday_list_asks_for_a_look_and_each_line_is_told_once(wexmouth: Columns) -> None:
    found, monday = sights(Council.of(wexmouth), MONDAY), monday_lines(wexmouth, MONDAY.as_at)
    with_a_team = [child for child in monday if child in found]
    assert len(with_a_team) > 40
    assert [child for child in with_a_team if not found[child].looks] == []
    for who in with_a_team:
        cells = found[who].glances.values()
        told = [sum(one.tells(line) for one in cells) + (line in found[who].more) for line in monday[who]]
        assert told == [1] * len(monday[who]), (who, monday[who])
        assert found[who].effect <= monday[who][0].effect
    assert all(not found[who].more for who in found if who not in monday)


def test_one_childs_sight_by_the_engine_for_one_child_is_that_of_the_sweep() -> None:
    columns = council_columns(150, 2)
    council = Council.of(columns)
    swept = sights(council, MONDAY)
    assert any(one.more for one in swept.values())
    alone = {one.id: (_sight_of(one, MONDAY.as_at, council.settings), one) for one in every_child(columns)}
    assert {
        child: with_lines(sight, lines_of_child(Standing(one, MONDAY.as_at), council.settings))
        for child, (sight, one) in alone.items()
        if sight is not None
    } == dict(swept)
