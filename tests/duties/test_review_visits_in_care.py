"""Placements outside care, and the day on which a relative's full approval changes the rhythm of visits."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.record.in_care import CareEpisode, Placement
from holdfast.record.people import Person
from tests.duties.examples import CHILD, Record, held_without
from tests.duties.examples_in_care import in_care, reviewed, visited, with_a_relative
from tests.duties.review_states import clocks, dues, each_engine, states

OF_A_PLACEMENT = ("cla-visit-first", "cla-placement-plan", "cla-placement-notify")


def home(day: date) -> Record:
    return (Placement(child=CHILD, id="h", started_on=day),)


def counted(engine, record: Record, held=None) -> set[int]:
    more = {} if held is None else {"held": held}
    return {len(clocks(engine, code, record, date(2026, 6, 1), **more)) for code in OF_A_PLACEMENT}


@each_engine
def test_a_home_from_the_eighteenth_birthday_on_is_no_placement_and_one_from_the_day_before_is(engine) -> None:
    record = in_care(date(2020, 1, 6), born=date(2007, 2, 1))
    assert counted(engine, (*record, *home(date(2025, 1, 31)))) == {1}
    assert counted(engine, (*record, *home(date(2025, 2, 1)))) == {0}
    assert counted(engine, (*record, *home(date(2025, 2, 2)))) == {0}


@each_engine
def test_a_placement_after_care_ended_counts_nothing_and_one_from_the_day_before_does(engine) -> None:
    child, episode = in_care(date(2025, 1, 6))
    assert isinstance(episode, CareEpisode)
    record = (child, replace(episode, ended_on=date(2025, 9, 1), end_reason="E4"))
    assert counted(engine, (*record, *home(date(2025, 8, 31)))) == {1}
    assert counted(engine, (*record, *home(date(2025, 9, 1)))) == {0}
    assert counted(engine, (*record, *home(date(2025, 9, 2)))) == {0}


@each_engine
def test_a_placement_on_the_day_of_coming_into_care_counts_and_one_of_the_day_before_does_not(engine) -> None:
    record = in_care(date(2025, 1, 6))
    assert counted(engine, (*record, *home(date(2025, 1, 6)))) == {1}
    assert counted(engine, (*record, *home(date(2025, 1, 5)))) == {0}


@each_engine
def test_where_the_extract_has_no_episodes_every_placement_counts(engine) -> None:
    record = (Person(child=CHILD, born_on=date(2016, 7, 1)), *home(date(2026, 2, 2)))
    assert counted(engine, record) == {0}
    assert counted(engine, record, held_without(CareEpisode)) == {1}


PLACED = date(2026, 1, 5)


def approved(on: date, *seen: date, review: date | None = date(2026, 1, 30)) -> Record:
    visits = [visit for day in seen for visit in visited(day)]
    return (*with_a_relative(PLACED, approved_on=on), *reviewed(*([review] if review else [])), *visits)


@each_engine
@pytest.mark.parametrize(
    ("approval", "code", "due"),
    [
        (date(2026, 3, 30), "cla-visit-yr1", date(2026, 4, 13)),
        (date(2026, 3, 31), "cla-visit-reg24", date(2026, 3, 30)),
    ],
)
def test_full_approval_within_the_four_weeks_stops_them_and_six_run_from_the_last_visit(
    engine, approval: date, code: str, due: date
) -> None:
    seen = date(2026, 3, 2)  # four weeks end on 30 March, six on 13 April
    record = approved(approval, seen)
    found = {one: dues(engine, one, record, date(2026, 4, 7)).get(seen) for one in ("cla-visit-reg24", "cla-visit-yr1")}
    assert {one: day for one, day in found.items() if day} == {code: due}


@each_engine
@pytest.mark.parametrize(
    ("approval", "code", "due"),
    [
        (date(2026, 1, 16), "cla-visit-yr1", date(2026, 2, 20)),
        (date(2026, 1, 17), "cla-visit-reg24", date(2026, 1, 16)),
    ],
)
def test_full_approval_within_the_week_stops_it_and_six_weeks_run_from_the_last_visit(
    engine, approval: date, code: str, due: date
) -> None:
    seen = date(2026, 1, 9)  # a week ends on 16 January, six on 20 February
    record = approved(approval, seen, review=None)
    found = {one: dues(engine, one, record, date(2026, 4, 7)).get(seen) for one in ("cla-visit-reg24", "cla-visit-yr1")}
    assert {one: day for one, day in found.items() if day} == {code: due}


@each_engine
def test_what_was_late_before_full_approval_stays_late_until_the_next_visit(engine) -> None:
    seen = date(2026, 3, 2)
    record = approved(date(2026, 4, 2), seen)
    assert states(engine, "cla-visit-reg24", record, date(2026, 4, 7))[seen] == "overdue"
    again = (*record, *visited(date(2026, 4, 8)))
    assert states(engine, "cla-visit-reg24", again, date(2026, 4, 9))[seen] == "met_late"
    assert dues(engine, "cla-visit-yr1", again, date(2026, 4, 9)) == {date(2026, 4, 8): date(2026, 5, 20)}


@each_engine
def test_from_full_approval_on_each_visit_starts_the_ordinary_six_weeks(engine) -> None:
    on_the_day = approved(date(2026, 2, 2), date(2026, 2, 2))
    assert dues(engine, "cla-visit-yr1", on_the_day, date(2026, 2, 3))[date(2026, 2, 2)] == date(2026, 3, 16)
    assert date(2026, 2, 2) not in dues(engine, "cla-visit-reg24", on_the_day, date(2026, 2, 3))


@each_engine
def test_the_day_before_full_approval_is_on_record_the_closer_rhythm_still_holds(engine) -> None:
    seen = date(2026, 3, 2)
    record = approved(date(2026, 3, 6), seen)
    assert seen in dues(engine, "cla-visit-reg24", record, date(2026, 3, 5))
    assert seen not in dues(engine, "cla-visit-reg24", record, date(2026, 3, 6))
