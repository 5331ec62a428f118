"""One cell's day and time of day, in any of the ways that systems write them; and why a cell holds none.

The slow and thorough reading, for the cells that are written in an unusual way or not rightly. A column of
usual cells is read at once in ``values``.
"""

import calendar
import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
FIRST_YEAR, LAST_YEAR = 1901, 2100

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_DAY = (
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})",
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[-/ ](?P<mon>[A-Za-z]{3,9})\.?[-/, ]+(?P<y>\d{4})",
    r"(?P<mon>[A-Za-z]{3,9})\.?[- ]+(?P<d>\d{1,2})(?:st|nd|rd|th)?[-, ]+(?P<y>\d{4})",
)
_TIME = (
    r"(?:[ T,]+(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,:](?P<f>\d+))?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)?)?"
    r" ?(?P<zone>Z|z|UTC|[+-]\d{2}:?\d{2})?"
)
_FORMS = tuple(re.compile(day + _TIME) for day in _DAY)
_NO_DAY = (date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1753, 1, 1))
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}(?:\D.*)?")
_SHEET_NUMBER = re.compile(r"\d{5}(?:\.\d+)?")


LEAPT = (
    "The clocks went forward over this time of day, so there was no such moment. The day was read and the "
    "time of day counts as not recorded."
)


class NotADay(ValueError):
    """A cell that holds no day; the message is a sentence that says why."""


def moment_in(cell: str) -> tuple[date, datetime | None, str | None]:
    """The day in a cell, the moment in London where a time is written, and why a time was lost.

    Midnight counts as no time of day, because systems write it where none was recorded. A moment with an
    offset is taken to London first, and so is its day. NotADay says why there is none.
    """
    for form in _FORMS:
        found = form.fullmatch(cell)
        if found:
            return _moment(found.groupdict(), cell)
    raise NotADay(_why_not(cell))


def believable(day: date) -> str | None:
    """None for a day that can be in a child's record; else the sentence that says why it cannot."""
    if day in _NO_DAY:
        return "Many systems write this day where none was recorded."
    if day.year > LAST_YEAR:
        return "A day this far ahead stands in many systems for 'no end'."
    if day.year < FIRST_YEAR:
        return "A day this long ago cannot belong to a child's record."
    return None


def _moment(part: dict[str, str | None], cell: str) -> tuple[date, datetime | None, str | None]:
    day = _day(part, cell)
    if part["H"] is None:
        return day, None, None
    hour, minute, second = int(part["H"]), int(part["M"] or 0), int(part["S"] or 0)
    half = (part["half"] or "").lower().replace(".", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour in (0, 24) and minute == second == 0 and not part["zone"]:
        return day, None, None
    if hour > 23 or minute > 59 or second > 59:
        clock = f"{part['H']}:{part['M']}" + (f":{part['S']}" if part["S"] else "")
        return day, None, f"There is no such time of day as {clock}. The day was read and the time left out."
    micro = int((part["f"] or "0")[:6].ljust(6, "0"))
    at = datetime(day.year, day.month, day.day, hour, minute, second, micro, tzinfo=LONDON)
    if part["zone"]:
        return (*_from_elsewhere(at, part["zone"]), None)
    if at.astimezone(UTC).astimezone(LONDON).hour != hour:
        return day, None, LEAPT
    return day, at, None


def _from_elsewhere(written: datetime, zone: str) -> tuple[date, datetime | None]:
    """A time of day written with its offset, in London; midnight there or here counts as no time of day."""
    offset = zone.upper().replace("UTC", "Z").replace("Z", "+00:00")
    at = datetime.fromisoformat(f"{written:%Y-%m-%dT%H:%M:%S}.{written.microsecond:06d}{offset}").astimezone(LONDON)
    return at.date(), None if _is_midnight(written) or _is_midnight(at) else at


def _is_midnight(at: datetime) -> bool:
    return at.hour == at.minute == at.second == at.microsecond == 0


def _day(part: dict[str, str | None], cell: str) -> date:
    year, number = int(part["y"] or 0), int(part["d"] or 0)
    name = part.get("mon")
    month = _MONTHS.get(name[:3].lower(), 0) if name else int(part["m"] or 0)
    if not 1 <= month <= 12:
        if name:
            raise NotADay(f"There is no month called {name}.")
        swapped = " Perhaps it was written with the month first." if 1 <= number <= 12 and month <= 31 else ""
        raise NotADay(f"There is no month {month}.{swapped}")
    if not 1 <= year <= 9999:
        raise NotADay(f"{cell} has no year that can be.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= number <= last:
        raise NotADay(f"There is no {number} {calendar.month_name[month]}: in {year} that month has {last} days.")
    return date(year, month, number)


def _why_not(cell: str) -> str:
    if _TWO_DIGIT_YEAR.fullmatch(cell):
        return "The year has only two digits, and a guess could be a hundred years wrong."
    if _SHEET_NUMBER.fullmatch(cell):
        return "It looks like a spreadsheet's own number for a day, which two kinds of spreadsheet count "
        "differently."
    if cell.startswith("#"):
        return "A spreadsheet could not show it (the column was too narrow, or a formula failed)."
    return "It is not written as a day."
