"""Shares in Wexmouth lie near England's, widely taken: a believable council, not a model of one."""

from datetime import date

import polars as pl
import pytest

from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.columns import Columns
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.in_care import CareEpisode, LegalStatus, Placement
from holdfast.record.oversight import Note
from holdfast.record.people import Involvement
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT

YEAR, NEXT_YEAR = date(2025, 4, 1), date(2026, 4, 1)


@pytest.fixture(scope="module")
def many() -> Columns:
    return council_columns(3000, seed=1)


@pytest.fixture(scope="module")
def clocks(many: Columns) -> pl.DataFrame:
    return sweep(many, WEXMOUTH_MOMENT, ALL)


def _now(columns: Columns, noun: type[Fact], end: str = "ended_on") -> set[str]:
    return set(columns.of(noun).filter(pl.col(end).is_null())["child"])


def _in_time(clocks: pl.DataFrame, duty: str, year: int | None = None) -> float:
    done = clocks.filter((pl.col("duty") == duty) & pl.col("state").is_in(["met", "met_late"]))
    if year is not None:
        done = done.filter(pl.col("due_on").dt.year() == year)
    return float((done["state"] == "met").sum()) / done.height


def test_children_in_care_are_about_a_fifth_of_children_in_need(many: Columns) -> None:
    need, care = _now(many, Referral, "closed_on"), _now(many, CareEpisode)
    assert 0.15 < len(care) / len(need) < 0.32


def test_protection_plans_are_about_an_eighth_of_children_in_need(many: Columns) -> None:
    need, plans = _now(many, Referral, "closed_on"), _now(many, ProtectionPlan)
    assert 0.08 < len(plans) / len(need) < 0.22


def test_most_children_in_care_are_there_under_a_full_order(many: Columns) -> None:
    open_now = many.of(LegalStatus).filter(pl.col("ended_on").is_null())["status"].value_counts(normalize=True)
    shares = dict(open_now.iter_rows())
    assert max(shares, key=lambda one: shares[one]) == "C2"
    assert 0.1 < shares["V2"] < 0.4


def test_two_thirds_of_children_in_care_live_with_foster_carers(many: Columns) -> None:
    homes = many.of(Placement).filter(pl.col("ended_on").is_null())["type"]
    assert 0.55 < homes.str.starts_with("U").sum() / homes.len() < 0.9
    assert 0.03 < (homes == "K2").sum() / homes.len() < 0.2


def test_about_one_referral_in_fifteen_needs_nothing_further(many: Columns) -> None:
    year = many.of(Referral).filter(pl.col("on").is_between(YEAR, NEXT_YEAR, closed="left"))
    assert 0.02 < year["nfa"].sum() / year.height < 0.12


def test_about_a_quarter_of_new_protection_plans_are_not_the_first(many: Columns) -> None:
    plans = many.of(ProtectionPlan)
    first = plans.group_by("child").agg(pl.col("started_on").min().alias("first"))
    new = plans.filter(pl.col("started_on") >= YEAR).join(first, on="child")
    assert 0.1 < (new["started_on"] > new["first"]).sum() / new.height < 0.4


@pytest.mark.parametrize(
    ("duty", "least", "most"),
    [
        ("as-cfa-45wd", 0.78, 0.95),
        ("cp-icpc-15wd", 0.72, 0.95),
        ("cla-review-n", 0.85, 0.99),
        ("cp-visit", 0.85, 0.99),
        ("cla-visit-yr1", 0.85, 0.99),
        ("wf-case-supervision", 0.85, 0.99),
        ("cl-pathway-review", 0.75, 0.98),
    ],
)
def test_most_was_done_in_time_and_some_was_late(clocks: pl.DataFrame, duty: str, least: float, most: float) -> None:
    assert least < _in_time(clocks, duty) < most


def test_conferences_and_supervision_have_been_getting_better(clocks: pl.DataFrame) -> None:
    for duty in ("cp-icpc-15wd", "wf-case-supervision", "cp-visit"):
        assert _in_time(clocks, duty, 2026) > _in_time(clocks, duty, 2024), duty


def test_caseloads_are_believable(many: Columns) -> None:
    held = many.of(Involvement).filter(pl.col("ended_on").is_null() & (pl.col("role") == "social worker"))
    loads = held.group_by("professional").agg(pl.col("child").n_unique().alias("children"))["children"]
    assert 8 < loads.sum() / loads.len() < 20
    assert (loads > 40).sum() == 0


def test_strengths_are_on_record_beside_troubles(many: Columns) -> None:
    notes = many.of(Note)
    strengths = set(notes.filter(pl.col("kind") == "strength")["child"])
    assert len(strengths & _now(many, Referral, "closed_on")) > len(_now(many, Referral, "closed_on")) / 3
