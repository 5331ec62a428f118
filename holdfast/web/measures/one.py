"""One measure: its question and definition, twelve months as a picture with the table, and how a figure is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.casework.findings import trend_shown
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.measures import figures, outside_view, stretches
from holdfast.casework.written_plan import plan_on_record
from holdfast.duties.clock import limit_of
from holdfast.duties.monday import STANDING_WORDS, standing_of
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import Settings
from holdfast.measures.measure import Measure
from holdfast.measures.trend import RULE_WORDS
from holdfast.web.asking import Asking
from holdfast.web.measures.index import finding_link
from holdfast.web.measures.words import (
    NO_WORDS,
    SMALL_NUMBERS,
    Told,
    of_words,
    percent,
    told,
    told_outside,
    too_small,
)
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Table
from holdfast.web.pictures.months import Level, Point, line_picture
from holdfast.wexmouth.line import the_line

SO_FAR = (
    "The last row is a month that is not over: it is counted to the moment you are looking at, and the picture and "
    "the trend leave it out."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the definition."""

    head: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePage:
    """One measure on a page. ``steps`` explain the last whole month's figure; none where it may not be told."""

    crumbs: tuple[Crumb, ...]
    question: str
    lead: str
    note: str
    facts: tuple[Fact, ...]
    trend: str
    trend_words: str
    rule: str
    finding: Crumb | None
    picture: Picture
    steps_of: str
    steps: tuple[str, ...]
    steps_href: str


def measure_page(asking: Asking, one: Measure) -> MeasurePage:
    """The page of one measure for whoever asks."""
    council, names = asking.council, asking.seat.names
    view = asking.view if names else outside_view(asking.view)
    counting = view if names else frozen(view)
    inside = figures(council, counting, [one], stretches(counting))[one.code]
    trend = trend_shown(one, inside, the_line(), view, plan_on_record(council, view))
    if names:
        rows = [told(figure) for figure in inside]
        whole = [told(figure) for figure in inside if figure.is_whole]
    else:
        rows = whole = [told_outside(figure) for figure in figures_outside(council, view, [one])[one.code]]
    last = whole[-1]
    return MeasurePage(
        crumbs=(Crumb(text="Measures", href=asking.link("/measures/")), Crumb(text=one.question)),
        question=one.question,
        lead=_lead(one, last),
        note="" if names else SMALL_NUMBERS,
        facts=_facts(one, council.settings),
        trend=trend.title,
        trend_words=trend.words if names else trend.plain,
        rule=RULE_WORDS,
        finding=finding_link(asking, one),
        picture=_picture(asking, one, rows, whole),
        steps_of=last.words,
        steps=_steps(one, last) if names else (),
        steps_href=_list_href(asking, one, last) if names else "",
    )


def _lead(one: Measure, last: Told) -> str:
    counts = of_words(one, last)
    if last.kept and not counts:
        return f"{last.words}: the numbers are too small to show."
    return f"{last.words}: {last.figure}." + (f" {counts[0].upper()}{counts[1:]}." if counts else "")


def _list_href(asking: Asking, one: Measure, month: Told) -> str:
    return asking.link(f"/measures/{one.code}/{month.month}") if asking.seat.names else ""


def _facts(one: Measure, settings: Settings) -> tuple[Fact, ...]:
    found = [
        Fact(head="Who or what is counted", words=one.counts),
        Fact(head="What counts as yes", words=one.yes),
        Fact(head="Whose definition", words=f"{one.definition[0].upper()}{one.definition[1:]}. {one.source}"),
        Fact(head="England", words=f"{one.england_words[0].upper()}{one.england_words[1:]}"),
    ]
    limits = [_limit(code, settings) for code in one.duties]
    if limits:
        found.append(Fact(head="The limits it uses", words="; ".join(limits)))
    return tuple(found)


def _limit(code: str, settings: Settings) -> str:
    asked = DUTIES[code]
    phrase = limit_of(asked, asked.ways[0], settings).phrase
    return f"{asked.title} ({code}): {phrase}, {STANDING_WORDS[standing_of(asked)]}"


def _picture(asking: Asking, one: Measure, rows: Sequence[Told], whole: Sequence[Told]) -> Picture:
    points = [Point(label=month.words, value=month.value, words=month.figure) for month in whole]
    levels = (
        (Level(value=one.england.percent, words=f"England {percent(one.england.percent)}, {one.england.year}"),)
        if one.england
        else ()
    )
    high = 100 if one.unit == "share" else None
    title = f"{one.question} Twelve months from {whole[0].words} to {whole[-1].words}."
    kept = too_small(whole)
    if kept:
        return Picture(svg=SafeString(""), words=kept, table=_table(asking, one, rows))
    return Picture(
        svg=line_picture(points, title=title, key=f"months-{one.code}", levels=levels, high=high),
        words=f"{'Share in percent' if one.unit == 'share' else 'Number'}, {whole[0].words} to {whole[-1].words}. "
        "A gap is a month of which no figure can be told.",
        table=_table(asking, one, rows),
        wide=False,
    )


def _table(asking: Asking, one: Measure, rows: Sequence[Told]) -> Table:
    share, half = one.unit == "share", one.median
    heads = [Head(text="Month"), Head(text=one.head, numeric=True)]
    heads += [Head(text="Of", numeric=True), Head(text="Share", numeric=True)] if share else []
    heads += [Head(text="Half within (working days)", numeric=True)] if half else []
    heads += [Head(text="Cannot say", numeric=True), Head(text="Also in that month")]
    return Table(
        caption="Month by month" + (", each leading to the list behind it" if asking.seat.names else ""),
        heads=tuple(heads),
        rows=tuple(_row(asking, one, month, share, half) for month in rows),
        key="months", wide=True, note=SO_FAR if any("so far" in month.words for month in rows) else "",
    )  # fmt: skip


def _row(asking: Asking, one: Measure, month: Told, share: bool, half: bool) -> Row:
    cells = [Cell(text=month.words, href=_list_href(asking, one, month)), Cell(text=month.yes, numeric=True)]
    cells += [Cell(text=month.every, numeric=True), Cell(text=month.share, numeric=True)] if share else []
    cells += [Cell(text=month.half, numeric=True)] if half else []
    cells += [Cell(text=month.unknown, numeric=True), Cell(text=month.beside)]
    return Row(cells=tuple(cells), key=f"month-{month.month}")


def _steps(one: Measure, month: Told) -> tuple[str, ...]:
    """How the figure of one month comes about, step by step."""
    found = [f"Counted: {one.counts}"]
    if month.yes and month.every:
        found.append(f"That makes {month.every} in {month.words}.")
        found.append(f"{month.yes} of them are yes ({one.head.lower()}): {one.yes}")
        rest = int(month.every) - int(month.yes)
        found.append(f"{rest} are no: {NO_WORDS[one.code].lower()}.")
        found.append(f"{month.yes} divided by {month.every} is {month.share}.")
    elif month.yes:
        found.append(f"That makes {month.yes} in {month.words}: {one.yes}")
    else:
        found.append(f"{month.words}: {month.figure}. {month.beside}".rstrip())
    if month.unknown:
        found.append(f"Of {month.unknown} more the record cannot say. They are in neither number.")
    found.append("It is as at the end of the month: what happened later is not in it.")
    return tuple(found)
