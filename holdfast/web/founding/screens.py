"""The tour on screen: all rows with what opens for each, and a walk of twelve stops."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from django.http import HttpRequest, HttpResponse

from holdfast.casework.seats import Seat
from holdfast.web.asking import Asking
from holdfast.web.founding.items import Group, Item, Link, State, Stop, Tour, the_tour
from holdfast.web.parts import Cell, Crumb, Head, Picture, Table, Tag
from holdfast.web.parts import Row as Line
from holdfast.web.pictures import Bar, bars_picture
from holdfast.web.seats import BY_CODE

STATES: tuple[State, ...] = get_args(State)

TAGS: Mapping[str, Tag] = MappingProxyType(
    {
        "works": Tag(text="Works", colour="done"),
        "partly": Tag(text="Partly", colour="soon"),
        "not yet": Tag(text="Not yet", colour="quiet"),
    }
)

MEANS: Mapping[str, str] = MappingProxyType(
    {
        "works": "you can follow it on a page today",
        "partly": "a real part of it can be seen",
        "not yet": "nothing here shows it",
    }
)

TOUR, WALK = "/founding/", "/founding/walk"

WITHOUT_NAMES = "This is shown by a child's page, and the seat you are in sees no child."


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow the list down."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One row as it is shown; ``seat`` is the code of the seat to enter on the way there, empty for no other."""

    key: str
    kind: str
    tag: Tag
    says: str
    shows: str
    missing: str
    href: str
    link: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The rows of one council and theme."""

    key: str
    heading: str
    about: str
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One of the two documents with its sections."""

    heading: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """The page of the tour."""

    crumbs: tuple[Crumb, ...]
    lead: str
    picture: Picture
    choices: tuple[Choice, ...]
    shown: str
    seat_note: str
    documents: tuple[Document, ...]
    walk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop of the walk as it is shown."""

    key: str
    heading: str
    found: str
    notice: str
    href: str
    link: str
    rows: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The page of the walk."""

    crumbs: tuple[Crumb, ...]
    lead: str
    seat_note: str
    steps: tuple[Step, ...]
    tour: str


def founding(request: HttpRequest) -> HttpResponse:
    """The tour: every row by document and council, with its state and what opens."""
    asking, tour = Asking.of(request), the_tour()
    return asking.page("holdfast/founding.html", _founding(asking, tour), title="The tour", here="founding")


def walk(request: HttpRequest) -> HttpResponse:
    """The walk: twelve stops in five minutes."""
    asking, tour = Asking.of(request), the_tour()
    return asking.page("holdfast/founding_walk.html", _walk(asking, tour), title="Twelve stops", here="founding")


def _founding(asking: Asking, tour: Tour) -> Founding:
    wanted = asking.request.GET.get("state", "")
    states = (wanted,) if wanted in STATES else STATES
    counted = Counter[str](one.state for one in tour.items)
    shown = [one for one in tour.items if one.state in states]
    return Founding(
        crumbs=(Crumb(text="The council", href="/"), Crumb(text="The tour")),
        lead=_lead(tour, counted),
        picture=_picture(counted),
        choices=_choices(asking, wanted if wanted in STATES else "", counted),
        shown=f"{len(shown)} of {len(tour.items)} rows are shown.",
        seat_note=_seat_note(asking.seat),
        documents=_documents(tour, shown, asking.seat),
        walk=WALK,
    )


def _lead(tour: Tour, counted: Mapping[str, int]) -> str:
    return (
        f"Inspectors named {len(tour.items)} things in four councils. Of these, {counted['works']} can be followed on "
        f"a page today, {counted['partly']} can be seen in part, and {counted['not yet']} cannot be seen yet."
    )


def _picture(counted: Mapping[str, int]) -> Picture:
    title = "How many rows work, work partly, and are not there yet"
    bars = [Bar(label=TAGS[one].text, value=counted[one], words=str(counted[one])) for one in STATES]
    return Picture(
        svg=bars_picture(bars, title=title, key="founding-states"),
        beside=True,
        table=Table(
            caption=title,
            heads=(Head(text="State"), Head(text="What it means"), Head(text="Rows", numeric=True)),
            rows=tuple(_counted(one, counted[one]) for one in STATES),
        ),
    )


def _counted(state: State, number: int) -> Line:
    tag, means = TAGS[state], MEANS[state]
    return Line(cells=(Cell(text=tag.text), Cell(text=means), Cell(text=str(number), numeric=True)))


def _choices(asking: Asking, wanted: str, counted: Mapping[str, int]) -> tuple[Choice, ...]:
    everything = Choice(text=f"All {sum(counted.values())} rows", href=asking.link(TOUR), current=not wanted)
    narrower = (
        Choice(
            text=f"Only the {counted[one]} rows that say: {TAGS[one].text.lower()}",
            href=asking.link(TOUR, state=one),
            current=wanted == one,
        )
        for one in STATES
    )
    return (everything, *narrower)


def _documents(tour: Tour, shown: list[Item], seat: Seat) -> tuple[Document, ...]:
    sections: dict[str, list[Section]] = {}
    for group in tour.groups:
        rows = tuple(_told(one, seat) for one in shown if one.group == group.code)
        if rows:
            sections.setdefault(group.document, []).append(_section(group, rows))
    return tuple(Document(heading=name.capitalize(), sections=tuple(held)) for name, held in sections.items())


def _section(group: Group, rows: tuple[Told, ...]) -> Section:
    return Section(key=group.code, heading=f"{group.council}: {group.about}", about=_rows(len(rows)), rows=rows)


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number} rows"


def _told(item: Item, seat: Seat) -> Told:
    closed = _closed(item.link, seat)
    enter = _entered(item.link, seat)
    return Told(
        key=item.id,
        kind=item.kind,
        tag=TAGS[item.state],
        says=item.says,
        shows=WITHOUT_NAMES if closed else item.shows,
        missing=item.missing,
        href=item.link.href if item.link and not closed else "",
        link=f"{_as(enter)}: {item.link.words}" if item.link and not closed else "",
        seat=enter.code if enter and not closed else "",
    )


def _entered(link: Link | None, seat: Seat) -> Seat | None:
    """The seat that has to be entered before the page opens; None where the page opens as it is."""
    return None if link is None or link.seat in ("", seat.code) else BY_CODE[link.seat]


def _as(enter: Seat | None) -> str:
    if enter is None:
        return "See it"
    return f"Enter as {enter.holder_name}, {enter.title.lower()}" if enter.holder_name else f"Enter as {enter.title}"


def _closed(link: Link | None, seat: Seat) -> bool:
    return link is not None and link.names_a_child and not seat.names


def _seat_note(seat: Seat) -> str:
    if seat.sees_all:
        return ""
    if not seat.names:
        return "The seat you are in sees no child, so rows about a child say only what was found."
    return "The seat you are in sees some children only. Enter as somebody looking round, and every link opens."


def _walk(asking: Asking, tour: Tour) -> Walk:
    steps = tuple(_step(number, one, asking.seat) for number, one in enumerate(tour.stops, 1))
    return Walk(
        crumbs=(Crumb(text="The council", href="/"), Crumb(text="The tour", href=TOUR), Crumb(text="Twelve stops")),
        lead=(
            "Five minutes, twelve pages. Each link opens one page on one day with the thing marked. Come back here by "
            "your browser's Back."
        ),
        seat_note=_seat_note(asking.seat),
        steps=steps,
        tour=TOUR,
    )


def _step(number: int, stop: Stop, seat: Seat) -> Step:
    closed = _closed(stop.link, seat)
    return Step(
        key=f"stop-{number}",
        heading=stop.heading,
        found=stop.found,
        notice=WITHOUT_NAMES if closed else stop.notice,
        href="" if closed else stop.link.href,
        link="" if closed else f"Open {stop.link.words}",
        rows=tuple(Choice(text=f"Row {one} of the tour", href=f"{TOUR}#{one}", current=False) for one in stop.items),
    )
