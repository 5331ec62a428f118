"""A return interview that was offered late and declined; private fostering once the child is sixteen."""

from datetime import date

import pytest

from holdfast.dates import parse_moment
from holdfast.duties.register import BY_CODE
from holdfast.record.people import Disability, Person
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.duties.examples import CHILD, Record, held_without
from tests.duties.examples_later import fostered
from tests.duties.review_states import clocks, each_engine, states, told

CODE = "ms-rhi-72h"
BACK = date(2026, 5, 16)  # seventy-two hours, as whole days: 19 May


def returned(**days: date) -> Record:
    missing = MissingEpisode(child=CHILD, id="m", started_on=date(2026, 5, 15), returned_on=BACK)
    return (missing, ReturnInterview(child=CHILD, episode="m", **days)) if days else (missing,)


@each_engine
def test_an_interview_offered_in_time_and_declined_ends_what_is_owed_however_late_the_child_answers(engine) -> None:
    for declined in (date(2026, 5, 19), date(2026, 5, 25)):
        record = returned(offered_on=date(2026, 5, 19), declined_on=declined)
        (clock,) = clocks(engine, CODE, record, date(2026, 6, 1))
        assert (clock.state, clock.ended_on) == ("ended", declined)


@each_engine
def test_an_interview_first_offered_after_the_seventy_two_hours_was_late_though_the_child_declined(engine) -> None:
    record = returned(offered_on=date(2026, 5, 20), declined_on=date(2026, 5, 21))
    (clock,) = clocks(engine, CODE, record, date(2026, 6, 1))
    assert (clock.state, clock.met_on, clock.due_on, clock.days) == (
        "met_late", date(2026, 5, 20), date(2026, 5, 19), -1,
    )  # fmt: skip
    assert "An interview, which the child did not want, was first offered on Wednesday 20 May 2026." in told(clock)
    assert "1 day after it was due" in told(clock)


@each_engine
@pytest.mark.parametrize(("declined", "state"), [(date(2026, 5, 19), "ended"), (date(2026, 5, 20), "met_late")])
def test_of_an_offer_without_its_own_day_the_day_it_was_declined_is_taken(engine, declined: date, state: str) -> None:
    assert states(engine, CODE, returned(declined_on=declined), date(2026, 6, 1)) == {BACK: state}


@each_engine
def test_until_the_child_declines_a_late_offer_leaves_the_interview_overdue(engine) -> None:
    record = returned(offered_on=date(2026, 5, 20), declined_on=date(2026, 5, 22))
    assert states(engine, CODE, record, date(2026, 5, 21)) == {BACK: "overdue"}
    assert states(engine, CODE, record, date(2026, 5, 22)) == {BACK: "met_late"}


@each_engine
def test_of_several_offers_the_first_tells_whether_it_was_in_time(engine) -> None:
    second = ReturnInterview(child=CHILD, episode="m", offered_on=date(2026, 5, 25), declined_on=date(2026, 5, 25))
    record = (*returned(offered_on=date(2026, 5, 18), declined_on=date(2026, 5, 18)), second)
    assert states(engine, CODE, record, date(2026, 6, 1)) == {BACK: "ended"}


@each_engine
def test_an_interview_held_after_a_declined_offer_is_what_counts(engine) -> None:
    held = ReturnInterview(child=CHILD, episode="m", held_on=date(2026, 5, 26))
    record = (*returned(offered_on=date(2026, 5, 20), declined_on=date(2026, 5, 20)), held)
    (clock,) = clocks(engine, CODE, record, date(2026, 6, 1))
    assert (clock.state, clock.met_on) == ("met_late", date(2026, 5, 26))


@each_engine
@pytest.mark.parametrize(("offered", "state"), [(date(2026, 5, 19), "ended"), (date(2026, 5, 20), "met_late")])
def test_with_a_time_of_day_an_offer_on_the_last_day_counts_as_in_time(engine, offered: date, state: str) -> None:
    at = parse_moment("2026-05-16T00:30+01:00")
    missing = MissingEpisode(child=CHILD, id="m", started_on=date(2026, 5, 15), returned_on=BACK, returned_at=at)
    record = (missing, ReturnInterview(child=CHILD, episode="m", offered_on=offered, declined_on=date(2026, 5, 26)))
    (clock,) = clocks(engine, CODE, record, date(2026, 6, 1))
    assert clock.state == state
    assert clock.due_at == parse_moment("2026-05-19T00:30+01:00")


def test_both_ways_of_the_interview_have_the_seventy_two_hours() -> None:
    assert [way.limit.number for way in BY_CODE[CODE].ways] == [72, 72]


THE_DAY_BEFORE, SIXTEEN = date(2026, 3, 8), date(2026, 3, 9)
TOLD, SEEN = date(2025, 6, 2), date(2026, 2, 2)
YOUNG = Person(child=CHILD, born_on=date(2010, 3, 9))
HAS_ONE, HAS_NONE = Disability(child=CHILD, code="MOB"), Disability(child=CHILD, code="NONE")


def arrangement(*more: object) -> Record:
    return (YOUNG, *fostered(TOLD, date(2025, 6, 5), SEEN), *more)  # type: ignore[return-value]


@each_engine
@pytest.mark.parametrize("more", [(), (HAS_NONE,)])
def test_visits_to_a_privately_fostered_child_end_on_the_sixteenth_birthday(engine, more) -> None:
    assert states(engine, "pf-visit-year1", arrangement(*more), THE_DAY_BEFORE)[SEEN] == "running"
    (*_, clock) = clocks(engine, "pf-visit-year1", arrangement(*more), SIXTEEN)
    assert (clock.started_on, clock.state, clock.ended_on) == (SEEN, "ended", SIXTEEN)


@each_engine
def test_for_a_disabled_child_they_go_on_to_eighteen(engine) -> None:
    record = arrangement(HAS_ONE)
    assert states(engine, "pf-visit-year1", record, date(2026, 6, 1))[SEEN] == "overdue"
    assert states(engine, "pf-visit-year1", record, date(2028, 3, 8))[SEEN] == "overdue"
    assert states(engine, "pf-visit-year1", record, date(2028, 3, 9))[SEEN] == "ended"


@each_engine
def test_where_the_extract_has_no_disabilities_nobody_can_say_from_sixteen_to_eighteen(engine) -> None:
    held = held_without(Disability)
    before = states(engine, "pf-visit-year1", arrangement(), THE_DAY_BEFORE, held)
    assert SIXTEEN not in before
    on_the_day = clocks(engine, "pf-visit-year1", arrangement(), SIXTEEN, held)
    assert {one.started_on: one.state for one in on_the_day}[SIXTEEN] == "cannot_say"
    assert "ssd_disability with disa_disability_code" in told(on_the_day[-1])
    assert states(engine, "pf-visit-year1", arrangement(), date(2028, 3, 9), held)[SIXTEEN] == "cannot_say"


@each_engine
@pytest.mark.parametrize(("day", "number"), [(date(2026, 3, 8), 1), (SIXTEEN, 0)])
def test_a_council_told_on_the_sixteenth_birthday_was_told_of_no_private_fostering(engine, day, number) -> None:
    assert len(clocks(engine, "pf-visit-7wd", (YOUNG, *fostered(day)), date(2026, 6, 1))) == number


@each_engine
def test_without_a_date_of_birth_the_visits_go_on(engine) -> None:
    record = fostered(TOLD, date(2025, 6, 5), SEEN)
    assert states(engine, "pf-visit-year1", record, date(2026, 6, 1))[SEEN] == "overdue"
