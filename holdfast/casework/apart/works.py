"""The short list of works that may be asked of a process apart. Each is named here and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work. ``prepare`` brings in what it needs before memory is counted.

    ``do`` is given the path, a folder to unpack in and a folder for what is too large for JSON, and answers in plain
    data; ``load`` makes of that answer, back in the process that asked, what was wanted.
    """

    prepare: Callable[[], None]
    do: Callable[[Path, Path, Path], dict[str, Any]]
    load: Callable[[Mapping[str, Any], Path], Any]


def _work(module: Callable[[], ModuleType]) -> Work:
    """A work out of its module, which is brought in when it is asked for: no process loads another's readers."""
    return Work(
        prepare=lambda: module().prepare(), do=lambda path, scratch, parts: module().read(path, scratch, parts),
        load=lambda told, parts: module().load(told, parts),
    )  # fmt: skip


def _extracts() -> ModuleType:
    from holdfast.casework.apart import extracts

    return extracts


def _documents() -> ModuleType:
    from holdfast.casework.apart import documents

    return documents


WORKS: Mapping[str, Work] = {"extract": _work(_extracts), "report": _work(_documents)}
