"""Those whom a finding was about on a day, and how many of them still wait month after month; new ones apart.

The children of the day are fixed: who comes later is never counted among them, so that the number can only tell what
became of those children. Everything goes by the finding's own rules and by event dates. Who no longer waits may have
been helped or may have left: the page says which of them is no longer with a team.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from holdfast.casework.council import Council
from holdfast.casework.frozen import frozen
from holdfast.casework.measures import YEAR
from holdfast.casework.monday import owners_by_child
from holdfast.casework.view import View
from holdfast.casework.who_stood import who_stood
from holdfast.dates import Days, add_months, end_of, say
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.promise import InspectionFinding
from holdfast.measures.stood import Stood, stood_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortMonth:
    """One month's end: how many of the children of the day still waited, and how many others did.

    ``new`` is None where the others were not counted: they are for the last twelve months only.
    """

    month: str
    waiting: int
    new: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortChild:
    """One child: by name, by which rules it waits now (or waited on the day), and whether a team has it.

    ``until`` is the last month's end at which the child waited; None where it waits now, and where it waited at none.
    """

    child: str
    name: str
    waits: bool
    rules: tuple[str, ...]
    until: str | None
    with_team: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """What became of the children of one day.

    ``size`` is how many they were and ``waiting`` how many of them wait now; ``new`` how many others do. ``children``
    and ``newcomers`` are those whom the seat sees, ``others`` and ``other_newcomers`` how many it does not.
    """

    day: date
    size: int
    waiting: int
    new: int
    months: tuple[CohortMonth, ...]
    children: tuple[CohortChild, ...]
    others: int
    newcomers: tuple[CohortChild, ...]
    other_newcomers: int

    @property
    def left(self) -> int:
        """How many of them no longer wait."""
        return self.size - self.waiting


def cohort_of(
    council: Council, view: View, finding: InspectionFinding, day: date, theirs: Collection[str] | None,
    names: bool = True,
) -> Cohort:  # fmt: skip
    """The children whom the finding was about at the end of ``day``, for somebody who sees ``theirs`` (None: all).

    Without ``names`` nobody is named, nothing is told month by month, and *now* is the end of the last whole month.
    """
    view = view if names else frozen(view)
    began = who_stood(council, view, finding.now, (end_of(day),))
    ends = _month_ends(day, view) if names else ()
    lately = who_stood(council, view, finding.now, (*map(end_of, ends[-YEAR:]), view.as_at))
    standing = _months_of(council, view, finding, sorted(began), ends)
    newcomers = {child: some for child, some in lately.items() if child not in began}
    now = [child for child, some in newcomers.items() if some[-1]]
    seen = [child for child in sorted(began) if names and (theirs is None or child in theirs)]
    fresh = [child for child in now if names and (theirs is None or child in theirs)]
    with_team = owners_by_child(council, view)
    return Cohort(
        day=day, size=len(began), waiting=sum(bool(some[-1]) for some in standing.values()), new=len(now),
        months=tuple(_months(ends, standing, newcomers)),
        children=tuple(
            _child(council, child, standing[child], ends, began[child][0], child in with_team) for child in seen
        ),
        others=len(began) - len(seen), other_newcomers=len(now) - len(fresh),
        newcomers=tuple(
            _child(council, child, newcomers[child][-1:], (), frozenset(), child in with_team)
            for child in fresh
        ),
    )  # fmt: skip


def _month_ends(day: date, view: View) -> tuple[date, ...]:
    """The last days of the months that were over by the moment, from that of ``day`` on."""
    firsts = [day.replace(day=1)]
    while firsts[-1] <= view.today:
        firsts.append(add_months(firsts[-1], 1))
    lasts = (Days(1).before(after) for _, after in pairwise(firsts))
    return tuple(one for one in lasts if day < one and end_of(one) <= view.as_at)


def _months_of(
    council: Council, view: View, finding: InspectionFinding, children: Sequence[str], ends: Sequence[date]
) -> Mapping[str, Stood]:
    """The same for each of these few children at each month's end and now, by the engine for one child."""
    moments = (*map(end_of, ends), view.as_at)
    nothing: Stood = (frozenset(),) * len(moments)

    def work() -> dict[str, Stood]:
        found = {}
        for one in children:
            child = council.child(one, view)
            found[one] = (stood_of(child, moments, finding.now, council.settings) if child else ()) or nothing
        return found

    return council.kept(("cohort months", finding.slug, moments, tuple(children), view), work)


def _months(ends: Sequence[date], standing: Mapping[str, Stood], newcomers: Mapping[str, Stood]) -> list[CohortMonth]:
    counted_from = max(len(ends) - YEAR, 0)
    return [
        CohortMonth(
            month=_month(one), waiting=sum(bool(some[place]) for some in standing.values()),
            new=None if place < counted_from
            else sum(bool(some[place - counted_from]) for some in newcomers.values()),
        )
        for place, one in enumerate(ends)
    ]  # fmt: skip


def _child(
    council: Council, child: str, some: Stood, ends: Sequence[date], at_first: frozenset[str], with_team: bool
) -> CohortChild:
    """``some`` are the codes that stood at each of the ends and, last, now."""
    waited = [one for one, codes in zip(ends, some, strict=False) if codes]
    return CohortChild(
        child=child, name=council.name(child), waits=bool(some[-1]), rules=_titles(some[-1] or at_first),
        until=_month(waited[-1]) if waited and not some[-1] else None, with_team=with_team,
    )  # fmt: skip


def _month(day: date) -> str:
    return say(day).split(" ", 1)[1]


def _titles(codes: Collection[str]) -> tuple[str, ...]:
    return tuple((DUTIES[code] if code in DUTIES else RULES[code]).title.rstrip(".") for code in sorted(codes))
