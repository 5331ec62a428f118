"""Six hundred children: the Monday list names those planted and the stories' own, and nobody else."""

from datetime import datetime

import polars as pl
import pytest

from holdfast.dates import parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.register import ALL
from holdfast.exchange.extract import Extract
from holdfast.record.columns import Columns
from holdfast.record.field import day_fields, happens_on
from holdfast.record.people import Person
from holdfast.record.register import NOT_ABOUT_A_CHILD, NOUNS
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.planted import PLANTED
from holdfast.wexmouth.stories import STORIES
from holdfast.wexmouth.telling import WEXMOUTH_DAY, WEXMOUTH_MOMENT

EXPECTED = {(one.child, one.code) for one in PLANTED} | {line for story in STORIES for line in story.monday}


def _listed(columns: Columns, moment: datetime = WEXMOUTH_MOMENT) -> set[tuple[str, str]]:
    return {(line.child, line.code) for some in monday_lines(columns, moment).values() for line in some}


def test_the_council_has_as_many_children_as_were_asked_for(council: Columns) -> None:
    assert council.of(Person).height == 600
    assert len(council.children()) == 600


def test_the_list_names_the_planted_and_the_stories_own_and_nobody_else(council: Columns) -> None:
    assert _listed(council) == EXPECTED


def test_the_list_is_the_same_from_the_files_that_were_written(read_back: Extract) -> None:
    assert _listed(read_back.columns) == EXPECTED


def test_no_duty_at_all_is_overdue_for_anybody_else(council: Columns) -> None:
    """Also duties that may not alert: they find faults of the generator."""
    overdue = sweep(council, WEXMOUTH_MOMENT, ALL).filter(pl.col("state") == "overdue")
    named = {child for child, _ in EXPECTED}
    assert set(overdue["child"]) - named == set()


def test_no_drift_stands_for_anybody_else(council: Columns) -> None:
    drifts, _ = drift_sweep(council, WEXMOUTH_MOMENT)
    named = {child for child, _ in EXPECTED}
    assert {(one.child, one.code) for one in drifts if one.stands and one.child not in named} == set()


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_another_seed_is_another_council_with_the_same_list(seed: int) -> None:
    columns = council_columns(400, seed=seed)
    assert _listed(columns) == EXPECTED


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(10, 20))
def test_large_councils_have_the_same_list(seed: int) -> None:
    assert _listed(council_columns(6000, seed=seed)) == EXPECTED


def test_things_were_late_in_the_past_and_are_done(council: Columns) -> None:
    clocks = sweep(council, WEXMOUTH_MOMENT, ALL)
    late = clocks.filter(pl.col("state") == "met_late")
    assert {"cp-icpc-15wd", "as-cfa-45wd", "cp-visit", "cla-visit-yr1", "wf-case-supervision"} <= set(late["duty"])


def test_a_fortnight_on_with_nothing_recorded_many_more_are_on_it(council: Columns) -> None:
    """The list would not stay short by itself: it is short because the work is on record."""
    assert len(_listed(council, parse_moment("2026-06-15T08:30"))) > 2 * len(EXPECTED)


def test_nothing_happens_after_wexmouths_day_but_what_a_story_says(council: Columns) -> None:
    for noun in NOUNS:
        day = happens_on(noun)
        if day is None:
            continue
        ahead = council.of(noun).filter((pl.col(day) >= WEXMOUTH_DAY) & ~pl.col("child").str.starts_with("WX-S"))
        assert ahead.height == 0, noun


def test_days_that_lie_ahead_are_booked_days_only(council: Columns) -> None:
    for noun in NOUNS:
        for one in day_fields(noun):
            if one.planned or noun in NOT_ABOUT_A_CHILD:
                continue
            crowd = council.of(noun).filter(~pl.col("child").str.starts_with("WX-S"))
            assert crowd.filter(pl.col(one.name) >= WEXMOUTH_DAY).height == 0, (noun, one.name)
