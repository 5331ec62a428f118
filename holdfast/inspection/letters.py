"""A letter after a monitoring or focused visit: no table and no grade; its opening sentence carries the facts.

The shape is taken from descriptions, not from letters that were read: every letter says that it is unproven.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from holdfast.inspection.days import DAY, first_and_last
from holdfast.inspection.front import people, read_dates, read_lead, set_authority
from holdfast.inspection.grades import GRADE, GRADE_WORDS, grade_of
from holdfast.inspection.kinds import Document
from holdfast.inspection.points import BULLET, NUMBER
from holdfast.inspection.printed import Line, joined, squeezed, turns_of
from holdfast.inspection.report import NONE_AS_A_LIST, ImprovementPoint, Paragraph, Report
from holdfast.inspection.statements import statements_of
from holdfast.inspection.themes import themes_of

UNPROVEN = (
    "Unproven: the reader of letters was written from descriptions, and no real letter has been read with it yet. "
    "Check each value against the page named in its evidence."
)
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_ORDINAL_VISIT = re.compile(rf"\b{ORDINAL}\b(?: quarterly)?(?: monitoring)? visit\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?i:monitoring|focus(?:s)?ed) visit (?:to|of|at) (?:the )?(?P<name>[A-Z].{2,80}?)"
    r"(?:[’']s?)? ?(?:local authority )?(?:children[’']?s (?:social care )?services|\bon \d|\bin (?:[A-Z]|\d)|$|[.,])"
)
_ON = re.compile(rf"\bvisit\b.{{0,120}}?\bon (?P<dates>{DAY}(?:(?:\s*(?:,|and|to|[–-])\s*){DAY})*)", re.IGNORECASE)
_INSPECTORS = re.compile(
    r"\binspectors?(?: for this visit)? (?:was|were) (?P<names>.{4,160}?)(?:\.(?:\s|$)|$)", re.IGNORECASE
)
_JUDGED = re.compile(
    r"\b(?:was|were|been)? ?(?:previously )?judged (?:to be |as )?(?P<grade>" + GRADE_WORDS + r")",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:areas? covered by (?:the|this) visit|(?:headline|key|main) findings|overview|summary"
    r"|findings(?: and evaluation of progress)?|evaluation of progress|next steps"
    r"|(?:what|areas?) (?:needs? to improve|for (?:improvement|priority action|development)).{0,60})\s*:?$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:monitoring|focus(?:s)?ed) visit (?:to|of|at)\b", re.IGNORECASE)
_GREETING = re.compile(r"dear\s", re.IGNORECASE)
_BEGINS = re.compile(r"dear\s|lead inspectors?\b|this letter summarises", re.IGNORECASE)
_ASKS = re.compile(r"^(?:what needs to improve|areas? for (?:improvement|priority action))", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:i am copying|this letter will be|yours (?:sincerely|faithfully)|ofsted (?:is|will) (?:proud|copy)|©)",
    re.IGNORECASE,
)
FIRST_OF_ILACS = date(2018, 1, 1)


def read_letter(report: Report, document: Document, lines: Sequence[Line], body: float) -> None:
    """Fill a report from a letter's lines."""
    report.problems.append(UNPROVEN)
    focused = document.kind == "focused_visit_letter"
    visit = "focused_visit" if focused else "monitoring_visit"
    report.say("visit_type", visit, document.told_by.page, document.told_by.quote)
    front = [line for line in lines if line.page == document.pages[0].number]
    _whose(report, front)
    _when(report, front, lines)
    _who(report, front, lines)
    _ordinal(report, lines, focused)
    _earlier(report, lines)
    _framework(report, focused, document)
    for area in report.judgements:
        report.lack(f"judgements.{area}", "Not in this set: a letter after a visit gives no grades.")
    report.lack("publication_date", "Not printed: a letter has its own date, and does not say when it was published.")
    every = letter_paragraphs(lines, body)
    asked = [one for one in every if one.section and _ASKS.match(one.section) and not one.text.endswith(":")]
    report.paragraphs = [one for one in every if one not in asked]
    report.statements = statements_of(report.paragraphs)
    report.improvement_points = [
        ImprovementPoint(n=n, text=one.text, page=one.page, themes=themes_of(one.text))
        for n, one in enumerate(asked, 1)
    ]
    if not report.improvement_points:
        report.lack("improvement_points", NONE_AS_A_LIST)


def _whose(report: Report, front: Sequence[Line]) -> None:
    text = joined(front)
    for place in [*(squeezed(line.text) for line in front), text]:
        match = _WHOSE.search(place)
        if match:
            set_authority(report, squeezed(match["name"]).strip(" ’'"), front[0].page, match.group())
            return
    reason = "Not read: no title or sentence of the form 'visit to … children's services' was found."
    report.lack("authority", reason)
    report.lack("authority_printed", reason)


def _when(report: Report, front: Sequence[Line], lines: Sequence[Line]) -> None:
    read_dates(report, front)
    if report.inspection_start is not None:
        return
    text = joined(lines)
    match = _ON.search(text)
    span = first_and_last(match["dates"]) if match else None
    if match is None or span is None:
        for key in ("inspection_start", "inspection_end"):
            report.lack(key, "Not read: no sentence says on which days the visit was.")
        return
    page = _page_of(lines, match["dates"])
    report.say("inspection_start", span[0], page, match.group())
    report.say("inspection_end", span[1], page, match.group())


def _who(report: Report, front: Sequence[Line], lines: Sequence[Line]) -> None:
    read_lead(report, front)
    if report.lead_inspector is not None:
        return
    text = joined(lines)
    match = _INSPECTORS.search(text)
    names = people(match["names"]) if match else []
    if match and names:
        report.say("lead_inspector", "; ".join(names), _page_of(lines, match["names"]), match.group())


def ordinal_of(text: str) -> tuple[int, str] | None:
    """The number of a visit in a text such as 'the fifth monitoring visit', with its words; None where none is said."""
    match = _ORDINAL_VISIT.search(text)
    if match is None:
        return None
    word = match["ordinal"].lower()
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word)), match.group()


def _ordinal(report: Report, lines: Sequence[Line], focused: bool) -> None:
    if focused:
        report.lack("ordinal", "Not in this set: only monitoring visits are counted.")
        return
    found = ordinal_of(joined(lines))
    if found:
        report.say("ordinal", found[0], _page_of(lines, found[1]), found[1])


def _earlier(report: Report, lines: Sequence[Line]) -> None:
    text = joined(lines)
    match = _JUDGED.search(text)
    grade = GRADE.search(match["grade"]) if match else None
    if match and grade:
        report.say("previous_overall", grade_of(grade), _page_of(lines, match.group()), match.group().strip())


def _framework(report: Report, focused: bool, document: Document) -> None:
    """Focused visits exist only under ILACS; a monitoring visit belongs to the framework in force on its first day."""
    if focused:
        report.say("framework", "ILACS", document.told_by.page, document.told_by.quote)
    elif report.inspection_start is not None:
        evidence = report.evidence["inspection_start"]
        framework = "ILACS" if report.inspection_start >= FIRST_OF_ILACS else "SIF"
        report.say("framework", framework, evidence.page, evidence.quote)
    else:
        report.lack(
            "framework", "Not read: without the days of the visit it cannot be said which framework was in force."
        )


def letter_paragraphs(lines: Sequence[Line], body: float) -> list[Paragraph]:
    """The letter's paragraphs from its greeting to its closing words, each under the heading above it."""
    found: list[Paragraph] = []
    gathered: list[Line] = []
    section: str | None = None
    for line in _between_greeting_and_close(lines):
        text = squeezed(line.text)
        titled = _TITLE.match(text)
        heading = _SECTION.match(text) or (body and line.bold and len(text) < 90)
        bullet, number = BULLET.match(line.text), NUMBER.match(line.text)
        if gathered and (titled or heading or line.gap or bullet or number):
            found.append(_paragraph(gathered, section))
            gathered = []
        if heading and not titled:
            section = text.rstrip(" :")
        elif not titled:
            gathered.append(Line(text=line.text[bullet.end() :] if bullet else line.text, page=line.page))
    return [*found, _paragraph(gathered, section)] if gathered else found


def _between_greeting_and_close(lines: Sequence[Line]) -> Iterator[Line]:
    """The letter's own lines: after the address and the greeting, before the words that close it."""
    begun = False
    for line in lines:
        text = squeezed(line.text)
        if begun and _CLOSING.match(text):
            return
        begins = _BEGINS.match(text) is not None
        if (begun and not _GREETING.match(text)) or (begins and text.lower().startswith("this letter")):
            yield line
        begun = begun or begins


def _paragraph(gathered: Sequence[Line], section: str | None) -> Paragraph:
    number = NUMBER.match(gathered[0].text)
    lines = list(gathered)
    if number:
        lines[0] = Line(text=gathered[0].text[number.end() :], page=gathered[0].page)
    return Paragraph(
        number=int(number["number"]) if number else None, page=gathered[0].page, section=section, text=joined(lines),
        turns=turns_of(lines),
    )  # fmt: skip


def _page_of(lines: Sequence[Line], words: str) -> int:
    """The page on which these words begin."""
    start = squeezed(words)[:25]
    for at, line in enumerate(lines):
        if start in joined(lines[at : at + 2]):
            return line.page
    return lines[0].page if lines else 1
