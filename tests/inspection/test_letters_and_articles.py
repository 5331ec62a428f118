"""Letters after visits, marked unproven, and press articles: several councils, several speakers, lower trust."""

from datetime import date

import pytest

from holdfast.inspection.letters import UNPROVEN
from holdfast.inspection.press import LOWER_TRUST
from holdfast.inspection.reading import read_document
from holdfast.inspection.report import Report
from tests.inspection import invented_documents as documents

pytestmark = pytest.mark.usefixtures("invented_councils")


def read(text: str, name: str = "invented.txt") -> list[Report]:
    return read_document(name, text.encode())


def test_a_monitoring_letters_facts_are_read_from_its_opening_sentence() -> None:
    (letter,) = read(documents.MONITORING)
    assert (letter.kind, letter.framework, letter.visit_type) == ("monitoring_letter", "ILACS", "monitoring_visit")
    assert (letter.authority, letter.ordinal, letter.previous_overall) == ("Wexmouth", 5, "Inadequate")
    assert (letter.inspection_start, letter.inspection_end) == (date(2022, 3, 29), date(2022, 3, 30))
    assert letter.lead_inspector == "Kit Lorne; May Nash"
    assert [(one.section, one.page) for one in letter.paragraphs] == [
        (None, 1), ("Areas covered by the visit", 1), ("Headline findings", 1),
        ("Findings and evaluation of progress", 2),
    ]  # fmt: skip


def test_every_letter_is_marked_unproven_and_gives_no_grade() -> None:
    for text in (documents.MONITORING, documents.FOCUSED):
        (letter,) = read(text)
        assert UNPROVEN in letter.problems
        assert set(letter.judgements.values()) == {None}
        assert all(letter.reasons[f"judgements.{area}"].startswith("Not in this set") for area in letter.judgements)


def test_a_focused_letters_list_is_its_points_and_its_visit_has_no_number() -> None:
    (letter,) = read(documents.FOCUSED)
    assert (letter.kind, letter.visit_type, letter.framework) == ("focused_visit_letter", "focused_visit", "ILACS")
    assert [one.text for one in letter.improvement_points] == [
        "How soon a new worker visits.", "What is written after the visit.",
    ]  # fmt: skip
    assert letter.ordinal is None
    assert letter.reasons["ordinal"].startswith("Not in this set")


@pytest.mark.parametrize(("year", "framework"), [("2017", "SIF"), ("2018", "ILACS")])
def test_a_monitoring_visit_belongs_to_the_framework_in_force_on_its_first_day(year: str, framework: str) -> None:
    (letter,) = read(documents.MONITORING.replace("29 and 30 March 2022", f"2 and 3 January {year}").replace(
        "29 and\n30 March 2022", f"2 and 3 January {year}"))  # fmt: skip
    assert letter.inspection_start == date(int(year), 1, 2)
    assert letter.framework == framework


def test_the_words_that_lead_to_a_list_are_no_point_of_it() -> None:
    led = documents.FOCUSED.replace("\u25fc How soon", "The council should act on the following:\n\n\u25fc How soon")
    assert [one.text for one in read(led)[0].improvement_points] == [
        "How soon a new worker visits.", "What is written after the visit.",
    ]  # fmt: skip


def test_a_letter_that_says_little_has_a_reason_for_what_it_does_not_say() -> None:
    text = "Dear Ms Jute\n\nOfsted inspectors came for a monitoring visit.\n\nMost children are well.\n"
    (letter,) = read(text)
    assert (letter.kind, letter.framework, letter.inspection_start) == ("monitoring_letter", None, None)
    for key in ("authority", "framework", "inspection_start", "lead_inspector", "ordinal", "previous_overall"):
        assert letter.reasons[key].startswith("Not read"), key
    assert letter.reasons["improvement_points"].startswith("None printed")


def test_a_newer_letter_with_a_title_and_dates_like_a_reports_is_a_letter() -> None:
    text = (
        "Focused visit to Wexmouth local authority children’s services\nInspection dates: 4 to 5 May 2023\n"
        "Lead inspector: Kit Lorne, His Majesty’s Inspector\n\nHeadline findings\n\nChildren are well.\n"
    )
    (letter,) = read(text)
    assert (letter.kind, letter.authority) == ("focused_visit_letter", "Wexmouth")
    assert (letter.inspection_start, letter.inspection_end) == (date(2023, 5, 4), date(2023, 5, 5))
    assert letter.lead_inspector == "Kit Lorne"
    assert [one.text for one in letter.paragraphs] == ["Children are well."]


def test_an_article_tells_its_day_of_publication_and_of_the_visit_only_where_they_are_printed() -> None:
    assert {one.publication_date for one in read(documents.ARTICLE)} == {None}
    dated = documents.ARTICLE.replace("By Nan Orr", "By Nan Orr on 13 May 2022").replace(
        "Workers knew", "The visit was on 29 and 30 March 2022. Workers knew"
    )
    first, second = read(dated)
    assert first.publication_date == second.publication_date == date(2022, 5, 13)
    assert (first.inspection_start, first.inspection_end) == (date(2022, 3, 29), date(2022, 3, 30))
    assert second.inspection_start is None


def test_an_article_of_a_visit_before_2018_is_of_the_single_framework() -> None:
    text = documents.ARTICLE.replace("rating in 2019", "rating in 2016").replace("fourth", "third")
    first, _ = read(text)
    assert (first.framework, first.ordinal) == ("SIF", 3)


def test_a_text_in_windows_letters_is_read() -> None:
    (report,) = read_document("old.txt", documents.MONITORING.encode("cp1252"))
    assert report.authority == "Wexmouth"


def test_a_report_that_speaks_of_a_focused_visit_stays_a_report() -> None:
    (report,) = read(documents.ILACS_THREE.replace("The lead member knows this.", "A focused visit in 2018 saw it."))
    assert report.kind == "inspection_report"


def test_an_inspection_by_several_inspectorates_is_kept_as_another_framework_whose_table_is_not_known() -> None:
    text = documents.FOCUSED.replace("Focused visit to", "Joint targeted area inspection of")
    (report,) = read(text)
    assert (report.kind, report.framework) == ("inspection_report", "other")
    assert set(report.judgements.values()) == {None}
    assert any("not known to the reader" in words for words in report.problems)


def test_an_older_framework_is_told_by_its_title_and_its_grades_are_not_taken_for_others() -> None:
    title = "Inspection of safeguarding and looked after children services"
    (report,) = read(documents.LOOKED_AFTER.replace("Inspection of looked after children services", title))
    assert report.framework == "other"
    assert set(report.judgements.values()) == {None}
    assert all(reason.startswith("Not read") for key, reason in report.reasons.items() if key.startswith("judgements."))


def test_an_article_gives_one_report_for_each_council_it_tells_of() -> None:
    first, second = read(documents.ARTICLE)
    assert [(one.part, one.kind, one.authority) for one in (first, second)] == [
        (1, "press_article", "Wexmouth"), (2, "press_article", "Eastmarsh"),
    ]  # fmt: skip
    assert (first.visit_type, first.ordinal, first.previous_overall) == ("monitoring_visit", 4, "Inadequate")
    assert (second.visit_type, second.ordinal, second.previous_overall) == (
        "focused_visit", None, "Requires improvement",
    )  # fmt: skip
    assert all(LOWER_TRUST in one.problems for one in (first, second))


def test_a_name_in_an_address_is_no_council_that_the_article_tells_of() -> None:
    assert "Northmere" in documents.ARTICLE
    assert "Northmere" not in [one.authority for one in read(documents.ARTICLE)]


def test_each_sentence_of_an_article_has_its_speaker() -> None:
    first, second = read(documents.ARTICLE)
    assert [(one.speaker, one.text.split()[0]) for one in first.statements] == [
        ("inspector", "Inspectors"), ("inspector", "Workers"), ("council", "“We"), ("council", "“Our"),
        ("commissioner", "Sol"), ("commissioner", "“It"),
    ]  # fmt: skip
    assert {one.speaker for one in second.statements} == {"inspector"}


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ("Pat Rook, cabinet member for children, said: “We are glad. We know more.”", ["council", "council"]),
        ("She added that workers had rowed hard.", ["commissioner"]),
        ("It said that nobody waits.", ["inspector"]),
        ("A DfE spokesperson said it would look again.", ["department"]),
        ("Ofsted said that a new director of children’s services had begun well.", ["inspector"]),
        ("The boat, said the chief executive, is new.", ["council"]),
        ("Commissioners of services were asked for more boats.", ["inspector"]),
    ],
)
def test_a_speaker_is_told_by_the_role_beside_a_verb_of_saying(said: str, speakers: list[str]) -> None:
    # The paragraph before is the commissioner's.
    first, _ = read(documents.ARTICLE.replace("A boat that comes late", said))
    assert [one.speaker for one in first.statements][6:] == speakers


def test_a_council_that_requires_improvement_now_has_that_grade() -> None:
    text = "Wexmouth council requires improvement to be good, inspectors found, down from outstanding before.\n"
    (report,) = read(text * 3)
    assert report.judgements["overall"] == "Requires improvement"


def test_an_article_about_an_inspection_gives_its_grades_by_their_labels_and_none_from_before() -> None:
    (report,) = read(documents.ARTICLE_OF_AN_INSPECTION)
    assert (report.authority, report.visit_type, report.framework) == ("Eastmarsh", "inspection", "ILACS")
    assert (report.judgements["overall"], report.judgements["help_and_protection"]) == ("Inadequate", "Inadequate")
    assert (report.judgements["care"], report.judgements["leadership"]) == (("Requires improvement",) * 2)
    assert report.judgements["care_leavers"] is None
    visited = read(documents.ARTICLE)[0]
    assert set(visited.judgements.values()) == {None}


def test_progress_at_a_service_that_stays_inadequate_is_taken_for_a_monitoring_visit_and_says_so() -> None:
    text = "Ofsted reported progress in Eastmarsh, weeks after the ‘inadequate’ council changed its plan this spring.\n"
    (report,) = read(
        text + "\nInspectors found that practice had improved since the 2019 inspection and its rating.\n" * 3
    )
    assert (report.visit_type, report.ordinal) == ("monitoring_visit", None)
    assert any("does not call it a monitoring visit" in words for words in report.problems)


def test_a_web_page_is_read_like_a_text_without_its_scripts() -> None:
    body = "".join(f"<p>{part}</p>" for part in documents.ARTICLE.split("\n\n"))
    head = "<!DOCTYPE html><html><head><script>Ofsted rated Northmere inadequate.</script></head>"
    page = f"{head}<body>{body}</body></html>"
    assert [one.authority for one in read(page, "article.html")] == ["Wexmouth", "Eastmarsh"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("report.pdf", documents.NOT_FOUND.encode(), "under a PDF's name"),
        ("report.html", documents.NOT_FOUND.encode(), "not found"),
        ("report.pdf", b"plain words", "is none"),
        ("report.txt", b"", "empty"),
        ("report.txt", b"A shopping list: bread, milk.", "does not speak of an inspection"),
        ("report.txt", b"PK\x03\x04 and so on", "neither a PDF nor a text"),
        (
            "report.txt",
            b"Inspection of Hull Lane School\nInspection dates: 4 to 5 May 2021\nOfsted judged it good.",
            "of a school",
        ),
        ("report.txt", b"Inspectors walked by the sea and liked the weather there, all day. " * 9, "no council"),
    ],
    ids=["page as pdf", "page", "text as pdf", "empty", "list", "zip", "school", "walk"],
)
def test_what_is_no_report_says_why_and_has_a_reason_for_every_value(name: str, data: bytes, why: str) -> None:
    (report,) = read_document(name, data)
    assert report.kind == "not_a_report"
    assert why in report.problems[0]
    told = report.as_json()
    empty = [key for key in told if told[key] in (None, [])]
    assert {key for key in empty if key not in told["reasons"]} == set()


@pytest.mark.parametrize(("letters", "quoted"), [(299, 299), (300, 300), (301, 300), (1_000_000, 300)])
def test_a_file_that_is_one_line_is_not_kept_whole_as_the_proof_of_where_it_ends(letters: int, quoted: int) -> None:
    line = "a" * (letters - 4) + " end"
    (report,) = read_document("report.txt", line.encode())
    assert report.evidence["n_pages"].quote == line[-quoted:]


LOST = (
    "Also, a warmer quay, a longer bench and the tea that workers carried down to it had made the wait an easier one "
    "for children and parents"
)
"""A paragraph that lost its full stop."""


def test_a_paragraph_amid_an_article_that_lost_its_full_stop_is_read_word_for_word() -> None:
    text = documents.ARTICLE.replace("\n\n", f"\n\n{LOST}\n\n", 3)
    said = [one.text for report in read(text) for one in report.statements]
    assert LOST in said
    assert f"{LOST}." not in said


def test_what_is_left_out_of_an_article_is_told_of_and_a_heading_is_not() -> None:
    """Before the first sentence stands a title, after the last one links: long ones are told of, and none is read."""
    long = "The tide table, the ferry times and the band's own songs are here for whoever wants them"
    first, *_ = read(f"{documents.ARTICLE.rstrip()}\n\n{long}\n\nMore of the town\n")
    (told,) = [one for one in first.problems if one.startswith("Left out")]
    assert "The tide table, the ferry times" in told
    assert not any(long in one.text for one in first.statements)
    assert not any("Left out" in words for words in read(documents.ARTICLE)[0].problems)


def test_an_article_that_gives_grades_of_today_has_no_row_for_adoption_or_the_board() -> None:
    (report,) = read(documents.ARTICLE_OF_AN_INSPECTION)
    assert report.framework == "ILACS"
    for area in ("adoption", "lscb"):
        assert report.reasons[f"judgements.{area}"].startswith("Not in this set")
