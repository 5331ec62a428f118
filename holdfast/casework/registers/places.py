"""Which registers each child is on as at a moment, kept child by child: from the facts, the clocks, the drift rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.registers.homes import REGISTERS as HOMES
from holdfast.casework.registers.one import REASONS
from holdfast.casework.registers.register import Register
from holdfast.casework.registers.unseen import REGISTERS as UNSEEN
from holdfast.casework.registers.waiting import REGISTERS as WAITING
from holdfast.casework.view import View
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.drift.columns.sweep import drift_frame
from holdfast.duties.drift.one import findings_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import STANDS
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Held
from holdfast.record.columns import Columns

REGISTERS: tuple[Register, ...] = (*UNSEEN, *HOMES, *WAITING)
BY_CODE: Mapping[str, Register] = MappingProxyType({one.code: one for one in REGISTERS})

CLOCKED = tuple(DUTIES[one.clock] for one in REGISTERS if one.clock)
DRIFTING = tuple(dict.fromkeys(RULES[code] for one in REGISTERS for code in one.rules))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One child's place on one register: since when, and a few words. ``sure``: False where the record cannot say."""

    code: str
    since: date | None
    detail: str = ""
    sure: bool = True


def places_on(council: Council, view: View, one: Register) -> dict[str, Listed]:
    """Who is on a register, or may be: the child's id and place. Nobody where the record lacks what it needs."""
    found: dict[str, Listed] = {}
    for every in _sources(council, view):
        for child, some in every.items():
            for place in some:
                if place.code == one.code:
                    found[child] = _both(found[child], place) if child in found else place
    return found


def _sources(council: Council, view: View) -> tuple[Mapping[str, tuple[Listed, ...]], ...]:
    settings, moment = council.settings, view.as_at
    facts = council.by_child(
        ("registers", "facts"), view, lambda columns: _of_facts(columns, view, settings),
        lambda child: _of_one_facts(Standing(child, moment), settings),
    )  # fmt: skip
    clocks = council.by_child(
        ("registers", "clocks"), view, lambda columns: _of_clocks(columns, view, settings),
        lambda child: _of_one_clocks(Standing(child, moment), settings),
    )  # fmt: skip
    drifts = council.by_child(
        ("registers", "drifts"), view, lambda columns: _of_drifts(columns, view, settings),
        lambda child: _of_one_drifts(Standing(child, moment), settings),
    )  # fmt: skip
    return facts, clocks, drifts


def _both(one: Listed, other: Listed) -> Listed:
    """Two reasons for one place: what is sure wins, then the first day; the words of both stay."""
    if one.sure != other.sure:
        return one if one.sure else other
    since = min((day for day in (one.since, other.since) if day), default=None)
    words = sorted({word for both in (one, other) for word in both.detail.split("; ") if word})
    return Listed(code=one.code, since=since, detail="; ".join(words), sure=one.sure)


def _gathered(places: Iterable[tuple[str, Listed]]) -> dict[str, tuple[Listed, ...]]:
    """By child, each register once."""
    found: dict[str, dict[str, Listed]] = {}
    for child, place in places:
        own = found.setdefault(child, {})
        own[place.code] = _both(own[place.code], place) if place.code in own else place
    return {child: tuple(own.values()) for child, own in found.items()}


def _able(held: Held) -> tuple[Register, ...]:
    return tuple(one for one in REGISTERS if not one.missing(held))


def _of_facts(columns: Columns, view: View, settings: Settings) -> dict[str, tuple[Listed, ...]]:
    standing = StandingColumns(columns, view.as_at)
    places: list[tuple[str, Listed]] = []
    for one in _able(standing.held):
        if one.members is not None:
            for child, since, detail in _alive(one.members(standing, settings), standing).iter_rows():
                places.append((child, Listed(code=one.code, since=since, detail=detail or "")))
        if one.unsure is not None:
            for (child,) in _alive(one.unsure(standing, settings), standing).select("child").iter_rows():
                places.append((child, Listed(code=one.code, since=None, sure=False)))
    return _gathered(places)


def _of_one_facts(standing: Standing, settings: Settings) -> tuple[Listed, ...]:
    if standing.died_on is not None:
        return ()
    child = standing.child.id
    places = [
        (child, Listed(code=one.code, since=since, detail=detail, sure=sure))
        for one in _able(standing.held)
        if one.code in REASONS
        for since, detail, sure in REASONS[one.code](standing, settings)
    ]
    return _gathered(places).get(child, ())


def _alive(frame: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    return frame.join(standing.deaths, on="child", how="anti").sort("child", maintain_order=True)


def _of_clocks(columns: Columns, view: View, settings: Settings) -> dict[str, tuple[Listed, ...]]:
    return _clock_places(clocks_from(sweep(columns, view.as_at, CLOCKED, settings)), _able(columns.held))


def _of_one_clocks(standing: Standing, settings: Settings) -> tuple[Listed, ...]:
    clocks = [clock for duty in CLOCKED for clock in clocks_of(duty, standing, settings)]
    return _clock_places(clocks, _able(standing.held)).get(standing.child.id, ())


def _clock_places(clocks: Iterable[Clock], able: tuple[Register, ...]) -> dict[str, tuple[Listed, ...]]:
    by_clock = {one.clock: one for one in able if one.clock}
    places: list[tuple[str, Listed]] = []
    for clock in clocks:
        one = by_clock.get(clock.duty)
        if one is not None and clock.state in one.states:
            places.append((clock.child, Listed(code=one.code, since=clock.started_on)))
        elif one is not None and clock.state == "cannot_say":
            places.append((clock.child, Listed(code=one.code, since=None, sure=False)))
    return _gathered(places)


def _of_drifts(columns: Columns, view: View, settings: Settings) -> dict[str, tuple[Listed, ...]]:
    found = drift_frame(columns, view.as_at, settings, DRIFTING).filter(pl.col("state").is_in(STANDS))
    return _drift_places(found.select("child", "code", "since").iter_rows())


def _of_one_drifts(standing: Standing, settings: Settings) -> tuple[Listed, ...]:
    found = (
        (one.child, rule.code, one.since)
        for rule in DRIFTING
        for one in findings_of(rule, standing, settings)
        if one.state in STANDS
    )
    return _drift_places(found).get(standing.child.id, ())


def _drift_places(found: Iterable[tuple[str, str, date | None]]) -> dict[str, tuple[Listed, ...]]:
    registers = {code: one for one in REGISTERS for code in one.rules}
    return _gathered((child, Listed(code=registers[rule].code, since=since)) for child, rule, since in found)
