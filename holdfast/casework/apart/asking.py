"""Asking a process apart to read something, and waiting for it no longer than its limits say."""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import polars as pl

from holdfast.casework.apart.inside import ANSWER, OUT_OF_MEMORY, PARTS
from holdfast.casework.apart.limits import Limits
from holdfast.casework.apart.refused import Refused
from holdfast.casework.apart.surroundings import ROOT, surroundings
from holdfast.casework.apart.works import WORKS

AT_ONCE = 2
"""How many files are read at a time; whoever comes later waits a turn."""

BEGIN = "import sys; sys.path.insert(0, sys.argv[1]); from holdfast.casework.apart.inside import main; sys.exit(main())"
"""What the process begins with. It sees no folder but the package's own and the libraries'."""

_TURNS = BoundedSemaphore(AT_ONCE)
_LOG = logging.getLogger(__name__)


def read_apart(work: str, path: Path, limits: Limits, called: str = "") -> Any:
    """What the work (a name in ``works``) makes of a file or folder, read in a process apart; else ``Refused``.

    ``called`` is what the person who gave it calls it, where that is not the path's own name.
    """
    called = called or path.name
    if not _TURNS.acquire(timeout=limits.seconds):
        return Refused(reason=_busy(called), harmful=False)
    # Made with this account's rights alone; what is unpacked there is somebody's record.
    scratch = Path(tempfile.mkdtemp(prefix="holdfast-apart-"))
    try:
        ended = _run(work, path, scratch, limits)
        return _made_of(work, called, scratch, limits, ended)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        _TURNS.release()


def _run(work: str, path: Path, scratch: Path, limits: Limits) -> int | None:
    """How the process ended; None where it was stopped because its time was over."""
    asked = {"work": work, "path": str(path.resolve()), "scratch": str(scratch), "limits": asdict(limits)}
    process = subprocess.Popen(  # noqa: S603 - this interpreter, and words of our own
        [sys.executable, "-I", "-B", "-c", BEGIN, str(ROOT)], cwd=scratch, env=surroundings(limits),
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        process.communicate(json.dumps(asked).encode(), timeout=limits.seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    except BaseException:
        _end(process)
        raise
    return process.returncode


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process, and whatever it may have begun."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:  # pragma: no cover
            process.kill()
    process.wait()


def _made_of(work: str, called: str, scratch: Path, limits: Limits, ended: int | None) -> Any:
    if ended is None or -ended in (_signal("SIGXCPU"), _signal("SIGKILL")):
        return Refused(reason=_too_long(called, limits), harmful=True)
    if ended == OUT_OF_MEMORY or -ended == _signal("SIGABRT"):
        return Refused(reason=_too_much(called, limits), harmful=True)
    answer: dict[str, Any] = {"raised": f"the process ended with {ended}"}
    try:
        answer = _answer(scratch, limits) if ended == 0 else answer
        if "told" in answer:
            return WORKS[work].load(answer["told"], scratch / PARTS)
    except (ValueError, KeyError, TypeError, OSError, pl.exceptions.PolarsError) as problem:
        answer = {"raised": f"the answer could not be read: {type(problem).__name__}"}
    if "cannot" in answer:
        return Refused(reason=str(answer["cannot"]), harmful=False)
    if "refused" in answer:
        return Refused(reason=str(answer["refused"]), harmful=True)
    # What stopped it, for whoever mends the reader. Nothing of the file, nor its name, is said.
    _LOG.warning("Reading apart (%s) stopped: %s", work, answer.get("raised"))
    return Refused(reason=_broke(called), harmful=True)


def _answer(scratch: Path, limits: Limits) -> dict[str, Any]:
    said = scratch / ANSWER
    parts = sum(one.lstat().st_size for one in (scratch / PARTS).iterdir())
    if said.is_symlink() or said.stat().st_size + parts > limits.answer:
        raise ValueError("The answer is larger than it may be.")
    answer: dict[str, Any] = json.loads(said.read_text(encoding="utf-8"))
    return answer


def _signal(name: str) -> int:
    """The number of a signal; one that no process ends with where the system does not know it."""
    return int(getattr(signal, name, 1000))


_STOPPED = (
    "so reading was stopped and nothing of it was taken in. Some files are made to stop a computer, which would keep "
    "everybody else from the record. If it is truly yours,"
)


def _too_long(file: str, limits: Limits) -> str:
    return (
        f"{file}: reading it took more than the {limits.cpu} seconds of work (or {limits.seconds:.0f} on the clock) "
        f"that one file may take, {_STOPPED} export it again and give a part of it at a time."
    )


def _too_much(file: str, limits: Limits) -> str:
    return (
        f"{file}: reading it needed more than the {limits.memory >> 20:,} MB of memory that one file may have, "
        f"{_STOPPED} export it again and give a part of it at a time."
    )


def _broke(file: str) -> str:
    return (
        f"{file}: something in it stopped the reader, {_STOPPED} export it again; where that does not help, tell "
        "whoever keeps Holdfast, and keep the file."
    )


def _busy(file: str) -> str:
    return f"{file}: other files are being read and it did not get its turn, so it was not read. Give it again."
