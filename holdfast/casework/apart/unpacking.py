"""Files packed together, unpacked with care: nothing outside the folder, nothing monstrous, nothing hidden."""

import stat
import struct
import zipfile
from pathlib import Path

from holdfast.casework.apart.names import check_name, check_place, shown
from holdfast.casework.apart.refused import NotLetIn
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.safe_workbook import DAMAGED

MOST_FILES = 200
"""More files than the tables of every format together."""

MOST_PARTS = 2_000
"""More parts than any list's workbook has."""

LARGEST = 400 << 20
"""Bytes that may come out of one upload."""

STEEPEST = 200
"""How many times its packed size a file may unpack to; tables of text stay below thirty."""

_SMALL = 1 << 22
_CHUNK = 1 << 20
_END = b"PK\x05\x06"
_END_LENGTH = 22
_LOCKED = 0x1


def top_files(path: Path) -> list[Path]:
    """The file, or those at the top of a folder; none where it may not be looked into, which the reader tells of."""
    try:
        if path.is_file():
            return [path]
        return [one for one in sorted(path.iterdir()) if one.is_file() and not one.name.startswith(".")]
    except OSError:
        return []


def packed_in(path: Path) -> Path | None:
    """The one packed file that the path is, or that lies alone in a folder; None where there is none."""
    files = top_files(path)
    return files[0] if len(files) == 1 and is_packed(files[0]) else None


def is_packed(path: Path) -> bool:
    """Whether the file is a zip file of files, and no workbook (which is a zip file too)."""
    try:
        with path.open("rb") as file:
            begins = file.read(2) == b"PK"
    except OSError:
        return False
    if not begins or not zipfile.is_zipfile(path):
        return False
    check_number(path)
    try:
        with zipfile.ZipFile(path) as packed:
            return not any(name.lower() == "xl/workbook.xml" for name in packed.namelist())
    except (*DAMAGED, OSError):
        return True


def check_number(path: Path) -> None:
    """NotLetIn for a zip file with a directory longer than any extract's, before that directory is read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - (1 << 16) - _END_LENGTH))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_LENGTH:
        return
    _, number, length = struct.unpack_from("<HHL", tail, at + 8)
    if number > MOST_PARTS or length > MOST_PARTS * 512:
        raise NotLetIn(
            f"{path.name}: more than {MOST_PARTS:,} files are packed in it, which no extract has and which would keep "
            "a computer busy, so none was read. Pack the tables of one extract, each in one file."
        )


def unpack(path: Path, folder: Path, largest: int = LARGEST) -> None:
    """Put every file into the folder, under its own name without the folders it lay in; CannotRead for a bad one."""
    try:
        with zipfile.ZipFile(path) as packed:
            left = largest
            for name, part in _wanted(path.name, packed.infolist()).items():
                left = _one(path.name, packed, part, folder / name, left)
    except DAMAGED as error:
        raise CannotRead(
            f"{path.name}: the zip file is damaged or was cut off, so nothing in it was read. Pack the files again and "
            "check that the copy is complete."
        ) from error
    except RuntimeError as error:
        raise CannotRead(_locked(path.name)) from error


def _wanted(file: str, parts: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files by their own names; what a system adds unseen is left out."""
    check_parts(file, parts)
    found: dict[str, zipfile.ZipInfo] = {}
    for part in parts:
        where = check_place(part.filename)
        if part.is_dir() or where.name.startswith(".") or "__MACOSX" in where.parts:
            continue
        check_name(where.name)
        if where.name.casefold() in {one.casefold() for one in found}:
            raise CannotRead(
                f"{file}: two of the files packed in it are called {where.name}, so nobody can tell which of them "
                "counts. Pack one folder of files, each with its own name."
            )
        found[where.name] = part
        if len(found) > MOST_FILES:
            raise NotLetIn(
                f"{file}: it holds more than {MOST_FILES} files. Pack the tables of one extract, each in one file."
            )
    if not found:
        raise CannotRead(
            f"{file}: there is no file in the zip file. Pack the files that your system exports, and nothing else."
        )
    return found


def check_parts(file: str, parts: list[zipfile.ZipInfo]) -> None:
    """NotLetIn where packed parts lie over each other, swell beyond reason, or lead elsewhere."""
    end = 0
    for part in sorted(parts, key=lambda one: one.header_offset):
        if part.header_offset < end:
            raise NotLetIn(_monstrous(file))
        end = part.header_offset + part.compress_size
        if part.file_size > _SMALL and part.file_size > STEEPEST * max(part.compress_size, 1):
            raise NotLetIn(_monstrous(file))
        if stat.S_ISLNK(part.external_attr >> 16):
            raise NotLetIn(
                f"{file}: {shown(part.filename)} in it is no file but leads to another on this computer, so nothing "
                "was read. Pack the files themselves."
            )
        if part.flag_bits & _LOCKED:
            raise CannotRead(_locked(file))


def _one(file: str, packed: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path, left: int) -> int:
    """Unpack one file piece by piece, whatever size it declares; gives how many bytes may still come."""
    with packed.open(part) as source, path.open("xb") as goal:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise NotLetIn(_monstrous(file))
            goal.write(chunk)
    return left


def _monstrous(file: str) -> str:
    return (
        f"{file}: it would unpack to far more than any extract holds. Such files are made to stop a computer, so it "
        "was not unpacked any further and nothing of it was taken in. If it is truly yours, pack the files again."
    )


def _locked(file: str) -> str:
    return (
        f"{file}: the zip file is locked with a password, so nothing in it was read. Pack the files again without one."
    )
