"""One table of small records: for each rule the last day it is quiet and the first day it stands, and how it leaves.

``c`` is the child throughout. Somebody who is not the child's own worker has the child all the time, so that work is
open and nothing else is said by it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.dates import end_of
from holdfast.duties.drift.columns import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE
from holdfast.duties.drift.rule import Drift
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.child_protection import Application, Booking, Conference, Enquiry, PreProceedings, ProtectionPlan
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedPlan
from holdfast.record.in_care import CareEpisode, CarePlan, LegalStatus, TemporaryApproval
from holdfast.record.leaving_care import ProvidedHome
from holdfast.record.oversight import (
    Challenge,
    ChangeEvent,
    ManagementDecision,
    Note,
    PlanAction,
    PlanReview,
    Supervision,
)
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode, ReturnInterview

Facts = tuple[Fact, ...]

WHOLE = columns_from(()).held
"""What a record holds that holds everything."""


def d(text: str) -> date:
    """A day from ISO text."""
    return date.fromisoformat(text)


def fact(noun: type[Fact], **fields: Any) -> Fact:
    """A fact about ``c``; text that looks like a day is one."""
    days = {name: d(value) for name, value in fields.items() if isinstance(value, str) and value[:2] == "20"}
    return noun(child="c", **{**fields, **days})


ALWAYS_SOMEBODY = fact(Involvement, professional="o1", role="independent reviewing officer", started_on="2024-01-01")


def drifts(facts: Facts, code: str, day: date, settings: Settings = WEXMOUTH) -> list[Drift]:
    """What a rule says of the record at the end of the day: one child and every child, which must agree."""
    columns, rules = columns_from(facts), (BY_CODE[code],)
    swept, _ = drift_sweep(columns, end_of(day), settings, rules)
    alone = drifts_of(Standing(columns.child("c"), end_of(day)), settings, rules)
    assert swept == alone
    return swept


def alone(facts: Facts, code: str, day: date, settings: Settings = WEXMOUTH) -> list[Drift]:
    """What a rule says of the record at the end of the day, for one child only: quick, for many tries."""
    grouped: dict[type[Fact], list[Fact]] = {}
    for one in facts:
        grouped.setdefault(type(one), []).append(one)
    child = Child(id="c", facts={noun: tuple(some) for noun, some in grouped.items()}, held=WHOLE)
    return drifts_of(Standing(child, end_of(day)), settings, (BY_CODE[code],))


def stands(facts: Facts, code: str, day: date, settings: Settings = WEXMOUTH) -> bool:
    """True when the rule stands on the day, in both engines."""
    return any(one.stands for one in drifts(facts, code, day, settings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A record, the rule, and two days that follow one another: before and after it turns."""

    says: str
    code: str
    facts: Facts
    before: str
    after: str

    @property
    def record(self) -> Facts:
        """The facts with somebody who has the child all the time."""
        return (*self.facts, ALWAYS_SOMEBODY)


def many(noun: type[Fact], field: str, days: str, **fields: Any) -> Facts:
    """One fact a day."""
    return tuple(fact(noun, id=f"{noun.__name__}{n}", **{field: day, **fields}) for n, day in enumerate(days.split()))


def reviews(days: str, change: str = "little or none", kind: str = "child protection") -> Facts:
    """Reviews of one kind of plan."""
    return many(PlanReview, "on", days, plan_kind=kind, change=change)


def workers(days: str) -> Facts:
    """One own worker after another from these days."""
    return tuple(
        fact(Involvement, professional=f"w{n}", role="social worker", started_on=day)
        for n, day in enumerate(days.split())
    )


def moved(*pairs: str) -> Facts:
    """One action: each pair is the day a date was set and the date."""
    return tuple(
        fact(
            PlanAction,
            action="a",
            words_of_action="Find a school place",
            set_on=pair.split()[0],
            for_day=pair.split()[1],
        )
        for pair in pairs
    )


THREE_REVIEWS = reviews("2024-12-09 2025-06-05 2025-12-02")
PLAN = (fact(ProtectionPlan, id="p1", started_on="2024-09-10"),)
IN_NEED = (fact(InNeedPlan, id="n1", started_on="2025-03-31"),)
LETTER = (fact(PreProceedings, id="pp", decided_on="2026-03-12", letter_on="2026-03-19"),)
STRATEGY = (fact(Enquiry, id="e1", started_on="2026-03-02"),)
ACCOMMODATED = (
    fact(CareEpisode, id="ce", started_on="2026-01-31", start_reason="S"),
    fact(LegalStatus, status="V2", started_on="2026-01-31", ended_on="2026-03-02"),
    fact(LegalStatus, status="V2", started_on="2026-03-02"),
)
RELATIVE = (fact(TemporaryApproval, id="t1", started_on="2025-12-08"),)
EXTENDED = (fact(TemporaryApproval, id="t1", started_on="2025-12-08", extended_on="2026-03-27"),)
BIG_CHANGE = (
    fact(Assessment, started_on="2025-01-06", authorised_on="2025-02-14"),
    fact(ChangeEvent, id="ch", kind="new partner", on="2026-05-22"),
)
FIVE_NOTES = many(Note, "on", "2026-01-13 2026-01-27 2026-02-05 2026-02-24 2026-03-10", kind="concern", theme="neglect")
LINKED = many(Note, "on", "2026-02-10", kind="linked adult")
GAP = many(Note, "on", "2026-04-20", kind="gap", theme="therapy")
FIVE_WORKERS = workers("2025-02-03 2025-05-19 2025-08-04 2025-11-10 2026-03-02")
DISCUSSED = many(Supervision, "on", "2025-10-20 2025-11-17")
MOVED = moved("2026-01-05 2026-01-30", "2026-02-02 2026-02-27", "2026-03-02 2026-03-27", "2026-04-01 2026-04-24")
RAISED = (fact(Challenge, id="s1", dispute="q", stage=1.0, raised_on="2026-02-02"),)
MISSING = many(MissingEpisode, "started_on", "2026-05-01 2026-05-08 2026-05-14", type="missing")
DECLINED = (
    fact(MissingEpisode, id="m1", type="missing", started_on="2026-05-08", returned_on="2026-05-09"),
    fact(ReturnInterview, id="r1", episode="m1", offered_on="2026-05-10", declined_on="2026-05-11"),
)
NOTICE = (fact(ProvidedHome, id="h1", started_on="2026-01-12", notice_on="2026-03-24"),)
BEGUN = many(Note, "on", "2025-03-10 2025-09-01 2026-01-12", kind="assessment begun", theme="special guardianship")


def decided(on: str, **more: Any) -> Facts:
    """A manager's decision about the plan."""
    return (fact(ManagementDecision, id=f"md-{on}", about="plan", on=on, **more),)


def looked(on: str) -> Facts:
    """A manager's look."""
    return (fact(ManagementDecision, about="manager look", on=on),)


RISES = (
    Case(says="the second review running without change", code="no-change-twice",
         facts=reviews("2025-03-03 2025-06-05"), before="2025-06-04", after="2025-06-05"),
    Case(says="a second review that found worse", code="no-change-twice",
         facts=(*reviews("2025-03-03"), *reviews("2025-06-05", "worse")), before="2025-06-04", after="2025-06-05"),
    Case(says="a decision is late after ten working days", code="no-change-decision", facts=THREE_REVIEWS,
         before="2025-12-16", after="2025-12-17"),
    Case(says="a protection plan of fifteen months", code="protection-plan-long", facts=PLAN,
         before="2025-12-09", after="2025-12-10"),
    Case(says="a protection plan of eighteen months, decided about at fifteen", code="protection-plan-long",
         facts=(*PLAN, *decided("2025-12-10")), before="2026-03-09", after="2026-03-10"),
    Case(says="a decision about a long plan holds for six months", code="protection-plan-long",
         facts=(*PLAN, *decided("2026-03-12")), before="2026-09-11", after="2026-09-12"),
    Case(says="a child in need plan of nine months", code="in-need-plan-long", facts=IN_NEED,
         before="2025-12-30", after="2025-12-31"),
    Case(says="sixteen weeks from the letter", code="pre-proceedings-long", facts=LETTER,
         before="2026-07-09", after="2026-07-10"),
    Case(says="sixteen weeks from the decision where no letter is on record", code="pre-proceedings-long",
         facts=(fact(PreProceedings, id="pp", decided_on="2026-03-12"),), before="2026-07-02", after="2026-07-03"),
    Case(says="no conference booked on working day eight", code="conference-not-booked", facts=STRATEGY,
         before="2026-03-11", after="2026-03-12"),
    Case(says="four months accommodated, over two rows of one status", code="accommodated-without-permanence",
         facts=ACCOMMODATED, before="2026-05-30", after="2026-05-31"),
    Case(says="sixteen weeks of temporary approval", code="temporary-approval-over", facts=RELATIVE,
         before="2026-03-30", after="2026-03-31"),
    Case(says="eight weeks more of an extended approval", code="temporary-approval-over", facts=EXTENDED,
         before="2026-05-25", after="2026-05-26"),
    Case(says="a working day after a big change, over a bank holiday", code="assessment-older-than-change",
         facts=BIG_CHANGE, before="2026-05-26", after="2026-05-27"),
    Case(says="a fifth note on one theme", code="repeated-concern", facts=FIVE_NOTES,
         before="2026-03-09", after="2026-03-10"),
    Case(says="an adult linked to an enquiry", code="linked-adult-enquiry", facts=LINKED,
         before="2026-02-09", after="2026-02-10"),
    Case(says="supervision on the day of the note does not answer it", code="linked-adult-enquiry",
         facts=(*LINKED, *many(Supervision, "on", "2026-02-10")), before="2026-02-09", after="2026-02-10"),
    Case(says="no provider", code="gap-unfilled", facts=GAP, before="2026-04-19", after="2026-04-20"),
    Case(says="a third change of worker", code="worker-changes", facts=FIVE_WORKERS,
         before="2025-11-09", after="2025-11-10"),
    Case(says="thirty-one days since supervision", code="supervision-gap", facts=DISCUSSED,
         before="2025-12-17", after="2025-12-18"),
    Case(says="an action moved a third time", code="action-moved", facts=MOVED,
         before="2026-03-31", after="2026-04-01"),
    Case(says="a challenge without a reply in five working days", code="unanswered-escalation", facts=RAISED,
         before="2026-02-09", after="2026-02-10"),
    Case(says="the first stage is late after five working days", code="iro-stage", facts=RAISED,
         before="2026-02-09", after="2026-02-10"),
    Case(says="a third time missing", code="repeat-missing", facts=MISSING, before="2026-05-13", after="2026-05-14"),
    Case(says="a third time missing on the thirtieth day", code="repeat-missing",
         facts=many(MissingEpisode, "started_on", "2026-05-01 2026-05-10 2026-05-31"),
         before="2026-05-30", after="2026-05-31"),
    Case(says="an interview declined", code="second-offer", facts=DECLINED, before="2026-05-10", after="2026-05-11"),
    Case(says="an arrears notice", code="tenancy-at-risk", facts=NOTICE, before="2026-03-23", after="2026-03-24"),
    Case(says="one assessment begun a third time", code="assessment-restarted", facts=BEGUN,
         before="2026-01-11", after="2026-01-12"),
)  # fmt: skip
"""Quiet on the day ``before``, standing on the day ``after``."""

LEAVES = (
    Case(says="a decision after the second review", code="no-change-twice",
         facts=(*reviews("2025-03-03 2025-06-05"), *decided("2025-07-01")), before="2025-06-30", after="2025-07-01"),
    Case(says="a third review that found better", code="no-change-twice",
         facts=(*reviews("2025-03-03 2025-06-05"), *reviews("2025-09-01", "better")),
         before="2025-08-31", after="2025-09-01"),
    Case(says="the plan reviewed is over", code="no-change-twice",
         facts=(*reviews("2025-03-03 2025-06-05"),
                fact(ProtectionPlan, id="p1", started_on="2024-09-10", ended_on="2025-07-01")),
         before="2025-06-30", after="2025-07-01"),
    Case(says="reviews of no plan on record grow old", code="no-change-twice", facts=reviews("2025-03-03 2025-06-05"),
         before="2026-06-05", after="2026-06-06"),
    Case(says="a legal gateway", code="no-change-decision",
         facts=(*THREE_REVIEWS, fact(PreProceedings, decided_on="2026-03-12")),
         before="2026-03-11", after="2026-03-12"),
    Case(says="an application", code="no-change-decision",
         facts=(*THREE_REVIEWS, fact(Application, issued_on="2026-03-12")), before="2026-03-11", after="2026-03-12"),
    Case(says="a later review that found better", code="no-change-decision",
         facts=(*THREE_REVIEWS, *reviews("2026-03-12", "better")), before="2026-03-11", after="2026-03-12"),
    Case(says="a decision about the plan", code="protection-plan-long", facts=(*PLAN, *decided("2026-01-12")),
         before="2026-01-11", after="2026-01-12"),
    Case(says="the end of the plan", code="protection-plan-long",
         facts=(fact(ProtectionPlan, id="p1", started_on="2024-09-10", ended_on="2026-01-12"),),
         before="2026-01-11", after="2026-01-12"),
    Case(says="the end of the plan", code="in-need-plan-long",
         facts=(fact(InNeedPlan, id="n1", started_on="2025-03-31", ended_on="2026-01-12"),),
         before="2026-01-11", after="2026-01-12"),
    Case(says="an application", code="pre-proceedings-long", facts=(*LETTER, fact(Application, issued_on="2026-07-14")),
         before="2026-07-13", after="2026-07-14"),
    Case(says="stepping down", code="pre-proceedings-long",
         facts=(fact(PreProceedings, decided_on="2026-03-12", letter_on="2026-03-19", ended_on="2026-07-14"),),
         before="2026-07-13", after="2026-07-14"),
    Case(says="a booking", code="conference-not-booked",
         facts=(*STRATEGY, fact(Booking, on="2026-03-13", enquiry="e1", for_day="2026-03-23")),
         before="2026-03-12", after="2026-03-13"),
    Case(says="a booking that names no enquiry", code="conference-not-booked",
         facts=(*STRATEGY, fact(Booking, on="2026-03-13")), before="2026-03-12", after="2026-03-13"),
    Case(says="the conference itself", code="conference-not-booked",
         facts=(*STRATEGY, fact(Conference, held_on="2026-04-01", enquiry="e1")),
         before="2026-03-31", after="2026-04-01"),
    Case(says="an enquiry that needs no conference", code="conference-not-booked",
         facts=(fact(Enquiry, id="e1", started_on="2026-03-02", ended_on="2026-03-20", nfa=True),),
         before="2026-03-19", after="2026-03-20"),
    Case(says="a plan for permanence", code="accommodated-without-permanence",
         facts=(*ACCOMMODATED, fact(CarePlan, started_on="2026-06-10", permanence="LTFOST18")),
         before="2026-06-09", after="2026-06-10"),
    Case(says="another legal status", code="accommodated-without-permanence",
         facts=(fact(CareEpisode, id="ce", started_on="2026-01-31", start_reason="S"),
                fact(LegalStatus, status="V2", started_on="2026-01-31", ended_on="2026-06-10"),
                fact(LegalStatus, status="C1", started_on="2026-06-10")),
         before="2026-06-09", after="2026-06-10"),
    Case(says="full approval", code="temporary-approval-over",
         facts=(fact(TemporaryApproval, started_on="2025-12-08", approved_on="2026-04-20"),),
         before="2026-04-19", after="2026-04-20"),
    Case(says="the end of the arrangement", code="temporary-approval-over",
         facts=(fact(TemporaryApproval, started_on="2025-12-08", ended_on="2026-04-20"),),
         before="2026-04-19", after="2026-04-20"),
    Case(says="the assessment looked at again", code="assessment-older-than-change",
         facts=(fact(ChangeEvent, kind="move", on="2026-05-11", looked_on="2026-05-20"),),
         before="2026-05-19", after="2026-05-20"),
    Case(says="a new assessment", code="assessment-older-than-change",
         facts=(*BIG_CHANGE, fact(Assessment, started_on="2026-06-10")), before="2026-06-09", after="2026-06-10"),
    Case(says="a manager's look", code="repeated-concern", facts=(*FIVE_NOTES, *looked("2026-03-12")),
         before="2026-03-11", after="2026-03-12"),
    Case(says="a strategy discussion", code="repeated-concern",
         facts=(*FIVE_NOTES, fact(Enquiry, started_on="2026-03-12")), before="2026-03-11", after="2026-03-12"),
    Case(says="the first of the notes grows old", code="repeated-concern", facts=FIVE_NOTES,
         before="2027-01-13", after="2027-01-14"),
    Case(says="a manager's look", code="linked-adult-enquiry", facts=(*LINKED, *looked("2026-02-12")),
         before="2026-02-11", after="2026-02-12"),
    Case(says="a later supervision discussion", code="linked-adult-enquiry",
         facts=(*LINKED, *many(Supervision, "on", "2026-02-12")), before="2026-02-11", after="2026-02-12"),
    Case(says="somebody provides it", code="gap-unfilled",
         facts=many(Note, "on", "2026-04-20", kind="gap", theme="therapy", kept_on="2026-05-20"),
         before="2026-05-19", after="2026-05-20"),
    Case(says="a change grows a year old", code="worker-changes", facts=FIVE_WORKERS,
         before="2026-08-04", after="2026-08-05"),
    Case(says="the child was discussed", code="supervision-gap",
         facts=(*DISCUSSED, *many(Supervision, "on", "2026-02-23")), before="2026-02-22", after="2026-02-23"),
    Case(says="the action was done", code="action-moved",
         facts=(*MOVED, fact(PlanAction, action="a", set_on="2026-04-01", for_day="2026-04-24", done_on="2026-05-05")),
         before="2026-05-04", after="2026-05-05"),
    Case(says="a reply", code="unanswered-escalation",
         facts=(fact(Challenge, dispute="q", stage=1.0, raised_on="2026-02-02", replied_on="2026-02-23"),),
         before="2026-02-22", after="2026-02-23"),
    Case(says="the dispute settled", code="unanswered-escalation",
         facts=(fact(Challenge, dispute="q", stage=1.0, raised_on="2026-02-02", settled_on="2026-02-23"),),
         before="2026-02-22", after="2026-02-23"),
    Case(says="a strategy discussion", code="repeat-missing", facts=(*MISSING, fact(Enquiry, started_on="2026-05-18")),
         before="2026-05-17", after="2026-05-18"),
    Case(says="another offer", code="second-offer",
         facts=(*DECLINED, fact(ReturnInterview, id="r2", episode="m1", offered_on="2026-05-20")),
         before="2026-05-19", after="2026-05-20"),
    Case(says="an interview held", code="second-offer",
         facts=(*DECLINED, fact(ReturnInterview, id="r2", episode="m1", offered_on="2026-05-08", held_on="2026-05-20")),
         before="2026-05-19", after="2026-05-20"),
    Case(says="somebody took the notice up", code="tenancy-at-risk",
         facts=(fact(ProvidedHome, started_on="2026-01-12", notice_on="2026-03-24", task_on="2026-03-30"),),
         before="2026-03-29", after="2026-03-30"),
    Case(says="a note that it was finished", code="assessment-restarted",
         facts=(*BEGUN, *many(Note, "on", "2026-05-05", kind="assessment finished", theme="special guardianship")),
         before="2026-05-04", after="2026-05-05"),
)  # fmt: skip
"""Standing on the day ``before``, no longer on the day ``after``."""

NEVER = (
    Case(says="a better review between two without change", code="no-change-twice",
         facts=(*reviews("2025-03-03 2025-09-01"), *reviews("2025-06-05", "better")),
         before="2025-09-01", after="2025-10-01"),
    Case(says="a review between that does not say", code="no-change-twice",
         facts=(*reviews("2025-03-03 2025-09-01"), fact(PlanReview, plan_kind="child protection", on="2025-06-05")),
         before="2025-09-01", after="2025-10-01"),
    Case(says="two reviews of two kinds of plan", code="no-change-twice",
         facts=(*reviews("2025-03-03"), *reviews("2025-06-05", kind="in care")),
         before="2025-06-05", after="2025-10-01"),
    Case(says="a review of an earlier plan", code="no-change-twice",
         facts=(*reviews("2025-03-03 2025-09-01"),
                fact(ProtectionPlan, id="p1", started_on="2024-09-10", ended_on="2025-04-01"),
                fact(ProtectionPlan, id="p2", started_on="2025-06-02")),
         before="2025-09-01", after="2025-10-01"),
    Case(says="a plan for permanence that is still in force", code="accommodated-without-permanence",
         facts=(*ACCOMMODATED, fact(CarePlan, started_on="2026-02-10", permanence="LTFOST18")),
         before="2026-05-31", after="2026-07-01"),
    Case(says="the same worker again", code="worker-changes",
         facts=tuple(fact(Involvement, professional="w", started_on=day)
                     for day in ("2025-02-03", "2025-05-19", "2025-08-04", "2025-11-10")),
         before="2025-11-10", after="2026-01-10"),
    Case(says="changes of people who are not the child's own worker", code="worker-changes",
         facts=tuple(fact(Involvement, professional=f"w{n}", role="Personal Adviser", started_on=day)
                     for n, day in enumerate(("2025-02-03", "2025-05-19", "2025-08-04", "2025-11-10"))),
         before="2025-11-10", after="2026-01-10"),
    Case(says="a third time missing on the thirty-first day", code="repeat-missing",
         facts=many(MissingEpisode, "started_on", "2026-05-01 2026-05-10 2026-06-01"),
         before="2026-06-01", after="2026-06-02"),
    Case(says="away, not missing", code="repeat-missing",
         facts=many(MissingEpisode, "started_on", "2026-05-01 2026-05-08 2026-05-14", type="away"),
         before="2026-05-14", after="2026-06-02"),
    Case(says="three times missing with a strategy discussion among them", code="repeat-missing",
         facts=(*MISSING, fact(Enquiry, started_on="2026-05-08")), before="2026-05-14", after="2026-06-02"),
    Case(says="a date set again on the same day", code="action-moved",
         facts=moved(*(f"{day} 2026-01-30" for day in ("2026-01-05", "2026-02-02", "2026-03-02", "2026-04-01"))),
         before="2026-04-01", after="2026-04-24"),
    Case(says="five notes on two themes", code="repeated-concern",
         facts=(*FIVE_NOTES[:4], *many(Note, "on", "2026-03-10", kind="concern", theme="school")),
         before="2026-03-10", after="2026-04-01"),
    Case(says="an informal word is no stage", code="unanswered-escalation",
         facts=(fact(Challenge, dispute="q", stage=0.0, raised_on="2026-02-02"),),
         before="2026-02-10", after="2026-04-01"),
)  # fmt: skip
"""Quiet on both days."""
