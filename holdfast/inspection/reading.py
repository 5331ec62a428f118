"""The one door: the bytes of a file and its name become reports, one for each document or authority in it."""

from holdfast.inspection.headings import without_contents
from holdfast.inspection.inspections import read_inspection
from holdfast.inspection.kinds import Document, documents_of
from holdfast.inspection.letters import read_letter
from holdfast.inspection.opening import open_document
from holdfast.inspection.pdf import CannotOpen
from holdfast.inspection.press import read_article
from holdfast.inspection.printed import Printed, squeezed, without_furniture
from holdfast.inspection.report import LISTS, VALUES, Evidence, Report


def read_document(name: str, data: bytes) -> list[Report]:
    """Every report in a file, told by its content. A file that cannot be opened gives one that says why."""
    try:
        printed = open_document(name, data)
    except CannotOpen as refusal:
        return [nothing_read(name, str(refusal), 0)]
    return read_pages(name, printed)


def read_pages(name: str, printed: Printed) -> list[Report]:
    """Every report in a document that is open already."""
    found: list[Report] = []
    last = _last_page(printed)
    for document in documents_of(printed):
        if document.kind == "press_article":
            found += read_article(name, document, len(printed.pages))
        else:
            found.append(_one(name, document, printed))
    for part, report in enumerate(found, 1):
        report.part = part
        report.evidence["n_pages"] = last
        report.finish()
    return found


LONGEST_QUOTE = 300
"""So many letters tell where a document ends. A file that is one line would else be kept whole as its own proof."""


def _last_page(printed: Printed) -> Evidence:
    """Where the count of pages ends. It is counted and not printed: quoted is what stands last on the last page.

    That is often the page's own number; nothing is quoted of a page without words, and of a line without end its end.
    """
    said = [squeezed(line.text) for page in printed.pages[-1:] for line in page.lines if line.text.strip()]
    return Evidence(page=len(printed.pages), quote=said[-1][-LONGEST_QUOTE:] if said else "")


def nothing_read(name: str, why: str, pages: int) -> Report:
    """What is told of a file that is no report or cannot be opened: every value absent, with the reason."""
    report = Report(file=name, kind="not_a_report", n_pages=pages)
    report.problems.append(why)
    reason = f"Not a report: {why}"
    for key in (*VALUES, *(f"judgements.{area}" for area in report.judgements), *LISTS):
        report.lack(key, reason)
    # These two are said, and rest on no words of the file.
    report.reasons["kind"] = reason
    report.reasons["n_pages"] = "Counted." if pages else "None could be counted."
    return report.finish()


def _one(name: str, document: Document, printed: Printed) -> Report:
    if document.kind == "not_a_report":
        return nothing_read(name, document.why_not, len(printed.pages))
    report = Report(file=name, n_pages=len(printed.pages))
    report.say("kind", document.kind, document.told_by.page, document.told_by.quote)
    lines = without_contents([line for page in document.pages for line in without_furniture(page)])
    if document.kind in ("monitoring_letter", "focused_visit_letter"):
        read_letter(report, document, lines, printed.body)
    else:
        read_inspection(report, document, lines, printed)
    return report
