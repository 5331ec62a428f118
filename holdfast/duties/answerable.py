"""Which duties an extract can answer, which it cannot, and the table or column that would cure it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from holdfast.duties.clock import what_is_missing
from holdfast.duties.duty import Asked
from holdfast.duties.standing import cure_of, held_has
from holdfast.record.child import Held

Can = Literal["computed", "partly", "cannot say", "never starts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """What one extract can say of one duty.

    ``computed``: every way of it. ``partly``: some ways. ``cannot say``: it starts, and nothing shows whether it was
    done. ``never starts``: the extract cannot hold what starts it. ``cures`` are what would have to be added.
    """

    asked: Asked
    can: Can
    cures: tuple[str, ...] = ()


def answerable(asked: Asked, held: Held) -> Answerable:
    """What this extract can say of one duty."""
    starts, told, cures = 0, 0, []
    for way in asked.ways:
        if way.cannot:
            continue
        if not held_has(held, way.starts.noun, way.starts.on):
            cures.append(cure_of(way.starts.noun, way.starts.on))
            continue
        starts += 1
        missing = what_is_missing(way, partial(held_has, held))
        if missing:
            cures.append(missing)
        else:
            told += 1
    ways = sum(way.cannot is None for way in asked.ways)
    can: Can = "computed" if told == ways else "partly" if told else "cannot say" if starts else "never starts"
    return Answerable(asked=asked, can=can, cures=tuple(dict.fromkeys(cures)))


def all_answerable(every: Iterable[Asked], held: Held) -> tuple[Answerable, ...]:
    """What this extract can say of each duty, in the order given."""
    return tuple(answerable(one, held) for one in every)
