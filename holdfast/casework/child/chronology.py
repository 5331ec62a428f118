"""The chronology for court: what happened, the first thing first, and what each meant for the child, as signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.casework.child.happenings import ACTING, CARING, SEEING, SUPERVISING, happenings
from holdfast.casework.child.signed import Words, words_now
from holdfast.casework.child.told import Happening
from holdfast.casework.council import Council
from holdfast.duties.standing import Standing

MEANT = "what it meant for the child"
"""The signed part, about the row of an event, that says what the event meant for this child."""

ROUTINE = frozenset({SEEING, CARING, ACTING, SUPERVISING})
"""What is left out of a chronology for court unless somebody wrote what it meant: it would hide the rest."""

NOT_THERE = "Something that is not on record as an event of its own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an event meant for the child, word for word, who wrote it, and when it was put on record, where known."""

    text: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of the chronology; ``meant`` is empty where nobody wrote what it meant for the child."""

    on: date
    at: datetime | None
    words: str
    meant: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """The events, the first first; how many routine things are left out, and of how many events the effect is told."""

    events: tuple[Event, ...]
    left_out: int

    @property
    def told(self) -> int:
        """Of how many events somebody wrote what it meant."""
        return sum(bool(one.meant) for one in self.events)


def chronology(standing: Standing, council: Council) -> Chronology:
    """The child's chronology as at the moment. Words about an event stand beside it, and none of them is left out."""
    every = happenings(standing, council, whole=True)
    said = [one for one in words_now(standing, council) if one.part == MEANT]
    places = {one: _place(one, every) for one in said}
    events, left_out = [], 0
    for happening in every:
        meant = _meanings(one for one in said if places[one] is happening)
        if meant or happening.kind not in ROUTINE:
            events.append(Event(on=happening.on, at=happening.at, words=happening.words, meant=meant))
        else:
            left_out += 1
    alone = [one for one in said if places[one] is None]
    events += [Event(on=one.on or standing.today, at=None, words=NOT_THERE, meant=_meanings([one])) for one in alone]
    return Chronology(events=tuple(sorted(events, key=_first_first)), left_out=left_out)


def _place(said: Words, every: Sequence[Happening]) -> Happening | None:
    """The event that words are about: of several days of one thing, the last that is not after the words' own day."""
    mine = sorted((one for one in every if said.subject in one.about), key=lambda one: one.on)
    before = [one for one in mine if said.on is None or one.on <= said.on]
    return next(iter(before[-1:] or mine[:1]), None)


def _meanings(said: Iterable[Words]) -> tuple[Meaning, ...]:
    return tuple(Meaning(text=one.text, by=one.by, at=one.at) for one in said)


def _first_first(one: Event) -> tuple[int, float, str]:
    return one.on.toordinal(), one.at.timestamp() if one.at else 0.0, one.words
