"""Writes a record as a folder of the dataset's tables, so that reading the folder gives the record again.

What an extract does not hold is not written: a noun that is not held gives no file, a field that is not held
no column, while a held noun without a fact gives a file with nothing but its header. The same record gives the
same bytes, in whatever order its rows stand.
"""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import polars as pl

from holdfast.exchange.ssd.giving_back import GivenBack, give_back
from holdfast.exchange.ssd.tables import RECORDED_AT, table_of
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Column, Fact, columns_of
from holdfast.record.register import BY_TABLE, NOUNS

FORMULA = r"^('*[=+\-@])"
"""How a text begins that a spreadsheet would run as a formula, marked already or not."""

_KEPT_FORMULA = r"^([=+\-@])"
_PLAIN_NUMBER = r"^[+-]?\d+(\.\d+)?$"


def write_ssd(columns: Columns, folder: Path, kept: Mapping[str, pl.DataFrame] | None = None) -> list[Path]:
    """Write one CSV for each noun that the record holds, named as the dataset names its table.

    ``kept`` is an ``Extract.kept``: whole tables are written as they were, single columns beside the row they
    were read with. Days are ISO, moments London time, flags Y and N; text that a spreadsheet would run as a
    formula gets an apostrophe, which the reader takes off. Give a folder of its own (it is made where it is
    not there): files of the same names are written over and others left alone. The paths are given back,
    sorted. Which nouns held only the latest of a history (``Held.latest_only``) the dataset cannot say.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = kept or {}
    files: dict[str, pl.DataFrame] = {}
    for noun in NOUNS:
        if noun not in columns.held.fields:
            continue
        given = give_back(noun, columns.of(noun), kept.get(noun.table), table_text(noun, columns))
        files[noun.table] = _kept_as_text(given)
        if given.left is not None:
            files[f"{noun.table}_kept_columns"] = _safe(given.left)
    for table, frame in kept.items():
        noun_of = BY_TABLE.get(table)
        if noun_of is None or noun_of not in columns.held.fields:
            files[table] = _safe(frame)
    return [_write(files[table], folder / f"{table}.csv") for table in sorted(files)]


def table_text(noun: type[Fact], columns: Columns) -> pl.DataFrame:
    """A noun's rows as text cells under the dataset's headers, in the order of the frame; blanks are null.

    Where the held columns alone would not tell which table it is, the key stands there too, blank.
    """
    frame, held = columns.of(noun), columns.held.fields[noun]
    by_header: dict[str, list[Column]] = {}
    for one in sorted(columns_of(noun), key=lambda one: not one.key):
        if one.name in held:
            by_header.setdefault(one.header, []).append(one)
    if table_of(tuple(by_header)) is None or table_of(tuple(by_header)).noun is not noun:  # type: ignore[union-attr]
        by_header = {one.header: by_header.get(one.header, []) for one in columns_of(noun) if one.key} | by_header
    cells = {header: _cells(frame, some).alias(header) for header, some in by_header.items()}
    if "recorded_at" in frame.columns and frame["recorded_at"].null_count() < frame.height:
        cells[RECORDED_AT] = _moments(frame["recorded_at"]).alias(RECORDED_AT)
    return pl.DataFrame(list(cells.values()))


def _cells(frame: pl.DataFrame, fields: list[Column]) -> pl.Series:
    """The cells under one header: one field's, or a day's and its time of day's."""
    if not fields:
        return pl.Series([None] * frame.height, dtype=pl.String)
    times = [_moments(frame[one.name]) for one in fields if one.kind == "time"]
    others = [_field(frame[one.name], one) for one in fields if one.kind != "time"]
    parts = [*times, *others]
    return pl.DataFrame([one.alias(str(at)) for at, one in enumerate(parts)]).select(pl.coalesce(pl.all()))["0"]


def _field(values: pl.Series, one: Column) -> pl.Series:
    """A field's values as text."""
    match one.kind:
        case "day":
            return values.dt.to_string("%Y-%m-%d")
        case "flag":
            return values.replace_strict({True: "Y", False: "N"}, return_dtype=pl.String)
        case "number":
            return _numbers(values)
        case _:
            plain = values.str.strip_chars().str.replace(FORMULA, "'$1")
            return pl.DataFrame({"a": plain}).select(pl.when(pl.col("a") != "").then(pl.col("a")))["a"]


def _moments(values: pl.Series) -> pl.Series:
    """Moments in London time; the second of two equal hours, when the clocks go back, gets its offset."""
    naive = pl.col("at").dt.replace_time_zone(None)
    earliest = naive.dt.replace_time_zone("Europe/London", ambiguous="earliest", non_existent="null")
    text = naive.dt.to_string("%Y-%m-%dT%H:%M:%S%.f")
    second = (earliest != pl.col("at")).fill_null(False)
    frame = pl.DataFrame({"at": values}, schema={"at": schema_of(Fact)["recorded_at"]})
    return frame.select(pl.when(second).then(text + "+00:00").otherwise(text).alias("at"))["at"]


def _numbers(values: pl.Series) -> pl.Series:
    """Numbers as people write them: no exponent, no empty fraction."""
    known = values.unique().drop_nulls().to_list()
    words = {value: f"{Decimal(repr(value)):f}".removesuffix(".0") for value in known}
    return values.replace_strict(words, default=None, return_dtype=pl.String)


def _kept_as_text(given: GivenBack) -> pl.DataFrame:
    """The table with its given-back cells made safe and its rows in their one order."""
    frame = given.frame.with_columns(_harmless(name) for name in given.names)
    return frame.sort(frame.columns, nulls_last=True, maintain_order=True)


def _safe(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(_harmless(name) for name in frame.columns)


def _harmless(name: str) -> pl.Expr:
    """A kept cell as it was, but for a mark before a formula; a plain number below nought is none."""
    cell = pl.col(name)
    return pl.when(cell.str.contains(_PLAIN_NUMBER)).then(cell).otherwise(cell.str.replace(_KEPT_FORMULA, "'$1"))


def _write(frame: pl.DataFrame, path: Path) -> Path:
    frame.write_csv(path, line_terminator="\n", null_value="", quote_style="necessary")
    return path
