"""Worked examples in clock hours: to the minute, nights and weekends counted, over both changes of the clocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.dates import parse_moment
from holdfast.duties.clock import Clock
from holdfast.duties.duty import Asked
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.duties.examples import CHILD, Engine, Record


@dataclass(frozen=True, kw_only=True)
class TimedExample:
    """A return from being missing, the last moment in time for the interview, and the first late."""

    case: str
    sum: str
    back: str
    due: str
    late: str
    code: str = "ms-rhi-72h"

    @property
    def name(self) -> str:
        """Its name among the tests."""
        return f"{self.code}: {self.case}"

    def record(self, held: str | None = None) -> Record:
        """The episode, and the interview where it was held at a moment."""
        at = parse_moment(self.back)
        missing = MissingEpisode(
            child=CHILD, id="m", started_on=at.date(), started_at=at, returned_on=at.date(), returned_at=at
        )
        if held is None:
            return (missing,)
        done = parse_moment(held)
        return (missing, ReturnInterview(child=CHILD, episode="m", held_on=done.date(), held_at=done))


TIMED = (
    TimedExample(
        case="over a weekend", sum="11:20 on Saturday and three times 24 hours: 11:20 on Tuesday",
        back="2026-05-16T11:20+01:00", due="2026-05-19T11:20+01:00", late="2026-05-19T11:21+01:00",
    ),
    TimedExample(
        case="over the spring change", sum="20:00 on Friday; Sunday has 23 hours: 21:00 on Monday",
        back="2026-03-27T20:00+00:00", due="2026-03-30T21:00+01:00", late="2026-03-30T21:01+01:00",
    ),
    TimedExample(
        case="over the autumn change", sum="20:00 on Friday; Sunday has 25 hours: 19:00 on Monday",
        back="2026-10-23T20:00+01:00", due="2026-10-26T19:00+00:00", late="2026-10-26T19:01+00:00",
    ),
    TimedExample(
        case="from one minute to midnight", sum="23:59 on New Year's Eve: 23:59 on 3 January",
        back="2025-12-31T23:59+00:00", due="2026-01-03T23:59+00:00", late="2026-01-04T00:01+00:00",
    ),
)  # fmt: skip


def only_clock(example: TimedExample, engine: Engine, asked: Asked, moment: str, held: str | None = None) -> Clock:
    """The one clock of the example at a moment."""
    (clock,) = engine(example.record(held), parse_moment(moment), asked)
    return clock


def broken_in_hours(example: TimedExample, engine: Engine, asked: Asked) -> Iterator[str]:
    """Each claim of the example that does not hold for this engine and this duty."""
    claims: tuple[tuple[str, str | None, str], ...] = (
        (example.due, None, "due_soon"),
        (example.late, None, "overdue"),
        (example.late, example.due, "met"),
        (example.late, example.late, "met_late"),
    )
    for moment, held, state in claims:
        clock = only_clock(example, engine, asked, moment, held)
        if (clock.state, clock.due_at, clock.unit) != (state, parse_moment(example.due), "hours"):
            yield f"{state}: {clock}"
