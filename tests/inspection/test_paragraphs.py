"""Paragraphs with their printed numbers, and the sentences in them."""

import pytest

from benchmarks.sentence_pages import ELSEWHERE, HERE, NOWHERE, only_letters, stands
from holdfast.inspection.letters import letter_paragraphs
from holdfast.inspection.press import article_paragraphs
from holdfast.inspection.printed import Line, joined, turns_of
from holdfast.inspection.reading import read_document
from holdfast.inspection.report import Paragraph, Report
from holdfast.inspection.statements import hedge_in, sentences, sentences_of
from tests.inspection import invented_documents as documents
from tests.inspection.invented_documents import FAMILIES, LEADERS, PROGRESS

pytestmark = pytest.mark.usefixtures("invented_councils")

NAMES = ("ILACS_THREE", "ILACS_FOUR", "SIF_A", "SIF_B", "SIF_C", "LOOKED_AFTER", "MONITORING", "FOCUSED")


def read(text: str) -> Report:
    return read_document("invented.txt", text.encode())[0]


def test_numbered_paragraphs_keep_number_page_and_section_and_go_over_a_page() -> None:
    numbered = [one for one in read(documents.ILACS_THREE).paragraphs if one.number]
    assert [(one.number, one.page) for one in numbered] == [(1, 2), (2, 2), (3, 3), (4, 3)]
    assert numbered[1].text == "A second thing stands here, and it goes over the page."
    assert numbered[0].section == f"{PROGRESS} children who need help and protection"
    assert numbered[3].section == f"{LEADERS} practice with children {FAMILIES}"


def test_a_summary_without_numbers_is_kept_and_points_and_contents_are_not_paragraphs() -> None:
    report = read(documents.SIF_A)
    assert [(one.number, one.section) for one in report.paragraphs] == [
        (1, "Summary of key findings"), (2, "Summary of key findings"), (7, "Key strengths and weaknesses of the LSCB"),
    ]  # fmt: skip
    summary = [one.text for one in read(documents.SIF_B).paragraphs if one.number is None]
    assert summary[0] == "The first finding stands here, and it is long enough."


def test_numbers_may_begin_again_under_a_new_heading_and_nowhere_else() -> None:
    again = documents.SIF_C.replace("85. The board did", "1. The board did")
    assert [one.number for one in read(again).paragraphs if one.number] == [3, 4, 1]
    within = documents.SIF_C.replace("3. The boat is old.", "3. The boat is old.\n1. It leaks in places.")
    (third,) = [one for one in read(within).paragraphs if one.number == 3]
    assert third.text == "The boat is old. 1. It leaks in places."


def test_a_running_title_is_left_out_and_a_line_of_prose_that_begins_with_a_number_is_not() -> None:
    title = "Inspection of Wexmouth local authority children’s services\n4 to 15 February 2019 3\n"
    over = documents.ILACS_THREE.replace("\f3\nthe page.", f"\f{title}16 of them in 2019\nand more on the page.")
    (second,) = [one for one in read(over).paragraphs if one.number == 2]
    assert second.text == "A second thing stands here, and it goes over 16 of them in 2019 and more on the page."


OVER = """\
2. A second thing stands here, and it goes over
\f3
the page. A third follows it. A fourth goes far-
\f4
ther on. A fifth ends it."""


def test_each_sentence_of_a_paragraph_that_crosses_pages_is_cited_to_the_page_of_its_first_word() -> None:
    second = "2. A second thing stands here, and it goes over\n\f3\nthe page."
    report = read(documents.ILACS_THREE.replace(second, OVER))
    (whole,) = [one for one in report.paragraphs if one.number == 2]
    assert (whole.page, [page for _, page in whole.turns]) == (2, [3, 4])
    assert [(one.page, one.text) for one in report.statements if one.paragraph == 2] == [
        (2, "A second thing stands here, and it goes over the page."), (3, "A third follows it."),
        (3, "A fourth goes far-ther on."), (4, "A fifth ends it."),
    ]  # fmt: skip


def test_a_sentence_that_begins_with_the_first_word_of_a_page_is_cited_to_that_page() -> None:
    lines = [Line(text="All is seen. ", page=2), Line(text="", page=3), Line(text="Boats wait.", page=3)]
    paragraph = Paragraph(number=1, page=2, section=None, text=joined(lines), turns=turns_of(lines))
    assert sentences_of(paragraph) == [(2, "All is seen."), (3, "Boats wait.")]
    number_alone = [Line(text="", page=2), Line(text="Boats wait.", page=3)]
    alone = Paragraph(number=1, page=2, section=None, text=joined(number_alone), turns=turns_of(number_alone))
    assert sentences_of(alone) == [(3, "Boats wait.")]
    assert turns_of(lines[1:]) == turns_of([]) == ()


def test_in_a_letter_and_in_an_article_a_sentence_is_cited_to_its_own_page_too() -> None:
    def lines(*said: str) -> list[Line]:
        return [Line(text=one, page=page) for page, one in enumerate(said, 1)]

    letter = lines("Dear Ms Jute", "This letter summarises the visit. It tells of", "the quay. The quay is shut.")
    (told,) = letter_paragraphs(letter, 0.0)
    assert sentences_of(told) == [
        (2, "This letter summarises the visit."), (2, "It tells of the quay."), (3, "The quay is shut."),
    ]  # fmt: skip
    (article,) = article_paragraphs(lines("- Inspectors said that the quay was shut. It is", "in Wexmouth. It is old."))
    assert sentences_of(article) == [
        (1, "Inspectors said that the quay was shut."), (1, "It is in Wexmouth."), (2, "It is old."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "where"), [(1, ELSEWHERE), (2, HERE), (3, ELSEWHERE)], ids=["the page before", "its own", "the page after"]
)
def test_the_share_that_is_measured_counts_a_sentence_only_on_the_page_cited(page: int, where: str) -> None:
    pages = [only_letters(one) for one in ("A quay.", "2. The long-shut\nquay opens “again” at noon.", "It is shut.")]
    assert stands("The long-shut quay opens again at noon, they say.", page, pages) == where
    assert stands("The quay that nobody wrote of is shut.", page, pages) == NOWHERE


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_words_of_a_paragraph_and_its_matched_words_are_its_own(name: str) -> None:
    report = read(getattr(documents, name))
    assert report.statements
    texts = [one.text for one in report.paragraphs]
    for one in report.statements:
        assert any(one.text in text for text in texts)
        assert all(word in one.text for word in one.matched)
        assert bool(one.themes) is bool(one.matched)
        assert one.speaker == "inspector"


def test_sentences_end_at_their_stops_and_not_at_an_abbreviations() -> None:
    said = "Most children are seen, e.g. in March. St. Ann’s is far. “Too far.” Nobody goes (yet). Why?"
    assert sentences(said) == [
        "Most children are seen, e.g. in March.", "St. Ann’s is far.", "“Too far.”", "Nobody goes (yet).", "Why?",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "hedge"),
    [
        ("A small number of children wait.", "a small number of"),
        ("For the vast majority, it holds.", "the vast majority"),
        ("Too many wait.", "too many"),
        ("Children wait.", None),
        ("The tallest tower stands.", None),
    ],
)
def test_the_word_that_says_how_many_is_kept_with_the_sentence(said: str, hedge: str | None) -> None:
    assert hedge_in(said) == hedge
