"""Adoption: the department's two thresholds, and reviews of a child who waits to be placed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import ADOPTION_AGENCIES, ADOPTION_SCORECARD
from holdfast.law.provisions import data_rule, regulation
from holdfast.law.readings import guidance_read, text_read_twice

ENTRY_TO_PLACEMENT: Final = data_rule(
    ADOPTION_SCORECARD,
    "A10, entering care to placement",
    guidance_read(
        "Fourteen months was read; 426 days was not. Set for 2013 to 2016; no later figure was found.",
        where="the department's announcement",
    ),
)
ORDER_TO_MATCH: Final = data_rule(
    ADOPTION_SCORECARD,
    "A2, placement order to match",
    guidance_read(
        "Four months was read; 121 days was not. Set for 2013 to 2016; no later figure was found.",
        where="the department's announcement",
    ),
)
REVIEW_WHILE_WAITING: Final = regulation(
    ADOPTION_AGENCIES,
    "regulation 36(1)",
    text_read_twice(as_made=True),
    date(2005, 12, 30),
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "ad-a10-threshold": (ENTRY_TO_PLACEMENT,),
    "ad-a2-threshold": (ORDER_TO_MATCH,),
    "ad-review-unplaced": (REVIEW_WHILE_WAITING,),
}
