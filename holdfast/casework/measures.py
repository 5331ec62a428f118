"""The monthly figures of the measures, kept month by month: a month that is over is counted once.

What is counted here is what ``holdfast.measures.columns.monthly`` counts. Only the way there is shorter: the record
is cut as at a month's end once, and the clocks of every measure that is wanted are swept together.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import pairwise

import polars as pl

from holdfast.casework.council import Council, Until
from holdfast.casework.view import View
from holdfast.dates import Days, add_months, end_of
from holdfast.duties.clock import clocks_of
from holdfast.duties.columns.sweep import in_order, rows_from, sweep
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.standing import Standing
from holdfast.measures.columns.month import Month
from holdfast.measures.columns.monthly import _figure as figure_of
from holdfast.measures.measure import Entry, Measure, MonthFigure
from holdfast.measures.promise import Better
from holdfast.measures.register import MEASURES
from holdfast.record.child import Child
from holdfast.record.columns import Columns
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Person

YEAR = 12

MOST_BY_CHILD = 20_000
"""Of a record of so many people the clocks of months that are over are kept by child too, to be put right after a save.

Of a larger one a year of them would fill the memory: there a month that a save touches is swept anew.
"""

BETTER: Mapping[str, Better] = {
    "re-referrals": "down",
    "assessments-in-45": "up",
    "conferences-in-15": "up",
    "reviews-on-time": "up",
    "visits-on-time": "up",
    "three-or-more-workers": "down",
    "open-temporary-approvals": "down",
    "supervision-gaps": "down",
    "return-interviews": "up",
    "pathway-reviews": "up",
}
"""Whether more or less of it is better for children."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days of one month that are asked for. ``moment`` is where a month that is not over is looked at."""

    first: date
    last: date
    moment: datetime | None = None

    @property
    def so_far(self) -> bool:
        """Whether the month is not over."""
        return self.moment is not None


def stretches(view: View) -> tuple[Stretch, ...]:
    """The twelve months that were over at the moment, oldest first, then the month that was not, so far."""
    day = view.today
    this = day.replace(day=1)
    firsts = [add_months(this, number - YEAR) for number in range(YEAR + 2)]
    found = [Stretch(first=first, last=Days(1).before(after)) for first, after in pairwise(firsts)]
    if view.as_at < end_of(found[-1].last):
        found[-1] = Stretch(first=this, last=day, moment=view.as_at)
        return tuple(found)
    return tuple(found[1:])


def figures(
    council: Council, view: View, measures: Sequence[Measure], months: Sequence[Stretch]
) -> Mapping[str, tuple[MonthFigure, ...]]:
    """Each measure's figures for these months, by its code; what is not kept is counted together, month by month."""
    by_month = [_month(council, view, measures, one) for one in months]
    return {one.code: tuple(found[one.code] for found in by_month) for one in measures}


def outside_view(view: View) -> View:
    """The view of the plan, and of what inspectors said, for somebody who sees no names: always all that is known now.

    What is counted of children is told by ``frozen``: a month told twice, as known on two days, would give away who was
    typed in between.
    """
    return View(as_at=view.as_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The list behind one month: the lines of the children whom the seat sees, and how many lines it does not show."""

    figure: MonthFigure
    lines: tuple[Entry, ...]
    others: int


def list_behind(council: Council, view: View, one: Measure, month: Stretch, theirs: frozenset[str] | None) -> Behind:
    """The list behind a month for somebody who sees ``theirs`` (None: every child)."""
    figure = figures(council, view, [one], [month])[one.code][0]
    every = council.kept((*_key(one, view, month), "list"), lambda: figure.list, _until(view, month))
    lines = every if theirs is None else tuple(entry for entry in every if entry.child in theirs)
    return Behind(figure=figure, lines=lines, others=len(every) - len(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReasons:
    """Of so many ``late`` lines: each reason that a manager put on record with how many it is given for.

    ``silent`` are those for which no reason is on record.
    """

    late: int
    counted: tuple[tuple[str, int], ...]
    silent: int


LATE_REASON = "late reason"
"""What a management decision is about that says why something was late."""


def late_reasons(council: Council, view: View, lines: Sequence[Entry]) -> LateReasons:
    """The reasons for what was late among these lines, the most frequent first.

    A reason counts for a line of its child's where it was decided after the line's clock began and not after it ended.
    """
    late = [entry for entry in lines if entry.answer == "no" and entry.started_on is not None]
    whole = council.columns(view)
    decisions = Columns(frames={ManagementDecision: whole.of(ManagementDecision)}, held=whole.held).as_at(view.as_at)
    said: dict[str, list[tuple[date, str]]] = {}
    about = pl.col("about") == LATE_REASON
    told = decisions.of(ManagementDecision).filter(about).select("child", "on", "reason").drop_nulls()
    for child, on, reason in told.sort("on").iter_rows():
        said.setdefault(child, []).append((on, reason.strip().rstrip(".")))
    given = [_reason(entry, said.get(entry.child, ()), view.today) for entry in late]
    counted = Counter(reason for reason in given if reason)
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return LateReasons(late=len(late), counted=tuple(ordered), silent=len(late) - sum(counted.values()))


def _reason(entry: Entry, said: Sequence[tuple[date, str]], today: date) -> str:
    """The last reason that was given while the clock ran; empty where none was."""
    assert entry.started_on is not None
    until = entry.done_on or today
    return next((reason for on, reason in reversed(said) if entry.started_on <= on <= until), "")


def _key(one: Measure, view: View, month: Stretch) -> tuple[object, ...]:
    """A month that is over is the same from whichever later moment it is looked at."""
    return "measure", one.code, month.first, month.last, month.moment, view.as_known


def _month(council: Council, view: View, measures: Sequence[Measure], month: Stretch) -> Mapping[str, MonthFigure]:
    """The measures for one month. The first that is not kept yet makes one month for all of them.

    Of a month that is over every measure is counted at once: to sweep its clocks is what takes long, and one page
    after the other asks for another measure. A month that is not over is counted again after each save.
    """
    shared: list[OneMonth] = []
    together = measures if month.so_far else list(dict.fromkeys((*measures, *MEASURES)))

    def count(one: Measure) -> MonthFigure:
        if not shared:
            shared.append(_one_month(council, view, together, month))
        return figure_of(one, shared[0], month.so_far)

    return {
        one.code: council.kept(_key(one, view, month), partial(count, one), _until(view, month)) for one in together
    }


def _until(view: View, month: Stretch) -> Until | None:
    """As which moment the record stands that a month's figure, and the list behind it, are worked out from."""
    if view.as_known and month.so_far:
        return None
    return Until(month.moment or end_of(month.last), known=view.as_known is not None)


def _one_month(council: Council, view: View, measures: Sequence[Measure], month: Stretch) -> "OneMonth":
    whole = council.columns(view)
    columns = CutOnce(frames=whole.frames, held=whole.held)
    codes = tuple(dict.fromkeys(code for one in measures for code in one.duties))
    # A figure keeps its month, and must not keep the council too: it outlives the position of the record.
    stood = View(as_at=month.moment or end_of(month.last), as_known=view.as_known)
    few = month.so_far or whole.of(Person).height <= MOST_BY_CHILD
    swept = _clocks(council, stood, codes) if few else None
    return OneMonth(columns, month.first, month.last, council.settings, moment=month.moment, codes=codes, swept=swept)


def _clocks(council: Council, view: View, codes: tuple[str, ...]) -> pl.DataFrame:
    """The clocks of these duties as at the moment, of which a save changes only those of the children it is about."""
    duties, settings = [DUTIES[code] for code in codes], council.settings

    def of_one(child: Child) -> pl.DataFrame:
        standing = Standing(child, view.as_at)
        return rows_from(clock for duty in duties for clock in clocks_of(duty, standing, settings))

    found = council.rows(("clocks", codes), view, lambda columns: sweep(columns, view.as_at, duties, settings), of_one)
    return in_order(found)


@dataclass(frozen=True)
class OneMonth(Month):
    """A month that sweeps the clocks of ``codes`` once, and stops at ``moment`` where it is not over.

    ``swept`` are its clocks, where they were worked out already.
    """

    moment: datetime | None = None
    codes: tuple[str, ...] = ()
    swept: pl.DataFrame | None = None

    @property
    def as_at(self) -> datetime:
        """The moment where the month is looked at before its end, else the end of its last day."""
        return self.moment or end_of(self.last)

    def clocks(self, codes: tuple[str, ...]) -> pl.DataFrame:
        """The clocks of these duties, out of the one sweep."""
        return super().clocks(self.codes).filter(pl.col("duty").is_in(codes))

    def _swept(self, codes: tuple[str, ...]) -> pl.DataFrame:
        return super()._swept(codes) if self.swept is None else self.swept


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOnce(Columns):
    """A record that is cut as at each moment once."""

    cut: dict[datetime, Columns] = field(default_factory=dict, init=False, repr=False, compare=False)

    def as_at(self, moment: datetime) -> Columns:
        """The record as it stood at ``moment``."""
        if moment not in self.cut:
            self.cut[moment] = Columns(frames=self.frames, held=self.held).as_at(moment)
        return self.cut[moment]
