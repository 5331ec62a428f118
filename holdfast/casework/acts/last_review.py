"""The review that a reviewing officer's note follows: which it was, and what it decided."""

from collections.abc import Iterator
from datetime import date

from holdfast.casework.acts.plan import doer
from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionReview
from holdfast.record.in_care import CareReview
from holdfast.record.oversight import ManagementDecision, Note, PlanAction, PlanReview

CHANGES = {
    "better": "better for the child", "little or none": "little or no change", "worse": "worse for the child",
}  # fmt: skip


def last_review(standing: Standing) -> list[str]:
    """In sentences: the day of the last review that was held, and what is on record of what it decided."""
    day = max(_days(standing), default=None)
    if day is None:
        return ["No review of this child is on record yet."]
    decided = list(_decided(standing, day)) or ["What it decided is not on record."]
    return [f"The last review was on {say(day)}.", *decided]


def _days(standing: Standing) -> Iterator[date]:
    held = [
        *(one.held_on for one in standing.of(CareReview) if not one.cancelled),
        *(one.held_on for one in standing.of(ProtectionReview)),
        *(one.on for one in standing.of(PlanReview)),
    ]
    return (day for day in held if day is not None and day <= standing.today)


def _decided(standing: Standing, day: date) -> Iterator[str]:
    """What is on record of the review's own day: what it found, what goes on, and what was set."""
    for review in standing.of(PlanReview):
        if review.on == day and review.change:
            yield f"It found: {CHANGES.get(review.change, review.change)}."
    for one in standing.of(ProtectionReview):
        if one.held_on == day and one.plan_continues is not None:
            yield f"It decided that the protection plan {'goes on' if one.plan_continues else 'ends'}."
    yield from _set_that_day(standing, day)


def _set_that_day(standing: Standing, day: date) -> Iterator[str]:
    for decision in standing.of(ManagementDecision):
        if decision.on == day and decision.about == "plan" and decision.reason:
            yield f"Decided that day: {decision.reason.rstrip('.')}."
    for note in standing.of(Note):
        if note.on == day and note.kind == "promise" and note.words_of_note:
            yield f"Promised: {note.words_of_note.rstrip('.')}."
    for action in standing.of(PlanAction):
        if action.set_on == day and action.words_of_action:
            who = doer(standing, action.action)
            by = f", for {say(action.for_day)}" if action.for_day else ""
            yield f"To be done: {action.words_of_action.rstrip('.')}{f', by {who}' if who else ''}{by}."
