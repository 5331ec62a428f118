"""The ground that a line is measured on: Wexmouth's record as a real file, anew for each run, and people at once."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.signing import dumps, get_cookie_signer
from django.db import connection, connections
from django.test import Client

from holdfast.casework import birth
from holdfast.casework.acts.act import Act, Doing, Part
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import can
from holdfast.casework.saving import Asked, Outcome, save
from holdfast.casework.the_council import forget, the_council
from holdfast.casework.view import View
from holdfast.duties.standing import Standing
from holdfast.store.load import load_child
from holdfast.web import seats
from holdfast.web.seats import COOKIE
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT
from tests.web.born import FEWEST, database

MOMENT = WEXMOUTH_MOMENT
NOW = View(as_at=MOMENT)

_MADE: dict[int, Path] = {}


def _template(children: int) -> Path:
    """The record as it is born, made once in a process."""
    if children not in _MADE:
        with database(children):
            made = Path(connection.settings_dict["NAME"])
        kept = Path(settings.BUILD) / f"bar-{children}-{uuid4().hex}.sqlite3"
        shutil.copyfile(made, kept)
        _MADE[children] = kept
    return _MADE[children]


@contextmanager
def fresh(children: int = FEWEST) -> Iterator[Path]:
    """A copy of the record as a file of its own, which this thread and every thread begun meanwhile are led to."""
    path = Path(settings.BUILD) / f"bar-{uuid4().hex}.sqlite3"
    shutil.copyfile(_template(children), path)
    before, told = connections["default"], connections.settings["default"]
    connections.settings["default"] = {**told, "NAME": str(path)}
    connections["default"] = connections.create_connection("default")
    anew()
    try:
        yield path
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = told, before
        anew()
        for one in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            one.unlink(missing_ok=True)


def anew() -> None:
    """Nothing is remembered of another record."""
    forget()
    birth._BORN.clear()


def at_once(works: Sequence[Callable[[], None]]) -> list[BaseException]:
    """Each in a thread of its own with its own connection; gives what went wrong in any of them."""
    amiss: list[BaseException] = []

    def go(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as problem:
            amiss.append(problem)
        finally:
            connections["default"].close()

    threads = [Thread(target=go, args=(work,)) for work in works]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return amiss


def asker(seat: str) -> Asker:
    """Who sits in the seat."""
    return Asker.of(seats.BY_CODE[seat])


def children_for(act: str, seat: str, most: int = 0) -> list[str]:
    """The children to whom the seat may do the act; no more than so many, where it is said how many are enough."""
    council = the_council()
    found = []
    for child in sorted(council.names):
        facts = council.child(child, NOW)
        if facts is not None and can(act, seats.BY_CODE[seat], Standing(facts, MOMENT)):
            found.append(child)
            if len(found) == most:
                break
    return found


def put(act: Act | str, who: Asker, child: str, words: Mapping[str, str], base: int, key: str = "") -> Outcome:
    """Save through the one door."""
    council, one = the_council(), BY_CODE[act] if isinstance(act, str) else act
    asked = Asked(child=child, words=words, key=key or uuid4().hex, base=base)
    return save(one, who, asked, made_at=MOMENT, settings=council.settings, workers=council.workers)


def doing(act: str, seat: str, child: str) -> Doing:
    """What the act is given when its form is opened."""
    council = the_council()
    return Doing(
        asker=asker(seat), standing=Standing(load_child(child), MOMENT), words={}, key=uuid4().hex, made_at=MOMENT,
        settings=council.settings, workers=council.workers,
    )  # fmt: skip


def filled(act: str, seat: str, child: str, mark: str) -> dict[str, str]:
    """Words that fill the whole form; every written part says ``mark``. Empty where it cannot be filled so."""
    form, one = doing(act, seat, child), BY_CODE[act]
    words = {part.name: _answer(part, form, mark) for part in one.parts(form)}
    ready = Doing(**{name: getattr(form, name) for name in form.__slots__ if name != "words"}, words=words)
    return {} if one.amiss(ready) else words


def _answer(part: Part, form: Doing, mark: str) -> str:
    if part.kind in ("choice", "worker"):
        return part.choices[0][0] if part.choices else ""
    if part.kind == "day":
        return "" if part.name == "done_on" else form.today.isoformat()
    return "" if part.kind == "tick" else f"{mark}: {part.name}"


def browser(seat: str | None) -> Client:
    """A browser in which somebody entered a seat; a fault answers as a page would."""
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    if seat is not None:
        client.cookies[COOKIE] = get_cookie_signer(salt=COOKIE).sign(seat)
    return client


def form_of(seat: str, words: Mapping[str, str], key: str, base: int) -> dict[str, Any]:
    """The form as the browser sends it."""
    return {**words, "key": key, "base": str(base), "revision": "1", "holder": dumps(seat, salt="holder")}


def counts(path: Path) -> dict[str, int]:
    """How many rows each table has, asked of the file itself."""
    with closing(sqlite3.connect(path)) as file:
        names = [one for (one,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {one: file.execute(f'SELECT count(*) FROM "{one}"').fetchone()[0] for one in names}


def rows(path: Path, asked: str, *values: object) -> list[tuple[Any, ...]]:
    """What the file itself answers."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute(asked, values).fetchall()
