"""The public sample workbook reads, and what it cannot show is never said to be met."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from holdfast.dates import end_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.exchange.reading import read_extract

SAMPLE = "annex_a/Annex_A_2024_Jan.xlsx"
OF_ITS_OWN_DATES = {"ad-a2-threshold", "as-cfa-45wd-start", "cp-icpc-15wd"}
"""Duties whose start and completion both stand in one row."""


def test_every_list_of_the_sample_is_known_and_every_column_that_facts_are_made_of(
    samples: Callable[[str], Path],
) -> None:
    found = read_extract(samples(SAMPLE))
    assert sorted(int(one.table.removeprefix("List ")) for one in found.tables) == list(range(1, 12))
    assert [one for one in found.problems if one.row is None] == []
    assert found.not_read == ()


def test_the_failed_formulas_of_the_sample_are_problems(samples: Callable[[str], Path]) -> None:
    failed = [one for one in read_extract(samples(SAMPLE)).problems if one.value == "#N/A"]
    assert {one.table for one in failed} == {"List 6"}
    assert len(failed) == 10


def test_nothing_of_the_sample_is_met_but_by_a_day_that_stands_there(samples: Callable[[str], Path]) -> None:
    swept = sweep(read_extract(samples(SAMPLE)).columns, end_of(date(2021, 3, 16)), ALL)
    met = swept.filter(pl.col("state").is_in(["met", "met_late"]) & ~pl.col("duty").is_in(OF_ITS_OWN_DATES))
    assert met.select("duty", "state").rows() == [("cp-review-first", "met")]
    assert swept.filter(pl.col("duty") == "cin-visit").group_by("state").len().height >= 3
