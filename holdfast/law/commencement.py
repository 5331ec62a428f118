"""Law that is made but was found not to have begun, each switched on by a day.

When commencement regulations are found, put the day in `BEGINS` and its new reading in the citation;
nothing else changes. None means switched off.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from holdfast.law.citation import Citation, Force
from holdfast.law.instruments import WELLBEING_AND_SCHOOLS_ACT
from holdfast.law.readings import text_read

BEGINS: Final[Mapping[str, date | None]] = {
    "plo-fgdm-offer": None,
}
"""Clock id to the day its law begins, or None while no commencement has been found."""

FAMILY_GROUP_DECISION_MAKING: Final = Citation(
    WELLBEING_AND_SCHOOLS_ACT,
    "section 1, inserting section 31ZA of the Children Act 1989",
    Force.ACT,
    BEGINS["plo-fgdm-offer"],
    None,
    text_read(
        "As enacted on 29 April 2026. Section 78 leaves its start to later regulations; none was found.",
        as_made=True,
    ),
    awaits_commencement=True,
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "plo-fgdm-offer": (FAMILY_GROUP_DECISION_MAKING,),
}


def has_begun(clock_id: str, on: date, begins: Mapping[str, date | None] = BEGINS) -> bool:
    """Whether the law behind `clock_id` applies on `on`. True for every id that is not listed in `begins`.

    `begins` can be replaced, to ask what would happen if the law began on some day.
    """
    if clock_id not in begins:
        return True
    first_day = begins[clock_id]
    return first_day is not None and on >= first_day
