"""The grade of the safeguarding children board, which stands apart from the authority's own."""

import re
from collections.abc import Sequence

from holdfast.inspection.grades import GRADE, grade_of
from holdfast.inspection.printed import Line, joined
from holdfast.inspection.report import NOT_IN_THIS_SET, Report

_SENTENCE = re.compile(
    r"^(?:the )?(?:effectiveness of the )?"
    r"(?:local safeguarding children(?:[’']?s)? board|lscb)(?: \(lscb\))?\s*(?:is\s+)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*[a-z]")


def read_board_grade(report: Report, lines: Sequence[Line], front: Sequence[Line]) -> None:
    """The board's grade, from each sentence that is nothing but it; in 2014 one stands on the front page too."""
    found: list[tuple[str, int, str]] = []
    for at, line in enumerate(lines):
        if _SENTENCE.match(line.text.strip()) is None:
            continue
        text = joined(lines[at : at + 2])
        start = _SENTENCE.match(text)
        grade = GRADE.match(text, start.end()) if start else None
        if grade and not _GOES_ON.match(text[grade.end() :]):
            found.append((grade_of(grade), line.page, text[: grade.end()]))
    grades = {grade for grade, _, _ in found}
    if len(grades) == 1:
        report.say("judgements.lscb", *found[0])
    elif len(grades) > 1:
        report.doubt(f"the board's grade reads as {' and '.join(sorted(grades))} in two places.")
        report.lack("judgements.lscb", "Unsure: two places differ.")
    elif "safeguarding children board" in joined(front).lower():
        report.lack("judgements.lscb", "Not read: the board was reviewed, and no sentence with its grade was found.")
        report.problems.append("Not read: judgements.lscb. No sentence with the board's grade was found.")
    else:
        report.lack("judgements.lscb", NOT_IN_THIS_SET)
