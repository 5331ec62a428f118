"""Nothing is due for a child who died, and no list names the child."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from holdfast.dates import end_of
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.drift.columns import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.open_work import OPEN_BY
from holdfast.duties.explain import because
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns, columns_from
from holdfast.record.front_door import Assessment, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareReview
from holdfast.record.oversight import Supervision
from holdfast.record.people import Person
from tests.duties.examples import CHILD, ENGINES, Record
from tests.duties.examples_in_care import in_care
from tests.invented_records import invented

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())

DIED = date(2026, 1, 12)
JUNE = date(2026, 6, 1)


def mourned(*facts, died_on: date | None = DIED) -> Record:
    return (Person(child=CHILD, born_on=date(2016, 1, 1), died_on=died_on), *facts)


ENTERED = in_care(date(2025, 12, 8))


@each_engine
def test_a_clock_that_is_not_met_ends_on_the_day_the_child_died(engine) -> None:
    (lived,) = engine(mourned(*ENTERED, died_on=None), end_of(JUNE), BY_CODE["cla-review-1"])
    (clock,) = engine(mourned(*ENTERED), end_of(JUNE), BY_CODE["cla-review-1"])
    assert (lived.state, lived.died) == ("overdue", False)
    assert (clock.state, clock.ended_on, clock.died) == ("ended", DIED, True)
    told = because(BY_CODE["cla-review-1"], clock, WEXMOUTH)
    assert "The child died on Monday 12 January 2026, so nothing more is due." in told


@each_engine
def test_a_death_after_the_moment_is_not_yet_known(engine) -> None:
    for day, expected in ((date(2026, 1, 11), "overdue"), (DIED, "ended")):
        (clock,) = engine(mourned(*ENTERED), end_of(day), BY_CODE["cla-review-1"])
        assert clock.state == expected


@each_engine
@pytest.mark.parametrize(("held_on", "expected"), [(DIED, "met_late"), (date(2026, 1, 13), "ended")])
def test_what_was_done_by_the_day_of_death_was_done_and_paper_of_later_days_is_no_evidence(
    engine, held_on: date, expected: str
) -> None:
    record = mourned(*ENTERED, CareReview(child=CHILD, held_on=held_on))
    (clock,) = engine(record, end_of(JUNE), BY_CODE["cla-review-1"])
    assert clock.state == expected
    assert (clock.met_on is None) is (expected == "ended")


@each_engine
def test_a_day_of_the_starting_fact_itself_after_the_death_meets_nothing(engine) -> None:
    for day, expected in ((DIED, "met"), (date(2026, 1, 13), "ended")):
        one = Assessment(child=CHILD, id="a", started_on=date(2026, 1, 5), authorised_on=day)
        (clock,) = engine(mourned(one), end_of(JUNE), BY_CODE["as-cfa-45wd-start"])
        assert clock.state == expected


@each_engine
def test_an_end_of_its_own_before_the_death_stays_its_end(engine) -> None:
    plan = InNeedPlan(child=CHILD, id="n", started_on=date(2025, 12, 8), ended_on=date(2025, 12, 22))
    (clock,) = engine(mourned(plan), end_of(JUNE), BY_CODE["cin-visit"])
    assert (clock.state, clock.ended_on, clock.died) == ("ended", date(2025, 12, 22), False)


@each_engine
def test_of_a_chain_no_clock_starts_after_the_death(engine) -> None:
    plan = InNeedPlan(child=CHILD, id="n", started_on=date(2025, 12, 8))
    visits = tuple(InNeedVisit(child=CHILD, on=day, seen=True) for day in (date(2025, 12, 22), date(2026, 1, 13)))
    found = engine(mourned(plan, *visits), end_of(JUNE), BY_CODE["cin-visit"])
    assert [(one.started_on, one.state) for one in found] == [
        (date(2025, 12, 8), "met"), (date(2025, 12, 22), "ended"),
    ]  # fmt: skip


@each_engine
@pytest.mark.parametrize("day", [DIED, date(2026, 1, 13)])
def test_a_referral_on_the_day_of_death_has_ended_and_one_after_it_starts_nothing(engine, day: date) -> None:
    record = mourned(Referral(child=CHILD, id="r", on=day))
    found = engine(record, end_of(JUNE), BY_CODE["fd-referral-decision"])
    assert [one.state for one in found] == (["ended"] if day == DIED else [])


@pytest.mark.parametrize("seed", range(8))
def test_no_child_who_died_has_an_open_clock_a_drift_or_a_line_on_monday(seed: int) -> None:
    columns = invented(Random(seed), whole=True)
    people = columns.of(Person)
    dead = replace(columns, frames={**columns.frames, Person: people.with_columns(died_on=date(2025, 1, 2))})
    moment = end_of(date(2025, 2, 1))
    assert set(sweep(columns, moment, ALL).get_column("state")) & {"overdue"}
    found = sweep(dead, moment, ALL)
    assert not set(found.get_column("state")) & {"overdue", "due_soon", "running"}
    assert drift_sweep(dead, moment)[0] == []
    assert monday_lines(dead, moment) == {}
    for child in dead.children():
        assert drifts_of(Standing(dead.child(child), moment)) == []


def test_no_drift_nags_for_a_child_who_died_even_where_nothing_tells_whether_work_is_open() -> None:
    facts = columns_from((*waiting(), *mourned()))
    for columns in (facts, without_open_work(facts)):
        moment = end_of(JUNE)
        assert drift_sweep(columns, moment)[0] == drifts_of(Standing(columns.child(CHILD), moment)) == []
        alive = replace(columns, frames={k: v for k, v in columns.frames.items() if k is not Person})
        assert drift_sweep(alive, moment)[0] != []


def waiting() -> Record:
    return (Referral(child=CHILD, id="r", on=date(2025, 12, 8)), Supervision(child=CHILD, on=date(2025, 12, 9)))


def without_open_work(columns: Columns) -> Columns:
    tables = {table for table, *_ in OPEN_BY}
    fields = {noun: names for noun, names in columns.held.fields.items() if noun not in tables}
    frames = {noun: frame for noun, frame in columns.frames.items() if noun not in tables}
    return replace(columns, frames=frames, held=replace(columns.held, fields=fields))
