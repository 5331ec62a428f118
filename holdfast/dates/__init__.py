"""Days, moments and limits: how the law counts time in England.

Pure and small. The column twins are in ``holdfast.dates.columns`` and are imported from there, so that a
reader of one child's record never loads a column engine.
"""

from holdfast.dates.limits import (
    BeginningWith,
    Days,
    Hours,
    Limit,
    Months,
    NoNumber,
    SameDay,
    Weeks,
    WorkingDays,
    Years,
)
from holdfast.dates.moments import (
    LONDON,
    NotAMoment,
    add_hours,
    end_of,
    hours_left,
    in_london,
    parse_moment,
)
from holdfast.dates.months import add_months, add_years, age_on, birthday
from holdfast.dates.words import say, say_moment, say_with_weekday
from holdfast.dates.working_days import (
    CalendarEnds,
    add_working_days,
    bank_holidays_between,
    calendar_warning,
    check_calendar,
    is_working_day,
    monday_before,
    next_working_day,
    working_days_between,
)

__all__ = [
    "LONDON",
    "BeginningWith",
    "CalendarEnds",
    "Days",
    "Hours",
    "Limit",
    "Months",
    "NoNumber",
    "NotAMoment",
    "SameDay",
    "Weeks",
    "WorkingDays",
    "Years",
    "add_hours",
    "add_months",
    "add_working_days",
    "add_years",
    "age_on",
    "bank_holidays_between",
    "birthday",
    "calendar_warning",
    "check_calendar",
    "end_of",
    "hours_left",
    "in_london",
    "is_working_day",
    "monday_before",
    "next_working_day",
    "parse_moment",
    "say",
    "say_moment",
    "say_with_weekday",
    "working_days_between",
]
