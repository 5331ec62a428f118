"""PDFs: where words stand, the second reading by place, and what is refused with its reason."""

import pytest

from holdfast.inspection.pdf import MOST_PAGES, CannotOpen, bare_text, read_pdf
from holdfast.inspection.reading import read_document
from holdfast.inspection.report import Report
from holdfast.inspection.rows_again import rows_by_position, rows_from_the_end
from tests.inspection.hostile_pdfs import with_misspelt_script, with_packed_script, with_script
from tests.inspection.invented_documents import FAMILIES, LEADERS, PROGRESS
from tests.inspection.made_pdfs import Place, locked, of_empty_pages, of_pages, of_scaled_letters, pdf

pytestmark = pytest.mark.usefixtures("invented_councils")

HEAD: list[Place] = [
    (72, 780, "Inspection of Wexmouth local authority children’s services"),
    (72, 750, "Inspection dates: 4 to 15 March 2024"), (72, 730, "Lead inspector: Maud Tarn, His Majesty’s Inspector"),
    (72, 700, "Judgement"), (350, 700, "Grade"),
]  # fmt: skip
LABELS: list[tuple[int, list[str]]] = [
    (670, [f"{LEADERS}", f"practice with children {FAMILIES}"]),
    (630, [f"{PROGRESS}", "children who need help and protection"]),
    (590, [f"{PROGRESS}", "children in care"]),
    (550, [f"{PROGRESS} care", "leavers"]),
    (510, ["Overall effectiveness"]),
]
ROWS = ["Good", "Requires improvement to be good", "Outstanding", "Inadequate", "Requires improvement to be good"]


def rows(grades: list[str]) -> list[Place]:
    """The table, row by row: each label's lines, then the grade level with the first."""
    places: list[Place] = []
    for (top, words), grade in zip(LABELS, grades, strict=True):
        places += [(72, top - 14 * at, text) for at, text in enumerate(words)]
        places.append((350, top, grade))
    return places


def read(*pages: list[Place]) -> Report:
    (report,) = read_document("invented.pdf", of_pages(pages))
    return report


def test_a_table_in_a_pdf_is_read_twice_and_both_readings_agree() -> None:
    report = read(HEAD + rows(ROWS))
    assert report.problems == []
    areas = ("leadership", "help_and_protection", "care", "care_leavers", "overall")
    assert [report.judgements[area] for area in areas] == [
        "Good", "Requires improvement", "Outstanding", "Inadequate", "Requires improvement",
    ]  # fmt: skip
    assert (report.authority, report.lead_inspector, report.n_pages) == ("Wexmouth", "Maud Tarn", 1)


def test_grades_that_stand_beside_other_labels_than_the_text_runs_make_the_document_unsure() -> None:
    swapped = rows(ROWS)
    places = [at for at, place in enumerate(swapped) if place[0] == 350]
    first, third = places[0], places[2]
    # Drawn after the first label, but level with the third one; and the other way round.
    swapped[first], swapped[third] = (350, 590, "Good"), (350, 670, "Outstanding")
    report = read(HEAD + swapped)
    assert report.unsure is True
    assert (report.judgements["leadership"], report.judgements["care"]) == (None, None)
    assert report.judgements["overall"] == "Requires improvement"
    assert sum(words.startswith("Unsure") for words in report.problems) == 2


def test_the_reading_by_place_does_not_need_the_text_in_order() -> None:
    (page,) = read_pdf(of_pages([[*HEAD, *rows(ROWS)]])).pages
    backwards = tuple(reversed(page.words))
    assert rows_by_position(backwards, "ILACS") == rows_by_position(page.words, "ILACS") == {
        "leadership": "Good", "help_and_protection": "Requires improvement", "care": "Outstanding",
        "care_leavers": "Inadequate", "overall": "Requires improvement",
    }  # fmt: skip


def test_the_reading_from_the_end_lends_no_grade_to_a_label_without_one() -> None:
    (page,) = read_pdf(of_pages([[*HEAD, *[one for one in rows(ROWS) if one[2] != "Outstanding"]]])).pages
    assert "care" not in rows_from_the_end(page.lines, "ILACS")
    assert "care" not in rows_by_position(page.words, "ILACS")


def test_lines_know_their_page_their_place_and_whether_a_paragraph_begins() -> None:
    first, second = read_pdf(
        of_pages([[(72, 700, "One"), (90, 685, "two")], [(72, 700, "Three"), (72, 640, "Four")]])
    ).pages
    assert [(line.text.strip(), line.page, round(line.left), line.gap) for line in first.lines] == [
        ("One", 1, 72, True), ("two", 1, 90, False),
    ]  # fmt: skip
    assert [(line.text.strip(), line.page, line.gap) for line in second.lines] == [
        ("Three", 2, True),
        ("Four", 2, True),
    ]


def test_a_points_page_is_the_pdfs_own() -> None:
    more: list[Place] = [
        (72, 780, "What needs to improve?"), (72, 750, "• The quay."), (72, 730, "• The lamp,"), (82, 716, "at night."),
        (72, 690, f"{PROGRESS} children in care: outstanding"), (72, 660, "1. Children are seen."),
    ]  # fmt: skip
    report = read(HEAD + rows(ROWS), more)
    assert [(one.text, one.page) for one in report.improvement_points] == [("The quay.", 2), ("The lamp, at night.", 2)]
    assert [(one.number, one.page, one.text) for one in report.paragraphs] == [(1, 2, "Children are seen.")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked(), "locked with a password"),
        (of_empty_pages(MOST_PAGES + 1), "401 pages"),
        (of_empty_pages(2), "pictures of pages"),
        (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "damaged or cut short"),
        (b"%PDF-1.7\nand then nothing more", "damaged or cut short"),
        (of_pages([[*HEAD, *rows(ROWS)]])[:400], "damaged or cut short"),
    ],
    ids=["locked", "long", "pictures", "empty", "cut", "truncated"],
)
def test_what_cannot_be_opened_is_refused_with_its_reason(data: bytes, why: str) -> None:
    with pytest.raises(CannotOpen, match=why):
        read_pdf(data)
    (report,) = read_document("hostile.pdf", data)
    assert report.kind == "not_a_report"
    assert why in report.problems[0]


def test_letters_that_are_scaled_have_the_size_they_are_seen_in() -> None:
    printed = read_pdf(of_scaled_letters([(72, 700, "One"), (72, 686, "two")]))
    assert [(line.size, line.gap) for line in printed.pages[0].lines] == [(12.0, True), (12.0, False)]
    assert printed.body == 12.0


def test_the_bare_text_has_the_words_and_a_mark_between_pages() -> None:
    assert bare_text(of_pages([[(72, 700, "One")], [(72, 700, "Two")]])).split("\f") == ["One", "Two"]


def test_the_longest_document_that_is_let_in_has_four_hundred_pages() -> None:
    with pytest.raises(CannotOpen, match="pictures"):
        read_pdf(of_empty_pages(MOST_PAGES))


@pytest.mark.parametrize("data", [with_script(), with_packed_script(), with_misspelt_script()])
def test_a_script_is_found_wherever_it_hides(data: bytes) -> None:
    with pytest.raises(CannotOpen, match="a script"):
        read_pdf(data)


def test_packed_dictionaries_without_a_script_are_no_script() -> None:
    """Control: the same file, packed the same way, is only refused because it has no text."""
    hidden, plain = with_packed_script(), with_packed_script(b"")
    assert b"JavaScript" not in hidden
    with pytest.raises(CannotOpen, match="pictures of pages"):
        read_pdf(plain)
