"""Praise and concern are told clause by clause, by words: each rule with the sentence that it must not touch."""

import pytest

from holdfast.inspection.polarity import clauses, polarity_of, polarity_version, read_polarity
from holdfast.inspection.statements import hedge_in

# Each pair differs in one thing only, and that thing is the rule.
PAIRS = [
    ("Visits are timely.", "strength", "Visits are not always timely.", "weakness"),
    ("Plans are clear.", "strength", "Plans are clear, but reviews are late and poor.", "mixed"),
    ("Reviews are weak.", "weakness", "Although reviews are weak this year, plans are clear.", "mixed"),
    ("The team is skilled.", "strength", "While the team is skilled, there is drift.", "mixed"),
    ("Records are poor.", "weakness", "Despite records that are poor, visits are purposeful.", "mixed"),
    ("The service is good.", "strength", "The service requires improvement to be good.", "weakness"),
    ("The work was judged good.", "strength", "Most go to schools judged good.", "neutral"),
    ("There is delay.", "weakness", "There is no delay.", "strength"),
    ("They act on advice given in delay.", "weakness", "They act on advice given to prevent delay.", "strength"),
    ("Twelve children have a plan.", "neutral", "Twelve children have a thorough plan.", "strength"),
    ("A new team supports parents.", "strength", "A new team will support parents.", "neutral"),
    ("A clear policy was made.", "strength", "A clear policy is planned.", "neutral"),
    ("It is weak.", "weakness", "It was weak and is improving.", "mixed"),
    ("The reviews are outstanding.", "strength", "The outstanding reviews are in May.", "neutral"),
    ("It is in their interests and good.", "strength", "It is in their best interests.", "neutral"),
    ("Staff cannot visit.", "weakness", "The aunt helps those who cannot live at home.", "strength"),
    # A grade that was given before is no concern; one that is given now is.
    (
        "The quay was praised and judged inadequate.",
        "weakness",
        "The quay was praised for the first time since being judged inadequate.",
        "strength",
    ),
    (
        "Its rating is inadequate and warmly told.",
        "weakness",
        "It was warmly told after an inadequate rating in 2019.",
        "strength",
    ),
    ("Praise came for an inadequate authority.", "weakness", "Praise came for the ‘inadequate’ authority.", "strength"),
    # What is asked for is not done yet.
    ("The council will develop clear plans.", "strength", "The council should develop clear plans.", "weakness"),
    ("The work is clear.", "strength", "The work needs work to be clear.", "weakness"),
    ("It recommends him warmly.", "strength", "It recommends that he speaks warmly.", "weakness"),
    # Progress that is the beginning of a concern is none.
    ("The stall has begun to improve.", "mixed", "Progress has begun to stall.", "weakness"),
    ("It is low and warm.", "weakness", "It gives low level support and is warm.", "strength"),
    ("The day was long.", "neutral", "The wait was too long.", "weakness"),
    ("There was a walk for each.", "neutral", "There was a long wait for each.", "weakness"),
    ("They had to wait for news.", "weakness", "They did not wait for news.", "strength"),
    ("They came after having to wait.", "weakness", "They came without having to wait.", "strength"),
    # To be worse than before is a concern, unless it was prevented.
    ("Walks were counted.", "neutral", "Walks, and they were good, have worsened.", "weakness"),
    ("A worsening picture was told warmly.", "weakness", "Warm help prevents that troubles worsen.", "strength"),
    # To have none of it is a concern, unless it is something bad, or says who is meant.
    ("Leaders have a clear aim.", "strength", "Carers have no support plans and no say.", "weakness"),
    ("The town has a quay.", "neutral", "The town has no quay.", "weakness"),
    ("It has no thorough plans.", "weakness", "It has no hesitation and no vacancies.", "strength"),
    (
        "Children have no home that is safe.",
        "weakness",
        "They help those who have no home that is safe.",
        "strength",
    ),
    ("Mothers have no warm room.", "weakness", "Mothers with no recourse to money have a warm room.", "strength"),
    # Who sees drift and says so is no concern; drift that is only followed by somebody's recognising is.
    ("Chairs wait and there is drift.", "weakness", "Chairs recognise drift and raise it.", "strength"),
    ("Chairs recognise and challenge drift.", "strength", "Chairs rarely recognise and challenge drift.", "weakness"),
    ("Chairs recognise when plans drift.", "strength", "Chairs recognise risk, leading to drift.", "weakness"),
    # Whom it is about is no concern; what was not done for them is.
    ("She helps those who are not at school.", "strength", "She helps those who have not been seen.", "weakness"),
]


@pytest.mark.parametrize(("one", "first", "other", "second"), PAIRS, ids=[pair[2] for pair in PAIRS])
def test_one_change_of_words_changes_what_is_told(one: str, first: str, other: str, second: str) -> None:
    assert (polarity_of(one), polarity_of(other)) == (first, second)


@pytest.mark.parametrize(
    "said",
    [
        "Plans are clear. However, reviews are weak.",
        "Plans are clear, however reviews are weak.",
        "Plans are clear; reviews are weak.",
        "Plans are clear although reviews are weak.",
        "Plans are clear, while reviews are weak.",
        "Whilst plans are mostly clear, reviews are weak.",
    ],
)
def test_each_turn_parts_praise_from_concern(said: str) -> None:
    assert polarity_of(said) == "mixed"


def test_without_a_turn_the_concern_beats_the_praise_of_the_same_clause() -> None:
    assert polarity_of("Plans are clear and good and reviews are weak.") == "weakness"


def test_a_sentence_that_begins_with_however_is_one_clause() -> None:
    assert polarity_of("However, reviews are weak.") == "weakness"
    assert polarity_of("However, reviews are good.") == "strength"


def test_a_comma_right_after_although_parts_nothing_and_a_later_one_does() -> None:
    said = "Although late, slow and few in number, reviews are good."
    parts = [said[start:end] for start, end in clauses(said)]
    assert parts == ["Although late, slow and few in number", "reviews are good."]


@pytest.mark.parametrize(
    "said", ["Not only good but also kind", "Nothing turns here", "A butler came, and a while later left"]
)
def test_what_only_looks_like_a_turn_parts_nothing(said: str) -> None:
    assert len(clauses(said)) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Children live in homes rated good or outstanding.", "neutral"),
        ("Children live in good homes and settings.", "neutral"),
        ("Good or outstanding schools are chosen.", "neutral"),
        ("The practice was rated good.", "strength"),
        ("Good social work was seen.", "strength"),
    ],
)
def test_a_grade_of_a_school_or_home_is_no_praise_of_the_council(said: str, told: str) -> None:
    assert polarity_of(said) == told


def test_the_clauses_show_the_words_by_which_it_was_told() -> None:
    praised, doubted = read_polarity("Plans are clear, but reviews are not timely.").clauses
    assert (praised.text, praised.praise, praised.concern) == ("Plans are clear", ("clear",), ())
    assert (doubted.text, doubted.praise, doubted.concern) == ("reviews are not timely.", ("timely",), ("not",))
    assert (praised.polarity, doubted.polarity) == ("strength", "weakness")


def test_a_concern_that_is_met_is_shown_as_praise_in_its_own_words() -> None:
    (only,) = read_polarity("The court acts without any delay.").clauses
    assert (only.praise, only.concern) == (("without any delay",), ())


def test_a_sentence_without_such_words_is_neutral_and_so_is_none() -> None:
    assert polarity_of("The office is in the town.") == "neutral"
    assert polarity_of("") == "neutral"
    assert polarity_version()


@pytest.mark.parametrize(
    ("said", "hedge"),
    [
        ("A small number of children wait too long.", "a small number of"),
        ("The vast majority are seen.", "the vast majority"),
        ("Too many wait.", "too many"),
        ("Not all are seen.", "not all"),
        ("The office is in the town.", None),
    ],
)
def test_how_many_are_meant_is_kept_and_judges_nothing(said: str, hedge: str | None) -> None:
    assert hedge_in(said) == hedge


@pytest.mark.parametrize("said", [words for pair in PAIRS for words in (pair[0], pair[2])])
def test_the_quick_way_and_the_one_that_shows_its_words_tell_the_same(said: str) -> None:
    assert polarity_of(said) == read_polarity(said).polarity


@pytest.mark.parametrize(("said", "told"), [
    ("There has been little progress in addressing these weaknesses.", "weakness"),
    ("There has been good progress in addressing these weaknesses.", "strength"),
    ("This was the fifth monitoring visit since the service was judged inadequate in 2019.", "neutral"),
    ("HMI for this visit were Ann Invented and Ben Invented.", "neutral"),
    ("A range of evidence was considered during the visit, including case discussions.", "neutral"),
    ("Since the monitoring visit in March, leaders have made good progress.", "strength"),
])  # fmt: skip
def test_what_a_letter_says_of_its_own_visit_is_no_praise_and_little_progress_is_a_concern(
    said: str, told: str
) -> None:
    assert polarity_of(said) == told
