"""From documents that were read to the line: rows of printed grades, and what an article tells of a visit."""

from collections.abc import Iterable, Sequence
from datetime import date

from holdfast.inspection.history.events import Inspection, PrintedJudgement, Visit, VisitKind
from holdfast.inspection.history.sources import Source, SourceClaim
from holdfast.inspection.report import AREAS, Report

NOT_IN_THIS_SET, NOT_READ = "not in this set", "not read"

COLUMNS = (
    "authority_code", "authority", "framework", "visit_type", "inspected", "published_printed",
    "published_on_website", *AREAS, "read_on",
)  # fmt: skip
"""The columns of printed_grades.csv: values only. No word of a report and nobody's name has a place here."""


def printed_row(parts: Sequence[Report], on_website: date | None, read_on: date) -> dict[str, str] | None:
    """One file's grades and dates as a row that may ship, its parts put together.

    None where the file is no inspection report, or where a grade was in doubt or not read: neither is shipped.
    ``on_website`` is the day in the file's name, which is the website's and not the report's.
    """
    row = read_row(parts, on_website, read_on)
    if row is None or any(one.unsure for one in parts) or NOT_READ in row.values():
        return None
    return row


def read_row(
    parts: Sequence[Report], on_website: date | None = None, read_on: date | None = None
) -> dict[str, str] | None:
    """The same with whatever was not read told as such; None where it is no inspection report of a known council, or
    the days on site were not read."""
    first = parts[0] if parts else None
    if first is None or any(one.kind != "inspection_report" for one in parts):
        return None
    if first.authority_code is None or first.inspection_start is None or first.inspection_end is None:
        return None
    days = (first.inspection_start.isoformat(), first.inspection_end.isoformat())
    return {
        "authority_code": first.authority_code, "authority": first.authority or "",
        "framework": first.framework or "other", "visit_type": first.visit_type or "inspection",
        "inspected": days[0] if days[0] == days[1] else "/".join(days),
        "published_printed": first.publication_date.isoformat() if first.publication_date else "",
        "published_on_website": on_website.isoformat() if on_website else "",
        **{area: _grade(parts, area) for area in AREAS}, "read_on": read_on.isoformat() if read_on else "",
    }  # fmt: skip


def _grade(parts: Iterable[Report], area: str) -> str:
    """The grade from whichever part prints it; else why there is none. The two reasons are never merged."""
    reasons = []
    for part in parts:
        if part.judgements[area]:
            return str(part.judgements[area])
        reasons.append(part.reasons.get(f"judgements.{area}", ""))
    return NOT_IN_THIS_SET if all(one.startswith("Not in this set") for one in reasons) else NOT_READ


def inspection_of(row: dict[str, str]) -> Inspection:
    """A row of printed grades as an inspection, each day with its source: what is printed, and the website's day."""
    inspected = row["inspected"]
    # Two councils can be inspected on the same days: the council is part of what names a source.
    key = f"report {row['authority_code']} {inspected}"
    printed = Source(key=key, title=f"report on {row['authority']}", publisher="Ofsted", sure="printed")
    claims = [SourceClaim(about="inspected", value=inspected, source=printed)]
    if row["published_printed"]:
        claims.append(SourceClaim(about="published", value=row["published_printed"], source=printed))
    if row["published_on_website"]:
        website = Source(
            key=f"website {key}", title="day of publication on its website", publisher="Ofsted", sure="published",
        )  # fmt: skip
        claims.append(SourceClaim(about="published", value=row["published_on_website"], source=website))
    return Inspection(
        authority_code=row["authority_code"], framework=row["framework"], claims=tuple(claims),
        judgements=tuple(_judgement(area, row[area]) for area in AREAS),
        reinspection=row["visit_type"] == "reinspection",
    )  # fmt: skip


def _judgement(area: str, said: str) -> PrintedJudgement:
    if said == NOT_IN_THIS_SET:
        return PrintedJudgement(area=area, absent="not_in_this_set")
    if said == NOT_READ:
        return PrintedJudgement(area=area, absent="not_read")
    return PrintedJudgement(area=area, grade=said)


def visit_told(report: Report, source: Source) -> Visit | None:
    """The visit that a letter or an article tells of; None where it tells of none, or names no known council.

    Where the days are not said, the visit stands in the year of the source, as claimed by nobody more closely.
    """
    kinds: dict[str | None, VisitKind] = {"monitoring_visit": "monitoring", "focused_visit": "focused"}
    kind = kinds.get(report.visit_type)
    if kind is None or report.authority_code is None:
        return None
    claims = []
    if report.inspection_start and report.inspection_end:
        days = f"{report.inspection_start.isoformat()}/{report.inspection_end.isoformat()}"
        claims.append(SourceClaim(about="when", value=days, source=source))
    elif source.on:
        claims.append(SourceClaim(about="when", value=str(source.on.last.year), source=source))
    else:
        return None
    if report.ordinal is not None:
        claims.append(SourceClaim(about="ordinal", value=str(report.ordinal), source=source))
    return Visit(authority_code=report.authority_code, kind=kind, claims=tuple(claims))


def same_visit(told: Visit, on_record: Visit) -> bool:
    """Whether what was told may be a visit on record: the same council and kind, the same number, a time that agrees.

    A number that only one of them knows decides nothing.
    """
    if (told.authority_code, told.kind) != (on_record.authority_code, on_record.kind):
        return False
    if told.ordinal is not None and on_record.ordinal is not None and told.ordinal != on_record.ordinal:
        return False
    return told.when.agrees_with(on_record.when)
