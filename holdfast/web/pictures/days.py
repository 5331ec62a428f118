"""A count of days as a calendar: which days count, which do not, and where the count begins and ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from holdfast.dates import say
from holdfast.web.pictures.drawing import box, picture, text

LEFT, CELL = 59.0, 40.0
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEK = "Mon Tue Wed Thu Fri Sat Sun".split()
LEGEND = {
    "start": "the day it starts from",
    "counted": "counted",
    "weekend": "weekend, not counted",
    "holiday": "bank holiday, not counted",
    "due": "due",
}
"""What each kind of day means, in the order in which the picture explains the kinds that it has."""

MANY_WEEKS = 9
"""From this many weeks on the rows are low, and the number of the day within the count is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day: its kind (start, counted, weekend, holiday, due, or "" for a day outside the count), and which day
    of the count it is, if it counts."""

    day: date
    kind: str = ""
    count: int | None = None
    words: str = ""


def calendar_picture(days: Sequence[CalendarDay], *, title: str, key: str) -> SafeString:
    """Weeks from top to bottom, Monday to Sunday from left to right, each day marked by its kind."""
    # The ordinal of a date is 1 on a Monday, so a week is found without any sum of dates.
    weeks = sorted({_week(one.day) for one in days})
    first, last = (weeks[0], weeks[-1]) if weeks else (0, 0)
    rows = last - first + 1
    row = CELL if rows < MANY_WEEKS else 27.0
    shapes = [text(name, LEFT + CELL * (place + 0.5), 16, "middle quiet small") for place, name in enumerate(WEEK)]
    shapes += _months(days, first, row)
    for one in days:
        shapes += _day(one, 24 + row * (_week(one.day) - first), row)
    foot = 24 + row * rows + 8
    kinds = [kind for kind in LEGEND if any(one.kind == kind for one in days)]
    for place, kind in enumerate(kinds):
        shapes.append(box(2, foot + 22 * place + 2, 16, 16, f"day-{kind}"))
        shapes.append(text(LEGEND[kind], 28, foot + 22 * place + 16))
    height = foot + 22 * len(kinds) + 2
    return picture(shapes, key=key, title=title, kind="calendar", width=LEFT + 7 * CELL + 1, height=height)


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _column(day: date) -> int:
    return (day.toordinal() - 1) % 7


def _months(days: Sequence[CalendarDay], first: int, row: float) -> Iterator[SafeString]:
    """Each month by name, beside the week in which its first day shown stands."""
    seen: dict[tuple[int, int], int] = {}
    for one in sorted(days, key=lambda each: each.day):
        seen.setdefault((one.day.year, one.day.month), _week(one.day))
    in_row: dict[int, list[str]] = {}
    for (_, month), week in seen.items():
        in_row.setdefault(week, []).append(MONTHS[month - 1])
    for week, names in in_row.items():
        yield text("/".join(names), 0, 24 + row * (week - first) + row / 2 + 5, "quiet small")


def _day(one: CalendarDay, top: float, row: float) -> Iterator[SafeString]:
    left = LEFT + CELL * _column(one.day)
    said = ": ".join(part for part in (say(one.day), one.words or LEGEND.get(one.kind, "")) if part)
    yield box(left + 1.5, top + 1.5, CELL - 3, row - 3, f"day-{one.kind or 'other'}", title=said)
    on = "on" if one.kind in ("due", "start") else "quiet" if one.kind in ("weekend", "holiday", "") else ""
    low = one.count is None or row < CELL
    yield text(str(one.day.day), left + CELL / 2, top + (row / 2 + 6 if low else 19), f"middle {on}")
    if not low:
        yield text(str(one.count), left + CELL / 2, top + 34, f"middle tiny {on}")
