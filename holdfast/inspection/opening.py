"""A file's bytes become pages: what kind of file it is, is told by its first bytes, never by its name alone."""

import re

from holdfast.inspection.pdf import CannotOpen, read_pdf
from holdfast.inspection.printed import Printed, from_text
from holdfast.inspection.web_page import read_web_page

MOST_BYTES = 60_000_000
"""The largest real report has under three megabytes."""

ENDINGS = (".pdf", ".txt", ".html", ".htm")
_MARKUP = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def open_document(name: str, data: bytes) -> Printed:
    """The pages of a PDF, a text or a web page. Refuses, with the reason, what is none of them or only pretends."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if len(data) > MOST_BYTES:
        raise CannotOpen(f"It has {len(data):,} bytes; no inspection report has more than {MOST_BYTES:,}.")
    if not data.strip():
        raise CannotOpen("It is empty. Fetch it again from where it came.")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return read_pdf(data)
    if data[:2] == b"PK" or b"\x00" in data[:4096]:
        raise CannotOpen("It is neither a PDF nor a text nor a web page. Save the report as a PDF, then read that.")
    text = _decoded(data)
    if _MARKUP.match(text[:4000]):
        if ending == ".pdf":
            raise CannotOpen(
                "It is a web page under a PDF's name, most often a page that says the report was not found. "
                "Fetch the report again."
            )
        return read_web_page(text)
    if ending == ".pdf":
        raise CannotOpen("It has a PDF's name and is none: it does not begin as a PDF does. Fetch the report again.")
    return from_text(text)


def _decoded(data: bytes) -> str:
    """Text as UTF-8; where it is none, as Windows wrote it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
