"""Next week's extract is taken in. It comes last: what was worked out before is let go when the record moves on."""

import re

from playwright.sync_api import BrowserContext


def test_next_weeks_extract_is_taken_in_and_the_list_changes(desk: BrowserContext) -> None:
    tab = desk.new_page()
    tab.goto("/child/WX-S10-1?as-at=2026-06-08T07:30")
    before = tab.locator("main").inner_text()
    tab.goto("/import/")
    tab.get_by_role("button", name="See what next week's extract would change").click()
    assert "Callum Doyle" in tab.locator("main").inner_text()
    tab.get_by_role("button", name="Take it in").click()
    tab.wait_for_url(re.compile(r"/import/\?entry=3"))
    tab.get_by_role("link", name="See the Monday list as at").click()
    assert "as-at=2026-06-08T07%3A30" in tab.url or "as-at=2026-06-08T07:30" in tab.url
    tab.goto("/child/WX-S10-1?as-at=2026-06-08T07:30")
    assert tab.locator("main").inner_text() != before
    tab.goto("/import/")
    tab.get_by_role("button", name="See what next week's extract would change").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "Nothing would change"
    tab.close()
