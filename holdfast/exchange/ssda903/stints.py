"""A record's time in care cut up as the return has it: one row for each change of home or of legal status.

A record may have one row for a whole period of care, with homes and legal statuses beside it. The return has an
episode from each change to the next: a new one starts on the day the old one ends, and none starts and ends on
one day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from holdfast.record.child import Child
from holdfast.record.in_care import CareEpisode, LegalStatus, Placement

CHANGES = ("P", "L", "T", "B", "U")
"""Reasons for which an episode starts while the child is in care already."""

F = TypeVar("F", Placement, LegalStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One episode as the return has it. ``why_moved`` is said where the next episode is in another home."""

    started_on: date
    ended_on: date | None
    start_reason: str
    end_reason: str | None
    status: str | None
    need: str | None
    home: Placement | None
    why_moved: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stint:
    """A whole time of being looked after, with its stretches in order."""

    started_on: date
    ended_on: date | None
    stretches: tuple[Stretch, ...]

    def holds(self, day: date) -> bool:
        """True when the child was in care on the day, or left on it."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)


def stints_of(child: Child) -> list[Stint]:
    """Every time in care of a child, in order; one that began and ended on one day is none."""
    found = []
    for run in _runs(child.of(CareEpisode)):
        start, end = run[0].started_on or run[0].entered_on, run[-1].ended_on
        if start is not None and (end is None or end > start):
            found.append(Stint(started_on=start, ended_on=end, stretches=_stretches(child, run, start, end)))
    return found


def _start(one: CareEpisode) -> date:
    return one.started_on or one.entered_on or date.max


def _runs(episodes: Iterable[CareEpisode]) -> list[list[CareEpisode]]:
    """Episodes by period of care: the record's own id, else unbroken runs."""
    ordered = sorted(episodes, key=lambda one: (_start(one), one.ended_on or date.max, one.id or ""))
    runs: list[list[CareEpisode]] = []
    for one in ordered:
        if _start(one) == date.max:
            continue
        if runs and _goes_on(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _goes_on(before: CareEpisode, one: CareEpisode) -> bool:
    if before.period and one.period:
        return before.period == one.period
    gap = before.ended_on is not None and _start(one) > before.ended_on
    return one.start_reason != "S" and not gap


def _stretches(child: Child, run: Sequence[CareEpisode], start: date, end: date | None) -> tuple[Stretch, ...]:
    homes, statuses = child.of(Placement), child.of(LegalStatus)
    days = {start, *(_start(one) for one in run)}
    for changes in ([one.started_on for one in homes], [one.started_on for one in statuses]):
        days |= {day for day in changes if day is not None and day > start}
    inside = sorted(day for day in days if end is None or day < end)
    cuts = [_cut(day, run, homes, statuses) for day in inside]
    kept = [one for number, one in enumerate(cuts) if number == 0 or one.differs(cuts[number - 1])]
    found = []
    for number, one in enumerate(kept):
        after = kept[number + 1] if number + 1 < len(kept) else None
        moved = after is not None and after.home != one.home and one.home is not None
        found.append(Stretch(
            started_on=one.day, ended_on=after.day if after else end,
            start_reason=_why(one, kept[number - 1] if number else None),
            end_reason="X1" if after else run[-1].end_reason if end else None,
            status=one.status.status if one.status else None, need=one.episode.need, home=one.home,
            why_moved=one.home.change_reason if moved and one.home else None,
        ))  # fmt: skip
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """How things stood from a day on."""

    day: date
    episode: CareEpisode
    home: Placement | None
    status: LegalStatus | None

    def differs(self, before: "_Cut") -> bool:
        """True when the home or status is another, or an episode begins here and says that something changed."""
        told = self.episode != before.episode and self.episode.start_reason in CHANGES
        return told or self.home != before.home or self.legal != before.legal

    @property
    def legal(self) -> str | None:
        """The legal status code."""
        return self.status.status if self.status else None


def _cut(day: date, run: Sequence[CareEpisode], homes: Sequence[Placement], statuses: Sequence[LegalStatus]) -> _Cut:
    episode = [one for one in run if _start(one) <= day][-1]
    return _Cut(day=day, episode=episode, home=_at(day, homes), status=_at(day, statuses))


def _at(day: date, some: Sequence[F]) -> F | None:
    """Of what had begun by the day and not ended before it, the one that began last; one without a start is first."""
    begun = [
        one for one in some if (one.started_on or date.min) <= day and (one.ended_on is None or one.ended_on > day)
    ]
    return max(begun, key=lambda one: (one.started_on or date.min, one.id or ""), default=None)


def _why(one: _Cut, before: _Cut | None) -> str:
    """The reason the episode starts: the record's own where it has one for that day, else what has changed."""
    own = one.episode.start_reason if _start(one.episode) == one.day else None
    if before is None:
        return own or "S"
    if own in CHANGES:
        return own
    moved, turned = one.home != before.home, one.legal != before.legal
    return "B" if moved and turned else "L" if turned else "P"
