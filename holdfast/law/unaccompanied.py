"""Children who arrive in England alone and seek asylum."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from holdfast.law.citation import Citation, Force
from holdfast.law.instruments import CHILDREN_ACT_1989, NATIONAL_TRANSFER_PROTOCOL
from holdfast.law.provisions import section
from holdfast.law.readings import page_read

BECOMES_LOOKED_AFTER: Final = section(
    CHILDREN_ACT_1989,
    "section 20",
    page_read("Which page is not recorded. Every clock of a child in care then runs."),
)
NATIONAL_TRANSFER: Final = Citation(
    NATIONAL_TRANSFER_PROTOCOL,
    "transfer within ten working days",
    Force.NG,
    None,
    None,
    page_read(
        "The North West partnership states ten working days; only the protocol's introduction was read.",
        where="a regional partnership's page",
    ),
)

CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "ua-cla-start": (BECOMES_LOOKED_AFTER,),
    "ua-nts-transfer": (NATIONAL_TRANSFER,),
}
