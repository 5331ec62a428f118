"""What moved between two positions of the record shows at just those moments at which the two differ as they stood."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import polars as pl
import pytest

from holdfast.casework.moved import Moved
from holdfast.dates import parse_moment
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact, happens_on
from holdfast.record.in_care import CareReview
from holdfast.record.people import Person, Professional
from holdfast.record.unseen import HomelessPresentation
from tests.invented_records import invented

ADA = Person(child="1", forename="Ada")
BEFORE, AT = (parse_moment(f"2026-04-{day}T15:00") for day in (29, 30))


def moved(before: list[Fact], after: list[Fact]) -> Moved:
    """What moved where these are all of child 1's facts, before and after."""
    return Moved.between(columns_from(before), columns_from(after), frozenset({"1"}))


def differ(noun: type[Fact], was: pl.DataFrame, now: pl.DataFrame, moment: datetime) -> bool:
    """Whether the noun's rows differ when both records are cut as at the moment."""
    cut = [Columns(frames={noun: frame}).as_at(moment).of(noun) for frame in (was, now)]
    return not cut[0].equals(cut[1])


def with_a_change(random: Random, how: str, noun: type[Fact], frame: pl.DataFrame, day: str) -> pl.DataFrame:
    """The rows with one of them gone, added in between, without its day, otherwise, twice, or all in other order."""
    place = random.randrange(frame.height)
    row = frame[place : place + 1]
    if how == "gone":
        return pl.concat([frame[:place], frame[place + 1 :]])
    if how == "without its day":
        return pl.concat([frame, row.with_columns(pl.lit(None, dtype=pl.Date).alias(day))])
    if how == "another day":
        return pl.concat([frame[:place], row.with_columns(pl.col(day) + timedelta(days=9)), frame[place + 1 :]])
    if how == "twice":
        return pl.concat([frame[:place], row, row, frame[place + 1 :]])
    if how == "other order":
        return frame.reverse()
    return pl.concat([frame[:place], row.with_columns(pl.col(day) + timedelta(days=9)), frame[place:]])


HOWS = ("added", "gone", "without its day", "another day", "twice", "other order")


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("seed", range(4))
def test_it_shows_when_the_records_differ_as_they_stood_and_never_else(seed: int, how: str) -> None:
    random = Random(seed)
    record = invented(random)
    part = record.only(record.children()[:4])
    frames: Mapping[type[Fact], pl.DataFrame] = dict(part.frames)
    noun, day = random.choice([
        (one, day) for one, frame in frames.items() if (day := happens_on(one)) and frame.get_column(day).count() > 1
    ])  # fmt: skip
    now = with_a_change(random, how, noun, frames[noun], day)
    found = Moved.between(part, replace(part, frames={**frames, noun: now}), frozenset(part.children()))
    days = {one + timedelta(days=step) for one in now.get_column(day).drop_nulls() for step in (-1, 0, 1)}
    moments = [parse_moment(f"{one}T{time}") for one in sorted(days) for time in ("00:00", "09:15", "23:59")]
    assert [found.as_at(one) for one in moments] == [differ(noun, frames[noun], now, one) for one in moments]
    assert found.only_added == (how in ("added", "without its day"))


def test_an_added_row_shows_from_its_own_day_on() -> None:
    review = CareReview(child="1", id="R1", held_on=date(2026, 4, 30), cancelled=False)
    found = moved([ADA], [ADA, review])
    assert [found.as_at(one) for one in (BEFORE, AT)] == [False, True]


@pytest.mark.parametrize(("time", "shows"), [("14:59", False), ("15:00", True)])
def test_a_row_with_a_time_of_day_shows_from_its_minute_on_and_one_without_on_its_whole_day(
    time: str, shows: bool
) -> None:
    asked = HomelessPresentation(child="1", id="H1", on=date(2026, 4, 30), at=parse_moment("2026-04-30T15:00"))
    moment = parse_moment(f"2026-04-30T{time}")
    assert moved([ADA], [ADA, asked]).as_at(moment) is shows
    assert moved([ADA], [ADA, replace(asked, at=None)]).as_at(moment)
    assert not moved([ADA], [ADA, replace(asked, at=None)]).as_at(BEFORE)


def test_in_the_hour_that_comes_twice_a_time_is_told_by_the_instant_and_not_by_the_face_of_the_clock() -> None:
    first = parse_moment("2025-10-26T01:45+01:00")
    asked = HomelessPresentation(child="1", id="H1", on=date(2025, 10, 26), at=first)
    found = moved([ADA], [ADA, asked])
    looked = [parse_moment(f"2025-10-26T01:{one}") for one in ("44+01:00", "45+01:00", "15+00:00")]
    assert [found.as_at(one) for one in looked] == [False, True, True]


@pytest.mark.parametrize("more", [
    CareReview(child="1", id="R1"), Person(child="1", forename="Bo"), Professional(child="W", name="Jo Vane"),
])  # fmt: skip
def test_what_has_no_day_of_its_own_shows_always(more: Fact) -> None:
    assert moved([ADA], [ADA, more]).as_at(parse_moment("2001-01-01T00:00"))


def test_a_table_that_was_not_there_before_shows_with_its_first_row() -> None:
    review = CareReview(child="1", id="R1", held_on=date(2026, 4, 30), cancelled=False)
    before, after = columns_from([ADA]), columns_from([ADA, review])
    frames = {noun: frame for noun, frame in before.frames.items() if noun is not CareReview}
    found = Moved.between(replace(before, frames=frames), after, frozenset({"1"}))
    assert [found.as_at(one) for one in (BEFORE, AT)] == [False, True]
