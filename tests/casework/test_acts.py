"""What each act asks, what it puts on record, and that a line leaves the Monday list only with what changed."""

from dataclasses import replace

import pytest

from holdfast.casework.acts.about_me import ABOUT_ME
from holdfast.casework.acts.act import Problem
from holdfast.casework.acts.decision import LONGEST
from holdfast.casework.acts.register import ACTS, BY_CODE
from holdfast.casework.acts.visit import kind_of_visit
from holdfast.casework.child.told import THE_CHILD
from holdfast.dates import Days, parse_moment
from holdfast.duties.monday_of_one import lines_of_child
from holdfast.record.child import Child
from holdfast.record.child_protection import ProtectionPlan, ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, InNeedVisit
from holdfast.record.in_care import CareEpisode, CareVisit
from holdfast.record.leaving_care import AdviserContact, CareLeaver
from holdfast.record.oversight import ManagementDecision, PlanAction, Supervision
from holdfast.record.people import Involvement, Person
from holdfast.record.unseen import PrivateFostering, PrivateFosteringVisit
from holdfast.record.writing import SignedText
from holdfast.wexmouth.council import council_columns, told_number
from tests.casework.child_records import d
from tests.casework.doing_acts import AT, after, amiss, doing, lines, record

ADA = Person(child="c", forename="Ada", surname="Fenn", born_on=d("2014-03-02"))
OPEN = d("2025-06-02")

VISIT = {"on": "2026-05-29", "purpose": "Why", "saw": "Seen", "means": "Means", "next": "Next", "seen": "yes"}
DECISION = {
    "about": "plan", "decided": "So", "why": "Because", "anything": "something", "find_out": "Where she sleeps",
    "by_whom": "Ade", "when": "2026-06-08", "change_mind": "Another night",
}  # fmt: skip
SUPERVISION = {
    "on": "2026-05-29", "changed": "She smiles", "reflection": "What is it like for her?", "next": "Visit",
    "owner": "Bea", "by": "2026-06-05",
}  # fmt: skip
PAUSE = {
    "question": "action-moved", "reason": "waiting for a court", "until": "2026-06-30", "why": "The hearing",
}  # fmt: skip
MOVED = (
    Involvement(child="c", id="i", professional="w1", role="social worker", started_on=OPEN),
    Supervision(child="c", id="s", on=d("2026-05-20")),
    *(
        PlanAction(child="c", id=f"a{day}", action="a", set_on=d(f"2026-05-{day:02}"), for_day=d(f"2026-06-{day:02}"))
        for day in range(1, 9)
    ),
)
"""Open work, and an action whose day has moved again and again: a question that may be paused."""
ALLOCATE = {"to": "w2", "from": "2026-06-01", "why": "A move"}
ACTION = {"action": "new", "what": "Do it", "owner": "Bea", "for_day": "2026-06-12"}


@pytest.fixture(scope="module")
def planted() -> dict[str, Child]:
    """The children of the planted problems and of the stories."""
    columns = council_columns(told_number(), 1)
    names = ("WX-400004", "WX-400012", "WX-400023", "WX-400035", "WX-400036", "WX-400039", "WX-S10-1", "WX-S13-1")
    return {child: columns.child(child) for child in names}


def test_every_act_says_what_it_is_called_and_what_is_missing() -> None:
    assert len({one.code for one in ACTS}) == len(ACTS) == 15
    for act in ACTS:
        found = amiss(act.code, doing(record("c", [ADA]), {}))
        needed = {part.name: part.missing for part in act.parts(doing(record("c", [ADA]), {})) if part.needed}
        assert needed
        assert found == needed


@pytest.mark.parametrize(
    ("act", "words"),
    [("visit-note", {key: one for key, one in VISIT.items() if key != "seen"}), ("decision", DECISION),
     ("supervision", SUPERVISION), ("pause", PAUSE)],
)  # fmt: skip
def test_presence_is_asked_of_each_part_and_length_of_none(act: str, words: dict[str, str]) -> None:
    child = record("c", [ADA, *MOVED])
    assert amiss(act, doing(child, words)) == {}
    for name in words:
        assert set(amiss(act, doing(child, {**words, name: "  "}))) == {name}
    typed = [one.name for one in BY_CODE[act].parts(doing(child, words)) if one.kind in ("text", "line")]
    assert amiss(act, doing(child, {**words, **dict.fromkeys(typed, "x")})) == {}


@pytest.mark.parametrize("act", [one.code for one in ACTS])
def test_a_choice_that_was_not_offered_is_refused_and_never_breaks(act: str) -> None:
    child = record("c", [ADA])
    parts = BY_CODE[act].parts(doing(child, {}))
    odd = {one.name: "2026-05-29" if one.kind == "day" else "not one of those" for one in parts}
    found = amiss(act, doing(child, odd))
    assert {one.name for one in parts if one.kind in ("choice", "worker")} <= set(found)


def test_a_day_is_read_as_people_write_it_and_else_said_in_words() -> None:
    child = record("c", [ADA])
    for said in ("2026-05-29", "29/5/2026", "29.05.2026", " 29-5-2026 "):
        assert amiss("visit-note", doing(child, {**VISIT, "on": said})) == {}
    for said in ("yesterday", "31/2/2026", "29/5"):
        assert "is not a day" in amiss("visit-note", doing(child, {**VISIT, "on": said}))["on"]


@pytest.mark.parametrize(("act", "words"), [("visit-note", VISIT), ("supervision", SUPERVISION)])
def test_what_lies_ahead_cannot_have_happened(act: str, words: dict[str, str]) -> None:
    child = record("c", [ADA])
    assert amiss(act, doing(child, {**words, "on": "2026-06-01"})) == {}
    assert "lies ahead" in amiss(act, doing(child, {**words, "on": "2026-06-02"}))["on"]


PAUSING = BY_CODE["pause"]
KINDS: list[tuple[list[Fact], type[Fact]]] = [
    ([CareEpisode(child="c", id="e", period="p", started_on=OPEN)], CareVisit),
    ([ProtectionPlan(child="c", id="p", started_on=OPEN)], ProtectionVisit),
    ([PrivateFostering(child="c", id="f", notified_on=OPEN)], PrivateFosteringVisit),
    ([InNeedPlan(child="c", id="n", started_on=OPEN)], InNeedVisit),
    ([CareLeaver(child="c", id="l", adviser="w1")], AdviserContact),
    ([CareEpisode(child="c", id="e", started_on=OPEN, ended_on=d("2026-02-02")),
      InNeedPlan(child="c", id="n", started_on=OPEN)], InNeedVisit),
    ([], InNeedVisit),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "noun"), KINDS)
def test_a_visit_is_of_the_kind_for_which_the_record_is_open(facts: list[Fact], noun: type[Fact]) -> None:
    child = record("c", [ADA, *facts])
    assert kind_of_visit(doing(child, VISIT)) is noun
    (visit,) = after(child, "visit-note", VISIT).of(noun)
    assert visit.on == d("2026-05-29")
    assert visit.recorded_at == AT


def test_a_private_foster_child_who_was_not_seen_was_not_visited_but_the_note_stands() -> None:
    child = record("c", [ADA, PrivateFostering(child="c", id="f", notified_on=OPEN)])
    found = after(child, "visit-note", {**VISIT, "seen": ""})
    assert found.of(PrivateFosteringVisit) == ()
    assert {one.part for one in found.of(SignedText)} == {"purpose", "saw and heard", "what it means", "what next"}


def test_a_visit_home_is_one_only_where_that_was_ticked() -> None:
    leaver = record("c", [ADA, CareLeaver(child="c", id="l", adviser="w1")])
    assert "home" in {one.name for one in BY_CODE["visit-note"].parts(doing(leaver, {}))}
    assert "home" not in {one.name for one in BY_CODE["visit-note"].parts(doing(record("c", [ADA]), {}))}
    for words, wanted in (({"home": "yes"}, True), ({"where": "not at home: in town"}, False)):
        (made,) = after(leaver, "visit-note", {**VISIT, **words}).of(AdviserContact)
        assert (made.at_home, made.two_way) == (wanted, True)


def test_seen_alone_is_also_seen() -> None:
    child = record("c", [ADA])
    assert set(amiss("visit-note", doing(child, {**VISIT, "seen": "", "alone": "yes"}))) == {"alone"}
    assert amiss("visit-note", doing(child, {**VISIT, "alone": "yes"})) == {}


def test_a_visit_opens_with_what_the_one_before_said_would_come_next() -> None:
    found = after(record("c", [ADA]), "visit-note", {**VISIT, "next": "Bring the drawing"})
    (told,) = BY_CODE["visit-note"].reads_first(doing(found, {}))
    assert "29 May 2026" in told
    assert "Bring the drawing" in told


@pytest.mark.parametrize(("child", "line"), [
    ("WX-400004", "cin-visit"), ("WX-400012", "cp-visit"), ("WX-400023", "cla-visit-yr1"),
])  # fmt: skip
def test_a_visit_that_was_late_leaves_the_list_with_the_visit_and_with_nothing_less(
    planted: dict[str, Child], child: str, line: str
) -> None:
    one = planted[child]
    assert line in lines(one)
    for act, words in (("decision", DECISION), ("plan-action", ACTION), ("supervision", SUPERVISION)):
        assert line in lines(after(one, act, words))
    assert line in lines(paused_in_another_system(one))
    assert set(amiss("pause", doing(one, PAUSE))) == {"question"}
    assert line in lines(after(one, "visit-note", {**VISIT, "seen": ""}))
    assert line not in lines(after(one, "visit-note", {**VISIT, "seen": "yes", "alone": "yes"}))


def test_a_supervision_gap_leaves_the_list_with_a_discussion_and_with_nothing_less(planted: dict[str, Child]) -> None:
    one = planted["WX-400035"]
    assert "wf-case-supervision" in lines(one)
    late = {"not_done": "We will do it"}
    for act, words in (("decision", DECISION), ("visit-note", VISIT), ("plan-action", ACTION)):
        assert "wf-case-supervision" in lines(after(one, act, words))
    assert lines(paused_in_another_system(one)) == lines(one)
    assert set(amiss("pause", doing(one, {**PAUSE, "question": "supervision-gap"}))) == {"question"}
    assert lines(after(one, "supervision", {**SUPERVISION, **late})) == set()


def test_a_pause_rests_a_drift_until_its_day_and_no_law(planted: dict[str, Child]) -> None:
    callum = planted["WX-S10-1"]
    assert {"repeat-missing", "ms-rhi-72h"} <= lines(callum)
    assert offered(callum) == ["repeat-missing", "second-offer"]
    paused = after(callum, "pause", {**PAUSE, "question": "repeat-missing", "until": "2026-06-12"})
    assert lines(paused) == lines(callum) - {"repeat-missing"} == {"ms-rhi-72h", "second-offer"}
    assert "repeat-missing" not in lines(paused, parse_moment("2026-06-12T08:30"))
    assert "repeat-missing" in lines(paused, parse_moment("2026-06-13T08:30"))
    assert offered(paused) == ["second-offer"]
    assert PAUSING.opens_with(doing(paused, {})) == {"question": "second-offer"}
    (told,) = PAUSING.reads_first(doing(paused, {}))
    assert told.startswith('Already paused until 12 June 2026, "A child has been missing again and again"')
    assert lines(paused_in_another_system(callum)) == {"ms-rhi-72h"}
    assert offered(paused_in_another_system(callum)) == []


def test_a_challenge_without_a_reply_cannot_be_paused_and_stays_on_the_list(planted: dict[str, Child]) -> None:
    one = planted["WX-400039"]
    assert "unanswered-escalation" in lines(one)
    assert offered(one) == []
    said = amiss("pause", doing(one, {**PAUSE, "question": "unanswered-escalation"}))
    assert set(said) == {"question"}
    assert "unanswered-escalation" in lines(paused_in_another_system(one))


def offered(child: Child) -> list[str]:
    """The questions about a child that the form offers to pause."""
    return [code for code, _ in PAUSING.parts(doing(child, {}))[0].choices]


def paused_in_another_system(child: Child) -> Child:
    """The record with a pause out of an extract, which names nothing that it is of."""
    pause = ManagementDecision(
        child=child.id, id="old", about="pause", on=AT.date(), until=d("2026-06-30"), reason="The hearing."
    )
    facts = {**child.facts, ManagementDecision: (*child.of(ManagementDecision), pause)}
    return Child(id=child.id, facts=facts, held=child.held)


def test_a_pause_needs_a_reason_of_the_list_and_a_day_ahead_but_not_far() -> None:
    child = record("c", [ADA, *MOVED])
    last = Days(92).after(AT.date())
    assert Days(92) == LONGEST
    assert last is not None
    beyond = Days(1).after(last)
    assert beyond is not None
    assert amiss("pause", doing(child, {**PAUSE, "until": last.isoformat()})) == {}
    assert "three months" in amiss("pause", doing(child, {**PAUSE, "until": beyond.isoformat()}))["until"]
    assert amiss("pause", doing(child, {**PAUSE, "until": "2026-06-02"})) == {}
    assert "not ahead" in amiss("pause", doing(child, {**PAUSE, "until": "2026-06-01"}))["until"]
    assert set(amiss("pause", doing(child, {**PAUSE, "reason": "we are busy"}))) == {"reason"}


def test_a_decision_becomes_an_action_with_its_day_and_each_part_is_signed() -> None:
    found = after(record("c", [ADA]), "decision", DECISION)
    (decision,), (action,) = found.of(ManagementDecision), found.of(PlanAction)
    assert (decision.about, decision.reason, decision.on) == ("plan", "Because", AT.date())
    assert (action.words_of_action, action.for_day) == ("Where she sleeps", d("2026-06-08"))
    assert {one.part for one in found.of(SignedText)} == {
        "what was decided", "why", "what must be found out", "by whom", "what would change our mind",
    }  # fmt: skip


def test_what_is_amiss_is_said_once_of_each_part_and_no_sentence_is_said_twice() -> None:
    for anything, when in (("nothing", "2026-06-08"), ("nothing", "soon"), ("something", "soon"), ("", "soon")):
        words = {**DECISION, "anything": anything, "when": when}
        found = BY_CODE["decision"].amiss(doing(record("c", [ADA]), words))
        assert found
        assert len({one.part for one in found}) == len({one.words for one in found}) == len(found)


def test_of_an_act_two_things_amiss_with_no_part_are_both_said_and_of_one_part_the_first() -> None:
    told = [Problem(part="", words="One."), Problem(part="", words="Two."), Problem(part="when", words="Three.")]
    act = replace(BY_CODE["decision"], check=lambda doing: told)
    found = act.amiss(doing(record("c", [ADA]), {**DECISION, "when": "soon"}))
    assert [(one.part, one.words.partition(":")[0]) for one in found] == [
        ("when", "By when"),
        ("", "One."),
        ("", "Two."),
    ]


def test_what_led_to_a_decision_is_told_of_the_child_by_name_as_on_the_childs_page(planted: dict[str, Child]) -> None:
    callum = doing(planted["WX-S10-1"], {}, seat="director")
    told = [one.words for one in lines_of_child(callum.standing, callum.settings)]
    assert [words for words in told if words.startswith("The child ")]
    (led, *_) = BY_CODE["decision"].parts(callum)
    offered = [words for _, words in led.choices]
    assert led.name == "led_by"
    assert [words for words in offered if "Callum has been missing four times" in words]
    assert [words for words in offered if THE_CHILD.search(words)] == []


def test_a_decision_after_which_nothing_has_to_be_found_out_says_so_and_makes_no_action() -> None:
    child, asked = record("c", [ADA]), ("find_out", "by_whom", "when")
    nothing = {**DECISION, **dict.fromkeys(asked, ""), "anything": "nothing"}
    found = after(child, "decision", nothing)
    assert found.of(PlanAction) == ()
    assert "There is nothing to find out." in {one.text for one in found.of(SignedText)}
    for name in asked:
        assert set(amiss("decision", doing(child, {**nothing, name: DECISION[name]}))) == {name}
    for word in ("nothing", "Nothing.", "n/a"):
        assert "choose that above" in amiss("decision", doing(child, {**DECISION, "find_out": word}))["find_out"]
    assert amiss("decision", doing(child, {**DECISION, "find_out": "Nothing is known of the nights: ask"})) == {}


def test_an_action_that_moves_says_why_and_one_that_is_done_says_when() -> None:
    child = after(record("c", [ADA]), "plan-action", ACTION, key="k1")
    (action,) = {one.action for one in child.of(PlanAction)}
    moved = {"action": action or "", "for_day": "2026-06-19"}
    assert set(amiss("plan-action", doing(child, moved))) == {"why"}
    assert set(amiss("plan-action", doing(child, {"action": action or ""}))) == {"done_on"}
    later = after(child, "plan-action", {**moved, "why": "The club is full"}, key="k2")
    assert "Its day has moved 1 time." in " ".join(BY_CODE["plan-action"].reads_first(doing(later, {})))
    done = after(later, "plan-action", {"action": action or "", "done_on": "2026-06-01"}, key="k3")
    assert BY_CODE["plan-action"].reads_first(doing(done, {})) == []
    assert (
        "lies ahead" in amiss("plan-action", doing(child, {"action": action or "", "done_on": "2026-06-02"}))["done_on"]
    )
    assert set(amiss("plan-action", doing(child, {"action": "new"}))) == {"what", "owner", "for_day"}


def test_what_is_written_beside_an_action_on_record_is_refused_and_never_dropped() -> None:
    child = after(record("c", [ADA]), "plan-action", ACTION, key="k1")
    (action,) = {one.action or "" for one in child.of(PlanAction)}
    done = {"action": action, "done_on": "2026-06-01"}
    assert amiss("plan-action", doing(child, done)) == {}
    assert "A new action" in amiss("plan-action", doing(child, {**done, "what": "And write to school"}))["what"]
    assert set(amiss("plan-action", doing(child, {**done, "for_day": "2026-06-20"}))) == {"for_day"}
    assert amiss("plan-action", doing(child, {**done, "for_day": ACTION["for_day"]})) == {}


def test_an_action_that_moves_opens_with_who_does_it_and_its_day_and_changes_only_with_something_new() -> None:
    opens, child = BY_CODE["plan-action"].opens_with, record("c", [ADA])
    assert opens(doing(child, {})) == {"action": "new"}
    for act, words, who, day in (
        ("plan-action", ACTION, "Bea", "2026-06-12"), ("decision", DECISION, "Ade", "2026-06-08"),
    ):  # fmt: skip
        found = after(child, act, words, key="k1")
        (action,) = {one.action or "" for one in found.of(PlanAction)}
        assert opens(doing(found, {})) == {}
        opened = opens(doing(found, {"action": action}))
        assert opened == {"action": action, "owner": who, "for_day": day}
        assert set(amiss("plan-action", doing(found, opened))) == {"done_on"}
        given = after(found, "plan-action", {**opened, "owner": "Cy"}, key="k2")
        assert opens(doing(given, {"action": action}))["owner"] == "Cy"
        assert f", by {who}, for" in BY_CODE["plan-action"].parts(doing(found, {}))[0].choices[1][1]


def test_a_corrected_text_stays_and_a_correction_corrects_the_newest_words() -> None:
    child = after(record("c", [ADA]), "who-i-am", {"text": "I draw whales"}, key="k1")
    (first,) = child.of(SignedText)
    words = {"corrects": first.id or "", "text": "I draw dolphins", "why": "She said so"}
    once = after(child, "correct", words, key="k2")
    assert first in once.of(SignedText)
    twice = after(once, "correct", {**words, "text": "I draw orcas"}, key="k3")
    assert [(one.id, one.corrects) for one in twice.of(SignedText)] == [
        ("hf-k1-text-text", None), ("hf-k2-text", "hf-k1-text-text"), ("hf-k3-text", "hf-k2-text"),
    ]  # fmt: skip
    assert set(amiss("correct", doing(once, {**words}))) == {"text"}
    assert ABOUT_ME.opens_with(doing(twice, {})) == {"text": "I draw orcas"}
