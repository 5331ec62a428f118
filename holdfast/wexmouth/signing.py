"""What Wexmouth's workers wrote and signed about one thing of a child's record."""

from collections.abc import Mapping
from datetime import date

from holdfast.dates import parse_moment
from holdfast.record.writing import SignedText
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import worker

AFTERNOON = "T16:00"
"""When it was put on record, on the day of which it tells."""


def signed(told: Telling, subject: str, on: date, by: str, parts: Mapping[str, str]) -> None:
    """Put each part on record as signed words about the row with this id, by the worker of this name."""
    at = parse_moment(f"{on.isoformat()}{AFTERNOON}")
    for part, text in parts.items():
        told.add(SignedText, subject=subject, part=part, text=text, on=on, author=worker(by), recorded_at=at)
