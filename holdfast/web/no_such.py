"""What is said where there is nothing to see: what happened, why, and what to do next."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from holdfast.web.asking import Asking
from holdfast.web.words_held import held_words


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuch:
    """What happened, why it matters or came about, and what to do."""

    what: str
    why: str
    do: str
    href: str = "/"
    link: str = "Go to the council's page"


def no_such(
    request: HttpRequest, what: str, why: str, do: str, *, href: str = "/", link: str = "Go to the council's page",
    status: int = 404,
) -> HttpResponse:  # fmt: skip
    """The page for something that is not there, or not for this seat: the two look the same."""
    page = NoSuch(what=what, why=why, do=do, href=href, link=link)
    return Asking.of(request).page("holdfast/no_such.html", page, title=what, status=status)


def no_such_child(request: HttpRequest) -> HttpResponse:
    """No such child, or none whom this seat sees: one answer for both."""
    return no_such(
        request,
        "There is no child to show here",
        "Nobody is on record by this number, or the seat you are in does not see this child.",
        "Check the number, or go back and enter as somebody else.",
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return no_such(
        request,
        "There is no page at this address",
        "The address may have been typed wrongly or cut short in a message.",
        "Check the address, or begin at the council's page.",
    )


TOO_OLD = "This form is too old to be used"
TOO_OLD_WHY = "It was opened before the product was last started, or the browser keeps no cookies. Nothing was changed."


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that came without its token (an old page, or no cookies), with what was written in it."""
    held = held_words(request, TOO_OLD, TOO_OLD_WHY, status=403)
    return held or no_such(
        request, TOO_OLD, TOO_OLD_WHY, "Go back, load the page again, and send the form once more.", status=403
    )
