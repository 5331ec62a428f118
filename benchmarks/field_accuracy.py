"""How many values of reports the reader reads as they were looked up, field by field, in each regime and layout.

The values stand in ``tests/inspection/hand_checked``; the reports themselves lie among the samples, never here.
"""

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from holdfast.inspection.reading import read_document
from holdfast.inspection.report import AREAS, Report
from tests.inspection.labels.sealed import text_hash

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "inspection" / "hand_checked"
MARKS = re.compile("[\uf000-\uf0ff\u2022\u25a0-\u25ff\u0336]")
"""Marks of bullets: a sub-bullet's stands within its point's text, and is left out of the comparison."""

Row = Mapping[str, str]
Tally = Mapping[str, Counter[str]]


def samples() -> Path:
    """Where the reports lie; the folder may be absent."""
    return Path(os.environ.get("HOLDFAST_SAMPLES", ROOT.parent / "shared" / "data")) / "ofsted_reports"


def looked_up() -> list[Row]:
    """The values of every document that was looked up, by file and part."""
    return _rows("reports.csv")


def points_looked_up() -> dict[tuple[str, str], list[Row]]:
    """The points of each of those documents, in their order."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in _rows("points.csv"):
        found.setdefault((row["file"], row["part"]), []).append(row)
    return found


def compared(row: Row, points: Sequence[Row], report: Report) -> Iterator[tuple[str, str, str]]:
    """Each field of one document: its name, the value that was looked up, and the value that was read.

    A value that is not printed is an empty text on both sides. Points are compared one by one, by their place.
    """
    said = {
        "framework": report.framework, "kind of visit": report.visit_type, "first day": report.inspection_start,
        "last day": report.inspection_end, "published": report.publication_date,
        "overall before": report.previous_overall, "pages": report.n_pages,
    }  # fmt: skip
    columns = ("framework", "visit_type", "start", "end", "published", "previous", "pages")
    yield "authority", row["authority"], (report.authority or "").casefold()
    for name, column in zip(said, columns, strict=True):
        yield name, row[column], str(said[name] or "")
    yield "led by", row["lead_sha256"], text_hash(report.lead_inspector) if report.lead_inspector else ""
    for area in AREAS:
        yield f"grade: {area.replace('_', ' ')}", row[area], report.judgements[area] or ""
    yield "number of points", row["points"], str(len(report.improvement_points))
    read = [
        (text_hash(MARKS.sub("", one.text)), str(one.page), one.addressee) for one in report.improvement_points
    ] + [("", "", "")] * len(points)  # fmt: skip
    for one, (text, page, addressee) in zip(points, read, strict=False):
        yield "text of each point, in order", one["text_sha256"], text
        yield "page of each point", one["page"], page
        yield "addressee of each point", one["addressee"], addressee


def wrong(row: Row, points: Sequence[Row], report: Report) -> list[tuple[str, str, str]]:
    """The fields in which what was read differs from what was looked up."""
    return [one for one in compared(row, points, report) if one[1] != one[2]]


def tallied(folder: Path) -> tuple[Tally, Tally, list[str]]:
    """For each field, by regime: how many were looked up, how many are read right; and a sentence for each that is not.

    No sentence carries a report's words: a point is told by its hash.
    """
    every: dict[str, Counter[str]] = {}
    right: dict[str, Counter[str]] = {}
    faults = []
    points = points_looked_up()
    for row in looked_up():
        path = folder / row["file"]
        report = read_document(path.name, path.read_bytes())[int(row["part"]) - 1]
        for field, value, read in compared(row, points[row["file"], row["part"]], report):
            every.setdefault(field, Counter())[row["regime"]] += 1
            right.setdefault(field, Counter())[row["regime"]] += value == read
            if value != read:
                faults.append(f"{row['file']}, part {row['part']}: {field} is {value or 'absent'}, read as {read!r}")
    return every, right, faults


def table(every: Tally, right: Tally) -> str:
    """The tally as a table in Markdown: a row for each field, a column for each regime, and all together."""
    regimes = sorted({one for counts in every.values() for one in counts})
    documents = every["authority"]
    head = [f"{one} ({documents[one]})" for one in regimes]
    lines = [f"| field | {' | '.join(head)} | all ({documents.total()}) |", "| --- " * (len(head) + 2) + "|"]
    for field, counts in every.items():
        cells = [f"{right[field][one]} of {counts[one]}" for one in regimes]
        lines.append(f"| {field} | {' | '.join(cells)} | {right[field].total()} of {counts.total()} |")
    return "\n".join(lines)


def _rows(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Print the table, and each value that is read otherwise than it was looked up."""
    folder = samples()
    if not folder.is_dir():
        print(f"field accuracy: no reports in {folder}, so nothing is compared")
        return
    every, right, faults = tallied(folder)
    print(table(every, right))
    print("\n".join(faults) or "Every value is read as it was looked up.")


if __name__ == "__main__":
    main()
