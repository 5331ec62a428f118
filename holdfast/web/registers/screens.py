"""The registers: all of them, and one."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework.registers.found import register_now, registers_now
from holdfast.casework.registers.places import BY_CODE
from holdfast.web.asking import Asking
from holdfast.web.no_such import no_such
from holdfast.web.registers.building import TITLE, register_page, registers_page


def registers(request: HttpRequest) -> HttpResponse:
    """Every register, with how many children are on it, who came and left, and the worst clock."""
    asking = Asking.of(request)
    found = registers_now(asking.council, asking.view, asking.theirs())
    return asking.page("holdfast/registers.html", registers_page(asking, found), title=TITLE, here="registers")


def register(request: HttpRequest, code: str) -> HttpResponse:
    """One register by name, worst clock first."""
    one = BY_CODE.get(code)
    if one is None:
        return no_such(
            request, "There is no register of this name", "Its address may have been typed wrongly.",
            "Go to all registers and choose one.", href="/registers/", link="All registers",
        )  # fmt: skip
    asking = Asking.of(request)
    page = register_page(asking, register_now(asking.council, asking.view, one, asking.theirs()))
    return asking.page("holdfast/register.html", page, title=one.title, here="registers")
