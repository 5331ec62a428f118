"""The one module that knows the library which opens a PDF: bytes in, pages and lines out.

It is meant to run in a process of its own with limits on memory and time (a hostile file can ask for much); the
refusals here only give the clear reason where the library can tell it.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from holdfast.inspection.pdf_acts import acts_of
from holdfast.inspection.printed import Line, Page, Printed, Word, hangs

MOST_PAGES = 400
"""The longest real report has 58 pages; what is much longer is no report, and is refused unread."""

BOLD = 600
SMALLEST = 4.0
_CUT_WORD = "\ufffe"
_LETTER = re.compile(r"[A-Za-z]")
"""How a line is set is asked of its first letter: a bullet's mark is often of another font and size."""

_TABLED = re.compile(r"Overall effectiveness|Adoption performance|Key judgement|Record of main findings")


class CannotOpen(Exception):
    """The file cannot be opened as a PDF; the message says why and what to do instead."""


def read_pdf(data: bytes) -> Printed:
    """Every page with its lines. Refuses, with a reason, what is damaged, locked or too long."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        raise CannotOpen(_reason(str(fault), data)) from fault
    try:
        _check_acts(document, data)
        count = len(document)
        if count > MOST_PAGES:
            raise CannotOpen(
                f"It has {count:,} pages; no inspection report has more than {MOST_PAGES}. Cut out the report and "
                "read that."
            )
        if not count:
            raise CannotOpen("It has no pages, so it is cut short or damaged. Fetch it again from where it came.")
        pages = tuple(_page(document, number) for number in range(count))
    except pdfium.PdfiumError as fault:
        raise CannotOpen("A page of it cannot be opened: it is damaged. Fetch it again from where it came.") from fault
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise CannotOpen(
            "It holds pictures of pages and no text. Make its text readable with a scanner's program, then read it."
        )
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return Printed(pages=pages, placed=True, body=sizes.most_common(1)[0][0])


def _check_acts(document: pdfium.PdfDocument, data: bytes) -> None:
    """Refuse a PDF that would do something when it is opened; no real report has any of it."""
    if what := acts_of(document, data):
        raise CannotOpen(
            f"It holds {what} and no inspection report does. Fetch the report again from Ofsted's website."
        )


def bare_text(data: bytes) -> str:
    """The text alone, as the library gives it: what a benchmark measures the reader against."""
    document = pdfium.PdfDocument(data)
    try:
        return "\f".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def _reason(fault: str, data: bytes) -> str:
    # The library may still tell of the file before: what it says of a password counts only where there is a lock.
    if "password" in fault.lower() and b"/Encrypt" in data:
        return "It is locked with a password. Save a copy without one, then read that."
    return "It is damaged or cut short and cannot be opened as a PDF. Fetch it again from where it came."


def _page(document: pdfium.PdfDocument, index: int) -> Page:
    page = document[index]
    height = page.get_height()
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    if len(text) != text_page.count_chars():
        lines = tuple(Line(text=row, page=index + 1) for row in _whole_words(text).split("\r\n"))
        return Page(number=index + 1, lines=lines)
    rows = tuple(_lines(text, text_page, index + 1, height))
    wanted = (index == 0 or index == len(document) - 1) and _TABLED.search(text) is not None
    return Page(number=index + 1, lines=rows, words=tuple(_words(text, text_page, height)) if wanted else ())


def _lines(text: str, text_page: pdfium.PdfTextPage, number: int, height: float) -> Iterator[Line]:
    at, above = 0, None
    handle = text_page.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    box = tuple(ctypes.byref(one) for one in (left, right, bottom, top))
    for row in text.split("\r\n"):
        start = at + len(row) - len(row.lstrip())
        at += len(row) + 2
        if not row.strip():
            continue
        letter = _LETTER.search(row)
        set_at = at - len(row) - 2 + letter.start() if letter else start
        raw.FPDFText_GetCharBox(handle, start, *box)
        size = _size(handle, set_at)
        base = height - bottom.value
        gap = above is None or base - above > 1.75 * max(size, 6.0) or base < above - size
        yield Line(
            text=_whole_words(row), page=number, left=round(left.value, 1), top=round(base, 1), size=size,
            bold=raw.FPDFText_GetFontWeight(handle, set_at) >= BOLD, gap=gap,
        )  # fmt: skip
        above = base


def _whole_words(text: str) -> str:
    """The text with its hyphens back where a line's end cut a word, or where a hyphen hung at the line's end."""
    parts = text.split(_CUT_WORD)
    return "".join(part if not at else f"- {part}" if hangs(part) else f"-{part}" for at, part in enumerate(parts))


def _size(handle: object, at: int) -> float:
    """How high the letters are set, in points. Some writers set every font at one point and scale the text instead."""
    size = float(raw.FPDFText_GetFontSize(handle, at))
    if size < SMALLEST:
        scale = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, at, ctypes.byref(scale))
        size *= abs(scale.d) or 1.0
    return round(size, 1)


def _words(text: str, text_page: pdfium.PdfTextPage, height: float) -> Iterator[Word]:
    for found in re.finditer(r"\S+", text):
        left, bottom, _, top = text_page.get_charbox(found.start())
        yield Word(text=_whole_words(found.group()), left=left, top=height - (bottom + top) / 2)
