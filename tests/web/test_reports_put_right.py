"""What was read of a sentence, put right by a person; and what became of a point, confirmed by one."""

from typing import Any

import pytest

from holdfast.casework.importing import position
from holdfast.store.chain import verify
from holdfast.store.inspected import CorrectionRow, FateRow, kept_rows
from tests.web.pages import Ask, Page, words_of
from tests.web.report_forms import POINT, SENTENCE, a_small_council, fields, read_in_this_process

__all__ = ["a_small_council", "read_in_this_process"]


def correct(page: Ask, seat: str = "team-manager", **words: Any) -> Page:
    """Open the page of the sentence, fill its form in and send it."""
    form = fields(page(SENTENCE, seat=seat))
    return page(SENTENCE, seat=seat, post={**form, **words})


def test_a_sentence_is_put_right_with_a_reason_and_both_words_are_shown(page: Ask) -> None:
    before = page(SENTENCE, seat="team-manager")
    assert "Strength" in words_of(before.by_id("now"))
    done = correct(page, polarity="weakness", reason="Nobody answers them.")
    assert done.status == 302
    found = page(done.location, seat="team-manager")
    assert "Weakness" in words_of(found.by_id("now"))
    assert "It speaks of: strength" in found.text
    assert "Ade Bankes, Team manager" in found.text
    assert "Nobody answers them." in found.text
    (kept,) = kept_rows(CorrectionRow)
    assert (kept.row.polarity, kept.row.themes, kept.row.read_polarity) == ("weakness", None, "strength")
    (hit,) = page("/inspectors/search?words=recognise+drift").find("//li[@class='hf-said__one']")
    assert "A person has put right" in words_of(hit)
    assert "Weakness" in words_of(hit)
    assert verify() == []


def test_a_correction_without_a_reason_or_a_difference_is_not_on_record_and_keeps_its_words(page: Ask) -> None:
    before = position()
    unreasoned = correct(page, polarity="weakness", reason="")
    assert unreasoned.status == 422
    assert "Say why in a few words" in words_of(unreasoned.find("//*[@role='alert']")[0])
    assert unreasoned.by_id("polarity-weakness").get("checked") is not None
    same = correct(page, reason="Nothing")
    assert (same.status, "Nothing differs" in same.text, "Nothing" in same.by_id("correct-reading-reason").text) == (
        422, True, True,
    )  # fmt: skip
    assert position() == before


def test_two_who_correct_one_sentence_see_each_others_word_before_the_second_is_saved(page: Ask) -> None:
    late = fields(page(SENTENCE, seat="reviewing-officer"))
    correct(page, polarity="weakness", reason="Nobody answers them.")
    second = page(SENTENCE, seat="reviewing-officer", post={**late, "polarity": "mixed", "reason": "Half of it."})
    assert second.status == 409
    for words in ("Somebody saved this while you were writing", "Nobody answers them.", "Half of it."):
        assert words in second.text
    assert len(kept_rows(CorrectionRow)) == 1
    again = page(SENTENCE, seat="reviewing-officer", post={**fields(second), "polarity": "mixed", "reason": "Half."})
    assert again.status == 302
    assert [one.row.polarity for one in kept_rows(CorrectionRow)] == ["weakness", "mixed"]


@pytest.mark.parametrize("seat", [None, "portfolio-holder", "social-worker", "personal-adviser"])
def test_a_seat_that_may_not_correct_reads_the_page_and_has_no_form(seat: str | None, page: Ask) -> None:
    found = page(SENTENCE, seat=seat)
    assert (found.status, found.find("//main//form")) == (200, [])
    post = {"act": "correct-reading", "polarity": "weakness", "reason": "Because", "key": "k", "base": "1"}
    assert page(SENTENCE, seat=seat, post=post).status == 404
    assert page(POINT, seat=seat, post={**post, "act": "confirm-fate"}).status == 404
    assert kept_rows(CorrectionRow) == []


# --- what became of a point ------------------------------------------------------------------------------------


def confirm(page: Ask, seat: str, **words: str) -> Page:
    """Open the page of the point and send the form that confirms its fate."""
    opened = page(POINT, seat=seat)
    first = opened.find("//form[@id='confirm']//input[@name='sentence']")[0].get("value")
    form = fields(opened, "//form[@id='confirm']")
    return page(POINT, seat=seat, post={**form, "sentence": first, **words})


def test_a_fate_is_confirmed_by_a_person_and_told_on_the_report(page: Ask) -> None:
    before = page(POINT)
    assert "Not settled" in words_of(before.by_id("fate").getnext())
    assert "referrals, understood, worry, remain, still" in before.text
    done = confirm(page, "reviewing-officer", fate="persists")
    assert done.status == 302
    found = page(done.location)
    assert words_of(found.by_id("fate").getnext()).startswith(
        "Persists. Confirmed by Omar Fadel, Reviewing officer on 1 June 2026."
    )
    (kept,) = kept_rows(FateRow)
    assert (kept.row.point, kept.row.fate, kept.row.later) == (1, "persists", "letter-visit-4")
    assert "persists, as Omar Fadel, Reviewing officer read it" in words_of(
        page("/inspectors/report/report-2023").by_id("point-1")
    )
    early = page(f"{POINT}?as-at=2025-09-16")
    assert "Persists" not in words_of(early.by_id("fate").getnext())
    assert verify() == []


def test_a_fate_read_otherwise_than_proposed_says_why(page: Ask) -> None:
    silent = confirm(page, "director", fate="addressed")
    assert silent.status == 422
    assert "Say why you read it otherwise." in words_of(silent.find("//*[@role='alert']")[0])
    assert confirm(page, "director", fate="addressed", reason="Read with the team in May.").status == 302
    assert "The rules had proposed: persists." in page(POINT).text


def test_who_may_correct_may_not_always_confirm(page: Ask) -> None:
    found = page(POINT, seat="team-manager")
    assert not found.find("//form[@id='confirm']")
    assert found.find("//main//form")
    post = {**fields(found), "act": "confirm-fate", "fate": "persists", "sentence": "x"}
    assert page(POINT, seat="team-manager", post=post).status == 404


def test_an_address_of_no_passage_says_where_to_look(page: Ask) -> None:
    for path in (
        "/inspectors/report/gossip", "/inspectors/report/report-2023/statement-999",
        "/inspectors/report/report-2023/rumour-1", "/inspectors/report/report-2023?as-at=2023-07-23",
        f"{POINT}?as-at=2023-07-23",
    ):  # fmt: skip
        assert page(path).status == 404
    assert page(SENTENCE, seat="director", post={"act": "gossip", "key": "k"}).status == 404


UNPROPOSED = "/inspectors/report/report-2019/point-5"
"""A point of which no later sentence is proposed."""

FOUND_NONE = "The rules found no sentence in a later document"
ANOTHER = {
    "sentence": "another", "later": "letter-visit-4", "page": "3", "fate": "partly",
    "words": "Management oversight is stronger than it was in 2023.",
}  # fmt: skip


def say_otherwise(asking: Ask, path: str, **words: str) -> Page:
    form = fields(asking(path, seat="director"), "//form[@id='confirm']")
    return asking(path, seat="director", post={**form, **ANOTHER, **words})


@pytest.mark.parametrize("path", [POINT, UNPROPOSED])
def test_a_fate_may_be_said_of_any_point_by_another_sentence_of_a_later_document(page: Ask, path: str) -> None:
    assert bool(page(path).find("//ul[@class='hf-said']")) is (path == POINT)
    assert (FOUND_NONE in page(path).text) is (path == UNPROPOSED)
    done = say_otherwise(page, path)
    assert done.status == 302
    assert "Partly addressed" in words_of(page(path).by_id("fate").getnext())
    assert "proposed: nothing by this sentence" in page(path).text
    assert FOUND_NONE not in page(path).text
    (kept,) = kept_rows(FateRow)
    assert (kept.row.later, kept.row.page, kept.row.sentence, kept.row.proposed) == (
        ANOTHER["later"], 3, ANOTHER["words"], "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "amiss"),
    [
        ({"later": "gossip"}, "Choose the later document"), ({"later": "report-2019"}, "Choose the later document"),
        ({"page": "two"}, "Say on which page"), ({"page": "99"}, "Say on which of them"),
        ({"words": " "}, "Write the sentence"),
        ({"words": "Leaders know every child."}, "do not stand in Fourth monitoring visit"),
        ({"fate": ""}, "Say what became of it"),
    ],
)  # fmt: skip
def test_another_sentence_is_asked_for_its_place_and_its_words_and_none_is_lost(
    page: Ask, words: dict[str, str], amiss: str
) -> None:
    refused = say_otherwise(page, UNPROPOSED, **words)
    assert (refused.status, amiss in refused.text, kept_rows(FateRow)) == (422, True, [])
    assert refused.by_id("confirm-fate-words").text.strip() == {**ANOTHER, **words}["words"].strip()


def test_a_proposed_sentence_and_another_one_are_not_said_at_once(page: Ask) -> None:
    proposed = page(POINT, seat="director").find("//form[@id='confirm']//input[@name='sentence']")[0].get("value")
    refused = say_otherwise(page, POINT, sentence=proposed, reason="Read with the team.")
    assert (refused.status, "wrote another one" in refused.text) == (422, True)


def test_what_is_written_of_a_passage_is_kept_as_a_draft_until_it_is_on_record(page: Ask) -> None:
    """Each form has its own draft; nobody else opens it; once it is saved the draft is gone."""
    form = fields(page(SENTENCE, seat="team-manager"))
    words = {"polarity": "mixed", "reason": "Half of it.", "keep": "1"}
    kept = page(SENTENCE, seat="team-manager", post={**form, "themes": [], **words})
    assert (kept.status, kept_rows(CorrectionRow)) == (302, [])
    again = page(kept.location, seat="team-manager")
    assert "Kept at" in again.text
    assert again.by_id("polarity-mixed").get("checked") is not None
    assert again.by_id("correct-reading-reason").text.strip() == "Half of it."
    assert not again.find("//input[@name='themes'][@checked]")
    assert "Half of it." not in page(kept.location, seat="director").text
    assert "What you began at" in page(SENTENCE, seat="team-manager").text
    assert "What you began at" not in page(SENTENCE, seat="director").text
    saved = page(SENTENCE, seat="team-manager", post={**fields(again), "reason": "Half of it."})
    assert saved.status == 302
    assert "What you began at" not in page(SENTENCE, seat="team-manager").text


def test_a_refused_form_is_a_draft_and_the_quiet_keeping_is_for_those_who_may(page: Ask) -> None:
    assert correct(page, polarity="weakness", reason="").status == 422
    assert "What you began at" in page(SENTENCE, seat="team-manager").text
    form = {**fields(page(SENTENCE, seat="team-manager")), "child": SENTENCE.removeprefix("/inspectors/report/")}
    told = [
        page("/draft", seat="team-manager", post={**form, **other}).status
        for other in ({}, {"act": "confirm-fate"}, {"act": "take-in-report"})
    ]
    assert told == [200, 404, 409]


def test_the_two_forms_of_a_point_have_each_its_own_key(page: Ask) -> None:
    keys = [one.get("value") for one in page(POINT, seat="director").find("//main//form//input[@name='key']")]
    assert len(keys) == len(set(keys)) == 2


def test_the_page_of_a_point_says_each_thing_once_and_folds_the_form_that_says_it_again(page: Ask) -> None:
    found = page(POINT, seat="director")
    for theme in ("Front door", "Risk recognition and thresholds"):
        told = found.find(f"//main//*[not(ancestor-or-self::details)][normalize-space(text())='{theme}']")
        assert len(told) == 1
    assert found.text.count("Inspection of June 2023") == 1
    assert "open" not in found.by_id("correct").attrib
    amiss = page(POINT, seat="director", post={**fields(found, "//form[@data-act='correct-reading']"), "reason": ""})
    assert "open" in amiss.by_id("correct").attrib, "what is amiss is never folded up"
