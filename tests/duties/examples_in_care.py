"""Worked examples for children in care: reviews, plans, visits, health, education, relatives, adoption."""

from dataclasses import replace
from datetime import date
from typing import Any

from holdfast.record.child_protection import Application
from holdfast.record.in_care import (
    CareEpisode,
    CarePlan,
    CareReview,
    CareVisit,
    EducationPlan,
    HealthCheck,
    Permanence,
    Placement,
    PlacementRequest,
    PlacementStep,
    ReviewingOfficer,
    StrengthsScore,
    TemporaryApproval,
)
from holdfast.record.oversight import PlanReview
from holdfast.record.people import Person
from tests.duties.examples import CHILD, HELD, Done, Example, NoDay, Record, also, fill, held_without


def in_care(day: date, born: date | None = date(2016, 7, 1)) -> Record:
    return (Person(child=CHILD, born_on=born), CareEpisode(child=CHILD, id="c", started_on=day, start_reason="S"))


def went_on(day: date) -> Record:
    """An episode that says it continues one which is not on record."""
    return (Person(child=CHILD, born_on=date(2016, 7, 1)), CareEpisode(child=CHILD, started_on=day, start_reason="P"))


def placed(day: date, entered: date | None = None, **fields: Any) -> Record:
    return (*in_care(entered or day), Placement(child=CHILD, id="h", started_on=day, **fields))


def visited(day: date) -> Record:
    return (CareVisit(child=CHILD, on=day, seen=True),)


def reviewed(*days: date) -> Record:
    return tuple(CareReview(child=CHILD, held_on=day, cancelled=False) for day in days)


def assessed(day: date) -> Record:
    return (HealthCheck(child=CHILD, type="health assessment", status="completed", on=day),)


def with_a_relative(day: date, **fields: Any) -> Record:
    return (*placed(day), TemporaryApproval(child=CHILD, id="t", placement="h", started_on=day, **fields))


REVIEW = also(CareReview, "held_on", cancelled=False)
VISIT = also(CareVisit, "on", seen=True)
HEALTH = also(HealthCheck, "on", type="health assessment", status="completed")
WAITS = also(PlanReview, "on", plan_kind="adoption")


def step(name: str) -> Done:
    return also(PlacementStep, "on", placement="h", step=name)


OVER_CHRISTMAS = (
    "9-12 December are 4, 15-19 December 9, 22-24 December 12, 29-31 December 15, 2 January 16, 5-8 January 20"
)
ASKED = PlacementRequest(
    child=CHILD, id="a", on=date(2026, 4, 14), move_on=date(2026, 4, 20), emergency=False, placement="h", distant=True
)

EXAMPLES: tuple[Example, ...] = (
    Example(
        code="cla-review-1", case="over Christmas", sum=OVER_CHRISTMAS, record=in_care(date(2025, 12, 8)),
        started=date(2025, 12, 8), due=date(2026, 1, 8), late=date(2026, 1, 9), done=REVIEW,
    ),
    Example(
        code="cla-review-2", case="three months to the end of February",
        sum="30 November and three months: February has no 30th, so the 28th",
        record=(*in_care(date(2025, 11, 3)), *reviewed(date(2025, 11, 30))), started=date(2025, 11, 30),
        due=date(2026, 2, 28), late=date(2026, 3, 1), done=REVIEW,
    ),
    Example(
        code="cla-review-n", case="six months from the second", sum="27 February and six months: 27 August",
        record=(*in_care(date(2025, 11, 3)), *reviewed(date(2025, 11, 28), date(2026, 2, 27))),
        started=date(2026, 2, 27), due=date(2026, 8, 27), late=date(2026, 8, 28), done=REVIEW,
    ),
    Example(
        code="cla-review-n", case="six months from the latest on record, where earlier ones are not", way=1,
        sum="27 February and six months: 27 August", record=(*went_on(date(2025, 4, 1)), *reviewed(date(2026, 2, 27))),
        started=date(2026, 2, 27), due=date(2026, 8, 27), late=date(2026, 8, 28), done=REVIEW,
    ),
    Example(
        code="cla-iro-appoint", case="by the last day for the first review", sum=OVER_CHRISTMAS,
        record=in_care(date(2025, 12, 8)), started=date(2025, 12, 8), due=date(2026, 1, 8), late=date(2026, 1, 9),
        done=also(ReviewingOfficer, "on"),
    ),
    Example(
        code="cla-care-plan", case="ten working days", sum="9-12 December are 4, 15-19 December 9, 22 December 10",
        record=in_care(date(2025, 12, 8)), started=date(2025, 12, 8), due=date(2025, 12, 22), late=date(2025, 12, 23),
        done=also(CarePlan, "started_on"),
    ),
    Example(
        code="cla-placement-plan", case="over Easter", sum="1 and 2 April are 2, 7, 8 and 9 April 5",
        record=placed(date(2026, 3, 31)), started=date(2026, 3, 31), due=date(2026, 4, 9), late=date(2026, 4, 10),
        done=step("placement plan"),
    ),
    Example(
        code="cla-placement-notify", case="an emergency", sum="Friday 13 March and one week of five: 20 March",
        record=placed(date(2026, 3, 13)), started=date(2026, 3, 13), due=date(2026, 3, 20), late=date(2026, 3, 21),
        done=step("notices"),
    ),
    Example(
        code="cla-placement-notify", case="a planned move", way=1, sum="by the day of the move, 20 April",
        record=(*in_care(date(2026, 1, 5)), ASKED), started=date(2026, 4, 14), due=date(2026, 4, 20),
        late=date(2026, 4, 21), done=step("notices"),
    ),
    Example(
        code="cla-ooa-approval", case="a distant home", sum="by the day of the move, 20 April",
        record=(*in_care(date(2026, 1, 5)), ASKED), started=date(2026, 4, 14), due=date(2026, 4, 20),
        late=date(2026, 4, 21), done=step("director approval"),
    ),
    Example(
        code="cla-permanence-plan", case="four months to the end of February",
        sum="31 October and four months: February has no 31st, so the 28th",
        record=in_care(date(2025, 10, 31)), started=date(2025, 10, 31), due=date(2026, 2, 28), late=date(2026, 3, 1),
        done=also(CarePlan, "started_on", permanence="LONGTERMFOSTER"),
    ),
    Example(
        code="cla-reg24-approval", case="sixteen weeks",
        sum="Monday 8 December and 112 days (23 + 31 + 28 + 30): Monday 30 March",
        record=with_a_relative(date(2025, 12, 8)), started=date(2025, 12, 8), due=date(2026, 3, 30),
        late=date(2026, 3, 31), done=fill(TemporaryApproval, "approved_on"),
    ),
    Example(
        code="cla-reg25-extension", case="eight weeks to a bank holiday",
        sum="the sixteen weeks end on Monday 30 March; eight weeks more end on Monday 25 May",
        record=with_a_relative(date(2025, 12, 8), extended_on=date(2026, 3, 27)), started=date(2026, 3, 30),
        due=date(2026, 5, 25), late=date(2026, 5, 26), done=fill(TemporaryApproval, "approved_on"),
    ),
    Example(
        code="cla-visit-first", case="one week", sum="Wednesday 11 March and seven days: 18 March",
        record=placed(date(2026, 3, 11)), started=date(2026, 3, 11), due=date(2026, 3, 18), late=date(2026, 3, 19),
        done=VISIT,
    ),
    Example(
        code="cla-visit-yr1", case="six weeks", sum="Wednesday 18 March and 42 days (13 + 29): 29 April",
        record=(*placed(date(2026, 3, 11)), *visited(date(2026, 3, 18))), started=date(2026, 3, 18),
        due=date(2026, 4, 29), late=date(2026, 4, 30), done=VISIT,
    ),
    Example(
        code="cla-visit-yr1", case="the day before the first anniversary",
        sum="the first year ends with 10 March 2026; from that day 42 days (21 + 21): 21 April",
        record=(*placed(date(2025, 3, 11)), *visited(date(2026, 3, 10))), started=date(2026, 3, 10),
        due=date(2026, 4, 21), late=date(2026, 4, 22), done=VISIT,
    ),
    Example(
        code="cla-visit-after-yr1", case="the first anniversary",
        sum="11 March 2026 is in the second year; 42 days (20 + 22): 22 April",
        record=(*placed(date(2025, 3, 11)), *visited(date(2026, 3, 11))), started=date(2026, 3, 11),
        due=date(2026, 4, 22), late=date(2026, 4, 23), done=VISIT,
    ),
    Example(
        code="cla-visit-permanent", case="a long-term placement in its second year",
        sum="11 March and three months: 11 June",
        record=(*placed(date(2025, 3, 11), type="U4"), *visited(date(2026, 3, 11))), started=date(2026, 3, 11),
        due=date(2026, 6, 11), late=date(2026, 6, 12), done=VISIT,
    ),
    Example(
        code="cla-visit-reg24", case="weekly before the first review", sum="Monday 8 December and a week: 15 December",
        record=with_a_relative(date(2025, 12, 8)), started=date(2025, 12, 8), due=date(2025, 12, 15),
        late=date(2025, 12, 16), done=VISIT,
    ),
    Example(
        code="cla-visit-reg24", case="four weeks after the first review", way=1,
        sum="Thursday 8 January and 28 days (23 + 5): 5 February",
        record=(
            *with_a_relative(date(2025, 12, 8)), *reviewed(date(2026, 1, 8)), *visited(date(2026, 1, 8)),
        ),
        started=date(2026, 1, 8), due=date(2026, 2, 5), late=date(2026, 2, 6), done=VISIT,
    ),
    Example(
        code="cla-iha", case="over Christmas", sum=OVER_CHRISTMAS, record=in_care(date(2025, 12, 8)),
        started=date(2025, 12, 8), due=date(2026, 1, 8), late=date(2026, 1, 9), done=HEALTH,
    ),
    Example(
        code="cla-rha-u5", case="six months to the end of February",
        sum="31 August and six months: February has no 31st, so the 28th",
        record=(*in_care(date(2025, 8, 4), born=date(2023, 1, 9)), *assessed(date(2025, 8, 31))),
        started=date(2025, 8, 31), due=date(2026, 2, 28), late=date(2026, 3, 1), done=HEALTH,
    ),
    Example(
        code="cla-rha-5plus", case="twelve months from the fifth birthday",
        sum="assessed on the fifth birthday, 10 March 2025; twelve months: 10 March 2026",
        record=(*in_care(date(2025, 2, 10), born=date(2020, 3, 10)), *assessed(date(2025, 3, 10))),
        started=date(2025, 3, 10), due=date(2026, 3, 10), late=date(2026, 3, 11), done=HEALTH,
    ),
    Example(
        code="cla-rha-u5", case="from an assessment just before care", way=1,
        sum="assessed on 4 July, in care from 4 August; six months from the assessment: 4 January",
        record=(*in_care(date(2025, 8, 4), born=date(2023, 1, 9)), *assessed(date(2025, 7, 4))),
        started=date(2025, 7, 4), due=date(2026, 1, 4), late=date(2026, 1, 5), done=HEALTH,
    ),
    Example(
        code="cla-rha-5plus", case="from an assessment just before care", way=1,
        sum="assessed on 10 April 2025, in care from 1 May; twelve months from the assessment: 10 April 2026",
        record=(*in_care(date(2025, 5, 1)), *assessed(date(2025, 4, 10))),
        started=date(2025, 4, 10), due=date(2026, 4, 10), late=date(2026, 4, 11), done=HEALTH,
    ),
    Example(
        code="cla-dental", case="twelve months", sum="2 June 2025 and twelve months: 2 June 2026",
        record=in_care(date(2025, 6, 2)), started=date(2025, 6, 2), due=date(2026, 6, 2), late=date(2026, 6, 3),
        done=also(HealthCheck, "on", type="dental check", status="completed"),
    ),
    Example(
        code="cla-dental", case="twelve months from a check, where the entry to care is not on record", way=1,
        sum="2 June 2025 and twelve months: 2 June 2026",
        record=(
            *went_on(date(2025, 4, 1)),
            HealthCheck(child=CHILD, type="dental check", status="completed", on=date(2025, 6, 2)),
        ),
        started=date(2025, 6, 2), due=date(2026, 6, 2), late=date(2026, 6, 3),
        done=also(HealthCheck, "on", type="dental check", status="completed"),
    ),
    Example(
        code="cla-sdq", case="a year in care", sum="2 June 2025 and twelve months: 2 June 2026",
        record=in_care(date(2025, 6, 2)), started=date(2025, 6, 2), due=date(2026, 6, 2), late=date(2026, 6, 3),
        done=also(StrengthsScore, "on", score=11.0),
    ),
    Example(
        code="cla-sdq", case="a year from the fourth birthday",
        sum="in care before, four on 9 January 2025; twelve months: 9 January 2026",
        record=in_care(date(2024, 5, 1), born=date(2021, 1, 9)), started=date(2025, 1, 9), due=date(2026, 1, 9),
        late=date(2026, 1, 10), done=also(StrengthsScore, "on", score=11.0),
    ),
    Example(
        code="cla-pep-first", case="as part of the care plan",
        sum="9-12 December are 4, 15-19 December 9, 22 December 10; school holidays stop nothing",
        record=in_care(date(2025, 12, 8)), started=date(2025, 12, 8), due=date(2025, 12, 22), late=date(2025, 12, 23),
        done=also(EducationPlan, "on"),
    ),
    Example(
        code="cla-pep-first-20wd", case="over Christmas", sum=OVER_CHRISTMAS, record=in_care(date(2025, 12, 8)),
        started=date(2025, 12, 8), due=date(2026, 1, 8), late=date(2026, 1, 9), done=also(EducationPlan, "on"),
    ),
    Example(
        code="ad-a10-threshold", case="from entering care, not from the plan",
        sum="4 March 2025 and 426 days: 365 make 4 March 2026, 27 more the 31st, 30 more 30 April, 4 more 4 May",
        record=(*in_care(date(2025, 3, 4)), Permanence(child=CHILD, decided_on=date(2025, 11, 3))),
        started=date(2025, 3, 4), due=date(2026, 5, 4), late=date(2026, 5, 5), done=fill(Permanence, "placed_on"),
    ),
    Example(
        code="ad-a2-threshold", case="from the placement order",
        sum="19 January and 121 days (12 + 28 + 31 + 30 + 20): 20 May",
        record=(*in_care(date(2025, 3, 4)), Permanence(child=CHILD, ordered_on=date(2026, 1, 19))),
        started=date(2026, 1, 19), due=date(2026, 5, 20), late=date(2026, 5, 21), done=fill(Permanence, "matched_on"),
    ),
    Example(
        code="ad-review-unplaced", case="three months from the order",
        sum="30 November and three months: February has no 30th, so the 28th",
        record=(*in_care(date(2025, 3, 4)), Permanence(child=CHILD, ordered_on=date(2025, 11, 30))),
        started=date(2025, 11, 30), due=date(2026, 2, 28), late=date(2026, 3, 1), done=WAITS,
    ),
    Example(
        code="ad-review-unplaced", case="six months from the first review", way=1,
        sum="28 February and six months: 28 August",
        record=(
            *in_care(date(2025, 3, 4)), Permanence(child=CHILD, ordered_on=date(2025, 11, 30)),
            PlanReview(child=CHILD, plan_kind="adoption", on=date(2026, 2, 28)),
        ),
        started=date(2026, 2, 28), due=date(2026, 8, 28), late=date(2026, 8, 29), done=WAITS,
    ),
)  # fmt: skip

NO_APPROVALS = held_without(TemporaryApproval)
REVIEWS_SINCE_APRIL = replace(HELD, known_from={CareReview: date(2025, 4, 1)})

WITHOUT_A_DAY: tuple[NoDay, ...] = (
    NoDay(
        code="cla-review-1", case="before the first year that the extract holds", way=1, held=REVIEWS_SINCE_APRIL,
        record=in_care(date(2025, 2, 3)), started=date(2025, 2, 3), state="cannot_say",
        says="the reviews of earlier years",
    ),
    NoDay(
        code="cla-reg25-extension", case="nothing on record after the sixteen weeks", way=1,
        record=with_a_relative(date(2025, 12, 8)), started=date(2026, 3, 30), state="cannot_say",
        says="no extension is on record",
    ),
    NoDay(
        code="cla-review-n", case="the first on record may have been the first of all", way=2,
        held=replace(HELD, known_from={CareReview: date(2026, 2, 1)}),
        record=(*in_care(date(2026, 1, 20)), *reviewed(date(2026, 2, 10))),
        started=date(2026, 2, 10), state="cannot_say", says="if this was the first review",
    ),
    NoDay(
        code="cla-care-plan", case="in care proceedings", way=1,
        record=(*in_care(date(2026, 3, 2)), Application(child=CHILD, id="x", issued_on=date(2026, 3, 2))),
        started=date(2026, 3, 2), state="cannot_say", says="the court's timetable",
    ),
    NoDay(
        code="cla-iha", case="assessed a month before", way=1,
        record=(*in_care(date(2026, 3, 2)), *assessed(date(2026, 2, 2))), started=date(2026, 3, 2), state="met",
        says="A health assessment was completed on Monday 2 February 2026",
    ),
    NoDay(
        code="cla-rha-5plus", case="no date of birth, and an assessment just before care", way=3,
        record=(*in_care(date(2025, 8, 4), born=None), *assessed(date(2025, 7, 4))), started=date(2025, 7, 4),
        state="cannot_say", says="a date of birth",
    ),
    NoDay(
        code="cla-visit-yr1", case="with a relative, and no table of temporary approvals", way=1, held=NO_APPROVALS,
        record=(*placed(date(2026, 1, 5), type="U3"), *visited(date(2026, 1, 9))), started=date(2026, 1, 9),
        state="cannot_say", says="holdfast_temporary_approvals with start_date",
    ),
    NoDay(
        code="cla-visit-after-yr1", case="no code, and no table of temporary approvals", way=1, held=NO_APPROVALS,
        record=(*placed(date(2025, 1, 6)), *visited(date(2026, 2, 9))), started=date(2026, 2, 9),
        state="cannot_say", says="holdfast_temporary_approvals with start_date",
    ),
    NoDay(
        code="cla-visit-after-yr1", case="no code, and no table of steps", way=2, held=held_without(PlacementStep),
        record=(*placed(date(2025, 1, 6)), *visited(date(2026, 2, 9))), started=date(2026, 2, 9),
        state="cannot_say", says="holdfast_placement_steps with step = intended to eighteen",
    ),
    NoDay(
        code="cla-visit-permanent", case="with a relative, and no table of temporary approvals", way=1,
        held=NO_APPROVALS, record=(*placed(date(2025, 1, 6), type="U1"), *visited(date(2026, 2, 9))),
        started=date(2026, 2, 9), state="cannot_say", says="holdfast_temporary_approvals with start_date",
    ),
    NoDay(
        code="cla-visit-reg24", case="no table of reviews", way=2, held=held_without(CareReview),
        record=(*with_a_relative(date(2026, 1, 5)), *visited(date(2026, 1, 9))), started=date(2026, 1, 9),
        state="cannot_say", says="ssd_cla_reviews with clar_cla_review_date",
    ),
    NoDay(
        code="cla-rha-5plus", case="no date of birth", way=2,
        record=(*in_care(date(2025, 8, 4), born=None), *assessed(date(2025, 8, 31))), started=date(2025, 8, 31),
        state="cannot_say", says="a date of birth",
    ),
)  # fmt: skip
