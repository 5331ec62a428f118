"""Plan actions: set with an owner and a day, moved with a reason, done on a day."""

from datetime import date
from itertools import groupby

from holdfast.casework.acts.act import OF_A_VISIT, Act, Doing, Part, Problem, Words, not_ahead
from holdfast.casework.acts.texts import signed, texts_about
from holdfast.dates import say
from holdfast.duties.drift.oversight import times_moved
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.record.oversight import PlanAction
from holdfast.record.writing import SignedText

NEW = "new"

WHAT_NEXT = "what next"
"""The part of a signed visit note that says what happens next."""

OWNER = "who does it"
"""The part of a signed text about an action that names its owner."""

BY_WHOM = "by whom"
"""The part of a signed decision that names who finds out: that person does the action which came of it."""


def actions_of(standing: Standing) -> list[list[PlanAction]]:
    """The rows of each action, in the order in which they were set."""
    some = [one for one in standing.of(PlanAction) if one.action is not None]
    ordered = sorted(some, key=lambda one: (one.action or "", one.set_on or date.min, str(one.recorded_at)))
    return [list(rows) for _, rows in groupby(ordered, key=lambda one: one.action)]


def open_actions(standing: Standing) -> list[PlanAction]:
    """The latest row of each action that is not done, the earliest day first."""
    found = [rows[-1] for rows in actions_of(standing) if all(one.done_on is None for one in rows)]
    return sorted(found, key=lambda one: (one.for_day or date.max, one.action or ""))


def moved_words(standing: Standing, action: PlanAction) -> str:
    """How often the day of the action was moved, as a sentence to follow another; empty where it never was."""
    moved = times_moved(one for one in standing.of(PlanAction) if one.action == action.action)
    return f" Its day has moved {moved} {'time' if moved == 1 else 'times'}." if moved else ""


def _chosen(doing: Doing) -> PlanAction | None:
    return next((one for one in open_actions(doing.standing) if one.action == doing.said("action")), None)


def doer(standing: Standing, action: str | None) -> str:
    """Who does an action, as it was written last; empty where nobody wrote it.

    An action that came of a decision is done by whom the decision names.
    """
    of_it = {action: OWNER, (action or "").removesuffix("-action") + "-decision": BY_WHOM}
    named = [one for one in standing.of(SignedText) if one.text and of_it.get(one.subject) == one.part]
    return sorted(named, key=lambda one: str(one.recorded_at or ""))[-1].text or "" if named else ""


def told_with_owner(standing: Standing, one: PlanAction) -> str:
    """An action in words: what, who does it (or that nobody is named yet), by when."""
    who = doer(standing, one.action)
    by = f"by {who}" if who else "nobody named yet"
    words = (one.words_of_action or "An action").rstrip(".")
    return f"{words}, {by}{f', for {say(one.for_day)}' if one.for_day else ''}"


def _parts(doing: Doing) -> tuple[Part, ...]:
    some = open_actions(doing.standing)
    choices = [(NEW, "A new action"), *((one.action or "", told_with_owner(doing.standing, one)) for one in some)]
    return (
        Part(name="action", label="Which action", kind="choice", choices=tuple(choices), missing="Choose an action."),
        Part(name="what", label="What is to be done", kind="line", at_times=True, hint="Only for a new action."),
        Part(name="owner", label="Who does it", kind="line", at_times=True,
             hint="A name, so that everybody knows whom to ask. Left blank, whoever is named now goes on."),
        Part(name="for_day", label="By when", kind="day", at_times=True, hint="For an action that moves: the new day."),
        Part(name="why", label="Why its day moves", at_times=True, hint="Only for an action whose day moves."),
        Part(name="done_on", label="Done on", kind="day", at_times=True, hint="Only for an action that is done."),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    found = list(not_ahead(doing, "done_on", "What was done"))
    before = _chosen(doing)
    if doing.said("action") == NEW:
        wanted = {"what": "Say what is to be done.", "owner": "Say who does it.", "for_day": "Say by which day."}
        found += [Problem(part=name, words=words) for name, words in wanted.items() if not doing.said(name)]
    elif before is not None:
        found += _check_before(doing, before)
    return found


def _check_before(doing: Doing, before: PlanAction) -> list[Problem]:
    """What is amiss with an action that is on record already: nothing that was written may be dropped unsaid."""
    found, day = [], doing.day("for_day") or before.for_day
    if doing.said("what"):
        words = 'An action on record keeps its words. Choose "A new action" for these, or leave them out here.'
        found.append(Problem(part="what", words=words))
    moves, other = day != before.for_day, doing.said("owner") not in ("", doer(doing.standing, before.action))
    if not doing.said("owner") and not doing.said("done_on") and not doer(doing.standing, before.action):
        found.append(Problem(part="owner", words="Nobody is named for this action yet. Say who does it."))
    if doing.said("done_on"):
        if moves:
            found.append(Problem(part="for_day", words="What is done does not move. Leave its day as it is."))
    elif moves and not doing.said("why"):
        found.append(Problem(part="why", words="Say why its day moves: whoever waits for it will ask."))
    elif not moves and not other:
        found.append(Problem(part="done_on", words="Say on which day it was done, or to which day it moves."))
    return found


def next_of_visit(standing: Standing, visit: str) -> str:
    """What the note of a visit says happens next, as it reads now and in one line, for an action that is not there yet.

    Empty where there is no such note, or where the words are those of an action already.
    """
    some = [one.text for one in texts_about(standing, visit) if one.part == WHAT_NEXT and one.text]
    words = " ".join(some[-1].split()) if some else ""
    return "" if any(one.words_of_action == words for one in standing.of(PlanAction)) else words


def _opens_with(doing: Doing) -> Words:
    """A new action where there is no other; where one was chosen before the form opened, who does it and by when.

    Begun from a visit it is a new action too, in the words that the note has for what happens next.
    """
    said = next_of_visit(doing.standing, doing.said(OF_A_VISIT))
    if said:
        return {"action": NEW, "what": said}
    before = _chosen(doing)
    if before is not None:
        day = before.for_day.isoformat() if before.for_day else ""
        return {"action": before.action or "", "owner": doer(doing.standing, before.action), "for_day": day}
    return {} if open_actions(doing.standing) else {"action": NEW}


def _facts(doing: Doing) -> list[Fact]:
    before, row = _chosen(doing), doing.id("action")
    action = row if before is None else before.action
    words = doing.said("what") if before is None else before.words_of_action
    fact = PlanAction(
        id=row, child=doing.child, action=action, words_of_action=words, set_on=doing.today,
        for_day=doing.day("for_day") or (before.for_day if before else None), done_on=doing.day("done_on"),
        recorded_at=doing.made_at,
    )  # fmt: skip
    written = {"why": "why its day moved", "owner": OWNER}
    if before is not None and doing.said("owner") == doer(doing.standing, action):
        del written["owner"]
    return [fact, *signed(doing, action or row, written, doing.today)]


def _about(doing: Doing) -> list[Fact]:
    """All rows of the chosen action: two people must not move one day past each other."""
    chosen = doing.said("action")
    return [one for one in doing.standing.of(PlanAction) if one.action == chosen]


def to_open(doing: Doing) -> tuple[tuple[str, str], ...]:
    """Each action that is not done, by id, as a way to the form with who does it and its day filled in."""
    return tuple(
        (one.action or "", f"Move or finish: {one.words_of_action or 'an action'}")
        for one in open_actions(doing.standing)
    )


def _reads_first(doing: Doing) -> list[str]:
    some = open_actions(doing.standing)
    return [f"{told_with_owner(doing.standing, one)}.{moved_words(doing.standing, one)}" for one in some]


PLAN_ACTION = Act(
    code="plan-action", title="Set, move or finish an action of the plan", invites="Set, move or finish an action",
    done="The action is on record.", parts=_parts, facts=_facts, check=_check, about=_about, reads_first=_reads_first,
    opens_with=_opens_with,
)  # fmt: skip
