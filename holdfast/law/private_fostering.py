"""Private fostering: what it is, the carer's notice, and the council's visits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import CHILDREN_ACT_1989, PRIVATE_FOSTERING, PRIVATE_FOSTERING_BEGAN
from holdfast.law.provisions import regulation, section
from holdfast.law.readings import CHECKED_ON, guidance_read, not_read, text_read, text_read_twice

MEANING: Final = section(
    CHILDREN_ACT_1989,
    "section 66(2)",
    text_read("The amended text. Southwark's page was read on 22 November 2026.", on=CHECKED_ON),
    date(1991, 10, 14),
)
ADVANCE_NOTICE: Final = regulation(
    PRIVATE_FOSTERING,
    "regulation 3",
    guidance_read(
        "The note printed with the regulations, which is not part of them. Also read on 22 November 2026.",
        where="the explanatory note",
        on=CHECKED_ON,
    ),
    PRIVATE_FOSTERING_BEGAN,
)
VISIT_AFTER_PROPOSAL: Final = regulation(
    PRIVATE_FOSTERING,
    "regulation 4(1)",
    text_read_twice("The reprint stands in a council's copy of the minimum standards.", where="in a reprint"),
    PRIVATE_FOSTERING_BEGAN,
)
VISIT_AFTER_NOTICE: Final = regulation(
    PRIVATE_FOSTERING,
    "regulation 7",
    not_read("That it sets the same seven working days as regulation 4 is from general knowledge."),
    PRIVATE_FOSTERING_BEGAN,
)


def _later_visit(paragraph: str) -> Citation:
    reading = text_read_twice(as_made=True)
    return regulation(PRIVATE_FOSTERING, f"regulation 8(1)({paragraph})", reading, PRIVATE_FOSTERING_BEGAN)


VISITS_IN_FIRST_YEAR: Final = _later_visit("a")
VISITS_IN_LATER_YEARS: Final = _later_visit("b")
DEEMED_START: Final = regulation(
    PRIVATE_FOSTERING,
    "regulation 8(6)",
    text_read_twice("The arrangement is taken to begin when the council becomes aware of it.", as_made=True),
    PRIVATE_FOSTERING_BEGAN,
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "pf-definition-28d": (MEANING,),
    "pf-notify-advance": (ADVANCE_NOTICE,),
    "pf-visit-7wd": (VISIT_AFTER_PROPOSAL, VISIT_AFTER_NOTICE),
    "pf-visit-year1": (VISITS_IN_FIRST_YEAR, DEEMED_START),
    "pf-visit-year2": (VISITS_IN_LATER_YEARS, DEEMED_START),
}
