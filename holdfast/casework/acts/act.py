"""What an act is: its form, what must be there, and the facts that it puts on record.

An act never writes. It says which facts its words come to; ``casework.saving`` puts them on record, or nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from holdfast.casework.asker import Asker
from holdfast.dates import say
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.field import Fact
from holdfast.record.people import Involvement

Words = Mapping[str, str]

HERE = "hf-"
"""How the id of a fact begins that somebody put on record here, and no other system."""

OF_A_VISIT = "visit"
"""The part of a form's address that names the visit which the form is begun from; no form asks it."""

Kind = Literal["line", "text", "day", "choice", "tick", "worker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a form asks. ``hint`` says what helps; ``missing`` what is said where a needed part is blank.

    ``at_times`` marks a part that is needed for some answers and not for others, as its hint or the act's check says:
    the form calls it neither needed nor optional.
    """

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    missing: str = ""
    at_times: bool = False
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def needed(self) -> bool:
        """Whether the act cannot be done without it. Presence is asked for, never length."""
        return bool(self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is amiss with one part, and what to do."""

    part: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One person doing one act to one child: what the act's functions are given.

    ``standing`` is the child's record as it stands when it is saved. ``key`` is the form's own; facts take their ids
    from it, so that the same form sent twice would name the same facts. ``workers`` are names by id; ``names`` those
    of children and workers, for what must name nobody, and ``forenames`` those of children, in small letters, about
    which is asked. ``to_come`` are workers' times with the child that are on record
    and begin on a day ahead (``to_come_of``).
    """

    asker: Asker
    standing: Standing
    words: Words
    key: str
    made_at: datetime
    settings: Settings = field(default_factory=Settings)
    workers: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    forenames: frozenset[str] = frozenset()
    to_come: tuple[Involvement, ...] = ()

    @property
    def child(self) -> str:
        """The child's id."""
        return self.standing.child.id

    @property
    def today(self) -> date:
        """The day on which it is done."""
        return self.made_at.date()

    def said(self, part: str) -> str:
        """What was written in a part, as it was written but for white space at its ends."""
        return self.words.get(part, "").strip()

    def day(self, part: str) -> date | None:
        """The day written in a part; None where none is, or none can be read."""
        return read_day(self.words.get(part, ""))

    def ticked(self, part: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.said(part))

    def id(self, what: str) -> str:
        """The id of a fact that this act puts on record."""
        return f"{HERE}{self.key}-{what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act. ``code`` is its name in the permission table and in addresses; ``done`` is said when it is saved.

    ``parts`` gives the form for a child (it may depend on the record); ``opens_with`` the words it opens with, so
    that nothing is asked twice; ``check`` what else is amiss; ``facts`` what comes on record; ``about`` the facts
    that a save of another person must not have changed since the form was opened, by noun and id, and ``told_with``
    those that are shown beside such a change and alone hold nobody up. ``parts_from``: who does it may have nothing to
    do with the child afterwards. ``withdraws`` gives the facts that are said no more: their versions stay on record,
    and nothing signed is ever among them. ``leads_to`` gives the id of the visit that another act may be begun from
    once this one is saved; empty where nothing follows.
    """

    code: str
    title: str
    invites: str
    done: str
    parts: Callable[[Doing], tuple[Part, ...]]
    facts: Callable[[Doing], Sequence[Fact]]
    opens_with: Callable[[Doing], Words] = lambda doing: {}
    check: Callable[[Doing], Sequence[Problem]] = lambda doing: ()
    about: Callable[[Doing], Sequence[Fact]] = lambda doing: ()
    told_with: Callable[[Doing], Sequence[Fact]] = lambda doing: ()
    reads_first: Callable[[Doing], Sequence[str]] = lambda doing: ()
    parts_from: bool = False
    withdraws: Callable[[Doing], Sequence[Fact]] = lambda doing: ()
    leads_to: Callable[[Doing], str] = lambda doing: ""

    def amiss(self, doing: Doing) -> tuple[Problem, ...]:
        """Everything that keeps the act from being done: of each part one thing, that with which one begins."""
        found = [problem for part in self.parts(doing) if (problem := _of_part(part, doing)) is not None]
        told: dict[tuple[str, str], Problem] = {}
        for one in (*found, *self.check(doing)):
            # What is amiss with no part in particular is told whole.
            told.setdefault((one.part, "" if one.part else one.words), one)
        return tuple(told.values())


def to_come_of(child: Child, at: datetime) -> tuple[Involvement, ...]:
    """The workers' times with a child, out of the whole record, that begin after the day; the first of them first."""
    some = [one for one in child.of(Involvement) if one.started_on is not None and one.started_on > at.date()]
    return tuple(sorted(some, key=lambda one: (one.started_on or date.max, one.id or "")))


def read_day(text: str) -> date | None:
    """A day written as 2026-06-01 or 1/6/2026; None where it cannot be read."""
    said = text.strip()
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    parts = said.replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = (int(one) for one in parts)
        return date(year, month, day)
    except (ValueError, TypeError):
        return None


def amiss_of(part: Part, said: str) -> Problem | None:
    """What is amiss with the answer to a question that needs no more than one: it is missing, or was not offered."""
    if not said:
        return Problem(part=part.name, words=part.missing) if part.needed else None
    if part.kind in ("choice", "worker") and said not in {code for code, _ in part.choices}:
        return Problem(part=part.name, words=f"{part.label}: choose one of those offered.")
    return None


def _of_part(part: Part, doing: Doing) -> Problem | None:
    said = doing.said(part.name)
    if said and part.kind == "day" and doing.day(part.name) is None:
        return Problem(
            part=part.name,
            words=f"{part.label}: {said!r} is not a day. Write it like {doing.today.isoformat()}, which is "
            f"{say(doing.today)}.",
        )
    return amiss_of(part, said)


def not_ahead(doing: Doing, part: str, what: str) -> Sequence[Problem]:
    """A problem where the day in a part lies ahead of the day it is written on."""
    day = doing.day(part)
    if day is None or day <= doing.today:
        return ()
    return (Problem(part=part, words=f"{what} on {say(day)} lies ahead. Write it when it has happened."),)
