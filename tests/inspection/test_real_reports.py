"""Real reports, where they lie beside the repository: read without an exception, and right where they were checked.

No word of a report stands here: only grades and dates as printed, counts, and where they were found.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from benchmarks.field_accuracy import looked_up, points_looked_up, wrong
from holdfast.inspection.reading import read_document
from holdfast.inspection.report import AREAS, ImprovementPoint, Report
from tests.inspection.labels.sealed import text_hash

Samples = Callable[[str], Path]
GRADES = {"O": "Outstanding", "G": "Good", "R": "Requires improvement", "I": "Inadequate", "-": None}
REPORTS = "ofsted_reports"

CHECKED = {
    ("kingston upon hull", "17 may 2019"): ("IIR--R-", "2019-01-14", "2019-01-25", 10),
    ("kingston upon hull", "13 january 2023"): ("RRG--R-", "2022-11-14", "2022-11-25", 4),
    ("west sussex", "08 may 2019"): ("III--I-", "2019-02-25", "2019-03-08", 12),
    ("trafford", "08 may 2019"): ("IRR--I-", "2019-03-04", "2019-03-08", 6),
    ("southend-on-sea", "03 december 2024"): ("GGRG-G-", "2024-10-14", "2024-10-25", 4),
    ("harrow", "04 march 2025"): ("IGGI-R-", "2025-01-20", "2025-01-24", 8),
}
"""Grades in the order of the report's areas, first and last day, number of points: looked up by hand."""


def find(samples: Samples, council: str, day: str) -> Path:
    (path,) = [one for one in samples(REPORTS).glob(f"*_{council}/*.pdf") if day in one.name]
    return path


def read(path: Path) -> list[Report]:
    return read_document(path.name, path.read_bytes())


@pytest.mark.parametrize(("council", "day"), CHECKED, ids=[" ".join(key) for key in CHECKED])
def test_front_page_and_number_of_points_are_as_they_were_looked_up(council: str, day: str, samples: Samples) -> None:
    (report,) = read(find(samples, council, day))
    letters, first, last, points = CHECKED[council, day]
    assert report.judgements == {area: GRADES[one] for area, one in zip(AREAS, letters, strict=True)}
    assert (report.inspection_start, report.inspection_end) == (date.fromisoformat(first), date.fromisoformat(last))
    assert len(report.improvement_points) == points
    assert report.problems == []
    assert report.authority is not None
    assert report.authority.casefold() == council


def test_the_report_on_hull_of_may_2019_yields_ten_points_in_order_on_its_second_page(samples: Samples) -> None:
    (report,) = read(find(samples, "kingston upon hull", "17 may 2019"))
    points = report.improvement_points
    assert [one.n for one in points] == list(range(1, 11))
    assert {(one.page, one.addressee, one.framework_tag) for one in points} == {(2, "authority", None)}
    assert all(one.text.endswith(".") and not re.search(r"[\uf000-\uf0ff\u25a0-\u25ff]", one.text) for one in points)


def test_two_reports_in_one_file_are_two_parts(samples: Samples) -> None:
    first, second = read(find(samples, "kingston upon hull", "10 february 2015"))
    assert (first.judgements["overall"], first.judgements["lscb"]) == ("Requires improvement", None)
    assert (second.judgements["overall"], second.judgements["lscb"]) == (None, "Requires improvement")
    assert (len(first.improvement_points), len(second.improvement_points)) == (20, 7)
    assert first.authority == second.authority == "Kingston upon Hull"


def test_a_web_page_under_a_pdfs_name_is_no_report(samples: Samples) -> None:
    (report,) = read(find(samples, "bromley", "17 august 2012"))
    assert report.kind == "not_a_report"
    assert "web page" in report.problems[0]


def test_the_two_documents_that_the_project_began_with_are_read_into_councils_visits_and_speakers(
    samples: Samples,
) -> None:
    folder = samples("").parent / "founding"
    if not folder.is_dir():
        pytest.skip("the founding documents are not beside this repository")
    four = read(folder / "000.txt")
    assert [(one.authority, one.visit_type, one.ordinal, one.previous_overall) for one in four] == [
        ("Kingston upon Hull", "monitoring_visit", 5, "Inadequate"),
        ("Trafford", "monitoring_visit", 3, "Inadequate"),
        ("West Sussex", "monitoring_visit", None, "Inadequate"),
        ("Southend-on-Sea", "focused_visit", None, "Requires improvement"),
    ]  # fmt: skip
    assert Counter(one.speaker for one in four[0].statements)["commissioner"] == 2
    assert Counter(one.speaker for one in four[0].statements)["council"] == 4
    assert {one.speaker for part in four[1:] for one in part.statements} == {"inspector"}
    (hull,) = read(folder / "003.txt")
    assert (hull.authority, hull.visit_type, hull.framework) == ("Kingston upon Hull", "inspection", "ILACS")
    assert [hull.judgements[area] for area in AREAS] == [
        "Inadequate", "Inadequate", "Requires improvement", None, None, "Requires improvement", None,
    ]  # fmt: skip
    assert {one.speaker for one in hull.statements} == {"inspector"}


FOUNDING = Path(__file__).parent / "hand_checked" / "founding_polarity.csv"


def founding_rows() -> list[dict[str, str]]:
    with FOUNDING.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_sentence_of_the_founding_documents_is_told_as_the_table_says(samples: Samples) -> None:
    folder = samples("").parent / "founding"
    if not folder.is_dir():
        pytest.skip("the founding documents are not beside this repository")
    parts = [(name, one) for name in ("000.txt", "003.txt") for one in read(folder / name)]
    assert [len(one.statements) for _, one in parts] == [12, 6, 8, 7, 79]
    assert [
        (name, str(one.part), str(n), text_hash(said.text), said.polarity)
        for name, one in parts
        for n, said in enumerate(one.statements, 1)
    ] == [(row["file"], row["part"], row["n"], row["text_sha256"], row["told"]) for row in founding_rows()]


def test_of_the_founding_sentences_the_rules_tell_six_otherwise_than_they_were_read() -> None:
    rows = founding_rows()
    assert sum(row["told"] != row["read_as"] for row in rows) == 6
    assert {row["read_as"] for row in rows} == {"strength", "weakness", "mixed", "neutral"}
    assert all(re.fullmatch("[0-9a-f]{16}", row["text_sha256"]) for row in rows)


def test_at_least_sixty_reports_were_looked_up_in_every_regime_and_layout_with_every_point_and_no_words() -> None:
    rows, points = looked_up(), points_looked_up()
    assert len({one["file"] for one in rows}) >= 60
    assert {one["regime"] for one in rows} == {
        "ILACS, three judgements", "ILACS, four judgements", *(f"SIF, layout {one}" for one in "ABCD")
    }  # fmt: skip
    for one in rows:
        own = points[one["file"], one["part"]]
        assert [int(each["n"]) for each in own] == list(range(1, int(one["points"]) + 1))
        assert sum(each["addressee"] == "lscb" for each in own) == int(one["to_the_board"])
        assert all(re.fullmatch("[0-9a-f]{16}", each["text_sha256"]) for each in own)


def test_a_value_read_otherwise_than_it_was_looked_up_is_told_and_so_is_a_point_that_moved() -> None:
    row = next(one for one in looked_up() if one["points"] == "2")
    points = points_looked_up()[row["file"], row["part"]]
    report = Report(file="a", authority="Wexmouth", framework=row["framework"])
    report.judgements["overall"] = row["overall"]
    fields = {field for field, _, _ in wrong(row, points, report)}
    assert {"authority", "first day", "number of points", "text of each point, in order"} <= fields
    assert fields.isdisjoint({"framework", "grade: overall", "published"})
    report.improvement_points = [
        ImprovementPoint(n=1, text="\uf06e a", page=1),
        ImprovementPoint(n=2, text="b", page=2),
    ]
    own = [
        {"text_sha256": text_hash(text), "page": str(page), "addressee": "authority"}
        for page, text in enumerate(("a", "b"), 1)
    ]
    assert [one for one in wrong(row, own, report) if "point" in one[0]] == []
    told = [field for field, _, _ in wrong(row, own[::-1], report) if "point" in field]
    assert told == ["text of each point, in order", "page of each point"] * 2


@pytest.mark.prove
@pytest.mark.parametrize("row", looked_up(), ids=lambda row: f"{row['file']} part {row['part']}")
def test_every_value_of_a_report_that_was_looked_up_is_read_as_printed(row: dict[str, str], samples: Samples) -> None:
    path = samples(REPORTS) / row["file"]
    report = read(path)[int(row["part"]) - 1]
    assert wrong(row, points_looked_up()[row["file"], row["part"]], report) == []


@pytest.mark.prove
def test_every_report_is_read_and_each_has_a_council_dates_grades_and_points(samples: Samples) -> None:
    paths = sorted(samples(REPORTS).rglob("*.pdf"))
    assert len(paths) > 100
    for path in paths:
        for report in read(path):
            if report.kind == "not_a_report":
                assert report.problems
                continue
            where = f"{path.parent.name}/{path.name}, part {report.part}"
            assert report.kind == "inspection_report", where
            assert report.authority, where
            assert report.inspection_start, where
            assert report.inspection_end, where
            assert report.unsure is False, (where, report.problems)
            assert report.improvement_points, where
            rows = [area for area in AREAS if report.judgements[area]]
            assert len(rows) >= (1 if report.part > 1 else 4), where
            numbered = [one.number for one in report.paragraphs if one.number]
            assert numbered == sorted(set(numbered)), where
