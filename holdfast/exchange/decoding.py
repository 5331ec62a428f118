"""Whatever bytes a system wrote, as UTF-8 with plain line ends; what was done to get there is a problem."""

import codecs
import re

from holdfast.exchange.problems import CannotRead, Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip file or a workbook"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.xls or .doc), or a workbook locked with a password"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"7z\xbc\xaf", "a compressed (7-zip) file"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a rich text document"),
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def not_text(start: bytes) -> str | None:
    """What a file is, in words, when its first bytes show that it is no text; None when it may be text."""
    for mark, words in _NOT_TEXT:
        if start.startswith(mark):
            return words
    if any(start.startswith(mark) for mark, _ in _MARKS) or _wide(start):
        return None
    head = start[:4096]
    if len(_CONTROL.findall(head)) * 50 > len(head):
        return "not text"
    return None


def as_utf8(data: bytes, file: str) -> tuple[bytes, list[Problem]]:
    """The text as UTF-8 without a mark, line ends as one newline, no NUL; and what had to be mended.

    CannotRead when the bytes are no text at all.
    """
    words = not_text(data[:65536])
    if words:
        raise CannotRead(
            f"{file}: this is {words}, whatever its name says, so no table could be read from it. "
            "Give the CSV, workbook or XML that your system exports."
        )
    text, problems = _decoded(data, file)
    if b"\0" in text:
        line = text.count(b"\n", 0, text.index(b"\0")) + 1
        problems.append(Problem(
            file=file, row=line,
            reason=f"The file holds {text.count(bytes(1))} NUL characters, which are no text; the first is "
            "on this row. They were taken out and the rest was read. Check the cells of that row against "
            "your system.",
        ))  # fmt: skip
        text = text.replace(b"\0", b"")
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return text, problems


def _decoded(data: bytes, file: str) -> tuple[bytes, list[Problem]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return (rest, []) if encoding == "utf-8" and _is_utf8(rest) else _as(rest, encoding, file)
    wide = _wide(data)
    if wide:
        return _as(data, wide, file)
    if _is_utf8(data):
        return data, []
    return _line_by_line(data, file)


def _as(data: bytes, encoding: str, file: str) -> tuple[bytes, list[Problem]]:
    if encoding == "utf-8":
        return _line_by_line(data, file)
    try:
        return data.decode(encoding).encode(), []
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace").encode("utf-8", errors="replace")
        line = data[: error.start].decode(encoding, errors="replace").count("\n") + 1
        reason = (
            f"The file says that it is {encoding.upper()} and breaks off or goes wrong on this row. "
            "What could be read was read; signs that could not stand as \ufffd."
        )
        return text, [Problem(file=file, row=line, reason=reason)]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of a plain header is nought."""
    head = data[:512]
    if len(head) < 8 or len(head) % 2:
        head = head[: len(head) // 2 * 2]
    if len(head) < 8:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > half * 0.8:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.8:
        return "utf-16-be"
    return None


def _line_by_line(data: bytes, file: str) -> tuple[bytes, list[Problem]]:
    """Each line as UTF-8 where it is that, else as Windows-1252, which English systems write."""
    lines, problems = data.split(b"\n"), []
    for number, line in enumerate(lines):
        if line.isascii() or _is_utf8(line):
            continue
        text = line.decode("cp1252", errors="replace")
        lines[number] = text.encode()
        if "\ufffd" in text:
            problems.append(Problem(
                file=file, row=number + 1, value=text[:200],
                reason="A byte of this row is a letter in neither UTF-8 nor Windows-1252. It stands as "
                "\ufffd and the rest of the row was read. Export the file as UTF-8.",
            ))  # fmt: skip
    return b"\n".join(lines), problems
