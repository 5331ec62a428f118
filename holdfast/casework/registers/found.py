"""Each register as at a moment: who is on it, what is next or late for each, and how many came and left."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.monday import lines_of, owner_named
from holdfast.casework.registers.places import REGISTERS, Listed, places_on
from holdfast.casework.registers.register import WAITING, Register
from holdfast.casework.view import View
from holdfast.dates import Days, add_months, end_of
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.monday import STANDING_WORDS, MondayLine, effect_of, standing_of
from holdfast.duties.owner import Owner
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns

LOOKED_AT = tuple(one for code, one in DUTIES.items() if any(register.looks_at(code) for register in REGISTERS))
"""The duties of which some register says what is next or late."""

NOT_READ = "law that nobody here has read yet, so it raises no alert"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThing:
    """What is next or late for a child: the title, the day, and on what it rests. ``a_clock``: else a drift rule."""

    code: str
    title: str
    words: str
    late: bool
    alerts: bool
    since: date | None
    due_on: date | None
    days: int | None
    unit: str
    rests_on: str
    a_clock: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One child on a register."""

    child: str
    name: str
    since: date | None
    detail: str
    owner: Owner
    next: NextThing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How many came on to a register since a day and how many left it, by the record as it stood on both days.

    ``settled`` are those of them who left because of what the register waits for; None where it names nothing.
    """

    since: date
    came: int
    left: int
    settled: int | None = None

    @property
    def net(self) -> int:
        """How many more there are now than then; negative where there are fewer."""
        return self.came - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterNow:
    """A register as at a moment, worst clock first. ``missing`` says what the record lacks; there are then no rows.

    ``others`` are on it too, and the seat does not see them.
    """

    register: Register
    missing: str
    rows: tuple[RegisterRow, ...]
    four_weeks: Change
    twelve_months: Change
    unsure: tuple[tuple[str, str], ...] = ()
    others: int = 0


def registers_now(council: Council, view: View, children: Collection[str] | None) -> tuple[RegisterNow, ...]:
    """Every register, for the children whom a seat sees (None: every child)."""
    return tuple(register_now(council, view, one, children) for one in REGISTERS)


def register_now(council: Council, view: View, one: Register, children: Collection[str] | None) -> RegisterNow:
    """One register, for the children whom a seat sees (None: every child); worked out once for each of them."""
    whose = None if children is None else frozenset(children)
    return council.kept(("register", one.code, view, whose), lambda: _now(council, view, one, whose))


def _now(council: Council, view: View, one: Register, children: Collection[str] | None) -> RegisterNow:
    every = places_on(council, view, one)
    places = _among(every, children)
    sure = {child: place for child, place in places.items() if place.sure}
    rows = [
        RegisterRow(
            child=child, name=council.name(child), since=place.since, detail=place.detail,
            owner=owner_named(council, view, child), next=_next(council, view, one, child),
        )
        for child, place in sure.items()
    ]  # fmt: skip
    four, twelve = Days(28).before(view.today), add_months(view.today, -12)
    return RegisterNow(
        register=one,
        missing=one.missing(council.columns(view).held),
        rows=tuple(sorted(rows, key=_worst_first)),
        four_weeks=_change(council, view, one, children, set(sure), four),
        twelve_months=_change(council, view, one, children, set(sure), twelve),
        unsure=tuple((child, council.name(child)) for child in sorted(places) if child not in sure),
        others=sum(place.sure for child, place in every.items() if child not in places),
    )


def _change(
    council: Council, view: View, one: Register, children: Collection[str] | None, now: set[str], day: date
) -> Change:
    then_view = View(as_at=end_of(day), as_known=view.as_known)
    then = {child for child, place in _on(council, then_view, one, children).items() if place.sure}
    left = then - now
    return Change(since=day, came=len(now - then), left=len(left), settled=_settled(council, view, one, left, day))


def _settled(council: Council, view: View, one: Register, left: set[str], day: date) -> int | None:
    if one.settled is None:
        return None
    if not left:
        return 0
    whole, noun = council.columns(view), one.needs[0].noun
    decided = pl.col(one.settled[0]).is_between(day, view.today, closed="right")
    facts = Columns(frames={noun: whole.of(noun)}, held=whole.held).as_at(view.as_at).of(noun)
    return facts.filter(decided & pl.col("child").is_in(sorted(left))).get_column("child").n_unique()


def _on(council: Council, view: View, one: Register, children: Collection[str] | None) -> dict[str, Listed]:
    """Who is on a register, among these children."""
    return _among(places_on(council, view, one), children)


def _among(found: dict[str, Listed], children: Collection[str] | None) -> dict[str, Listed]:
    return found if children is None else {child: place for child, place in found.items() if child in children}


def _next(council: Council, view: View, one: Register, child: str) -> NextThing | None:
    """What is latest for the child, else due soonest, of all that the register looks at."""
    drifts = [_of_drift(line) for line in lines_of(council, view).get(child, ()) if line.standing == "drift"]
    clocks = [_of_clock(clock) for clock in open_by_child(council, view).get(child, ())]
    found = [thing for thing in (*drifts, *clocks) if one.looks_at(thing.code)]
    return min(found, key=_weight, default=None)


def open_by_child(council: Council, view: View) -> Mapping[str, tuple[Clock, ...]]:
    """The clocks of each child that still wait to be met, of the duties that registers look at."""
    settings = council.settings
    return council.by_child(
        ("registers", "open"), view, lambda columns: _open(columns, view, settings),
        lambda child: _open_of(Standing(child, view.as_at), settings),
    )  # fmt: skip


def _open(columns: Columns, view: View, settings: Settings) -> dict[str, tuple[Clock, ...]]:
    swept = sweep(columns, view.as_at, LOOKED_AT, settings).filter(pl.col("state").is_in(WAITING))
    found: dict[str, list[Clock]] = {}
    for clock in clocks_from(swept):
        found.setdefault(clock.child, []).append(clock)
    return {child: tuple(sorted(some, key=_clock_order)) for child, some in found.items()}


def _open_of(standing: Standing, settings: Settings) -> tuple[Clock, ...]:
    every = [clock for one in LOOKED_AT for clock in clocks_of(one, standing, settings) if clock.state in WAITING]
    return tuple(sorted(every, key=_clock_order))


def _clock_order(one: Clock) -> tuple[date, str, date]:
    return one.due_on or date.max, one.duty, one.started_on


def _of_drift(line: MondayLine) -> NextThing:
    return NextThing(
        code=line.code, title=line.title.rstrip("."), words=line.words, late=True, alerts=True, since=line.since,
        due_on=line.due_on, days=line.days, unit=line.unit, rests_on=STANDING_WORDS["drift"], a_clock=False,
    )  # fmt: skip


def _of_clock(clock: Clock) -> NextThing:
    asked = DUTIES[clock.duty]
    return NextThing(
        code=clock.duty, title=asked.title, words="", late=clock.state == "overdue", alerts=asked.may_alert,
        since=clock.started_on, due_on=clock.due_on, days=abs(clock.days) if clock.days is not None else None,
        unit=clock.unit, rests_on=STANDING_WORDS[standing_of(asked)] if asked.may_alert else NOT_READ, a_clock=True,
    )  # fmt: skip


def _weight(thing: NextThing) -> tuple[bool, int, date, str, date]:
    """What is late and may alert first, by what it means for the child and the longest wait; then what is due next."""
    late = thing.late and thing.alerts
    day = (thing.due_on or thing.since if thing.late else thing.due_on) or date.max
    return not late, effect_of(thing.code) if late else 0, day, thing.code, thing.since or date.max


def _worst_first(row: RegisterRow) -> tuple[bool, bool, int, date, date, str]:
    if row.next is None:
        return True, True, 0, date.max, row.since or date.max, row.child
    not_late, effect, day, *_ = _weight(row.next)
    return False, not_late, effect, day, row.since or date.max, row.child
