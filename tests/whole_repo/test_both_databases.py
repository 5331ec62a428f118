"""Every test of a page that writes runs on both databases: the list in the Makefile leaves none out."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WRITES = re.compile(r"post=|\.post\(|\"read_reports_again\"")
"""What sends a form; or runs the command that puts reports on record which a page took in."""

NOTHING_KEPT = frozenset({"access", "asking", "founding", "log", "protected", "who_may"})
"""Tests that send a form which is refused, or only enters a seat: nothing comes on record by them."""


def writing() -> frozenset[str]:
    """The names in the Makefile's list."""
    found = re.search(r"^WRITING := ((?:.*\\\n)*.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return frozenset(found[1].replace("\\", " ").split())


def test_every_test_that_sends_a_form_runs_on_both_databases_or_says_that_nothing_is_kept() -> None:
    sends = {
        path.stem.removeprefix("test_")
        for path in (ROOT / "tests" / "web").glob("test_*.py")
        if WRITES.search(path.read_text(encoding="utf-8"))
    }
    assert sends - NOTHING_KEPT == writing()
    assert sends >= NOTHING_KEPT
