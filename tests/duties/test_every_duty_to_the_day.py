"""Every duty and local standard on its last day in time and its first day late, in both engines.

The due days are literals counted by hand (see the examples), so that moving any limit by one day turns a test here
red that names the duty.
"""

from collections.abc import Iterable
from datetime import date

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import Clock
from holdfast.duties.duty import LocalStandard
from holdfast.duties.explain import because
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH
from tests.duties.claims import clock_at
from tests.duties.every_example import EXAMPLES, SHOWN_ELSEWHERE, WITHOUT_A_DAY
from tests.duties.examples import ENGINES, Example, NoDay, the_clock

SOME_DAY = date(2026, 6, 1)

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())


def named(examples: Iterable[Example | NoDay]) -> pytest.MarkDecorator:
    every = list(examples)
    return pytest.mark.parametrize("example", every, ids=[one.name for one in every])


def _told(clock: Clock) -> str:
    return " ".join(because(BY_CODE[clock.duty], clock, WEXMOUTH))


@each_engine
@named(one for one in EXAMPLES if one.done)
def test_what_is_done_on_the_last_day_in_time_is_met(example: Example, engine) -> None:
    day = max(example.due, example.started)
    clock = clock_at(example, engine, BY_CODE[example.code], day, done_on=example.due)
    assert clock is not None
    assert (clock.state, clock.met_on, clock.due_on, clock.days) == ("met", example.due, example.due, 0)
    assert clock.way == example.way
    assert "on the last day in time" in _told(clock)


@each_engine
@named(one for one in EXAMPLES if one.done)
def test_what_is_done_on_the_first_day_late_is_met_late(example: Example, engine) -> None:
    day = max(example.late, example.started)
    clock = clock_at(example, engine, BY_CODE[example.code], day, done_on=example.late)
    assert clock is not None
    assert (clock.state, clock.met_on, clock.due_on) == ("met_late", example.late, example.due)
    assert clock.days == example.days_when_late[clock.unit]


@each_engine
@named(one for one in EXAMPLES if not one.starts_when_done)
def test_with_nothing_on_record_the_due_day_is_not_overdue(example: Example, engine) -> None:
    clock = clock_at(example, engine, BY_CODE[example.code], example.due)
    assert clock is not None
    assert (clock.state, clock.due_on, clock.days) == ("due_soon", example.due, 0)
    assert (clock.way, clock.met_on, clock.missing) == (example.way, None, None)


@each_engine
@named(one for one in EXAMPLES if not one.starts_when_done and not one.mark)
def test_with_nothing_on_record_the_day_after_is_overdue(example: Example, engine) -> None:
    clock = clock_at(example, engine, BY_CODE[example.code], example.late)
    assert clock is not None
    assert (clock.state, clock.due_on, clock.met_on) == ("overdue", example.due, None)
    assert clock.days == example.days_when_late[clock.unit]
    assert "late" in _told(clock)


@each_engine
@named(one for one in EXAMPLES if one.mark)
def test_nobody_is_late_for_what_only_becomes_true_on_a_day(example: Example, engine) -> None:
    clock = clock_at(example, engine, BY_CODE[example.code], example.late)
    assert clock is not None
    assert (clock.state, clock.due_on) == ("running", example.due)
    assert "are reached on" in _told(clock)


@each_engine
@named(one for one in EXAMPLES if one.starts_when_done)
def test_where_only_the_doing_is_ever_on_record_there_is_no_clock_without_it(example: Example, engine) -> None:
    assert clock_at(example, engine, BY_CODE[example.code], example.late) is None


@each_engine
@named(WITHOUT_A_DAY)
def test_where_no_day_can_be_given_none_is_and_the_reason_is_told(example: NoDay, engine) -> None:
    clock = the_clock(
        engine(example.record, end_of(SOME_DAY), BY_CODE[example.code], held=example.held), example.started
    )
    assert clock is not None
    assert (clock.state, clock.way, clock.due_on, clock.days) == (example.state, example.way, None, None)
    assert example.says in _told(clock)


@each_engine
@named(one for one in WITHOUT_A_DAY if one.done)
def test_what_has_no_day_is_met_when_it_is_done_however_late(example: NoDay, engine) -> None:
    assert example.done is not None
    record = example.done(example.record, SOME_DAY)
    clock = the_clock(engine(record, end_of(SOME_DAY), BY_CODE[example.code]), example.started)
    assert clock is not None
    assert (clock.state, clock.met_on, clock.days) == ("met", SOME_DAY, None)


@named([*EXAMPLES, *WITHOUT_A_DAY])
def test_both_engines_give_one_answer_to_the_last_field(example: Example | NoDay) -> None:
    one, other = ENGINES.values()
    asked = BY_CODE[example.code]
    for day in (SOME_DAY, example.started, *((example.due, example.late) if isinstance(example, Example) else ())):
        told = [engine(example.record, end_of(day), asked, held=example.held) for engine in (one, other)]
        assert told[0] == told[1]


def test_every_way_of_every_duty_has_a_worked_example() -> None:
    shown = {(one.code, one.way) for one in (*EXAMPLES, *WITHOUT_A_DAY)}
    every = {(asked.code, way) for asked in ALL for way in range(len(asked.ways))}
    assert every - shown == set(SHOWN_ELSEWHERE)
    assert shown - every == set()


def test_no_two_examples_have_one_name_and_each_is_late_the_day_after() -> None:
    names = [one.name for one in (*EXAMPLES, *WITHOUT_A_DAY)]
    assert len(set(names)) == len(names)
    assert {one.name for one in EXAMPLES if one.late.toordinal() - one.due.toordinal() != 1} == set()


@named(one for one in EXAMPLES if isinstance(BY_CODE[one.code], LocalStandard))
def test_a_local_standard_says_that_it_is_the_councils_own(example: Example) -> None:
    clock = clock_at(example, ENGINES["one at a time"], BY_CODE[example.code], example.due)
    assert clock is not None
    assert "The council's own setting" in _told(clock)
