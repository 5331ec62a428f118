"""The census that we write: valid against the public schema, chosen by the year, and read back as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import polars as pl
import pytest
from lxml import etree

from holdfast.dates import end_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.exchange.cin.writing import write_cin
from holdfast.exchange.reading import read_extract
from holdfast.exchange.safe_xml import elements
from holdfast.record.child_protection import Application, Conference, Enquiry, PreProceedings, ProtectionPlan
from holdfast.record.child_protection import ProtectionReview as Review
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.people import Disability, Person
from holdfast.wexmouth.stories import story_facts
from tests.invented_records import invented

YEAR_END = end_of(date(2026, 3, 31))
PERSON = Person(child="7", born_on=date(2015, 2, 28), sex="F", ethnicity="ABAN")
OPEN = Referral(child="7", id="r", on=date(2025, 9, 1), source="6", need="N1", nfa=False)


def _again(folder: Path, *facts: Fact, year: int = 2026) -> Columns:
    write_cin(columns_from([PERSON, *facts]), folder / "own.xml", year)
    return read_extract(folder / "own.xml").columns


def _is_in(folder: Path, *facts: Fact, year: int = 2026) -> bool:
    write_cin(columns_from([PERSON, *facts]), folder / "own.xml", year)
    return any(True for _ in elements(folder / "own.xml", "Child"))


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_stories_census_is_valid_against_the_public_schema(
    year: int, samples: Callable[[str], Path], tmp_path: Path
) -> None:
    schema = etree.XMLSchema(file=str(samples("cin_census/CIN_schema_2026.xsd")))
    write_cin(columns_from(story_facts()), tmp_path / "own.xml", year)
    schema.assertValid(next(elements(tmp_path / "own.xml", "Message")))


@pytest.mark.parametrize("seed", range(8))
def test_any_records_census_is_valid_against_the_public_schema(
    seed: int, samples: Callable[[str], Path], tmp_path: Path
) -> None:
    schema = etree.XMLSchema(file=str(samples("cin_census/CIN_schema_2026.xsd")))
    write_cin(invented(Random(seed), 12, whole=True), tmp_path / "own.xml", 2026)
    schema.assertValid(next(elements(tmp_path / "own.xml", "Message")))


def test_the_same_record_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    facts = list(story_facts())
    write_cin(columns_from(facts), tmp_path / "a.xml", 2026)
    Random(7).shuffle(facts)
    write_cin(columns_from(facts), tmp_path / "b.xml", 2026)
    assert (tmp_path / "a.xml").read_bytes() == (tmp_path / "b.xml").read_bytes()


ANSWERED = ("as-cfa-45wd-start", "cp-icpc-15wd", "cp-review-first", "cp-review-next", "cp-plan-duration-flag")


def test_the_stories_answers_are_the_same_from_their_census(tmp_path: Path) -> None:
    """For every occurrence that the census can hold, what was due, when it was met and how it stands."""
    whole = columns_from(story_facts())
    write_cin(whole, tmp_path / "own.xml", 2026)
    told = read_extract(tmp_path / "own.xml").columns
    asked = [one for one in ALL if one.code in ANSWERED]
    names = ["child", "duty", "started_on", "due_on", "met_on", "state"]
    ours = sweep(whole.only(told.children()), YEAR_END, asked).select(names)
    theirs = sweep(told, YEAR_END, asked).select(names)
    assert theirs.height > 20
    assert theirs.join(ours, on=names, how="anti", nulls_equal=True).is_empty()
    later = ours.filter(pl.col("started_on") >= date(2025, 4, 1))
    assert later.join(theirs, on=names, how="anti", nulls_equal=True).is_empty()


def test_nothing_in_the_census_is_later_than_its_reference_date(tmp_path: Path) -> None:
    write_cin(columns_from(story_facts()), tmp_path / "own.xml", 2026)
    columns = read_extract(tmp_path / "own.xml").columns
    for frame in columns.frames.values():
        for name in frame.columns:
            if frame[name].dtype == pl.Date and name not in ("target_on", "expected_on"):
                assert frame.filter(pl.col(name) > date(2026, 3, 31)).is_empty()


@pytest.mark.parametrize(
    ("referral", "is_in"),
    [
        (replace(OPEN, on=date(2026, 3, 31)), True),
        (replace(OPEN, on=date(2026, 4, 1)), False),
        (replace(OPEN, on=date(2024, 1, 1), closed_on=date(2025, 4, 1)), True),
        (replace(OPEN, on=date(2024, 1, 1), closed_on=date(2025, 3, 31)), False),
        (replace(OPEN, on=date(2025, 4, 1), nfa=True), True),
        (replace(OPEN, on=date(2025, 3, 31), nfa=True), False),
        (replace(OPEN, on=date(2020, 1, 1)), True),
    ],
)
def test_a_child_is_in_the_census_of_the_years_her_episode_was_open(
    referral: Referral, is_in: bool, tmp_path: Path
) -> None:
    assert _is_in(tmp_path, referral) is is_in


@pytest.mark.parametrize(("day", "rows"), [(date(2025, 4, 1), 1), (date(2025, 3, 31), 0)])
def test_what_was_over_before_the_year_is_left_out(day: date, rows: int, tmp_path: Path) -> None:
    referral = replace(OPEN, on=date(2024, 6, 3))
    columns = _again(
        tmp_path, referral,
        Assessment(child="7", id="a", referral="r", started_on=date(2024, 6, 4), authorised_on=day),
        InNeedPlan(child="7", id="p", referral="r", started_on=date(2024, 8, 1), ended_on=day),
        ProtectionPlan(child="7", id="c", referral="r", started_on=date(2024, 8, 2), ended_on=day),
        Enquiry(child="7", id="e", referral="r", started_on=day, ended_on=date(2025, 4, 9), nfa=True),
    )  # fmt: skip
    for noun in (Assessment, InNeedPlan, ProtectionPlan, Enquiry):
        assert columns.of(noun).height == rows, noun


def test_an_enquiry_tells_its_conference_and_one_without_a_need_says_so(tmp_path: Path) -> None:
    columns = _again(
        tmp_path, OPEN,
        Enquiry(child="7", id="e1", referral="r", started_on=date(2025, 9, 2), ended_on=date(2025, 9, 20), nfa=True),
        Enquiry(child="7", id="e2", referral="r", started_on=date(2025, 11, 3), outcome="CP_CONFERENCE_FLAG"),
        Conference(child="7", id="k", enquiry="e2", referral="r", held_on=date(2025, 11, 20)),
        Conference(child="7", id="t", transfer_in=True, held_on=date(2025, 12, 1)),
    )  # fmt: skip
    enquiries = {one.started_on: one for one in columns.child("7").of(Enquiry)}
    assert enquiries[date(2025, 9, 2)].outcome == "ICPC_NOT_REQUIRED"
    assert enquiries[date(2025, 11, 3)].outcome is None
    held = {one.held_on: one.enquiry for one in columns.child("7").of(Conference)}
    assert held == {date(2025, 11, 20): enquiries[date(2025, 11, 3)].id, date(2025, 12, 1): None}


def test_facts_without_a_referral_go_with_the_last_one_received(tmp_path: Path) -> None:
    first = replace(OPEN, id="r1", on=date(2025, 5, 1), closed_on=date(2025, 6, 30))
    columns = _again(tmp_path, first, OPEN, Assessment(child="7", id="a", started_on=date(2025, 9, 1)))
    assert columns.of(Assessment)["referral"].to_list() == ["7-referral-2"]


def test_reviews_go_with_their_plan_and_one_that_was_not_quorate_is_none(tmp_path: Path) -> None:
    columns = _again(
        tmp_path, OPEN,
        ProtectionPlan(child="7", id="c", referral="r", started_on=date(2025, 9, 20), first_category="NEG"),
        Review(child="7", id="1", plan="c", held_on=date(2025, 12, 15)),
        Review(child="7", id="2", plan="c", held_on=date(2025, 12, 1), quorate=False),
        Review(child="7", id="3", held_on=date(2026, 3, 2)),
    )  # fmt: skip
    assert columns.of(Review)["held_on"].to_list() == [date(2025, 12, 15), date(2026, 3, 2)]


def test_codes_that_are_not_the_censuss_own_are_written_as_not_known(tmp_path: Path) -> None:
    person = replace(PERSON, ethnicity="X", sex=None, upn="none")
    write_cin(columns_from([person, replace(OPEN, source="friend", need="N")]), tmp_path / "own.xml", 2026)
    text = (tmp_path / "own.xml").read_text(encoding="utf-8")
    assert "<Ethnicity>NOBT</Ethnicity>" in text
    assert "<Sex>U</Sex>" in text
    assert "<ReferralSource>10</ReferralSource>" in text
    assert "PrimaryNeedCode" not in text
    assert "<UPN>" not in text


@pytest.mark.parametrize("expected", [date(2026, 4, 9), None])
def test_a_child_born_after_the_reference_date_has_an_expected_day_and_no_birth(
    expected: date | None, tmp_path: Path
) -> None:
    baby = Person(child="8", sex="F", ethnicity="ABAN", born_on=date(2026, 4, 16), expected_on=expected)
    (person,) = _again(tmp_path, baby, replace(OPEN, child="8")).only(["8"]).of(Person).iter_rows(named=True)
    assert (person["born_on"], person["expected_on"]) == (None, expected or date(2026, 4, 16))


def test_a_child_born_on_the_reference_date_has_a_birth(tmp_path: Path) -> None:
    baby = Person(child="8", sex="F", ethnicity="ABAN", born_on=date(2026, 3, 31))
    (person,) = _again(tmp_path, baby, replace(OPEN, child="8")).only(["8"]).of(Person).iter_rows(named=True)
    assert (person["born_on"], person["expected_on"]) == (date(2026, 3, 31), None)


def test_disabilities_are_written_once_each_and_silence_is_not_none(tmp_path: Path) -> None:
    assert not _again(tmp_path, OPEN).held.has(Disability)
    some = [Disability(child="7", id=str(at), code=code) for at, code in enumerate(("LD", "AUT", "LD"))]
    assert _again(tmp_path, OPEN, *some).of(Disability)["code"].to_list() == ["AUT", "LD"]


@pytest.mark.parametrize(("year", "rows"), [(2026, 0), (2027, 1)])
def test_pre_proceedings_are_told_from_the_year_that_asks_for_them(year: int, rows: int, tmp_path: Path) -> None:
    columns = _again(
        tmp_path, OPEN,
        PreProceedings(child="7", id="p", decided_on=date(2026, 3, 2), letter_on=date(2026, 3, 9)),
        Application(child="7", id="a", issued_on=date(2026, 3, 20)),
        year=year,
    )  # fmt: skip
    assert columns.of(PreProceedings).height == rows
    assert columns.of(Application).height == rows
