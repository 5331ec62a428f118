"""Run one duty for one child as at one moment: the engine that a screen uses, and the reference for columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, Literal

from holdfast.dates import Hours, Limit, hours_left, say
from holdfast.duties.duty import Asked, LocalStandard, MetBy, MetInPlace, Way
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing, told_until
from holdfast.record.field import Fact

State = Literal["running", "due_soon", "overdue", "met", "met_late", "ended", "cannot_say"]

ORDER: tuple[State, ...] = ("met", "met_late", "overdue", "due_soon", "running", "cannot_say", "ended")
"""Of two ways in which one start is answered, the one whose state comes first here is kept: either will do."""

UNFINISHED_FIRST: tuple[State, ...] = (
    "overdue", "due_soon", "running", "cannot_say", "met_late", "met", "ended",
)  # fmt: skip
"""Of two facts of one kind that start on one day, the one whose state comes first here is kept: each is owed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The answer: one occurrence of one duty for one child, as at one moment.

    ``days`` is due minus met (or the moment), counted in ``unit``; negative when late; None where nothing can
    be counted. ``missing`` says what the record would need, when the state is *cannot say*. ``way`` is the
    number of the duty's way, for telling the reasons. ``died``: it ended because the child died. ``also_on``
    is another day that the reasons give (see ``Starts``).
    """

    duty: str
    way: int
    child: str
    index: int
    started_on: date
    started_at: datetime | None
    due_on: date | None
    due_at: datetime | None
    met_on: date | None
    ended_on: date | None
    state: State
    days: int | None
    unit: str
    missing: str | None
    died: bool = False
    also_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One occurrence before its limit is counted.

    ``before`` is the day from which the extract has what would show it done, where this began before it; ``after``
    the last day to which it has that, where the moment lies after it. ``died_on`` is the day of the child's death.
    """

    start: Fact
    index: int
    counted_from: date
    counted_at: datetime | None = None
    met_on: date | None = None
    met_at: datetime | None = None
    ended_on: date | None = None
    unsure: bool = False
    latest_only: bool = False
    before: date | None = None
    after: date | None = None
    died_on: date | None = None


def clocks_of(asked: Asked, standing: Standing, settings: Settings) -> list[Clock]:
    """Every occurrence of one duty for one child, by the day it started; each start appears once."""
    same: dict[tuple[date, datetime | None], dict[type[Fact], dict[int, list[Clock]]]] = {}
    for number, way in enumerate(asked.ways):
        for start, clock in _clocks_of_way(asked, number, way, standing, settings):
            by_noun = same.setdefault((clock.started_on, clock.due_at), {})
            by_noun.setdefault(way.starts.noun, {}).setdefault(start, []).append(clock)
    kept = [min((_of_one_noun(starts) for starts in by_noun.values()), key=_rank) for by_noun in same.values()]
    return sorted(kept, key=lambda clock: (clock.started_on, str(clock.due_at)))


def _of_one_noun(starts: dict[int, list[Clock]]) -> Clock:
    """Each start by the best of its ways; of several starts, the one that is least done."""
    return min((min(ways, key=_rank) for ways in starts.values()), key=_unfinished)


def limit_of(asked: Asked, way: Way, settings: Settings) -> Limit:
    """The limit that applies: a local standard's is the council's setting where it has one."""
    if isinstance(asked, LocalStandard):
        return settings.limits.get(asked.code, way.limit)
    return way.limit


def what_is_missing(way: Way, has: Callable[..., bool]) -> str | None:
    """What the extract would need for this way to be answered; None when it has it."""
    if way.cannot:
        return way.cannot
    if isinstance(way.met, MetBy) and not has(way.met.noun, way.met.on, *_must_say(way.met)):
        return way.met.cure or f"{way.met.noun.words} ({way.met.noun.table})"
    if isinstance(way.met, MetInPlace) and not has(way.starts.noun, way.met.on):
        return way.met.cure or f"the column for {way.met.words.lower()}"
    return None


def _must_say(met: MetBy) -> list[str]:
    """The fields that evidence must have something in; where one is absent, nothing on record can show it done.

    A field whose silence makes the evidence unsure is none of them: the answer says so occasion by occasion.
    """
    unsure = met.unsure.fields() if met.unsure else frozenset[str]()
    return sorted(met.where.needs() - unsure)


def _rank(clock: Clock) -> tuple[int, date, int, int, date, str]:
    """Of two clocks with one start, which is kept: the same order as ``columns.sweep``, down to the last tie."""
    day, ended = clock.met_on or clock.due_on or date.max, clock.ended_on or date.max
    return ORDER.index(clock.state), day, clock.way, clock.index, ended, clock.missing or ""


def _unfinished(clock: Clock) -> tuple[int, date, int, int, int, date, str]:
    """Of two starts of one kind on one day, which is kept: the same order as ``columns.sweep``."""
    met, ended = clock.met_on.toordinal() if clock.met_on else 0, clock.ended_on or date.max
    place = UNFINISHED_FIRST.index(clock.state)
    return place, clock.due_on or date.max, -met, clock.way, clock.index, ended, clock.missing or ""


def _clocks_of_way(
    asked: Asked, number: int, way: Way, standing: Standing, settings: Settings
) -> Iterator[tuple[int, Clock]]:
    """Every clock of one way, each with the place of its starting fact among those of its noun."""
    if not standing.has(way.starts.noun, way.starts.on):
        return
    limit = limit_of(asked, way, settings)
    missing = what_is_missing(way, standing.has)
    places = {id(start): place for place, start in enumerate(standing.of(way.starts.noun))}
    for occasion in occasions_of(way, standing):
        if way.when.holds(partial(field_of, occasion)):
            place = places[id(occasion.start)]
            yield place, settle(asked, number, limit, occasion, missing, standing.moment, settings)


def field_of(occasion: Occasion, name: str) -> Any:
    """A field of the starting fact, or of the occasion itself."""
    if name in ("counted_from", "index"):
        return getattr(occasion, name)
    return getattr(occasion.start, name)


def occasions_of(way: Way, standing: Standing) -> Iterator[Occasion]:
    """Every occurrence of one way for one child, before its limit is counted."""
    starts, died = way.starts, standing.died_on
    for start in standing.of(starts.noun):
        day = getattr(start, starts.on)
        if day is None or not starts.where.holds(partial(getattr, start)):
            continue
        at = getattr(start, starts.at) if starts.at else None
        own = getattr(start, starts.until) if starts.until else None
        ended = min((one for one in (own, died) if one is not None), default=None)
        first = Occasion(
            start=start, index=0, counted_from=day, counted_at=at, ended_on=ended, after=_silent_after(way, standing),
            died_on=died,
        )  # fmt: skip
        found = [_once(way, first, standing)] if way.chain is None else _chained(way, first, standing)
        yield from (_while_alive(one) for one in found if died is None or one.counted_from <= died)


def _silent_after(way: Way, standing: Standing) -> date | None:
    """The last day to which the extract has what would meet this, where the moment lies after it."""
    if way.met is None:
        return None
    until = told_until(standing.held, evidence_of(way))
    return until if until is not None and standing.today > until else None


def evidence_of(way: Way) -> type[Fact]:
    """The noun that would show it done: that of what meets it, or the starting fact itself."""
    return way.met.noun if isinstance(way.met, MetBy) else way.starts.noun


def _while_alive(occasion: Occasion) -> Occasion:
    """Nothing is done for a child after the child's death: what is on record later is no evidence."""
    died, met = occasion.died_on, occasion.met_on
    return replace(occasion, met_on=None, met_at=None) if died and met and met > died else occasion


def _once(way: Way, first: Occasion, standing: Standing) -> Occasion:
    met = way.met
    if met is None:
        return first
    if isinstance(met, MetInPlace):
        at = getattr(first.start, met.at) if met.at else None
        return replace(first, met_on=getattr(first.start, met.on), met_at=at)
    since = standing.held.known_from.get(met.noun)
    first = replace(first, before=since if since is not None and first.counted_from < since else None)
    days = [
        (getattr(fact, met.on), getattr(fact, met.at) if met.at else None)
        for fact in standing.of(met.noun)
        if met.where.holds(partial(getattr, fact)) and _meets(met, fact, first)
    ]
    if not days:
        return replace(first, unsure=bool(_unsure_days(met, first, standing)))
    on, at = min(days, key=lambda pair: (pair[0], pair[1] is None, pair[1] and pair[1].timestamp()))
    return replace(first, met_on=on, met_at=at, latest_only=met.noun in standing.held.latest_only)


def _meets(met: MetBy, fact: Fact, first: Occasion) -> bool:
    """Whether this fact belongs to this start: by its id where it has one, else by day."""
    day = getattr(fact, met.on)
    if day is None:
        return False
    if met.link is not None:
        own, other = (getattr(fact, met.link[0]), getattr(first.start, met.link[1]))
        if own is not None:
            return bool(own == other) and (met.earlier_counts or day >= first.counted_from)
    if first.ended_on is not None and day > first.ended_on:
        return False
    if day >= first.counted_from:
        return True
    until = getattr(fact, met.in_force_until) if met.in_force_until else None
    return met.earlier_counts and (until is None or until >= first.counted_from)


def _unsure_days(met: MetBy, first: Occasion, standing: Standing) -> list[date]:
    if met.unsure is None:
        return []
    return sorted(
        getattr(fact, met.on)
        for fact in standing.of(met.noun)
        if met.unsure.holds(partial(getattr, fact)) and _meets(met, fact, first)
    )


def _chained(way: Way, first: Occasion, standing: Standing) -> Iterator[Occasion]:
    met, chain = way.met, way.chain
    assert isinstance(met, MetBy)
    assert chain is not None
    points = sorted({
        getattr(fact, met.on)
        for fact in standing.of(met.noun)
        if met.where.holds(partial(getattr, fact)) and _meets(met, fact, first)
    })  # fmt: skip
    unsure = _unsure_days(met, first, standing)
    if points and met.noun in standing.held.latest_only:
        yield from _latest_only(way, first, points[-1], unsure)
        return
    starts = [first.counted_from, *points]
    for index, day in enumerate(starts):
        done = points[index] if index < len(points) else None
        if not chain.takes(index) or (index == 0 and done == day and chain.takes(1)):
            continue
        unknown = any(day < one and (done is None or one < done) for one in unsure)
        yield replace(first, index=index, counted_from=day, met_on=done, unsure=unknown)


def _latest_only(way: Way, first: Occasion, latest: date, unsure: list[date]) -> Iterator[Occasion]:
    """Where only the latest completion is on record: the first clock, and the one now running."""
    assert way.chain is not None
    if way.chain.takes(0) and not (latest == first.counted_from and way.chain.takes(1)):
        yield replace(first, met_on=latest, latest_only=True)
    early = way.chain.first_limit is None or latest <= (way.chain.first_limit.after(first.counted_from) or latest)
    index = 1 if early else 2
    if way.chain.takes(index):
        unknown = any(one > latest for one in unsure)
        yield replace(first, index=index, counted_from=latest, unsure=unknown)


def settle(
    asked: Asked, number: int, limit: Limit, occasion: Occasion, missing: str | None, moment: datetime,
    settings: Settings,
) -> Clock:  # fmt: skip
    """Count the limit and say how the clock stands at ``moment``."""
    way = asked.ways[number]
    due_on, due_at = due_of(way, limit, occasion)
    unit = "days" if limit.unit == "hours" and due_at is None else limit.unit
    missing = missing or what_stays_unknown(way, occasion, due_on, due_at)
    lead = settings.lead(asked.code, unit)
    state = _state(occasion, due_on, due_at, _left(limit, due_on, due_at, None, None, moment), lead, missing, moment)
    if way.mark and state == "overdue":
        state = "running"
    days: int | None = None
    if state != "cannot_say":
        days = _left(limit, due_on, due_at, occasion.met_on, occasion.met_at, moment)
        if due_at is not None and occasion.met_on is not None and occasion.met_at is None:
            unit = "days"
    return Clock(
        duty=asked.code, way=number, child=occasion.start.child, index=occasion.index,
        started_on=occasion.counted_from, started_at=occasion.counted_at, due_on=due_on, due_at=due_at,
        met_on=None if state == "cannot_say" else occasion.met_on, ended_on=occasion.ended_on,
        state=state, days=days, unit=unit, missing=missing if state == "cannot_say" else None,
        died=state == "ended" and occasion.ended_on == occasion.died_on,
        also_on=getattr(occasion.start, way.starts.also) if way.starts.also else None,
    )  # fmt: skip


def due_of(way: Way, limit: Limit, occasion: Occasion) -> tuple[date | None, datetime | None]:
    """The due day, and the due moment where the limit is in hours and the time of the start is known."""
    if way.cannot:
        return None, None
    if way.due is not None:
        return field_of(occasion, way.due), None
    if isinstance(limit, Hours) and occasion.counted_at is not None:
        at = limit.after_moment(occasion.counted_at)
        return at.date(), at
    return limit.after(occasion.counted_from), None


UNSURE = "evidence that says enough to count (what is on record does not)"
LATEST = "the earlier ones (only the latest is given, and the first may have been in time)"


def before_words(since: date) -> str:
    """What is missing where the extract begins on this day; ``date.max`` where nothing tells on which it begins."""
    if since == date.max:
        return "what was done in earlier years (nothing in this file tells in which year it begins)"
    return f"what was done before {say(since)}, where this file begins"


def after_words(until: date) -> str:
    """What is missing where the extract ends on this day."""
    return f"what was done after {say(until)}, where this file ends"


def what_stays_unknown(way: Way, occasion: Occasion, due_on: date | None, due_at: datetime | None) -> str | None:
    """Why an occasion cannot be answered although the table that would show it is there; None when it can."""
    late = _is_late(occasion, due_on, due_at)
    if occasion.unsure and (occasion.met_on is None or late):
        return UNSURE
    if occasion.latest_only and late:
        return LATEST
    if occasion.before and (occasion.met_on is None or late):
        return before_words(occasion.before)
    return after_words(occasion.after) if occasion.after and _still_open(occasion, due_on, occasion.after) else None


def _still_open(occasion: Occasion, due_on: date | None, day: date) -> bool:
    """True when by the end of this day it was neither done nor over nor late."""
    over = occasion.ended_on is not None and occasion.ended_on <= day
    return occasion.met_on is None and not over and (due_on is None or due_on > day)


def _is_late(occasion: Occasion, due_on: date | None, due_at: datetime | None) -> bool:
    if occasion.met_on is None or due_on is None:
        return False
    if due_at is not None and occasion.met_at is not None:
        return occasion.met_at > due_at
    return occasion.met_on > due_on


def _left(
    limit: Limit, due_on: date | None, due_at: datetime | None, met_on: date | None, met_at: datetime | None,
    moment: datetime,
) -> int | None:  # fmt: skip
    if due_on is None:
        return None
    if due_at is not None:
        if met_on is None or met_at is not None:
            return hours_left(due_at, met_at or moment)
        return (due_on - met_on).days
    if isinstance(limit, Hours):
        return (due_on - (met_on or moment.date())).days
    return limit.days_left(due_on, met_on or moment.date())


def _state(
    occasion: Occasion, due_on: date | None, due_at: datetime | None, left: int | None, lead: int,
    missing: str | None, moment: datetime,
) -> State:  # fmt: skip
    if missing:
        return "cannot_say"
    if occasion.met_on is not None:
        return "met_late" if _is_late(occasion, due_on, due_at) else "met"
    if occasion.ended_on is not None:
        return "ended"
    if due_on is None or left is None:
        return "running"
    if (moment > due_at) if due_at is not None else (moment.date() > due_on):
        return "overdue"
    return "due_soon" if left <= lead else "running"
