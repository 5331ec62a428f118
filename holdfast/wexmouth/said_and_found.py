"""What Wexmouth's people said of their own claims after each visit, read from its file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from holdfast.measures.promise import CouncilLine
from holdfast.measures.said_and_found import VISITS, VisitWord, WordOnClaim
from holdfast.wexmouth.improvement import Entry
from holdfast.wexmouth.line import the_line

FILE = Path(__file__).with_name("said_and_found.toml")


class BadWord(ValueError):
    """The file says something of a visit that the line does not have."""


@cache
def words_on_claims() -> tuple[WordOnClaim, ...]:
    """Every word of Wexmouth; read once. Raises BadWord or BadPlan, naming the entry, for what cannot be used."""
    return words_from(tomllib.loads(FILE.read_text(encoding="utf-8")), the_line())


def words_from(said: Mapping[str, Any], line: CouncilLine) -> tuple[WordOnClaim, ...]:
    """The words from the tables of a file, resting on a council's line."""
    return tuple(_word(one, line) for one in Entry("the file", said).entries("word"))


def _word(entry: Entry, line: CouncilLine) -> WordOnClaim:
    entry.only("point", "finding", "says", "words", "by_role", "on")
    found = WordOnClaim(
        point=entry.text("point"), finding=entry.text("finding"), says=entry.one_of("says", get_args(VisitWord)),
        words=entry.text("words"), by_role=entry.role("by_role"), on=entry.day("on"),
    )  # fmt: skip
    point = line.point(found.point)
    if point is None or point.kind not in VISITS or found.finding not in point.findings:
        raise BadWord(f"In {entry.where}, {found.point!r} is no visit of the line that speaks of {found.finding!r}.")
    if found.on < point.day:
        raise BadWord(f"In {entry.where}, the word is older than the visit it is about.")
    return found
