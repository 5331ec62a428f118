"""Young people of 16 and 17 who have nowhere to live."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import HOUSING_ACT_1996, WORKING_TOGETHER, YOUNG_HOMELESS_GUIDANCE
from holdfast.law.provisions import section, statutory_guidance
from holdfast.law.readings import not_read, page_read

SAFE_PLACE_TONIGHT: Final = statutory_guidance(
    YOUNG_HOMELESS_GUIDANCE,
    "a safe place the same day",
    page_read("Which page is not recorded. See also R (G) v Southwark [2009] UKHL 26."),
)
ASSESSMENT: Final = statutory_guidance(
    YOUNG_HOMELESS_GUIDANCE,
    "assessment under sections 17 and 20",
    page_read("Leeds and Blackpool protocols. No national number of days was found; any 5 or 10 is a council's own."),
)
ASSESSMENT_CEILING: Final = statutory_guidance(
    WORKING_TOGETHER,
    "chapter 3",
    page_read("The 45 working days of any assessment: Hertfordshire's keywords."),
)
NO_BED_AND_BREAKFAST: Final = statutory_guidance(
    YOUNG_HOMELESS_GUIDANCE, "no bed and breakfast", page_read("Cambridgeshire's protocol.")
)
HOUSING_DUTIES: Final = section(HOUSING_ACT_1996, "sections 189B and 195", not_read())
DECLINED: Final = statutory_guidance(
    YOUNG_HOMELESS_GUIDANCE, "a young person who declines to be looked after", not_read()
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "hl-same-day": (SAFE_PLACE_TONIGHT,),
    "hl-assessment": (ASSESSMENT, ASSESSMENT_CEILING),
    "hl-no-bb": (NO_BED_AND_BREAKFAST,),
    "hl-56d-relief": (HOUSING_DUTIES,),
    "hl-young-person-refuses": (DECLINED,),
}
