"""From what was read to the line: rows of grades, the visits an article tells of, and the real documents."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docs.printed_grades import rows_of, website_day
from holdfast.inspection.history.from_reports import inspection_of, printed_row, same_visit, visit_told
from holdfast.inspection.history.kept import kept
from holdfast.inspection.history.linking import propose
from holdfast.inspection.history.points import points_of
from holdfast.inspection.history.sources import Source
from holdfast.inspection.history.when import When
from holdfast.inspection.reading import read_document
from holdfast.inspection.report import AREAS, Report
from tests.inspection.history.invented_events import WEXMOUTH, source, visit
from tests.inspection.history.test_dated_files import rows as shipped

Samples = Callable[[str], Path]
READ_ON = date(2026, 11, 30)


def a_report(**more: object) -> Report:
    report = Report(
        file="a.pdf", kind="inspection_report", authority="Wexmouth", authority_code=WEXMOUTH, framework="ILACS",
        visit_type="inspection", inspection_start=date(2019, 2, 4), inspection_end=date(2019, 2, 15),
    )  # fmt: skip
    for area in AREAS:
        report.lack(f"judgements.{area}", "Not in this set: it is not judged here.")
    report.say("judgements.overall", "Good", 1, "Overall effectiveness Good")
    for key, value in more.items():
        setattr(report, key, value)
    return report


def test_a_row_holds_grades_and_days_and_puts_two_parts_together() -> None:
    board = a_report()
    board.lack("judgements.overall", "Not in this set: it is not judged here.")
    board.say("judgements.lscb", "Adequate", 1, "adequate")
    row = printed_row([a_report(), board], date(2019, 4, 1), READ_ON)
    assert row is not None
    assert (row["overall"], row["lscb"], row["care"]) == ("Good", "Adequate", "not in this set")
    assert (row["inspected"], row["published_printed"], row["published_on_website"]) == (
        "2019-02-04/2019-02-15", "", "2019-04-01",
    )  # fmt: skip
    event = inspection_of(row)
    assert (event.grade("overall"), event.grade("care"), event.when.words) == ("Good", None, "1 April 2019")
    one_day = printed_row([a_report(inspection_end=date(2019, 2, 4))], None, READ_ON)
    assert one_day is not None
    assert one_day["inspected"] == "2019-02-04"


@pytest.mark.parametrize(
    "doubt",
    [
        {"unsure": True}, {"kind": "press_article"}, {"kind": "not_a_report"}, {"authority_code": None},
        {"inspection_start": None}, {"inspection_end": None},
    ],
)  # fmt: skip
def test_a_report_in_doubt_gives_no_row(doubt: dict[str, object]) -> None:
    assert printed_row([a_report(**doubt)], None, READ_ON) is None
    assert printed_row([a_report(), a_report(unsure=True)], None, READ_ON) is None
    assert printed_row([a_report()], None, READ_ON) is not None


def test_a_grade_that_was_not_read_gives_no_row() -> None:
    report = a_report()
    report.lack("judgements.leadership", "Not read: it was looked for and not found.")
    assert printed_row([report], None, READ_ON) is None
    assert printed_row([], None, READ_ON) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [("inspection - 17 may 2019.pdf", date(2019, 5, 17)), ("inspection.pdf", None), ("a - 17 maybe 2019.pdf", None)],
)
def test_the_websites_day_is_read_from_the_end_of_a_files_name(name: str, day: date | None) -> None:
    assert website_day(Path(name)) == day


@pytest.mark.parametrize(
    ("told", "same"),
    [
        (visit("2022", 5), True), (visit("2022-03"), True), (visit("2022-03", 4), False), (visit("2021", 5), False),
        (visit("2022-03", 5, kind="focused"), False),
    ],
)  # fmt: skip
def test_a_visit_is_the_one_on_record_by_council_kind_number_and_time(told: object, same: bool) -> None:
    assert same_visit(told, visit("2022-03", 5)) is same  # type: ignore[arg-type]


def test_an_article_without_a_day_tells_of_a_visit_in_its_own_year() -> None:
    article = a_report(kind="press_article", visit_type="monitoring_visit", ordinal=3, inspection_start=None)
    told = visit_told(article, source(on="2022-05-13"))
    assert told is not None
    assert (told.kind, told.ordinal, told.when.words) == ("monitoring", 3, "2022")
    assert visit_told(article, source()) is None
    letter = a_report(visit_type="focused_visit", inspection_start=date(2022, 3, 23), inspection_end=date(2022, 3, 24))
    dated = visit_told(letter, source())
    assert dated is not None
    assert (dated.kind, dated.ordinal, dated.when.words) == ("focused", None, "23 and 24 March 2022")
    assert visit_told(a_report(), source()) is None
    assert visit_told(a_report(visit_type="focused_visit", authority_code=None), source(on="2022")) is None


# Our own words for the ten recommendations of the report on Hull of May 2019, Rec1 to Rec10. All of a row's words stand
# in the point of that number, and in no other.
TEN = [
    {"risk", "adverse"}, {"disabled", "private", "homeless"}, {"strategy", "core"}, {"assessments", "plans"},
    {"frontline", "challenge"}, {"rigour", "pre-proceedings"}, {"scrutiny", "conference"}, {"return", "interviews"},
    {"sufficiency", "local"}, {"assurance", "auditing"},
]  # fmt: skip


def _reports(samples: Samples, council: str, day: str) -> list[Report]:
    (path,) = [one for one in samples("ofsted_reports").glob(f"*_{council}/*.pdf") if day in one.name]
    return read_document(path.name, path.read_bytes())


def test_the_report_on_hull_of_may_2019_asks_for_the_ten_recommendations(samples: Samples) -> None:
    (report,) = _reports(samples, "kingston upon hull", "17 may 2019")
    points = points_of(report, When.of("2019-05-17"))
    said = [set(one.text.lower().replace(",", " ").replace(".", " ").split()) for one in points]
    assert [[at for at, words in enumerate(said, 1) if rec <= words] for rec in TEN] == [[n] for n in range(1, 11)]


def test_the_report_on_hull_of_january_2023_proposes_that_three_of_the_ten_persist(samples: Samples) -> None:
    (earlier,) = _reports(samples, "kingston upon hull", "17 may 2019")
    (report,) = _reports(samples, "kingston upon hull", "13 january 2023")
    found = propose(points_of(earlier, When.of("2019-05-17")), report, When.of("2023-01-13"))
    told = {one.point.n: one for one in found if one.evidence.paragraph == 37}
    assert set(told) == {1, 5, 7}
    assert {(one.fate, one.is_confirmed, one.evidence.page) for one in told.values()} == {("persists", False, 7)}
    assert all({"not been fully", "last inspection"} <= set(one.evidence.cues) for one in told.values())


@pytest.mark.parametrize(
    ("council", "day"),
    [("kingston upon hull", "17 may 2019"), ("trafford", "12 may 2015"), ("southend", "03 december 2024")],
)
def test_what_ships_is_what_the_report_prints(council: str, day: str, samples: Samples) -> None:
    (path,) = [one for one in samples("ofsted_reports").glob(f"*_{council}*/*.pdf") if day in one.name]
    row = printed_row(read_document(path.name, path.read_bytes()), website_day(path), READ_ON)
    assert row in shipped()


@pytest.mark.prove
def test_every_row_that_ships_is_what_its_report_prints(samples: Samples) -> None:
    rows, without = rows_of(samples("ofsted_reports"), READ_ON)
    assert rows == shipped()
    assert len(without) == 2


ARTICLE = Source(key="article", title="", publisher="the press", sure="second_hand", on=When.of("2022-05-13"))


def test_the_four_visits_of_the_first_founding_document_are_on_record(samples: Samples) -> None:
    path = samples("").parent / "founding" / "000.txt"
    if not path.is_file():
        pytest.skip("the founding documents are not beside this repository")
    parts = read_document(path.name, path.read_bytes())
    told = [visit_told(one, ARTICLE) for one in parts]
    assert [(one.authority_code, one.kind, one.ordinal) for one in told if one] == [
        ("E06000010", "monitoring", 5), ("E08000009", "monitoring", 3), ("E10000032", "monitoring", None),
        ("E06000033", "focused", None),
    ]  # fmt: skip
    found = [[one.when.words for one in kept().visits if told_one and same_visit(told_one, one)] for told_one in told]
    assert found == [["March 2022"], ["spring 2022"], ["spring 2022"], ["23 and 24 March 2022"]]
    speakers = [{one.speaker for one in part.statements} for part in parts]
    assert speakers == [{"inspector", "council", "commissioner"}, {"inspector"}, {"inspector"}, {"inspector"}]


def test_the_second_founding_document_agrees_with_the_grades_on_record(samples: Samples) -> None:
    path = samples("").parent / "founding" / "003.txt"
    if not path.is_file():
        pytest.skip("the founding documents are not beside this repository")
    (article,) = read_document(path.name, path.read_bytes())
    (hull,) = [
        one for one in kept().inspections
        if one.authority_code == article.authority_code and one.when.words == "17 May 2019"
    ]  # fmt: skip
    assert {area: article.judgements[area] for area in AREAS} == {area: hull.grade(area) for area in AREAS}
    assert visit_told(article, ARTICLE) is None
