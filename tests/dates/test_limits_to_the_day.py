"""Limits as people count them: days worked out on a calendar, each from both sides."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from holdfast.dates import (
    BeginningWith,
    Days,
    Hours,
    Limit,
    Months,
    NoNumber,
    SameDay,
    Weeks,
    WorkingDays,
    Years,
    add_months,
    add_years,
    age_on,
    birthday,
    parse_moment,
)

COUNTED = [
    (WorkingDays(1), date(2026, 4, 2), date(2026, 4, 7), "Maundy Thursday to the Tuesday after Easter"),
    (WorkingDays(1), date(2026, 2, 13), date(2026, 2, 16), "Friday to Monday"),
    (WorkingDays(1), date(2026, 2, 14), date(2026, 2, 16), "from a Saturday Monday is day 1"),
    (WorkingDays(1), date(2026, 2, 15), date(2026, 2, 16), "from a Sunday Monday is day 1"),
    (WorkingDays(1), date(2026, 12, 24), date(2026, 12, 29), "Christmas Eve, when Boxing Day is a Saturday"),
    (WorkingDays(1), date(2025, 12, 24), date(2025, 12, 29), "Christmas Eve, when Boxing Day is a Friday"),
    (WorkingDays(0), date(2026, 4, 3), date(2026, 4, 3), "none is the day itself, even a holiday"),
    (WorkingDays(-2), date(2026, 4, 8), date(2026, 4, 2), "two before a Wednesday, over Easter"),
    (WorkingDays(20), date(2025, 12, 8), date(2026, 1, 8), "twenty over Christmas"),
    (WorkingDays(45), date(2025, 10, 20), date(2025, 12, 22), "nine weeks"),
    (Days(7), date(2026, 2, 25), date(2026, 3, 4), "over the end of February"),
    (Days(366), date(2024, 2, 29), date(2025, 3, 1), "over a leap day's year"),
    (Weeks(16), date(2025, 12, 8), date(2026, 3, 30), "sixteen weeks"),
    (Weeks(6), date(2026, 3, 18), date(2026, 4, 29), "over the spring change of the clocks"),
    (Months(3), date(2026, 8, 31), date(2026, 11, 30), "31 August to 30 November"),
    (Months(3), date(2025, 11, 30), date(2026, 2, 28), "30 November to 28 February"),
    (Months(3), date(2027, 11, 30), date(2028, 2, 29), "30 November to 29 February in a leap year"),
    (Months(3), date(2025, 11, 28), date(2026, 2, 28), "28 November to 28 February"),
    (Months(1), date(2026, 2, 28), date(2026, 3, 28), "from the end of February not to the end of March"),
    (Months(6), date(2026, 6, 30), date(2026, 12, 30), "30 June to 30 December"),
    (Months(12), date(2024, 2, 29), date(2025, 2, 28), "29 February to 28 February"),
    (Years(2), date(2024, 2, 29), date(2026, 2, 28), "two years from 29 February"),
    (Years(4), date(2024, 2, 29), date(2028, 2, 29), "four years from 29 February"),
    (BeginningWith(Weeks(26)), date(2026, 1, 5), date(2026, 7, 5), "26 weeks beginning with a Monday end on a Sunday"),
    (BeginningWith(Weeks(26)), date(2026, 7, 14), date(2027, 1, 11), "26 weeks over the new year"),
    (BeginningWith(Days(7)), date(2026, 3, 2), date(2026, 3, 8), "seven days beginning with Monday"),
    (BeginningWith(Months(2)), date(2026, 4, 29), date(2026, 6, 28), "two months beginning with 29 April"),
    (SameDay(), date(2026, 3, 3), date(2026, 3, 3), "the same day"),
    (Hours(72), date(2026, 5, 16), date(2026, 5, 19), "72 hours without a time of day"),
    (Hours(25), date(2026, 5, 16), date(2026, 5, 18), "a begun day counts whole: never too strict"),
    (Hours(24), date(2026, 5, 16), date(2026, 5, 17), "24 hours are one day"),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "start", "last", "words"), COUNTED, ids=[one[3] for one in COUNTED])
def test_the_last_day_in_time_is_the_one_on_the_calendar(limit: Limit, start: date, last: date, words: str) -> None:
    assert limit.after(start) == last
    assert limit.days_left(last, last) == 0


def test_a_limit_without_a_number_gives_no_day_and_keeps_its_phrase() -> None:
    limit = NoNumber("as soon as possible")
    assert limit.after(date(2026, 1, 5)) is None
    assert limit.phrase == limit.words == "as soon as possible"
    assert BeginningWith(limit).after(date(2026, 1, 5)) is None


ON_THE_CLOCK = [
    ("2026-03-28T12:00+00:00", "2026-03-31T13:00+01:00", "the spring Sunday has 23 hours"),
    ("2026-10-24T12:00+01:00", "2026-10-27T11:00+00:00", "the autumn Sunday has 25 hours"),
    ("2026-05-16T11:20+01:00", "2026-05-19T11:20+01:00", "no change of the clocks"),
    ("2026-03-26T01:30+00:00", "2026-03-29T02:30+01:00", "to the hour that never comes: an hour later"),
    ("2026-10-22T01:30+01:00", "2026-10-25T01:30+01:00", "to the hour that comes twice: the first of the two"),
    ("2026-10-22T02:30+01:00", "2026-10-25T01:30+00:00", "to the second of the two"),
    ("2025-12-30T00:00+00:00", "2026-01-02T00:00+00:00", "midnight to midnight"),
]


@pytest.mark.parametrize(("start", "end", "words"), ON_THE_CLOCK, ids=[one[2] for one in ON_THE_CLOCK])
def test_seventy_two_hours_are_counted_on_the_real_clock(start: str, end: str, words: str) -> None:
    found = Hours(72).after_moment(parse_moment(start))
    assert found.isoformat() == datetime.fromisoformat(end).isoformat()
    assert found.tzinfo == ZoneInfo("Europe/London")


def test_what_is_left_is_counted_in_the_limits_own_unit_with_its_sign() -> None:
    due, before, after = date(2026, 4, 7), date(2026, 4, 1), date(2026, 4, 9)
    assert WorkingDays(1).unit == "working days"
    assert [WorkingDays(1).days_left(due, day) for day in (before, after)] == [2, -2]
    assert Days(1).unit == Months(1).unit == Weeks(1).unit == "days"
    assert [Days(1).days_left(due, day) for day in (before, after)] == [6, -2]
    assert Hours(1).unit == "hours"


def test_a_resized_limit_is_of_the_same_kind_and_keeps_its_phrase() -> None:
    limit = WorkingDays(20, said="before the first review")
    assert limit.resized(21) == WorkingDays(21, said="before the first review")
    assert BeginningWith(Weeks(26)).resized(25).after(date(2026, 1, 5)) == date(2026, 6, 28)
    assert limit != limit.resized(21)


PHRASES = [
    (WorkingDays(20), "20 working days", "within 20 working days"),
    (WorkingDays(1), "1 working day", "within 1 working day"),
    (WorkingDays(-2), "2 working days before", "at least 2 working days before"),
    (WorkingDays(-1), "1 working day before", "at least 1 working day before"),
    (Days(28), "28 days", "within 28 days"),
    (Weeks(1), "1 week", "within 1 week"),
    (Months(3), "3 months", "within 3 months"),
    (Years(2), "2 years", "within 2 years"),
    (Hours(72), "72 hours", "within 72 hours"),
    (SameDay(), "the same day", "on the same day"),
    (SameDay(said="not even for one night"), "the same day", "not even for one night"),
    (BeginningWith(Weeks(26)), "26 weeks", "within 26 weeks beginning with the day"),
    (WorkingDays(5, said="before the review"), "5 working days", "before the review"),
]


@pytest.mark.parametrize(("limit", "words", "phrase"), PHRASES, ids=[one[2] for one in PHRASES])
def test_a_limit_says_itself_in_plain_words_and_the_laws_phrase_first(limit: Limit, words: str, phrase: str) -> None:
    assert (limit.words, limit.phrase) == (words, phrase)


def test_the_sum_is_told_step_by_step_and_names_the_holidays_it_passed() -> None:
    told = WorkingDays(1).steps(date(2026, 4, 2))
    assert told == (
        "Thursday 2 April 2026 is day 0.",
        "Tuesday 7 April 2026 is working day 1.",
        "Saturdays and Sundays do not count, nor do these: Good Friday (3 April 2026), Easter Monday (6 April 2026).",
        "1 working day is counted.",
        "The last day in time is Tuesday 7 April 2026.",
    )
    assert "is day 1: the law counts from and with it" in BeginningWith(Weeks(26)).steps(date(2026, 1, 5))[0]
    assert "that month has no 31st, so its last day is taken" in " ".join(Months(3).steps(date(2026, 8, 31)))
    assert "that month has no 30th" in " ".join(Months(3).steps(date(2025, 11, 30)))
    assert "the same date of the month" in " ".join(Months(3).steps(date(2026, 8, 30)))
    assert "no 29 February, so the 28th is taken" in " ".join(Years(2).steps(date(2024, 2, 29)))
    assert "the same date" in " ".join(Years(4).steps(date(2024, 2, 29)))
    assert "no due day is worked out" in " ".join(NoNumber("as soon as possible").steps(date(2026, 8, 31)))
    assert "run as 3 whole days" in " ".join(Hours(72).steps(date(2026, 5, 16)))
    assert "They are over at Tuesday 19 May 2026, 11:20." in Hours(72).steps_from(parse_moment("2026-05-16T11:20"))


BIRTHDAYS = [
    (date(2008, 2, 29), 18, date(2026, 3, 1), "29 February in a common year is 1 March"),
    (date(2008, 2, 29), 16, date(2024, 2, 29), "29 February in a leap year is itself"),
    (date(2008, 2, 28), 18, date(2026, 2, 28), "28 February stays"),
    (date(2008, 3, 1), 18, date(2026, 3, 1), "1 March stays"),
]


@pytest.mark.parametrize(("born", "age", "day", "words"), BIRTHDAYS, ids=[one[3] for one in BIRTHDAYS])
def test_an_age_is_reached_on_its_birthday_and_not_the_day_before(born: date, age: int, day: date, words: str) -> None:
    assert birthday(born, age) == day
    assert age_on(born, day) == age
    assert age_on(born, date.fromordinal(day.toordinal() - 1)) == age - 1


def test_months_and_years_go_back_as_well_as_on() -> None:
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert age_on(date(2026, 3, 2), date(2026, 3, 1)) == -1
