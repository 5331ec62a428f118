"""A real server in a process of its own, and people who ask it over the loopback address."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.signing import get_cookie_signer

from holdfast.web.seats import COOKIE

ROOT = Path(__file__).parent.parent.parent
TOKEN = "a" * 32

SABOTAGE = {"served": ""}
"""How the next server is sabotaged; nothing, but under a control."""


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers: its process, which may be killed, and its port."""

    process: subprocess.Popen[str]
    port: int

    def kill(self) -> None:
        """As if the machine's power had gone for this process: kill -9."""
        self.process.kill()
        self.process.wait()


@contextmanager
def served(file: Path) -> Iterator[Served]:
    """The product's own server over the record in this file."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bar.served", str(file), "0", SABOTAGE["served"]],
        cwd=ROOT, env={**os.environ, "HOLDFAST_BUILD": str(settings.BUILD)}, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield Served(process, int(process.stdout.readline()))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@contextmanager
def sabotaged(how: str) -> Iterator[None]:
    """Every server begun meanwhile is sabotaged so."""
    SABOTAGE["served"] = how
    try:
        yield
    finally:
        SABOTAGE["served"] = ""


def ask(port: int, seat: str, path: str, form: Mapping[str, str] | None = None) -> int:
    """How the server answers somebody in the seat; OSError or HTTPException where it does not."""
    cookies = {COOKIE: get_cookie_signer(salt=COOKIE).sign(seat), "csrftoken": TOKEN}
    heads = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        if form is None:
            link.request("GET", path, headers=heads)
        else:
            heads["Content-Type"] = "application/x-www-form-urlencoded"
            link.request("POST", path, body=urlencode({**form, "csrfmiddlewaretoken": TOKEN}), headers=heads)
        answer = link.getresponse()
        answer.read()
        return answer.status
    finally:
        link.close()
