"""The front page of every layout: whose, when, by whom, each grade by its row's label, and what is not there."""

from datetime import date

import pytest

from holdfast.inspection.reading import read_document
from holdfast.inspection.report import AREAS, NOT_IN_THIS_SET, VALUES, Report
from tests.inspection import invented_documents as documents
from tests.inspection.invented_documents import PROGRESS

pytestmark = pytest.mark.usefixtures("invented_councils")

GRADES = {
    "ILACS_THREE": ("Inadequate", "Inadequate", "Good", None, None, "Requires improvement", None),
    "ILACS_FOUR": ("Requires improvement", "Outstanding", "Requires improvement", "Inadequate", None, "Good", None),
    "ILACS_NO_OVERALL": (None, "Outstanding", "Requires improvement", "Inadequate", None, "Good", None),
    "SIF_A": ("Requires improvement", "Requires improvement", "Good", "Requires improvement", "Outstanding",
              "Inadequate", "Good"),
    "SIF_B": ("Requires improvement", "Requires improvement", "Good", "Requires improvement", "Outstanding",
              "Inadequate", "Requires improvement"),
    "SIF_C": ("Requires improvement", "Requires improvement", "Good", "Requires improvement", "Outstanding",
              "Inadequate", "Inadequate"),
    "SIF_D": ("Inadequate", "Requires improvement", "Good", "Requires improvement", "Outstanding", "Inadequate", None),
    "LOOKED_AFTER": ("Adequate", None, "Good", None, None, "Inadequate", None),
}  # fmt: skip


def read(text: str) -> Report:
    (report,) = read_document("invented.txt", text.encode())
    return report


@pytest.mark.parametrize(("name", "grades"), GRADES.items(), ids=list(GRADES))
def test_every_grade_of_every_layout_is_read_and_no_other(name: str, grades: tuple[str | None, ...]) -> None:
    report = read(getattr(documents, name))
    assert report.kind == "inspection_report"
    assert report.judgements == dict(zip(AREAS, grades, strict=True))
    assert report.unsure is False
    assert report.problems == []


@pytest.mark.parametrize("name", GRADES)
def test_every_value_has_its_page_and_quote_or_its_reason_and_never_both(name: str) -> None:
    report = read(getattr(documents, name))
    told = report.as_json()
    singles = {key: told[key] for key in VALUES}
    singles |= {f"judgements.{area}": grade for area, grade in told["judgements"].items()}
    assert len(singles) == 18
    for key, value in singles.items():
        assert (key in told["evidence"]) == (value is not None), key
        assert (key in told["reasons"]) == (value is None), key


@pytest.mark.parametrize(
    ("name", "framework", "visit", "lead", "published"),
    [
        ("ILACS_THREE", "ILACS", "inspection", "Maud Tarn", None),
        ("ILACS_FOUR", "ILACS", "inspection", "Ada Quill; Bo Marsh", None),
        ("SIF_A", "SIF", "inspection", "Cato Reed", None),
        ("SIF_B", "SIF", "inspection", "Dot Fell", date(2015, 5, 18)),
        ("SIF_D", "SIF", "reinspection", None, date(2018, 5, 2)),
        ("LOOKED_AFTER", "other", "inspection", "Fay Hale", None),
    ],
)
def test_framework_visit_lead_and_publication_are_read_as_printed(
    name: str, framework: str, visit: str, lead: str | None, published: date | None
) -> None:
    report = read(getattr(documents, name))
    assert (report.framework, report.visit_type) == (framework, visit)
    assert (report.lead_inspector, report.publication_date) == (lead, published)
    assert (report.authority, report.authority_code) == ("Wexmouth", "X00000001")


def test_the_printed_name_is_kept_beside_the_council_it_means() -> None:
    assert read(documents.ILACS_FOUR).authority_printed == "Wexmouth Borough Council"
    assert read(documents.SIF_A).authority_printed == "Wexmouth County Council"


def test_a_council_that_the_table_does_not_have_is_not_read_and_a_part_of_its_name_is_not_taken() -> None:
    report = read(documents.ILACS_THREE.replace("Wexmouth Borough", "Great Wexmouthshire"))
    assert (report.authority, report.authority_code) == (None, None)
    assert report.authority_printed == "Great Wexmouthshire Council"
    assert "Great Wexmouthshire" in report.reasons["authority"]


def test_the_grade_goes_with_its_label_in_whatever_order_the_rows_stand() -> None:
    first = f"{PROGRESS} children who need help and\nprotection Inadequate\n"
    last = "Overall effectiveness Inadequate\n"
    moved = documents.ILACS_THREE.replace(first, "").replace(last, last + first)
    assert read(moved).judgements == read(documents.ILACS_THREE).judgements


def test_the_joint_grade_is_care_and_care_leavers_then_has_none() -> None:
    report = read(documents.ILACS_THREE)
    assert report.judgements["care"] == "Good"
    assert "together" in report.reasons["judgements.care_leavers"]


def test_a_row_that_is_gone_is_not_read_and_never_filled_from_its_neighbour() -> None:
    report = read(
        documents.ILACS_FOUR.replace("children in care\nRequires improvement to be good\n", "children in care\n")
    )
    assert report.judgements["care"] is None
    assert report.judgements["care_leavers"] == "Inadequate"
    assert not report.reasons["judgements.care"].startswith("Not in this set")
    assert any("judgements.care" in words for words in report.problems)


def test_an_overall_row_that_is_gone_before_april_2026_is_not_read_and_after_it_is_not_in_the_set() -> None:
    late = documents.ILACS_NO_OVERALL
    early = late.replace("11 to 22 May 2026", "9 to 20 March 2026")
    assert read(late).reasons["judgements.overall"].startswith("Not in this set")
    assert read(early).reasons["judgements.overall"].startswith("Not read")
    assert read(late.replace("11 to 22 May 2026", "1 to 9 April 2026")).problems == []


def test_a_board_that_was_not_reviewed_is_not_in_the_set_and_one_without_a_grade_is_not_read() -> None:
    assert read(documents.SIF_D).reasons["judgements.lscb"] == NOT_IN_THIS_SET
    silent = documents.SIF_C.replace("The Local Safeguarding Children Board is inadequate\n", "")
    assert read(silent).reasons["judgements.lscb"].startswith("Not read")


def test_two_overall_sentences_that_differ_make_the_document_unsure() -> None:
    twice = documents.SIF_D.replace("1. Children who need", "The overall judgement is good\n1. Children who need")
    report = read(twice)
    assert report.unsure is True
    assert report.judgements["overall"] is None
    assert any(words.startswith("Unsure") for words in report.problems)


def test_a_label_with_two_grades_on_the_front_page_makes_the_document_unsure() -> None:
    twice = documents.ILACS_THREE.replace(
        "Overall effectiveness Inadequate\n", "Overall effectiveness Inadequate\n" * 2
    )
    assert read(twice).judgements["overall"] == "Inadequate"
    report = read(twice.replace("Overall effectiveness Inadequate\n", "Overall effectiveness Good\n", 1))
    assert report.unsure is True
    assert report.judgements["overall"] is None


@pytest.mark.parametrize(
    "printed",
    ["4 to 8 February 2019 and\n18 to 22 February 2019", "4 to 8 February 2019\nand 18 to 22 February 2019",
     "4 February to\n22 February 2019", "4 February 2019 –\n22 February 2019"],
)  # fmt: skip
def test_dates_that_go_on_in_the_next_line_are_read_whole(printed: str) -> None:
    report = read(documents.ILACS_THREE.replace("4 February 2019 to 15 February 2019", printed))
    assert (report.inspection_start, report.inspection_end) == (date(2019, 2, 4), date(2019, 2, 22))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Lead inspector: Maud Tarn, Her Majesty’s\nInspector", "Maud Tarn"),
        ("Lead inspector: Maud Tarn, Senior HMI", "Maud Tarn"),
        ("Lead inspectors: Maud Tarn and Bo Day HMI", "Maud Tarn; Bo Day"),
        ("Lead inspector:\nMaud Tarn", "Maud Tarn"),
    ],
)
def test_the_lead_inspectors_name_stands_without_what_follows_it(printed: str, name: str) -> None:
    report = read(documents.ILACS_THREE.replace("Lead inspector: Maud Tarn\nHer Majesty’s Inspector", printed))
    assert report.lead_inspector == name


def test_two_ranges_of_dates_that_differ_on_the_front_page_make_the_document_unsure() -> None:
    report = read(
        documents.ILACS_THREE.replace("Lead inspector", "Inspection dates: 5 to 16 March 2019\nLead inspector")
    )
    assert report.unsure is True
    assert (report.inspection_start, report.inspection_end) == (None, None)
    assert report.reasons["inspection_start"].startswith("Unsure")


def test_a_boards_two_grades_that_differ_make_the_document_unsure() -> None:
    report = read(
        documents.SIF_A.replace("The effectiveness of the LSCB is good", "The effectiveness of the LSCB is inadequate")
    )
    assert report.unsure is True
    assert report.judgements["lscb"] is None


@pytest.mark.parametrize("name", ["SIF_B", "SIF_C"])
def test_an_overall_sentence_that_is_gone_is_not_read(name: str) -> None:
    text = getattr(documents, name)
    start = min(at for at in (text.find("The overall judgement"), text.find("Children’s services in")) if at >= 0)
    report = read(text[:start] + text[text.index("1. Children who") :])
    assert report.judgements["overall"] is None
    assert report.reasons["judgements.overall"].startswith("Not read")


def test_a_day_of_publication_that_is_none_is_not_read_and_one_that_is_not_there_is_not_printed() -> None:
    assert read(documents.SIF_B.replace("18 May 2015", "soon")).reasons["publication_date"].startswith("Not read")
    assert read(documents.SIF_A).reasons["publication_date"].startswith("Not printed")


def test_a_front_page_without_a_name_says_that_none_was_found() -> None:
    report = read(documents.ILACS_THREE.replace("Wexmouth Borough Council\n", ""))
    assert (report.authority, report.authority_printed) == (None, None)
    assert any("authority_printed" in words for words in report.problems)


@pytest.mark.parametrize(
    ("said", "before"),
    [
        ("It rained. Since being judged good overall at the previous inspection, the band has learnt a waltz.", "Good"),
        (
            "In 2018, inspectors judged Wexmouth children’s services to require improvement, and the lighthouse fell.",
            "Requires improvement",
        ),
        (
            "The last inspection of Wexmouth in 2019 judged services to be outstanding, and the band played a waltz.",
            "Outstanding",
        ),
        ("Since the last inspection in 2017, when all areas were judged inadequate, it has rained.", "Inadequate"),
        ("The herring came late in 2021; all services were judged as requiring improvement.", "Requires improvement"),
        ("Children’s services in Wexmouth are no longer inadequate, but it still rains.", "Inadequate"),
        ("The last inspection of fostering found Wexmouth to be no longer inadequate.", None),
        ("Services for children in care in Wexmouth are no longer inadequate.", None),
        ("In May 2010 safeguarding was inspected on the pier and judged to be good for overall effectiveness.", "Good"),
        ("In May 2010 safeguarding was inspected on the pier and judged to be good for its leadership.", None),
        ("Services are now judged to be good.", None),
        ("In 2023 the predecessor council, Eastmarsh (now under water), was judged inadequate.", None),
        ("Since the last inspection, when adoption was judged to be good, it has rained.", None),
    ],
)
def test_the_grade_before_is_taken_from_what_is_said_of_the_whole_service(said: str, before: str | None) -> None:
    text = documents.ILACS_THREE
    start = text.index("Since the last inspection in 2016")
    end = text.index("The lead member knows this.")
    assert read(text[:start] + said + "\n" + text[end:]).previous_overall == before


def test_a_date_that_does_not_exist_is_not_read() -> None:
    report = read(documents.ILACS_THREE.replace("4 February 2019 to 15 February 2019", "30 February 2019"))
    assert (report.inspection_start, report.inspection_end) == (None, None)
    assert "30 February 2019" in report.reasons["inspection_start"]


def test_the_grade_of_the_inspection_before_is_the_whole_services_and_never_a_parts() -> None:
    assert read(documents.ILACS_THREE).previous_overall == "Good"
    assert read(documents.SIF_D).previous_overall == "Inadequate"
    part = documents.ILACS_THREE.replace("the local authority was judged", "services for children in care were judged")
    assert read(part).previous_overall is None


def test_earlier_inspections_of_parts_give_no_grade_before_and_one_of_overall_effectiveness_does() -> None:
    start = documents.SIF_D.index("\uf06e The last report")
    end = documents.SIF_D.index("Local leadership")
    parts = "\uf06e The last inspection of fostering was in 2011. The local authority was judged to be good.\n\n"
    whole = "\uf06e In 2014, on a wet day, overall effectiveness was judged to be inadequate.\n\n"
    assert read(documents.SIF_D[:start] + parts + documents.SIF_D[end:]).previous_overall is None
    assert read(documents.SIF_D[:start] + parts + whole + documents.SIF_D[end:]).previous_overall == "Inadequate"
    part = "\uf06e The last inspection of services for children looked after was in 2014.\n"
    called = "It was judged to be adequate, by others, in overall effectiveness.\n\n"
    assert read(documents.SIF_D[:start] + part + called + documents.SIF_D[end:]).previous_overall is None


def test_a_report_of_2013_is_known_by_its_last_page_where_its_title_is_another() -> None:
    report = read(
        documents.LOOKED_AFTER.replace("Inspection of looked after children services", "Services for children")
    )
    assert (report.kind, report.framework) == ("inspection_report", "other")
    assert report.judgements["overall"] == "Adequate"


def test_a_board_reviewed_in_the_same_file_is_a_second_part_with_its_own_points() -> None:
    first, second = read_document("two.txt", (documents.SIF_D + documents.BOARD_ALONE).encode())
    assert (first.part, second.part) == (1, 2)
    assert (first.judgements["lscb"], second.judgements["lscb"]) == (None, "Good")
    assert (first.judgements["overall"], second.judgements["overall"]) == ("Inadequate", None)
    assert second.authority == "Wexmouth"
    assert [(one.text, one.page, one.addressee) for one in second.improvement_points] == [("Speak louder.", 5, "lscb")]
