"""Every link of the tour, opened in a real browser: the thing it names is there, marked, and not empty."""

import pytest
from playwright.sync_api import Browser

from holdfast.web.founding.items import the_tour

pytestmark = pytest.mark.xdist_group("browser")


def test_every_link_of_the_tour_opens_the_thing_it_names(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    tab = context.new_page()
    links = [item.link for item in the_tour().items if item.link is not None]
    amiss = []
    for link in dict.fromkeys(one.href for one in links if one.anchor):
        answer = tab.goto(link)
        mark = link.partition("#")[2]
        words = tab.locator(f"[id='{mark}']").first.inner_text() if tab.locator(f"[id='{mark}']").count() else ""
        # Going to another mark of the page that is open asks the server nothing, so there is no answer to look at.
        if (answer is not None and answer.status != 200) or not words.strip():
            amiss.append(link)
    context.close()
    assert amiss == []
    assert len(links) >= 45
