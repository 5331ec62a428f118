"""Days as inspectors print them: one, a range, or two ranges joined."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_MONTH = "|".join(MONTHS)
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:{_MONTH}))?(?:\s+\d{{4}})?"
_ONE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month>{_MONTH})\b)?(?:,?\s+(?P<year>\d{{4}})\b)?", re.IGNORECASE
)
WHOLE_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\s+\d{{4}}\b", re.IGNORECASE)


def days_said(text: str) -> list[date] | None:
    """Every day of a text of dates, the month and year of a later one lent to those before that lack them.

    ``6 to 17 December 2021`` gives two days; two ranges give four. None where any of it makes no day.
    """
    parts = [(int(m["day"]), m["month"], m["year"]) for m in _ONE.finditer(text)]
    if not parts:
        return None
    said: list[date] = []
    month: int | None = None
    year: int | None = None
    for day, month_name, year_said in reversed(parts):
        earlier = MONTHS[month_name.lower()] if month_name else month
        if year_said:
            year = int(year_said)
        elif year is not None and month is not None and earlier is not None and earlier > month:
            year -= 1
        month = earlier
        if month is None or year is None:
            return None
        try:
            said.append(date(year, month, day))
        except ValueError:
            return None
    return said[::-1]


def first_and_last(text: str) -> tuple[date, date] | None:
    """The earliest and the latest day of a text of dates; a single day is both. None where it makes no range."""
    said = days_said(text)
    if not said or len(said) > 4:
        return None
    if said != sorted(said):
        return None
    return said[0], said[-1]
