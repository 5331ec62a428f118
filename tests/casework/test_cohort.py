"""Those whom a finding was about on a day: the same children for good, and whoever comes later counted apart."""

from datetime import date

import pytest

from holdfast.casework.cohort import Cohort, _month_ends, cohort_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import Days, Weeks, add_months, end_of, say
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import TemporaryApproval
from holdfast.record.people import Involvement, Person
from holdfast.wexmouth.line import the_line

FINDING = the_line().finding("relatives-never-fully-approved")
DAY = date(2025, 1, 22)
TODAY = date(2026, 6, 1)
LONG = date(2024, 1, 10)
"""A child who came to relatives on this day had been past the sixteen weeks for long on DAY."""


def living(child: str, since: date = LONG, approved: date | None = None, *, team: bool = True) -> list[Fact]:
    facts: list[Fact] = [
        Person(child=child, forename=child.title(), surname="Invented"),
        TemporaryApproval(child=child, id=f"t-{child}", started_on=since, approved_on=approved),
    ]
    if team:
        facts.append(Involvement(
            child=child, id=f"i-{child}", professional="w1", team="T1", role="social worker", started_on=LONG,
        ))  # fmt: skip
    return facts


APPROVED, COMES = date(2025, 9, 15), date(2025, 10, 1)


@pytest.fixture(scope="module")
def council() -> Council:
    """One council with a child in each way, so that the rules are gone through once."""
    facts = [
        *living("anna"), *living("ben", approved=APPROVED), *living("cleo", team=False),
        *living("dara", since=COMES), *living("emil", since=COMES),
    ]  # fmt: skip
    return Council.of(columns_from(facts))


def cohort(
    council: Council, day: date = DAY, theirs: frozenset[str] | None = None, names: bool = True
) -> Cohort:  # fmt: skip
    assert FINDING is not None
    return cohort_of(council, View(as_at=end_of(TODAY)), FINDING, day, theirs, names)


@pytest.mark.parametrize(("later", "children"), [(0, []), (1, ["anna", "ben", "cleo"])])
def test_a_child_is_one_of_them_from_the_day_after_the_sixteen_weeks(
    council: Council, later: int, children: list[str]
) -> None:
    day = Days(later).after(Weeks(16).after(LONG))
    view = View(as_at=end_of(day))
    assert FINDING is not None
    told = cohort_of(council, view, FINDING, day, None)
    assert ([one.child for one in told.children], told.size) == (children, len(children))


def test_they_stay_the_same_children_and_whoever_comes_later_is_counted_apart(council: Council) -> None:
    told = cohort(council)
    assert (told.size, told.waiting, told.new, told.left) == (3, 2, 2, 1)
    assert [one.child for one in told.children] == ["anna", "ben", "cleo"]
    assert [one.child for one in told.newcomers] == ["dara", "emil"]
    over = Weeks(16).after(COMES)
    by_month = {one.month: one for one in told.months}
    month_before, month = (say(one).split(" ", 1)[1] for one in (add_months(over, -1), over))
    assert (by_month[month_before].new, by_month[month].new) == (0, 2)
    assert by_month[month].waiting == by_month[month_before].waiting == 2


def test_who_no_longer_waits_is_told_with_the_last_month_at_whose_end_he_did(council: Council) -> None:
    told = cohort(council)
    waiting = {one.month: one.waiting for one in told.months}
    assert (waiting["August 2025"], waiting["September 2025"]) == (3, 2)
    anna, ben, _ = told.children
    assert (anna.waits, anna.until, ben.waits, ben.until) == (True, None, False, "August 2025")
    assert anna.rules == ben.rules, "what waited on the day is told of him who no longer waits"


def test_who_left_is_no_longer_with_a_team_and_is_told_so(council: Council) -> None:
    assert [one.with_team for one in cohort(council).children] == [True, True, False]


def test_every_month_since_is_told_and_new_ones_for_the_last_twelve(council: Council) -> None:
    told = cohort(council)
    assert (told.months[0].month, told.months[-1].month, len(told.months)) == ("January 2025", "May 2026", 17)
    assert [one.new is None for one in told.months] == [True] * 5 + [False] * 12


@pytest.mark.parametrize(("today", "last"), [("2026-05-31", "2026-05-31"), ("2026-05-30", "2026-04-30")])
def test_a_month_is_told_from_the_end_of_its_last_day(today: str, last: str) -> None:
    ends = _month_ends(DAY, View(as_at=end_of(date.fromisoformat(today))))
    assert (ends[0], ends[-1]) == (date(2025, 1, 31), date.fromisoformat(last))
    assert _month_ends(ends[0], View(as_at=end_of(ends[-1])))[0] == date(2025, 2, 28), (
        "the day itself is no month's end"
    )


def test_a_seat_is_told_of_its_own_children_by_name_and_of_the_others_how_many(council: Council) -> None:
    told = cohort(council, theirs=frozenset({"ben", "dara"}))
    assert ([one.child for one in told.children], told.others) == (["ben"], 2)
    assert ([one.child for one in told.newcomers], told.other_newcomers) == (["dara"], 1)
    assert (told.size, told.waiting, told.new) == (3, 2, 2)


def test_without_names_nobody_is_named_and_nothing_is_told_by_month(council: Council) -> None:
    told = cohort(council, names=False)
    assert (told.children, told.newcomers, told.months) == ((), (), ())
    assert (told.size, told.waiting, told.new) == (3, 2, 2)
