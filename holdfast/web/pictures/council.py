"""The line of the council: what inspectors and commissioners saw, and when."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from django.utils.safestring import SafeString

from holdfast.dates import say
from holdfast.web.pictures.drawing import Scale, line, picture, text, width_of
from holdfast.web.pictures.journey import shape

WIDTH, EDGE, LETTERS, LEVEL = 960.0, 30.0, 15.0, 66.0
LEVELS = 4
STRONG = 1.25
"""How much wider strong letters are, in the widest of the letters a reader may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One point of the line: its day, a few words, its sort in words, and the shape that stands for the sort."""

    day: date
    words: str
    kind: str
    shape: str = "round"


@dataclass(slots=True)
class Shelf:
    """One row of labels above or below the line, and which stretches of it are taken."""

    taken: list[tuple[float, float]] = field(default_factory=list)

    def free(self, left: float, right: float) -> bool:
        """Whether nothing stands between these two places yet."""
        return all(right < start or left > end for start, end in self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where the words of one point stand: their middle, and how many rows above (positive) or below the line."""

    middle: float
    row: int


def council_line_picture(points: Sequence[Visit], *, today: date, title: str, key: str) -> SafeString:
    """Points on one line of time up to today, words above and below it; the shape says the sort of the point."""
    points = sorted(points, key=lambda one: one.day)
    first = min([one.day for one in points] + [today]).toordinal()
    last = max([one.day for one in points] + [today]).toordinal()
    across = Scale(low=first, high=last, start=EDGE, end=WIDTH - EDGE)
    labels = _labels(points, across)
    rows = [one.row for one in labels if one]
    up, down = max([*rows, 0]), -min([*rows, 0])
    y = up * LEVEL + 22
    shapes = [line((0, y), (WIDTH, y), "way")]
    for one, label in zip(points, labels, strict=True):
        shapes += _point(one, label, across.at(one.day.toordinal()), y)
    now = across.at(today.toordinal())
    shapes += [line((now, y - 15), (now, y + 15), "today"), text("Today", WIDTH, y - 20, "wide strong end")]
    foot = y + down * LEVEL + 36
    shapes += _legend(points, foot)
    return picture(shapes, key=key, title=title, kind="council", width=WIDTH, height=foot + 14)


def _labels(points: Sequence[Visit], across: Scale) -> list[Label | None]:
    """A place for each point's words where they cross neither other words nor another's leader; None when full."""
    shelves = {side * level: Shelf() for level, side in product(range(1, LEVELS + 1), (1, -1))}
    # Today's own word stands at the right end of the first row above.
    shelves[1].taken.append((WIDTH - 60, WIDTH))
    found: list[Label | None] = []
    for one in points:
        x = across.at(one.day.toordinal())
        half = _width(_words(one)) / 2
        middle = min(max(x, half), WIDTH - half)
        for row in shelves:
            below = [shelves[step if row > 0 else -step] for step in range(1, abs(row))]
            if shelves[row].free(middle - half - 8, middle + half + 8) and all(e.free(x - 4, x + 4) for e in below):
                shelves[row].taken.append((middle - half - 8, middle + half + 8))
                for each in below:
                    each.taken.append((x - 4, x + 4))
                found.append(Label(middle=middle, row=row))
                break
        else:
            found.append(None)
    return found


def _words(one: Visit) -> list[str]:
    return [*textwrap.wrap(one.words, 24, max_lines=2, placeholder=" ..."), say(one.day)]


def _width(words: Sequence[str]) -> float:
    """The widest line of a label: strong words, and the day below them."""
    *strong, day = words
    return max([width_of(one, LETTERS * STRONG) for one in strong] + [width_of(day, LETTERS)])


def _point(one: Visit, label: Label | None, x: float, y: float) -> Iterator[SafeString]:
    if label:
        words = _words(one)
        # Above, the last of the words stands nearest to the line; below, the first does.
        above = y - (label.row - 1) * LEVEL - 22
        below = y - (label.row + 1) * LEVEL + 12 + 17 * len(words)
        lowest = above if label.row > 0 else below
        yield line((x, y), (x, above + 5 if label.row > 0 else below - 17 * len(words) + 3), "leader")
        for place, said in enumerate(reversed(words)):
            kind = "wide strong middle" if place else "wide quiet middle"
            yield text(said, label.middle, lowest - 17 * place, kind)
    yield shape(one.shape, x, y, title=f"{say(one.day)}: {one.words} ({one.kind})")


def _legend(points: Sequence[Visit], y: float) -> Iterator[SafeString]:
    x = 10.0
    for kind, outline in {one.kind: one.shape for one in points}.items():
        yield shape(outline, x, y)
        yield text(kind, x + 16, y + 5, "wide quiet")
        x += width_of(kind, LETTERS) + 52
