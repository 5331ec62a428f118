"""The times a child was missing: from when to when, whether somebody talked with the child after, what will change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.casework.child.clocks import ToldClock
from holdfast.casework.child.told import counted
from holdfast.dates import say, say_moment
from holdfast.duties.standing import Standing
from holdfast.record.unseen import MissingEpisode, ReturnInterview

INTERVIEW = "ms-rhi-72h"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMissing:
    """One time missing or away: from and to in words, how long, the interview, and what we will change."""

    kind: str
    since: str
    until: str
    lasted: str
    interview: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Every time on record, the latest first, and the sum of them in one sentence."""

    times: tuple[TimeMissing, ...]
    sum: str
    now: bool


def missing(standing: Standing, clocks: Sequence[ToldClock]) -> Missing:
    """The times missing as at the moment."""
    episodes = sorted(
        (one for one in standing.of(MissingEpisode) if one.started_on),
        key=lambda one: (one.started_on, str(one.started_at)),
    )
    times = tuple(_time(one, standing) for one in reversed(episodes))
    open_now = any(one.returned_on is None for one in episodes)
    return Missing(times=times, sum=_sum(episodes, standing, clocks), now=open_now)


def _when(day: date | None, at: datetime | None) -> str:
    return say_moment(at) if at else say(day) if day else ""


def _offers(one: MissingEpisode, standing: Standing) -> list[ReturnInterview]:
    return [offer for offer in standing.of(ReturnInterview) if one.id is not None and offer.episode == one.id]


def _time(one: MissingEpisode, standing: Standing) -> TimeMissing:
    offers = _offers(one, standing)
    return TimeMissing(
        kind="away without leave" if one.type == "away" else "missing",
        since=_when(one.started_on, one.started_at),
        until=_when(one.returned_on, one.returned_at) or "not back on record",
        lasted=_lasted(one), interview=_interview(one, offers),
        change="; ".join(offer.change for offer in offers if offer.change),
    )  # fmt: skip


def _lasted(one: MissingEpisode) -> str:
    if one.started_at and one.returned_at:
        minutes = int((one.returned_at - one.started_at).total_seconds()) // 60
        days, rest = divmod(minutes, 24 * 60)
        parts = [counted(days, "day")] if days else []
        parts += [counted(rest // 60, "hour")] if rest // 60 else []
        parts += [counted(rest % 60, "minute")] if rest % 60 else []
        return " ".join(parts)
    if one.started_on and one.returned_on:
        days = (one.returned_on - one.started_on).days
        return counted(days, "day") if days else "less than a day"
    return ""


def _interview(one: MissingEpisode, offers: Sequence[ReturnInterview]) -> str:
    held = [offer.held_on for offer in offers if offer.held_on]
    if held:
        return f"Talked on {say(min(held))}"
    declined = [offer.declined_on for offer in offers if offer.declined_on]
    if declined:
        return f"Offered; did not want to talk, said on {say(max(declined))}, which is the child's choice"
    offered = [offer.offered_on for offer in offers if offer.offered_on]
    if offered:
        return f"Offered on {say(max(offered))}"
    if one.returned_on is None:
        return "Due once the child is back"
    return "Offered" if one.offered else "No offer is on record"


def _sum(episodes: Sequence[MissingEpisode], standing: Standing, clocks: Sequence[ToldClock]) -> str:
    if not episodes:
        return ""
    own = [one for one in clocks if one.code == INTERVIEW]
    offered = sum(bool(one.offered or any(offer.offered_on for offer in _offers(one, standing))) for one in episodes)
    held = sum(any(offer.held_on for offer in _offers(one, standing)) for one in episodes)
    in_time = sum(one.state == "met" for one in own)
    return (
        f"One child, {counted(len(episodes), 'time', 'times')} missing; {len(own)} due an offer, {offered} offered, "
        f"{held} completed, {in_time} in time."
    )
