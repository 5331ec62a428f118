"""Words that nobody put on record can be thrown away: by their writer alone, once more asked, and never by accident."""

import pytest

from holdfast.store.entries import position
from holdfast.store.models import Draft, Look
from tests.web.doing_forms import AMARA, Form, fields_of, ready
from tests.web.pages import Ask, Page, ask, words_of

SEAT, THROW = "social-worker", "/words/throw-away"


def kept() -> Form:
    """A visit note that was kept for later."""
    form, words = ready("visit-note")
    assert form.send(words, keep="1").status == 302
    return form


def asked_again(page: Ask, form: Form, seat: str = SEAT) -> Page:
    """The page that asks once more."""
    return page(f"{THROW}?draft={form.fields['key']}", seat)


def there(form: Form) -> bool:
    return Draft.objects.filter(key=form.fields["key"]).exists()


def test_a_draft_is_thrown_away_after_one_more_question_and_the_same_form_again_changes_nothing(page: Ask) -> None:
    form, before = kept(), position()
    listed = page("/words", SEAT)
    links = [one for one in listed.links() if one.startswith(THROW)]
    assert links == [f"{THROW}?draft={form.fields['key']}"]
    question = page(links[0], SEAT)
    assert question.status == 200
    assert "Amara" in words_of(question.main)
    assert there(form), "to be asked throws nothing away"
    for _ in range(2):
        gone = page(THROW, SEAT, post=fields_of(question))
        assert (gone.status, gone.location) == (302, "/words?thrown=1")
        assert not there(form)
    assert "The words were thrown away." in page("/words?thrown=1", SEAT).text
    assert position() == before, "nothing on record has changed"
    assert page(f"{form.path}?draft={form.fields['key']}", SEAT).status == 200


def test_the_form_of_words_that_were_kept_leads_there_and_a_new_form_does_not(page: Ask) -> None:
    form = kept()
    again = page(f"{form.path}?draft={form.fields['key']}", SEAT)
    assert f"{THROW}?draft={form.fields['key']}" in list(again.links())
    assert not [one for one in page(form.path, SEAT).links() if one.startswith(THROW)]


@pytest.mark.parametrize("other", ["team-manager", "director", "reviewing-officer", "looking-round"])
def test_nobody_else_throws_it_away_or_learns_of_it(page: Ask, other: str) -> None:
    form = kept()
    mine = fields_of(asked_again(page, form))
    theirs = asked_again(page, form, other)
    assert "There is nothing to throw away" in theirs.text
    assert theirs.text == page(f"{THROW}?draft=nobody", other).text
    answer = page(THROW, other, post=mine)
    assert (answer.status, answer.location) == (302, "/words?thrown=1"), "as where there is none"
    assert there(form)


def test_a_seat_without_names_is_not_let_in(page: Ask) -> None:
    form = kept()
    mine = fields_of(asked_again(page, form))
    assert page(THROW, "portfolio-holder", post=mine).status == 404
    assert there(form)


def test_what_was_written_since_the_question_stays(page: Ask) -> None:
    form = kept()
    question = fields_of(asked_again(page, form))
    later = {**form.fields, "saw": "And then she laughed.", "revision": "9", "act": "visit-note", "child": AMARA}
    assert ask("/draft", SEAT, later).status == 200
    answer = page(THROW, SEAT, post=question)
    assert answer.status == 409
    assert "More was written since you were asked" in answer.text
    assert Draft.objects.get(key=form.fields["key"]).revision == 9
    assert page(THROW, SEAT, post=fields_of(answer)).status == 302, "asked anew, it can be thrown away"
    assert not there(form)


def test_a_get_throws_nothing_away_and_both_leave_their_line(page: Ask) -> None:
    form = kept()
    fields = fields_of(asked_again(page, form))
    line = Look.objects.order_by("position").last()
    assert (line.route, line.what, line.shown) == ("throw-away", "GET", 1)
    assert page(f"{THROW}?draft={form.fields['key']}&revision=9", SEAT).status == 200
    assert there(form)
    page(THROW, SEAT, post=fields)
    line = Look.objects.order_by("position").last()
    assert (line.route, line.what, line.seat) == ("throw-away", "POST", SEAT)
