"""The screens of the measures."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework.measures import stretches
from holdfast.measures.register import BY_CODE
from holdfast.web.asking import Asking
from holdfast.web.measures.behind import behind_page
from holdfast.web.measures.index import index_page
from holdfast.web.measures.one import measure_page
from holdfast.web.no_such import no_such


def measures(request: HttpRequest) -> HttpResponse:
    """The ten measures at a glance."""
    asking = Asking.of(request)
    return asking.page("holdfast/measures.html", index_page(asking), title="Measures", here="measures")


def measure(request: HttpRequest, code: str) -> HttpResponse:
    """One measure over twelve months."""
    if code not in BY_CODE:
        return _no_such_measure(request)
    asking = Asking.of(request)
    one = BY_CODE[code]
    return asking.page("holdfast/measure.html", measure_page(asking, one), title=one.question, here="measures")


def measure_list(request: HttpRequest, code: str, month: str) -> HttpResponse:
    """The list behind one month; a page about children by name, so never for a seat without names."""
    if code not in BY_CODE:
        return _no_such_measure(request)
    asking = Asking.of(request)
    if not asking.seat.names:
        return _no_such_measure(request)
    found = next((one for one in stretches(asking.view) if f"{one.first:%Y-%m}" == month), None)
    if found is None:
        return no_such(
            request, "There is no list for this month here",
            "The lists are those of the last twelve months and of this month so far, from the day you are looking at.",
            "Choose a month on the measure's page, or look at another day first.",
            href=asking.link(f"/measures/{code}"), link="Go to the measure",
        )  # fmt: skip
    page = behind_page(asking, BY_CODE[code], found)
    return asking.page("holdfast/measure_list.html", page, title=f"{page.month}: the list behind it", here="measures")


def _no_such_measure(request: HttpRequest) -> HttpResponse:
    return no_such(
        request, "There is no such measure", "None of the ten goes by this name, or the seat you are in sees no lists.",
        "Choose one of the ten.", href="/measures/", link="Go to the measures",
    )  # fmt: skip
