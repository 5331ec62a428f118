"""The accessibility scan finds nothing on any kind of page, in any state."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.places import KINDS

pytestmark = pytest.mark.xdist_group("browser")

AXE = Path(__file__).parent / "axe.min.js"
ASKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


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
def test_the_scan_finds_nothing_on(kind: str, tab: Page) -> None:
    tab.goto(KINDS[kind])
    assert faults(tab) == []


def test_the_scan_finds_nothing_where_everything_is_unfolded(tab: Page) -> None:
    for path in ("/child/WX-S10-1", "/measures/visits-on-time", "/monday"):
        tab.goto(path)
        tab.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert (path, faults(tab)) == (path, [])


def test_the_scan_finds_nothing_on_a_phone(desk: BrowserContext) -> None:
    tab = desk.new_page()
    tab.set_viewport_size({"width": 320, "height": 640})
    for path in ("/", "/monday", "/child/WX-S10-1", "/measures/visits-on-time"):
        tab.goto(path)
        assert (path, faults(tab)) == (path, [])
    tab.close()


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
