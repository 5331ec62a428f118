"""How a fact's fields are described: which column of the Standard Safeguarding Dataset each one is.

A noun (a kind of fact, such as a referral) is a frozen dataclass. Each field says here, once, everything that
the readers, the column tables, the writers and the history need to know about it, so that a new field is one
line in one place.
"""

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Literal, ParamSpec, TypeVar, cast

Kind = Literal["text", "day", "time", "flag", "number", "json"]
P = ParamSpec("P")
T = TypeVar("T")


def remembered(work: Callable[P, T]) -> Callable[P, T]:
    """``functools.cache`` with the types of what it wraps: a noun is asked once what its fields are."""
    return cast(Callable[P, T], functools.cache(work))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one field of a noun is called outside, and how it behaves in time.

    ``header`` is the column's name in the extract (the Standard Safeguarding Dataset's where it has one).
    ``also`` are other names that suppliers' tables use for it. ``happens`` marks the day on which the fact came
    to be: before that day the whole fact is not yet known. ``planned`` marks a day that may lie ahead (a booked
    review). ``known_with`` names the day field with which this value becomes known (a closing reason is not
    known before the closing). ``time_of`` names the day field whose time of day this field holds.
    """

    name: str
    header: str
    kind: Kind
    meaning: str
    also: tuple[str, ...] = ()
    key: bool = False
    child: bool = False
    happens: bool = False
    planned: bool = False
    known_with: str | None = None
    time_of: str | None = None


def column(header: str, kind: Kind, meaning: str, **marks: Any) -> Any:
    """Describe one field. Every field has None as its default: an extract may be silent about anything."""
    return dataclasses.field(default=None, metadata={"header": header, "kind": kind, "meaning": meaning, **marks})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that an extract or a worker has put on record about a child.

    Every noun has the child's own id in ``child`` (text, as the source writes it) and ``recorded_at``: when the
    source says it was entered, or None where it does not say.
    """

    table: ClassVar[str] = ""
    words: ClassVar[str] = ""

    child: str
    recorded_at: datetime | None = None


@remembered
def columns_of(noun: type[Fact]) -> tuple[Column, ...]:
    """Every field of ``noun`` but ``recorded_at``, in order, the child's id first where it is a column."""
    found = []
    for field in dataclasses.fields(noun):
        if not field.metadata:
            continue
        found.append(Column(name=field.name, **field.metadata))
    return tuple(found)


@remembered
def column_named(noun: type[Fact], name: str) -> Column:
    """The description of one field; KeyError with a sentence when the noun has no such field."""
    for one in columns_of(noun):
        if one.name == name:
            return one
    raise KeyError(f"{noun.__name__} has no field {name!r}. Its fields are in {noun.__module__}.")


@remembered
def happens_on(noun: type[Fact]) -> str | None:
    """The name of the day field on which a fact of this kind comes to be; None where it has none."""
    for one in columns_of(noun):
        if one.happens:
            return one.name
    return None


@remembered
def day_fields(noun: type[Fact]) -> tuple[Column, ...]:
    """The day fields of ``noun``, in order."""
    return tuple(one for one in columns_of(noun) if one.kind == "day")


@remembered
def derived_day_fields(noun: type[Fact]) -> tuple[str, ...]:
    """For a noun worked out from others (it has no column descriptions): the fields typed as days."""
    return tuple(field.name for field in dataclasses.fields(noun) if field.type in (date | None, date))
