"""B1: files made to do harm are given to the real server; each is refused or harmless, within its time and memory."""

import atexit
import hashlib
import http.client
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import sleep
from unittest.mock import patch
from uuid import uuid4

from django.conf import settings
from django.core.signing import get_cookie_signer

from holdfast.casework.apart.limits import OF_A_PAGE
from holdfast.web.seats import COOKIE
from tests.bar.ground import fresh, rows
from tests.bar.hostile_files import EITHER, HARMLESS, Hostile
from tests.bar.line import Control, Found, Line, Measure
from tests.bar.over_http import ROOT, TOKEN
from tests.bar.taking_in import BEGUN, HOW, IN_THE_SERVER, NO_GATE, NO_LIMITS
from tests.bar.upload_doors import FILES, UploadDoor, every_file, found, without_files

MOST_MEMORY = 300
"""Megabytes that reading one file may take, with all that the reader needs itself."""

MOST_WORK = OF_A_PAGE.cpu + 0.2
"""Seconds of work, and a tick of the clock that counts them."""

MOST_GROWTH = 100
"""Megabytes that the server may be larger after all the files than after the first."""

A_TICK = 1 / os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 0.01


@dataclass(slots=True)
class Meter:
    """What the processes that a server began have used, looked at from outside, many times a second."""

    server: int
    apart: int = 0
    memory: int = 0
    work: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Look until it is over."""
        over, before = Event(), _begun()
        watcher = Thread(target=self._watch, args=(over,))
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()
            self.apart = _begun() - before

    def _watch(self, over: Event) -> None:
        while not over.is_set():
            for child in _children(self.server):
                with suppress(OSError, ValueError, IndexError):
                    self._look(child)
            sleep(0.01)

    def _look(self, child: int) -> None:
        if b"sys.path.insert" not in Path(f"/proc/{child}/cmdline").read_bytes():
            return
        self.memory = max(self.memory, memory_of(child))
        told = Path(f"/proc/{child}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        self.work = max(self.work, (int(told[11]) + int(told[12])) * A_TICK)


def _begun() -> int:
    """How many processes that read the server has begun so far."""
    told = Path(settings.BUILD) / BEGUN
    return told.stat().st_size if told.exists() else 0


def _children(process: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            found += [int(one) for one in (task / "children").read_text(encoding="ascii").split()]
    return found


def memory_of(process: int, what: str = "VmHWM") -> int:
    """Megabytes that a process has had at most, or has now (VmRSS)."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    return int(told.split(f"{what}:")[1].split()[0]) >> 10


Serving = tuple["subprocess.Popen[str]", int, Path]
"""The server's process, its port, and the file of its record."""

_BEGUN: list[Serving] = []


def the_server() -> Serving:
    """The real server over a record of its own, which may be told how to read. One serves every measure."""
    if _BEGUN and _BEGUN[0][0].poll() is None:
        return _BEGUN[0]
    file = Path(settings.BUILD) / f"bar-{uuid4().hex}.sqlite3"
    with fresh() as made:
        shutil.copyfile(made, file)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bar.taking_in", str(file)], cwd=ROOT,
        env={**os.environ, "HOLDFAST_BUILD": str(settings.BUILD), "TMPDIR": str(settings.BUILD)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    _BEGUN[:] = [(process, int(process.stdout.readline()), file)]
    atexit.register(_end, process)
    return _BEGUN[0]


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def refused_or_harmless(n: int) -> Found:
    """Each file is given at its door; then the answer, the meters, the record, the disk and the server are asked."""
    wrong = without_files()
    worst = Meter(0)
    process, port, file = the_server()
    before = rows(file, "SELECT count(*) FROM store_entry")
    corpus, first = every_file()[:n], 0
    for door, one in corpus:
        meter = Meter(process.pid)
        amiss = _given(one, door, port, meter)
        worst.memory, worst.work = max(worst.memory, meter.memory), max(worst.work, meter.work)
        wrong += [f"{one.tries}, given at {door.route}: {amiss}"] if amiss else []
        if process.poll() is not None:
            wrong.append(f"{one.tries}: the server's process ended")
            break
        first = first or memory_of(process.pid, "VmRSS")
    grown = memory_of(process.pid, "VmRSS") - first if process.poll() is None else 0
    wrong += [f"the server has grown by {grown} MB"] if grown > MOST_GROWTH else []
    wrong += ["something is on record"] if rows(file, "SELECT count(*) FROM store_entry") != before else []
    wrong += [f"left behind: {one.name}" for one in _left()]
    said = f"{len(found())} doors, found from the routes; "
    said += f"at most {worst.work:.1f} s of work and {worst.memory} MB each; the server grew by {max(grown, 0)} MB"
    return Found(n=len(corpus), wrong=len(wrong), said=said, examples=tuple(wrong[:8]))


def _given(one: Hostile, door: UploadDoor, port: int, meter: Meter) -> str:
    """What is amiss with how the server took the file; empty where nothing."""
    content = one.content()
    with meter.running():
        status, page, where = _post(port, door.address, one.name, content)
        harmless = _shown(port, where) if status == 302 else ""
    if harmless:
        return harmless
    expected = {HARMLESS: (302,), EITHER: (302, 400)}.get(one.must, (400, 413))
    if status not in expected:
        return f"answered {status}"
    if status != 302 and ("This file was not read" not in page or "Traceback" in page):
        return f"answered {status} without a reason"
    if meter.memory > MOST_MEMORY or meter.work > MOST_WORK:
        return f"it took {meter.work:.1f} s of work and {meter.memory} MB"
    by_name_alone = one.tries.startswith("a name:")
    if not meter.apart and (status == 302 or (one.stopped and not by_name_alone)):
        return "no process of its own read it"
    if (
        one.stopped
        and status != 302
        and not (settings.BUILD / "quarantine" / hashlib.sha256(content).hexdigest()).exists()
    ):
        return "the original was not put aside"
    return ""


def _post(port: int, address: str, name: str, content: bytes) -> tuple[int, str, str]:
    """Send a file as a browser would, its name as it is."""
    mark = uuid4().hex
    quoted = name.replace('"', "%22").encode("utf-8", errors="surrogatepass")
    body = b"".join(
        b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (mark.encode(), key.encode(), value.encode())
        for key, value in (("csrfmiddlewaretoken", TOKEN), ("step", "read"))
    )
    body += b'--%s\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n' % (mark.encode(), quoted)
    body += b"Content-Type: application/octet-stream\r\n\r\n" + content + b"\r\n--%s--\r\n" % mark.encode()
    return _asked(port, "POST", address, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})


def _shown(port: int, where: str) -> str:
    """Whether what was taken for harmless is shown as words and not as a part of the page."""
    status, page, _ = _asked(port, "GET", where)
    if status != 200:
        return f"taken, and shown as {status}"
    return "its markup is a part of the page" if "<script>alert" in page or "onload=alert" in page else ""


def _asked(
    port: int, how: str, path: str, body: bytes = b"", heads: dict[str, str] | None = None
) -> tuple[int, str, str]:
    seat = get_cookie_signer(salt=COOKIE).sign("director")
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        link.request(
            how, path, body=body or None, headers={"Cookie": f"csrftoken={TOKEN}; {COOKIE}={seat}", **(heads or {})}
        )
        answer = link.getresponse()
        return answer.status, answer.read().decode(errors="replace"), answer.headers.get("Location", "")
    except (OSError, http.client.HTTPException) as problem:
        return 0, repr(problem), ""
    finally:
        link.close()


def _left() -> list[Path]:
    """What a process apart left on the disk, or a path trick put where nothing belongs."""
    return [
        *settings.BUILD.glob("holdfast-apart-*"),
        *settings.BUILD.rglob("*sly*"),
        *settings.BUILD.parent.glob("*sly*"),
    ]


def _told(how: str) -> Callable[[], object]:
    @contextmanager
    def sabotage() -> Iterator[None]:
        told = Path(settings.BUILD) / HOW
        told.write_text(how, encoding="ascii")
        try:
            yield
        finally:
            told.unlink()

    return sabotage


def _only_the_doors(n: int) -> Found:
    """Whether every door that the routes have is one at which files are given."""
    wrong = without_files()
    return Found(n=len(found()), wrong=len(wrong), examples=tuple(wrong[:3]))


def _a_door_that_nobody_thought_of() -> object:
    return patch.dict(FILES, {one: FILES[one] for one in FILES if one != "inspectors-take-in"}, clear=True)


def _at(route: str) -> Measure:
    """The measure at one door alone."""

    def measure(n: int) -> Found:
        with patch.dict(FILES, {one: list for one in FILES if one != route}):
            return refused_or_harmless(n)

    return measure


B1 = Line(
    code="B1",
    says="Hostile files are refused or harmless, each in a limited process of its own; the server lives on",
    unit="files", measure=refused_or_harmless, full=1_000, short=60, slice=3,
    asked="200 files, 5 s and 300 MB each", whole=True,
    controls=(
        Control(words="the gate is out", n=1, sabotage=_told(NO_GATE)),
        Control(words="the limits are off", n=2, part=_at("import"), sabotage=_told(NO_LIMITS)),
        Control(words="files are read in the server's own process", n=1, sabotage=_told(IN_THE_SERVER)),
        Control(
            words="documents of inspectors are read without limits", n=1, part=_at("inspectors-take-in"),
            sabotage=_told(NO_LIMITS),
        ),
        Control(
            words="a door that nobody gives files at", n=1, part=_only_the_doors,
            sabotage=_a_door_that_nobody_thought_of,
        ),
    ),
)  # fmt: skip

LINES = (B1,)
