"""The page of all teams and the page of one: plain values for the templates."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.casework.team import STATIONS, Glance, Light, Sight, Station, TeamSight
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Empty, Head, Row, Table, Tag
from holdfast.web.team.words import HEADS, LIGHTS, NOTES, rests_on, words_of

SIGHT: Mapping[Light, str] = {
    "fine": "hf-sight__yes", "look": "hf-sight__part", "cannot say": "hf-sight__no", "not asked": "",
}  # fmt: skip
TAGS: Mapping[Light, str] = {"fine": "done", "look": "soon", "cannot say": "quiet", "not asked": ""}

LOOKS = "looks"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsPage:
    """Every team with a child whom the seat sees, by name."""

    lead: str
    table: Table
    empty: Empty | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SightCell:
    """One cell: its word, what it says, the quieter line, on what it rests, where it leads, and about whom it is."""

    kind: str
    tag: Tag | None
    text: str
    detail: str
    rests_on: str
    href: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SightRow:
    """One child: the name, whom to ask, and six cells."""

    key: str
    name: str
    href: str
    ask: str
    cells: tuple[SightCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SightHead:
    """The head of one station: its name, how many ask for a look, and what it shows."""

    text: str
    count: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """The children of one team."""

    crumbs: tuple[Crumb, ...]
    name: str
    lead: str
    others: str
    only: str
    only_href: str
    caption: str
    heads: tuple[SightHead, ...]
    rows: tuple[SightRow, ...]
    empty: Empty | None


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
        table=Table(
            caption="Teams by name",
            heads=(
                Head(text="Team"), Head(text="Children", numeric=True),
                Head(text="Cells that ask for a look", numeric=True),
            ),
            rows=rows,
            key="teams",
            note="The number says where somebody may be glad of help. It follows how many children a team has and what "
            "they need; it says nothing of the people who work there.",
        ),
        empty=None if rows else nobody,
    )  # fmt: skip


def team_page(asking: Asking, found: TeamSight) -> TeamPage:
    """One team's grid; with ``show=looks`` in the address only the children of whom a cell asks for a look."""
    path, some = f"/team/{found.team}", [line for line in found.lines if line.looks]
    only = asking.request.GET.get("show") == LOOKS
    lines = tuple(some) if only else found.lines
    every, asks = _children(len(found.lines)), len(some)
    lead = f"{every}; {_for(asks)} a look." if asks else f"{every}; nobody's line asks for a look."
    return TeamPage(
        crumbs=(Crumb(text="Teams", href=asking.link("/team/")), Crumb(text=found.name)),
        name=found.name,
        lead=lead,
        others=f"{_children(found.others)} of this team you do not see in this seat." if found.others else "",
        only=f"Show all {every}" if only else f"Show only the {asks} that ask for a look" if asks else "",
        only_href=asking.link(path) if only else asking.link(path, show=LOOKS),
        caption=f"The children of {found.name}" + (" whose line asks for a look" if only else ""),
        heads=tuple(_head(station, lines) for station in STATIONS),
        rows=tuple(_row(asking, line) for line in lines),
        empty=None if lines else Empty(what="No line of this team asks for a look at this moment."),
    )


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"


def _for(count: int) -> str:
    return "1 line asks for" if count == 1 else f"{count} lines ask for"


def _head(station: Station, lines: tuple[Sight, ...]) -> SightHead:
    count = sum(line.glances[station].light == "look" for line in lines)
    return SightHead(text=HEADS[station], count=f"{count} to look at" if count else "", note=NOTES[station])


def _row(asking: Asking, line: Sight) -> SightRow:
    name = asking.council.name(line.child)
    worker = asking.council.worker(line.worker)
    return SightRow(
        key=f"child-{line.child}",
        name=name,
        href=asking.link(f"/child/{line.child}"),
        ask=f"Ask: {worker}" if worker else "Nobody is on record to ask",
        cells=tuple(_cell(asking, station, line.glances[station], line, name) for station in STATIONS),
    )


def _cell(asking: Asking, station: Station, glance: Glance, line: Sight, name: str) -> SightCell:
    text, detail = words_of(station, glance, line, asking.view.today)
    # Where no rule is behind a cell, what is on record is told and nobody calls it fine.
    judged = glance.light in ("look", "cannot say") or (glance.light == "fine" and glance.code)
    return SightCell(
        kind=SIGHT[glance.light] if judged else "",
        tag=Tag(text=LIGHTS[glance.light], colour=TAGS[glance.light]) if judged else None,
        text=text,
        detail=detail,
        rests_on=rests_on(glance),
        href=asking.link(f"/child/{line.child}#{_mark(glance.code)}") if glance.code else "",
        about=f"{HEADS[station]}, {name}",
    )


def _mark(code: str) -> str:
    return f"worry-{code}" if code in RULES else f"clock-{code}"
