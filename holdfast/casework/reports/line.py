"""A council's line as inspectors and the department made it: from the dated files, and from what was taken in."""

from collections.abc import Iterable

from holdfast.casework.reports.held import Document
from holdfast.inspection.history.events import Inspection, Intervention, OfstedEvent, Visit
from holdfast.inspection.history.from_reports import inspection_of, read_row, same_visit, visit_told
from holdfast.inspection.history.kept import kept
from holdfast.inspection.history.line import CouncilHistory, history_of
from holdfast.inspection.history.sources import Source
from holdfast.inspection.history.when import When

PRESS = frozenset({"press_article"})


def line_of(code: str, documents: Iterable[Document], steps: Iterable[Intervention] = ()) -> CouncilHistory:
    """Both tracks of one council. A document tells of an event that the files do not have, or of one they have: then
    the files' own stays, with its sources."""
    files = kept()
    events: list[OfstedEvent] = [one for one in files.ofsted if one.authority_code == code]
    for document in documents:
        told = event_of(document) if document.code == code else None
        if told is not None and not any(_same(told, one) for one in events):
            events.append(told)
    department = [one for one in (*files.interventions, *steps) if one.authority_code == code]
    return history_of(code, events, department)


def event_of(document: Document) -> OfstedEvent | None:
    """The inspection or visit that a document tells of; None where its days or its council were not read."""
    report = document.report
    if report.kind == "inspection_report":
        row = read_row([report])
        return inspection_of(row) if row else None
    on = When.of(document.day.isoformat()) if document.day else None
    source = Source(
        key=document.key, title=document.title, publisher="the press" if report.kind in PRESS else "Ofsted",
        sure="second_hand" if report.kind in PRESS else "printed", on=on,
    )  # fmt: skip
    return visit_told(report, source)


def _same(told: OfstedEvent, one: OfstedEvent) -> bool:
    if isinstance(told, Inspection) and isinstance(one, Inspection):
        return one.inspected.agrees_with(told.inspected)
    return isinstance(told, Visit) and isinstance(one, Visit) and same_visit(told, one)
