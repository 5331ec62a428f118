"""Referral and assessment: the decision, the acknowledgement, the look-back and the 45 working days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import CHILDREN_IN_NEED_STATISTICS, SHORT_BREAKS, WORKING_TOGETHER
from holdfast.law.provisions import data_rule, statutory_guidance
from holdfast.law.readings import guidance_read, page_read

REFERRAL_DECISION: Final = statutory_guidance(
    WORKING_TOGETHER,
    "chapter 3",
    page_read("Surrey's procedures, which cite an earlier edition; its paragraph in the 2026 edition is not known."),
)
REFERRER_ACKNOWLEDGED: Final = statutory_guidance(
    WORKING_TOGETHER, "chapter 3", page_read("Local procedures; which page is not recorded.")
)
ASSESSMENT_FROM_REFERRAL: Final = statutory_guidance(
    WORKING_TOGETHER,
    "chapter 3",
    page_read("Hertfordshire's keywords and the tri.x glossary. The guidance counts from the referral."),
)
ASSESSMENT_FROM_ITS_START: Final = data_rule(
    CHILDREN_IN_NEED_STATISTICS,
    "assessments by duration",
    guidance_read(
        "The department counts from the assessment's own start to the manager's authorisation, so an "
        "assessment can be in time by one count and late by the other.",
        where="the department's published method",
    ),
)
REREFERRAL: Final = data_rule(
    CHILDREN_IN_NEED_STATISTICS,
    "re-referrals within 12 months",
    guidance_read("The department counts within one council.", where="the department's published method"),
)
SHORT_BREAK_PLAN_REVIEW: Final = statutory_guidance(
    SHORT_BREAKS,
    "reviews of a plan under section 17",
    page_read("Kent's and Hull's pages, which apply the guidance."),
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "fd-referral-decision": (REFERRAL_DECISION,),
    "fd-referrer-ack": (REFERRER_ACKNOWLEDGED,),
    "fd-rereferral-flag": (REREFERRAL,),
    "as-cfa-45wd": (ASSESSMENT_FROM_REFERRAL,),
    "as-cfa-45wd-start": (ASSESSMENT_FROM_ITS_START,),
    "cin-plan-review-shortbreak": (SHORT_BREAK_PLAN_REVIEW,),
}
