"""Stories 5, 6, 7, 10 and 13 followed in a browser by moving the day: each *pass if* that needs no act, and each row.

A journey opens one page as one person and moves the day with the form in the bar. A row's page is asked for by its
address and read without being drawn, since the journeys draw the same pages.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from urllib.parse import quote

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page

from holdfast.dates import parse_moment, say, say_moment
from holdfast.duties.drift.rule import in_words
from holdfast.duties.explain import count_in_words
from holdfast.web.states import TAGS
from tests.browser import test_doing
from tests.browser.story_days import BY_AN_ACT, CHILD, JOURNEYS, NO_PAGE, PARTLY, PASS_IF, STORIES, WAITS, Journey
from tests.browser.workplace import sitting
from tests.stories.every_row import NOT_YET, ROWS
from tests.stories.story_row import AskedRow, DriftRow

MINE = [row for row in ROWS if row.id.startswith(STORIES) and row.id not in NO_PAGE]
QUESTIONS = [row for row in MINE if isinstance(row, DriftRow)]
"""The rows that a rule answers; each has a page of its own that says why."""

CLOCKS: dict[tuple[str, str], list[AskedRow]] = {}
"""The rows that clocks answer, by the page that shows them; of two children with the same clocks, the first."""

for _row in MINE:
    if isinstance(_row, AskedRow):
        CLOCKS.setdefault((_row.children[0], _row.as_at), []).append(_row)


@pytest.fixture(scope="module")
def in_seat(browser: Browser, desk: BrowserContext, address: str) -> Iterator[Callable[[str], Page]]:
    """A tab of whoever is in the seat, or of somebody who looks round; each enters once."""
    tabs: dict[str, Page] = {}
    with ExitStack() as held:

        def tab_of(seat: str) -> Page:
            if seat not in tabs:
                tabs[seat] = held.enter_context(sitting(browser, address, seat)) if seat else desk.new_page()
            return tabs[seat]

        yield tab_of
        if "" in tabs:
            tabs[""].close()


def _unfold(tab: Page) -> None:
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")


def _move(tab: Page, as_at: str) -> None:
    """Move the day with the form in the bar."""
    tab.get_by_label("Show the record as at").fill(as_at)
    with tab.expect_navigation():
        tab.get_by_role("button", name="Look", exact=True).click()
    _unfold(tab)


def _words(tab: Page, part: str) -> str:
    """What the parts so marked say together; nothing where there is none."""
    return " ".join(" ".join(tab.locator(part).all_inner_texts()).split())


@pytest.mark.parametrize("journey", [pytest.param(one, id=one.case) for one in JOURNEYS])
def test_by_moving_the_day_one_sees_that(journey: Journey, in_seat: Callable[[str], Page]) -> None:
    tab, shown = in_seat(journey.seat), journey.views[0].as_at
    tab.goto(f"{journey.path}?as-at={shown}")
    _unfold(tab)
    for view in journey.views:
        if view.as_at != shown:
            _move(tab, view.as_at)
            shown = view.as_at
        assert say_moment(parse_moment(view.as_at)) in _words(tab, "body")
        words = _words(tab, view.part)
        assert [one for one in view.seen if one not in words] == [], (view.as_at, view.part, words)
        assert [one for one in view.unseen if one in words] == [], (view.as_at, view.part, words)


def _said_day(row: AskedRow | DriftRow) -> str:
    """The row's last day in time, as a page says it."""
    return say_moment(parse_moment(row.due_at)) if row.due_at else say(date.fromisoformat(row.due)) if row.due else ""


def _of_a_clock(row: AskedRow) -> tuple[str, ...]:
    """The words of a row's clock: its day, the day it was done, the days that are left or over, what is missing."""
    state, words = _state(row), []
    if state == "cannot_say":
        words += row.cures
    elif state != "ended":
        words.append(_said_day(row))
    if row.met:
        words.append(say(date.fromisoformat(row.met[:10])))
    if row.count and row.count[0] and row.count[1].endswith(("days left", "days late")):
        words.append(count_in_words(row.count[0], row.count[1].rsplit(" ", 1)[0]))
    return tuple(words)


def _state(row: AskedRow) -> str:
    return row.wexmouth or row.shown or row.state


def _read(context: BrowserContext, path: str, mark: str) -> list[tuple[str, str, str]]:
    """The parts with a name like the mark: its name, the word in its box, and all that it says.

    The page is asked for as the browser asks, and not drawn, which the journeys do.
    """
    answer = context.request.get(path)
    assert answer.status == 200, path
    parts = html.fromstring(answer.text()).xpath(f"//*[starts-with(@id, '{mark}')]")
    boxes = ".//*[contains(concat(' ', @class, ' '), ' govuk-tag ')]"
    return [(one.get("id"), one.xpath(f"string({boxes})"), " ".join(one.text_content().split())) for one in parts]


def _clocks_like(row: AskedRow, told: list[tuple[str, str, str]]) -> list[str]:
    """The clocks of the row's duty that stand on a page as the row says."""
    box, words = TAGS[_state(row)].text, _of_a_clock(row)
    mine = [one for one in told if re.fullmatch(rf"clock-{row.duty}(-\d+)?", one[0])]
    return [key for key, stands, said in mine if stands == box and all(word in said for word in words)]


@pytest.mark.parametrize(
    ("child", "as_at"),
    [pytest.param(*page, id=" ".join([*(row.id for row in some), *page])) for page, some in CLOCKS.items()],
)
def test_a_childs_page_shows_each_clock_of_the_story_as_it_stood_at(
    child: str, as_at: str, desk: BrowserContext
) -> None:
    told = _read(desk, f"/child/{CHILD[child]}?as-at={quote(as_at)}", "clock-")
    for row in CLOCKS[child, as_at]:
        assert _clocks_like(row, told), (row.id, _of_a_clock(row), told)


def test_a_clock_is_not_taken_for_what_it_says_on_another_day(desk: BrowserContext) -> None:
    rows = [row for page, some in CLOCKS.items() if page[0] == "Amara" for row in some if row.duty == "cp-icpc-15wd"]
    told = _read(desk, f"/child/{CHILD['Amara']}?as-at=2026-03-30", "clock-")
    assert len(rows) == 6
    assert [row.id for row in rows if _clocks_like(row, told)] == ["S5-06"]


@pytest.mark.parametrize("row", [pytest.param(one, id=one.case(one.children[0])) for one in QUESTIONS])
def test_a_page_says_why_each_question_of_the_story_is_asked_or_not_at_that_day(
    row: DriftRow, desk: BrowserContext
) -> None:
    path = f"/child/{CHILD[row.children[0]]}/why/{row.rule}?as-at={quote(row.as_at)}"
    words = _read(desk, path, "seen")[0][2]
    expected = [say(date.fromisoformat(one[:10])) for one in (row.started, row.met) if one]
    if row.due and row.state not in ("raised", "met_late"):
        expected.append(_said_day(row))
    if row.count and row.count[1].startswith(("times", "changes", "reviews", "starts")):
        expected.append(in_words(row.count[0]))
    assert expected
    assert [one for one in expected if one not in words] == [], words


def test_every_pass_if_is_followed_or_waits_with_a_reason() -> None:
    followed = {one.proves for one in JOURNEYS}
    assert followed | set(WAITS) | set(BY_AN_ACT) == set(PASS_IF)
    assert not followed & set(WAITS)
    assert not (followed | set(WAITS)) & set(BY_AN_ACT)
    assert [name for name in BY_AN_ACT.values() if not hasattr(test_doing, name)] == []
    assert set(PARTLY) <= followed
    assert [one for one, why in {**WAITS, **PARTLY, **NO_PAGE}.items() if not why.startswith("needs ")] == []


def test_every_row_of_the_five_stories_is_seen_on_a_page_or_waits_with_a_reason() -> None:
    seen = [row for one in JOURNEYS for row in one.rows]
    seen += [row.id for some in CLOCKS.values() for row in some] + [row.id for row in QUESTIONS]
    every: list[str] = [row.id for row in ROWS if row.id.startswith(STORIES)]
    every += [one for one in NOT_YET if one.startswith(STORIES)]
    assert sorted([*seen, *NO_PAGE]) == sorted(every)
