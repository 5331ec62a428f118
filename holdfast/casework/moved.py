"""What differs between two positions of the record, and from which moment on it shows: what was kept before is good."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import polars as pl

from holdfast.record.columns import Columns
from holdfast.record.field import Fact, columns_of, happens_on
from holdfast.record.register import IN_THE_PLAN, NOT_ABOUT_A_CHILD


@dataclass(frozen=True, slots=True)
class Moved:
    """What differs between two positions of the record, of the children whose facts changed.

    Rows that were only added show from the first ``day`` or ``time`` of theirs on. ``before`` and ``after`` are what
    was otherwise changed, and must be compared as at each moment. ``always``: it shows whenever anybody looks.
    ``only_added``: no row that was there is gone, or not as it was. ``plan``: something was written in the improvement
    plan, of which nothing else here tells.
    """

    only_added: bool
    plan: bool
    always: bool
    day: date | None
    time: datetime | None
    before: Columns
    after: Columns

    @classmethod
    def between(cls, before: Columns, fresh: Columns, changed: frozenset[str]) -> "Moved":
        """The nouns whose rows differ, ``fresh`` being the changed children's; workers and teams are compared whole.

        The improvement plan is told apart: nothing that is kept by child, or until a moment, is worked out from it.
        """
        was, now = before.only(changed), fresh
        nouns = [noun for noun in was.frames if noun not in IN_THE_PLAN and _differ(noun, was, now)]
        nouns += [noun for noun in now.frames.keys() - was.frames.keys() - IN_THE_PLAN if now.of(noun).height]
        added = {noun: _added(was.of(noun), now.of(noun)) for noun in nouns}
        shows = [_shows(noun, rows) for noun, rows in added.items() if rows is not None]
        other = [noun for noun, rows in added.items() if rows is None]
        return cls(
            only_added=was.held == now.held and not other,
            plan=any(_differ(noun, was, now) for noun in IN_THE_PLAN),
            always=was.held != now.held or any(one is None for one in shows),
            day=min((one[0] for one in shows if one and one[0]), default=None),
            time=min((one[1] for one in shows if one and one[1]), default=None, key=datetime.timestamp),
            before=replace(was, frames={noun: was.of(noun) for noun in other}),
            after=replace(now, frames={noun: now.of(noun) for noun in other}),
        )

    def as_at(self, moment: datetime) -> bool:
        """Whether anything differs in what had happened by the moment, or in what the record holds at all."""
        # Two times of one zone would be compared by the face of the clock, and one hour of the year comes twice.
        timed = self.time is not None and self.time.timestamp() <= moment.timestamp()
        if self.always or timed or (self.day is not None and self.day <= moment.date()):
            return True
        was, now = self.before.as_at(moment), self.after.as_at(moment)
        return any(not was.of(noun).equals(now.of(noun)) for noun in now.frames)


def _added(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame | None:
    """The rows that were only added, in any place among the others; None where any other row is not as it was."""
    if after.columns != before.columns:
        return None
    rest = after.join(before, on=after.columns, how="semi", nulls_equal=True, maintain_order="left")
    new = after.join(before, on=after.columns, how="anti", nulls_equal=True, maintain_order="left")
    return new if rest.equals(before) else None


def _shows(noun: type[Fact], rows: pl.DataFrame) -> tuple[date | None, datetime | None] | None:
    """From which day, and from which time, these rows are in the record as at a moment; None: they always are."""
    day = happens_on(noun)
    if day is None or rows.get_column(day).null_count():
        return None
    time = next((one.name for one in columns_of(noun) if one.time_of == day), None)
    timed = rows.filter(pl.col(time).is_not_null()) if time else rows.clear()
    by_day = rows.filter(pl.col(time).is_null()) if time else rows
    first: Any = timed.get_column(time).min() if time else None
    first_day: Any = by_day.get_column(day).min()
    return first_day, first


def _differ(noun: type[Fact], before: Columns, fresh: Columns) -> bool:
    """Whether the rows differ; no rows of those that are about no child says that they were not read again."""
    if noun in NOT_ABOUT_A_CHILD and not fresh.of(noun).height:
        return False
    return not before.of(noun).equals(fresh.of(noun))
