"""Goodbyes that are not written yet, as lines with a link: on Monday for whoever is in it, on a team's page for all."""

from dataclasses import dataclass

from holdfast.casework.acts.goodbyes import HandOver, open_goodbyes
from holdfast.dates import say
from holdfast.web.asking import Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A child who has not been told goodbye: the name, where it leads, and what happened in words."""

    name: str
    href: str
    words: str


def goodbyes_of(asking: Asking) -> tuple[Waiting, ...]:
    """Of a worker those that they handed over or took on, of a manager those of the team; of others none."""
    seat = asking.seat
    if seat.scope == "team":
        return of_team(asking, seat.team or "")
    if seat.holder is None:
        return ()
    return tuple(_said(asking, one) for one in open_goodbyes(asking.council, asking.view, worker=seat.holder))


def of_team(asking: Asking, team: str) -> tuple[Waiting, ...]:
    """Those of the children who are with the team now, as far as the seat sees them."""
    theirs = asking.theirs()
    every = open_goodbyes(asking.council, asking.view, team=team)
    return tuple(_said(asking, one) for one in every if theirs is None or one.child in theirs)


def _said(asking: Asking, one: HandOver) -> Waiting:
    council, mine = asking.council, one.by == asking.seat.holder
    by, to = council.worker(one.by) or "the worker until then", council.worker(one.to) or "somebody not named"
    # Whoever handed the child over sees the form for it, and no longer the child's page.
    path = f"/child/{one.child}/do/hand-over-note" if mine else f"/child/{one.child}"
    asks = "Write it now?" if mine else f"Can {by} still write it?"
    words = f"handed over from {by} to {to} on {say(one.on)}; no goodbye is on record. {asks}"
    return Waiting(name=council.name(one.child), href=asking.link(path), words=words)
