"""What is wrong within a module, in the census's own names of its elements."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from holdfast.exchange.cin.gathering import Row
from holdfast.exchange.cin.modules import MODULES, Module
from holdfast.exchange.problems import Problem
from holdfast.exchange.text import ROW
from holdfast.record.field import column_named


def of_the_module(module: Module, frame: pl.DataFrame, rows: Sequence[Row], file: str) -> list[Problem]:
    """Rows without the day that everything is counted from, and days that come before what they follow."""
    found = []
    if module.must:
        found += [
            Problem(
                file=file, table=module.element, row=row.line, column=module.must,
                reason=f"There is no day here (child {row.known['child']}), so nothing can be counted from it. The "
                "rest of it was read.",
            )
            for row in rows
            if module.must not in row.cells
        ]  # fmt: skip
    for first, then in module.never_before:
        start, end = module.fields[first], module.fields[then]
        wrong = frame.filter((pl.col(end) < pl.col(start)).fill_null(False))
        found += [
            Problem(
                file=file, table=module.element, row=row[ROW], column=then, value=str(row[end]),
                reason=f"This day is before {row[start]}, when it began (child {row['child']}), so one of the days is "
                "wrong. Both were kept as they stand; what is counted from them may be wrong too.",
            )
            for row in wrong.iter_rows(named=True)
        ]  # fmt: skip
    return found


def in_the_files_words(one: Problem) -> Problem:
    """A problem that speaks of the dataset's table and column, with the census's module and element."""
    module = next((module for module in MODULES if module.noun.table == one.table), None)
    if module is None:
        return one
    own = {column_named(module.noun, field).header: element for element, field in module.fields.items()}
    own.setdefault(column_named(module.noun, "child").header, "LAchildID")
    return replace(one, table=module.element, column=own.get(one.column or ""))
