"""What is known of a child on coming into care: court, an assessment just before, reviews that are not on record."""

from datetime import date

from holdfast.dates import Days, WorkingDays, add_months
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Application
from holdfast.record.in_care import CareReview, HealthCheck, LegalStatus

COURT_STATUSES = ("C1", "C2")
"""An interim care order, and a care order: both come out of care proceedings."""
PLAN_LIMIT = WorkingDays(10)
FIRST_REVIEW_LIMIT = WorkingDays(20)
ASSESSMENT_LASTS_MONTHS = 3


def six_months_until(fifth_birthday: date | None) -> date | None:
    """The last day from which six months end by the fifth birthday (31 August, where that is 28 February)."""
    if fifth_birthday is None:
        return None
    nearly = add_months(fifth_birthday, -6)
    days = (Days(number).after(nearly) for number in range(4))
    return max(day for day in days if add_months(day, 6) <= fifth_birthday)


def assessed_before(entered: date | None, standing: Standing) -> date | None:
    """The latest health assessment completed before coming into care and not more than three months before."""
    days = [
        one.on
        for one in standing.of(HealthCheck)
        if one.type == "health assessment" and one.status == "completed" and one.on is not None
        and entered is not None and one.on < entered <= add_months(one.on, ASSESSMENT_LASTS_MONTHS)
    ]  # fmt: skip
    return max(days) if days else None


def in_court(started: date, standing: Standing) -> bool:
    """Whether care proceedings were on foot in the ten working days that a care plan has."""
    until = PLAN_LIMIT.after(started) or started
    ordered = any(
        one.status in COURT_STATUSES and one.started_on is not None and one.started_on <= until
        and (one.ended_on is None or one.ended_on >= started)
        for one in standing.of(LegalStatus)
    )  # fmt: skip
    applied = any(
        one.issued_on is not None and one.issued_on <= until and (one.disposed_on is None or one.disposed_on > until)
        for one in standing.of(Application)
    )
    return ordered or applied


def second_unsure_from(
    started: date, entered: date | None, reviews_from: date | None, ended: date | None, standing: Standing
) -> date | None:
    """The first review on record, where nobody can tell whether the next was owed in three months or in six.

    It may have been the first of all where it was held within the time for a first review, or where that time had
    not yet run out on the day from which reviews are on record.
    """
    if reviews_from is None:
        return None
    days = sorted({
        one.held_on
        for one in standing.of(CareReview)
        if one.held_on is not None and one.cancelled is not True and started <= one.held_on
        and (ended is None or one.held_on <= ended)
    })  # fmt: skip
    if not days:
        return None
    first, limit = days[0], FIRST_REVIEW_LIMIT.after(started) or started
    if first > limit and (entered is None or limit < reviews_from):
        return None
    if len(days) == 1 and ended is not None:
        return None
    then = days[1] if len(days) > 1 else standing.today
    return first if add_months(first, 3) < then <= add_months(first, 6) else None
