"""The child's way through the service: at each station one good thing of the week and one worry, by the same rules.

Which one is told is no choice of anybody's: the one that means most for the child (the order of the Monday list),
then the longest wait or the latest day, then the child's id.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from holdfast.casework.council import Council
from holdfast.casework.monday import lines_of
from holdfast.casework.view import View
from holdfast.duties.columns.good import good_things, places
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.good import STATIONS, GoodThing, Station, good_things_of, place_of, station_of, weight
from holdfast.duties.monday import MondayLine
from holdfast.duties.standing import Standing

T = TypeVar("T")

NOT_BUILT: Mapping[Station, str] = {
    "early help": "Not built yet. Times of early help in a file are read and kept as they are; nothing is worked out "
    "from them."
}
"""Stations about which nothing is worked out, and what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodOne:
    """One good thing with the child's name."""

    name: str
    thing: GoodThing


@dataclass(frozen=True, slots=True, kw_only=True)
class WorryOne:
    """One Monday line with the child's name."""

    name: str
    line: MondayLine


@dataclass(frozen=True, slots=True, kw_only=True)
class StationNow:
    """One station: its good thing and its worry, of how many, among the children whom the seat sees.

    ``not_built`` says what there is where nothing is worked out yet; everything else is then empty.
    """

    station: Station
    good: GoodOne | None = None
    goods: int = 0
    worry: WorryOne | None = None
    worries: int = 0
    not_built: str = ""


def the_way(council: Council, view: View, theirs: Collection[str] | None) -> tuple[StationNow, ...]:
    """Every station in order, for somebody who sees ``theirs`` (None: every child)."""
    whose = None if theirs is None else frozenset(theirs)
    return council.kept(("the way", view, whose), lambda: _way(council, view, whose))


def _way(council: Council, view: View, theirs: Collection[str] | None) -> tuple[StationNow, ...]:
    goods: dict[Station, list[GoodThing]] = {station: [] for station in STATIONS}
    worries: dict[Station, list[MondayLine]] = {station: [] for station in STATIONS}
    for some in _seen(good_by_child(council, view), theirs):
        for thing in some:
            goods[thing.station].append(thing)
    where = _where(council, view)
    for lines in _seen(lines_of(council, view), theirs):
        for line in lines:
            worries[station_of(line.code, where.get(line.child, "front door"))].append(line)
    return tuple(_station(council, station, goods[station], worries[station]) for station in STATIONS)


def good_by_child(council: Council, view: View) -> Mapping[str, tuple[GoodThing, ...]]:
    """The good things of the week of each child who has any, the weightiest first."""
    settings = council.settings
    return council.by_child(
        ("good",), view, lambda columns: good_things(columns, view.as_at, settings),
        lambda child: good_things_of(child, view.as_at, settings),
    )  # fmt: skip


def _where(council: Council, view: View) -> Mapping[str, Station]:
    return council.by_child(
        ("station",), view, lambda columns: places(StandingColumns(columns, view.as_at)),
        lambda child: place_of(Standing(child, view.as_at)),
    )  # fmt: skip


def _seen(by_child: Mapping[str, T], theirs: Collection[str] | None) -> list[T]:
    return [found for child, found in by_child.items() if theirs is None or child in theirs]


def _station(council: Council, station: Station, goods: list[GoodThing], worries: list[MondayLine]) -> StationNow:
    if station in NOT_BUILT:
        return StationNow(station=station, not_built=NOT_BUILT[station])
    best = min(goods, key=weight, default=None)
    worst = min(worries, key=_weight, default=None)
    return StationNow(
        station=station, goods=len(goods), worries=len(worries),
        good=GoodOne(name=council.name(best.child), thing=best) if best else None,
        worry=WorryOne(name=council.name(worst.child), line=worst) if worst else None,
    )  # fmt: skip


def _weight(line: MondayLine) -> tuple[int, date, str, str]:
    return line.effect, line.due_on or line.since or date.max, line.child, line.code
