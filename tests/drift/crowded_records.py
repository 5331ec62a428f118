"""Small invented records in which the drift rules meet: many facts of few kinds, close together in time.

``tests.invented_records`` spreads facts over every noun; here days lie within a year and words are the ones that
the rules ask for, so that every rule is reached and its edges with it.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from holdfast.record.child_protection import (
    Application,
    Booking,
    Conference,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
)
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Column, Fact, columns_of
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.in_care import CareEpisode, CarePlan, LegalStatus, TemporaryApproval
from holdfast.record.leaving_care import ProvidedHome
from holdfast.record.oversight import (
    Challenge,
    ChangeEvent,
    ManagementDecision,
    Note,
    PlanAction,
    PlanReview,
    Supervision,
)
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode, ReturnInterview

FIRST = date(2025, 3, 1)
MANY: dict[type[Fact], tuple[int, int, int]] = {
    Involvement: (0, 6, 400), Referral: (0, 2, 400), Assessment: (0, 1, 400), InNeedPlan: (0, 2, 400),
    Enquiry: (0, 1, 400), Conference: (0, 1, 60), Booking: (0, 1, 60), ProtectionPlan: (0, 2, 500),
    PreProceedings: (0, 1, 300), Application: (0, 1, 400), CareEpisode: (0, 2, 300), CarePlan: (0, 1, 300),
    LegalStatus: (0, 3, 300), TemporaryApproval: (0, 2, 400), ProvidedHome: (0, 2, 400), Supervision: (0, 2, 400),
    ManagementDecision: (0, 3, 400), Challenge: (0, 6, 60), PlanReview: (0, 9, 400), PlanAction: (0, 8, 90),
    ChangeEvent: (0, 3, 300), Note: (0, 16, 300), MissingEpisode: (0, 6, 80), ReturnInterview: (0, 4, 80),
}  # fmt: skip
"""For each noun: fewest, most, and over how many days its facts are spread."""

WORDS: dict[str, tuple[str | None, ...]] = {
    "about": ("pause", "plan", "manager look", "late reason"),
    "change": (*("little or none",) * 6, "worse", "better", None),
    "plan_kind": ("child protection",) * 3 + ("in care", "adoption"), "status": ("V2", "V2", "C2"),
    "kind": ("concern",) * 5 + ("linked adult", "assessment begun", "assessment begun", "assessment finished", "gap"),
    "theme": ("school", "school", "home"), "action": ("a1", "a1", "a1", "a2"), "dispute": ("d1", "d1", None),
    "role": (None, "social worker", "IRO", "Personal Adviser"), "professional": ("w1", "w2", "w3"),
    "subject": (None, "ProtectionPlan0", "ProtectionPlan1", "worker-changes"), "enquiry": ("Enquiry0", None),
    "episode": ("MissingEpisode0", "MissingEpisode1"), "type": ("missing", "missing", "missing", "away"),
    "permanence": (None, "LTFOST18"), "outcome": ("CP_CONFERENCE_FLAG", None),
}  # fmt: skip
LAST_DAYS = frozenset({
    "ended_on", "done_on", "looked_on", "replied_on", "settled_on", "closed_on", "approved_on", "extended_on",
    "task_on", "kept_on", "held_on", "declined_on", "authorised_on",
})  # fmt: skip
"""Days that mostly have not come yet, so that most matters are open."""


def crowded(random: Random, children: int = 5) -> Columns:
    """The record of a few invented children, held whole."""
    return columns_from(
        _fact(random, noun, f"c{number}", place, span)
        for number in range(children)
        for noun, (fewest, most, span) in MANY.items()
        for place in range(random.randint(fewest, most))
    )


def _fact(random: Random, noun: type[Fact], child: str, place: int, span: int) -> Fact:
    fields = {one.name: _value(random, noun, one, place, span) for one in columns_of(noun) if not one.child}
    return noun(child=child, **fields)


def _value(random: Random, noun: type[Fact], one: Column, place: int, span: int) -> Any:
    if one.name == "id":
        return random.choice((f"{noun.__name__}{place}",) * 4 + (None,))
    if one.name in WORDS:
        return random.choice(WORDS[one.name])
    if one.kind == "day":
        rare = one.name in LAST_DAYS and not (noun is Conference and one.happens)
        blank = random.random() < (0.75 if rare else 0.03)
        return None if blank else FIRST + timedelta(days=random.randrange(span))
    if one.kind == "number":
        return float(random.randrange(5))
    if one.kind == "flag":
        return random.choice((True, False, None))
    return None if one.kind == "time" else random.choice(("x", "y"))
