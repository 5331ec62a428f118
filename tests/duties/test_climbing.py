"""A decision that was not made climbs by itself: to whom, and from which day, from the lines of the list alone."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.duties.climb import Climb, climbs_of
from holdfast.duties.monday import MondayLine
from holdfast.duties.settings import WEXMOUTH

NO_CHANGE = MondayLine(
    child="1", code="no-change-decision", standing="drift", title="", words="", asks="", closes="",
    since=date(2025, 12, 2), due_on=date(2025, 12, 16), days=0, unit="working days left",
)  # fmt: skip
LONG = replace(NO_CHANGE, code="protection-plan-long", due_on=date(2026, 3, 10), days=18, unit="months on a plan")
HEAD = Climb(role="head of service", since=date(2025, 12, 17))
DIRECTOR = Climb(role="director", since=date(2026, 3, 10))


@pytest.mark.parametrize(("day", "climbed"), [(date(2025, 12, 16), ()), (date(2025, 12, 17), (HEAD,))])
def test_it_is_the_head_of_services_from_the_day_after_the_day_for_the_decision(
    day: date, climbed: tuple[Climb, ...]
) -> None:
    assert climbs_of([NO_CHANGE], day, WEXMOUTH) == climbed


@pytest.mark.parametrize(("months", "climbed"), [(17, ()), (18, (DIRECTOR,))])
def test_it_is_the_directors_from_the_senior_mark_of_a_long_plan(months: int, climbed: tuple[Climb, ...]) -> None:
    assert climbs_of([replace(LONG, days=months)], date(2026, 3, 10), WEXMOUTH) == climbed


def test_the_mark_is_the_councils_own() -> None:
    later = replace(WEXMOUTH, thresholds={**WEXMOUTH.thresholds, "protection-plan-months-senior": 20})
    assert climbs_of([LONG], date(2026, 3, 10), later) == ()


def test_the_steps_come_in_their_order_and_no_other_line_climbs() -> None:
    other = replace(NO_CHANGE, code="no-change-twice")
    assert climbs_of([LONG, other, NO_CHANGE], date(2026, 3, 10), WEXMOUTH) == (HEAD, DIRECTOR)
    assert climbs_of([other, replace(NO_CHANGE, due_on=None)], date(2026, 3, 10), WEXMOUTH) == ()
