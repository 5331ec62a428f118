"""Child protection: the conference, the core group, the reviews, and plans that last or return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import CHILDREN_IN_NEED_CENSUS, CHILDREN_IN_NEED_STATISTICS, WORKING_TOGETHER
from holdfast.law.provisions import data_rule, statutory_guidance
from holdfast.law.readings import guidance_read, not_read, page_read

INITIAL_CONFERENCE: Final = statutory_guidance(
    WORKING_TOGETHER,
    "chapter 3",
    page_read(
        "Solihull's partnership procedures (3.5) and Durham's manual: counted from the strategy discussion "
        "at which the enquiry was initiated; later discussions do not restart it."
    ),
)
INITIAL_CONFERENCE_TARGET: Final = data_rule(
    CHILDREN_IN_NEED_CENSUS,
    "target date for the initial conference",
    guidance_read(
        "15 working days after the strategy discussion, as the field is defined.",
        where="the census definition",
    ),
)
FIRST_CORE_GROUP: Final = statutory_guidance(
    WORKING_TOGETHER, "chapter 3", page_read("Tees, Liverpool and North Yorkshire procedures.")
)
FIRST_REVIEW_CONFERENCE: Final = statutory_guidance(
    WORKING_TOGETHER, "chapter 3", page_read("North Yorkshire's procedures and London's (part CP4).")
)
LATER_REVIEW_CONFERENCES: Final = statutory_guidance(
    WORKING_TOGETHER, "chapter 3", page_read("North Yorkshire's procedures and London's (part CP4).")
)
LONG_PLAN: Final = data_rule(
    CHILDREN_IN_NEED_STATISTICS,
    "tables D5 and D7, plans of two years or more",
    guidance_read(
        "Two years is the department's threshold; any earlier alert is a council's own.",
        where="the department's published tables",
    ),
)
REPEAT_PLAN: Final = data_rule(
    CHILDREN_IN_NEED_STATISTICS,
    "table D3, second or subsequent plan",
    not_read("The table was seen, but that any earlier plan ever counts is from general knowledge."),
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "cp-icpc-15wd": (INITIAL_CONFERENCE, INITIAL_CONFERENCE_TARGET),
    "cp-core-group-first": (FIRST_CORE_GROUP,),
    "cp-review-first": (FIRST_REVIEW_CONFERENCE,),
    "cp-review-next": (LATER_REVIEW_CONFERENCES,),
    "cp-plan-duration-flag": (LONG_PLAN,),
    "cp-repeat-plan-flag": (REPEAT_PLAN,),
}
