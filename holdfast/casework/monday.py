"""The Monday page's facts: who is on the list, what got worse in a week, what was promised, and what is paused.

The list is the one that ``holdfast.duties.columns.monday`` builds; here it is kept child by child, so that after a
write only the children whose facts changed are worked out again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.promised import Promised, promised_by
from holdfast.casework.view import View
from holdfast.dates import Days, end_of
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.one import drifts_of, unanswerable
from holdfast.duties.drift.open_work import ABOUT_A_PAUSE, pauses_of
from holdfast.duties.monday import EFFECTS, MondayChild, MondayLine, MondayList, children_in_order
from holdfast.duties.monday_of_one import lines_of_child
from holdfast.duties.owner import Owner, owner_of
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns
from holdfast.record.oversight import ManagementDecision

Lines = Mapping[str, tuple[MondayLine, ...]]
How = Literal["new", "more", "weightier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """A child for whom something got worse in the week: new on the list, one thing more, or a weightier one.

    ``lines`` are those that were not there a week before; ``effect`` is what the weightiest line now means.
    """

    child: str
    name: str
    how: How
    effect: str
    lines: tuple[MondayLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """Something that stands and that a manager paused with a reason: until when, why, and who decided."""

    child: str
    name: str
    code: str
    words: str
    until: date
    reason: str
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayFacts:
    """All that the Monday page says, for the children whom one seat sees. ``last_on`` is the day a week before."""

    last_on: date
    list: MondayList
    worse: tuple[Worse, ...]
    promised: tuple[Promised, ...]
    paused: tuple[Paused, ...]


def monday_facts(council: Council, view: View, children: Collection[str] | None) -> MondayFacts:
    """The Monday page for these children (None: every child)."""
    whose = None if children is None else frozenset(children)
    return council.kept(("monday facts", view, whose), lambda: _facts(council, view, whose))


def _facts(council: Council, view: View, children: Collection[str] | None) -> MondayFacts:
    before = a_week_before(view)
    now, then = lines_of(council, view, children), _then(council, view, children)
    listed = monday_of(council, view, children)
    return MondayFacts(
        last_on=before.today,
        list=listed,
        worse=tuple(one for one in (_worse(one, then.get(one.child, ())) for one in listed.children) if one),
        promised=_promised(council, view, before, [*then, *(child for child in now if child not in then)]),
        paused=paused_of(council, view, children),
    )


def monday_of(council: Council, view: View, children: Collection[str] | None) -> MondayList:
    """The Monday list itself, and who came off it in the week."""
    now, then = lines_of(council, view, children), _then(council, view, children)
    owners = owners_by_child(council, view)
    on = [_child(council, child, lines, owners, new=child not in then) for child, lines in now.items()]
    off = [_child(council, child, lines, owners) for child, lines in then.items() if child not in now]
    held = council.columns(view).held
    silent = unanswerable(held)
    return MondayList(
        children=children_in_order(on),
        off=children_in_order(off),
        unanswerable=tuple(f"{one.title.rstrip('.')}: needs {one.missing}" for one in silent),
        compared=not held.latest_only,
    )


def _then(council: Council, view: View, children: Collection[str] | None) -> Lines:
    """The lines a week before; where the record cannot say how it stood then, those of now, so that nothing moved."""
    compared = not council.columns(view).held.latest_only
    return lines_of(council, a_week_before(view) if compared else view, children)


def lines_of(council: Council, view: View, children: Collection[str] | None = None) -> Lines:
    """The lines of each of these children who is on the list (None: of every child), the weightiest first."""
    settings = council.settings
    every = council.by_child(
        ("monday",), view, lambda columns: monday_lines(columns, view.as_at, settings),
        lambda child: lines_of_child(Standing(child, view.as_at), settings),
    )  # fmt: skip
    return every if children is None else {child: every[child] for child in sorted(children) if child in every}


def owners_by_child(council: Council, view: View) -> Mapping[str, Owner]:
    """Whom to ask about each child, by the ids that the record writes."""
    return council.by_child(
        ("owners",), view, lambda columns: _owners(StandingColumns(columns, view.as_at)),
        lambda child: _some(owner_of(Standing(child, view.as_at))),
    )  # fmt: skip


def _some(owner: Owner) -> Owner | None:
    """As the columns have it: whom nobody has is left out."""
    return None if owner == Owner() else owner


def owner_named(council: Council, view: View, child: str) -> Owner:
    """Whom to ask about one child: names where the record has them, else its ids."""
    found = owners_by_child(council, view).get(child, Owner())
    return Owner(worker=council.worker(found.worker), team=council.team(found.team))


def a_week_before(view: View) -> View:
    """The end of the day a week before, with what is known by the same moment."""
    return View(as_at=end_of(Days(7).before(view.today)), as_known=view.as_known)


def _owners(standing: StandingColumns) -> dict[str, Owner]:
    return {child: Owner(worker=worker, team=team) for child, worker, team in owners_of(standing).iter_rows()}


def _child(
    council: Council, child: str, lines: tuple[MondayLine, ...], owners: Mapping[str, Owner], new: bool = False
) -> MondayChild:
    found = owners.get(child, Owner())
    owner = Owner(worker=council.worker(found.worker), team=council.team(found.team))
    return MondayChild(child=child, name=council.name(child), owner=owner, lines=lines, new=new)


def _same(line: MondayLine) -> tuple[str, date | None]:
    """What makes two lines the same thing a week apart: a drift's first day moves with its window, a clock's stays."""
    return line.code, None if line.standing == "drift" else line.since


def _worse(now: MondayChild, then: tuple[MondayLine, ...]) -> Worse | None:
    known = {_same(line) for line in then}
    fresh = tuple(line for line in now.lines if _same(line) not in known)
    if not fresh:
        return None
    how: How = "new" if not then else "weightier" if now.effect < then[0].effect else "more"
    return Worse(child=now.child, name=now.name, how=how, effect=EFFECTS[now.effect][0], lines=fresh)


def _promised(council: Council, view: View, before: View, children: list[str]) -> tuple[Promised, ...]:
    """What stood promised a week before for the children who were on the list then or are now."""
    every = council.by_child(("promised",), view, lambda columns: promised_by(columns, view.as_at, before.as_at))
    found = [one for child in children for one in every.get(child, ())]
    return tuple(replace(one, name=council.name(one.child), by=council.worker(one.by)) for one in found)


def paused_of(council: Council, view: View, children: Collection[str] | None) -> tuple[Paused, ...]:
    """What of these children's stands and is paused with a reason, by the day to which it is."""
    settings = council.settings
    every = council.by_child(
        ("paused",), view, lambda columns: _paused(columns, view, settings),
        lambda child: _paused_of(Standing(child, view.as_at), settings),
    )  # fmt: skip
    found = [
        replace(one, name=council.name(child), by=council.worker(one.by))
        for child, some in every.items()
        if children is None or child in children
        for one in some
    ]
    return tuple(sorted(found, key=lambda one: (one.until, one.child, one.code)))


def _paused(columns: Columns, view: View, settings: Settings) -> dict[str, tuple[Paused, ...]]:
    """What is paused, by child; the rules are asked only of children for whom a pause is on record."""
    made = columns.of(ManagementDecision).filter(pl.col("about") == ABOUT_A_PAUSE)
    every = {
        child: _paused_of(Standing(columns.child(child), view.as_at), settings)
        for child in sorted(set(made.get_column("child").to_list()))
    }
    return {child: some for child, some in every.items() if some}


def _paused_of(standing: Standing, settings: Settings) -> tuple[Paused, ...]:
    """What of one child's stands and is paused; ``by`` is still an id, and there is no name yet."""
    by = {(one.until, one.reason): one.decided_by for one in standing.of(ManagementDecision)}
    if not pauses_of(standing):
        return ()
    return tuple(
        Paused(
            child=one.child, name="", code=one.code, words=one.words, until=one.paused_until,
            reason=one.pause_reason or "", by=by.get((one.paused_until, one.pause_reason)),
        )
        for one in drifts_of(standing, settings)
        if one.stands and one.on_monday and one.paused_until is not None
    )  # fmt: skip
