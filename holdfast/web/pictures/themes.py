"""One theme over the years: strengths go up, weaknesses go down; all themes to one scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.web.pictures.drawing import box, line, picture, text

WIDTH, TOP, SIDE, FOOT = 320.0, 6.0, 40.0, 40.0
"""The picture's width, its room above, how high the tallest bar on each side of the line, and the room below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeYear:
    """One year: how many sentences tell of a strength, of a weakness, of both, and how many points there are."""

    year: int
    strengths: int
    weaknesses: int
    mixed: int
    points: int


def theme_picture(years: Sequence[ThemeYear], *, most: int, title: str, key: str) -> SafeString:
    """Bars on both sides of a line, a year apart; ``most`` is the tallest of all themes on either side."""
    middle = TOP + SIDE
    step = WIDTH / max(len(years), 1)
    wide = min(step * 0.6, 34.0)
    shapes = [line((0, middle), (WIDTH, middle), "axis")]
    for place, one in enumerate(years):
        x = step * (place + 0.5)
        shapes += _bars(one, x, middle, wide, SIDE / max(most, 1))
    return picture(shapes, key=key, title=title, kind="theme", width=WIDTH, height=TOP + 2 * SIDE + FOOT)


def _bars(one: ThemeYear, x: float, middle: float, wide: float, unit: float) -> Iterator[SafeString]:
    left, below = x - wide / 2, middle + one.weaknesses * unit
    if one.strengths:
        said, high = _many(one.year, one.strengths, "strength", "strengths"), one.strengths * unit
        yield box(left, middle - high, wide, high, "praise", title=said)
    if one.weaknesses:
        said = _many(one.year, one.weaknesses, "weakness", "weaknesses")
        yield box(left, middle, wide, below - middle, "worry", title=said)
    if one.mixed:
        yield box(left, below, wide, one.mixed * unit, "mixed", title=f"{one.year}: {one.mixed} of both")
    yield text(str(one.year), x, middle + SIDE + 16, "small middle quiet")
    if one.points:
        yield text(f"{one.points} to do", x, middle + SIDE + 31, "tiny middle")


def _many(year: int, count: int, one: str, more: str) -> str:
    return f"{year}: {count} {one if count == 1 else more}"
