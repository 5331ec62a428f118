"""The page of all teams and the page of one: plain values for the templates."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.casework.acts.leaving import workers_led
from holdfast.casework.team import STATIONS, Glance, Light, Sight, Station, TeamSight
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Empty, Head, Row, Table, Tag
from holdfast.web.portion import Portion, portion_of
from holdfast.web.team.words import (
    HEADS,
    LIGHTS,
    MORE,
    MORE_NOTE,
    NOTES,
    RESTS_ON,
    rests_on,
    words_of,
    words_of_more,
)

SIGHT: Mapping[Light, str] = {
    "fine": "hf-sight__yes", "look": "hf-sight__part", "cannot say": "hf-sight__no", "not asked": "",
}  # fmt: skip
TAGS: Mapping[Light, str] = {"fine": "done", "look": "soon", "cannot say": "quiet", "not asked": ""}

WHOLE = "all"

NONE = "hf-sight__none"
"""The kind of a cell that a narrow screen leaves out, for it says only that there is nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsPage:
    """Every team with a child whom the seat sees, by name."""

    lead: str
    basics_href: str
    table: Table
    empty: Empty | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SightCell:
    """One cell: its column, its word, what it says, the quieter line, on what it rests, where it leads, about whom.

    ``head`` is said again in the cell where a narrow screen shows no heads.
    """

    head: str
    kind: str
    tag: Tag | None
    text: str
    detail: str
    rests_on: str
    href: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SightRow:
    """One child: the name, whom to ask, six cells, and one for what else is on the Monday list."""

    key: str
    name: str
    href: str
    ask: str
    cells: tuple[SightCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SightHead:
    """The head of one column: its name, how many of its cells ask for a look, and what it shows."""

    text: str
    count: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """The children of one team; ``leaves`` leads to the page of each worker who could be put on record as leaving.

    ``other`` and ``other_href`` lead from those who ask for a look to the whole team, or back.
    """

    crumbs: tuple[Crumb, ...]
    name: str
    lead: str
    others: str
    other: str
    other_href: str
    caption: str
    heads: tuple[SightHead, ...]
    rows: tuple[SightRow, ...]
    portion: Portion | None
    leaves: tuple[tuple[str, str], ...]


def teams_page(asking: Asking, found: tuple[TeamSight, ...]) -> TeamsPage:
    """The teams in the order of their names: a list to choose from, never a comparison."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=one.name, href=asking.link(f"/team/{one.team}")),
                Cell(text=str(len(one.lines)), numeric=True),
                Cell(text=str(one.looks), numeric=True),
            ),
            key=f"team-{one.team}",
        )
        for one in found
    )
    nobody = Empty(
        what="No child whom you see is with a team at this moment.",
        means="A child is with a team while a worker's involvement or an episode of need is open on record.",
    )
    return TeamsPage(
        lead="Choose a team to see its children: seen, listened to, plan, supervision, chronology, review.",
        basics_href=asking.link("/basics"),
        table=Table(
            caption="Teams by name",
            heads=(
                Head(text="Team"), Head(text="Children", numeric=True),
                Head(text="Things to look at", numeric=True),
            ),
            rows=rows,
            key="teams",
            note="The number says where somebody may be glad of help. It follows how many children a team has and what "
            "they need; it says nothing of the people who work there.",
        ),
        empty=None if rows else nobody,
    )  # fmt: skip


def team_page(asking: Asking, found: TeamSight) -> TeamPage:
    """Those of the team who ask for a look; with ``show=all`` in the address, and where nobody asks, all of it."""
    path, some = f"/team/{found.team}", tuple(line for line in found.lines if line.looks)
    whole = asking.request.GET.get("show") == WHOLE or not some
    lines = found.lines if whole else some
    shown, portion = portion_of(asking, path, lines, **({"show": WHOLE} if whole and some else {}))
    every = _children(len(found.lines))
    return TeamPage(
        crumbs=(Crumb(text="Teams", href=asking.link("/team/")), Crumb(text=found.name)),
        name=found.name,
        lead=_lead(len(some), len(found.lines)),
        others=f"{_children(found.others)} of this team you do not see in this seat." if found.others else "",
        other="" if len(some) in (0, len(found.lines)) else _other(whole, len(some), every),
        other_href=asking.link(path) if whole else asking.link(path, show=WHOLE),
        caption=f"The children of {found.name}" + ("" if whole else " who ask for a look"),
        heads=(*(_head(station, lines) for station in STATIONS), _head_of_more(lines)),
        rows=tuple(_row(asking, line) for line in shown),
        portion=portion,
        leaves=_leaves(asking, found),
    )


def _lead(some: int, every: int) -> str:
    """Never that all is well: a record that is silent asks for no look either."""
    if not some:
        return f"{_children(every)}; on this record nobody asks for a look."
    return f"{some} of {_children(every)} {'asks' if some == 1 else 'ask'} for a look."


def _other(whole: bool, some: int, every: str) -> str:
    asks = "who asks" if some == 1 else "who ask"
    return f"Show only the {some} {asks} for a look" if whole else f"Show the whole team, {every}"


def _leaves(asking: Asking, found: TeamSight) -> tuple[tuple[str, str], ...]:
    """Where whoever leads the team hands over the children of a worker who leaves; only at the present."""
    if asking.moved:
        return ()
    have = {line.worker for line in found.lines}
    led = workers_led(asking.seat, found.team, asking.council, asking.present)
    return tuple((f"/worker/{worker}/leave", name) for worker, name in led if worker in have)


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"


def _head(station: Station, lines: tuple[Sight, ...]) -> SightHead:
    count = sum(line.glances[station].light == "look" for line in lines)
    return SightHead(text=HEADS[station], count=_to_look_at(count), note=NOTES[station])


def _head_of_more(lines: tuple[Sight, ...]) -> SightHead:
    return SightHead(text=MORE, count=_to_look_at(sum(bool(line.more) for line in lines)), note=MORE_NOTE)


def _to_look_at(count: int) -> str:
    return f"{count} to look at" if count else ""


def _row(asking: Asking, line: Sight) -> SightRow:
    name = asking.council.name(line.child)
    worker = asking.council.worker(line.worker)
    return SightRow(
        key=f"child-{line.child}",
        name=name,
        href=asking.link(f"/child/{line.child}"),
        ask=f"Ask: {worker}" if worker else "Nobody is on record to ask",
        cells=(
            *(_cell(asking, station, line.glances[station], line, name) for station in STATIONS),
            _cell_of_more(asking, line, name),
        ),
    )


def _cell(asking: Asking, station: Station, glance: Glance, line: Sight, name: str) -> SightCell:
    text, detail = words_of(station, glance, line, asking.view.today)
    # Where no rule is behind a cell, what is on record is told and nobody calls it fine.
    judged = glance.light in ("look", "cannot say") or (glance.light == "fine" and glance.code)
    return SightCell(
        head=HEADS[station],
        kind=SIGHT[glance.light] if judged else "",
        tag=Tag(text=LIGHTS[glance.light], colour=TAGS[glance.light]) if judged else None,
        text=text,
        detail=detail,
        rests_on=rests_on(glance),
        href=asking.link(f"/child/{line.child}#{_mark(glance.code)}") if glance.code else "",
        about=f"{HEADS[station]}, {name}",
    )


def _cell_of_more(asking: Asking, line: Sight, name: str) -> SightCell:
    first = line.more[0] if line.more else None
    text, detail = words_of_more(line.more, asking.view.today)
    return SightCell(
        head=MORE,
        kind=SIGHT["look"] if first else NONE,
        tag=Tag(text=LIGHTS["look"], colour=TAGS["look"]) if first else None,
        text=text,
        detail=detail,
        rests_on=RESTS_ON[first.standing] if first else "",
        href=asking.link(f"/child/{line.child}#{_mark(first.code)}") if first else "",
        about=f"{MORE}, {name}",
    )


def _mark(code: str) -> str:
    return f"worry-{code}" if code in RULES else f"clock-{code}"
