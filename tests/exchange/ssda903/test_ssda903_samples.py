"""The public samples: all five years together, the one-year set, and the XML are read, and said of sensibly."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import clocks_of
from holdfast.duties.columns.sweep import clocks_from
from holdfast.duties.register import ALL
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.columns import every_child
from holdfast.record.in_care import CareEpisode, CareReview
from tests.exchange.ssda903.small_return import swept

LAST_DAY = date(2022, 3, 31)
ANSWERED = {"cla-review-1", "cla-review-2", "cla-review-n", "ad-a10-threshold"}


@pytest.fixture(scope="module")
def five_years(samples: Callable[[str], Path]) -> Extract:
    return read_extract(samples("returns_903"))


def _kinds(extract: Extract) -> Counter[str]:
    """How often each thing was said, without the numbers and codes in it."""
    return Counter(re.sub(r"\d[\d-]*|\b[A-Z][A-Z0-9_]+\b", "#", one.reason)[:60] for one in extract.problems)


def test_all_five_years_are_read_together_each_under_its_own_year(five_years: Extract) -> None:
    years = {one.file[:4]: one.words[-4:] for one in five_years.tables}
    assert years == {"2017": "2018", "2018": "2019", "2019": "2020", "2020": "2021", "2021": "2022"}
    assert five_years.columns.held.known_from[CareReview] == date(2017, 4, 1)
    assert len(five_years.tables) == 40
    assert len(five_years.columns.children()) == 820


def test_every_episode_is_read_once_or_is_a_short_break_that_is_named(five_years: Extract) -> None:
    found = five_years.columns.of(CareEpisode)
    assert found.select("child", "started_on").is_duplicated().sum() == 0
    assert found.height == 2643


def test_what_is_said_of_the_five_years_is_what_is_wrong_with_them(five_years: Extract) -> None:
    kinds = _kinds(five_years)
    assert sum(kinds.values()) == 186
    assert len(kinds) == 8


def test_nothing_is_said_to_be_met_or_late_that_the_return_cannot_show(five_years: Extract) -> None:
    found = swept(five_years, LAST_DAY)
    assert set(found.filter(pl.col("state") != "cannot_say")["duty"]) == ANSWERED
    assert {"cla-visit-first", "cla-iha", "cla-care-plan", "ms-rhi-72h"} <= set(found["duty"])


def test_no_child_who_came_into_care_before_the_first_year_is_late_for_a_first_review(five_years: Extract) -> None:
    found = swept(five_years, LAST_DAY, "cla-review-1").filter(pl.col("started_on") < date(2017, 4, 1))
    assert found.height > 100
    assert set(found["state"]) == {"cannot_say"}


def test_both_engines_say_the_same_of_the_five_years(five_years: Extract) -> None:
    part = five_years.columns.only(five_years.columns.children()[::25])
    alone = [
        clock
        for child in every_child(part)
        for asked in ALL
        for clock in clocks_of(asked, Standing(child, end_of(LAST_DAY)), WEXMOUTH)
    ]
    together = clocks_from(swept(Extract(kind="", columns=part), LAST_DAY))
    assert len(alone) > 300
    assert sorted(map(str, alone)) == sorted(map(str, together))


def test_the_one_year_set_with_its_xml_is_read_as_one_year(samples: Callable[[str], Path]) -> None:
    extract = read_extract(samples("returns_903") / "one_year_random")
    assert {one.words[-4:] for one in extract.tables} == {"2018"}
    assert {one.file for one in extract.tables} >= {"fake_903.xml", "episodes.csv", "DoLo.csv"}
    assert len(extract.columns.children()) == 2929


def test_the_xml_alone_is_read(samples: Callable[[str], Path]) -> None:
    extract = read_extract(samples("returns_903/one_year_random/fake_903.xml"))
    assert len(extract.columns.children()) == 253
    assert extract.columns.of(CareReview).height == 1206
