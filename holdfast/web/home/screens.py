"""The council's page, one point of its line, and one inspection finding."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from holdfast.casework.findings import FindingNow, findings_now
from holdfast.casework.monday import lines_of
from holdfast.casework.way import the_way
from holdfast.dates import say
from holdfast.measures.suppression import told
from holdfast.web.asking import Asking
from holdfast.web.entering import STARTS
from holdfast.web.home.findings import FindingCard, card, finding_page
from holdfast.web.home.line import LineEntry, entries, picture, point_page
from holdfast.web.home.way import StationCard, station_card
from holdfast.web.no_such import no_such
from holdfast.web.parts import Picture
from holdfast.web.seats import LOOKING_ROUND, SEATS
from holdfast.wexmouth.line import the_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One seat that can be entered: its title, whose it is, what it sees, and where it begins."""

    code: str
    title: str
    holder: str
    may: str
    onward: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One big number, its words, and where it leads."""

    big: str
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The council's page."""

    council: str
    day: str
    numbers: tuple[Number, ...]
    line: tuple[LineEntry, ...]
    line_picture: Picture
    findings_heading: str
    findings: tuple[FindingCard, ...]
    stations: tuple[StationCard, ...]
    doors: tuple[Door, ...]
    names: bool
    tour_href: str
    walk_href: str
    monday_href: str


def home(request: HttpRequest) -> HttpResponse:
    """The council's page: its line, what became of each finding, the child's way, and whom to enter as."""
    asking = Asking.of(request)
    council = asking.council.settings.council
    return asking.page("holdfast/home.html", _home(asking), title=f"{council}, as its record shows it", here="home")


def line_point(request: HttpRequest, slug: str) -> HttpResponse:
    """One point of the line."""
    asking, line = Asking.of(request), the_line()
    point = line.point(slug)
    if point is None or point.day > asking.view.today:
        return no_such(
            request, "There is no such point on the line",
            "It has another address, or it lies after the day that you are looking at.",
            "Choose a point on the council's page.", href=asking.link("/#line"), link="Go to the council's line",
        )  # fmt: skip
    page = point_page(asking, line, point, _findings(asking))
    return asking.page("holdfast/line_point.html", page, title=point.title, here="home")


def finding(request: HttpRequest, slug: str) -> HttpResponse:
    """One finding: found, promised, claimed, shown, and who is behind it."""
    asking, line = Asking.of(request), the_line()
    now = next((one for one in _findings(asking) if one.finding.slug == slug), None)
    raised = line.point(now.finding.raised_at) if now else None
    if now is None or raised is None:
        return no_such(
            request, "There is no such finding",
            "It has another address, or it was raised after the day that you are looking at.",
            "Choose a finding on the council's page.", href=asking.link("/#findings"), link="Go to the findings",
        )  # fmt: skip
    page = finding_page(asking, line, now, raised)
    return asking.page("holdfast/finding.html", page, title=page.title, here="home")


def _findings(asking: Asking) -> tuple[FindingNow, ...]:
    return findings_now(asking.council, asking.view, the_line(), asking.theirs(), asking.seat.names)


def _home(asking: Asking) -> HomePage:
    line, now = the_line(), _findings(asking)
    way = the_way(asking.council, asking.view, asking.theirs() if asking.seat.names else None)
    return HomePage(
        council=asking.council.settings.council, day=say(asking.view.today),
        numbers=_numbers(asking, sum(one.goods for one in way)),
        line=entries(asking, line, now), line_picture=picture(asking, line),
        findings_heading=_heading(len(now)), findings=tuple(card(asking, one) for one in now),
        stations=tuple(station_card(asking, one) for one in way), doors=_doors(asking), names=asking.seat.names,
        tour_href=asking.link("/founding/"), walk_href=asking.link("/founding/walk"),
        monday_href=asking.link("/monday"),
    )  # fmt: skip


def _heading(count: int) -> str:
    words = {0: "Nothing had been found yet", 1: "One thing inspectors found, and what became of it"}
    number = "Ten" if count == 10 else str(count)
    return words.get(count, f"{number} things inspectors found, and what became of each")


def _numbers(asking: Asking, goods: int) -> tuple[Number, ...]:
    """A few numbers to begin with; kept back where small for a seat without names."""
    names = asking.seat.names
    waiting = len(lines_of(asking.council, asking.view, asking.theirs() if names else None))
    number = str if names else told
    known = Number(big=f"{len(asking.council.names):,}", words="children and young people on record", href="")
    return (
        *(() if asking.moved else (known,)),
        Number(
            big=number(waiting), words="need a decision from somebody today",
            href=asking.link("/monday") if names else "",
        ),
        Number(big=number(goods), words="things done for them in good time this week", href="#way"),
    )  # fmt: skip


def _doors(asking: Asking) -> tuple[Door, ...]:
    return tuple(
        Door(
            code=one.code, title=one.title, holder=one.holder_name or "", may=one.may,
            onward=asking.link(STARTS.get(one.code, "/monday")), here=one.code == asking.seat.code,
        )
        for one in (*SEATS, LOOKING_ROUND)
    )  # fmt: skip
