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

WIDTH, EDGE, LETTERS, LINE = 960.0, 30.0, 15.0, 17.0
LEVELS = 5
"""How many rows of labels there may be on each side of the line."""
LETTERS_A_LINE, LINES = 20, 5
"""How long a line of a label may be, and how many lines it may have above its day."""
LEAD = 6.0
"""How far a label that leans to one side reaches over its leader to the other."""
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
    # Each row is as high as the label with the most lines, and a little air.
    level = LINE * max((len(_words(one)) for one in points), default=0) + 15
    y = up * level + 22
    shapes = [line((0, y), (WIDTH, y), "way")]
    for one, label in zip(points, labels, strict=True):
        shapes += _point(one, label, across.at(one.day.toordinal()), y, level)
    now = across.at(today.toordinal())
    shapes += [line((now, y - 15), (now, y + 15), "today"), text("Today", WIDTH, y - 20, "wide strong end")]
    foot = y + down * level + 36
    shapes += _legend(points, foot)
    return picture(shapes, key=key, title=title, kind="council", width=WIDTH, height=foot + 14)


def _labels(points: Sequence[Visit], across: Scale) -> list[Label | None]:
    """A place for each point's words where they cross neither other words nor another's leader; None when full.

    Points that lie close together get their room like flags on poles: left of some point the later of two is placed
    first and its words lean to the right, away from the earlier one's leader; right of it the other way round. Each
    point is tried as the turn; the one that leaves fewest without words, and then takes fewest rows, is taken.
    """
    places = [across.at(one.day.toordinal()) for one in points]
    halves = [_width(_words(one)) / 2 for one in points]
    return min((_placed(places, halves, turn) for turn in range(len(points) + 1)), key=_cost)


def _cost(labels: Sequence[Label | None]) -> tuple[int, int]:
    """How many points have no words, and how many rows there are on both sides together."""
    rows = [one.row for one in labels if one]
    return labels.count(None), max([*rows, 0]) - min([*rows, 0])


def _placed(places: Sequence[float], halves: Sequence[float], turn: int) -> list[Label | None]:
    """The labels of points at these places, so wide to each side of their middle, flagged out from the turn."""
    shelves = {side * level: Shelf() for level, side in product(range(1, LEVELS + 1), (1, -1))}
    # Today's own word stands at the right end of the first row above.
    shelves[1].taken.append((WIDTH - 60, WIDTH))
    found: list[Label | None] = [None] * len(places)
    for number in (*reversed(range(turn)), *range(turn, len(places))):
        x, half = places[number], halves[number]
        lean = half - LEAD if number < turn else LEAD - half
        near = any(0 < abs(x - other) < half for other in places)
        wanted = (x + lean, x, x - lean) if near else (x, x + lean, x - lean)
        found[number] = next((one for row in shelves for one in _tried(shelves, row, x, half, wanted)), None)
    return found


def _tried(shelves: dict[int, Shelf], row: int, x: float, half: float, wanted: Sequence[float]) -> Iterator[Label]:
    """The first wanted middle that is free in this row for words so wide, over a leader at ``x``; it is then taken."""
    below = [shelves[step if row > 0 else -step] for step in range(1, abs(row))]
    if not all(one.free(x - 4, x + 4) for one in below):
        return
    for each in wanted:
        middle = min(max(each, half), WIDTH - half)
        stretch = (middle - half - 8, middle + half + 8)
        if shelves[row].free(*stretch):
            shelves[row].taken.append(stretch)
            for one in below:
                one.taken.append((x - 4, x + 4))
            yield Label(middle=middle, row=row)
            return


def _words(one: Visit) -> list[str]:
    return [*textwrap.wrap(one.words, LETTERS_A_LINE, max_lines=LINES, placeholder=" ..."), say(one.day)]


def _width(words: Sequence[str]) -> float:
    """The widest line of a label: strong words, and the day below them."""
    *strong, day = words
    return max([width_of(one, LETTERS * STRONG) for one in strong] + [width_of(day, LETTERS)])


def _point(one: Visit, label: Label | None, x: float, y: float, level: float) -> Iterator[SafeString]:
    if label:
        words = _words(one)
        # Above, the last of the words stands nearest to the line; below, the first does.
        above = y - (label.row - 1) * level - 22
        below = y - (label.row + 1) * level + 12 + LINE * len(words)
        lowest = above if label.row > 0 else below
        yield line((x, y), (x, above + 5 if label.row > 0 else below - LINE * len(words) + 3), "leader")
        for place, said in zip(range(len(words) - 1, -1, -1), words, strict=True):
            kind = "wide strong middle" if place else "wide quiet middle"
            yield text(said, label.middle, lowest - LINE * place, kind)
    yield shape(one.shape, x, y, title=f"{say(one.day)}: {one.words} ({one.kind})")


def _legend(points: Sequence[Visit], y: float) -> Iterator[SafeString]:
    x = 10.0
    for kind, outline in {one.kind: one.shape for one in points}.items():
        yield shape(outline, x, y)
        yield text(kind, x + 16, y + 5, "wide quiet")
        x += width_of(kind, LETTERS) + 52
