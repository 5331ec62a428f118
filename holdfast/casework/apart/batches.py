"""What inspectors wrote, a whole batch in one process apart: for somebody who waits at the command line.

A file that breaks the process, takes too long or needs too much is told of as one that could not be read, and which of
these it was; the rest of the batch is read in a new process. Paths go in and plain JSON comes out, a line each and no
line without end, so nothing of the file's is ever run here.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Event, Timer
from typing import Any, Literal

from holdfast.casework.apart.inside import OUT_OF_MEMORY
from holdfast.casework.apart.limits import OF_A_BATCH, Limits, hold_memory, hold_time, shut_ways_out
from holdfast.casework.apart.surroundings import ROOT, surroundings
from holdfast.exchange.problems import CannotRead

BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); from holdfast.casework.apart.batches import serve; serve(sys.argv[2])"
)
LONGEST_ANSWER = 64 << 20
"""Bytes of the longest line that is taken for an answer; the longest real report's has under one million."""

Why = Literal["time", "memory", "broke", "endless"]

_WHY: Mapping[Why, str] = {
    "time": "Reading it took longer than the {seconds:g} seconds that one file may take",
    "memory": "Reading it needed more than the {memory:,} MB of memory that one file may have",
    "broke": "Something in it stopped the reader",
    "endless": "What was read of it has no end",
}
_THEN = "{why}, so nothing in it was used. If it is a true report, save it anew as a PDF and read that."


def read_each(
    paths: Sequence[Path], tick: Callable[[str], None], limits: Limits = OF_A_BATCH
) -> Iterator[dict[str, Any]]:
    """Each report in the files, as plain values under the keys that the command prints."""
    process: subprocess.Popen[str] | None = None
    try:
        for path in paths:
            process = process or _begin(limits)
            answer = _ask(process, path, limits.seconds)
            if isinstance(answer, str):
                _end(process)
                process = None
                yield from refused(path, answer, limits)
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


def _ask(process: "subprocess.Popen[str]", path: Path, seconds: float) -> list[dict[str, Any]] | Why:
    """The answer for one file; else why there is none: the process broke, or had to be ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    over = Event()

    def stop() -> None:
        over.set()
        process.kill()

    late = Timer(seconds, stop)
    late.start()
    line = ""
    try:
        process.stdin.write(json.dumps([str(path), str(path.resolve())]) + "\n")
        process.stdin.flush()
        line = process.stdout.readline(LONGEST_ANSWER)
        answer = json.loads(line) if line.endswith("\n") else None
    except (OSError, ValueError):
        answer = None
    finally:
        late.cancel()
    if isinstance(answer, list):
        return answer
    return "time" if over.is_set() else "endless" if len(line) >= LONGEST_ANSWER else _how_it_ended(process)


def _how_it_ended(process: "subprocess.Popen[str]") -> Why:
    """Why a process that gave no answer ended: libraries that get no memory end it as one that aborts."""
    try:
        ended = process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return "broke"
    return "memory" if ended == OUT_OF_MEMORY or -ended == getattr(signal, "SIGABRT", None) else "broke"


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what could not be told to it any more
                pipe.close()


def refused(path: Path, why: Why, limits: Limits = OF_A_BATCH) -> list[dict[str, Any]]:
    """What is told of a file that could not be read, and why."""
    from holdfast.inspection.reading import nothing_read

    words = _WHY[why].format(seconds=limits.seconds, memory=limits.memory >> 20)
    return [nothing_read(str(path), _THEN.format(why=words), 0).as_json()]


def serve(limits: str) -> None:
    """The process's own work: hold itself to its limits, then answer each path with the reports in the file."""
    from holdfast.casework.apart.documents import reports_in
    from holdfast.inspection.reading import nothing_read

    hold(Limits(**json.loads(limits)))
    for line in sys.stdin:
        called, where = json.loads(line)
        try:
            reports = reports_in(Path(where), called)
        except CannotRead as refusal:
            reports = [nothing_read(called, str(refusal).removeprefix(f"{Path(where).name}: "), 0)]
        except MemoryError:
            sys.exit(OUT_OF_MEMORY)
        sys.stdout.write(json.dumps([one.as_json() for one in reports]) + "\n")
        sys.stdout.flush()


def hold(limits: Limits) -> None:
    """No more time, memory and files than allowed from here on, and no way out."""
    hold_time(limits)
    hold_memory(limits)
    shut_ways_out()
