"""Two facts of one kind that start on one day are both owed; two ways of one fact are alternatives."""

from datetime import date
from itertools import permutations

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import ORDER, UNFINISHED_FIRST
from holdfast.duties.register import BY_CODE
from holdfast.record.child_protection import Application
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.oversight import ManagementDecision
from tests.duties.examples import CHILD, ENGINES, Record

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())

DAY = date(2026, 1, 6)
# 45 working days from Tuesday 6 January 2026 end on Tuesday 10 March.
ASSESSED = {
    "open": None, "met": date(2026, 3, 10), "met a day before": date(2026, 3, 9), "late": date(2026, 3, 11),
}  # fmt: skip


def assessments(*which: str) -> Record:
    return tuple(
        Assessment(child=CHILD, id=f"a{number}", started_on=DAY, authorised_on=ASSESSED[one])
        for number, one in enumerate(which)
    )


def in_any_order(engine, code: str, record: Record, day: date) -> tuple[str, date | None]:
    found = set()
    for some in permutations(record):
        (clock,) = engine(some, end_of(day), BY_CODE[code])
        found.add((clock.state, clock.met_on))
    (one,) = found
    return one


@each_engine
@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (("met", "open"), ("overdue", None)),
        (("late", "open"), ("overdue", None)),
        (("met", "late"), ("met_late", date(2026, 3, 11))),
        (("met a day before", "met"), ("met", date(2026, 3, 10))),
        (("met", "late", "open"), ("overdue", None)),
    ],
)
def test_of_two_assessments_begun_on_one_day_the_least_done_is_told(engine, which, expected) -> None:
    assert in_any_order(engine, "as-cfa-45wd-start", assessments(*which), date(2026, 6, 1)) == expected


@each_engine
def test_before_its_day_the_unfinished_one_runs_and_is_due_soon(engine) -> None:
    record = assessments("met a day before", "open")
    assert in_any_order(engine, "as-cfa-45wd-start", record, date(2026, 3, 9))[0] == "due_soon"
    assert in_any_order(engine, "as-cfa-45wd-start", record, date(2026, 3, 11))[0] == "overdue"


@each_engine
def test_of_two_referrals_on_one_day_the_undecided_one_is_told(engine) -> None:
    both = tuple(Referral(child=CHILD, id=one, on=date(2026, 1, 5)) for one in "rs")
    decided = [
        ManagementDecision(child=CHILD, id=f"m{one}", about="referral", subject=one, on=date(2026, 1, 5))
        for one in "rs"
    ]
    june = date(2026, 6, 1)
    assert in_any_order(engine, "fd-referral-decision", (*both, decided[0]), june)[0] == "overdue"
    assert in_any_order(engine, "fd-referral-decision", (*both, *decided), june)[0] == "met"


@each_engine
def test_a_start_that_ended_hides_no_start_that_is_open(engine) -> None:
    plans = (
        InNeedPlan(child=CHILD, id="n", started_on=DAY, ended_on=DAY),
        InNeedPlan(child=CHILD, id="o", started_on=DAY),
    )
    assert in_any_order(engine, "cin-visit", plans, date(2026, 6, 1))[0] == "overdue"
    assert in_any_order(engine, "cin-visit", plans[:1], date(2026, 6, 1))[0] == "ended"


@each_engine
def test_two_facts_that_go_different_ways_are_still_both_owed(engine) -> None:
    """The first application was extended and is decided; the second, of the same day, is neither."""
    applications = (
        Application(child=CHILD, id="x", issued_on=DAY, extended_on=date(2026, 6, 1), extended_to=date(2026, 8, 4),
                    disposed_on=date(2026, 7, 1)),
        Application(child=CHILD, id="y", issued_on=DAY),
    )  # fmt: skip
    alone = {one.id: engine((one,), end_of(date(2026, 9, 1)), BY_CODE["ct-26wk"])[0].state for one in applications}
    assert alone == {"x": "met", "y": "overdue"}
    assert in_any_order(engine, "ct-26wk", applications, date(2026, 9, 1)) == ("overdue", None)


def test_the_two_orders_hold_the_same_states_and_say_opposite_things_of_done_and_late() -> None:
    assert set(ORDER) == set(UNFINISHED_FIRST)
    assert ORDER.index("met") < ORDER.index("overdue")
    assert UNFINISHED_FIRST.index("overdue") < UNFINISHED_FIRST.index("met_late") < UNFINISHED_FIRST.index("met")
    assert ORDER[-1] == UNFINISHED_FIRST[-1] == "ended"
