"""For each planted problem, the change of the record that closes it, made on Wexmouth's own day."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from holdfast.record.child_protection import (
    Application,
    Booking,
    Conference,
    CoreGroup,
    Enquiry,
    PreProceedings,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedVisit, Referral
from holdfast.record.in_care import (
    CarePlan,
    CareReview,
    CareVisit,
    EducationPlan,
    HealthCheck,
    Placement,
    PlacementStep,
    TemporaryApproval,
)
from holdfast.record.leaving_care import AdviserContact, PathwayPlan
from holdfast.record.oversight import (
    Challenge,
    ChangeEvent,
    ManagementDecision,
    PlanAction,
    PlanReview,
    Supervision,
)
from holdfast.record.unseen import MissingEpisode, PrivateFosteringVisit, ReturnInterview
from holdfast.wexmouth.telling import WEXMOUTH_DAY as DAY

Facts = tuple[Fact, ...]
Closing = Callable[[Facts], Facts]


def _added(noun: Any, **fields: Any) -> Closing:
    """Another fact; a field given as a noun is the id of the child's last fact of that kind."""

    def close(facts: Facts) -> Facts:
        said = {name: _id(facts, one) if isinstance(one, type) else one for name, one in fields.items()}
        return (*facts, noun(child=facts[0].child, id="closing", **said))

    return close


def _filled(noun: type[Fact], **fields: Any) -> Closing:
    """The last fact of this kind, with what it lacked."""

    def close(facts: Facts) -> Facts:
        last = [fact for fact in facts if type(fact) is noun][-1]
        return tuple(replace(fact, **fields) if fact is last else fact for fact in facts)

    return close


def _id(facts: Iterable[Fact], noun: type[Fact]) -> str:
    return [fact.id for fact in facts if type(fact) is noun][-1]  # type: ignore[attr-defined]


DECIDED = _added(ManagementDecision, about="plan", on=DAY, reason="It goes on, and this is why.")
SEEN = _added(CareVisit, on=DAY, seen=True)
REVIEWED = _added(CareReview, held_on=DAY, cancelled=False)
CONFERRED = _added(ProtectionReview, held_on=DAY, quorate=True)
MET = _added(CoreGroup, on=DAY)
EXAMINED = _added(HealthCheck, type="health assessment", status="completed", on=DAY)
PERMANENT = _added(CarePlan, started_on=DAY, permanence="LTFOST18")

CLOSINGS: dict[str, Closing] = {
    "fd-referral-decision": _added(ManagementDecision, about="referral", subject=Referral, on=DAY),
    "as-cfa-45wd": _filled(Assessment, authorised_on=DAY),
    "cin-plan-review": _added(PlanReview, plan_kind="child in need", on=DAY, change="better"),
    "cin-visit": _added(InNeedVisit, on=DAY, seen=True),
    "in-need-plan-long": DECIDED,
    "cp-icpc-15wd": _added(Conference, held_on=DAY, enquiry=Enquiry, made_plan=False),
    "conference-not-booked": _added(Booking, on=DAY, enquiry=Enquiry),
    "cp-core-group-first": MET,
    "cp-core-group-next": MET,
    "cp-review-first": CONFERRED,
    "cp-review-next": CONFERRED,
    "cp-visit": _added(ProtectionVisit, on=DAY, seen=True),
    "protection-plan-long": DECIDED,
    "plo-max-16wk": _filled(PreProceedings, ended_on=DAY, outcome="step down"),
    "ct-26wk": _filled(Application, disposed_on=DAY),
    "cla-review-1": REVIEWED,
    "cla-review-n": REVIEWED,
    "cla-care-plan": _added(CarePlan, started_on=DAY),
    "cla-placement-plan": _added(PlacementStep, step="placement plan", placement=Placement, on=DAY),
    "cla-permanence-plan": PERMANENT,
    "accommodated-without-permanence": PERMANENT,
    "cla-reg25-extension": _filled(TemporaryApproval, approved_on=DAY),
    "cla-visit-yr1": SEEN,
    "cla-visit-permanent": SEEN,
    "cla-iha": EXAMINED,
    "cla-rha-u5": EXAMINED,
    "cla-rha-5plus": EXAMINED,
    "cla-dental": _added(HealthCheck, type="dental check", status="completed", on=DAY),
    "cla-pep-first": _added(EducationPlan, on=DAY),
    "cl-pathway-plan-16y3m": _added(PathwayPlan, step="plan", on=DAY),
    "cl-pathway-review": _added(PathwayPlan, step="review", on=DAY),
    "cl-pa-contact-8wk": _added(AdviserContact, on=DAY, way="call", two_way=True, at_home=False),
    "ms-rhi-72h": _added(ReturnInterview, episode=MissingEpisode, offered_on=DAY, held_on=DAY),
    "pf-visit-year1": _added(PrivateFosteringVisit, on=DAY, seen_alone=True),
    "wf-case-supervision": _added(Supervision, on=DAY, reflective=True),
    "no-change-twice": DECIDED,
    "action-moved": _filled(PlanAction, done_on=DAY),
    "unanswered-escalation": _filled(Challenge, replied_on=DAY),
    "assessment-older-than-change": _filled(ChangeEvent, looked_on=DAY),
}
"""By code. Changes of worker have no such act: only time with the same worker closes them."""
