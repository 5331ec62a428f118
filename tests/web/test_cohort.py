"""Those whom a finding was about on a day: by name for those who may see them, and new ones apart."""

import re
from dataclasses import replace
from datetime import date

import pytest

from holdfast.casework.the_council import the_council
from holdfast.web.cohort import screens
from holdfast.web.cohort.page import KEPT_BACK
from holdfast.wexmouth.line import the_line
from tests.web.pages import Ask, words_of

STOOD = "/finding/plans-that-stood-still/cohort"
YEAR = f"{STOOD}?since=a-year-before"
RAISED = f"{STOOD}?since=inspection-2023"
FEWEST = re.compile(r"(?<![\w.-])[1-4](?![\w.-]| \w+ 20\d\d)")


def test_they_are_named_and_the_months_go_down_with_them_alone(page: Ask) -> None:
    found = page(YEAR)
    assert "3 children were behind this finding on 1 June 2025. None of them waits any more." in found.text
    names = [words_of(one) for one in found.find("//table[@id='cohort-children']/tbody/tr/th")]
    assert len(names) == 3
    rows = [[words_of(cell) for cell in row] for row in found.find("//table[@id='cohort-months']/tbody/tr")]
    waiting = [int(one[1]) for one in rows]
    assert (rows[0][0], rows[-1][0], len(rows)) == ("June 2025", "May 2026", 12)
    assert (waiting[0], waiting[-1]) == (3, 0)
    assert waiting == sorted(waiting, reverse=True)
    svgs = [words_of(one) for one in found.find("//figure//*[local-name()='svg']")]
    assert len(svgs) == 2
    assert "of 3 children on 1 June 2025" in svgs[0]


def test_new_ones_stand_apart_and_are_those_who_wait_now_without_having_been_among_them(page: Ask) -> None:
    found = page(YEAR)
    first, new = (
        {one.get("href") for one in found.find(f"//table[@id='{key}']//a")} for key in ("cohort-children", "cohort-new")
    )
    assert new
    assert first.isdisjoint(new)
    assert f"{len(new)} children who were not among them wait now." in found.text


def test_the_page_begins_with_the_day_it_was_raised_and_offers_other_days(page: Ask) -> None:
    found = page(STOOD)
    assert "3 children were behind this finding on 24 July 2023. None of them waits any more." in found.text
    assert "Taken from: Inspection, 24 July 2023" in found.text
    assert not found.find("//*[@id='instead']")
    rows = [[words_of(cell) for cell in row] for row in found.find("//table[@id='cohort-months']/tbody/tr")]
    told = {one[0]: one[1:] for one in rows}
    assert (rows[0][0], rows[-1][0]) == ("July 2023", "May 2026")
    assert [told[month][0] for month in ("September 2023", "November 2023", "June 2024")] == ["2", "1", "0"]
    assert [told[month][1] for month in ("May 2025", "June 2025")] == ["not counted", "5"]
    names = words_of(found.by_id("cohort-children"))
    assert names.count("no longer with a team") == 3
    assert {YEAR, f"{STOOD}?since=visit-5"} <= set(found.links())
    assert page(f"{STOOD}?since=gossip").text == found.text


@pytest.fixture
def raised_before_the_record_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    line = the_line()
    points = tuple(replace(one, day=date(2020, 1, 6)) if one.slug == "inspection-2023" else one for one in line.points)
    monkeypatch.setattr(screens, "the_line", lambda: replace(line, points=points))


@pytest.mark.usefixtures("raised_before_the_record_begins")
def test_where_the_record_shows_nobody_on_the_day_it_says_so_and_is_not_shown_first(page: Ask) -> None:
    asked, first = page(RAISED), page(STOOD)
    assert "By these rules this record shows nobody on that day." in asked.text
    assert "Taken from: Inspection, 6 January 2020" in asked.text
    assert not asked.find("//*[@id='instead']"), "where it is asked for, nothing is said of another day"
    assert YEAR in list(asked.links())
    assert "3 children were behind this finding on 1 June 2025." in first.text
    assert "on 6 January 2020, this record shows nobody, so the page begins" in words_of(first.by_id("instead"))
    assert RAISED in list(first.links())
    assert not page(YEAR).find("//*[@id='instead']")


@pytest.mark.parametrize("path", ["/finding/gossip/cohort", f"{STOOD}?as-at=2023-07-23"])
def test_an_address_of_no_finding_or_of_a_later_one_says_where_they_are(page: Ask, path: str) -> None:
    found = page(path)
    assert (found.status, "Go to the findings" in found.text) == (404, True)


def test_the_portfolio_holder_reads_no_name_no_month_and_no_small_number(page: Ask) -> None:
    found = page(YEAR, seat="portfolio-holder")
    assert found.status == 200
    assert "/child/" not in found.html
    assert [name for name in the_council().names.values() if name in found.text] == []
    assert found.find("//main//*[local-name()='svg'] | //main//table") == []
    lead = words_of(found.by_id("cohort-lead"))
    assert "fewer than 5" in lead
    assert not FEWEST.search(lead)
    assert not FEWEST.search(found.text.split("New since")[1].split("From another day")[0])


def test_where_one_of_the_two_numbers_is_small_neither_is_told_outside(page: Ask) -> None:
    """What they make together is told elsewhere, so the one would give the other away."""
    found = page("/finding/relatives-never-fully-approved/cohort", seat="portfolio-holder")
    assert f"waited on 31 May 2026: {KEPT_BACK}" in found.text


def test_a_worker_is_told_of_others_only_how_many(page: Ask) -> None:
    found = page(YEAR, seat="social-worker")
    assert "3 children were behind this finding" in found.text
    assert "children whom this seat does not see" in found.text
    assert len(found.find("//table[@id='cohort-children']//a")) < 3


def test_it_takes_as_few_queries_for_any_seat(page: Ask) -> None:
    counts = {page(path, seat=seat).queries for path in (STOOD, YEAR) for seat in (None, "director", "social-worker")}
    assert len(counts) == 1
    assert counts.pop() <= 2


def test_the_finding_and_its_objective_lead_to_it(page: Ask) -> None:
    assert STOOD in list(page("/finding/plans-that-stood-still").links())
    assert STOOD in list(page("/plan/plans-that-move").links())
