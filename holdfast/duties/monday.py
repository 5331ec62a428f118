"""The Monday list: who needs a decision, by name, with what, since when, whose it is and what would close it.

A line is a clock that is overdue under law somebody has read or under the council's own standard, or a drift
rule that stands and that nobody has paused. Lines are about our own duties. They are ordered by what they mean
for the child and never by worker, and a child leaves only when the record changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.dates import BeginningWith, say, say_moment
from holdfast.duties.clock import Clock, limit_of
from holdfast.duties.drift.rule import Drift
from holdfast.duties.duty import Asked, Duty, MetBy, MetInPlace, Way
from holdfast.duties.explain import count_in_words
from holdfast.duties.owner import Owner
from holdfast.duties.settings import Settings

Standing = Literal["law", "second-hand law", "benchmark", "local standard", "drift"]

STANDING_WORDS: dict[Standing, str] = {
    "law": "law",
    "second-hand law": "law, read only at second hand",
    "benchmark": "a published benchmark, not a duty to this child",
    "local standard": "the council's own standard",
    "drift": "a question about drift, by the council's own number",
}

EFFECTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Is the child safe now?", frozenset("""
        hl-same-day hl-no-bb fd-referral-decision cp-icpc-15wd cp-visit ms-rhi-72h pf-visit-7wd pf-visit-year1
        pf-visit-year2 hl-assessment repeat-missing second-offer conference-not-booked
        repeated-concern linked-adult-enquiry
    """.split())),
    ("Is the home lawful and right?", frozenset("""
        cla-reg24-approval cla-reg25-extension cla-ooa-approval cla-placement-plan cla-placement-notify
        temporary-approval-over pf-suitability tenancy-at-risk gap-unfilled
        hl-56d-relief ad-a10-threshold ad-a2-threshold
    """.split())),
    ("Has the child been seen and heard?", frozenset("""
        cin-visit cla-visit-first cla-visit-yr1 cla-visit-after-yr1 cla-visit-permanent cla-visit-reg24
        cl-pa-visit-7d cl-pa-visit-prereview cl-pa-visit-2mo cl-pa-contact-8wk
    """.split())),
    ("Is the plan moving?", frozenset()),
    ("Health and school", frozenset("""
        cla-iha cla-rha-u5 cla-rha-5plus cla-dental cla-sdq cla-pep-first
    """.split())),
    ("Is somebody looking?", frozenset("""
        wf-case-supervision supervision-gap iro-dispute iro-stage unanswered-escalation cla-iro-appoint worker-changes
        fd-referrer-ack action-moved
    """.split())),
)  # fmt: skip
"""What a line means for the child, in the order of the list; what is named nowhere asks whether the plan moves."""

THE_PLAN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayLine:
    """One thing about one child that asks for a decision.

    ``code`` is the duty's or the rule's; ``since`` the day it counts from and ``due_on`` the day by which it was
    asked, where there is one. ``days`` is how many ``unit`` late it is, or None. ``standing`` says on what it
    rests. ``closes`` is what on the record would close it. Of a clock, ``due`` is its day or moment in words,
    ``counted`` the sum that gave it (``16 weeks from 8 December 2025``), and ``began`` what it counts from, where
    that is not the last time it was done: nobody must read the day on which a plan began as the day of a review.
    """

    child: str
    code: str
    standing: Standing
    title: str
    words: str
    asks: str
    closes: str
    since: date | None
    due_on: date | None
    days: int | None
    unit: str
    due: str = ""
    counted: str = ""
    began: str = ""

    @property
    def effect(self) -> int:
        """The place in ``EFFECTS`` of what it means for the child."""
        return effect_of(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayChild:
    """One child on the list: every line, the weightiest first, and whom to ask. ``new``: not there a week ago."""

    child: str
    name: str
    owner: Owner
    lines: tuple[MondayLine, ...]
    new: bool = False

    @property
    def effect(self) -> int:
        """That of the weightiest line."""
        return self.lines[0].effect


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayList:
    """The whole list, and who came off it in the week before because the record changed.

    ``compared`` is false where the record gives only the latest of something: how it stood a week ago cannot then be
    worked out from it, so nobody is called new and nobody is said to have come off.
    """

    children: tuple[MondayChild, ...]
    off: tuple[MondayChild, ...] = ()
    unanswerable: tuple[str, ...] = ()
    compared: bool = True


def effect_of(code: str) -> int:
    """The place in ``EFFECTS`` of a duty's or a rule's code."""
    return next((place for place, (_, codes) in enumerate(EFFECTS) if code in codes), THE_PLAN)


def standing_of(asked: Asked) -> Standing:
    """On what a clock rests, for the words beside it."""
    if not isinstance(asked, Duty):
        return "local standard"
    if asked.force.name == "DATA":
        return "benchmark"
    return "second-hand law" if asked.law[0].reading.what == "a council's page" else "law"


def line_of_clock(asked: Asked, clock: Clock, settings: Settings) -> MondayLine:
    """An overdue clock as a line of the list."""
    way = asked.ways[clock.way]
    met = way.met
    done = met.words if isinstance(met, MetBy | MetInPlace) else asked.title
    due = say_moment(clock.due_at) if clock.due_at else say(clock.due_on) if clock.due_on else "no day on record"
    late = abs(clock.days) if clock.days is not None else None
    count = f", {count_in_words(late, clock.unit)} ago" if late else ""
    return MondayLine(
        child=clock.child, code=clock.duty, standing=standing_of(asked), title=asked.title,
        words=f"{asked.title}: due by {due}{count}. Nothing on record shows it done.",
        asks="Who will do it, and on what day?", closes=f"On record: {_lower(done)}.",
        since=clock.started_on, due_on=clock.due_on, days=late, unit=clock.unit, due=due if clock.due_on else "",
        counted=_counted(asked, way, clock, settings),
        began=_lower(way.starts.words) if way.chain is not None and clock.index == 0 else "",
    )  # fmt: skip


def _counted(asked: Asked, way: Way, clock: Clock, settings: Settings) -> str:
    """The sum behind the day, in a few words; a limit without a number gives only the day it counts from."""
    since = say_moment(clock.started_at) if clock.started_at and clock.due_at else say(clock.started_on)
    limit = limit_of(asked, way, settings)
    if way.due is not None:
        return "the day on record for it"
    if limit.number <= 0:
        return f"counted from {since}"
    return f"{limit.words} {'beginning with' if isinstance(limit, BeginningWith) else 'from'} {since}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def line_of_drift(drift: Drift, title: str) -> MondayLine:
    """A drift that nags as a line of the list."""
    return MondayLine(
        child=drift.child, code=drift.code, standing="drift", title=title, words=drift.words, asks=drift.asks,
        closes=drift.what_would_close_it, since=drift.since, due_on=drift.due_on,
        days=abs(drift.count) if drift.count is not None else None, unit=drift.unit,
    )  # fmt: skip


def in_order(lines: Iterable[MondayLine]) -> tuple[MondayLine, ...]:
    """The lines of one child: by what they mean for the child, then the longest wait first."""
    return tuple(sorted(lines, key=_weight))


def children_in_order(children: Sequence[MondayChild]) -> tuple[MondayChild, ...]:
    """The children: by their weightiest line, then the longest wait, then their ids; never by worker."""
    return tuple(sorted(children, key=lambda one: (*_weight(one.lines[0])[:2], one.child)))


def _weight(line: MondayLine) -> tuple[int, date, str, str, str]:
    since = line.due_on or line.since or date.max
    return line.effect, since, line.code, str(line.since), line.words
