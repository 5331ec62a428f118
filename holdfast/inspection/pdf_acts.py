"""Whether a PDF would do something when it is opened: run a script, start a program, or bring other files with it."""

import io
import re

import pypdfium2 as pdfium
from pypdfium2 import raw

_ACTS = re.compile(rb"/(?:JavaScript|Launch)\b")
"""What the dictionary of a PDF calls a script, or a program that is to be started."""

_HIDES = re.compile(rb"/ObjStm\b|/[A-Za-z]*#[0-9A-Fa-f]{2}")
"""Dictionaries packed into a stream, and a name with a letter written as its number: both hide a name from a search."""


def acts_of(document: pdfium.PdfDocument, data: bytes) -> str:
    """What it would do, in words; empty where it does nothing.

    What is hidden from a search is looked for in a copy that the library writes plainly: nothing packed away, every
    name spelt out.
    """
    scripts = raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0 or _ACTS.search(data) is not None
    if scripts or (_HIDES.search(data) is not None and _ACTS.search(_plainly(document)) is not None):
        return "a script, or starts a program,"
    return "other files" if raw.FPDFDoc_GetAttachmentCount(document.raw) > 0 else ""


def _plainly(document: pdfium.PdfDocument) -> bytes:
    copy = io.BytesIO()
    document.save(copy)
    return copy.getvalue()
