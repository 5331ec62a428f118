"""How the tests are shared out among test runners: who stays together, and what is begun first.

A folder that stands on something costly (a server and a browser, Wexmouth with 600 children) stays with one runner,
which makes it once. Any other file may go to any runner. What takes longest is begun first, so that no runner is left
alone with it at the end.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

TOGETHER = ("browser", "web", "casework", "bar")
"""Folders of ``tests`` that stay with one runner, the longest first."""


def share_of(nodeid: str) -> str:
    """With whom a test stays: its folder where that stays together, else its own file."""
    file = nodeid.partition("::")[0]
    folder = file.removeprefix("tests/").partition("/")[0]
    return folder if folder in TOGETHER else file


def begin_with_the_longest(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The same tests, folders that stay together before all others; otherwise in the order they were in."""
    return sorted(items, key=lambda one: _place(share_of(one.nodeid)))


def _place(share: str) -> int:
    return TOGETHER.index(share) if share in TOGETHER else len(TOGETHER)


class ByFolder(LoadScopeScheduling):
    """Gives each runner a folder or a file at a time."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        """Keep the order that the tests were put in."""
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return share_of(nodeid)


def only_here(temporary: pytest.TempPathFactory, what: str) -> None:
    """Say that something costly is made by this runner; RuntimeError where another one of the same run made it too."""
    runner = os.environ.get("PYTEST_XDIST_WORKER")
    if runner is None:
        return
    # The folder above a runner's own belongs to the whole run.
    said = temporary.getbasetemp().parent / f"{what.replace(' ', '-')}.made-by"
    with suppress(FileExistsError), said.open("x", encoding="utf-8") as file:
        file.write(runner)
    maker = said.read_text(encoding="utf-8")
    if maker != runner:
        raise RuntimeError(
            f"{what} was made by {maker} and by {runner}: the tests that stand on it were not kept together"
        )
