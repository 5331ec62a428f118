"""One text table as a noun's frame: each cell read as its field's kind, its words made the record's own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssd.meanings import KNOWN_WORDS, MEANINGS, Meaning, says_more
from holdfast.exchange.ssd.tables import RECORDED_AT, Match
from holdfast.exchange.text import ROW, TextTable
from holdfast.exchange.values import Cells, cells_of, ids, of_kind, times
from holdfast.record.columns import schema_of
from holdfast.record.field import Column, Fact, columns_of
from holdfast.record.people import Involvement

FILE = "_file"
"""The column that holds, while tables are checked, the file each row came from."""

_ID_FIELDS = frozenset({"team", "worker", "adviser", "legacy_id", "staff_id", "upn", "nhs_number", "urn", "parent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounRead:
    """A noun's rows from one file: ``frame`` has the noun's columns, ``FILE`` and ``ROW``."""

    frame: pl.DataFrame
    fields: frozenset[str]
    problems: tuple[Problem, ...]
    kept: pl.DataFrame | None


def read_noun(table: TextTable, match: Match, roles: Mapping[str, str]) -> NounRead:
    """The rows of a recognised table as the noun's frame; the columns nothing reads, as text."""
    noun = match.noun
    if noun is None:
        raise TypeError(f"{match.table} is read by no noun; keep it as text.")
    series, problems, reworded = [table.frame[ROW]], list[Problem](), list[str]()
    for one in columns_of(noun):
        headers = match.found.get(one.name)
        if headers is None:
            series.append(pl.Series(one.name, [None] * table.rows, dtype=schema_of(noun)[one.name]))
            continue
        values, wrong, changed = _read_field(noun, one, table, match.table, headers, roles)
        series.append(values.alias(one.name))
        problems += wrong
        reworded += changed
    series.append(_recorded(table, match, problems))
    frame = pl.DataFrame(series).with_columns(pl.lit(table.file).alias(FILE))
    fields = frozenset(name for name in match.found if name != "recorded_at")
    kept = _kept(table, match, noun, [*match.unrecognised, *reworded])
    return NounRead(frame=frame, fields=fields, problems=tuple(problems), kept=kept)


def _read_field(
    noun: type[Fact],
    one: Column,
    table: TextTable,
    name: str,
    headers: tuple[str, ...],
    roles: Mapping[str, str],
) -> tuple[pl.Series, tuple[Problem, ...], list[str]]:
    """A field's values, what was wrong, and the headers whose own words would be lost by reading them."""
    cells = cells_of(table, headers[0], name)
    for other in headers[1:]:
        filled = pl.DataFrame({"a": cells.text, "b": table.frame[other]}).select(pl.coalesce("a", "b"))["a"]
        cells = replace(cells, text=filled)
    is_id = one.key or one.child or one.header.endswith("_id") or one.name in _ID_FIELDS
    read = ids(cells) if one.kind == "text" and is_id else of_kind(one.kind, cells)
    changed = [other for other in headers[1:] if (table.frame[other] != cells.text).any()]
    meaning = meaning_of(noun, one, roles)
    if meaning is None:
        return read.values, read.problems, changed
    values, lossy = _reworded(read.values, meaning, one.kind == "json")
    unsure = _unsure(noun, one, cells, values)
    return values, (*read.problems, *unsure), [*([headers[0]] if lossy else []), *changed]


def meaning_of(noun: type[Fact], one: Column, roles: Mapping[str, str]) -> Meaning | None:
    """How the file's words for this field become the record's; None where they stand as they are."""
    if noun is Involvement and one.name == "role":
        return lambda cell: roles.get(cell.strip().casefold(), cell)
    return MEANINGS.get((noun, one.name))


def _reworded(values: pl.Series, meaning: Meaning, is_json: bool) -> tuple[pl.Series, bool]:
    """The record's words for a column of cells, and whether the file's own words said more."""
    cells = values.unique().drop_nulls().to_list()
    words = [meaning(cell) for cell in cells]
    lossy = any(map(says_more, cells)) if is_json else not _same(words, cells)
    told = pl.DataFrame({"cell": cells, "word": words}, schema={"cell": pl.String, "word": pl.String})
    every = pl.DataFrame({"cell": values})
    return every.join(told, on="cell", how="left", maintain_order="left")["word"], lossy


def _same(words: list[str | None], cells: list[str]) -> bool:
    """True when nothing but capitals was changed."""
    return [(word or "").casefold() for word in words] == [cell.casefold() for cell in cells]


def _unsure(noun: type[Fact], one: Column, cells: Cells, values: pl.Series) -> tuple[Problem, ...]:
    """A problem for each word that a duty asks for and nobody knows."""
    known = KNOWN_WORDS.get((noun, one.name))
    if known is None:
        return ()
    words, reason = known
    strange = values.is_not_null() & ~values.is_in(sorted(words))
    rows = pl.DataFrame({"row": cells.rows, "value": cells.text}).filter(strange)
    return tuple(
        Problem(file=cells.file, table=cells.table, row=row, column=cells.column, value=value, reason=reason)
        for row, value in rows.iter_rows()
    )


def _recorded(table: TextTable, match: Match, problems: list[Problem]) -> pl.Series:
    """When each row was entered, where the table says so."""
    if "recorded_at" not in match.found:
        return pl.Series("recorded_at", [None] * table.rows, dtype=pl.Datetime("us", "Europe/London"))
    read = times(cells_of(table, match.found["recorded_at"][0], match.table))
    problems += read.problems
    lost = read.values.is_null() & table.frame[match.found["recorded_at"][0]].is_not_null()
    if lost.any():
        row = table.frame.filter(lost).row(0, named=True)
        problems.append(Problem(
            file=table.file, table=match.table, row=row[ROW], column=RECORDED_AT,
            value=row[match.found["recorded_at"][0]],
            reason=f"{int(lost.sum())} cells of this column hold no moment with a time of day (this is the "
            "first). Those rows count as always known.",
        ))  # fmt: skip
    return read.values.alias("recorded_at")


def _kept(table: TextTable, match: Match, noun: type[Fact], headers: list[str]) -> pl.DataFrame | None:
    """The key and the columns that nothing reads, under their own headers; None where there are none."""
    if not headers:
        return None
    keys = [match.found[one.name][0] for one in columns_of(noun) if one.key and one.name in match.found]
    keys = keys or [match.found[one.name][0] for one in columns_of(noun) if one.child and one.name in match.found]
    return table.frame.select([*keys, *(header for header in dict.fromkeys(headers) if header not in keys)])
