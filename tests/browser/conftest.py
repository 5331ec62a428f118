"""A real server over an invented council, and a real browser before it. Each is begun once."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.runners import only_here

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = Path(os.environ.get("HOLDFAST_CHROMIUM", "/usr/bin/chromium"))
NEEDED = os.environ.get("HOLDFAST_NEED_BROWSER") == "1"

DESKTOP = {"width": 1200, "height": 900}
PHONE = {"width": 320, "height": 640}

Visit = Callable[..., Page]


def _no_browser(why: str) -> None:
    if NEEDED:
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the server answers: made with the same two commands that a person runs."""
    if not CHROMIUM.exists():
        _no_browser(f"There is no browser at {CHROMIUM}. Run bin/browser, or set HOLDFAST_CHROMIUM.")
    only_here(tmp_path_factory, "The server of the browser's tests")
    with served(tmp_path_factory.mktemp("served")) as where:
        yield where


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server answers in whose record tests may write."""
    from tests.browser.workplace import serving

    with serving(tmp_path_factory.mktemp("workplace")) as where:
        yield where


@contextmanager
def served(build: Path, *more: str, **settings: str) -> Iterator[str]:
    """Where a server answers over a Wexmouth of its own, made with the same two commands that a person runs."""
    # A server that another program configured would not be the one that is tested.
    env = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "DATABASE_", "COV_"))}
    env |= {"HOLDFAST_BUILD": str(build), "PYTHONUNBUFFERED": "1", **settings}
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "open_wexmouth", *more], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    with subprocess.Popen(
        [*manage, "serve", "--port", "0"], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
    ) as run:
        try:
            yield _said(run)
            assert run.poll() is None, f"The server stopped by itself, with {run.returncode}"
        finally:
            run.terminate()
            with suppress(subprocess.TimeoutExpired):
                run.wait(10)
            run.kill()


def _said(run: "subprocess.Popen[str]") -> str:
    """The address that the server says once it is ready."""
    lines = []
    for line in run.stdout or ():
        lines.append(line)
        found = re.search(r"Open (http://127\.0\.0\.1:\d+)/", line)
        if found:
            return found.group(1)
    raise AssertionError(f"The server never said where to look. It said: {''.join(lines)}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not CHROMIUM.exists():
        _no_browser(f"There is no browser at {CHROMIUM}. Run bin/browser, or set HOLDFAST_CHROMIUM.")
    # Whoever runs the tests as root has no sandbox; nothing but our own pages is opened.
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def elsewhere() -> list[str]:
    """Every address of another host that any page asked for; it must stay empty."""
    return []


def _context(browser: Browser, address: str, elsewhere: list[str], **how: Any) -> BrowserContext:
    context = browser.new_context(base_url=address, locale="en-GB", **how)
    context.on("request", lambda one: None if one.url.startswith((address, "data:")) else elsewhere.append(one.url))
    context.set_default_timeout(20_000)
    return context


@pytest.fixture(scope="session")
def desk(browser: Browser, address: str, elsewhere: list[str]) -> Iterator[BrowserContext]:
    """A desktop browser that somebody looks round with."""
    context = _context(browser, address, elsewhere, viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture(scope="session")
def telephone(browser: Browser, address: str, elsewhere: list[str]) -> Iterator[BrowserContext]:
    """A screen 320 pixels wide."""
    context = _context(browser, address, elsewhere, viewport=PHONE, has_touch=True)
    yield context
    context.close()


@pytest.fixture(scope="session")
def without_script(browser: Browser, address: str, elsewhere: list[str]) -> Iterator[BrowserContext]:
    """A browser with scripts turned off."""
    context = _context(browser, address, elsewhere, viewport=DESKTOP, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def tab(desk: BrowserContext) -> Iterator[Page]:
    """A fresh tab of the desktop browser."""
    opened = desk.new_page()
    yield opened
    opened.close()
