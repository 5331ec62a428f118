"""R12: people save, and everything is killed: the server, the database, or both; on SQLite and on PostgreSQL.

On SQLite the database is the server's own process. On PostgreSQL the database is killed each time, with every process
of it, and every other time the server with it; the server that stays has to find its way back. Whatever was not
acknowledged is then sent once more, as a browser whose reply was lost would.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

from django.conf import settings

from tests.bar.ground import children_for, form_of, fresh, rows
from tests.bar.line import Control, Found, Line
from tests.bar.over_http import ROOT, ask
from tests.bar.running import Running, environment, running, sabotaged
from tests.postgres import installed, mortal
from tests.web.born import FEWEST

SEAT = "team-manager"
SAVERS = 6
A_CYCLE = 4.0
"""For so many seconds people save before the kill, where fewer cases are run than the bar asks for."""

WHOLE, EACH, PATIENCE = 20, 1000, 180.0
"""From so many kills on people save so many times before each, and are waited for so many seconds at most."""

BACK = 30.0
"""Within so many seconds after a kill it serves again: said each time, and held where it is measured whole."""

WEAKENED: dict[str, tuple[str, ...]] = {"by": ()}
"""Settings of PostgreSQL that take from it what it promises; none, but under a control."""

CANNOT_BE_READ = (OSError, HTTPException)


@dataclass(frozen=True)
class Ground:
    """One kind of database with a record in it: how it is called, asked behind the server's back, and killed."""

    called: str
    where: Path | str
    rows: Callable[[str], list[tuple[Any, ...]]]
    kill: Callable[[], None] = lambda: None
    begin: Callable[[], None] = lambda: None
    apart: bool = False

    def number(self, asked: str) -> int:
        """One number."""
        return int(self.rows(asked)[0][0])


@dataclass
class Told:
    """What became of everybody's saves: acknowledged, sent and not acknowledged, and what else went wrong."""

    yes: list[str] = field(default_factory=list)
    unsure: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)
    slowest: float = 0.0


@contextmanager
def _sqlite() -> Iterator[Ground]:
    with fresh() as file:
        yield Ground("SQLite", file, lambda asked: rows(file, asked))


@contextmanager
def _postgresql() -> Iterator[Ground]:
    """A durable server of its own, with the invented council in it."""
    import psycopg

    def read(asked: str) -> list[tuple[Any, ...]]:
        try:
            with psycopg.connect(server.url) as link:
                return link.execute(asked).fetchall()
        except psycopg.Error as problem:
            raise OSError(str(problem)) from problem

    with mortal(WEAKENED["by"]) as server:
        _manage(server.url, "open_wexmouth", "--children", str(FEWEST))
        yield Ground("PostgreSQL", server.url, read, server.kill, server.begin, apart=True)


def _manage(where: Path | str, *command: str) -> str:
    """One of the product's own commands over the record; what it said where it failed, else nothing."""
    ran = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment(where, Path(settings.BUILD)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return (ran.stdout + ran.stderr)[-300:] if ran.returncode else ""


def _save_until(ended: Event, number: int, ground: Ground, port: int, children: list[str], told: Told) -> None:
    """One person saves one text after the other; whatever is not answered with a yes or a no is remembered."""
    turn = 0
    while not ended.is_set():
        turn += 1
        text, path = uuid4().hex, f"/child/{children[(number + turn) % len(children)]}/do/who-i-am"
        try:
            # Where the record stands as the form is opened. Whom somebody else overtakes is told so, and not counted.
            form = form_of(SEAT, {"text": text}, uuid4().hex, ground.number("SELECT max(position) FROM store_entry"))
        except OSError:
            return
        try:
            status = ask(port, SEAT, path, form)
        except CANNOT_BE_READ:
            status = 0
        if status == 302:
            told.yes.append(text)
        elif status in (0, 500, 503):
            told.unsure.append((text, path, form))
            return
        elif status != 409:
            told.amiss.append(f"a save was answered with {status}")


def _cycle(ground: Ground, server: Running, children: list[str], told: Told, *, both: bool, whole: bool) -> None:
    """Everybody saves until it is killed; it is begun again and serves; what was not acknowledged is sent once more."""
    ended, before = Event(), len(told.yes)
    threads = [
        Thread(target=_save_until, args=(ended, number, ground, server.port, children, told))
        for number in range(SAVERS)
    ]
    for one in threads:
        one.start()
    end = monotonic() + (PATIENCE if whole else A_CYCLE)
    while monotonic() < end and not (whole and len(told.yes) - before >= EACH):
        sleep(0.05)
    ground.kill()
    if both:
        server.kill()
    ended.set()
    for one in threads:
        one.join()
    began = monotonic()
    ground.begin()
    if both:
        server.begin()
    _serves_again(server, children[0], told, until=began + BACK)
    told.slowest = max(told.slowest, monotonic() - began)
    for text, path, form in told.unsure:
        status = ask(server.port, SEAT, path, form)
        told.yes += [text] * (status == 302)
        told.amiss += [f"sent once more, a save was answered with {status}"] * (status not in (302, 409))
    told.unsure.clear()


def _serves_again(server: Running, child: str, told: Told, *, until: float) -> None:
    """Wait until it answers with a page, and then so often that every one of its threads has had to."""
    while (status := _asked(server, child)) != 200 and monotonic() < until:
        sleep(0.1)
    more = [_asked(server, child) for _ in range(12)] if status == 200 else [status]
    told.amiss += [f"after it was begun again it answered {sorted(set(more))}"] * (set(more) != {200})


def _asked(server: Running, child: str) -> int:
    try:
        return ask(server.port, SEAT, f"/child/{child}")
    except CANNOT_BE_READ:
        return 0


def _killed_so_often(ground: Ground, n: int, children: list[str]) -> tuple[Told, list[str], str]:
    """So many kills; what became of the saves, everything that is wrong, and a sentence of it."""
    told = Told()
    with running(ground.where) as server:
        for number in range(n):
            both = not ground.apart or number % 2 == 1
            _cycle(ground, server, children, told, both=both, whole=n >= WHOLE)
    there = [text for (text,) in ground.rows("SELECT text FROM store_signedtext WHERE part = 'who I am'")]
    acts = ground.number("SELECT count(*) FROM store_act")
    entries = ground.number("SELECT count(*) FROM store_entry WHERE kind = 'act'")
    torn = _manage(ground.where, "audit_verify")
    late = [f"it served again only after {told.slowest:.0f} s"] if n >= WHOLE and told.slowest > BACK else []
    few = too_few(n, len(told.yes))
    lost, twice = sorted(set(told.yes) - set(there)), len(there) - len(set(there))
    wrong = [
        *(f"lost: {one}" for one in lost), *(["saved twice"] * twice), *(["torn in two"] * abs(acts - entries)),
        *([f"torn: {torn}"] if torn else []), *told.amiss, *late, *few,
    ]  # fmt: skip
    said = (
        f"{ground.called}: {n} kills of {'the database and of it with the server' if ground.apart else 'the server'}, "
        f"{len(told.yes):,} acknowledged, {len(lost)} lost, {twice} twice, "
        f"{'torn' if torn else 'the chain verifies'}; serving again in {told.slowest:.0f} s at most"
    )
    return told, [f"{ground.called}: {one}" for one in wrong], said


def too_few(n: int, acknowledged: int) -> list[str]:
    """What is wrong with a whole run in which fewer saves were acknowledged than the bar asks for."""
    return [f"only {acknowledged:,} acknowledged"] if n >= WHOLE and acknowledged < n * EACH else []


def killed(n: int) -> Found:
    """So many kills on each database; then every save that was acknowledged is looked for."""
    with fresh():
        children = children_for("who-i-am", SEAT)
    found = []
    if not WEAKENED["by"]:  # Where PostgreSQL alone is weakened, it alone is asked.
        with _sqlite() as ground:
            found.append(_killed_so_often(ground, n, children))
    if installed() is None:
        found.append((Told(), ["PostgreSQL is not here"], "PostgreSQL: not measured, its server is not installed"))
    else:
        with _postgresql() as ground:
            found.append(_killed_so_often(ground, n, children))
    yes = sum(len(told.yes) for told, _, _ in found)
    wrong = [one for _, some, _ in found for one in some]
    return Found(n=yes, wrong=len(wrong), said=". ".join(said for _, _, said in found), examples=tuple(wrong[:4]))


@contextmanager
def _says_kept_before_it_is() -> Iterator[None]:
    """PostgreSQL says that a save is kept before it is on the disk: in ten seconds it will be."""
    WEAKENED["by"] = ("synchronous_commit=off", "wal_writer_delay=10s")
    try:
        yield
    finally:
        WEAKENED["by"] = ()


R12 = Line(
    code="R12",
    says="kill -9 of the server on SQLite, of the database and of both on PostgreSQL, while people save: every save "
    "that was acknowledged is on record, once and whole, it serves again, and what had no answer can be sent again",
    unit="acknowledged saves", measure=killed, full=20, short=2, whole=True,
    asked="20 kills, 20,000 acknowledged: here so many on each database",
    controls=(
        Control(words="yes is said before it is kept", n=1, sabotage=lambda: sabotaged("yes before it is kept")),
        Control(words="PostgreSQL says kept before it is on the disk", n=1, sabotage=_says_kept_before_it_is),
    ),
)  # fmt: skip

LINES = (R12,)
