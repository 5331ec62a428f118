"""Puts single columns that nothing reads, kept as text when a table was read, back beside their rows."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from holdfast.exchange.ssd.frames import meaning_of
from holdfast.exchange.ssd.roles import role_words
from holdfast.exchange.ssd.tables import headers_of
from holdfast.record.field import Column, Fact, columns_of

_KEY, _NTH, _ROW = "_key", "_nth", "_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """A table's text with its kept columns: ``names`` are theirs.

    ``left`` has the kept cells of which nobody can tell to which of several rows with one key they belong;
    None where there are none.
    """

    frame: pl.DataFrame
    names: tuple[str, ...] = ()
    left: pl.DataFrame | None = None


def give_back(noun: type[Fact], facts: pl.DataFrame, kept: pl.DataFrame | None, text: pl.DataFrame) -> GivenBack:
    """The table ``text`` of the noun's ``facts`` (row by row the same) with the columns of ``kept`` joined to it.

    A kept cell goes with its row: where the record holds the row no longer, its cells are not written. The
    file's own words of a field that is read (a JSON outcome) are written where they still mean what the record
    says, and the record's words where they do not.
    """
    key = _key_of(noun, kept)
    if kept is None or key is None or facts.is_empty():
        return GivenBack(frame=text if kept is None else _with_headers(text, kept, key))
    own, header = key
    names = [name for name in kept.columns if name != header]
    rows = facts.select(pl.col(own).alias(_KEY)).with_row_index(_ROW).with_columns(_from_the_end())
    theirs = kept.rename({header: _KEY}).with_columns(_unmarked(_KEY).alias(_KEY)).with_columns(_from_the_end())
    paired, left = _paired(rows, theirs, names)
    frame, given = text, []
    for name in names:
        field = _field_with(noun, name, frame)
        given.append(name)
        if field is None:
            frame = frame.with_columns(paired[name].alias(name))
        else:
            frame = frame.with_columns(_own_words(noun, field, facts, paired[name], frame[name]).alias(name))
    return GivenBack(frame=frame, names=tuple(given), left=left)


def _key_of(noun: type[Fact], kept: pl.DataFrame | None) -> tuple[str, str] | None:
    """The field by which kept rows are found, and the header it has among them."""
    if kept is None:
        return None
    here = {name.casefold(): name for name in kept.columns}
    for one in sorted(columns_of(noun), key=lambda one: not one.key):
        if one.key or one.child:
            found = next((here[name.casefold()] for name in headers_of(one) if name.casefold() in here), None)
            if found:
                return one.name, found
    return None


def _with_headers(text: pl.DataFrame, kept: pl.DataFrame, key: tuple[str, str] | None) -> pl.DataFrame:
    """A table without rows still has the headers of its kept columns."""
    more = [name for name in kept.columns if name not in text.columns and (key is None or name != key[1])]
    return text.with_columns(pl.lit(None, pl.String).alias(name) for name in more)


def _from_the_end() -> pl.Expr:
    """Which of the rows with this key it is, the last being the first: of repeated rows the last one counts."""
    return pl.int_range(pl.len()).reverse().over(_KEY).alias(_NTH)


def _unmarked(name: str) -> pl.Expr:
    """A key as the record has it: without a spreadsheet's ``.0`` and without the mark before a formula."""
    return pl.col(name).str.replace(r"^(\d+)\.0+$", "$1").str.replace(r"^'('*[=+\-@])", "$1")


def _paired(rows: pl.DataFrame, theirs: pl.DataFrame, names: list[str]) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """The kept cells for each row in order; and those that could belong to several."""
    same = theirs.group_by(_KEY).agg(
        pl.struct(names).n_unique().alias("_kinds"), pl.len().alias("_theirs")
    ).join(rows.group_by(_KEY).agg(pl.len().alias("_ours")), on=_KEY, how="inner", nulls_equal=True)  # fmt: skip
    alike = same.filter((pl.col("_kinds") == 1) | (pl.col("_ours") == 1) | (pl.col("_ours") == pl.col("_theirs")))
    doubtful = same.join(alike, on=_KEY, how="anti", nulls_equal=True)
    one_each = theirs.join(alike, on=_KEY, how="semi", nulls_equal=True)
    first = one_each.filter(pl.col(_NTH) == 0).drop(_NTH)
    wide = same.filter(pl.col("_kinds") == 1).select(_KEY)
    spread = rows.join(wide, on=_KEY, how="semi", nulls_equal=True).join(
        first, on=_KEY, how="inner", nulls_equal=True
    )  # fmt: skip
    single = rows.join(spread, on=_ROW, how="anti").join(one_each, on=[_KEY, _NTH], how="left", nulls_equal=True)
    paired = pl.concat([spread.select(_ROW, *names), single.select(_ROW, *names)]).sort(_ROW)
    left = theirs.join(doubtful, on=_KEY, how="semi", nulls_equal=True).drop(_NTH).rename({_KEY: "row_key"})
    return paired, None if left.is_empty() else left.sort(left.columns, maintain_order=True)


def _field_with(noun: type[Fact], header: str, text: pl.DataFrame) -> Column | None:
    """The field that is written under this header already; None where the header is free."""
    if header not in text.columns:
        return None
    return next((one for one in columns_of(noun) if one.header == header), None)


def _own_words(noun: type[Fact], field: Column, facts: pl.DataFrame, kept: pl.Series, written: pl.Series) -> pl.Series:
    """The file's words where reading them gives what the record says; else what would be written without them."""
    meaning = meaning_of(noun, field, role_words())
    if meaning is None:
        return written
    words: Mapping[str, str | None] = {cell: meaning(cell) for cell in kept.unique().drop_nulls().to_list()}
    means = kept.replace_strict(words, default=None, return_dtype=pl.String)
    frame = pl.DataFrame({"kept": kept, "means": means, "says": facts[field.name], "written": written})
    true_still = pl.col("kept").is_not_null() & pl.col("means").eq_missing(pl.col("says"))
    return frame.select(pl.when(true_still).then(pl.col("kept")).otherwise(pl.col("written")).alias("kept"))["kept"]
