"""R6 in a few seconds: one person types in a real browser, the tab is killed, and the form is opened in another one.

The server is one of this process, which begins at once and is not killed; ``typed.py`` has the real one, and every
other fault. What is shown is the same: the words are kept by the server, not by the browser that they were typed in.
"""

import asyncio
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from threading import Thread
from unittest.mock import patch

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from playwright.async_api import Browser, Route, async_playwright

from tests.bar import typed
from tests.bar.ground import children_for, fresh
from tests.bar.line import Found
from tests.bar.running import ROOT

KEEPS = ROOT / "holdfast/web/static/holdfast/keep.js"
NEEDED = os.environ.get("HOLDFAST_NEED_BROWSER") == "1"
BRIEFLY = typed.LAST + 0.7
"""For so many seconds somebody types: longer than what may be lost, so that a draft that is nowhere shows."""


async def _as_it_lies(route: Route) -> None:
    """The script itself; a server that is only begun here has not collected the files that it serves as they lie."""
    await route.fulfill(path=KEEPS, content_type="text/javascript")


@contextmanager
def _serving() -> Iterator[str]:
    """Where a server of this process answers; each of its threads is led to the record that is fresh now."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler, connections_override={})
    server.set_app(get_wsgi_application())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


async def _types_until_the_tab_is_killed(browser: Browser, address: str, child: str, number: int) -> float:
    """One person without a rest at one form; gives how many seconds of typing were lost."""
    form = f"/child/{child}/do/visit-note"
    own = await typed.device(browser, address)
    tab = await own.new_page()
    await tab.goto(form)
    key = await tab.locator("#form [name='key']").input_value()
    typing = typed.Typing(tab, Random(number))
    typing.steady = True
    await typing.go_on(BRIEFLY, BRIEFLY)
    at = await typed.killed(typing, tab)
    words = await typed.opened_again(browser, address, form, key)
    await own.close()
    return typing.lost(words, at)


async def _sessions(address: str, children: list[str]) -> list[float]:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=str(typed.CHROMIUM), args=["--no-sandbox"])
        work = [
            _types_until_the_tab_is_killed(browser, address, child, number) for number, child in enumerate(children)
        ]
        found = await asyncio.gather(*work)
        await browser.close()
    return found


def no_lost_typing_briefly(n: int) -> Found:
    """So many people at once, each until the tab is killed."""
    script = patch.dict(typed.SCRIPT, sent=_as_it_lies) if typed.SCRIPT["sent"] is typed.as_it_is else patch.dict({})
    # In a thread of its own: the tests' own browser may have a loop running in this one.
    with fresh(), script, _serving() as address, ThreadPoolExecutor(1) as apart:
        children = children_for("visit-note", typed.SEAT, n)
        lost = apart.submit(lambda: asyncio.run(_sessions(address, children))).result()
    wrong = [f"the last {one:.1f} s are lost" for one in lost if one > typed.LAST]
    said = f"the last {max(lost):.1f} s lost at most; the tab is killed, and no other fault"
    return Found(n=len(lost), wrong=len(wrong), said=said, examples=tuple(wrong[:2]))


R6 = replace(
    typed.R6,
    sliced=replace(
        typed.R6, measure=no_lost_typing_briefly, controls=(replace(typed.IN_THE_DEVICE, n=1),), whole=False,
        slice=1 if typed.CHROMIUM.exists() or NEEDED else 0,
        asked="200 sessions, every fault, a server that is killed: here the tab alone",
    ),
)  # fmt: skip

LINES = (R6,)
