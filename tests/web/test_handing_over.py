"""A child is handed over: the goodbye that the old worker still writes, another team, a day ahead, and a mistake."""

import pytest

from holdfast.casework.acts.goodbyes import open_goodbyes
from holdfast.casework.looking import looks_at
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.store.entries import position
from holdfast.web.today import now
from tests.web.doing_forms import AMARA, WORDS, fields_of, opened
from tests.web.pages import Ask, ask, words_of

PATH, NOTE, LEAVE = f"/child/{AMARA}", f"/child/{AMARA}/do/hand-over-note", "/worker/WX-W-chloe/leave"
TO_GWEN = {"to": "WX-W-gwen", "from": "2026-06-01", "why": "Chloe moves to another town"}
GOODBYE = {"note": "goodbye", "text": "Goodbye, Amara. Draw me a whale."}


def waiting(**whose: str) -> list[str]:
    """The children who have not been told goodbye."""
    return [one.child for one in open_goodbyes(the_council(), View(as_at=now()), **whose)]


def test_the_old_worker_writes_the_goodbye_after_the_hand_over_and_sees_nothing_else_of_the_child(page: Ask) -> None:
    assert page(NOTE, "social-worker").status == 200
    assert opened(AMARA, "allocate", "team-manager").send(TO_GWEN).status == 302
    assert waiting(worker="WX-W-chloe") == waiting(worker="WX-W-gwen") == waiting(team="WX-T-east") == [AMARA]
    assert waiting(team="WX-T-west") == waiting(worker="WX-W-nia") == []
    assert page(PATH, "social-worker").status == 404
    assert page(f"{PATH}/do/visit-note", "social-worker").status == 404
    form = opened(AMARA, "hand-over-note", "social-worker")
    assert form.fields["note"] == "goodbye"
    assert "hello" not in form.page.find("//input[@name='note']/@value")
    assert looks_at(AMARA)[0].basis == "had the child until the hand-over, and has a goodbye to write"
    first = form.send(GOODBYE)
    assert "It is entry" in first.text
    after = position()
    again = form.send(GOODBYE)
    assert (again.status, again.text, position()) == (first.status, first.text, after)
    assert GOODBYE["text"] in words_of(page(PATH, "team-manager").by_id("notes"))
    assert waiting(worker="WX-W-chloe") == []


def test_whoever_hands_a_child_to_another_team_is_told_so_and_a_second_press_is_answered_alike(page: Ask) -> None:
    form = opened(AMARA, "allocate", "team-manager")
    (label,) = form.page.find("//option[@value='WX-W-leena']/text()")
    assert "(" in label
    words = {**TO_GWEN, "to": "WX-W-leena"}
    first = form.send(words)
    assert (first.status, "no longer among the children" in first.text) == (200, True)
    after = position()
    again = form.send(words)
    assert (again.status, again.text, position()) == (200, first.text, after)
    assert form.send({**words, "why": "Another reason"}).status == 404, "it is no door to anything but that answer"
    assert page(PATH, "team-manager").status == 404


def test_a_hand_over_from_a_day_ahead_shows_and_is_taken_back(page: Ask) -> None:
    assert opened(AMARA, "allocate", "team-manager").send({**TO_GWEN, "from": "2026-06-08"}).status == 302
    there = page(PATH, "team-manager")
    assert "From 8 June 2026 Gwen Prior has the child: that is on record." in there.text
    assert page(PATH, "social-worker").status == 200
    assert opened(AMARA, "allocate", "team-manager").send(TO_GWEN).status == 422
    assert f"{PATH}/do/take-back" in list(there.links())
    seat, _, words = WORDS["take-back"]
    assert opened(AMARA, "take-back", seat).send(words).status == 302
    after = page(PATH, "team-manager")
    assert "From 8 June 2026" not in after.text
    assert f"{PATH}/do/take-back" not in list(after.links())
    assert page(f"{PATH}?as-at=2026-06-09", "social-worker").status == 200


def test_whoever_leaves_from_a_day_ahead_carries_the_notes_and_may_stay_after_all(page: Ask) -> None:
    fields = fields_of(page(LEAVE, "team-manager"))
    names = [name for name in fields if name.startswith("next-")]
    words = {"last_on": "2026-06-30", "from": "2026-06-08", "why": "A move", f"goodbye-{AMARA}": GOODBYE["text"]}
    shown = ask(LEAVE, "team-manager", {**fields, **words, **dict.fromkeys(names, "WX-W-gwen")})
    assert f"{len(names)} children change worker." in words_of(shown.by_id("preview"))
    assert fields_of(shown)[f"goodbye-{AMARA}"] == GOODBYE["text"]
    assert ask(LEAVE, "team-manager", fields_of(shown)).status == 302
    assert page(PATH, "social-worker").status == 200
    assert GOODBYE["text"] in words_of(page(PATH, "team-manager").by_id("notes"))
    there = page(LEAVE, "team-manager")
    assert "From 8 June 2026 Gwen Prior has the child" in there.text
    assert there.find("//select") == []
    assert "last day at work is on record: 30 June 2026" in words_of(there.by_id("last-day"))
    (form,) = there.find("//form[.//input[@name='stays']]")
    hidden = {one.get("name"): one.get("value") for one in form.xpath(".//input[@name!='csrfmiddlewaretoken']")}
    done = ask(LEAVE, "team-manager", hidden)
    assert done.status == 302
    assert page(done.location, "team-manager").by_id("done") is not None
    assert page(LEAVE, "team-manager").find("//*[@id='last-day']") == []
    assert ask(LEAVE, "social-worker", hidden).status in (403, 404)


@pytest.mark.parametrize("sees", [True, False])
def test_of_two_who_hand_over_at_once_the_second_reads_the_first_ones_notes_to_the_child_where_they_may(
    page: Ask, monkeypatch: pytest.MonkeyPatch, sees: bool
) -> None:
    one, two = opened(AMARA, "allocate", "team-manager"), opened(AMARA, "allocate", "director")
    notes = {
        "goodbye": "It was good to know you.",
        "hello": "I am Gwen, and I have a cat.",
        "promises": "The art club.",
    }
    assert one.send({**TO_GWEN, **notes}).status == 302
    if not sees:
        monkeypatch.setattr("holdfast.casework.saving.can", lambda *asked: False)
    theirs = two.send({**TO_GWEN, "why": "Another reason"}).by_id("theirs")
    assert (TO_GWEN["why"] in words_of(theirs)) is sees
    assert [word for word in notes.values() if word in words_of(theirs)] == (list(notes.values()) if sees else [])
    assert len(theirs.xpath(".//h3")) == 1, "it was one save of one person, and is headed once"


def test_a_note_alone_holds_nobody_up_who_hands_the_child_over(page: Ask) -> None:
    two = opened(AMARA, "allocate", "director")
    _, _, hello = WORDS["hand-over-note"]
    assert opened(AMARA, "hand-over-note", "team-manager").send(hello).status == 302
    assert two.send(TO_GWEN).status == 302


def test_of_two_who_hand_over_at_once_the_second_reads_what_the_first_did_in_names_and_days(page: Ask) -> None:
    one, two = opened(AMARA, "allocate", "team-manager"), opened(AMARA, "allocate", "director")
    assert one.send({**TO_GWEN, "from": "2026-06-08"}).status == 302
    told = words_of(two.send({**TO_GWEN, "from": "2026-06-09"}).by_id("theirs"))
    assert "Gwen Prior" in told
    assert "8 June 2026" in told
    assert [code for code in ("WX-W-", "WX-T-", "2026-06-08") if code in told] == []
