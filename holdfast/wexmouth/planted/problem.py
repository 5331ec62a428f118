"""What one planted problem is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.history import facts_as_at
from holdfast.wexmouth.telling import THE_EVENING_BEFORE


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedProblem:
    """One child of Wexmouth for whom one thing, and only one, is late or standing still on Wexmouth's day.

    ``code`` is the duty's or the drift rule's. ``planted`` says in words what was planted, ``since`` is the
    first day on which it stands, ``closes`` what on the record would close it. ``tell`` gives the child's facts.
    """

    child: str
    code: str
    planted: str
    since: date
    closes: str
    tell: Callable[[], Iterable[Fact]]

    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the child, always the same ones in the same order."""
        return facts_as_at(self.tell(), THE_EVENING_BEFORE)
