"""Several years read together: the later counts, and what lies outside the years read is not held against anybody."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from holdfast.record.in_care import CareEpisode, CareReview
from holdfast.record.people import Person
from tests.exchange.ssda903.small_return import HEADER_ROW, episode, put, read_from, reasons, swept

END = date(2026, 3, 31)
BORN = "03/05/2012"


def _two_years(folder: Path, earlier: list[str], later: list[str]) -> None:
    for year, rows in ((2025, earlier), (2026, later)):
        put(folder, f"{year}-header", HEADER_ROW, table="header")
        put(folder, f"{year}-episodes", *rows, table="episodes")


def test_of_the_same_episode_the_later_year_counts(tmp_path: Path) -> None:
    _two_years(tmp_path, [episode("03/05/2024")], [episode("03/05/2024", end="01/06/2025", why="E4A")])
    extract = read_from(tmp_path)
    assert extract.columns.of(CareEpisode).select("ended_on", "end_reason").rows() == [(date(2025, 6, 1), "E4A")]
    assert reasons(extract) == []


def test_the_later_year_counts_whatever_the_order_of_the_names(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    put(tmp_path, "b 2025", episode("03/05/2024"), table="episodes")
    put(tmp_path, "a 2026", episode("03/05/2024", end="01/06/2025", why="E4A"), table="episodes")
    assert read_from(tmp_path).columns.of(CareEpisode)["ended_on"].to_list() == [date(2025, 6, 1)]


def test_without_years_in_the_names_the_days_within_tell_the_later_one(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    put(tmp_path, "z", episode("03/05/2024", end="10/02/2025", why="X1"), episode("10/02/2025", "P"), table="episodes")
    put(tmp_path, "a", episode("10/02/2025", "P", "01/06/2025", "E4A"), table="episodes")
    found = read_from(tmp_path).columns.of(CareEpisode).sort("started_on")
    assert found["ended_on"].to_list() == [date(2025, 2, 10), date(2025, 6, 1)]


def test_an_end_that_a_later_return_has_changed_is_reported(tmp_path: Path) -> None:
    _two_years(
        tmp_path, [episode("03/05/2024", end="01/02/2025", why="E4A")],
        [episode("03/05/2024", end="01/06/2025", why="E4A")],
    )  # fmt: skip
    extract = read_from(tmp_path)
    (problem,) = extract.problems
    assert (problem.file, problem.column, problem.value) == ("2025-episodes.csv", "DEC", "2025-02-01")
    assert "1 June 2025" in problem.reason


def test_two_episodes_that_start_on_one_day_are_matched_by_what_else_they_say(tmp_path: Path) -> None:
    _two_years(
        tmp_path,
        [episode("03/05/2024", "S", "03/05/2024", "X1"), episode("03/05/2024", "P", place="K2")],
        [episode("03/05/2024", "P", "01/06/2025", "E4A", place="K2")],
    )
    extract = read_from(tmp_path)
    found = extract.columns.of(CareEpisode).select("start_reason", "ended_on").sort("start_reason").rows()
    assert found == [("P", date(2025, 6, 1)), ("S", date(2024, 5, 3))]
    assert sum("more than one episode that starts on this day" in one for one in reasons(extract)) == 2


def test_a_child_open_at_the_end_of_one_year_and_in_no_later_return_is_named(tmp_path: Path) -> None:
    _two_years(tmp_path, [episode("03/05/2024"), episode("03/05/2024", child="K2")], [episode("03/05/2024")])
    (problem,) = [one for one in read_from(tmp_path).problems if "no later return" in one.reason]
    assert (problem.file, problem.row) == ("2025-episodes.csv", 3)
    assert "K2" in problem.reason


def test_an_episode_left_open_before_another_lasted_no_longer_than_until_that_one(tmp_path: Path) -> None:
    _two_years(tmp_path, [episode("03/05/2024")], [episode("01/06/2025", "S")])
    extract = read_from(tmp_path)
    assert extract.columns.of(CareEpisode).sort("started_on")["ended_on"].to_list() == [date(2025, 6, 1), None]
    assert any("the longest it can have been" in one for one in reasons(extract))


def test_the_same_review_in_two_returns_is_one_review(tmp_path: Path) -> None:
    _two_years(tmp_path, [episode("03/05/2024")], [episode("03/05/2024")])
    for year in (2025, 2026):
        put(tmp_path, f"{year}-reviews", f"K1,{BORN},20/05/2024,PN1", table="reviews")
    assert read_from(tmp_path).columns.of(CareReview).height == 1


def test_the_last_header_that_says_something_counts_item_by_item(tmp_path: Path) -> None:
    put(tmp_path, "2025-header", "K1,F,03/05/2012,WBRI,UN1,0,", table="header")
    put(tmp_path, "2026-header", "K1,F,,MOTH,,,", table="header")
    put(tmp_path, "2026-episodes", episode("03/05/2025"), table="episodes")
    (one,) = read_from(tmp_path).columns.of(Person).iter_rows(named=True)
    assert (one["born_on"], one["ethnicity"], one["upn_unknown"]) == (date(2012, 5, 3), "MOTH", "UN1")


def test_a_child_who_came_into_care_before_the_years_read_is_not_late_for_reviews_of_earlier_years(
    tmp_path: Path,
) -> None:
    put(tmp_path, "2026-header", HEADER_ROW, table="header")
    put(tmp_path, "2026-episodes", episode("03/05/2023"), table="episodes")
    put(tmp_path, "2026-reviews", f"K1,{BORN},20/06/2025,PN1", f"K1,{BORN},10/12/2025,PN1", table="reviews")
    found = swept(read_from(tmp_path), END, "cla-review-1", "cla-review-2", "cla-review-n")
    assert found.select("duty", "started_on", "due_on", "state").rows() == [
        ("cla-review-n", date(2025, 6, 20), date(2025, 12, 20), "met"),
        ("cla-review-n", date(2025, 12, 10), date(2026, 6, 10), "running"),
        ("cla-review-1", date(2023, 5, 3), None, "cannot_say"),
    ]


def test_a_child_who_came_into_care_before_the_years_read_is_late_once_six_months_from_a_review_read_are_over(
    tmp_path: Path,
) -> None:
    put(tmp_path, "2026-header", HEADER_ROW, table="header")
    put(tmp_path, "2026-episodes", episode("03/05/2023"), table="episodes")
    put(tmp_path, "2026-reviews", f"K1,{BORN},29/09/2025,PN1", table="reviews")
    extract = read_from(tmp_path)
    states = [
        swept(extract, day, "cla-review-n")["state"].to_list()
        for day in (date(2026, 3, 29), date(2026, 3, 30))
    ]  # fmt: skip
    assert states == [["due_soon"], ["overdue"]]


@pytest.mark.parametrize(("entered", "first"), [("31/03/2025", "cannot_say"), ("01/04/2025", "overdue")])
def test_the_first_review_is_counted_only_for_children_who_came_into_care_within_the_years_read(
    tmp_path: Path, entered: str, first: str
) -> None:
    put(tmp_path, "2026-header", HEADER_ROW, table="header")
    put(tmp_path, "2026-episodes", episode(entered), table="episodes")
    put(tmp_path, "2026-reviews", table="reviews")
    assert swept(read_from(tmp_path), END, "cla-review-1")["state"].to_list() == [first]


def test_a_year_that_was_left_out_makes_the_reviews_before_the_gap_count_for_nothing(tmp_path: Path) -> None:
    for year in (2023, 2025, 2026):
        put(tmp_path, f"{year}-header", HEADER_ROW, table="header")
        put(tmp_path, f"{year}-episodes", episode("03/05/2022"), table="episodes")
        put(tmp_path, f"{year}-reviews", f"K1,{BORN},20/06/{year - 1},PN1", table="reviews")
    extract = read_from(tmp_path)
    assert extract.columns.held.known_from[CareReview] == date(2024, 4, 1)
    found = swept(extract, END, "cla-review-n")
    assert found.select("started_on", "state").rows() == [
        (date(2024, 6, 20), "met_late"), (date(2025, 6, 20), "overdue"),
    ]  # fmt: skip


def test_a_child_whose_day_of_coming_into_care_is_not_known_has_only_the_next_reviews_counted(tmp_path: Path) -> None:
    put(tmp_path, "2026-header", HEADER_ROW, table="header")
    put(tmp_path, "2026-episodes", episode("03/05/2025", "P"), table="episodes")
    put(tmp_path, "2026-reviews", f"K1,{BORN},20/06/2025,PN1", table="reviews")
    found = swept(read_from(tmp_path), END)
    assert found.filter(pl.col("duty").str.starts_with("cla-review")).select("duty", "started_on", "state").rows() == [
        ("cla-review-n", date(2025, 6, 20), "overdue")
    ]
    assert "cla-iha" not in set(found["duty"])


def test_each_noun_is_told_until_the_end_of_the_last_year_of_its_own_table(tmp_path: Path) -> None:
    for year in (2025, 2026):
        put(tmp_path, f"{year}-header", HEADER_ROW, table="header")
        put(tmp_path, f"{year}-episodes", episode("20/03/2025"), table="episodes")
    put(tmp_path, "2025-reviews", table="reviews")
    extract = read_from(tmp_path)
    told = extract.columns.held.known_until
    assert (told[CareReview], told[CareEpisode]) == (date(2025, 3, 31), date(2026, 3, 31))
    # Entered on 20 March 2025: the first review was due on 17 April, after the last return of reviews.
    (state,) = swept(extract, END, "cla-review-1")["state"].to_list()
    assert state == "cannot_say"
