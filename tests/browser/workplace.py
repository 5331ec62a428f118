"""A server over a Wexmouth of its own, in which somebody may write, and people who sit down before it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from tests import postgres
from tests.browser.conftest import DESKTOP, served

FEWEST = "91"
"""The children of the stories, the planted problems and the findings, and none beside."""


@contextmanager
def serving(build: Path) -> Iterator[str]:
    """Where a server answers that keeps its record in a database of its own, on whichever of the two is asked for."""
    with served(build, "--children", FEWEST, **_database()) as address:
        yield address


def _database() -> Mapping[str, str]:
    """The address of an empty PostgreSQL database where one is asked for; nothing for SQLite."""
    if not postgres.wanted():
        return {}
    import psycopg
    from psycopg import sql

    server, name = postgres.database(), f"workplace_{os.getpid()}"
    at: dict[str, Any] = {"dbname": server["NAME"], "user": server["USER"], "host": server["HOST"]}
    with psycopg.connect(**at, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return {"DATABASE_URL": f"postgres://{server['USER']}@{quote(server['HOST'], safe='')}/{name}"}


@contextmanager
def sitting(
    browser: Browser, address: str, seat: str, *, viewport: Mapping[str, int] = DESKTOP, script: bool = True
) -> Iterator[Page]:
    """A tab of somebody who entered in a seat, in a browser of their own."""
    how: dict[str, Any] = {"viewport": dict(viewport), "java_script_enabled": script}
    own = browser.new_context(base_url=address, locale="en-GB", **how)
    own.set_default_timeout(20_000)
    tab = own.new_page()
    enter(tab, seat)
    yield tab
    own.close()


def enter(tab: Page, seat: str) -> None:
    """Enter in a seat from the council's page."""
    tab.goto("/")
    with tab.expect_navigation():
        tab.locator("form[action*='/enter']").filter(has_text=seat).get_by_role("button").first.click()


def write(tab: Page, words: Mapping[str, str]) -> None:
    """Write in the form, by the name of each part; a box or a choice is ticked, a worker chosen."""
    for name, word in words.items():
        part = tab.locator(f"#form [name='{name}']")
        kind = part.first.evaluate("one => one.type")
        if kind == "radio":
            tab.locator(f"#form [name='{name}'][value='{word}']").check(force=True)
        elif kind == "checkbox":
            part.check(force=True)
        elif kind == "select-one":
            part.select_option(word)
        else:
            part.fill(word)


def press(tab: Page, name: str) -> None:
    """Press a button and wait for the page it leads to."""
    with tab.expect_navigation():
        tab.get_by_role("button", name=name, exact=True).click()


def main(tab: Page) -> str:
    """The words of the page's own part."""
    return " ".join(tab.locator("main").inner_text().split())


def on_monday(tab: Page, child: str, day: str = "") -> set[str]:
    """What puts the child on the Monday list, as the child's page says it."""
    tab.goto(f"/child/{child}{f'?as-at={day}' if day else ''}")
    links = tab.locator("#monday a").evaluate_all("all => all.map(one => one.hash)")
    return {str(one).partition("-")[2] for one in links}
