"""A document as it lies on paper: pages, lines and, where the file tells, where each stands and how it is set."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

_FURNITURE_NUMBER = re.compile(r"^(page )?\d{1,3}( of \d{1,3})?$", re.IGNORECASE)
_FURNITURE_DATES = re.compile(
    r"^\d{1,2}( [A-Z][a-z]+)?( (19|20)\d\d)? ?(to|and|–|-) ?\d{1,2} [A-Z][a-z]+ (19|20)\d\d"
    r"( and .{5,50})?( \d{1,3})?$"
)
_FURNITURE_NAME = re.compile(
    r"^(\d{1,3} )?(re-?)?inspection of (.{3,70}(services|council|authority)|.{10,90}: ?\w[\w ’'-]*)( \d{1,3})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line.

    ``left`` and ``top`` are points from the page's top left corner, zero where the file does not tell (text, web
    page); ``size`` is the letters' height in points, likewise. ``gap`` says that a blank line, or more space than
    between lines of one paragraph, stands above it.
    """

    text: str
    page: int
    left: float = 0.0
    top: float = 0.0
    size: float = 0.0
    bold: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word where it stands on the page, in points from the top left corner."""

    text: str
    left: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, counted from 1. ``words`` are filled only where a second reading by position may be asked for."""

    number: int
    lines: tuple[Line, ...]
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A whole file as pages. ``placed`` says that positions are known."""

    pages: tuple[Page, ...]
    placed: bool = False
    body: float = field(default=0.0)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line in reading order, without page numbers and running titles."""
        return tuple(line for page in self.pages for line in without_furniture(page))


def squeezed(text: str) -> str:
    """The text with its white space collapsed."""
    return " ".join(text.split())


Turns = tuple[tuple[int, int], ...]
"""Where a text that was put together from lines goes over to another page: at which letter, from 0, to which page."""


def joined(lines: Iterable[Line]) -> str:
    """The words of several lines as one text; a word that the line's end cut at its hyphen is whole again."""
    parts: list[str] = []
    for line in lines:
        text = squeezed(line.text)
        if not text:
            continue
        if parts and not _goes_on(parts[-1], text):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def turns_of(lines: Sequence[Line]) -> Turns:
    """Where the text that :func:`joined` makes of these lines goes over to a page after the first line's."""
    if not lines or lines[0].page == lines[-1].page:
        return ()
    turns: list[tuple[int, int]] = []
    for at, line in enumerate(lines[1:], 1):
        if line.page != lines[at - 1].page:
            before = joined(lines[:at])
            after = squeezed(" ".join(one.text for one in lines[at:]))
            apart = bool(before and after) and not _goes_on(before, after)
            turns.append((len(before) + apart, line.page))
    return tuple(turns)


_HANGS = re.compile(r"(?:and|or|to)(?![\w-])")
"""After these a hyphen hangs: 'aged 16- and 17', while 'up-to-date' is one word."""


def _goes_on(above: str, text: str) -> bool:
    """Whether a line's first word is the rest of the word above it, cut at a hyphen, a stroke or a dash of years."""
    last, before, first = above[-1], above[-2:-1], text[0]
    if last == "-":
        return before.isalnum() and (first.islower() or (before.isdigit() and first.isdigit())) and not hangs(text)
    return last == "/" or (last == "–" and before.isdigit() and first.isdigit())


def hangs(text: str) -> bool:
    """Whether a text begins with a word before which a hyphen keeps its space."""
    return _HANGS.match(text) is not None


def without_furniture(page: Page) -> Iterator[Line]:
    """The page's lines without its number and its running title, which say nothing of the council."""
    lines = [line for line in page.lines if line.text.strip()]
    first, last = 0, len(lines)
    while last > first and _is_furniture(lines[last - 1]):
        last -= 1
    while first < last and _is_furniture(lines[first]) and not _is_title(page, lines, first):
        first += 1
    yield from lines[first:last]


def _is_furniture(line: Line) -> bool:
    text = squeezed(line.text)
    return bool(_FURNITURE_NUMBER.match(text) or _FURNITURE_DATES.match(text) or _FURNITURE_NAME.match(text))


def _is_title(page: Page, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title of a first page, which reads like a running one and has no such line under it."""
    text = squeezed(lines[at].text)
    if page.number != 1 or _FURNITURE_NUMBER.match(text) or _FURNITURE_DATES.match(text):
        return False
    return at + 1 < len(lines) and not _is_furniture(lines[at + 1])


def from_text(text: str) -> Printed:
    """Pages of a plain text; a form feed begins a new one."""
    pages = []
    for number, part in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), 1):
        lines, gap = [], True
        for row in part.split("\n"):
            if not row.strip():
                gap = True
                continue
            left = float(len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip()))
            lines.append(Line(text=row, page=number, left=left, gap=gap))
            gap = False
        pages.append(Page(number=number, lines=tuple(lines)))
    return Printed(pages=tuple(pages))
