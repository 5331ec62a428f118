"""The gate before any reader: what a file says it is must be what it is, and nothing in it may act.

What is honest but unknown (a picture, a letter) passes: the readers never open it, and say so. What is refused here
could deceive a person, run, fetch something, or exhaust a reader.
"""

import re
import zipfile
from pathlib import Path

from holdfast.casework.apart.names import check_name, ending_of
from holdfast.casework.apart.refused import NotLetIn
from holdfast.casework.apart.unpacking import MOST_PARTS, check_number, check_parts, top_files
from holdfast.exchange.decoding import as_utf8, not_text
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.safe_workbook import DAMAGED

WIDEST = 2_000
"""Columns of a table; the widest that councils' systems write has some two hundred."""

LONGEST_HEADER = 1 << 17
"""Bytes of a table's first line."""

MOST_SHEETS = 250
"""Sheets of a workbook; Annex A has eleven lists."""

_GIVE = "Give the CSV, workbook or XML that your system exports, and nothing beside it."
_START = 1 << 18
_CHUNK = 1 << 20
_PROLOG = 1 << 16
_RUNS = (
    (b"MZ", "a Windows program"), (b"\x7fELF", "a program"), (b"#!", "a script"), (b"\xfe\xed\xfa", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"L\x00\x00\x00\x01\x14\x02", "a shortcut"),
)  # fmt: skip
_PACKS = ((b"\x1f\x8b", "gzip"), (b"7z\xbc\xaf", "7-zip"), (b"Rar!", "RAR"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"))
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_WEB_PAGE = re.compile(rb"\A\s*(?:<!doctype\s+html|<html|mime-version:|<script)", re.IGNORECASE)
_TABLES = frozenset({"csv", "tsv", "txt"})
_BOOKS = frozenset({"xlsx", "xltx"})
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ACTS = (
    ("vbaproject", "macros, which are programs"), ("macrosheets/", "macros, which are programs"),
    ("activex/", "controls, which are programs"), ("embeddings/", "other files embedded in it"),
    ("customui/", "buttons that start programs"),
)  # fmt: skip


def check_path(path: Path, *, packed: bool = False) -> None:
    """Ask of the file, or of each file at the top of a folder, whether it may be read; NotLetIn where not."""
    for one in top_files(path):
        check_file(one, packed=packed)


def check_file(path: Path, *, packed: bool = False) -> None:
    """NotLetIn for a file that is not what its ending says or could do harm. ``packed``: it came out of another."""
    check_name(path.name)
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError:
        return  # Whoever reads says why it cannot be opened.
    check_not_a_program(path.name, start)
    _check_kind(path.name, start)
    if start.startswith(b"PK"):
        _check_zip(path, packed=packed)
    elif packed:
        _check_not_packed(path.name, start)
    if start and not_text(start) is None:
        _check_text(path.name, start)


def check_not_a_program(file: str, start: bytes, give: str = _GIVE) -> None:
    """NotLetIn where the first bytes are those of a program; ``give`` says what to give instead."""
    for mark, words in _RUNS:
        if start.startswith(mark):
            raise NotLetIn(f"{file}: it is {words}, whatever its name says, so it was not opened. {give}")


def _check_kind(file: str, start: bytes) -> None:
    """What the first bytes are, against what the ending says."""
    ending, packed = ending_of(file), start.startswith(b"PK")
    if not start:
        return
    if ending in _BOOKS and not packed and not start.startswith(_OLD_OFFICE):
        raise NotLetIn(
            f"{file}: its name says that it is a workbook and it is none, so it was not opened. Open it in a "
            "spreadsheet and save it as .xlsx; if it is a table of text, name it .csv."
        )
    if ending in _TABLES | {"xml"} and packed:
        raise NotLetIn(
            f"{file}: its name says that it is text and it is a workbook or packed files, so it was not opened. Name "
            "it as what it is (.xlsx or .zip) and give it again."
        )
    if _WEB_PAGE.match(start.lstrip(b"\xef\xbb\xbf")):
        raise NotLetIn(
            f"{file}: it is a web page, which can hold programs, whatever its name says, so it was not opened. {_GIVE}"
        )


def _check_not_packed(file: str, start: bytes) -> None:
    if any(start.startswith(mark) for mark, _ in _PACKS):
        raise NotLetIn(_nested(file))


def _nested(file: str) -> str:
    return (
        f"{file}: packed files lie in the packed file, and what lies in them cannot be looked through, so nothing was "
        "read. Pack the tables of one extract once."
    )


def _check_zip(path: Path, *, packed: bool) -> None:
    """Parts of a workbook that would act, and packed files in packed files."""
    check_number(path)
    try:
        with zipfile.ZipFile(path) as opened:
            parts = opened.infolist()
            if not any(one.filename.lower() == "xl/workbook.xml" for one in parts):
                if ending_of(path.name) in _BOOKS:
                    raise NotLetIn(f"{path.name}: its name says that it is a workbook and it is none. {_GIVE}")
                if packed:
                    raise NotLetIn(_nested(path.name))
                return
            check_parts(path.name, parts)
            _check_workbook(path.name, opened, parts)
    except (*DAMAGED, OSError) as error:
        raise CannotRead(
            f"{path.name}: the workbook or zip file is damaged or was cut off, so nothing in it was read. Save it "
            "again and check that the copy is complete."
        ) from error
    except RuntimeError as error:
        raise CannotRead(f"{path.name}: it is locked with a password. Save a copy without one.") from error


def _check_workbook(file: str, opened: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    names = [one.filename.replace("\\", "/").lower() for one in parts]
    for mark, words in _ACTS:
        if any(mark in name for name in names):
            raise NotLetIn(
                f"{file}: the workbook carries {words}, and no list needs them. Nothing in it was read. Copy the lists "
                "into a new workbook, as values, and give that."
            )
    sheets = sum(name.startswith("xl/worksheets/") and name.endswith(".xml") for name in names)
    if len(set(names)) < len(names) or sheets > MOST_SHEETS or len(parts) > MOST_PARTS:
        raise NotLetIn(
            f"{file}: the workbook has {len(parts):,} parts and {sheets:,} sheets, or two parts of one name, which no "
            "list has. Nothing in it was read. Copy the lists into a new workbook and give that."
        )
    for one in parts:
        if one.filename.lower().endswith((".xml", ".rels", ".vml")):
            _check_declares_nothing(file, opened, one)


def _check_declares_nothing(file: str, opened: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A document type in a part, wherever it hides; and a part in another encoding, where one could."""
    before = b""
    size = 0
    with opened.open(part) as source:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > max(part.file_size, 0):
                raise NotLetIn(f"{file}: a part of the workbook is larger than it says, so it was not read. {_GIVE}")
            if _DECLARES.search(before + chunk) or (not before and b"\0" in chunk[:64]):
                raise NotLetIn(_declares(file))
            before = chunk[-16:]


def _declares(file: str) -> str:
    return (
        f"{file}: it declares a document type, which can hide instructions to blow it up or to read other files on "
        "this computer. No return needs one, so nothing was read. Export it again from your system, or take the "
        "<!DOCTYPE …> part out."
    )


def _check_text(file: str, start: bytes) -> None:
    try:
        text, _ = as_utf8(start, file)
    except CannotRead:
        return  # Whoever reads says what it is instead.
    if text.lstrip()[:1] == b"<":
        _check_prolog(file, text.lstrip())
    elif ending_of(file) != "xml":
        _check_header(file, text)


def _check_prolog(file: str, text: bytes) -> None:
    """What stands before the first element of XML: no document type, and not without end."""
    at = 0
    while at < len(text):
        if text[at : at + 1].isspace():
            at += 1
            continue
        closes = b"-->" if text.startswith(b"<!--", at) else b"?>" if text.startswith(b"<?", at) else b""
        if not closes:
            break
        end = text.find(closes, at)
        if end < 0 or end > _PROLOG:
            raise NotLetIn(
                f"{file}: so much stands before its first element that no return could be meant, so nothing was read. "
                "Export it again from your system."
            )
        at = end + len(closes)
    if text.startswith(b"<!", at):
        raise NotLetIn(_declares(file))


def _check_header(file: str, text: bytes) -> None:
    """The first line of a table: not longer and not wider than any table's."""
    line, _, _ = text.lstrip(b"\n").partition(b"\n")
    columns = max(line.count(one) for one in (b",", b";", b"\t", b"|")) + 1
    if len(line) > LONGEST_HEADER or columns > WIDEST:
        raise NotLetIn(
            f"{file}: its first line has {len(line):,} letters and {columns:,} columns, and no table that is known "
            f"here has more than {WIDEST:,} columns, so nothing was read. Check that its lines end where they should, "
            "and export it again."
        )
