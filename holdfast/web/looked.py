"""Every answer leaves a line before it is given: who asked, what for, and which children the page shows.

Which children a page shows is read off the page itself, so that no screen can forget to say. Where the line cannot
be written, nothing is shown.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

from django.db import Error, connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.casework.looking import REFUSED, basis_of_look, leave_a_line, leave_a_line_of_command
from holdfast.casework.view import View
from holdfast.web.access import READ
from holdfast.web.asking import council_of, seat_of
from holdfast.web.today import now
from holdfast.web.words_held import held_words

A_CHILD = re.compile(rb'(?:/child/|#child-)([^"/?#&\s<>]+)')
"""Whom a page shows: every child it leads to, be it to the child's page or to the child's line on another."""

MADE_READY = "holdfast.made-ready"
"""Set by the server itself, which no request can do: it asks for a page to have it ready, and shows it to nobody.

Its line says that the machine did it, by the account that runs it, and names no child."""

NOT_KEPT = (
    "Nothing can be shown now: who looks at a record is always written down first, and that could not be written. "
    "Nothing was changed. Try again in a minute; if it goes on, tell whoever runs Holdfast."
)

NOT_KEPT_TITLE, BROKE_TITLE = "It could not be put on record", "Something went wrong here, not with what you did"
NOT_KEPT_WHY = (
    "Who does something to a record is always written down with it, and that could not be written in time: others were "
    "writing for too long, or something is broken here. So nothing was done. If it goes on, tell whoever runs Holdfast."
)
BROKE_WHY = (
    "What you sent could not be saved, and whatever had been begun was undone. If it happens again, tell whoever runs "
    "Holdfast the address of this page and the time."
)

BROKEN = 500
"""From this status on an answer says that something broke here."""

A_WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|CREATE|ALTER|DROP)", re.IGNORECASE)


class SayingSo(StreamingHttpResponse):
    """An answer that goes on and says how far a page is. It shows nobody."""


REFUSALS = frozenset({403, 404, 405})
"""What an answer says where somebody was not shown, or not let do, what was asked for."""

FORMS_OF_ACTS = frozenset({"act", "objective-act"})
"""Routes that are the form of whichever act their address names."""

SAYS_NOTHING_OF_ANYBODY = frozenset({"healthz"})


class WroteWhileReading(RuntimeError):
    """A page that is only read tried to write: a fault of the program, refused before anything is written."""


@contextmanager
def only_reading() -> Iterator[None]:
    """Nothing is written by this thread's connection meanwhile: the database itself refuses it, however it is worded.

    What plainly writes is refused before that, as WroteWhileReading. The database is asked beneath Django's counting,
    so that a page's queries are those of the page.
    """
    connection.ensure_connection()
    with connection.execute_wrapper(_read_only):
        if connection.vendor != "sqlite":
            with transaction.atomic():
                connection.connection.execute("SET TRANSACTION READ ONLY")
                yield
                transaction.set_rollback(True)
            return
        before = int(connection.connection.execute("PRAGMA query_only").fetchone()[0])
        connection.connection.execute("PRAGMA query_only = 1")
        try:
            yield
        finally:
            if connection.connection is not None:
                connection.connection.execute(f"PRAGMA query_only = {before}")


class Looked:
    """Leaves the line, or gives no answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the pages."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Work the answer out, put the look on record, and only then give the answer.

        What a form changes and the line it leaves are one transaction: neither is there without the other. Where the
        answer is that something broke, what was changed until then is undone, and only the line is left.
        """
        try:
            if request.method in READ:
                with only_reading():
                    response = self.get_response(request)
                return _with_its_line(request, response)
            with transaction.atomic():
                response = self.get_response(request)
                if response.status_code < BROKEN:
                    return _with_its_line(request, response)
                transaction.set_rollback(True)
            held = held_words(request, BROKE_TITLE, BROKE_WHY, status=response.status_code)
            return _with_its_line(request, held or response)
        except (Error, connection.Database.Error):
            # A link that is gone is also told by the driver itself, when Django tidies up after what failed over it.
            held = held_words(request, NOT_KEPT_TITLE, NOT_KEPT_WHY, status=503)
            return held or HttpResponse(NOT_KEPT, status=503, content_type="text/plain; charset=utf-8")


def _read_only(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Refuse what would write while a page is only read, whoever asks for it."""
    if A_WRITE.match(sql):
        raise WroteWhileReading(f"A page that is only read wrote to the record: {sql.split('(')[0].strip()}")
    return execute(sql, params, many, context)


def _with_its_line(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    match = request.resolver_match
    route = match.view_name if match else ""
    if route not in SAYS_NOTHING_OF_ANYBODY:
        _leave(request, response, route, str(match.kwargs.get("child", "")) if match else "")
    return response


def _leave(request: HttpRequest, response: HttpResponse, route: str, child: str) -> None:
    if MADE_READY in request.META:
        leave_a_line_of_command("serve", who=request.META[MADE_READY], made_at=now())
        return
    asker, moment = Asker.of(seat_of(request)), now()
    refused = response.status_code in REFUSALS
    # An answer that goes on shows nobody; any other has its content, or breaks here and is not given.
    content = b"" if isinstance(response, SayingSo) else response.content
    shown = [] if refused else sorted({unquote(one.decode()) for one in A_CHILD.findall(content)})
    # Whoever is refused has no basis for it, whatever else ties the person to the child.
    council = partial(council_of, request)
    basis = REFUSED if refused else basis_of_look(asker, council, View(as_at=moment), child, shown)
    leave_a_line(
        asker, what=_what(request, response, route), route=route, child=child, basis=basis,
        request=uuid4().hex, status=response.status_code, shown=shown, made_at=moment,
    )  # fmt: skip


def _what(request: HttpRequest, response: HttpResponse, route: str) -> str:
    """How it was asked; of a form of an act what became of it, and which act.

    A form is ``opened``, ``sent`` or ``saved``; whatever was not answered is ``refused``.
    """
    code = request.resolver_match.kwargs.get("code", "") if request.resolver_match else ""
    act = f" {code}" if route in FORMS_OF_ACTS and code in {**BY_CODE, **IN_THE_PLAN_BY_CODE} else ""
    if response.status_code in REFUSALS:
        return f"refused{act}"
    if not act:
        return request.method or ""
    if request.method in READ:
        return f"opened{act}"
    # After most acts the page of the child comes back, at the mark of what was done; after some a page of its own.
    saved = response.status_code == 200 or response.get("Location", "").endswith("#done")
    return f"{'saved' if saved else 'sent'}{act}"
