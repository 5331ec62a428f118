"""Reading an extract apart: let in, unpacked, read; and carried back as tables and words, nothing else."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from holdfast.casework.apart.gate import check_path
from holdfast.casework.apart.unpacking import packed_in, unpack
from holdfast.exchange.extract import Extract, NotRead, TableRead
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.reading import kinds, read_extract
from holdfast.record.child import Held
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Fact
from holdfast.record.register import NOUNS

_BY_NAME = {noun.__name__: noun for noun in NOUNS}


def prepare() -> None:
    """Bring every reader in, and let the columns' own machinery start its threads."""
    kinds()
    pl.DataFrame({"one": [1]}).lazy().collect()


def read(path: Path, scratch: Path, parts: Path) -> dict[str, Any]:
    """Read the file or folder, or the files packed in it; CannotRead, or NotLetIn for what could do harm."""
    check_path(path)
    packed = packed_in(path)
    if packed is None:
        return carried(read_extract(path), parts)
    inside = scratch / "unpacked"
    inside.mkdir()
    unpack(packed, inside)
    check_path(inside, packed=True)
    try:
        return carried(read_extract(inside), parts)
    except CannotRead as problem:
        raise CannotRead(str(problem).replace(str(inside), packed.name)) from problem


def carried(extract: Extract, parts: Path) -> dict[str, Any]:
    """The extract as plain data; its tables go into the folder, each under a number."""
    frames: list[pl.DataFrame] = []

    def part(frame: pl.DataFrame) -> int:
        frame.write_ipc(parts / f"{len(frames)}.arrow")
        frames.append(frame)
        return len(frames) - 1

    held = extract.columns.held
    return {
        "kind": extract.kind,
        "until": extract.until and extract.until.isoformat(),
        "frames": {noun.__name__: part(frame) for noun, frame in extract.columns.frames.items()},
        "held": {noun.__name__: sorted(fields) for noun, fields in held.fields.items()},
        "latest_only": sorted(noun.__name__ for noun in held.latest_only),
        "known_from": {noun.__name__: day.isoformat() for noun, day in held.known_from.items()},
        "known_until": {noun.__name__: day.isoformat() for noun, day in held.known_until.items()},
        "kept": {name: part(frame) for name, frame in extract.kept.items()},
        "tables": [asdict(one) | {"recognised": dict(one.recognised)} for one in extract.tables],
        "problems": [asdict(one) for one in extract.problems],
        "not_read": [asdict(one) for one in extract.not_read],
    }


def load(told: Mapping[str, Any], parts: Path) -> Extract:
    """The extract again. ValueError, KeyError or TypeError where the answer is not one that ``carried`` gives."""

    def part(number: int) -> pl.DataFrame:
        # Read, not mapped: the folder is gone in a moment.
        return pl.read_ipc((parts / f"{int(number)}.arrow").read_bytes())

    held = Held(
        fields={_BY_NAME[name]: frozenset(fields) for name, fields in told["held"].items()},
        latest_only=frozenset(_BY_NAME[name] for name in told["latest_only"]),
        known_from=_days(told["known_from"]), known_until=_days(told["known_until"]),
    )  # fmt: skip
    frames = {_BY_NAME[name]: part(number) for name, number in told["frames"].items()}
    for noun, frame in frames.items():
        if dict(frame.schema) != schema_of(noun):
            raise ValueError(f"The table of {noun.__name__} came back with other columns than it has.")
    return Extract(
        kind=told["kind"], columns=Columns(frames=frames, held=held),
        tables=tuple(TableRead(**one | {"unrecognised": tuple(one["unrecognised"])}) for one in told["tables"]),
        problems=tuple(Problem(**one) for one in told["problems"]),
        not_read=tuple(NotRead(**one) for one in told["not_read"]),
        kept={name: part(number) for name, number in told["kept"].items()},
        until=date.fromisoformat(told["until"]) if told["until"] else None,
    )  # fmt: skip


def _days(told: Mapping[str, str]) -> dict[type[Fact], date]:
    return {_BY_NAME[name]: date.fromisoformat(day) for name, day in told.items()}
