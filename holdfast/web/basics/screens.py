"""The screens of the basics."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework.basics import BASICS, CouncilBasics, basics_of
from holdfast.web.asking import Asking
from holdfast.web.basics.page import basic_list, basics_page
from holdfast.web.no_such import no_such


def basics(request: HttpRequest) -> HttpResponse:
    """The basics for one day: the council, each team, and the first names behind each."""
    asking = Asking.of(request)
    page = basics_page(asking, _now(asking))
    return asking.page("holdfast/basics.html", page, title=page.title, here="home")


def basic(request: HttpRequest, basic: str) -> HttpResponse:
    """Everybody behind one basic; of one team where the address names it."""
    asking = Asking.of(request)
    code = next((one for one in BASICS if one == basic), None)
    now, team = _now(asking), request.GET.get("team", "")
    whose = next((one for one in now.teams if one.team == team), None)
    if code is None or (team and whose is None):
        return no_such(
            request, "There is no such list",
            "It has another address, or no child of that team is seen from the seat you are in.",
            "Choose one of the basics.", href=asking.link("/basics"), link="Go to the basics",
        )  # fmt: skip
    page = basic_list(asking, now, code, whose)
    return asking.page("holdfast/basic.html", page, title=page.title, here="home")


def _now(asking: Asking) -> CouncilBasics:
    return basics_of(asking.council, asking.view, asking.theirs(), asking.seat.names)
