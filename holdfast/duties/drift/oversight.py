"""Who is with the child and who looks: changes of worker, supervision, and actions whose day keeps moving."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from holdfast.dates import Limit, add_months, say
from holdfast.duties.clock import limit_of
from holdfast.duties.drift.open_work import is_own_worker, is_recent, last_of, open_since
from holdfast.duties.drift.rule import Finding, Needs, Rule, in_words, number
from holdfast.duties.duty import LocalStandard
from holdfast.duties.oversight import DUTIES
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.oversight import PlanAction, Supervision
from holdfast.record.people import Involvement

SUPERVISION = next(one for one in DUTIES if isinstance(one, LocalStandard) and one.code == "wf-case-supervision")


def worker_changes(standing: Standing, settings: Settings) -> list[Finding]:
    """Changes of the child's own worker in the council's window; ahead while one short of its number.

    A change is another worker than the one before. The first worker is none, nor is the same one again.
    """
    own = sorted({
        (one.started_on, one.professional)
        for one in standing.of(Involvement)
        if one.started_on is not None and one.professional is not None and is_own_worker(one)
    })  # fmt: skip
    months, many = number(settings, "worker-changes-months"), number(settings, "worker-changes")
    changed = [day for (_, before), (day, worker) in pairwise(own) if worker != before]
    days = [day for day in changed if add_months(day, months) >= standing.today]
    if not days or len(days) < many - 1:
        return []
    return [
        Finding(
            child=standing.child.id, state="raised" if len(days) >= many else "running", since=days[0],
            last_on=days[-1], count=len(days),
        )
    ]  # fmt: skip


def supervision_limit(settings: Settings) -> Limit:
    """How long a child may go undiscussed: the council's own standard, so that one number has one place."""
    return limit_of(SUPERVISION, SUPERVISION.ways[0], settings)


def supervision_gap(standing: Standing, settings: Settings) -> list[Finding]:
    """How long ago the child was last discussed, or the open work began, where that is over the council's number."""
    opened = open_since(standing)
    last = last_of(one.on for one in standing.of(Supervision))
    discussed = last if last is not None and (opened is None or last >= opened) else None
    since = discussed or opened
    if since is None:
        return []
    due = supervision_limit(settings).after(since)
    if due is None or standing.today <= due:
        return []
    return [
        Finding(
            child=standing.child.id, state="raised", since=since, last_on=discussed, due_on=due,
            count=(standing.today - since).days,
        )
    ]  # fmt: skip


def _days_of(rows: Iterable[PlanAction]) -> list[tuple[date, date]]:
    """On which day each day of an action was set, and that day, in order; a row that does not say both says neither."""
    return sorted({(one.set_on, one.for_day) for one in rows if one.set_on is not None and one.for_day is not None})


def times_moved(rows: Iterable[PlanAction]) -> int:
    """How often the day of one action was moved, out of all its rows: the one count of it, for rules and for forms."""
    return sum(before != after for (_, before), (_, after) in pairwise(_days_of(rows)))


def action_moved(standing: Standing, settings: Settings) -> list[Finding]:
    """Each action of a plan, not done, whose day was moved so many times."""
    rows: dict[str, list[PlanAction]] = {}
    for one in standing.of(PlanAction):
        if one.action is not None:
            rows.setdefault(one.action, []).append(one)
    found = []
    for action, some in rows.items():
        days = _days_of(some)
        if not days or any(one.done_on is not None for one in some):
            continue
        moves = times_moved(some)
        living = is_recent(max(days[-1]), standing, settings)
        if moves >= number(settings, "action-moved-times") and living:
            found.append(
                Finding(
                    child=standing.child.id, state="raised", since=days[0][0], subject=action, last_on=days[-1][0],
                    due_on=days[-1][1], count=moves, detail=_latest_words(some),
                )
            )  # fmt: skip
    return found


def _latest_words(some: list[PlanAction]) -> str | None:
    """The words of the row that was set last."""
    worded = [
        (one.set_on, one.for_day, one.words_of_action)
        for one in some
        if one.set_on is not None and one.for_day is not None and one.words_of_action is not None
    ]
    return max(worded)[2] if worded else None


def _says_workers(one: Finding, settings: Settings) -> str:
    months = number(settings, "worker-changes-months")
    changes = "change" if one.count == 1 else "changes"
    since = f", the first of them on {say(one.since)}" if one.since else ""
    return f"The child has had {in_words(one.count)} {changes} of worker in {months} months{since}."


def _says_supervision(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    if one.last_on is not None:
        return f"The child was last discussed in supervision on {say(one.last_on)}, {one.count} days ago."
    return f"No supervision discussion is on record since the work began on {say(one.since)}, {one.count} days ago."


def _says_action(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.due_on is not None
    what = f'The action "{one.detail}"' if one.detail else "An action of the plan"
    return (
        f"{what} was set on {say(one.since)}; its day has moved {in_words(one.count)} times and is now "
        f"{say(one.due_on)}. It is not recorded as done."
    )


RULES: tuple[Rule, ...] = (
    Rule(
        code="worker-changes",
        title="A child's own worker has changed often.",
        matter="worker-changes",
        one=worker_changes,
        needs=(Needs(noun=Involvement, fields=("professional", "started_on"), every=True),),
        unit="changes of worker",
        threshold="Raised at {worker-changes} changes in {worker-changes-months} months.",
        says=_says_workers,
        asks="Who stays with the child now, and what must the child not have to tell again?",
        closes="Time with the same worker, until fewer changes than that lie within those months.",
    ),
    Rule(
        code="supervision-gap",
        title="A child has not been discussed in supervision for long.",
        matter="wf-case-supervision",
        one=supervision_gap,
        needs=(Needs(noun=Supervision, fields=("on",)),),
        unit="days since supervision",
        threshold="Raised when more than {limit} have passed.",
        standard=SUPERVISION,
        says=_says_supervision,
        asks="Who discusses this child with the worker, and on which day?",
        closes="A supervision discussion of this child, or the end of the work.",
        pausable=False,
    ),
    Rule(
        code="action-moved",
        title="The day of an action keeps moving.",
        matter="action-moved",
        one=action_moved,
        needs=(Needs(noun=PlanAction, fields=("action", "set_on", "for_day", "done_on"), every=True),),
        unit="times moved",
        threshold="Raised when the day has moved {action-moved-times} times.",
        says=_says_action,
        asks="What stands in the way of this action, and is it still the right one?",
        closes="The day the action was done.",
    ),
)
