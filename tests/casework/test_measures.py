"""The kept figures are those of the measures, the lists behind them sum to them, and a seat sees only its children."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from holdfast.casework.council import Council
from holdfast.casework.findings import trend_shown
from holdfast.casework.frozen import figures_outside, frozen
from holdfast.casework.measures import (
    BETTER,
    Stretch,
    figures,
    late_reasons,
    list_behind,
    stretches,
)
from holdfast.casework.view import View
from holdfast.dates import end_of, parse_moment
from holdfast.measures.columns.monthly import measure
from holdfast.measures.improvement import ImprovementPlan
from holdfast.measures.measure import Entry, MonthFigure
from holdfast.measures.promise import CouncilLine
from holdfast.measures.register import BY_CODE, MEASURES
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.in_care import CareEpisode, CareReview
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Person
from holdfast.record.unseen import MissingEpisode
from holdfast.wexmouth.council import council_columns
from tests.invented_records import invented

MONDAY = View(as_at=parse_moment("2026-06-01T08:30"))
MAY = Stretch(first=date(2026, 5, 1), last=date(2026, 5, 31))
REVIEWS, RETURNS, REFERRALS = BY_CODE["reviews-on-time"], BY_CODE["return-interviews"], BY_CODE["re-referrals"]


@pytest.fixture(scope="module")
def council() -> Council:
    return Council.of(council_columns(150, 1))


def now(columns: Columns, code: str, month: Stretch = MAY, view: View = MONDAY) -> MonthFigure:
    """One measure for one month, over these columns."""
    return figures(Council.of(columns), view, [BY_CODE[code]], [month])[code][0]


# The way is shorter, the figures are the same.


@pytest.mark.parametrize("seed", range(2))
def test_every_measure_has_the_figures_and_the_lists_that_it_has_when_counted_by_itself(seed: int) -> None:
    columns = invented(Random(seed), children=25, whole=seed == 0)
    view = View(as_at=end_of(date(2026, 2, 14)))
    months = stretches(view)[-2:]
    together = figures(Council.of(columns), view, MEASURES, months)
    for one in MEASURES:
        alone = measure(one, columns, months[0].first, months[-1].last)
        assert list(together[one.code]) == alone
        assert [month.list for month in together[one.code]] == [month.list for month in alone]
        assert alone[-1].so_far
        assert not alone[0].so_far
    assert any(month.numerator for some in together.values() for month in some) or seed


@pytest.mark.parametrize(("seed", "few", "by_child"), [(2, 60, 25), (3, 60, 25), (2, 1, 25), (2, 60, 24)])
def test_after_a_change_months_that_are_over_and_the_one_so_far_are_what_a_fresh_count_gives(
    seed: int, few: int, by_child: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where one person too many is on record for the clocks of past months to be kept by child."""
    monkeypatch.setattr("holdfast.casework.council.FEW", few)
    monkeypatch.setattr("holdfast.casework.measures.MOST_BY_CHILD", by_child)
    before, after = (invented(Random(one), children=25, whole=True) for one in (seed, seed + 10))
    view = View(as_at=end_of(date(2026, 2, 14)))
    months, changed = stretches(view)[-3:], frozenset(before.children()[:6]) & frozenset(after.children())
    assert len(changed) > 1
    council = Council.of(before)
    first = figures(council, view, MEASURES, months)
    later = council.moved_on(after.only(changed), changed, 2, before.as_known)
    told = figures(later, view, MEASURES, months)
    fresh = figures(Council.of(later.columns(view)), view, MEASURES, months)
    for one, again in zip(told.values(), fresh.values(), strict=True):
        assert [month.list for month in one] == [month.list for month in again]
    assert told == fresh
    assert told != first


def test_a_measure_counted_after_another_is_what_it_is_when_counted_first(council: Council) -> None:
    fresh = Council.of(council.columns(MONDAY))
    both = [one for one in MEASURES if one.code in ("visits-on-time", "reviews-on-time")]
    figures(council, MONDAY, [REVIEWS], [MAY])
    later = figures(council, MONDAY, both, [MAY])
    first = figures(fresh, MONDAY, both, [MAY])
    assert later == first
    assert first["visits-on-time"][0].denominator


# Which months.


def test_twelve_months_that_are_over_and_the_one_that_is_not_are_looked_at() -> None:
    months = stretches(MONDAY)
    assert [f"{one.first:%Y-%m}" for one in months] == [
        *(f"2025-{number:02}" for number in range(6, 13)), *(f"2026-{number:02}" for number in range(1, 7)),
    ]  # fmt: skip
    assert [one.so_far for one in months] == [*(False,) * 12, True]
    assert months[-1] == Stretch(first=date(2026, 6, 1), last=date(2026, 6, 1), moment=MONDAY.as_at)
    assert months[-2] == MAY


@pytest.mark.parametrize(
    ("moment", "last", "so_far"),
    [
        (end_of(date(2026, 5, 31)), date(2026, 5, 31), False),
        (parse_moment("2026-05-31T23:58"), date(2026, 5, 31), True),
        (parse_moment("2026-05-30T09:00"), date(2026, 5, 30), True),
    ],
)
def test_a_month_is_whole_at_its_last_moment_and_so_far_a_minute_before(
    moment: datetime, last: date, so_far: bool
) -> None:
    months = stretches(View(as_at=moment))
    assert (months[-1].last, months[-1].so_far) == (last, so_far)
    assert sum(not one.so_far for one in months) == 12


def test_a_month_that_is_over_is_counted_once_from_whichever_moment_it_is_looked_at(council: Council) -> None:
    (monday,) = figures(council, MONDAY, [REVIEWS], [MAY])["reviews-on-time"]
    (later,) = figures(council, View(as_at=parse_moment("2026-07-09T17:00")), [REVIEWS], [MAY])["reviews-on-time"]
    assert later is monday
    assert monday.denominator


@pytest.mark.parametrize(("hour", "late"), [("15:00", 0), ("15:01", 1)])
def test_a_month_so_far_is_counted_to_the_minute_that_is_looked_at(hour: str, late: int) -> None:
    returned = parse_moment("2026-05-30T15:00")
    missing = MissingEpisode(
        child="1", id="m", started_on=date(2026, 5, 29), returned_on=returned.date(), returned_at=returned
    )
    view = View(as_at=parse_moment(f"2026-06-02T{hour}"))
    figure = now(columns_from([Person(child="1"), missing]), "return-interviews", stretches(view)[-1], view)
    assert (figure.numerator, figure.denominator) == (0, late)
    assert figure.so_far


@pytest.mark.parametrize(("typed_in", "counted"), [("2026-05-20T12:00", 1), ("2026-05-20T12:01", 0)])
def test_only_what_had_been_typed_in_counts_where_that_is_asked(typed_in: str, counted: int) -> None:
    referral = Referral(child="1", id="r", on=date(2026, 5, 4), recorded_at=parse_moment(typed_in))
    view = View(as_at=MONDAY.as_at, as_known=parse_moment("2026-05-20T12:00"))
    figure = now(columns_from([Person(child="1"), referral]), "re-referrals", MAY, view)
    assert (figure.denominator or 0) + figure.cannot_say == counted


# The list behind.


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_the_list_and_the_figure_agree_and_what_a_seat_does_not_see_is_counted(council: Council, code: str) -> None:
    for month in stretches(MONDAY)[-3:]:
        every = list_behind(council, MONDAY, BY_CODE[code], month, None)
        answers, figure = Counter(one.answer for one in every.lines), every.figure
        assert answers["yes"] == figure.numerator
        assert answers["cannot_say"] == figure.cannot_say
        assert figure.denominator is None or answers["yes"] + answers["no"] == figure.denominator
        assert every.others == 0
        mine = frozenset(sorted({one.child for one in every.lines})[::2])
        some = list_behind(council, MONDAY, BY_CODE[code], month, mine)
        assert {one.child for one in some.lines} == mine
        assert len(some.lines) + some.others == len(every.lines)
        assert some.figure == figure
        nobody = list_behind(council, MONDAY, BY_CODE[code], month, frozenset())
        assert (nobody.lines, nobody.others) == ((), len(every.lines))


# What leaves the service.


def in_time(count: int, late: int, month: int = 5) -> list[object]:
    """First reviews in the month: so many in time and so many late."""
    found: list[object] = []
    for number in range(count + late):
        child, began = f"c{month}-{number:02}", date(2026, month - 1, 10)
        held = date(2026, month, 1) if number < count else date(2026, month, 28)
        found += [
            Person(child=child),
            CareEpisode(child=child, id=child, started_on=began, entered_on=began),
            CareReview(child=child, id=child, held_on=held),
        ]
    return found


@pytest.mark.parametrize(("yes", "told"), [(5, ("5", "10", "50")), (4, ("fewer than 5", "10", "not shown"))])
def test_a_few_are_kept_back_on_both_sides_of_five(yes: int, told: tuple[str, str, str]) -> None:
    council = Council.of(columns_from(in_time(yes, 10 - yes)))  # type: ignore[arg-type]
    may = figures_outside(council, MONDAY, [REVIEWS])["reviews-on-time"][-1]
    assert may.month == "2026-05"
    assert (may.numerator, may.denominator, may.figure) == told


@pytest.mark.parametrize(("typed", "told"), [("2026-05-31T23:59", "6"), ("2026-06-01T07:00", "0")])
def test_only_twelve_whole_months_leave_the_service_as_known_at_the_end_of_the_last(typed: str, told: str) -> None:
    facts = [replace(one, recorded_at=parse_moment(typed)) for one in in_time(6, 0)]  # type: ignore[type-var]
    council = Council.of(columns_from(facts))  # type: ignore[arg-type]
    before = View(as_at=MONDAY.as_at, as_known=parse_moment("2026-05-20T12:00"))
    inside = figures(council, before, [REVIEWS], [MAY])["reviews-on-time"][0]
    outside = figures_outside(council, before, [REVIEWS])["reviews-on-time"]
    assert inside.denominator == 0
    assert outside[-1].numerator == told
    assert len(outside) == 12
    assert outside == figures_outside(council, MONDAY, [REVIEWS])["reviews-on-time"], "whatever was asked to be known"


@pytest.mark.parametrize(("held_on", "again"), [(date(2026, 6, 3), 0), (date(2026, 5, 20), 1)])
def test_a_month_as_known_is_counted_again_only_after_something_that_had_happened_by_its_end(
    held_on: date, again: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("holdfast.casework.measures.MEASURES", (REVIEWS,))
    before = columns_from(in_time(6, 0))  # type: ignore[arg-type]
    after = columns_from([*in_time(6, 0), CareReview(child="c5-00", id="again", held_on=held_on)])  # type: ignore[arg-type]
    still = frozen(MONDAY)
    council = Council.of(before)
    figures(council, still, [REVIEWS], [MAY])
    later = council.moved_on(after.only({"c5-00"}), frozenset({"c5-00"}), 2, after.as_known)
    worked_out = later.worked_out
    told = figures(later, still, [REVIEWS], [MAY])
    assert bool(later.worked_out - worked_out) is bool(again)
    assert told == figures(Council.of(after), still, [REVIEWS], [MAY])


# The trend.


NO_LINE = CouncilLine(points=(), findings=())
NO_PLAN = ImprovementPlan(objectives=())


def test_every_measure_knows_which_way_is_better() -> None:
    assert sorted(BETTER) == sorted(BY_CODE)


def test_a_trend_goes_by_whole_months_alone_and_knows_which_way_is_better() -> None:
    facts = [one for month in (3, 4, 5) for one in in_time(6, 0, month)]
    facts += [one for month in (2,) for one in in_time(2, 4, month)]
    council = Council.of(columns_from(facts))  # type: ignore[arg-type]
    view = View(as_at=parse_moment("2026-06-20T12:00"))
    months = figures(council, view, [REVIEWS], stretches(view))["reviews-on-time"]
    assert months[-1].so_far
    assert trend_shown(REVIEWS, months, NO_LINE, view, NO_PLAN).state == "improving"
    until = trend_shown(REVIEWS, months[:-1], NO_LINE, view, NO_PLAN)
    assert trend_shown(REVIEWS, months, NO_LINE, view, NO_PLAN) == until


# Why things were late, as managers put it on record.


def _late(done_on: date | None = date(2026, 4, 1)) -> Entry:
    return Entry(
        child="1", answer="no", started_on=date(2026, 3, 2), due_on=date(2026, 3, 23), done_on=done_on,
        duty="cp-icpc-15wd", standard=None, why="", worker=None, team=None,
    )  # fmt: skip


def _said(on: date, reason: str = "No chair was free.", child: str = "1", about: str = "late reason") -> Fact:
    return ManagementDecision(id=f"{on}{reason}", child=child, about=about, on=on, reason=reason)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        (_said(date(2026, 3, 1)), 0), (_said(date(2026, 3, 2)), 1), (_said(date(2026, 4, 1)), 1),
        (_said(date(2026, 4, 2)), 0), (_said(date(2026, 3, 24), child="2"), 0),
        (_said(date(2026, 3, 24), about="plan"), 0),
    ],
)  # fmt: skip
def test_a_reason_counts_for_its_own_child_while_the_clock_ran(said: Fact, counted: int) -> None:
    told = late_reasons(Council.of(columns_from([said])), MONDAY, [_late()])
    assert (told.late, sum(many for _, many in told.counted), told.silent) == (1, counted, 1 - counted)


@pytest.mark.parametrize(("as_at", "counted"), [("2026-03-23T23:59", 0), ("2026-03-24T00:00", 1)])
def test_a_reason_counts_from_the_day_on_which_it_was_given(as_at: str, counted: int) -> None:
    council = Council.of(columns_from([_said(date(2026, 3, 24))]))
    told = late_reasons(council, View(as_at=parse_moment(as_at)), [_late(done_on=None)])
    assert sum(many for _, many in told.counted) == counted


def test_the_most_frequent_reason_stands_first_and_the_last_that_was_given_counts() -> None:
    said = [
        _said(date(2026, 3, 20), "No room"), _said(date(2026, 3, 24)), _said(date(2026, 3, 24), child="2"),
        _said(date(2026, 3, 24), "An interpreter was ill", child="3"),
    ]  # fmt: skip
    late = [_late(), replace(_late(), child="2"), replace(_late(), child="3"), replace(_late(), child="4")]
    told = late_reasons(Council.of(columns_from(said)), MONDAY, [*late, replace(_late(), child="2", answer="yes")])
    assert told.counted == (("No chair was free", 2), ("An interpreter was ill", 1))
    assert (told.late, told.silent) == (4, 1)
