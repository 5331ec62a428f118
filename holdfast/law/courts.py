"""Care and supervision proceedings: the 26 weeks and the first hearing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation, Force
from holdfast.law.instruments import CHILDREN_ACT_1989, PUBLIC_LAW_OUTLINE
from holdfast.law.provisions import section
from holdfast.law.readings import not_read, text_read_twice

TWENTY_SIX_WEEKS: Final = section(
    CHILDREN_ACT_1989,
    "section 32(1)(a)(ii)",
    text_read_twice(
        "The amended text. The weeks begin with the day of issue, so that day is day 1. The court may extend "
        "them under section 32(5)."
    ),
)
CASE_MANAGEMENT_HEARING: Final = Citation(
    PUBLIC_LAW_OUTLINE,
    "stage 2, case management hearing",
    Force.CR,
    None,
    None,
    not_read("Days 12 to 18 are from general knowledge; whether they are working days has not been settled."),
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "ct-26wk": (TWENTY_SIX_WEEKS,),
    "ct-pd12a-cmh": (CASE_MANAGEMENT_HEARING,),
}
