"""Which module of the census each noun comes from, and which element each of its fields is.

Every year's shape is here at once: an element that a year did not have simply does not occur in its file.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from holdfast.record.child_protection import (
    Application,
    Conference,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
)
from holdfast.record.field import Fact, remembered
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.people import Disability, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A noun as the census has it.

    ``element`` holds one row; ``fields`` has the field that each of its elements is. ``links`` are the fields
    that the reader fills from where the row stands. ``must`` is the element without which nothing can be
    counted; ``never_before`` are pairs of elements of which the second never comes before the first.
    """

    element: str
    noun: type[Fact]
    fields: Mapping[str, str]
    links: tuple[str, ...] = ("id", "child")
    must: str | None = None
    never_before: tuple[tuple[str, str], ...] = ()


IDENTIFIERS = Module(
    element="ChildIdentifiers",
    noun=Person,
    fields={
        "LAchildID": "child", "UPN": "upn", "UPNunknown": "upn_unknown", "PersonBirthDate": "born_on",
        "ExpectedPersonBirthDate": "expected_on", "Sex": "sex", "GenderCurrent": "sex", "PersonDeathDate": "died_on",
        "Ethnicity": "ethnicity",
    },
    links=(),
)  # fmt: skip
DISABILITIES = Module(element="Disabilities", noun=Disability, fields={"Disability": "code"})
DETAILS = Module(
    element="CINdetails",
    noun=Referral,
    fields={
        "CINreferralDate": "on", "ReferralSource": "source", "PrimaryNeedCode": "need", "CINclosureDate": "closed_on",
        "ReasonForClosure": "close_reason", "ReferralNFA": "nfa",
    },
    must="CINreferralDate",
)  # fmt: skip
ASSESSMENTS = Module(
    element="Assessments",
    noun=Assessment,
    fields={"AssessmentActualStartDate": "started_on", "AssessmentAuthorisationDate": "authorised_on"},
    links=("id", "child", "referral"),
    must="AssessmentActualStartDate",
    never_before=(("AssessmentActualStartDate", "AssessmentAuthorisationDate"),),
)
PLANS = Module(
    element="CINPlanDates",
    noun=InNeedPlan,
    fields={"CINPlanStartDate": "started_on", "CINPlanEndDate": "ended_on"},
    links=("id", "child", "referral"),
    must="CINPlanStartDate",
)
ENQUIRIES = Module(
    element="Section47",
    noun=Enquiry,
    fields={"S47ActualStartDate": "started_on", "ICPCnotRequired": "outcome"},
    links=("id", "child", "referral"),
    must="S47ActualStartDate",
)
CONFERENCES = Module(
    element="Section47",
    noun=Conference,
    fields={"InitialCPCtarget": "target_on", "DateOfInitialCPC": "held_on"},
    links=("id", "child", "referral", "enquiry"),
)
PROTECTION_PLANS = Module(
    element="ChildProtectionPlans",
    noun=ProtectionPlan,
    fields={
        "CPPstartDate": "started_on", "CPPendDate": "ended_on", "InitialCategoryOfAbuse": "first_category",
        "LatestCategoryOfAbuse": "latest_category",
    },
    links=("id", "child", "referral"),
    must="CPPstartDate",
)  # fmt: skip
REVIEWS = Module(
    element="Reviews", noun=ProtectionReview, fields={"CPPreviewDate": "held_on"}, links=("id", "child", "plan")
)
PRE_PROCEEDINGS = Module(
    element="PreProceedingsandFGDM",
    noun=PreProceedings,
    fields={
        "PPStartDate": "decided_on", "LBPSentDate": "letter_on", "InitialPPMeetingDate": "met_on",
        "StepDecisionDate": "ended_on", "PPOutcome": "outcome", "LetterInitCPDate": "issue_letter_on",
    },
)  # fmt: skip
APPLICATIONS = Module(element="PreProceedingsandFGDM", noun=Application, fields={"CourtAppDate": "issued_on"})

MODULES = (
    IDENTIFIERS, DISABILITIES, DETAILS, ASSESSMENTS, PLANS, ENQUIRIES, CONFERENCES, PROTECTION_PLANS, REVIEWS,
    PRE_PROCEEDINGS, APPLICATIONS,
)  # fmt: skip
"""Every module, in the order in which it is told."""

NO_CONFERENCE = "ICPC_NOT_REQUIRED"
"""The outcome of an enquiry that the census says needs no conference."""

SEXES = {"0": "U", "1": "M", "2": "F", "9": "U", "M": "M", "F": "F", "U": "U"}
"""The census's codes of sex, old and new, and the record's."""


@remembered
def codes() -> Mapping[str, frozenset[str]]:
    """The codes that each coded element may hold."""
    text = resources.files(__package__).joinpath("codes.toml").read_text(encoding="utf-8")
    return {element: frozenset(some) for element, some in tomllib.loads(text)["codes"].items()}
