"""What a request asks: at which moment, as known by when, and through whose eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from holdfast.casework.council import Council
from holdfast.casework.seats import Seat
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.dates import NotAMoment, check_calendar, end_of, parse_moment
from holdfast.web import seats
from holdfast.web.frame import Frame, frame_of
from holdfast.web.today import now

EARLIEST = 1950
"""No day before this year is looked at."""

AS_AT, AS_KNOWN = "as-at", "as-known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One request, understood. ``amiss`` says in words what of the asked-for moment could not be used."""

    request: HttpRequest
    view: View
    council: Council
    seat: Seat
    amiss: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Asking":
        """Understand the request; a moment that cannot be read is said, and today is shown instead."""
        view, amiss = _view(request)
        return cls(request=request, view=view, council=council_of(request), seat=seat_of(request), amiss=amiss)

    @property
    def today(self) -> date:
        """The council's real day, whatever day is looked at."""
        return now().date()

    @property
    def present(self) -> View:
        """The present with all that is known: whatever day is looked at, acts are done now."""
        return View(as_at=now())

    @property
    def moved(self) -> bool:
        """Whether another moment than the present is looked at, or only what was known by one."""
        return self.view.as_at != now() or self.view.as_known is not None

    def theirs(self) -> frozenset[str] | None:
        """The children whom the seat sees; None means every child."""
        return self.seat.children(self.council, self.view)

    def link(self, path: str, **more: str) -> str:
        """An address that keeps the moment that is looked at; ``path`` may end in a #mark."""
        path, mark, anchor = path.partition("#")
        query = urlencode({**self.moment_query, **more})
        return f"{path}{'?' if query else ''}{query}{mark}{anchor}"

    @property
    def moment_query(self) -> dict[str, str]:
        """The moment as parts of an address; empty for the present."""
        found = {}
        if self.view.as_at != now():
            found[AS_AT] = written(self.view.as_at)
        if self.view.as_known is not None:
            found[AS_KNOWN] = written(self.view.as_known)
        return found

    def page(
        self, template: str, page: Any, *, title: str, here: str = "", status: int = 200,
        more: Mapping[str, Any] | None = None,
    ) -> HttpResponse:  # fmt: skip
        """The page, with the frame that every page has. No copy of it is kept on the way."""
        frame: Frame = frame_of(self, title=title, here=here)
        response = render(self.request, template, {**(more or {}), "page": page, "frame": frame}, status=status)
        response["Cache-Control"] = "no-store"
        return response


def written(moment: datetime) -> str:
    """A moment as an address has it: a day alone where its end is meant."""
    return moment.date().isoformat() if moment == end_of(moment.date()) else f"{moment:%Y-%m-%dT%H:%M}"


def _view(request: HttpRequest) -> tuple[View, str]:
    as_at, amiss = _moment(request.GET.get(AS_AT, ""))
    known, more = _moment(request.GET.get(AS_KNOWN, ""))
    return View(as_at=as_at or now(), as_known=known), " ".join(one for one in (amiss, more) if one)


def _moment(said: str) -> tuple[datetime | None, str]:
    if not said.strip():
        return None, ""
    try:
        moment = parse_moment(said)
        check_calendar(moment.date())
    except NotAMoment as problem:
        return None, f"{problem} The present is shown instead."
    except ValueError as problem:
        return None, f"{problem} The present is shown instead."
    if moment.year < EARLIEST:
        return None, f"{said} lies before {EARLIEST}, when no child on record was born. The present is shown instead."
    return moment, ""


def council_of(request: HttpRequest) -> Council:
    """The council as this request found it: one answer never mixes two positions of the record."""
    held: Council | None = getattr(request, "council", None)
    if held is None:
        held = the_council()
        request.council = held
    return held


def seat_of(request: HttpRequest) -> Seat:
    """Through whose eyes: the seat that was entered, else that of somebody looking round."""
    try:
        code = request.get_signed_cookie(seats.COOKIE, default=seats.LOOKING_ROUND.code)
    except BadSignature:
        code = seats.LOOKING_ROUND.code
    return seats.BY_CODE.get(code, seats.LOOKING_ROUND)
