"""What was signed about one thing of a child's record, as it reads now: a correction in place of its text."""

from dataclasses import dataclass
from datetime import date, datetime

from holdfast.casework.council import Council
from holdfast.duties.standing import Standing
from holdfast.record.writing import SignedText

SOMEBODY = "somebody"
"""Who wrote a text whose writer is not on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One signed part as it reads now: about which thing (the id of its row), the part, the words, and by whom.

    ``on`` is the day of which it tells, ``at`` when it was put on record, where the source says.
    """

    subject: str
    part: str
    text: str
    on: date | None
    by: str
    at: datetime | None


def words_now(standing: Standing, council: Council) -> tuple[Words, ...]:
    """Every signed part about something, in the order in which it was put on record; a blank one says nothing."""
    every = standing.of(SignedText)
    corrected = {one.corrects for one in every if one.corrects}
    standing_now = [one for one in every if one.id not in corrected and one.subject and (one.text or "").strip()]
    return tuple(
        Words(
            subject=one.subject or "", part=(one.part or "").strip(), text=(one.text or "").strip(), on=one.on,
            by=council.worker(one.author) or SOMEBODY, at=one.recorded_at,
        )
        for one in sorted(standing_now, key=lambda one: str(one.recorded_at or ""))
    )  # fmt: skip
