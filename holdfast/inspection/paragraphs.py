"""The paragraphs of a report, each with its printed number, its page and the section it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from holdfast.inspection.headings import Section, heading_at
from holdfast.inspection.points import BULLET, NUMBER, SMALL, PointsRead
from holdfast.inspection.printed import Line, joined, squeezed, turns_of
from holdfast.inspection.report import Paragraph

_KEPT_UNNUMBERED = frozenset({Section.SUMMARY, Section.FINDINGS, Section.STRENGTHS})
_LONGEST_SUB_HEADING = 75
_ENDS_A_SENTENCE = (".", ":", "!", "?", "”", "’", ")")
_MOST_SKIPPED = 3
"""How many numbers may be missing before a paragraph's number is taken for something else (a list's, a year's)."""


@dataclass(slots=True)
class _Walk:
    """Where the reading of a report's paragraphs has come to."""

    body: float
    section: Section | None
    words: str | None
    last: int = 0
    number: int | None = None
    fresh: bool = True
    gathered: list[Line] = field(default_factory=list)
    done: list[Paragraph] = field(default_factory=list)

    def close(self) -> None:
        """End the paragraph that is being gathered, if there is one."""
        text = joined(self.gathered)
        if text and not (self.number is None and len(text) < 12):
            page, turns = self.gathered[0].page, turns_of(self.gathered)
            self.done.append(Paragraph(number=self.number, page=page, section=self.words, text=text, turns=turns))
        self.gathered, self.number = [], None


def read_paragraphs(
    lines: Sequence[Line], framework: str, body: float, points: PointsRead, first: tuple[Section | None, str | None]
) -> list[Paragraph]:
    """Every numbered paragraph, and every other one of a summary or a finding; points of improvement are left out."""
    walk = _Walk(body, *first)
    at = 0
    while at < len(lines):
        if at in points.used:
            walk.close()
            walk.last = points.numbers.get(at, walk.last)
            at += 1
            continue
        heading = heading_at(lines, at, framework)
        if heading is not None:
            walk.close()
            walk.section, walk.words, walk.fresh = heading.section, heading.words, True
            at += heading.lines
            continue
        _take(walk, lines, at)
        at += 1
    walk.close()
    return walk.done


def _take(walk: _Walk, lines: Sequence[Line], at: int) -> None:
    """Give one line to the paragraph it belongs to."""
    line = lines[at]
    if walk.body and line.size and line.size < SMALL * walk.body:
        return
    number = NUMBER.match(line.text)
    if number and _is_next(walk, int(number["number"])):
        walk.close()
        walk.last = walk.number = int(number["number"])
        walk.fresh = False
        walk.gathered = [Line(text=line.text[number.end() :], page=line.page)]
        return
    if _is_sub_heading(walk, lines, at):
        walk.close()
        return
    if walk.number is None and not walk.gathered and walk.section not in _KEPT_UNNUMBERED:
        return
    bullet = BULLET.match(line.text)
    if walk.number is None and (bullet or _breaks(lines, at)):
        walk.close()
    if walk.number is None and walk.section not in _KEPT_UNNUMBERED:
        return
    text = line.text[bullet.end() :] if bullet else line.text
    walk.gathered.append(Line(text=text, page=line.page))


def _is_next(walk: _Walk, number: int) -> bool:
    """Whether a number goes on from the last one; under a new heading the numbers may begin again."""
    begins = number == 1 and walk.number is None and walk.fresh
    return begins or walk.last < number <= walk.last + _MOST_SKIPPED


def _breaks(lines: Sequence[Line], at: int) -> bool:
    """Whether a new paragraph begins on this line of unnumbered prose: after a gap, and after a sentence's end."""
    return lines[at].gap and (not at or lines[at - 1].text.rstrip().endswith(_ENDS_A_SENTENCE))


def _is_sub_heading(walk: _Walk, lines: Sequence[Line], at: int) -> bool:
    """A heading of no section of its own: bold or large where that is known, else short and alone."""
    line = lines[at]
    if walk.body and (line.bold or line.size > 1.1 * walk.body):
        return True
    text = squeezed(line.text)
    following = lines[at + 1] if at + 1 < len(lines) else None
    apart = line.gap or (at > 0 and lines[at - 1].text.rstrip().endswith(_ENDS_A_SENTENCE))
    alone = apart and (following is None or following.gap or _begins_anew(following.text))
    is_prose = text.endswith((".", "!", "?", ";", ",")) or BULLET.match(text) is not None or text[:1].islower()
    return alone and len(text) < _LONGEST_SUB_HEADING and not is_prose


def _begins_anew(text: str) -> bool:
    return bool(NUMBER.match(text) or BULLET.match(text))
