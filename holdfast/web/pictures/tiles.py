"""A tile map: one tile for each council, by region; a letter and a colour say one thing, a dash that there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.web.pictures.drawing import box, picture, text, width_of
from holdfast.web.pictures.grades import DARK

ACROSS, DOWN, WIDE, HIGH, TOP = 61.0, 47.0, 57.0, 43.0, 22.0
"""How far apart tiles stand across and down, how wide and high one is, and the room above the first row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTile:
    """One tile: where it stands, the name in it, its letter, its kind as the style sheet names it, and what a pointer
    shows."""

    column: int
    row: int
    short: str
    region: str
    letter: str
    kind: str
    title: str


def tiles_picture(
    tiles: Sequence[MapTile], *, title: str, key: str, legend: Sequence[tuple[str, str, str]]
) -> SafeString:
    """The map. ``legend``: kind, letter and words of each thing that a tile may say."""
    wide = max(one.column for one in tiles) * ACROSS
    high = TOP + max(one.row for one in tiles) * DOWN
    shapes = [shape for one in tiles for shape in _tile(one)]
    shapes += _regions(tiles)
    shapes += _legend(legend, wide)
    return picture(shapes, key=key, title=title, kind="tiles", width=wide, height=high)


def _tile(one: MapTile) -> Iterator[SafeString]:
    left, top = (one.column - 1) * ACROSS, TOP + (one.row - 1) * DOWN
    on = " on" if one.kind in DARK else ""
    yield box(left, top, WIDE, HIGH, f"grade-{one.kind}", title=one.title)
    yield text(one.short, left + WIDE / 2, top + 14, f"tile middle{on}")
    yield text(one.letter, left + WIDE / 2, top + 34, f"letter middle{on}")


def _regions(tiles: Sequence[MapTile]) -> Iterator[SafeString]:
    """Each region's name above the first tile of its first row."""
    for region in dict.fromkeys(one.region for one in tiles):
        first = min((one for one in tiles if one.region == region), key=lambda one: (one.row, one.column))
        yield text(region, (first.column - 1) * ACROSS, TOP + (first.row - 1) * DOWN - 6, "wide strong")


def _legend(legend: Sequence[tuple[str, str, str]], wide: float) -> Iterator[SafeString]:
    """At the right above, where there is sea."""
    left = wide - max(width_of(words, 15) for _, _, words in legend) - 46
    for place, (kind, letter, words) in enumerate(legend):
        top = TOP + place * 30
        yield box(left, top, 32, 24, f"grade-{kind}")
        yield text(letter, left + 16, top + 18, "letter middle on" if kind in DARK else "letter middle")
        yield text(words, left + 42, top + 18, "wide quiet")
