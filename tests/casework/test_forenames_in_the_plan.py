"""A child's forename in the words of the plan is asked about once: it may be a name, a word or somebody else's name."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from holdfast.casework.acts.is_it_a_name import IS_IT, YES, answer_for
from holdfast.casework.acts.of_council import OfCouncil
from holdfast.casework.asker import Asker
from holdfast.casework.council import Council
from holdfast.casework.forenames import forenames_in, told_apart
from holdfast.casework.packs.words import saying
from holdfast.record.columns import columns_from
from holdfast.record.people import Person, Professional
from holdfast.web.seats import BY_CODE
from tests.casework.doing_acts import AT
from tests.casework.test_improving_acts import WORDS, doing, the

CHILDREN = told_apart(["Poppy", "Ellie-Mae", "Hope", "May", "Asha", "Mary Jane", "J", ""], ["Asha Puri", ""])


def test_looked_for_are_the_childrens_forenames_that_no_worker_has_and_that_are_no_month() -> None:
    assert {"poppy", "ellie-mae", "hope", "mary"} == CHILDREN
    facts = [
        Person(child="c", forename="Poppy", surname="Lane"), Person(child="d", forename="Asha", surname="Fenn"),
        Person(child="e"), Professional(child="w", name="Asha Puri"),
    ]  # fmt: skip
    council = Council.of(columns_from(facts))
    assert (council.forenames, council.named) == ({"poppy"}, {"Poppy Lane", "Asha Fenn", "Asha Puri"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Poppy waited all weekend.", ["Poppy"]), ("We asked Poppy.", ["Poppy"]), ("POPPY waited", ["POPPY"]),
        ("Poppy's aunt, and Poppy\u2019s sister", ["Poppy"]),
        ("(Poppy) and \u201cPoppy\u201d/Ellie-Mae", ["Poppy", "Ellie-Mae"]),
        ("A Poppy-shaped plan", ["Poppy"]), ("We met Mary.", ["Mary"]), ("We asked Hope", ["Hope"]),
        ("We picked a poppy", []), ("Poppyfield School", []), ("It is due in May; Asha brings it.", []),
        ("Hope is no plan. Hope again.\n- Hope", []), ("We hope so", []), ("", []), ("Ellie and Mae", []),
    ],
)  # fmt: skip
def test_a_forename_is_found_as_a_word_with_a_capital_and_a_word_that_begins_a_sentence_is_not(
    text: str, found: list[str]
) -> None:
    assert list(forenames_in(text, CHILDREN)) == found


def amiss(text: str, answer: str = "", act: str = "objective-remark") -> Mapping[str, str]:
    words = {"words": text, IS_IT: answer}
    problems = the(act).amiss(replace(doing(act, **words), forenames=CHILDREN))
    return {one.part: one.words for one in problems}


def test_whoever_writes_one_is_asked_once_and_told_what_to_do_and_may_put_it_on_record_as_it_stands() -> None:
    asked = amiss("Poppy was asked twice.")
    assert list(asked) == [IS_IT]
    for words in ("You wrote \u201cPoppy\u201d", "your words are kept", "Write it without"):
        assert words in asked[IS_IT]
    assert amiss("Poppy was asked twice.", answer_for(["Poppy"])) == {}
    assert amiss("Two were asked twice.") == {}
    assert amiss("Two were asked twice.", YES) == {}, "it was said to be a name, and was taken out"


def test_who_says_that_it_is_a_name_is_asked_to_take_it_out() -> None:
    assert "\u201cPoppy\u201d still stands" in amiss("Poppy was asked twice.", YES)[IS_IT]


def test_the_answer_holds_for_the_forenames_it_was_given_for_and_for_no_other() -> None:
    no = answer_for(["Poppy"])
    assert amiss("Poppy, and POPPY again.", no) == {}
    assert "\u201cEllie-Mae\u201d" in amiss("Poppy and Ellie-Mae.", no)[IS_IT]


def test_where_a_whole_name_is_refused_nothing_else_is_asked() -> None:
    found = amiss("Poppy Lane was asked twice.")
    assert list(found) == ["words"]
    assert "it names Poppy Lane" in found["words"]


def word_amiss(text: str, answer: str = "") -> dict[str, str]:
    act = saying("visit", "finding", ["Poppy Lane"], CHILDREN)
    words = {"says": "agreed", "words": text, IS_IT: answer}
    asker = Asker.of(BY_CODE["director"])
    found = act.amiss(OfCouncil(asker=asker, about="visit/finding", words=words, made_at=AT))
    return {one.part: one.words for one in found}


def test_a_word_after_a_visit_asks_the_same_question() -> None:
    assert list(word_amiss("Poppy was asked twice.")) == [IS_IT]
    assert word_amiss("Poppy was asked twice.", answer_for(["Poppy"])) == {}
    assert word_amiss("Two were asked twice.") == word_amiss("Two were asked twice.", YES) == {}
    assert "\u201cPoppy\u201d still stands" in word_amiss("Poppy was asked twice.", YES)[IS_IT]
    assert "\u201cEllie-Mae\u201d" in word_amiss("Poppy and Ellie-Mae.", answer_for(["Poppy"]))[IS_IT]
    assert list(word_amiss("Poppy Lane was asked twice.")) == ["words"]


@pytest.mark.parametrize("act", WORDS)
def test_every_line_and_every_text_of_every_act_is_looked_at(act: str) -> None:
    assert IS_IT not in {one.name for one in the(act).parts(replace(doing(act), forenames=CHILDREN))}
    for part in the(act).parts(doing(act)):
        if part.kind in ("line", "text"):
            words = {part.name: "We asked Poppy"}
            one = replace(doing(act, **words), forenames=CHILDREN)
            assert IS_IT in {each.part for each in the(act).amiss(one)}
