"""Supervision: it opens with last time's actions, what changed for the child, and what was not done."""

from holdfast.casework.acts.act import Act, Doing, Part, Problem, not_ahead
from holdfast.casework.acts.last_time import CHANGED, NOT_DONE, REFLECTION, last_time
from holdfast.casework.acts.plan import OWNER, open_actions
from holdfast.casework.acts.texts import signed
from holdfast.duties.owner import owner_of
from holdfast.record.field import Fact
from holdfast.record.oversight import PlanAction, Supervision

PARTS = {
    "changed": CHANGED, "not_done": NOT_DONE, "reflection": REFLECTION, "next": "what next",
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
             hint="What we wonder about, what we may be missing, what it is like to be this child. A sentence will do.",
             missing="Say what we make of it: a discussion is more than its actions."),
        Part(name="next", label="Action agreed", kind="line", missing="Say what is to be done."),
        Part(name="owner", label="Who does it", kind="line", missing="Say who does it.",
             hint="A name, so that everybody knows whom to ask."),
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
        *signed(doing, held, PARTS, on), *signed(doing, action, {"owner": OWNER}, on),
    ]  # fmt: skip


def _opens_with(doing: Doing) -> dict[str, str]:
    return {"on": doing.today.isoformat()}


SUPERVISION = Act(
    code="supervision", title="Record a supervision discussion", invites="Record supervision",
    done="The discussion is on record.", parts=_parts, facts=_facts, opens_with=_opens_with, check=_check,
    reads_first=lambda doing: last_time(doing.standing),
)  # fmt: skip
