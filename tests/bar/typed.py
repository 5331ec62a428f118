"""R6: somebody types in a real browser, something breaks, and the form comes back with the words.

A tab that dies while there is no network loses what was typed since: nothing is kept on the device, and the page says
"Not kept yet". So each session that loses its network, or its server, has it back for a while before its tab dies.
"""

import asyncio
import os
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any
from unittest.mock import patch

from django.core.signing import get_cookie_signer
from playwright.async_api import Browser, BrowserContext, Page, Route, async_playwright

from holdfast.web.seats import COOKIE
from tests.bar.ground import children_for, fresh
from tests.bar.line import Control, Found, Line
from tests.bar.over_http import ask
from tests.bar.running import ROOT, Running, running

CHROMIUM = Path(os.environ.get("HOLDFAST_CHROMIUM", "/usr/bin/chromium"))
SEAT = "team-manager"
PARTS = ("purpose", "saw", "their_words", "means", "next")
WORDS = "she showed me where the cat sleeps and said it is warm there when the others are out".split()

AT_ONCE = 8
"""So many people type at once."""

LAST = 5.0
"""What was typed in so many seconds before the tab died may be lost, and nothing else."""

BACK = {"network": (6.0, 9.0), "hanging": (12.0, 14.0)}
"""For so many seconds, at least and at most, people type on once the server answers again."""

Sent = Callable[[Route], Awaitable[None]]


async def as_it_is(route: Route) -> None:
    """The script as the server sends it."""
    await route.continue_()


SCRIPT: dict[str, Sent] = {"sent": as_it_is}
"""How the script that keeps the words reaches the page."""


class Typing:
    """Somebody at a form: what was typed in each part, and when each word had been typed."""

    def __init__(self, tab: Page, chance: Random) -> None:
        """``steady`` people never rest, and stay in one part of the form."""
        self.tab, self.chance, self.steady = tab, chance, chance.random() < 0.4
        self.part = chance.choice(PARTS)
        self.typed: list[tuple[float, str, str]] = []
        self.whole = dict.fromkeys(PARTS, "")

    async def go_on(self, least: float, most: float, until: asyncio.Event | None = None) -> None:
        """Type for so many seconds, and not less than until something has happened."""
        end = monotonic() + self.chance.uniform(least, most)
        await self._at(self.part)
        while monotonic() < end or (until is not None and not until.is_set()):
            if not self.steady and self.chance.random() < 0.1:
                await self._at(self.chance.choice(PARTS))
            word = f"{self.chance.choice(WORDS)} "
            await self.tab.keyboard.type(word)
            self.whole[self.part] += word
            self.typed.append((monotonic(), self.part, self.whole[self.part]))
            rest = not self.steady and self.chance.random() < 0.05
            await asyncio.sleep(2.5 if rest else self.chance.uniform(0.1, 0.5))

    async def _at(self, part: str) -> None:
        self.part = part
        await self.tab.locator(f"#form [name='{part}']").focus()
        await self.tab.keyboard.press("Control+End")

    def lost(self, back: Mapping[str, str], at: float) -> float:
        """How many seconds before that moment the first word was typed that did not come back; 0 where all did."""
        gone = [when for when, part, words in self.typed if not back.get(part, "").startswith(words)]
        return max([0.0, *(at - when for when in gone)])


async def killed(typing: Typing, tab: Page) -> float:
    """The process that draws the page is gone at once, without a last word to the page; gives when."""
    gone: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    tab.once("crash", lambda _: gone.set_result(monotonic()))
    tools = await tab.context.new_cdp_session(tab)
    crash = asyncio.create_task(tools.send("Page.crash"))
    at = await asyncio.wait_for(gone, 30)
    crash.cancel()
    return at


async def _tab_killed(typing: Typing, tab: Page, _: asyncio.Event) -> float:
    await typing.go_on(7, 14)
    return await killed(typing, tab)


async def _network_cut(typing: Typing, tab: Page, _: asyncio.Event) -> float:
    await typing.go_on(3, 7)
    await tab.context.set_offline(True)
    await typing.go_on(3, 8)
    await tab.context.set_offline(False)
    await typing.go_on(*BACK["network"])
    return await killed(typing, tab)


async def _network_hangs(typing: Typing, tab: Page, _: asyncio.Event) -> float:
    """What is sent meanwhile is never answered, and never said to have failed."""
    hangs = True

    async def held(route: Route) -> None:
        if not hangs:
            await route.continue_()

    await typing.go_on(3, 7)
    await tab.route("**/draft", held)
    await typing.go_on(3, 8)
    hangs = False
    await typing.go_on(*BACK["hanging"])
    return await killed(typing, tab)


async def _server_killed(typing: Typing, tab: Page, back: asyncio.Event) -> float:
    """A server that begins takes what is sent and answers it only once it is ready: to the page it hangs."""
    await typing.go_on(3, 7, until=back)
    await typing.go_on(*BACK["hanging"])
    return await killed(typing, tab)


async def _session_ended(typing: Typing, tab: Page, _: asyncio.Event) -> float:
    """Nobody sits there any more; whoever typed on presses Save, and enters again where the page says so."""
    await typing.go_on(3, 7)
    await tab.context.clear_cookies(name=COOKIE)
    await typing.go_on(3, 8)
    at = monotonic() + LAST
    await tab.get_by_role("button", name="Save", exact=True).click()
    await tab.get_by_role("button", name="go on writing").click()
    await tab.locator("#form").wait_for()
    return at


async def _session_ended_and_tab_killed(typing: Typing, tab: Page, _: asyncio.Event) -> float:
    """Nobody sits there any more, whoever typed on never learns of it, and the page is gone."""
    await typing.go_on(3, 7)
    await tab.context.clear_cookies(name=COOKIE)
    await typing.go_on(5, 9)
    return await killed(typing, tab)


FAULTS = {
    "the tab is killed": _tab_killed, "the network is cut": _network_cut, "the network hangs": _network_hangs,
    "the session ends": _session_ended, "the session ends, then the tab is killed": _session_ended_and_tab_killed,
}  # fmt: skip


async def _written(tab: Page) -> dict[str, str]:
    return {part: await tab.locator(f"#form [name='{part}']").input_value() for part in PARTS}


def signed_in(address: str) -> Any:
    """The cookie of whoever has entered in the seat."""
    return {"name": COOKIE, "value": get_cookie_signer(salt=COOKIE).sign(SEAT), "url": address}


async def device(browser: Browser, address: str) -> BrowserContext:
    """A browser that nobody used before, in which somebody has entered."""
    own = await browser.new_context(base_url=address, locale="en-GB")
    own.set_default_timeout(30_000)
    await own.add_cookies([signed_in(address)])
    await own.route(re.compile(r"keep[^/]*\.js"), SCRIPT["sent"])
    return own


async def opened_again(browser: Browser, address: str, form: str, key: str) -> dict[str, str]:
    """What the form says in another browser, found by its own link; nothing where no link leads to it."""
    own = await device(browser, address)
    tab = await own.new_page()
    await tab.goto(form)
    links = tab.locator(f"a[href*='draft={key}']")
    words: dict[str, str] = {}
    if await links.count():
        await links.first.click()
        await tab.locator(f"#form [name='key'][value='{key}']").wait_for(state="attached")
        words = await _written(tab)
    await own.close()
    return words


@dataclass
class Outage:
    """A server that is killed while people type, and begun again: ``opened`` of so many have their form before them."""

    people: int
    opened: int = 0
    back: asyncio.Event = field(default_factory=asyncio.Event)

    async def when_all_type(self) -> None:
        """Wait until everybody has the form, or should have, and then as long as it takes to write some words."""
        end = monotonic() + 90
        while self.opened < self.people and monotonic() < end:
            await asyncio.sleep(0.2)
        await asyncio.sleep(6)


async def _session(browser: Browser, address: str, child: str, number: int, outage: Outage | None) -> tuple[float, str]:
    """One person at one form: how many seconds of typing were lost, and how it came about."""
    chance = Random(number)
    fault = "the server is killed" if outage else list(FAULTS)[number % len(FAULTS)]
    form = f"/child/{child}/do/visit-note"
    own = await device(browser, address)
    tab = await own.new_page()
    await tab.goto(form)
    key = await tab.locator("#form [name='key']").input_value()
    typing = Typing(tab, chance)
    if outage:
        outage.opened += 1
    at = await (FAULTS.get(fault) or _server_killed)(typing, tab, outage.back if outage else asyncio.Event())
    if fault == "the session ends":
        words = await _written(tab)
    else:
        words = await opened_again(browser, address, form, key)
    await own.close()
    lost = typing.lost(words, at)
    how = "without a rest" if typing.steady else "with rests"
    return lost, f"{fault} while somebody types {how}: the last {lost:.1f} s are lost"


async def _sessions(server: Running, children: list[str], n: int) -> list[tuple[float, str] | BaseException]:
    found: list[tuple[float, str] | BaseException] = []
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        for group, first in enumerate(range(0, n, AT_ONCE)):
            numbers = range(first, min(first + AT_ONCE, n))
            outage = Outage(people=len(numbers)) if group % 4 == 1 else None
            work = [_session(browser, server.address, children[one % len(children)], one, outage) for one in numbers]
            killer = asyncio.create_task(_kill_and_begin(server, outage)) if outage else None
            found += await asyncio.gather(*work, return_exceptions=True)
            if killer:
                await killer
        await browser.close()
    return found


async def _kill_and_begin(server: Running, outage: Outage) -> None:
    await outage.when_all_type()
    server.kill()
    try:
        await asyncio.to_thread(server.begin)
        await asyncio.to_thread(ask, server.port, SEAT, "/healthz")
    finally:
        outage.back.set()


def no_lost_typing(n: int) -> Found:
    """So many people type a visit note, each until something breaks; then each form is opened again."""
    if not CHROMIUM.exists():
        return Found(n=0, wrong=0, said=f"not measured: there is no browser at {CHROMIUM}")
    with fresh() as file:
        children = children_for("visit-note", SEAT)
        with running(file) as server:
            found = asyncio.run(_sessions(server, children, n))
    amiss = [repr(one) for one in found if isinstance(one, BaseException)]
    told = [one for one in found if not isinstance(one, BaseException)]
    wrong = [words for lost, words in told if lost > LAST]
    most = max([0.0, *(lost for lost, _ in told)])
    said = f"the last {most:.1f} s lost at most; {len(FAULTS) + 1} kinds of fault, a network that hangs among them"
    return Found(n=len(found), wrong=len(wrong) + len(amiss), said=said, examples=(*wrong[:4], *amiss[:2]))


async def _not_sent(route: Route) -> None:
    await route.abort()


IN_THE_BROWSER = """
(function () {
  var form = document.querySelector("form[data-keep]");
  if (!form) { return; }
  var at = "draft of " + location.pathname, kept = JSON.parse(localStorage.getItem(at) || "{}");
  Object.keys(kept).forEach(function (name) { form.elements.namedItem(name).value = kept[name]; });
  form.addEventListener("input", function (event) {
    kept[event.target.name] = event.target.value;
    localStorage.setItem(at, JSON.stringify(kept));
  });
}());
"""


async def _in_the_browser(route: Route) -> None:
    await route.fulfill(body=IN_THE_BROWSER, content_type="text/javascript")


AT_MOST_SO_LATE = "timer = timer || window.setTimeout(keep, 2000)"
WHEN_FINGERS_REST = "window.clearTimeout(timer); timer = window.setTimeout(keep, 2000)"


def _when_fingers_rest() -> AbstractContextManager[object]:
    """Every key begins the wait anew."""
    script = (ROOT / "holdfast/web/static/holdfast/keep.js").read_text(encoding="utf-8")
    assert AT_MOST_SO_LATE in script, "keep.js waits otherwise now: say here how it would wait for ever"
    broken = script.replace(AT_MOST_SO_LATE, WHEN_FINGERS_REST)

    async def sent(route: Route) -> None:
        await route.fulfill(body=broken, content_type="text/javascript")

    return _script(sent)()


def _script(sent: Sent) -> Callable[[], AbstractContextManager[object]]:
    return lambda: patch.dict(SCRIPT, sent=sent)


IN_THE_DEVICE = Control(words="the draft is in the browser", n=4, sabotage=_script(_in_the_browser))

R6 = Line(
    code="R6",
    says="No lost typing: tab killed, network cut or hanging, session ended, server killed, in a real browser: all "
    "but the last 5 s comes back, in the same form, in another browser",
    unit="sessions", measure=no_lost_typing, full=200, short=16, asked="200 sessions", whole=True,
    controls=(
        Control(words="the script that keeps the words is not sent", n=4, sabotage=_script(_not_sent)),
        IN_THE_DEVICE,
        Control(words="words are kept only when the fingers rest", n=8, sabotage=_when_fingers_rest),
    ),
)  # fmt: skip

LINES = (R6,)
