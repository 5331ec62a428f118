"""A manager's decision: why, what must be found out, by whom, when, and what would change our mind."""

from holdfast.casework.acts.act import Act, Doing, Part, Problem
from holdfast.casework.acts.texts import signed
from holdfast.dates import Days, say
from holdfast.duties.drift.open_work import ABOUT_A_LOOK, ABOUT_A_PAUSE, ABOUT_A_PLAN, pauses_of
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision, PlanAction

ABOUT = (
    (ABOUT_A_PLAN, "The plan: whether it is still the right one"),
    (ABOUT_A_LOOK, "I looked at what had been noted"),
    ("late reason", "Why something was late"),
    ("other", "Something else"),
)

PARTS = {
    "decided": "what was decided", "why": "why", "find_out": "what must be found out", "by_whom": "by whom",
    "change_mind": "what would change our mind",
}  # fmt: skip


def _parts(doing: Doing) -> tuple[Part, ...]:
    return (
        Part(name="about", label="What the decision is about", kind="choice", choices=ABOUT,
             missing="Choose what the decision is about."),
        Part(name="decided", label="What is decided", missing="Say what is decided."),
        Part(name="why", label="Why", missing="Say why: whoever reads this later was not in the room."),
        Part(name="find_out", label="What must be found out", hint="If nothing, write: nothing.",
             missing="Say what must be found out, or write that there is nothing."),
        Part(name="by_whom", label="By whom", kind="line", missing="Say who does it."),
        Part(name="when", label="By when", kind="day", missing="Say by which day."),
        Part(name="change_mind", label="What would change our mind", missing="Say what would change our mind."),
    )  # fmt: skip


def _facts(doing: Doing) -> list[Fact]:
    decision = doing.id("decision")
    return [
        ManagementDecision(
            id=decision, child=doing.child, about=doing.said("about"), on=doing.today, reason=doing.said("why"),
            decided_by=doing.asker.who, recorded_at=doing.made_at,
        ),
        PlanAction(
            id=doing.id("action"), child=doing.child, action=doing.id("action"), words_of_action=doing.said("find_out"),
            set_on=doing.today, for_day=doing.day("when"), recorded_at=doing.made_at,
        ),
        *signed(doing, decision, PARTS, doing.today),
    ]  # fmt: skip


DECISION = Act(
    code="decision", title="Record a decision", invites="Record a decision", done="The decision is on record.",
    parts=_parts, facts=_facts,
)  # fmt: skip

REASONS = (
    ("waiting for a court", "We are waiting for a court"),
    ("waiting for another council", "We are waiting for another council"),
    ("the family asked for time", "The family asked for time, and it is safe"),
    ("the child is in hospital", "The child is in hospital"),
    ("a plan that is working needs longer", "A plan that is working needs longer"),
)
"""The reasons for which something may stand still: a closed list."""

LONGEST = Days(92)
"""A pause runs for so many days at most; then somebody looks again."""


def _pause_parts(doing: Doing) -> tuple[Part, ...]:
    return (
        Part(name="reason", label="Why it may stand still", kind="choice", choices=REASONS,
             missing="Choose a reason out of the list: a pause without one is not a pause."),
        Part(name="until", label="Until which day", kind="day", missing="Say until which day."),
        Part(name="why", label="What makes it right for this child", missing="Say what makes it right for this child."),
    )  # fmt: skip


def _pause_check(doing: Doing) -> list[Problem]:
    until = doing.day("until")
    if until is None:
        return []
    if until <= doing.today:
        return [Problem(part="until", words=f"{say(until)} is not ahead. A pause runs until a day to come.")]
    if until > LONGEST.after(doing.today):
        said = f"{say(until)} is more than three months ahead. Choose a nearer day to look again."
        return [Problem(part="until", words=said)]
    return []


def _pause_facts(doing: Doing) -> list[Fact]:
    pause = doing.id("pause")
    return [
        ManagementDecision(
            id=pause, child=doing.child, about=ABOUT_A_PAUSE, on=doing.today, until=doing.day("until"),
            reason=f"{doing.said('reason')}: {doing.said('why')}", decided_by=doing.asker.who,
            recorded_at=doing.made_at,
        ),
        *signed(doing, pause, {"why": "why"}, doing.today),
    ]  # fmt: skip


def _pause_reads(doing: Doing) -> list[str]:
    return [
        f"Already paused until {say(one.until)}: {one.reason}"
        for one in pauses_of(doing.standing)
        if one.until is not None
    ]


PAUSE = Act(
    code="pause", title="Pause the questions, with a reason", invites="Pause with a reason",
    done="The pause is on record. The questions rest until its day; what the law asks goes on.",
    parts=_pause_parts, facts=_pause_facts, check=_pause_check, reads_first=_pause_reads,
)  # fmt: skip
