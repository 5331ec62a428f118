"""R8: somebody works over 50 kbit/s, with 800 ms there and back and one packet in twenty lost (``lossy.py``)."""

from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from uuid import uuid4

from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.bar.ground import children_for, filled, form_of, fresh, rows
from tests.bar.line import Control, Found, Line
from tests.bar.lossy import Lossy, lossy
from tests.bar.over_http import ask
from tests.bar.running import running, sabotaged
from tests.bar.typed import CHROMIUM, SEAT, signed_in

NOTED, USABLE, A_FORM = 10.0, 12.0, 150_000
"""Seconds until a note is acknowledged, seconds until a page is usable, and the bytes of a form's page."""

WHOLE = 60.0
"""Seconds of the whole note that the machines may take: the other half of two minutes is for the typing."""

PHONE: ViewportSize = {"width": 320, "height": 640}

SENTENCE = "She showed me where the cat sleeps. "
A_NOTE = (SENTENCE * 400)[:8192]


class Figures:
    """The worst of each figure, and what was beyond its limit."""

    def __init__(self) -> None:
        """Nothing is measured yet."""
        self.worst: dict[str, float] = {}
        self.wrong: list[str] = []

    def add(self, what: str, figure: float, limit: float, unit: str) -> None:
        """Hold the figure to its limit."""
        self.worst[what] = max(self.worst.get(what, 0.0), figure)
        if figure > limit:
            self.wrong.append(f"{what}: {figure:,.0f} {unit}, and at most {limit:,.0f} {unit} are allowed")


def _context(browser: Browser, way: Lossy) -> BrowserContext:
    """A browser that holds nothing yet of any page."""
    address = f"http://127.0.0.1:{way.port}"
    own = browser.new_context(base_url=address, locale="en-GB", viewport=PHONE, is_mobile=True, has_touch=True)
    own.set_default_timeout(90_000)
    own.add_cookies([signed_in(address)])
    return own


def _page_of_a_child(browser: Browser, way: Lossy, child: str, figures: Figures) -> None:
    own = _context(browser, way)
    tab, began = own.new_page(), monotonic()
    tab.goto(f"/child/{child}", wait_until="load")
    tab.get_by_role("heading", level=1).wait_for()
    figures.add("a child's page is usable", monotonic() - began, USABLE, "s")
    own.close()


def _note(browser: Browser, way: Lossy, child: str, words: Mapping[str, str], figures: Figures) -> None:
    own = _context(browser, way)
    tab, before, opened = own.new_page(), way.down.carried, monotonic()
    tab.goto(f"/child/{child}/do/visit-note", wait_until="load")
    figures.add("the form's page", way.down.carried - before, A_FORM, "bytes")
    for name, word in words.items():
        part = tab.locator(f"#form [name='{name}']")
        kind = part.first.get_attribute("type")
        if kind == "radio":
            tab.locator(f"#form [name='{name}'][value='{word}']").check(force=True)
        elif part.first.evaluate("one => one.tagName") == "SELECT":
            part.select_option(word)
        elif kind != "checkbox":
            part.fill(word)
    began = monotonic()
    with tab.expect_response(lambda one: one.url.endswith("/draft") and "sleeps" in (one.request.post_data or "")):
        tab.locator("#saw").fill(A_NOTE)
    tab.locator("#kept").filter(has_text="Kept.").wait_for()
    figures.add("the draft of an 8 KB note is said to be kept", monotonic() - began, NOTED, "s")
    began = monotonic()
    tab.get_by_role("button", name="Save", exact=True).click()
    tab.locator("#done").wait_for()
    figures.add("an 8 KB note is acknowledged", monotonic() - began, NOTED, "s")
    figures.add("the whole note on a phone, but for the typing", monotonic() - opened, WHOLE, "s")
    own.close()


def _broken(way: Lossy, file: Path, child: str, cut: str, figures: Figures) -> None:
    """The link breaks under a note, which is sent again as it was until it is acknowledged: saved once, and said so."""
    text = f"{uuid4().hex} {A_NOTE}".strip()
    base = int(rows(file, "SELECT max(position) FROM store_entry")[0][0])
    form, answers = form_of(SEAT, {"text": text}, uuid4().hex, base), list[str]()
    way.cut, before = cut, _acts(file)
    while len(answers) < 5 and "302" not in answers:
        try:
            answers.append(str(ask(way.port, SEAT, f"/child/{child}/do/who-i-am", form)))
        except (OSError, HTTPException) as problem:
            answers.append(type(problem).__name__)
    there = rows(file, "SELECT count(*) FROM store_signedtext WHERE text = ?", text)[0][0]
    times = _acts(file) - before
    if (there, times) != (1, 1) or len(answers) < 2 or "302" not in answers:
        figures.wrong.append(f"a note whose link broke ({cut}), answered {answers}, was saved {times} times")


def _acts(file: Path) -> int:
    return int(rows(file, "SELECT count(*) FROM store_act")[0][0])


def slow_and_lossy(n: int) -> Found:
    """So many people in turn: a child's page, a form, an 8 KB note in it, and a note whose link breaks."""
    if not CHROMIUM.exists():
        return Found(n=0, wrong=0, said=f"not measured: there is no browser at {CHROMIUM}")
    figures = Figures()
    with fresh() as file, sync_playwright() as play:
        children = children_for("visit-note", SEAT)
        words = filled("visit-note", SEAT, children[0], "kept")
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        with running(file) as server:
            for number in range(n):
                child = children[number % len(children)]
                with lossy(server.port, number) as way:
                    try:
                        _page_of_a_child(browser, way, child, figures)
                        _note(browser, way, child, words, figures)
                    except BrowserError as problem:
                        figures.wrong.append(repr(problem)[:200])
                    _broken(way, file, child, "there" if number % 2 else "back", figures)
        browser.close()
    said = "; ".join(f"{what}: {figure:,.0f} at most" for what, figure in figures.worst.items())
    return Found(n=n, wrong=len(figures.wrong), said=said, examples=tuple(figures.wrong[:4]))


R8 = Line(
    code="R8",
    says="On a phone of 320 pixels, at 50 kbit/s, 800 ms there and back and 5% loss: an 8 KB note is acknowledged "
    "within 10 s and done within 60 s but for the typing, a child's page usable within 12 s, a form's page at most "
    "150 KB, and a note whose link broke is saved once",
    unit="people in turn", measure=slow_and_lossy, full=12, short=2, asked="no number", whole=True,
    controls=(
        Control(words="every page is heavy", n=1, sabotage=lambda: sabotaged("every page is heavy")),
        Control(words="the key is not stored", n=1, sabotage=lambda: sabotaged("the key is not stored")),
    ),
)  # fmt: skip

LINES = (R8,)
