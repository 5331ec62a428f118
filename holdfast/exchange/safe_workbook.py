"""Workbooks from outside, refused before they are opened where they would unpack to a monstrous size.

``check_workbook`` is asked before a workbook is opened. It counts twice: what the zip file declares, and what
really comes out, because a forged declaration is how such files get past a check.
"""

import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from holdfast.exchange.problems import CannotRead

LARGEST = 1 << 30
"""Bytes that a workbook may unpack to: far more than a council's largest list."""

STEEPEST = 200
"""How many times its packed size a large part may unpack to; plain sheets stay below fifty."""

DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, ValueError,
    NotImplementedError,
)  # fmt: skip
"""What Python raises at a zip file that is cut off or altered, and (the last) at a packing that it does not know."""

_SMALL = 1 << 24
_CHUNK = 1 << 20


def check_workbook(path: Path, largest: int = LARGEST) -> None:
    """CannotRead for a workbook that would unpack to an unreasonable size or is no sound zip file."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            _declared(path.name, parts, largest)
            _actual(path.name, packed, parts, largest)
    except DAMAGED as error:
        raise CannotRead(
            f"{path.name}: the workbook is damaged or was cut off ({error}), so it was not read. Save it "
            "again and check that the copy is complete."
        ) from error
    except RuntimeError as error:
        raise CannotRead(f"{path.name}: the workbook is locked with a password. Save a copy without one.") from error
    except PermissionError as error:
        raise CannotRead(f"{path.name}: this file may not be opened by you, so nothing was read.") from error
    except OSError as error:
        raise CannotRead(f"{path.name}: the file could not be opened ({error.strerror or error}).") from error


def _declared(file: str, parts: list[zipfile.ZipInfo], largest: int) -> None:
    total = sum(one.file_size for one in parts)
    if total > largest:
        raise CannotRead(_too_large(file, total, largest))
    for one in parts:
        if one.file_size > _SMALL and one.file_size > STEEPEST * max(one.compress_size, 1):
            raise CannotRead(_too_large(file, one.file_size, largest))


def _actual(file: str, packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo], largest: int) -> None:
    """Unpack piece by piece, keeping nothing; stop once there is more than was declared or allowed."""
    total = 0
    for one in parts:
        size = 0
        with packed.open(one) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                total += len(chunk)
                if total > largest or size > max(one.file_size, 0):
                    raise CannotRead(_too_large(file, total, largest))


def _too_large(file: str, size: int, largest: int) -> str:
    return (
        f"{file}: the workbook would unpack to {size // (1 << 20):,} MB or more ({largest // (1 << 20):,} MB "
        "are allowed, and no part may swell as this one does). Such files are made to stop a computer, so it "
        "was not opened. If it is truly yours, save the lists you need in a new workbook."
    )
