"""All that is ready for a visit on one theme: worked out from the record as at a moment, and kept nowhere.

Asked again as at the same moment, and as known by the same one, it is the same to the letter: nothing in it comes from
anywhere but the record as it was then, and no name of a child is a later one.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.findings import trend_shown
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.improvement import DecisionNow, ObjectiveNow, PlanNow, plan_now
from holdfast.casework.measures import BETTER, figures, list_behind, outside_view, stretches
from holdfast.casework.monday import lines_of
from holdfast.casework.packs.about import About
from holdfast.casework.packs.faults import Faults, faults_of
from holdfast.casework.registers.found import RegisterNow, register_now
from holdfast.casework.view import View
from holdfast.casework.written_plan import plan_on_record
from holdfast.duties.monday import MondayLine
from holdfast.measures.measure import Measure, MonthFigure
from holdfast.measures.promise import Claim, CouncilLine, InspectionFinding, LinePoint
from holdfast.measures.said_and_found import last_visit
from holdfast.measures.suppression import OutsideFigure
from holdfast.measures.trend import Trend
from holdfast.record.columns import Columns
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Person

DONE_IN_ITSELF = "referrer told"
"""What a manager put on record that decides nothing about the child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterList:
    """A register's children whom the seat sees, and how many it does not."""

    found: RegisterNow
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """The lines of the Monday list by the theme's duties and rules, what has waited longest first.

    ``lines`` are those of the children whom the seat sees, ``others`` how many children with such a line it does not.
    """

    lines: tuple[MondayLine, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTold:
    """One measure in its last whole month, and what became of it over twelve. Outside, only ``outside`` is told."""

    measure: Measure
    figure: MonthFigure | None
    outside: OutsideFigure | None
    trend: Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A manager's decision about a child since the last visit."""

    child: str
    on: date
    about: str | None
    reason: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """All that the page of one theme says. ``since`` is the last visit; None where there was none.

    ``finding_claims`` are what the plan has said of the theme's findings since then, in order of day.
    ``name_of`` gives the names as they were known by the moment.
    """

    view: View
    about: About
    since: LinePoint | None
    faults: Faults
    registers: tuple[RegisterList, ...]
    waiting: WaitingList
    measures: tuple[MeasureTold, ...]
    decided: tuple[Decided, ...]
    objectives: tuple[ObjectiveNow, ...]
    decisions: tuple[DecisionNow, ...]
    finding_claims: tuple[tuple[InspectionFinding, Claim], ...]
    name_of: Mapping[str, str]


def visit_facts(
    council: Council, view: View, about: About, line: CouncilLine, theirs: frozenset[str] | None, names: bool
) -> VisitFacts:
    """What is ready for somebody who sees ``theirs`` (None: every child); without ``names`` no child is told of."""
    view = view if names else outside_view(view)
    since = last_visit(line, view.today)
    start = since.day if since else date.min
    registers = tuple(_register_lists(council, view, about, theirs)) if names else ()
    waiting = _waiting(council, view, about, theirs) if names else WaitingList(lines=(), others=0)
    measures = tuple(_measures(council, view, about, line, names))
    slugs = {one.slug for one in about.findings(line.found_by(view.today))}
    # The first look at the plan takes seconds: a theme that no finding speaks of does not ask for it.
    plan = plan_now(council, view, line, theirs, names) if slugs else None
    objectives = _objectives(plan, slugs) if plan else ()
    listed = {row.child for one in registers for row in one.found.rows}
    listed |= {one.child for one in waiting.lines}
    listed |= _behind(council, view, about, theirs) if names else set()
    return VisitFacts(
        view=view, about=about, since=since, faults=faults_of(council, view, about, start, theirs, names),
        registers=registers, waiting=waiting, measures=measures, objectives=objectives,
        decided=tuple(_decided(council.columns(view), view, start, listed)),
        decisions=tuple(one for each in objectives for one in each.decisions if one.decision.on > start),
        finding_claims=tuple(_claims(about, line, start, plan.day)) if plan else (),
        name_of=names_known(council, view) if names else {},
    )  # fmt: skip


def names_known(council: Council, view: View) -> Mapping[str, str]:
    """Each child's name as it was known by the moment."""
    if view.as_known is None:
        return council.names
    whole = pl.concat_str("forename", "surname", separator=" ", ignore_nulls=True).alias("name")
    people = council.columns(view).of(Person).select("child", whole).filter(pl.col("name") != "")
    return dict(people.unique("child", keep="first", maintain_order=True).iter_rows())


def _register_lists(
    council: Council, view: View, about: About, theirs: frozenset[str] | None
) -> Iterator[RegisterList]:
    for one in about.registers:
        found = register_now(council, view, one, theirs)
        every = found if theirs is None else register_now(council, view, one, None)
        yield RegisterList(found=found, others=len(every.rows) - len(found.rows))


def _waiting(council: Council, view: View, about: About, theirs: frozenset[str] | None) -> WaitingList:
    wanted = frozenset(about.codes)
    every = {
        child: some
        for child, lines in lines_of(council, view).items()
        if (some := [line for line in lines if line.code in wanted])
    }
    seen = [line for child, some in every.items() if theirs is None or child in theirs for line in some]
    seen.sort(key=lambda line: (str(line.due_on or line.since), line.child, line.code))
    return WaitingList(lines=tuple(seen), others=len(every) - len({line.child for line in seen}))


def _measures(
    council: Council, view: View, about: About, line: CouncilLine, names: bool
) -> Iterator[MeasureTold]:  # fmt: skip
    whole = [one for one in stretches(view) if not one.so_far]
    told = figures(council, view if names else frozen(view), about.measures, whole)
    outside = {} if names else figures_outside(council, view, about.measures)
    plan = plan_on_record(council, view)
    for one in about.measures:
        yield MeasureTold(
            measure=one, figure=told[one.code][-1] if names else None,
            outside=None if names else outside[one.code][-1], trend=trend_shown(one, told[one.code], line, view, plan),
        )  # fmt: skip


def _behind(council: Council, view: View, about: About, theirs: frozenset[str] | None) -> set[str]:
    """The children whom the last whole month of each measure counts against us."""
    month = [one for one in stretches(view) if not one.so_far][-1]
    found: set[str] = set()
    for one in about.measures:
        against = "no" if BETTER[one.code] == "up" else "yes"
        lines = list_behind(council, view, one, month, theirs).lines
        found.update(entry.child for entry in lines if entry.answer == against)
    return found


def _decided(columns: Columns, view: View, since: date, children: Collection[str]) -> Iterator[Decided]:
    """What managers decided about these children after a day, the latest first."""
    made = columns.of(ManagementDecision).filter(
        pl.col("child").is_in(sorted(children)) & (pl.col("on") > since) & (pl.col("on") <= view.today)
        & (pl.col("about").is_null() | (pl.col("about") != DONE_IN_ITSELF))
    )  # fmt: skip
    for row in made.sort("on", "child", "id", descending=(True, False, False)).iter_rows(named=True):
        yield Decided(
            child=row["child"], on=row["on"], about=row["about"], reason=row["reason"] or "", until=row["until"]
        )


def _objectives(plan: PlanNow, slugs: Collection[str]) -> tuple[ObjectiveNow, ...]:
    return tuple(one for one in plan.objectives if not set(slugs).isdisjoint(one.objective.findings))


def _claims(about: About, line: CouncilLine, since: date, day: date) -> Iterator[tuple[InspectionFinding, Claim]]:
    every = [
        (one, claim)
        for one in about.findings(line.found_by(day))
        for claim in one.promise.claims
        if since < claim.on <= day
    ]
    yield from sorted(every, key=lambda each: (each[1].on, each[0].slug))
