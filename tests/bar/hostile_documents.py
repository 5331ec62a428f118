"""Documents made to do harm, as somebody might give them for a report of inspectors; generated, and nowhere kept."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.bar.hostile_files import (
    CELLS_THAT_ACT,
    DECLARED,
    EITHER,
    GROWN_XML,
    HARMLESS,
    OTHERS,
    SLY,
    Hostile,
    names,
    of,
)
from tests.inspection.hostile_pdfs import HOSTILE, bomb
from tests.inspection.invented_documents import ILACS_THREE

REPORT = ILACS_THREE.replace("Wexmouth Borough", "Hull City")
"""An invented report under a real council's name: the table of councils knows no other."""

PUT_ASIDE = frozenset({"bomb.pdf", "program.pdf", "report.js"})
"""Which of the PDFs made by hand could do harm here; the others are merely not read."""

GROWN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a line of 40 MB": ("txt", lambda: REPORT.encode() + b"a" * (40 << 20)),
    "five million line ends": ("txt", lambda: REPORT.encode() + b"\n" * 5_000_000),
    "300,000 headings": ("txt", lambda: REPORT.encode() + b"\nWhat needs to improve?\n" * 300_000),
    "two million sentences": ("txt", lambda: REPORT.encode() + b"They wait. " * 2_000_000),
    "a million bullets": ("txt", lambda: REPORT.encode() + "\n• It waits.".encode() * 1_000_000),
    "a page of nothing but form feeds": ("txt", lambda: REPORT.encode() + b"\f" * 3_000_000),
    "blanks": ("txt", lambda: b" " * (20 << 20)),
    "elements in elements": ("html", lambda: b"<html><body>" + b"<div>" * 400_000),
    "a table of a million cells": ("html", lambda: b"<table>" + b"<td>x" * 1_000_000),
    "200,000 attributes": ("html", lambda: b"<p " + b" ".join(b'a%d="1"' % one for one in range(200_000)) + b">"),
    "a comment without end": ("html", lambda: b"<html><!--" + b"-" * (20 << 20)),
    "a million entities": ("html", lambda: b"<p>" + b"&lt;script&gt;" * 1_000_000),
    "another bomb": ("pdf", lambda: bomb(250)),
}


def documents() -> Iterator[Hostile]:
    """Every one; those that a small run needs first."""
    for name, (content, says) in HOSTILE.items():
        what = "a name" if name == "report.js" else "a document"
        yield of(f"{what}: {name}, {says}", name, content, stopped=name in PUT_ASIDE)
    for tries, words in CELLS_THAT_ACT.items():
        report = REPORT.replace("Inspection of children", f"{words}\nInspection of children", 1)
        said = report.encode("utf-8", errors="surrogatepass")
        yield of(f"a report that says: {tries}", "report.txt", said, HARMLESS if "markup" in tries else EITHER)
    for tries, (ending, make) in GROWN.items():
        yield of(f"a document: {tries}", f"report.{ending}", make, EITHER)
    for tries, content in DECLARED.items():
        yield of(f"a web page: {tries}", "report.html", content, EITHER)
    for tries, make in GROWN_XML.items():
        yield of(f"a web page: {tries}", "report.html", make, EITHER)
    for tries, content in OTHERS.items():
        for ending in ("pdf", "txt", "html"):
            yield of(f"{tries} named .{ending}", f"report.{ending}", content, EITHER)
    yield from _under_names()


def _under_names() -> Iterator[Hostile]:
    """A report under every name that deceives a person or a computer."""
    for number, one in enumerate(names()):
        content = f"{REPORT}\n{number}".encode()
        plain = one.tries.partition(": ")[2] not in SLY
        yield replace(one, content=lambda said=content: said, must=EITHER if plain else one.must)
