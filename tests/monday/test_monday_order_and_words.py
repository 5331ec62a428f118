"""The Monday list: what is on it, in what order, in which words, and how a child leaves it."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.cli import monday as cli
from holdfast.dates import parse_moment
from holdfast.duties.columns.monday import monday_lines, monday_list
from holdfast.duties.drift.register import RULES
from holdfast.duties.monday import (
    EFFECTS,
    STANDING_WORDS,
    MondayChild,
    MondayLine,
    children_in_order,
    effect_of,
    in_order,
    standing_of,
)
from holdfast.duties.owner import Owner
from holdfast.duties.register import ALL, BY_CODE
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, CarePlan, CareReview
from holdfast.record.oversight import ManagementDecision, PlanAction, Supervision
from holdfast.record.people import Department, Involvement, Person, Professional

MONDAY = parse_moment("2026-06-01T08:30")
ENTERED = date(2026, 4, 16)
LAST_DAY = date(2026, 5, 15)


def line(code: str, due: date, child: str = "1") -> MondayLine:
    return MondayLine(
        child=child, code=code, standing="law", title="t", words="w", asks="a", closes="c", since=due, due_on=due,
        days=1, unit="days",
    )  # fmt: skip


def a_child(*lines: MondayLine, child: str, worker: str) -> MondayChild:
    return MondayChild(child=child, name="n", owner=Owner(worker=worker, team="t"), lines=lines)


def in_care(*more: Fact) -> list[Fact]:
    return [
        Person(child="1", forename="Mina", surname="Vale", born_on=date(2014, 5, 2)),
        Professional(child="W1", name="Rosa Quill"),
        Department(child="T1", name="Harbour"),
        Involvement(child="1", id="I1", professional="W1", team="T1", role="social worker", started_on=ENTERED),
        CareEpisode(child="1", id="E1", started_on=ENTERED, entered_on=ENTERED, start_reason="S"),
        *more,
    ]


def codes(facts: list[Fact], moment: str = "2026-06-01T08:30") -> set[str]:
    lines = monday_lines(columns_from(facts), parse_moment(moment))
    return {one.code for some in lines.values() for one in some}


def test_a_review_that_nobody_held_names_the_child_the_worker_and_what_would_close_it() -> None:
    found = monday_list(columns_from(in_care()), MONDAY)
    (child,) = found.children
    assert (child.name, child.owner) == ("Mina Vale", Owner(worker="Rosa Quill", team="Harbour"))
    review = next(one for one in child.lines if one.code == "cla-review-1")
    assert "15 May 2026" in review.words
    assert "10 working days" in review.words
    assert review.closes == "On record: a review was held."


def test_the_last_day_in_time_is_not_on_the_list_and_the_day_after_is() -> None:
    assert "cla-review-1" not in codes(in_care(), "2026-05-15T23:59")
    assert "cla-review-1" in codes(in_care(), "2026-05-16T00:00")


def test_a_review_on_record_takes_the_line_off_and_says_who_came_off() -> None:
    held = in_care(CareReview(child="1", id="R1", held_on=date(2026, 5, 28), cancelled=False))
    assert "cla-review-1" not in codes(held)
    assert "cla-review-1" in codes(in_care(CareReview(child="1", id="R1", held_on=date(2026, 5, 28), cancelled=True)))


def test_a_child_whose_last_line_went_this_week_is_told_as_off_the_list() -> None:
    def moved(done: date | None) -> list[Fact]:
        days = [(date(2026, 1, 5), 4), (date(2026, 2, 2), 5), (date(2026, 3, 2), 6), (date(2026, 4, 1), 7)]
        actions = [
            PlanAction(
                child="1", id=f"A{number}", action="A", words_of_action="Find a mentor", set_on=day,
                for_day=date(2026, month, 28), done_on=done,
            )
            for number, (day, month) in enumerate(days)
        ]  # fmt: skip
        involved = Involvement(child="1", id="I1", professional="W1", role="social worker", started_on=ENTERED)
        talked = Supervision(child="1", id="S", on=date(2026, 5, 12))
        return [Person(child="1", forename="Mina", surname="Vale"), involved, talked, *actions]

    assert codes(moved(None)) == {"action-moved"}
    found = monday_list(columns_from(moved(date(2026, 5, 29))), MONDAY)
    assert (found.children, [one.child for one in found.off]) == ((), ["1"])
    assert "1 came off" in cli.since_last_monday(found)


def test_a_record_that_gives_only_the_latest_is_not_compared_with_how_it_stood_a_week_ago() -> None:
    entered = date(2026, 5, 8)
    facts = [
        Person(child="1", forename="Mina", surname="Vale", born_on=date(2014, 5, 2)),
        CareEpisode(child="1", id="E1", started_on=entered, entered_on=entered, start_reason="S"),
    ]
    whole = columns_from(facts, nouns=(Person, CareEpisode, CarePlan))
    moment = parse_moment("2026-05-26T08:30")
    assert [one.new for one in monday_list(whole, moment).children] == [True]
    found = monday_list(replace(whole, held=replace(whole.held, latest_only=frozenset({CarePlan}))), moment)
    assert ([one.new for one in found.children], found.off, found.compared) == ([False], (), False)
    assert "cannot be said" in cli.since_last_monday(found)


def test_a_child_who_was_not_there_a_week_ago_is_marked_new() -> None:
    entered = date(2026, 5, 8)  # ten working days later is 22 May
    facts = [
        Person(child="1", forename="Mina", surname="Vale", born_on=date(2014, 5, 2)),
        CareEpisode(child="1", id="E1", started_on=entered, entered_on=entered, start_reason="S"),
    ]
    columns = columns_from(facts, nouns=(Person, CareEpisode, CarePlan))
    (new,) = monday_list(columns, parse_moment("2026-05-26T08:30")).children
    assert ([one.code for one in new.lines], new.new) == (["cla-care-plan"], True)
    (old,) = monday_list(columns, MONDAY).children
    assert not old.new


def test_a_reasoned_pause_takes_a_drift_off_the_list_until_its_day_is_over() -> None:
    def paused(until: date) -> set[str]:
        moves = [
            PlanAction(child="1", id=f"A{n}", action="A", set_on=date(2026, n, 2), for_day=date(2026, n + 1, 2))
            for n in range(1, 6)
        ]
        pause = ManagementDecision(
            child="1", id="P", about="pause", on=date(2026, 5, 1), until=until, reason="Mentor begins on 8 June"
        )
        return codes(in_care(*moves, pause))

    assert "action-moved" in paused(date(2026, 5, 31))
    assert "action-moved" not in paused(date(2026, 6, 1))


def test_what_nobody_has_read_is_never_on_the_list() -> None:
    unread = {one.code for one in ALL if not one.may_alert}
    assert unread
    assert codes(in_care()) & unread == set()


@pytest.mark.parametrize("place", range(len(EFFECTS)))
def test_a_line_that_weighs_more_for_the_child_comes_first_however_long_another_waited(place: int) -> None:
    if place == 0:
        return
    heavy = next(iter(sorted(EFFECTS[place - 1][1])), "cla-review-1")
    light = next(iter(sorted(EFFECTS[place][1])), "cla-review-1")
    ordered = in_order([line(light, date(2020, 1, 1)), line(heavy, date(2026, 5, 1))])
    assert [one.code for one in ordered] == [heavy, light]


def test_of_two_lines_of_one_weight_the_longer_wait_comes_first() -> None:
    ordered = in_order([line("cla-review-1", date(2026, 5, 2)), line("cla-review-2", date(2026, 5, 1))])
    assert [one.code for one in ordered] == ["cla-review-2", "cla-review-1"]


def test_the_order_of_children_does_not_know_their_workers() -> None:
    first, second = line("cp-visit", date(2026, 5, 1)), line("cp-visit", date(2026, 5, 2))
    for workers in (("A", "Z"), ("Z", "A")):
        ordered = children_in_order(
            [a_child(second, child="2", worker=workers[1]), a_child(first, child="1", worker=workers[0])]
        )
        assert [one.child for one in ordered] == ["1", "2"]


def test_every_code_that_weighs_is_a_duty_or_a_rule_that_exists() -> None:
    known = set(BY_CODE) | {one.code for one in RULES}
    named = set().union(*(codes for _, codes in EFFECTS))
    assert sorted(named - known) == []


def test_no_code_weighs_twice() -> None:
    assert sum(len(codes) for _, codes in EFFECTS) == len(set().union(*(codes for _, codes in EFFECTS)))


def test_a_code_that_weighs_nowhere_asks_whether_the_plan_moves() -> None:
    assert EFFECTS[effect_of("no-such-code")][0] == "Is the plan moving?"


@pytest.mark.parametrize(
    ("code", "standing"),
    [("cla-review-1", "law"), ("cin-visit", "local standard"), ("ad-a10-threshold", "benchmark")],
)
def test_a_line_says_on_what_it_rests(code: str, standing: str) -> None:
    assert standing_of(BY_CODE[code]) == standing
    assert set(STANDING_WORDS) >= {standing}


def test_law_read_on_somebodys_page_is_said_to_be_read_at_second_hand() -> None:
    second = [one for one in ALL if standing_of(one) == "second-hand law"]
    assert second
    assert all(one.law[0].reading.what == "a council's page" for one in second)  # type: ignore[attr-defined]
