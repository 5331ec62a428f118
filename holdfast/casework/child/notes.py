"""What was written and signed about a child: each note in its parts, its corrections beside them, and late entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.casework.child.signed import SOMEBODY
from holdfast.casework.child.told import begun_large
from holdfast.casework.council import Council
from holdfast.dates import Days
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Booking, Conference, Enquiry
from holdfast.record.field import Fact
from holdfast.record.oversight import Challenge, ManagementDecision, Note, PlanAction, Supervision
from holdfast.record.people import Involvement
from holdfast.record.writing import SignedText

LATE_AFTER = Days(3)
"""A note put on record later than this after the day it tells of is shown as a late entry: the council's own number."""

TITLES: Mapping[type[Fact], str] = {
    Supervision: "Supervision", ManagementDecision: "Decision", PlanAction: "Action of the plan",
    Challenge: "Challenge", Note: "Reviewing officer's note", Involvement: "Handing over",
    Enquiry: "Strategy discussion", Booking: "Report to the conference", Conference: "Report to the conference",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPart:
    """One part of a note, word for word; ``corrects`` is what it said before, which stays, and ``reason`` why."""

    id: str
    part: str
    text: str
    by: str
    at: datetime | None
    reason: str = ""
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedNote:
    """One note: what it is, the day it tells of, when it was entered, whether that was late, and its parts."""

    subject: str
    title: str
    on: date | None
    entered: datetime | None
    late: bool
    parts: tuple[SignedPart, ...]


def notes_of(standing: Standing, council: Council) -> tuple[SignedNote, ...]:
    """Every signed note about the child, the newest first."""
    by_subject: dict[str, list[SignedText]] = {}
    for one in standing.of(SignedText):
        by_subject.setdefault(one.subject or one.id or "", []).append(one)
    titles = _titles(standing)
    notes = [_note(subject, some, titles, council) for subject, some in by_subject.items()]
    return tuple(sorted(notes, key=lambda one: (one.on or date.min, str(one.entered), one.subject), reverse=True))


def _titles(standing: Standing) -> dict[str, str]:
    found: dict[str, str] = {}
    for noun, title in TITLES.items():
        for fact in standing.of(noun):
            for name in ("id", "action", "dispute"):
                key = getattr(fact, name, None)
                if key:
                    found.setdefault(key, title)
    return found


def _note(subject: str, some: list[SignedText], titles: Mapping[str, str], council: Council) -> SignedNote:
    corrected = {one.corrects for one in some if one.corrects}
    by_id = {one.id: one for one in some}
    # Parts stand in the order of the form, in which they were put on record.
    first = min(some, key=lambda one: str(one.recorded_at))
    parts = sorted((one for one in some if one.id not in corrected), key=lambda one: str(one.recorded_at))
    latest = max((one.on for one in some if one.on is not None), default=None)
    late = first.on is not None and first.recorded_at is not None and _is_late(first.on, first.recorded_at)
    # A hand-over that lies ahead, or that was taken back, is not among the facts of the day.
    other = "Handing over" if subject.endswith("-involvement") else "Visit"
    title = "Who I am" if first.part == "who I am" else titles.get(subject, other)
    return SignedNote(
        subject=subject, title=title, on=latest, entered=first.recorded_at, late=late,
        parts=tuple(_part(one, by_id, council) for one in parts),
    )  # fmt: skip


def _is_late(on: date, entered: datetime) -> bool:
    last = LATE_AFTER.after(on)
    return last is not None and entered.date() > last


def _part(one: SignedText, by_id: Mapping[str | None, SignedText], council: Council) -> SignedPart:
    earlier, before = [], by_id.get(one.corrects) if one.corrects else None
    while before is not None:
        earlier.append(before.text or "")
        before = by_id.get(before.corrects) if before.corrects else None
    return SignedPart(
        id=one.id or "", part=begun_large(one.part or "text"), text=one.text or "",
        by=council.worker(one.author) or SOMEBODY, at=one.recorded_at, reason=one.reason or "",
        earlier=tuple(earlier),
    )  # fmt: skip
