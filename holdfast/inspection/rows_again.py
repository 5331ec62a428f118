"""The second reading of a table of judgements, made another way than the first, so that the two can be held together.

Where positions are known the table is read as columns: labels from what stands on the left, grades from what stands
on the right, and a grade goes to the label it stands level with. Where they are not, the lines are read from the
last to the first: a grade is met before the label it belongs to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdfast.inspection.grades import GRADE, grade_of
from holdfast.inspection.printed import Line, Word, squeezed
from holdfast.inspection.rows import LEAD_IN, PATTERNS

_SAME_LINE = 5.0
_GRADE_STARTS = re.compile(r"^(outstanding|good|requires?|inadequate|adequate|not|grade)$", re.IGNORECASE)
_GRADE_WORDS = frozenset("outstanding good requires require improvement to be inadequate adequate not judged".split())


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text and the height it takes on the page."""

    text: str
    top: float
    bottom: float


def rows_by_position(words: Sequence[Word], framework: str) -> dict[str, str]:
    """The grade of each label, by where both stand. Empty where no column of grades is found."""
    edge = _grade_column(words)
    if edge is None:
        return {}
    labels = list(_labels([word for word in words if word.left < edge], framework))
    grades = list(_grades([word for word in words if word.left >= edge]))
    found = {}
    for area, label in labels:
        level = [(_apart(label, grade), grade.text) for grade in grades]
        near = [(apart, text) for apart, text in sorted(level) if apart < 12]
        if near:
            match = GRADE.search(near[0][1])
            if match:
                found[area] = grade_of(match)
    return found


def _apart(one: _Stretch, other: _Stretch) -> float:
    """How far two stretches are from standing level; negative where they overlap."""
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def _grade_column(words: Sequence[Word]) -> float | None:
    """Where the column of grades begins: the place at which most words that begin a grade stand alike."""
    header = [word for word in words if word.text.lower() == "grade" and word.left > 200]
    if header:
        return header[0].left - 8
    starts = sorted(word.left for word in words if _GRADE_STARTS.match(word.text) and word.left > 250)
    best, most = None, 2
    for left in starts:
        alike = sum(1 for other in starts if 0 <= other - left < 12)
        if alike > most:
            best, most = left, alike
    return None if best is None else best - 4


def _rows_of(words: Sequence[Word]) -> list[tuple[float, list[Word]]]:
    """The words in printed rows, from the top down, each row from the left."""
    rows: list[tuple[float, list[Word]]] = []
    for word in sorted(words, key=lambda one: (one.top, one.left)):
        if rows and abs(rows[-1][0] - word.top) < _SAME_LINE:
            rows[-1][1].append(word)
        else:
            rows.append((word.top, [word]))
    return [(top, sorted(row, key=lambda one: one.left)) for top, row in rows]


def _labels(words: Sequence[Word], framework: str) -> Iterator[tuple[str, _Stretch]]:
    """Each label found in the left column's words, with the height it takes."""
    text = ""
    tops: list[float] = []
    for top, row in _rows_of(words):
        text += " ".join(word.text for word in row) + " "
        tops.extend([top] * (len(text) - len(tops)))
    for match in PATTERNS[framework].finditer(text):
        first, last = tops[match.start()], tops[match.end() - 1]
        yield str(match.lastgroup), _Stretch(match.group(), first - 6, last + 6)


def _grades(words: Sequence[Word]) -> Iterator[_Stretch]:
    """Each grade of the right column; one that is broken over rows is put together again."""
    rows = [
        (top, " ".join(word.text for word in row))
        for top, row in _rows_of(words)
        if all(word.text.lower().strip(".") in _GRADE_WORDS for word in row)
    ]
    at = 0
    while at < len(rows):
        top, text = rows[at]
        bottom = top
        while at + 1 < len(rows) and _goes_on(text, rows[at + 1][1]) and rows[at + 1][0] - bottom < 30:
            at += 1
            bottom, text = rows[at][0], f"{text} {rows[at][1]}"
        yield _Stretch(text, top - 6, bottom + 6)
        at += 1


def _goes_on(text: str, following: str) -> bool:
    """Whether the next row carries on the grade: 'Requires' / 'improvement' / 'to be good'."""
    whole = f"{text} {following}".lower()
    return any(part.startswith(whole) for part in ("requires improvement to be good", "not judged")) or (
        whole.startswith("require improvement") and "to be good".startswith(following.lower())
    )


def rows_from_the_end(lines: Sequence[Line], framework: str) -> dict[str, str]:
    """The grade of each label, where positions are not known: read upwards, a grade goes to the label above it.

    What is gathered below a label must begin with the grade, so that a grade further down is never lent to it.
    """
    below: list[str] = []
    found: dict[str, str] = {}
    for line in reversed(lines):
        below.insert(0, squeezed(line.text))
        text = " ".join(below[:4])
        match = PATTERNS[framework].match(re.sub(r"^(?:\d\.?\d?\.? )?(?=[a-z])", "", text)) or PATTERNS[
            framework
        ].match(text)
        if match is None:
            continue
        rest = text[text.lower().find(match.group().lower()) + len(match.group()) :]
        lead = LEAD_IN.match(rest)
        grade = GRADE.match(rest, lead.end() if lead else 0)
        if grade is not None:
            found[str(match.lastgroup)] = grade_of(grade)
        below = []
    return found
