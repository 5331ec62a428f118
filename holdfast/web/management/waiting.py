"""What a command says to whoever waits for it: nothing for two seconds, then how far it is."""

import sys
import time

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
