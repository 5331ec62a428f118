"""Planted among children who live at home: the front door, help, protection, the way to court."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.child_protection import (
    Conference,
    CoreGroup,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedVisit
from holdfast.record.oversight import ManagementDecision, PlanReview
from holdfast.wexmouth.in_good_time import enquired, referred
from holdfast.wexmouth.planted.lives import (
    helped,
    kept_safe,
    left_undone,
    planted_child,
    referred_and_assessed,
    safeguarding,
    somebody,
)
from holdfast.wexmouth.planted.problem import PlantedProblem


def _undecided() -> Iterator[Fact]:
    told = somebody(1, date(2015, 4, 9))
    referred(told, safeguarding(told), date(2026, 5, 26), source="2A")
    left_undone(told, ManagementDecision, date(2026, 5, 1), about="referral")
    # Nobody who has decided nothing has begun to assess either.
    yield from (fact for fact in told.facts if not isinstance(fact, Assessment))


def _unassessed() -> Iterator[Fact]:
    told = somebody(2, date(2012, 9, 30))
    referred_and_assessed(told, date(2026, 3, 16), None, started_on=date(2026, 4, 7))
    yield from told.facts


def _unreviewed_help() -> Iterator[Fact]:
    told = somebody(3, date(2017, 2, 14))
    helped(told, date(2025, 11, 17), date(2026, 1, 12))
    left_undone(told, PlanReview, date(2026, 1, 12))
    yield from told.facts


def _unvisited_help() -> Iterator[Fact]:
    told = somebody(4, date(2019, 6, 3))
    helped(told, date(2026, 1, 5), date(2026, 2, 23))
    left_undone(told, InNeedVisit, date(2026, 4, 20))
    yield from told.facts


def _long_help() -> Iterator[Fact]:
    told = somebody(5, date(2013, 12, 1))
    helped(told, date(2025, 6, 2), date(2025, 7, 21))
    yield from told.facts


def _no_conference() -> Iterator[Fact]:
    told = somebody(6, date(2021, 3, 27))
    kept_safe(told, date(2026, 4, 27), date(2026, 5, 27))
    for noun in (Conference, ProtectionPlan, CoreGroup, ProtectionVisit):
        told.facts = [fact for fact in told.facts if type(fact) is not noun]
    yield from told.facts


def _not_booked() -> Iterator[Fact]:
    told = somebody(7, date(2018, 8, 8))
    referral = referred_and_assessed(told, date(2026, 5, 14), None)
    enquired(told, safeguarding(told), date(2026, 5, 15), date(2026, 5, 22), referral=referral)
    yield from told.facts


def _no_first_core_group() -> Iterator[Fact]:
    told = somebody(8, date(2022, 1, 19))
    kept_safe(told, date(2026, 4, 10), date(2026, 4, 30), core_groups=[])
    yield from told.facts


def _no_next_core_group() -> Iterator[Fact]:
    told = somebody(9, date(2016, 5, 5))
    kept_safe(told, date(2025, 12, 1), date(2025, 12, 18))
    left_undone(told, CoreGroup, date(2026, 4, 1))
    yield from told.facts


def _no_first_review() -> Iterator[Fact]:
    told = somebody(10, date(2020, 10, 11))
    kept_safe(told, date(2026, 1, 30), date(2026, 2, 19), reviews=[])
    yield from told.facts


def _no_next_review() -> Iterator[Fact]:
    told = somebody(11, date(2014, 7, 22))
    kept_safe(told, date(2025, 7, 29), date(2025, 8, 18))
    left_undone(told, ProtectionReview, date(2025, 12, 1))
    left_undone(told, PlanReview, date(2025, 12, 1))
    yield from told.facts


def _unvisited_plan() -> Iterator[Fact]:
    told = somebody(12, date(2023, 11, 6))
    kept_safe(told, date(2026, 1, 12), date(2026, 1, 30))
    left_undone(told, ProtectionVisit, date(2026, 5, 8))
    yield from told.facts


def _long_plan() -> Iterator[Fact]:
    told = somebody(13, date(2017, 9, 17))
    kept_safe(told, date(2025, 1, 16), date(2025, 2, 5))
    yield from told.facts


def _long_before_court() -> Iterator[Fact]:
    told = somebody(14, date(2019, 1, 30))
    kept_safe(told, date(2025, 8, 1), date(2025, 8, 21))
    told.add(
        PreProceedings, family="WX-F400014", decided_on=date(2026, 1, 26), letter_on=date(2026, 1, 30),
        met_on=date(2026, 2, 12), gateway="begin pre-proceedings",
    )  # fmt: skip
    told.add(PlanReview, plan_kind="pre-proceedings", on=date(2026, 4, 2), change="better")
    yield from told.facts


AT_HOME: tuple[PlantedProblem, ...] = (
    PlantedProblem(
        child=planted_child(1), code="fd-referral-decision", tell=_undecided, since=date(2026, 5, 28),
        planted="Referred on 26 May 2026; no manager has decided what response is needed.",
        closes="A manager's decision on the referral.",
    ),
    PlantedProblem(
        child=planted_child(2), code="as-cfa-45wd", tell=_unassessed, since=date(2026, 5, 22),
        planted="Referred on 16 March 2026; the assessment began three weeks later and is not authorised.",
        closes="The day a manager authorised the assessment.",
    ),
    PlantedProblem(
        child=planted_child(3), code="cin-plan-review", tell=_unreviewed_help, since=date(2026, 4, 13),
        planted="A child in need plan since 12 January 2026 that has not been reviewed.",
        closes="A review of the child in need plan.",
    ),
    PlantedProblem(
        child=planted_child(4), code="cin-visit", tell=_unvisited_help, since=date(2026, 5, 12),
        planted="A child in need plan; the child was last seen on 10 April 2026.",
        closes="A visit at which the child was seen.",
    ),
    PlantedProblem(
        child=planted_child(5), code="in-need-plan-long", tell=_long_help, since=date(2026, 4, 21),
        planted="A child in need plan since 21 July 2025; nobody has decided whether it should go on.",
        closes="A manager's decision about the plan, or the end of the plan.",
    ),
    PlantedProblem(
        child=planted_child(6), code="cp-icpc-15wd", tell=_no_conference, since=date(2026, 5, 20),
        planted="Strategy discussion on 27 April 2026; the conference was booked and not held.",
        closes="The conference, held.",
    ),
    PlantedProblem(
        child=planted_child(7), code="conference-not-booked", tell=_not_booked, since=date(2026, 5, 28),
        planted="Strategy discussion on 15 May 2026; a conference is needed and none is booked.",
        closes="A conference booked or held.",
    ),
    PlantedProblem(
        child=planted_child(8), code="cp-core-group-first", tell=_no_first_core_group, since=date(2026, 5, 16),
        planted="A protection plan since 30 April 2026; no core group has met.",
        closes="A core group, held.",
    ),
    PlantedProblem(
        child=planted_child(9), code="cp-core-group-next", tell=_no_next_core_group, since=date(2026, 4, 25),
        planted="A protection plan since 18 December 2025; no core group since 13 March.",
        closes="A core group, held.",
    ),
    PlantedProblem(
        child=planted_child(10), code="cp-review-first", tell=_no_first_review, since=date(2026, 5, 20),
        planted="A protection plan since 19 February 2026; the first review conference has not been held.",
        closes="A review conference, held.",
    ),
    PlantedProblem(
        child=planted_child(11), code="cp-review-next", tell=_no_next_review, since=date(2026, 5, 12),
        planted="A protection plan since 18 August 2025; one review conference and no second.",
        closes="A review conference, held.",
    ),
    PlantedProblem(
        child=planted_child(12), code="cp-visit", tell=_unvisited_plan, since=date(2026, 5, 19),
        planted="A protection plan; the child was last seen on 1 May 2026.",
        closes="A visit at which the child was seen.",
    ),
    PlantedProblem(
        child=planted_child(13), code="protection-plan-long", tell=_long_plan, since=date(2026, 5, 5),
        planted="A protection plan since 5 February 2025, fifteen months; nobody has decided about it since.",
        closes="A manager's decision about the plan, a legal gateway, or the end of the plan.",
    ),
    PlantedProblem(
        child=planted_child(14), code="plo-max-16wk", tell=_long_before_court, since=date(2026, 5, 23),
        planted="Letter before proceedings on 30 January 2026; sixteen weeks on neither issued nor stepped down.",
        closes="The day it was agreed to issue or to step down.",
    ),
)  # fmt: skip
