"""Which table a file is and which year's return it belongs to."""

from datetime import date
from pathlib import Path

import pytest

from holdfast.exchange.heads import head_of
from holdfast.exchange.ssda903 import recognises
from holdfast.exchange.ssda903.tables import TABLES, codes_in, known_codes, table_of
from holdfast.exchange.ssda903.years import year_in_name, year_of
from holdfast.record.in_care import CareEpisode, CareReview
from tests.exchange.ssda903.small_return import HEADER_ROW, HEADS, episode, put, read_from, reasons


@pytest.mark.parametrize("name", HEADS)
def test_every_table_is_known_by_its_header_in_any_case_and_order(name: str) -> None:
    columns = HEADS[name].split(",")
    for headers in (columns, [one.lower() for one in columns], columns[::-1]):
        found = table_of(headers)
        assert found is not None
        assert found.name == name


def test_the_tables_are_those_the_tests_know() -> None:
    assert {one.name: ",".join(one.columns) for one in TABLES} == HEADS


def test_a_header_without_a_child_or_without_any_column_of_a_table_is_none() -> None:
    assert table_of(["DECOM", "RNE", "LS"]) is None
    assert table_of(["CHILD", "DOB", "favourite colour"]) is None


def test_a_file_is_recognised_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Copy of march (final).txt"
    path.write_text("child;decom;rne;ls\nK1;01/05/2025;S;C2\n", encoding="utf-8")
    assert recognises(head_of(path))
    assert read_from(tmp_path).columns.of(CareEpisode)["started_on"].to_list() == [date(2025, 5, 1)]


def test_the_codes_of_a_year_are_those_in_force_and_a_retired_one_is_still_known() -> None:
    assert {"H5", "P2"} <= codes_in("PLACE", 2024)
    assert not {"H5", "P2"} & codes_in("PLACE", 2026)
    assert {"K3", "Z11"} <= codes_in("PLACE", 2026)
    assert "K3" not in codes_in("PLACE", 2023)
    assert {"H5", "K3", "Z1"} <= known_codes()["PLACE"]


@pytest.mark.parametrize(
    ("file", "year"),
    [
        ("2018-episodes.csv", (2018, False)), ("SSDA903_2020_episodes.csv", (2020, False)), ("episodes.csv", None),
        ("ssda903 2025-26 episodes.csv", (2026, True)), ("2025_2026.csv", (2026, True)), ("202526_e.csv", (2026, True)),
        ("episodes at 31-03-2026.csv", (2026, False)), ("903_episodes.csv", None), ("20260331.csv", None),
    ],
)  # fmt: skip
def test_the_year_in_a_name_is_found(file: str, year: tuple[int, bool] | None) -> None:
    assert year_in_name(file) == year


def test_the_returns_year_runs_from_1_april_to_31_march() -> None:
    assert (year_of(date(2026, 3, 31)), year_of(date(2026, 4, 1))) == (2026, 2027)


def _years(folder: Path) -> dict[str, str]:
    return {one.file: one.words.rpartition("31 March ")[2] for one in read_from(folder).tables}


def test_names_that_give_the_year_of_the_start_are_told_by_the_days_within(tmp_path: Path) -> None:
    for year in (2017, 2018):
        put(tmp_path, f"{year}-header", HEADER_ROW, table="header")
        put(tmp_path, f"{year}-episodes", episode(f"03/05/{year}", end=f"07/06/{year}", why="E4A"), table="episodes")
    assert set(_years(tmp_path).values()) == {"2018", "2019"}


def test_names_that_give_the_year_of_the_end_are_told_by_the_days_within(tmp_path: Path) -> None:
    for year in (2018, 2019):
        put(tmp_path, f"{year}-header", HEADER_ROW, table="header")
        put(
            tmp_path, f"{year}-episodes", episode(f"03/05/{year - 1}", end=f"07/01/{year}", why="E4A"), table="episodes"
        )
    assert set(_years(tmp_path).values()) == {"2018", "2019"}


def test_without_a_year_in_the_name_the_days_within_tell_it_for_every_table(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    put(tmp_path, "episodes", episode("03/05/2025"))
    put(tmp_path, "reviews", "K1,03/05/2012,20/05/2025,PN1")
    assert set(_years(tmp_path).values()) == {"2026"}
    assert read_from(tmp_path).columns.held.known_from[CareReview] == date(2025, 4, 1)


def test_an_end_on_1_april_belongs_to_the_year_before_it(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    put(tmp_path, "episodes", episode("03/05/2024", end="01/04/2025", why="E4A"))
    assert set(_years(tmp_path).values()) == {"2025"}
    assert reasons(read_from(tmp_path)) == []


def test_a_file_of_another_year_than_its_name_says_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    put(tmp_path, "2019-episodes", episode("03/05/2025", end="07/06/2025", why="E4A"), table="episodes")
    assert any("may be the wrong file" in one for one in reasons(read_from(tmp_path)))


def test_days_after_the_returns_year_are_kept_and_said_once_a_column(tmp_path: Path) -> None:
    put(tmp_path, "2026-header", HEADER_ROW, table="header")
    put(tmp_path, "2026-episodes", episode("03/05/2025"), table="episodes")
    put(
        tmp_path, "2026-reviews", "K1,03/05/2012,20/05/2025,PN1", "K1,03/05/2012,20/05/2026,PN1",
        "K1,03/05/2012,20/06/2026,PN1", table="reviews",
    )  # fmt: skip
    extract = read_from(tmp_path)
    (problem,) = extract.problems
    assert (problem.file, problem.row, problem.column, problem.value) == ("2026-reviews.csv", 3, "REVIEW", "2026-05-20")
    assert "as do 1 more" in problem.reason
    assert extract.columns.of(CareReview).height == 3


def test_two_files_of_which_nothing_tells_the_year_are_reported(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    for year in (2025, 2026):
        put(tmp_path, f"{year}-episodes", episode(f"03/05/{year - 1}"), table="episodes")
    put(tmp_path, "a", "K1,03/05/2012,YES,F2,K1", table="oc3")
    put(tmp_path, "b", "K1,03/05/2012,NO,F2,K1", table="oc3")
    said = [one for one in read_from(tmp_path).problems if "tell which year" in one.reason]
    assert {one.file for one in said} == {"a.csv", "b.csv"}
