"""What the inspectors asked to be improved: each point in order, exact, with its page and to whom it is addressed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from holdfast.inspection.headings import Section, heading_at
from holdfast.inspection.printed import Line, joined, squeezed
from holdfast.inspection.report import ImprovementPoint
from holdfast.inspection.themes import themes_of_point

BULLET = re.compile(r"^\s*(?P<mark>[\uf000-\uf0ff\u2022\u25a0-\u25ff\u2043\u00b7*]|[–─−-](?=\s))\s*")
NUMBER = re.compile(r"^\s*(?P<number>\d{1,3})\.(?:\s+(?=\S)|(?=[A-Z‘“]))")
_TAG = re.compile(r"\s*\((?P<tag>(?:outcomes?|enablers?|principles?)\b[^()]*)\)(?P<after>\s*[.;]?)\s*$", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"(?<=[a-z]{3}[.;,)’'])\d{1,2}(?=\s|$)|(?<=[a-z]{3})\d{1,2}(?=[\s.;,]|$)")
_NONE = re.compile(r"^there (?:are|were) no\b.{0,80}\b(?:actions?|areas?|priority)\b", re.IGNORECASE)
_LSCB = re.compile(
    r"^\s*(?:section \d: )?(?:(?:the )?effectiveness of the |the )?local safeguarding"
    r"(?: children board(?: \(lscb\))?\d?)?\s*$|^\s*section \d: the effectiveness of the local safeguarding",
    re.IGNORECASE,
)
SMALL, LARGE = 0.92, 1.15
"""Of a page's own letters: below the first a footnote is set, above the second a heading."""


@dataclass(slots=True)
class _Item:
    """A point while its lines are gathered."""

    at: int
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsRead:
    """The points, the lines they were read from, the last printed number among them, and whether a heading was met."""

    points: tuple[ImprovementPoint, ...]
    used: frozenset[int]
    numbers: dict[int, int]
    headed: bool


def read_points(lines: Sequence[Line], framework: str, body: float, *, whole_is_lscb: bool = False) -> PointsRead:
    """Every point under every heading that asks for improvement, numbered from 1 through the document."""
    points: list[ImprovementPoint] = []
    used: set[int] = set()
    numbers: dict[int, int] = {}
    addressee: Literal["authority", "lscb"] = "lscb" if whole_is_lscb else "authority"
    at, headed = 0, False
    while at < len(lines):
        if lines[at].page > lines[0].page and _LSCB.match(lines[at].text):
            addressee = "lscb"
        heading = heading_at(lines, at, framework)
        if heading is None or heading.section not in (Section.POINTS, Section.AREAS):
            at += 1
            continue
        headed = True
        end = _end(lines, at + heading.lines, framework, body)
        items = _items(lines, range(at + heading.lines, end), body)
        for item in items:
            number = NUMBER.match(item.lines[0].text)
            if number:
                numbers[item.at] = int(number["number"])
            point = _point(item, len(points) + 1, addressee)
            if point is not None:
                points.append(point)
        used |= set(range(at, end))
        at = end
    return PointsRead(points=tuple(points), used=frozenset(used), numbers=numbers, headed=headed)


def _end(lines: Sequence[Line], start: int, framework: str, body: float) -> int:
    """Where the list ends: at the next heading that is none of the list's own, or at a numbered first paragraph."""
    seen_mark = ""
    for at in range(start, len(lines)):
        heading = heading_at(lines, at, framework)
        if (
            heading is not None
            and heading.section is not Section.AREAS
            and not _is_sub_heading(lines, at, heading.words)
        ):
            return at
        number = NUMBER.match(lines[at].text)
        if seen_mark == "bullet" and number and number["number"] == "1" and framework == "ILACS":
            return at
        if heading is None and seen_mark and body and lines[at].bold and lines[at].size > LARGE * body:
            return at
        if not seen_mark:
            seen_mark = "number" if number else "bullet" if BULLET.match(lines[at].text) else ""
    return len(lines)


def _is_sub_heading(lines: Sequence[Line], at: int, words: str) -> bool:
    """A heading within a list, such as 'Leadership, management and governance', with the next number under it."""
    if not words.lower().startswith("leadership, management"):
        return False
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return bool(NUMBER.match(following) or BULLET.match(following))


def _items(lines: Sequence[Line], span: range, body: float) -> list[_Item]:
    """The list's items, each with its lines; sub-headings and footnotes are left out."""
    items: list[_Item] = []
    first = ""
    last_number = 0
    footnote_page = 0
    for at in span:
        line = lines[at]
        if body and line.size and line.size < SMALL * body:
            continue
        if not body and re.match(r"^\s*\d{1,2} [A-Z]", line.text) and items:
            footnote_page = line.page
        if footnote_page == line.page:
            continue
        number, bullet = NUMBER.match(line.text), BULLET.match(line.text)
        mark = "number" if number else bullet["mark"] if bullet else ""
        if number and items and first == "number" and int(number["number"]) != last_number + 1:
            number, mark = None, ""
        if mark and (not first or mark == first):
            first = first or mark
            last_number = int(number["number"]) if number else last_number
            items.append(_Item(at, [line]))
        elif items and not _is_heading_in_list(lines, at, span, body):
            items[-1].lines.append(line)
    return items or _prose(lines, span, body)


def _is_heading_in_list(lines: Sequence[Line], at: int, span: range, body: float) -> bool:
    """A line between two items that belongs to neither: bold where that is known; else by its form and its place."""
    line = lines[at]
    if body and (line.bold or line.size > 1.1 * body):
        return True
    text = squeezed(line.text)
    following = lines[at + 1].text if at + 1 < span.stop else ""
    ended = at > span.start and lines[at - 1].text.rstrip().endswith((".", ";"))
    if body and not (line.gap or ended):
        return False
    starts = NUMBER.match(following) or BULLET.match(following)
    short = len(text) < 75 and text[:1].isupper() and not text.endswith((".", ";", ","))
    return bool(short and (ended or body) and starts)


def _prose(lines: Sequence[Line], span: range, body: float) -> list[_Item]:
    """A section without bullets: each paragraph is one point."""
    items: list[_Item] = []
    for at in span:
        line = lines[at]
        if (body and line.size and line.size < SMALL * body) or line.bold:
            continue
        new_page = at > span.start and lines[at - 1].page != line.page
        if not items or (line.gap and not (new_page and line.text[:1].islower())):
            items.append(_Item(at, []))
        items[-1].lines.append(line)
    return items


def _point(item: _Item, n: int, addressee: Literal["authority", "lscb"]) -> ImprovementPoint | None:
    lines = [Line(text=_unmarked(line.text), page=line.page) for line in item.lines]
    text = _FOOTNOTE_MARK.sub("", joined(lines))
    if not text or _NONE.match(text):
        return None
    tag = _TAG.search(text)
    if tag:
        text = squeezed(text[: tag.start()] + tag["after"].strip())
    return ImprovementPoint(
        n=n, text=text, page=item.lines[0].page, addressee=addressee,
        framework_tag=squeezed(tag["tag"]) if tag else None, printed=joined(item.lines),
        themes=themes_of_point(text, addressee),
    )  # fmt: skip


def _unmarked(text: str) -> str:
    """A line without the mark or number that it begins with."""
    return NUMBER.sub("", BULLET.sub("", text, count=1), count=1)
