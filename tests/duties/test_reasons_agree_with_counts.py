"""Every answer gives its reasons: never none, the limit by its phrase, and the same count as ``days`` and ``unit``."""

import re
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from holdfast.dates import end_of, parse_moment
from holdfast.duties.clock import Clock, limit_of
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.explain import because
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH
from holdfast.record.front_door import Referral
from tests.duties.every_example import EXAMPLES
from tests.duties.examples import CHILD, ENGINES, Example, the_clock
from tests.invented_records import invented

IN_DAYS = re.compile(r"\b(\d+) days?(?: and (\d+) hours?)?(?= left\b| late\b| before it was due| after it was due)")
COUNT = re.compile(r"\b(\d+) (working day|day|hour)s?( left\b| late\b| before it was due| after it was due)")
MOMENTS = (end_of(date(2026, 6, 1)), parse_moment("2026-05-30T08:30"), parse_moment("2025-03-30T01:30"))


def reasons(clock: Clock) -> tuple[str, ...]:
    return because(BY_CODE[clock.duty], clock, WEXMOUTH)


def every_clock() -> Iterator[Clock]:
    for seed in range(12):
        columns = invented(Random(seed), whole=seed % 2 == 0)
        yield from clocks_from(sweep(columns, MOMENTS[seed % len(MOMENTS)], ALL))


@pytest.fixture(scope="module")
def clocks() -> list[Clock]:
    found = list(every_clock())
    assert len(found) > 1000
    return found


def test_no_answer_is_without_reasons_and_each_begins_with_the_day_it_started(clocks: list[Clock]) -> None:
    for clock in clocks:
        told = reasons(clock)
        assert told
        assert all(one.endswith((".", ").")) and not one[0].islower() for one in told), told
        day = clock.started_at or clock.started_on
        assert f" {day.day} " in told[0]
        assert str(day.year) in told[0]


def test_the_count_in_the_reasons_is_the_count_in_days_and_its_unit(clocks: list[Clock]) -> None:
    seen = set()
    for clock in clocks:
        told = " ".join(reasons(clock))
        if clock.unit == "hours":  # more than two days of hours are said in days and hours
            told = IN_DAYS.sub(lambda said: f"{int(said[1]) * 24 + int(said[2] or 0)} hours", told)
        found = COUNT.findall(told)
        assert len(found) <= 1
        if not found:
            assert clock.days in (0, None) or clock.state == "ended" or BY_CODE[clock.duty].ways[clock.way].mark
            continue
        (number, unit, words) = found[0]
        assert (int(number), f"{unit}s") == (abs(clock.days or 0), clock.unit)
        assert ((clock.days or 0) > 0) is (words.strip() in ("left", "before it was due"))
        seen.add((clock.state, clock.unit))
    assert {state for state, _ in seen} == {"met", "met_late", "overdue", "due_soon", "running"}
    assert {unit for _, unit in seen} == {"working days", "days", "hours"}


def test_days_are_never_negative_in_time_nor_positive_when_late(clocks: list[Clock]) -> None:
    for clock in clocks:
        if clock.days is None:
            continue
        if clock.state in ("overdue", "met_late"):
            assert clock.days <= 0
        if clock.state in ("met", "due_soon"):
            assert clock.days >= 0


def test_a_day_of_rest_after_a_due_friday_is_late_and_holds_no_working_day() -> None:
    record = (Referral(child=CHILD, id="r", on=date(2026, 2, 12)),)
    asked = BY_CODE["fd-referral-decision"]
    for engine in ENGINES.values():
        friday, saturday, monday = (engine(record, end_of(date(2026, 2, day)), asked)[0] for day in (13, 14, 16))
        assert [(one.state, one.days) for one in (friday, saturday, monday)] == [
            ("due_soon", 0), ("overdue", 0), ("overdue", -1),
        ]  # fmt: skip
        assert "It is due today." in reasons(friday)
        assert "It is late; no working day has passed since it was due." in reasons(saturday)
        assert "It is 1 working day late." in reasons(monday)


def test_a_cannot_say_names_what_is_missing_and_gives_no_count(clocks: list[Clock]) -> None:
    silent = [clock for clock in clocks if clock.state == "cannot_say"]
    assert silent
    for clock in silent:
        assert clock.missing
        assert (clock.days, clock.met_on) == (None, None)
        assert any(clock.missing in one for one in reasons(clock))


@pytest.mark.parametrize("example", EXAMPLES, ids=[one.name for one in EXAMPLES])
def test_the_reasons_name_the_limit_in_the_words_of_its_law(example: Example) -> None:
    asked = BY_CODE[example.code]
    way = asked.ways[example.way]
    record = example.done(example.record, example.due) if example.done else example.record
    moment = end_of(max(example.late, example.started))
    clock = the_clock(ENGINES["one at a time"](record, moment, asked, held=example.held), example.started)
    assert clock is not None
    told = " ".join(reasons(clock))
    limit = limit_of(asked, way, WEXMOUTH)
    if way.due is not None:
        assert "the day on record for it" in told
    elif way.mark:
        assert limit.words in told
    else:
        assert f"is {limit.phrase}, so it is due by" in told
    if way.met is not None:
        assert way.met.words in told


def test_a_clock_that_began_before_its_law_says_so_and_a_later_one_does_not() -> None:
    asked = BY_CODE["cla-review-1"]
    begun = asked.law[0].in_force_from
    assert begun is not None
    from tests.duties.examples_in_care import in_care

    for day, expected in ((begun.replace(year=begun.year - 1), True), (begun, False)):
        (clock,) = ENGINES["one at a time"](in_care(day, born=None), end_of(day), asked)
        assert ("under law not looked at here" in " ".join(reasons(clock))) is expected


def test_what_nobody_has_read_says_that_it_raises_no_alert_and_the_read_do_not(clocks: list[Clock]) -> None:
    said = {clock.duty for clock in clocks if any("raises no alert" in one for one in reasons(clock))}
    assert said == {clock.duty for clock in clocks if not BY_CODE[clock.duty].may_alert}
    assert said
