"""Whether a PDF would do something when it is opened: run a script, start a program, or bring other files with it."""

import io
import re

import pypdfium2 as pdfium
from pypdfium2 import raw

_ACTS = re.compile(rb"/(?:JavaScript|Launch)\b")
"""What the dictionary of a PDF calls a script, or a program that is to be started."""

_FILES = re.compile(rb"/(?:FileAttachment|EmbeddedFiles?)\b")
"""What it calls a file that hangs on a page like a note (the library counts only those of the whole document)."""

_HIDES = re.compile(rb"/ObjStm\b|/[A-Za-z]*#[0-9A-Fa-f]{2}")
"""Dictionaries packed into a stream, and a name with a letter written as its number: both hide a name from a search."""


def acts_of(document: pdfium.PdfDocument, data: bytes) -> str:
    """What it would do, in words; empty where it does nothing.

    What is hidden from a search is looked for in a copy that the library writes plainly: nothing packed away, every
    name spelt out.
    """
    texts = (data, _plainly(document)) if _HIDES.search(data) else (data,)
    if raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0 or any(map(_ACTS.search, texts)):
        return "a script, or starts a program,"
    return "other files" if raw.FPDFDoc_GetAttachmentCount(document.raw) > 0 or any(map(_FILES.search, texts)) else ""


def _plainly(document: pdfium.PdfDocument) -> bytes:
    copy = io.BytesIO()
    document.save(copy)
    return copy.getvalue()
