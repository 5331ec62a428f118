"""A page that takes long says so at once, and how far it is, instead of a browser that stands still.

What a page shows of a day that nobody has looked at is worked out from every fact, which takes seconds. Whoever asks
gets, after a moment, a page that says so and whose bar moves; when the other is ready it opens by itself. That page
shows nobody. It needs no script: it is one answer that goes on, and its last line sends the browser to where it wanted
to go.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from threading import Event, Lock, Thread
from urllib.parse import urlencode

from django.conf import settings
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.html import format_html

from holdfast.casework.the_council import worked_out
from holdfast.web.access import READ
from holdfast.web.asking import AS_AT, AS_KNOWN, seat_of
from holdfast.web.looked import SayingSo, only_reading

Answer = Callable[[HttpRequest], HttpResponse]
Key = tuple[str, ...]

PATIENT = "holdfast.patient"
"""A program that asks from inside says by this that it would rather wait for the page itself."""

ACCEPTED = 202
EVERY = 0.5
"""Seconds between one word of how far it is and the next."""

MOST_REMEMBERED = 2000
USUAL = 40
"""So many things are worked out for the first page of a day, until it is known of a page how many they are."""


class Work:
    """One page that is being worked out beside whoever waits for it."""

    def __init__(self, answer: Answer, request: HttpRequest) -> None:
        """Begin at once."""
        self.done = Event()
        self.response: HttpResponse | None = None
        self.problem: BaseException | None = None
        self.began = worked_out()
        Thread(target=self._run, args=(answer, request), name="working a page out", daemon=True).start()

    def _run(self, answer: Answer, request: HttpRequest) -> None:
        try:
            with only_reading():
                self.response = answer(request)
        except BaseException as problem:  # It is raised again where somebody waits; a thread has nobody to tell.
            self.problem = problem
        finally:
            close_old_connections()
            self.done.set()

    def result(self) -> HttpResponse:
        """The page; what went wrong with it is raised."""
        if self.problem is not None:
            raise self.problem
        assert self.response is not None, "It is asked for once the work is done"
        return self.response

    @property
    def pieces(self) -> int:
        """How many things were worked out since it began, by this and by whatever else runs."""
        return max(0, worked_out() - self.began)


class WorkingOut:
    """Gives a page at once where it has been looked at before; else waits a little, and then says that it works."""

    def __init__(self, get_response: Answer) -> None:
        """Stand next to the pages, inside of what leaves the line of who looked."""
        self.get_response = get_response
        self._lock = Lock()
        self._running: dict[Key, Work] = {}
        self._looked_at: OrderedDict[Key, int] = OrderedDict()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or after ``SAY_SO_AFTER`` seconds the one that says how far it is."""
        key = _key(request)
        if settings.SAY_SO_AFTER is None or key is None or key in self._looked_at:
            return self.get_response(request)
        with self._lock:
            work = self._running.get(key)
            if mine := work is None:
                work = self._running[key] = Work(self.get_response, request)
        assert work is not None
        if not work.done.wait(settings.SAY_SO_AFTER):
            return _saying_so(request, self._steps(key, work))
        self._remember(key, work)
        # Whoever joined another's wait asks for themselves: the page is quick now, and may differ by who looks.
        return work.result() if mine else self.get_response(request)

    def _remember(self, key: Key, work: Work) -> None:
        with self._lock:
            self._running.pop(key, None)
            self._looked_at[key] = work.pieces
            while len(self._looked_at) > MOST_REMEMBERED:
                self._looked_at.popitem(last=False)

    def _steps(self, key: Key, work: Work) -> Iterator[tuple[int, int]]:
        """How many things of how many, again and again until it is done."""
        with self._lock:
            # Others remember what they looked at meanwhile.
            usual = next((many for one, many in self._looked_at.items() if one[0] == key[0] and many), USUAL)
        while not work.done.is_set():
            yield min(work.pieces, usual - 1), usual
            work.done.wait(EVERY)
        self._remember(key, work)


def _key(request: HttpRequest) -> Key | None:
    """The page, the seat and the moment that are asked for; None where waiting is no question.

    A seat without names is told of another day, the end of the last month: that is worked out for itself.
    """
    if request.method not in READ or request.META.get(PATIENT):
        return None
    try:
        route = resolve(request.path_info).view_name
    except Resolver404:
        return None
    return route, seat_of(request).code, request.GET.get(AS_AT, ""), request.GET.get(AS_KNOWN, "")


def _saying_so(request: HttpRequest, steps: Iterator[tuple[int, int]]) -> SayingSo:
    response = SayingSo(_told(request, steps), status=ACCEPTED)
    response["Cache-Control"] = "no-store"
    # It is not packed: whatever packs an answer keeps its lines back until the end.
    response["Content-Encoding"] = "identity"
    return response


def _told(request: HttpRequest, steps: Iterator[tuple[int, int]]) -> Iterator[str]:
    begin, end = render_to_string("holdfast/working_out.html", request=request).split("<!-- how far -->")
    yield begin
    said = -1
    for done, whole in steps:
        if done != said:
            said = done
            yield format_html(
                '<p class="hf-working__step"><progress max="{}" value="{}">{} of about {}</progress> '
                "{} of about {} things worked out</p>\n", whole, done, done, whole, done, whole,
            )  # fmt: skip
    address = _address(request)
    yield format_html(
        '<p class="hf-working__step">It is ready. <a class="govuk-link" href="{}">Open the page</a></p>\n'
        '<meta http-equiv="refresh" content="0;url={}">', address, address,
    )  # fmt: skip
    yield end


def _address(request: HttpRequest) -> str:
    query = urlencode([(name, one) for name, many in request.GET.lists() for one in many])
    return request.path + (f"?{query}" if query else "")
