"""Why a date: one duty for one child, each occurrence with its reasons, its sum, its calendar and the law behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.casework.child.clocks import ToldClock, clocks_for
from holdfast.dates import Days, Hours, Limit, WorkingDays, bank_holidays_between, is_working_day
from holdfast.duties.clock import Clock, limit_of, what_is_missing
from holdfast.duties.duty import Asked, Duty, LocalStandard
from holdfast.duties.explain import because
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.law.citation import Citation

DayKind = Literal["start", "counted", "weekend", "holiday", "due"]

MOST_DAYS = 130
"""A longer count is told in its steps alone: nobody reads a calendar of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDay:
    """One day of a count: what it is, which number it has if it counts, and the bank holiday's name."""

    day: date
    kind: DayKind
    number: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One clock with its reasons, the sum step by step, and the days of the count; ``days`` is empty for hours."""

    told: ToldClock
    because: tuple[str, ...]
    steps: tuple[str, ...]
    days: tuple[CountedDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One citation in words: what it is, of what force, since when, how it was read, its address, who signed it off."""

    words: str
    force: str
    in_force: str
    how_read: str
    note: str
    link: str
    signed_off: str
    itself_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyDate:
    """One duty for one child: every occurrence, the newest first, the law, or the setting where no law asks it.

    ``none`` says why there is no occurrence where there is none; ``exceptions`` when it is not owed.
    """

    asked: Asked
    occurrences: tuple[Occurrence, ...]
    none: str
    law: tuple[Law, ...]
    setting: str
    limit: str
    exceptions: str


def why_date(asked: Asked, standing: Standing, settings: Settings) -> WhyDate:
    """Why each date of the duty is what it is, as at the moment."""
    every = clocks_for(standing, settings, (asked,))
    local = isinstance(asked, LocalStandard)
    return WhyDate(
        asked=asked, none="" if every else none_words(asked, standing),
        occurrences=tuple(_occurrence(asked, one, settings) for one in reversed(every)),
        law=tuple(_law(one) for one in asked.law) if isinstance(asked, Duty) else (),
        setting=asked.setting if isinstance(asked, LocalStandard) else "",
        limit=limit_of(asked, asked.ways[0], settings).phrase if local else "", exceptions=asked.exceptions,
    )  # fmt: skip


def none_words(asked: Asked, standing: Standing) -> str:
    """Why no clock of this kind runs for the child."""
    for way in asked.ways:
        if not standing.has(way.starts.noun, way.starts.on):
            return (
                f"This record cannot hold what starts this clock ({way.starts.words.lower()}), so nothing is claimed."
            )
        missing = what_is_missing(way, standing.has)
        if missing:
            return f"No clock of this kind has started. It could not be answered without: {missing}."
    return "No clock of this kind had started for this child by this moment."


def _occurrence(asked: Asked, told: ToldClock, settings: Settings) -> Occurrence:
    way = asked.ways[told.clock.way]
    limit = limit_of(asked, way, settings)
    summed = way.due is None and not way.cannot
    return Occurrence(
        told=told, because=because(asked, told.clock, settings), steps=steps_of(limit, told.clock) if summed else (),
        days=days_of(limit, told.clock) if summed else (),
    )  # fmt: skip


def steps_of(limit: Limit, clock: Clock) -> tuple[str, ...]:
    """The sum, one plain sentence a step; in hours where the time of day is known."""
    if isinstance(limit, Hours) and clock.started_at is not None:
        return limit.steps_from(clock.started_at)
    return limit.steps(clock.started_on)


def days_of(limit: Limit, clock: Clock) -> tuple[CountedDay, ...]:
    """The days from the start to the last day; none for hours, for a count back, or for a very long one."""
    start, due = clock.started_on, clock.due_on
    if due is None or clock.due_at is not None or not 0 < (due - start).days <= MOST_DAYS:
        return ()
    return tuple(_days(start, due, isinstance(limit, WorkingDays)))


def _days(start: date, due: date, working: bool) -> Iterator[CountedDay]:
    names = dict(bank_holidays_between(start, due))
    yield CountedDay(day=start, kind="start", number=0)
    number = 0
    for place in range(1, (due - start).days + 1):
        day = Days(place).after(start)
        counts = not working or is_working_day(day)
        number += counts
        kind: DayKind = "due" if day == due else "counted" if counts else "holiday" if day in names else "weekend"
        yield CountedDay(day=day, kind=kind, number=number if counts else None, name=names.get(day, ""))


def _law(one: Citation) -> Law:
    signed = one.sign_off_words if one.signed_off_by else "Nobody has signed it off yet"
    return Law(
        words=one.words, force=one.force.words, in_force=_capital(one.in_force_words), how_read=_capital(one.how_read),
        note=one.reading.note, link=one.link or "", signed_off=_capital(signed),
        itself_read=one.reading.what == "the regulation itself",
    )  # fmt: skip


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
