"""The same child in several lists as one person, and who works with her."""

from collections.abc import Iterable

import polars as pl

from holdfast.exchange.annex_a.facts import ByList
from holdfast.exchange.annex_a.lists import ADOPTERS
from holdfast.exchange.annex_a.rows import Made, Rows, reworded
from holdfast.exchange.annex_a.words import bare_code, code_of, without_label, yes_or_no
from holdfast.exchange.problems import Problem
from holdfast.exchange.text import ROW
from holdfast.record.columns import schema_of
from holdfast.record.people import Disability, Involvement, Person

SEXES = ("M", "F")
SOCIAL_WORKER, ADVISER = "social worker", "personal adviser"
SAID_OF_A_PERSON = {"born_on": "date of birth", "gender": "gender", "ethnicity": "ethnicity"}
ENDED_BY = {6: "closed_on", 7: "ended_on", 8: "ended_on"}
"""In these lists a row may be of work that has ended; its worker gives way to one of open work."""


def people(by: ByList) -> tuple[Made, list[Problem]]:
    """Every child of every list once. Where lists disagree, what most rows say is used and it is a problem."""
    said = pl.concat([_said(rows) for number, rows in sorted(by.items()) if number != ADOPTERS])
    problems = []
    agreed = said.select("child").unique(maintain_order=True)
    for name, words in SAID_OF_A_PERSON.items():
        chosen, several = _agreed(said, name)
        problems += [_conflict(row, words) for row in several.iter_rows(named=True)]
        agreed = agreed.join(chosen, on="child", how="left", maintain_order="left")
    firsts = said.unique("child", keep="first", maintain_order=True).select("child", ROW, "file", "place")
    unborn = agreed.filter(pl.col("born_on").is_null()).join(firsts, on="child", how="left", maintain_order="left")
    problems += [_unborn(row) for row in unborn.iter_rows(named=True)]
    sex = reworded("gender", agreed, lambda cell: code if (code := code_of("sex", cell)) in SEXES else "U")
    agreed = agreed.with_columns(
        sex.alias("sex"),
        reworded("gender", agreed, without_label).alias("gender"),
        reworded("ethnicity", agreed, bare_code_of_ethnicity).alias("ethnicity"),
    )
    has = frozenset[str]().union(*(rows.has for number, rows in by.items() if number != ADOPTERS))
    fields = {"child"} | (has & set(SAID_OF_A_PERSON)) | ({"sex"} if "gender" in has else set())
    frame = _shaped(agreed, Person)
    return Made(noun=Person, frame=frame, fields=frozenset(fields)), problems


def disabilities(by: ByList) -> Made | None:
    """A disability for each child of whom some list says so; the kind only where the list names it."""
    said = [
        rows.frame.select("child", "disabled")
        for number, rows in sorted(by.items())
        if number != ADOPTERS and "disabled" in rows.has
    ]
    if not said:
        return None
    every = pl.concat(said).drop_nulls()
    kinds = reworded("disabled", every, _kind_of_disability)
    every = every.with_columns(kinds.alias("code")).filter(pl.col("code").is_not_null())
    named = every.with_columns(pl.when(pl.col("code") != "Y").then(pl.col("code")).alias("code"))
    once = named.unique(["child", "code"], maintain_order=True)
    told = once.filter(pl.col("code").is_not_null() | ~pl.col("code").is_not_null().any().over("child"))
    ident = pl.col("child") + " disability" + pl.format(" {}", pl.col("code")).fill_null("")
    frame = _shaped(told.with_columns(ident.alias("id")), Disability)
    return Made(noun=Disability, frame=frame, fields=frozenset({"id", "child", "code"}))


def involvements(by: ByList) -> Made | None:
    """The worker and team of each list as with the child now; since when, no list says.

    The ids are in the order in which they are to be believed, the last one first of all: open work before
    ended work, a later list before an earlier one, the social worker before the personal adviser.
    """
    parts = [part for number, rows in sorted(by.items()) if number != ADOPTERS for part in _workers(number, rows)]
    if not parts:
        return None
    every = pl.concat(parts).sort("child", "open", "list", "role", ROW, maintain_order=True)
    every = every.unique(["child", "professional", "team", "role"], keep="last", maintain_order=True)
    place = pl.int_range(1, pl.len() + 1).over("child").cast(pl.String).str.zfill(3)
    frame = _shaped(every.with_columns((pl.col("child") + " worker " + place).alias("id")), Involvement)
    return Made(noun=Involvement, frame=frame, fields=frozenset({"id", "child", "professional", "team", "role"}))


def bare_code_of_ethnicity(cell: str) -> str:
    """The code of a cell such as ``a) WBRI`` or ``WBRI - White British``; its words where it has none."""
    text = without_label(cell)
    first = text.split()[0] if text.split() else text
    return first if first.isupper() and first.isalpha() and len(first) == 4 else bare_code(cell)


def _said(rows: Rows) -> pl.DataFrame:
    return rows.frame.select("child", *SAID_OF_A_PERSON, ROW, "file", "place", pl.lit(rows.number).alias("list"))


def _agreed(said: pl.DataFrame, name: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What most rows say of each child (of equals, the last list's), and what other rows say of the same child."""
    told = said.filter(pl.col(name).is_not_null())
    counted = told.group_by("child", name, maintain_order=True).agg(
        pl.len().alias("rows"), pl.col("list").max().alias("last"),
        *(pl.col(one).last() for one in (ROW, "file", "place")),
    )  # fmt: skip
    counted = counted.sort("child", "rows", "last", name, maintain_order=True)
    chosen = counted.unique("child", keep="last", maintain_order=True).select("child", name)
    others = counted.join(chosen, on=["child", name], how="anti").join(
        chosen.rename({name: "used"}), on="child", how="left", maintain_order="left"
    )
    return chosen, others.select("child", pl.col(name).cast(pl.String).alias("value"),
                                 pl.col("used").cast(pl.String), ROW, "file", "place")  # fmt: skip


def _conflict(row: dict[str, object], words: str) -> Problem:
    matters = ", and what hangs on age may be wrong" if words == "date of birth" else ""
    return Problem(
        file=str(row["file"]), table=_place(row), row=int(str(row[ROW])), column=words, value=str(row["value"]),
        reason=f"Other rows about child {row['child']} give another {words} ({row['used']}), so one of them is "
        f"wrong{matters}. {row['used']} was used: most rows say so, or the list with the higher number does. "
        "Correct it in your system.",
    )  # fmt: skip


def _unborn(row: dict[str, object]) -> Problem:
    return Problem(
        file=str(row["file"]), table=_place(row), row=int(str(row[ROW])), column="date of birth",
        reason=f"No list gives a date of birth for child {row['child']}, so nothing that hangs on age can be said "
        "(health assessments, leaving care). Everything else was read.",
    )  # fmt: skip


def _place(row: dict[str, object]) -> str | None:
    return None if row["place"] is None else str(row["place"])


def _kind_of_disability(cell: str) -> str | None:
    """``Y`` for a bare yes, the kind where it is named, None for no and for nothing recorded."""
    said = yes_or_no(cell)
    if said in ("N", "unknown"):
        return None
    return "Y" if said == "Y" else without_label(cell)


def _workers(number: int, rows: Rows) -> Iterable[pl.DataFrame]:
    ended = ENDED_BY.get(number)
    is_open = pl.col(ended).is_null() if ended and ended in rows.has else pl.lit(True)
    for role, name in ((SOCIAL_WORKER, "worker"), (ADVISER, "adviser")):
        if name not in rows.has and (role == ADVISER or "team" not in rows.has):
            continue
        professional = pl.col(name) if name in rows.frame.columns else pl.lit(None, dtype=pl.String)
        team = pl.col("team") if role == SOCIAL_WORKER and "team" in rows.has else pl.lit(None, dtype=pl.String)
        named = pl.col("professional").is_not_null() | pl.col("team").is_not_null()
        yield rows.frame.select(
            "child", professional.alias("professional"), team.alias("team"), pl.lit(role).alias("role"),
            is_open.alias("open"), pl.lit(number).alias("list"), ROW,
        ).filter(named)  # fmt: skip


def _shaped(frame: pl.DataFrame, noun: type) -> pl.DataFrame:
    """The frame with exactly the noun's columns."""
    schema = schema_of(noun)
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema.items()
    )  # fmt: skip
