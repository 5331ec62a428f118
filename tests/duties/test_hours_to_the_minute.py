"""Limits in hours run on the real clock, and say so where no time of day is on record."""

from datetime import date

import pytest

from holdfast.dates import end_of, parse_moment
from holdfast.duties.explain import because
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.duties.examples import CHILD, ENGINES
from tests.duties.examples_timed import TIMED, TimedExample, only_clock

INTERVIEW = BY_CODE["ms-rhi-72h"]

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())
each_example = pytest.mark.parametrize("example", TIMED, ids=[one.name for one in TIMED])
BACK = MissingEpisode(child=CHILD, id="m", started_on=date(2026, 5, 15), returned_on=date(2026, 5, 16))


def _told(clock) -> str:
    return " ".join(because(INTERVIEW, clock, WEXMOUTH))


@each_engine
@each_example
def test_an_interview_in_the_last_minute_is_met(example: TimedExample, engine) -> None:
    clock = only_clock(example, engine, INTERVIEW, example.late, held=example.due)
    assert (clock.state, clock.days, clock.unit) == ("met", 0, "hours")
    assert clock.due_at == parse_moment(example.due)
    assert clock.due_at.isoformat() == parse_moment(example.due).isoformat()
    assert "within the last hour in time" in _told(clock)


@each_engine
@each_example
def test_an_interview_a_minute_later_is_met_late(example: TimedExample, engine) -> None:
    clock = only_clock(example, engine, INTERVIEW, example.late, held=example.late)
    assert (clock.state, clock.days, clock.unit) == ("met_late", 0, "hours")
    assert "less than one hour after it was due" in _told(clock)


@each_engine
@each_example
def test_the_due_moment_is_not_overdue_and_the_next_minute_is(example: TimedExample, engine) -> None:
    before, after = (only_clock(example, engine, INTERVIEW, moment) for moment in (example.due, example.late))
    assert (before.state, before.days, after.state, after.days) == ("due_soon", 0, "overdue", 0)
    assert "due within the hour" in _told(before)
    assert "less than one hour late" in _told(after)


@each_engine
def test_hours_late_are_whole_hours_on_the_clock_with_a_minus(engine) -> None:
    late = only_clock(TIMED[0], engine, INTERVIEW, "2026-06-01T08:30")
    assert (late.state, late.days, late.unit) == ("overdue", -309, "hours")
    assert "It is 12 days and 21 hours late." in _told(late)


@each_engine
def test_a_return_with_a_time_is_due_soon_from_twenty_four_hours_before(engine) -> None:
    early, soon = (
        only_clock(TIMED[0], engine, INTERVIEW, moment) for moment in ("2026-05-18T10:20", "2026-05-18T11:20")
    )
    assert (early.state, early.days) == ("running", 25)
    assert (soon.state, soon.days) == ("due_soon", 24)


@each_engine
def test_without_a_time_of_day_the_hours_run_three_whole_days_and_it_says_so(engine) -> None:
    on_the_last, after = (engine((BACK,), end_of(date(2026, 5, day)), INTERVIEW)[0] for day in (19, 20))
    assert (on_the_last.state, on_the_last.due_on, on_the_last.due_at) == ("due_soon", date(2026, 5, 19), None)
    assert (on_the_last.days, on_the_last.unit) == (0, "days")
    assert (after.state, after.days, after.unit) == ("overdue", -1, "days")
    assert "No time of day is on record, so 72 hours run as whole days." in _told(after)


@each_engine
def test_an_interview_without_a_time_counts_by_its_day_and_is_told_in_days(engine) -> None:
    timed = TIMED[0].record()
    on_the_day = (*timed, ReturnInterview(child=CHILD, episode="m", held_on=date(2026, 5, 19)))
    day_after = (*timed, ReturnInterview(child=CHILD, episode="m", held_on=date(2026, 5, 20)))
    met, late = (engine(record, end_of(date(2026, 6, 1)), INTERVIEW)[0] for record in (on_the_day, day_after))
    assert (met.state, met.days, met.unit) == ("met", 0, "days")
    assert (late.state, late.days, late.unit) == ("met_late", -1, "days")


@each_engine
def test_two_returns_on_one_day_are_two_clocks_told_apart_by_the_moment(engine) -> None:
    second = MissingEpisode(
        child=CHILD, id="n", started_on=date(2026, 5, 16), returned_on=date(2026, 5, 16),
        returned_at=parse_moment("2026-05-16T21:00"),
    )  # fmt: skip
    clocks = engine((*TIMED[0].record(), second), end_of(date(2026, 5, 17)), INTERVIEW)
    assert [clock.started_on for clock in clocks] == [date(2026, 5, 16)] * 2
    assert {clock.due_at for clock in clocks} == {
        parse_moment("2026-05-19T11:20"),
        parse_moment("2026-05-19T21:00"),
    }


@each_engine
def test_an_interview_offered_and_declined_ends_the_clock_and_a_later_one_meets_it(engine) -> None:
    declined = ReturnInterview(child=CHILD, episode="m", offered_on=date(2026, 5, 17), declined_on=date(2026, 5, 17))
    offered = ReturnInterview(child=CHILD, episode="m", offered_on=date(2026, 5, 17))
    held = ReturnInterview(child=CHILD, episode="m", offered_on=date(2026, 5, 18), held_on=date(2026, 5, 18))
    moment = end_of(date(2026, 5, 25))
    states = [engine((BACK, *more), moment, INTERVIEW)[0].state for more in ((declined,), (offered,), (declined, held))]
    assert states == ["ended", "overdue", "met"]


@each_engine
def test_a_child_away_without_authorisation_is_owed_no_interview_and_a_missing_one_is(engine) -> None:
    kinds = {
        kind: engine(
            (MissingEpisode(child=CHILD, id="m", type=kind, returned_on=date(2026, 5, 16)),),
            end_of(date(2026, 5, 17)), INTERVIEW,
        )
        for kind in ("missing", "away", None)
    }  # fmt: skip
    assert {kind: len(clocks) for kind, clocks in kinds.items()} == {"missing": 1, "away": 0, None: 1}
