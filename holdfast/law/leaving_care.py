"""Leaving care: the needs assessment, the pathway plan and its reviews, and the adviser's visits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import CARE_LEAVERS, CARE_LEAVERS_BEGAN, CARE_PLANNING, CARE_PLANNING_BEGAN
from holdfast.law.provisions import regulation
from holdfast.law.readings import CHECKED_ON, not_read, page_read, text_read_twice

NEEDS_ASSESSMENT: Final = regulation(
    CARE_PLANNING,
    "regulation 42(1)",
    text_read_twice("The amended text."),
    CARE_PLANNING_BEGAN,
)
PATHWAY_PLAN_ELIGIBLE: Final = regulation(
    CARE_PLANNING,
    "regulation 43",
    page_read("Peterborough's page. As soon as possible after the assessment; no number of days in law."),
    CARE_PLANNING_BEGAN,
)
PATHWAY_PLAN_RELEVANT: Final = regulation(
    CARE_LEAVERS,
    "regulation 6",
    page_read("Peterborough's page. As soon as possible after the assessment; no number of days in law."),
    CARE_LEAVERS_BEGAN,
)
PATHWAY_REVIEW: Final = regulation(
    CARE_LEAVERS,
    "regulation 7",
    page_read("Norfolk's page: every six months once a young person has left care.", on=CHECKED_ON),
    CARE_LEAVERS_BEGAN,
)
PATHWAY_REVIEW_AFTER_28_DAYS: Final = regulation(
    CARE_LEAVERS,
    "regulation 7(3)",
    not_read(
        "Only regulation 8(2)(b), which refers to this review, was read. Councils differ on whether it falls "
        "due within 28 days or as soon as practicable after them."
    ),
    CARE_LEAVERS_BEGAN,
)


def _adviser_visit(paragraph: str) -> Citation:
    reading = text_read_twice(as_made=True)
    return regulation(CARE_LEAVERS, f"regulation 8(2)({paragraph})", reading, CARE_LEAVERS_BEGAN)


ADVISER_FIRST_VISIT: Final = _adviser_visit("a")
ADVISER_VISIT_BEFORE_REVIEW: Final = _adviser_visit("b")
ADVISER_LATER_VISITS: Final = _adviser_visit("c")

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "cl-needs-eligible": (NEEDS_ASSESSMENT,),
    "cl-pathway-plan": (PATHWAY_PLAN_ELIGIBLE, PATHWAY_PLAN_RELEVANT),
    "cl-pathway-review": (PATHWAY_REVIEW,),
    "cl-pathway-review-28d": (PATHWAY_REVIEW_AFTER_28_DAYS,),
    "cl-pa-visit-7d": (ADVISER_FIRST_VISIT,),
    "cl-pa-visit-prereview": (ADVISER_VISIT_BEFORE_REVIEW,),
    "cl-pa-visit-2mo": (ADVISER_LATER_VISITS,),
}
