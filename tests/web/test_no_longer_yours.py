"""Whose tie to a child ended while they wrote loses no word: what they sent comes back, and is kept for them alone."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from django.core import signing

from holdfast.casework import looking
from holdfast.store.entries import position
from holdfast.store.models import Draft
from holdfast.web.doing import leaving
from tests.web.doing_forms import AMARA, MASON, WORDS, fields_of, opened, ready
from tests.web.pages import Ask, Page, words_of

SEAT, _, NOTE = WORDS["visit-note"]
TITLE = "The child is no longer with you; your words are below"
LEAVE, WORD = "/worker/WX-W-chloe/leave", "/visits/after/visit-5/conferences-too-late"


def handed_over() -> None:
    """Amara goes from Chloe to Gwen."""
    form, words = ready("allocate")
    assert form.send(words).status == 302


def missing_of(answer: Page, words: Mapping[str, str]) -> list[str]:
    """The words that the page does not give back as they were sent."""
    back = fields_of(answer)
    return [name for name, word in words.items() if word and back.get(name) != word]


@pytest.mark.parametrize("button", [{}, {"keep": "1"}], ids=["Save", "Keep for later"])
def test_whoever_wrote_while_the_child_was_handed_over_gets_every_word_back(
    page: Ask, button: Mapping[str, str]
) -> None:
    form, words = ready("visit-note")
    handed_over()
    before = position()
    answer = form.send(words, **button)
    assert (answer.status, position()) == (404, before)
    assert TITLE in answer.text
    assert missing_of(answer, words) == []
    assert "Amara" not in answer.text, "it holds what the browser sent, and nothing of the record"
    kept = page("/words", SEAT)
    assert NOTE["saw"] in kept.text
    assert [link for link in kept.links() if AMARA in link] == []
    assert page(f"{form.path}?draft={form.fields['key']}", SEAT).location == "/words"
    for other in ("team-manager", "director", "looking-round"):
        assert NOTE["saw"] not in page("/words", other).html


def test_words_come_back_only_to_the_seat_that_opened_that_very_form(page: Ask) -> None:
    form, words = ready("visit-note")
    handed_over()
    another = opened(AMARA, "visit-note", "team-manager").fields["holder"]
    for said in (
        "",
        "x",
        signing.dumps(SEAT, salt="holder"),
        signing.dumps([SEAT, "visit-note", MASON], salt="holder"),
    ):
        plain = form.send(words, holder=said)
        assert (said, plain.status, NOTE["saw"] in plain.html) == (said, 404, False)
    elsewhere = form.send(words, holder=another)
    assert (elsewhere.status, NOTE["saw"] in elsewhere.html) == (403, False)
    never = page("/child/nobody/do/visit-note", SEAT, post={**form.fields, **words})
    assert (never.status, NOTE["saw"] in never.html) == (404, False)


def kept_quietly(
    page: Ask, seat: str, fields: Mapping[str, str], act: str, about: str
) -> tuple[int, dict[str, object]]:
    """What the quiet keeping answers."""
    answer = page("/draft", seat, post={**fields, "act": act, "child": about})
    return answer.status, json.loads(answer.html) if answer.status == 200 else {}


def test_what_is_written_after_the_hand_over_is_kept_quietly_and_says_so(page: Ask) -> None:
    form, words = ready("visit-note")
    sent = {**form.fields, **words}
    status, told = kept_quietly(page, SEAT, {**sent, "revision": "1"}, "visit-note", AMARA)
    assert (status, told["kept"], told["parted"]) == (200, True, False)
    handed_over()
    status, told = kept_quietly(page, SEAT, {**sent, "saw": "Written after.", "revision": "2"}, "visit-note", AMARA)
    assert (status, told["kept"], told["parted"]) == (200, True, True)
    assert "Written after." in page("/words", SEAT).text
    for act, about in (("visit-note", MASON), ("plan-action", AMARA)):
        assert kept_quietly(page, SEAT, {**sent, "key": "k" * 32}, act, about)[0] == 404


def test_what_can_still_be_saved_is_listed_with_a_link_to_its_form_and_how_it_begins(page: Ask) -> None:
    form, words = ready("visit-note")
    assert form.send(words, keep="1").status == 302
    listed = page("/words", SEAT)
    back = f"{form.path}?draft={form.fields['key']}"
    assert back in list(listed.links())
    assert "Write a visit note: Amara" in listed.text
    assert f"“{words['purpose']}”" in listed.text
    other = opened(AMARA, "visit-note", SEAT)
    assert other.send({**words, "purpose": "To see the cat."}, keep="1").status == 302
    links = [
        words_of(one) for one in opened(AMARA, "visit-note", SEAT).page.find("//main//a[contains(@href, 'draft=')]")
    ]
    assert len(links) == len(set(links)) == 2, "two drafts can be told apart"


def test_a_worker_who_leaves_is_no_longer_the_managers_to_hand_over_and_the_choices_come_back(
    page: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = fields_of(page(LEAVE, "team-manager"))
    sent = {**fields, "last_on": "2026-06-30", "why": "A new post elsewhere"}
    with monkeypatch.context() as ended:
        ended.setattr(leaving, "LEAVE", replace(leaving.LEAVE, basis=lambda *_: None))
        answer = page(LEAVE, "team-manager", post=sent)
        plain = page(LEAVE, "team-manager", post={**sent, "holder": ""})
    assert (answer.status, missing_of(answer, {"why": sent["why"], "last_on": sent["last_on"]})) == (404, [])
    assert (plain.status, "A new post" in plain.html) == (404, False)


FORMS = {
    "act": (f"/child/{AMARA}/do/visit-note", "social-worker", {"saw": "She laughed."}),
    "leave": (LEAVE, "director", {"why": "She laughed."}),
    "visit-word": (WORD, "director", {"words": "She laughed."}),
    "draft": ("/draft", "social-worker", {"saw": "She laughed.", "act": "visit-note", "child": AMARA}),
}
"""A form of each route that holds words and is for seats with names: where, opened by whom, and what was written."""


@pytest.mark.parametrize("route", FORMS)
def test_a_seat_without_names_keeps_the_words_of_a_form_that_another_seat_opened_and_is_shown_none(
    page: Ask, route: str
) -> None:
    path, seat, words = FORMS[route]
    fields = fields_of(page(f"/child/{AMARA}/do/visit-note" if route == "draft" else path, seat))
    answer = page(path, "portfolio-holder", post={**fields, **words})
    assert answer.status == (200 if route == "draft" else 403)
    assert "She laughed." not in answer.html
    assert "Amara" not in answer.html
    assert Draft.objects.get(key=fields["key"]).who == {"director": "director"}.get(seat, "WX-W-chloe")
    assert "She laughed." in page("/words", seat).text
    own = signing.dumps("portfolio-holder", salt="holder")
    for holder in ("", "x", own, signing.dumps("looking-round", salt="holder")):
        refused = page(path, "portfolio-holder", post={**fields, **words, "key": "k" * 32, "holder": holder})
        assert (holder, refused.status in (404, 409)) == (holder, True)
    assert Draft.objects.filter(key="k" * 32).count() == 0


@pytest.mark.parametrize("route", ["act", "leave", "visit-word"])
def test_a_base_that_lies_ahead_of_the_record_is_refused_and_no_word_is_lost(page: Ask, route: str) -> None:
    path, seat, words = FORMS[route]
    if route == "act":
        words = NOTE
    if route == "visit-word":
        words = {"says": "agreed", "words": "She laughed."}
    fields = {**fields_of(page(path, seat)), **words}
    if route == "leave":
        fields |= {"last_on": "2026-06-30", **{one: "WX-W-gwen" for one in fields if one.startswith("next-")}}
        fields = fields_of(page(path, seat, post=fields))
    before = position()
    told = page(path, seat, post={**fields, "base": str(before + 1)})
    assert (told.status, position()) == (422, before)
    assert "opened later than anything on record" in told.text
    again = fields_of(told)
    assert [name for name, word in words.items() if again.get(name) != word] == []
    assert (int(again["base"]), again["key"] == fields["key"]) == (before, False)
    if route == "leave":
        again = fields_of(page(path, seat, post={**again, "previewed": ""}))
    assert page(path, seat, post=again).status == 302
    assert position() == before + 1


def test_a_refused_look_has_no_basis_and_an_act_and_a_director_are_named(page: Ask) -> None:
    assert page(f"/child/{MASON}", "reviewing-officer").status == 200
    assert looking.looks_at(MASON)[0].basis == "chairs the child's reviews"
    assert page(f"/child/{MASON}/do/visit-note", "reviewing-officer").status == 404
    refused = looking.looks_at(MASON)[0]
    assert (refused.what, refused.basis) == ("refused visit-note", "refused: none")
    for path in (f"/child/{MASON}/do/gossip", f"/child/{MASON}/why/gossip"):
        assert page(path, "reviewing-officer").status == 404
        assert (looking.looks_at(MASON)[0].what, looking.looks_at(MASON)[0].basis) == ("refused", "refused: none")
    assert "Refused: write a visit note" in page(f"/child/{MASON}/looked", "director").text
    form = opened(AMARA, "decision", "director")
    words = WORDS["decision"][2]
    assert form.send({**words, "why": ""}).status == 422
    assert form.send(words).status == 302
    said = [words_of(one) for one in page(f"/child/{AMARA}/looked", "director").find("//main//tbody/tr")][:3]
    for line, how in zip(said, ("Put on record", "Sent a form, which was not saved", "Opened a form"), strict=True):
        assert how in line
        assert "record a decision" in line
        assert "Director Director" in line
