"""Where a form says that it was opened is not signed; whatever it says, nothing that is on record is overwritten."""

import json

import pytest

from holdfast.casework.importing import verify
from holdfast.casework.the_council import the_council
from holdfast.store.entries import position
from holdfast.store.models import Act, SignedText
from tests.web.doing_forms import AMARA, Form, opened, ready
from tests.web.pages import Ask

MINE, THEIRS = "I am Amara and I draw whales.", "I am Amara and I draw dolphins."


def overtaken() -> Form:
    """An open form, after whose opening somebody else put the same thing on record."""
    form = opened(AMARA, "who-i-am", "social-worker")
    assert opened(AMARA, "who-i-am", "team-manager").send({"text": THEIRS}).status == 302
    return form


def texts() -> list[tuple[int, str | None]]:
    """Every version of what is written about who the child is, by the row it stands in."""
    some = SignedText.objects.filter(child=AMARA, part="who I am").order_by("row")
    return [(one.row, one.text) for one in some]


@pytest.mark.parametrize("lie", ["", "0", "1", "-1", "nobody", "1.5", "0x7", "9" * 30])
def test_a_form_that_says_it_was_opened_earlier_or_nowhere_is_shown_both_texts_and_saves_nothing(
    page: Ask, lie: str
) -> None:
    form = overtaken()
    before, at = texts(), position()
    answer = form.send({"text": MINE}, base=lie)
    assert (answer.status, position(), texts()) == (409, at, before)
    assert THEIRS in answer.text
    assert MINE in answer.html


def test_a_form_that_says_it_was_opened_later_than_anything_on_record_saves_nothing(page: Ask) -> None:
    form = overtaken()
    at = position()
    answer = form.send({"text": MINE}, base=str(at + 1))
    assert (answer.status, position()) == (422, at)
    assert MINE in answer.html


def test_who_claims_to_have_read_what_was_saved_meanwhile_adds_a_version_under_the_own_name_and_alters_none(
    page: Ask,
) -> None:
    form = overtaken()
    before, at = texts(), position()
    assert form.send({"text": MINE}, base=str(at)).status == 302
    assert texts()[:-1] == before, "every version before it stands as it stood"
    assert texts()[-1][1] == MINE
    line = Act.objects.get(entry=position())
    assert (line.who, line.base) == ("WX-W-chloe", at), "what the form claimed is on record beside who claimed it"
    assert THEIRS in page(f"/child/{AMARA}", "team-manager").text, "and both are read on the child's page"
    assert verify() == []


def test_the_refusal_is_the_check_of_versions_and_without_it_this_would_be_seen(
    page: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = overtaken()
    monkeypatch.setattr("holdfast.casework.saving.versions_since", lambda *told: [])
    assert form.send({"text": MINE}, base="0").status == 302


def test_an_action_that_was_moved_meanwhile_is_not_moved_past_it_by_a_form_that_lies(page: Ask) -> None:
    new, words = ready("plan-action")
    assert new.send(words).status == 302
    form = opened(AMARA, "plan-action", "social-worker")
    (action,) = [one for one in form.page.find("//input[@name='action']/@value") if one != "new"]
    moved = {"action": str(action), "owner": "Chloe with the school", "why": "The club is full."}
    theirs = opened(AMARA, "plan-action", "team-manager").send({**moved, "for_day": "2026-07-01"})
    assert theirs.status == 302
    at = position()
    for lie in ("", "0", str(at + 5)):
        assert form.send({**moved, "for_day": "2026-08-01"}, base=lie).status in (409, 422)
    assert position() == at


@pytest.mark.parametrize("held", [False, True])
def test_words_are_kept_without_the_record_while_it_is_read_in_and_with_it_afterwards(
    page: Ask, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    form, words = ready("visit-note")
    asked: list[bool] = []
    monkeypatch.setattr("holdfast.web.asking.the_council", lambda: asked.append(True) or the_council())
    monkeypatch.setattr("holdfast.web.doing.screens.is_held", lambda: held)
    sent = {**form.fields, **words, "act": "visit-note", "child": AMARA}
    answer = page("/draft", "social-worker", post=sent)
    assert (answer.status, json.loads(answer.html)["kept"]) == (200, True)
    assert bool(asked) is held
