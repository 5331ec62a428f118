"""Who took part in a strategy discussion, and what a parent says beside each passage of a report, as signed."""

from collections.abc import Iterable

import pytest

from holdfast.casework.child.enquiries import LOOKED_FOR, NO_REASON, NOBODY_SAID, Discussion, Passage
from holdfast.casework.child.notes import notes_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import parse_moment
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Booking, Conference, Enquiry
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.register import NOUNS
from holdfast.record.writing import SignedText
from holdfast.web.child.enquiries import NO_PASSAGE, NO_RESPONSE, shown_of
from tests.casework.child_records import ADA, AT, STAFF, d, story

ENQUIRY = Enquiry(child="c", id="e1", started_on=d("2026-03-02"))
BOOKED = Booking(child="c", id="b1", enquiry="e1", on=d("2026-03-20"), for_day=d("2026-04-01"))


def says(part: str, text: str = "Somebody", about: str = "e1", on: str = "2026-03-02", **more: str) -> SignedText:
    """A signed part; its id is the part's own unless another is given."""
    known = {"id": part, "author": "w1", **more}
    return SignedText(
        child="c", subject=about, part=part, text=text, on=d(on), recorded_at=parse_moment(f"{on}T16:00"), **known
    )


def discussion(*said: Fact) -> Discussion:
    (found,) = story([ENQUIRY, *said]).enquiries.discussions
    return found


def passages(*said: Fact) -> tuple[Passage, ...]:
    (found,) = story([ENQUIRY, BOOKED, *said]).enquiries.reports
    return found.passages


def came(agencies: Iterable[str]) -> list[SignedText]:
    return [says(f"who took part: {one}") for one in agencies]


@pytest.mark.parametrize("agency", LOOKED_FOR)
def test_without_any_one_of_the_three_it_is_not_complete_and_with_all_three_it_is(agency: str) -> None:
    others = came(one for one in LOOKED_FOR if one != agency)
    without, whole = discussion(*others), discussion(*others, *came([agency]))
    assert without.complete is False
    assert without.words == f"Not complete: no one from {LOOKED_FOR[agency]} is on record as taking part. {NO_REASON}"
    assert whole.complete is True
    assert whole.words.startswith("Complete: the police, health and children's social care are on record")


def test_two_who_are_missing_are_both_named_and_the_reason_stands_beside() -> None:
    found = discussion(*came(["children's social care"]), says("why it went ahead", "It was night."))
    assert found.words == (
        "Not complete: no one from the police or health is on record as taking part. "
        "It went ahead because: It was night."
    )


def test_somebody_else_in_the_room_is_named_and_stands_in_for_nobody() -> None:
    found = discussion(*came(["school"]))
    assert found.took_part == (("School", "Somebody"),)
    assert "the police, health or children's social care" in found.words


def test_where_nothing_is_written_nobody_says_that_anybody_was_missing() -> None:
    found = discussion()
    assert (found.complete, found.words) == (None, NOBODY_SAID)
    assert discussion(says("who took part: police", about="another")).words == NOBODY_SAID
    assert discussion(says("who took part: police", " ")).words == NOBODY_SAID


def test_a_correction_is_what_counts_and_a_text_of_a_later_day_does_not_count_yet() -> None:
    wrong = says("who took part: health", "The school nurse")
    right = says("who took part: health", "The health visitor", id="r", corrects=wrong.id or "")
    assert discussion(wrong, right).took_part == (("Health", "The health visitor"),)
    later = says("who took part: health", on="2026-03-04")
    before = story([ENQUIRY, later], parse_moment("2026-03-03T23:00")).enquiries.discussions
    assert before[0].words == NOBODY_SAID
    assert "health" not in story([ENQUIRY, later]).enquiries.discussions[0].words


def test_the_latest_discussion_stands_first_and_a_child_without_one_has_no_such_part() -> None:
    later = Enquiry(child="c", id="e2", started_on=d("2026-05-04"))
    found = story([ENQUIRY, later]).enquiries.discussions
    assert [one.on for one in found] == [d("2026-05-04"), d("2026-03-02")]
    assert shown_of(story().enquiries) is None


def test_what_a_parent_says_stands_beside_its_own_passage_and_beside_no_other() -> None:
    school, home = passages(
        says("report: school", "He was away.", "b1", "2026-03-20"), says("report: home", "A bed.", "b1", "2026-03-20"),
        says("a parent's response to school", "He was ill.", "b1", "2026-03-30"),
    )  # fmt: skip
    assert (school.heading, school.text, [one.text for one in school.responses]) == (
        "School", "He was away.", ["He was ill."],
    )  # fmt: skip
    assert (home.heading, home.responses) == ("Home", ())
    assert home.by == "Bea Cole"


def test_both_parents_are_heard_and_an_answer_to_no_passage_is_not_lost() -> None:
    school, money = passages(
        says("report: school", "He was away.", "b1", "2026-03-20"),
        says("a parent's response to school", "His mother: ill.", "b1", "2026-03-30"),
        says("a parent's response to school", "His father: at work.", "b1", "2026-03-31", id="other"),
        says("a parent's response to money", "We have none.", "b1", "2026-03-31"),
    )  # fmt: skip
    assert [one.text for one in school.responses] == ["His mother: ill.", "His father: at work."]
    assert (money.heading, money.text, money.responses[0].text) == ("Money", "", "We have none.")


def test_the_page_says_where_a_passage_or_an_answer_is_not_on_record() -> None:
    held = Conference(child="c", id="k1", held_on=d("2026-04-01"))
    asked = says("report: school", "He was away.", "k1", "2026-04-01")
    answered = says("a parent's response to money", "We have none.", "k1", "2026-04-01")
    shown = shown_of(story([held, asked, answered]).enquiries)
    assert shown is not None
    (report,) = shown.reports
    school, money = report.passages
    assert report.heading == "Report to the conference of 1 April 2026"
    assert (school.no_response, money.no_response) == (NO_RESPONSE, "")
    assert (school.text, money.text) == ("He was away.", NO_PASSAGE)


def test_what_was_signed_about_an_enquiry_or_a_conference_is_not_called_a_visit() -> None:
    facts = [ENQUIRY, BOOKED, *came(["police"]), says("report: home", "A bed.", "b1", "2026-03-20")]
    council = Council.of(columns_from([ADA, *facts, *STAFF], NOUNS))
    child = council.child("c", View(as_at=AT))
    assert child is not None
    titles = [one.title for one in notes_of(Standing(child, AT), council)]
    assert titles == ["Report to the conference", "Strategy discussion"]
