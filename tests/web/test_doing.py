"""Acts: each form opens for whom it may, saves once, loses no word, and a line leaves only with what changed."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs

import pytest

from holdfast.casework.acts.register import BY_CODE
from holdfast.store.entries import position
from tests.web.doing_forms import AMARA, CALLUM, CHALLENGED, MASON, WORDS, fields_of, opened, ready
from tests.web.pages import Ask, Page, words_of

MAY_NOT = {
    "visit-note": "reviewing-officer", "who-i-am": "reviewing-officer", "plan-action": "placement-officer",
    "supervision": "social-worker", "decision": "social-worker", "pause": "social-worker", "allocate": "social-worker",
    "hand-over-note": "personal-adviser", "take-back": "social-worker",
    "mid-point": "team-manager", "good-practice": "director", "challenge": "director",
    "reply-to-challenge": "reviewing-officer", "settle-challenge": "director", "correct": "personal-adviser",
}  # fmt: skip
"""A seat that may not do the act to the child of the example, or to no child at all."""


def saved(answer: Page) -> str:
    """The number of the entry; AssertionError where it was not saved."""
    assert answer.status == 302, answer.text[:400]
    where, mark = answer.location.split("#")
    assert mark == "done"
    return parse_qs(where.partition("?")[2])["done"][0]


def notes_of(page: Ask, act: str) -> str:
    """What the child's page shows as written and signed."""
    return words_of(page(f"/child/{WORDS[act][1]}", WORDS[act][0]).by_id("notes"))


def theirs(answer: Page) -> str:
    """What a conflict shows of the version that somebody else saved."""
    return words_of(answer.by_id("theirs"))


def test_there_is_an_example_of_every_act_and_of_whom_it_is_not_for() -> None:
    assert set(WORDS) == set(MAY_NOT) == set(BY_CODE)


@pytest.mark.parametrize("act", BY_CODE)
def test_the_form_opens_for_who_may_and_is_not_there_for_who_may_not(page: Ask, act: str) -> None:
    seat, child, _ = WORDS[act]
    path = f"/child/{child}/do/{act}"
    there = page(path, seat)
    assert there.status == 200
    assert BY_CODE[act].title in there.find("//h1")[0].text
    for other in (MAY_NOT[act], "looking-round", "portfolio-holder"):
        refused = page(path, other)
        assert refused.status == 404
        assert '<form id="form"' not in refused.html
        assert page(path, other, post={"key": "k" * 32, "base": "1"}).status == 404
    assert page(f"/child/nobody/do/{act}", seat).main.text_content() == page(path, MAY_NOT[act]).main.text_content()


@pytest.mark.parametrize("act", BY_CODE)
def test_what_is_written_is_on_the_childs_page_word_for_word(page: Ask, act: str) -> None:
    form, words = ready(act)
    entry = saved(form.send(words))
    after = page(f"/child/{WORDS[act][1]}?done={entry}", WORDS[act][0])
    assert f"It is on record, as entry {entry}." in words_of(after.by_id("done"))
    typed = [
        one.get("name")
        for one in form.page.find("//form[@id='form']//textarea | //form[@id='form']//input[@type='text']")
    ]
    written = [words[name] for name in typed if name in words]
    assert written
    assert [one for one in written if one not in after.text] == []


@pytest.mark.parametrize("act", BY_CODE)
def test_where_something_is_missing_every_other_word_is_still_there_and_a_link_leads_to_it(page: Ask, act: str) -> None:
    form, words = ready(act)
    missing = next(name for name in words if form.send({**words, name: ""}, key="probe" + name).status == 422)
    found = form.send({**words, missing: " "})
    assert found.status == 422
    kept = fields_of(found)
    assert {name: word for name, word in words.items() if name != missing and kept.get(name) != word} == {}
    assert kept["key"] == form.fields["key"]
    (first, *_) = found.find("//div[contains(@class, 'govuk-error-summary')]//a/@href")
    target = found.by_id(first.removeprefix("#"))
    assert target.tag in ("input", "textarea", "select")
    assert target.get("name") == missing
    assert found.find("//title")[0].text.startswith("Error: ")
    assert page(f"/child/{WORDS[act][1]}", WORDS[act][0]).find("//*[@id='done']") == []


@pytest.mark.parametrize("act", BY_CODE)
def test_the_same_form_sent_twice_is_saved_once_and_answered_alike(page: Ask, act: str) -> None:
    form, words = ready(act)
    first = form.send(words)
    saved(first)
    after, shown = position(), notes_of(page, act)
    second = form.send(words)
    assert (second.status, second.location) == (first.status, first.location)
    assert position() == after
    assert notes_of(page, act) == shown


def test_a_key_stands_for_one_thing_and_is_refused_for_any_other(page: Ask) -> None:
    form, words = ready("who-i-am")
    saved(form.send(words))
    after = position()
    other, note = ready("visit-note")
    refused = other.send(note, key=form.fields["key"])
    assert refused.status == 422
    assert "This form was used for something else" in refused.text
    assert note["saw"] in fields_of(refused)["saw"]
    somebody = opened(AMARA, "who-i-am", "team-manager").send(words, key=form.fields["key"])
    assert somebody.status == 422
    assert position() == after


def test_of_two_who_write_at_once_the_second_sees_both_and_may_save_as_the_newer(page: Ask) -> None:
    chloe, ade = opened(AMARA, "who-i-am", "social-worker"), opened(AMARA, "who-i-am", "team-manager")
    hers, his = "I am Amara, and I draw whales.", "Amara likes to be asked first."
    saved(chloe.send({"text": hers}))
    before = position()
    conflict = ade.send({"text": his})
    assert conflict.status == 409
    assert position() == before
    assert hers in theirs(conflict)
    assert "Chloe Garrow" in theirs(conflict)
    assert fields_of(conflict)["text"] == his
    assert conflict.find("//title")[0].text.startswith("Two versions: ")
    again = fields_of(conflict)
    saved(ade.send({"text": his}, key=again["key"], base=again["base"], revision=again["revision"]))
    notes = notes_of(page, "who-i-am")
    assert hers in notes
    assert his in notes
    assert fields_of(opened(AMARA, "who-i-am", "team-manager").page)["text"] == his


def test_a_later_form_that_was_opened_after_the_first_save_meets_no_conflict(page: Ask) -> None:
    saved(opened(AMARA, "who-i-am", "social-worker").send({"text": "First."}))
    saved(opened(AMARA, "who-i-am", "team-manager").send({"text": "Second."}))


def test_two_corrections_of_one_text_meet_and_both_stay(page: Ask) -> None:
    chloe, hers = ready("correct")
    ade = opened(AMARA, "correct", "team-manager")
    his = {**hers, "text": "I am Amara and I draw orcas.", "why": "Orcas are dolphins."}
    saved(chloe.send(hers))
    conflict = ade.send(his)
    assert conflict.status == 409
    assert hers["text"] in theirs(conflict)
    again = fields_of(conflict)
    assert {name: again.get(name) for name in his} == his
    saved(ade.send(again))
    notes = notes_of(page, "correct")
    for text in (WORDS["who-i-am"][2]["text"], hers["text"], his["text"], hers["why"], his["why"]):
        assert text in notes or text == hers["why"]


@pytest.mark.parametrize("act", ["plan-action", "settle-challenge", "allocate", "reply-to-challenge"])
def test_what_somebody_else_finished_meanwhile_is_shown_before_anything_is_asked(page: Ask, act: str) -> None:
    form, words = ready(act)
    if act == "plan-action":
        saved(form.send(words))
        form, words = ready(act)
        (one, *_) = [value for value in form.page.find("//input[@name='action']/@value") if value != "new"][::-1]
        words = {"action": one, "done_on": "2026-05-29"}
    other = opened(WORDS[act][1], act, WORDS[act][0])
    saved(form.send(words))
    conflict = other.send(words)
    assert conflict.status == 409
    assert theirs(conflict)


def test_words_of_a_session_that_ended_come_back_to_whoever_wrote_them(page: Ask) -> None:
    form, words = ready("visit-note")
    before = position()
    ended = form.send(words, seat="looking-round")
    assert ended.status == 403
    assert words["saw"] not in ended.html
    assert position() == before
    (onward,) = ended.find("//main//input[@name='next']/@value")
    assert page(onward, "looking-round").status == 404
    back = page(onward, "social-worker")
    kept = fields_of(back)
    assert {name: kept.get(name) for name in words} == words
    assert kept["key"] == form.fields["key"]
    saved(page(form.path, "social-worker", post=kept))
    assert words["saw"] in notes_of(page, "visit-note")
    assert words["saw"] not in page(onward, "social-worker").html


def test_without_script_words_are_kept_for_later_and_only_for_their_writer(page: Ask) -> None:
    form, words = ready("visit-note")
    before = position()
    kept = form.send({**words, "next": ""}, keep="1")
    assert kept.status == 302
    assert kept.location == f"{form.path}?draft={form.fields['key']}"
    assert position() == before
    back = fields_of(page(kept.location, "social-worker"))
    assert {name: back.get(name) for name in words} == {**words, "next": ""}
    assert words["saw"] not in page(kept.location, "team-manager").html
    assert "What you began at" in page(form.path, "social-worker").text
    assert "What you began at" not in page(form.path, "team-manager").text
    assert words["saw"] not in notes_of(page, "visit-note")


def _draft(page: Ask, fields: Mapping[str, str], seat: str, revision: str = "1") -> tuple[int, bool]:
    answer = page("/draft", seat, post={**fields, "act": "visit-note", "child": AMARA, "revision": revision})
    return answer.status, json.loads(answer.html)["kept"]


def test_a_draft_that_arrives_late_does_not_undo_a_newer_one(page: Ask) -> None:
    form, words = ready("visit-note")
    long, short = {**form.fields, **words}, {**form.fields, **words, "saw": "She op"}
    assert _draft(page, long, "social-worker", "3") == (200, True)
    assert _draft(page, short, "social-worker", "2") == (200, False)
    assert fields_of(page(f"{form.path}?draft={form.fields['key']}", "social-worker"))["saw"] == words["saw"]
    saved(form.send(words))
    assert _draft(page, long, "social-worker", "9") == (200, False)


def test_other_words_under_a_key_that_is_on_record_are_kept_told_of_and_saved_under_a_new_one(page: Ask) -> None:
    form, words = ready("visit-note")
    saved(form.send(words))
    after, later = position(), {**words, "saw": "Written while the first Save was on its way."}
    told = form.send(later)
    assert (told.status, position()) == (422, after)
    assert "This form is on record already" in told.text
    fields = fields_of(told)
    assert fields["saw"] == later["saw"]
    assert fields["key"] != form.fields["key"]
    assert fields_of(page(f"{form.path}?draft={fields['key']}", "social-worker"))["saw"] == later["saw"]
    saved(form.send(fields))
    assert position() > after
    assert later["saw"] in notes_of(page, "visit-note")


def test_a_form_without_a_key_is_not_taken_for_another_and_nothing_of_it_is_lost(page: Ask) -> None:
    form, words = ready("visit-note")
    before = position()
    told = form.send(words, key="")
    assert (told.status, position()) == (422, before)
    assert fields_of(told)["saw"] == words["saw"]
    saved(form.send(fields_of(told)))


def test_what_is_written_while_a_save_is_on_its_way_stays_as_a_draft(page: Ask) -> None:
    form, words = ready("visit-note")
    newer = {**form.fields, **words, "saw": "And then she laughed."}
    assert _draft(page, newer, "social-worker", "5") == (200, True)
    saved(form.send(words, revision="4"))
    (link,) = [one for one in page(form.path, "social-worker").find("//main//a/@href") if "-since" in one]
    assert fields_of(page(link, "social-worker"))["saw"] == newer["saw"]


def test_what_was_kept_before_a_save_is_gone_after_it(page: Ask) -> None:
    form, words = ready("visit-note")
    assert _draft(page, {**form.fields, **words, "saw": "She op"}, "social-worker", "3") == (200, True)
    saved(form.send(words, revision="4"))
    assert [one for one in page(form.path, "social-worker").find("//main//a/@href") if "draft=" in one] == []


def test_words_that_come_after_the_form_is_on_record_are_kept_beside_it(page: Ask) -> None:
    form, words = ready("visit-note")
    saved(form.send(words))
    newer = {**form.fields, **words, "saw": "She laughed."}
    assert _draft(page, newer, "social-worker", "9") == (200, True)
    (link,) = [one for one in page(form.path, "social-worker").find("//main//a/@href") if "-since" in one]
    assert fields_of(page(link, "social-worker"))["saw"] == "She laughed."


def test_what_is_written_after_a_seat_ended_is_kept_for_whoever_opened_the_form_and_shown_to_nobody_else(
    page: Ask,
) -> None:
    form, words = ready("visit-note")
    later = {**form.fields, **words, "saw": "Written after the seat had ended."}
    assert _draft(page, later, "team-manager", "4") == (200, True)
    back = f"{form.path}?draft={form.fields['key']}"
    assert fields_of(page(back, "social-worker"))["saw"] == later["saw"]
    assert later["saw"] not in page(back, "team-manager").html
    assert _draft(page, {**later, "holder": "social-worker"}, "social-worker", "5") == (409, False)


def test_to_ask_for_a_form_writes_nothing_but_that_somebody_looked(page: Ask) -> None:
    before = position()
    form, words = ready("visit-note")
    query = "&".join(f"{name}={word}" for name, word in {**form.fields, **words}.items())
    assert page(f"{form.path}?{query}", "social-worker").status == 200
    assert position() == before


def _lines(page: Ask, child: str, seat: str = "director", query: str = "") -> list[str]:
    """What puts the child on the Monday list, as the child's page says it."""
    found = page(f"/child/{child}{query}", seat)
    return [str(one) for one in found.find("//*[@id='monday']//a/@href")]


def test_a_visit_takes_the_late_visit_off_the_monday_list_and_nothing_less_does(page: Ask) -> None:
    child, line = "WX-400004", "#clock-cin-visit"
    assert [one for one in _lines(page, child) if one.startswith(line)]
    assert f"/child/{child}" in page("/monday", "team-manager").html
    decided = WORDS["decision"][2]
    saved(opened(child, "decision", "team-manager").send(decided))
    saved(opened(child, "plan-action", "team-manager").send(WORDS["plan-action"][2]))
    assert [one for one in _lines(page, child) if one.startswith(line)]
    saved(opened(child, "visit-note", "team-manager").send(WORDS["visit-note"][2]))
    assert _lines(page, child) == []
    monday = page("/monday", "team-manager")
    assert f"/child/{child}" not in monday.html.partition('id="promised"')[0]
    assert "Billy Drayshaw" in words_of(monday.by_id("off").getparent())


def test_a_visit_under_a_protection_plan_needs_the_child_seen(page: Ask) -> None:
    child = "WX-400012"
    words = dict(WORDS["visit-note"][2])
    unseen = {name: word for name, word in words.items() if name not in ("seen", "alone")}
    assert [one for one in _lines(page, child) if "cp-visit" in one]
    saved(opened(child, "visit-note", "team-manager").send(unseen))
    still = [one for one in _lines(page, child) if "cp-visit" in one]
    saved(opened(child, "visit-note", "team-manager").send(words))
    assert still
    assert [one for one in _lines(page, child) if "cp-visit" in one] == []


def test_a_pause_rests_one_question_about_drift_and_never_what_the_law_asks(page: Ask) -> None:
    before = _lines(page, CALLUM)
    assert "#clock-ms-rhi-72h" in before
    assert "#worry-repeat-missing" in before
    saved(opened(CALLUM, "pause", "director").send(WORDS["pause"][2]))
    assert _lines(page, CALLUM) == [one for one in before if one != "#worry-repeat-missing"]
    assert "#worry-repeat-missing" in _lines(page, CALLUM, query="?as-at=2026-07-01")


def test_a_reply_takes_the_unanswered_challenge_off_the_list(page: Ask) -> None:
    line = "#worry-unanswered-escalation"
    assert line in _lines(page, CHALLENGED)
    form, words = ready("reply-to-challenge")
    assert "climbed by itself" in form.page.text
    saved(form.send(words))
    assert line not in _lines(page, CHALLENGED)


def test_a_challenge_climbs_by_itself_where_nobody_replies(page: Ask) -> None:
    line = "#worry-unanswered-escalation"
    form, words = ready("challenge")
    assert "You may go to Cafcass at any stage" in form.page.text
    saved(form.send(words))
    assert line not in _lines(page, MASON, query="?as-at=2026-06-08")
    assert line in _lines(page, MASON, query="?as-at=2026-06-09")


def test_what_was_put_on_record_last_is_what_the_next_form_opens_with_though_the_clock_stands_still(
    page: Ask,
) -> None:
    for number in range(6):
        text = f"Version {number}"
        saved(opened(AMARA, "who-i-am", "social-worker").send({"text": text}))
        assert fields_of(opened(AMARA, "who-i-am", "social-worker").page)["text"] == text
    form, words = ready("plan-action")
    saved(form.send(words))
    for day in ("2026-06-19", "2026-06-15", "2026-06-26"):
        form = opened(AMARA, "plan-action", "social-worker")
        (action,) = [
            one.get("value")
            for one in form.page.find("//input[@name='action']")
            if "art club" in words_of(one.getparent())
        ]
        saved(form.send({"action": action, "for_day": day, "why": "The club is full."}))
    assert "26 June 2026. Its day has moved 3 times." in opened(AMARA, "plan-action", "social-worker").page.text


def test_the_parts_of_a_note_stand_in_the_order_of_its_form(page: Ask) -> None:
    form, words = ready("visit-note")
    saved(form.send(words))
    notes = notes_of(page, "visit-note")
    places = [notes.index(words[name]) for name in ("purpose", "saw", "their_words", "means", "next")]
    assert places == sorted(places)


def test_a_child_of_a_team_without_a_manager_here_is_talked_through_by_whoever_leads_the_service(page: Ask) -> None:
    tamsin = "WX-400035"
    assert page(f"/child/{tamsin}/do/supervision", "team-manager").status == 404
    assert "#clock-wf-case-supervision" in "".join(_lines(page, tamsin))
    form = opened(tamsin, "supervision", "director")
    words = {"on": "2026-06-01", "changed": "Nothing.", "reflection": "We do not know her days.", "owner": "Nia"}
    saved(form.send({**words, "next": "See her alone", "by": "2026-06-12"}))
    assert "#clock-wf-case-supervision" not in "".join(_lines(page, tamsin))


def test_supervision_opens_with_the_action_whose_day_has_moved_and_says_how_often(page: Ask) -> None:
    first = words_of(opened("WX-400038", "supervision", "director").page.main)
    assert "Open then: Speech and language appointment, nobody named yet" in first
    assert "Its day has moved 3 times." in first
