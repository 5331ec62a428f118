"""Cells of text become days, times, yes or no, numbers and ids; what cannot be read is blank and is told."""

from datetime import date

import polars as pl
import pytest

from holdfast.dates import parse_moment
from holdfast.exchange.problems import Problem
from holdfast.exchange.values import Cells, days, flags, ids, numbers, of_kind, times, words


def cells(*text: str | None) -> Cells:
    return Cells(
        file="f.csv", table="ssd_x", column="x", rows=pl.Series(range(2, len(text) + 2), dtype=pl.Int64),
        text=pl.Series(text, dtype=pl.String),
    )  # fmt: skip


DAYS = {
    "2026-06-01": "ISO", "01/06/2026": "British", "1/6/2026": "British without noughts",
    "2026-06-01T00:00:00": "midnight",
    "2026-06-01 00:00:00.000": "a database's midnight", "01/06/2026 14:05": "British with a time",
    "2026-06-01T14:05:09": "with a time", "20260601": "without dashes", "1 June 2026": "in words",
    "01-Jun-2026": "a month in letters", "June 1, 2026": "the month first, in letters", "01.06.2026": "with dots",
    "2026-06-01T08:30:00Z": "with an offset", "2026/06/01": "with slashes, the year first",
}  # fmt: skip


@pytest.mark.parametrize("cell", DAYS, ids=DAYS.values())
def test_a_day_is_read_however_it_is_written(cell: str) -> None:
    read = days(cells(cell))
    assert (read.values.to_list(), read.problems) == ([date(2026, 6, 1)], ())


NO_DAYS = {
    "31/02/2026": "There is no 31 February: in 2026 that month has 28 days.",
    "2026-02-29": "There is no 29 February",
    "06/31/2026": "There is no month 31",
    "05/13/2026": "Perhaps it was written with the month first",
    "1/6/26": "The year has only two digits",
    "46174": "spreadsheet's own number",
    "soon": "It is not written as a day",
    "########": "A spreadsheet could not show it",
    "1900-01-01": "Many systems write this day where none was recorded",
    "9999-12-31": "stands in many systems for 'no end'",
    "0201-01-01": "cannot belong to a child's record",
    "12 Foo 2026": "There is no month called Foo",
}


@pytest.mark.parametrize(("cell", "reason"), NO_DAYS.items(), ids=NO_DAYS.keys())
def test_what_is_no_day_is_blank_and_its_place_and_reason_are_told(cell: str, reason: str) -> None:
    read = days(cells("2026-06-01", cell, None))
    assert read.values.to_list() == [date(2026, 6, 1), None, None]
    (problem,) = read.problems
    assert (problem.file, problem.table, problem.row, problem.column, problem.value) == (
        "f.csv", "ssd_x", 3, "x", cell,
    )  # fmt: skip
    assert reason in problem.reason
    assert "counts as not recorded" in problem.reason


def test_the_29th_of_february_is_a_day_in_a_leap_year() -> None:
    read = days(cells("29/02/2024", "2024-02-29"))
    assert (read.values.to_list(), read.problems) == ([date(2024, 2, 29)] * 2, ())


def test_a_time_of_day_is_londons_and_midnight_counts_as_none() -> None:
    read = times(
        cells("2026-06-01 14:05", "01/06/2026 14:05:30", "2026-06-01T13:05Z", "2026-06-01T00:00", "2026-06-01")
    )
    assert read.values.to_list() == [
        parse_moment("2026-06-01T14:05"), parse_moment("2026-06-01T14:05:30"), parse_moment("2026-06-01T14:05"),
        None, None,
    ]  # fmt: skip
    assert read.problems == ()


def test_an_hour_that_never_came_is_told_once_and_its_day_is_read() -> None:
    leapt = cells("2026-03-29 01:30")
    assert days(leapt).values.to_list() == [date(2026, 3, 29)]
    assert times(leapt).values.to_list() == [None]
    assert len(days(leapt).problems) + len(times(leapt).problems) == 1
    assert "clocks went forward" in times(leapt).problems[0].reason


def test_an_offset_near_midnight_moves_the_day_to_londons() -> None:
    assert days(cells("2026-06-01T23:30:00Z")).values.to_list() == [date(2026, 6, 2)]
    assert days(cells("2026-01-05T23:30:00Z")).values.to_list() == [date(2026, 1, 5)]


def test_there_is_no_hour_25_and_the_day_stays() -> None:
    odd = cells("2026-06-01 25:61")
    assert days(odd).values.to_list() == [date(2026, 6, 1)]
    assert times(odd).values.to_list() == [None]
    assert "no such time of day" in times(odd).problems[0].reason


YES = ["Y", "y", "Yes", "YES", "1", "1.0", "true", "True", "TRUE", "t"]
NO = ["N", "n", "No", "0", "0.0", "false", "False", "f"]
SILENT = [None, "U", "unknown", "Not known", "N/K", "n/a", "-"]


@pytest.mark.parametrize(("some", "value"), [(YES, True), (NO, False), (SILENT, None)], ids=["yes", "no", "silent"])
def test_yes_and_no_are_read_in_every_writing_and_unknown_is_neither(
    some: list[str | None], value: bool | None
) -> None:
    read = flags(cells(*some))
    assert (read.values.to_list(), read.problems) == ([value] * len(some), ())


def test_a_yes_or_no_that_is_neither_is_blank_and_told() -> None:
    read = flags(cells("Y", "perhaps", "2"))
    assert read.values.to_list() == [True, None, None]
    assert [(one.row, one.value) for one in read.problems] == [(3, "perhaps"), (4, "2")]
    assert all("Write Y or N" in one.reason for one in read.problems)


def test_numbers_with_and_without_commas_are_read_and_words_are_told() -> None:
    read = numbers(cells("12", "1,234.5", "-3", "12 miles", None))
    assert read.values.to_list() == [12.0, 1234.5, -3.0, None, None]
    assert [(one.row, one.value) for one in read.problems] == [(5, "12 miles")]


def test_ids_lose_a_spreadsheets_nought_and_keep_their_own_and_a_rounded_one_is_told() -> None:
    read = ids(cells("1001.0", "001", "A.0", "10.5", "1.23E+11"))
    assert read.values.to_list() == ["1001", "001", "A.0", "10.5", "1.23E+11"]
    assert [(one.row, one.value) for one in read.problems] == [(6, "1.23E+11")]
    assert "rounded" in read.problems[0].reason


def test_an_id_with_an_unpaired_quotation_mark_is_no_id_and_is_told() -> None:
    read = ids(cells('"4', '4"', '4"5', '"', '"4"', "4"))
    assert read.values.to_list() == [None, None, None, None, '"4"', "4"]
    assert [(one.row, one.value) for one in read.problems] == [(2, '"4'), (3, '4"'), (4, '4"5'), (5, '"')]
    assert "made up" in read.problems[0].reason


def test_words_stand_as_they_are_and_each_kind_has_its_reader() -> None:
    assert words(cells("Y", " ok", "'=1+1")).values.to_list() == ["Y", " ok", "=1+1"]
    kinds = {"day": "2026-06-01", "time": "2026-06-01 08:30", "flag": "Y", "number": "3", "text": "a", "json": "{}"}
    for kind, cell in kinds.items():
        assert of_kind(kind, cells(cell)).values.null_count() == 0  # type: ignore[arg-type]


def test_a_column_is_as_long_as_its_cells_and_in_their_order() -> None:
    many = [f"2026-01-{1 + n % 31:02}" if n % 7 else "1 March 2026" for n in range(5_000)]
    many[4_321] = "31 April 2026"
    read = days(cells(*many))
    assert len(read.values) == 5_000
    assert read.values.null_count() == 1
    assert [(one.row, one.value) for one in read.problems] == [(4_323, "31 April 2026")]
    assert read.values[4_320] == date(2026, 1, 1 + 4_320 % 31)


def test_a_place_is_told_in_words() -> None:
    problem = Problem(file="people.csv", table="ssd_person", row=12, column="pers_dob", reason="x")
    assert problem.where == "people.csv, ssd_person, row 12, column pers_dob"
    assert Problem(file="people.csv", reason="x").where == "people.csv"
