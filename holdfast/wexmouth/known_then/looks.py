"""Looks at the children behind the findings, from the time: invented, like everything in Wexmouth.

They begin before the first day on which a finding could have been known, so that *who had opened those pages in
between* can be told of each. Some opened a page in time, some before that day or after the inspectors, some not at all.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from holdfast.dates import parse_moment
from holdfast.wexmouth.workers import worker

Tie = Literal["allocated", "team", "reviews", "advises", "homes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookThen:
    """Somebody opened a child's page: when, who by id, from which seat, and what tied them to the child.

    ``tie`` is a relationship by the name that the table of permissions has for it.
    """

    at: datetime
    who: str
    seat: str
    child: str
    tie: Tie


def _look(at: str, who: str, seat: str, number: int, tie: Tie) -> LookThen:
    return LookThen(at=parse_moment(at), who=worker(who), seat=seat, child=f"WX-4000{number}", tie=tie)


LOOKS_THEN: tuple[LookThen, ...] = (
    # Before any of the findings could have been known.
    _look("2023-01-09T09:40", "east-2", "social-worker", 57, "allocated"),
    # Oversight: their own workers looked while nobody talked it through with them, and no manager did.
    _look("2023-02-07T16:05", "east-2", "social-worker", 57, "allocated"),
    _look("2023-02-15T11:30", "east-3", "social-worker", 58, "allocated"),
    # Children no chart showed: one of two.
    _look("2023-04-18T14:10", "west-1", "social-worker", 62, "allocated"),
    # Plans that stood still: a manager opened one.
    _look("2023-05-15T09:15", "ade", "team-manager", 55, "team"),
    # Nobody asked why they ran: the week before the record showed it.
    _look("2023-05-30T10:20", "east-3", "social-worker", 64, "allocated"),
    # Not understood the first time.
    _look("2023-06-05T10:20", "east-2", "social-worker", 51, "allocated"),
    _look("2023-06-20T17:25", "ade", "team-manager", 51, "team"),
    _look("2023-06-20T17:31", "ade", "team-manager", 52, "team"),
    # Too many faces: only after inspectors had said it.
    _look("2023-07-25T08:50", "care-2", "social-worker", 69, "allocated"),
    # Plans for leaving care.
    _look("2023-11-08T13:00", "pathways-2", "personal-adviser", 75, "advises"),
    _look("2024-01-17T15:45", "pathways-1", "personal-adviser", 76, "advises"),
    # Challenge without an answer: whoever raised it looked again.
    _look("2024-06-11T09:05", "maggie", "reviewing-officer", 67, "reviews"),
    _look("2024-06-25T12:10", "maggie", "reviewing-officer", 68, "reviews"),
    # Relatives never fully approved.
    _look("2024-12-10T10:00", "gary", "placement-officer", 72, "homes"),
)  # fmt: skip
"""In the order of their moments, the oldest first."""
