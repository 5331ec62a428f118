"""XML from outside, read so that it can do no harm: no entities, no outside files, no bottomless nesting."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from holdfast.exchange.problems import CannotRead

DEEPEST = 40
"""No return nests its elements as deep as this; a file that does was made to exhaust the reader."""


def elements(path: Path, *tags: str) -> Iterator[etree._Element]:
    """Each element of these names (without prefix), one at a time, when it is complete; then it is let go.

    Children of the element are still there while it is handed out. CannotRead when the file declares
    entities or a document type, nests too deep, breaks off, or is no XML; everything before the break has
    been handed out by then, so a caller who must not use half a file gathers first.
    """
    wanted = frozenset(tags)
    depth = 0
    try:
        with path.open("rb") as file:
            for event, element in etree.iterparse(
                file, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False,
                load_dtd=False, remove_comments=True, remove_pis=True,
            ):  # fmt: skip
                depth = _one(event, element, depth, path.name)
                if event == "end" and local_name(element) in wanted:
                    yield element
                    _let_go(element)
    except etree.XMLSyntaxError as error:
        raise CannotRead(_broken(path.name, error)) from error
    except PermissionError as error:
        raise CannotRead(f"{path.name}: this file may not be opened by you, so nothing was read.") from error
    except OSError as error:
        raise CannotRead(f"{path.name}: the file could not be opened ({error.strerror or error}).") from error


def local_name(element: etree._Element) -> str:
    """The element's name without the namespace in front of it."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def line_of(element: etree._Element) -> int | None:
    """The line of the file on which the element begins."""
    line = element.sourceline
    return int(line) if isinstance(line, int) else None


def _one(event: str, element: etree._Element, depth: int, file: str) -> int:
    """The depth after this event; refuses a document type at the root and nesting without end."""
    if event == "end":
        return depth - 1
    if depth == 0 and element.getroottree().docinfo.internalDTD is not None:
        raise CannotRead(
            f"{file}: the file declares a document type, which can hide instructions to blow it up or to "
            "read other files. No return needs one, so nothing was read. Export it again from your "
            "system, or take the <!DOCTYPE …> part out."
        )
    if depth >= DEEPEST:
        raise CannotRead(
            f"{file}: elements are nested more than {DEEPEST} deep on line {element.sourceline}. No return "
            "does that, so the file was not read any further."
        )
    if not isinstance(element.tag, str):
        raise CannotRead(f"{file}: an entity stands on line {element.sourceline}; nothing after it was read.")
    return depth + 1


def _let_go(element: etree._Element) -> None:
    """Free what has been read, so that a large file needs little memory."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _broken(file: str, error: etree.XMLSyntaxError) -> str:
    line = error.lineno or 1
    said = (error.msg or "").split(",")[0]
    if "Premature end" in said or "EndTag" in said or "Extra content" in said or "no element" in said.lower():
        return (
            f"{file}: the XML breaks off or is not closed at line {line} ({said}), so part of it may be "
            "missing. It was not read. Export it again and check that the copy is complete."
        )
    return (
        f"{file}: the XML is not well formed at line {line} ({said}), so nobody can tell what belongs to "
        "which child. It was not read. Export it again from your system."
    )
