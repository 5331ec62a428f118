"""A whole record written as the eleven lists and read back says what the record says, and nothing that it does not."""

from datetime import date
from pathlib import Path
from random import Random

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from holdfast.dates import end_of
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.exchange.annex_a.lists import LISTS, written_columns
from holdfast.exchange.annex_a.writing import write_annex_a
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.child_protection import ProtectionPlan, ProtectionReview
from holdfast.record.columns import Columns, columns_from
from holdfast.record.front_door import Contact, Referral
from holdfast.record.in_care import CareEpisode, CareReview, CareVisit, Permanence
from holdfast.record.people import Person, Professional
from holdfast.wexmouth.stories import story_facts

DAY = date(2026, 6, 1)
KEY = ["child", "duty", "started_on"]
RELATIVES = ("WX-S07-1", "WX-S07-2")
"""Children with relatives approved for a time. No list says so, so their visits are counted as in any placement."""


@pytest.fixture(scope="module")
def record() -> Columns:
    return columns_from(story_facts())


@pytest.fixture(scope="module")
def read_back(record: Columns, tmp_path_factory: pytest.TempPathFactory) -> Extract:
    path = tmp_path_factory.mktemp("annex_a") / "wexmouth.xlsx"
    write_annex_a(record, path, DAY)
    return read_extract(path)


def test_the_workbook_has_the_eleven_lists_under_the_inspectorates_headers(record: Columns, tmp_path: Path) -> None:
    write_annex_a(record, tmp_path / "lists.xlsx", DAY)
    book = CalamineWorkbook.from_path(tmp_path / "lists.xlsx")
    assert book.sheet_names == [f"List {number}" for number in LISTS]
    for number in LISTS:
        top = book.get_sheet_by_name(f"List {number}").to_python(nrows=1)[0]
        assert top == [one.header for one in written_columns(number)]


def test_nothing_of_what_was_written_is_a_problem_but_a_birth_date_that_the_record_lacks(read_back: Extract) -> None:
    assert ["WX-S12-1" in one.reason for one in read_back.problems] == [True]


def test_every_birth_date_agrees(record: Columns, read_back: Extract) -> None:
    told = record.of(Person).select("child", "born_on")
    ours = read_back.columns.of(Person).select("child", "born_on")
    assert ours.height > 20
    assert ours.join(told, on=["child", "born_on"], how="anti", nulls_equal=True).height == 0


@pytest.mark.parametrize(
    ("noun", "fields"),
    [
        (Contact, ("on", "source")), (Referral, ("on", "source", "nfa", "closed_on")),
        (ProtectionPlan, ("started_on", "ended_on", "first_category")), (ProtectionReview, ("held_on",)),
        (CareReview, ("held_on",)), (CareVisit, ("on", "seen")), (CareEpisode, ("entered_on", "need")),
        (Permanence, ("decided_on", "ordered_on", "matched_on")),
    ],
)  # fmt: skip
def test_every_fact_read_back_is_a_fact_of_the_record(
    record: Columns, read_back: Extract, noun: type, fields: tuple[str, ...]
) -> None:
    ours = read_back.columns.of(noun).select("child", *fields)
    told = record.as_at(end_of(DAY)).of(noun).select("child", *fields)
    assert ours.height > 0
    assert ours.join(told, on=ours.columns, how="anti", nulls_equal=True).rows() == []


def test_every_clock_that_the_lists_can_answer_is_answered_as_from_the_whole_record(
    record: Columns, read_back: Extract
) -> None:
    ours, whole = (sweep(one, end_of(DAY), ALL) for one in (read_back.columns, record))
    answered = ours.filter((pl.col("state") != "cannot_say") & ~pl.col("child").is_in(RELATIVES))
    assert answered.height > 80
    same = [*KEY, "due_on", "state"]
    assert answered.select(same).join(whole.select(same), on=same, how="anti", nulls_equal=True).rows() == []


def test_what_is_overdue_on_record_is_never_met_in_the_lists(record: Columns, read_back: Extract) -> None:
    ours, whole = (sweep(one, end_of(DAY), ALL) for one in (read_back.columns, record))
    late = whole.filter(pl.col("state") == "overdue")
    assert late.height > 0
    told = ours.join(late.select(KEY), on=KEY, how="inner")
    assert told.height > 0
    assert set(told["state"].to_list()) <= {"overdue", "cannot_say"}


def test_the_one_to_ask_is_the_same_by_name(record: Columns, read_back: Extract) -> None:
    ours, whole = (owners_of(StandingColumns(one, end_of(DAY))) for one in (read_back.columns, record))
    names = dict(record.of(Professional).select("child", "name").iter_rows())
    told = {child: names[worker] for child, worker in whole.select("child", "worker").iter_rows()}
    asked = dict(ours.select("child", "worker").iter_rows())
    assert len(asked) > 15
    assert asked == {child: told[child] for child in asked}


def test_the_same_record_gives_the_same_bytes_in_whatever_order_its_rows_stand(record: Columns, tmp_path: Path) -> None:
    facts = list(story_facts())
    Random(7).shuffle(facts)
    write_annex_a(record, tmp_path / "one.xlsx", DAY)
    write_annex_a(columns_from(facts), tmp_path / "two.xlsx", DAY)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize(("on", "rows"), [(date(2025, 11, 30), 0), (date(2025, 12, 1), 1), (date(2026, 6, 2), 0)])
def test_a_list_looks_back_six_months_and_not_ahead(tmp_path: Path, on: date, rows: int) -> None:
    facts = columns_from([Person(child="7", born_on=date(2015, 2, 28)), Contact(child="7", on=on)])
    write_annex_a(facts, tmp_path / "lists.xlsx", DAY)
    found = CalamineWorkbook.from_path(tmp_path / "lists.xlsx").get_sheet_by_name("List 1").to_python()
    assert len(found) == 1 + rows


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@home", "'=quoted"])
def test_text_that_a_spreadsheet_would_run_is_marked_and_read_back_as_it_was(tmp_path: Path, text: str) -> None:
    facts = [Person(child="7", born_on=date(2015, 2, 28)), Contact(child="7", on=DAY, source_words=text)]
    write_annex_a(columns_from(facts), tmp_path / "lists.xlsx", DAY)
    [_, row] = CalamineWorkbook.from_path(tmp_path / "lists.xlsx").get_sheet_by_name("List 1").to_python()
    assert row[-1] == f"'{text}"
    assert read_extract(tmp_path / "lists.xlsx").columns.of(Contact)["source_words"].to_list() == [text]
