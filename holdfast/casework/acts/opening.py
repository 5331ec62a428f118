"""Opening an objective of the improvement plan: from a finding of the council's line, or from a point of a report.

Each act is made for what it starts from. It is about the plan, or about the point, and not about one objective; what it
puts on record belongs to the objective.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from holdfast.casework.acts.act import HERE, Act, Doing, Part, Problem
from holdfast.casework.acts.improving import naming_nobody
from holdfast.record.field import Fact
from holdfast.record.improving import Objective, ObjectiveFinding

THE_PLAN = "plan"
"""What the act of opening an objective is about, where acts are listed: no objective has this id."""

OPEN, TAKE_UP = "objective-open", "objective-point"
OPENING = frozenset({OPEN, TAKE_UP})
"""The acts that are about no objective that is there already."""

NEW = "new"
_LONGEST = 60
_BETTER = Part(
    name="title", label="What is to be better", kind="line",
    hint="In the words of a child or a parent, such as: Children are asked why they ran.",
    missing="Say what is to be better.",
)  # fmt: skip


def opening(findings: Sequence[tuple[str, str]]) -> Act:
    """Opening an objective that comes from one of these findings: the slug and the title of each."""
    return naming_nobody(Act(
        code=OPEN, title="Open an objective", invites="Open an objective", done="The objective is in the plan.",
        parts=lambda _: (
            _BETTER,
            Part(name="finding", label="Which finding it comes from", kind="choice", choices=tuple(findings),
                 hint="For a point of a report, open the report, and take the point into the plan from there.",
                 missing="Choose the finding that it comes from."),
        ),
        facts=lambda doing: _opened(doing, finding=doing.said("finding")),
    ))  # fmt: skip


def taking_up(point: str, text: str) -> Act:
    """Taking a point of a report into the plan, for an objective that is there or a new one.

    ``point`` is what addresses call it: its document's key, a stroke and its place (``report-2023/point-1``).
    """
    return naming_nobody(Act(
        code=TAKE_UP, title="Take this point into the plan", invites="Take this point into the plan",
        done="The point is in the plan.", parts=lambda doing: _parts(doing, point), check=_check,
        facts=lambda doing: _taken_up(doing, point),
        reads_first=lambda doing: [
            f"The point: {text}", *(f"It is in the plan already: {one.title}" for one in taken_up_by(doing, point)),
        ],
    ))  # fmt: skip


def taken_up_by(doing: Doing, point: str) -> list[Objective]:
    """The objectives that come from the point."""
    tied = {one.child for one in doing.standing.of(ObjectiveFinding) if one.point == point and one.finding is None}
    return [one for one in doing.standing.of(Objective) if one.child in tied]


def _parts(doing: Doing, point: str) -> tuple[Part, ...]:
    tied = {one.child for one in taken_up_by(doing, point)}
    free = [one for one in doing.standing.of(Objective) if one.child not in tied and one.closed_on is None]
    choices = ((one.child, one.title or one.child) for one in sorted(free, key=lambda one: (one.place or 0, one.child)))
    return (
        Part(name="which", label="For which objective", kind="choice", missing="Choose the objective, or a new one.",
             choices=(*choices, (NEW, "A new objective"))),
        replace(_BETTER, at_times=True, missing="", hint=f"For a new objective. {_BETTER.hint}"),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    new, title = doing.said("which") == NEW, doing.said("title")
    if new and not title:
        return [Problem(part="title", words=_BETTER.missing)]
    if title and doing.said("which") and not new:
        words = "You chose an objective that has its words. Choose a new objective, or take these words out."
        return [Problem(part="title", words=words)]
    return []


def _taken_up(doing: Doing, point: str) -> list[Fact]:
    if doing.said("which") == NEW:
        return _opened(doing, point=point)
    return [_tie(doing, doing.said("which"), point=point)]


def _opened(doing: Doing, finding: str | None = None, point: str | None = None) -> list[Fact]:
    there = doing.standing.of(Objective)
    objective = _free_id(doing.said("title"), {one.child for one in there})
    return [
        Objective(
            child=objective, title=doing.said("title"), place=max((one.place or 0 for one in there), default=0) + 1,
            agreed_on=doing.today, recorded_at=doing.made_at,
        ),
        _tie(doing, objective, finding, point),
    ]  # fmt: skip


def _tie(doing: Doing, objective: str, finding: str | None = None, point: str | None = None) -> ObjectiveFinding:
    return ObjectiveFinding(
        id=doing.id("finding"), child=objective, finding=finding, point=point, on=doing.today, recorded_at=doing.made_at
    )


def _free_id(title: str, taken: set[str]) -> str:
    """The objective's id, and so its address: the words of its title, with a number where another has them."""
    words = f"{HERE}{re.sub(r'[^a-z0-9]+', '-', title.casefold()).strip('-')[:_LONGEST].strip('-') or 'objective'}"
    number = 2
    found = words
    while found in taken:
        found, number = f"{words}-{number}", number + 1
    return found
