"""What was sent and could not be saved comes back with every word of it, and can be sent again from where it stands."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace

import pytest
from django.core.signing import get_cookie_signer
from django.db import OperationalError, connection
from django.test import Client

from holdfast.casework import looking
from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.register import BY_CODE
from holdfast.store.entries import position
from holdfast.web import looked, words_held
from holdfast.web.doing import screens
from holdfast.web.seats import COOKIE
from tests.web.doing_forms import AMARA, WORDS, fields_of, opened
from tests.web.pages import Ask, Page, ask

SEAT, _, NOTE = WORDS["visit-note"]
PATH = f"/child/{AMARA}/do/visit-note"
CHAINED = {"their_words": 'Two lines:\n<b>and "marks"</b> & a sign.'}
"""Words that a page has to write with care."""


def broken(*_: object, **__: object) -> int:
    raise OperationalError("the disk is full")


def link_gone(*_: object, **__: object) -> int:
    """The driver says it itself: Django tidies up after what failed, and then nothing puts it into Django's words."""
    raise connection.Database.OperationalError("the link is closed")


def asked_by(seat: str) -> Client:
    """A browser whose forms have to carry their token."""
    client = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies[COOKIE] = get_cookie_signer(salt=COOKIE).sign(seat)
    return client


def sent() -> dict[str, str]:
    """A whole visit note as the browser sends it."""
    return {**opened(AMARA, "visit-note", SEAT).fields, **NOTE, **CHAINED}


def given_back(answer: Page, words: Mapping[str, str]) -> dict[str, str]:
    """The words that the page does not hold as they were sent."""
    back = fields_of(answer)
    return {name: word for name, word in words.items() if word and back.get(name, "").replace("\r\n", "\n") != word}


@pytest.mark.parametrize(
    ("fails", "status"),
    [
        (lambda monkeypatch: monkeypatch.setattr(looking, "write_look", broken), 503),
        (lambda monkeypatch: monkeypatch.setattr(looking, "write_look", link_gone), 503),
        (lambda monkeypatch: monkeypatch.setattr(screens, "save", broken), 500),
    ],
    ids=["the line cannot be written", "the link is gone", "the save breaks"],
)
def test_a_save_that_fails_says_that_nothing_was_changed_and_gives_every_word_back(
    page: Ask, fails: Callable[[pytest.MonkeyPatch], None], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = sent()
    before = position()
    with monkeypatch.context() as at_fault:
        fails(at_fault)
        answer = ask(PATH, SEAT, words)
    assert (answer.status, position()) == (status, before)
    assert "Nothing was changed. Your words are still here." in answer.text
    assert given_back(answer, words) == {}
    assert "What you saw and heard" in answer.text
    again = ask(PATH, SEAT, fields_of(answer))
    assert (again.status, position()) == (302, before + 1), "it is saved from where it stands"


def test_a_form_without_its_token_comes_back_with_its_words_and_a_fresh_token(page: Ask) -> None:
    words = sent()
    client = asked_by(SEAT)
    before = position()
    answer = ask(PATH, SEAT, words, client=client)
    assert (answer.status, position()) == (403, before)
    assert given_back(answer, words) == {}
    (token,) = answer.find("//form[@id='form']/input[@name='csrfmiddlewaretoken']/@value")
    again = ask(PATH, SEAT, {**fields_of(answer), "csrfmiddlewaretoken": token}, client=client)
    assert (again.status, position()) == (302, before + 1)


def test_a_form_that_met_a_locked_record_can_be_sent_again_with_the_token_of_its_own_browser(
    page: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, client = sent(), asked_by(SEAT)
    (token,) = ask(PATH, SEAT, client=client).find("//form[@id='form']/input[@name='csrfmiddlewaretoken']/@value")
    with monkeypatch.context() as at_fault:
        at_fault.setattr(looked, "transaction", SimpleNamespace(atomic=broken))
        answer = ask(PATH, SEAT, {**words, "csrfmiddlewaretoken": token}, client=client)
    assert (answer.status, given_back(answer, words)) == (503, {})
    (token,) = answer.find("//form[@id='form']/input[@name='csrfmiddlewaretoken']/@value")
    assert ask(PATH, SEAT, {**fields_of(answer), "csrfmiddlewaretoken": token}, client=client).status == 302


def test_words_of_a_seat_that_ended_are_given_back_to_nobody_but_whoever_sent_them(page: Ask) -> None:
    words = sent()
    answer = ask(PATH, "looking-round", words, client=asked_by("looking-round"))
    assert given_back(answer, words) == {}
    assert "Amara" not in answer.text, "the page holds what was sent, and nothing of the record"


@pytest.mark.parametrize("head", [{"HTTP_ORIGIN": "http://elsewhere"}, {"HTTP_SEC_FETCH_SITE": "cross-site"}])
def test_a_form_that_another_site_sent_is_not_offered_to_be_sent(page: Ask, head: Mapping[str, str]) -> None:
    words = sent()
    client = asked_by(SEAT)
    client.defaults.update(head)
    answer = ask(PATH, SEAT, words, client=client)
    assert answer.status == 403
    assert NOTE["saw"] not in answer.html
    assert answer.find("//form[@id='form']") == []


def test_a_worker_who_leaves_and_a_claim_about_the_plan_come_back_too(page: Ask) -> None:
    for path, words in (
        ("/worker/WX-W-chloe/leave", {"last_on": "2026-06-30", "why": "A new town", f"next-{AMARA}": "WX-W-gwen"}),
        ("/plan/asked-about/do/decision", {"text": "We go on. " * 20}),
    ):
        answer = ask(path, "director", words, client=asked_by("director"))
        assert (path, answer.status, given_back(answer, words)) == (path, 403, {})


def test_every_act_can_say_what_its_parts_are_called_without_the_record(rf) -> None:
    for code in (*BY_CODE, *IN_THE_PLAN_BY_CODE):
        request = rf.post("/", {})
        request.resolver_match = SimpleNamespace(kwargs={"code": code}, view_name="act")
        assert words_held._parts(request), code


def test_a_form_in_which_nothing_was_written_needs_no_page_of_its_own(page: Ask) -> None:
    answer = ask(PATH, SEAT, {"key": "k" * 32, "base": "1"}, client=asked_by(SEAT))
    assert (answer.status, answer.find("//form[@id='form']")) == (403, [])
