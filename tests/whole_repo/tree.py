"""The repository as its own tests see it: its files, and the parsed source of each.

A guard is a function from sources to complaints, so that a planted fault is one string away.
"""

import ast
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Source:
    """One file: its path from the root, with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed source. A syntax error is raised as it stands, naming the file."""
        return ast.parse(self.text, filename=self.path)

    @property
    def module(self) -> str:
        """The dotted name, such as ``holdfast.dates.limits``."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def parts(self) -> tuple[str, ...]:
        """Folder names and the file's own, without its ending."""
        return tuple(self.path.rsplit(".", 1)[0].split("/"))


Guard = Callable[[Source], list[str]]


def tracked() -> list[str]:
    """Every file that is, or is about to be, in the repository."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return sorted(path for path in set(listing.stdout.split("\0")) if path and (ROOT / path).is_file())


def sources(*folders: str, ending: str = ".py") -> Iterator[Source]:
    """The files under these folders (of the whole repository when none is named) with this ending."""
    for path in tracked():
        if path.endswith(ending) and (not folders or path.startswith(tuple(f"{one}/" for one in folders))):
            yield _read(path, (ROOT / path).stat().st_mtime_ns)


@cache
def _read(path: str, changed: int) -> Source:
    """A file as it is now: read and parsed once for all guards, and again when it has changed."""
    return Source(path, (ROOT / path).read_text(encoding="utf-8"))


def texts() -> Iterator[Source]:
    """Every file of the repository that is text."""
    for path in tracked():
        try:
            yield Source(path, (ROOT / path).read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue


def complaints(guard: Guard, *folders: str) -> list[str]:
    """What this guard has to say about the repository's Python."""
    return [f"{source.path}{word}" for source in sources(*folders) for word in guard(source)]


def imported(source: Source) -> Iterator[tuple[str, int]]:
    """Every module that a source imports, at any depth of the code, as a dotted name with its line."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{one.name}", node.lineno) for one in node.names)
