"""Every link of the tour and of its walk: the page behind it is not empty, and what it marks is there.

Pages behind links are asked for with the browser's own request and read without being drawn: whether a mark is on a
page does not hang on drawing, and the scan and the other journeys draw every kind of page. The twelve stops of the
walk, and the buttons that enter a seat, are pressed.
"""

from collections.abc import Iterable

from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page

from holdfast.web.founding.items import the_tour
from holdfast.web.seats import BY_CODE
from tests.browser.workplace import main, sitting

LINKS = [item.link for item in the_tour().items if item.link is not None]
STOPS = [stop.link for stop in the_tour().stops]


def amiss(text: str, marks: Iterable[str]) -> list[str]:
    """The marks that the page does not have, or has with nothing said in them; "" where the page itself is empty."""
    page = html.fromstring(text)
    said = {str(one.get("id")): one.text_content().strip() for one in page.xpath("//*[@id]")}
    beside = page.xpath("string(//main//*[self::p or self::td or self::li][normalize-space()][1])")
    return [mark for mark in marks if not (said.get(mark) if mark else beside.strip())]


def test_every_link_of_the_tour_opens_the_thing_it_names(desk: BrowserContext) -> None:
    marks: dict[str, set[str]] = {}
    for link in LINKS:
        if not link.seat:
            path, _, mark = link.href.partition("#")
            marks.setdefault(path, {""}).add(mark)
    wrong = []
    for path, wanted in marks.items():
        answer = desk.request.get(path)
        if answer.status != 200 or amiss(answer.text(), wanted):
            wrong.append((path, answer.status, wanted))
    assert wrong == []
    assert len(LINKS) >= 45


def test_a_page_without_the_mark_or_with_nothing_to_say_is_amiss() -> None:
    page = "<main><h1>Times missing</h1><p> </p>{}</main>"
    assert amiss(page.format("<p id='missing'>One child</p>"), ("", "missing")) == []
    assert amiss(page.format("<p>One child</p>"), ("", "missing")) == ["missing"]
    assert amiss(page.format("<p>One child</p><p id='missing'></p>"), ("", "missing")) == ["missing"]
    assert amiss(page.format(""), ("",)) == [""]


def test_each_of_the_twelve_stops_of_the_walk_leads_to_what_it_speaks_of(tab: Page, address: str) -> None:
    assert len(STOPS) == 12
    for number, link in enumerate(STOPS):
        tab.goto("/founding/walk")
        with tab.expect_navigation():
            tab.locator("main ol > li").nth(number).locator(f"a[href='{link.href}']").click()
        assert tab.url == f"{address}{link.href}"
        assert tab.locator("main p").count()
        if link.anchor:
            marked = tab.locator(":target")
            assert marked.is_visible(), link.href
            assert marked.inner_text().strip(), link.href


def test_a_button_of_the_tour_enters_each_seat_it_needs_and_opens_the_form_it_names(
    browser: Browser, address: str
) -> None:
    links = list(dict.fromkeys(link for link in LINKS if link.seat))
    assert len({link.href for link in links}) == len(links) >= 7
    with sitting(browser, address, "Portfolio holder") as tab:
        for link in links:
            tab.context.clear_cookies()
            tab.goto("/founding/")
            with tab.expect_navigation():
                tab.locator(f"form:has(input[value='{link.href}'])").get_by_role("button").first.click()
            assert tab.url == f"{address}{link.href}"
            assert tab.locator(f"[id='{link.anchor}']").first.inner_text().strip()
            assert BY_CODE[link.seat].title in tab.locator("body").inner_text()
            assert main(tab)
