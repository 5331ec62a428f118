"""Keeping the record safe: a backup in one sealed file, restoring one, and the drill that shows that it would work."""

import os
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import DatabaseError, connection

from holdfast.store.keeping.backup import write_backup
from holdfast.store.keeping.contents import DRAFTS, heads, measured
from holdfast.store.keeping.elsewhere import as_it_stands, empty_database
from holdfast.store.keeping.manifest import Head, Manifest, Rows
from holdfast.store.keeping.restore import restore_backup
from holdfast.store.keeping.sealed import KEY_BYTES, BackupRefused
from holdfast.store.rows import Tick, silent

__all__ = [
    "BackupRefused", "Compared", "Key", "Manifest", "Rehearsal", "back_up", "key_here", "newest_backup", "rehearse",
    "restore",
]  # fmt: skip

VARIABLE = "HOLDFAST_BACKUP_KEY"
BESIDE = "backup-key"
ENDING = ".holdfast-backup"

SEVERAL = {
    "store_entry": "entries", "store_look": "looks", "store_lookedat": "children shown by looks", "store_act": "acts",
    DRAFTS: "drafts", "store_holding": "accounts of what is held", "store_keptrow": "rows that nothing reads",
    "store_inspectiondocument": "documents of inspectors", "store_readingcorrection": "corrections of what was read",
    "store_confirmedfate": "fates of points", "store_laterreading": "later readings of documents",
}  # fmt: skip
FACTS = "facts"
"""What a table is called in the drill's report; every other is facts."""

EACH = {"entries": "entry", "looks": "look"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The key of the backups, where it is kept, and whether it was made just now."""

    key: bytes
    where: str
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One line of the drill's report: the same thing in the record that is in use and in the one restored."""

    what: str
    live: str
    restored: str

    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What a drill found: line by line, what differs in words, and what is newer than the backup in words."""

    manifest: Manifest
    lines: tuple[Compared, ...]
    differences: tuple[str, ...]
    since: tuple[str, ...]


def key_here(environ: Mapping[str, str], folder: Path, *, make: bool = False) -> Key:
    """The key that the environment names, else the one kept in the folder, which is made once where that is asked.

    BackupRefused, saying what to do, where there is none or what is there is no key.
    """
    given, kept = environ.get(VARIABLE, ""), folder / BESIDE
    if given:
        return Key(key=_key(given, f"the variable {VARIABLE}"), where=f"the variable {VARIABLE}")
    if kept.exists():
        return Key(key=_key(kept.read_text(encoding="utf-8"), str(kept)), where=str(kept))
    if not make:
        raise BackupRefused(
            f"There is no key: {VARIABLE} is not set and {kept} is not there. Nothing opens without it."
        )
    folder.mkdir(parents=True, exist_ok=True)
    made = secrets.token_bytes(KEY_BYTES)
    descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(made.hex() + "\n")
    return Key(key=made, where=str(kept), new=True)


def _key(text: str, where: str) -> bytes:
    digits = 2 * KEY_BYTES
    if not re.fullmatch(rf"[0-9a-fA-F]{{{digits}}}", text.strip()):
        raise BackupRefused(f"What stands in {where} is no key: a key is {digits} digits and letters from a to f.")
    return bytes.fromhex(text.strip())


def back_up(folder: Path, key: Key, *, made_at: datetime, tick: Tick = silent) -> tuple[Path, Manifest]:
    """Back the record up into a new file in the folder, named for its moment, and read it through."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{made_at.astimezone(UTC).strftime('%Y-%m-%dT%H%M%SZ')}{ENDING}"
    if path.exists():
        raise BackupRefused(f"{path} is there already, and a backup is never overwritten.")
    try:
        return path, write_backup(path, key.key, made_at=made_at, tick=tick)
    except OSError as problem:
        raise BackupRefused(f"The backup could not be written: {problem}") from None
    except DatabaseError as error:
        raise BackupRefused(f"The database could not be read. It said: {error}") from None


def newest_backup(folder: Path) -> Path:
    """The backup of the latest moment in the folder; BackupRefused where it has none."""
    found = sorted(folder.glob(f"*{ENDING}"))
    if not found:
        raise BackupRefused(f"There is no backup in {folder}. Make one first: manage.py backup")
    return found[-1]


def restore(path: Path, key: Key, tick: Tick = silent) -> Manifest:
    """Restore a backup into this database, which must be empty; BackupRefused where anything is wrong."""
    return restore_backup(path, key.key, tick)


def rehearse(path: Path, key: Key, tick: Tick = silent) -> Rehearsal:
    """Restore a backup into an empty database of the same kind, and compare with the record that is in use.

    What the record has gained since the backup is told apart. BackupRefused where the backup cannot be restored.
    """
    with empty_database(connection.vendor):
        manifest = restore_backup(path, key.key, tick)
        restored, ends = measured(tick=tick), heads()
    with as_it_stands():
        now, there = heads(), heads(ends)
        live = measured(ends, tick)
    lines = [*_heads_compared(there, ends), *_rows_compared(live, restored)]
    differences = [*_behind(now, ends), *_altered(there, ends), *_differing(live, restored)]
    return Rehearsal(
        manifest=manifest, lines=tuple(lines), differences=tuple(differences),
        since=tuple(_since(now, ends, live[DRAFTS] != restored[DRAFTS])),
    )  # fmt: skip


def _heads_compared(live: tuple[Head, Head], restored: tuple[Head, Head]) -> Iterator[Compared]:
    for what, one, other in zip(EACH.values(), live, restored, strict=True):
        yield Compared(what=f"last {what}", live=_said(one), restored=_said(other), same=one == other)


def _said(head: Head) -> str:
    return f"{head.position:,} {head.hash[:12]}".rstrip()


def _rows_compared(live: Mapping[str, Rows], restored: Mapping[str, Rows]) -> Iterator[Compared]:
    for what in (*SEVERAL.values(), FACTS):
        names = [name for name in sorted(live) if SEVERAL.get(name, FACTS) == what]
        yield Compared(
            what=what, live=f"{sum(live[name].count for name in names):,}",
            restored=f"{sum(restored[name].count for name in names):,}",
            same=all(live[name] == restored[name] for name in names),
        )  # fmt: skip


def _behind(now: tuple[Head, Head], ends: tuple[Head, Head]) -> Iterator[str]:
    for what, one, end in zip(EACH, now, ends, strict=True):
        if one.position < end.position:
            yield f"The record in use has lost {what}: it ends with {one.position:,}, the backup with {end.position:,}."


def _altered(there: tuple[Head, Head], ends: tuple[Head, Head]) -> Iterator[str]:
    for what, one, end in zip(EACH.values(), there, ends, strict=True):
        if one.position == end.position and one.hash != end.hash:
            yield f"The {what} {end.position:,} is not the same in the record in use and in the backup."


def _differing(live: Mapping[str, Rows], restored: Mapping[str, Rows]) -> Iterator[str]:
    for name in sorted(live):
        if name != DRAFTS and live[name] != restored[name]:
            yield (
                f"The rows of {name} are not the same: {live[name].count:,} in the record in use, "
                f"{restored[name].count:,} in the backup, up to where the backup ends."
            )


def _since(now: tuple[Head, Head], ends: tuple[Head, Head], drafts: bool) -> Iterator[str]:
    for (several, each), one, end in zip(EACH.items(), now, ends, strict=True):
        gained = one.position - end.position
        if gained > 0:
            yield (
                f"The backup is older than the record: it ends with {each} {end.position:,}, and {gained:,} "
                f"{each if gained == 1 else several} made since {'is' if gained == 1 else 'are'} in no backup."
            )
    if drafts:
        yield "Drafts have been written since the backup, or thrown away."
