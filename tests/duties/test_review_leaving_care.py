"""Homes that the council provides: the review after 28 days is one after 28 days, and visits stop at twenty-one."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.record.leaving_care import CareLeaver, PathwayPlan, ProvidedHome
from holdfast.record.people import Person
from tests.duties.examples import CHILD, Record, held_without
from tests.duties.examples_later import at_home, step
from tests.duties.review_states import clocks, each_engine, states, told

HOME = date(2026, 1, 12)  # the 28th day is 9 February


@each_engine
@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 1, 20), "running"), (date(2026, 2, 8), "running"), (date(2026, 2, 9), "met"),
     (date(2026, 2, 10), "met"), (date(2026, 5, 4), "met")],
)  # fmt: skip
def test_only_a_review_on_the_28th_day_or_later_is_the_one_that_follows_28_days(engine, day: date, state: str) -> None:
    (clock,) = clocks(engine, "cl-pathway-review-28d", (*at_home(), *step("review", day)), date(2026, 6, 1))
    assert (clock.started_on, clock.state) == (HOME, state)
    assert clock.met_on == (day if state == "met" else None)


@each_engine
def test_an_early_review_does_not_hide_the_later_one(engine) -> None:
    record = (*at_home(), *step("review", date(2026, 1, 20)), *step("review", date(2026, 2, 20)))
    (clock,) = clocks(engine, "cl-pathway-review-28d", record, date(2026, 6, 1))
    assert (clock.state, clock.met_on) == ("met", date(2026, 2, 20))


@each_engine
def test_the_councils_own_reading_within_28_days_is_another_standard(engine) -> None:
    record = (*at_home(), *step("review", date(2026, 1, 20)))
    assert states(engine, "cl-pathway-review-28d-local", record, date(2026, 6, 1)) == {HOME: "met"}


@each_engine
def test_a_review_after_the_home_ended_is_none_of_it(engine) -> None:
    home, *_ = at_home()
    assert isinstance(home, ProvidedHome)
    record = (replace(home, ended_on=date(2026, 2, 15)), *step("review", date(2026, 2, 16)))
    assert states(engine, "cl-pathway-review-28d", record, date(2026, 6, 1)) == {HOME: "ended"}


@each_engine
def test_without_pathway_plans_the_review_cannot_be_said(engine) -> None:
    record = (*at_home(), CareLeaver(child=CHILD, review_on=date(2026, 2, 20)))
    (clock,) = clocks(engine, "cl-pathway-review-28d", record, date(2026, 6, 1), held_without(PathwayPlan))
    assert clock.state == "cannot_say"
    assert "holdfast_pathway_plans with step = review and done_date" in told(clock)


def grown(*visits: date, started: date = HOME, born: date = date(2005, 4, 13)) -> Record:
    return (Person(child=CHILD, born_on=born), *at_home(*visits, started=started))


OF_A_HOME = ("cl-pa-visit-7d", "cl-pathway-review-28d", "cl-pathway-review-28d-local")


@each_engine
@pytest.mark.parametrize("code", OF_A_HOME)
def test_what_a_provided_home_brings_ends_on_the_twenty_first_birthday(engine, code: str) -> None:
    before = clocks(engine, code, grown(), date(2026, 4, 12))[0]
    on_the_day = clocks(engine, code, grown(), date(2026, 4, 13))[0]
    assert before.state in ("overdue", "running")
    assert (on_the_day.state, on_the_day.ended_on) == ("ended", date(2026, 4, 13))
    assert "turned twenty-one" in told(on_the_day)


@each_engine
def test_visits_every_two_months_end_on_the_twenty_first_birthday(engine) -> None:
    record = grown(date(2026, 1, 16), date(2026, 2, 6))
    assert states(engine, "cl-pa-visit-2mo", record, date(2026, 4, 12))[date(2026, 2, 6)] == "overdue"
    assert states(engine, "cl-pa-visit-2mo", record, date(2026, 4, 13))[date(2026, 2, 6)] == "ended"


@each_engine
@pytest.mark.parametrize("code", OF_A_HOME)
def test_a_home_from_the_twenty_first_birthday_on_brings_none_of_it(engine, code: str) -> None:
    turned = date(2026, 4, 13)
    assert len(clocks(engine, code, grown(started=date(2026, 4, 12)), date(2026, 6, 1))) == 1
    assert clocks(engine, code, grown(started=turned), date(2026, 6, 1)) == []


@each_engine
def test_without_a_date_of_birth_nobody_is_too_old(engine) -> None:
    assert states(engine, "cl-pa-visit-7d", at_home(), date(2036, 6, 1)) == {HOME: "overdue"}
