"""The week after Wexmouth's own Monday: what its workers put on record for a few children, as the next extract has it.

With it somebody who looks round can take a file in and see what becomes of the list.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from holdfast.dates import parse_moment
from holdfast.record.child_protection import Enquiry, ProtectionVisit
from holdfast.record.columns import Columns
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedVisit
from holdfast.record.oversight import ManagementDecision, Note
from holdfast.record.unseen import PrivateFosteringVisit, ReturnInterview
from holdfast.wexmouth.columns import frames_of, whole
from holdfast.wexmouth.workers import IN_CARE, worker

NEXT_MONDAY = parse_moment("2026-06-08T07:30")
"""When the next extract is made."""


def next_week(columns: Columns) -> Columns:
    """The record of Wexmouth a week on: all that ``columns`` say, and what happened since for six children."""
    facts: list[Any] = list(week_facts(columns))
    frames = dict(columns.frames)
    # What is there already is not put there twice, so that the week can be told of a record that has it.
    for fact in facts:
        frames[type(fact)] = frames[type(fact)].remove(id=fact.id)
    return Columns(frames=whole([frames, frames_of(facts)]).frames, held=columns.held)


def week_facts(columns: Columns) -> Iterator[Fact]:
    """What was put on record in that week: visits, an interview, a meeting, a decision, a gap that was filled."""
    yield _row(
        Enquiry, "WX-S10-1", "2026-06-02T16:40", started_on=date(2026, 6, 2), team=IN_CARE, worker=worker("leena")
    )
    yield _row(
        ReturnInterview, "WX-S10-1", "2026-06-03T17:20", episode="WX-S10-1-missingepisode-3",
        offered_on=date(2026, 6, 1), held_on=date(2026, 6, 3), held_at=parse_moment("2026-06-03T16:15"),
        change="He asked for evening training to end earlier, and it does.",
    )  # fmt: skip
    yield _row(
        ProtectionVisit, "WX-400012", "2026-06-02T18:05", plan="WX-400012-protectionplan-1", on=date(2026, 6, 2),
        seen=True, seen_alone=True, bedroom=True,
    )  # fmt: skip
    # Made in good time, and typed in a week later.
    yield _row(
        InNeedVisit, "WX-400004", "2026-06-03T09:10", plan="WX-400004-inneedplan-1", on=date(2026, 5, 28), seen=True,
        seen_alone=True, bedroom=False,
    )  # fmt: skip
    yield _row(
        ManagementDecision, "WX-400001", "2026-06-02T11:30", about="referral", subject="WX-400001-referral-1",
        on=date(2026, 6, 2), reason="An assessment: the school and the health visitor both ask for one.",
        decided_by=worker("ade"),
    )  # fmt: skip
    yield _row(PrivateFosteringVisit, "WX-400034", "2026-06-04T15:00", on=date(2026, 6, 4), seen_alone=True)
    for note in columns.child("WX-S09-1").of(Note):
        if note.kind == "gap":
            yield replace(note, kept_on=date(2026, 6, 5), recorded_at=parse_moment("2026-06-05T12:00"))


def _row(noun: type[Fact], child: str, typed: str, **fields: Any) -> Fact:
    made: Any = noun
    recorded: datetime = parse_moment(typed)
    fact: Fact = made(child=child, id=f"{child}-{noun.__name__.lower()}-week-23", recorded_at=recorded, **fields)
    return fact
