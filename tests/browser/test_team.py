"""A team's children on a phone: a block each and nothing to push sideways; on a desk, a table."""

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_scan import faults

SIDEWAYS = "() => { const box = document.querySelector('.hf-scroll'); return box.scrollWidth - box.clientWidth }"


@pytest.mark.parametrize(("size", "stacked"), [(PHONE, True), (DESKTOP, False)])
def test_on_a_phone_each_child_is_a_block_whose_cells_name_their_column(
    size: dict[str, int], stacked: bool, desk: BrowserContext
) -> None:
    tab = desk.new_page()
    tab.set_viewport_size({"width": size["width"], "height": size["height"]})
    tab.goto("/team/WX-T-east")
    child = tab.locator("#sight tbody tr").first
    assert tab.evaluate(SIDEWAYS) == 0
    assert child.locator(".hf-sight__head").first.is_visible() is stacked
    assert tab.locator("#sight thead").is_visible() is not stacked
    name, cell = child.locator("th").bounding_box(), child.locator("td").first.bounding_box()
    assert name is not None
    assert cell is not None
    assert (cell["y"] >= name["y"] + name["height"] - 1) is stacked
    assert child.get_by_role("rowheader").count() == 1
    assert faults(tab) == []
    tab.close()
