"""Files packed together, unpacked with care: nothing outside the folder, nothing monstrous, nothing hidden."""

import zipfile
from pathlib import Path, PurePosixPath

from holdfast.exchange.problems import CannotRead

MOST_FILES = 200
"""More files than the tables of every format together."""

LARGEST = 400 << 20
"""Bytes that may come out of one upload."""

_CHUNK = 1 << 20


def is_packed(path: Path) -> bool:
    """Whether the file is a zip file of files, and no workbook (which is a zip file too)."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as packed:
        return not any(name.lower() == "xl/workbook.xml" for name in packed.namelist())


def unpack(path: Path, folder: Path, largest: int = LARGEST) -> None:
    """Put every file into the folder, under its own name without the folders it lay in; CannotRead for a bad one."""
    try:
        with zipfile.ZipFile(path) as packed:
            left = largest
            for name, part in _wanted(packed.infolist()).items():
                left = _one(packed, part, folder / name, left)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise CannotRead(
            "The zip file is damaged or was cut off, so nothing in it was read. Pack the files again and check that "
            "the copy is complete."
        ) from error
    except RuntimeError as error:
        raise CannotRead(
            "The zip file is locked with a password, so nothing in it was read. Pack the files again without one."
        ) from error


def _wanted(parts: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files by their own names; what a system adds unseen is left out."""
    found: dict[str, zipfile.ZipInfo] = {}
    for part in parts:
        where = PurePosixPath(part.filename.replace("\\", "/"))
        if part.is_dir() or where.name.startswith(".") or "__MACOSX" in where.parts:
            continue
        if where.name in found:
            raise CannotRead(
                f"Two files in the zip file are called {where.name}, so nobody can tell which of them counts. Pack "
                "one folder of files, each with its own name."
            )
        found[where.name] = part
        if len(found) > MOST_FILES:
            raise CannotRead(
                f"The zip file holds more than {MOST_FILES} files. Pack the tables of one extract, each in one file."
            )
    if not found:
        raise CannotRead("There is no file in the zip file. Pack the files that your system exports, and nothing else.")
    return found


def _one(packed: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path, left: int) -> int:
    """Unpack one file piece by piece, whatever size it declares; gives how many bytes may still come."""
    with packed.open(part) as source, path.open("xb") as goal:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise CannotRead(
                    "The zip file would unpack to far more than any extract holds. Such files are made to stop a "
                    "computer, so it was not unpacked any further and nothing of it was kept."
                )
            goal.write(chunk)
    return left
