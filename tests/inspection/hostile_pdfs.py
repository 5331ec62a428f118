"""Files that somebody might give as a report, made by hand: each with the words that its refusal must say."""

import zlib
from collections.abc import Mapping

from tests.inspection.made_pdfs import locked, of_empty_pages, of_pages, packed, pdf


def bomb(megabytes: int) -> bytes:
    """A small PDF one page of which unpacks into so many megabytes."""
    packed = zlib.compress(b"BT /F 12 Tf 72 700 Td (" + b"a" * (megabytes << 20) + b") Tj ET", 9)
    return pdf([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(packed), packed),
    ])  # fmt: skip


def with_script() -> bytes:
    """A PDF that would run a script when it is opened."""
    return of_pages([[(72, 700, "Inspection of children's services")]]).replace(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"
    )


def with_packed_script(acts: bytes = b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>") -> bytes:
    """The same with its dictionaries packed away, so that no search of the file's bytes finds the script."""
    return packed([
        b"<</Type/Catalog/Pages 2 0 R%b>>" % acts, b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ])  # fmt: skip


def with_misspelt_script() -> bytes:
    """The same with letters of its names written as numbers, which a reader of PDFs reads as the letters."""
    return with_script().replace(b"/JavaScript", b"/J#61vaScr#69pt")


def with_a_file_on_a_page(pack: bool = False) -> bytes:
    """A PDF on whose page another file hangs like a note; its catalogue names no file."""
    note = b"<</Type/Annot/Subtype/FileAttachment/Rect[9 9 29 29]/FS<</Type/Filespec/F(a.exe)/UF(a.exe)>>>>"
    return (packed if pack else pdf)([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>", note,
    ])  # fmt: skip


HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "bomb.pdf": (bomb(400), "more than the 200 MB of memory"),
    "script.pdf": (with_script(), "a script"),
    "packed.pdf": (with_packed_script(), "a script"),
    "misspelt.pdf": (with_misspelt_script(), "a script"),
    "attached.pdf": (with_a_file_on_a_page(), "other files"),
    "attached_packed.pdf": (with_a_file_on_a_page(pack=True), "other files"),
    "cut.pdf": (of_pages([[(72, 700, "Inspection")]])[:200], "damaged or cut short"),
    "long.pdf": (of_empty_pages(10_000), "10,000 pages"),
    "locked.pdf": (locked(), "locked with a password"),
    "page.pdf": (b"<!DOCTYPE html><html><body><p>Not found</p></body></html>", "a web page under a PDF's name"),
    "program.pdf": (b"MZ\x90\x00 and more", "a Windows program"),
    "report.js": (b"alert(1)", "by its ending a computer would run"),
    "empty.pdf": (b"", "empty"),
}
"""What each file's refusal says, among other things."""
