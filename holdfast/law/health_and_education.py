"""Health and education of children in care.

Where two provisions are cited, the first is the one the figure comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import (
    CARE_PLANNING,
    CARE_PLANNING_BEGAN,
    EDUCATION_GUIDANCE,
    HEALTH_GUIDANCE,
    LOOKED_AFTER_RETURN,
)
from holdfast.law.provisions import data_rule, regulation, statutory_guidance
from holdfast.law.readings import guidance_read, not_read, page_read, text_read_twice

INITIAL_HEALTH_GUIDANCE: Final = statutory_guidance(
    HEALTH_GUIDANCE,
    "initial health assessment",
    page_read(
        "Speakcase's page and local manuals. Twenty working days is read from the day of the first review; "
        "the regulation itself sets no number."
    ),
)
INITIAL_HEALTH: Final = regulation(
    CARE_PLANNING,
    "regulation 7",
    page_read("Local manuals. The report is due in time for the first review, by a registered medical practitioner."),
    CARE_PLANNING_BEGAN,
)
REVIEW_HEALTH: Final = regulation(
    CARE_PLANNING, "regulation 7(3)", page_read("Coventry's manual."), CARE_PLANNING_BEGAN
)
DENTAL_MEASURE: Final = data_rule(
    LOOKED_AFTER_RETURN,
    "health items (OC2), teeth checked in the year",
    guidance_read("Once in the year to 31 March.", where="the return's definitions"),
)
DENTAL_GUIDANCE: Final = statutory_guidance(
    HEALTH_GUIDANCE, "dental checks", not_read("That practice is every six months is from general knowledge.")
)
STRENGTHS_MEASURE: Final = data_rule(
    LOOKED_AFTER_RETURN,
    "health items (OC2), strengths and difficulties questionnaire",
    guidance_read("Yearly, or a reason code.", where="the return's definitions"),
)
STRENGTHS_GUIDANCE: Final = statutory_guidance(HEALTH_GUIDANCE, "strengths and difficulties questionnaire", not_read())
EDUCATION_PLAN: Final = regulation(
    CARE_PLANNING,
    "regulations 4 and 5",
    text_read_twice("As part of the care plan: ten working days from the first placement.", as_made=True),
    CARE_PLANNING_BEGAN,
)
EDUCATION_PLAN_GUIDANCE: Final = statutory_guidance(
    EDUCATION_GUIDANCE,
    "first personal education plan",
    page_read("Gateshead and Cumberland read it as 20 working days, ready for the first review."),
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "cla-iha": (INITIAL_HEALTH_GUIDANCE, INITIAL_HEALTH),
    "cla-rha-u5": (REVIEW_HEALTH,),
    "cla-rha-5plus": (REVIEW_HEALTH,),
    "cla-dental": (DENTAL_MEASURE, DENTAL_GUIDANCE),
    "cla-sdq": (STRENGTHS_MEASURE, STRENGTHS_GUIDANCE),
    "cla-pep-first": (EDUCATION_PLAN, EDUCATION_PLAN_GUIDANCE),
}
