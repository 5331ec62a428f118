"""Assessments, re-referrals and times on a child protection plan, worked out for one child."""

from datetime import date
from itertools import pairwise

from holdfast.dates import add_months
from holdfast.duties.journeys.nouns import AssessmentTime, EnquiryTime, ProtectionTime, ReReferral
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, Referral

LOOK_BACK_MONTHS = 12


def re_referrals(standing: Standing) -> list[ReReferral]:
    """Each referral whose forerunner was received within the twelve months before it."""
    dated = [one for one in standing.of(Referral) if one.on is not None]
    days = sorted({one.on for one in dated if one.on is not None})
    found = []
    for before, again in pairwise(days):
        if add_months(before, LOOK_BACK_MONTHS) < again:
            continue
        closings = [one.closed_on for one in dated if one.on == again]
        closed = None if None in closings else max(day for day in closings if day is not None)
        found.append(ReReferral(child=standing.child.id, started_on=before, again_on=again, closed_on=closed))
    return found


def assessment_times(standing: Standing) -> list[AssessmentTime]:
    """Each child and family assessment, with the day on which the episode of need it belongs to closed."""
    return [
        AssessmentTime(
            child=one.child,
            id=one.id,
            started_on=one.started_on,
            authorised_on=one.authorised_on,
            closed_on=_closing_day(one, one.started_on, standing),
        )
        for one in standing.of(Assessment)
        if one.started_on is not None
    ]


def _closing_day(one: Assessment, started: date, standing: Standing) -> date | None:
    """By the referral it names, else by every referral that was open when it started; none while one is open."""
    referrals = [referral for referral in standing.of(Referral) if referral.on is not None]
    own = [referral for referral in referrals if one.referral is not None and referral.id == one.referral]
    then = own or [
        referral
        for referral in referrals
        if referral.on and referral.on <= started and (referral.closed_on is None or referral.closed_on >= started)
    ]
    days = [referral.closed_on for referral in then]
    known = [day for day in days if day is not None and day >= started]
    return max(known) if known and None not in days else None


def _conference_day(plan: ProtectionPlan, standing: Standing) -> date | None:
    days = [
        one.held_on
        for one in standing.of(Conference)
        if one.held_on is not None
        and plan.id is not None
        and (one.plan == plan.id or (plan.conference is not None and one.id == plan.conference))
    ]
    return min(days) if days else None


def protection_times(standing: Standing) -> list[ProtectionTime]:
    """Each child protection plan, counted from its conference where that is on record."""
    plans = [one for one in standing.of(ProtectionPlan) if one.started_on is not None]
    found = []
    for plan in plans:
        assert plan.started_on is not None
        repeat = any(one.started_on and one.started_on < plan.started_on for one in plans)
        found.append(
            ProtectionTime(
                child=plan.child,
                id=plan.id,
                started_on=_conference_day(plan, standing) or plan.started_on,
                plan_from=plan.started_on,
                ended_on=plan.ended_on,
                repeat=repeat,
            )
        )
    return found


CONFERENCE_KEY = "CP_CONFERENCE_FLAG"


def enquiry_times(standing: Standing) -> list[EnquiryTime]:
    """Each section 47 enquiry, ended where its outcome needs no conference.

    ``outcome`` holds the keys that were ticked. An enquiry that ended with outcomes but without the
    conference among them needs none; one whose outcomes are not on record may still need one. Where none is
    needed and the day of the end is not on record, no conference was ever due, and there is no time to count.
    """
    return [
        EnquiryTime(
            child=one.child,
            id=one.id,
            started_on=one.started_on,
            ended_on=one.ended_on if needs_no_conference(one) else None,
        )
        for one in standing.of(Enquiry)
        if one.started_on is not None and not (needs_no_conference(one) and one.ended_on is None)
    ]


def needs_no_conference(one: Enquiry) -> bool:
    """True when the enquiry's outcome is on record and a conference is not among it."""
    if one.nfa is True:
        return True
    return bool(one.outcome) and CONFERENCE_KEY not in (one.outcome or "")


def _told_enquiry(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(Enquiry, "started_on")


def _told_referral(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(Referral, "on")


def _told_assessment(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(Assessment, "authorised_on" if "authorised_on" in fields else "started_on")


def _told_plan(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(ProtectionPlan, "started_on")


DERIVATIONS: dict[type[Fact], Derivation] = {
    AssessmentTime: Derivation(one=assessment_times, told=_told_assessment, made_of=((Assessment, "started_on"),)),
    ReReferral: Derivation(one=re_referrals, told=_told_referral, made_of=((Referral, "on"),)),
    EnquiryTime: Derivation(one=enquiry_times, told=_told_enquiry, made_of=((Enquiry, "started_on"),)),
    ProtectionTime: Derivation(one=protection_times, told=_told_plan, made_of=((ProtectionPlan, "started_on"),)),
}
