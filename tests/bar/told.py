"""A1: every answer leaves one line with the children it shows, and no other."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote, urljoin, urlsplit
from uuid import uuid4

from lxml import html as lxml_html

from holdfast.casework.looking import A_LIST, NO_BASIS, NOBODY, REFUSED
from holdfast.casework.the_council import the_council
from holdfast.store.entries import position
from holdfast.web import looked
from holdfast.web.access import READ
from tests.bar.ground import browser, children_for, filled, form_of, fresh, rows
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


LINES = (A1,)
