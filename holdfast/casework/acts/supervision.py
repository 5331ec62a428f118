"""Supervision: it opens with last time's actions, what changed for the child, and what was not done."""

from datetime import date

from holdfast.casework.acts.act import Act, Doing, Part, Problem, not_ahead
from holdfast.casework.acts.plan import moved_words, open_actions
from holdfast.casework.acts.texts import signed
from holdfast.dates import say
from holdfast.duties.owner import owner_of
from holdfast.record.field import Fact
from holdfast.record.oversight import PlanAction, PlanReview, Supervision
from holdfast.record.writing import SignedText

PARTS = {
    "changed": "what changed for the child", "not_done": "what was not done, and what will change",
    "reflection": "reflection", "next": "what next",
}  # fmt: skip


def _late(doing: Doing) -> list[PlanAction]:
    return [one for one in open_actions(doing.standing) if one.for_day is not None and one.for_day < doing.today]


def _parts(doing: Doing) -> tuple[Part, ...]:
    late = _late(doing)
    asked = "Say what will change so that it is done: an action past its day cannot be left as it is." if late else ""
    return (
        Part(name="on", label="Day of the discussion", kind="day", missing="Say on which day you talked."),
        Part(name="changed", label="What changed for the child since last time",
             missing="Say what changed for the child, also where it is nothing."),
        Part(name="not_done", label="What was not done, and what will change", missing=asked,
             hint="Of the actions above." if late else "Nothing is past its day."),
        Part(name="reflection", label="What we make of it",
             hint="What we wonder about, what we may be missing, what it is like to be this child."),
        Part(name="next", label="Action agreed", kind="line", missing="Say what is to be done."),
        Part(name="by", label="Done by", kind="day", missing="Say by which day."),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    return list(not_ahead(doing, "on", "A discussion"))


def _facts(doing: Doing) -> list[Fact]:
    held, action, on = doing.id("supervision"), doing.id("action"), doing.day("on")
    return [
        Supervision(
            id=held, child=doing.child, on=on, professional=owner_of(doing.standing).worker,
            reflective=bool(doing.said("reflection")), recorded_at=doing.made_at,
        ),
        PlanAction(
            id=action, child=doing.child, action=action, words_of_action=doing.said("next"), set_on=on,
            for_day=doing.day("by"), recorded_at=doing.made_at,
        ),
        *signed(doing, held, PARTS, on),
    ]  # fmt: skip


def _reads_first(doing: Doing) -> list[str]:
    """Last time's actions and their fate, and what reviews found to have changed."""
    held = [one for one in doing.standing.of(Supervision) if one.on is not None]
    if not held:
        return ["This child has not been discussed in supervision on this record before."]
    last = max(held, key=lambda one: (one.on or date.min, one.id or ""))
    assert last.on is not None
    told = [f"Last discussed on {say(last.on)}."]
    told += [
        f"Agreed then: {one.text}"
        for one in doing.standing.of(SignedText)
        if one.subject == last.id and one.part == "what next"
    ]
    for one in open_actions(doing.standing):
        day = f", for {say(one.for_day)}" if one.for_day else ""
        late = " Its day has passed." if one.for_day and one.for_day < doing.today else ""
        moved = moved_words(doing.standing, one)
        told.append(f"Not done yet: {one.words_of_action or 'an action'}{day}.{late}{moved}")
    told += [
        f"The review on {say(one.on)} found the child's life: {one.change}."
        for one in doing.standing.of(PlanReview)
        if one.on is not None and one.on >= last.on and one.change
    ]
    return told


def _opens_with(doing: Doing) -> dict[str, str]:
    return {"on": doing.today.isoformat()}


SUPERVISION = Act(
    code="supervision", title="Record a supervision discussion", invites="Record supervision",
    done="The discussion is on record.", parts=_parts, facts=_facts, opens_with=_opens_with, check=_check,
    reads_first=_reads_first,
)  # fmt: skip
