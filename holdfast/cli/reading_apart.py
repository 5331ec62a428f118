"""Files from outside are read in a process of their own, one for a whole batch, with little memory and time.

A file that breaks the process, or takes too long, is told of as one that could not be read; the rest of the batch is
read in a new one. Paths go in and plain JSON comes out, a line each, so nothing of the file's is ever run here.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

SECONDS = 60
"""For one file. The longest real report takes about one."""

MEMORY = 1 << 30
"""Bytes that the process may use. The largest real report needs a quarter of it."""

BEGIN = "from holdfast.cli.reading_apart import serve; serve()"
_BROKE = (
    "It could not be read within the time and memory that one file may take ({seconds} seconds, {memory} megabytes), "
    "so nothing in it was used. If it is a true report, save it anew as a PDF and read that."
)


def read_apart(
    paths: Sequence[Path], tick: Callable[[str], None], seconds: float = SECONDS
) -> Iterator[dict[str, Any]]:
    """Each report in the files, as plain values under the keys that the command prints."""
    process: subprocess.Popen[str] | None = None
    try:
        for path in paths:
            process = process or _begin()
            answer = _ask(process, path, seconds)
            if answer is None:
                _end(process)
                process = None
                yield from refused(path, seconds)
            else:
                yield from answer
            tick(path.name)
    finally:
        if process is not None:
            _end(process)


def _begin() -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - this interpreter, and words of our own
        [sys.executable, "-c", BEGIN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, encoding="utf-8",
    )  # fmt: skip


def _ask(process: "subprocess.Popen[str]", path: Path, seconds: float) -> list[dict[str, Any]] | None:
    """The answer for one file; None where the process broke or had to be ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    late = Timer(seconds, process.kill)
    late.start()
    try:
        process.stdin.write(json.dumps(str(path)) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except OSError:
        return None
    finally:
        late.cancel()
    return list(json.loads(line)) if line.endswith("\n") else None


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what could not be told to it any more
                pipe.close()


def refused(path: Path, seconds: float = SECONDS) -> list[dict[str, Any]]:
    """What is told of a file that could not be read within its limits."""
    from holdfast.inspection.reading import nothing_read

    why = _BROKE.format(seconds=f"{seconds:g}", memory=MEMORY >> 20)
    return [nothing_read(str(path), why, 0).as_json()]


def serve() -> None:
    """The process's own work: hold itself to its memory, then answer each path with the reports in the file."""
    from holdfast.inspection.reading import nothing_read, read_document

    hold_memory()
    for line in sys.stdin:
        path = Path(json.loads(line))
        try:
            reports = read_document(str(path), path.read_bytes())
        except OSError as fault:
            reports = [nothing_read(str(path), f"It cannot be opened: {fault.strerror}.", 0)]
        sys.stdout.write(json.dumps([one.as_json() for one in reports]) + "\n")
        sys.stdout.flush()


def hold_memory() -> None:
    """No more memory than allowed from here on, where the system can hold a process to it."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows has no such limits; the time is held there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
