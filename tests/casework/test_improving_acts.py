"""The acts of the improvement plan: who may, what comes on record, what is refused, and that no state can be typed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from holdfast.casework.acts.act import Act, Doing
from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE, OUTPUT_ONLY, WHOLE, offered
from holdfast.casework.acts.objective import name_in, objective_on_record
from holdfast.casework.asker import Asker
from holdfast.casework.council import Council
from holdfast.casework.permissions import ACTS, acts_of, can
from holdfast.casework.relationships import relationships_of
from holdfast.casework.view import View
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.measures.improvement import ImprovementObjective, ImprovementPlan
from holdfast.measures.written_plan import plan_of
from holdfast.record.child import Child
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact, columns_of, remembered
from holdfast.record.improving import Objective
from holdfast.record.people import Person
from holdfast.record.register import IN_THE_PLAN
from holdfast.web import seats
from holdfast.wexmouth.improvement import TYPED, the_plan
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.written_plan import facts_of
from tests.casework.doing_acts import AT

ASKED, CLOSED, OFFERED, POLICE = (
    "asked-why-they-ran",
    "talked-through",
    "a-second-person-offered",
    "police-tell-on-the-day",
)
SAME_DAY = "into-the-plan-the-same-day"
TODAY = AT.date()
VIEW = View(as_at=AT)
NAMES = frozenset({"Poppy Lane", "Ade Bankes"})
FACTS = [*facts_of(the_plan(), the_line()), Person(child="c", forename="Ada", surname="Fenn")]

WORDS: Mapping[str, Mapping[str, str]] = {
    "objective-action": {
        "title": "A second person is asked to ring on the day", "for_a_child": "The child chooses whom to talk to.",
        "measure": "return-interviews", "effect": "Nine interviews in ten in time.", "owner": "the head of the Hub",
        "for_day": "2026-09-30", "needs": "Two people on call at weekends",
    },
    "objective-day": {"which": SAME_DAY, "for_day": "2026-07-31", "why": "The form was not ready."},
    "objective-claim": {"which": OFFERED, "claims": "behind", "words": "Weekends are not covered."},
    "objective-remark": {"which": OFFERED, "words": "Two young people said they were asked twice."},
    "objective-resource": {"which": OFFERED, "needs": "Two people on call", "agreed_on": "2026-05-29"},
    "objective-decision": {
        "meeting": "The improvement board", "on": "2026-05-29", "decided": "The Hub is staffed at weekends.",
        "owner": "the assistant director", "for_day": "2026-07-01",
    },
    "objective-done": {"which": POLICE, "done_on": "2026-05-29", "came_of_it": "They ring on the day."},
    "objective-close": {"words": "We would ask the young people first."},
}  # fmt: skip


def record(objective: str, more: tuple[Fact, ...] = ()) -> Child:
    """The objective as it is on record, with more facts than the plan's own."""
    facts: dict[type[Fact], dict[str, Fact]] = {}
    for one in (*FACTS, *more):
        facts.setdefault(type(one), {})[getattr(one, key_of(type(one)))] = one
    return Child(id=objective, facts={noun: tuple(some.values()) for noun, some in facts.items()})


@remembered
def key_of(noun: type[Fact]) -> str:
    return next(one.name for one in columns_of(noun) if one.key)


def doing(act: str, objective: str = ASKED, more: tuple[Fact, ...] = (), **words: str) -> Doing:
    """The director does the act, in the words of the example but for those that are given."""
    return Doing(
        asker=Asker.of(seats.BY_CODE["director"]), standing=Standing(record(objective, more), AT),
        words={**WORDS[act], **words}, key="k", made_at=AT, settings=WEXMOUTH, names=NAMES,
    )  # fmt: skip


def the(act: str) -> Act:
    return IN_THE_PLAN_BY_CODE[act]


def amiss(act: str, objective: str = ASKED, more: tuple[Fact, ...] = (), **words: str) -> dict[str, str]:
    """What is amiss, by part."""
    found = the(act).amiss(doing(act, objective, more, **words))
    assert len({one.part for one in found}) == len(found)
    return {one.part: one.words for one in found}


def after(act: str, objective: str = ASKED, more: tuple[Fact, ...] = (), **words: str) -> tuple[Fact, ...]:
    """What is on record beside the plan once the act is."""
    assert amiss(act, objective, more, **words) == {}
    found = tuple(the(act).facts(doing(act, objective, more, **words)))
    assert {one.child for one in found} == {objective}
    assert {one.recorded_at for one in found} == {AT}
    return (*more, *found)


def plan(more: tuple[Fact, ...]) -> ImprovementPlan:
    child = record(ASKED, more)
    return plan_of(columns_from([one for noun in IN_THE_PLAN for one in child.of(noun)], IN_THE_PLAN))


def objective(more: tuple[Fact, ...], slug: str = ASKED) -> ImprovementObjective:
    return next(one for one in plan(more).objectives if one.slug == slug)


@pytest.mark.parametrize("act", WORDS)
def test_every_example_can_be_put_on_record_and_every_needed_part_is_asked_for(act: str) -> None:
    after(act)
    for part in the(act).parts(doing(act)):
        if part.needed:
            blank: dict[str, Any] = {part.name: " "}
            assert amiss(act, **blank)[part.name] == part.missing


def test_there_is_an_example_of_every_act() -> None:
    assert set(WORDS) == set(IN_THE_PLAN_BY_CODE)
    assert set(WORDS) <= ACTS


@pytest.mark.parametrize("act", WORDS)
def test_no_value_of_a_measure_and_no_state_can_be_typed(act: str) -> None:
    assert {part.name for part in the(act).parts(doing(act))} & TYPED == set()
    typed: dict[str, Any] = dict.fromkeys(TYPED, "99")
    assert the(act).facts(doing(act, **typed)) == the(act).facts(doing(act))


def test_no_noun_of_the_plan_has_a_field_for_a_value_or_a_state() -> None:
    assert {one.name for noun in IN_THE_PLAN for one in columns_of(noun)} & TYPED == set()


def test_an_action_that_is_added_goes_by_a_measure_of_the_register_or_is_output_only() -> None:
    added = objective(after("objective-action")).actions[-1]
    assert (added.measure, added.owner, added.agreed_on) == ("return-interviews", "the head of the Hub", TODAY)
    assert [one.day for one in added.days.planned] == [date(2026, 9, 30)]
    assert added.resource is not None
    assert added.resource.agreed_on is None
    assert objective(after("objective-action", measure=OUTPUT_ONLY, needs="")).actions[-1].measure is None
    assert "choose one of those offered" in amiss("objective-action", measure="82.5")["measure"]


def test_a_day_that_moves_keeps_the_first_and_says_why_and_never_moves_into_the_past() -> None:
    (moved,) = [one for one in objective(after("objective-day")).actions if one.slug == SAME_DAY]
    assert (moved.days.first, moved.days.last) == (date(2026, 6, 30), date(2026, 7, 31))
    assert (moved.days.planned[-1].by_role, moved.days.planned[-1].why) == ("the director", "The form was not ready.")
    assert "is over" in amiss("objective-day", for_day="2026-05-31")["for_day"]
    assert amiss("objective-day", for_day="2026-06-01") == {}
    assert "planned for 30 June 2026 already" in amiss("objective-day", for_day="2026-06-30")["for_day"]


def test_what_is_done_does_not_move_and_a_decision_does() -> None:
    assert "choose one of those offered" in amiss("objective-day", which=OFFERED)["which"]
    moved = objective(after("objective-day", which=POLICE)).decisions[-1]
    assert moved.days.last == date(2026, 7, 31)


def test_a_claim_is_of_an_action_or_of_the_whole_and_the_last_one_is_told_of_the_finding() -> None:
    finding = the_line().finding("nobody-asked-why-they-ran")
    assert finding is not None
    for which in (OFFERED, WHOLE):
        more = after("objective-claim", which=which)
        last = plan(more).claim_of(finding, TODAY)
        assert last is not None
        assert (last.says, last.on, last.words) == ("behind", TODAY, "Weekends are not covered.")
        before = plan(more).claim_of(finding, date(2026, 5, 31))
        assert before is not None
        assert before.says == "on track"


def test_what_is_said_of_an_action_with_another_measure_is_not_said_of_the_finding() -> None:
    finding = the_line().finding("nobody-asked-why-they-ran")
    assert finding is not None
    last = plan(after("objective-claim", which=SAME_DAY)).claim_of(finding, TODAY)
    assert last is not None
    assert last.says == "on track"


def test_a_remark_claims_nothing_and_looks_back_only_where_the_objective_is_closed() -> None:
    remarked = next(one for one in objective(after("objective-remark")).actions if one.slug == OFFERED)
    assert [one.words for one in remarked.remarks] == ["Two young people said they were asked twice."]
    assert remarked.claims[-1].on < TODAY
    assert "which" in amiss("objective-remark", which=WHOLE)
    back = objective(after("objective-remark", CLOSED, which=WHOLE), CLOSED).looking_back
    assert [one.on for one in back] == [date(2026, 5, 12), TODAY]


def test_a_resource_is_asked_for_first_and_agreed_to_later() -> None:
    asked = after("objective-resource", agreed_on="")
    agreed = after("objective-resource", more=asked, needs="")
    first, second = (
        next(one for one in objective(more).actions if one.slug == OFFERED).resource for more in (asked, agreed)
    )
    assert first is not None
    assert second is not None
    assert (first.words, first.agreed_on) == ("Two people on call", None)
    assert (second.words, second.agreed_on) == ("Two people on call", date(2026, 5, 29))
    assert "nothing was asked for yet" in amiss("objective-resource", needs="")["needs"]
    assert "on which day" in amiss("objective-resource", more=asked, needs="", agreed_on="")["agreed_on"]


def test_a_decision_of_leaders_is_followed_until_somebody_says_what_came_of_it() -> None:
    decided = after("objective-decision")
    made = objective(decided).decisions[-1]
    assert (made.meeting, made.days.first, made.came_of_it) == ("The improvement board", date(2026, 7, 1), "")
    done = objective(after("objective-done", more=decided, which=made.slug)).decisions[-1]
    assert (done.days.done_on, done.came_of_it) == (date(2026, 5, 29), "They ring on the day.")
    assert "what came of the decision" in amiss("objective-done", came_of_it="")["came_of_it"]


def test_what_is_done_was_agreed_before_and_does_not_lie_ahead() -> None:
    assert "Choose a day since then" in amiss("objective-done", which=SAME_DAY, done_on="2026-03-16")["done_on"]
    assert "lies ahead" in amiss("objective-done", which=SAME_DAY, done_on="2026-06-02")["done_on"]
    done = objective(after("objective-done", which=SAME_DAY, done_on="2026-03-17", came_of_it="")).actions[-1]
    assert (done.slug, done.days.done_on) == (SAME_DAY, date(2026, 3, 17))


def test_an_objective_is_closed_with_what_was_learned_and_takes_nothing_more_but_a_look_back() -> None:
    shut = after("objective-close")
    closed = objective(shut)
    assert (closed.closed_on, closed.looking_back[-1].words) == (TODAY, "We would ask the young people first.")
    for act in ("objective-action", "objective-claim", "objective-resource", "objective-decision", "objective-close"):
        assert "was closed on 1 June 2026" in amiss(act, more=shut)[""]
        assert not offered(act, closed=True, waits=True)
    assert amiss("objective-remark", more=shut) == {}
    assert amiss("objective-done", more=shut) == {}
    assert "which" in amiss("objective-day", more=shut), "the day of an action moves no more"


@pytest.mark.parametrize(
    ("text", "named"),
    [("We asked Poppy Lane.", True), ("Poppy Lane's aunt rang", True), ('They call her "poppy lane"', True),
     ("We went down the lane to pick a poppy", False), ("Poppy and the lane", False)],
)  # fmt: skip
def test_words_that_name_a_child_or_a_worker_are_refused_and_other_words_are_not(text: str, named: bool) -> None:
    assert (name_in(text, {"poppy lane"}) is not None) is named
    found = amiss("objective-remark", words=text)
    assert ("words" in found) is named
    assert ("it names" in found.get("words", "")) is named


@pytest.mark.parametrize("act", WORDS)
def test_no_line_and_no_text_of_any_act_takes_a_name(act: str) -> None:
    written = [part.name for part in the(act).parts(doing(act)) if part.kind in ("line", "text")]
    assert written
    for name in written:
        words: dict[str, Any] = {name: "Ask Ade Bankes"}
        assert "it names Ade Bankes" in amiss(act, **words)[name]


MAY = {
    "director": set(WORDS),
    "team-manager": {"objective-claim", "objective-remark", "objective-day", "objective-done", "objective-action"},
    "reviewing-officer": {"objective-remark"},
}


def test_who_leads_decides_and_closes_who_manages_says_how_it_goes_and_nobody_else_writes() -> None:
    standing = Standing(record(ASKED), AT)
    for seat in (seats.LOOKING_ROUND, *seats.SEATS):
        assert (seat.code, set(acts_of(seat, standing))) == (seat.code, MAY.get(seat.code, set()))
    assert relationships_of(seats.BY_CODE["portfolio-holder"], standing) == frozenset()


def test_no_act_of_the_plan_can_be_done_to_a_child_nor_one_of_a_child_to_an_objective() -> None:
    child, director = Standing(record("c"), AT), seats.BY_CODE["director"]
    assert set(acts_of(director, child)) & set(WORDS) == set()
    assert not can("objective-claim", director, Standing(record("no-such-objective"), AT))
    assert not can("decision", director, Standing(record(ASKED), AT))


def test_an_objective_that_is_not_there_is_nothing_on_record() -> None:
    council = Council.of(columns_from(FACTS))
    assert objective_on_record(council, VIEW, "no-such-objective") is None
    found = objective_on_record(council, VIEW, ASKED)
    assert found is not None
    assert len(found.of(Objective)) == len(the_plan().objectives)


def test_somebody_elses_newer_version_of_the_same_is_asked_about() -> None:
    moved = the("objective-day").about(doing("objective-day", more=after("objective-day")))
    assert [one.day for one in moved] == [date(2026, 6, 30), date(2026, 7, 31)]  # type: ignore[attr-defined]
    (shut,) = the("objective-close").about(doing("objective-close"))
    assert shut.child == ASKED
    (done,) = the("objective-done").about(doing("objective-done"))
    assert done.id == POLICE  # type: ignore[attr-defined]


def test_the_plan_of_the_file_is_the_plan_on_record() -> None:
    assert plan(()) == the_plan()


def test_what_an_extract_left_without_a_day_or_an_owner_is_left_out_and_breaks_nothing() -> None:
    for noun in IN_THE_PLAN:
        key = key_of(noun)
        blank = [
            type(one)(**{"child": one.child, key: getattr(one, key)}) if type(one) is noun else one for one in FACTS
        ]
        assert len(plan_of(columns_from(blank)).objectives) == (0 if noun is Objective else len(the_plan().objectives))
    assert plan_of(Columns(frames={})) == replace(the_plan(), objectives=())
