"""The last grade that was printed for each council by a day: what a map shows. Nothing is worked out from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.inspection.history.events import Absent, Inspection, in_order
from holdfast.inspection.history.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class AsPrinted:
    """One council's grade for an area in its last report by a day, or why that report has none; and of what day it
    is. ``framework`` is the set of judgements that the report was written in."""

    authority_code: str
    when: When
    framework: str
    grade: str | None
    absent: Absent | None


def as_printed(inspections: Iterable[Inspection], area: str, by: date) -> Mapping[str, AsPrinted]:
    """Of each council (by its code) the grade for an area in the last report that had surely come out by a day."""
    found: dict[str, AsPrinted] = {}
    for one in in_order(inspections):
        said = next((judged for judged in one.judgements if judged.area == area), None)
        if one.when.last > by:
            continue
        found[one.authority_code] = AsPrinted(
            authority_code=one.authority_code, when=one.when, framework=one.framework,
            grade=said.grade if said else None, absent=said.absent if said else "not_in_this_set",
        )  # fmt: skip
    return found
