"""The headings of a report: where a section begins, what it is called, and what kind of section it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from holdfast.inspection.grades import GRADE_WORDS
from holdfast.inspection.printed import Line, joined
from holdfast.inspection.rows import EXPERIENCES, LEADERS, NEED_HELP


class Section(Enum):
    """What stands under a heading."""

    FINDINGS = auto()
    SUMMARY = auto()
    POINTS = auto()
    AREAS = auto()
    STRENGTHS = auto()
    APART = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was found: what follows it, its words without the grade, and how many lines it takes."""

    section: Section
    words: str
    lines: int


_GRADE_TAIL = re.compile(
    r"[\s:,–-]*(?:\b(?:is|are)\b)?[\s:]*(?:that it (?:is )?)?(?:GRADE)[\s.]*$".replace("GRADE", GRADE_WORDS),
    re.IGNORECASE,
)
_LOOSE_TAIL = re.compile(r"[\s:]*(?:\b(?:is|are)\b)?[\s:.]*$")
_MARK = re.compile(r"(?<=[A-Za-z?.)])\d{1,2}$")

_ILACS = (
    (Section.POINTS, r"what needs to improve ?[?:]?"),
    (Section.FINDINGS, LEADERS),
    (Section.FINDINGS, rf"{EXPERIENCES}(?:{NEED_HELP}|children in care(?: and care leavers)?|care leavers)"),
)
_SIF = (
    (Section.POINTS, r"what do(?:es)? (?:the )?(?:local authority|lscb|board) need to improve ?\??"),
    (Section.POINTS, r"recommendations(?: for the (?:local authority|lscb|board))?"),
    (Section.AREAS, r"(?:areas for improvement|priority and immediate actions?)"),
    (Section.STRENGTHS, r"the (?:local authority|lscb)(?:[’']s)? (?:has the following )?strengths"),
    (Section.STRENGTHS, r"progress since the last inspection"),
    (Section.SUMMARY, r"executive summary"),
    (Section.SUMMARY, r"summary of (?:key )?findings"),
    (Section.SUMMARY, r"summary for children(?: and young people)?"),
    (Section.FINDINGS, EXPERIENCES + NEED_HELP),
    (Section.FINDINGS, EXPERIENCES + "children looked after and achieving permanence"),
    (Section.FINDINGS, r"the graded judgement for adoption performance(?: is)?"),
    (Section.FINDINGS, r"the graded judgement (?:about|for) the experiences? and progress of care leavers(?: is)?"),
    (Section.FINDINGS, r"leadership, management and governance"),
    (Section.FINDINGS, r"inspection findings(?: [–─-] ?the local safeguarding children board)?"),
    (Section.FINDINGS, r"key strengths and weaknesses of the (?:lscb|local authority)"),
    (Section.FINDINGS, r"inspection judgements? about the (?:local authority|lscb)"),
    (Section.FINDINGS, r"outcomes for looked after children and young people|quality of provision|capacity to improve"),
    (Section.APART, r"(?:section \d: )?(?:the )?local safeguarding children board(?: \(lscb\))?"),
    (
        Section.APART,
        r"section \d: the (?:local authority|effectiveness of the local safeguarding children board.{0,9})",
    ),
    (Section.APART, r"the effectiveness of the (?:lscb|local safeguarding children board)"),
)
_BOTH = (
    (Section.APART, r"contents"),
    (Section.APART, r"the local authority"),
    (Section.APART, r"information about (?:this|the) .{3,40}"),
    (Section.APART, r"previous ofsted inspections"),
    (Section.APART, r"(?:what|how) the .{0,20}inspection judgements mean"),
    (Section.APART, r"the inspection team"),
    (Section.APART, r"annex(?: [a-z0-9])?(?::.{0,60})?"),
    (Section.APART, r"(?:ofsted is|the office for standards in education).{0,80}"),
)
_BY_FRAMEWORK = {
    "ILACS": tuple((kind, re.compile(f"(?:{words})", re.IGNORECASE)) for kind, words in _ILACS + _BOTH),
    "SIF": tuple((kind, re.compile(f"(?:{words})", re.IGNORECASE)) for kind, words in _SIF + _BOTH),
}
_FIRST_WORDS = re.compile(
    r"\W*(?:what (?:needs|do)|(?:what|how) the|(?:the )?(?:impact of|experiences? and|local (?:auth|safeg))"
    r"|(?:the )?(?:effectiveness of|office for)|the (?:lscb|graded|inspection team)|recommendations|areas for"
    r"|priority and|progress since|executive sum|summary (?:of|for)|leadership, m|inspection (?:find|judge)"
    r"|section \d|contents|information about|previous ofsted|annex|ofsted is|key strengths"
    r"|outcomes for l|quality of p|capacity to)",
    re.IGNORECASE,
)
LONGEST = 4


def heading_at(lines: Sequence[Line], at: int, framework: str) -> Heading | None:
    """The heading that begins on this line, if one does.

    A heading stands alone: after its words, a grade and a footnote's mark, nothing follows on its last line. Where
    it is set is not asked, so that a plain text is read like a PDF; a line of prose never ends where a heading does.
    """
    if not _FIRST_WORDS.match(lines[at].text):
        return None
    for taken in range(min(LONGEST, len(lines) - at), 0, -1):
        some = lines[at : at + taken]
        if any(line.page != some[0].page for line in some):
            continue
        words = joined(some)
        if len(words) > 160:
            continue
        for kind, pattern in _BY_FRAMEWORK[framework]:
            match = pattern.match(words)
            if match and _stands_alone(words[match.end() :], kind, framework):
                return Heading(kind, match.group().strip(" ?:"), taken)
    return None


def _stands_alone(rest: str, kind: Section, framework: str) -> bool:
    """Whether what follows a heading's words is only a grade, a footnote's mark, or nothing.

    In a single inspection a colon and a grade make an entry in a list of earlier grades, and no heading.
    """
    if framework == "SIF" and rest.lstrip().startswith(":"):
        return False
    if not rest.strip(" .:"):
        return not rest.strip().endswith(".") or kind in (Section.FINDINGS, Section.APART)
    if re.fullmatch(r"\s*\d{1,2}\s*", rest):
        return not rest.startswith(" ") and kind is not Section.FINDINGS
    return kind in (Section.FINDINGS, Section.APART) and _GRADE_TAIL.fullmatch(rest) is not None


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without a page of contents, whose entries read like headings."""
    kept: list[Line] = []
    skipped = 0
    for line in lines:
        if line.text.strip().lower() == "contents":
            skipped = line.page
        if line.page != skipped:
            kept.append(line)
    return kept
