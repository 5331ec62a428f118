"""The few shapes that every picture is drawn with. All text goes through Django's own escaping."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

LETTER = 0.53
"""How wide a letter of Arial is on average, as a share of its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where a value of one axis stands on paper: `low` at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of this value. An axis of no length puts everything at its middle."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def number(value: float) -> str:
    """A coordinate with one decimal at most, the same on every machine."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.0", "0")


def width_of(words: str, size: float) -> float:
    """About how wide these words are at this height of letter."""
    return len(words) * size * LETTER


def together(shapes: Iterable[SafeString]) -> SafeString:
    """Shapes, one after the other. Only what is already safe may be given."""
    return mark_safe("".join(shapes))  # noqa: S308 - each part is a SafeString, made by format_html


def text(words: str, x: float, y: float, kind: str = "") -> SafeString:
    """Words at a place; `kind` is their class without its beginning."""
    kinds = _classes("text", *(f"text--{one}" for one in kind.split()))
    return format_html('<text class="{}" x="{}" y="{}">{}</text>', kinds, number(x), number(y), words)


def line(start: tuple[float, float], end: tuple[float, float], kind: str) -> SafeString:
    """A straight line."""
    places = [number(one) for one in (*start, *end)]
    return format_html('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>', _classes(kind), *places)


def box(left: float, top: float, width: float, height: float, kind: str, *, title: str = "") -> SafeString:
    """A box, never narrower than a line can be seen; its title is what a pointer shows."""
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}">{}</rect>',
        _classes(kind), number(left), number(top), number(max(width, 2)), number(height), _title(title),
    )  # fmt: skip


def path(places: Iterable[tuple[float, float]], kind: str, *, closed: bool = False, title: str = "") -> SafeString:
    """A line through these places, closed into a shape if asked; its title is what a pointer shows."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in places)
    ending = "Z" if closed else ""
    return format_html('<path class="{}" d="M{}{}">{}</path>', _classes(kind), steps, ending, _title(title))


def dot(x: float, y: float, radius: float, kind: str, *, title: str = "") -> SafeString:
    """A round mark; its title is what a pointer shows."""
    return format_html(
        '<circle class="{}" cx="{}" cy="{}" r="{}">{}</circle>',
        _classes(kind), number(x), number(y), number(radius), _title(title),
    )  # fmt: skip


def picture(
    shapes: Iterable[SafeString], *, key: str, title: str, kind: str, width: float, height: float
) -> SafeString:
    """The whole image, as wide as its place allows, named by its title."""
    return format_html(
        '<svg class="hf-pic hf-pic--{}" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title" focusable="false">'
        '<title id="{}-title">{}</title>{}</svg>',
        kind, number(width), number(height), key, key, title, together(shapes),
    )  # fmt: skip


def _title(words: str) -> SafeString:
    return format_html("<title>{}</title>", words) if words else SafeString("")


def _classes(*kinds: str) -> str:
    return " ".join(f"hf-pic__{one}" for kind in kinds for one in kind.split())
