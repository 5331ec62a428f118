"""What the tests that came of a review share: how the clocks of one record stand on a day, in either engine."""

from collections.abc import Callable
from datetime import date

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import Clock
from holdfast.duties.explain import because
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH
from holdfast.record.child import Held
from tests.duties.examples import ENGINES, HELD, Record

Engine = Callable[..., list[Clock]]

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())


def clocks(engine: Engine, code: str, record: Record, day: date, held: Held = HELD) -> list[Clock]:
    """The clocks of one duty at the end of a day."""
    return engine(record, end_of(day), BY_CODE[code], held=held)


def states(engine: Engine, code: str, record: Record, day: date, held: Held = HELD) -> dict[date, str]:
    """How each stands, by the day it started."""
    return {clock.started_on: clock.state for clock in clocks(engine, code, record, day, held)}


def dues(engine: Engine, code: str, record: Record, day: date, held: Held = HELD) -> dict[date, date | None]:
    """When each is due, by the day it started."""
    return {clock.started_on: clock.due_on for clock in clocks(engine, code, record, day, held)}


def told(clock: Clock) -> str:
    """Its reasons as one text."""
    return " ".join(because(BY_CODE[clock.duty], clock, WEXMOUTH))
