"""The inspections of looked-after children's services of summer 2013: what to do at once, in three months, in six.

Written from descriptions of four reports; its table is read by the same rules as every other.
"""

import re
from collections.abc import Sequence

from holdfast.inspection.headings import Section, heading_at
from holdfast.inspection.points import BULLET, NUMBER, SMALL, PointsRead
from holdfast.inspection.printed import Line, joined, squeezed
from holdfast.inspection.report import ImprovementPoint
from holdfast.inspection.themes import themes_of

_BAND = re.compile(r"^(?:immediately|within (?:three|3|six|6|twelve|12) months)\b[^.]{0,60}:?$", re.IGNORECASE)
_ENDS = re.compile(
    r"^(?:about (?:the|this)|outcomes for|quality of provision|leadership and management|capacity to improve"
    r"|overall effectiveness|service information|record of main findings)\b.{0,60}$",
    re.IGNORECASE,
)


def read_looked_after_points(lines: Sequence[Line], body: float) -> PointsRead:
    """Every bullet under a time band, in order."""
    points: list[ImprovementPoint] = []
    used: set[int] = set()
    gathered: list[Line] = []
    within = False

    def close() -> None:
        if gathered:
            marks = [Line(text=BULLET.sub("", one.text, count=1), page=one.page) for one in gathered]
            text = joined(marks)
            points.append(
                ImprovementPoint(
                    n=len(points) + 1, text=text, page=gathered[0].page, printed=joined(gathered),
                    themes=themes_of(text),
                )
            )  # fmt: skip
            gathered.clear()

    for at, line in enumerate(lines):
        text = squeezed(line.text)
        if _BAND.match(text):
            close()
            within = True
        elif within and (_ends_here(lines, at, text) or (body and line.bold and not BULLET.match(line.text))):
            close()
            within = False
        elif within and not (body and line.size and line.size < SMALL * body):
            if BULLET.match(line.text):
                close()
                gathered.append(line)
            elif gathered:
                gathered.append(line)
        if within:
            used.add(at)
    close()
    return PointsRead(points=tuple(points), used=frozenset(used), numbers={}, headed=bool(used))


def _ends_here(lines: Sequence[Line], at: int, text: str) -> bool:
    heading = heading_at(lines, at, "SIF")
    number = NUMBER.match(lines[at].text)
    return bool(_ENDS.match(text) or number or (heading is not None and heading.section is not Section.AREAS))
