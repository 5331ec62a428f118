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

from holdfast.inspection.reading import read_document
from holdfast.inspection.report import AREAS, Report

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


def checked() -> list[dict[str, str]]:
    """The reports that somebody looked up, front page by front page, on 30 November 2026; values only, no words."""
    text = (Path(__file__).parent / "checked_reports.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_at_least_sixty_reports_were_looked_up_and_no_framework_was_left_out() -> None:
    rows = checked()
    assert len(rows) >= 60
    assert {one["framework"] for one in rows} == {"SIF", "ILACS"}
    assert len({len(one["grades"].replace("-", "")) for one in rows if one["framework"] == "ILACS"}) == 2


@pytest.mark.prove
@pytest.mark.parametrize("row", checked(), ids=lambda row: f"{row['council']} {row['day']}")
def test_every_value_of_a_report_that_was_looked_up_is_read_as_printed(row: dict[str, str], samples: Samples) -> None:
    report = read(find(samples, row["council"], row["day"]))[0]
    assert report.framework == row["framework"]
    assert report.judgements == {area: GRADES[one] for area, one in zip(AREAS, row["grades"], strict=True)}
    assert (str(report.inspection_start), str(report.inspection_end)) == (row["first"], row["last"])
    assert str(report.publication_date or "") == row["published"]
    points = report.improvement_points
    assert (len(points), sum(one.addressee == "lscb" for one in points)) == (
        int(row["points"]),
        int(row["to_the_board"]),
    )


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
