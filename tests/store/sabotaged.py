"""Ways to spoil a backup, each with the words that must name what is wrong; and how a test opens and reseals one."""

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from holdfast.store.keeping.sealed import FRAME, HEADER, Sealing, unsealed

KEY = bytes(range(32))
ANOTHER_KEY = bytes(range(1, 33))


def inside(path: Path) -> list[bytes]:
    """The lines inside the seal."""
    with path.open("rb") as file:
        return zlib.decompress(b"".join(unsealed(file, KEY))).splitlines()


def resealed(path: Path, lines: list[bytes]) -> None:
    """These lines sealed with the right key in the backup's place."""
    with path.open("wb") as file:
        sealing = Sealing(file, KEY)
        sealing.write(zlib.compress(b"".join(line + b"\n" for line in lines)))
        sealing.close()


def parts(path: Path) -> list[bytes]:
    """The header of a backup, then each of its sealed parts, as they lie in the file."""
    whole = path.read_bytes()
    found, at = [whole[: HEADER.size]], HEADER.size
    while at < len(whole):
        _, length, _ = FRAME.unpack_from(whole, at)
        found.append(whole[at : at + FRAME.size + length])
        at += FRAME.size + length
    return found


def manifest_with(path: Path, **said: object) -> None:
    """The backup resealed with a manifest that says something else."""
    *lines, last = inside(path)
    manifest = json.loads(last[2:]) | said
    resealed(path, [*lines, b"M " + json.dumps(manifest).encode()])


def _cut_in_two(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _without_last_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _header_of_version_2(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[19] = 2
    path.write_bytes(whole)


def _altered_row(path: Path) -> None:
    lines = inside(path)
    assert any(b'"Rowan"' in line for line in lines)
    resealed(path, [line.replace(b'"Rowan"', b'"Robin"') for line in lines])


def _a_row_less(path: Path) -> None:
    lines = inside(path)
    rowan = next(line for line in lines if b'"Rowan"' in line)
    lines.remove(rowan)
    resealed(path, lines)


@dataclass(frozen=True, kw_only=True)
class Spoilt:
    """One way to spoil a backup, the words that name it, and the key it is then opened with."""

    words: str
    spoil: Callable[[Path], object]
    key: bytes = KEY


SABOTAGES: dict[str, Spoilt] = {
    "empty": Spoilt(words="is an empty file", spoil=lambda path: path.write_bytes(b"")),
    "truncated in the middle": Spoilt(words="was cut off", spoil=_cut_in_two),
    "truncated by one byte": Spoilt(words="was cut off", spoil=_without_last_byte),
    "wrong version": Spoilt(words="wrong version: its format is 2", spoil=_header_of_version_2),
    "wrong version in the manifest": Spoilt(
        words="wrong version: its format is 2", spoil=lambda path: manifest_with(path, format=2)
    ),
    "wrong key": Spoilt(words="made with another key", spoil=lambda path: None, key=ANOTHER_KEY),
    "an altered row under the right key": Spoilt(words="A row of store_person was altered", spoil=_altered_row),
    "a row less under the right key": Spoilt(words="Of store_person the backup has 1 rows", spoil=_a_row_less),
}
