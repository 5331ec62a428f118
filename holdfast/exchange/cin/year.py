"""Which year a census file tells of: from its header, with a problem where the header does not agree with itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.dates import say
from holdfast.exchange.moments import NotADay, moment_in
from holdfast.exchange.problems import Problem

REFERENCE, YEAR = "CollectionDetails/ReferenceDate", "CollectionDetails/Year"


@dataclass(frozen=True, slots=True, kw_only=True)
class CensusYear:
    """The year: ``reference`` is the day on which the account ends, ``begins`` the 1 April it starts with.

    Both are None where the header says neither. ``council`` is the council's three figures.
    """

    reference: date | None = None
    begins: date | None = None
    council: str | None = None

    @property
    def words(self) -> str:
        """The year in words."""
        if self.reference is None or self.begins is None:
            return "of a year that its header does not tell"
        return f"from {say(self.begins)} to {say(self.reference)}"


def year_of(header: Mapping[str, str], file: str) -> tuple[CensusYear, list[Problem]]:
    """The census year, and what is wrong with the header's account of it."""
    told, year = header.get(REFERENCE), header.get(YEAR, "")
    council = header.get("Source/LEA")
    reference, problems = _day(told, file)
    if reference is None and year.isdecimal() and 2000 < int(year) < 2100:
        reference = date(int(year), 3, 31)
    if reference is None:
        return CensusYear(council=council), [*problems, _untold(file)]
    if (reference.month, reference.day) != (3, 31):
        problems.append(_wrong(file, "ReferenceDate", told, "A census year ends on 31 March, and this day is another."))
    if year and year != str(reference.year):
        problems.append(_wrong(file, "Year", year, f"This is not the year of the reference date, {reference.year}."))
    return CensusYear(reference=reference, begins=date(reference.year - 1, 4, 1), council=council), problems


def _day(told: str | None, file: str) -> tuple[date | None, list[Problem]]:
    if told is None:
        return None, []
    try:
        return moment_in(told)[0], []
    except NotADay as reason:
        return None, [_wrong(file, "ReferenceDate", told, str(reason))]


def _wrong(file: str, column: str, value: str | None, why: str) -> Problem:
    return Problem(
        file=file, table="Header", column=column, value=value,
        reason=f"{why} The year of the census is taken from the reference date where it can be; the children were "
        "read all the same.",
    )  # fmt: skip


def _untold(file: str) -> Problem:
    return Problem(
        file=file, table="Header",
        reason="The header says neither a reference date nor a year, so nobody can tell on which day this account "
        "ends. The children were read; what happened after it is not in it.",
    )  # fmt: skip
