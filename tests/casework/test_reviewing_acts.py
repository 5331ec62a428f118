"""A reviewing officer between reviews: notes that follow a review, and challenges that climb until it changed."""

import pytest

from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.acts.reviewing import CAFCASS
from holdfast.dates import parse_moment
from holdfast.duties.drift.challenge import iro_stage, unanswered_escalation
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview
from holdfast.record.oversight import Challenge, Note, PlanAction, PlanReview
from holdfast.record.people import Person
from holdfast.record.writing import SignedText
from holdfast.wexmouth.stories.no_answer import NO_ANSWER
from holdfast.wexmouth.stories.no_answer import THEME as NO_ANSWER_THEME
from tests.casework.child_records import d
from tests.casework.doing_acts import after, amiss, doing, record

ADA = Person(child="c", forename="Ada", surname="Fenn", born_on=d("2014-03-02"))

SAFIYA = "WX-S14-1"
REPLY = {
    "dispute": "WX-S14-1-dispute-1", "text": "He can visit on Saturdays", "by_whom": "Cy", "for_day": "2026-04-04",
}  # fmt: skip
EACH_STAGE = [("2026-02-09", 1), ("2026-02-10", 2), ("2026-02-16", 2), ("2026-02-17", 3), ("2026-02-24", 4)]


def safiya(stages: int = 1) -> Child:
    """Safiya as though nobody had written anything about her challenge after so many stages: it climbs by itself."""
    told = [one for one in NO_ANSWER.tell() if one.child == SAFIYA]
    rows = [one for one in told if isinstance(one, Challenge) and (one.stage or 0) <= stages]
    return record(SAFIYA, [*(one for one in told if not isinstance(one, Challenge)), *rows])


def unanswered(child: Child, day: str) -> bool:
    """Whether the challenge stands without an answer on the morning of a day."""
    return bool(unanswered_escalation(Standing(child, parse_moment(f"{day}T08:30")), WEXMOUTH))


def test_safiyas_challenge_stands_unanswered_from_the_day_after_the_first_reply_was_due() -> None:
    assert not unanswered(safiya(), "2026-02-09")
    assert unanswered(safiya(), "2026-02-10")


@pytest.mark.parametrize(("day", "stage"), EACH_STAGE)
def test_a_reply_is_kept_at_the_stage_to_which_the_challenge_has_climbed(day: str, stage: int) -> None:
    at = parse_moment(f"{day}T10:00")
    words = {**REPLY, "for_day": "2026-03-07"}
    found = after(safiya(), "reply-to-challenge", words, seat="director", at=at)
    replied = [one for one in found.of(Challenge) if one.replied_on is not None]
    assert [(one.stage, one.replied_on) for one in replied] == [(float(stage), at.date())]
    assert [one.stage for one in sorted(found.of(Challenge), key=lambda one: one.stage or 0)] == [
        float(number) for number in range(stage + 1)
    ]
    assert not unanswered(found, day)
    assert not unanswered(found, "2026-03-09")


def test_stages_that_were_met_in_silence_keep_their_own_days() -> None:
    at = parse_moment("2026-02-24T10:00")
    found = after(safiya(), "reply-to-challenge", REPLY, seat="director", at=at)
    raised = {one.stage: one.raised_on for one in found.of(Challenge) if one.stage}
    assert raised == {1.0: d("2026-02-02"), 2.0: d("2026-02-09"), 3.0: d("2026-02-16"), 4.0: d("2026-02-23")}
    before = {one.detail: one.since for one in iro_stage(Standing(safiya(), at), WEXMOUTH)}
    assert {one.detail: one.since for one in iro_stage(Standing(found, at), WEXMOUTH)} == before


def test_a_reply_to_an_informal_word_stays_informal_and_one_to_a_stage_on_record_changes_no_other() -> None:
    informal = after(safiya(0), "reply-to-challenge", REPLY, at=parse_moment("2026-03-30T10:00"))
    assert [(one.stage, one.replied_on) for one in informal.of(Challenge)] == [(0.0, d("2026-03-30"))]


def test_a_reply_names_who_and_by_which_day_and_without_a_day_the_challenge_climbs_on() -> None:
    at, child = parse_moment("2026-02-10T10:00"), safiya()
    assert amiss("reply-to-challenge", doing(child, REPLY, at=at)) == {}
    for name in ("text", "by_whom", "for_day"):
        assert set(amiss("reply-to-challenge", doing(child, {**REPLY, name: ""}, at=at))) == {name}
    assert "climbs on" in amiss("reply-to-challenge", doing(child, {**REPLY, "for_day": ""}, at=at))["for_day"]
    assert amiss("reply-to-challenge", doing(child, {**REPLY, "for_day": "2026-02-10"}, at=at)) == {}
    assert "is over" in amiss("reply-to-challenge", doing(child, {**REPLY, "for_day": "2026-02-09"}, at=at))["for_day"]
    told = {one.part: one.text for one in after(child, "reply-to-challenge", REPLY, at=at).of(SignedText)}
    assert (told["by whom"], told["by which day"]) == ("Cy", "4 April 2026")


def test_an_answer_and_an_end_open_with_the_only_challenge_there_is_and_with_none_of_two() -> None:
    one, two = safiya(), [Challenge(child=SAFIYA, id="x", stage=1.0, raised_on=d("2026-02-02"), dispute="other")]
    both = Child(id=SAFIYA, facts={**one.facts, Challenge: (*one.of(Challenge), *two)}, held=one.held)
    for act in ("reply-to-challenge", "settle-challenge"):
        assert BY_CODE[act].opens_with(doing(one, {})) == {"dispute": "WX-S14-1-dispute-1"}
        assert BY_CODE[act].opens_with(doing(both, {})) == {}
    assert BY_CODE["challenge"].opens_with(doing(one, {})) == {}
    assert BY_CODE["challenge"].opens_with(doing(record("c", [ADA]), {})) == {"dispute": "new"}


def test_a_challenge_that_goes_on_asks_for_neither_stage_nor_theme_and_a_new_one_for_both() -> None:
    at, words = parse_moment("2026-02-10T10:00"), {"text": "No", "wanted": "Yes"}
    goes_on = {**words, "dispute": "WX-S14-1-dispute-1"}
    found = after(safiya(), "challenge", goes_on, seat="reviewing-officer", at=at, key="k1")
    (raised,) = [one for one in found.of(Challenge) if (one.id or "").startswith("hf-k1")]
    assert (raised.stage, raised.theme) == (3.0, NO_ANSWER_THEME)
    for stage, fault in (("1", {"stage"}), ("2", set()), ("4", set())):
        assert set(amiss("challenge", doing(safiya(), {**goes_on, "stage": stage}, at=at))) == fault
    for theme, fault in (("delay", {"theme"}), (NO_ANSWER_THEME, set())):
        assert set(amiss("challenge", doing(safiya(), {**goes_on, "theme": theme}, at=at))) == fault
    assert set(amiss("challenge", doing(safiya(), {**words, "dispute": "new"}, at=at))) == {"stage", "theme"}
    late = parse_moment("2026-03-30T10:00")
    last = after(safiya(), "challenge", goes_on, seat="reviewing-officer", at=late, key="k1")
    assert max(one.stage or 0 for one in last.of(Challenge)) == 4.0


@pytest.mark.parametrize("act", ["mid-point", "good-practice"])
def test_a_note_between_reviews_says_first_which_review_it_follows_and_what_that_decided(act: str) -> None:
    def told(*facts: Fact) -> list[str]:
        return list(BY_CODE[act].reads_first(doing(record("c", [ADA, *facts]), {})))

    assert told() == ["No review of this child is on record yet."]
    held = CareReview(child="c", id="r", held_on=d("2026-04-14"))
    silent = ["The last review was on 14 April 2026.", "What it decided is not on record."]
    assert told(held, CareReview(child="c", id="x", held_on=d("2026-05-05"), cancelled=True)) == silent
    assert told(held, CareReview(child="c", id="ahead", held_on=d("2026-06-02"))) == silent
    on = d("2026-04-14")
    decided = (
        PlanReview(child="c", id="p", plan_kind="in care", on=on, change="little or none"),
        PlanAction(child="c", id="a", action="a", words_of_action="Ask the aunt", set_on=on, for_day=d("2026-05-01")),
        PlanAction(child="c", id="b", action="b", words_of_action="Another day", set_on=d("2026-04-15")),
        Note(child="c", id="n", on=on, kind="promise", words_of_note="Time with her brother"),
    )
    assert told(held, *decided) == [
        "The last review was on 14 April 2026.", "It found: little or no change.", "Promised: Time with her brother.",
        "To be done: Ask the aunt, for 1 May 2026.",
    ]  # fmt: skip


def test_the_form_tells_to_which_stage_it_climbed_and_that_cafcass_is_open_throughout() -> None:
    at = parse_moment("2026-02-17T10:00")
    for act in ("challenge", "reply-to-challenge", "settle-challenge"):
        told = BY_CODE[act].reads_first(doing(safiya(), {}, at=at))
        assert "It climbed by itself to stage 2 on 9 February 2026." in told
        assert "It climbed by itself to stage 3 on 16 February 2026." in told
        assert told[-1] == CAFCASS


def test_a_challenge_is_settled_with_what_changed_for_the_child_and_a_stage_may_be_skipped() -> None:
    child = safiya(0)
    words = {
        "dispute": "WX-S14-1-dispute-1", "stage": "3", "text": "No", "wanted": "Yes", "to_child": "I asked again.",
    }  # fmt: skip
    at = parse_moment("2026-02-10T10:00")
    raised = after(child, "challenge", words, seat="reviewing-officer", at=at, key="k1")
    assert {one.stage for one in raised.of(Challenge)} == {0.0, 3.0}
    later = parse_moment("2026-03-03T10:00")
    settle = {"dispute": "WX-S14-1-dispute-1", "text": "She saw her brother", "to_child": "You were right."}
    found = after(raised, "settle-challenge", settle, seat="reviewing-officer", at=later, key="k2")
    assert not unanswered(found, "2026-03-03")
    told = {one.part: one.text for one in found.of(SignedText) if one.id and one.id.startswith("hf-k2")}
    assert told == {"what changed for the child": "She saw her brother", "told the child": "You were right."}
    assert set(amiss("reply-to-challenge", doing(found, {**REPLY}, at=later))) == {"dispute"}
