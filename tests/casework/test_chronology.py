"""A chronology for court: what happened in order, and what each thing meant for this child, as somebody signed it."""

from holdfast.casework.child.chronology import MEANT, NOT_THERE, Chronology, chronology
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import parse_moment
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import PreProceedings, ProtectionVisit
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.oversight import PlanReview, Supervision
from holdfast.record.register import NOUNS
from holdfast.record.writing import SignedText
from tests.casework.child_records import ADA, STAFF, d

LEGAL = PreProceedings(child="c", id="p", decided_on=d("2026-03-12"), letter_on=d("2026-03-19"), met_on=d("2026-04-01"))
VISIT = ProtectionVisit(child="c", id="v", on=d("2026-03-16"), seen=True)
REVIEW = PlanReview(child="c", id="r", plan_kind="child protection", on=d("2026-02-02"), change="worse")


def meant(about: str, on: str, text: str = "She slept badly.", child: str = "c") -> SignedText:
    return SignedText(child=child, id=f"{about}{on}", subject=about, part=MEANT, text=text, on=d(on), author="w1")


def told(*facts: Fact, at: str = "2026-06-01T08:30") -> Chronology:
    council = Council.of(columns_from([ADA, *STAFF, *facts], NOUNS))
    view = View(as_at=parse_moment(at))
    child = council.child("c", view)
    assert child is not None
    return chronology(Standing(child, view.as_at), council)


def effects(found: Chronology) -> dict[str, list[str]]:
    return {one.words: [said.text for said in one.meant] for one in found.events}


def test_the_first_thing_stands_first_and_what_nobody_wrote_of_is_left_empty() -> None:
    found = told(LEGAL, REVIEW)
    assert [one.on.isoformat() for one in found.events] == ["2026-02-02", "2026-03-12", "2026-03-19", "2026-04-01"]
    assert [one.meant for one in found.events] == [()] * 4
    assert found.told == 0


def test_words_stand_beside_the_day_of_which_they_tell_and_beside_no_other_day_of_the_same_thing() -> None:
    found = effects(told(LEGAL, meant("p", "2026-03-19")))
    assert found["Letter before proceedings sent"] == ["She slept badly."]
    assert found["Legal meeting agreed to begin pre-proceedings"] == []
    assert found["First meeting before proceedings held"] == []


def test_words_of_a_day_between_stand_beside_the_last_day_before_them_and_too_early_ones_beside_the_first() -> None:
    assert effects(told(LEGAL, meant("p", "2026-03-31")))["Letter before proceedings sent"] == ["She slept badly."]
    early = effects(told(LEGAL, meant("p", "2026-03-11")))
    assert early["Legal meeting agreed to begin pre-proceedings"] == ["She slept badly."]


def test_routine_is_left_out_and_counted_unless_somebody_wrote_what_it_meant() -> None:
    talk = Supervision(child="c", id="s", on=d("2026-03-17"))
    without, with_words = told(VISIT, talk, REVIEW), told(VISIT, talk, REVIEW, meant("v", "2026-03-16"))
    assert (len(without.events), without.left_out, without.told) == (1, 2, 0)
    assert (len(with_words.events), with_words.left_out, with_words.told) == (2, 1, 1)


def test_words_about_what_is_not_on_record_are_not_lost() -> None:
    assert effects(told(REVIEW, meant("gone", "2026-03-16")))[NOT_THERE] == ["She slept badly."]


def test_of_two_things_that_read_the_same_neither_loses_its_words() -> None:
    twice = PlanReview(child="c", id="r2", plan_kind="child protection", on=d("2026-02-02"), change="worse")
    found = told(REVIEW, twice, meant("r", "2026-02-02", "One."), meant("r2", "2026-02-02", "Two."))
    assert [[said.text for said in one.meant] for one in found.events] == [["One.", "Two."]]


def test_a_twins_words_and_words_of_a_later_day_are_not_in_it() -> None:
    assert told(REVIEW, meant("r", "2026-02-02", child="twin")).told == 0
    later = meant("r", "2026-03-02")
    assert told(REVIEW, later, at="2026-03-01T23:00").told == 0
    assert told(REVIEW, later, at="2026-03-02T23:00").told == 1
