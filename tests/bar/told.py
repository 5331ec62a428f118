"""A1, A2: every answer leaves one line with the children it shows, and nothing is answered or changed untold."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote, urljoin, urlsplit
from uuid import uuid4

from django.db import DatabaseError, connection, connections
from lxml import html as lxml_html

from holdfast.casework.looking import A_LIST, NO_BASIS, NOBODY, REFUSED
from holdfast.casework.the_council import the_council
from holdfast.store import acting
from holdfast.store.entries import position
from holdfast.web import looked
from holdfast.web.access import READ
from tests.bar.ground import browser, children_for, counts, filled, form_of, fresh, rows
from tests.bar.line import Control, Found, Line, replaced
from tests.web.pages import route_of

SEATS = (None, "referral-officer", "social-worker", "team-manager", "reviewing-officer", "personal-adviser",
         "placement-officer", "director", "portfolio-holder")  # fmt: skip
A_SEAT_SEES = ("/team/", "/registers/", "/monday", "/", "/measures/", "/nowhere", "/child/nobody", "/healthz")

Answer = tuple[str, int, str]
"""An address, how it was answered, and the page."""


def _walk(seat: str | None, most: int) -> Iterator[Answer]:
    """So many pages as somebody in the seat comes by them: every kind of page before the second of one kind."""
    seen, waiting, taken = set(A_SEAT_SEES), list(A_SEAT_SEES), dict[str, int]()
    client = browser(seat)
    while waiting and most:
        path = min(waiting, key=lambda one: taken.get(route_of(one), 0))
        waiting.remove(path)
        taken[route_of(path)] = taken.get(route_of(path), 0) + 1
        answer = client.get(path)
        most -= 1
        text = answer.content.decode() if not answer.streaming else ""
        yield path, answer.status_code, text
        if "<main" in text:
            fresh_links = dict.fromkeys(_links(path, text))
            waiting += [one for one in fresh_links if one not in seen]
            seen.update(fresh_links)


def _links(path: str, text: str) -> Iterator[str]:
    for href in lxml_html.document_fromstring(text).xpath("//a/@href"):
        parts = urlsplit(urljoin(f"http://here{path}", href))
        if parts.netloc == "here" and not parts.path.startswith("/static/"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def _children_on(text: str, names: Mapping[str, str]) -> set[str]:
    """Whom a page shows: every child it links to, and every child whose whole name it says."""
    if "<main" not in text:
        return set()
    root = lxml_html.document_fromstring(text)
    linked = [urlsplit(one).path.split("/") for one in root.xpath("//@href | //@action")]
    ids = {unquote(one[2]) for one in linked if len(one) > 2 and one[1] == "child"}
    words = " ".join(root.text_content().split())
    return ids | {child for child, name in names.items() if name in words}


SAVES = {
    "social-worker": "who-i-am", "team-manager": "who-i-am", "personal-adviser": "who-i-am",
    "reviewing-officer": "good-practice", "director": "decision",
}  # fmt: skip
"""An act of each seat that may save one; the other seats ask for the same form and are refused."""

NOT_THEIRS = {"team-manager": "good-practice", "director": "good-practice"}
"""An act that the seat may not do to anybody; for every other seat it is a supervision."""

ONE_WHO_SAVES = ("social-worker",)
"""Who alone sends forms where a run is too small for every seat."""

NO_WHY = ("", NO_BASIS, NOBODY, A_LIST)
"""What a line may not give as the basis of an answer about one child."""


@cache
def _a_form(seat: str) -> tuple[str, str, Mapping[str, str]]:
    """An act that the seat may do, a child to whom it may, and the words; where it may do none, another seat's."""
    who = seat if seat in SAVES else "social-worker"
    child = children_for(SAVES[who], who)[0]
    return SAVES[who], child, filled(SAVES[who], who, child, "told")


def _sent(seat: str | None, *, saves: bool) -> Iterator[Answer]:
    """A save; or the page of a child, a save that is refused, and a draft."""
    client, own = browser(seat), seat or "looking-round"
    act, child, words = _a_form(own)
    form = form_of(own, words, uuid4().hex, position())
    others = (
        (f"/child/{child}", None), (f"/child/{child}/do/{NOT_THEIRS.get(own, 'supervision')}", form),
        ("/draft", {**form, "key": uuid4().hex, "child": child, "act": act}),
    )  # fmt: skip
    for address, sent in ((f"/child/{child}/do/{act}", form),) if saves else others:
        answer = client.get(address) if sent is None else client.post(address, sent)
        yield address, answer.status_code, answer.content.decode()


def _line_amiss(path: Path, before: int, answer: Answer, names: Mapping[str, str]) -> str:
    """What is wrong with the line of one answer; empty where nothing is."""
    address, status, text = answer
    lines = rows(path, "SELECT status, basis FROM store_look WHERE position > ?", before)
    told = {one for (one,) in rows(path, "SELECT child FROM store_lookedat WHERE look_id > ?", before)}
    shown = _children_on(text, names) if status < 400 else set()
    if [one for one, _ in lines] != ([] if address == "/healthz" else [status]):
        return f"{status}, lines {lines}"
    if told != shown:
        return f"{status}, not told {sorted(shown - told)[:3]}, not shown {sorted(told - shown)[:3]}"
    why = lines[0][1] if lines else ""
    if lines and status in (403, 404, 405):
        return "" if why == REFUSED else f"{status}, though the basis is {why!r}"
    return f"{status}, and no basis but {why!r}" if address.startswith("/child/") and why in NO_WHY else ""


def every_look(n: int) -> Found:
    """People walk through the pages, save and are refused; one line for each answer, of the children it shows."""
    wrong: list[str] = []
    asked = saved = 0
    with fresh() as path:
        names = {child: name for child, name in the_council().names.items() if " " in name}
        walks = [(seat, _walk(seat, n // len(SEATS))) for seat in SEATS]
        senders = SEATS if n >= len(SEATS) else ONE_WHO_SAVES
        # After a save the record is read anew: whatever is only asked for comes before all of them.
        sent = [(seat, _sent(seat, saves=saves)) for saves in (False, True) for seat in senders]
        for seat, answers in (*walks, *sent):
            before = _newest_look(path)
            for answer in answers:
                asked += 1
                saved += answer[1] == 302
                amiss = _line_amiss(path, before, answer, names)
                wrong += [f"{seat} at {answer[0]}: {amiss}"] if amiss else []
                before = _newest_look(path)
        shown = rows(path, "SELECT count(*) FROM store_lookedat")[0][0]
    must = len(SAVES.keys() & set(senders))
    wrong += [] if saved == must else [f"{saved} forms were saved, and {must} must be"]
    said = f"{shown:,} children shown, each told and no other; {saved} saves"
    return Found(n=asked, wrong=len(wrong), said=said, examples=tuple(wrong[:4]))


def _newest_look(path: Path) -> int:
    return int(rows(path, "SELECT coalesce(max(position), 0) FROM store_look")[0][0])


def _no_line_of_a_form() -> Any:
    real = looked._leave
    return patch(
        "holdfast.web.looked._leave", lambda request, *told: real(request, *told) if request.method in READ else None
    )


def _every_child_is_named() -> Any:
    real = looked.leave_a_line
    return patch(
        "holdfast.web.looked.leave_a_line",
        lambda asker, **told: real(asker, **{**told, "shown": sorted(the_council().names)}),
    )


A1 = Line(
    code="A1",
    says="Every answer leaves one line before it is given: it names the children on the page and no other, and says "
    "on what basis; forms that are sent too, saved or refused",
    unit="answers", measure=every_look, full=1800, short=180, slice=18, asked="40,000 requests",
    controls=(
        Control(words="a form that is sent leaves no line", n=0, sabotage=_no_line_of_a_form),
        Control(words="a line names every child", n=0, sabotage=_every_child_is_named),
        Control(
            words="no line says why", n=0,
            sabotage=replaced(("holdfast.web.looked.basis_of_look", lambda *told: "")),
        ),
    ),
)  # fmt: skip


REFUSE = "CREATE TRIGGER bar_refuses BEFORE INSERT ON {} BEGIN SELECT RAISE(ABORT, 'the audit is refused'); END"


@contextmanager
def _refused(path: Path, table: str) -> Iterator[None]:
    with closing(sqlite3.connect(path)) as file:
        file.execute(REFUSE.format(table))
    yield


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Somebody else holds the whole record and does not let go; nobody waits longer than a fifth of a second."""
    one = connections["default"]
    one.close()
    options = one.settings_dict["OPTIONS"]
    one.settings_dict["OPTIONS"] = {**options, "timeout": 0.2}
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        the_council()
        file.execute("BEGIN IMMEDIATE")
        yield
        file.execute("ROLLBACK")
    one.close()
    one.settings_dict["OPTIONS"] = options


@contextmanager
def _full(path: Path) -> Iterator[None]:
    """The disk holds not one page more than it holds now."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    yield


CAUSES: Mapping[str, Callable[[Path], Any]] = {
    "a look cannot be written": lambda path: _refused(path, "store_look"),
    "the children of a look cannot be written": lambda path: _refused(path, "store_lookedat"),
    "an act's line cannot be written": lambda path: _refused(path, "store_act"),
    "the record is locked": _locked,
    "the disk is full": _full,
}


def fail_closed(n: int) -> Found:
    """While the audit cannot be written people go on asking and saving: what is not told is not shown and not done."""
    wrong: list[str] = []
    asked = 0
    for cause, fault in CAUSES.items():
        with fresh() as path:
            children = children_for("visit-note", "team-manager")
            words = filled("visit-note", "team-manager", children[0], "kept")
            with fault(path):
                for turn in range(max(3, n // len(CAUSES))):
                    asked += 1
                    amiss = _untold(path, turn, children[turn % len(children)], words)
                    wrong += [f"{cause}: {amiss}"] if amiss else []
    return Found(n=asked, wrong=len(wrong), said="; ".join(CAUSES), examples=_one_of_each(wrong))


def _one_of_each(wrong: list[str]) -> tuple[str, ...]:
    return tuple({one.split(",")[0]: one for one in wrong}.values())[:6]


def _untold(path: Path, turn: int, child: str, words: Mapping[str, str]) -> str:
    """What was shown or changed by one request without the line that should tell of it; empty where nothing."""
    client, before = browser("team-manager"), counts(path)
    form = form_of("team-manager", words, uuid4().hex, position())
    if turn % 3 == 0:
        what, answer = "a page", client.get(f"/child/{child}")
    elif turn % 3 == 1:
        what, answer = "a save", client.post(f"/child/{child}/do/visit-note", form)
    else:
        what, answer = "a draft", client.post("/draft", {**form, "child": child, "act": "visit-note"})
    after = counts(path)
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    looks, acts = grown.pop("store_look", 0), grown.get("store_act", 0)
    grown.pop("store_lookedat", 0)
    if not looks and (answer.status_code < 500 or child in answer.content.decode()):
        return f"{what} was answered with {answer.status_code}, untold"
    if not looks and grown:
        return f"{what} changed {grown} though the answer was {answer.status_code}, untold"
    if grown.get("store_entry", 0) != acts:
        return f"{what} changed {grown} without an act's line"
    return ""


@contextmanager
def _swallowed() -> Iterator[None]:
    """A fault in writing the line is let pass."""
    real = looked._leave

    def leave(*told: Any) -> None:
        with suppress(DatabaseError):
            real(*told)

    with patch("holdfast.web.looked._leave", leave):
        yield


NOT_ONE_TRANSACTION = {"atomic": nullcontext, "set_rollback": lambda _: None}
"""What stands in for Django's transaction around a form, so that nothing is undone by it."""


@contextmanager
def _audit_after_commit() -> Iterator[None]:
    """The facts are put on record first, and their line afterwards, by itself."""
    real = acting.save_difference

    def save_then_tell(difference: Any, *, also: Any, **told: Any) -> Any:
        entry = real(difference, also=None, **told)
        with connection.cursor() as cursor:
            for name, frame in also.items():
                row = {"entry_id": entry.position, **frame.row(0, named=True)}
                marks = ", ".join(["%s"] * len(row))
                cursor.execute(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        return entry

    @contextmanager
    def not_in_turn() -> Iterator[int]:
        yield position()

    with ExitStack() as stack:
        stack.enter_context(patch("holdfast.store.acting.save_difference", save_then_tell))
        stack.enter_context(patch("holdfast.casework.saving.in_turn", not_in_turn))
        stack.enter_context(patch("holdfast.web.looked.transaction", SimpleNamespace(**NOT_ONE_TRANSACTION)))
        yield


A2 = Line(
    code="A2", says="Where the audit cannot be written nothing is shown and nothing is changed",
    unit="requests", measure=fail_closed, full=1000, short=150, slice=15,
    asked="1,000 requests, one cause of five an audit slower than 2 s: here not made",
    controls=(
        Control(words="a fault in the audit is let pass", n=15, sabotage=_swallowed),
        Control(words="the audit comes after the commit", n=15, sabotage=_audit_after_commit),
    ),
)  # fmt: skip

LINES = (A1, A2)
