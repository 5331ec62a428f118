"""The one door in: a path becomes an extract. A file's kind is told by its content, not its name."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from holdfast.exchange.extract import Extract, NotRead, Tick, silent
from holdfast.exchange.heads import Head, head_of
from holdfast.exchange.problems import CannotRead


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """A kind of extract: how a file of it is recognised, and who reads all its files together.

    ``recognises`` is asked with the head of each file. ``read`` is given every file of the kind, sorted by
    name.
    """

    name: str
    words: str
    recognises: Callable[[Head], bool]
    read: Callable[[Sequence[Path], Tick], Extract]


KINDS = (
    ("ssd", "Standard Safeguarding Dataset"),
    ("annex_a", "Annex A child-level lists"),
    ("ssda903", "SSDA903 return on looked after children"),
    ("cin", "children in need census"),
)
"""Package here and what it reads, in words; where several kinds lie together the first wins."""


def kinds() -> tuple[FileKind, ...]:
    """Every kind that can be read."""
    found = []
    for name, words in KINDS:
        if find_spec(f"holdfast.exchange.{name}") is None:
            continue
        module = importlib.import_module(f"holdfast.exchange.{name}")
        found.append(FileKind(name=name, words=words, recognises=module.recognises, read=module.read))
    return tuple(found)


def read_extract(path: Path, tick: Tick = silent) -> Extract:
    """Read a folder (its top level only) or a file; ``tick`` is told what has just been read.

    Files of other kinds than the one that is read are listed in ``not_read``. CannotRead, with a sentence
    that says what to give instead, when there is nothing there that any reader knows.
    """
    files, left_out = _files_of(path)
    heads = [head_of(file) for file in files]
    by_kind = [(kind, [head for head in heads if _is(kind, head)]) for kind in kinds()]
    wanted = next(((kind, found) for kind, found in by_kind if found), None)
    if wanted is None:
        raise CannotRead(_nothing_known(path, heads))
    kind, found = wanted
    extract = kind.read([head.path for head in found], tick)
    others = {id(head): other for other, some in by_kind if other is not kind for head in some}
    for head in heads:
        if head not in found:
            left_out.append(_not_read(head, others.get(id(head)), kind))
    return replace(extract, not_read=(*extract.not_read, *left_out))


def _is(kind: FileKind, head: Head) -> bool:
    return head.cannot is None and kind.recognises(head)


def _files_of(path: Path) -> tuple[list[Path], list[NotRead]]:
    """The files at the top level of a folder, or the one file; and what lies there without being read."""
    try:
        if path.is_file():
            return [path], []
        if not path.is_dir():
            raise CannotRead(
                f"{path}: there is no such file or folder. Check the spelling, and that the drive it is on is there."
            )
        within = sorted(path.iterdir())
    except PermissionError as error:
        raise CannotRead(
            f"{path}: this folder may not be opened by you, so nothing in it was read. Ask its owner for the right."
        ) from error
    if not within:
        raise CannotRead(
            f"{path}: the folder is empty. Put the files that your system exports into it: for the Standard "
            "Safeguarding Dataset, one CSV for each table, ssd_person among them."
        )
    below = [
        NotRead(file=one.name, reason="It is a folder; only files at the top level are read. Give its own path.")
        for one in within
        if one.is_dir() and not one.name.startswith(".")
    ]
    return [one for one in within if one.is_file() and not one.name.startswith(".")], below


def _not_read(head: Head, other: FileKind | None, read: FileKind) -> NotRead:
    if head.cannot:
        return NotRead(file=head.path.name, reason=f"It was not read: {head.cannot}.")
    if other:
        return NotRead(
            file=head.path.name,
            reason=f"It is of another kind ({other.words}) than the rest ({read.words}), and one kind is "
            "read at a time, because the same child may be in both. Give its own path to read it.",
        )
    return NotRead(file=head.path.name, reason=_unknown(head))


def _unknown(head: Head) -> str:
    if head.root:
        return f"Its root element is <{head.root}>, which is no return that is known here."
    if head.workbook:
        return "No sheet of this workbook has the header of a list that is known here."
    named = ", ".join(head.columns[:6]) + (" …" if len(head.columns) > 6 else "")
    return f"Its header ({named}) is that of no table that is known here."


def _nothing_known(path: Path, heads: Sequence[Head]) -> str:
    said = [
        f"{head.path.name}: {head.cannot}." if head.cannot else f"{head.path.name}: {_unknown(head)}" for head in heads
    ]
    listed = " ".join(said[:5]) + (f" And {len(said) - 5} more." if len(said) > 5 else "")
    return (
        f"{path}: nothing that can be read was found here. {listed} Give a folder of Standard Safeguarding "
        "Dataset CSV files, an Annex A workbook, SSDA903 files (CSV or XML), or a children in need census "
        "(XML)."
    )
