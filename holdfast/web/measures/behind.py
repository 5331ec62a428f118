"""The list behind one month of a measure: each child, the days, the answer, the standard, and whom to ask."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.casework.measures import Behind, Stretch, late_reasons, list_behind
from holdfast.dates import say
from holdfast.measures.measure import Entry, Measure
from holdfast.web.asking import Asking
from holdfast.web.measures.words import answer_words, told
from holdfast.web.parts import Cell, Crumb, Empty, Head, Row, Table, Tag
from holdfast.web.portion import Portion, portion_of

YES_FIRST = ("open-temporary-approvals", "supervision-gaps", "three-or-more-workers", "re-referrals")
"""Measures of which *yes* is what somebody should look at; their lists begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindPage:
    """The list on a page: what it sums to, and how many of it this seat does not see."""

    crumbs: tuple[Crumb, ...]
    question: str
    month: str
    lead: str
    sums: tuple[str, ...]
    others: str
    yes: str
    reasons: tuple[str, ...]
    portion: Portion | None
    table: Table
    empty: Empty | None


def behind_page(asking: Asking, one: Measure, month: Stretch) -> BehindPage:
    """The list for whoever asks, their own children only."""
    found = list_behind(asking.council, asking.view, one, month, asking.theirs())
    figure = told(found.figure)
    path = f"/measures/{one.code}/{month.first:%Y-%m}"
    lines, portion = portion_of(asking, path, _in_order(asking, one, found))
    empty = None
    if not found.lines:
        empty = Empty(
            what="No line of this list is about a child whom you see." if found.others else "Nobody is on this list.",
            means=f"{figure.beside}." if figure.beside and not found.others else "",
            href=asking.link(f"/measures/{one.code}"), link="Back to the measure",
        )  # fmt: skip
    return BehindPage(
        crumbs=(
            Crumb(text="Measures", href=asking.link("/measures/")),
            Crumb(text=one.question, href=asking.link(f"/measures/{one.code}")),
            Crumb(text=figure.words),
        ),
        question=one.question,
        month=figure.words,
        lead=f"The figure is {figure.figure}.",
        sums=_sums(one, found),
        others=_others(found),
        yes=one.yes,
        reasons=_reasons(asking, one, found),
        portion=portion,
        table=_table(asking, one, lines, figure.words),
        empty=empty,
    )


def _sums(one: Measure, found: Behind) -> tuple[str, ...]:
    """The whole list in numbers: they make the figure, whoever looks."""
    figure = found.figure
    said = [f"{figure.numerator}: {answer_words(one, 'yes').lower()}"]
    if figure.denominator is not None:
        said.append(f"{figure.denominator - figure.numerator}: {answer_words(one, 'no').lower()}")
    said.append(f"{figure.cannot_say}: cannot say")
    return tuple(said)


def _reasons(asking: Asking, one: Measure, found: Behind) -> tuple[str, ...]:
    """Why things were late, counted over the children whom the seat sees; nothing where late is not what no means."""
    told = late_reasons(asking.council, asking.view, found.lines)
    if one.code in YES_FIRST or not told.late:
        return ()
    words = [f"{many}: {reason}" for reason, many in told.counted]
    return (*words, f"{told.silent}: no reason is on record")


def _others(found: Behind) -> str:
    if not found.others:
        return ""
    counted = Counter(entry.answer for entry in found.lines)
    own = f"{len(found.lines)} of its lines {'is' if len(found.lines) == 1 else 'are'} below"
    parts = f" ({counted['yes']} yes, {counted['no']} no, {counted['cannot_say']} cannot say)" if found.lines else ""
    rest = "1 other is" if found.others == 1 else f"{found.others} others are"
    return f"{own}{parts}. {rest} about children whom you do not see in this seat."


def _in_order(asking: Asking, one: Measure, found: Behind) -> Sequence[Entry]:
    order = ("yes", "cannot_say", "no") if one.code in YES_FIRST else ("no", "cannot_say", "yes")
    name = asking.council.name
    return sorted(found.lines, key=lambda entry: (order.index(entry.answer), name(entry.child), str(entry.started_on)))


def _table(asking: Asking, one: Measure, lines: Sequence[Entry], month: str) -> Table:
    return Table(
        caption=f"The list behind {month}",
        heads=tuple(Head(text=text) for text in ("Child", "Answer", "Started", "Due by", "Done", "Limit", "Ask")),
        rows=tuple(_row(asking, one, entry) for entry in lines),
        key="list", wide=True,
    )  # fmt: skip


def _row(asking: Asking, one: Measure, entry: Entry) -> Row:
    council = asking.council
    mark = f"#clock-{entry.duty}" if entry.duty else ""
    colours = {"yes": "", "no": "", "cannot_say": "quiet"}
    return Row(cells=(
        Cell(text=council.name(entry.child), href=asking.link(f"/child/{entry.child}{mark}")),
        Cell(
            text="", tag=Tag(text=answer_words(one, entry.answer), colour=colours[entry.answer]),
            detail=f"{entry.why[0].upper()}{entry.why[1:]}" if entry.why else "",
        ),
        Cell(text=say(entry.started_on) if entry.started_on else ""),
        Cell(text=say(entry.due_on) if entry.due_on else ""),
        Cell(text=say(entry.done_on) if entry.done_on else ""),
        Cell(text=entry.standard or ""),
        Cell(text=council.worker(entry.worker) or "nobody on record", detail=council.team(entry.team) or ""),
    ))  # fmt: skip
