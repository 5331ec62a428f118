"""Children who go missing: the return interview, and the review when it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import CARE_PLANNING, MISSING_GUIDANCE
from holdfast.law.provisions import regulation, statutory_guidance
from holdfast.law.readings import CHECKED_ON, page_read

RETURN_INTERVIEW: Final = statutory_guidance(
    MISSING_GUIDANCE,
    "independent return interviews",
    page_read(
        "Missing People, 2023-24: the guidance says completed within 72 hours of the child's return. Some "
        "councils count the offer instead. A trade press summary was read on 22 November 2026.",
        where="a charity's page",
        on=CHECKED_ON,
    ),
)
REVIEW_FOR_PERSISTENT_ABSENCE: Final = regulation(
    CARE_PLANNING, "regulation 33(3)", page_read("Lincolnshire's page, on the amendment of 2013.")
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "ms-rhi-72h": (RETURN_INTERVIEW,),
    "ms-review-persistent": (REVIEW_FOR_PERSISTENT_ABSENCE,),
}
