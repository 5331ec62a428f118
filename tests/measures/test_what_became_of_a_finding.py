"""The state of a finding follows from twelve months by one rule; every threshold is tried from both sides."""

from typing import Any

import pytest

from holdfast.measures.promise import ClaimWord
from holdfast.measures.trend import RULE_WORDS, MonthTold, Target, state_of

OF = 100


def share(*months: tuple[int, int] | int | None) -> list[MonthTold]:
    """Months of a share: (yes, of), so many of a hundred, or None where nobody can say."""
    told = [(one, OF) if isinstance(one, int) else one for one in months]
    return [
        MonthTold(month=str(number), yes=one[0] if one else None, of=one[1] if one else None)
        for number, one in enumerate(told)
    ]


def count(*months: int | None) -> list[MonthTold]:
    """Months of a count."""
    return [MonthTold(month=str(number), yes=one) for number, one in enumerate(months)]


SIX = (80, 80, 80)


@pytest.mark.parametrize(("lately", "state"), [(82, "flat"), (83, "improving"), (78, "flat"), (77, "slipping")])
def test_a_share_moves_only_by_more_than_two_points(lately: int, state: str) -> None:
    assert state_of(share(*SIX, lately, lately, lately), "up", None).state == state


def test_a_fall_is_an_improvement_where_less_is_better() -> None:
    assert state_of(share(*SIX, 77, 77, 77), "down", None).state == "improving"
    assert state_of(share(*SIX, 83, 83, 83), "down", None).state == "slipping"


def test_a_share_of_few_children_moves_only_by_more_than_one_child_would_make() -> None:
    before = [(8, 10), (8, 10), (8, 10)]
    one_more, two_more = [(9, 10), (8, 10), (8, 10)], [(9, 10), (9, 10), (8, 10)]
    assert state_of(share(*before, *one_more), "up", None).state == "flat"
    assert state_of(share(*before, *two_more), "up", None).state == "improving"


@pytest.mark.parametrize(("lately", "state"), [((5, 5, 5), "flat"), ((5, 5, 6), "slipping"), ((3, 3, 3), "flat"),
                                               ((3, 3, 2), "improving")])  # fmt: skip
def test_a_count_moves_only_by_more_than_one_child_a_month(lately: tuple[int, ...], state: str) -> None:
    assert state_of(count(4, 4, 4, *lately), "down", None).state == state


def test_the_months_in_a_row_are_counted_from_the_last() -> None:
    steady = state_of(share(50, 50, 50, 60, 70, 80, 90, 95, 98), "up", None)
    assert (steady.state, steady.months) == ("improving", 4)
    assert steady.title == "Improving for 4 months"
    broken = state_of(share(50, 60, 70, 80, 50, 50, 50, 70, 90), "up", None)
    assert (broken.state, broken.months) == ("improving", 1)
    assert broken.title == "Improving for 1 month"


def test_an_improvement_has_lasted_from_six_months_on() -> None:
    rising = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99]
    assert state_of(share(*rising), "up", None).plain.endswith("It has lasted.")
    assert state_of(share(*rising[:10]), "up", None).plain.endswith("Not yet 6 months.")


RISING = [81, 83, 85, 87, 89]


@pytest.mark.parametrize("claim", ["on track", "done"])
def test_three_flat_months_raise_the_alarm_and_two_do_not(claim: ClaimWord) -> None:
    three = state_of(share(*RISING, 89, 89, 89), "up", claim)
    assert (three.state, three.asked_about) == ("says on track, data flat", True)
    two = state_of(share(*RISING, 89, 89), "up", claim)
    assert (two.state, two.asked_about) == ("improving", False)


@pytest.mark.parametrize(("lately", "state"), [((0, 0, 1), "flat"), ((0, 1, 1), "flat"),
                                               ((1, 1, 1), "says on track, data flat")])  # fmt: skip
def test_after_a_year_that_was_good_enough_only_the_third_month_end_that_is_not_raises_the_alarm(
    lately: tuple[int, ...], state: str
) -> None:
    aim = Target(figure=0, whose="the council's own aim")
    assert state_of(count(*[0] * 9, *lately), "down", "done", aim).state == state


@pytest.mark.parametrize(("claim", "title"), [("done", "Says done, data flat"), ("behind", "Flat"), (None, "Flat")])
def test_only_a_plan_that_says_on_track_or_done_can_say_something_else_than_the_record(claim, title: str) -> None:
    assert state_of(share(*[80] * 9), "up", claim).title == title


def test_what_gets_worse_while_the_plan_says_on_track_is_told_as_worse_and_not_as_flat() -> None:
    falling = state_of(share(90, 90, 90, 80, 70, 60, 50, 40), "up", "on track")
    assert (falling.state, falling.title) == ("says on track, data worse", "Says on track, data worse")
    assert falling.words.endswith("The plan says on track. Worse at the end of 3 months in a row.")
    assert state_of(share(*[80] * 9), "up", "on track").title == "Says on track, data flat"


def test_a_month_end_that_was_flat_is_not_counted_as_worse() -> None:
    months = count(2, 2, 2, 2, 2, 2, 4, 4, 4)
    stalled = state_of(months, "down", "done")
    assert (stalled.state, stalled.months) == ("says on track, data worse", 2)
    assert stalled.plain == "The plan says done. Worse at the end of 2 months in a row."


def test_worse_is_the_same_number_of_months_whatever_the_plan_says() -> None:
    months = count(0, 0, 0, 0, 0, 1, 3, 3, 3, 4, 5, 5)
    asked, unasked = state_of(months, "down", "on track"), state_of(months, "down", None)
    assert (asked.state, unasked.state) == ("says on track, data worse", "slipping")
    assert asked.months == unasked.months == 6
    assert unasked.plain in asked.plain


@pytest.mark.parametrize(("aim", "state"), [(88, "slipping"), (89, "says on track, data worse")])
def test_a_plan_is_asked_about_what_gets_worse_unless_it_was_good_enough_lately(aim: int, state: str) -> None:
    """At the month-end before the last two the three months together came to 88."""
    months = [91, 91, 91, 91, 91, 82, 70, 70]
    assert state_of(share(*months), "up", "on track", Target(figure=aim, whose="England")).state == state


def test_worse_for_one_month_is_not_in_a_row() -> None:
    assert state_of(share(*SIX, 77, 77, 77), "up", None).plain == "Worse at the end of 1 month."


@pytest.mark.parametrize(("figure", "state", "met"), [(1, "flat", False), (0, "holding", True)])
def test_flat_beside_an_aim_says_that_the_aim_is_not_met(figure: int, state: str, met: bool) -> None:
    trend = state_of(count(*[figure] * 9), "down", "behind", Target(figure=0, whose="the council's own aim"))
    assert trend.state == state
    assert ("The aim is not met." in trend.plain) is not met


@pytest.mark.parametrize(
    ("ones", "claim", "said"),
    [
        (1, "done", "Not good enough at 1 month-end so far: 3 in a row raise the stall alarm."),
        (2, "on track", "Not good enough at 2 month-ends so far: 3 in a row raise the stall alarm."),
        (3, "done", ""), (0, "done", ""), (1, "behind", ""), (1, None, ""),
    ],
)  # fmt: skip
def test_what_is_claimed_and_not_good_enough_says_why_it_raises_no_alarm(ones: int, claim: Any, said: str) -> None:
    """Nought is good enough; with three there is the alarm itself, and without a claim nothing to be asked about."""
    trend = state_of(count(*[0] * 8, *[1] * ones), "down", claim, Target(figure=0, whose="the council's own aim"))
    assert trend.asked_about is (ones == 3)
    assert ("so far" in trend.plain) is bool(said)
    assert trend.plain.endswith(said)


def test_what_gets_worse_and_was_good_enough_lately_says_why_it_raises_no_alarm() -> None:
    months = share(91, 91, 91, 91, 91, 82, 70, 70)
    slipping = state_of(months, "up", "on track", Target(figure=88, whose="England"))
    assert slipping.plain == (
        "Worse at the end of 3 months in a row. Not good enough at 2 month-ends so far: "
        "3 in a row raise the stall alarm."
    )


def test_flat_below_england_says_so_and_calls_it_no_aim() -> None:
    plain = state_of(share(*[80] * 9), "up", None, Target(figure=85, whose="England, year to 31 March 2025")).plain
    assert plain.endswith("Not as good as England.")
    assert "aim" not in plain
    assert state_of(share(*[80] * 9), "up", None).plain.endswith("than chance would make.")


def test_holding_says_as_good_as_what_it_is() -> None:
    target = Target(figure=80, whose="England, year to 31 March 2025")
    assert state_of(share(*[80] * 9), "up", None, target).plain == "Steady, and at least as good as England."
    assert state_of(count(*[0] * 9), "down", None).plain == "Steady at nought."


@pytest.mark.parametrize(("figure", "state"), [(80, "holding"), (81, "says on track, data flat")])
def test_what_is_good_enough_already_is_not_asked_to_get_better(figure: int, state: str) -> None:
    target = Target(figure=figure, whose="England")
    assert state_of(share(*[80] * 9), "up", "on track", target).state == state


def test_holding_turns_with_the_direction_that_is_good() -> None:
    target = Target(figure=20, whose="the council's own aim")
    assert state_of(share(*[20] * 9), "down", None, target).state == "holding"
    assert state_of(share(*[21] * 9), "down", None, target).state == "flat"


def test_nought_cannot_be_asked_to_become_less() -> None:
    assert state_of(count(*[0] * 9), "down", "done").state == "holding"
    assert state_of(count(*[1] * 9), "down", "done").state == "says on track, data flat"


def test_five_months_cannot_say_and_six_can() -> None:
    assert state_of(share(*[80] * 5), "up", "on track").state == "cannot say"
    assert state_of(share(*[80] * 6), "up", None).state == "flat"


def test_three_months_in_which_nobody_counted_cannot_say() -> None:
    assert state_of(share(*SIX, (0, 0), (0, 0), (0, 0)), "up", None).state == "cannot say"
    assert state_of(share(*SIX, (0, 0), None, (8, 10)), "up", None).state == "flat"


def test_a_count_with_a_month_that_nobody_can_tell_cannot_say() -> None:
    assert state_of(count(4, 4, 4, 4, None, 4), "down", None).state == "cannot say"


def test_what_leaves_the_service_has_no_figure_in_its_words() -> None:
    trend = state_of(share(*[80] * 9), "up", None, Target(figure=85, whose="England"))
    assert "80%" in trend.words
    assert "85%" in trend.words
    assert "%" not in trend.plain


def test_the_rule_on_the_page_says_its_own_numbers() -> None:
    for number in ("last 3 months", "2 points", "3 month-ends", "data worse"):
        assert number in RULE_WORDS
