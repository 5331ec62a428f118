"""A day that nobody has looked at: the page that says so, seen by somebody without scripts, and what it turns into."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE, served
from tests.browser.workplace import FEWEST


def test_it_is_said_that_a_day_is_being_worked_out_and_then_the_day_opens_by_itself(
    browser: Browser, tmp_path: Path
) -> None:
    with served(tmp_path, "--children", FEWEST, HOLDFAST_SAY_SO_AFTER="0.001") as address:
        own = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
        tab = own.new_page()
        said: list[int] = []
        tab.on("response", lambda one: said.append(one.status) if "as-at" in one.url else None)
        tab.goto("/measures/?as-at=2026-01-09", wait_until="commit")
        expect(tab.locator("#main-content h1")).to_have_text("Measures", timeout=60_000)
        assert said == [202, 200]
        assert tab.url.endswith("/measures/?as-at=2026-01-09")
        own.close()
