"""A module's rows of text as its noun's frame, each cell read as what its field is."""

from collections.abc import Sequence

import polars as pl

from holdfast.exchange.cin.gathering import Row
from holdfast.exchange.cin.modules import NO_CONFERENCE, SEXES, Module, codes
from holdfast.exchange.problems import Problem
from holdfast.exchange.ssd.frames import FILE
from holdfast.exchange.text import ROW
from holdfast.exchange.values import Cells, flags, of_kind
from holdfast.record.columns import schema_of
from holdfast.record.field import Column, column_named
from holdfast.record.people import Person


def frame_of(module: Module, rows: Sequence[Row], file: str) -> tuple[pl.DataFrame, list[Problem]]:
    """The noun's frame with ``FILE`` and ``ROW``, and a problem for each cell that could not be read."""
    schema = schema_of(module.noun)
    lines = pl.Series(ROW, [row.line for row in rows], dtype=pl.Int64)
    columns = {name: pl.Series(name, [None] * len(rows), dtype=kind) for name, kind in schema.items()}
    problems: list[Problem] = []
    for element, field in module.fields.items():
        text = pl.Series([row.cells.get(element) for row in rows], dtype=pl.String)
        cells = Cells(file=file, table=_table(module, element), column=element, rows=lines, text=text)
        values, wrong = _read(module, column_named(module.noun, field), cells)
        problems += wrong
        both = pl.DataFrame({"first": columns[field], "then": values}).select(pl.coalesce("first", "then"))["first"]
        columns[field] = both.alias(field)
    for name in module.links:
        columns[name] = pl.Series(name, [row.known.get(name) for row in rows], dtype=pl.String)
    frame = pl.DataFrame(list(columns.values())).with_columns(lines, pl.lit(file).alias(FILE))
    return frame, problems


def _table(module: Module, element: str) -> str:
    return "ChildCharacteristics" if element == "Ethnicity" else module.element


def _read(module: Module, one: Column, cells: Cells) -> tuple[pl.Series, list[Problem]]:
    if cells.column == "ICPCnotRequired":
        read = flags(cells)
        words = read.values.replace_strict({True: NO_CONFERENCE}, default=None, return_dtype=pl.String)
        return words, list(read.problems)
    known = codes().get(cells.column)
    if known is None:
        read = of_kind(one.kind, cells)
        return read.values, list(read.problems)
    upper = cells.text.str.to_uppercase()
    problems = _unknown(cells, ~upper.is_in(sorted(known)), one)
    if module.noun is Person and one.name == "sex":
        return upper.replace_strict(SEXES, default=None, return_dtype=pl.String), problems
    return upper, problems


def _unknown(cells: Cells, strange: pl.Series, one: Column) -> list[Problem]:
    """A problem for each code that no year's list has."""
    so = "It counts as not recorded." if one.name == "sex" else "It was kept as it stands; nothing is counted from it."
    found = pl.DataFrame({"row": cells.rows, "value": cells.text}).filter(strange.fill_null(False))
    return [
        Problem(
            file=cells.file, table=cells.table, row=row, column=cells.column, value=value,
            reason=f"This code is in none of the census's lists from 2021 to 2026. {so}",
        )
        for row, value in found.iter_rows()
    ]  # fmt: skip
