"""The pictures in the README are of the product as it is: this makes them, and checks that each shows what it showed.

What each picture shows in words (its menu, its headings and the sentence under the first) is kept when they
are made. When a page says something else there, this fails until they are made again.
"""

import json
import os
import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import DESKTOP, ROOT

FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "home": "/", "monday": "/monday", "child": "/child/WX-S10-1", "why": "/child/WX-S10-1/why/ms-rhi-72h",
    "team": "/team/WX-T-east", "measure": "/measures/visits-on-time", "founding": "/founding/",
}  # fmt: skip
TALLEST = 1500
"""Pixels of a long page that a picture shows."""


SHOWN = Path(__file__).parent / "pictures_shown.json"


def _shown(written: str) -> list[str]:
    """What of a page its picture would show, as far as it can be told in words."""
    parts = html.document_fromstring(written).xpath(
        "//nav//a | //main//h1 | //main//h2 | //main//*[contains(@class, 'hf-lead')][1]"
    )
    return [" ".join(one.text_content().split()) for one in parts]


def _named() -> list[str]:
    """The pictures that the README shows."""
    return re.findall(r"docs/pictures/([\w-]+\.png)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_picture_that_the_readme_shows_is_there_and_no_other() -> None:
    there = sorted(path.name for path in FOLDER.glob("*.png"))
    assert sorted(set(_named()) - set(there)) == []
    assert [name for name in there if name.removesuffix(".png") not in PICTURES] == []


@pytest.mark.skipif(os.environ.get("HOLDFAST_MAKE_PICTURES") == "1", reason="they are being made")
@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_shows_what_its_page_says_today(name: str, desk: BrowserContext) -> None:
    kept = json.loads(SHOWN.read_text(encoding="utf-8"))
    assert _shown(desk.request.get(PICTURES[name]).text()) == kept[name], "take the pictures again: make pictures"


@pytest.mark.skipif(os.environ.get("HOLDFAST_MAKE_PICTURES") != "1", reason="asked for by HOLDFAST_MAKE_PICTURES=1")
def test_the_pictures_are_made(browser: Browser, address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(base_url=address, viewport=DESKTOP)
    tab = context.new_page()
    shown = {}
    for name, path in PICTURES.items():
        tab.goto(path)
        shown[name] = _shown(tab.content())
        tall = min(TALLEST, tab.evaluate("() => document.documentElement.scrollHeight"))
        made = Path(FOLDER / f"{name}.png")
        tab.screenshot(path=made, full_page=True, clip={"x": 0, "y": 0, "width": DESKTOP["width"], "height": tall})
        assert made.stat().st_size > 20_000, name
    SHOWN.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    context.close()
