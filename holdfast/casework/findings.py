"""What became of each inspection finding: its twelve months, its state, what is claimed of it, and who is behind it.

The line with its findings is handed in: this floor does not know whose council it is.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from holdfast.casework.council import Council
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.measures import (
    BETTER,
    Stretch,
    figures,
    list_behind,
    outside_view,
    stretches,
)
from holdfast.casework.monday import lines_of
from holdfast.casework.view import View
from holdfast.casework.who_stood import who_stood
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import end_of, say
from holdfast.measures.improvement import ImprovementPlan
from holdfast.measures.measure import Entry, Measure, MonthFigure
from holdfast.measures.promise import Claim, CouncilLine, InspectionFinding
from holdfast.measures.register import BY_CODE as MEASURES
from holdfast.measures.stood import Stood
from holdfast.measures.suppression import told
from holdfast.measures.trend import MonthTold, Target, Trend, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSaid:
    """One month as a page tells it: the month, its figure, and what it is made of, all as text.

    ``figure`` is the number for a picture; None where nobody can count, and for a paper that leaves the service.
    """

    month: str
    said: str
    of: str
    figure: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindChild:
    """One child behind a finding: by name, and in a sentence why.

    ``in_figure`` says whether the last month's figure counts the child. ``code`` is that of the Monday line for which
    the child waits now; None where nothing of the finding waits. At least one of the two is so.
    """

    child: str
    name: str
    words: str
    in_figure: bool
    code: str | None = None

    @property
    def waits(self) -> bool:
        """Whether the child is on today's Monday list for it."""
        return self.code is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingNow:
    """One finding as at a moment. ``children`` are those whom the seat sees; ``others`` how many it does not."""

    finding: InspectionFinding
    claim: Claim | None
    trend: Trend
    months: tuple[MonthSaid, ...]
    share: bool
    target: Target | None
    children: tuple[BehindChild, ...]
    others: int
    measure: Measure | None
    last_month: str


def findings_now(
    council: Council, view: View, line: CouncilLine, theirs: Collection[str] | None, names: bool = True
) -> tuple[FindingNow, ...]:
    """Every finding that had been raised by the moment, for somebody who sees ``theirs`` (None: every child).

    Without ``names`` nobody is named, small numbers are kept back, and a state is told without its figures' parts.
    """
    view, whose = view if names else outside_view(view), None if theirs is None else frozenset(theirs)
    key = ("findings", view, line, whose, names)
    return council.kept(key, lambda: _findings(council, view, line, whose, names))


def _findings(
    council: Council, view: View, line: CouncilLine, theirs: Collection[str] | None, names: bool
) -> tuple[FindingNow, ...]:  # fmt: skip
    raised = line.found_by(view.today)
    if not raised:
        return ()
    measures = _measures(raised)
    whole = [one for one in stretches(view) if not one.so_far]
    counting = view if names else frozen(view)
    counted = figures(council, counting, measures, whole)
    # Of every finding, raised yet or not: the same months are then the same question on every day.
    codes = tuple(dict.fromkeys(code for one in line.findings for code in one.shown.codes))
    standing = who_stood(council, counting, codes, [end_of(one.last) for one in whole])
    return tuple(
        _now(council, view, one, whole, counted, standing, theirs if names else frozenset(), names) for one in raised
    )


def trend_shown(
    one: Measure, months: Sequence[MonthFigure], line: CouncilLine, view: View, plan: ImprovementPlan
) -> Trend:
    """What became of a measure over its whole months, as every page tells it.

    Where a finding rests on the measure, it is set beside that finding's claim and aim: one figure has one state.
    """
    told_months = months_told([month for month in months if month.is_whole])
    finding = finding_on(one, line, view)
    if finding is None:
        return state_of(told_months, BETTER[one.code], None, england_target(one))
    claim = plan.claim_of(finding, view.today)
    return state_of(told_months, finding.shown.better, claim.says if claim else None, _target(finding, one))


def finding_on(one: Measure, line: CouncilLine, view: View) -> InspectionFinding | None:
    """The finding that had been raised by the moment and rests on this measure; None where none does."""
    return next((each for each in line.found_by(view.today) if each.shown.measure == one.code), None)


def _measures(findings: Sequence[InspectionFinding]) -> list[Measure]:
    return [MEASURES[one.shown.measure] for one in findings if one.shown.measure]


def _now(
    council: Council, view: View, finding: InspectionFinding, months: Sequence[Stretch],
    counted: Mapping[str, Sequence[MonthFigure]], standing: Mapping[str, Stood],
    theirs: Collection[str] | None, names: bool,
) -> FindingNow:  # fmt: skip
    shown = finding.shown
    measure = MEASURES[shown.measure] if shown.measure else None
    told_months = months_told(counted[measure.code]) if measure else _of_codes(finding, months, standing)
    target = _target(finding, measure)
    claim = plan_on_record(council, view).claim_of(finding, view.today)
    every = list(_behind(council, view, finding, months[-1], standing)) if names else []
    children = tuple(one for one in every if theirs is None or one.child in theirs)
    return FindingNow(
        finding=finding, claim=claim, measure=measure, target=target,
        trend=state_of(told_months, shown.better, claim.says if claim else None, target),
        months=_said(told_months) if names else _outside(council, view, measure, told_months),
        share=measure is not None and measure.unit == "share", children=children,
        others=len(every) - len(children), last_month=f"{months[-1].first:%Y-%m}",
    )  # fmt: skip


def _target(finding: InspectionFinding, measure: Measure | None) -> Target | None:
    if finding.shown.aim is not None:
        return Target(figure=float(finding.shown.aim), whose="the council's own aim")
    return england_target(measure) if measure is not None else None


def england_target(measure: Measure) -> Target | None:
    """England's figure as what good is; None where the measure has none."""
    if measure.england is None:
        return None
    return Target(figure=measure.england.percent, whose=f"England, {measure.england.year}")


def months_told(every: Sequence[MonthFigure]) -> list[MonthTold]:
    """A measure's figures as the months that a trend is worked out from."""
    return [
        MonthTold(
            month=one.month_words, yes=None if one.missing is not None else one.numerator, of=one.denominator
        )
        for one in every
    ]  # fmt: skip


def _of_codes(finding: InspectionFinding, months: Sequence[Stretch], standing: Mapping[str, Stood]) -> list[MonthTold]:
    wanted = frozenset(finding.shown.codes)
    counts = [sum(bool(each[number] & wanted) for each in standing.values()) for number in range(len(months))]
    return [
        MonthTold(month=say(one.first).split(" ", 1)[1], yes=count)
        for one, count in zip(months, counts, strict=True)
    ]  # fmt: skip


def _said(months: Sequence[MonthTold]) -> tuple[MonthSaid, ...]:
    return tuple(MonthSaid(month=one.month, said=_figure(one), of=_parts(one), figure=one.figure) for one in months)


def _figure(one: MonthTold) -> str:
    if one.yes is None:
        return "cannot say"
    if one.figure is None:
        return "nobody"
    return f"{one.figure:g}" if one.of is None else f"{one.figure:g}%"


def _parts(one: MonthTold) -> str:
    return "" if one.yes is None or not one.of else f"{one.yes} of {one.of}"


def _outside(
    council: Council, view: View, measure: Measure | None, months: Sequence[MonthTold]
) -> tuple[MonthSaid, ...]:
    """The months as they may leave the service."""
    if measure is None:
        return tuple(
            MonthSaid(month=one.month, said="cannot say" if one.yes is None else told(one.yes), of="", figure=None)
            for one in months
        )
    return tuple(
        MonthSaid(
            month=one.month_words, said=f"{one.figure}%" if one.denominator and one.figure[:1].isdigit()
            else one.figure or "nobody", of="", figure=None,
        )
        for one in figures_outside(council, view, [measure])[measure.code]
    )  # fmt: skip


def _behind(
    council: Council, view: View, finding: InspectionFinding, month: Stretch, standing: Mapping[str, Stood]
) -> Iterator[BehindChild]:
    """The children on the Monday list for it, the weightiest first; then the others of the last month's figure."""
    wanted = frozenset(finding.now)
    counted = _counted(council, view, finding, month, standing)
    listed = [
        (line, child)
        for child, lines in lines_of(council, view).items()
        if (line := next((one for one in lines if one.code in wanted), None)) is not None
    ]
    for line, child in sorted(listed, key=lambda one: (one[0].effect, str(one[0].due_on or one[0].since), one[1])):
        yield BehindChild(
            child=child, name=council.name(child), words=line.words, code=line.code, in_figure=child in counted
        )
    seen = {child for _, child in listed}
    for child, words in counted.items():
        if child not in seen:
            yield BehindChild(child=child, name=council.name(child), words=words, in_figure=True)


def _counted(
    council: Council, view: View, finding: InspectionFinding, month: Stretch, standing: Mapping[str, Stood]
) -> Mapping[str, str]:
    """Each child whom the month's figure counts (the better direction is up: whom it misses), and in words why."""
    if finding.shown.measure is None:
        wanted, name = frozenset(finding.shown.codes), say(month.first).split(" ", 1)[1]
        words = f"Counted at the end of {name}; nothing of it waits any more."
        return {child: words for child, stood in sorted(standing.items()) if stood[-1] & wanted}
    against = "no" if finding.shown.better == "up" else "yes"
    entries = list_behind(council, view, MEASURES[finding.shown.measure], month, None).lines
    found: dict[str, str] = {}
    for one in entries:
        # Of a child with two lines the first is told.
        if one.answer == against and one.child not in found:
            found[one.child] = _of_entry(finding, one)
    return found


def _of_entry(finding: InspectionFinding, entry: Entry) -> str:
    """Why a child is in the month's figure, in the finding's own sentence."""
    days = {name: say(day) if day else "no day on record" for name, day in (
        ("started", entry.started_on), ("due", entry.due_on), ("done", entry.done_on),
    )}  # fmt: skip
    words = finding.behind.format(why=entry.why or "nothing more is on record", **days).strip()
    words = f"{words[:1].upper()}{words[1:]}"
    return words if words.endswith(".") else f"{words}."
