"""One writer on two devices, or a form that lost its number: nobody is passed over, and no draft outlives a save."""

import pytest

from holdfast.store.entries import position
from tests.web.doing_forms import AMARA, fields_of, opened, ready
from tests.web.pages import Ask, Page, words_of
from tests.web.test_doing import saved

HERS, HIS, LATER = "I am Amara, and I draw whales.", "Amara likes to be asked first.", "And I like to be asked twice."
FORM = f"/child/{AMARA}/do/who-i-am"


def drafts_listed(page: Ask, seat: str) -> list[str]:
    """Where the drafts lead to that somebody is told of."""
    return [one for one in page("/words", seat).links() if "draft=" in one and "throw-away" not in one]


def written_on(told: Page) -> dict[str, str]:
    """The form that came back, to be sent as it stands."""
    assert told.status in (409, 422), told.status
    return {name: value for name, value in fields_of(told).items() if name != "keep"}


def test_a_colleague_between_two_devices_of_one_writer_is_read_before_the_second_may_be_saved(page: Ask) -> None:
    """The telephone saves what both had open; a manager saves a newer text; the desk, which knew neither, writes on."""
    phone = opened(AMARA, "who-i-am", "social-worker")
    desk = phone
    saved(phone.send({"text": HERS}))
    saved(opened(AMARA, "who-i-am", "team-manager").send({"text": HIS}))
    after = position()
    first = desk.send({"text": LATER})
    assert (first.status, "This form is on record already" in first.text) == (422, True)
    second = desk.send(written_on(first))
    assert (second.status, position()) == (409, after)
    assert HIS in words_of(second.by_id("theirs"))
    assert HERS not in words_of(second.by_id("theirs")), "the writer's own save is no other version"
    saved(desk.send(written_on(second)))
    assert drafts_listed(page, "social-worker") == [], "all of it is on record"


def test_without_a_colleague_between_the_second_device_saves_at_once(page: Ask) -> None:
    form = opened(AMARA, "who-i-am", "social-worker")
    saved(form.send({"text": HERS}))
    saved(form.send(written_on(form.send({"text": LATER}))))
    assert drafts_listed(page, "social-worker") == []


@pytest.mark.parametrize("amiss", ["no number", "another's number"])
def test_a_form_that_lost_its_number_passes_nobody_over(page: Ask, amiss: str) -> None:
    mine = opened(AMARA, "who-i-am", "social-worker")
    other, note = ready("visit-note")
    saved(other.send(note))
    saved(opened(AMARA, "who-i-am", "team-manager").send({"text": HIS}))
    told = mine.send({"text": LATER}, key="" if amiss == "no number" else other.fields["key"])
    second = mine.send(written_on(told))
    assert (second.status, HIS in words_of(second.by_id("theirs"))) == (409, True)
    saved(mine.send(written_on(second)))
    assert drafts_listed(page, "social-worker") == []


def test_what_the_second_device_kept_by_itself_is_let_go_once_its_words_are_on_record(page: Ask) -> None:
    form = opened(AMARA, "who-i-am", "social-worker")
    saved(form.send({"text": HERS}))
    typed = {**form.fields, "act": "who-i-am", "child": AMARA, "text": LATER, "revision": "3"}
    assert page("/draft", "social-worker", post=typed).status == 200
    assert len(drafts_listed(page, "social-worker")) == 1
    told = form.send({"text": LATER}, revision="4")
    assert len(drafts_listed(page, "social-worker")) == 1, "the same words are kept once"
    saved(form.send(written_on(told)))
    assert drafts_listed(page, "social-worker") == []


def test_a_form_that_is_sent_with_nothing_written_leaves_no_draft_and_one_with_a_word_does(page: Ask) -> None:
    form = opened(AMARA, "visit-note", "social-worker")
    assert form.send({}).status == 422
    assert drafts_listed(page, "social-worker") == []
    assert form.send({"saw": "She waved."}).status == 422
    assert len(drafts_listed(page, "social-worker")) == 1


def test_a_word_after_a_visit_is_listed_by_its_finding_and_by_how_it_begins(page: Ask) -> None:
    form = "/visits/after/visit-5/conferences-too-late"
    fields = fields_of(page(form, "director"))
    assert page(form, "director", post={**fields, "says": "agreed", "words": ""}).status == 422
    assert drafts_listed(page, "director") == [], "a choice alone is chosen again in a moment"
    assert page(form, "director", post={**fields, "says": "", "words": "We counted each."}).status == 422
    listed = page("/words", "director").text
    assert "Conferences held too late" in listed
    assert "We counted each." in listed
    assert "agreed" not in listed
