"""Planted among children in care: court, plans, homes, visits, health, school, relatives' approval."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.child_protection import Application
from holdfast.record.field import Fact
from holdfast.record.in_care import (
    CarePlan,
    CareReview,
    CareVisit,
    EducationPlan,
    HealthCheck,
    PlacementStep,
    TemporaryApproval,
)
from holdfast.record.oversight import PlanReview
from holdfast.wexmouth.care_in_good_time import DENTAL, HEALTH, TimeInCare
from holdfast.wexmouth.planted.lives import in_care, left_undone, planted_child, somebody
from holdfast.wexmouth.planted.problem import PlantedProblem
from holdfast.wexmouth.telling import every

LONG_AGO = date(2000, 1, 1)


def _in_court() -> Iterator[Fact]:
    told = somebody(15, date(2022, 4, 2))
    in_care(told, TimeInCare(entered_on=date(2025, 11, 10), legal="C1"))
    told.add(Application, issued_on=date(2025, 11, 12))
    yield from told.facts


def _no_first_review() -> Iterator[Fact]:
    told = somebody(16, date(2014, 3, 3))
    in_care(told, TimeInCare(entered_on=date(2026, 4, 22), legal="V2", reviews=[]))
    yield from told.facts


def _no_later_review() -> Iterator[Fact]:
    told = somebody(17, date(2013, 8, 25))
    in_care(told, TimeInCare(entered_on=date(2024, 9, 9), legal="C2"))
    left_undone(told, CareReview, date(2025, 11, 5))
    left_undone(told, PlanReview, date(2025, 11, 5))
    yield from told.facts


def _no_care_plan() -> Iterator[Fact]:
    told = somebody(18, date(2018, 5, 16))
    in_care(told, TimeInCare(entered_on=date(2026, 5, 6), legal="V2"))
    left_undone(told, CarePlan, LONG_AGO)
    yield from told.facts


def _no_placement_plan() -> Iterator[Fact]:
    told = somebody(19, date(2011, 12, 7))
    in_care(told, TimeInCare(entered_on=date(2026, 3, 9), legal="C1"))
    left_undone(told, PlacementStep, LONG_AGO, step="placement plan")
    yield from told.facts


def _no_permanence() -> Iterator[Fact]:
    told = somebody(20, date(2016, 10, 20))
    in_care(told, TimeInCare(entered_on=date(2026, 1, 19), legal="C1"))
    told.facts = [fact for fact in told.facts if not (isinstance(fact, CarePlan) and fact.permanence)]
    yield from told.facts


def _no_longer_permanence() -> Iterator[Fact]:
    told = somebody(21, date(2012, 6, 28))
    in_care(told, TimeInCare(entered_on=date(2025, 5, 12), legal="V2", permanence="RETURN"))
    given_up = date(2026, 4, 24)
    plans = [fact for fact in told.facts if isinstance(fact, CarePlan) and fact.permanence]
    told.facts = [fact for fact in told.facts if fact not in plans]
    told.add(CarePlan, started_on=plans[0].started_on, ended_on=given_up, permanence="RETURN")
    told.add(CarePlan, started_on=given_up)
    yield from told.facts


def _extension_over() -> Iterator[Fact]:
    told = somebody(22, date(2019, 3, 14))
    entered, review = date(2025, 11, 24), date(2025, 12, 17)
    weekly = [day for day in every(6, entered) if day < review]
    home = in_care(
        told, TimeInCare(entered_on=entered, legal="C1"), home="U3",
        visits=[*weekly, review, *every(25, review)],
    )  # fmt: skip
    told.add(TemporaryApproval, placement=home, started_on=entered, extended_on=date(2026, 3, 12))
    yield from told.facts


def _unvisited() -> Iterator[Fact]:
    told = somebody(23, date(2010, 11, 11))
    in_care(told, TimeInCare(entered_on=date(2025, 9, 15), legal="C2"))
    left_undone(told, CareVisit, date(2026, 4, 10))
    yield from told.facts


def _unvisited_long_stay() -> Iterator[Fact]:
    told = somebody(24, date(2015, 1, 8))
    in_care(told, TimeInCare(entered_on=date(2023, 4, 17), legal="C2"), home="U4")
    left_undone(told, CareVisit, date(2026, 2, 13))
    yield from told.facts


def _no_first_health() -> Iterator[Fact]:
    told = somebody(25, date(2017, 7, 4))
    in_care(told, TimeInCare(entered_on=date(2026, 4, 13), legal="C1"))
    left_undone(told, HealthCheck, LONG_AGO, type=HEALTH)
    yield from told.facts


def _no_health_review_under_five() -> Iterator[Fact]:
    told = somebody(26, date(2022, 9, 12))
    in_care(told, TimeInCare(entered_on=date(2025, 6, 9), legal="C1"))
    left_undone(told, HealthCheck, date(2025, 8, 1), type=HEALTH)
    yield from told.facts


def _no_health_review() -> Iterator[Fact]:
    told = somebody(27, date(2012, 2, 20))
    in_care(told, TimeInCare(entered_on=date(2025, 4, 14), legal="C2"))
    left_undone(told, HealthCheck, date(2025, 6, 1), type=HEALTH)
    yield from told.facts


def _no_dentist() -> Iterator[Fact]:
    told = somebody(28, date(2014, 5, 29))
    in_care(told, TimeInCare(entered_on=date(2025, 3, 31), legal="C2"))
    left_undone(told, HealthCheck, LONG_AGO, type=DENTAL)
    yield from told.facts


def _no_education_plan() -> Iterator[Fact]:
    told = somebody(29, date(2013, 10, 2))
    in_care(told, TimeInCare(entered_on=date(2026, 5, 11), legal="V2"))
    left_undone(told, EducationPlan, LONG_AGO)
    yield from told.facts


IN_CARE: tuple[PlantedProblem, ...] = (
    PlantedProblem(
        child=planted_child(15), code="ct-26wk", tell=_in_court, since=date(2026, 5, 13),
        planted="Application issued on 12 November 2025; neither disposed of nor extended after 26 weeks.",
        closes="The day the court disposed of the application, or an extension by the court.",
    ),
    PlantedProblem(
        child=planted_child(16), code="cla-review-1", tell=_no_first_review, since=date(2026, 5, 22),
        planted="In care since 22 April 2026; the first review has not been held.", closes="A review, held.",
    ),
    PlantedProblem(
        child=planted_child(17), code="cla-review-n", tell=_no_later_review, since=date(2025, 12, 18),
        planted="In care since 9 September 2024; the last review was on 17 June 2025.", closes="A review, held.",
    ),
    PlantedProblem(
        child=planted_child(18), code="cla-care-plan", tell=_no_care_plan, since=date(2026, 5, 21),
        planted="In care by agreement since 6 May 2026; there is no care plan.", closes="A care plan.",
    ),
    PlantedProblem(
        child=planted_child(19), code="cla-placement-plan", tell=_no_placement_plan, since=date(2026, 3, 17),
        planted="Placed on 9 March 2026; the placement plan has not been signed.", closes="The placement plan, signed.",
    ),
    PlantedProblem(
        child=planted_child(20), code="cla-permanence-plan", tell=_no_permanence, since=date(2026, 5, 20),
        planted="In care since 19 January 2026; the care plan does not say where the child will grow up.",
        closes="A care plan with a plan for permanence.",
    ),
    PlantedProblem(
        child=planted_child(21), code="accommodated-without-permanence", tell=_no_longer_permanence,
        since=date(2026, 4, 25),
        planted="In care by agreement since 12 May 2025; the plan to return home was given up, and none has followed.",
        closes="A care plan with a plan for permanence.",
    ),
    PlantedProblem(
        child=planted_child(22), code="cla-reg25-extension", tell=_extension_over, since=date(2026, 5, 12),
        planted="With a relative since 24 November 2025; the extension ran out and full approval is not decided.",
        closes="The day of full approval, or the day the arrangement ended.",
    ),
    PlantedProblem(
        child=planted_child(23), code="cla-visit-yr1", tell=_unvisited, since=date(2026, 5, 21),
        planted="In the first year in this home; not visited since 8 April 2026.", closes="A visit.",
    ),
    PlantedProblem(
        child=planted_child(24), code="cla-visit-permanent", tell=_unvisited_long_stay, since=date(2026, 3, 3),
        planted="In a home meant to last to eighteen; not visited since 2 December 2025.", closes="A visit.",
    ),
    PlantedProblem(
        child=planted_child(25), code="cla-iha", tell=_no_first_health, since=date(2026, 5, 13),
        planted="In care since 13 April 2026; the first health assessment has not been done.",
        closes="A health assessment, completed.",
    ),
    PlantedProblem(
        child=planted_child(26), code="cla-rha-u5", tell=_no_health_review_under_five, since=date(2026, 1, 2),
        planted="Three years old and in care; one health assessment on 1 July 2025 and none since.",
        closes="A health assessment, completed.",
    ),
    PlantedProblem(
        child=planted_child(27), code="cla-rha-5plus", tell=_no_health_review, since=date(2026, 5, 10),
        planted="In care; the last health assessment was on 9 May 2025.", closes="A health assessment, completed.",
    ),
    PlantedProblem(
        child=planted_child(28), code="cla-dental", tell=_no_dentist, since=date(2026, 4, 1),
        planted="In care since 31 March 2025; no dental check is on record.", closes="A dental check, completed.",
    ),
    PlantedProblem(
        child=planted_child(29), code="cla-pep-first", tell=_no_education_plan, since=date(2026, 5, 27),
        planted="In care since 11 May 2026; there is no education plan.", closes="An education plan, completed.",
    ),
)  # fmt: skip
