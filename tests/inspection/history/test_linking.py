"""Which later sentence may tell of a point: by its own words and a word that says how it went, all kept."""

from dataclasses import replace

import pytest

from holdfast.inspection.history.linking import how_it_went, propose
from holdfast.inspection.history.points import Point
from holdfast.inspection.history.when import When
from holdfast.inspection.report import Polarity, Report, Statement
from tests.inspection.history.invented_events import WEXMOUTH

LATER = When.of("2023-01-13")
VISITS = Point(
    authority_code=WEXMOUTH, raised=When.of("2019-05-17"), n=1, page=2,
    text="The timeliness of return interviews on the island when a ferry is missed.",
)  # fmt: skip
PLANS = Point(
    authority_code=WEXMOUTH, raised=When.of("2019-05-17"), n=2, page=2,
    text="Pathway plans that say who will mend the quay, and by when.",
)  # fmt: skip


def later(*said: str, speaker: str = "inspector", code: str = WEXMOUTH) -> Report:
    report = Report(file="later.pdf", kind="inspection_report", authority_code=code)
    report.statements = [
        Statement(paragraph=at, page=3, speaker=speaker, text=text, hedge=None) for at, text in enumerate(said, 1)
    ]
    return report


STILL = "Return interviews on the island are still late."
MENDED = "Pathway plans no longer leave the quay to chance."


def test_each_point_gets_the_sentence_that_shares_most_with_every_word_that_matched() -> None:
    other = "Interviews on the island are still rare."
    visits, plans = propose([VISITS, PLANS], later(other, STILL, MENDED), LATER)
    assert (visits.point, visits.fate, visits.evidence.text) == (VISITS, "persists", STILL)
    assert visits.evidence.shared == ("interview", "island", "return")
    assert visits.evidence.cues == ("still",)
    assert (visits.evidence.page, visits.evidence.paragraph, visits.evidence.written) == (3, 2, LATER)
    assert (plans.fate, plans.evidence.cues) == ("addressed", ("no longer",))


def test_everything_is_only_proposed() -> None:
    assert [one.is_confirmed for one in propose([VISITS, PLANS], later(STILL, MENDED), LATER)] == [False, False]


def test_a_point_of_which_nothing_is_said_gets_nothing() -> None:
    assert [one.point for one in propose([VISITS, PLANS], later(STILL), LATER)] == [VISITS]


def test_a_sentence_without_a_word_of_how_it_went_proposes_nothing() -> None:
    assert propose([VISITS], later("Return interviews on the island are late."), LATER) == ()


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("Interviews on the island are still late.", 0),
        ("At the last inspection interviews on the island were late, and they still are.", 1),
        ("At the last inspection interviews were late, and they still are.", 0),
        (STILL, 1),
    ],
)
def test_three_words_in_common_are_needed_and_two_where_the_sentence_looks_back(said: str, proposed: int) -> None:
    assert len(propose([VISITS], later(said), LATER)) == proposed


def test_a_small_word_is_as_small_where_it_is_somebodys() -> None:
    point = replace(PLANS, text="The quality of children’s assessments and plans.")
    shared = "At the last inspection children’s {} were late, and they still are."
    assert propose([point], later(shared.format("plans")), LATER) == ()
    (found,) = propose([point], later(shared.format("assessments and plans")), LATER)
    assert found.evidence.shared == ("assess", "plan")


BACK = "At the last inspection interviews on the island were late, and leaders rarely ask why."


@pytest.mark.parametrize(
    ("said", "polarity", "proposed"),
    [
        (BACK, "weakness", ["persists"]),
        (BACK, "strength", []),
        (BACK, "mixed", []),
        (BACK, "neutral", []),
        (BACK.replace("At the last inspection", "In the last winter"), "weakness", []),
        (BACK.replace("At the last inspection", "As an area for improvement"), "weakness", []),
        (BACK.replace("rarely", "no longer rarely"), "weakness", ["addressed"]),
        (BACK.replace("on the island", ""), "weakness", []),
    ],
)
def test_a_weakness_told_of_the_last_inspection_by_name_proposes_that_the_point_persists(
    said: str, polarity: Polarity, proposed: list[str]
) -> None:
    report = later(said)
    report.statements = [replace(one, polarity=polarity) for one in report.statements]
    found = propose([VISITS], report, LATER)
    assert [one.fate for one in found] == proposed
    assert all(not one.is_confirmed for one in found)


@pytest.mark.parametrize(
    "report",
    [later(STILL, speaker="council"), later(STILL, code="X00000002")],
    ids=["said by the council", "of another council"],
)
def test_only_inspectors_of_the_same_council_tell(report: Report) -> None:
    assert propose([VISITS], report, LATER) == ()


@pytest.mark.parametrize(("written", "proposed"), [("2019-05-17", 0), ("2019-05-18", 1)])
def test_only_a_later_report_tells(written: str, proposed: int) -> None:
    assert len(propose([VISITS], later(STILL), When.of(written))) == proposed


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ("Visits remain late.", "persists"),
        ("Visits are no longer late.", "addressed"),
        ("Visits have deteriorated.", "deteriorated"),
        ("Some progress was made on visits.", "partly"),
        ("Most visits are no longer late, but some still are.", "partly"),
        ("Visits are late.", None),
        ("The remainder distilled water.", None),
        ("The areas have not been fully progressed.", "persists"),
        ("The areas have been fully progressed.", None),
        ("The work has not been progressed.", "persists"),
        ("Leaders have made too little progress on visits.", "persists"),
    ],
)
def test_the_words_that_say_how_it_went_are_whole_words_and_two_fates_mean_partly(said: str, fate: str | None) -> None:
    assert how_it_went(said)[1] == fate
