"""The child's way through the service in words: at each station what went well this week, and what waits."""

from dataclasses import dataclass
from datetime import date

from holdfast.casework.way import StationNow
from holdfast.dates import say
from holdfast.duties.good import Station
from holdfast.measures.suppression import is_few, told
from holdfast.web.asking import Asking
from holdfast.web.parts import Tag
from holdfast.web.states import STANDS

TITLES: dict[Station, str] = {
    "front door": "The front door",
    "early help": "Early help",
    "protection": "Help and protection at home",
    "court": "Court",
    "care": "In care",
    "home": "A home",
    "leaving care": "Leaving care",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing about one child: whose, where it leads, and in words. ``name`` is empty for a seat without names."""

    name: str
    href: str
    words: str
    count: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StationCard:
    """One station. ``not_built`` says what there is where nothing is worked out yet."""

    key: str
    title: str
    good: Told
    worry: Told
    not_built: str


def station_card(asking: Asking, now: StationNow, day: date) -> StationCard:
    """The station as a card, as it stood on the day."""
    names = asking.seat.names
    return StationCard(
        key=f"station-{now.station.replace(' ', '-')}", title=TITLES[now.station], not_built=now.not_built,
        good=_good(asking, now) if names else _counted(now.goods, "good thing", f"in the week to {say(day)}"),
        worry=_worry(asking, now) if names else _counted(now.worries, "thing", f"waiting on {say(day)}"),
    )  # fmt: skip


def _counted(count: int, one: str, end: str) -> Told:
    """A count for a seat without names: a few are told as such."""
    words = f"{told(count)} {one}s {end}" if is_few(count) else _more(count, one, end)
    return Told(name="", href="", words=f"{words[:1].upper()}{words[1:]}.", count="")


def _good(asking: Asking, now: StationNow) -> Told:
    if now.good is None:
        return Told(name="", href="", words="No good thing is on record here this week.", count="")
    thing = now.good.thing
    return Told(
        name=now.good.name, href=asking.link(f"/child/{thing.child}"), words=f"{thing.words[:-1]} ({say(thing.on)}).",
        count=_more(now.goods, "good thing", "this week"),
    )  # fmt: skip


def _worry(asking: Asking, now: StationNow) -> Told:
    if now.worry is None:
        return Told(name="", href="", words="Nothing waits here now.", count="")
    line = now.worry.line
    return Told(
        name=now.worry.name, href=asking.link(f"/child/{line.child}"), words=line.words,
        count=_more(now.worries, "thing", "waiting"), tag=STANDS[line.standing],
    )  # fmt: skip


def _more(count: int, one: str, end: str) -> str:
    return f"1 {one} {end}" if count == 1 else f"{count} {one}s {end}"
