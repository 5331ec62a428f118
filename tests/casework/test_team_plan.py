"""The plan of a child of a team, and what of the Monday list stands beside the stations."""

from dataclasses import replace

import pytest

from holdfast.casework.council import Council
from holdfast.casework.team import Glance, sights
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.record.child_protection import Enquiry, ProtectionPlan
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, Referral
from holdfast.record.in_care import CareEpisode, CarePlan
from holdfast.record.leaving_care import PathwayPlan
from holdfast.record.oversight import PlanAction, PlanReview
from holdfast.record.people import Person
from tests.casework.one_of_a_team import CARE, IN_NEED, PLAN, TALKED, child, d, glance, sight


@pytest.mark.parametrize(("on", "light"), [("2026-05-20", "fine"), ("2026-05-21", "look")])
def test_an_action_is_late_the_day_after_its_day_and_only_by_the_day_last_set(on: str, light: str) -> None:
    first = PlanAction(child="c", id="1", action="a", words_of_action="Find a nursery", set_on=d("2026-05-01"),
                       for_day=d("2026-05-10"))  # fmt: skip
    moved = replace(first, id="2", set_on=d("2026-05-09"), for_day=d("2026-05-20"))
    found = glance("plan", (IN_NEED, first, moved), on)
    assert found.light == light
    assert found.how == "in need plan"
    done = replace(moved, done_on=d("2026-05-20"))
    assert glance("plan", (IN_NEED, first, done), on).light == "fine"


def test_the_plan_says_what_its_last_review_found() -> None:
    reviews = (
        PlanReview(child="c", id="1", on=d("2026-05-04"), plan_kind="child in need", change="worse"),
        PlanReview(child="c", id="2", on=d("2026-05-25"), plan_kind="child in need", change="better"),
    )
    found = glance("plan", (IN_NEED, *reviews), "2026-06-01")
    assert (found.light, found.last_on, found.says) == ("fine", d("2026-05-25"), "better")


@pytest.mark.parametrize(("kind", "tells"), [
    ("child protection", True), ("pre-proceedings", False), ("child in need", False), ("adoption", False),
    ("in care", False), (None, False),
])  # fmt: skip
def test_a_plan_is_told_by_a_review_of_its_own_kind_and_by_no_other(kind: str | None, tells: bool) -> None:
    own = PlanReview(child="c", id="1", on=d("2026-05-08"), plan_kind="child protection", change="little or none")
    later = PlanReview(child="c", id="2", on=d("2026-05-15"), plan_kind=kind, change="better")
    found = glance("plan", (PLAN, own, later), "2026-05-16")
    told = (d("2026-05-15"), "better") if tells else (d("2026-05-08"), "little or none")
    assert (found.of, found.last_on, found.says) == ("protection plan", *told)


@pytest.mark.parametrize(("on", "tells"), [("2026-04-30", False), ("2026-05-01", True)])
@pytest.mark.parametrize(("plan", "kind"), [(PLAN, "child protection"), (IN_NEED, "child in need")])
def test_a_review_held_before_the_plan_began_was_of_another_plan(plan: Fact, kind: str, on: str, tells: bool) -> None:
    review = PlanReview(child="c", id="1", on=d(on), plan_kind=kind, change="worse")
    found = glance("plan", (plan, review), "2026-05-04")
    assert (found.last_on, found.says) == ((d(on), "worse") if tells else (None, ""))


def test_a_care_plan_made_again_keeps_the_review_of_the_same_time_in_care() -> None:
    made = CarePlan(child="c", id="p", started_on=d("2026-05-20"))
    moved = replace(CARE, id="f", started_on=d("2026-05-19"))
    reviews = [PlanReview(child="c", id=on, on=d(on), plan_kind="in care", change="better")
               for on in ("2026-04-16", "2026-05-18")]  # fmt: skip
    assert glance("plan", (moved, made, *reviews), "2026-05-21").last_on == d("2026-05-18")
    assert glance("plan", (moved, made, *reviews[:1]), "2026-05-21").last_on is None


def test_a_pathway_plan_is_not_told_by_a_review_from_the_time_in_care() -> None:
    grown = Person(child="c", forename="Ada", born_on=d("2007-03-02"))
    plan = PathwayPlan(child="c", id="p", step="plan", on=d("2024-06-03"))
    review = PlanReview(child="c", id="1", on=d("2024-04-16"), plan_kind="in care", change="better")
    left = replace(CARE, started_on=d("2020-02-03"), entered_on=d("2020-02-03"), ended_on=d("2025-03-02"))
    view = View(as_at=end_of(d("2025-03-03")))
    found = sights(Council.of(columns_from([grown, child()[1], left, plan, review])), view)["c"].glances["plan"]
    assert (found.how, found.last_on, found.of) == ("pathway plan", None, "")


@pytest.mark.parametrize(("on", "asks"), [("2026-08-04", False), ("2026-08-05", True)])
def test_a_protection_plan_without_a_decision_is_looked_at_after_the_councils_fifteen_months(
    on: str, asks: bool
) -> None:
    found = glance("plan", (replace(PLAN, started_on=d("2025-05-05")),), on)
    assert (found.code == "protection-plan-long") is asks
    assert (found.rests_on == "drift") is asks


@pytest.mark.parametrize(("on", "light"), [("2026-05-18", "fine"), ("2026-05-19", "look")])
def test_a_core_group_past_its_day_is_told_with_the_plan_it_should_move(on: str, light: str) -> None:
    found = glance("plan", (PLAN,), on)
    assert (found.light, found.how) == (light, "protection plan")
    assert (found.code == "cp-core-group-first") is (light == "look")


def test_a_conference_not_held_is_told_under_the_plan_once_and_not_as_not_booked_too() -> None:
    begun = Enquiry(child="c", id="e", started_on=d("2026-05-05"))
    found = sight((begun,), d("2026-06-01"))
    assert (found.glances["plan"].code, found.glances["plan"].light) == ("cp-icpc-15wd", "look")
    assert "conference-not-booked" not in {one.code for one in found.more}


# What stands beside the stations.


@pytest.mark.parametrize(("on", "asks"), [("2026-05-21", False), ("2026-05-22", True)])
def test_what_is_late_and_has_no_station_stands_beside_them_and_asks_for_a_look(on: str, asks: bool) -> None:
    found = sight((Referral(child="c", id="r", on=d("2026-05-20")), TALKED), d(on))
    assert [one.code for one in found.more] == (["fd-referral-decision", "fd-referrer-ack"] if asks else [])
    assert all(one.light != "look" for one in found.glances.values())
    assert found.looks == (1 if asks else 0)
    assert (found.effect == 0) is asks


def test_a_second_line_of_a_station_that_tells_another_one_stands_beside_it() -> None:
    found = sight((replace(PLAN, started_on=d("2025-05-05")),), d("2026-08-05"))
    assert found.glances["plan"].code == "protection-plan-long"
    assert "cp-core-group-first" in {one.code for one in found.more}


def test_a_child_without_a_plan_is_told_so_and_a_child_in_care_without_one_too() -> None:
    assert glance("plan", (), "2026-06-01") == Glance(light="not asked")
    assert "no care plan on record" in glance("plan", (CARE,), "2026-05-05").how
    planned = CarePlan(child="c", id="p", started_on=d("2026-05-02"))
    assert glance("plan", (CARE, planned), "2026-05-05").how == "care plan"


def test_a_record_that_holds_no_plans_cannot_say() -> None:
    assert glance("plan", (), "2026-06-01", (ProtectionPlan, CareEpisode, InNeedPlan)).light == "cannot say"
