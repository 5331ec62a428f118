"""An inspection's own report, from its front page to its last paragraph."""

import re
from collections.abc import Sequence
from datetime import date

from holdfast.inspection.board import read_board_grade
from holdfast.inspection.earlier import read_previous_overall
from holdfast.inspection.front import (
    close_judgements,
    read_dates,
    read_judgements,
    read_lead,
    read_overall_sentence,
    read_title,
)
from holdfast.inspection.headings import Section
from holdfast.inspection.kinds import Document
from holdfast.inspection.looked_after import read_looked_after_points
from holdfast.inspection.paragraphs import read_paragraphs
from holdfast.inspection.points import PointsRead, read_points
from holdfast.inspection.printed import Line, Page, Printed, joined
from holdfast.inspection.report import NOT_IN_THIS_SET, Paragraph, Report
from holdfast.inspection.rows import PATTERNS, rows_in_text
from holdfast.inspection.statements import statements_of

WITHOUT_OVERALL = date(2026, 4, 1)
"""From this day inspections give no overall judgement (Ofsted's announcement of 27 November 2025)."""

_REINSPECTION = re.compile(r"\bre-?\s?inspection of\b", re.IGNORECASE)
_ONLY_VISITS = "Not in this set: only monitoring visits are counted."
_NO_SECTION = "None printed: the document has no section on what needs to improve."


def read_inspection(report: Report, document: Document, lines: list[Line], printed: Printed) -> None:
    """Fill a report from an inspection's own report."""
    told = document.told_by
    set_of_rows = document.framework or "other"
    page = document.pages[0]
    front = [line for line in lines if line.page == page.number]
    report.say("framework", {"LSCB": "SIF", "LAC13": "other"}.get(set_of_rows, set_of_rows), told.page, told.quote)
    again = _REINSPECTION.search(joined(front))
    kind = "reinspection" if again else "inspection"
    report.say("visit_type", kind, page.number, again.group() if again else told.quote)
    report.lack("ordinal", _ONLY_VISITS)
    read_title(report, front)
    read_dates(report, front)
    read_lead(report, front)
    if report.lead_inspector is None:
        read_lead(report, lines)
    if set_of_rows in PATTERNS:
        _judgements(report, document, lines, printed, set_of_rows)
    else:
        _apart(report, lines, set_of_rows)
    _lists(report, lines, set_of_rows, printed)
    for key in ("authority_printed", "inspection_start"):
        if key in report.reasons and "Unsure" not in report.reasons[key]:
            report.problems.append(f"Not read: {key}. Look at the front page.")


def _judgements(report: Report, document: Document, lines: list[Line], printed: Printed, framework: str) -> None:
    at: Page = document.pages[-1] if framework == "LAC13" else document.pages[0]
    table = [line for line in lines if line.page == at.number]
    read_judgements(report, at, table, framework, printed.placed)
    if framework == "SIF":
        read_overall_sentence(report, table)
        read_board_grade(report, lines, table)
    close_judgements(report, framework, no_overall=_has_no_overall(report, table))
    if _has_no_overall(report, table):
        report.lack("judgements.overall", "Not in this set: inspections since April 2026 give no overall judgement.")


def _has_no_overall(report: Report, table: Sequence[Line]) -> bool:
    """ILACS since April 2026: the four judgements are there, and no row for the overall one is printed."""
    four = all(report.judgements[area] for area in ("help_and_protection", "care", "care_leavers", "leadership"))
    late = report.inspection_start is None or report.inspection_start >= WITHOUT_OVERALL
    printed = PATTERNS["ILACS"].groupindex and "overall effectiveness" in joined(table).lower()
    return report.framework == "ILACS" and four and late and not printed


def _apart(report: Report, lines: Sequence[Line], framework: str) -> None:
    """A review of a board alone has the board's grade; an older framework's grades are not read."""
    for area in report.judgements:
        report.lack(f"judgements.{area}", NOT_IN_THIS_SET)
    if framework == "LSCB":
        report.reasons.pop("judgements.lscb")
        read_board_grade(report, lines, lines[:30])
    else:
        report.problems.append(
            "This framework's table is not known to the reader: its grades are not read, its text is."
        )
        for area in report.judgements:
            report.lack(f"judgements.{area}", "Not read: this framework's table is not known to the reader.")


def _lists(report: Report, lines: list[Line], framework: str, printed: Printed) -> None:
    """Points, paragraphs, statements, and what is said of the inspection before."""
    headings = "ILACS" if framework == "ILACS" else "SIF"
    if framework == "LAC13":
        points = read_looked_after_points(lines, printed.body)
    else:
        points = read_points(lines, headings, printed.body, whole_is_lscb=framework == "LSCB")
    report.improvement_points = list(points.points)
    if not points.points:
        report.lack("improvement_points", "Not read: the section is there, and no point was found in it."
                    if points.headed else _NO_SECTION)  # fmt: skip
    report.paragraphs = _paragraphs(lines, framework, printed, points)
    report.statements = statements_of(report.paragraphs)
    read_previous_overall(report, lines, report.paragraphs)


def _paragraphs(lines: list[Line], framework: str, printed: Printed, points: PointsRead) -> list[Paragraph]:
    """The paragraphs after the front page's table; the last page of a 2013 report is its table."""
    section: tuple[Section | None, str | None] = (None, None)
    start = next((at for at, line in enumerate(lines) if line.page != lines[0].page), 0)
    if framework == "ILACS":
        start = _after_table(lines)
        section = (Section.SUMMARY, "Summary")
    elif framework == "LAC13":
        start = 0
        lines = [line for line in lines if line.page != lines[-1].page]
    moved = PointsRead(
        points=points.points, used=frozenset(at - start for at in points.used),
        numbers={at - start: number for at, number in points.numbers.items()}, headed=points.headed,
    )  # fmt: skip
    headings = "ILACS" if framework == "ILACS" else "SIF"
    return read_paragraphs(lines[start:], headings, printed.body, moved, section)


def _after_table(lines: Sequence[Line]) -> int:
    """The line after the table of judgements, where the summary begins."""
    front = [line for line in lines if line.page == lines[0].page]
    until: dict[str, int] = {}
    for row in rows_in_text(front, "ILACS"):
        until.setdefault(row.area, row.until)
    return max(until.values(), default=0)
