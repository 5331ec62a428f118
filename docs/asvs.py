"""The register of the application security standard: read from asvs.toml, checked row by row, and written as a page."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args

REGISTER = Path(__file__).parent / "asvs.toml"

State = Literal["met", "partly", "not yet", "does not apply"]
STATES: tuple[State, ...] = get_args(State)

EVERY = {1: 70, 2: 183, 3: 92}
"""How many requirements of each level the standard has, in version 5.0.0."""

CHAPTERS = {
    1: "Encoding and cleaning", 2: "Validation and the order of things", 3: "The browser", 4: "Requests and services",
    5: "Files", 6: "Signing in", 7: "Sessions", 8: "Who may do what", 9: "Tokens that say it themselves",
    10: "Signing in through another system", 11: "Ciphers and keys", 12: "Encrypted lines", 13: "Configuration",
    14: "Protection of data", 15: "Code and parts from elsewhere", 16: "Logs and errors", 17: "Calls in the browser",
}  # fmt: skip
"""The standard's chapters, in our own words."""

_NUMBER = re.compile(r"([1-9]\d?)\.([1-9]\d?)\.([1-9]\d?)")
_TEST = re.compile(r"tests/[\w/]+\.py::test_\w+")


class NotARow(ValueError):
    """A row that does not hold together; the message is a sentence that names it and says what to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One requirement: its number and level in the standard, what it asks in our words, how far it is met, and why.

    ``shown`` names the tests and modules that show it, by their paths from the root.
    """

    number: str
    level: int
    asks: str
    state: State
    why: str
    shown: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, ...]:
        """The three parts of the number, by which rows are put in order."""
        return tuple(int(part) for part in self.number.split("."))

    @property
    def tests(self) -> tuple[str, ...]:
        """The tests that show it."""
        return tuple(one for one in self.shown if _TEST.fullmatch(one))


def rows_of(text: str) -> tuple[Row, ...]:
    """The rows of the register; NotARow for one that is blank, unknown, out of order, or met without a test."""
    rows = tuple(_row(one) for one in tomllib.loads(text).get("row", []))
    for before, after in pairwise(rows):
        if before.order >= after.order:
            raise NotARow(f"The row {after.number} stands after {before.number}. Put each number once, in its order.")
    return rows


def _row(written: Mapping[str, Any]) -> Row:
    number = str(written.get("number", "without a number"))
    if set(written) - {"shown"} != {"number", "level", "asks", "state", "why"}:
        raise NotARow(f"The row {number} needs a number, level, asks, state and why, and may have shown; nothing else.")
    row = Row(**{**written, "shown": tuple(written.get("shown", ()))})
    found = _NUMBER.fullmatch(row.number)
    if found is None or int(found.group(1)) not in CHAPTERS:
        raise NotARow(f"The row {number} has a number that the standard has not. Write it like 1.2.10, without a V.")
    if row.level not in EVERY:
        raise NotARow(f"The row {number} has the level {row.level}. The standard has 1, 2 and 3.")
    if row.state not in STATES:
        raise NotARow(f"The row {number} is {row.state!r}. Say one of: {', '.join(STATES)}.")
    if not row.asks.strip() or not row.why.strip():
        raise NotARow(f"The row {number} is blank. Say what is asked, and what is so or missing.")
    if row.state == "met" and not row.tests:
        raise NotARow(f"The row {number} is met and no test shows it. Name one, or say: partly.")
    return row


def register() -> tuple[Row, ...]:
    """The register as it is written."""
    return rows_of(REGISTER.read_text(encoding="utf-8"))


def asvs_page(written: str) -> str:
    """The page: how far it goes, and a table for each chapter. ``written`` is the line that says how it is written."""
    rows = register()
    parts = ["# The application security standard: how far it is met", written, *_lead(rows)]
    for chapter, title in CHAPTERS.items():
        own = [one for one in rows if one.order[0] == chapter]
        parts.append(f"## V{chapter}. {title}")
        parts.append(_table(own) if own else "No row of this chapter has been looked at yet.")
    return "\n\n".join(parts) + "\n"


def _lead(rows: tuple[Row, ...]) -> list[str]:
    counted = Counter(one.state for one in rows)
    levels = Counter(one.level for one in rows)
    seen = ", ".join(f"{levels[level]} of {many} of level {level}" for level, many in EVERY.items())
    return [
        "The standard is OWASP ASVS 5.0.0. Its numbers and levels stand here with our own few words for what each "
        "asks; read the standard for what it says. A row is *met* only where a test shows it. What is protected and "
        "what is not, in plain words: [security.md](security.md).",
        f"**{len(rows)} of {sum(EVERY.values())} requirements have a row so far** ({seen}). Of these "
        + ", ".join(f"{counted[state]} {'are ' if state == 'met' else ''}{state}" for state in STATES)
        + ". No requirement without a row has been looked at.",
    ]


def _table(rows: list[Row]) -> str:
    head = ("number", "level", "what it asks", "state", "what is so, and what is missing", "shown by")
    lines = [head, ("---",) * len(head)]
    lines += [
        (one.number, str(one.level), one.asks, one.state, one.why, "<br>".join(f"`{path}`" for path in one.shown))
        for one in rows
    ]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
