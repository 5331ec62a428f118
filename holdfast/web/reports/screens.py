"""The pages of what inspectors wrote, from address to answer."""

from django.http import HttpRequest, HttpResponse

from holdfast.web.asking import Asking
from holdfast.web.documents import the_fates, the_library
from holdfast.web.no_such import no_such
from holdfast.web.reports.document import document_page
from holdfast.web.reports.line import known_councils, line_page
from holdfast.web.reports.map import map_page
from holdfast.web.reports.search import question_of, search_page
from holdfast.web.reports.themes import themes_page
from holdfast.web.reports.words import HERE
from holdfast.wexmouth.reports import CODE


def line(request: HttpRequest) -> HttpResponse:
    """One council's line; without one asked for, this council's."""
    asking, code = Asking.of(request), request.GET.get("council", "") or CODE
    if code not in dict(known_councils()):
        return no_such(
            request, "There is no such council", "No council with children's services has this code.",
            "Choose one from the list.", href=asking.link("/inspectors/"), link="Go to what inspectors wrote",
        )  # fmt: skip
    page = line_page(asking, the_library(asking), code)
    title = f"What inspectors judged of {page.council}"
    return asking.page("holdfast/reports/line.html", page, title=title, here=HERE)


def tile_map(request: HttpRequest) -> HttpResponse:
    """The map of England for one area and year."""
    asking = Asking.of(request)
    page = map_page(asking, request.GET.get("area", ""), request.GET.get("year", ""))
    return asking.page("holdfast/reports/map.html", page, title="The map of printed grades", here=HERE)


def themes(request: HttpRequest) -> HttpResponse:
    """Themes over time."""
    asking = Asking.of(request)
    page = themes_page(asking, the_library(asking), request.GET.get("council", ""))
    return asking.page("holdfast/reports/themes.html", page, title="What inspectors spoke of over time", here=HERE)


def search(request: HttpRequest) -> HttpResponse:
    """Search over points and sentences."""
    asking = Asking.of(request)
    page = search_page(asking, the_library(asking), question_of(dict(request.GET.items())))
    return asking.page("holdfast/reports/search.html", page, title="Search what inspectors wrote", here=HERE)


def document(request: HttpRequest, key: str) -> HttpResponse:
    """One document whole."""
    asking = Asking.of(request)
    library = the_library(asking)
    found = library.document(key)
    if found is None:
        return no_such(
            request, "There is no such report here",
            "It has another address, or it came out after the day that you are looking at.",
            "Choose one on the council's line.", href=asking.link("/inspectors/"), link="Go to what inspectors wrote",
        )  # fmt: skip
    page = document_page(asking, library, found, the_fates(asking))
    return asking.page("holdfast/reports/document.html", page, title=page.title, here=HERE)
