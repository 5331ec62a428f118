"""One objective: where it comes from, what is done for it, for whom what is said is untrue, and what was learned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from holdfast.casework.findings import FindingNow
from holdfast.casework.improvement import ActionNow, Contradicted, ObjectiveNow, PlanNow
from holdfast.casework.looking_back import ThreeTimes, three_times
from holdfast.casework.reports.found_again import TakenUp
from holdfast.casework.reports.held import Passage
from holdfast.dates import say
from holdfast.measures.achieved import STATE_RULE
from holdfast.measures.improvement import Fate, Resource, weeks_words
from holdfast.measures.trend import RULE_WORDS
from holdfast.web.asking import Asking
from holdfast.web.behind import behind_table
from holdfast.web.documents import taken_up_points
from holdfast.web.improvement.plan import HOME
from holdfast.web.improvement.words import (
    action_tag,
    claim_words,
    decision_tag,
    first_up,
    found_tag,
    slipped_words,
    trend_tag,
)
from holdfast.web.improvement.writing import Writing, writing
from holdfast.web.parts import Cell, Crumb, Head, Row, Table, Tag

FATES: dict[Fate, str] = {
    "partly": "Found again: partly better", "persists": "Found again: still so", "deteriorated": "Found again: worse",
    "addressed": "Found put right at that time",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of what an action is: a head, words, and where they lead."""

    head: str
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCard:
    """One action whole. ``moves`` is empty where its day was never moved."""

    key: str
    title: str
    state: Tag
    days: str
    figures: str
    claim: str
    facts: tuple[Fact, ...]
    moves: Table | None
    remarks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the record shows of one finding of the objective."""

    title: str
    href: str
    state: Tag
    words: str
    claim: str
    cohort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Untrue:
    """One claim, the children for whom it is untrue now, and those whom only the last month's figure counts."""

    promise: str
    claim: str
    children: Table | None
    nobody: str
    counted: Table | None
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """Looking back at an objective that was closed: what was promised and what became of it, and what was learned.

    ``words`` are who and what, the last first; empty where nobody has looked back.
    """

    closed: str
    words: tuple[tuple[str, str], ...]
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectivePage:
    """One objective."""

    crumbs: tuple[Crumb, ...]
    title: str
    agreed: str
    badge: Tag | None
    found: tuple[tuple[str, Crumb], ...]
    shown: tuple[Shown, ...]
    actions: tuple[ActionCard, ...]
    untrue: tuple[Untrue, ...]
    no_untrue: str
    decisions: Table | None
    back: Back | None
    rules: tuple[str, ...]
    writing: Writing


def objective_page(asking: Asking, plan: PlanNow, now: ObjectiveNow) -> ObjectivePage:
    """The page of one objective."""
    one, names, points = now.objective, asking.seat.names, taken_up_points(asking, now)
    none = "No child is behind a claim that says on track or done." if names else "The seat you are in sees no child."
    return ObjectivePage(
        crumbs=(
            Crumb(text=HOME.text, href=asking.link(HOME.href)),
            Crumb(text="The improvement plan", href=asking.link("/plan/")), Crumb(text=one.title),
        ),
        title=one.title, agreed=f"Agreed on {say(one.agreed_on)}.", badge=found_tag(now, points),
        found=(*_found(asking, now), *_taken_up(asking, now, points)),
        shown=tuple(_shown(asking, each) for each in now.findings),
        actions=tuple(_card(asking, plan, each) for each in now.actions),
        untrue=tuple(_untrue(asking, each) for each in now.contradicted), no_untrue=none,
        decisions=_decisions(plan, now), back=_back(asking, plan, now), rules=(STATE_RULE, RULE_WORDS),
        writing=writing(asking, now),
    )  # fmt: skip


def _found(asking: Asking, now: ObjectiveNow) -> list[tuple[str, Crumb]]:
    """What was found at each point, and the point."""
    return [
        (
            FATES[again.fate] if again else "Raised here first",
            Crumb(text=f"{point.kind_words}, {say(point.day)}: {point.title}", href=asking.link(f"/line/{point.slug}")),
        )
        for point, again in now.found
    ]


def _taken_up(asking: Asking, now: ObjectiveNow, points: Iterable[TakenUp]) -> Iterator[tuple[str, Crumb]]:
    """Each point of a report that it comes from, and what became of it as a person read it in a later document."""
    for one in points:
        passage = one.passage
        href = asking.link(f"/inspectors/report/{passage.address}")
        title = f"{passage.document.title}, {passage.where}"
        yield (
            "Asked for before" if _before(now, passage) else "Taken from a report",
            Crumb(text=f"{title}: {passage.text}", href=href),
        )
        for later, fate in one.since:
            yield f"{FATES[fate.fate]}, as {fate.by} read it", Crumb(text=later.title, href=f"{href}#fate")


def _before(now: ObjectiveNow, passage: Passage) -> bool:
    """Whether the point was written before anything of the line that the objective comes from."""
    day = passage.document.day
    return bool(now.found) and day is not None and day < min(point.day for point, _ in now.found)


def _shown(asking: Asking, now: FindingNow) -> Shown:
    return Shown(
        title=now.finding.title, href=asking.link(f"/finding/{now.finding.slug}"), state=trend_tag(now.trend),
        words=now.trend.words if asking.seat.names else now.trend.plain, claim=claim_words(now.claim),
        cohort=asking.link(f"/finding/{now.finding.slug}/cohort"),
    )  # fmt: skip


def _card(asking: Asking, plan: PlanNow, now: ActionNow) -> ActionCard:
    one = now.action
    facts = [
        Fact(head="For a child", words=one.for_a_child), Fact(head="What the record will show", words=one.effect),
        Fact(head="Measure", words=now.measure.question, href=asking.link(f"/measures/{now.measure.code}"))
        if now.measure
        else Fact(head="Measure", words="None"),
        Fact(head="Who answers for it", words=first_up(one.owner)),
        Fact(head="What it needs", words=_resource(one.resource, plan)),
    ]  # fmt: skip
    return ActionCard(
        key=one.slug, title=one.title, state=action_tag(now), days=now.stands.days,
        figures=now.stands.figures if asking.seat.names else now.stands.plain, claim=claim_words(now.claim),
        facts=tuple(facts), moves=_moves(now) if now.days.moved else None,
        remarks=tuple(
            (f"{first_up(each.by_role)}, {say(each.on)}", each.words) for each in one.remarks if each.on <= plan.day
        ),
    )  # fmt: skip


def _resource(resource: Resource | None, plan: PlanNow) -> str:
    if resource is None:
        return "Nothing was asked for."
    if resource.agreed_on is None or resource.agreed_on > plan.day:
        return f"{resource.words}. Asked for by {resource.by_role}; nobody has agreed to it."
    return f"{resource.words}. Agreed by {resource.by_role} on {say(resource.agreed_on)}."


def _moves(now: ActionNow) -> Table:
    return Table(
        caption=f"Every move of its day: {now.action.title}", small=True, wide=True,
        heads=(Head(text="Set on"), Head(text="To be done by"), Head(text="Set by"), Head(text="Why")),
        rows=tuple(
            Row(cells=(
                Cell(text=say(one.set_on)), Cell(text=say(one.day)), Cell(text=one.by_role), Cell(text=one.why),
            ))
            for one in now.days.planned
        ),
    )  # fmt: skip


def _untrue(asking: Asking, one: Contradicted) -> Untrue:
    month, title = one.finding.months[-1].month, one.finding.finding.title
    also = "And " if one.children or one.counted else ""
    nobody = "For nobody whom you see does anything of it wait now."
    return Untrue(
        promise=one.finding.finding.promise.words, claim=claim_words(one.claim), nobody="" if one.children else nobody,
        children=behind_table(asking, f"Untrue now, because it waits: {title}", one.children),
        counted=behind_table(asking, f"In the figure of {month}; nothing of it waits now: {title}", one.counted),
        others=f"{also}{_children(one.others)} whom this seat does not see." if one.others else "",
    )  # fmt: skip


def _decisions(plan: PlanNow, now: ObjectiveNow) -> Table | None:
    if not now.decisions:
        return None
    return Table(
        caption="What leaders decided for it", caption_hidden=True, key="decisions-table", wide=True,
        heads=(
            Head(text="Decided"), Head(text="What"), Head(text="Who"), Head(text="By"), Head(text="Followed"),
            Head(text="Slipped"), Head(text="What came of it"),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=say(one.decision.on), detail=one.decision.meeting), Cell(text=one.decision.words),
                Cell(text=one.decision.owner), Cell(text=say(one.days.last)),
                Cell(text=say(one.days.done_on) if one.days.done_on else "", tag=decision_tag(one)),
                Cell(text=slipped_words(one.days, one.days.days_slipped(plan.day))),
                Cell(text=one.decision.came_of_it if one.days.done_on else "Nothing on record yet."),
            ))
            for one in now.decisions
        ),
    )  # fmt: skip


def _back(asking: Asking, plan: PlanNow, now: ObjectiveNow) -> Back | None:
    """What was promised, what the record showed when the objective was closed and since, and what was learned."""
    one, names = now.objective, asking.seat.names
    if not now.closed or one.closed_on is None:
        return None
    figures = three_times(asking.council, asking.view, now) if names else {}
    heads = ("What was promised for a child", "Slipped", "When it was agreed", "When it was closed", "Now")
    return Back(
        closed=f"Closed on {say(one.closed_on)}.",
        words=tuple(
            (f"{first_up(each.by_role)}, {say(each.on)}", each.words)
            for each in reversed(one.looking_back) if each.on <= plan.day
        ),
        table=Table(
            caption="What was promised, and what became of it", wide=True,
            heads=tuple(Head(text=text) for text in heads),
            rows=tuple(_of_an_action(each, figures.get(each.action.slug), plan) for each in now.actions),
            note="Each figure is of the three whole months before that day, together." if figures else "",
        ),
    )  # fmt: skip


def _of_an_action(now: ActionNow, figures: ThreeTimes | None, plan: PlanNow) -> Row:
    """One action looked back at: how it stood, and beneath it the figure of its measure, where there is one."""
    return Row(cells=(
        Cell(text=now.action.for_a_child, detail=now.action.title),
        Cell(text=weeks_words(now.days.days_slipped(plan.day)) or "none"),
        Cell(text=figures.agreed if figures else say(now.action.agreed_on), detail=_asked(now)),
        Cell(text=now.at_close.title if now.at_close else "", detail=figures.closed if figures else ""),
        Cell(text=now.stands.title, detail=figures.now if figures else ""),
    ))  # fmt: skip


def _asked(now: ActionNow) -> str:
    return now.measure.question if now.measure else "No measure goes with it"


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"
