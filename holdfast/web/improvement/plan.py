"""The plan on one page: its pace unasked, its objectives as cards, every day in a picture, what leaders decided."""

from collections import Counter
from dataclasses import dataclass

from holdfast.casework.findings import FindingNow
from holdfast.casework.improvement import ActionNow, ObjectiveNow, PlanNow
from holdfast.casework.stalled import stalled_of
from holdfast.dates import say
from holdfast.measures.achieved import STATE_RULE, ActionState
from holdfast.measures.improvement import weeks_words
from holdfast.web.asking import Asking
from holdfast.web.documents import taken_up_points
from holdfast.web.improvement.words import (
    action_tag,
    decision_tag,
    found_tag,
    saved_words,
    short_claim,
    slipped_words,
    trend_tag,
)
from holdfast.web.may_open import may_open
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Strip, Table, Tag
from holdfast.web.pictures import PlanBar, plan_picture
from holdfast.web.stalled import StalledLine, line_of

HOME = Crumb(text="The council", href="/")

FIRST_TOLD: tuple[ActionState, ...] = (
    "says on track, data worse", "says on track, data flat", "slipping", "cannot say", "flat", "output only",
    "on track", "improving", "achieved and held",
)  # fmt: skip
"""In which order the actions of one objective are summed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveLine:
    """One objective on the page: its states as words in boxes, what is claimed, and its actions in a few words."""

    key: str
    title: str
    href: str
    shown: tuple[Tag, ...]
    badge: Tag | None
    closed: str
    claims: tuple[str, ...]
    actions: tuple[tuple[Tag, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """The whole plan."""

    crumbs: tuple[Crumb, ...]
    council: str
    lead: str
    stalled: StalledLine | None
    strips: tuple[Strip, ...]
    objectives: tuple[ObjectiveLine, ...]
    picture: Picture
    decisions: Table | None
    rule: str
    none: str
    open_href: str
    saved: str


def plan_page(asking: Asking, now: PlanNow) -> PlanPage:
    """The page of the plan as at the moment."""
    return PlanPage(
        crumbs=(Crumb(text=HOME.text, href=asking.link(HOME.href)), Crumb(text="The improvement plan")),
        council=asking.council.settings.council, lead=_lead(now), stalled=line_of(asking, stalled_of(now)),
        strips=tuple(_strips(now)),
        objectives=tuple(_line(asking, one) for one in now.objectives), picture=_picture(asking, now),
        decisions=_decisions(asking, now), rule=STATE_RULE,
        none="" if now.objectives else "By this day no objective had been agreed.",
        open_href="/plan/open" if may_open(asking) else "", saved=saved_words(asking),
    )  # fmt: skip


def _lead(now: PlanNow) -> str:
    return (
        f"{_many(len(now.objectives), 'objective')}, each from something that inspectors found, and "
        f"{_many(now.actions, 'action')}. How each stands is worked out from its days and from the record. What "
        "somebody says of it stands beside it."
    )


def _strips(now: PlanNow) -> list[Strip]:
    """What a reader is told without asking: its pace, what has no measure, and one good thing."""
    found = []
    pace = now.pace
    if pace.every:
        weeks = weeks_words(pace.days)
        together = f", {weeks} in all" if weeks else ""
        words = (
            f"Pace: {pace.slipped} of {pace.every} actions and decisions are or were later than first "
            f"planned{together}. {pace.moved} had their day moved twice or more; {pace.late} "
            f"{'is' if pace.late == 1 else 'are'} past their day now and not done."
        )
        found.append(Strip(key="pace", text=words))
    if now.output_only:
        found.append(Strip(key="output-only", text=(
            f"Output only: {now.output_only} of {_many(now.actions, 'action')} "
            f"{'has' if now.output_only == 1 else 'have'} no measure. Nothing on record could show that a child "
            "noticed."
        )))  # fmt: skip
    unsaid = [one.finding.title for each in now.objectives for one in each.findings if _is_unsaid(one)]
    unsaid += [one.action.title for each in now.objectives for one in each.actions if _is_unsaid(one)]
    if unsaid:
        found.append(Strip(key="unsaid", text=(
            f"No better for three months, and nobody has said how it goes: {'; '.join(dict.fromkeys(unsaid))}."
        )))  # fmt: skip
    held = [
        one for each in now.objectives for one in each.actions if one.stands.state == "achieved and held"
    ]  # fmt: skip
    if held:
        found.append(Strip(
            key="held", kind="good", text="Achieved and held: " + "; ".join(one.action.title for one in held) + ".",
        ))  # fmt: skip
    return found


def _is_unsaid(one: FindingNow | ActionNow) -> bool:
    """Whether the record shows nothing better and nothing is claimed: the stall alarm speaks only of claims."""
    state = one.trend.state if isinstance(one, FindingNow) else one.stands.state
    return one.claim is None and state == "flat"


def _line(asking: Asking, now: ObjectiveNow) -> ObjectiveLine:
    one, points = now.objective, taken_up_points(asking, now)
    states = Counter((each.stands.state, action_tag(each)) for each in now.actions)
    told = sorted(states.items(), key=lambda each: FIRST_TOLD.index(each[0][0]))
    return ObjectiveLine(
        key=f"objective-{one.slug}", title=one.title, href=asking.link(f"/plan/{one.slug}"),
        shown=tuple(trend_tag(each.trend) for each in now.findings), badge=found_tag(now, points, short=True),
        closed=f"Closed on {say(one.closed_on)}" if now.closed and one.closed_on else "",
        claims=tuple(short_claim(each.claim) for each in now.findings),
        actions=tuple((tag, _many(count, "action")) for (_, tag), count in told),
    )  # fmt: skip


def _picture(asking: Asking, now: PlanNow) -> Picture:
    """Every action's days, as bars and as a table."""
    every = [(each, one) for each in now.objectives for one in each.actions]
    bars = [
        PlanBar(
            words=one.action.title, start=one.action.agreed_on, first=one.days.first, last=one.days.last,
            done=one.days.done_on,
        )
        for _, one in every
    ]  # fmt: skip
    table = Table(
        caption="Every action, its days, and how it stands", key="days", wide=True,
        heads=(
            Head(text="Action"), Head(text="How it stands"), Head(text="Planned first"), Head(text="Planned now"),
            Head(text="Done"), Head(text="Slipped"), Head(text="What is said of it"),
        ),
        rows=tuple(_row(asking, each, one, now) for each, one in every),
    )  # fmt: skip
    title = f"Every action from the day it was agreed, up to {say(now.day)}"
    svg = plan_picture(bars, today=now.day, key="plan", title=title)
    return Picture(
        svg=svg, wide=True, table=table, folded="Show every action and its days as a table",
        words="Every action: the days that were planned first, what slipped, and when it was done.",
    )  # fmt: skip


def _row(asking: Asking, of: ObjectiveNow, one: ActionNow, now: PlanNow) -> Row:
    return Row(cells=(
        Cell(text=one.action.title, href=asking.link(f"/plan/{of.objective.slug}#{one.action.slug}")),
        Cell(text="", tag=action_tag(one)), Cell(text=say(one.days.first)), Cell(text=say(one.days.last)),
        Cell(text=say(one.days.done_on) if one.days.done_on else "not done"),
        Cell(text=slipped_words(one.days, one.days.days_slipped(now.day))), Cell(text=short_claim(one.claim)),
    ))  # fmt: skip


def _decisions(asking: Asking, now: PlanNow) -> Table | None:
    every = [(of, one) for of in now.objectives for one in of.decisions]
    if not every:
        return None
    every.sort(key=lambda each: (each[1].decision.on, each[1].decision.slug), reverse=True)
    return Table(
        caption="What leaders decided, followed to done", caption_hidden=True, key="decisions-table", wide=True,
        heads=(
            Head(text="Decided"), Head(text="What"), Head(text="Who, and by when"), Head(text="How it stands"),
            Head(text="What came of it"),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=say(one.decision.on), detail=one.decision.meeting),
                Cell(text=one.decision.words, href=asking.link(f"/plan/{of.objective.slug}#decided")),
                Cell(text=one.decision.owner, detail=f"by {say(one.days.last)}"),
                Cell(
                    text=say(one.days.done_on) if one.days.done_on else "", tag=decision_tag(one),
                    detail=_slipped(one.days.days_slipped(now.day)),
                ),
                Cell(text=one.decision.came_of_it if one.days.done_on else "Nothing on record yet."),
            ))
            for of, one in every
        ),
    )  # fmt: skip


def _slipped(days: int) -> str:
    return f"slipped by {weeks_words(days)}" if days else ""


def _many(count: int, one: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {one}s"
