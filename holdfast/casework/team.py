"""The children of a team in six stations: seen, listened to, plan, supervision, chronology, review.

Facts only, child by child; the words are the page's. No worker is compared with another: a worker's name is whom to
ask. A station without a rule of its own says what the record holds and never more. What stands on the Monday list for
a child and is told in no station is told beside them, so that nobody who needs a decision looks well here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

import polars as pl

from holdfast.casework.child.changes import big_changes_by_child
from holdfast.casework.child.codes import TOOK_PART
from holdfast.casework.child.seen import Seen, seen_by_child
from holdfast.casework.council import Council
from holdfast.casework.measures import CutOnce
from holdfast.casework.monday import lines_of
from holdfast.casework.team_facts import (
    found_by_child,
    last_by_child,
    late_actions_by_child,
    plans_by_child,
    reviews_by_child,
    took_part_by_child,
)
from holdfast.casework.view import View
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Drift
from holdfast.duties.monday import MondayLine, Standing, effect_of, standing_of
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing as ChildStanding
from holdfast.record.child import Child
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.columns import Columns, columns_of_child
from holdfast.record.front_door import InNeedPlan
from holdfast.record.in_care import CareEpisode
from holdfast.record.oversight import Note, Supervision
from holdfast.record.people import Person

Station = Literal["seen", "heard", "plan", "supervision", "chronology", "review"]
STATIONS: tuple[Station, ...] = ("seen", "heard", "plan", "supervision", "chronology", "review")

Light = Literal["fine", "look", "cannot say", "not asked"]
"""How a station stands. *Not asked*: nothing is owed and nothing on record asks for a look."""

CLOCKS: Mapping[Station, tuple[str, ...]] = {
    "seen": (
        "cp-visit", "cla-visit-first", "cla-visit-yr1", "cla-visit-after-yr1", "cla-visit-permanent",
        "cla-visit-reg24", "cin-visit", "cl-pa-visit-7d", "cl-pa-visit-prereview", "cl-pa-visit-2mo",
        "cl-pa-contact-8wk", "pf-visit-7wd", "pf-visit-year1", "pf-visit-year2",
    ),
    "plan": ("cla-care-plan", "cla-placement-plan", "cl-needs-eligible", "cl-pathway-plan", "cl-pathway-plan-16y3m"),
    "supervision": ("wf-case-supervision",),
    "review": (
        "cp-review-first", "cp-review-next", "cla-review-1", "cla-review-2", "cla-review-n", "cin-plan-review",
        "cl-pathway-review", "cl-pathway-review-28d-local",
    ),
}  # fmt: skip
"""The duties and local standards of each station; listening and the chronology have none."""

PLAN_WHEN_LATE = (
    "cp-icpc-15wd", "cp-core-group-first", "cp-core-group-next", "cp-plan-duration-flag", "plo-letter-send",
    "plo-meeting-first", "plo-review", "plo-max-16wk", "cla-permanence-plan", "ad-review-unplaced",
)  # fmt: skip
"""What moves a plan, and is told in its station only once it is late: in time, the plan itself is told there."""

DRIFTS: Mapping[Station, tuple[str, ...]] = {
    "plan": (
        "no-change-decision", "no-change-twice", "protection-plan-long", "in-need-plan-long", "pre-proceedings-long",
        "conference-not-booked", "accommodated-without-permanence", "action-moved",
    ),
    "supervision": ("supervision-gap",),
    "chronology": ("assessment-older-than-change",),
}  # fmt: skip

HEARD = frozenset({"PN1", "PN2", "PN3", "PN5", "PN6"})
UNHEARD = frozenset({"PN4", "PN7"})
UNDER_FOUR = "PN0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What one station shows of one child.

    ``last_on`` is the day of what was last done or said, ``how`` a word about it from the record, ``due_on`` and
    ``due_at`` the last day in time of what runs now. ``code`` is the duty or drift rule that asks, ``rests_on`` on
    what that rests. ``says`` is a sentence: a drift rule's, or what the record would need. ``of`` is the plan whose
    last review is told, and ``seen`` all that the record says of when the child was seen.
    """

    light: Light
    last_on: date | None = None
    how: str = ""
    due_on: date | None = None
    due_at: datetime | None = None
    code: str | None = None
    rests_on: Standing | None = None
    says: str = ""
    of: str = ""
    seen: Seen | None = None

    def tells(self, line: MondayLine) -> bool:
        """Whether this look is that line of the Monday list."""
        same = self.says == line.words if line.standing == "drift" else self.due_on == line.due_on
        return self.light == "look" and self.code == line.code and same


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One child of a team: the six stations in their order, and whom to ask.

    ``more`` are the child's lines of the Monday list that no station tells, the weightiest first.
    """

    child: str
    forename: str
    team: str
    worker: str | None
    glances: Mapping[Station, Glance]
    more: tuple[MondayLine, ...] = ()

    @property
    def looks(self) -> int:
        """How many cells ask for a look: the stations, and one for all that stands beside them."""
        return sum(one.light == "look" for one in self.glances.values()) + bool(self.more)

    @property
    def effect(self) -> int:
        """What the weightiest look means for the child, as the Monday list orders it; past all where none asks."""
        codes = [one.code for one in self.glances.values() if one.light == "look"] + [one.code for one in self.more]
        return min((effect_of(code) if code else LAST for code in codes), default=LAST + 1)


LAST = 98


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSight:
    """A team and those of its children whom the seat sees, those who ask for a look first; how many it does not."""

    team: str
    name: str
    lines: tuple[Sight, ...]
    others: int

    @property
    def looks(self) -> int:
        """How many cells of the grid ask for a look."""
        return sum(line.looks for line in self.lines)


def sights(council: Council, view: View) -> Mapping[str, Sight]:
    """Every child who is with a team at the moment, by id; kept, and worked out again for whom a write changed."""
    moment, settings = view.as_at, council.settings
    found = council.by_child(
        ("line of sight",), view, lambda columns: _sights(columns, moment, settings),
        lambda child: _sight_of(child, moment, settings),
    )  # fmt: skip
    monday = lines_of(council, view)
    return {child: with_lines(sight, monday.get(child, ())) for child, sight in found.items()}


def with_lines(sight: Sight, lines: Sequence[MondayLine]) -> Sight:
    """The sight, and beside its stations those of the child's lines of the Monday list that none of them tells."""
    more = tuple(line for line in lines if not any(one.tells(line) for one in sight.glances.values()))
    return replace(sight, more=more)


def teams(council: Council, view: View, theirs: frozenset[str] | None) -> tuple[TeamSight, ...]:
    """The teams with a child whom somebody who sees ``theirs`` (None: every child) sees, by name."""
    return council.kept(("teams", view, theirs), lambda: _teams(council, view, theirs))


def _teams(council: Council, view: View, theirs: frozenset[str] | None) -> tuple[TeamSight, ...]:
    by_team: dict[str, list[Sight]] = {}
    for line in sights(council, view).values():
        by_team.setdefault(line.team, []).append(line)
    found = [_team(council, team, lines, theirs) for team, lines in by_team.items()]
    return tuple(sorted((one for one in found if one.lines), key=lambda one: (one.name, one.team)))


def team(council: Council, view: View, code: str, theirs: frozenset[str] | None) -> TeamSight | None:
    """One team; None where there is none, or none of whose children is seen."""
    return next((one for one in teams(council, view, theirs) if one.team == code), None)


def _team(council: Council, code: str, lines: Sequence[Sight], theirs: frozenset[str] | None) -> TeamSight:
    seen = [line for line in lines if theirs is None or line.child in theirs]
    seen.sort(key=lambda line: (line.effect, council.name(line.child), line.child))
    return TeamSight(
        team=code, name=council.team(code) or code, lines=tuple(seen), others=len(lines) - len(seen)
    )  # fmt: skip


STILL = ("overdue", "due_soon", "running")
ASKED = tuple(
    BY_CODE[code] for some in (*CLOCKS.values(), PLAN_WHEN_LATE) for code in some if BY_CODE[code].may_alert
)  # fmt: skip
RULES_ASKED = tuple(RULES[code] for some in DRIFTS.values() for code in some)


class _Facts:
    """What the stations rest on, for every child at once."""

    def __init__(self, columns: Columns, moment: datetime, clocks: Iterable[Clock], drifts: Iterable[Drift]) -> None:
        self.standing = StandingColumns(columns, moment)
        self.clocks: dict[str, list[Clock]] = {}
        for clock in clocks:
            if clock.state in STILL or (clock.state == "cannot_say" and clock.ended_on is None):
                self.clocks.setdefault(clock.child, []).append(clock)
        self.drifts: dict[str, list[Drift]] = {}
        late = {(child, one.duty) for child, some in self.clocks.items() for one in some if one.state == "overdue"}
        for drift in drifts:
            # As on the Monday list, a rule is not said again where the duty about the same matter is late.
            if drift.nags and (drift.child, drift.matter) not in late:
                self.drifts.setdefault(drift.child, []).append(drift)
        self.seen = seen_by_child(self.standing)
        self.reviews = reviews_by_child(self.standing)
        self.took_part = took_part_by_child(self.standing)
        self.notes = last_by_child(self.standing.of(Note).filter(
            (pl.col("kind") == "told us") | ((pl.col("kind") == "strength") & (pl.col("source") == "child"))
        ), "on")  # fmt: skip
        self.discussed = last_by_child(self.standing.of(Supervision), "on")
        self.changes = big_changes_by_child(self.standing)
        self.plans = plans_by_child(self.standing)
        self.found = found_by_child(self.standing)
        self.late = late_actions_by_child(self.standing)

    def holds_plans(self) -> bool:
        """Whether the record holds any kind of plan."""
        return any(self.standing.has(noun, "started_on") for noun in (ProtectionPlan, CareEpisode, InNeedPlan))


def _sights(columns: Columns, moment: datetime, settings: Settings) -> dict[str, Sight]:
    columns = CutOnce(frames=columns.frames, held=columns.held)
    swept = sweep(columns, moment, list(ASKED), settings)
    open_ones = swept.filter(pl.col("state").is_in([*STILL, "cannot_say"]))
    drifts = drift_sweep(columns, moment, settings, list(RULES_ASKED))[0]
    return _told(_Facts(columns, moment, clocks_from(open_ones), drifts))


def _sight_of(child: Child, moment: datetime, settings: Settings) -> Sight | None:
    """The same for one child, whose clocks and drifts come from the engine for one child."""
    standing = ChildStanding(child, moment)
    clocks = [clock for one in ASKED for clock in clocks_of(one, standing, settings)]
    drifts = drifts_of(standing, settings, RULES_ASKED)
    return _told(_Facts(columns_of_child(child), moment, clocks, drifts)).get(child.id)


def _told(facts: _Facts) -> dict[str, Sight]:
    names = dict(facts.standing.of(Person).select("child", "forename").drop_nulls().iter_rows())
    found = {}
    for child, worker, team_code in owners_of(facts.standing).select("child", "worker", "team").iter_rows():
        if team_code is not None:
            found[child] = Sight(
                child=child, forename=names.get(child, "this child"), team=team_code, worker=worker,
                glances={
                    "seen": _seen(facts, child), "heard": _heard(facts, child), "plan": _plan(facts, child),
                    "supervision": _supervision(facts, child), "chronology": _chronology(facts, child),
                    "review": _review(facts, child),
                },
            )  # fmt: skip
    return found


def _pressing(clocks: Iterable[Clock], codes: Sequence[str]) -> Clock | None:
    """Of the clocks of a station the one to show: the longest late, else the next due, else one nobody can tell."""
    own = [clock for clock in clocks if clock.duty in codes]
    rank = {"overdue": 0, "due_soon": 1, "running": 1, "cannot_say": 2}
    return min(own, key=lambda one: (rank[one.state], one.due_on or date.max, codes.index(one.duty)), default=None)


def _of_clock(clock: Clock, last_on: date | None, how: str = "") -> Glance:
    light: Light = "look" if clock.state == "overdue" else "cannot say" if clock.state == "cannot_say" else "fine"
    return Glance(
        light=light, last_on=last_on, how=how, due_on=clock.due_on, due_at=clock.due_at, code=clock.duty,
        rests_on=standing_of(BY_CODE[clock.duty]), says=clock.missing or "",
    )  # fmt: skip


NEVER = Seen()
ALONE: Mapping[bool | None, str] = {True: "alone", False: "not alone", None: ""}


def _seen(facts: _Facts, child: str) -> Glance:
    """When the child was last seen, as on the child's own page, beside the visit that is asked for now."""
    clock = _pressing(facts.clocks.get(child, ()), CLOCKS["seen"])
    seen = facts.seen.get(child, NEVER)
    how = (seen.last.where or ALONE[seen.last.alone]) if seen.last else ""
    found = _of_clock(clock, seen.on, how) if clock else Glance(light="not asked", last_on=seen.on, how=how)
    return replace(found, seen=seen)


def _heard(facts: _Facts, child: str) -> Glance:
    """Heard at the last review, or since it alone on a visit or in what the child told us. No rule sets a day."""
    on, part = facts.took_part.get(child, (None, ""))
    seen = facts.seen.get(child, NEVER)
    note = facts.notes.get(child)
    heard = [(on, TOOK_PART[part])] if on and part in HEARD else []
    heard += [
        (day, words)
        for day, words in ((seen.alone_on, "seen alone"), (note["on"] if note else None, "told us"))
        if day is not None and (on is None or day >= on)
    ]
    if heard:
        day, how = max(heard)
        return Glance(light="fine", last_on=day, how=how)
    if part in UNHEARD:
        return Glance(light="look", last_on=on, how=TOOK_PART[part])
    if part == UNDER_FOUR:
        return Glance(light="not asked", last_on=on, how=TOOK_PART[part])
    visit = seen.visit_now
    if visit and visit.alone is False:
        return Glance(light="look", last_on=visit.on, how="seen, not alone")
    return Glance(light="cannot say")


def _plan(facts: _Facts, child: str) -> Glance:
    kinds = facts.plans.get(child, ())
    how = " and ".join(dict.fromkeys(kinds))
    drift = next((one for one in facts.drifts.get(child, ()) if one.code in DRIFTS["plan"]), None)
    if drift:
        return Glance(light="look", how=how, code=drift.code, rests_on="drift", says=drift.words)
    clocks = facts.clocks.get(child, ())
    over = _pressing((one for one in clocks if one.state == "overdue"), (*CLOCKS["plan"], *PLAN_WHEN_LATE))
    if over:
        return _of_clock(over, None, how)
    late = facts.late.get(child)
    if late:
        return Glance(light="look", how=how, due_on=late[0], says=late[1])
    if kinds:
        of, on, change = next((found for found in facts.found.get(child, ()) if found[0] in kinds), ("", None, ""))
        return Glance(light="fine", how=how, last_on=on, says=change, of=of)
    clock = _pressing(clocks, CLOCKS["plan"])
    if clock:
        return _of_clock(clock, None, "")
    return Glance(light="not asked" if facts.holds_plans() else "cannot say")


def _supervision(facts: _Facts, child: str) -> Glance:
    clock = _pressing(facts.clocks.get(child, ()), CLOCKS["supervision"])
    last = facts.discussed.get(child)
    on = last["on"] if last else None
    drift = next((one for one in facts.drifts.get(child, ()) if one.code in DRIFTS["supervision"]), None)
    if drift:
        return Glance(light="look", last_on=on, code=drift.code, rests_on="drift", says=drift.words)
    return _of_clock(clock, on) if clock else Glance(light="not asked", last_on=on)


def _chronology(facts: _Facts, child: str) -> Glance:
    """The last big change, and whether the assessment was looked at again: the record holds no chronology."""
    drift = next((one for one in facts.drifts.get(child, ()) if one.code in DRIFTS["chronology"]), None)
    last = next(reversed(facts.changes.get(child, ())), None)
    day, kind = (last.on, last.kind or "change") if last else (None, "")
    if drift:
        return Glance(light="look", last_on=day, how=kind, code=drift.code, rests_on="drift", says=drift.words)
    if last and last.looked_on:
        return Glance(light="fine", last_on=day, how=kind, due_on=last.looked_on)
    return Glance(light="not asked", last_on=day, how=kind)


def _review(facts: _Facts, child: str) -> Glance:
    clock = _pressing(facts.clocks.get(child, ()), CLOCKS["review"])
    held = facts.reviews.get(child, {})
    if clock is None:
        return Glance(light="not asked", last_on=max(held.values(), default=None))
    return _of_clock(clock, held.get(clock.duty.split("-")[0]))
