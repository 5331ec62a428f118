"""Planted among young people leaving care, children no chart shows, and in how the council looks at its work."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from holdfast.dates import Days, WorkingDays, birthday, parse_moment
from holdfast.record.field import Fact
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.oversight import Challenge, ChangeEvent, PlanAction, Supervision
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode, PrivateFostering, PrivateFosteringVisit
from holdfast.wexmouth.care_in_good_time import TimeInCare
from holdfast.wexmouth.in_good_time import latest_said, supervised
from holdfast.wexmouth.planted.lives import (
    helped,
    in_care,
    kept_safe,
    left_undone,
    planted_child,
    safeguarding,
    somebody,
    worker_for,
)
from holdfast.wexmouth.planted.problem import PlantedProblem
from holdfast.wexmouth.telling import STEADY, Telling
from holdfast.wexmouth.workers import PATHWAYS, allocated, worker


def _no_pathway_plan() -> Iterator[Fact]:
    told = somebody(30, date(2010, 2, 10))
    in_care(told, TimeInCare(entered_on=date(2024, 2, 12), legal="C2"))
    told.add(PathwayPlan, step="needs assessment", on=date(2026, 4, 15))
    yield from told.facts


def _leaver(number: int, born_on: date, entered_on: date) -> Telling:
    """A care leaver with a plan since sixteen, seen to by an adviser since eighteen."""
    told = somebody(number, born_on)
    eighteen = birthday(born_on, 18)
    in_care(told, TimeInCare(entered_on=entered_on, legal="C2", ended_on=eighteen, end_reason="E5"))
    _closed_at(told, eighteen)
    plan = WorkingDays(1).after(Days(70).after(birthday(born_on, 16)))
    told.add(PathwayPlan, step="needs assessment", on=WorkingDays(-12).after(plan))
    told.add(PathwayPlan, step="plan", on=plan, agreed=True)
    for day in STEADY.every("pathway review", plan):
        told.add(PathwayPlan, step="review", on=day, agreed=True)
    allocated(told, worker_for(told, "pathways"), eighteen)
    for day in STEADY.every("adviser's contact", eighteen):
        told.add(AdviserContact, on=day, way="call", two_way=True, at_home=False)
    told.add(
        CareLeaver, eligibility="former relevant", in_touch="YES", accommodation="U", suitable="1", activity="F2",
        adviser=worker(worker_for(told, "pathways")), team=PATHWAYS, worker=worker(worker_for(told, "pathways")),
    )  # fmt: skip
    return told


def _closed_at(told: Telling, day: date) -> None:
    """The social worker's own work ends; the adviser's begins."""
    held = told.of(Involvement)[0]
    told.facts.remove(held)
    told.add(
        Involvement, professional=held.professional, role=held.role, team=held.team, started_on=held.started_on,
        ended_on=day, change_reason="turned eighteen",
    )  # fmt: skip


def _no_pathway_review() -> Iterator[Fact]:
    told = _leaver(31, date(2007, 3, 5), date(2021, 6, 14))
    left_undone(told, PathwayPlan, date(2025, 10, 20), step="review")
    latest_said(told)
    yield from told.facts


def _no_contact() -> Iterator[Fact]:
    told = _leaver(32, date(2006, 12, 12), date(2020, 9, 7))
    left_undone(told, AdviserContact, date(2026, 2, 28))
    latest_said(told)
    yield from told.facts


def _no_interview() -> Iterator[Fact]:
    told = somebody(33, date(2010, 8, 1))
    in_care(told, TimeInCare(entered_on=date(2025, 2, 10), legal="C2"), home="K2")
    told.add(
        MissingEpisode, type="missing", started_on=date(2026, 5, 23), started_at=parse_moment("2026-05-23T18:10"),
        returned_on=date(2026, 5, 24), returned_at=parse_moment("2026-05-24T09:35"), offered=False,
    )  # fmt: skip
    yield from told.facts


def _unvisited_friend() -> Iterator[Fact]:
    told = somebody(34, date(2012, 4, 23))
    told_on, first = date(2025, 11, 3), date(2025, 11, 7)
    allocated(told, safeguarding(told), told_on)
    supervised(told, safeguarding(told), told_on)
    told.add(
        PrivateFostering, stay_from=told_on, notified_on=told_on, notified_by="carer", suitable_on=date(2025, 12, 17)
    )
    for day in [first, *STEADY.every("private fostering visit", first)]:
        told.add(PrivateFosteringVisit, on=day, seen_alone=True)
    left_undone(told, PrivateFosteringVisit, date(2026, 3, 31))
    yield from told.facts


def _undiscussed() -> Iterator[Fact]:
    told = somebody(35, date(2016, 1, 26))
    kept_safe(told, date(2025, 10, 6), date(2025, 10, 24))
    left_undone(told, Supervision, date(2026, 4, 3))
    yield from told.facts


def _no_change() -> Iterator[Fact]:
    told = somebody(36, date(2018, 11, 15))
    reviews = [(date(2025, 9, 4), "little or none"), (date(2026, 2, 19), "little or none")]
    kept_safe(told, date(2025, 5, 19), date(2025, 6, 9), reviews=reviews)
    yield from told.facts


def _four_workers() -> Iterator[Fact]:
    told = somebody(37, date(2011, 5, 7))
    in_care(told, TimeInCare(entered_on=date(2025, 3, 24), legal="C2"))
    first = told.of(Involvement)[0]
    told.facts.remove(first)
    days = [first.started_on, date(2025, 8, 18), date(2025, 12, 1), date(2026, 4, 20)]
    for number, (since, until) in enumerate(zip(days, [*days[1:], None], strict=True)):
        allocated(told, f"care-{5 - number}", since, until, "left" if until else None)
    yield from told.facts


def _moved_action() -> Iterator[Fact]:
    told = somebody(38, date(2014, 9, 9))
    helped(told, date(2025, 12, 1), date(2026, 1, 20))
    days = [date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 1), date(2026, 5, 5), date(2026, 6, 12)]
    for set_on, for_day in pairwise(days):
        told.add(
            PlanAction, action=f"{told.child}-act-1", words_of_action="Speech and language appointment",
            set_on=set_on, for_day=for_day,
        )  # fmt: skip
    yield from told.facts


def _unanswered() -> Iterator[Fact]:
    told = somebody(39, date(2013, 3, 18))
    in_care(told, TimeInCare(entered_on=date(2024, 5, 20), legal="C2"))
    dispute = f"{told.child}-dispute-1"
    told.add(Challenge, stage=0.0, raised_on=date(2026, 5, 8), theme="school place", dispute=dispute)
    told.add(Challenge, stage=1.0, raised_on=date(2026, 5, 15), theme="school place", dispute=dispute)
    yield from told.facts


def _changed_since() -> Iterator[Fact]:
    told = somebody(40, date(2020, 2, 27))
    helped(told, date(2025, 12, 8), date(2026, 2, 3))
    told.add(ChangeEvent, on=date(2026, 5, 12), kind="new partner")
    yield from told.facts


LOOKED_ON: tuple[PlantedProblem, ...] = (
    PlantedProblem(
        child=planted_child(30), code="cl-pathway-plan-16y3m", tell=_no_pathway_plan, since=date(2026, 5, 11),
        planted="Sixteen on 10 February 2026 and in care; needs are assessed, and no pathway plan is made.",
        closes="The pathway plan, made.",
    ),
    PlantedProblem(
        child=planted_child(31), code="cl-pathway-review", tell=_no_pathway_review, since=date(2026, 4, 7),
        planted="Nineteen; the pathway plan was last reviewed on 6 October 2025.",
        closes="A review of the pathway plan.",
    ),
    PlantedProblem(
        child=planted_child(32), code="cl-pa-contact-8wk", tell=_no_contact, since=date(2026, 4, 18),
        planted="Nineteen; no contact both ways since 20 February 2026.",
        closes="A contact in which the young person answers.",
    ),
    PlantedProblem(
        child=planted_child(33), code="ms-rhi-72h", tell=_no_interview, since=date(2026, 5, 27),
        planted="Missing for a night and back on 24 May 2026 at 09:35; no return interview.",
        closes="A return interview, held; or offered and declined.",
    ),
    PlantedProblem(
        child=planted_child(34), code="pf-visit-year1", tell=_unvisited_friend, since=date(2026, 4, 18),
        planted="Privately fostered since 3 November 2025; not visited since 6 March 2026.", closes="A visit.",
    ),
    PlantedProblem(
        child=planted_child(35), code="wf-case-supervision", tell=_undiscussed, since=date(2026, 4, 12),
        planted="On a protection plan; not discussed in supervision since 12 March 2026.",
        closes="A supervision discussion of this child.",
    ),
    PlantedProblem(
        child=planted_child(36), code="no-change-twice", tell=_no_change, since=date(2026, 2, 19),
        planted="Two review conferences running found little or no change; nobody has decided what follows.",
        closes="A decision about the plan, a review that finds change for the better, or the end of the plan.",
    ),
    PlantedProblem(
        child=planted_child(37), code="worker-changes", tell=_four_workers, since=date(2026, 4, 20),
        planted="Fourth social worker within a year.", closes="Time with the same worker.",
    ),
    PlantedProblem(
        child=planted_child(38), code="action-moved", tell=_moved_action, since=date(2026, 5, 5),
        planted="The speech and language appointment has been put off three times.",
        closes="The day the action was done.",
    ),
    PlantedProblem(
        child=planted_child(39), code="unanswered-escalation", tell=_unanswered, since=date(2026, 5, 23),
        planted="The reviewing officer's challenge of 15 May 2026 about a school place has had no reply.",
        closes="A reply at the stage it has reached, or the day the dispute was settled.",
    ),
    PlantedProblem(
        child=planted_child(40), code="assessment-older-than-change", tell=_changed_since, since=date(2026, 5, 14),
        planted="A new partner moved in on 12 May 2026; nobody has looked at the assessment again.",
        closes="The day the assessment was looked at again.",
    ),
)  # fmt: skip
