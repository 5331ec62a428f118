"""What a process that reads a file from outside may use. Held by the system, where the system knows how.

The limits are those of ``resource``, which Windows has not: there only the time on the clock is held, and ``LIMITED``
says so. What they cannot do: the system's administrator may start processes whatever the limits say, and a reader that
is taken over by a file could read what the server's own account may read. Python's own ways out (the network, other
programs) are shut by ``shut_ways_out``; a library that is no Python does not ask it.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # pragma: no cover
    resource = None  # type: ignore[assignment]

LIMITED = resource is not None
"""Whether this system can hold a process to time, memory and files."""

MB = 1 << 20
_WHOLE = 3 * (1 << 29)
_FILES_OPEN = 256
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``seconds`` on the clock and ``cpu`` of work; bytes of ``memory`` beyond what the readers need themselves.

    ``written`` is the most bytes of one file that the process writes, ``answer`` of all that it answers; ``threads``
    how many it may count with, nought for as many as it likes.
    """

    seconds: float
    cpu: int
    memory: int
    written: int
    answer: int
    threads: int = 1


OF_A_PAGE = Limits(seconds=30, cpu=5, memory=200 * MB, written=400 * MB, answer=200 * MB)
"""For a file that somebody gives on a page. With its readers (some 75 MB) the process stays under 300 MB; Wexmouth's
own extract of 600 children needs 80 MB beyond them, and under two seconds of work."""

OF_A_BATCH = Limits(seconds=60, cpu=24 * 3600, memory=1 << 30, written=0, answer=0)
"""For many documents of inspectors in one process, read by somebody who waits: ``seconds`` are those of one file. The
longest real report takes about one, and the largest needs a quarter of the memory. It writes no file."""

OF_THE_COMMAND_LINE = Limits(
    seconds=3600, cpu=3600, memory=8 << 30, written=8 << 30, answer=8 << 30, threads=0
)  # fmt: skip
"""For a council's whole extract, read by somebody who waits for it."""


def hold_time(limits: Limits) -> None:
    """From here on so much work, no files larger than allowed, no picture of the memory left behind."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime) + limits.cpu
    # The first warns and the second ends: a reader that would not hear the warning is ended a second later.
    _lower(resource.RLIMIT_CPU, cpu, cpu + 1)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, limits.written)
    _lower(resource.RLIMIT_NOFILE, _FILES_OPEN)


def hold_memory(limits: Limits) -> None:
    """From here on so much more memory than now. Asked once the readers are there, so that they are not counted."""
    if resource is None:
        return
    data, whole = _held()
    _lower(resource.RLIMIT_DATA, data + limits.memory)
    # Room that is only reserved counts here, and the readers reserve freely: a second fence, further out.
    _lower(resource.RLIMIT_AS, whole + limits.memory + _WHOLE)


def shut_ways_out() -> None:
    """No network and no other program from here on, for anything that asks Python for it."""
    sys.addaudithook(_refuse)


_OUT = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.kill", "ftplib.",
        "urllib.", "http.", "smtplib.", "webbrowser.")  # fmt: skip


def _refuse(event: str, told: tuple[Any, ...]) -> None:
    if event.startswith(_OUT):
        raise PermissionError(f"{event} is shut to a process that reads a file from outside.")


def _lower(which: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, but never above the one that stands."""
    assert resource is not None
    _, top = resource.getrlimit(which)
    most = hard if hard is not None else soft
    if top != resource.RLIM_INFINITY:
        most = min(most, top)
    resource.setrlimit(which, (min(soft, most), most))


def _held() -> tuple[int, int]:
    """The bytes of data and of room in all that this process holds now; nought where the system does not tell."""
    told = {}
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            name, _, rest = line.partition(":")
            told[name] = rest.split()
    return tuple(int(told[name][0]) * 1024 if name in told else 0 for name in ("VmData", "VmSize"))  # type: ignore[return-value]
