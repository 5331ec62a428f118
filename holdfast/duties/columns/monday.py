"""The Monday list of every child at once, from the sweep of the clocks and of the drift rules."""

from collections.abc import Callable, Mapping
from datetime import datetime

import polars as pl

from holdfast.dates import Days, end_of
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.monday import (
    MondayChild,
    MondayLine,
    MondayList,
    children_in_order,
    in_order,
    line_of_clock,
    line_of_drift,
)
from holdfast.duties.owner import Owner
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.record.columns import Columns
from holdfast.record.people import Department, Person, Professional

Tick = Callable[[str], None]


def monday_list(
    columns: Columns, as_at: datetime, settings: Settings = WEXMOUTH, tick: Tick = lambda done: None
) -> MondayList:
    """Who needs a decision at ``as_at``, and who came off the list in the seven days before, where that can be said."""
    now, unanswerable = _lines(columns, as_at, settings, tick)
    compared = not columns.held.latest_only
    before = _lines(columns, end_of(Days(7).before(as_at.date())), settings, tick)[0] if compared else now
    standing = StandingColumns(columns, as_at)
    names, owners = _names(columns), _owners(standing)
    new = [_child(one, lines, names, owners, new=one not in before) for one, lines in now.items()]
    off = [_child(one, lines, names, owners) for one, lines in before.items() if one not in now]
    return MondayList(
        children=children_in_order(new), off=children_in_order(off), unanswerable=unanswerable, compared=compared
    )


def monday_lines(
    columns: Columns, as_at: datetime, settings: Settings = WEXMOUTH, tick: Tick = lambda done: None
) -> dict[str, tuple[MondayLine, ...]]:
    """The lines of each child who is on the list, in order."""
    return _lines(columns, as_at, settings, tick)[0]


def _lines(
    columns: Columns, as_at: datetime, settings: Settings, tick: Tick
) -> tuple[dict[str, tuple[MondayLine, ...]], tuple[str, ...]]:
    alerting = [one for one in ALL if one.may_alert]
    overdue = sweep(columns, as_at, alerting, settings, tick).filter(pl.col("state") == "overdue")
    lines: dict[str, list[MondayLine]] = {}
    for clock in clocks_from(overdue):
        lines.setdefault(clock.child, []).append(line_of_clock(BY_CODE[clock.duty], clock, settings))
    drifts, unanswerable = drift_sweep(columns, as_at, settings)
    for drift in drifts:
        said = {one.code for one in lines.get(drift.child, ())}
        if drift.nags and drift.matter not in said:
            lines.setdefault(drift.child, []).append(line_of_drift(drift, RULES[drift.code].title))
    silent = tuple(f"{one.title.rstrip('.')}: needs {one.missing}" for one in unanswerable)
    return {child: in_order(some) for child, some in sorted(lines.items())}, silent


def _child(
    child: str,
    lines: tuple[MondayLine, ...],
    names: Mapping[str, str],
    owners: Mapping[str, Owner],
    new: bool = False,
) -> MondayChild:
    name, owner = names.get(child, "Child"), owners.get(child, Owner())
    return MondayChild(child=child, name=name, owner=owner, lines=lines, new=new)


def _names(columns: Columns) -> dict[str, str]:
    whole = pl.concat_str("forename", "surname", separator=" ", ignore_nulls=True).alias("name")
    people = columns.of(Person).select("child", whole).filter(pl.col("name") != "")
    return dict(people.unique("child", keep="first", maintain_order=True).iter_rows())


def _owners(standing: StandingColumns) -> dict[str, Owner]:
    """Whom to ask about each child: names where the extract has them, else the ids it writes."""
    workers = dict(standing.columns.of(Professional).select("child", "name").drop_nulls().iter_rows())
    teams = dict(standing.columns.of(Department).select("child", "name").drop_nulls().iter_rows())
    return {
        row["child"]: Owner(worker=workers.get(row["worker"], row["worker"]), team=teams.get(row["team"], row["team"]))
        for row in owners_of(standing).iter_rows(named=True)
    }
