"""Reasons are sentences: each can be read to the person beside you."""

from datetime import date
from random import Random

import pytest

from holdfast.dates import Days, Limit, WorkingDays, end_of, parse_moment
from holdfast.duties.clock import LATEST, UNSURE, after_words, before_words
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.explain import because, count_in_words
from holdfast.duties.monday import line_of_clock
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.record.unseen import MissingEpisode
from tests.duties.examples import CHILD, ENGINES
from tests.duties.examples_home import in_need
from tests.invented_records import invented


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (1, "hours", "1 hour"), (47, "hours", "47 hours"), (48, "hours", "48 hours"),
        (49, "hours", "2 days and 1 hour"), (72, "hours", "3 days"), (309, "hours", "12 days and 21 hours"),
        (309, "days", "309 days"), (1, "working days", "1 working day"), (60, "working days", "60 working days"),
    ],
)  # fmt: skip
def test_hours_over_forty_eight_are_said_in_days_and_hours(number: int, unit: str, said: str) -> None:
    assert count_in_words(number, unit) == said


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())
def test_an_interview_long_overdue_is_told_in_days_and_still_counted_in_hours(engine) -> None:
    gone = MissingEpisode(
        child=CHILD, id="m", started_on=date(2026, 5, 20), returned_on=date(2026, 5, 20),
        returned_at=parse_moment("2026-05-20T08:00"),
    )  # fmt: skip
    (clock,) = engine((gone,), parse_moment("2026-06-05T05:30"), BY_CODE["ms-rhi-72h"])
    assert (clock.state, clock.days, clock.unit) == ("overdue", -309, "hours")
    assert "It is 12 days and 21 hours late." in because(BY_CODE["ms-rhi-72h"], clock, WEXMOUTH)
    assert "12 days and 21 hours ago" in line_of_clock(BY_CODE["ms-rhi-72h"], clock, WEXMOUTH).words
    (early,) = engine((gone,), parse_moment("2026-05-20T09:00"), BY_CODE["ms-rhi-72h"])
    assert "There are 2 days and 23 hours left." in because(BY_CODE["ms-rhi-72h"], early, WEXMOUTH)


@pytest.mark.parametrize("limit", [None, WorkingDays(20), WorkingDays(21), Days(45)])
def test_a_changed_limit_is_said_once_and_without_the_shipped_number(limit: Limit | None) -> None:
    settings = Settings(limits={"cin-visit": limit} if limit else {})
    columns = ENGINES["one at a time"](
        in_need(date(2026, 3, 2)), end_of(date(2026, 3, 4)), BY_CODE["cin-visit"], settings=settings
    )
    told = " ".join(because(BY_CODE["cin-visit"], columns[0], settings))
    shipped = limit in (None, WorkingDays(20))
    assert ("every 20 working days" in told) is shipped
    if not shipped:
        assert limit is not None
        assert f"The council's own limit is {limit.phrase}, so it is due by" in told
        assert told.count(limit.words) == 1
        assert " 20 " not in told


def test_no_reason_says_two_prepositions_before_its_day_or_misses_half_a_sentence() -> None:
    for seed in range(10):
        for clock in clocks_from(sweep(invented(Random(seed), whole=True), end_of(date(2026, 6, 1)), ALL)):
            told = " ".join(because(BY_CODE[clock.duty], clock, WEXMOUTH))
            assert " for on " not in told
            assert "so whether" not in told


def test_what_is_missing_is_the_name_of_a_thing_or_a_whether_so_that_missing_fits_before_it() -> None:
    named = [LATEST, UNSURE, before_words(date(2025, 4, 1)), before_words(date.max), after_words(date(2026, 3, 31))]
    named += [way.cannot for one in ALL for way in one.ways if way.cannot]
    for words in named:
        assert words.startswith(("the ", "a ", "what ", "evidence ", "earlier ", "whether ")), words
        assert not words.endswith(".")
    assert before_words(date(2025, 4, 1)) == "what was done before 1 April 2025, where this file begins"
    assert "9999" not in before_words(date.max)
