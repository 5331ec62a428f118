"""What a file is, told by what it says; and whether it holds more than one document."""

import re
from dataclasses import dataclass

from holdfast.inspection.authorities import named_in
from holdfast.inspection.front import DATES, above_dates
from holdfast.inspection.printed import Page, Printed, joined, squeezed
from holdfast.inspection.report import Evidence, Kind

LOOK = 45
"""How many lines of a document's first page are looked at to tell what it is."""

_TITLE = re.compile(
    r"\b(?:re-?\s?)?inspection of (?:the )?(?:effectiveness of|services|safeguarding|looked after|children|local"
    r"|.{3,80}?children[’']?s services|.{3,80}? local authority)"
    r"|\breview of the effectiveness of the local safeguarding",
    re.IGNORECASE,
)
_OF_LEADERS = re.compile(r"impact of leaders on social work practice", re.IGNORECASE)
_BY_TITLE = tuple(
    (framework, re.compile(words, re.IGNORECASE))
    for framework, words in (
        ("SIF", r"services for children in need of help"),
        ("LSCB", r"effectiveness of the local safeguarding children board"),
        ("other", r"safeguarding and looked after children|arrangements for the protection of children"),
        ("LAC13", r"inspection of (?:services for )?looked[- ]after children"),
        (
            "ILACS",
            r"inspection of (?:.{3,80} )?(?:local authority |social care )?children[’']?s (?:social care )?services",
        ),
    )
)
_ANOTHER_KIND = re.compile(
    r"\b(?:joint targeted area inspection|area send inspection"
    r"|(?:special educational needs and|send).{0,60}(?:inspection|visit))\b",
    re.IGNORECASE,
)
_VISIT = re.compile(r"\b(?P<kind>monitoring|focus(?:s)?ed|assurance) visit\b", re.IGNORECASE)
_DEAR = re.compile(r"^\s*dear\s+\S", re.IGNORECASE)
_VISIT_TITLE = re.compile(
    r"^(?:.{3,60}[:–-] ?)?(?P<kind>monitoring|focus(?:s)?ed) visit (?:to|of|at|in)\b", re.IGNORECASE
)
_FINDINGS_2013 = re.compile(r"record of main findings", re.IGNORECASE)
_LOOKED_AFTER = re.compile(r"\blooked after children\b", re.IGNORECASE)
_OFSTED = re.compile(r"\b(?:ofsted|inspectors?|inspectorate)\b", re.IGNORECASE)
_OF_A_COUNCIL = re.compile(
    r"\b(?:council|authority|children[’']?s services|social work|social care|care leavers?|children in care)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:rat(?:ed|ing)|judg(?:ed|ement|ing)|monitoring visit|focused visit|inspection|inspectors (?:found|said))\b",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(r"\breport not found\b|\bpage not found\b|\bno longer exists\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a file: its pages, what it is, by which words, and of which framework where that is told."""

    kind: Kind
    pages: tuple[Page, ...]
    framework: str | None
    told_by: Evidence
    why_not: str = ""


def documents_of(printed: Printed) -> list[Document]:
    """The documents of a file, in order; a file that is no report gives one that says why."""
    starts = [0, *(at for at, page in enumerate(printed.pages) if at and _begins(page))]
    ends = [*starts[1:], len(printed.pages)]
    found = [_document(printed.pages[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [one for one in found if one.kind != "not_a_report"] or found[:1]


def _begins(page: Page) -> bool:
    """Whether a later page is the front of another document: a title, then the dates of an inspection."""
    first = page.lines[:14]
    if not any(DATES.match(line.text) for line in first):
        return any(_DEAR.match(line.text) for line in page.lines[:20]) and bool(_VISIT.search(joined(page.lines[:30])))
    return bool(_TITLE.search(joined(first)))


def _document(pages: tuple[Page, ...]) -> Document:
    lines = pages[0].lines[:LOOK]
    front = joined(lines)
    number = pages[0].number
    title = _TITLE.search(joined(above_dates(lines)))
    dear = next((at for at, line in enumerate(lines) if _DEAR.match(line.text)), None)
    another = _ANOTHER_KIND.search(joined(above_dates(lines) if dear is None else lines[: dear + 4]))
    if another:
        told = Evidence(page=number, quote=another.group())
        return Document(kind="inspection_report", pages=pages, framework="other", told_by=told)
    if title:
        quote = front[front.find(title.group()) :][:120] if title.group() in front else title.group()
        told = Evidence(page=number, quote=quote)
        return Document(kind="inspection_report", pages=pages, framework=_framework(pages), told_by=told)
    letter = _letter(pages)
    if letter is not None:
        return letter
    last = joined(pages[-1].lines)
    match = _FINDINGS_2013.search(last)
    if match and _LOOKED_AFTER.search(last):
        told = Evidence(page=pages[-1].number, quote=match.group())
        return Document(kind="inspection_report", pages=pages, framework="LAC13", told_by=told)
    if any(DATES.match(line.text) for line in lines):
        why = (
            "It is an inspection's report, but not of a council's children's services: of a school or a home, perhaps."
        )
        return _nothing(pages, front, why)
    return _article_or_nothing(pages)


def _framework(pages: tuple[Page, ...]) -> str:
    """SIF, ILACS, LAC13 or other, by the title and the labels that the front page has."""
    front = joined(pages[0].lines)
    if _OF_LEADERS.search(front):
        return "ILACS"
    for framework, title in _BY_TITLE:
        if title.search(front):
            return framework
    return "LAC13" if _FINDINGS_2013.search(joined(pages[-1].lines)) else "other"


def _letter(pages: tuple[Page, ...]) -> Document | None:
    """A letter after a visit: a greeting and a visit named, or a title that names a visit."""
    lines = pages[0].lines[:LOOK]
    greeting = next((at for at, line in enumerate(lines) if _DEAR.match(line.text)), None)
    dated = next((at for at, line in enumerate(lines) if DATES.match(line.text)), None)
    above = lines[: max(greeting + 8 if greeting is not None else 0, dated or 0)]
    title = next((found for line in above if (found := _VISIT_TITLE.match(squeezed(line.text)))), None)
    named = _VISIT.search(joined(lines))
    inspected = bool(re.search(r"\b(?:ofsted|inspectors?)\b", joined(lines), re.IGNORECASE))
    if not inspected or not ((greeting is not None and named) or title):
        return None
    said = title["kind"] if title else named["kind"] if named else ""
    kind: Kind = "monitoring_letter" if said.lower() == "monitoring" else "focused_visit_letter"
    quote = squeezed(title.group()) if title else joined(lines)[named.start() : named.end()] if named else ""
    return Document(kind=kind, pages=pages, framework=None, told_by=Evidence(page=pages[0].number, quote=quote))


def _article_or_nothing(pages: tuple[Page, ...]) -> Document:
    text = joined(line for page in pages for line in page.lines)
    ofsted = _OFSTED.search(text)
    number = pages[0].number
    if ofsted is None or _NOT_FOUND.search(text[:3000]) or len(text) < 200:
        why = "It does not speak of an inspection: it is no report, letter or article that this reader knows."
        if _NOT_FOUND.search(text[:3000]):
            why = "It is a page that says the report was not found, kept under a report's name. Fetch the report again."
        return _nothing(pages, text, why)
    if not (_REPORTED.search(text) and _OF_A_COUNCIL.search(text) and named_in(text)):
        return _nothing(pages, text, "It speaks of inspectors, but of no council and no inspection or visit of one.")
    quote = text[max(0, ofsted.start() - 60) : ofsted.end() + 60]
    return Document(kind="press_article", pages=pages, framework=None, told_by=Evidence(page=number, quote=quote))


def _nothing(pages: tuple[Page, ...], text: str, why: str) -> Document:
    told = Evidence(page=pages[0].number, quote=text[:120])
    return Document(kind="not_a_report", pages=pages, framework=None, told_by=told, why_not=why)
