"""Visits and packs: the themes, one theme made ready, and the papers without names."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from holdfast.casework.measures import outside_view
from holdfast.casework.packs.about import theme_of
from holdfast.casework.packs.pack import pack_facts, packs_for
from holdfast.casework.packs.visit import visit_facts
from holdfast.measures.promise import LinePoint
from holdfast.measures.said_and_found import visits_until
from holdfast.web.asking import Asking
from holdfast.web.no_such import no_such, not_found
from holdfast.web.packs.after import after_page
from holdfast.web.packs.pack import pack_page, packs_page
from holdfast.web.packs.visit import visit_page
from holdfast.web.packs.visits import visits_page
from holdfast.web.packs.word import word
from holdfast.wexmouth.line import the_line

HERE = "packs"

NOT_AS_KNOWN = (
    "You asked for what had been typed in by another moment. A paper without names does not tell that: two of them "
    "side by side could show who was typed in between. It tells the plan with all that is known, and whole months of "
    "children's records as known when the last of them ended."
)


def visits(request: HttpRequest) -> HttpResponse:
    """The themes of a visit."""
    asking = Asking.of(request)
    return asking.page("holdfast/visits.html", visits_page(asking, the_line()), title="Prepare a visit", here=HERE)


def visit(request: HttpRequest, theme: str) -> HttpResponse:
    """One theme made ready for a visit."""
    asking, about = Asking.of(request), theme_of(theme)
    if about is None:
        return no_such(
            request, "There is no such theme", "The address names none of the themes.",
            "Choose one on the page of all themes.", href=asking.link("/visits/"), link="Go to the themes",
        )  # fmt: skip
    found = visit_facts(asking.council, asking.view, about, the_line(), asking.theirs(), asking.seat.names)
    page = visit_page(asking, found)
    return asking.page("holdfast/visit.html", page, title=f"Ready for a visit: {page.title}", here=HERE)


def after(request: HttpRequest, slug: str) -> HttpResponse:
    """What we said before one visit, and what it found."""
    asking = Asking.of(request)
    point = _visit(asking, slug)
    if point is None:
        return no_such(
            request, "There is no such visit", "It has another address, or it lies after the day that you look at.",
            "Choose a visit on the page of visits.", href=asking.link("/visits/"), link="Go to the visits",
        )  # fmt: skip
    page = after_page(asking, point)
    return asking.page("holdfast/visit_after.html", page, title=f"After a visit: {page.title}", here=HERE)


def say_word(request: HttpRequest, slug: str, finding: str) -> HttpResponse:
    """A person's word on what had been claimed of one finding before a visit."""
    point = _visit(Asking.of(request), slug)
    return not_found(request) if point is None else word(request, point, finding)


def _visit(asking: Asking, slug: str) -> LinePoint | None:
    return next((one for one in visits_until(the_line(), asking.view.today) if one.slug == slug), None)


def packs(request: HttpRequest) -> HttpResponse:
    """Where each paper is, and where a visit is prepared."""
    asking = Asking.of(request)
    return asking.page("holdfast/packs.html", packs_page(asking), title="Visits and packs", here=HERE)


def pack(request: HttpRequest, kind: str) -> HttpResponse:
    """One paper without names; what a seat may not read is not there for it."""
    asking = Asking.of(request)
    mine = next((one for one in packs_for(asking.seat) if one == kind), None)
    if mine is None:
        return no_such(
            request, "There is no such paper for this seat", "The address names no paper, or one for somebody else.",
            "Choose one of those that you may read.", href=asking.link("/packs/"), link="Go to the papers",
        )  # fmt: skip
    asking = _with_all_known(asking)
    page = pack_page(asking, mine, pack_facts(asking.council, asking.view, the_line()))
    return asking.page("holdfast/pack.html", page, title=page.title, here=HERE)


def _with_all_known(asking: Asking) -> Asking:
    """The same without another moment of knowing, which no paper tells; where one was asked for, it says so."""
    if asking.view.as_known is None:
        return asking
    amiss = " ".join(one for one in (asking.amiss, NOT_AS_KNOWN) if one)
    return replace(asking, view=outside_view(asking.view), amiss=amiss)
