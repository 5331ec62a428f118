"""The children behind each of the ten findings of Wexmouth's line, at the time: all put right since.

Without them the days when inspectors came would be days on which the record shows nobody.
"""

from collections.abc import Iterator

from holdfast.record.field import Fact
from holdfast.wexmouth.known_then.at_home import AT_HOME
from holdfast.wexmouth.known_then.finding import KnownThen
from holdfast.wexmouth.known_then.in_care import IN_CARE
from holdfast.wexmouth.known_then.unseen import UNSEEN

KNOWN_THEN: tuple[KnownThen, ...] = (*AT_HOME, *UNSEEN, *IN_CARE)


def facts_of_then() -> Iterator[Fact]:
    """The facts of every one of these children."""
    for one in KNOWN_THEN:
        yield from one.facts()


__all__ = ["KNOWN_THEN", "KnownThen", "facts_of_then"]
