"""By keyboard, on paper, without a script, and without asking any other host."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page

FOCUS = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const style = getComputedStyle(one), box = one.getBoundingClientRect()
  return { name: one.tagName + ' ' + (one.textContent || one.getAttribute('name') || '').trim().slice(0, 40),
           seen: box.width > 0 && box.height > 0,
           marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none'
             || style.backgroundColor !== 'rgba(0, 0, 0, 0)' }
}"""


REACHABLE = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'
  )].filter(one => one.getClientRects().length && !one.closest('details:not([open]) > :not(summary)')).length"""


@pytest.mark.parametrize("path", ["/", "/monday", "/child/WX-S10-1", "/import/"])
def test_everything_is_reached_by_keyboard_in_order_and_shows_that_it_is(path: str, tab: Page) -> None:
    tab.goto(path)
    wanted = tab.evaluate(REACHABLE)
    reached = []
    for _ in range(min(wanted, 60)):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate(FOCUS))
    assert None not in reached
    assert [one["name"] for one in reached if not (one["seen"] and one["marked"])] == []
    assert "Skip to main content" in reached[0]["name"]


def test_the_first_key_leads_past_the_navigation(tab: Page) -> None:
    tab.goto("/monday")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => document.activeElement.id") == "main-content"


def test_somebody_goes_from_the_council_to_a_child_and_why_by_keyboard_alone(tab: Page) -> None:
    tab.goto("/monday")
    _to(tab, "Callum Doyle")
    tab.wait_for_url(re.compile(r"/child/WX-S10-1"))
    tab.locator("a[href*='/why/ms-rhi-72h']").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/why/ms-rhi-72h"))
    assert tab.get_by_role("heading", level=1).count() == 1


def _to(tab: Page, name: str) -> None:
    """Press Tab until the link of this name has the focus, then Enter."""
    for _ in range(120):
        tab.keyboard.press("Tab")
        if name in tab.evaluate("() => document.activeElement.textContent || ''"):
            tab.keyboard.press("Enter")
            return
    raise AssertionError(f"The keyboard never came to {name}")


def test_another_moment_is_chosen_by_form_without_a_script(without_script: BrowserContext) -> None:
    tab = without_script.new_page()
    tab.goto("/monday")
    tab.get_by_text("Look at another moment").click()
    tab.get_by_label("Show the record as at").fill("2026-05-04T08:30")
    tab.get_by_role("button", name="Look", exact=True).click()
    assert "as-at=2026-05-04T08%3A30" in tab.url
    assert "Monday 4 May 2026, 08:30" in tab.locator("body").inner_text()
    tab.get_by_role("link", name="Back to today").click()
    assert "Monday 1 June 2026, 08:30" in tab.locator("body").inner_text()
    tab.close()


@pytest.mark.parametrize("path", ["/", "/monday", "/child/WX-S10-1", "/measures/visits-on-time", "/founding/"])
def test_a_page_says_the_same_with_scripts_turned_off(path: str, tab: Page, without_script: BrowserContext) -> None:
    plain = without_script.new_page()
    plain.goto(path)
    tab.goto(path)
    assert plain.locator("main").inner_text() == tab.locator("main").inner_text()
    plain.close()


@pytest.mark.parametrize("path", ["/monday", "/child/WX-S10-1", "/measures/visits-on-time"])
def test_on_paper_there_is_the_page_and_no_navigation(path: str, tab: Page) -> None:
    tab.goto(path)
    tab.emulate_media(media="print")
    assert tab.locator("nav.hf-nav").is_hidden()
    assert tab.get_by_role("heading", level=1).is_visible()
    assert tab.evaluate("() => getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert tab.pdf(format="A4").startswith(b"%PDF")
    tab.emulate_media(media="screen")


def test_a_link_with_a_mark_shows_what_it_speaks_of(tab: Page) -> None:
    tab.goto("/founding/walk")
    marked = [
        one
        for one in tab.locator("main a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        if "#" in one
    ]
    assert marked
    for href in marked:
        tab.goto(href)
        assert tab.locator(":target").count() == 1, href


def test_no_page_asked_any_other_host_for_anything(elsewhere: list[str], tab: Page) -> None:
    for path in ("/", "/monday", "/measures/visits-on-time"):
        tab.goto(path)
    assert elsewhere == []


def test_the_style_sheets_that_a_page_asks_for_are_there(tab: Page) -> None:
    answers: dict[str, int] = {}
    tab.on("response", lambda one: answers.update({one.url: one.status}) if "/static/" in one.url else None)
    tab.goto("/about/")
    assert len(answers) > 2
    assert set(answers.values()) <= {200, 304}
