"""A visit: why, what was seen and heard, the child's own words, what it means, what next."""

from typing import Any

from holdfast.casework.acts.act import Act, Doing, Part, Problem, Words, not_ahead
from holdfast.casework.acts.plan import WHAT_NEXT, moved_words, open_actions, told_with_owner
from holdfast.casework.acts.texts import signed, texts_about
from holdfast.dates import say
from holdfast.duties.clock import clocks_of
from holdfast.duties.duty import MetBy
from holdfast.duties.register import ALL
from holdfast.record.child_protection import ProtectionPlan, ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, InNeedVisit
from holdfast.record.in_care import CareEpisode, CareVisit
from holdfast.record.leaving_care import AdviserContact, CareLeaver
from holdfast.record.unseen import PrivateFostering, PrivateFosteringVisit
from holdfast.record.writing import SignedText

PARTS = {
    "purpose": "purpose", "saw": "saw and heard", "their_words": "their words", "means": "what it means",
    "next": WHAT_NEXT, "where": "where",
}  # fmt: skip
"""Each part of the form, and the part of the signed note it becomes."""

PURPOSE = "purpose"


def kind_of_visit(doing: Doing) -> type[Fact]:
    """Which kind of visit it is, by what the child's record is open for."""
    standing = doing.standing
    if any(one.ended_on is None for one in standing.of(CareEpisode)):
        return CareVisit
    if any(one.ended_on is None for one in standing.of(ProtectionPlan)):
        return ProtectionVisit
    if any(one.ended_on is None for one in standing.of(PrivateFostering)):
        return PrivateFosteringVisit
    if any(one.ended_on is None for one in standing.of(InNeedPlan)):
        return InNeedVisit
    return AdviserContact if standing.of(CareLeaver) else InNeedVisit


def _parts(doing: Doing) -> tuple[Part, ...]:
    theirs = kind_of_visit(doing) is AdviserContact
    return (
        Part(name="on", label="Day of the visit", kind="day", missing="Say on which day you visited."),
        Part(
            name="purpose", label="Why you went", hint="Which part of the plan, or which question, this visit was for.",
            missing="Say why you went: a visit without a purpose does not help the child.",
        ),
        Part(name="seen", label="The child was seen", kind="tick"),
        Part(name="alone", label="The child was seen alone", kind="tick"),
        *([Part(name="home", label="It was where the young person lives", kind="tick")] if theirs else []),
        Part(name="where", label="Where", kind="line", hint="Such as at home, at school. No address is needed."),
        Part(name="saw", label="What you saw and heard", missing="Write what you saw and heard."),
        Part(
            name="their_words", label="The child's own words",
            hint="As they said them. If they did not speak, how they showed what they felt.",
        ),
        Part(name="means", label="What it means for the child", missing="Say what it means for the child."),
        Part(name="next", label="What next", hint="Who does what, by when.", missing="Say what happens next."),
    )  # fmt: skip


def _opens_with(doing: Doing) -> Words:
    return {"on": doing.today.isoformat()}


def _check(doing: Doing) -> list[Problem]:
    found = list(not_ahead(doing, "on", "A visit"))
    if doing.ticked("alone") and not doing.ticked("seen"):
        found.append(Problem(part="alone", words="Seen alone is also seen: tick both, or neither."))
    return found


def _facts(doing: Doing) -> list[Fact]:
    noun, visit, on = kind_of_visit(doing), doing.id("visit"), doing.day("on")
    seen, alone = doing.ticked("seen"), doing.ticked("alone")
    made: dict[str, Any] = {"id": visit, "child": doing.child, "on": on, "recorded_at": doing.made_at}
    if noun is AdviserContact:
        fact: Fact = AdviserContact(**made, way="visit", two_way=seen, at_home=doing.ticked("home"))
    elif noun is PrivateFosteringVisit:
        fact = PrivateFosteringVisit(**made, seen_alone=alone)
    elif noun is ProtectionVisit:
        plan = next((one.id for one in doing.standing.of(ProtectionPlan) if one.ended_on is None), None)
        fact = ProtectionVisit(**made, plan=plan, seen=seen, seen_alone=alone)
    elif noun is CareVisit:
        period = next((one.period for one in doing.standing.of(CareEpisode) if one.ended_on is None), None)
        fact = CareVisit(**made, period=period, seen=seen, seen_alone=alone)
    else:
        plan = next((one.id for one in doing.standing.of(InNeedPlan) if one.ended_on is None), None)
        fact = InNeedVisit(**made, plan=plan, seen=seen, seen_alone=alone)
    # The record of private fostering says of a visit only whether the child was seen alone: one without the child is
    # a note and no visit, or it would count as one.
    counts = seen or noun is not PrivateFosteringVisit
    return [*([fact] if counts else []), *signed(doing, visit, PARTS, on)]


def _last_time(doing: Doing) -> list[str]:
    """What was to happen next, as the visit before this one said."""
    last = [one for one in doing.standing.of(SignedText) if one.part == WHAT_NEXT and one.on is not None]
    if not last:
        return []
    newest = sorted(last, key=lambda one: (one.on, str(one.recorded_at)))[-1]
    purpose = [one.text for one in texts_about(doing.standing, newest.subject) if one.part == PURPOSE]
    why = f" (visit for: {purpose[-1]})" if purpose else ""
    assert newest.on is not None
    return [f"Last time, on {say(newest.on)}{why}: {newest.text}"]


STILL_ASKED = ("overdue", "due_soon", "running")


def _due(doing: Doing) -> list[str]:
    """Which visit is due, and by when: each duty or local standard that a visit of this kind would meet."""
    noun, found = kind_of_visit(doing), list[str]()
    for one in ALL:
        if one.may_alert and any(isinstance(way.met, MetBy) and way.met.noun is noun for way in one.ways):
            clocks = clocks_of(one, doing.standing, doing.settings)
            days = [clock.due_on for clock in clocks if clock.state in STILL_ASKED and clock.due_on is not None]
            if days:
                late = min(days) < doing.today
                found.append(f"{one.title}: {'was due by' if late else 'due by'} {say(min(days))}.")
    return found


def _plan(doing: Doing) -> list[str]:
    """The actions of the plan that are not done, as a visit may ask how each goes."""
    return [
        f"In the plan: {told_with_owner(doing.standing, one)}.{moved_words(doing.standing, one)}"
        for one in open_actions(doing.standing)
    ]


def _reads_first(doing: Doing) -> list[str]:
    return [*_due(doing), *_last_time(doing), *_plan(doing)]


VISIT_NOTE = Act(
    code="visit-note", title="Write a visit note", invites="Write a visit note", done="The visit is on record.",
    parts=_parts, facts=_facts, opens_with=_opens_with, check=_check, reads_first=_reads_first,
    leads_to=lambda doing: doing.id("visit"),
)  # fmt: skip
