"""What is asked to be improved: in order, exact, with page and addressee; and nothing else taken for it."""

import pytest

from holdfast.inspection.reading import read_document
from holdfast.inspection.report import ImprovementPoint, Report
from tests.inspection import invented_documents as documents
from tests.inspection.invented_documents import PROGRESS

pytestmark = pytest.mark.usefixtures("invented_councils")


def read(text: str) -> Report:
    (report,) = read_document("invented.txt", text.encode())
    return report


def points(text: str) -> list[ImprovementPoint]:
    return read(text).improvement_points


def test_points_keep_their_words_in_order_without_marks_and_with_sub_bullets_in_the_parent() -> None:
    assert [one.text for one in points(documents.ILACS_THREE)] == [
        "The time that a child on the island waits for the first visit.",
        "how plans say what will change, and by when",
        "Oversight by managers of: visits in winter visits in summer.",
    ]
    assert [(one.n, one.page) for one in points(documents.ILACS_THREE)] == [(1, 2), (2, 2), (3, 2)]


def test_the_frameworks_tag_moves_to_its_own_key_and_the_footnote_is_no_part_of_a_point() -> None:
    found = points(documents.ILACS_FOUR)
    assert [(one.text, one.framework_tag) for one in found] == [
        ("The quay, so that children can cross.", "Outcome three"),
        ("Who holds the lamp", "Enabler 2"),
    ]


def test_brackets_that_are_no_tag_stay_in_the_point() -> None:
    (first, _) = points(documents.ILACS_FOUR.replace("(Outcome three)", "(outside hours)"))
    assert (first.text, first.framework_tag) == ("The quay, so that children can cross (outside hours).", None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SIF_A", [("Ensure that the ferry is on time, in winter too.", 3, "authority"),
                   ("Ensure that somebody waits at the quay.", 3, "authority"), ("Count the boats.", 4, "lscb")]),
        ("SIF_B", [("Ensure that every plan says who.", 2, "authority"),
                   ("Ensure that every plan says when.", 2, "authority"), ("Ask the children.", 3, "lscb")]),
        ("SIF_C", [("Build the quay longer.", 3, "authority"),
                   ("Ask children where the boat should stop. (page 9, paragraph 7)", 3, "authority"),
                   ("Meet more often.", 5, "lscb")]),
        ("SIF_D", [("Mend the boat.", 3, "authority")]),
        ("LOOKED_AFTER", [("tell each child who will come", 1, "authority"),
                          ("write it down, so that the next worker can read it", 1, "authority"),
                          ("read it.", 1, "authority"), ("ask whether it helped.", 1, "authority")]),
    ],
)  # fmt: skip
def test_points_of_each_layout_with_page_and_addressee(name: str, expected: list[tuple[str, int, str]]) -> None:
    found = points(getattr(documents, name))
    assert [(one.text, one.page, one.addressee) for one in found] == expected
    assert [one.n for one in found] == list(range(1, len(expected) + 1))


def test_a_point_that_goes_over_a_page_is_one_point_on_the_page_where_it_begins() -> None:
    over = documents.SIF_D.replace("1. Mend the boat.", "1. Mend the boat,\n\f3\nand its sail.")
    assert [(one.text, one.page) for one in points(over)] == [("Mend the boat, and its sail.", 3)]


def test_a_section_in_prose_gives_a_point_for_each_paragraph() -> None:
    prose = documents.ILACS_FOUR.replace("◼ The quay", "The quay").replace("◼ Who", "\nWho").replace("1 The list", "")
    assert [one.text for one in points(prose)][:1] == ["The quay, so that children can cross."]


def test_a_report_without_the_section_says_so_and_has_no_points() -> None:
    text = documents.ILACS_THREE
    without = (
        text[: text.index("What needs to improve")]
        + text[text.index(f"{PROGRESS} children who need help and\nprotection: in") :]
    )
    report = read(without)
    assert report.improvement_points == []
    assert report.reasons["improvement_points"].startswith("None printed")


def test_every_point_has_its_printed_words_as_evidence() -> None:
    told = read(documents.ILACS_THREE).as_json()
    assert told["evidence"]["improvement_points.0"] == {
        "page": 2, "quote": "\uf06e The time that a child on the island waits for the first visit.",
    }  # fmt: skip
