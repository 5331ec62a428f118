"""Plan actions: set with an owner and a day, moved with a reason, done on a day."""

from datetime import date
from itertools import groupby, pairwise

from holdfast.casework.acts.act import Act, Doing, Part, Problem, not_ahead
from holdfast.casework.acts.texts import signed
from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.record.oversight import PlanAction

NEW = "new"


def _rows(standing: Standing) -> list[list[PlanAction]]:
    """The rows of each action, in the order in which they were set."""
    some = [one for one in standing.of(PlanAction) if one.action is not None]
    ordered = sorted(some, key=lambda one: (one.action or "", one.set_on or date.min, str(one.recorded_at)))
    return [list(rows) for _, rows in groupby(ordered, key=lambda one: one.action)]


def open_actions(standing: Standing) -> list[PlanAction]:
    """The latest row of each action that is not done, the earliest day first."""
    found = [rows[-1] for rows in _rows(standing) if all(one.done_on is None for one in rows)]
    return sorted(found, key=lambda one: (one.for_day or date.max, one.action or ""))


def times_moved(standing: Standing, action: str) -> int:
    """How often the day of an action was moved."""
    for rows in _rows(standing):
        if rows[0].action == action:
            days = [one.for_day for one in rows]
            return sum(before != after for before, after in pairwise(days))
    return 0


def moved_words(standing: Standing, action: PlanAction) -> str:
    """How often the day of the action was moved, as a sentence to follow another; empty where it never was."""
    moved = times_moved(standing, action.action or "")
    return f" Its day has moved {moved} {'time' if moved == 1 else 'times'}." if moved else ""


def _chosen(doing: Doing) -> PlanAction | None:
    return next((one for one in open_actions(doing.standing) if one.action == doing.said("action")), None)


def _parts(doing: Doing) -> tuple[Part, ...]:
    choices = [(NEW, "A new action")]
    for one in open_actions(doing.standing):
        day = f", for {say(one.for_day)}" if one.for_day else ""
        choices.append((one.action or "", f"{one.words_of_action or 'An action'}{day}"))
    return (
        Part(name="action", label="Which action", kind="choice", choices=tuple(choices), missing="Choose an action."),
        Part(name="what", label="What is to be done", kind="line", hint="Only for a new action."),
        Part(name="owner", label="Who does it", kind="line", hint="A name, so that everybody knows whom to ask."),
        Part(name="for_day", label="By when", kind="day", hint="For an action that moves: the new day."),
        Part(name="why", label="Why its day moves", hint="Only for an action whose day moves."),
        Part(name="done_on", label="Done on", kind="day", hint="Only for an action that is done."),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    found = list(not_ahead(doing, "done_on", "What was done"))
    before = _chosen(doing)
    if doing.said("action") == NEW:
        wanted = {"what": "Say what is to be done.", "owner": "Say who does it.", "for_day": "Say by which day."}
        found += [Problem(part=name, words=words) for name, words in wanted.items() if not doing.said(name)]
    elif before is not None and doing.day("done_on") is None:
        if doing.day("for_day") is None:
            found.append(Problem(part="done_on", words="Say on which day it was done, or to which day it moves."))
        elif doing.day("for_day") != before.for_day and not doing.said("why"):
            found.append(Problem(part="why", words="Say why its day moves: whoever waits for it will ask."))
    return found


def _facts(doing: Doing) -> list[Fact]:
    before, row = _chosen(doing), doing.id("action")
    action = row if before is None else before.action
    words = doing.said("what") if before is None else before.words_of_action
    fact = PlanAction(
        id=row, child=doing.child, action=action, words_of_action=words, set_on=doing.today,
        for_day=doing.day("for_day") or (before.for_day if before else None), done_on=doing.day("done_on"),
        recorded_at=doing.made_at,
    )  # fmt: skip
    return [fact, *signed(doing, action or row, {"why": "why its day moved", "owner": "who does it"}, doing.today)]


def _about(doing: Doing) -> list[Fact]:
    """All rows of the chosen action: two people must not move one day past each other."""
    chosen = doing.said("action")
    return [one for one in doing.standing.of(PlanAction) if one.action == chosen]


def _reads_first(doing: Doing) -> list[str]:
    told = []
    for one in open_actions(doing.standing):
        day = f", for {say(one.for_day)}" if one.for_day else ""
        told.append(f"{one.words_of_action or 'An action'}{day}.{moved_words(doing.standing, one)}")
    return told


PLAN_ACTION = Act(
    code="plan-action", title="Set, move or finish an action of the plan", invites="Set, move or finish an action",
    done="The action is on record.", parts=_parts, facts=_facts, check=_check, about=_about, reads_first=_reads_first,
)  # fmt: skip
