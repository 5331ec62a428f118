"""The improvement plan is one page: on paper too."""

import pypdfium2
from playwright.sync_api import Page


def test_the_whole_plan_is_printed_on_one_page_with_its_days_and_what_leaders_decided(tab: Page) -> None:
    tab.goto("/plan/")
    with pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True)) as paper:
        words = paper[0].get_textpage().get_text_bounded()
        assert len(paper) == 1
        assert paper[0].get_width() > paper[0].get_height(), "it lies across"
    for told in ("What was planned, and when it was done", "What leaders decided, followed to done", "Stalled"):
        assert told in words
