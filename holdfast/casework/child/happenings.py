"""What happened, day by day: every dated fact about the child in one line of words, and when it was typed in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from holdfast.casework.child.codes import HOME, LEGAL, SOURCE, decided_about, in_words
from holdfast.casework.child.told import Happening
from holdfast.casework.council import Council
from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import (
    Application,
    Booking,
    Conference,
    CoreGroup,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.field import Fact, column_named, columns_of
from holdfast.record.front_door import Assessment, Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import (
    CareEpisode,
    CarePlan,
    CareReview,
    CareVisit,
    EducationPlan,
    HealthCheck,
    LegalStatus,
    Placement,
    PlacementRequest,
    ReviewingOfficer,
    StrengthsScore,
    TemporaryApproval,
)
from holdfast.record.leaving_care import AdviserContact, PathwayPlan, ProvidedHome
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
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)

Says = Callable[[Any, Council], str]

ARRIVING, SEEING, PLANNING, LIVING, COURT, PEOPLE, MISSING, TALKING, CARING, SUPERVISING, ACTING = (
    "Help and assessment", "Seeing the child", "Plans and reviews", "Home", "Court and law", "People", "Missing",
    "Words and decisions", "Health and school", "Supervision", "Actions of the plan",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How one day of one kind of fact is told. ``says`` gives no words where the fact is nothing to tell."""

    noun: type[Fact]
    on: str
    kind: str
    says: Says


def _fixed(words: str) -> Says:
    return lambda fact, council: words


def _visit(what: str) -> Says:
    def says(fact: Any, council: Council) -> str:
        if fact.seen is None:
            return f"{what}; it does not say whether the child was seen"
        if not fact.seen:
            return f"{what}; the child was not seen"
        return f"{what}; seen alone" if fact.seen_alone else f"{what}; seen"

    return says


def _worker_came(fact: Any, council: Council) -> str:
    name = council.worker(fact.professional) or council.team(fact.team)
    return f"{name} became the {fact.role or 'worker'}" if name else ""


def _worker_went(fact: Any, council: Council) -> str:
    name = council.worker(fact.professional) or council.team(fact.team)
    return f"{name} was no longer the {fact.role or 'worker'}" if name else ""


def _contact(fact: Any, council: Council) -> str:
    who = in_words(SOURCE, fact.source) or fact.source_words or "somebody"
    advice = "; closed as advice" if "ADVICE" in (fact.outcome or "").upper() else ""
    return f"Contact from {who}{advice}"


def _referral(fact: Any, council: Council) -> str:
    return f"Referral from {in_words(SOURCE, fact.source) or fact.source_words or 'somebody'}"


def _conference(fact: Any, council: Council) -> str:
    made = {True: "; a protection plan was made", False: "; no protection plan was made"}.get(fact.made_plan, "")
    return f"Initial child protection conference held{made}"


def _review(fact: Any, council: Council) -> str:
    found = {"better": "better for the child", "little or none": "little or no change", "worse": "worse for the child"}
    return f"Review of the plan ({fact.plan_kind}): {found.get(fact.change, 'it does not say what changed')}"


def _decision(fact: Any, council: Council) -> str:
    if fact.about == "referrer told":
        return ""
    said = (fact.reason or "").rstrip(".")
    by, reason = council.worker(fact.decided_by), f": {said}" if said else ""
    who = f" by {by}" if by else ""
    if fact.about == "pause" and fact.until:
        return f"A pause until {say(fact.until)} decided{who}{reason}"
    return f"Decision{who}, {decided_about(fact.about)}{reason}"


def _note(fact: Any, council: Council) -> str:
    kind = {
        "told us": "The child told us",
        "promise": "A promise",
        "concern": "A worry",
        "strength": "A strength",
        "gap": "A gap",
    }
    what = kind.get(fact.kind, (fact.kind or "A note")[:1].upper() + (fact.kind or "A note")[1:])
    said = (fact.words_of_note or fact.theme or "").rstrip(".")
    return f"{what}: {said}" if said else what


def _change(fact: Any, council: Council) -> str:
    return f"A big change: {fact.kind}" if fact.kind else "A big change"


def _challenge(fact: Any, council: Council) -> str:
    stage = f"stage {int(fact.stage)}" if fact.stage else "informal"
    return f"The reviewing officer asked ({stage}){f' about {fact.theme}' if fact.theme else ''}"


def _contacted(fact: Any, council: Council) -> str:
    way = f"Adviser's contact ({fact.way})" if fact.way else "Adviser's contact"
    return f"{way}; answered" if fact.two_way else way


def _home(fact: Any, council: Council) -> str:
    return f"Moved to {in_words(HOME, fact.type) or 'a home whose kind is not on record'}"


def _health(fact: Any, council: Council) -> str:
    kind = fact.type or "health check"
    return f"{kind[:1].upper()}{kind[1:]} ({fact.status})" if fact.status else f"{kind[:1].upper()}{kind[1:]}"


def _legal(fact: Any, council: Council) -> str:
    words = in_words(LEGAL, fact.status)
    return f"Legal status: {words}" if words else ""


def _pathway(fact: Any, council: Council) -> str:
    step = {
        "needs assessment": "Needs assessed for leaving care",
        "plan": "Pathway plan made",
        "review": "Pathway plan reviewed",
    }
    agreed = "; agreed by the young person" if fact.agreed else ""
    return step.get(fact.step, "Pathway plan") + agreed


def _action(fact: Any, council: Council) -> str:
    words = fact.words_of_action or "An action of the plan"
    return f"{words}: to be done by {say(fact.for_day)}" if fact.for_day else words


def _interview(fact: Any, council: Council) -> str:
    change = (fact.change or "").rstrip(".")
    return f"Return home interview held{f'; we will change: {change}' if change else ''}"


def _entered_care(fact: Any, council: Council) -> str:
    return "Came into care" if fact.entered_on in (None, fact.started_on) and fact.start_reason in (None, "S") else ""


def _left_care(fact: Any, council: Council) -> str:
    return "" if fact.end_reason in ("X1", None) else "Left care"


def _housed(fact: Any, council: Council) -> str:
    return f"A safe place: {fact.housed_in or 'kind not said'}"


def _acted(fact: Any, council: Council) -> str:
    return f"Done: {fact.words_of_action or 'an action of the plan'}"


def _named(fact: Any, council: Council) -> str:
    return f"{council.worker(fact.professional) or 'A reviewing officer'} named as reviewing officer"


LINES: tuple[Line, ...] = tuple(
    Line(noun=noun, on=on, kind=kind, says=says if callable(says) else _fixed(says))
    for noun, on, kind, says in (
        (Contact, "on", ARRIVING, _contact),
        (Referral, "on", ARRIVING, _referral),
        (Referral, "closed_on", ARRIVING, "The episode of need closed"),
        (Assessment, "started_on", ARRIVING, "Assessment started"),
        (Assessment, "authorised_on", ARRIVING, "Assessment authorised by a manager"),
        (InNeedPlan, "started_on", PLANNING, "Child in need plan started"),
        (InNeedPlan, "ended_on", PLANNING, "Child in need plan ended"),
        (InNeedVisit, "on", SEEING, _visit("Child in need visit")),
        (Enquiry, "started_on", ARRIVING, "Strategy discussion; an enquiry began"),
        (Enquiry, "ended_on", ARRIVING, "The enquiry ended"),
        (Booking, "on", PLANNING, "The conference was booked"),
        (Booking, "report_shared_on", PLANNING, "The report was given to the family"),
        (Conference, "held_on", PLANNING, _conference),
        (ProtectionPlan, "started_on", PLANNING, "Child protection plan started"),
        (ProtectionPlan, "ended_on", PLANNING, "Child protection plan ended"),
        (ProtectionVisit, "on", SEEING, _visit("Child protection visit")),
        (ProtectionReview, "held_on", PLANNING, "Review conference held"),
        (CoreGroup, "on", PLANNING, "Core group met"),
        (PreProceedings, "decided_on", COURT, "Legal meeting agreed to begin pre-proceedings"),
        (PreProceedings, "letter_on", COURT, "Letter before proceedings sent"),
        (PreProceedings, "met_on", COURT, "First meeting before proceedings held"),
        (PreProceedings, "ended_on", COURT, "Pre-proceedings ended"),
        (Application, "issued_on", COURT, "Application to the court issued"),
        (Application, "disposed_on", COURT, "The court made its final order"),
        (CareEpisode, "started_on", LIVING, _entered_care),
        (CareEpisode, "ended_on", LIVING, _left_care),
        (Placement, "started_on", LIVING, _home),
        (PlacementRequest, "on", LIVING, "A home was asked for"),
        (TemporaryApproval, "started_on", LIVING, "A relative or friend was approved for a time"),
        (TemporaryApproval, "extended_on", LIVING, "The temporary approval was extended"),
        (TemporaryApproval, "panel_on", LIVING, "The fostering panel looked at the approval"),
        (TemporaryApproval, "approved_on", LIVING, "Full approval was decided"),
        (CareVisit, "on", SEEING, _visit("Visit where the child lives")),
        (CareReview, "held_on", PLANNING, "Review of the child in care held"),
        (CarePlan, "started_on", PLANNING, "Care plan in effect"),
        (HealthCheck, "on", CARING, _health),
        (StrengthsScore, "on", CARING, "Strengths and difficulties questionnaire completed"),
        (EducationPlan, "on", CARING, "Education plan completed"),
        (LegalStatus, "started_on", COURT, _legal),
        (ReviewingOfficer, "on", PEOPLE, _named),
        (PathwayPlan, "on", PLANNING, _pathway),
        (AdviserContact, "on", SEEING, _contacted),
        (ProvidedHome, "started_on", LIVING, "Moved into a home that the council provides"),
        (ProvidedHome, "notice_on", LIVING, "Arrears notice from housing"),
        (MissingEpisode, "started_on", MISSING, "Went missing"),
        (MissingEpisode, "returned_on", MISSING, "Came back"),
        (ReturnInterview, "offered_on", MISSING, "Return home interview offered"),
        (ReturnInterview, "held_on", MISSING, _interview),
        (ReturnInterview, "declined_on", MISSING, "Did not want to talk after the return"),
        (PrivateFostering, "notified_on", LIVING, "We were told of private fostering"),
        (PrivateFosteringVisit, "on", SEEING, "Private fostering visit"),
        (HomelessPresentation, "on", LIVING, "Asked for help with nowhere to live"),
        (HomelessPresentation, "housed_on", LIVING, _housed),
        (Involvement, "started_on", PEOPLE, _worker_came),
        (Involvement, "ended_on", PEOPLE, _worker_went),
        (Supervision, "on", SUPERVISING, "Talked about in supervision"),
        (ManagementDecision, "on", TALKING, _decision),
        (Challenge, "raised_on", TALKING, _challenge),
        (Challenge, "replied_on", TALKING, "The reviewing officer was answered"),
        (PlanReview, "on", PLANNING, _review),
        (PlanAction, "set_on", ACTING, _action),
        (PlanAction, "done_on", ACTING, _acted),
        (ChangeEvent, "on", ARRIVING, _change),
        (Note, "on", TALKING, _note),
        (Note, "kept_on", TALKING, lambda fact, council: f"Kept: {fact.words_of_note or fact.theme or 'a promise'}"),
    )
)  # fmt: skip


def happenings(
    standing: Standing, council: Council, nouns: Sequence[type[Fact]] = (), *, whole: bool = False
) -> tuple[Happening, ...]:
    """Everything that had happened to or for the child, the latest first; of two lines that say the same, one.

    Talk in supervision is left out unless the ``whole`` is asked for: it changes nothing for the child by itself,
    and its clock tells of it. ``nouns`` keeps to facts of these kinds.
    """
    lines = [line for line in LINES if (whole or line.kind != SUPERVISING) and (not nouns or line.noun in nouns)]
    found: dict[tuple[date, datetime | None, str], Happening] = {}
    for one in _every(lines, standing, council):
        key = one.on, one.at, one.words
        same = found.get(key)
        found[key] = replace(one, about=(*same.about, *one.about)) if same else one
    return tuple(sorted(found.values(), key=_latest_first, reverse=True))


def _every(lines: Sequence[Line], standing: Standing, council: Council) -> Iterator[Happening]:
    for line in lines:
        time = _time_of(line)
        for fact in standing.of(line.noun):
            day = getattr(fact, line.on)
            words = line.says(fact, council) if day is not None else ""
            if words:
                row = getattr(fact, "id", None)
                own = column_named(line.noun, line.on).happens
                yield Happening(
                    on=day, at=getattr(fact, time) if time else None, words=words, kind=line.kind,
                    entered=fact.recorded_at if own else None, about=(row,) if row else (),
                )  # fmt: skip


def _time_of(line: Line) -> str | None:
    return next((one.name for one in columns_of(line.noun) if one.time_of == line.on), None)


def _latest_first(one: Happening) -> tuple[int, float, str]:
    return one.on.toordinal(), one.at.timestamp() if one.at else 0.0, one.words
