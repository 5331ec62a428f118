"""A plan's days: for each action the stretch that was planned first, the stretch it slipped, and when it was done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from holdfast.dates import say
from holdfast.web.pictures.drawing import Scale, box, line, picture, text, width_of
from holdfast.web.pictures.journey import shape

WIDTH, EDGE, TOP, ROW, HIGH, LETTERS = 960.0, 12.0, 62.0, 50.0, 14.0, 15.0
"""The picture's width, its edges, where the first row begins, how high a row, its bar and the letters are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBar:
    """One action: its words, when it was agreed, its day as planned first and as planned now, and when it was done."""

    words: str
    start: date
    first: date
    last: date
    done: date | None = None

    def end(self, today: date) -> date:
        """Until when the bar runs: till it was done, else till its day now or today, whichever is later."""
        return self.done or max(self.last, today)


def plan_picture(bars: Sequence[PlanBar], *, today: date, title: str, key: str) -> SafeString:
    """Bars over one axis of time, each below its words; what slipped is drawn otherwise than what was planned."""
    days = [day for one in bars for day in (one.start, one.first, one.last, one.end(today))] + [today]
    across = Scale(low=min(days).toordinal(), high=max(days).toordinal(), start=EDGE, end=WIDTH - EDGE)
    bottom = TOP + ROW * len(bars)
    shapes = [*_legend(), *_years(min(days), max(days), across, bottom)]
    x = across.at(today.toordinal())
    shapes += [line((x, TOP - 12), (x, bottom), "today"), text(say(today), x, TOP - 18, "wide strong end")]
    for place, one in enumerate(bars):
        shapes += _bar(one, TOP + ROW * place, across, today)
    return picture(shapes, key=key, title=title, kind="journey", width=WIDTH, height=bottom + 6)


def _legend() -> Iterator[SafeString]:
    yield box(EDGE, 4, 34, HIGH, "span planned")
    yield text("Planned first", EDGE + 42, 16, "wide quiet")
    yield box(EDGE + 160, 4, 34, HIGH, "span slipped")
    yield text("Slipped", EDGE + 202, 16, "wide quiet")
    yield shape("diamond", EDGE + 290, 11)
    yield text("Done", EDGE + 306, 16, "wide quiet")


def _years(first: date, last: date, across: Scale, bottom: float) -> Iterator[SafeString]:
    yield text(say(first), EDGE, TOP - 2, "wide quiet")
    free = EDGE + width_of(say(first), LETTERS)
    for year in range(first.year + 1, last.year + 1):
        x = across.at(date(year, 1, 1).toordinal())
        yield line((x, TOP - 8), (x, bottom), "grid")
        if free < x < WIDTH - EDGE - width_of(str(year), LETTERS):
            yield text(str(year), x + 3, TOP - 2, "wide quiet")


def _bar(one: PlanBar, top: float, across: Scale, today: date) -> Iterator[SafeString]:
    start, first, end = (across.at(day.toordinal()) for day in (one.start, one.first, one.end(today)))
    yield line((0, top), (WIDTH, top), "grid")
    yield text(one.words, EDGE, top + 19, "wide strong")
    bar = top + 26
    done = f"done on {say(one.done)}" if one.done else "not done"
    planned = min(end, first) if one.done else first
    yield box(start, bar, planned - start, HIGH, "span planned", title=f"{one.words}: planned for {say(one.first)}")
    if end > first:
        said = f"{one.words}: planned for {say(one.first)}, now {say(one.last)}, {done}"
        yield box(first, bar, end - first, HIGH, "span slipped", title=said)
    if one.done:
        yield shape("diamond", end, bar + HIGH / 2, title=f"{one.words}: {done}")
