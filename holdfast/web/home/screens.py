"""The council's page, one point of its line, and one inspection finding."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from holdfast.casework.findings import FindingNow, findings_now
from holdfast.casework.frozen import frozen
from holdfast.casework.monday import lines_of
from holdfast.casework.view import View
from holdfast.casework.way import StationNow, the_way
from holdfast.dates import say
from holdfast.measures.suppression import KEPT_BACK, told_whole
from holdfast.web.asking import Asking
from holdfast.web.entering import STARTS
from holdfast.web.home.findings import FIRST_TOLD, FindingCard, card, finding_page
from holdfast.web.home.line import LineEntry, entries, picture, point_page
from holdfast.web.home.way import StationCard, station_card
from holdfast.web.no_such import no_such
from holdfast.web.parts import Picture
from holdfast.web.seats import LOOKING_ROUND, SEATS
from holdfast.web.stalled import StalledLine, stalled_line
from holdfast.wexmouth.line import the_line

TOTALS = 2
TOTALS_KEPT = "They are told station by station below. A total that would give a small one of them away is not shown."


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
    part: str
    stalled: StalledLine | None
    plan_href: str
    findings: tuple[FindingCard, ...]
    stations: tuple[StationCard, ...]
    doors: tuple[Door, ...]
    names: bool
    tour_href: str
    walk_href: str
    monday_href: str
    basics_href: str


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
    one = next((each for each in line.found_by(asking.view.today) if each.slug == slug), None)
    raised = line.point(one.raised_at) if one else None
    now = next((each for each in _findings(asking) if each.finding == one), None) if raised else None
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
    names = asking.seat.names
    # Numbers told from day to day could be set side by side: without names they stand still for a month.
    view = asking.view if names else frozen(asking.view)
    way = the_way(asking.council, view, asking.theirs() if names else None)
    numbers = _numbers(asking, way) if names else _numbers_outside(asking, way, view)
    return HomePage(
        council=asking.council.settings.council, day=say(asking.view.today),
        numbers=numbers, part=_part(asking, numbers, view),
        line=entries(asking, line, now), line_picture=picture(asking, line),
        findings_heading=_heading(len(now)), stalled=stalled_line(asking), plan_href=asking.link("/plan/"),
        findings=tuple(card(asking, one) for one in sorted(now, key=lambda one: FIRST_TOLD.index(one.trend.state))),
        stations=tuple(station_card(asking, one, view.today) for one in way), doors=_doors(asking), names=names,
        tour_href=asking.link("/founding/"), walk_href=asking.link("/founding/walk"),
        monday_href=asking.link("/monday"), basics_href=asking.link("/basics"),
    )  # fmt: skip


def _heading(count: int) -> str:
    words = {0: "Nothing had been found yet", 1: "One thing inspectors found, and what became of it"}
    number = "Ten" if count == 10 else str(count)
    return words.get(count, f"{number} things inspectors found, and what became of each")


def _part(asking: Asking, numbers: tuple[Number, ...], view: View) -> str:
    """What of the page is only the seat's own, or is kept back from it; empty for who sees every child."""
    if not asking.seat.names:
        still = f"Numbers of children are those of {say(view.today)}, and stand still for a month."
        return still if len(numbers) == TOTALS else f"{still} {TOTALS_KEPT}"
    if asking.theirs() is None:
        return ""
    return (
        "In the seat you are in, you see some of the council's children. The states and figures of the findings are "
        "those of the whole council; every name on this page is of a child whom you see."
    )


def _numbers(asking: Asking, way: tuple[StationNow, ...]) -> tuple[Number, ...]:
    """A few numbers to begin with, of the children whom the seat sees."""
    theirs = asking.theirs()
    every, seen = f"{len(asking.council.names):,}", "" if theirs is None else f"{len(theirs):,}"
    known = Number(big=every, words="children and young people on record", href="")
    own = Number(big=seen, words=f"of the {every} children and young people on record, whom you see", href="")
    # Whoever is on record today was perhaps not on record then.
    begin = () if asking.moved else (own,) if seen else (known,)
    of, given = (f", of the {seen} whom you see", f" for the {seen} whom you see") if seen else ("", "")
    waiting = len(lines_of(asking.council, asking.view, theirs))
    goods = sum(one.goods for one in way)
    return (
        *begin,
        Number(
            big=str(waiting), words=f"{'needs' if waiting == 1 else 'need'} a decision this week{of}",
            href=asking.link("/monday"),
        ),
        Number(big=str(goods), words=f"good thing{'' if goods == 1 else 's'} this week{given}", href="#way"),
    )  # fmt: skip


def _numbers_outside(asking: Asking, way: tuple[StationNow, ...], view: View) -> tuple[Number, ...]:
    """The same for a seat without names; a total is left out where its parts below would make it give a few away."""
    waiting = told_whole(len(lines_of(asking.council, view)), [one.worries for one in way])
    goods = told_whole(sum(one.goods for one in way), [one.goods for one in way])
    day = say(view.today)
    totals = ((waiting, f"needed a decision on {day}"), (goods, f"good things in the week to {day}"))
    return tuple(
        Number(big=f"{big[:1].upper()}{big[1:]}", words=words, href="#way") for big, words in totals if big != KEPT_BACK
    )


def _doors(asking: Asking) -> tuple[Door, ...]:
    return tuple(
        Door(
            code=one.code, title=one.title, holder=one.holder_name or "", may=one.may,
            onward=asking.link(STARTS.get(one.code, "/monday")), here=one.code == asking.seat.code,
        )
        for one in (*SEATS, LOOKING_ROUND)
    )  # fmt: skip
