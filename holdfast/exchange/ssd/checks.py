"""What can only be seen across rows and tables: repeats, days out of order, children unknown."""

from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssd.frames import FILE
from holdfast.exchange.text import ROW
from holdfast.record.columns import schema_of
from holdfast.record.field import Fact, column_named, columns_of, day_fields, happens_on
from holdfast.record.people import Person
from holdfast.record.register import NOT_ABOUT_A_CHILD

Frames = dict[type[Fact], pl.DataFrame]

_NUMBER = "_number"

ENDS = ("ended_on", "closed_on", "returned_on", "disposed_on", "relief_ended_on", "settled_on")
"""Fields that hold the day on which something that began came to an end."""


@dataclass(slots=True)
class Checked:
    """The frames after the checks, and what they found."""

    frames: Frames = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check(frames: Frames) -> Checked:
    """Every check on every noun. Rows go only where the same row stands twice or a row belongs to nobody."""
    found = Checked()
    people = frames[Person]["child"].drop_nulls().unique()
    for noun, frame in frames.items():
        found.problems += _of_nobody(noun, frame)
        frame, repeats = _once(noun, frame.filter(pl.col("child").is_not_null()))
        found.problems += [*repeats, *_out_of_order(noun, frame)]
        if noun is Person:
            found.problems += _unborn(frame)
        elif noun not in NOT_ABOUT_A_CHILD:
            found.problems += _strangers(noun, frame, people)
        found.frames[noun] = frame
    return found


def _each(
    noun: type[Fact], rows: pl.DataFrame, column: str, reason: Callable[[dict[str, object]], str]
) -> list[Problem]:
    """A problem for each of the rows, at this field."""
    header = column_named(noun, column).header
    return [
        Problem(
            file=row[FILE], table=noun.table, row=row[ROW], column=header,
            value=None if row[column] is None else str(row[column]), reason=reason(row),
        )
        for row in rows.iter_rows(named=True)
    ]  # fmt: skip


def _of_nobody(noun: type[Fact], frame: pl.DataFrame) -> list[Problem]:
    """Rows that do not say whom they are about; each is named, with all it says."""
    whom = "the worker's or team's own id" if noun in NOT_ABOUT_A_CHILD else "the child's id"
    return _each(noun, frame.filter(pl.col("child").is_null()), "child", lambda row: (
        f"The row has nothing where {whom} should be, and nothing else in the files says it, so it could not "
        f"be put on anybody's record. It says: {_said(row)}."
    ))  # fmt: skip


def _once(noun: type[Fact], frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Problem]]:
    """The same row twice counts once; of two rows of one child with one id, the later in the file counts."""
    key = next((one.name for one in columns_of(noun) if one.key), "child")
    whose = list(dict.fromkeys(["child", key]))
    doubtful = frame.select(whose).is_duplicated()
    if not doubtful.any():
        return frame, []
    numbered = frame.with_row_index(_NUMBER).filter(doubtful)
    once = numbered.unique(list(schema_of(noun)), keep="first", maintain_order=True)
    again = numbered.join(once, on=_NUMBER, how="anti")
    keyed = once.filter(pl.col(key).is_not_null())
    earlier = keyed.join(keyed.unique(whose, keep="last"), on=_NUMBER, how="anti").sort(_NUMBER)
    gone = pl.concat([again[_NUMBER], earlier[_NUMBER]])
    left = frame.with_row_index(_NUMBER).filter(~pl.col(_NUMBER).is_in(gone.implode())).drop(_NUMBER)
    return left, [
        *_each(noun, again, key, lambda _: "The same row stands there more than once. It was read once."),
        *_each(noun, earlier, key, lambda row: (
            "A later row has the same id and says something else, and an id may belong to one row only. The "
            f"later row was used; this one said: {_said(row)}."
        )),
    ]  # fmt: skip


def _said(row: dict[str, object]) -> str:
    """What a row holds, in the record's own names."""
    return ", ".join(f"{name} {value}" for name, value in row.items() if name[0] != "_" and value is not None)


def _out_of_order(noun: type[Fact], frame: pl.DataFrame) -> list[Problem]:
    """An end before its start: both days stay as they stand, and it is said."""
    start = happens_on(noun) or next((one.name for one in day_fields(noun)), None)
    found: list[Problem] = []
    for end in (name for name in ENDS if name in frame.columns and start is not None):
        wrong = frame.filter((pl.col(end) < pl.col(str(start))).fill_null(False))
        found += _each(noun, wrong, end, lambda row, end=end: (  # type: ignore[misc]
            f"It ended on {row[end]}, before it began on {row[str(start)]} (child {row['child']}), so one of "
            "the days is wrong. Both were kept as they stand; what is counted from them may be wrong too."
        ))  # fmt: skip
    return found


def _unborn(people: pl.DataFrame) -> list[Problem]:
    """Children without any date of birth."""
    unborn = pl.col("born_on").is_null() & pl.col("expected_on").is_null()
    return _each(Person, people.filter(unborn), "born_on", lambda row: (
        f"Child {row['child']} has no date of birth and no expected one, so nothing that hangs on age can be "
        "said (health assessments, leaving care). Everything else was read."
    ))  # fmt: skip


def _strangers(noun: type[Fact], frame: pl.DataFrame, people: pl.Series) -> list[Problem]:
    """Children who have facts and are not among the people: one problem a child, at the first of the rows."""
    strangers = frame.filter(~pl.col("child").is_in(people.implode()))
    counted = strangers.group_by("child", maintain_order=True).agg(
        pl.col(FILE).first(), pl.col(ROW).first(), pl.len().alias("_rows")
    )
    return _each(noun, counted, "child", lambda row: (
        "This child is not in the table of people, so the name and date of birth are unknown and what hangs "
        f"on age cannot be said. The row was kept{_and_more(row['_rows'])}."
    ))  # fmt: skip


def _and_more(rows: object) -> str:
    return "" if rows == 1 else f", and so were {int(str(rows)) - 1} more about this child in this table"
