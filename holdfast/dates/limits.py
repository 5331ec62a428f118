"""Limits: how long the law (or a council's setting) gives, in its own unit, with the sum told step by step.

Each limit has two sums: ``after`` here, for one day, and ``holdfast.dates.columns.after_each`` for a column.
A property test holds the two equal.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar, Literal, Self

from holdfast.dates.moments import add_hours
from holdfast.dates.months import add_months
from holdfast.dates.words import say, say_moment, say_with_weekday
from holdfast.dates.working_days import add_working_days, bank_holidays_between, working_days_between

Unit = Literal["working days", "days", "hours"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time from a starting day.

    ``number`` is how many; ``said`` is the law's own phrase where it differs from the plain one. ``unit`` is
    what days left are counted in.
    """

    number: int = 0
    said: str | None = None

    unit: ClassVar[Unit] = "days"
    one: ClassVar[str] = "day"

    @property
    def words(self) -> str:
        """The bare length, such as ``20 working days``; ``2 working days before`` where it counts back."""
        if self.number < 0:
            return f"{-self.number} {self.one}{'s' * (self.number != -1)} before"
        return f"{self.number} {self.one}" if self.number == 1 else f"{self.number} {self.one}s"

    @property
    def phrase(self) -> str:
        """The law's own phrase, such as ``within 20 working days``."""
        return self.said or (f"at least {self.words}" if self.number < 0 else f"within {self.words}")

    def after(self, day: date) -> date | None:
        """The last day on which the thing is in time; None where the limit has no number."""
        raise NotImplementedError

    def days_left(self, due: date, reference: date) -> int:
        """Due less reference in the limit's unit; negative when late."""
        return (due - reference).days

    def steps(self, day: date) -> tuple[str, ...]:
        """The sum from the starting day, one plain sentence a step."""
        due = self.after(day)
        first = f"{say_with_weekday(day)} is day 0."
        if due is None:
            return (first, f"The law gives no number of days ({self.phrase}), so no due day is worked out.")
        return (first, *self._between(day, due), f"The last day in time is {say_with_weekday(due)}.")

    def resized(self, number: int) -> Self:
        """The same limit with another number."""
        return replace(self, number=number)

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        return (f"{self.words} on, every day counted.",)


@dataclass(frozen=True, slots=True)
class WorkingDays(Limit):
    """So many working days after the starting day, which is day 0."""

    unit: ClassVar[Unit] = "working days"
    one: ClassVar[str] = "working day"

    def after(self, day: date) -> date:
        """The last of the working days."""
        return add_working_days(day, self.number)

    def days_left(self, due: date, reference: date) -> int:
        """Working days from reference to due."""
        return working_days_between(reference, due)

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        if self.number < 0:
            return (f"{self.words} it, Saturdays, Sundays and bank holidays not counted.",)
        first = add_working_days(day, 1)
        free = bank_holidays_between(day, due)
        passed = "Saturdays and Sundays do not count."
        if free:
            names = ", ".join(f"{name} ({say(one)})" for one, name in free)
            passed = f"Saturdays and Sundays do not count, nor do these: {names}."
        return (
            f"{say_with_weekday(first)} is working day 1.",
            passed,
            f"{self.words} {'is' if self.number == 1 else 'are'} counted.",
        )


@dataclass(frozen=True, slots=True)
class Days(Limit):
    """So many calendar days after the starting day, which is day 0."""

    def after(self, day: date) -> date:
        """The last of the days."""
        return day + timedelta(days=self.number)

    def before(self, day: date) -> date:
        """The day so many days earlier."""
        return day - timedelta(days=self.number)


@dataclass(frozen=True, slots=True)
class Weeks(Limit):
    """So many weeks of seven calendar days."""

    one: ClassVar[str] = "week"

    def after(self, day: date) -> date:
        """The same weekday, so many weeks on."""
        return day + timedelta(weeks=self.number)

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        return (f"{self.words} on is the same weekday.",)


@dataclass(frozen=True, slots=True)
class Months(Limit):
    """So many months to the corresponding date."""

    one: ClassVar[str] = "month"

    def after(self, day: date) -> date:
        """The corresponding date, or the last day of a month without one."""
        return add_months(day, self.number)

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        if due.day == day.day:
            return (f"{self.words} on, the same date of the month.",)
        return (
            f"{self.words} on; that month has no {day.day}{'st' if day.day == 31 else 'th'}, so its last day is taken.",
        )


@dataclass(frozen=True, slots=True)
class Years(Limit):
    """So many years to the corresponding date."""

    one: ClassVar[str] = "year"

    def after(self, day: date) -> date:
        """The anniversary."""
        return add_months(day, 12 * self.number)

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        if due.day == day.day:
            return (f"{self.words} on, the same date.",)
        return (f"{self.words} on; that year has no 29 February, so the 28th is taken.",)


@dataclass(frozen=True, slots=True)
class Hours(Limit):
    """So many hours on the real clock, weekends and nights included.

    Where no time of day is on record, the hours run as whole days from the starting day: never too strict.
    """

    unit: ClassVar[Unit] = "hours"
    one: ClassVar[str] = "hour"

    def after(self, day: date) -> date:
        """The last day, when no time of day is known: 72 hours make three days."""
        return day + timedelta(days=-(-self.number // 24))

    def after_moment(self, moment: datetime) -> datetime:
        """The very moment at which the hours are over."""
        return add_hours(moment, self.number)

    def steps_from(self, moment: datetime) -> tuple[str, ...]:
        """The sum from a known moment."""
        return (
            f"The clock starts at {say_moment(moment)}.",
            f"{self.words} run on the clock, nights, weekends and bank holidays counted.",
            f"They are over at {say_moment(self.after_moment(moment))}.",
        )

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        days = (due - day).days
        return (f"No time of day is on record, so {self.words} run as {days} whole days.",)


@dataclass(frozen=True, slots=True)
class SameDay(Limit):
    """On the same day."""

    @property
    def words(self) -> str:
        """``the same day``."""
        return "the same day"

    @property
    def phrase(self) -> str:
        """The law's own phrase, else ``on the same day``."""
        return self.said or "on the same day"

    def after(self, day: date) -> date:
        """The day itself (``number`` days on, for trying a moved limit)."""
        return day + timedelta(days=self.number)

    def _between(self, day: date, due: date) -> tuple[str, ...]:
        return ("It is to be done on the same day.",)


@dataclass(frozen=True, slots=True)
class BeginningWith(Limit):
    """A length that begins with the starting day: that day is day 1, so the last day is one earlier."""

    length: Limit = Weeks(26)

    def __init__(self, length: Limit, said: str | None = None) -> None:
        object.__setattr__(self, "number", length.number)
        object.__setattr__(self, "said", said)
        object.__setattr__(self, "length", length)

    @property
    def words(self) -> str:
        """The bare length."""
        return self.length.words

    @property
    def phrase(self) -> str:
        """The law's own phrase, else ``within N weeks beginning with the day``."""
        return self.said or f"within {self.length.words} beginning with the day"

    def after(self, day: date) -> date | None:
        """The day before the length's own last day."""
        last = self.length.after(day)
        return None if last is None else last - timedelta(days=1)

    def resized(self, number: int) -> Self:
        """The same kind of limit with another number."""
        return type(self)(self.length.resized(number), self.said)

    def steps(self, day: date) -> tuple[str, ...]:
        """The sum, which counts the starting day as day 1."""
        due = self.after(day)
        assert due is not None
        return (
            f"{say_with_weekday(day)} is day 1: the law counts from and with it.",
            f"{self.words} counted with that day end a day before the same weekday.",
            f"The last day in time is {say_with_weekday(due)}.",
        )


@dataclass(frozen=True, slots=True)
class NoNumber(Limit):
    """The law asks for it but gives no number, such as ``as soon as possible``."""

    def __init__(self, said: str) -> None:
        object.__setattr__(self, "number", 0)
        object.__setattr__(self, "said", said)

    @property
    def words(self) -> str:
        """The phrase."""
        return self.phrase

    def after(self, day: date) -> None:
        """None: no due day can be worked out."""
        return

    def resized(self, number: int) -> Self:
        """Itself: there is no number to change."""
        return self
