"""The record as at a moment, and as known by a moment: pure functions of one fact.

*As at*: what had happened by then. A fact whose own day lies after the moment is not there yet; any other day
that lies after it is blank, and so is whatever becomes known only with that day. A planned day stays.
*As known by*: what had been entered by then, and no more than had happened: nobody types in a visit before it is
made. A fact without an entry time counts as entered on the day it tells of, because extracts seldom say when a row was
typed; the command line and the pages say so.
"""

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar, cast

from holdfast.record.field import Column, Fact, columns_of, happens_on, remembered

F = TypeVar("F", bound=Fact)


@remembered
def _rules(noun: type[Fact]) -> tuple[tuple[Column, str | None, tuple[str, ...]], ...]:
    """For each unplanned day: its description, its time field, and the fields known only with it."""
    every = columns_of(noun)
    found = []
    for one in every:
        if one.kind == "day" and not one.planned:
            time = next((other.name for other in every if other.time_of == one.name), None)
            along = tuple(other.name for other in every if other.known_with == one.name)
            found.append((one, time, along))
    return tuple(found)


def is_after(fact: Fact, day_field: str, time_field: str | None, moment: datetime) -> bool:
    """True when the day (or, where the time of day is known, the very moment) lies after ``moment``."""
    at = getattr(fact, time_field) if time_field else None
    if at is not None:
        return bool(at > moment)
    day = getattr(fact, day_field)
    return day is not None and bool(day > moment.date())


def fact_as_at(fact: F, moment: datetime) -> F | None:
    """The fact as it stood at ``moment``, or None when it had not happened."""
    blank: dict[str, None] = {}
    own = happens_on(type(fact))
    for one, time, along in _rules(type(fact)):
        if is_after(fact, one.name, time, moment):
            if one.name == own:
                return None
            blank.update(dict.fromkeys((one.name, *along, *((time,) if time else ()))))
    return dataclasses.replace(fact, **cast(dict[str, Any], blank)) if blank else fact


def facts_as_at(facts: Iterable[F], moment: datetime) -> tuple[F, ...]:
    """Those of the facts that had happened by ``moment``, each as it stood then."""
    stood = (fact_as_at(fact, moment) for fact in facts)
    return tuple(fact for fact in stood if fact is not None)


def facts_as_known(facts: Iterable[F], moment: datetime) -> tuple[F, ...]:
    """Those of the facts that had been entered by ``moment``, each as it stood then."""
    return facts_as_at((fact for fact in facts if fact.recorded_at is None or fact.recorded_at <= moment), moment)
