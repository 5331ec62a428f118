"""A long list of children in portions: nobody can work through a wall, and whoever is not shown was not looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from holdfast.web.asking import Asking

PORTION = 120
"""Lines of one portion. Each answer leaves the children that it names on record as looked at, and no others."""

FROM = "from"
"""The part of the address that says with which line a portion begins, counted from 1."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Which lines of how many are shown, and where those before and after are; an empty address where none are."""

    words: str
    before: str
    after: str


def portion_of(asking: Asking, path: str, lines: Sequence[T], **more: str) -> tuple[Sequence[T], Portion | None]:
    """The lines that the address asks for, and words for them; None where the whole list is one portion.

    An address that asks for anything else than a line of the list is given the first portion.
    """
    start, portion = portions(asking, path, len(lines), **more)
    return lines[start : start + PORTION], portion


def portions(asking: Asking, path: str, many: int, **more: str) -> tuple[int, Portion | None]:
    """Where the portion that the address asks for begins, counted from nought, and words for it."""
    if many <= PORTION:
        return 0, None
    start = _start(asking, many)
    end = min(start + PORTION, many)
    return start, Portion(
        words=f"{start + 1:,} to {end:,} of {many:,}",
        before=_link(asking, path, start - PORTION, more) if start else "",
        after=_link(asking, path, end, more) if end < many else "",
    )


def _start(asking: Asking, many: int) -> int:
    """The number of the first line of the portion in which the asked line lies, counted from nought."""
    said = asking.request.GET.get(FROM, "")
    asked = int(said) - 1 if said.isascii() and said.isdigit() and len(said) < len(str(many)) + 1 else 0
    return asked // PORTION * PORTION if 0 <= asked < many else 0


def _link(asking: Asking, path: str, start: int, more: dict[str, str]) -> str:
    return asking.link(path, **more, **({FROM: str(start + 1)} if start > 0 else {}))
