"""R12, K1: the server is killed while people save, and the newest backup is restored and compared."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep
from unittest.mock import patch
from uuid import uuid4

from django.conf import settings

from holdfast.casework.importing import verify
from holdfast.casework.keeping import BackupRefused, Key, back_up, rehearse
from holdfast.store.entries import position
from tests.bar.ground import MOMENT, asker, browser, children_for, form_of, fresh, put, rows
from tests.bar.line import Control, Found, Line
from tests.bar.over_http import Served, ask, sabotaged, served

SAVERS = 6
A_CYCLE = 4.0
"""For so many seconds people save before the server is killed."""


def killed(n: int) -> Found:
    """So many times people save until the server is killed; then every save it said yes to is looked for."""
    yes: list[str] = []
    slowest = 0.0
    with fresh() as file:
        children = children_for("who-i-am", "team-manager")
        for _ in range(n):
            began = perf_counter()
            with served(file) as server:
                slowest = max(slowest, perf_counter() - began)
                yes += _until_killed(file, server, children)
        there = [text for (text,) in rows(file, "SELECT text FROM store_signedtext WHERE part = 'who I am'")]
        acts = rows(file, "SELECT count(*) FROM store_act")[0][0]
        entries = rows(file, "SELECT count(*) FROM store_entry WHERE kind = 'act'")[0][0]
        torn = verify()
    lost, twice = set(yes) - set(there), len(there) - len(set(there))
    wrong = len(lost) + twice + abs(acts - entries) + len(torn)
    said = f"{n} kills; {len(lost)} lost, {twice} twice, {len(torn)} torn; serving again in {slowest:.0f} s at most"
    return Found(n=len(yes), wrong=wrong, said=said, examples=tuple([*lost, *torn][:3]))


def _position(file: Path) -> int:
    """Where the record stands as the form is opened. Whom somebody else overtakes is told so, and is not counted."""
    return int(rows(file, "SELECT max(position) FROM store_entry")[0][0])


def _until_killed(file: Path, server: Served, children: list[str]) -> list[str]:
    yes: list[str] = []
    ended = Event()

    def go(number: int) -> None:
        turn = 0
        while not ended.is_set():
            turn += 1
            text, child = uuid4().hex, children[(number + turn) % len(children)]
            form = form_of("team-manager", {"text": text}, uuid4().hex, _position(file))
            try:
                if ask(server.port, "team-manager", f"/child/{child}/do/who-i-am", form) == 302:
                    yes.append(text)
            except (OSError, HTTPException):
                return

    threads = [Thread(target=go, args=(number,)) for number in range(SAVERS)]
    for one in threads:
        one.start()
    sleep(A_CYCLE)
    server.kill()
    ended.set()
    for one in threads:
        one.join()
    return yes


R12 = Line(
    code="R12", says="kill -9 of the server while people save: every save it said yes to is on record, once and whole",
    unit="acknowledged saves", measure=killed, full=20, short=2, asked="20 kills, 20,000 acknowledged",
    controls=(
        Control(words="yes is said before it is kept", n=2, sabotage=lambda: sabotaged("yes before it is kept")),
    ),
)  # fmt: skip


def _on_the_way(path: Path) -> Path:
    """The backup as it is found by whoever restores it."""
    return path


def _key() -> Key:
    return Key(key=b"k" * 32, where="the bar")


def restored(n: int) -> Found:
    """So many times: people save and look, a backup is made, and it is restored elsewhere and compared."""
    wrong: list[str] = []
    compared = 0
    with fresh():
        child = children_for("who-i-am", "team-manager")[0]
        for number in range(n):
            put("who-i-am", asker("team-manager"), child, {"text": f"text {number}"}, position())
            browser("team-manager").get(f"/child/{child}")
            folder = Path(settings.BUILD) / f"backups-{uuid4().hex}"
            path, _ = back_up(folder, _key(), made_at=MOMENT)
            try:
                found = rehearse(_on_the_way(path), _key_at_hand())
                compared += len(found.lines)
                wrong += found.differences
                wrong += [] if len(found.lines) > 3 else ["nothing was compared"]
            except BackupRefused as problem:
                wrong.append(str(problem))
    return Found(n=n, wrong=len(wrong), said=f"{compared} counts and digests compared", examples=tuple(wrong[:3]))


def _key_at_hand() -> Key:
    return _key()


def _altered(how: Callable[[bytes], bytes]) -> Callable[[], object]:
    def on_the_way(path: Path) -> Path:
        other = path.with_name(f"altered-{path.name}")
        other.write_bytes(how(path.read_bytes()))
        return other

    return lambda: patch(f"{__name__}._on_the_way", on_the_way)


def _one_byte(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]


@contextmanager
def _nothing_is_in_it() -> Iterator[None]:
    """The backup of a record to which nobody had saved what this record says: another's."""

    def another(path: Path) -> Path:
        with fresh():
            child = children_for("who-i-am", "team-manager")[1]
            put("who-i-am", asker("team-manager"), child, {"text": "b"}, position())
            browser("team-manager").get("/about/")
            made, _ = back_up(path.parent / "another", _key(), made_at=MOMENT)
        return made

    with patch(f"{__name__}._on_the_way", another):
        yield


K1 = Line(
    code="K1", says="The newest backup restores into an empty database, and counts, digests and chain ends agree",
    unit="drills", measure=restored, full=5, short=1, asked="every night, 5 GB",
    controls=(
        Control(words="the backup is empty", n=1, sabotage=_altered(lambda whole: b"")),
        Control(words="the backup is cut short", n=1, sabotage=_altered(lambda whole: whole[: len(whole) * 2 // 3])),
        Control(words="one bit of it is turned", n=1, sabotage=_altered(_one_byte)),
        Control(words="it is of another record", n=1, sabotage=_nothing_is_in_it),
        Control(
            words="the key is another", n=1,
            sabotage=lambda: patch(f"{__name__}._key_at_hand", lambda: Key(key=os.urandom(32), where="elsewhere")),
        ),
    ),
)  # fmt: skip

LINES = (R12, K1)
