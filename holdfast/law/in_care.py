"""Children in care: plans, notices, reviews, permanence, temporary approval and disputes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import (
    CARE_PLANNING,
    CARE_PLANNING_BEGAN,
    CHILDREN_ACT_1989,
    IRO_HANDBOOK,
    LOOKED_AFTER_RETURN,
    VOLUME_2,
)
from holdfast.law.provisions import data_rule, regulation, section, statutory_guidance
from holdfast.law.readings import CHECKED_ON, guidance_read, not_read, page_read, text_read, text_read_twice

LOOKED_AFTER: Final = section(
    CHILDREN_ACT_1989,
    "section 22(2)",
    guidance_read(
        "Accommodation for a continuous period of more than 24 hours.",
        where="the department's page on its return",
    ),
)
LOOKED_AFTER_FOR_THE_RETURN: Final = data_rule(
    LOOKED_AFTER_RETURN,
    "when a period of being looked after begins",
    guidance_read("Earlier nights count once 24 hours have passed.", where="the department's page on its return"),
)
REVIEWING_OFFICER_GUIDANCE: Final = statutory_guidance(
    IRO_HANDBOOK,
    "appointment of the reviewing officer",
    page_read(
        "Hull, Rochdale and Hertfordshire: before the first review, and within five working days as good practice."
    ),
)
REVIEWING_OFFICER: Final = section(CHILDREN_ACT_1989, "section 25A", not_read("The duty to appoint."))
FIRST_REVIEW: Final = regulation(
    CARE_PLANNING,
    "regulation 33(1)",
    text_read_twice(as_made=True),
    CARE_PLANNING_BEGAN,
)
SECOND_REVIEW: Final = regulation(
    CARE_PLANNING,
    "regulation 33(2)",
    text_read_twice(as_made=True),
    CARE_PLANNING_BEGAN,
)
LATER_REVIEWS: Final = regulation(
    CARE_PLANNING,
    "regulation 33(2)",
    text_read_twice(
        "For a long-term foster placement, guidance of 2015 asks for a meeting at least once a year: read "
        "only at second hand.",
        as_made=True,
    ),
    CARE_PLANNING_BEGAN,
)
CARE_PLAN: Final = regulation(
    CARE_PLANNING,
    "regulation 4(2)",
    text_read_twice("A plan under section 31A follows the court's timetable instead.", as_made=True),
    CARE_PLANNING_BEGAN,
)
PLACEMENT_PLAN: Final = regulation(CARE_PLANNING, "regulation 9(2)-(3)", text_read(as_made=True), CARE_PLANNING_BEGAN)
PLACEMENT_NOTICE: Final = regulation(
    CARE_PLANNING,
    "regulation 13",
    text_read("What it asks about the area authority was not read.", as_made=True, where="in its text of 2011"),
    CARE_PLANNING_BEGAN,
)
PLACEMENT_END_NOTICE: Final = regulation(
    CARE_PLANNING, "regulation 14(4)", text_read(as_made=True), CARE_PLANNING_BEGAN
)
OUT_OF_AREA_APPROVAL: Final = regulation(
    CARE_PLANNING, "regulations 11 and 13", not_read("As amended in 2013; neither amendment was read.")
)
PERMANENCE_PLAN: Final = statutory_guidance(
    VOLUME_2,
    "plan for permanence by the second review",
    page_read("Slough's page and Benecare's. Regulation 5(a) requires the plan for permanence but sets no day."),
)
TEMPORARY_APPROVAL: Final = regulation(
    CARE_PLANNING,
    "regulation 24(1)",
    page_read(
        "Northamptonshire's page, which sets out the regulation's words: not exceeding 16 weeks. "
        "Hillingdon's (June 2024) and Lincolnshire's were read on 22 November 2026. Its heading has changed "
        "since it was made, and the amended text was not read. Wales has 24 weeks.",
        on=CHECKED_ON,
    ),
    CARE_PLANNING_BEGAN,
)
TEMPORARY_APPROVAL_EXTENDED: Final = regulation(
    CARE_PLANNING,
    "regulation 25(2)-(6)",
    text_read_twice("Once, for up to eight weeks.", as_made=True),
    CARE_PLANNING_BEGAN,
)
DISPUTE: Final = statutory_guidance(
    IRO_HANDBOOK, "paragraph 6.2", page_read("Southwark's page, which quotes the paragraph.")
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "cla-start-date": (LOOKED_AFTER, LOOKED_AFTER_FOR_THE_RETURN),
    "cla-iro-appoint": (REVIEWING_OFFICER_GUIDANCE, REVIEWING_OFFICER),
    "cla-review-1": (FIRST_REVIEW,),
    "cla-review-2": (SECOND_REVIEW,),
    "cla-review-n": (LATER_REVIEWS,),
    "cla-care-plan": (CARE_PLAN,),
    "cla-placement-plan": (PLACEMENT_PLAN,),
    "cla-placement-notify": (PLACEMENT_NOTICE,),
    "cla-placement-end-notify": (PLACEMENT_END_NOTICE,),
    "cla-ooa-approval": (OUT_OF_AREA_APPROVAL,),
    "cla-permanence-plan": (PERMANENCE_PLAN,),
    "cla-reg24-approval": (TEMPORARY_APPROVAL,),
    "cla-reg25-extension": (TEMPORARY_APPROVAL_EXTENDED,),
    "iro-dispute": (DISPUTE,),
}
