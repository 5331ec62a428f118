"""One objective as it stands on record, as the acts of the improvement plan need it; and whom its words may not name.

The plan is read by people who see no child's name, so that nothing written in it names a child or a worker.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from holdfast.casework.acts.act import Act, Doing, Part, Problem
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import say
from holdfast.record.child import Child
from holdfast.record.field import Fact
from holdfast.record.improving import (
    Objective,
    ObjectiveAction,
    ObjectiveDay,
    ObjectiveDecision,
    ObjectiveRemark,
    ObjectiveResource,
)
from holdfast.record.register import IN_THE_PLAN

F = TypeVar("F", bound=Fact)
ToBeDone = ObjectiveAction | ObjectiveDecision

QUOTES = "'\"\u2018\u2019\u201c\u201d"

NAME_WORDS = range(2, 6)
"""Of how many words a name is made that is refused: a forename alone may be a word, and is asked about (forenames)."""


def objective_on_record(council: Council, view: View, objective: str) -> Child | None:
    """What was written in the plan, held under the objective's id; None where there is no such objective."""
    found = written_in_the_plan(council, view, objective)
    return found if any(one.child == objective for one in found.of(Objective)) else None


def written_in_the_plan(council: Council, view: View, about: str) -> Child:
    """What was written in the plan, held under the id of what an act is about."""
    columns = council.columns(view)
    facts = {noun: tuple(noun(**row) for row in columns.of(noun).iter_rows(named=True)) for noun in IN_THE_PLAN}
    return Child(id=about, facts=facts, held=columns.held)


def of_it(doing: Doing, noun: type[F]) -> list[F]:
    """The facts of this kind that are about the objective."""
    return [one for one in doing.standing.of(noun) if one.child == doing.child]


def the_objective(doing: Doing) -> Objective:
    """The objective itself; who may do something to it was asked before, so that it is there."""
    return of_it(doing, Objective)[0]


def actions(doing: Doing) -> list[ObjectiveAction]:
    """Its actions in the order in which they were agreed."""
    return sorted(of_it(doing, ObjectiveAction), key=lambda one: (str(one.agreed_on), one.id or ""))


def decisions(doing: Doing) -> list[ObjectiveDecision]:
    """What leaders decided for it, in order of day."""
    return sorted(of_it(doing, ObjectiveDecision), key=lambda one: (str(one.on), one.id or ""))


def open_ones(doing: Doing) -> list[ToBeDone]:
    """What is not done: actions of an objective that is open, and decisions."""
    some: Sequence[ToBeDone] = [] if the_objective(doing).closed_on else actions(doing)
    return [one for one in (*some, *decisions(doing)) if one.done_on is None]


def chosen(doing: Doing, among: Sequence[ToBeDone]) -> ToBeDone | None:
    """The one that the form's first question names."""
    return next((one for one in among if one.id == doing.said("which")), None)


def planned(doing: Doing, subject: str | None) -> list[ObjectiveDay]:
    """The planned days of an action or a decision in the order in which they were set."""
    some = [one for one in of_it(doing, ObjectiveDay) if one.subject == subject]
    return sorted(some, key=lambda one: (str(one.set_on), str(one.recorded_at or "")))


def resource(doing: Doing, action: str | None) -> ObjectiveResource | None:
    """What was asked for an action last."""
    some = [one for one in of_it(doing, ObjectiveResource) if one.action == action]
    ordered = sorted(some, key=lambda one: (str(one.asked_on), str(one.recorded_at or "")))
    return ordered[-1] if ordered else None


def remarks(doing: Doing, subject: str) -> list[ObjectiveRemark]:
    """What was said of an action, in order."""
    some = [one for one in of_it(doing, ObjectiveRemark) if one.subject == subject]
    return sorted(some, key=lambda one: (str(one.on), str(one.recorded_at or "")))


def words_of(one: ToBeDone) -> str:
    """What is to be done, in its own words."""
    return (one.title if isinstance(one, ObjectiveAction) else one.decided) or one.id or ""


def which(doing: Doing, among: Sequence[ToBeDone], missing: str) -> Part:
    """The question which of them it is, each with the day that is planned now."""
    choices = []
    for one in among:
        days = planned(doing, one.id)
        by = f", by {say(days[-1].day)}" if days and days[-1].day and one.done_on is None else ""
        decided = "Leaders decided: " if isinstance(one, ObjectiveDecision) else ""
        choices.append((one.id or "", f"{decided}{words_of(one).rstrip('.')}{by}"))
    label = "Which action or decision" if any(isinstance(one, ObjectiveDecision) for one in among) else "Which action"
    return Part(name="which", label=label, kind="choice", choices=tuple(choices), missing=missing)


def role(doing: Doing) -> str:
    """Who writes it, as the plan tells it: by a role, never by a name."""
    return f"the {doing.asker.seat.title.lower()}"


def not_closed(doing: Doing) -> list[Problem]:
    """A problem where the objective was closed."""
    closed = the_objective(doing).closed_on
    if closed is None:
        return []
    return [Problem(part="", words=f"The objective was closed on {say(closed)}. Nothing more is planned for it.")]


def no_names(act: Act, doing: Doing) -> list[Problem]:
    """A problem for each part in which somebody is named."""
    names = {name.casefold(): name for name in doing.names}
    found = []
    for part in act.parts(doing):
        named = name_in(doing.said(part.name), names) if part.kind in ("line", "text") else None
        if named:
            found.append(Problem(
                part=part.name,
                words=f"{part.label}: it names {named}. The plan is read by people who see no names. Write it without.",
            ))  # fmt: skip
    return found


def name_in(text: str, names: Mapping[str, str] | Collection[str]) -> str | None:
    """The first of these names (in small letters) that the text has word for word; None where it has none."""
    words = [one.strip(QUOTES) for one in re.findall(r"[^\s.,;:!?()]+", text)]
    for size in NAME_WORDS:
        for start in range(len(words) - size + 1):
            some = " ".join(words[start : start + size])
            bare = some.removesuffix("'s").removesuffix("\u2019s")
            if bare.casefold() in names:
                return bare
    return None
