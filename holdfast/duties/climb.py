"""To whom a decision that was not made has climbed: by the council's own rule, from the lines of the Monday list alone.

Nobody presses anything: a third review without change is the head of service's from the day after the day for its
decision, and a child protection plan that has run for long the director's from the senior mark. Neither is law.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days
from holdfast.duties.monday import MondayLine
from holdfast.duties.settings import Settings

HEAD_OF_SERVICE = "head of service"
DIRECTOR = "director"


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """Whose a decision is too, by a role, and since which day."""

    role: str
    since: date


def climbs_of(lines: Iterable[MondayLine], today: date, settings: Settings) -> tuple[Climb, ...]:
    """How far the decisions about one child have climbed by this day, the first step first; empty where none has."""
    found = []
    for line in lines:
        if line.due_on is None:
            continue
        if line.code == "no-change-decision" and line.due_on < today:
            found.append(Climb(role=HEAD_OF_SERVICE, since=Days(1).after(line.due_on)))
        senior = settings.thresholds["protection-plan-months-senior"]
        if line.code == "protection-plan-long" and line.days is not None and line.days >= senior:
            found.append(Climb(role=DIRECTOR, since=line.due_on))
    return tuple(sorted(found, key=lambda one: one.since))
