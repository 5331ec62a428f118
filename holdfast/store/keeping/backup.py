"""Making a backup, and reading one through to its end.

Inside the seal is one compressed text of lines: ``T`` and a table's name and columns, ``R`` and a row for each of its
rows, table after table, and at the end ``M`` and the manifest.
"""

import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from django.db import connection

from holdfast import __version__
from holdfast.store.keeping.contents import (
    Counted,
    heads,
    kept_tables,
    lines_of,
    migrations_applied,
    schema_of_table,
)
from holdfast.store.keeping.elsewhere import as_it_stands
from holdfast.store.keeping.manifest import Manifest, manifest_of
from holdfast.store.keeping.sealed import FORMAT, BackupRefused, Sealing, unsealed
from holdfast.store.rows import BATCH, Tick, silent

Take = Callable[[str, Sequence[bytes]], None]
"""Is given a table's name and some of its lines."""

TABLE, ROW, MANIFEST = b"T ", b"R ", b"M "


def write_backup(path: Path, key: bytes, *, made_at: datetime, tick: Tick = silent) -> Manifest:
    """Back the whole database up into a new file, as it stands at one moment, then read the file through.

    The file has its name only once it is whole; its owner alone can read it. BackupRefused where nothing is on record.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file, as_it_stands():
            sealing = Sealing(file, key)
            _write(sealing, made_at, tick)
            sealing.close()
            file.flush()
            os.fsync(file.fileno())
        manifest = read_backup(unfinished, key, tick=tick)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _write(sealing: Sealing, made_at: datetime, tick: Tick) -> None:
    squeezed = zlib.compressobj()
    entries, looks = heads()
    if not entries.position:
        raise BackupRefused("Nothing is on record yet, so there is nothing to back up.")
    tables = {}
    for name, model in kept_tables().items():
        said = json.dumps([name, list(schema_of_table(model))])
        sealing.write(squeezed.compress(TABLE + said.encode() + b"\n"))
        counted = Counted()
        for lines in lines_of(model):
            counted.add(lines)
            sealing.write(squeezed.compress(b"".join(ROW + line + b"\n" for line in lines)))
        tables[name] = counted.rows()
        tick(f"{name}: {tables[name].count:,} rows written")
    manifest = Manifest(
        format=FORMAT, holdfast=__version__, vendor=connection.vendor, migrations=migrations_applied(),
        made_at=made_at, tables=tables, entries=entries, looks=looks,
    )  # fmt: skip
    sealing.write(squeezed.compress(MANIFEST + manifest.text().encode() + b"\n") + squeezed.flush())


def read_backup(path: Path, key: bytes, take: Take | None = None, tick: Tick = silent) -> Manifest:
    """Read a backup to its end, hand each table's lines to ``take``, and give its manifest.

    BackupRefused where the file is not whole or its rows are not those that its manifest counts.
    """
    found: dict[str, Counted] = {}
    name, manifest = "", None
    for kind, lines in _grouped(path, key):
        if manifest is not None:
            raise BackupRefused("The backup goes on after its manifest, which must be its last line.")
        if kind == TABLE:
            name = _table(lines[-1])
            found |= {_table(line): Counted() for line in lines}
            tick(f"{name}: being read")
        elif kind == ROW and name:
            found[name].add(lines)
            if take:
                take(name, lines)
        elif kind == MANIFEST:
            manifest = manifest_of(lines[-1])
        else:
            raise BackupRefused("The backup has a line in it that no backup has.")
    if manifest is None:
        raise BackupRefused("The backup has no manifest: nothing says what must be in it.")
    _check_rows(manifest, found)
    return manifest


def _check_rows(manifest: Manifest, found: dict[str, Counted]) -> None:
    for name in sorted(manifest.tables.keys() | found.keys()):
        if name not in manifest.tables or name not in found:
            raise BackupRefused(f"The backup and its manifest do not have the same tables: {name} is in one only.")
        said, there = manifest.tables[name], found[name].rows()
        if said.count != there.count:
            raise BackupRefused(f"Of {name} the backup has {there.count:,} rows, and must have {said.count:,}.")
        if said.sha256 != there.sha256:
            raise BackupRefused(f"A row of {name} was altered in the backup: its rows are not those backed up.")


def _table(line: bytes) -> str:
    """The table that a line begins; BackupRefused where this Holdfast has no such table."""
    try:
        name, columns = json.loads(line)
        known = kept_tables()[name]
    except (ValueError, KeyError, TypeError):
        raise BackupRefused("The backup has a table that this Holdfast does not have.") from None
    if columns != list(schema_of_table(known)):
        raise BackupRefused(f"The backup has other columns of {name} than this Holdfast.")
    return str(name)


def _grouped(path: Path, key: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """Lines of one kind that follow each other, without their letters, not too many at once."""
    waiting: list[bytes] = []
    for kind, lines in groupby(_lines(path, key), key=lambda line: line[:2]):
        for line in lines:
            waiting.append(line[2:])
            if len(waiting) >= BATCH or kind == TABLE:
                yield kind, waiting
                waiting = []
        if waiting:
            yield kind, waiting
            waiting = []


def _lines(path: Path, key: bytes) -> Iterator[bytes]:
    """The lines inside the seal."""
    squeezed, rest = zlib.decompressobj(), b""
    try:
        with path.open("rb") as file:
            for part in unsealed(file, key):
                *lines, rest = (rest + squeezed.decompress(part)).split(b"\n")
                yield from lines
        *lines, rest = (rest + squeezed.flush()).split(b"\n")
    except zlib.error:
        raise BackupRefused("What is inside the backup's seal cannot be unpacked.") from None
    except OSError as problem:
        raise BackupRefused(f"The backup cannot be read: {problem}") from None
    yield from lines
    if rest or not squeezed.eof:
        raise BackupRefused("What is inside the backup's seal ends before its end.")
