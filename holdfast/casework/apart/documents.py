"""Reading what inspectors wrote, apart: what the file is, is told by its first bytes; nothing in it is ever run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from holdfast.casework.apart.gate import check_not_a_program
from holdfast.casework.apart.names import check_name
from holdfast.exchange.problems import CannotRead
from holdfast.inspection.opening import open_document
from holdfast.inspection.pdf import CannotOpen
from holdfast.inspection.read_back import report_of
from holdfast.inspection.reading import read_pages
from holdfast.inspection.report import Report
from holdfast.inspection.statements import sentences
from holdfast.inspection.themes import themes_met

GIVE = "Give the report, letter or article as a PDF, a text (.txt) or a web page (.html)."


def prepare() -> None:
    """Bring the reader and its lists in, so that they are not counted as the file's."""
    themes_met("early help")
    sentences("One. Two.")


def read(path: Path, scratch: Path, parts: Path) -> dict[str, Any]:
    """Every report in the file, as plain values; CannotRead, or NotLetIn for what could do harm."""
    return {"reports": [one.as_json() for one in reports_in(path, path.name)]}


def reports_in(path: Path, called: str) -> list[Report]:
    """Every report in the file, after the gate; each says that it is of a file of this name. Raises as ``read``."""
    check_name(path.name, GIVE)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise CannotRead(f"{path.name}: it cannot be opened: {fault.strerror}.") from fault
    check_not_a_program(path.name, data[:64], GIVE)
    try:
        printed = open_document(path.name, data)
    except CannotOpen as refusal:
        raise CannotRead(f"{path.name}: {refusal}") from refusal
    return read_pages(called, printed)


def load(told: Mapping[str, Any], parts: Path) -> list[Report]:
    """The reports again. ValueError, KeyError or TypeError where the answer is not one that ``read`` gives."""
    return [report_of(one) for one in told["reports"]]
