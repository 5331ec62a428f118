"""Months have edges: a fact counts in one of them, what stays undone in each, and the last may still run."""

from datetime import date, datetime, time

import pytest

from holdfast.dates import LONDON
from holdfast.measures.measure import MonthFigure
from holdfast.record.front_door import Assessment
from holdfast.record.in_care import CareEpisode, CareReview
from tests.measures.monthly_facts import day, may, months_of, numbers


def done(on: date) -> Assessment:
    return Assessment(child="a", id="1", started_on=day(4, 20), authorised_on=on)


@pytest.mark.parametrize(("on", "month"), [(day(4, 30), 0), (day(5, 1), 1), (day(5, 31), 1), (day(6, 1), 2)])
def test_what_is_done_on_the_first_or_last_day_of_a_month_counts_in_it_and_in_no_other(on: date, month: int) -> None:
    found = months_of("assessments-in-45", [done(on)], day(4, 1), day(6, 30))
    assert [one.denominator for one in found] == [int(number == month) for number in range(3)]


def test_the_months_follow_one_another_over_the_new_year_with_their_own_last_days() -> None:
    found = months_of("assessments-in-45", [], day(12, 1, 2023), day(3, 31, 2024))
    assert [one.month for one in found] == ["2023-12", "2024-01", "2024-02", "2024-03"]
    assert [one.last_day.day for one in found] == [31, 31, 29, 31]
    assert [one.as_at for one in found] == [datetime.combine(one.last_day, time.max, tzinfo=LONDON) for one in found]


def test_a_month_that_goes_on_is_said_to_be_so_far_and_a_whole_one_is_not() -> None:
    found = months_of("assessments-in-45", [], day(4, 1), day(5, 30))
    assert [one.so_far for one in found] == [False, True]
    assert [one.month_words for one in found] == ["April 2026", "May 2026 so far (to 30 May 2026)"]
    assert not may("assessments-in-45").so_far


def test_a_first_month_that_is_cut_counts_from_its_day_and_says_so() -> None:
    (found,) = months_of("assessments-in-45", [done(day(5, 14))], day(5, 15), day(5, 31))
    assert found.denominator == 0
    assert found.month_words == "May 2026, from 15 May 2026"
    assert not found.is_whole


def test_what_happened_after_the_month_is_not_yet_known_in_it() -> None:
    in_care = CareEpisode(child="a", id="p", started_on=day(4, 16), entered_on=day(4, 16), start_reason="S")
    held = CareReview(child="a", id="v", held_on=day(6, 3))
    found = months_of("reviews-on-time", [in_care, held], day(5, 1), day(6, 30))
    assert found[0].list[0].done_on is None
    assert found[1].list[0].done_on == day(6, 3)


def test_a_review_that_is_not_held_is_late_again_each_month_until_it_is() -> None:
    in_care = CareEpisode(child="a", id="p", started_on=day(3, 3), entered_on=day(3, 3), start_reason="S")
    held = CareReview(child="a", id="v", held_on=day(7, 1))
    found = months_of("reviews-on-time", [in_care, held], day(4, 1), day(8, 31))
    assert [numbers(one) for one in found] == [(0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 0, 0)]


@pytest.mark.parametrize(("came", "march_late"), [(day(3, 2), 1), (day(3, 3), 0)])
def test_a_review_due_on_the_last_day_of_a_month_is_late_from_the_first_of_the_next(
    came: date, march_late: int
) -> None:
    in_care = CareEpisode(child="a", id="p", started_on=came, entered_on=came, start_reason="S")
    march, april = months_of("reviews-on-time", [in_care], day(3, 1), day(4, 30))
    assert numbers(march) == (0, march_late, 0)
    assert numbers(april) == (0, 1, 0)


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="before the first"):
        months_of("reviews-on-time", [], day(5, 2), day(5, 1))


def test_nothing_counted_gives_no_figure_and_never_a_nought_of_nought() -> None:
    found = may("reviews-on-time")
    assert isinstance(found, MonthFigure)
    assert (found.figure, found.numerator, found.denominator) == (None, 0, 0)
    assert found.list == ()
