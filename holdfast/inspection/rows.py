"""The rows of a table of judgements: each set's labels, and the grade that stands beside each label.

A grade is taken by the words of its row's label, never by the row's place: sets differ in rows and in order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.inspection.grades import GRADE, grade_of
from holdfast.inspection.printed import Line, squeezed


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row that was read: which judgement, which grade, where, and the words as printed."""

    area: str
    grade: str
    page: int
    quote: str
    until: int
    """How many of the lines given had been read when the grade's last word was met."""


def _label(words: str) -> str:
    return words.replace(" ", r"\s+")


_LEADERS_ON = "leaders on social work"
LEADERS = rf"(?:the )?impact of {_LEADERS_ON} practice with children and families"
EXPERIENCES = r"(?:the )?experiences? and progress of "
"""What the labels of the sets since 2013 begin with, with plain spaces."""

NEED_HELP = "children who need help and protection"

ILACS_LABELS = {
    "leadership": _label(LEADERS),
    "help_and_protection": _label(EXPERIENCES + NEED_HELP),
    "joint_care": _label(EXPERIENCES + "children in care and care leavers"),
    "care": _label(EXPERIENCES + "children in care") + r"(?!\s+and\s+care)",
    "care_leavers": _label(EXPERIENCES + "care leavers"),
    "overall": _label("overall effectiveness"),
}
SIF_LABELS = {
    "help_and_protection": r"(?:1\.?\s+)" + _label(NEED_HELP),
    "care": r"(?:2\.?\s+)" + _label("(?:children looked after|looked after children) and achieving permanence"),
    "adoption": r"(?:2\.1\.?\s+)?" + _label("adoption performance"),
    "care_leavers": r"(?:2\.2\.?\s+)?" + _label("experiences? and progress of care leavers"),
    "leadership": r"(?:3\.?\s+)" + _label("leadership, management and governance"),
}
LAC13_LABELS = {
    "overall": _label("overall effectiveness"),
    "capacity": _label("capacity to improve"),
    "care": _label("outcomes for looked after children and young people"),
    "quality": _label("quality of provision"),
    "leadership": _label("leadership and management"),
}
SETS = {"ILACS": ILACS_LABELS, "SIF": SIF_LABELS, "LAC13": LAC13_LABELS}

NOT_A_KEY = frozenset({"capacity", "quality"})
"""Rows of the 2013 table that have no key of their own: read, so that they end the row before, and left out."""

LEAD_IN = re.compile(r"^[\s:–-]*(?:(?:is|are)\b[\s:]*)?(?:grade\s*\d\s*\(?)?\s*", re.IGNORECASE)
"""What may stand between a label and its grade."""

_LONGEST_GRADE = 40


def compiled(labels: dict[str, str]) -> re.Pattern[str]:
    """One pattern for all labels of a set; the group's name is the judgement."""
    return re.compile("|".join(f"(?P<{area}>{words})" for area, words in labels.items()), re.IGNORECASE)


PATTERNS = {name: compiled(labels) for name, labels in SETS.items()}


def rows_in_text(lines: Sequence[Line], framework: str) -> list[Row]:
    """The first reading: each label in the text's own order, and the grade that follows it before the next label."""
    text = ""
    line_of: list[int] = []
    for at, line in enumerate(lines):
        text += squeezed(line.text) + " "
        line_of.extend([at] * (len(text) - len(line_of)))
    labels = list(PATTERNS[framework].finditer(text))
    rows = []
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        rest = text[label.end() : min(end, label.end() + _LONGEST_GRADE)]
        lead = LEAD_IN.match(rest)
        grade = GRADE.match(rest, lead.end() if lead else 0)
        if grade is None:
            continue
        end = label.end() + grade.end()
        page, until = lines[line_of[label.start()]].page, line_of[end - 1] + 1
        quote = squeezed(text[label.start() : end])
        rows.append(Row(area=str(label.lastgroup), grade=grade_of(grade), page=page, quote=quote, until=until))
    return rows
