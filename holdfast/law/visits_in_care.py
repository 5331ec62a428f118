"""Visits to children in care, by kind and age of placement: one regulation, read on 24 November 2026."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation
from holdfast.law.instruments import CARE_PLANNING, CARE_PLANNING_BEGAN
from holdfast.law.provisions import regulation
from holdfast.law.readings import text_read_twice


def _visit(paragraph: str) -> Citation:
    reading = text_read_twice(as_made=True)
    return regulation(CARE_PLANNING, f"regulation 28{paragraph}", reading, CARE_PLANNING_BEGAN)


FIRST_VISIT: Final = _visit("(2)(a)")
FIRST_YEAR: Final = _visit("(2)(b)")
LASTING_TO_EIGHTEEN: Final = _visit("(2)(c)(i)")
AFTER_FIRST_YEAR: Final = _visit("(2)(c)(ii)")
TEMPORARY_APPROVAL: Final = _visit("(4)")

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "cla-visit-first": (FIRST_VISIT,),
    "cla-visit-yr1": (FIRST_YEAR,),
    "cla-visit-after-yr1": (AFTER_FIRST_YEAR,),
    "cla-visit-permanent": (LASTING_TO_EIGHTEEN,),
    "cla-visit-reg24": (TEMPORARY_APPROVAL,),
}
