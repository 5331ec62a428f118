"""An assessment ends with the episode of need it belongs to, by the referral it names or the one open then."""

from datetime import date

import pytest

from holdfast.record.front_door import Assessment, Referral
from tests.duties.examples import CHILD, Record, held_without
from tests.duties.review_states import clocks, each_engine, states, told

CODE = "as-cfa-45wd-start"
STARTED, CLOSED = date(2026, 1, 6), date(2026, 3, 2)  # forty-five working days end on 10 March


def referral(closed: date | None, on: date = date(2026, 1, 5), name: str = "r") -> Referral:
    return Referral(child=CHILD, id=name, on=on, closed_on=closed)


def assessment(names: str | None = "r", **days: date) -> Assessment:
    return Assessment(child=CHILD, id="a", referral=names, started_on=STARTED, **days)


@each_engine
@pytest.mark.parametrize("names", ["r", None, "elsewhere"])
def test_an_assessment_that_was_not_authorised_ends_when_its_episode_closes(engine, names: str | None) -> None:
    record = (referral(CLOSED), assessment(names))
    assert states(engine, CODE, record, date(2026, 3, 1)) == {STARTED: "running"}
    (clock,) = clocks(engine, CODE, record, CLOSED)
    assert (clock.state, clock.ended_on) == ("ended", CLOSED)
    assert "The episode of need closed on Monday 2 March 2026" in told(clock)


@each_engine
def test_an_assessment_of_an_open_episode_turns_overdue_the_day_after_the_forty_fifth(engine) -> None:
    record = (referral(None), assessment())
    assert states(engine, CODE, record, date(2026, 3, 10)) == {STARTED: "due_soon"}
    assert states(engine, CODE, record, date(2026, 3, 11)) == {STARTED: "overdue"}


@each_engine
def test_the_referral_it_names_goes_before_another_that_was_open(engine) -> None:
    still_open = referral(None, on=date(2026, 1, 2), name="s")
    assert states(engine, CODE, (referral(CLOSED), still_open, assessment("r")), date(2026, 6, 1)) == {STARTED: "ended"}
    assert states(engine, CODE, (referral(CLOSED), still_open, assessment("s")), date(2026, 6, 1)) == {
        STARTED: "overdue"
    }
    assert states(engine, CODE, (referral(CLOSED), still_open, assessment(None)), date(2026, 6, 1)) == {
        STARTED: "overdue"
    }


@each_engine
@pytest.mark.parametrize(
    ("on", "closed", "state"),
    [
        (STARTED, CLOSED, "ended"),
        (date(2026, 1, 7), CLOSED, "overdue"),
        (date(2025, 11, 3), STARTED, "ended"),
        (date(2025, 11, 3), date(2026, 1, 5), "overdue"),
    ],
)
def test_without_a_link_only_a_referral_open_when_it_started_can_end_it(engine, on, closed, state: str) -> None:
    record = (referral(closed, on=on), assessment(None))
    assert states(engine, CODE, record, date(2026, 6, 1)) == {STARTED: state}


@each_engine
def test_an_authorised_assessment_is_met_or_late_whenever_its_episode_closes(engine) -> None:
    in_time, late = (
        states(engine, CODE, (referral(CLOSED), assessment(authorised_on=day)), date(2026, 6, 1))[STARTED]
        for day in (date(2026, 3, 10), date(2026, 3, 11))
    )
    assert (in_time, late) == ("met", "met_late")


@each_engine
def test_without_referrals_nothing_can_end_it(engine) -> None:
    record: Record = (assessment(),)
    assert states(engine, CODE, record, date(2026, 6, 1), held_without(Referral)) == {STARTED: "overdue"}


AGAIN = "fd-rereferral-flag"


@each_engine
def test_a_re_referral_starts_at_the_referral_before_and_its_reasons_give_both_days(engine) -> None:
    before, again = date(2025, 10, 20), date(2026, 2, 9)
    record = (referral(None, on=before), referral(None, on=again, name="s"))
    (clock,) = clocks(engine, AGAIN, record, again)
    assert (clock.started_on, clock.also_on, clock.state) == (before, again, "running")
    assert "The referral before this one was received on Monday 20 October 2025." in told(clock)
    assert "The new referral, within twelve months of it, was received on Monday 9 February 2026." in told(clock)
    assert clocks(engine, AGAIN, record, date(2026, 2, 8)) == []


@each_engine
def test_each_of_several_re_referrals_gives_its_own_two_days(engine) -> None:
    days = (date(2025, 10, 20), date(2026, 2, 9), date(2026, 5, 4))
    record = tuple(referral(None, on=day, name=str(day)) for day in days)
    found = [(one.started_on, one.also_on) for one in clocks(engine, AGAIN, record, date(2026, 6, 1))]
    assert found == [(days[0], days[1]), (days[1], days[2])]


@each_engine
def test_no_other_clock_has_a_second_day(engine) -> None:
    assert [one.also_on for one in clocks(engine, CODE, (referral(None), assessment()), date(2026, 6, 1))] == [None]
