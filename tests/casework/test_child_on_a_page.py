"""One child on a page: what each part tells, what it keeps silent about, and ten answers for a stranger."""

from dataclasses import replace

import pytest

from holdfast.casework.child.clocks import open_of
from holdfast.casework.child.codes import HOME, in_words
from holdfast.dates import end_of
from holdfast.record.child_protection import (
    Conference,
    PreProceedings,
    ProtectionVisit,
)
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedVisit
from holdfast.record.in_care import CareReview, CareVisit, ReviewingOfficer
from holdfast.record.leaving_care import AdviserContact, CareLeaver
from holdfast.record.oversight import Note, PlanReview
from holdfast.record.people import Disability, Involvement, Person
from holdfast.record.unseen import PrivateFosteringVisit, ReturnInterview
from holdfast.record.writing import SignedText
from tests.casework.child_records import ADA, IN_CARE, STAFF, WORKS, answer, d, story

# Ten questions.


def test_a_stranger_reads_ten_answers_about_a_child_in_care() -> None:
    facts = [
        *IN_CARE,
        CareVisit(child="c", id="v1", on=d("2026-05-01"), seen=True, seen_alone=True),
        CareVisit(child="c", id="v2", on=d("2026-05-20"), seen=True, seen_alone=False),
        ReviewingOfficer(child="c", id="r", on=d("2025-03-05"), professional="w2"),
        Note(child="c", id="n", on=d("2026-04-01"), kind="concern", theme="school", words_of_note="Misses Mondays."),
        PlanReview(child="c", id="p", plan_kind="in care", on=d("2026-03-10"), change="better"),
    ]  # fmt: skip
    found = story(facts)
    assert len(found.glance) == 10
    assert answer(found, "Who is") == "Ada Fenn, 12 years old"
    assert answer(found, "Where") == "Lives with a foster carer, since 3 March 2025."
    people = answer(found, "Who works")
    assert "Bea Cole, worker, since 6 January 2025." in people
    assert "Cy Dunn, reviewing officer, since 5 March 2025." in people
    assert "North Team" in people
    assert "Misses Mondays." in answer(found, "What do we worry")
    plan = answer(found, "What is the plan")
    assert "In care since 3 March 2025, under a full care order." in plan
    assert "better for the child" in plan
    assert answer(found, "What changed").startswith("20 May 2026: Visit where the child lives; seen.")
    assert answer(found, "When was") == "Seen on 20 May 2026; last seen alone on 1 May 2026."
    assert "was due by" in answer(found, "What is late")
    assert "by " in answer(found, "What is next")
    assert answer(found, "Who decides").startswith("Ask Bea Cole, North Team.")


def test_each_answer_leads_to_a_part_of_the_page() -> None:
    parts = {"who", "home", "around", "worries", "plan", "changed", "next"}
    assert {one.part for one in story().glance} == parts


def test_a_record_with_a_name_alone_still_answers_kindly() -> None:
    bare = story([Person(child="c", forename="Ada")], whole=False)
    assert answer(bare, "Who is") == "Ada, age not on record"
    assert answer(bare, "Who works") == "No worker is on record."
    assert answer(bare, "What do we worry") == "Nothing that waits for a decision is on record."
    assert answer(bare, "What is the plan") == "No plan is on record now."
    assert answer(bare, "What changed") == "Nothing is on record yet."
    assert answer(bare, "When was") == "No visit at which the child was seen is on record."
    assert answer(bare, "Who decides") == "Nobody is on record to ask."
    assert bare.good == ()
    assert bare.missing.times == ()


def test_no_address_is_told_anywhere() -> None:
    assert "ZZ9" not in repr(story(IN_CARE))


# Who, and how old.


@pytest.mark.parametrize(
    ("day", "age"),
    [("2026-03-01", "11 years old"), ("2026-03-02", "12 years old"), ("2016-03-01", "23 months old"),
     ("2016-03-02", "2 years old"), ("2014-04-01", "less than a month old"), ("2014-04-02", "1 month old")],
)  # fmt: skip
def test_the_age_is_that_of_the_day_looked_at(day: str, age: str) -> None:
    assert story(as_at=end_of(d(day))).who.age == age


def test_a_child_not_yet_born_is_told_to_be_expected() -> None:
    unborn = Person(child="c", forename=None, surname="Fenn", expected_on=d("2026-07-01"))
    assert story([unborn], whole=False).who.age == "not born yet; expected on 1 July 2026"


def test_an_age_that_the_child_told_us_stands_in_the_childs_own_words() -> None:
    told = Note(child="c", id="n", on=d("2026-05-05"), kind="told us", theme="age", words_of_note="16", source="Ada")
    found = story([replace(ADA, born_on=None), told, *STAFF], whole=False)
    assert found.who.age == "no birthday on record; told us: 16"
    assert [one.words for one in found.words.said] == ["16"]


def test_what_is_not_on_record_of_the_child_is_said_to_be_so() -> None:
    facts = dict(story([Disability(child="c", id="d", code="AUT")]).who.facts)
    assert facts["Ethnicity"] == "White and Asian"
    assert facts["Disability"] == "autism"
    assert dict(story().who.facts)["Disability"] == "none on record"
    assert dict(story([replace(ADA, ethnicity=None)], whole=False).who.facts)["Ethnicity"] == "not on record"


def test_a_child_who_died_is_told_of_without_a_home_or_anything_due() -> None:
    found = story([replace(ADA, died_on=d("2026-05-01")), WORKS, *STAFF, *IN_CARE], whole=False)
    assert found.who.age == "died on 1 May 2026"
    assert found.home.now == ""
    assert open_of(found.clocks) == ()
    assert found.monday == ()


def test_a_code_nobody_put_into_words_is_given_as_it_is() -> None:
    assert in_words(HOME, "Q9") == "code Q9"
    assert in_words(HOME, None) is None


# The child's words.


def test_the_childs_words_are_told_latest_first_and_a_partners_are_not_among_them() -> None:
    facts = [
        Note(child="c", id="1", on=d("2026-01-05"), kind="strength", source="child", words_of_note="I can swim."),
        Note(child="c", id="2", on=d("2026-02-05"), kind="told us", source="Ada", words_of_note="I want to see Gran."),
        Note(child="c", id="3", on=d("2026-03-05"), kind="strength", source="school", words_of_note="Reads aloud."),
    ]
    found = story(facts)
    assert [one.words for one in found.words.said] == ["I want to see Gran.", "I can swim."]
    assert [one.words for one in found.who.strengths] == ["Reads aloud."]
    assert found.words.none == ""


def test_to_have_been_in_the_room_is_not_to_be_heard_so_the_lack_of_words_is_still_told() -> None:
    none = "Nothing in Ada's own words is on record yet. A note of what Ada told us would stand here"
    assert story().words.none.startswith(none)
    spoke = CareReview(child="c", id="r", held_on=d("2026-03-02"), participation="PN6")
    assert story([spoke]).words.none == story().words.none
    assert story([spoke]).words.took_part[0].words.endswith("was not there, and sent word of what mattered.")


def test_a_promise_is_kept_from_the_day_it_was_kept() -> None:
    promise = Note(
        child="c", id="n", on=d("2026-02-02"), kind="promise", words_of_note="A bag", kept_on=d("2026-05-12")
    )
    before, after = story([promise], end_of(d("2026-05-11"))), story([promise], end_of(d("2026-05-12")))
    assert [one.done for one in (*before.words.promises, *after.words.promises)] == [False, True]
    assert "while Bea Cole was the worker" in before.words.promises[0].detail
    assert [one.words for one in after.good if "Promise" in one.words] == ["Promise kept on 12 May 2026: A bag."]
    assert not [one for one in before.good if "Promise" in one.words]


# Who is around.


def test_an_adviser_who_is_the_only_one_is_told_once() -> None:
    advises = replace(WORKS, role="personal adviser")
    leaver = CareLeaver(child="c", id="l", eligibility="former relevant", accommodation="U", adviser="w1")
    found = story([ADA, advises, leaver, *STAFF], whole=False)
    assert answer(found, "Who works") == "Bea Cole, personal adviser, since 6 January 2025. Team: North Team."
    assert found.home.now == "Lives in a home of their own"


def test_a_reviewing_officer_by_involvement_is_no_worker_of_the_child() -> None:
    other = Involvement(child="c", id="j", professional="w2", role="reviewing officer", started_on=d("2024-01-01"))
    found = story([other])
    assert [one.name for one in found.around.every] == ["Bea Cole"]
    assert [(one.name, one.part) for one in found.around.others] == [("Cy Dunn", "reviewing officer")]


def test_family_is_whom_the_record_puts_together_and_nobody_by_a_like_name() -> None:
    brother = Person(child="b", forename="Ben", surname="Fenn")
    met = [Conference(child=one, id=f"f{one}", meeting="m1", held_on=d("2026-02-02")) for one in ("c", "b")]
    assert story([brother]).around.family == ()
    assert story([brother, *met]).around.family == ("b",)
    assert story([brother, met[0]]).around.family == ()
    together = [PreProceedings(child=one, id=f"p{one}", family="F", decided_on=d("2026-02-02")) for one in ("c", "b")]
    assert story([brother, *together]).around.family == ("b",)


# Seen.


@pytest.mark.parametrize(
    ("visit", "words"),
    [
        (
            InNeedVisit(child="c", id="v", on=d("2026-05-04"), seen=True, seen_alone=True),
            "Seen on 4 May 2026, and seen alone",
        ),
        (
            ProtectionVisit(child="c", id="v", on=d("2026-05-04"), seen=True),
            "Seen on 4 May 2026; never seen alone on record",
        ),
        (
            CareVisit(child="c", id="v", on=d("2026-05-04")),
            "No visit at which the child was seen is on record; the visit of 4 May 2026 does not say whether",
        ),
        (
            CareVisit(child="c", id="v", on=d("2026-05-04"), seen=False),
            "No visit at which the child was seen is on record",
        ),
        (
            ReturnInterview(child="c", id="v", held_on=d("2026-05-04")),
            "Seen on 4 May 2026 at a return interview; never seen alone on record",
        ),
        (
            AdviserContact(child="c", id="v", on=d("2026-05-04"), way="call", two_way=True),
            "No visit at which the child was seen is on record",
        ),
        (
            AdviserContact(child="c", id="v", on=d("2026-05-04"), way="visit", two_way=True),
            "Seen on 4 May 2026 by a personal adviser; never seen alone on record",
        ),
        (
            PrivateFosteringVisit(child="c", id="v", on=d("2026-05-04"), seen_alone=False),
            "No visit at which the child was seen is on record; the visit of 4 May 2026 does not say whether",
        ),
    ],
)  # fmt: skip
def test_seen_means_that_the_record_says_so(visit: Fact, words: str) -> None:
    assert story([visit]).seen.words == words


def test_the_hello_of_the_worker_now_stands_there_and_that_of_a_worker_before_does_not() -> None:
    before = Involvement(
        child="c",
        id="old",
        professional="w2",
        role="social worker",
        started_on=d("2024-01-08"),
        ended_on=d("2025-01-06"),
    )

    def hello(about: str, on: str) -> SignedText:
        return SignedText(child="c", id=about + on, subject=about, part="hello", text=f"Hello {on}", on=d(on))

    assert story([before, hello("old", "2024-01-08")]).around.hello is None
    found = story([before, hello("old", "2024-01-08"), hello("i", "2025-01-06"), hello("i", "2025-01-07")]).around.hello
    assert found is not None
    assert (found.words, found.on) == ("Hello 2025-01-07", d("2025-01-07"))
