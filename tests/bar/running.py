"""``manage.py serve`` as it is run, over a record of its own, in a process that may be killed and begun again.

``python -m tests.bar.running SABOTAGE PORT`` is the same server with its path broken, for the controls alone.
"""

import os
import re
import secrets
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from shutil import rmtree
from threading import Thread
from time import sleep
from typing import Any
from unittest.mock import patch
from uuid import uuid4

ROOT = Path(__file__).parent.parent.parent

HOW = {"sabotage": ""}
"""How the next server is sabotaged; nothing, but under a control."""


PORTS = range(20_000, 30_000)
"""Ports that no machine gives away by itself.

One that is given to whoever asks for any may be given to another program while the server that was killed is not there
yet: it would then begin on the next one, and who has a page of it open would never reach it again.
"""


def free_port() -> int:
    """A port that is free now and is given to nobody meanwhile."""
    while True:
        one = PORTS[secrets.randbelow(len(PORTS))]
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", one))
            except OSError:
                continue
            return one


class Running:
    """A server that answers on one port, however often it is begun; ``log`` is all that it ever said there."""

    def __init__(self, where: Path | str, build: Path) -> None:
        """Over the record in this file, or in the database of this address; ``build`` holds what else it keeps."""
        self.log, self.port, self.process = build / "log", free_port(), None
        self._env = environment(where, build)
        self.begin()

    def begin(self) -> None:
        """Begin, on the same port as before, and wait until it says where it answers."""
        how = HOW["sabotage"]
        port = str(self.port)
        told = ["-m", "tests.bar.running", how, port] if how else ["manage.py", "serve", "--port", port]
        with self.log.open("ab") as log:
            self.process: Any = subprocess.Popen(
                [sys.executable, *told], cwd=ROOT, env=self._env, stdout=subprocess.PIPE, stderr=log, text=True
            )
        for line in self.process.stdout:
            found = re.search(r"Open http://127\.0\.0\.1:(\d+)/", line)
            if found:
                assert int(found.group(1)) == self.port, "another program took its port while it was not there"
                return
        raise AssertionError(f"the server never said where it answers: {self.log.read_text()[-500:]}")

    def kill(self) -> None:
        """kill -9: it has no time to finish anything."""
        if self.process.stdout.closed:
            return
        self.process.kill()
        self.process.wait()
        with self.log.open("a") as log:
            log.write(self.process.stdout.read())
        self.process.stdout.close()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"


def environment(where: Path | str, build: Path) -> Mapping[str, str]:
    """What a process is told that works on the record in this file, or in the database of this address."""
    from django.conf import settings

    # A server that another program configured would not be the one that is measured.
    kept = {name: told for name, told in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_", "COV_"))}
    return kept | {
        "HOLDFAST_BUILD": str(build), "PYTHONUNBUFFERED": "1",
        "DATABASE_URL": where if isinstance(where, str) else f"sqlite:///{where}",
        "HOLDFAST_SECRET_KEY": settings.SECRET_KEY, "DJANGO_SETTINGS_MODULE": "holdfast.web.settings",
    }  # fmt: skip


@contextmanager
def running(where: Path | str) -> Iterator[Running]:
    """The server over the record in this file, or in the database of this address, until nobody needs it."""
    from django.conf import settings

    build = Path(settings.BUILD) / f"running-{uuid4().hex}"
    build.mkdir(parents=True)
    server = Running(where, build)
    try:
        yield server
    finally:
        server.kill()
        rmtree(build, ignore_errors=True)


@contextmanager
def sabotaged(how: str) -> Iterator[None]:
    """Every server begun meanwhile is sabotaged so."""
    HOW["sabotage"] = how
    try:
        yield
    finally:
        HOW["sabotage"] = ""


def _key_not_stored() -> AbstractContextManager[object]:
    from tests.bar.sent_again import key_not_kept

    return key_not_kept()


def _heavy() -> AbstractContextManager[object]:
    """As if a picture of 60 KB stood in every page: it cannot be pressed together."""
    from base64 import b64encode

    from holdfast.web import asking

    real, picture = asking.render, f"<!-- {b64encode(os.urandom(60_000)).decode()} -->".encode()

    def render(*told: Any, **named: Any) -> Any:
        page = real(*told, **named)
        page.content += picture
        return page

    return patch("holdfast.web.asking.render", render)


def _loses_its_line() -> AbstractContextManager[object]:
    from holdfast.web import looked

    real = looked._leave

    def leave(request: Any, *told: Any) -> None:
        if request.method != "POST":
            real(request, *told)

    return patch("holdfast.web.looked._leave", leave)


def into_the_log() -> AbstractContextManager[object]:
    """Whatever somebody wrote is said in the log."""
    import logging

    from holdfast.web import looked

    real = looked._leave

    def leave(request: Any, *told: Any) -> None:
        for words in request.POST.values():
            logging.getLogger("holdfast").warning("somebody wrote %s", words)
        real(request, *told)

    return patch("holdfast.web.looked._leave", leave)


SOON = 0.4
"""So many seconds later is done what was said to be done already, where that is the sabotage."""


def _says_yes_first() -> AbstractContextManager[object]:
    """Every save is acknowledged at once, and put on record a little later."""
    from django.db import connections

    from holdfast.casework.saving import Saved, save

    def later(told: tuple[Any, ...], named: dict[str, Any]) -> None:
        sleep(SOON)
        save(*told, **named)
        connections["default"].close()

    def at_once(*told: Any, **named: Any) -> Saved:
        Thread(target=later, args=(told, named)).start()
        return Saved(entry=1, words="It is on record.")

    return patch("holdfast.web.doing.screens.save", at_once)


SABOTAGES: Mapping[str, Callable[[], AbstractContextManager[object]]] = {
    "the key is not stored": _key_not_stored,
    "every page is heavy": _heavy,
    "a save loses its line": _loses_its_line,
    "yes before it is kept": _says_yes_first,
    "what is written goes into the log": into_the_log,
}


def main(how: str, port: str) -> None:
    """Serve, with the path broken."""
    import django
    from django.core.management import call_command

    django.setup()
    with SABOTAGES[how]():
        call_command("serve", port=int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])
