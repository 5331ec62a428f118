"""What inspectors wrote, a whole batch in one process apart: for somebody who waits at the command line.

A file that breaks the process, or takes too long, is told of as one that could not be read; the rest of the batch is
read in a new one. Paths go in and plain JSON comes out, a line each, so nothing of the file's is ever run here.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from typing import Any

from holdfast.casework.apart.limits import OF_A_BATCH, Limits, hold_memory, hold_time, shut_ways_out
from holdfast.casework.apart.surroundings import ROOT, surroundings

BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); from holdfast.casework.apart.batches import serve; serve(sys.argv[2])"
)
_BROKE = (
    "It could not be read within the time and memory that one file may take ({seconds:g} seconds, {memory} megabytes), "
    "so nothing in it was used. If it is a true report, save it anew as a PDF and read that."
)


def read_each(
    paths: Sequence[Path], tick: Callable[[str], None], limits: Limits = OF_A_BATCH
) -> Iterator[dict[str, Any]]:
    """Each report in the files, as plain values under the keys that the command prints."""
    process: subprocess.Popen[str] | None = None
    try:
        for path in paths:
            process = process or _begin(limits)
            answer = _ask(process, path, limits.seconds)
            if answer is None:
                _end(process)
                process = None
                yield from refused(path, limits)
            else:
                yield from answer
            tick(path.name)
    finally:
        if process is not None:
            _end(process)


def _begin(limits: Limits) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - this interpreter, and words of our own
        [sys.executable, "-I", "-B", "-c", BEGIN, str(ROOT), json.dumps(asdict(limits))], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env=surroundings(limits),
    )  # fmt: skip


def _ask(process: "subprocess.Popen[str]", path: Path, seconds: float) -> list[dict[str, Any]] | None:
    """The answer for one file; None where the process broke or had to be ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    late = Timer(seconds, process.kill)
    late.start()
    try:
        process.stdin.write(json.dumps([str(path), str(path.resolve())]) + "\n")
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


def refused(path: Path, limits: Limits = OF_A_BATCH) -> list[dict[str, Any]]:
    """What is told of a file that could not be read within its limits."""
    from holdfast.inspection.reading import nothing_read

    why = _BROKE.format(seconds=limits.seconds, memory=limits.memory >> 20)
    return [nothing_read(str(path), why, 0).as_json()]


def serve(limits: str) -> None:
    """The process's own work: hold itself to its limits, then answer each path with the reports in the file."""
    from holdfast.inspection.reading import nothing_read, read_document

    hold(Limits(**json.loads(limits)))
    for line in sys.stdin:
        called, where = json.loads(line)
        try:
            reports = read_document(called, Path(where).read_bytes())
        except OSError as fault:
            reports = [nothing_read(called, f"It cannot be opened: {fault.strerror}.", 0)]
        sys.stdout.write(json.dumps([one.as_json() for one in reports]) + "\n")
        sys.stdout.flush()


def hold(limits: Limits) -> None:
    """No more time, memory and files than allowed from here on, and no way out."""
    hold_time(limits)
    hold_memory(limits)
    shut_ways_out()
