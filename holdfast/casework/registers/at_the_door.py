"""Who waits for a decision at the front door: referrals nobody has decided about, contacts without an outcome."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.monday import owner_named
from holdfast.casework.registers.places import BY_CODE
from holdfast.casework.registers.register import WAITING as STILL
from holdfast.casework.seats import AT_THE_DOOR
from holdfast.casework.view import View
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.owner import Owner
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns
from holdfast.record.front_door import Contact

WAITING = BY_CODE["waiting-at-the-front-door"]
ASKED = DUTIES[WAITING.clock]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtTheDoor:
    """One child who waits: since when, by when a decision is due (None: no rule sets a day), and whom to ask.

    ``what`` is what came in: a referral or a contact. ``late``: the day has passed.
    """

    child: str
    name: str
    what: str
    since: date
    due_on: date | None
    late: bool
    owner: Owner


def at_the_door(council: Council, view: View, children: Collection[str] | None) -> tuple[AtTheDoor, ...]:
    """Those of these children (None: of all) who wait, the longest wait first.

    Of all of them it means the same (*is the child safe now?*), so that nothing but how long they wait orders them.
    """
    whose = None if children is None else frozenset(children)
    return council.kept(("at the door", view, whose), lambda: _waiting(council, view, whose))


def _waiting(council: Council, view: View, children: Collection[str] | None) -> tuple[AtTheDoor, ...]:
    referred = _referrals(council, view)
    # Of a child whose referral waits, the contact that brought it is not told a second time.
    called = {child: since for child, since in _contacts(council, view).items() if child not in referred}
    every = [
        _of(council, view, child, "referral", clock.started_on, clock.due_on, clock.state == "overdue")
        for child, clock in referred.items()
    ]
    every += [_of(council, view, child, "contact", since, None, False) for child, since in called.items()]
    seen = [one for one in every if children is None or one.child in children]
    return tuple(sorted(seen, key=lambda one: (one.since, one.name, one.child)))


def _of(
    council: Council, view: View, child: str, what: str, since: date, due_on: date | None, late: bool
) -> AtTheDoor:  # fmt: skip
    return AtTheDoor(
        child=child, name=council.name(child), what=what, since=since, due_on=due_on, late=late,
        owner=owner_named(council, view, child),
    )  # fmt: skip


def _referrals(council: Council, view: View) -> Mapping[str, Clock]:
    """By child, the clock of the first referral about which nobody has decided."""
    settings = council.settings
    found: Mapping[str, Clock] = council.by_child(
        ("referrals without a decision",), view,
        lambda columns: _first(clocks_from(
            sweep(columns, view.as_at, [ASKED], settings).filter(pl.col("state").is_in(STILL))
        )),
        lambda child: _first(
            one for one in clocks_of(ASKED, Standing(child, view.as_at), settings) if one.state in STILL
        ).get(child.id),
    )  # fmt: skip
    return found


def _first(clocks: Iterable[Clock]) -> dict[str, Clock]:
    found: dict[str, Clock] = {}
    for one in clocks:
        other = found.get(one.child)
        if other is None or (one.started_on, str(one.due_at)) < (other.started_on, str(other.due_at)):
            found[one.child] = one
    return dict(sorted(found.items()))


def _contacts(council: Council, view: View) -> Mapping[str, date]:
    """By child, the day of the first contact of the last weeks of which no outcome is on record."""
    found: Mapping[str, date] = council.by_child(
        ("contacts without an outcome",), view, lambda columns: _contacts_in(columns, view),
        lambda child: _contacts_of(Standing(child, view.as_at)),
    )  # fmt: skip
    return found


def _contacts_in(columns: Columns, view: View) -> dict[str, date]:
    standing = StandingColumns(columns, view.as_at)
    if not standing.has(Contact, "on", "outcome"):
        return {}
    said = pl.col("outcome").fill_null("").str.strip_chars() != ""
    some = standing.of(Contact).filter((pl.col("on") >= AT_THE_DOOR.before(view.today)) & ~said)
    return dict(some.group_by("child").agg(pl.col("on").min()).sort("child").iter_rows())


def _contacts_of(standing: Standing) -> date | None:
    if not standing.has(Contact, "on", "outcome"):
        return None
    since = AT_THE_DOOR.before(standing.today)
    days = [one.on for one in standing.of(Contact) if one.on and one.on >= since and not (one.outcome or "").strip()]
    return min(days, default=None)
