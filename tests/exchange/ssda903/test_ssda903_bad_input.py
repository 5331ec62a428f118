"""What is wrong with a return is said, and nothing of it is lost."""

from datetime import date
from pathlib import Path

import pytest

from holdfast.exchange.problems import CannotRead, Problem
from holdfast.record.in_care import CareEpisode, CareReview
from holdfast.record.people import Person
from tests.exchange.ssda903.small_return import HEADER_ROW, episode, put, read_from


def _only(folder: Path) -> Problem:
    (problem,) = read_from(folder).problems
    return problem


def _with(folder: Path, *episodes: str) -> None:
    put(folder, "2026-header", HEADER_ROW, table="header")
    put(folder, "2026-episodes", *episodes, table="episodes")


def test_an_end_before_its_start_is_kept_as_it_stands_and_said(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025", end="01/05/2025", why="E4A"))
    problem = _only(tmp_path)
    assert (problem.file, problem.table, problem.row, problem.column) == ("2026-episodes.csv", "episodes", 2, "DEC")
    assert "before it began" in problem.reason
    assert read_from(tmp_path).columns.of(CareEpisode)["ended_on"].to_list() == [date(2025, 5, 1)]


def test_a_review_missing_or_worker_row_with_its_end_before_its_start_is_said_too(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2026-missing", "K1,03/05/2012,M,05/06/2025,01/06/2025", table="missing")
    put(tmp_path, "2026-sw_episodes", "K1,03/05/2012,SW1234,05/06/2025,01/06/2025,LEFTRL", table="sw_episodes")
    assert [one.column for one in read_from(tmp_path).problems] == ["MIS_END", "SW_DEC"]


def test_31_february_counts_as_not_recorded_and_the_row_is_kept(tmp_path: Path) -> None:
    _with(tmp_path, episode("31/02/2026"), episode("03/05/2025", child="K2"))
    found = read_from(tmp_path)
    said = next(one for one in found.problems if one.column == "DECOM")
    assert (said.row, said.value) == (2, "31/02/2026")
    assert "There is no 31 February" in said.reason
    assert set(found.columns.of(CareEpisode)["started_on"]) == {None, date(2025, 5, 3)}


def test_a_child_without_a_date_of_birth_is_read_and_named(tmp_path: Path) -> None:
    put(tmp_path, "header", "K1,F,,WBRI,UN1,0,")
    put(tmp_path, "episodes", episode("03/05/2025"))
    problem = _only(tmp_path)
    assert (problem.column, problem.row) == ("DOB", 2)
    assert read_from(tmp_path).columns.of(Person)["child"].to_list() == ["K1"]


def test_a_date_of_birth_that_only_another_table_has_is_used(tmp_path: Path) -> None:
    put(tmp_path, "episodes", episode("03/05/2025"))
    put(tmp_path, "reviews", "K1,03/05/2012,20/05/2025,PN1")
    assert read_from(tmp_path).columns.of(Person)["born_on"].to_list() == [date(2012, 5, 3)]


def test_another_date_of_birth_than_the_headers_is_said(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2026-reviews", "K1,04/05/2012,20/05/2025,PN1", table="reviews")
    problem = _only(tmp_path)
    assert (problem.table, problem.column, problem.value) == ("reviews", "DOB", "2012-05-04")
    assert read_from(tmp_path).columns.of(Person)["born_on"].to_list() == [date(2012, 5, 3)]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (episode("03/05/2025", "Q"), "RNE"), (episode("03/05/2025", status="Q9"), "LS"),
        (episode("03/05/2025", place="QQ"), "PLACE"), (episode("03/05/2025", end="05/06/2025", why="E99"), "REC"),
        (episode("03/05/2025", moved="MOVED"), "REASON_PLACE_CHANGE"),
    ],
)  # fmt: skip
def test_a_code_that_no_year_knows_is_said_and_kept(tmp_path: Path, row: str, column: str) -> None:
    _with(tmp_path, row)
    found = read_from(tmp_path)
    assert [one.column for one in found.problems if "No year's return has this code" in one.reason] == [column]
    assert found.columns.of(CareEpisode).height == 1


def test_codes_in_small_letters_are_the_same_codes(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025", "s", status="c2", place="k3"))
    found = read_from(tmp_path)
    assert found.problems == ()
    assert found.columns.of(CareEpisode)["start_reason"].to_list() == ["S"]


def test_a_row_that_stands_twice_is_read_once_and_said(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"), episode("03/05/2025"))
    problem = _only(tmp_path)
    assert (problem.row, problem.reason) == (3, "The same row stands there more than once. It was read once.")
    assert read_from(tmp_path).columns.of(CareEpisode).height == 1


def test_two_rows_about_the_same_review_are_one_and_the_one_not_used_is_said_in_full(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"))
    put(
        tmp_path, "2026-reviews", "K1,03/05/2012,20/05/2025,PN1", "K1,03/05/2012,20/05/2025,PN4", table="reviews"
    )  # fmt: skip
    problem = _only(tmp_path)
    assert problem.row == 2
    assert "PN1" in problem.reason
    assert read_from(tmp_path).columns.of(CareReview)["participation"].to_list() == ["PN4"]


def test_two_reviews_without_a_day_are_both_kept(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2026-reviews", "K1,03/05/2012,,PN1", "K1,03/05/2012,,PN2", table="reviews")
    assert read_from(tmp_path).columns.of(CareReview).height == 2


def test_a_row_without_a_child_is_said_with_all_it_says(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"), episode("04/05/2025", child=""))
    problem = _only(tmp_path)
    assert (problem.row, problem.column) == (3, "CHILD")
    assert "04/05/2025" in problem.reason


def test_a_child_in_no_header_is_read_and_said_once_a_table(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"), episode("03/05/2025", "S", "04/06/2025", "X1", child="K2"),
          episode("04/06/2025", "P", child="K2"))  # fmt: skip
    said = [one for one in read_from(tmp_path).problems if "in no header" in one.reason]
    assert [(one.table, one.value, one.row) for one in said] == [("episodes", "K2", 3)]


def test_a_reason_for_ending_without_a_day_is_said(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025", why="E4A"))
    assert _only(tmp_path).column == "REC"


def test_reviews_alone_cannot_be_read_and_the_message_says_what_to_add(tmp_path: Path) -> None:
    put(tmp_path, "reviews", "K1,03/05/2012,20/05/2025,PN1")
    with pytest.raises(CannotRead, match="Neither the children"):
        read_from(tmp_path)


def test_only_the_top_level_is_read_and_the_folder_below_is_named(tmp_path: Path) -> None:
    _with(tmp_path, episode("03/05/2025"))
    below = tmp_path / "2024"
    below.mkdir()
    put(below, "episodes", episode("03/05/2023", child="K9"))
    found = read_from(tmp_path)
    assert found.columns.children() == ["K1"]
    assert [one.file for one in found.not_read] == ["2024"]
