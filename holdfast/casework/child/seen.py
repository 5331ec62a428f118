"""When a child was last seen, and last seen alone: one rule, asked for one child and for every child at once.

A child is seen at a visit that says so, whoever made it; at a return interview that was held; and by a personal
adviser face to face, told as what it was. A call or a message is no sight of somebody, and that an adviser is in touch
is told beside. Whether what is asked was done in time stays the duties' own business.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

import polars as pl

from holdfast.dates import say
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedVisit
from holdfast.record.in_care import CareVisit
from holdfast.record.leaving_care import AdviserContact
from holdfast.record.unseen import PrivateFosteringVisit, ReturnInterview

Says = tuple[bool | None, bool | None, bool]
"""Whether the child was seen, whether alone, and whether the young person answered; None where it is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAt:
    """A kind of row that can say that a child was seen.

    ``kind`` is how the codes of the duties about it begin, ``what`` what it is called where it was no visit, ``fields``
    what ``says`` reads of a row, in this order, after ``day``.
    """

    noun: type[Fact]
    kind: str
    fields: tuple[str, ...]
    says: Callable[..., Says]
    day: str = "on"
    what: str = ""


def _as_it_says(was_seen: bool | None, alone: bool | None) -> Says:
    return was_seen, alone, False


def _fostered(alone: bool | None) -> Says:
    """That a child was not seen alone does not say whether she was seen: this table says nothing else."""
    return True if alone else None, alone, False


def _advised(way: str | None, answered: bool | None, at_home: bool | None) -> Says:
    """At home, or on a visit that the young person answered; what is neither is a call or a message."""
    face_to_face = True if at_home else answered if way == "visit" else False
    return face_to_face, None, bool(answered or at_home)


def _interviewed() -> Says:
    """Held with the child; that it was alone is not a thing this table says."""
    return True, None, False


SEEN_AT: tuple[SeenAt, ...] = (
    SeenAt(noun=ProtectionVisit, kind="cp", fields=("seen", "seen_alone"), says=_as_it_says),
    SeenAt(noun=CareVisit, kind="cla", fields=("seen", "seen_alone"), says=_as_it_says),
    SeenAt(noun=InNeedVisit, kind="cin", fields=("seen", "seen_alone"), says=_as_it_says),
    SeenAt(noun=PrivateFosteringVisit, kind="pf", fields=("seen_alone",), says=_fostered),
    SeenAt(
        noun=AdviserContact, kind="cl", fields=("way", "two_way", "at_home"), says=_advised, what="a personal adviser",
    ),
    SeenAt(noun=ReturnInterview, kind="rhi", fields=(), says=_interviewed, day="held_on", what="a return interview"),
)  # fmt: skip
"""Everything on record that can say it."""

WHERE = {"a personal adviser": "by a personal adviser", "a return interview": "at a return interview"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSeen:
    """A day on which a child was seen: at what (see ``SeenAt``), and whether alone where it says."""

    on: date
    kind: str
    what: str = ""
    alone: bool | None = None

    @property
    def where(self) -> str:
        """``at a return interview``; empty for a visit."""
        return WHERE.get(self.what, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """When a child was last seen.

    ``last`` is the last time seen and ``visit`` the last of them that was a social worker's visit; ``alone_on`` the
    last day seen alone, ``unsure_on`` the last visit that does not say whether the child was seen, ``touched_on`` the
    last day on which the young person answered an adviser. None where none is on record.
    """

    last: TimeSeen | None = None
    visit: TimeSeen | None = None
    alone_on: date | None = None
    unsure_on: date | None = None
    touched_on: date | None = None

    @property
    def on(self) -> date | None:
        """The last day on which the child was seen."""
        return self.last.on if self.last else None

    @property
    def visit_now(self) -> TimeSeen | None:
        """The last visit, of which alone or not can be asked; none once an adviser is in touch with who left care."""
        over = self.visit and self.touched_on and self.touched_on > self.visit.on
        return None if over else self.visit

    @property
    def words(self) -> str:
        """All of it in one sentence."""
        if self.last is None:
            unsure = f"; the visit of {say(self.unsure_on)} does not say whether" if self.unsure_on else ""
            return f"No visit at which the child was seen is on record{unsure}"
        where = f" {self.last.where}" if self.last.where else ""
        if self.alone_on == self.last.on:
            return f"Seen on {say(self.last.on)}{where}, and seen alone"
        alone = f"last seen alone on {say(self.alone_on)}" if self.alone_on else "never seen alone on record"
        return f"Seen on {say(self.last.on)}{where}; {alone}"

    def and_on(self, on: date, of: SeenAt, says: Says) -> Self:
        """The same, with what one more row says."""
        was_seen, alone, answered = says
        found = TimeSeen(on=on, kind=of.kind, what=of.what, alone=alone) if was_seen else None
        return type(self)(
            last=_later(self.last, found), visit=_later(self.visit, found if not of.what else None),
            alone_on=_latest(self.alone_on, on if was_seen and alone else None),
            unsure_on=_latest(self.unsure_on, on if was_seen is None else None),
            touched_on=_latest(self.touched_on, on if answered else None),
        )  # fmt: skip


def _later(one: TimeSeen | None, other: TimeSeen | None) -> TimeSeen | None:
    """The later of two; of one day that alone, then the one of a visit, then by kind, so that order never matters."""
    both = [each for each in (one, other) if each]
    return max(both, key=lambda each: (each.on, each.alone is True, not each.what, each.alone is False, each.kind),
               default=None)  # fmt: skip


def _latest(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def seen(standing: Standing) -> Seen:
    """When the child was last seen, as at the moment."""
    found = Seen()
    for of in SEEN_AT:
        for fact in standing.of(of.noun):
            on = getattr(fact, of.day)
            if on is not None:
                found = found.and_on(on, of, of.says(*(getattr(fact, name) for name in of.fields)))
    return found


def seen_by_child(standing: StandingColumns) -> dict[str, Seen]:
    """The same for every child of whom a row is on record."""
    found: dict[str, Seen] = {}
    for of in SEEN_AT:
        for child, on, *fields in _last_rows(standing.of(of.noun), of):
            found[child] = found.get(child, Seen()).and_on(on, of, of.says(*fields))
    return found


def _last_rows(frame: pl.DataFrame, of: SeenAt) -> Iterator[tuple[Any, ...]]:
    """The last row of each child for each thing that rows of this kind can say: only these can tell more."""
    dated = frame.filter(pl.col(of.day).is_not_null()).group_by("child", *of.fields).agg(pl.col(of.day).max())
    return dated.select("child", of.day, *of.fields).iter_rows()
