"""Monthly figures: a line over twelve months, bars, and the smallest line of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from holdfast.web.pictures.drawing import Scale, box, dot, line, path, picture, text, width_of

WIDTH = 340
"""Narrow, so that the letters are still large enough to read at 320 pixels."""
LETTERS = 16.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One month: its label, its value (None: not known), and the value in words."""

    label: str
    value: float | None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A value to hold the line against, with its words: England's figure, or the council's own goal."""

    value: float
    words: str
    kind: str = "england"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its label, its value (None: not known), and the value in words."""

    label: str
    value: float | None
    words: str


def line_picture(
    points: Sequence[Point], *, title: str, key: str, levels: Sequence[Level] = (), low: float = 0,
    high: float | None = None,
) -> SafeString:  # fmt: skip
    """Months from left to right as a line with a gap where a month is unknown; levels are broken lines across.

    The axis runs from `low` to `high` (without one, to the highest value there is).
    """
    top, bottom = 30.0, 160.0
    known = [one.value for one in points if one.value is not None]
    highest = high if high is not None else max([*known, *(one.value for one in levels), low], default=low)
    across = Scale(low=0, high=max(len(points) - 1, 1), start=14, end=WIDTH - 14)
    up = Scale(low=low, high=highest if highest > low else low + 1, start=bottom, end=top)
    shapes = [line((0, bottom), (WIDTH, bottom), "axis")]
    shapes += _levels(levels, up, bottom)
    shapes += _runs(points, across, up)
    shapes += _ends(points, across, up, bottom)
    if not known:
        shapes.append(text("No month is known", WIDTH / 2, (top + bottom) / 2, "middle quiet"))
    return picture(shapes, key=key, title=title, kind="line", width=WIDTH, height=bottom + 26 + 22 * len(levels))


def bars_picture(bars: Sequence[Bar], *, title: str, key: str, high: float | None = None) -> SafeString:
    """Bars from left to right, each under its label and before its value in words. All begin at nought."""
    row, known = 46.0, [one.value for one in bars if one.value is not None]
    widest = max((width_of(one.words, LETTERS) for one in bars), default=0)
    highest = high if high is not None else max(known, default=0)
    along = Scale(low=0, high=highest or 1, start=0, end=WIDTH - widest - 8)
    shapes = []
    for place, one in enumerate(bars):
        top = place * row
        shapes.append(text(one.label, 0, top + 16))
        length = along.at(one.value) if one.value is not None else 0
        if one.value is not None:
            shapes.append(box(0, top + 22, length, 16, "bar"))
        shapes.append(text(one.words, length + 7, top + 36, "strong" if one.value is not None else "quiet"))
    return picture(shapes, key=key, title=title, kind="bars", width=WIDTH, height=max(row * len(bars), 1))


def small_trend(points: Sequence[Point], *, title: str, key: str) -> SafeString:
    """A line as small as a word: its shape only, from its own lowest to its own highest, the last month marked."""
    known = [one.value for one in points if one.value is not None]
    across = Scale(low=0, high=max(len(points) - 1, 1), start=4, end=114)
    up = Scale(low=min(known, default=0), high=max(known, default=0), start=26, end=6)
    shapes = list(_runs(points, across, up, dots=False))
    last = [(place, one.value) for place, one in enumerate(points) if one.value is not None][-1:]
    shapes += [dot(across.at(place), up.at(value), 4, "dot") for place, value in last]
    return picture(shapes, key=key, title=title, kind="trend", width=120, height=32)


def _levels(levels: Sequence[Level], up: Scale, bottom: float) -> Iterator[SafeString]:
    for place, one in enumerate(levels, 1):
        yield line((0, up.at(one.value)), (WIDTH, up.at(one.value)), one.kind)
        # The words stand below the months, behind a sample of the line, so that they never cross the figures.
        below = bottom + 20 + place * 22
        yield line((0, below - 5), (34, below - 5), one.kind)
        yield text(one.words, 42, below, "quiet")


def _runs(points: Sequence[Point], across: Scale, up: Scale, *, dots: bool = True) -> Iterator[SafeString]:
    """A line for each run of known months; a month alone between two unknown ones is a dot."""
    for is_known, run in groupby(enumerate(points), key=lambda one: one[1].value is not None):
        if not is_known:
            continue
        places = [(across.at(place), up.at(one.value or 0), one) for place, one in run]
        if len(places) > 1:
            yield path([(x, y) for x, y, _ in places], "trend")
        if dots or len(places) == 1:
            yield from (dot(x, y, 4, "dot", title=f"{one.label}: {one.words}") for x, y, one in places)


def _ends(points: Sequence[Point], across: Scale, up: Scale, bottom: float) -> Iterator[SafeString]:
    """The first and the last month by name, and the first and last known value in words."""
    if not points:
        return
    yield text(points[0].label, 0, bottom + 20, "quiet")
    if len(points) > 1:
        yield text(points[-1].label, WIDTH, bottom + 20, "quiet end")
    known = [(place, one, one.value) for place, one in enumerate(points) if one.value is not None]
    for place, one, value in known[:1] + known[1:][-1:]:
        kind, x = _inside(across.at(place), one.words)
        yield text(one.words, x, up.at(value) - 11, kind)


def _inside(x: float, words: str) -> tuple[str, float]:
    """How words at this place are set so that neither end leaves the picture."""
    half = width_of(words, LETTERS) / 2
    if x <= half:
        return "strong", 0
    if x >= WIDTH - half:
        return "strong end", WIDTH
    return "strong middle", x
