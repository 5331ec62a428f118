"""From the council's page to papers that print on few sheets, a theme made ready, and the form of a word after it."""

import pypdfium2
from playwright.sync_api import Browser, Page

from tests.browser.test_scan import faults
from tests.browser.workplace import sitting

A_NEW_DAY = 90_000


def sheets(tab: Page) -> int:
    """On how many sheets of A4 the page that is open prints."""
    return len(pypdfium2.PdfDocument(tab.pdf(format="A4", prefer_css_page_size=True)))


def test_papers_print_on_few_sheets_and_a_visit_is_made_ready_and_spoken_of_after(
    browser: Browser, address: str
) -> None:
    with sitting(browser, address, "Director") as tab:
        tab.goto("/")
        tab.get_by_role("link", name="Visits and packs").click()
        for paper, most in (("Paper for members", 2), ("Paper for the improvement board", 4)):
            tab.get_by_role("link", name=paper).click()
            assert (paper, faults(tab)) == (paper, [])
            assert sheets(tab) <= most
            tab.get_by_label("Breadcrumb").get_by_role("link", name="Visits and packs").click()
        tab.get_by_role("link", name="Prepare a visit").click()
        tab.get_by_role("link", name="Missing and exploitation").click()
        assert faults(tab) == []
        # As at a day and as known by it: a record that nobody has looked at yet, which takes its time to be worked out.
        tab.get_by_role("link", name="Make it a paper that stays as it is").click(timeout=A_NEW_DAY)
        assert "This paper stays as it is" in tab.locator("#moment").inner_text()
        assert sheets(tab) <= 3
        tab.get_by_label("Breadcrumb").get_by_role("link", name="Prepare a visit").click()
        tab.goto("/visits/after/visit-5")
        tab.get_by_role("link", name="Say whether it was so").click()
        tab.get_by_role("button", name="Save").click()
        assert tab.get_by_role("alert").get_by_role("link").count() == 2
        assert faults(tab) == []
