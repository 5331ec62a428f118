"""Times as closely as a source says, and no closer."""

from datetime import date

import pytest

from holdfast.inspection.history.when import NotAWhen, When


@pytest.mark.parametrize(
    ("said", "first", "last", "words"),
    [
        ("2019-05-17", date(2019, 5, 17), date(2019, 5, 17), "17 May 2019"),
        ("2022-03-23/2022-03-24", date(2022, 3, 23), date(2022, 3, 24), "23 and 24 March 2022"),
        ("2019-01-14/2019-01-25", date(2019, 1, 14), date(2019, 1, 25), "14 to 25 January 2019"),
        ("2021-06-30/2021-07-01", date(2021, 6, 30), date(2021, 7, 1), "30 June to 1 July 2021"),
        ("2019-12-30/2020-01-10", date(2019, 12, 30), date(2020, 1, 10), "30 December 2019 to 10 January 2020"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        ("spring 2022", date(2022, 3, 1), date(2022, 5, 31), "spring 2022"),
        ("early 2020", date(2020, 1, 1), date(2020, 4, 30), "early 2020"),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "2022"),
    ],
)
def test_a_time_runs_from_its_first_possible_day_to_its_last(said: str, first: date, last: date, words: str) -> None:
    when = When.of(said)
    assert (when.first, when.last, when.words) == (first, last, words)


@pytest.mark.parametrize(
    "said", ["", "May", "2019-13", "2019-00", "winter", "2019-05-17/2019-05-16", "soon 2022", "2019-5"]
)
def test_a_text_that_says_no_time_is_refused_with_the_forms_that_do(said: str) -> None:
    with pytest.raises(NotAWhen, match="Write a day"):
        When.of(said)


def test_one_time_is_certainly_before_another_only_where_they_share_no_day() -> None:
    month = When.of("2019-05")
    assert month.certainly_before(When.of("2019-06-01"))
    assert not month.certainly_before(When.of("2019-05-31"))
    assert month.agrees_with(When.of("2019-05-31"))
    assert not month.agrees_with(When.of("2019-06-01"))
    assert not When.of("2019-06-01").agrees_with(month)


@pytest.mark.parametrize(("said", "before", "last"), [
    ("early 2020", "2020-03-16", date(2020, 3, 15)),  # the direction of that day rests on the visit
    ("early 2020", "2020-05-01", date(2020, 4, 30)),  # it was over by then anyhow
    ("early 2020", "2020-01-01", date(2020, 4, 30)),  # that cannot be, and changes nothing
    ("2020-03-01/2020-03-20", "2020-03-16", date(2020, 3, 20)),  # days that are named stay as they are said
])  # fmt: skip
def test_what_came_after_it_narrows_a_time_that_names_no_day(said: str, before: str, last: date) -> None:
    narrowed = When.of(said).ended_before(When.of(before))
    assert (narrowed.last, narrowed.words) == (last, When.of(said).words)
