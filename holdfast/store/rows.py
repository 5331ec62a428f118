"""Rows between the database and frames, a column at a time: no object is made for a row.

Rows come through the cursor, or on PostgreSQL through COPY, and polars turns their text into days and times.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import polars as pl
from django.db import connection

from holdfast.dates import LONDON
from holdfast.record.columns import TIME
from holdfast.store.tables import column_of

Tick = Callable[[str], None]

BATCH = 20_000
"""How many rows are written between two words to whoever waits."""

_A_TIME = "%Y-%m-%d %H:%M:%S%.6f"


def silent(done: str) -> None:
    """The tick of a caller who does not want to know."""


def read(
    table: str, schema: Mapping[str, Any], where: str = "", params: Sequence[Any] = (), *, few: bool = False
) -> pl.DataFrame:
    """The table's rows as a frame of exactly this schema; ``where`` may call the table ``t``.

    COPY, which PostgreSQL is asked for many rows by, takes longer than a plain question where there are ``few``.
    """
    if connection.vendor == "postgresql" and not few:
        text = _copied(table, schema, where, params)
    else:
        text = _fetched(table, schema, where, params)
    return text.with_columns(typed(name, kind) for name, kind in schema.items() if raw(kind) != kind)


Asked = tuple[str, Mapping[str, Any], str, Sequence[Any]]
"""What is asked of one table: its name, the columns, the condition and what the condition is filled with."""


def read_together(asked: Sequence[Asked]) -> list[list[tuple[Any, ...]]]:
    """The rows of several tables in one question, for one child's record: rows in their order, table by table.

    A question for each table takes longer than to answer it, and so does a frame for a few rows.
    """
    width = max(len(schema) for _, schema, _, _ in asked)
    parts = [_part(number, one, width) for number, one in enumerate(asked)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for one in asked for value in one[3]])
        rows = cursor.fetchall()
    found: list[list[tuple[Any, ...]]] = [[] for _ in asked]
    turns = [[AS_VALUE.get(kind) for kind in schema.values()] for _, schema, _, _ in asked]
    for number, _, *cells in sorted(rows, key=lambda row: row[:2]):
        turn = turns[number]
        found[number].append(tuple(
            value if value is None or one is None else one(value) for one, value in zip(turn, cells, strict=False)
        ))  # fmt: skip
    return found


def _part(number: int, asked: Asked, width: int) -> str:
    table, schema, where, _ = asked
    text = "::text" if connection.vendor == "postgresql" else ""
    cells = [_selected(f't."{column_of(name)}"', kind) + text for name, kind in schema.items()]
    cells += [f"NULL{text}"] * (width - len(cells))
    return f'SELECT {number}, t."row", {", ".join(cells)} FROM "{table}" t {where}'  # noqa: S608


def _as_day(value: str | date) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _as_moment(value: str | datetime) -> datetime:
    naive = datetime.fromisoformat(value) if isinstance(value, str) else value
    return naive.replace(tzinfo=UTC).astimezone(LONDON)


def _as_flag(value: str | int) -> bool:
    return bool(int(value))


AS_VALUE: dict[Any, Callable[[Any], Any]] = {
    pl.Date: _as_day,
    TIME: _as_moment,
    pl.Boolean: _as_flag,
    pl.Float64: float,
}
"""How a value that came as text or number becomes what a fact has."""


def _fetched(table: str, schema: Mapping[str, Any], where: str, params: Sequence[Any]) -> pl.DataFrame:
    names = ", ".join(_selected(f't."{column_of(name)}"', kind) for name, kind in schema.items())
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {names} FROM "{table}" t {where}', list(params))  # noqa: S608
        rows = cursor.fetchall()
    if not rows:
        return pl.DataFrame(schema={name: raw(kind) for name, kind in schema.items()})
    pairs = zip(schema.items(), zip(*rows, strict=True), strict=True)
    return pl.DataFrame([pl.Series(name, column, dtype=raw(kind)) for (name, kind), column in pairs])


def _copied(table: str, schema: Mapping[str, Any], where: str, params: Sequence[Any]) -> pl.DataFrame:
    names = ", ".join(_selected(f't."{column_of(name)}"', kind) for name, kind in schema.items())
    asked = f'COPY (SELECT {names} FROM "{table}" t {where}) TO STDOUT (FORMAT csv)'  # noqa: S608
    got = BytesIO()
    # COPY goes to the driver itself, past the place where Django makes its own errors of the driver's.
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(asked, list(params)) as copy:
        for part in copy:
            got.write(part)
    bare = {name: raw(kind) for name, kind in schema.items()}
    if not got.tell():
        return pl.DataFrame(schema=bare)
    # A bare nothing between commas is null; an empty text comes between quotation marks.
    return pl.read_csv(got.getvalue(), has_header=False, schema=bare)


def _selected(column: str, kind: Any) -> str:
    """The column as text and numbers: the driver must not make an object of each day, moment and flag."""
    if connection.vendor == "sqlite":
        # With a sign before it the column has no declared type, and the driver leaves the value alone.
        return f"+{column}"
    if kind == TIME:
        return f"({column} AT TIME ZONE 'UTC')::text"
    if kind == pl.Date:
        return f"{column}::text"
    return f"{column}::int" if kind == pl.Boolean else column


def raw(kind: Any) -> Any:
    """The type a column has before its text is turned into days, moments and flags."""
    if kind == pl.Boolean:
        return pl.Int64
    return pl.String if kind in (pl.Date, TIME) else kind


def typed(name: str, kind: Any) -> pl.Expr:
    """A column's text turned into what the frame has."""
    column = pl.col(name)
    if kind == pl.Date:
        return column.str.to_date("%Y-%m-%d")
    if kind == TIME:
        moment = column.str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="us")
        return moment.dt.replace_time_zone("UTC").dt.convert_time_zone("Europe/London")
    return column.cast(pl.Boolean) if kind == pl.Boolean else column


def written(name: str, kind: Any) -> pl.Expr:
    """A column as the database is given it: days and moments as text, flags as 0 and 1."""
    column = pl.col(name)
    if kind == pl.Date:
        return column.dt.to_string("%Y-%m-%d")
    if kind == TIME:
        return column.dt.convert_time_zone("UTC").dt.replace_time_zone(None).dt.to_string(_A_TIME)
    return column.cast(pl.Int8) if kind == pl.Boolean else column


def write(table: str, frame: pl.DataFrame, tick: Tick = silent) -> None:
    """Put the frame's rows into the table, in their order; ``tick`` is told after each batch."""
    text = frame.select(written(name, kind) for name, kind in frame.schema.items())
    names = ", ".join(f'"{column_of(name)}"' for name in frame.columns)
    for start in range(0, text.height, BATCH):
        some = text.slice(start, BATCH)
        if connection.vendor == "postgresql":
            _copy_in(table, names, some)
        else:
            marks = ", ".join(["%s"] * some.width)
            with connection.cursor() as cursor:
                cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', some.rows())  # noqa: S608
        tick(f"{table}: {min(start + BATCH, text.height):,} of {text.height:,}")


def refresh(table: str) -> None:
    """After many rows: PostgreSQL counts them at once, so that the next question takes the index it should."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'ANALYZE "{table}"')


def _copy_in(table: str, names: str, frame: pl.DataFrame) -> None:
    text = frame.write_csv(include_header=False, quote_style="non_numeric", null_value="", separator=",")
    into = f'COPY "{table}" ({names}) FROM STDIN (FORMAT csv)'
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.write(text)
