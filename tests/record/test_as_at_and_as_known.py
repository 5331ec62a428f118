"""The record as at a moment, and as known by one: the same for one child and for columns, and changing nothing else."""

from datetime import date, timedelta
from random import Random

import polars as pl
import pytest

from holdfast.dates import end_of, parse_moment
from holdfast.record.child import Child
from holdfast.record.columns import Columns, columns_from, every_child
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.in_care import CareReview
from holdfast.record.unseen import MissingEpisode
from tests.invented_records import invented

MOMENT = parse_moment("2025-04-02T09:15")


def facts_of(child: Child) -> dict[type[Fact], list[str]]:
    return {noun: sorted(map(repr, facts)) for noun, facts in child.facts.items() if facts}


def told(columns: Columns) -> dict[str, dict[type[Fact], list[str]]]:
    return {child.id: facts_of(child) for child in every_child(columns)}


def with_entry_times(columns: Columns, seed: int) -> Columns:
    """The same record, each row entered at some time near the moment, or at none."""
    random = Random(seed)
    frames = {}
    for noun, frame in columns.frames.items():
        times = [
            random.choice((None, MOMENT - timedelta(hours=random.randrange(50)), MOMENT + timedelta(minutes=1), MOMENT))
            for _ in range(frame.height)
        ]
        frames[noun] = frame.with_columns(pl.Series("recorded_at", times, dtype=frame.schema["recorded_at"]))
    return Columns(frames=frames, held=columns.held)


@pytest.mark.parametrize("seed", range(12))
def test_as_at_is_the_same_for_one_child_and_for_columns(seed: int) -> None:
    columns = invented(Random(seed))
    alone = {child.id: facts_of(child.as_at(MOMENT)) for child in every_child(columns)}
    together = told(columns.as_at(MOMENT))
    assert {child: together.get(child, {}) for child in alone} == alone


@pytest.mark.parametrize("seed", range(12))
def test_as_known_is_the_same_for_one_child_and_for_columns(seed: int) -> None:
    columns = with_entry_times(invented(Random(seed)), seed)
    alone = {child.id: facts_of(child.as_known(MOMENT)) for child in every_child(columns)}
    together = told(columns.as_known(MOMENT))
    assert {child: together.get(child, {}) for child in alone} == alone
    assert together != told(columns), "some rows were entered later"


@pytest.mark.parametrize("seed", range(6))
def test_asking_twice_changes_nothing_more(seed: int) -> None:
    once = invented(Random(seed)).as_at(MOMENT)
    assert told(once.as_at(MOMENT)) == told(once)


@pytest.mark.parametrize(("minutes", "there"), [(-1, True), (0, True), (1, False)])
def test_a_row_is_known_from_the_minute_it_was_entered(minutes: int, there: bool) -> None:
    entered = MOMENT + timedelta(minutes=minutes)
    columns = columns_from([Referral(child="1", id="R", on=date(2025, 1, 2), recorded_at=entered)])
    assert bool(columns.as_known(MOMENT).of(Referral).height) is there
    assert bool(columns.child("1").as_known(MOMENT).of(Referral)) is there


@pytest.mark.parametrize(("day", "there"), [(date(2025, 1, 1), False), (date(2025, 1, 2), True)])
def test_a_row_without_an_entry_time_is_known_from_the_day_it_tells_of(day: date, there: bool) -> None:
    columns = columns_from([Referral(child="1", id="R", on=date(2025, 1, 2))])
    assert bool(columns.as_known(end_of(day)).of(Referral).height) is there
    assert bool(columns.child("1").as_known(end_of(day)).of(Referral)) is there


@pytest.mark.parametrize(("day", "closed"), [(date(2025, 4, 2), False), (date(2025, 4, 3), True)])
def test_an_end_is_not_known_before_its_day_though_the_row_was_entered(day: date, closed: bool) -> None:
    entered = parse_moment("2025-01-02T10:00")
    referral = Referral(child="1", id="R", on=date(2025, 1, 2), closed_on=date(2025, 4, 3), recorded_at=entered)
    columns = columns_from([referral])
    (row,) = columns.as_known(end_of(day)).of(Referral).iter_rows(named=True)
    (fact,) = columns.child("1").as_known(end_of(day)).of(Referral)
    assert (row["closed_on"] is not None, fact.closed_on is not None) == (closed, closed)


def test_a_closing_that_lies_ahead_is_blank_with_its_reason_and_the_referral_stays() -> None:
    referral = Referral(child="1", id="R", on=date(2025, 1, 2), closed_on=date(2025, 4, 3), close_reason="RC7")
    (now,) = columns_from([referral]).child("1").as_at(end_of(date(2025, 4, 2))).of(Referral)
    assert (now.on, now.closed_on, now.close_reason) == (date(2025, 1, 2), None, None)
    (then,) = columns_from([referral]).child("1").as_at(end_of(date(2025, 4, 3))).of(Referral)
    assert (then.closed_on, then.close_reason) == (date(2025, 4, 3), "RC7")


def test_a_planned_day_may_lie_ahead_and_a_held_day_may_not() -> None:
    booked = CareReview(child="1", id="V", due_on=date(2025, 9, 1), held_on=None)
    held = CareReview(child="1", id="W", held_on=date(2025, 4, 3))
    stood = columns_from([booked, held]).child("1").as_at(MOMENT).of(CareReview)
    assert [one.id for one in stood] == ["V"]
    assert stood[0].due_on == date(2025, 9, 1)


@pytest.mark.parametrize(("moment", "back"), [("2025-04-02T09:14", False), ("2025-04-02T09:15", True)])
def test_a_return_is_known_from_its_minute_where_the_time_of_day_is_on_record(moment: str, back: bool) -> None:
    episode = MissingEpisode(
        child="1", id="M", started_on=date(2025, 4, 1), returned_on=date(2025, 4, 2), returned_at=MOMENT
    )
    (stood,) = columns_from([episode]).child("1").as_at(parse_moment(moment)).of(MissingEpisode)
    assert (stood.returned_on is not None) is back
