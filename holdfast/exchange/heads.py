"""What a file is, told from its beginning: a table's header, an XML file's root, a workbook."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from holdfast.exchange.decoding import as_utf8, not_text
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.text import header_of

_ENOUGH = 1 << 18
_XML_START = re.compile(
    r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*"
    r"<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The beginning of a file. Exactly one of the three is told, or ``cannot`` says what the file is instead.

    ``columns`` are the header cells of delimited text; ``root`` is the name of an XML file's root element,
    without its prefix; ``workbook`` is true for a spreadsheet (.xlsx). ``size`` is in bytes.
    """

    path: Path
    size: int
    columns: tuple[str, ...] = ()
    root: str | None = None
    workbook: bool = False
    cannot: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """The header cells in small letters, to compare without regard to case."""
        return frozenset(one.casefold() for one in self.columns)


def head_of(path: Path) -> Head:
    """Look at the beginning of a file. A file that cannot be opened or is no text says so in ``cannot``."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_ENOUGH)
    except PermissionError:
        return Head(path=path, size=0, cannot="it may not be opened by you; ask its owner for the right to read it")
    except OSError as error:
        return Head(path=path, size=0, cannot=f"it could not be opened ({error.strerror or error})")
    if not start:
        return Head(path=path, size=0, cannot="it is empty: not even a header is in it")
    if start.startswith(b"PK"):
        if not zipfile.is_zipfile(path):
            return Head(path=path, size=size, cannot="it is a workbook or zip file that is damaged or was cut off; "
                        "save it again and check that the copy is complete")  # fmt: skip
        if _is_workbook(path):
            return Head(path=path, size=size, workbook=True)
        return Head(path=path, size=size, cannot="it is a zip file, not a workbook; unpack it first")
    words = not_text(start)
    if words:
        return Head(path=path, size=size, cannot=f"it is {words}, whatever its name says")
    return _text_head(path, size, start)


def _text_head(path: Path, size: int, start: bytes) -> Head:
    try:
        text, _ = as_utf8(start, path.name)
    except CannotRead as error:
        return Head(path=path, size=size, cannot=str(error))
    if text.lstrip()[:1] == b"<":
        found = _XML_START.match(text.decode(errors="replace"))
        if found:
            return Head(path=path, size=size, root=found.group(1))
        return Head(path=path, size=size, cannot="it begins like XML but no element could be found in it")
    columns = header_of(start, path.name)
    if not columns:
        return Head(path=path, size=size, cannot="there is nothing in it but blanks")
    return Head(path=path, size=size, columns=columns)


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            return any(name.lower() == "xl/workbook.xml" for name in packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
