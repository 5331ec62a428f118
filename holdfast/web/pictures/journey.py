"""A child's journey: which part of the service from which day to which, who worked with the child, what happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from holdfast.dates import say
from holdfast.web.pictures.drawing import Scale, box, dot, line, path, picture, text, width_of

WIDTH, LEFT, TOP, ROW, LETTERS = 960.0, 150.0, 54.0, 36.0, 15.0
TODAYS, TICKS = 16, 40
"""Where today's words and the names of the axis stand: each on a line of its own, so that none gives way."""
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MARK, NUMBER = 9.0, 28.0
"""Half the width of a mark, and the room for the number beside one that stands for several."""

IN_YEARS = 900
"""From this many days on the axis is marked by years, below it by every third month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From one day to another (None: still), with its words; `kind` paints it differently from its lane."""

    start: date
    end: date | None
    words: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on one day. The shape says what sort it is: round, diamond, square or triangle."""

    day: date
    words: str
    shape: str = "round"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One row. Its kind is one of: door, need, protection, court, care, home, leaving, worker, other."""

    name: str
    kind: str = "other"
    spans: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()


def journey_picture(lanes: Sequence[Lane], *, today: date, title: str, key: str) -> SafeString:
    """Lanes from top to bottom over one axis of time, from the first day that any of them has until today."""
    starts = [one.start for lane in lanes for one in lane.spans] + [one.day for lane in lanes for one in lane.marks]
    first = min([*starts, today])
    across = Scale(low=first.toordinal(), high=today.toordinal(), start=LEFT, end=WIDTH - 16)
    bottom = TOP + ROW * len(lanes)
    shapes = list(_axis(first, today, across, bottom))
    for place, lane in enumerate(lanes):
        shapes += _lane(lane, TOP + ROW * place, across, today)
    x = across.at(today.toordinal())
    shapes.append(line((x, TOP - 10), (x, bottom), "today"))
    shapes.append(text(say(today), WIDTH, TODAYS, "wide end strong"))
    return picture(shapes, key=key, title=title, kind="journey", width=WIDTH, height=bottom + 4)


def _axis(first: date, today: date, across: Scale, bottom: float) -> Iterator[SafeString]:
    """Where years (or every third month) begin. A name that would run out of the picture is left out."""
    in_years = today.toordinal() - first.toordinal() > IN_YEARS
    words_end = LEFT
    if across.high > across.low:
        yield text(say(first), LEFT, TICKS, "wide quiet")
        words_end = LEFT + width_of(say(first), LETTERS) + 8
    for year in range(first.year, today.year + 1):
        for month in (1,) if in_years else (1, 4, 7, 10):
            day = date(year, month, 1)
            if not first <= day <= today:
                continue
            x = across.at(day.toordinal())
            yield line((x, TOP - 8), (x, bottom), "grid")
            name = str(year) if in_years else f"{MONTHS[month - 1]} {year}"
            if words_end < x and x + 3 + width_of(name, LETTERS) <= WIDTH:
                yield text(name, x + 3, TICKS, "wide quiet")
                words_end = x + 3 + width_of(name, LETTERS)


def _lane(lane: Lane, top: float, across: Scale, today: date) -> Iterator[SafeString]:
    middle = top + ROW / 2
    yield line((0, top + ROW), (WIDTH, top + ROW), "grid")
    yield text(lane.name, 0, middle + 5, "wide")
    for place, one in enumerate(sorted(lane.spans, key=lambda each: each.start)):
        last = one.end or today
        left, right = across.at(one.start.toordinal()), across.at(max(last, one.start).toordinal())
        until = f"to {say(one.end)}" if one.end else "and still"
        kind = one.kind or (f"worker-{place % 2}" if lane.kind == "worker" else lane.kind)
        said = f"{one.words}: from {say(one.start)} {until}"
        yield box(left, top + 5, right - left, ROW - 10, f"span lane-{kind}", title=said)
        # Plain letters are narrower than the average that also covers bold ones.
        if width_of(one.words, LETTERS - 2) + 10 < right - left:
            yield text(one.words, left + 6, middle + 5, f"wide in-{kind}")
    yield from _marks(lane.marks, across, middle)


def _marks(marks: Sequence[Mark], across: Scale, middle: float) -> Iterator[SafeString]:
    """Every mark; those that would run into each other are one, with how many they are beside it."""
    heaps = _heaps(marks, across)
    free = LEFT - MARK
    for place, some in enumerate(heaps):
        x = _middle_of(some, across)
        after = _middle_of(heaps[place + 1], across) - MARK if place + 1 < len(heaps) else WIDTH
        said = "; ".join(f"{say(one.day)}: {one.words}" for one in some)
        shapes = [one.shape for one in some]
        yield shape(max(shapes, key=shapes.count), x, middle, title=said)
        end = x + MARK
        if len(some) > 1:
            same = len({one.words for one in some}) == 1
            for words in (f"{len(some)} {'times' if same else 'things'}", str(len(some))):
                wide = width_of(words, LETTERS) + 2
                if x + MARK + wide <= after:
                    yield text(words, x + MARK + 2, middle + 5, "wide")
                    end = x + MARK + wide
                    break
                if x - MARK - wide >= free:
                    yield text(words, x - MARK - 2, middle + 5, "wide end")
                    break
        free = end


def _heaps(marks: Sequence[Mark], across: Scale) -> list[list[Mark]]:
    """The marks in order, those too near to the one before put with it; a heap needs room for its number too."""
    heaps: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda one: one.day):
        x = across.at(mark.day.toordinal())
        last = heaps[-1] if heaps else []
        near = bool(last) and x - across.at(last[-1].day.toordinal()) < 2 * MARK
        tight = len(last) > 1 and x - _middle_of(last, across) < 2 * MARK + NUMBER
        if near or tight:
            last.append(mark)
        else:
            heaps.append([mark])
    return heaps


def _middle_of(some: Sequence[Mark], across: Scale) -> float:
    return (across.at(some[0].day.toordinal()) + across.at(some[-1].day.toordinal())) / 2


def shape(name: str, x: float, y: float, *, title: str = "") -> SafeString:
    """A mark whose outline says what sort it is, so that nothing hangs on colour: unknown names are round."""
    corners = {
        "diamond": ((x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)),
        "square": ((x - 7, y - 7), (x + 7, y - 7), (x + 7, y + 7), (x - 7, y + 7)),
        "triangle": ((x, y - 9), (x + 9, y + 7), (x - 9, y + 7)),
        "cross": tuple(
            (x + across, y + down)
            for across, down in (
                (-3, -9),
                (3, -9),
                (3, -3),
                (9, -3),
                (9, 3),
                (3, 3),
                (3, 9),
                (-3, 9),
                (-3, 3),
                (-9, 3),
                (-9, -3),
                (-3, -3),
            )
        ),
    }.get(name)
    if corners is None:
        return dot(x, y, 7, "mark mark-round", title=title)
    return path(corners, f"mark mark-{name}", closed=True, title=title)
