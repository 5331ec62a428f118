"""Every clock of one child in words: what is due next and by when, what was done, what the record cannot say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.dates import say, say_moment
from holdfast.duties.clock import Clock, State, clocks_of, limit_of
from holdfast.duties.duty import Asked, MetBy, MetInPlace
from holdfast.duties.explain import count_in_words, not_on_record
from holdfast.duties.monday import STANDING_WORDS, standing_of
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing

OPEN: tuple[State, ...] = ("overdue", "due_soon", "running")
DONE: tuple[State, ...] = ("met", "met_late", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClock:
    """One clock in words. ``number`` counts the duty's clocks from one, the oldest first.

    ``due`` is the day or moment in words, empty where none can be given. ``rests_on`` says what kind of rule it is;
    ``unread`` is true where nobody has read that rule yet. ``settled_on`` is the day it was done or ended.
    """

    code: str
    number: int
    title: str
    state: State
    due: str
    words: str
    rests_on: str
    unread: bool
    due_on: date | None
    settled_on: date | None
    clock: Clock


def clocks_for(standing: Standing, settings: Settings, asked: Sequence[Asked] = ALL) -> tuple[ToldClock, ...]:
    """Every clock of the child, duty by duty in the order of a child's journey, the oldest first."""
    return tuple(
        told(one, clock, number, settings)
        for one in asked
        for number, clock in enumerate(clocks_of(one, standing, settings), 1)
    )


def told(asked: Asked, clock: Clock, number: int, settings: Settings) -> ToldClock:
    """One clock in words."""
    return ToldClock(
        code=asked.code, number=number, title=asked.title, state=clock.state, due=due_words(clock),
        words=state_words(asked, clock, settings), rests_on=STANDING_WORDS[standing_of(asked)],
        unread=not asked.may_alert, due_on=clock.due_on, settled_on=clock.met_on or clock.ended_on, clock=clock,
    )  # fmt: skip


def due_words(clock: Clock) -> str:
    """The last day or moment in time; empty where there is none."""
    if clock.due_at is not None:
        return say_moment(clock.due_at)
    return say(clock.due_on) if clock.due_on else ""


def state_words(asked: Asked, clock: Clock, settings: Settings) -> str:
    """How the clock stands, in one plain sentence."""
    if clock.state == "cannot_say":
        return f"This record cannot say. Missing: {clock.missing}."
    if clock.state == "ended":
        return _ended(asked, clock)
    if clock.state in ("met", "met_late"):
        return _done(clock)
    if clock.due_on is None:
        return _without_a_day(asked, clock, settings)
    return _open(asked, clock)


def _without_a_day(asked: Asked, clock: Clock, settings: Settings) -> str:
    """What counts and has no last day; where the second of two facts is what counts, both are said."""
    starts = asked.ways[clock.way].starts
    if clock.also_on is not None:
        return f"{starts.words} on {say(clock.started_on)}. {starts.also_words} on {say(clock.also_on)}."
    return f"No last day can be given: {limit_of(asked, asked.ways[clock.way], settings).phrase}."


def _ended(asked: Asked, clock: Clock) -> str:
    if clock.died or clock.ended_on is None:
        return "Nothing more is due."
    return f"{asked.ways[clock.way].starts.until_words} on {say(clock.ended_on)}, so it is no longer asked."


def _done(clock: Clock) -> str:
    assert clock.met_on is not None
    if not due_words(clock):
        return f"Done on {say(clock.met_on)}."
    count = count_in_words(abs(clock.days), clock.unit) if clock.days else ""
    if clock.state == "met_late":
        return f"Done on {say(clock.met_on)}, {count or 'just'} after it was due by {due_words(clock)}."
    return f"Done in time on {say(clock.met_on)}; it was due by {due_words(clock)}."


def _open(asked: Asked, clock: Clock) -> str:
    due, count = due_words(clock), count_in_words(abs(clock.days or 0), clock.unit)
    if _only_known(asked, clock):
        return f"Reached on {due}." if (clock.days or 0) < 0 else f"It is reached on {due}, {count} from now."
    if clock.state == "overdue":
        ago = f", {count} ago" if clock.days else ""
        return f"It was due by {due}{ago}. {_not_yet(asked, clock)}"
    if not clock.days:
        return f"Due within the hour, by {due}." if clock.unit == "hours" else f"Due today, {due}."
    return f"Due by {due}, {count} left."


def _only_known(asked: Asked, clock: Clock) -> bool:
    """Whether it only says that something is so: nobody does anything by its day, and it is not late."""
    way = asked.ways[clock.way]
    return way.mark or (way.met is None and clock.state != "overdue")


def _not_yet(asked: Asked, clock: Clock) -> str:
    met = asked.ways[clock.way].met
    if not isinstance(met, MetBy | MetInPlace):
        return "Nothing on record shows it done."
    return not_on_record(met.words)


def is_open(one: ToldClock) -> bool:
    """Whether it is still to be done, or late."""
    return one.state in OPEN and not _only_known(BY_CODE[one.code], one.clock)


def is_known(one: ToldClock) -> bool:
    """Whether it only says that something is so, and asks nobody to do anything."""
    return one.state in OPEN and _only_known(BY_CODE[one.code], one.clock)


def open_of(clocks: Sequence[ToldClock]) -> tuple[ToldClock, ...]:
    """What is still to be done: late first, then by its day."""
    return tuple(
        sorted(filter(is_open, clocks), key=lambda one: (OPEN.index(one.state), one.due_on or date.max, one.code))
    )


def unsaid_of(clocks: Sequence[ToldClock]) -> tuple[ToldClock, ...]:
    """What the record cannot say, the latest of each duty first."""
    return tuple(one for one in reversed(clocks) if one.state == "cannot_say")


def done_of(clocks: Sequence[ToldClock]) -> tuple[ToldClock, ...]:
    """What was done or is no longer asked, the latest first."""
    return tuple(
        sorted(
            (one for one in clocks if one.state in DONE),
            key=lambda one: (one.settled_on or date.min, one.code, one.number),
            reverse=True,
        )
    )
