"""A manager's decision: why, what must be found out, by whom, when, and what would change our mind."""

from collections.abc import Iterable
from dataclasses import replace

from holdfast.casework.acts.act import Act, Doing, Part, Problem
from holdfast.casework.acts.texts import signed
from holdfast.casework.child.own_words import forename
from holdfast.casework.child.told import with_name
from holdfast.dates import Days, say
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.open_work import ABOUT_A_LOOK, ABOUT_A_PAUSE, ABOUT_A_PLAN, pauses_of
from holdfast.duties.drift.register import BY_CODE
from holdfast.duties.drift.rule import Drift
from holdfast.duties.monday_of_one import lines_of_child
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision, PlanAction

ABOUT = (
    (ABOUT_A_PLAN, "The plan: whether it is still the right one"),
    (ABOUT_A_LOOK, "I looked at what had been noted"),
    ("late reason", "Why something was late"),
    ("other", "Something else"),
)

LED_BY = "led_by"
"""The part of the form that says which line of the Monday list led to the decision, by its code."""

PARTS = {
    LED_BY: "what led to it", "decided": "what was decided", "why": "why", "find_out": "what must be found out",
    "by_whom": "by whom", "change_mind": "what would change our mind",
}  # fmt: skip


SOMETHING, NOTHING = "something", "nothing"
ANYTHING = (
    (SOMETHING, "Yes: somebody finds it out, and it becomes an action"), (NOTHING, "No: there is nothing to find out"),
)  # fmt: skip
ONLY_WHERE = "Only where something must be found out."
FOUND_OUT = {
    "find_out": "Say what must be found out.", "by_whom": "Say who does it.", "when": "Say by which day.",
}  # fmt: skip
"""What is asked of something that must be found out, each with what is said where it is missing."""
NOT_FOUND_OUT = {
    "find_out": "You chose that there is nothing to find out. Take this out, or choose that there is something.",
    "by_whom": "Nothing is to be found out, so nobody does it. Take the name out.",
    "when": "Nothing is to be found out, so there is no day for it. Take the day out.",
}
"""What is said of each of them where somebody chose that there is nothing to find out, and filled it all the same."""


NO_WORDS = frozenset({"nothing", "none", "no", "n/a", "na", "-"})
"""What people write where there is nothing: no action of that name is made."""


def lines_now(doing: Doing) -> dict[str, str]:
    """What asks for a decision about this child today, in words that call the child by name, by its code."""
    found: dict[str, list[str]] = {}
    called = forename(doing.standing)
    for one in lines_of_child(doing.standing, doing.settings):
        title = one.title.rstrip(".")
        words = one.words if one.words.startswith(title) else f"{title}. {one.words}"
        found.setdefault(one.code, []).append(with_name(words, called))
    return {code: " ".join(dict.fromkeys(words)) for code, words in found.items()}


def _led_by(doing: Doing) -> tuple[Part, ...]:
    """The question which of these led to it; there is none where nothing asks for a decision."""
    choices = lines_now(doing)
    if not choices:
        return ()
    return (
        Part(name=LED_BY, label="What led to it", kind="choice",
             hint="What asks for a decision about this child today. It is kept with the decision, as it stands now.",
             choices=(*choices.items(), ("", "None of these")), at_times=True),
    )  # fmt: skip


def _parts(doing: Doing) -> tuple[Part, ...]:
    return (
        *_led_by(doing),
        Part(name="about", label="What the decision is about", kind="choice", choices=ABOUT,
             missing="Choose what the decision is about."),
        Part(name="decided", label="What is decided", missing="Say what is decided."),
        Part(name="why", label="Why", missing="Say why: whoever reads this later was not in the room."),
        Part(name="anything", label="Must something be found out", kind="choice", choices=ANYTHING,
             missing="Choose whether something must be found out."),
        Part(name="find_out", label="What must be found out", at_times=True, hint=ONLY_WHERE),
        Part(name="by_whom", label="By whom", kind="line", at_times=True, hint=ONLY_WHERE),
        Part(name="when", label="By when", kind="day", at_times=True, hint=ONLY_WHERE),
        Part(name="change_mind", label="What would change our mind", missing="Say what would change our mind."),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    if doing.said("anything") == NOTHING:
        return [Problem(part=name, words=words) for name, words in NOT_FOUND_OUT.items() if doing.said(name)]
    if doing.said("anything") != SOMETHING:
        return []
    found = [Problem(part=name, words=words) for name, words in FOUND_OUT.items() if not doing.said(name)]
    if doing.said("find_out").rstrip(".").casefold() in NO_WORDS:
        words = "If there is nothing to find out, choose that above: no action is made then."
        found.append(Problem(part="find_out", words=words))
    return found


def _action(doing: Doing) -> list[Fact]:
    """What must be found out, as an action with its day; none where there is nothing."""
    if doing.said("anything") == NOTHING:
        return []
    return [
        PlanAction(
            id=doing.id("action"), child=doing.child, action=doing.id("action"), words_of_action=doing.said("find_out"),
            set_on=doing.today, for_day=doing.day("when"), recorded_at=doing.made_at,
        )
    ]  # fmt: skip


def _facts(doing: Doing) -> list[Fact]:
    decision = doing.id("decision")
    nothing = {"find_out": "There is nothing to find out."} if doing.said("anything") == NOTHING else {}
    led = {LED_BY: lines_now(doing).get(doing.said(LED_BY), "")}
    said = replace(doing, words={**doing.words, **nothing, **led})
    return [
        ManagementDecision(
            id=decision, child=doing.child, about=doing.said("about"), on=doing.today, reason=doing.said("why"),
            decided_by=doing.asker.who, recorded_at=doing.made_at,
        ),
        *_action(doing),
        *signed(said, decision, PARTS, doing.today),
    ]  # fmt: skip


DECISION = Act(
    code="decision", title="Record a decision", invites="Record a decision", done="The decision is on record.",
    parts=_parts, facts=_facts, check=_check,
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


def questions_to_pause(drifts: Iterable[Drift]) -> tuple[tuple[str, str], ...]:
    """The rules among these findings that a pause could make rest now, each as its code and its title.

    Those that stand, that nobody has paused, and that may be paused at all.
    """
    found = {one.code: BY_CODE[one.code] for one in drifts if one.nags}
    return tuple((code, rule.title.rstrip(".")) for code, rule in sorted(found.items()) if rule.pausable)


def _questions(doing: Doing) -> tuple[tuple[str, str], ...]:
    return questions_to_pause(drifts_of(doing.standing, doing.settings))


def _pause_parts(doing: Doing) -> tuple[Part, ...]:
    choices = _questions(doing)
    return (
        Part(name="question", label="Which question may rest", kind="choice", choices=choices,
             hint="Only this one. A reviewing officer's challenge and a gap in supervision cannot be paused.",
             missing="Choose the question that may rest." if choices else
             "No question about this child can be paused now."),
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
            id=pause, child=doing.child, about=ABOUT_A_PAUSE, subject=doing.said("question"), on=doing.today,
            until=doing.day("until"), reason=f"{doing.said('reason')}: {doing.said('why')}",
            decided_by=doing.asker.who, recorded_at=doing.made_at,
        ),
        *signed(doing, pause, {"why": "why"}, doing.today),
    ]  # fmt: skip


def _pause_reads(doing: Doing) -> list[str]:
    return [
        f"Already paused until {say(one.until)}, {_of_what(one.subject)}: {one.reason}"
        for one in pauses_of(doing.standing)
    ]


def _of_what(subject: str | None) -> str:
    """What a pause is of; one from another system may name nothing, or something that is no rule."""
    if subject is None:
        return "every question that can be"
    return f'"{BY_CODE[subject].title.rstrip(".")}"' if subject in BY_CODE else "one matter"


def _pause_opens(doing: Doing) -> dict[str, str]:
    choices = _questions(doing)
    return {"question": choices[0][0]} if len(choices) == 1 else {}


PAUSE = Act(
    code="pause", title="Pause one question, with a reason", invites="Pause with a reason",
    done="The pause is on record. The question rests until its day; what the law asks goes on.",
    parts=_pause_parts, facts=_pause_facts, check=_pause_check, reads_first=_pause_reads, opens_with=_pause_opens,
)  # fmt: skip
