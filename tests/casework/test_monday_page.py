"""The Monday page's facts: the list and nobody else, what got worse in a week, what was promised, what is paused."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from holdfast.casework.acts.plan import doer
from holdfast.casework.council import Council
from holdfast.casework.monday import MondayFacts, lines_of, monday_facts, monday_of, owner_named, paused_of
from holdfast.casework.promised import Promised, promised_by
from holdfast.casework.view import View
from holdfast.dates import LONDON, end_of, parse_moment
from holdfast.duties.columns.monday import monday_list
from holdfast.duties.duty import Duty
from holdfast.duties.monday import STANDING_WORDS, standing_of
from holdfast.duties.register import ALL
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, CareReview
from holdfast.record.oversight import ManagementDecision, Note, PlanAction
from holdfast.record.people import Involvement, Person
from holdfast.record.unseen import MissingEpisode
from holdfast.record.writing import SignedText
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.planted import PLANTED
from holdfast.wexmouth.stories import STORIES
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT

MONDAY = View(as_at=WEXMOUTH_MOMENT)
READ = ("the regulation itself", "guidance")
A_WEEK_AGO = date(2026, 5, 25)


@pytest.fixture(scope="module")
def wexmouth() -> Council:
    return Council.of(council_columns(600, 1))


def facts_of(*facts: Fact, as_at: str = "2026-06-01T08:30") -> MondayFacts:
    person = Person(child="c", forename="Ada", surname="Vale", born_on=date(2015, 5, 1))
    with_work = Involvement(child="c", id="I", professional="W", role="social worker", started_on=date(2026, 5, 11))
    return monday_facts(
        Council.of(columns_from([person, with_work, *facts])), View(as_at=parse_moment(as_at)), None
    )  # fmt: skip


def test_the_list_is_the_one_that_the_column_engine_builds(wexmouth: Council) -> None:
    assert monday_of(wexmouth, MONDAY, None) == monday_list(wexmouth.columns(MONDAY), WEXMOUTH_MOMENT)


def test_a_record_of_only_the_latest_is_not_compared_with_a_week_before_in_either_engine() -> None:
    review = CareReview(child="c", id="R", held_on=date(2026, 5, 28), cancelled=False)
    whole = columns_from([Person(child="c", forename="Ada", surname="Vale"), a_period_of_care(), review])
    latest = replace(whole, held=replace(whole.held, latest_only=frozenset({CareReview})))
    told, kept = monday_facts(Council.of(whole), MONDAY, None), monday_facts(Council.of(latest), MONDAY, None)
    assert (told.list.compared, kept.list.compared) == (True, False)
    assert kept.list == monday_list(latest, WEXMOUTH_MOMENT)
    assert (kept.worse, kept.list.off) == ((), ())


def a_period_of_care() -> CareEpisode:
    entered = date(2026, 5, 1)
    return CareEpisode(child="c", id="E", started_on=entered, entered_on=entered, start_reason="S")


def test_the_planted_and_the_stories_own_are_on_it_and_no_other_child(wexmouth: Council) -> None:
    planted = {one.child for one in PLANTED}
    own = {child for story in STORIES for child, _ in story.monday}
    assert len(planted) == 40
    assert own
    assert {one.child for one in monday_facts(wexmouth, MONDAY, None).list.children} == planted | own


def test_a_seat_gets_the_same_list_without_the_children_it_does_not_see(wexmouth: Council) -> None:
    whole = monday_facts(wexmouth, MONDAY, None)
    seen = {one.child for one in (*whole.list.children[::3], *whole.list.off[::2])}
    part = monday_facts(wexmouth, MONDAY, seen)
    assert part.list.children == tuple(one for one in whole.list.children if one.child in seen)
    assert part.list.off == tuple(one for one in whole.list.off if one.child in seen)
    assert {one.child for one in (*part.worse, *part.promised, *part.paused)} <= seen


def test_a_seat_without_children_gets_nobody(wexmouth: Council) -> None:
    found = monday_facts(wexmouth, MONDAY, frozenset())
    assert (found.list.children, found.list.off, found.worse, found.promised, found.paused) == ((), (), (), (), ())


def test_after_a_save_the_page_is_as_if_all_were_worked_out_anew() -> None:
    def in_care(child: str) -> tuple[Fact, ...]:
        person = Person(child=child, forename="Ada", surname=child, born_on=date(2015, 5, 1))
        day = date(2026, 4, 16)
        return person, CareEpisode(child=child, id=f"E{child}", started_on=day, entered_on=day)

    first = columns_from([*in_care("1"), *in_care("2")])
    council = Council(first, position=1)
    before = monday_facts(council, MONDAY, None)
    review = CareReview(child="2", id="R", held_on=date(2026, 5, 1), cancelled=False)
    fresh = columns_from([*in_care("2"), review])
    later = council.moved_on(fresh, frozenset({"2"}), 2, first.as_known)
    whole = columns_from([*in_care("1"), *in_care("2"), review])
    after = monday_facts(later, MONDAY, None)
    assert after == monday_facts(Council.of(whole), MONDAY, None)
    assert after != before


def test_what_stands_beside_a_line_as_law_was_read_at_its_source_or_in_guidance() -> None:
    alerting = [one for one in ALL if one.may_alert]
    law = [one for one in alerting if standing_of(one) == "law"]
    second_hand = [one for one in alerting if standing_of(one) == "second-hand law"]
    assert law
    assert second_hand
    for one in law:
        assert isinstance(one, Duty)
        assert one.law[0].reading.what in READ
    for one in second_hand:
        assert isinstance(one, Duty)
        assert one.law[0].reading.what not in READ
    assert "second hand" in STANDING_WORDS["second-hand law"]


def test_law_that_nobody_read_is_never_on_the_list(wexmouth: Council) -> None:
    unread = {one.code for one in ALL if not one.may_alert}
    assert unread
    lines = lines_of(wexmouth, MONDAY)
    assert not unread & {line.code for some in lines.values() for line in some}


def in_care_since(day: date) -> tuple[Fact, ...]:
    """The first review is due twenty working days later."""
    return (CareEpisode(child="c", id="E", started_on=day, entered_on=day),)


def missing(number: int, day: date) -> Fact:
    return MissingEpisode(child="c", id=f"M{number}", started_on=day, returned_on=day, type="missing", offered=False)


def test_a_child_who_was_not_on_the_list_a_week_ago_is_new_and_one_who_was_is_not() -> None:
    late = (date(2026, 5, 26), date(2026, 5, 21))
    (new,) = facts_of(*(missing(n, day) for n, day in enumerate(late[:1]))).worse
    assert (new.name, new.how, {line.code for line in new.lines}) == ("Ada Vale", "new", {"ms-rhi-72h"})
    found = facts_of(missing(1, late[1]))
    assert [one.child for one in found.list.children] == ["c"]
    assert found.worse == ()


def test_one_thing_more_of_less_weight_is_more_and_a_weightier_one_is_told_as_such() -> None:
    already = missing(1, date(2026, 5, 18))
    (more,) = facts_of(already, missing(2, date(2026, 5, 27))).worse
    assert (more.how, len(more.lines)) == ("more", 1)
    weightier = facts_of(*in_care_since(date(2026, 3, 2)), missing(1, date(2026, 5, 27))).worse
    assert [(one.how, one.effect) for one in weightier] == [("weightier", "Is the child safe now?")]


ACTION = {"child": "c", "action": "A", "words_of_action": "Ring the school"}


def promised(*facts: Fact) -> list[Promised]:
    found = promised_by(columns_from(facts), WEXMOUTH_MOMENT, end_of(A_WEEK_AGO))
    return list(found.get("c", ()))


def test_an_action_that_stood_a_week_ago_is_told_by_what_the_record_shows_of_it_now() -> None:
    told = {
        "done": PlanAction(
            id="1", set_on=date(2026, 5, 4), for_day=date(2026, 5, 29), done_on=date(2026, 5, 28), **ACTION
        ),
        "past its day": PlanAction(id="1", set_on=date(2026, 5, 4), for_day=date(2026, 5, 31), **ACTION),
        "not yet due": PlanAction(id="1", set_on=date(2026, 5, 19), for_day=date(2026, 6, 1), **ACTION),
    }
    for state, action in told.items():
        (one,) = promised(action)
        assert (one.words, one.state) == ("Ring the school", state)


def test_an_action_whose_day_moved_in_the_week_says_so_and_to_which_day() -> None:
    first = PlanAction(id="1", set_on=date(2026, 5, 4), for_day=date(2026, 5, 29), **ACTION)
    second = PlanAction(id="2", set_on=date(2026, 5, 27), for_day=date(2026, 6, 19), **ACTION)
    (one,) = promised(first, second)
    assert (one.state, one.settled_on, one.moved_to) == ("moved", date(2026, 5, 27), date(2026, 6, 19))


@pytest.mark.parametrize(
    "action",
    [
        PlanAction(id="1", set_on=date(2026, 5, 18), for_day=date(2026, 6, 1), **ACTION),
        PlanAction(id="1", set_on=date(2026, 5, 4), for_day=date(2026, 5, 29), done_on=A_WEEK_AGO, **ACTION),
        PlanAction(id="1", set_on=date(2026, 5, 26), for_day=date(2026, 5, 31), **ACTION),
    ],
    ids=["set before that week and its day to come", "done by then", "set since"],
)
def test_what_was_no_news_a_week_ago_is_not_told(action: PlanAction) -> None:
    assert promised(action) == []


def test_an_action_is_told_with_whoever_does_it_as_it_was_written_last_for_one_child_as_in_the_form() -> None:
    action = PlanAction(
        child="c", id="a1", action="c-action", words_of_action="A quiet place", set_on=date(2026, 5, 20),
        for_day=date(2026, 5, 28),
    )  # fmt: skip
    asked = replace(action, id="d1", action="m1-action", words_of_action="What the nights are like")
    texts = [
        _text("t1", "c-action", "who does it", "the school", 1), _text("t2", "c-action", "who does it", "the nurse", 2),
        _text("t3", "m1-decision", "by whom", "Chloe Garrow", 1), _text("t4", "m1-decision", "why", "Because", 3),
    ]  # fmt: skip
    found = {one.words: one.by for one in promised(action, asked, *texts)}
    assert found == {"A quiet place": "the nurse", "What the nights are like": "Chloe Garrow"}
    standing = Standing(columns_from([action, asked, *texts]).child("c"), WEXMOUTH_MOMENT)
    assert {doer(standing, one) for one in ("c-action", "m1-action")} == set(found.values())
    assert [one.by for one in promised(action)] == [None]


def _text(key: str, about: str, part: str, words: str, day: int) -> SignedText:
    said = datetime(2026, 5, 20 + day, 9, tzinfo=LONDON)
    return SignedText(child="c", id=key, subject=about, part=part, text=words, on=said.date(), recorded_at=said)


def test_a_promise_to_the_child_is_told_until_it_was_kept_a_week_ago() -> None:
    made = {"child": "c", "id": "N", "on": date(2025, 5, 19), "kind": "promise", "words_of_note": "The seaside"}
    for kept, states in ((None, ["not on record as kept"]), (date(2026, 5, 26), ["done"]), (A_WEEK_AGO, [])):
        assert [one.state for one in promised(Note(kept_on=kept, **made))] == states


def test_a_managers_decision_of_that_week_is_told_with_who_decided() -> None:
    for day, many in ((date(2026, 5, 18), 0), (date(2026, 5, 19), 1), (A_WEEK_AGO, 1), (date(2026, 5, 26), 0)):
        made = ManagementDecision(child="c", id="D", about="plan", on=day, reason="It helps.", decided_by="W")
        assert [(one.words, one.by) for one in promised(made)] == [("It helps.", "W")] * many


def test_what_was_promised_is_told_for_children_on_the_list_then_or_now_and_for_nobody_else() -> None:
    action = PlanAction(id="1", set_on=date(2026, 5, 19), for_day=date(2026, 5, 31), **ACTION)
    assert facts_of(action).promised == ()
    (one,) = facts_of(action, missing(1, date(2026, 5, 18))).promised
    assert (one.name, one.words) == ("Ada Vale", "Ring the school")


@pytest.mark.parametrize(
    ("day", "paused"), [("2026-01-06", 0), ("2026-01-07", 3), ("2026-01-30", 3), ("2026-01-31", 0)]
)
def test_a_reasoned_pause_is_told_from_its_day_to_its_last_with_who_and_why(
    wexmouth: Council, day: str, paused: int
) -> None:
    view = View(as_at=parse_moment(day))
    temi = next(child for child, name in wexmouth.names.items() if name.startswith("Temi "))
    found = paused_of(wexmouth, view, {temi})
    assert len(found) == paused
    for one in found:
        assert (one.until, one.by, one.reason) == (
            date(2026, 1, 30), "Lyn Castell", "A parent is in residential treatment until 30 January.",
        )  # fmt: skip


def test_nothing_is_both_paused_and_on_the_list(wexmouth: Council) -> None:
    two = [child for child, name in wexmouth.names.items() if name.endswith(" Bankole")]
    few = Council.of(wexmouth.columns(MONDAY).only(two))
    found = monday_facts(few, View(as_at=parse_moment("2026-01-20")), None)
    assert {one.child for one in found.paused} == set(two)
    listed = {(one.child, line.code) for one in found.list.children for line in one.lines}
    assert not listed & {(one.child, one.code) for one in found.paused}


def test_whom_to_ask_is_named_where_the_record_has_the_name_and_else_by_its_id(wexmouth: Council) -> None:
    ids = {one.child: one.owner for one in monday_of(wexmouth, MONDAY, None).children}
    for child, owner in ids.items():
        assert owner_named(wexmouth, MONDAY, child) == owner
    assert facts_of(missing(1, date(2026, 5, 18))).list.children[0].owner.worker == "W"
