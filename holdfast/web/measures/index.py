"""The ten measures side by side: what each asks, the last whole month, its shape over twelve, and England."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.casework.findings import finding_on, trend_shown
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.measures import figures, outside_view, stretches
from holdfast.casework.written_plan import plan_on_record
from holdfast.measures.measure import Measure
from holdfast.measures.register import MEASURES
from holdfast.measures.trend import RULE_WORDS
from holdfast.web.asking import Asking
from holdfast.web.measures.words import SMALL_NUMBERS, Told, of_words, percent, told, told_outside, too_small
from holdfast.web.parts import Cell, Crumb, Head, Row, Table
from holdfast.web.pictures.months import Point, small_trend
from holdfast.wexmouth.line import the_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One measure at a glance. ``no_picture`` says why there is none; ``finding`` is what inspectors found of it."""

    key: str
    question: str
    href: str
    figure: str
    month: str
    counts: str
    trend: str
    trend_words: str
    picture: SafeString
    no_picture: str
    england: str
    definition: str
    finding: Crumb | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """The ten as cards, and the same twelve months as one table."""

    lead: str
    note: str
    rule: str
    cards: tuple[Card, ...]
    table: Table


def index_page(asking: Asking) -> IndexPage:
    """The page for whoever asks: with small numbers kept back where the seat sees no names."""
    council = asking.council
    view = asking.view if asking.seat.names else outside_view(asking.view)
    whole = [one for one in stretches(view) if not one.so_far]
    inside = figures(council, view if asking.seat.names else frozen(view), MEASURES, whole)
    plan = plan_on_record(council, view)
    trends = {one.code: trend_shown(one, inside[one.code], the_line(), view, plan) for one in MEASURES}
    if asking.seat.names:
        months = {code: [told(one) for one in some] for code, some in inside.items()}
        states = {code: (trend.title, trend.words) for code, trend in trends.items()}
    else:
        outside = figures_outside(council, view, MEASURES)
        months = {code: [told_outside(one) for one in some] for code, some in outside.items()}
        states = {code: (trend.title, trend.plain) for code, trend in trends.items()}
    return IndexPage(
        lead="Ten questions about our own work, month by month. Each has one definition, and the children behind "
        "every figure."
        if asking.seat.names
        else "Ten questions about our own work, month by month.",
        note="" if asking.seat.names else SMALL_NUMBERS,
        rule=RULE_WORDS,
        cards=tuple(_card(asking, one, months[one.code], *states[one.code]) for one in MEASURES),
        table=_table(asking, months),
    )


def _card(asking: Asking, one: Measure, months: Sequence[Told], state: str, state_words: str) -> Card:
    last = months[-1]
    points = [Point(label=month.words, value=month.value, words=month.figure) for month in months]
    return Card(
        key=f"measure-{one.code}",
        question=one.question,
        href=asking.link(f"/measures/{one.code}"),
        figure=last.figure,
        month=last.words,
        counts=of_words(one, last),
        trend=state,
        trend_words=state_words,
        picture=SafeString("") if too_small(months) else small_trend(
            points, title=f"The shape of twelve months to {last.words}: {_shape(months)}", key=f"trend-{one.code}"
        ),
        no_picture=too_small(months),
        england=f"England {percent(one.england.percent)}, {one.england.year}" if one.england else "",
        definition="The department's definition" if one.definition == "the department's" else "A local definition",
        finding=finding_link(asking, one),
    )  # fmt: skip


def finding_link(asking: Asking, one: Measure) -> Crumb | None:
    """The finding that rests on a measure, and where it is; None where none does."""
    found = finding_on(one, the_line(), asking.view)
    return Crumb(text=found.title, href=asking.link(f"/finding/{found.slug}")) if found else None


def _shape(months: Sequence[Told]) -> str:
    known = [month for month in months if month.value is not None]
    if not known:
        return "no month has a figure that can be drawn"
    return f"{known[0].figure} in {known[0].words}, {known[-1].figure} in {known[-1].words}"


def _table(asking: Asking, months: Mapping[str, Sequence[Told]]) -> Table:
    names = [month.words for month in next(iter(months.values()))]
    return Table(
        caption="The twelve months behind the small pictures",
        heads=(Head(text="Measure"), *(Head(text=name, numeric=True) for name in names)),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=one.question, href=asking.link(f"/measures/{one.code}")),
                    *(Cell(text=month.figure, numeric=True) for month in months[one.code]),
                )
            )
            for one in MEASURES
        ),
        key="twelve-months", small=True, wide=True,
    )  # fmt: skip
