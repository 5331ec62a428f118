"""A row of Wexmouth that somebody put right: as it was typed in first, and as it has been since.

The record keeps both, so that one page can tell what was known then and what is known now.
"""

from dataclasses import dataclass, replace
from datetime import date

from holdfast.dates import parse_moment
from holdfast.record.columns import Columns
from holdfast.record.field import Fact
from holdfast.record.in_care import TemporaryApproval
from holdfast.wexmouth.columns import in_place_of
from holdfast.wexmouth.known_then.in_care import IN_CARE

APPROVAL = "WX-400073-temporaryapproval-1"
"""The row whose day was wrong: when a child came to a relative who was approved for a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRight:
    """One row: as it was typed in ``first``, and ``right``, as it is on record now. Both have the same id."""

    first: Fact
    right: Fact


def put_right() -> tuple[PutRight, ...]:
    """Every row that was put right: the eighth of August had been typed for the eighth of July."""
    rows = [fact for finding in IN_CARE for fact in finding.facts() if isinstance(fact, TemporaryApproval)]
    (right,) = (one for one in rows if one.id == APPROVAL)
    first = replace(right, started_on=date(2024, 8, 8), recorded_at=parse_moment("2024-08-12T10:05"))
    return (PutRight(first=first, right=right),)


def as_first_typed(columns: Columns) -> Columns:
    """The record with those rows as they were typed in first."""
    return in_place_of(columns, [one.first for one in put_right()])
