"""The Acts, regulations, guidance and data rules that the citations name.

Links are the public addresses of legislation.gov.uk; guidance carries none, since its addresses move.
A link is an address, not a claim that anybody read what stands there.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from holdfast.law.citation import Instrument

_LEGISLATION: Final = "https://www.legislation.gov.uk"


def _act(short: str, title: str, year: int, chapter: int) -> Instrument:
    return Instrument(short, title, "Act", year, chapter, f"{_LEGISLATION}/ukpga/{year}/{chapter}")


def _regulations(short: str, title: str, year: int, number: int) -> Instrument:
    return Instrument(short, title, "regulations", year, number, f"{_LEGISLATION}/uksi/{year}/{number}")


def _guidance(short: str, title: str, year: int | None, caution: str = "") -> Instrument:
    return Instrument(short, title, "statutory guidance", year, caution=caution)


def _data_rule(short: str, title: str) -> Instrument:
    return Instrument(short, title, "data rule")


CHILDREN_ACT_1989: Final = _act("Children Act 1989", "Children Act 1989", 1989, 41)
HOUSING_ACT_1996: Final = _act("Housing Act 1996", "Housing Act 1996", 1996, 52)
WELLBEING_AND_SCHOOLS_ACT: Final = _act(
    "Children's Wellbeing and Schools Act 2026", "Children's Wellbeing and Schools Act 2026", 2026, 21
)

CARE_PLANNING: Final = _regulations(
    "Care Planning Regulations",
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    2010,
    959,
)
CARE_LEAVERS: Final = _regulations("Care Leavers Regulations", "Care Leavers (England) Regulations 2010", 2010, 2571)
ADOPTION_AGENCIES: Final = _regulations(
    "Adoption Agencies Regulations", "Adoption Agencies Regulations 2005", 2005, 389
)
PRIVATE_FOSTERING: Final = _regulations(
    "Private Fostering Regulations",
    "Children (Private Arrangements for Fostering) Regulations 2005",
    2005,
    1533,
)

WORKING_TOGETHER: Final = _guidance(
    "Working Together",
    "Working Together to Safeguard Children",
    2023,
    caution="the 2026 edition that replaced it has not been read",
)
IRO_HANDBOOK: Final = _guidance(
    "IRO Handbook", "IRO Handbook: statutory guidance for independent reviewing officers", 2010
)
VOLUME_2: Final = _guidance(
    "Children Act guidance, volume 2",
    "The Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review",
    None,
)
SHORT_BREAKS: Final = _guidance("Short Breaks guidance", "Short Breaks: statutory guidance", 2010)
HEALTH_GUIDANCE: Final = _guidance(
    "Health guidance for looked-after children",
    "Promoting the health and well-being of looked-after children",
    2015,
)
EDUCATION_GUIDANCE: Final = _guidance(
    "Education guidance for looked-after children", "Promoting the education of looked-after children", 2018
)
MISSING_GUIDANCE: Final = _guidance(
    "Missing children guidance",
    "Statutory guidance on children who run away or go missing from home or care",
    2014,
)
YOUNG_HOMELESS_GUIDANCE: Final = _guidance(
    "Guidance on homeless 16 and 17 year olds",
    "Joint statutory guidance on homelessness of 16 and 17 year olds",
    2018,
)

PUBLIC_LAW_OUTLINE: Final = Instrument(
    "Practice Direction 12A",
    "Family Procedure Rules 2010, Practice Direction 12A",
    "practice direction",
    2010,
)
NATIONAL_TRANSFER_PROTOCOL: Final = Instrument(
    "National Transfer Scheme protocol", "National Transfer Scheme protocol, version 7.0", "protocol", 2025
)

CHILDREN_IN_NEED_STATISTICS: Final = _data_rule(
    "Children in need statistics", "Department for Education, children in need statistics and methodology"
)
CHILDREN_IN_NEED_CENSUS: Final = _data_rule(
    "Children in need census", "Department for Education, children in need census field definitions"
)
LOOKED_AFTER_RETURN: Final = _data_rule(
    "Looked-after children return", "Department for Education, children looked after return (SSDA903)"
)
ADOPTION_SCORECARD: Final = _data_rule("Adoption scorecard", "Department for Education, adoption scorecard thresholds")

CARE_PLANNING_BEGAN: Final = date(2011, 4, 1)
"""Regulation 1 of the Care Planning Regulations says so. Later amendments have days of their own."""

CARE_LEAVERS_BEGAN: Final = date(2011, 4, 1)
"""Regulation 1 of the Care Leavers Regulations says so."""

PRIVATE_FOSTERING_BEGAN: Final = date(2005, 7, 1)
"""The first day in force of the Private Fostering Regulations, as councils' procedures give it."""
