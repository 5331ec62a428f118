"""What a command says to whoever waits for it: nothing for two seconds, then how far it is."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

PATIENCE = 2.0
"""Seconds of silence at first, and between two words after that."""


class Waiting:
    """Says on the error stream how far the work is, but never to those who need not wait."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: str) -> None:
        """Told after each step what was done."""
        if time.monotonic() - self._last >= PATIENCE:
            self._last = time.monotonic()
            sys.stderr.write(f"  {done}\n")
            sys.stderr.flush()


@contextmanager
def bar(doing: str, total: int) -> Iterator[Callable[[str], None]]:
    """A bar on the error stream while something runs, told before each step what it is; none where nobody watches."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} of {task.total}"))
    with Progress(
        *columns, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal
    ) as on:
        task, begun = on.add_task(doing, total=total), False

        def tick(what: str) -> None:
            nonlocal begun
            on.update(task, advance=1 if begun else 0, description=f"{doing}: {what}")
            begun = True

        yield tick
