"""Each measure on small records: the last day in time, the first day late, and what cannot be told."""

from datetime import date, datetime

import pytest

from holdfast.dates import Days, in_london
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan, ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, Referral
from holdfast.record.in_care import CareEpisode, CareReview, CareVisit, Placement, TemporaryApproval
from holdfast.record.leaving_care import PathwayPlan
from holdfast.record.oversight import Supervision
from holdfast.record.people import Involvement, Person
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.measures.monthly_facts import day, may, numbers, parts

LONG_AGO = Referral(child="old", id="r0", on=day(1, 5, 2020), closed_on=day(2, 5, 2020))
"""A closed case of long ago: the file reaches back far enough to know a first referral from a second."""


def referral(on: date | None, child: str = "a", **more: object) -> Referral:
    return Referral(child=child, id=f"{child}-{on}", on=on, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("before", "again"), [(day(5, 15, 2025), 1), (day(5, 14, 2025), 0)])
def test_a_referral_twelve_months_after_another_is_one_again_and_a_day_later_is_not(before: date, again: int) -> None:
    assert numbers(may("re-referrals", LONG_AGO, referral(before), referral(day(5, 15)))) == (again, 1, 0)


def test_another_childs_referral_makes_none_a_re_referral() -> None:
    assert numbers(may("re-referrals", LONG_AGO, referral(day(4, 1), "b"), referral(day(5, 15)))) == (0, 1, 0)


@pytest.mark.parametrize(("closed", "known"), [(day(5, 15, 2025), True), (day(5, 16, 2025), False)])
def test_a_first_referral_cannot_be_told_where_closed_cases_do_not_reach_back_a_year(closed: date, known: bool) -> None:
    other = Referral(child="old", id="r0", on=day(1, 5, 2020), closed_on=closed)
    found = may("re-referrals", other, referral(day(5, 15)))
    assert numbers(found) == ((0, 1, 0) if known else (0, 0, 1))


def test_a_first_referral_cannot_be_told_where_another_has_no_day() -> None:
    found = may("re-referrals", LONG_AGO, referral(day(5, 15)), referral(None))
    assert numbers(found) == (0, 0, 1)
    assert "cine_referral_date" in (found.list[0].why or "")


def assessment(started: date | None, authorised: date | None, child: str = "a") -> Assessment:
    return Assessment(child=child, id=f"{child}{started}", started_on=started, authorised_on=authorised)


@pytest.mark.parametrize(("authorised", "in_time"), [(day(5, 7), 1), (day(5, 8), 0)])
def test_an_assessment_is_in_time_on_its_45th_working_day_and_not_on_the_next(authorised: date, in_time: int) -> None:
    assert numbers(may("assessments-in-45", assessment(day(3, 2), authorised))) == (in_time, 1, 0)


def test_an_assessment_without_a_start_is_neither_in_time_nor_late() -> None:
    found = may("assessments-in-45", assessment(None, day(5, 7)), assessment(day(5, 1), day(5, 8), "b"))
    assert numbers(found) == (1, 1, 1)
    assert [(one.child, one.answer) for one in found.list] == [("a", "cannot_say"), ("b", "yes")]


def test_an_assessment_that_nobody_concluded_is_told_beside_the_figure() -> None:
    found = may("assessments-in-45", assessment(day(3, 2), None), assessment(day(5, 1), None, "b"))
    assert numbers(found) == (0, 0, 0)
    assert parts(found) == {"past their day and not concluded": 1}


def test_the_middle_number_of_working_days_is_told() -> None:
    one, other = assessment(day(5, 1), day(5, 5)), assessment(day(5, 1), day(5, 8), "b")
    assert may("assessments-in-45", one, other).median == 2.5
    assert may("assessments-in-45").median is None


ENQUIRY = Enquiry(child="a", id="e1", started_on=day(4, 1))


def conference(held: date, enquiry: str | None = "e1", **more: object) -> Conference:
    return Conference(child="a", id=f"c{held}", enquiry=enquiry, held_on=held, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("started", "in_time"), [(day(4, 20), 1), (day(4, 17), 0)])
def test_a_conference_is_in_time_on_the_15th_working_day_and_not_on_the_16th(started: date, in_time: int) -> None:
    enquiry = Enquiry(child="a", id="e1", started_on=started)
    assert numbers(may("conferences-in-15", enquiry, conference(day(5, 12)))) == (in_time, 1, 0)


def test_a_conference_that_follows_no_enquiry_on_record_cannot_be_told() -> None:
    found = may("conferences-in-15", conference(day(5, 12), None))
    assert numbers(found) == (0, 0, 1)
    assert "ssd_s47_enquiry" in (found.list[0].why or "")


def test_a_transfer_from_another_council_is_no_conference_of_this_measure() -> None:
    assert numbers(may("conferences-in-15", conference(day(5, 12), None, transfer_in=True))) == (0, 0, 0)


def test_a_conference_that_names_no_enquiry_followed_the_last_one() -> None:
    long_before = Enquiry(child="a", id="e0", started_on=day(4, 1, 2024))
    latest = Enquiry(child="a", id="e1", started_on=day(5, 1))
    found = may("conferences-in-15", long_before, latest, conference(day(5, 12), None))
    assert numbers(found) == (1, 1, 0)
    assert found.list[0].started_on == day(5, 1)


def test_an_enquiry_past_its_day_without_a_conference_is_told_beside_the_figure() -> None:
    assert list(parts(may("conferences-in-15", ENQUIRY)).values()) == [1]
    ended = Enquiry(child="a", id="e1", started_on=day(4, 1), ended_on=day(4, 10), nfa=True)
    assert list(parts(may("conferences-in-15", ended)).values()) == [0]


IN_CARE = CareEpisode(child="a", id="p1", started_on=day(4, 16), entered_on=day(4, 16), start_reason="S")


@pytest.mark.parametrize(("held", "in_time"), [(day(5, 15), 1), (day(5, 18), 0)])
def test_a_first_review_is_in_time_on_the_20th_working_day_and_late_on_the_next(held: date, in_time: int) -> None:
    assert numbers(may("reviews-on-time", IN_CARE, CareReview(child="a", id="v", held_on=held))) == (in_time, 1, 0)


def test_a_review_that_nobody_held_is_late_and_one_not_yet_due_counts_nowhere() -> None:
    assert numbers(may("reviews-on-time", IN_CARE)) == (0, 1, 0)
    later = CareEpisode(child="a", id="p1", started_on=day(5, 1), entered_on=day(5, 1), start_reason="S")
    assert numbers(may("reviews-on-time", later)) == (0, 0, 0)


@pytest.mark.parametrize(("left", "late"), [(day(5, 15), 0), (day(5, 16), 1)])
def test_a_review_is_no_longer_owed_where_the_child_left_care_by_its_day(left: date, late: int) -> None:
    over = CareEpisode(
        child="a", id="p1", started_on=day(4, 16), entered_on=day(4, 16), start_reason="S", ended_on=left,
        end_reason="E4",
    )  # fmt: skip
    assert numbers(may("reviews-on-time", over)) == (0, late, 0)


PLAN = ProtectionPlan(child="a", id="q1", started_on=day(5, 1))


def seen(on: date, *, seen: bool | None = True, child: str = "a") -> ProtectionVisit:
    return ProtectionVisit(child=child, id=f"{child}{on}", on=on, seen=seen)


@pytest.mark.parametrize(("first", "none_late"), [(day(5, 18), 1), (day(5, 19), 0)])
def test_a_child_seen_on_the_last_day_has_no_late_visit_and_one_seen_a_day_later_has(
    first: date, none_late: int
) -> None:
    found = may("visits-on-time", PLAN, seen(first), seen(day(5, 29)))
    assert numbers(found) == (none_late, 1, 0)
    assert (found.parts[0].numerator, found.parts[0].denominator) == (none_late, 1)


def test_a_child_unseen_for_months_counts_in_every_one_of_them_and_only_once() -> None:
    found = may("visits-on-time", ProtectionPlan(child="a", id="q1", started_on=day(1, 5)))
    assert numbers(found) == (0, 1, 0)
    assert found.list[0].due_on == day(1, 19)


def test_a_child_seen_every_week_counts_once_too() -> None:
    assert numbers(may("visits-on-time", PLAN, *(seen(day(5, number)) for number in (5, 8, 15, 22, 29)))) == (1, 1, 0)


def test_a_visit_that_does_not_say_whether_the_child_was_seen_is_neither() -> None:
    found = may("visits-on-time", PLAN, seen(day(5, 15), seen=None))
    assert numbers(found) == (0, 0, 1)
    assert found.list[0].why


def test_the_council_may_set_another_limit_for_visits_under_a_plan() -> None:
    settings = Settings(limits={"cp-visit": Days(28)})
    assert numbers(may("visits-on-time", PLAN, settings=settings)) == (0, 1, 0)
    assert numbers(may("visits-on-time", PLAN, settings=Settings(limits={"cp-visit": Days(30)}))) == (1, 1, 0)


def test_children_in_care_are_held_to_the_regulations_and_each_line_says_which_standard() -> None:
    placed = Placement(child="b", id="pl", started_on=day(5, 4))
    in_care = CareEpisode(child="b", id="p1", started_on=day(5, 4), entered_on=day(5, 4), start_reason="S")
    found = may("visits-on-time", PLAN, in_care, placed, CareVisit(child="b", id="v", on=day(5, 11), seen=True))
    assert numbers(found) == (1, 2, 0)
    assert [(one.child, one.answer, one.standard) for one in found.list] == [
        ("a", "no", "within 10 working days (the council's own standard)"),
        ("b", "yes", "within 6 weeks (statutory regulation)"),
    ]


def test_where_only_one_kind_of_visit_is_held_the_other_is_said_not_to_be_counted() -> None:
    found = may("visits-on-time", PLAN, without=[CareVisit])
    assert numbers(found) == (0, 1, 0)
    assert len(found.silent) == 1
    assert "ssd_cla_visits" in found.silent[0]
    nothing = may("visits-on-time", without=[CareVisit, ProtectionVisit])
    assert nothing.missing is not None
    assert nothing.figure is None


def worker(name: str | None, since: date, until: date | None = None, role: str | None = None) -> Involvement:
    return Involvement(child="a", id=f"{name}{since}", professional=name, started_on=since, ended_on=until, role=role)


FIRST_TWO = (worker("w1", day(1, 5), day(3, 1)), worker("w2", day(3, 1)))


@pytest.mark.parametrize(("ended", "three"), [(day(6, 1, 2025), 1), (day(5, 31, 2025), 0)])
def test_a_worker_counts_who_was_still_there_twelve_months_before(ended: date, three: int) -> None:
    before = worker("w0", day(1, 5, 2024), ended)
    assert numbers(may("three-or-more-workers", IN_CARE, *FIRST_TWO, before)) == (three, 1, 0)


def test_the_same_worker_again_and_a_reviewing_officer_are_no_third_worker() -> None:
    again, officer = worker("w1", day(4, 1)), worker("o1", day(4, 1), role="independent reviewing officer")
    assert numbers(may("three-or-more-workers", IN_CARE, *FIRST_TWO, again, officer)) == (0, 1, 0)


def test_a_child_in_care_with_no_worker_on_record_is_never_counted_as_having_had_few() -> None:
    found = may("three-or-more-workers", IN_CARE)
    assert numbers(found) == (0, 0, 1)
    assert numbers(may("three-or-more-workers", IN_CARE, *FIRST_TWO, worker(None, day(4, 1)))) == (0, 0, 1)
    assert numbers(may("three-or-more-workers", IN_CARE, FIRST_TWO[0], worker(None, day(4, 1)))) == (0, 1, 0)


def test_the_departments_three_does_not_move_with_the_councils_setting() -> None:
    facts = (IN_CARE, *FIRST_TWO, worker("w3", day(4, 1)))
    moved = Settings(thresholds={"worker-changes": 9, "worker-changes-months": 1})
    assert numbers(may("three-or-more-workers", *facts, settings=moved)) == (1, 1, 0)


def approval(**more: date) -> TemporaryApproval:
    return TemporaryApproval(child="a", id="t1", **more)


@pytest.mark.parametrize(("started", "past"), [(day(2, 8), 0), (day(2, 7), 1)])
def test_a_temporary_approval_is_past_its_time_the_day_after_sixteen_weeks(started: date, past: int) -> None:
    found = may("open-temporary-approvals", approval(started_on=started))
    assert found.figure == 1
    assert parts(found)["past their time"] == past


@pytest.mark.parametrize(("started", "past"), [(day(12, 14, 2025), 0), (day(12, 13, 2025), 1)])
def test_an_extension_gives_it_eight_weeks_more(started: date, past: int) -> None:
    found = may("open-temporary-approvals", approval(started_on=started, extended_on=day(3, 1)))
    assert parts(found)["past their time"] == past
    assert found.list[0].duty == "cla-reg25-extension"


def test_what_came_in_was_approved_and_ended_in_the_month_is_told() -> None:
    def one(number: int, **more: date) -> TemporaryApproval:
        return TemporaryApproval(child=f"c{number}", id=f"t{number}", **more)

    found = may(
        "open-temporary-approvals",
        one(1, started_on=day(4, 30)),
        one(2, started_on=day(5, 1)),
        one(3, started_on=day(4, 1), approved_on=day(5, 31)),
        one(4, started_on=day(4, 1), approved_on=day(4, 30), ended_on=day(5, 20)),
        one(5, started_on=day(5, 2), ended_on=day(5, 20)),
        one(6, started_on=day(4, 1), approved_on=day(5, 10)),
    )
    assert found.figure == 2
    assert parts(found) == {"came in": 2, "approved": 2, "ended": 1, "past their time": 0}


def test_an_open_approval_without_a_first_day_cannot_be_told() -> None:
    found = may("open-temporary-approvals", TemporaryApproval(child="a", id="t1", extended_on=day(5, 1)))
    assert (found.figure, found.cannot_say) == (0, 1)


@pytest.mark.parametrize(("discussed", "gap"), [(day(5, 1), 0), (day(4, 30), 1)])
def test_thirty_days_since_supervision_is_no_gap_and_thirty_one_is(discussed: date, gap: int) -> None:
    case = Referral(child="a", id="r", on=day(1, 5))
    assert numbers(may("supervision-gaps", case, Supervision(child="a", id="s", on=discussed))) == (gap, 1, 0)


def test_a_child_whose_case_has_closed_has_no_supervision_gap() -> None:
    assert numbers(may("supervision-gaps", Referral(child="a", id="r", on=day(1, 5)))) == (1, 1, 0)
    closed = Referral(child="a", id="r", on=day(1, 5), closed_on=day(5, 31))
    assert numbers(may("supervision-gaps", closed)) == (0, 0, 0)


def test_a_child_with_two_open_episodes_counts_once() -> None:
    cases = [Referral(child="a", id=f"r{number}", on=day(number, 5)) for number in (1, 2)]
    assert numbers(may("supervision-gaps", *cases)) == (1, 1, 0)


def at(number: int, hour: int, minute: int = 0) -> datetime:
    return in_london(datetime(2026, 5, number, hour, minute))


BACK = MissingEpisode(
    child="a", id="m1", started_on=day(5, 3), type="missing", returned_on=day(5, 4), returned_at=at(4, 18)
)


def interview(**more: object) -> ReturnInterview:
    return ReturnInterview(child="a", id="i1", episode="m1", offered_on=day(5, 4), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("held_at", "in_time"), [(at(7, 18), 1), (at(7, 18, 1), 0)])
def test_a_return_interview_is_in_time_at_the_72nd_hour_and_not_a_minute_later(held_at: datetime, in_time: int) -> None:
    assert numbers(may("return-interviews", BACK, interview(held_on=day(5, 7), held_at=held_at))) == (in_time, 1, 0)


def test_a_return_without_an_interview_is_late_and_one_still_running_counts_nowhere() -> None:
    assert numbers(may("return-interviews", BACK)) == (0, 1, 0)
    fresh = MissingEpisode(child="a", id="m1", started_on=day(5, 30), type="missing", returned_on=day(5, 30))
    assert numbers(may("return-interviews", fresh)) == (0, 0, 0)


@pytest.mark.parametrize(("declined", "told"), [(day(5, 7), (0, 0, 0)), (day(5, 8), (0, 1, 0))])
def test_an_interview_declined_in_time_is_told_apart_and_one_declined_later_was_late(
    declined: date, told: tuple[int, int, int]
) -> None:
    found = may("return-interviews", BACK, interview(declined_on=declined))
    assert numbers(found) == told
    assert parts(found) == {"declined by the child in time": 1 - told[1]}


@pytest.mark.parametrize(("held", "in_time"), [(day(5, 12), 1), (day(5, 13), 0)])
def test_a_pathway_review_is_in_time_six_months_after_the_plan_and_late_the_day_after(held: date, in_time: int) -> None:
    steps: list[Fact] = [
        Person(child="a", born_on=day(1, 1, 2009)),
        PathwayPlan(child="a", id="1", step="plan", on=day(11, 12, 2025)),
        PathwayPlan(child="a", id="2", step="review", on=held),
    ]
    assert numbers(may("pathway-reviews", *steps)) == (in_time, 1, 0)
