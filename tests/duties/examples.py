"""What a worked example is: a record, what the law asks of it, and the days worked out by hand.

No day here is reckoned with the code under test: each was counted on a calendar, and the count stands beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.duty import Asked
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Child, Held
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact

CHILD = "tilly"
Record = tuple[Fact, ...]
Done = Callable[[Record, date], Record]


HELD = columns_from(()).held
"""A record that holds every table: one without a row is known to be empty."""


def held_without(*nouns: type[Fact]) -> Held:
    """An extract that has every table but these."""
    return replace(HELD, fields={noun: fields for noun, fields in HELD.fields.items() if noun not in nouns})


@dataclass(frozen=True, kw_only=True)
class Example:
    """One clock worked out by hand.

    ``due`` is the last day in time and ``late`` the first day late. ``done`` gives the record with the thing done
    on a day; None where nothing can meet it. ``mark``: it only becomes true on a day and is never late.
    ``starts_when_done``: until it is done nothing is on record, so there is no clock before.
    """

    code: str
    case: str
    sum: str
    record: Record
    started: date
    due: date
    late: date
    done: Done | None = None
    way: int = 0
    mark: bool = False
    starts_when_done: bool = False
    held: Held = HELD

    @property
    def name(self) -> str:
        """Its name among the tests."""
        return f"{self.code}: {self.case}"

    @property
    def days_when_late(self) -> dict[str, int]:
        """What is left on the first day late, by unit: a day of rest after the due day holds no working day."""
        rests = self.late.weekday() >= 5 or self.late in HOLIDAYS
        return {"working days": 0 if rests else -1, "days": -1}


HOLIDAYS = frozenset({date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25), date(2025, 12, 25)})
"""Bank holidays that examples end near; the whole list is proved in the tests of dates."""


@dataclass(frozen=True, kw_only=True)
class NoDay:
    """A clock for which no due day can be given: the law names none, or the record cannot tell."""

    code: str
    case: str
    record: Record
    started: date
    state: str
    says: str
    done: Done | None = None
    way: int = 0
    held: Held = HELD

    @property
    def name(self) -> str:
        """Its name among the tests."""
        return f"{self.code}: {self.case}"


def also(noun: type[Fact], on: str, **fields: Any) -> Done:
    """Done by another fact of this kind, whose day goes into the field ``on``."""
    return lambda record, day: (*record, noun(child=CHILD, **{on: day}, **fields))


def fill(noun: type[Fact], field: str) -> Done:
    """Done when this field of the fact that stands there already is filled."""

    def done(record: Record, day: date) -> Record:
        return tuple(replace(fact, **{field: day}) if type(fact) is noun else fact for fact in record)

    return done


def one_at_a_time(
    record: Record, moment: datetime, asked: Asked, *, held: Held = HELD, settings: Settings = WEXMOUTH
) -> list[Clock]:
    """The clocks of one child's record by the engine that a screen uses."""
    facts: dict[type[Fact], list[Fact]] = {}
    for fact in record:
        facts.setdefault(type(fact), []).append(fact)
    child = Child(id=CHILD, facts={noun: tuple(some) for noun, some in facts.items()}, held=held)
    return clocks_of(asked, Standing(child, moment), settings)


def all_at_once(
    record: Record, moment: datetime, asked: Asked, *, held: Held = HELD, settings: Settings = WEXMOUTH
) -> list[Clock]:
    """The same by the engine that works out every child at once."""
    frames = columns_from(record, {type(fact) for fact in record}).frames
    return list(clocks_from(sweep(Columns(frames=frames, held=held), moment, [asked], settings)))


Engine = Callable[..., list[Clock]]
ENGINES: dict[str, Engine] = {"one at a time": one_at_a_time, "all at once": all_at_once}


def the_clock(clocks: Sequence[Clock], started: date) -> Clock | None:
    """The one clock that started on the day; None when there is none."""
    found = [clock for clock in clocks if clock.started_on == started]
    assert len(found) <= 1, f"two clocks started on {started}: {found}"
    return found[0] if found else None
