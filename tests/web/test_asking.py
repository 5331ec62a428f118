"""At which moment, as known by when, through whose eyes; and how often the database is asked."""

from unittest.mock import patch

import pytest

from holdfast.casework.the_council import forget, the_council
from holdfast.web.frame import AHEAD, UNTIMED
from tests.web.born import FEWEST, database
from tests.web.conftest import CHILDREN
from tests.web.pages import Ask, Page, ask

FEW = 3
"""Queries of a page whose council is held: the position, and no more than two beside."""


def test_a_page_is_as_at_the_councils_own_moment_unless_another_is_asked(page: Ask) -> None:
    assert "Monday 1 June 2026, 08:30" in page("/about/").html
    moved = page("/about/?as-at=2026-05-04")
    assert "the end of Monday 4 May 2026" in moved.html
    assert "Back to today" in moved.html


def test_links_keep_the_moment_that_is_looked_at(page: Ask) -> None:
    shown = page("/monday?as-at=2026-05-04T08:30&as-known=2026-05-20")
    children = [link for link in shown.links() if link.startswith("/child/")]
    assert children
    assert all("as-at=2026-05-04T08%3A30" in link and "as-known=2026-05-20" in link for link in children)


@pytest.mark.parametrize("said", ["yesterday", "2026-02-30", "2026-13-01", "9999-12-31", "2026-06-01T25:00"])
def test_a_moment_that_cannot_be_used_is_said_and_the_present_is_shown(page: Ask, said: str) -> None:
    shown = page(f"/about/?as-at={said}")
    assert shown.status == 200
    assert "The present is shown instead." in shown.html
    assert "Monday 1 June 2026, 08:30" in shown.html


@pytest.mark.parametrize("said", ["yesterday", "9999-12-31"])
def test_what_was_known_by_an_unusable_moment_is_said_too(page: Ask, said: str) -> None:
    assert "The present is shown instead." in page(f"/about/?as-known={said}").html


def test_a_seat_is_entered_and_kept_until_another_is(page: Ask) -> None:
    answer = page("/enter", post={"seat": "team-manager"})
    assert (answer.status, answer.location) == (302, "/monday")
    assert "Ade Bankes, Team manager" in words(page("/about/", seat="team-manager"))
    assert "Looking as Somebody looking round" in words(page("/about/"))


def words(page: Page) -> str:
    """The words of the whole page."""
    return " ".join(" ".join(page.root.itertext()).split())


def test_entering_leads_nowhere_outside(page: Ask) -> None:
    for onward in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        assert page("/enter", post={"seat": "director", "next": onward}).location == "/"
    assert page("/enter", post={"seat": "director", "next": "/measures/"}).location == "/measures/"


def test_a_seat_that_nobody_has_is_said(page: Ask) -> None:
    assert page("/enter", post={"seat": "king"}).status == 404


def _examples(every_page: list[Page]) -> dict[str, str]:
    """The first page of each route that a council of any size has."""
    shown = [one for one in every_page if "WX-0" not in one.path and one.status == 200]
    return {one.route: one.path for one in reversed(shown)}


def _counted(examples: dict[str, str]) -> dict[str, int]:
    """By route, the queries of a page when the council is held."""
    counts = {}
    for route, path in examples.items():
        ask(path)
        again = ask(path)
        assert again.status == 200, path
        counts[route] = again.queries
    return counts


def _cold(path: str) -> int:
    """The queries of a page when nothing is held."""
    forget()
    return ask(path).queries


def test_a_page_asks_the_database_as_often_for_few_children_as_for_many(every_page: list[Page]) -> None:
    examples = _examples(every_page)
    known = "/child/WX-S10-1?as-known=2026-05-20"
    many, anew = _counted(examples), (_cold("/about/"), _cold(known))
    with database(FEWEST):
        few, few_anew = _counted(examples), (_cold("/about/"), _cold(known))
    assert (few, few_anew) == (many, anew)
    assert CHILDREN > FEWEST * 5
    assert {route: number for route, number in many.items() if number > FEW} == {}


def test_a_small_council_is_told_alike_one_child_after_the_other_and_as_columns(
    wexmouth: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = ("/team/", "/monday", "/registers/", "/basics", "/child/WX-S10-1")
    said: list[list[str]] = []
    with database(FEWEST):
        for few in (0, FEWEST):
            monkeypatch.setattr("holdfast.casework.council.FEW", few)
            forget()
            said.append([ask(path).html for path in paths])
    assert said[0] == said[1]


@pytest.mark.parametrize(("day", "ahead"), [("2026-06-01T08:30", False), ("2026-06-01T08:31", True)])
def test_a_day_that_has_not_come_is_said_to_lie_ahead(page: Ask, day: str, ahead: bool) -> None:
    shown = page(f"/about/?as-at={day}").html
    assert ("You are looking ahead" in shown, AHEAD in shown) == (ahead, ahead)


def test_where_rows_do_not_say_when_they_were_typed_in_the_page_says_what_is_taken_of_them(page: Ask) -> None:
    assert UNTIMED in page("/about/?as-known=2026-05-20").html
    assert UNTIMED not in page("/about/").html
    with patch.dict(the_council().__dict__, untimed=False):
        assert UNTIMED not in page("/about/?as-known=2026-05-20").html


def test_what_had_not_happened_by_then_was_not_known_by_then(page: Ask) -> None:
    text = page("/child/WX-S10-1?as-known=2026-05-20", "director").text
    assert "19 May 2026" in text
    assert "21 May 2026" not in text
    assert "21 May 2026" in page("/child/WX-S10-1", "director").text
