"""The acts of the improvement plan: what is to be done, by when, how it goes, what leaders decided, and closing.

How an action stands is asked by none of them: it is worked out from the children's records.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from holdfast.casework.acts.act import Act, Doing, Part, Problem, not_ahead
from holdfast.casework.acts.is_it_a_name import is_it_a_name, still_there
from holdfast.casework.acts.objective import (
    ToBeDone,
    actions,
    chosen,
    decisions,
    no_names,
    not_closed,
    of_it,
    open_ones,
    planned,
    remarks,
    resource,
    role,
    the_objective,
    which,
    words_of,
)
from holdfast.dates import say
from holdfast.measures.register import MEASURES
from holdfast.record.field import Fact
from holdfast.record.improving import (
    ObjectiveAction,
    ObjectiveDay,
    ObjectiveDecision,
    ObjectiveRemark,
    ObjectiveResource,
)

OUTPUT_ONLY = "none"
WHOLE = "the objective"

CLAIMS = (("on track", "On track"), ("behind", "Behind"), ("done", "Done"))

NO_NAMES = "People read the plan who see no child by name: write no name of a child or a worker."

BY_WHEN = Part(name="for_day", label="To be done by", kind="day", missing="Say by which day it is to be done.")
OWNER = Part(
    name="owner", label="Which role answers for it", kind="line", hint="A role, such as the head of the Hub.",
    missing="Say which role answers for it.",
)  # fmt: skip


def _not_behind(doing: Doing) -> Sequence[Problem]:
    day = doing.day("for_day")
    if day is None or day >= doing.today:
        return ()
    return (Problem(part="for_day", words=f"{say(day)} is over. Choose a day that lies ahead."),)


def _day(doing: Doing, subject: str) -> ObjectiveDay:
    return ObjectiveDay(
        id=doing.id("day"), child=doing.child, subject=subject, day=doing.day("for_day"), set_on=doing.today,
        by_role=role(doing), why=doing.said("why") or None, recorded_at=doing.made_at,
    )  # fmt: skip


def _remark(doing: Doing, subject: str, words: str, claims: str | None = None) -> ObjectiveRemark:
    return ObjectiveRemark(
        id=doing.id("remark"), child=doing.child, subject=subject, on=doing.today, by_role=role(doing), claims=claims,
        words_of_remark=words, recorded_at=doing.made_at,
    )  # fmt: skip


def _action_parts(doing: Doing) -> tuple[Part, ...]:
    measures = tuple((one.code, one.question) for one in MEASURES)
    return (
        Part(name="title", label="What is to be done", kind="line", missing="Say what is to be done."),
        Part(name="for_a_child", label="What a child will notice",
             hint="A paper, a form or a meeting is nothing that a child notices.",
             missing="Say what a child will notice. If no child will, ask whether it is worth doing."),
        Part(name="measure", label="What the record shows of it", kind="choice",
             hint="The figure comes from the children's records every month. Nobody types it.",
             choices=(*measures, (OUTPUT_ONLY, "No measure: it will be shown as output only")),
             missing="Choose a measure, or say that there is none."),
        Part(name="effect", label="What it will show when it works", kind="line",
             missing="Say what the record will show when it works."),
        OWNER, BY_WHEN,
        Part(name="needs", label="What it needs in people or money", kind="line",
             hint="It is shown as asked for until somebody agrees to it."),
    )  # fmt: skip


def _action_facts(doing: Doing) -> list[Fact]:
    measure, action = doing.said("measure"), doing.id("action")
    found: list[Fact] = [
        ObjectiveAction(
            id=action, child=doing.child, title=doing.said("title"), for_a_child=doing.said("for_a_child"),
            effect=doing.said("effect"), measure=None if measure == OUTPUT_ONLY else measure, owner=doing.said("owner"),
            agreed_on=doing.today, recorded_at=doing.made_at,
        ),
        _day(doing, action),
    ]  # fmt: skip
    if doing.said("needs"):
        found.append(ObjectiveResource(
            id=doing.id("resource"), child=doing.child, action=action, asked_on=doing.today, what=doing.said("needs"),
            by_role=role(doing), recorded_at=doing.made_at,
        ))  # fmt: skip
    return found


ACTION = Act(
    code="objective-action", title="Add an action", invites="Add an action", done="The action is in the plan.",
    parts=_action_parts, facts=_action_facts,
    check=lambda doing: [*_not_behind(doing), *not_closed(doing)],
)  # fmt: skip


def _move_parts(doing: Doing) -> tuple[Part, ...]:
    return (
        which(doing, open_ones(doing), "Choose what moves. What is done does not move."),
        replace(BY_WHEN, label="The new day", missing="Say to which day it moves."),
        Part(name="why", label="Why it moves", hint="The first day stays in sight: weeks slipped are counted from it.",
             missing="Say why it moves: whoever waits for it will ask."),
    )  # fmt: skip


def _move_check(doing: Doing) -> Sequence[Problem]:
    days = planned(doing, doing.said("which"))
    if days and days[-1].day is not None and days[-1].day == doing.day("for_day"):
        return (Problem(part="for_day", words=f"It is planned for {say(days[-1].day)} already. Choose another day."),)
    return _not_behind(doing)


def _told_days(doing: Doing) -> list[str]:
    """Every open one that was moved, with how often."""
    told = []
    for one in open_ones(doing):
        days = planned(doing, one.id)
        if len(days) > 1 and days[0].day is not None:
            many = {2: "once", 3: "twice"}.get(len(days), f"{len(days) - 1} times")
            told.append(f"{words_of(one).rstrip('.')}: planned first for {say(days[0].day)}, moved {many}.")
    return told


MOVE = Act(
    code="objective-day", title="Move a day", invites="Move a day", done="The new day is on record.",
    parts=_move_parts, check=_move_check, reads_first=_told_days,
    facts=lambda doing: [_day(doing, doing.said("which"))],
    about=lambda doing: planned(doing, doing.said("which")),
)  # fmt: skip


def _claim_parts(doing: Doing) -> tuple[Part, ...]:
    return (
        _or_the_whole(which(doing, actions(doing), "Choose of what you speak."), "The whole objective"),
        Part(name="claims", label="How it goes, as you see it", kind="choice", choices=CLAIMS,
             hint="It is shown beside what the record shows, and beside every child for whom it is untrue.",
             missing="Choose one of the three."),
        Part(name="words", label="In your words", missing="Say in a sentence why you think so."),
    )  # fmt: skip


def _or_the_whole(part: Part, words: str) -> Part:
    return replace(part, choices=(*part.choices, (WHOLE, words)))


def _subject(doing: Doing) -> str:
    """The action that was chosen, or the objective itself."""
    return doing.child if doing.said("which") == WHOLE else doing.said("which")


def _about_said(doing: Doing) -> list[Fact]:
    return list(remarks(doing, _subject(doing)))


CLAIM = Act(
    code="objective-claim", title="Say how an action goes", invites="Say how an action goes",
    done="What you say of it is in the plan.", parts=_claim_parts, about=_about_said,
    facts=lambda doing: [_remark(doing, _subject(doing), doing.said("words"), doing.said("claims"))],
    check=not_closed,
)  # fmt: skip


def _remark_parts(doing: Doing) -> tuple[Part, ...]:
    of_what = which(doing, actions(doing), "Choose what the remark is about.")
    if the_objective(doing).closed_on is not None:
        of_what = _or_the_whole(of_what, "The whole objective, looking back")
    return (of_what, Part(name="words", label="Your remark", missing="Write the remark."))


REMARK = Act(
    code="objective-remark", title="Add a remark", invites="Add a remark", done="The remark is in the plan.",
    parts=_remark_parts, facts=lambda doing: [_remark(doing, _subject(doing), doing.said("words"))],
)  # fmt: skip


def _resource_parts(doing: Doing) -> tuple[Part, ...]:
    return (
        which(doing, actions(doing), "Choose for which action it is."),
        Part(name="needs", label="What is needed in people or money", kind="line", at_times=True,
             hint="Leave it empty to agree to what was asked for already."),
        Part(name="agreed_on", label="Agreed on", kind="day", at_times=True,
             hint="Leave it empty where nobody has agreed yet."),
    )  # fmt: skip


def _resource_check(doing: Doing) -> list[Problem]:
    found = [*not_ahead(doing, "agreed_on", "What was agreed"), *not_closed(doing)]
    asked = resource(doing, doing.said("which"))
    if not doing.said("needs") and asked is None:
        found.append(Problem(part="needs", words="Say what is needed: nothing was asked for yet."))
    elif not doing.said("needs") and not doing.said("agreed_on"):
        found.append(Problem(part="agreed_on", words="Say on which day it was agreed, or what is needed."))
    return found


def _resource_facts(doing: Doing) -> list[Fact]:
    asked = resource(doing, doing.said("which"))
    if not doing.said("needs") and asked is not None:
        return [replace(asked, agreed_on=doing.day("agreed_on"), by_role=role(doing), recorded_at=doing.made_at)]
    return [ObjectiveResource(
        id=doing.id("resource"), child=doing.child, action=doing.said("which"), asked_on=doing.today,
        what=doing.said("needs"), agreed_on=doing.day("agreed_on"), by_role=role(doing), recorded_at=doing.made_at,
    )]  # fmt: skip


def _told_resources(doing: Doing) -> list[str]:
    found = [(one, asked) for one in actions(doing) if (asked := resource(doing, one.id)) is not None]
    return [
        f"{words_of(one)}: {asked.what}, {f'agreed on {say(asked.agreed_on)}' if asked.agreed_on else 'not agreed'}."
        for one, asked in found
    ]


RESOURCE = Act(
    code="objective-resource", title="Ask for a resource, or agree to one", invites="Ask for or agree a resource",
    done="The resource is on record.", parts=_resource_parts, check=_resource_check, facts=_resource_facts,
    reads_first=_told_resources,
    about=lambda doing: [one for one in of_it(doing, ObjectiveResource) if one.action == doing.said("which")],
)  # fmt: skip


def _decision_parts(_: Doing) -> tuple[Part, ...]:
    return (
        Part(name="meeting", label="At which meeting", kind="line", missing="Say at which meeting it was decided."),
        Part(name="on", label="Decided on", kind="day", missing="Say on which day it was decided."),
        Part(name="decided", label="What was decided", missing="Say what was decided."),
        OWNER, BY_WHEN,
    )  # fmt: skip


def _decision_facts(doing: Doing) -> list[Fact]:
    row = doing.id("decision")
    return [
        ObjectiveDecision(
            id=row, child=doing.child, on=doing.day("on"), meeting=doing.said("meeting"),
            decided=doing.said("decided"), owner=doing.said("owner"), recorded_at=doing.made_at,
        ),
        _day(doing, row),
    ]  # fmt: skip


DECISION = Act(
    code="objective-decision", title="A decision of leaders", invites="Write down a decision of leaders",
    done="The decision is in the plan.", parts=_decision_parts, facts=_decision_facts,
    check=lambda doing: [
        *not_ahead(doing, "on", "What was decided"), *_not_behind(doing), *not_closed(doing),
    ],
)  # fmt: skip


def _done_parts(doing: Doing) -> tuple[Part, ...]:
    return (
        which(doing, open_ones(doing), "Choose what is done."),
        Part(name="done_on", label="Done on", kind="day", missing="Say on which day it was done."),
        Part(name="came_of_it", label="What came of it", at_times=True,
             hint="A decision of leaders is not followed until this is said."),
    )  # fmt: skip


def _done_check(doing: Doing) -> list[Problem]:
    found = [*not_ahead(doing, "done_on", "What was done")]
    one, day = chosen(doing, open_ones(doing)), doing.day("done_on")
    begun = one.on if isinstance(one, ObjectiveDecision) else one.agreed_on if one else None
    if begun is not None and day is not None and day < begun:
        found.append(Problem(part="done_on", words=f"It was agreed on {say(begun)}. Choose a day since then."))
    if isinstance(one, ObjectiveDecision) and not doing.said("came_of_it"):
        found.append(Problem(part="came_of_it", words="Say what came of the decision."))
    return found


def _done_facts(doing: Doing) -> list[Fact]:
    one, day, words = chosen(doing, open_ones(doing)), doing.day("done_on"), doing.said("came_of_it")
    if isinstance(one, ObjectiveDecision):
        return [replace(one, done_on=day, came_of_it=words, recorded_at=doing.made_at)]
    assert one is not None
    done = replace(one, done_on=day, recorded_at=doing.made_at)
    return [done, *([_remark(doing, one.id or "", words)] if words else [])]


def _about_done(doing: Doing) -> list[Fact]:
    every: list[ToBeDone] = [*actions(doing), *decisions(doing)]
    return [one for one in every if one.id == doing.said("which")]


DONE = Act(
    code="objective-done", title="Something is done", invites="Say that something is done",
    done="It is on record as done.", parts=_done_parts, check=_done_check, facts=_done_facts,
    about=_about_done,
)  # fmt: skip


def _close_facts(doing: Doing) -> list[Fact]:
    closed = replace(the_objective(doing), closed_on=doing.today, recorded_at=doing.made_at)
    return [closed, _remark(doing, doing.child, doing.said("words"))]


CLOSE = Act(
    code="objective-close", title="Close the objective", invites="Close the objective",
    done="The objective is closed.", facts=_close_facts, about=lambda doing: [the_objective(doing)],
    parts=lambda _: (
        Part(name="words", label="What we would do otherwise next time",
             hint="The page shows beside it what was promised, and what the record showed on this day and since.",
             missing="Say what you would do otherwise: it is what the next plan learns from."),
    ),
    check=not_closed,
    reads_first=lambda doing: [f"Not done: {words_of(one).rstrip('.')}." for one in open_ones(doing)],
)  # fmt: skip


def naming_nobody(act: Act) -> Act:
    """The act, which also refuses words that name a child or a worker, and asks about a child's forename."""
    return replace(
        act, parts=lambda doing: (*act.parts(doing), *is_it_a_name(act, doing)),
        check=lambda doing: [*act.check(doing), *no_names(act, doing), *still_there(act, doing)],
        reads_first=lambda doing: [*act.reads_first(doing), NO_NAMES],
    )  # fmt: skip


IMPROVING = tuple(map(naming_nobody, (CLAIM, REMARK, MOVE, DONE, ACTION, RESOURCE, DECISION, CLOSE)))
"""In the order in which a page offers them: what is done most often first."""

IN_THE_PLAN_BY_CODE = {one.code: one for one in IMPROVING}

OPEN: dict[str, Callable[[bool, bool], bool]] = {
    REMARK.code: lambda closed, waits: True,
    MOVE.code: lambda closed, waits: waits,
    DONE.code: lambda closed, waits: waits,
}
"""For an objective that is closed or not, with something that is not done or not: what is offered; else if open."""


def offered(code: str, *, closed: bool, waits: bool) -> bool:
    """Whether an act makes sense now; ``waits`` says that an action or a decision is not done."""
    return OPEN.get(code, lambda closed, _: not closed)(closed, waits)
