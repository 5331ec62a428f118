"""How a clock stands, from both sides of every border, in both engines."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from holdfast.dates import Days, end_of, parse_moment
from holdfast.duties.clock import Clock
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WARN_BEFORE, Settings
from holdfast.record.child_protection import Conference, Enquiry, ProtectionReview, ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareEpisode, CarePlan, CareReview, CareVisit, PlacementStep
from holdfast.record.people import Person
from tests.duties.examples import CHILD, ENGINES, Record, the_clock
from tests.duties.examples_home import enquiry, in_need, protected, referred
from tests.duties.examples_in_care import in_care, placed, visited, with_a_relative

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())


def clocks(engine: Any, code: str, record: Record, day: date, **more: Any) -> list[Clock]:
    return engine(record, end_of(day), BY_CODE[code], **more)


def state(engine: Any, code: str, record: Record, day: date, started: date, **more: Any) -> str | None:
    found = the_clock(clocks(engine, code, record, day, **more), started)
    return found and found.state


SOON = [
    ("cla-review-1", in_care(date(2025, 12, 8)), date(2025, 12, 8), date(2025, 12, 30), date(2025, 12, 31), 5),
    ("cin-visit", in_need(date(2026, 3, 20)), date(2026, 3, 20), date(2026, 4, 13), date(2026, 4, 14), 5),
    ("cla-visit-yr1", (*placed(date(2026, 3, 11)), *visited(date(2026, 3, 18))), date(2026, 3, 18),
     date(2026, 4, 21), date(2026, 4, 22), 7),
    ("cp-review-first", protected(date(2026, 3, 31)), date(2026, 3, 31), date(2026, 6, 22), date(2026, 6, 23), 7),
    ("cla-reg24-approval", with_a_relative(date(2025, 12, 8)), date(2025, 12, 8), date(2026, 2, 1),
     date(2026, 2, 2), 56),
]  # fmt: skip
"""Code, record, start, the last day on which it is merely running, the first on which it is due soon, days left."""


@each_engine
@pytest.mark.parametrize(("code", "record", "started", "running", "soon", "left"), SOON, ids=[one[0] for one in SOON])
def test_it_runs_until_the_warning_and_is_due_soon_from_then(
    engine, code: str, record: Record, started: date, running: date, soon: date, left: int
) -> None:
    before, after = (the_clock(clocks(engine, code, record, day), started) for day in (running, soon))
    assert before is not None
    assert after is not None
    assert (before.state, before.days) == ("running", left + 1)
    assert (after.state, after.days) == ("due_soon", left)


@each_engine
def test_how_early_it_is_due_soon_is_a_setting(engine) -> None:
    record, started = in_care(date(2025, 12, 8)), date(2025, 12, 8)
    earlier = Settings(warn_before={**WARN_BEFORE, "working days": 6})
    assert state(engine, "cla-review-1", record, date(2025, 12, 30), started) == "running"
    assert state(engine, "cla-review-1", record, date(2025, 12, 30), started, settings=earlier) == "due_soon"


@each_engine
def test_a_setting_moves_a_local_standard_and_never_the_law(engine) -> None:
    ours = Settings(limits={"cp-visit": Days(28), "cp-core-group-first": Days(28)})
    record = protected(date(2026, 3, 23))
    visit, group = (
        the_clock(clocks(engine, code, record, date(2026, 3, 24), settings=ours), date(2026, 3, 23))
        for code in ("cp-visit", "cp-core-group-first")
    )
    assert visit is not None
    assert group is not None
    assert (visit.due_on, visit.unit) == (date(2026, 4, 20), "days")
    assert (group.due_on, group.unit) == (date(2026, 4, 8), "working days")


@each_engine
def test_a_clock_begins_on_its_day_and_not_the_day_before(engine) -> None:
    record = referred(date(2026, 2, 9))
    assert clocks(engine, "fd-referral-decision", record, date(2026, 2, 8)) == []
    assert len(clocks(engine, "fd-referral-decision", record, date(2026, 2, 9))) == 1


@each_engine
def test_within_a_day_a_return_that_comes_later_is_not_yet_known(engine) -> None:
    from tests.duties.examples_timed import TIMED

    record, asked = TIMED[0].record(), BY_CODE["ms-rhi-72h"]
    assert engine(record, parse_moment("2026-05-16T11:19"), asked) == []
    assert len(engine(record, parse_moment("2026-05-16T11:20"), asked)) == 1


@each_engine
def test_what_is_done_after_the_moment_is_not_yet_done(engine) -> None:
    record = (*in_care(date(2025, 12, 8)), CareReview(child=CHILD, held_on=date(2026, 1, 6)))
    assert state(engine, "cla-review-1", record, date(2026, 1, 5), date(2025, 12, 8)) == "due_soon"
    assert state(engine, "cla-review-1", record, date(2026, 1, 6), date(2025, 12, 8)) == "met"


@each_engine
@pytest.mark.parametrize("ended", [date(2026, 1, 7), date(2026, 1, 20)], ids=["before it was due", "after it was due"])
def test_a_service_that_ended_before_it_was_met_is_ended_and_from_that_day_on(engine, ended: date) -> None:
    episode = CareEpisode(child=CHILD, started_on=date(2025, 12, 8), start_reason="S", ended_on=ended, end_reason="E4")
    record = (Person(child=CHILD, born_on=date(2016, 7, 1)), episode)
    before = ended.replace(day=ended.day - 1)
    assert state(engine, "cla-review-1", record, before, date(2025, 12, 8)) in ("due_soon", "overdue")
    assert state(engine, "cla-review-1", record, ended, date(2025, 12, 8)) == "ended"
    held = (*record, CareReview(child=CHILD, held_on=date(2026, 1, 7)))
    assert state(engine, "cla-review-1", held, date(2026, 2, 2), date(2025, 12, 8)) == "met"


@each_engine
def test_a_meeting_after_the_service_ended_meets_nothing(engine) -> None:
    plan = InNeedPlan(child=CHILD, id="n", started_on=date(2026, 3, 2), ended_on=date(2026, 3, 20))
    late = InNeedVisit(child=CHILD, on=date(2026, 3, 21), seen=True)
    in_time = replace(late, on=date(2026, 3, 20))
    assert state(engine, "cin-visit", (plan, late), date(2026, 4, 1), date(2026, 3, 2)) == "ended"
    assert state(engine, "cin-visit", (plan, in_time), date(2026, 4, 1), date(2026, 3, 2)) == "met"


CHILD_SEEN = [
    ("cin-visit", in_need(date(2026, 3, 2)), InNeedVisit),
    ("cp-visit", protected(date(2026, 3, 2)), ProtectionVisit),
    ("cla-visit-first", placed(date(2026, 3, 2)), CareVisit),
    ("cla-visit-reg24", with_a_relative(date(2026, 3, 2)), CareVisit),
]


@each_engine
@pytest.mark.parametrize(("code", "record", "visit"), CHILD_SEEN, ids=[one[0] for one in CHILD_SEEN])
def test_a_visit_counts_when_the_child_was_seen_not_when_unseen_and_silence_cannot_say(
    engine, code: str, record: Record, visit: type[Fact]
) -> None:
    states = {}
    for seen in (True, False, None):
        made = visit(child=CHILD, on=date(2026, 3, 5), seen=seen)
        states[seen] = state(engine, code, (*record, made), date(2026, 3, 6), date(2026, 3, 2))
    assert states[True] == "met"
    assert states[False] in ("running", "due_soon")
    assert states[None] == "cannot_say"


@each_engine
@pytest.mark.parametrize(("code", "record", "visit"), CHILD_SEEN[:2], ids=[one[0] for one in CHILD_SEEN[:2]])
def test_only_a_visit_on_which_the_child_was_seen_starts_the_next_count(
    engine, code: str, record: Record, visit: type[Fact]
) -> None:
    seen, unseen, silent = (
        clocks(engine, code, (*record, visit(child=CHILD, on=date(2026, 3, 5), seen=value)), date(2026, 3, 6))
        for value in (True, False, None)
    )
    assert [one.started_on for one in seen] == [date(2026, 3, 2), date(2026, 3, 5)]
    assert [one.started_on for one in unseen] == [date(2026, 3, 2)]
    assert [one.started_on for one in silent] == [date(2026, 3, 2)]


@each_engine
def test_a_later_visit_that_saw_the_child_in_time_settles_an_earlier_silent_one(engine) -> None:
    silent = InNeedVisit(child=CHILD, on=date(2026, 3, 5))
    in_time = InNeedVisit(child=CHILD, on=date(2026, 3, 30), seen=True)
    too_late = replace(in_time, on=date(2026, 3, 31))
    record = in_need(date(2026, 3, 2))
    assert state(engine, "cin-visit", (*record, silent, in_time), date(2026, 4, 1), date(2026, 3, 2)) == "met"
    assert state(engine, "cin-visit", (*record, silent, too_late), date(2026, 4, 1), date(2026, 3, 2)) == "cannot_say"


@each_engine
def test_a_cancelled_review_and_an_inquorate_conference_do_not_count_and_others_do(engine) -> None:
    care, plan = in_care(date(2025, 12, 8)), protected(date(2026, 3, 31))
    for said, expected in ((True, "due_soon"), (False, "met"), (None, "met")):
        review = CareReview(child=CHILD, held_on=date(2026, 1, 6), cancelled=said)
        assert state(engine, "cla-review-1", (*care, review), date(2026, 1, 7), date(2025, 12, 8)) == expected
        meeting = ProtectionReview(child=CHILD, held_on=date(2026, 6, 25), quorate=None if said is None else not said)
        assert state(engine, "cp-review-first", (*plan, meeting), date(2026, 6, 26), date(2026, 3, 31)) == expected


@each_engine
def test_a_transfer_in_conference_or_that_of_another_enquiry_does_not_meet_this_one(engine) -> None:
    first, second = enquiry(date(2026, 2, 10)), (Enquiry(child=CHILD, id="other", started_on=date(2026, 2, 12)),)
    own = Conference(child=CHILD, held_on=date(2026, 2, 20), enquiry="e")
    cases = {
        "its own": own,
        "of no enquiry that is named": replace(own, enquiry=None),
        "of another": replace(own, enquiry="other"),
        "a transfer in": replace(own, transfer_in=True),
    }
    found = {
        name: state(engine, "cp-icpc-15wd", (*first, *second, one), date(2026, 2, 21), date(2026, 2, 10))
        for name, one in cases.items()
    }
    assert found == {
        "its own": "met",
        "of no enquiry that is named": "met",
        "of another": "running",
        "a transfer in": "running",
    }


@each_engine
def test_an_enquiry_that_ended_without_a_conference_is_ended_only_when_its_outcome_says_so(engine) -> None:
    states = {}
    for outcome, nfa in (("CP_CONFERENCE_FLAG", False), ("MONITOR", False), (None, None), (None, True)):
        done = Enquiry(
            child=CHILD, id="e", started_on=date(2026, 2, 10), ended_on=date(2026, 2, 20), outcome=outcome, nfa=nfa
        )
        states[outcome, nfa] = state(engine, "cp-icpc-15wd", (done,), date(2026, 3, 4), date(2026, 2, 10))
    assert states == {
        ("CP_CONFERENCE_FLAG", False): "overdue",
        ("MONITOR", False): "ended",
        (None, None): "overdue",
        (None, True): "ended",
    }


@each_engine
def test_each_count_starts_from_the_day_the_last_was_really_done_early_or_late(engine) -> None:
    record = in_need(date(2026, 3, 2))
    early, late = date(2026, 3, 4), date(2026, 4, 1)
    for done, due in ((early, date(2026, 4, 1)), (late, date(2026, 5, 1))):
        visit = InNeedVisit(child=CHILD, on=done, seen=True)
        again = the_clock(clocks(engine, "cin-visit", (*record, visit), date(2026, 4, 2)), done)
        assert again is not None
        assert again.due_on == due


@each_engine
def test_a_plan_made_before_the_start_counts_while_it_is_in_force(engine) -> None:
    care = in_care(date(2025, 12, 8))
    plan = CarePlan(child=CHILD, started_on=date(2025, 12, 1))
    gone = replace(plan, ended_on=date(2025, 12, 7))
    still = replace(plan, ended_on=date(2025, 12, 8))
    found = [
        state(engine, "cla-care-plan", (*care, one), date(2025, 12, 9), date(2025, 12, 8))
        for one in (plan, gone, still)
    ]
    assert found == ["met", "running", "met"]


@each_engine
def test_a_step_for_another_placement_does_not_meet_this_one_and_one_of_no_placement_does(engine) -> None:
    record, found = placed(date(2026, 3, 31)), {}
    for placement in ("h", "elsewhere", None):
        done = PlacementStep(child=CHILD, placement=placement, step="placement plan", on=date(2026, 4, 1))
        found[placement] = state(engine, "cla-placement-plan", (*record, done), date(2026, 4, 2), date(2026, 3, 31))
    assert found == {"h": "met", "elsewhere": "due_soon", None: "met"}


@each_engine
def test_two_referrals_on_one_day_are_one_clock_and_two_days_are_two(engine) -> None:
    on_one = (Referral(child=CHILD, id="a", on=date(2026, 2, 9)), Referral(child=CHILD, id="b", on=date(2026, 2, 9)))
    on_two = (on_one[0], replace(on_one[1], on=date(2026, 2, 10)))
    assert len(clocks(engine, "fd-referral-decision", on_one, date(2026, 2, 9))) == 1
    assert len(clocks(engine, "fd-referral-decision", on_two, date(2026, 2, 10))) == 2


@each_engine
def test_a_referral_without_further_action_starts_no_assessment_and_one_that_does_not_say_does(engine) -> None:
    found = {
        nfa: len(
            clocks(engine, "as-cfa-45wd", (Referral(child=CHILD, on=date(2026, 2, 9), nfa=nfa),), date(2026, 2, 9))
        )
        for nfa in (True, False, None)
    }
    assert found == {True: 0, False: 1, None: 1}
