"""The accessibility scan finds nothing on any kind of page, in any state, and at 320 pixels nothing is too wide."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from holdfast.casework.acts.register import BY_CODE
from tests.browser.conftest import PHONE
from tests.browser.places import FORMS, KINDS, ON_A_PHONE, SEATED
from tests.browser.workplace import sitting

AXE = Path(__file__).parent / "axe.min.js"
ASKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # It would fetch every style sheet again, for one rule about turned telephones that no style of ours is about.
    "preload": False,
}
TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= wide) return []
  const boxed = one => one.closest('.hf-scroll, svg, details:not([open])')
  return [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > wide + 1 && !boxed(one))
    .map(one => one.tagName + '.' + one.getAttribute('class') + ': ' + (one.textContent || '').trim().slice(0, 60))
    .slice(0, 5).concat(['the page is ' + document.documentElement.scrollWidth + ' wide'])
}"""


def faults(tab: Page) -> list[str]:
    """What the scan finds wrong with the page that is open, a line for each kind with its first element."""
    if not tab.evaluate("() => typeof axe !== 'undefined'"):
        tab.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = tab.evaluate("asked => axe.run(document, asked)", ASKED)
    return [
        f"{one['id']}: {one['help']}, {len(one['nodes'])} times, first {one['nodes'][0]['html'][:160]}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_scan_finds_nothing_and_at_320_pixels_nothing_is_pushed_sideways_on(kind: str, tab: Page) -> None:
    tab.goto(KINDS[kind])
    assert faults(tab) == []
    tab.set_viewport_size(PHONE)
    assert tab.evaluate(TOO_WIDE) == []
    if KINDS[kind] in ON_A_PHONE:
        assert faults(tab) == []


def test_the_check_at_320_pixels_turns_red_at_something_wide(tab: Page) -> None:
    tab.set_viewport_size(PHONE)
    tab.set_content("<main><p style='width: 400px'>wide</p></main>")
    assert tab.evaluate(TOO_WIDE)


def send_nothing(tab: Page) -> None:
    """Empty the form and send it: what comes back is the whole form, with what is missing."""
    tab.evaluate("() => document.querySelectorAll('#form textarea, #form input[type=text], #form input[type=date]')"
                 ".forEach(one => { one.value = '' })")  # fmt: skip
    with tab.expect_navigation():
        tab.get_by_role("button", name="Save", exact=True).click()


@pytest.mark.parametrize("seat", FORMS)
def test_the_scan_finds_nothing_on_a_form_at_a_desk_or_on_a_phone(seat: str, browser: Browser, address: str) -> None:
    with sitting(browser, address, seat) as tab:
        for path in FORMS[seat]:
            answer = tab.goto(path)
            assert (path, answer.status if answer else 0) == (path, 200)
            if "/do/" in path:
                send_nothing(tab)
                assert (path, tab.title().startswith("Error: ")) == (path, True)
            assert (path, faults(tab)) == (path, [])
    with sitting(browser, address, seat, viewport=PHONE) as tab:
        for path in FORMS[seat][:1]:
            tab.goto(path)
            assert (path, faults(tab)) == (path, [])


def test_the_scan_finds_nothing_on_the_page_that_gives_words_back(browser: Browser, address: str) -> None:
    with sitting(browser, address, "Social worker", viewport=PHONE) as tab:
        tab.goto("/child/WX-S05-1/do/visit-note")
        tab.locator("#saw").fill("She showed me where the cat sleeps.")
        tab.context.clear_cookies(name="csrftoken")
        with tab.expect_navigation():
            tab.get_by_role("button", name="Save", exact=True).click()
        assert "Your words are still here" in tab.get_by_role("alert").inner_text()
        assert (faults(tab), tab.evaluate(TOO_WIDE)) == ([], [])


def test_words_are_thrown_away_with_the_keyboard_alone_and_the_scan_finds_nothing(
    browser: Browser, address: str
) -> None:
    with sitting(browser, address, "Social worker", viewport=PHONE) as tab:
        tab.goto("/child/WX-S05-1/do/visit-note")
        tab.locator("#saw").fill("Not for this child at all.")
        with tab.expect_navigation():
            tab.get_by_role("button", name="Keep for later").press("Enter")
        with tab.expect_navigation():
            tab.get_by_role("link", name="Throw away what you wrote").press("Enter")
        assert (faults(tab), tab.evaluate(TOO_WIDE)) == ([], [])
        with tab.expect_navigation():
            tab.get_by_role("button", name="Throw it away").press("Enter")
        assert "The words were thrown away." in tab.locator("#thrown").inner_text()
        assert "Not for this child" not in tab.locator("main").inner_text()
        assert (faults(tab), tab.evaluate(TOO_WIDE)) == ([], [])


@pytest.mark.parametrize("seat", SEATED)
def test_the_scan_finds_nothing_on_what_a_seat_sees_otherwise_or_may_not_see(
    seat: str, browser: Browser, address: str
) -> None:
    with sitting(browser, address, seat) as tab:
        for path, status in SEATED[seat]:
            answer = tab.goto(path)
            assert (path, answer.status if answer else 0, faults(tab)) == (path, status, [])


def test_a_monday_with_nobody_on_it_is_among_the_pages_that_are_scanned(tab: Page) -> None:
    tab.goto(KINDS["monday, when nothing was"])
    assert tab.locator("[id^='child-']").count() == 0


def test_the_form_of_every_act_is_among_those_that_are_scanned() -> None:
    every = [path for paths in FORMS.values() for path in paths]
    acts = [path.partition("?")[0] for path in every if "/do/" in path and path.startswith("/child/")]
    scanned = {path.rpartition("/do/")[2] for path in acts}
    assert scanned == set(BY_CODE)


def test_the_scan_finds_nothing_where_everything_is_unfolded(tab: Page) -> None:
    for path in ("/child/WX-S10-1", "/measures/visits-on-time", "/monday"):
        tab.goto(path)
        tab.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert (path, faults(tab)) == (path, [])


def test_every_page_that_is_scanned_on_a_phone_is_one_that_is_opened() -> None:
    assert set(ON_A_PHONE) <= set(KINDS.values())


def test_the_scan_finds_nothing_on_a_difference_and_on_an_error(tab: Page) -> None:
    tab.goto("/import/")
    tab.get_by_role("button", name="See what next week's extract would change").click()
    assert "change" in tab.get_by_role("heading", level=1).inner_text()
    assert faults(tab) == []
    tab.goto("/import/")
    tab.get_by_role("button", name="Read the file and show what would change").click()
    assert "No file was chosen" in tab.get_by_role("alert").inner_text()
    assert faults(tab) == []


def test_the_scan_turns_red_at_a_planted_fault(tab: Page) -> None:
    tab.goto("/about/")
    tab.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<input><img src=\"data:,\">')")
    assert {one.partition(":")[0] for one in faults(tab)} >= {"label", "image-alt"}
