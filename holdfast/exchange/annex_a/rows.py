"""The rows of one list: its cells as days, flags, ids and words, and facts made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from holdfast.exchange.annex_a.lists import columns_of_list
from holdfast.exchange.annex_a.sheets import FoundList
from holdfast.exchange.annex_a.words import yes_or_no
from holdfast.exchange.problems import Problem
from holdfast.exchange.text import ROW
from holdfast.exchange.values import Values, cells_of, days, flags, ids, words
from holdfast.record.columns import schema_of
from holdfast.record.field import Fact

_TYPES: dict[str, pl.DataType] = {"day": pl.Date(), "flag": pl.Boolean()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Facts of one kind made from a list: their frame, and the fields that the list could say."""

    noun: type[Fact]
    frame: pl.DataFrame
    fields: frozenset[str]


@dataclass(slots=True)
class Rows:
    """One list's rows that name a child. ``frame`` has ``ROW``, ``file``, ``place`` and the columns, read."""

    number: int
    frame: pl.DataFrame
    has: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def make(
        self, noun: type[Fact], told: dict[str, str], where: pl.Expr | None = None, **also: pl.Expr
    ) -> Made | None:
        """Facts of a kind, one for each row: each field from the list's column of the name given.

        ``also`` are fields worked out from several columns; they count as told. None when the list has none of
        the columns that ``told`` names first: then nothing is known of this kind of fact.
        """
        main = next(iter(told.values()))
        if main not in self.has:
            return None
        schema = schema_of(noun)
        given = {ours: pl.col(theirs) for ours, theirs in told.items() if theirs in self.has} | also
        rows = self.frame if where is None else self.frame.filter(where)
        frame = rows.select(
            (given[name] if name in given else pl.col("child") if name == "child" else pl.lit(None))
            .cast(kind).alias(name)
            for name, kind in schema.items()
        )  # fmt: skip
        return Made(noun=noun, frame=frame, fields=frozenset({"child", *given}))

    def of(self, frame: pl.DataFrame) -> "Rows":
        """The same list with other rows or more columns."""
        return replace(self, frame=frame)

    def with_columns(self, *columns: pl.Expr) -> "Rows":
        """The same list with columns worked out from its own."""
        return self.of(self.frame.with_columns(columns))

    def joined(self, more: pl.DataFrame | None, names: Sequence[str]) -> "Rows":
        """The list with columns of another one, found by their shared columns; ``more`` may be lacking."""
        if more is None:
            return self
        own = [name for name in names if name in more.columns]
        frame = self.frame.join(
            more, on=[one for one in more.columns if one not in own], how="left", maintain_order="left"
        )
        return replace(self, frame=frame, has=self.has | frozenset(own))


def rows_of(found: FoundList) -> Rows:
    """The rows of a found list, every column that facts are made of read as its kind."""
    table, known = found.table, found.known
    frame = table.frame.select(
        ROW, pl.lit(table.file).alias("file"), pl.lit(found.place, dtype=pl.String).alias("place")
    )
    problems: list[Problem] = []
    read = []
    for one in columns_of_list(known.number):
        header = known.found.get(one.name)
        if not one.read or header is None:
            read.append(pl.Series(one.name, [None] * table.rows, dtype=_TYPES.get(one.kind, pl.String())))
            continue
        values = _values(found, one.name, one.kind, header)
        problems += values.problems
        read.append(values.values.alias(one.name))
    frame = frame.with_columns(read)
    has = frozenset(one.name for one in columns_of_list(known.number) if one.read and one.name in known.found)
    frame, nobody = _of_somebody(found, frame)
    frame, again = _once(found, frame)
    return Rows(number=known.number, frame=frame, has=has, problems=[*problems, *nobody, *again])


def _values(found: FoundList, name: str, kind: str, header: str) -> Values:
    cells = cells_of(found.table, header, found.place)
    readers: dict[str, Callable[[], Values]] = {
        "day": lambda: days(cells),
        "id": lambda: ids(cells),
        "text": lambda: ids(cells) if name in ("team", "worker", "adviser") else words(cells),
    }
    if kind != "flag" or name == "disabled":
        return readers.get(kind, readers["text"])()
    told = cells.text.unique().drop_nulls().to_list()
    plain = cells.text.replace_strict({one: yes_or_no(one) for one in told}, default=None, return_dtype=pl.String)
    return flags(replace(cells, text=plain))


def _of_somebody(found: FoundList, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Problem]]:
    """The rows that name a child, and a problem for each that names none."""
    header = found.known.found["child"]
    nobody = frame.filter(pl.col("child").is_null())[ROW].to_list()
    reason = (
        "The row names no child, so nobody can tell whose it is, and no fact was made of it. Fill in the child's "
        "id; if it is a note or a total, it may stay."
    )
    problems = [
        Problem(
            file=found.table.file, table=found.place, row=row[ROW], column=header, reason=reason,
            value=" | ".join(str(cell) for name, cell in row.items() if name != ROW and cell is not None),
        )
        for row in found.table.frame.filter(pl.col(ROW).is_in(nobody)).iter_rows(named=True)
    ]  # fmt: skip
    return frame.filter(pl.col("child").is_not_null()), problems


def _once(found: FoundList, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Problem]]:
    """Each row once: a problem for a row that says the same as one above it."""
    text = found.table.frame
    same = [name for name in text.columns if name != ROW]
    repeats = text.filter(~pl.struct(same).is_first_distinct())[ROW].to_list()
    gone = frame.filter(pl.col(ROW).is_in(repeats))
    problems = [
        Problem(
            file=found.table.file, table=found.place, row=row, column=found.known.found["child"], value=child,
            reason="The same row stands there more than once. It was read once.",
        )
        for row, child in gone.select(ROW, "child").iter_rows()
    ]  # fmt: skip
    return frame.filter(~pl.col(ROW).is_in(repeats)), problems


def numbered(what: str, day: str) -> pl.Expr:
    """An id for each row, the same whenever the same list is read: the child's, what it is, and its day."""
    name = pl.concat_str(
        pl.col("child"), pl.lit(f" {what}"), pl.col(day).dt.to_string(" %Y-%m-%d").fill_null(""), separator=""
    )
    again = pl.int_range(pl.len()).over("child", pl.col(day).fill_null(pl.date(1, 1, 1)))
    return pl.when(again > 0).then(name + pl.format(" ({})", again + 1)).otherwise(name)


def reworded(column: str, frame: pl.DataFrame, meaning: Callable[[str], str | None]) -> pl.Expr:
    """A column's words made the record's own."""
    cells = frame[column].unique().drop_nulls().to_list()
    return pl.col(column).replace_strict({cell: meaning(cell) for cell in cells}, default=None, return_dtype=pl.String)
