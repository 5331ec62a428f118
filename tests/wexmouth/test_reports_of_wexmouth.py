"""What inspectors wrote of Wexmouth hangs together with its line, and has something for every page to show."""

from holdfast.inspection.authorities import authorities
from holdfast.inspection.history.kept import kept
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.reports import CODE, the_documents, the_steps


def test_a_document_came_out_on_the_day_of_its_point_of_the_line_and_after_its_own_inspection() -> None:
    joined = [one for one in the_documents() if one.line]
    assert len(joined) == 6
    for one in joined:
        point = the_line().point(one.line)
        assert point is not None
        assert point.day == one.published
    for one in the_documents():
        start, end = one.report.inspection_start, one.report.inspection_end
        assert start is not None
        assert end is not None
        assert start <= end <= one.published


def test_the_line_says_inadequate_and_so_does_the_report_of_that_day() -> None:
    (report,) = [one.report for one in the_documents() if one.line == "inspection-2023"]
    assert report.judgements["overall"] == "Inadequate"
    assert the_line().point("inspection-2023").title == "Judged inadequate"  # type: ignore[union-attr]


def test_visits_give_no_grade_and_are_numbered_one_after_the_other() -> None:
    letters = [one.report for one in the_documents() if one.report.kind == "monitoring_letter"]
    assert [one.ordinal for one in letters] == [1, 2, 3, 4, 5]
    assert not any(grade for one in letters for grade in one.judgements.values())


def test_every_document_speaks_of_strengths_and_of_weaknesses_and_no_sentence_stands_twice() -> None:
    every = [said for one in the_documents() for said in one.report.statements]
    for one in the_documents():
        found = {said.polarity for said in one.report.statements}
        assert {"strength", "weakness"} <= found, one.slug
    assert len({said.text for said in every}) == len(every)
    pages = [(one.report.n_pages, said.page) for one in the_documents() for said in one.report.statements]
    assert all(1 <= page <= most for most, page in pages)


def test_the_departments_steps_stand_on_the_days_of_the_line() -> None:
    days = {point.slug: point.day for point in the_line().points}
    assert [(one.step, one.when.last) for one in the_steps()] == [
        ("direction", days["direction-2023"]),
        ("commissioner", days["commissioner-2023"]),
    ]


def test_no_real_council_has_its_name_or_code() -> None:
    assert CODE not in {one.code for one in authorities()}
    assert CODE not in {one.authority_code for one in kept().inspections}
