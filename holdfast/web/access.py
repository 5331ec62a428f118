"""Every route and who may use it: what is not written here is not answered.

``names`` says that the page may show children by name; a seat without names is then refused. ``methods`` are those
that the route answers. ``writes`` says that its forms hold words: one that was opened in another seat is let through to
the screen, which keeps its words for that seat and shows none. A GET never writes anything but the line of who looked
(``looked.py`` refuses it).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from holdfast.web import no_such
from holdfast.web.asking import seat_of
from holdfast.web.opened_in import opened_in

READ = ("GET", "HEAD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What one route is for, the methods it answers, whether it is only for seats that see names, and holds words."""

    purpose: str
    methods: tuple[str, ...] = READ
    names: bool = False
    writes: bool = False


REGISTER: Mapping[str, Access] = MappingProxyType({
    "home": Access(purpose="the council's line, its findings, the child's way, and the seats"),
    "line-point": Access(purpose="one point of the line: what was found and promised"),
    "finding": Access(purpose="one finding: what was promised, what the record shows"),
    "plan": Access(purpose="the improvement plan: how each action stands, its days, and its pace"),
    "objective": Access(purpose="one objective of the plan, and for whom what is said of it is untrue"),
    "known": Access(purpose="the day a finding could have been known, by children's names", names=True),
    "cohort": Access(purpose="those a finding was about on the day it was raised, and who of them still waits"),
    "basics": Access(purpose="the basics of practice for one day: of how many children each is so"),
    "basic": Access(purpose="the children behind one of the basics", names=True),
    "monday": Access(purpose="who needs a decision this week, by name", names=True),
    "teams": Access(purpose="the teams", names=True),
    "team": Access(purpose="the children of one team", names=True),
    "child": Access(purpose="one child on a page", names=True),
    "chronology": Access(purpose="what happened to one child and what it meant for the child, for court", names=True),
    "why": Access(purpose="why a date is what it is", names=True),
    "measures": Access(purpose="the measures"),
    "measure": Access(purpose="one measure over twelve months"),
    "measure-list": Access(purpose="the list behind one month of a measure", names=True),
    "registers": Access(purpose="the registers of children whom no chart shows", names=True),
    "register": Access(purpose="one register", names=True),
    "packs": Access(purpose="the papers without names, and where a visit is prepared"),
    "pack": Access(purpose="one paper without names: for members, the board or a commissioner"),
    "visits": Access(purpose="the themes of a visit, and what of the record speaks to each"),
    "visit": Access(purpose="one theme made ready for a visit; a seat without names sees no list"),
    "visit-after": Access(purpose="what was said before a visit, and what it found"),
    "visit-word": Access(
        purpose="say a word on what had been claimed before a visit", names=True, writes=True, methods=(*READ, "POST")
    ),
    "inspectors": Access(purpose="what inspectors judged of a council over the years, as printed"),
    "inspectors-map": Access(purpose="the map of printed grades"),
    "inspectors-themes": Access(purpose="what inspectors spoke of, theme by theme, over time"),
    "inspectors-search": Access(purpose="search over what inspectors wrote"),
    "inspectors-take-in": Access(purpose="take in a published report of inspectors", methods=(*READ, "POST")),
    "inspectors-passage": Access(
        purpose="how one passage was read, put it right, and what became of a point", methods=(*READ, "POST")
    ),
    "inspectors-report": Access(purpose="one document of inspectors, sentence by sentence"),
    "founding": Access(purpose="the tour of the founding documents"),
    "founding-walk": Access(purpose="a walk of twelve stops"),
    "import": Access(
        purpose="read a file: see what would change, then take it in", names=True, methods=(*READ, "POST")
    ),
    "act": Access(purpose="do something to a child's record", names=True, writes=True, methods=(*READ, "POST")),
    "objective-act": Access(purpose="write in the improvement plan", methods=(*READ, "POST")),
    "objective-open": Access(purpose="open an objective of the improvement plan", methods=(*READ, "POST")),
    "inspectors-take-point": Access(purpose="take a point of a report into the plan", methods=(*READ, "POST")),
    "leave": Access(
        purpose="give every child of a worker who leaves a next name", names=True, writes=True,
        methods=(*READ, "POST"),
    ),
    "draft": Access(purpose="keep what is being written", names=True, writes=True, methods=("POST",)),
    "words": Access(purpose="what you wrote that is not on record", names=True),
    "throw-away": Access(purpose="throw away words of your own", names=True, methods=(*READ, "POST")),
    "looked": Access(purpose="who looked at a child's record", names=True),
    "enter": Access(purpose="look through somebody's eyes", methods=("POST",)),
    "about": Access(purpose="what this is"),
    "accessibility": Access(purpose="how accessible it is"),
    "healthz": Access(purpose="whether the process answers; says nothing of anybody"),
})  # fmt: skip

Screen = Callable[..., HttpResponse]


class AccessRegister:
    """Refuses what the register does not list, the methods it does not name, and seats without names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the pages."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; what is refused is refused once the route is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, screen: Screen, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """None where the route may be answered."""
        match = request.resolver_match
        access = REGISTER.get(match.view_name) if match else None
        if access is None:
            return no_such.not_found(request)
        if request.method not in access.methods:
            return HttpResponseNotAllowed(access.methods)
        if access.names and not seat_of(request).names and not _of_another_seat(request, access):
            return no_such.no_such(
                request,
                "There is nothing to show here for this seat",
                "This page is about children by name, and the seat you are in sees no names.",
                "Go to the council's page, or enter as somebody else there.",
            )
        return None


def _of_another_seat(request: HttpRequest, access: Access) -> bool:
    """Whether this is a form that was opened in another seat, and holds words of whoever sat there.

    Whoever sits here now may not do what it asks, and the screen says so; but first it keeps the words.
    """
    if not access.writes or request.method != "POST":
        return False
    opened = opened_in(request.POST.get("holder", ""))
    return opened is not None and opened.seat.names
