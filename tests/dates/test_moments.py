"""Moments as people write them: a bare day means its end, a time is London's, and nonsense is refused in words."""

from datetime import UTC, date, datetime

import pytest

from holdfast.dates import NotAMoment, end_of, hours_left, in_london, parse_moment, say, say_moment, say_with_weekday

READ = [
    ("2026-06-01", "2026-06-01T23:59:59.999999+01:00", "a day in summer is its end"),
    ("2026-01-05", "2026-01-05T23:59:59.999999+00:00", "a day in winter is its end"),
    (" 2026-06-01 ", "2026-06-01T23:59:59.999999+01:00", "stray blanks"),
    ("2026-06-01T08:30", "2026-06-01T08:30:00+01:00", "a time without an offset is London's"),
    ("2026-06-01 08:30", "2026-06-01T08:30:00+01:00", "a blank between day and time"),
    ("2026-06-01T08:30:15", "2026-06-01T08:30:15+01:00", "seconds"),
    ("2026-06-01T08:30Z", "2026-06-01T09:30:00+01:00", "an offset is taken to London"),
    ("2026-06-01T08:30+05:30", "2026-06-01T04:00:00+01:00", "an offset far away"),
    ("2026-06-01T00:00", "2026-06-01T00:00:00+01:00", "midnight is the day's first moment"),
    ("2026-03-29T01:30", "2026-03-29T02:30:00+01:00", "an hour that never comes is an hour later"),
    ("2026-10-25T01:30", "2026-10-25T01:30:00+01:00", "an hour that comes twice is the first"),
    ("2026-10-25T01:30+00:00", "2026-10-25T01:30:00+00:00", "unless its offset says the second"),
]


@pytest.mark.parametrize(("text", "moment", "words"), READ, ids=[one[2] for one in READ])
def test_a_moment_is_read_as_it_is_meant(text: str, moment: str, words: str) -> None:
    assert parse_moment(text).isoformat() == moment


@pytest.mark.parametrize(
    "text", ["", "today", "01/06/2026", "2026-02-31", "2026-13-01", "2026-06-01T25:00", "2026", "1 June 2026"]
)
def test_nonsense_is_refused_with_a_sentence_that_shows_how_to_write_it(text: str) -> None:
    with pytest.raises(NotAMoment, match="Write a day such as 2026-06-01, which means its end") as refused:
        parse_moment(text)
    assert repr(text) in str(refused.value)


def test_the_end_of_a_day_is_its_own_last_instant_and_not_the_next_days_first() -> None:
    end = end_of(date(2026, 3, 29))
    assert end.date() == date(2026, 3, 29)
    assert end < parse_moment("2026-03-30T00:00")
    assert (parse_moment("2026-03-30T00:00") - end).total_seconds() < 1


def test_hours_left_are_whole_hours_on_the_real_clock_over_both_changes() -> None:
    assert hours_left(parse_moment("2026-03-29T12:00"), parse_moment("2026-03-28T12:00")) == 23
    assert hours_left(parse_moment("2026-10-25T12:00"), parse_moment("2026-10-24T12:00")) == 25
    assert hours_left(parse_moment("2026-06-01T12:00"), parse_moment("2026-06-01T12:59")) == 0
    assert hours_left(parse_moment("2026-06-01T12:00"), parse_moment("2026-06-01T13:00")) == -1


def test_a_clock_reading_is_placed_in_london_whichever_half_of_the_year() -> None:
    assert in_london(datetime(2026, 6, 1, 12)).astimezone(UTC).hour == 11
    assert in_london(datetime(2026, 1, 5, 12)).astimezone(UTC).hour == 12


def test_days_and_moments_are_said_as_people_say_them() -> None:
    assert say(date(2026, 6, 1)) == "1 June 2026"
    assert say_with_weekday(date(2026, 6, 1)) == "Monday 1 June 2026"
    assert say_moment(parse_moment("2026-06-01T08:30")) == "Monday 1 June 2026, 08:30"
