"""A council's grades by area over the years, with the visits and the department's steps below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from holdfast.dates import say
from holdfast.web.pictures.drawing import Scale, box, line, picture, text, width_of
from holdfast.web.pictures.journey import shape

WIDTH, LEFT, TOP, ROW, HIGH, LETTERS = 960.0, 190.0, 34.0, 40.0, 28.0, 15.0
"""The picture's width, where time begins, where the first row does, how high a row, its band and the letters are."""

DARK = frozenset({"outstanding", "inadequate"})
"""Grades whose colour is dark, so that their letter is light."""

NARROWEST = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeBand:
    """One printed grade: from the day its report came out till the next one (None: till today), its letter, its kind
    as the style sheet names it, and what a pointer shows."""

    start: date
    end: date | None
    letter: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeRow:
    """One area of judgement and its grades, the oldest first."""

    words: str
    bands: tuple[GradeBand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """One visit or step: its day, the shape that says its sort, what a pointer shows, and a word or two below it."""

    day: date
    shape: str
    kind: str
    title: str
    below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One row of marks: whose they are, and they."""

    words: str
    marks: tuple[LineMark, ...]


def grades_picture(
    grades: Sequence[GradeRow], marks: Sequence[MarkRow], *, today: date, title: str, key: str,
    legend: Sequence[tuple[str, str, str]],
) -> SafeString:  # fmt: skip
    """Bands of grades and rows of marks over one axis of years. ``legend``: kind, letter and words of each grade."""
    days = [one.start for row in grades for one in row.bands] + [one.day for row in marks for one in row.marks]
    first = date(min([*days, today]).year, 1, 1)
    across = Scale(low=first.toordinal(), high=today.toordinal(), start=LEFT, end=WIDTH - 8)
    bottom = TOP + ROW * (len(grades) + len(marks))
    shapes = [*_years(first, today, across, bottom)]
    for place, row in enumerate(grades):
        shapes += _grades(row, TOP + ROW * place, across, today)
    for place, marked in enumerate(marks, len(grades)):
        shapes += _marks(marked, TOP + ROW * place, across)
    now = across.at(today.toordinal())
    shapes += [line((now, TOP - 10), (now, bottom), "today"), text(say(today), WIDTH - 8, 14, "wide strong end")]
    shapes += _legend(legend, marks, bottom + 26)
    return picture(shapes, key=key, title=title, kind="grades", width=WIDTH, height=bottom + 66)


def _years(first: date, today: date, across: Scale, bottom: float) -> Iterator[SafeString]:
    """A line at the beginning of each year, and its number where there is room for it."""
    free, until = 0.0, WIDTH - 8 - width_of(say(today), LETTERS) - 12
    for year in range(first.year, today.year + 1):
        x = across.at(date(year, 1, 1).toordinal())
        yield line((x, TOP - 6), (x, bottom), "grid")
        if free <= x and x + width_of(str(year), LETTERS) < until:
            yield text(str(year), x, 14, "wide quiet")
            free = x + width_of(str(year), LETTERS) + 8


def _grades(row: GradeRow, top: float, across: Scale, today: date) -> Iterator[SafeString]:
    yield text(row.words, 0, top + 19, "wide")
    for one in row.bands:
        start = across.at(one.start.toordinal())
        end = max(across.at((one.end or today).toordinal()), start + NARROWEST)
        yield box(min(start, WIDTH - 8 - NARROWEST), top, end - start, HIGH, f"grade-{one.kind}", title=one.title)
        kind = "letter on" if one.kind in DARK else "letter"
        yield text(one.letter, min(start, WIDTH - 8 - NARROWEST) + 5, top + 20, kind)


def _marks(row: MarkRow, top: float, across: Scale) -> Iterator[SafeString]:
    yield text(row.words, 0, top + 19, "wide")
    yield line((LEFT, top + 14), (WIDTH - 8, top + 14), "grid")
    for one in row.marks:
        x = across.at(one.day.toordinal())
        yield shape(one.shape, x, top + 14, title=one.title)
        if one.below:
            yield text(one.below, x, top + 37, "tiny middle")


def _legend(
    legend: Sequence[tuple[str, str, str]], marks: Sequence[MarkRow], y: float
) -> Iterator[SafeString]:  # fmt: skip
    x = 0.0
    for kind, letter, words in legend:
        yield box(x, y - 15, NARROWEST, 20, f"grade-{kind}")
        yield text(letter, x + 4, y, "letter on" if kind in DARK else "letter")
        yield text(words, x + NARROWEST + 7, y, "wide quiet")
        x += NARROWEST + width_of(words, LETTERS) + 26
    x = 8.0
    for words, outline in {one.kind: one.shape for row in marks for one in row.marks}.items():
        if x + width_of(words, LETTERS) > WIDTH - 30:
            break
        yield shape(outline, x, y + 24)
        yield text(words, x + 15, y + 29, "wide quiet")
        x += width_of(words, LETTERS) + 42
