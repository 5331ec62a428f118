"""Shares of a whole as bars of one length: how much of it is so, how much asks for a look, how much nobody can tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.web.pictures.drawing import Scale, box, picture, text

WIDTH = 340
ROW = 48.0
KINDS = ("so", "look", "untold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One whole: its label, what is said of it, and its three parts in the order of the legend."""

    label: str
    words: str
    parts: tuple[int, int, int]


def shares_picture(shares: Sequence[Share], *, legend: tuple[str, str, str], title: str, key: str) -> SafeString:
    """A bar for each whole, parted by its three parts; one of nobody has no bar. The legend stands below."""
    shapes: list[SafeString] = []
    for place, one in enumerate(shares):
        shapes += _bar(one, place * ROW, legend)
    shapes += _legend(legend, len(shares) * ROW + 8)
    return picture(shapes, key=key, title=title, kind="shares", width=WIDTH, height=len(shares) * ROW + 8 + 22 * 3)


def _bar(one: Share, top: float, legend: tuple[str, str, str]) -> Iterator[SafeString]:
    yield text(one.label, 0, top + 16)
    yield text(one.words, WIDTH, top + 16, "quiet end")
    whole = sum(one.parts)
    along = Scale(low=0, high=whole or 1, start=0, end=WIDTH)
    begun = 0
    for kind, part, words in zip(KINDS, one.parts, legend, strict=True):
        if part:
            left, right = along.at(begun), along.at(begun + part)
            yield box(left, top + 23, right - left, 14, f"share-{kind}", title=f"{one.label}: {words}, {part}")
        begun += part


def _legend(legend: tuple[str, str, str], top: float) -> Iterator[SafeString]:
    for place, (kind, words) in enumerate(zip(KINDS, legend, strict=True)):
        yield box(0, top + 22 * place, 22, 14, f"share-{kind}")
        yield text(words, 30, top + 22 * place + 13, "small")
