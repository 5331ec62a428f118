"""Who sees no names cannot set two days side by side: what is told of children stands still for a month.

The attack is tried as somebody would: the same page on two days next to one another, and what lies between them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from holdfast.casework import basics, cohort
from holdfast.casework import frozen as casework_frozen
from holdfast.casework import measures as casework_measures
from holdfast.casework.council import Council
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.packs import pack
from holdfast.casework.view import View
from holdfast.dates import Days, end_of, parse_moment
from holdfast.measures.promise import CouncilLine
from holdfast.measures.register import BY_CODE
from holdfast.record.child_protection import ProtectionPlan, ProtectionVisit
from holdfast.record.columns import columns_from
from holdfast.wexmouth.line import the_line
from tests.casework.test_cohort import DAY, living

FINDING = the_line().finding("relatives-never-fully-approved")
HAPPENED = date(2026, 5, 13)
"""The day on which one child of twelve was approved, and another one was seen."""

Told = Callable[[View], object]


@pytest.fixture(autouse=True)
def _one_measure_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A month counts every measure at once, which takes seconds: here there is one."""
    for module in (casework_measures, pack):
        monkeypatch.setattr(module, "MEASURES", (BY_CODE["open-temporary-approvals"],))


def council(typed: datetime | None = None) -> Council:
    """Twelve children past their sixteen weeks, of whom one was approved on HAPPENED; it was typed in at a moment."""
    children = [f"c{number:02}" for number in range(12)]
    waiting = [fact for one in children if one != "c03" for fact in living(one)]
    for one in ("c04", "c05"):
        waiting.append(ProtectionPlan(child=one, id=f"p-{one}", started_on=date(2026, 3, 2)))
        waiting.append(ProtectionVisit(child=one, id=f"v-{one}", on=date(2026, 3, 4), seen=True, seen_alone=False))
    waiting.append(ProtectionVisit(child="c04", id="v", on=HAPPENED, seen=True, seen_alone=True, recorded_at=typed))
    whole, before = (columns_from([*waiting, *living("c03", approved=day)]) for day in (HAPPENED, None))
    return Council(whole, known=lambda moment: (before if typed and moment < typed else whole).as_known(moment))


def of_cohort(some: Council) -> Told:
    def told(view: View) -> object:
        assert FINDING is not None
        now = cohort.cohort_of(some, view, FINDING, DAY, None, names=False)
        return now.size, now.waiting, now.new

    return told


def of_basics(some: Council) -> Told:
    return lambda view: [one.counts() for one in basics.basics_of(some, view, None, names=False).every.basics]


def of_papers(some: Council) -> Told:
    measure = BY_CODE["open-temporary-approvals"]
    return lambda view: figures_outside(some, view, [measure])


def days(*some: date) -> list[View]:
    return [View(as_at=end_of(one)) for one in some]


BEFORE = Days(1).before(HAPPENED)


@pytest.mark.parametrize("of", [of_cohort, of_basics, of_papers])
def test_the_day_before_something_happened_and_the_day_itself_are_told_alike(of: Callable[[Council], Told]) -> None:
    told = of(council())
    before, after = map(told, days(BEFORE, HAPPENED))
    assert before == after
    later = told(View(as_at=end_of(date(2026, 6, 1))))
    assert later != before, "it is told once the month is over"


@pytest.mark.parametrize("of", [of_cohort, of_basics])
def test_without_that_the_difference_of_two_days_is_one_child(
    of: Callable[[Council], Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: told from day to day, the attack works."""
    for module in (basics, cohort):
        monkeypatch.setattr(module, "frozen", lambda view: view)
    told = of(council())
    before, after = map(told, days(BEFORE, HAPPENED))
    assert before != after


@pytest.mark.parametrize("day", [1, 2, 15, 30])
def test_it_is_the_end_of_the_last_whole_month_and_what_was_typed_in_by_then(day: int) -> None:
    end = end_of(date(2026, 5, 31))
    assert frozen(View(as_at=parse_moment(f"2026-06-{day:02}T08:30"))) == View(as_at=end, as_known=end)
    assert frozen(View(as_at=end_of(date(2026, 6, 2)), as_known=end_of(date(2026, 6, 1)))).as_known == end


def typed_in(of: Callable[[Council], Told], *moments: datetime) -> list[object]:
    """What is told on 10 June, by when it was typed in."""
    return [of(council(typed))(View(as_at=end_of(date(2026, 6, 10)))) for typed in moments]


NEVER, LATE, EARLY = end_of(date(2026, 6, 30)), end_of(date(2026, 6, 3)), end_of(HAPPENED)


@pytest.mark.parametrize("of", [of_cohort, of_basics, of_papers])
def test_what_is_typed_in_after_the_month_does_not_change_what_was_told_of_it(of: Callable[[Council], Told]) -> None:
    never, late, early = typed_in(of, NEVER, LATE, EARLY)
    assert never == late
    assert early != late


@pytest.mark.parametrize("of", [of_cohort, of_basics, of_papers])
def test_without_that_what_is_typed_in_late_is_told_at_once(
    of: Callable[[Council], Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: of all that is known now, what happened in May and came on record in June moves the figure of May."""
    for module in (basics, cohort, casework_frozen):
        monkeypatch.setattr(module, "frozen", lambda view: replace(view, as_known=view.as_at))
    never, late = typed_in(of, NEVER, LATE)
    assert never != late


def test_the_whole_paper_stands_still_too_and_so_does_its_trend() -> None:
    line = CouncilLine(points=(), findings=())
    june = View(as_at=end_of(date(2026, 6, 10)))
    never, late, early = (pack.pack_facts(council(typed), june, line).measures for typed in (NEVER, LATE, EARLY))
    assert never == late
    assert early != late
