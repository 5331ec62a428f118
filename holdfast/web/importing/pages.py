"""What the pages about files say: plain values, made of what casework found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.casework.importing import Change, Proposal, Taken, Touched
from holdfast.dates import say_moment
from holdfast.exchange.problems import Problem
from holdfast.web.asking import Asking, written
from holdfast.web.parts import Cell, Crumb, Head, Row, Table
from holdfast.web.proposed import Proposed
from holdfast.wexmouth.next_week import NEXT_MONDAY

SHOWN = 3
"""Problems of one kind that are shown before the rest are counted."""

MOST_CHILDREN = 40
"""Children who are named before the rest are counted."""

CRUMBS = (Crumb(text="The council", href="/"), Crumb(text="Read a file", href="/import/"))

_PARTICULAR = re.compile(r"\S*\d\S*|'[^']*'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The page on which a file is chosen. ``amiss`` says what was wrong with the last one."""

    largest: int
    taken: Table
    next_monday: str
    amiss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Cells that could not be read: where the first of a kind are, and how many more there are."""

    where: str
    value: str
    reason: str
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The page of a proposed file: what it is, what would change, and whether it may be taken in.

    ``refused`` says why it may not be; ``moved`` that the record has moved on since it was last shown.
    """

    crumbs: tuple[Crumb, ...]
    name: str
    kind: str
    digest: str
    position: int
    sentence: str
    nothing: bool
    refused: str
    moved: bool
    tables: Table | None
    children: Table | None
    unseen: str
    read: Table
    troubles: tuple[Trouble, ...]
    trouble_words: str
    not_read: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The page of an entry that is on record: what it changed, and where to look next."""

    crumbs: tuple[Crumb, ...]
    number: int
    sentence: str
    tables: Table
    ahead: str
    ahead_words: str


def beginning(asking: Asking, entries: Sequence[Taken], largest: int, amiss: str = "") -> Beginning:
    """The page on which a file is chosen."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=f"Entry {one.position}", href=asking.link("/import/", entry=str(one.position))),
                Cell(text=one.what), Cell(text=one.who), Cell(text=say_moment(one.made_at)),
                Cell(text=_counted(one.changes)),
            )
        )
        for one in entries
    )  # fmt: skip
    heads = tuple(Head(text=one) for one in ("Entry", "What", "By", "When", "Rows"))
    table = Table(caption="What has been put on record so far", heads=heads, rows=rows, wide=True)
    return Beginning(largest=largest >> 20, taken=table, next_monday=say_moment(NEXT_MONDAY), amiss=amiss)


def shown(asking: Asking, proposed: Proposed, proposal: Proposal, *, refused: str, moved: bool) -> Shown:
    """The page of a proposed file."""
    theirs = asking.theirs()
    seen = [one for one in proposal.touched if theirs is None or one.child in theirs or one.new]
    return Shown(
        crumbs=(*CRUMBS, Crumb(text=proposed.name)), name=proposed.name, kind=proposal.kind, digest=proposal.digest,
        position=proposal.position, sentence=_sentence(proposal), nothing=proposal.nothing, refused=refused,
        moved=moved, tables=_changes(proposal.changes, "What would change, table by table"),
        children=_children(asking, seen), unseen=_unseen(len(proposal.touched) - len(seen), seen), read=_read(proposal),
        troubles=tuple(_troubles(proposal.problems)), trouble_words=_trouble_words(len(proposal.problems)),
        not_read=tuple(f"{one.file}: {one.reason}" for one in proposal.not_read),
    )  # fmt: skip


def done(asking: Asking, taken: Taken) -> Done:
    """The page of an entry that is on record."""
    tables = _changes(taken.changes, "What it put on record, table by table")
    later = taken.made_at > asking.view.as_at
    return Done(
        crumbs=(*CRUMBS, Crumb(text=f"Entry {taken.position}")), number=taken.position,
        sentence=f"{taken.what}: put on record by {taken.who}, {say_moment(taken.made_at)}. {_counted(taken.changes)}.",
        tables=tables or Table(caption="Nothing was put on record", heads=(), rows=()),
        ahead=f"/monday?as-at={written(taken.made_at)}" if later else "/monday",
        ahead_words=f"See the Monday list as at {say_moment(taken.made_at)}" if later else "See the Monday list",
    )  # fmt: skip


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _counted(changes: Sequence[Change]) -> str:
    added, changed, withdrawn = (
        sum(getattr(one, name) for one in changes) for name in ("added", "changed", "withdrawn")
    )
    parts = [f"{number:,} {word}" for number, word in ((added, "new"), (changed, "changed"), (withdrawn, "withdrawn"))]
    return ", ".join(parts)


def _sentence(proposal: Proposal) -> str:
    read = f"It was read whole: {proposal.kind}, {_many(proposal.children, 'child', 'children')}."
    if proposal.nothing:
        return f"{read} Nothing in it differs from what is on record, so there is nothing to take in."
    touched = len(proposal.touched)
    rows = sum(one.added + one.changed + one.withdrawn for one in proposal.changes)
    about = (
        f"It would change the record of {_many(touched, 'child', 'children')}, {_many(rows, 'row', 'rows')} in all: "
        f"{_counted(proposal.changes)}."
    )
    return f"{read} {about} Nothing is changed yet."


def _changes(changes: Sequence[Change], caption: str) -> Table | None:
    if not changes:
        return None
    heads = (
        Head(text="Table"), Head(text="New", numeric=True), Head(text="Changed", numeric=True),
        Head(text="Withdrawn", numeric=True),
    )  # fmt: skip
    rows = tuple(
        Row(
            cells=(
                Cell(text=_first_capital(one.words)), Cell(text=f"{one.added:,}", numeric=True),
                Cell(text=f"{one.changed:,}", numeric=True), Cell(text=f"{one.withdrawn:,}", numeric=True),
            )
        )
        for one in changes
    )  # fmt: skip
    return Table(caption=caption, heads=heads, rows=rows, small=True, wide=True)


def _children(asking: Asking, seen: Sequence[Touched]) -> Table | None:
    if not seen:
        return None
    rows = tuple(
        Row(
            cells=(
                Cell(text=one.name, href="" if one.new else asking.link(f"/child/{one.child}"), detail=one.child),
                Cell(text=_first_capital("; ".join(one.what))),
                Cell(text="Not on record before" if one.new else "On record"),
            )
        )
        for one in seen[:MOST_CHILDREN]
    )  # fmt: skip
    heads = (Head(text="Child"), Head(text="What differs"), Head(text="So far"))
    return Table(caption="The children it is about", heads=heads, rows=rows, wide=True)


def _unseen(hidden: int, seen: Sequence[Touched]) -> str:
    left = max(0, len(seen) - MOST_CHILDREN)
    parts = [f"{_many(left, 'more child is', 'more children are')} not listed here."] if left else []
    if hidden:
        parts.append(f"{_many(hidden, 'child', 'children')} of whom something differs cannot be seen from your seat.")
    return " ".join(parts)


def _read(proposal: Proposal) -> Table:
    rows = tuple(
        Row(cells=(Cell(text=one.file), Cell(text=_first_capital(one.words)), Cell(text=f"{one.rows:,}", numeric=True)))
        for one in proposal.tables
    )
    heads = (Head(text="File"), Head(text="What its rows are"), Head(text="Rows", numeric=True))
    return Table(caption="What was read", heads=heads, rows=rows, small=True, wide=True, caption_hidden=True)


def _troubles(problems: Sequence[Problem]) -> list[Trouble]:
    by_kind: dict[tuple[str | None, ...], list[Problem]] = {}
    for one in problems:
        by_kind.setdefault((one.table, one.column, _PARTICULAR.sub("", one.reason)), []).append(one)
    found = []
    for some in by_kind.values():
        told = [Trouble(where=one.where, value=one.value or "", reason=one.reason) for one in some[:SHOWN]]
        left = len(some) - SHOWN
        if left > 0:
            last = told[-1]
            told[-1] = Trouble(where=last.where, value=last.value, reason=last.reason, more=left)
        found += told
    return found


def _trouble_words(number: int) -> str:
    if not number:
        return ""
    place = _many(number, "place in the file", "places in the file")
    return f"{place} could not be taken as it stood. Each is told below; everything else was read."


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
