"""A big change in a child's life and whether the assessment was looked at again: one rule, for one child and for all.

A big change is what the record calls one. The assessment was looked at again on the day that the change's own row
gives; where it gives none, on the first day from the change on that an assessment was begun or authorised, or that
another big change led to a look. It is the rule by which the question *the assessment is older than the last big
change* is raised and closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.standing import Standing
from holdfast.record.front_door import Assessment
from holdfast.record.oversight import ChangeEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class BigChange:
    """A big change: its day, its kind as the record writes it, and when the assessment was looked at again."""

    on: date
    kind: str
    looked_on: date | None


Row = tuple[date | None, str | None, str | None, date | None]
"""Of a change on record: its day, its kind, its id, and the day on which the assessment was looked at again."""


def big_changes(standing: Standing) -> tuple[BigChange, ...]:
    """The child's big changes as at the moment, the first of them first."""
    assessed = [day for one in standing.of(Assessment) for day in (one.started_on, one.authorised_on)]
    return _told(((one.on, one.kind, one.id, one.looked_on) for one in standing.of(ChangeEvent)), assessed)


def big_changes_by_child(standing: StandingColumns) -> dict[str, tuple[BigChange, ...]]:
    """The same for every child of whom one is on record."""
    rows: dict[str, list[Row]] = {}
    for child, *row in standing.of(ChangeEvent).select("child", "on", "kind", "id", "looked_on").iter_rows():
        rows.setdefault(child, []).append((row[0], row[1], row[2], row[3]))
    assessed: dict[str, list[date | None]] = {}
    theirs = standing.of(Assessment).filter(pl.col("child").is_in(sorted(rows)))
    for child, started, authorised in theirs.select("child", "started_on", "authorised_on").iter_rows():
        assessed.setdefault(child, []).extend((started, authorised))
    found = {child: _told(some, assessed.get(child, ())) for child, some in rows.items()}
    return {child: some for child, some in found.items() if some}


def _told(rows: Iterable[Row], assessed: Iterable[date | None]) -> tuple[BigChange, ...]:
    every = list(rows)
    looks = [day for day in (*(row[3] for row in every), *assessed) if day is not None]
    dated = sorted((on, kind or "", own or "", looked) for on, kind, own, looked in every if on is not None)
    return tuple(
        BigChange(on=on, kind=kind, looked_on=looked or min((day for day in looks if day >= on), default=None))
        for on, kind, _, looked in dated
    )
