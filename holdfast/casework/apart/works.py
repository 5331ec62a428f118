"""The short list of works that may be asked of a process apart. Each is named here and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from holdfast.casework.apart import extracts


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work. ``prepare`` brings in what it needs before memory is counted.

    ``do`` is given the path, a folder to unpack in and a folder for what is too large for JSON, and answers in plain
    data; ``load`` makes of that answer, back in the process that asked, what was wanted.
    """

    prepare: Callable[[], None]
    do: Callable[[Path, Path, Path], dict[str, Any]]
    load: Callable[[Mapping[str, Any], Path], Any]


WORKS: Mapping[str, Work] = {
    "extract": Work(prepare=extracts.prepare, do=extracts.read, load=extracts.load),
}
