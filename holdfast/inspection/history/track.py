"""One track: a small machine that is walked over dated events, and what it could not follow, in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from holdfast.inspection.history.events import EventT, back_dated, in_order

StateT = TypeVar("StateT")


@dataclass(frozen=True, slots=True)
class Step(Generic[StateT, EventT]):
    """One event and how things stood before and after it."""

    event: EventT
    before: StateT
    after: StateT


@dataclass(frozen=True, slots=True)
class Broken(Generic[EventT]):
    """An event that cannot be as it is told, and why, in a sentence. It stays on the track all the same."""

    event: EventT
    why: str


@dataclass(frozen=True, slots=True)
class Track(Generic[StateT, EventT]):
    """Every event in order with the state around it, and every invariant that one of them breaks."""

    start: StateT
    steps: tuple[Step[StateT, EventT], ...]
    broken: tuple[Broken[EventT], ...]

    @property
    def state(self) -> StateT:
        """How it stands after the last event."""
        return self.steps[-1].after if self.steps else self.start

    def state_on(self, day: date) -> StateT:
        """How it stood at the end of a day: after every event that had surely happened by then."""
        state = self.start
        for step in self.steps:
            if step.event.when.last <= day:
                state = step.after
        return state

    def why_broken(self, event: EventT) -> tuple[str, ...]:
        """What is wrong with one event, if anything is."""
        return tuple(one.why for one in self.broken if one.event is event)


def walk(
    start: StateT, events: Iterable[EventT], move: Callable[[StateT, EventT], tuple[StateT, list[str]]]
) -> Track[StateT, EventT]:
    """Take every event in order. ``move`` gives the state after an event and the sentences about what cannot be."""
    state = start
    steps: list[Step[StateT, EventT]] = []
    broken: list[Broken[EventT]] = []
    for event in in_order(events):
        after, whys = move(state, event)
        steps.append(Step(event, state, after))
        broken += [Broken(event, why) for why in (*back_dated(event), *whys)]
        state = after
    return Track(start, tuple(steps), tuple(broken))
