"""What this is, how accessible it is, and whether it answers."""

from django.http import HttpRequest, HttpResponse

from holdfast import __version__
from holdfast.web.asking import Asking


def about(request: HttpRequest) -> HttpResponse:
    """What Holdfast is, what it is not, and how far to trust it."""
    return Asking.of(request).page("holdfast/about.html", {"version": __version__}, title="About Holdfast")


def accessibility(request: HttpRequest) -> HttpResponse:
    """What was done for everybody to be able to use it, and what is not yet good."""
    return Asking.of(request).page("holdfast/accessibility.html", {}, title="Accessibility")


def healthz(request: HttpRequest) -> HttpResponse:
    """One word for a machine that asks."""
    return HttpResponse("well\n", content_type="text/plain; charset=utf-8")
