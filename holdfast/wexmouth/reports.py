"""What inspectors wrote of Wexmouth, all of it invented: read by the same rules as any other report."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from holdfast.inspection.history.events import Intervention
from holdfast.inspection.history.sources import Source, SourceClaim
from holdfast.inspection.report import AREAS, NONE_AS_A_LIST, NOT_IN_THIS_SET, ImprovementPoint, Paragraph, Report
from holdfast.inspection.statements import statements_of
from holdfast.inspection.themes import themes_of_point
from holdfast.wexmouth.line import the_line

FILE = Path(__file__).with_name("reports.toml")
COUNCIL, CODE = "Wexmouth", "wexmouth"
"""The invented council's name and code. No real council's code is a word."""

_VISITS = {
    "inspection_report": "inspection", "focused_visit_letter": "focused_visit", "monitoring_letter": "monitoring_visit",
}  # fmt: skip
_SOURCE = Source(
    key="invented", title="an invented letter to Wexmouth", publisher="Department for Education", sure="published"
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedDocument:
    """One document: what an address calls it, its title, the day it came out, and what was read of it.

    ``line`` is the slug of the point on the council's line whose day it came out on; empty where none is.
    """

    slug: str
    title: str
    published: date
    report: Report
    line: str = ""


@cache
def the_documents() -> tuple[InventedDocument, ...]:
    """Every document, the oldest first."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["document"]
    found = [
        InventedDocument(
            slug=one["slug"], title=one["title"], published=one["published"], report=_report(one),
            line=one.get("line", ""),
        )
        for one in told
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.published))


@cache
def the_steps() -> tuple[Intervention, ...]:
    """What the department did, on the days that the council's line gives."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["step"]
    days = {point.slug: point.day for point in the_line().points}
    return tuple(
        Intervention(
            authority_code=CODE, step=one["step"],
            claims=(SourceClaim(about="when", value=days[one["line"]].isoformat(), source=_SOURCE),),
        )
        for one in told
    )  # fmt: skip


def _report(said: Mapping[str, Any]) -> Report:
    paragraphs = [
        Paragraph(number=one["number"], page=one["page"], section=one["section"], text=one["text"])
        for one in said["paragraph"]
    ]
    first, last = said["inspected"]
    report = Report(
        file=said["slug"], kind=said["kind"], authority=COUNCIL, authority_printed=COUNCIL, authority_code=CODE,
        framework="ILACS", visit_type=_VISITS[said["kind"]], ordinal=said.get("ordinal"), inspection_start=first,
        inspection_end=last, publication_date=said["published"], lead_inspector=said["leads"], n_pages=said["pages"],
        paragraphs=paragraphs, statements=statements_of(paragraphs), improvement_points=_points(said),
    )  # fmt: skip
    graded = said.get("judgements", {})
    for area in AREAS:
        if area in graded:
            report.say(f"judgements.{area}", graded[area], 1, graded[area])
        else:
            report.lack(f"judgements.{area}", NOT_IN_THIS_SET)
    if not report.improvement_points and said["kind"] != "inspection_report":
        report.lack("improvement_points", NONE_AS_A_LIST)
    return report.finish()


def _points(said: Mapping[str, Any]) -> list[ImprovementPoint]:
    return [
        ImprovementPoint(
            n=number, text=one["text"], page=one["page"], themes=themes_of_point(one["text"], "authority")
        )
        for number, one in enumerate(said.get("point", ()), 1)
    ]  # fmt: skip
