"""Wexmouth's improvement plan, read from its file. What the record shows of it cannot be written there: see TYPED."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from holdfast.dates import say
from holdfast.measures.improvement import (
    MOST_WEEKS,
    Dated,
    Fate,
    FoundAgain,
    ImprovementAction,
    ImprovementObjective,
    ImprovementPlan,
    KnownFrom,
    LeadersDecision,
    LookingBack,
    PlannedDay,
    Remark,
    Resource,
)
from holdfast.measures.promise import Claim, ClaimWord, CouncilLine
from holdfast.measures.register import BY_CODE as MEASURES
from holdfast.record.people import Professional
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.workers import everyone

FILE = Path(__file__).with_name("improvement.toml")

A_POINT = re.compile(r"[a-z0-9-]+/point-[1-9][0-9]*")

TYPED = frozenset({
    "status", "state", "figure", "figures", "value", "percent", "number", "result", "rating", "progress", "trend",
    "score", "count", "months", "slipped",
})  # fmt: skip
"""What is worked out from the record, and may therefore not be written into a plan."""


class BadPlan(ValueError):
    """The file of an improvement plan says something that cannot be used."""


@cache
def the_plan() -> ImprovementPlan:
    """The improvement plan of Wexmouth; read once. Raises BadPlan, naming the entry, for what cannot be used."""
    return plan_from(_said(), the_line())


@cache
def known_from() -> KnownFrom:
    """When a record counts as having shown a finding, by the same file; read once."""
    return _known_from(_said())


def _said() -> Mapping[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def plan_from(said: Mapping[str, Any], line: CouncilLine) -> ImprovementPlan:
    """A plan from the tables of its file, resting on a council's line. Raises BadPlan, naming the entry and why."""
    whole = Entry("the plan", said)
    whole.only("objective", "known_from")
    _known_from(said)
    plan = ImprovementPlan(objectives=tuple(_objective(one, line) for one in whole.entries("objective")))
    slugs = [one.slug for one in plan.objectives]
    slugs += [one.slug for each in plan.objectives for one in each.actions]
    slugs += [one.slug for each in plan.objectives for one in each.decisions]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise BadPlan(f"Two entries of the plan are called {', '.join(twice)}. Each slug is the name of one.")
    return plan


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the file, and how it is called in a message."""

    where: str
    said: Mapping[str, Any]

    def only(self, *accepted: str) -> None:
        """Refuse every key but these; one that would be typed instead of worked out is refused by its own sentence."""
        for key in self.said:
            if key in TYPED:
                raise BadPlan(
                    f"In {self.where}, {key} is typed. How it stands is worked out from the record and nobody can type "
                    "it. Take it out; what somebody says of it goes into a claim."
                )
            if key not in accepted:
                raise BadPlan(f"In {self.where}, {key} is not known. Accepted are {', '.join(accepted)}.")

    def text(self, name: str) -> str:
        """Words that have to be there."""
        found = self.said.get(name)
        if isinstance(found, str) and found.strip():
            return found
        raise BadPlan(f"In {self.where}, {name} is {found!r}. Write it in words, between quotation marks.")

    def role(self, name: str) -> str:
        """A role that has to be there; a worker's own name is refused."""
        found = self.text(name)
        if any(one in found for one in _workers()):
            raise BadPlan(f"In {self.where}, {name} names a person: {found!r}. Write the role instead.")
        return found

    def day(self, name: str) -> date:
        """A day that has to be there."""
        found = self.said.get(name)
        if type(found) is date:
            return found
        raise BadPlan(f"In {self.where}, {name} is {found!r}. Write a day such as 2026-06-01, without quotation marks.")

    def day_or_none(self, name: str) -> date | None:
        """A day that may be missing."""
        return self.day(name) if name in self.said else None

    def one_of(self, name: str, accepted: Collection[str]) -> Any:
        """One of several words."""
        found = self.said.get(name)
        if found in accepted:
            return found
        raise BadPlan(f"In {self.where}, {name} is {found!r}. Accepted are {', '.join(map(repr, accepted))}.")

    def entries(self, name: str) -> list["Entry"]:
        """The tables under a name, each called after its slug, its place, or what it lies in."""
        found = self.said.get(name, [])
        return [
            Entry(f"the {name} {one['slug']!r}" if "slug" in one else f"{name} {number} of {self.where}", one)
            for number, one in enumerate(found, 1)
        ]


def _known_from(said: Mapping[str, Any]) -> KnownFrom:
    entry = Entry("known_from", said.get("known_from", {}))
    entry.only("children", "weeks")
    for name in ("children", "weeks"):
        if type(entry.said.get(name)) is not int or entry.said[name] < 1:
            raise BadPlan(f"In known_from, {name} is {entry.said.get(name)!r}. Write a whole number of 1 or more.")
    if entry.said["weeks"] > MOST_WEEKS:
        raise BadPlan(f"In known_from, weeks is {entry.said['weeks']}. At most {MOST_WEEKS} are asked: two years.")
    return KnownFrom(children=entry.said["children"], weeks=entry.said["weeks"])


def _objective(entry: Entry, line: CouncilLine) -> ImprovementObjective:
    entry.only(
        "slug", "title", "findings", "points", "agreed_on", "closed_on", "looking_back", "action", "decision", "again"
    )  # fmt: skip
    agreed, closed = entry.day("agreed_on"), entry.day_or_none("closed_on")
    findings = tuple(entry.said.get("findings", ()))
    _come_from_the_line(entry, findings, agreed, line)
    back = [_looking_back(Entry(f"looking_back of {entry.where}", entry.said["looking_back"]))] if (
        "looking_back" in entry.said
    ) else []  # fmt: skip
    if back and closed is None:
        raise BadPlan(f"{_first_up(entry.where)} looks back and is not closed. Give the day on which it was closed.")
    return ImprovementObjective(
        slug=entry.text("slug"), title=entry.text("title"), findings=findings, agreed_on=agreed, closed_on=closed,
        actions=tuple(_action(one) for one in entry.entries("action")),
        decisions=tuple(_decision(one) for one in entry.entries("decision")),
        again=tuple(_again(one, findings, line) for one in entry.entries("again")),
        looking_back=tuple(back), points=tuple(_point(entry, one) for one in entry.said.get("points", ())),
    )  # fmt: skip


def _point(entry: Entry, address: object) -> str:
    """The address of a point of an earlier report that asked for the same."""
    if not isinstance(address, str) or not A_POINT.fullmatch(address):
        raise BadPlan(
            f"In {entry.where}, points has {address!r}. Write a report and its point, such as 'report-2019/point-2'."
        )
    return address


def _come_from_the_line(entry: Entry, findings: Sequence[str], agreed: date, line: CouncilLine) -> None:
    """An objective comes from findings of the line, and is not agreed before they were raised."""
    if not findings:
        raise BadPlan(f"{_first_up(entry.where)} comes from no finding. Name at least one finding of the line.")
    for slug in findings:
        finding = line.finding(slug)
        point = line.point(finding.raised_at) if finding else None
        if point is None:
            raise BadPlan(f"In {entry.where}, findings has {slug!r}, which is no finding of the line.")
        if point.day > agreed:
            raise BadPlan(
                f"{_first_up(entry.where)} was agreed on {say(agreed)}, before {slug!r} was found on {say(point.day)}."
            )


def _action(entry: Entry) -> ImprovementAction:
    entry.only(
        "slug", "title", "for_a_child", "effect", "owner", "measure", "agreed_on", "planned", "done_on", "resource",
        "claim", "remark",
    )  # fmt: skip
    measure = entry.said.get("measure")
    if measure is not None and measure not in MEASURES:
        raise BadPlan(f"In {entry.where}, measure is {measure!r}, which the register of measures does not have.")
    claims = tuple(_claim(one) for one in entry.entries("claim"))
    remarks = tuple(_remark(one) for one in entry.entries("remark"))
    _in_order(entry, "claims", [one.on for one in claims])
    _in_order(entry, "remarks", [one.on for one in remarks])
    return ImprovementAction(
        slug=entry.text("slug"), title=entry.text("title"), for_a_child=entry.text("for_a_child"),
        effect=entry.text("effect"), owner=entry.role("owner"), measure=measure, agreed_on=entry.day("agreed_on"),
        days=_dated(entry), claims=claims, remarks=remarks,
        resource=_resource(entry) if "resource" in entry.said else None,
    )  # fmt: skip


def _decision(entry: Entry) -> LeadersDecision:
    entry.only("slug", "on", "meeting", "words", "owner", "planned", "done_on", "came_of_it")
    return LeadersDecision(
        slug=entry.text("slug"), on=entry.day("on"), meeting=entry.text("meeting"), words=entry.text("words"),
        owner=entry.role("owner"), days=_dated(entry), came_of_it=entry.said.get("came_of_it", ""),
    )  # fmt: skip


def _dated(entry: Entry) -> Dated:
    planned = tuple(_planned(one) for one in entry.entries("planned"))
    if not planned:
        raise BadPlan(f"{_first_up(entry.where)} has no planned day. Write one, with who set it and when.")
    _in_order(entry, "planned days", [one.set_on for one in planned])
    return Dated(planned=planned, done_on=entry.day_or_none("done_on"))


def _planned(entry: Entry) -> PlannedDay:
    entry.only("day", "set_on", "by_role", "why")
    return PlannedDay(
        day=entry.day("day"), set_on=entry.day("set_on"), by_role=entry.role("by_role"), why=entry.said.get("why", "")
    )


def _resource(entry: Entry) -> Resource:
    said = Entry(f"resource of {entry.where}", entry.said["resource"])
    said.only("words", "by_role", "agreed_on")
    return Resource(words=said.text("words"), by_role=said.role("by_role"), agreed_on=said.day_or_none("agreed_on"))


def _claim(entry: Entry) -> Claim:
    entry.only("on", "says", "words", "by_role")
    return Claim(
        on=entry.day("on"), says=entry.one_of("says", get_args(ClaimWord)), words=entry.text("words"),
        by_role=entry.role("by_role"),
    )  # fmt: skip


def _remark(entry: Entry) -> Remark:
    entry.only("on", "words", "by_role")
    return Remark(on=entry.day("on"), words=entry.text("words"), by_role=entry.role("by_role"))


def _looking_back(entry: Entry) -> LookingBack:
    entry.only("on", "words", "by_role")
    return LookingBack(on=entry.day("on"), words=entry.text("words"), by_role=entry.role("by_role"))


def _again(entry: Entry, findings: Collection[str], line: CouncilLine) -> FoundAgain:
    entry.only("point", "finding", "fate")
    found = FoundAgain(
        point=entry.text("point"), finding=entry.one_of("finding", findings), fate=entry.one_of("fate", get_args(Fate))
    )
    point = line.point(found.point)
    if point is None or found.finding not in [one.finding for one in point.again]:
        raise BadPlan(
            f"In {entry.where}, the point {found.point!r} of the line says nothing again of {found.finding!r}."
        )
    return found


@cache
def _workers() -> frozenset[str]:
    return frozenset(one.name for one in everyone() if isinstance(one, Professional) and one.name)


def _in_order(entry: Entry, what: str, days: Sequence[date]) -> None:
    if list(days) != sorted(days):
        raise BadPlan(f"In {entry.where}, the {what} are not in order of day. Write the earliest first.")


def _first_up(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
