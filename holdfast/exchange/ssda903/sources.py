"""Files of the return as tables of text, whether they are CSV or XML."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from lxml import etree

from holdfast.exchange.heads import Head
from holdfast.exchange.problems import Problem
from holdfast.exchange.safe_xml import elements, line_of, local_name
from holdfast.exchange.ssda903.tables import BY_NAME, CHILD, ReturnTable, standard_name, table_of
from holdfast.exchange.text import ROW, TextTable, in_table, read_text_table

ROOT = "EXPSSDA903"

_OWN_ELEMENT = {
    "AMISSING": "missing", "AREVIEW": "reviews", "PERMANENCE": "previous_permanence", "OC2": "oc2",
    "AD_PLACED": "placed_for_adoption",
}  # fmt: skip
"""Elements of the XML that are a row of a table by themselves; EPISODE is another."""

_IN_HEADER = ("uasc", "oc3", "ad1")
"""Tables that the XML has as plain items of a child's header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One table of one file. ``frame`` has ``ROW`` and a column of text for each of the return's own names.

    ``headers`` gives for each of those the name as the file writes it. ``place`` is the file's place among all.
    """

    table: ReturnTable
    file: str
    place: int
    headers: Mapping[str, str]
    frame: pl.DataFrame
    problems: tuple[Problem, ...] = ()


def recognises(head: Head) -> bool:
    """True for the return's XML, and for delimited text whose header is that of one of its tables."""
    return head.root == ROOT or table_of(head.columns) is not None


def sources_of(path: Path, place: int, head: Head) -> list[Source]:
    """The tables in one file: one in a CSV, all of them in XML."""
    if head.root is not None:
        return _from_xml(path, place)
    text = read_text_table(path)
    table = table_of(text.headers)
    return [_from_text(text, table, place)] if table else []


def _from_text(text: TextTable, table: ReturnTable, place: int) -> Source:
    headers: dict[str, str] = {}
    for header in text.headers:
        name = standard_name(header)
        headers[header if name in headers else name] = header
    frame = text.frame.rename({written: name for name, written in headers.items()})
    return Source(
        table=table, file=text.file, place=place, headers=headers, frame=frame,
        problems=in_table(text.problems, table.name),
    )  # fmt: skip


def _from_xml(path: Path, place: int) -> list[Source]:
    """Every table of the XML. One without a row is there and empty: the XML holds the whole return."""
    rows: dict[str, list[dict[str, str | int | None]]] = {name: [] for name in _told_by_xml()}
    for child in elements(path, "CHILD"):
        _child(child, rows)
    return [_xml_table(BY_NAME[name], some, path.name, place) for name, some in rows.items()]


def _told_by_xml() -> tuple[str, ...]:
    """The XML has no element for social workers' episodes and deprivation of liberty orders."""
    return ("header", "episodes", *_OWN_ELEMENT.values(), *_IN_HEADER)


def _child(child: etree._Element, rows: dict[str, list[dict[str, str | int | None]]]) -> None:
    header = next((one for one in child if local_name(one) == "HEADER"), None)
    own = {} if header is None else _items(header)
    line = line_of(child if header is None else header)
    who = {CHILD: own.get(CHILD), "DOB": own.get("DOB")}
    inside = {column for name in _IN_HEADER for column in BY_NAME[name].telling}
    plain = {name: cell for name, cell in own.items() if name not in inside}
    if any(cell is not None for cell in own.values()):
        rows["header"].append({ROW: line, **plain})
    for name in _IN_HEADER:
        told = {column: own[column] for column in BY_NAME[name].columns if own.get(column) is not None}
        if told.keys() & set(BY_NAME[name].telling) or (name == "uasc" and own.get("UASC") == "1"):
            rows[name].append({ROW: line, **told})
    for one in [*(child if header is None else header), *child]:
        kind = local_name(one)
        if kind == "EPISODE":
            rows["episodes"].append({ROW: line_of(one), CHILD: who[CHILD], **_items(one)})
        elif kind in _OWN_ELEMENT:
            rows[_OWN_ELEMENT[kind]].append({ROW: line_of(one), **who, **_items(one)})


def _items(element: etree._Element) -> dict[str, str | None]:
    """The plain items of an element, under the return's own names; blanks as None."""
    found: dict[str, str | None] = {}
    for one in element:
        if len(one) == 0 and local_name(one) not in (*_OWN_ELEMENT, "EPISODE"):
            found[standard_name(local_name(one))] = (one.text or "").strip() or None
    return found


def _xml_table(table: ReturnTable, rows: list[dict[str, str | int | None]], file: str, place: int) -> Source:
    names = list(dict.fromkeys([*table.columns, *(name for row in rows for name in row if name != ROW)]))
    schema: dict[str, type[pl.DataType]] = {ROW: pl.Int64} | dict.fromkeys(names, pl.String)
    frame = pl.DataFrame([[row.get(name) for name in schema] for row in rows], schema=schema, orient="row")
    written = {"CHILD": "CHILDID", "PLACE": "PL"}
    headers = {name: written.get(name, name) for name in names}
    return Source(table=table, file=file, place=place, headers=headers, frame=frame)
