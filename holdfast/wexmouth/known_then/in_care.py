"""What was late for children in care and young people who left it, before the inspection and three visits."""

from datetime import date

from holdfast.dates import WorkingDays, birthday
from holdfast.record.in_care import TemporaryApproval
from holdfast.record.leaving_care import AdviserContact, PathwayPlan
from holdfast.record.oversight import Challenge
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.known_then.finding import KnownThen
from holdfast.wexmouth.known_then.lives import (
    CLOSED,
    GUARDIAN,
    HOME_PLANNED,
    NO_LONGER,
    PUT_RIGHT_AT,
    in_care,
    typed_late,
)
from holdfast.wexmouth.planted.lives import somebody, worker_for
from holdfast.wexmouth.telling import STEADY, Telling, every
from holdfast.wexmouth.workers import allocated


def _unanswered(number: int, born_on: date, raised_on: date, settled_on: date, time: TimeInCare) -> Telling:
    work, _ = in_care(number, born_on, time)
    dispute = f"{work.told.child}-dispute-1"
    work.told.add(
        Challenge, stage=1.0, raised_on=raised_on, settled_on=settled_on, theme="the plan waits", dispute=dispute
    )
    return work.told


def _home(entered_on: date, ended_on: date) -> TimeInCare:
    """In care by agreement, and home again as planned."""
    return TimeInCare(
        entered_on=entered_on, legal="V2", permanence="RETURN", ended_on=ended_on, end_reason=HOME_PLANNED
    )


def _answered_in_august() -> Telling:
    return _unanswered(
        67, date(2013, 3, 26), date(2024, 5, 7), date(2024, 8, 20), _home(date(2023, 5, 15), date(2024, 12, 13))
    )


def _answered_in_november() -> Telling:
    return _unanswered(
        68, date(2015, 10, 8), date(2024, 5, 20), date(2024, 11, 13), _home(date(2023, 9, 11), date(2025, 1, 31))
    )


def _many_faces(number: int, born_on: date, time: TimeInCare, *changed: date) -> Telling:
    """A worker before care began, and another from each of these days on."""
    first = WorkingDays(-9).after(time.entered_on)
    hands = [(day, f"care-{5 - place}") for place, day in enumerate((first, *changed))]
    return in_care(number, born_on, time, hands=hands)[0].told


def _fourth_in_march() -> Telling:
    changed = date(2022, 9, 5), date(2022, 12, 5), date(2023, 3, 7)
    return _many_faces(69, date(2012, 8, 19), _home(date(2022, 3, 14), date(2024, 3, 22)), *changed)


def _fourth_in_april() -> Telling:
    changed = date(2022, 11, 14), date(2023, 1, 30), date(2023, 4, 13)
    return _many_faces(70, date(2014, 12, 3), _home(date(2022, 6, 6), date(2024, 5, 17)), *changed)


def _fourth_in_june() -> Telling:
    changed = date(2023, 2, 6), date(2023, 4, 24), date(2023, 6, 12)
    return _many_faces(71, date(2011, 2, 22), _home(date(2022, 10, 3), date(2024, 6, 14)), *changed)


def _with_relatives(number: int, born_on: date, entered: date, approved_on: date, ended_on: date) -> Telling:
    """Placed with a relative approved for a time; at last approved in full, and the guardian by an order."""
    time = TimeInCare(entered_on=entered, legal="C2", permanence="SGO", ended_on=ended_on, end_reason=GUARDIAN)
    review = WorkingDays(17).after(entered)
    weekly = [day for day in every(6, entered) if day < review]
    visits = [*weekly, review, *every(25, review, ended_on)]
    work, home = in_care(number, born_on, time, home="U3", visits=visits)
    work.told.add(TemporaryApproval, placement=home, started_on=entered, approved_on=approved_on, ended_on=ended_on)
    return work.told


def _approved_in_february() -> Telling:
    return _with_relatives(72, date(2019, 11, 5), date(2024, 6, 17), date(2025, 2, 19), date(2025, 4, 11))


def _approved_in_march() -> Telling:
    """The start was typed in a month too late, and put right in November: see ``put_right``."""
    told = _with_relatives(73, date(2017, 5, 31), date(2024, 7, 8), date(2025, 3, 26), date(2025, 5, 9))
    typed_late(told, TemporaryApproval, PUT_RIGHT_AT)
    return told


def _approved_in_may() -> Telling:
    return _with_relatives(74, date(2021, 1, 15), date(2024, 8, 26), date(2025, 5, 14), date(2025, 5, 23))


def _left_care(number: int, born_on: date, entered: date, last: date, late: date) -> Telling:
    """Seen to by an adviser from eighteen to twenty-one; the plan, last reviewed on one day, next on a late one."""
    told = somebody(number, born_on)
    eighteen, twenty_one = birthday(born_on, 18), birthday(born_on, 21)
    on, name, adviser = WorkingDays(-10).after(entered), worker_for(told, "care"), worker_for(told, "pathways")
    referral = referred(
        told, name, on, source="2A", assessed_on=WorkingDays(33).after(on), closed_on=twenty_one, close_reason=NO_LONGER
    )
    time = TimeInCare(
        entered_on=entered, legal="C2", ended_on=eighteen, end_reason="E5", referral=referral, born_on=born_on
    )
    looked_after(told, time, period := f"{told.child}-care-1")
    placed(told, entered, period=period, type="U6", ended_on=eighteen)
    in_episodes(told, time, period)
    allocated(told, name, WorkingDays(1).after(on), eighteen, "turned eighteen")
    allocated(told, adviser, eighteen, twenty_one, CLOSED)
    supervised(told, [(on, name), (eighteen, adviser)], on, twenty_one)
    _pathway(told, WorkingDays(50).after(birthday(born_on, 16)), last, late, twenty_one)
    for day in STEADY.every("adviser's contact", eighteen, twenty_one):
        told.add(AdviserContact, on=day, way="call", two_way=True, at_home=False)
    return told


def _pathway(told: Telling, plan: date, last: date, late: date, twenty_one: date) -> None:
    """The plan and its reviews: in time until the last, then only on the late day, then in time."""
    told.add(PathwayPlan, step="needs assessment", on=WorkingDays(-12).after(plan))
    told.add(PathwayPlan, step="plan", on=plan, agreed=True)
    earlier = [day for day in STEADY.every("pathway review", plan, last) if day < last]
    for day in [*earlier, last, late, *STEADY.every("pathway review", late, twenty_one)]:
        told.add(PathwayPlan, step="review", on=day, agreed=True)


def _read_again_in_april() -> Telling:
    return _left_care(75, date(2003, 10, 20), date(2018, 5, 14), date(2023, 3, 21), date(2024, 4, 17))


def _read_again_in_june() -> Telling:
    return _left_care(76, date(2003, 12, 8), date(2017, 9, 4), date(2023, 4, 14), date(2024, 6, 19))


IN_CARE: tuple[KnownThen, ...] = (
    KnownThen(
        finding="challenge-without-an-answer", monday=date(2024, 6, 3),
        tell=(_answered_in_august, _answered_in_november),
        because="A reply was due by Tuesday 14 May to one question, and by Tuesday 28 May to the other.",
    ),
    KnownThen(
        finding="too-many-faces", monday=date(2023, 4, 17),
        tell=(_fourth_in_march, _fourth_in_april, _fourth_in_june),
        because="The fourth worker came on Tuesday 7 March to one child, on Thursday 13 April to another.",
    ),
    KnownThen(
        finding="relatives-never-fully-approved", monday=date(2024, 11, 25),
        tell=(_approved_in_february, _approved_in_march, _approved_in_may),
        because=(
            "The sixteen weeks ran out on Monday 7 October for one child, on Monday 28 October for another: but there "
            "the start had been typed in as 8 August for 8 July, and that was put right on Thursday 21 November. By "
            "what is on record now it would have been Monday 4 November."
        ),
    ),
    KnownThen(
        finding="plans-for-leaving-left-on-the-shelf", monday=date(2023, 10, 16),
        tell=(_read_again_in_april, _read_again_in_june),
        because="A review was due by Thursday 21 September, and another by Saturday 14 October.",
    ),
)  # fmt: skip
