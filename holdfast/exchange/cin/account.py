"""What was read of a census file, module by module, and what nothing reads, so that it can be given back."""

from collections.abc import Mapping

import polars as pl

from holdfast.dates import say
from holdfast.exchange.cin.gathering import Gathered, Row
from holdfast.exchange.cin.modules import MODULES, Module
from holdfast.exchange.cin.year import CensusYear
from holdfast.exchange.extract import TableRead
from holdfast.record.field import Fact, columns_of

HEADER, OUTSIDE = "cin_header", "cin_outside_any_child"


def tables_of(found: Gathered, facts: Mapping[type[Fact], pl.DataFrame], year: CensusYear) -> tuple[TableRead, ...]:
    """The header, then each module that the file has."""
    tables = [TableRead(file=found.file, table="Header", words=_header_words(year), rows=1)]
    for module in MODULES:
        if module.noun in facts:
            rows = found.rows.get(module.noun, [])
            tables.append(
                TableRead(
                    file=found.file, table=module.element, words=module.noun.words, rows=facts[module.noun].height,
                    recognised={name: field for name, field in module.fields.items() if _has(rows, name)},
                    unrecognised=tuple(dict.fromkeys(path for row in rows for path in row.aside)),
                )
            )  # fmt: skip
    return tuple(tables)


def kept_of(found: Gathered) -> dict[str, pl.DataFrame]:
    """By the dataset's name of the table: the row's key and the cells nothing reads; then header and the rest."""
    kept = {}
    for module in MODULES:
        frame = _aside(module, found.rows.get(module.noun, []))
        if frame is not None:
            kept[module.noun.table] = frame
    if found.header:
        kept[HEADER] = pl.DataFrame({"element": list(found.header), "text": list(found.header.values())})
    if found.outside:
        schema = {"element": pl.String, "line": pl.String, "text": pl.String}
        rows = [(path, None if line is None else str(line), text) for path, line, text in found.outside]
        kept[OUTSIDE] = pl.DataFrame(rows, schema=schema, orient="row")
    return kept


def _has(rows: list[Row], element: str) -> bool:
    return any(element in row.cells for row in rows)


def _aside(module: Module, rows: list[Row]) -> pl.DataFrame | None:
    """The rows that have something nothing reads, each with its key."""
    paths = list(dict.fromkeys(path for row in rows for path in row.aside))
    if not paths:
        return None
    key = next(one for one in columns_of(module.noun) if one.key)
    some = [row for row in rows if row.aside]
    keys = [row.known.get("id") if key.name == "id" else row.cells.get("LAchildID") for row in some]
    cells = {path: [row.aside.get(path) for row in some] for path in paths}
    schema = {key.header: pl.String} | dict.fromkeys(paths, pl.String)
    return pl.DataFrame({key.header: keys} | cells, schema=schema)


def _header_words(year: CensusYear) -> str:
    whose = f" of council {year.council}" if year.council else ""
    if year.reference is None:
        return f"census{whose} {year.words}"
    return f"census{whose} {year.words}; nothing after {say(year.reference)} is in it"
