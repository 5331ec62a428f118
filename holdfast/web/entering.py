"""Entering as somebody: a seat is kept in a signed cookie until the browser is closed."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from holdfast.web import seats
from holdfast.web.no_such import no_such

STARTS = {
    "looking-round": "/",
    "portfolio-holder": "/",
    "director": "/",
}
"""Where a seat begins; every other on its Monday."""


def enter(request: HttpRequest) -> HttpResponse:
    """Take the seat that was chosen and go to where it begins, or to where the form says."""
    seat = seats.BY_CODE.get(request.POST.get("seat", ""))
    if seat is None:
        return no_such(
            request, "There is no such seat", "The form named nobody who sits here. Nothing was changed.",
            "Choose one of the seats on the council's page.", href="/#enter", link="Choose a seat",
        )  # fmt: skip
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        onward = STARTS.get(seat.code, "/monday")
    response = HttpResponseRedirect(onward)
    response.set_signed_cookie(seats.COOKIE, seat.code, httponly=True, samesite="Strict")
    return response
