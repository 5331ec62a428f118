"""The lists of children of one theme: each with where it comes from, and no longer than one portion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdfast.casework.packs.visit import RegisterList, VisitFacts
from holdfast.dates import say_moment
from holdfast.web.asking import Asking
from holdfast.web.packs.words import children, day_or_none
from holdfast.web.parts import Cell, Head, Row, Table
from holdfast.web.portion import PORTION


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitList:
    """One list of children: what it is, its rows, and where it comes from. ``none`` is said of an empty one.

    ``others`` tells of children who are not shown: those whom the seat does not see, and those past the first portion.
    """

    key: str
    title: str
    table: Table | None
    none: str
    others: str
    source: str
    href: str
    link: str


def lists_of(asking: Asking, found: VisitFacts) -> Iterator[VisitList]:
    """Each register of the theme, then what of it stands on the Monday list."""
    for one in found.registers:
        yield _register(asking, one, found)
    if found.waiting.lines or found.waiting.others:
        yield _waiting(asking, found)


def name_in(found: VisitFacts, child: str) -> str:
    """The child's name as it was known by the moment."""
    return found.name_of.get(child, f"Child {child}")


def child_cell(asking: Asking, found: VisitFacts, child: str) -> Cell:
    """The child by name, with a link to the child's page."""
    return Cell(text=name_in(found, child), href=asking.link(f"/child/{child}"))


def _register(asking: Asking, one: RegisterList, found: VisitFacts) -> VisitList:
    register, rows = one.found.register, one.found.rows
    heads = ("Child", "On it since", "What is late")
    table = Table(
        caption=register.question, heads=tuple(Head(text=one) for one in heads), small=True,
        rows=tuple(
            Row(cells=(
                child_cell(asking, found, row.child), Cell(text=day_or_none(row.since), detail=row.detail),
                Cell(text=row.next.title if row.next and row.next.late and row.next.alerts else "nothing"),
            ))
            for row in rows[:PORTION]
        ),
    )  # fmt: skip
    return VisitList(
        key=f"register-{register.code}", title=f"{register.title}: {children(len(rows))}",
        table=table if rows else None, none=f"It needs {one.found.missing}." if one.found.missing else "Nobody is on "
        "it whom you see." if one.others else "Nobody is on it.",
        others=_others(rows, one.others, "register"), source=_source(found, f"the register. {register.rule}"),
        href=asking.link(f"/registers/{register.code}"), link="The whole register",
    )  # fmt: skip


def _waiting(asking: Asking, found: VisitFacts) -> VisitList:
    lines = found.waiting.lines
    heads = ("Child", "What is and is not on record", "Due, or counted from")
    table = Table(
        caption="On the Monday list by a duty or rule of this theme, what has waited longest first",
        caption_hidden=True, heads=tuple(Head(text=one) for one in heads), small=True,
        rows=tuple(
            Row(cells=(
                child_cell(asking, found, line.child), Cell(text=line.words),
                Cell(text=day_or_none(line.due_on or line.since)),
            ))
            for line in lines[:PORTION]
        ),
    )  # fmt: skip
    return VisitList(
        key="waiting", title=f"On the Monday list: {children(len({one.child for one in lines}))}",
        table=table if lines else None, none="Nobody whom you see.",
        others=_others(lines, found.waiting.others, "Monday list"),
        source=_source(found, "the Monday list, by its own rules. Nobody comes off it but by what is put on record."),
        href=asking.link("/monday"), link="The whole Monday list",
    )  # fmt: skip


def _source(found: VisitFacts, words: str) -> str:
    return f"Source, as at {say_moment(found.view.as_at)}: {words}"


def _others(rows: Sequence[object], others: int, where: str) -> str:
    told = []
    if len(rows) > PORTION:
        told.append(f"These are the first {PORTION} of {len(rows)} lines; the others are on the {where}.")
    if others:
        told.append(f"And {children(others)} whom this seat does not see.")
    return " ".join(told)
