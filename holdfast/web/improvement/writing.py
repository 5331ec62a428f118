"""What a seat may write about one objective, each with its address, and what was just saved."""

from dataclasses import dataclass

from holdfast.casework.acts.improving import IMPROVING, offered
from holdfast.casework.acts.objective import objective_on_record
from holdfast.casework.improvement import ObjectiveNow
from holdfast.casework.permissions import acts_of
from holdfast.duties.standing import Standing
from holdfast.web.asking import Asking
from holdfast.web.improvement.words import saved_words

AT_FIRST = 4
"""So many acts stand on the page as buttons; the others are folded up behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The acts that are open to the seat, at the present only; ``saved`` says what was put on record a moment ago."""

    acts: tuple[tuple[str, str], ...]
    more: tuple[tuple[str, str], ...]
    saved: str


def writing(asking: Asking, now: ObjectiveNow) -> Writing:
    """What may be written about the objective; nothing where another day is looked at."""
    slug = now.objective.slug
    facts = None if asking.moved else objective_on_record(asking.council, asking.present, slug)
    may = acts_of(asking.seat, Standing(facts, asking.present.as_at)) if facts else {}
    every = (*(each.days for each in now.decisions), *(() if now.closed else (each.days for each in now.actions)))
    waits = any(one.done_on is None for one in every)
    acts = tuple(
        (f"/plan/{slug}/do/{one.code}", one.invites)
        for one in IMPROVING
        if one.code in may and offered(one.code, closed=now.closed, waits=waits)
    )
    first = len(acts) if len(acts) <= AT_FIRST + 1 else AT_FIRST
    return Writing(acts=acts[:first], more=acts[first:], saved=saved_words(asking))
