"""Rows of story 10: one boy, four times missing."""

from datetime import UTC

from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight


def time_missing(seen: Sight) -> Found:
    """The time that ended at the moment, in minutes of the real clock."""
    last = max(seen.of(MissingEpisode), key=lambda one: one.started_at)
    away = last.returned_at.astimezone(UTC) - last.started_at.astimezone(UTC)
    return Found(state="ended", started=last.started_at, met=last.returned_at, count=int(away.total_seconds() // 60))


def times_missing(seen: Sight) -> Found:
    """Every time missing."""
    return Found(state="running", count=len(seen.of(MissingEpisode)))


def interviews_owed(seen: Sight) -> Found:
    """A clock for every return."""
    return Found(state="running", count=len(seen.clocks("ms-rhi-72h")))


def interviews_offered(seen: Sight) -> Found:
    """The returns after which an interview was offered, by the episode and by the offers themselves."""
    by_offers = {one.episode for one in seen.of(ReturnInterview) if one.offered_on}
    assert by_offers == {one.id for one in seen.of(MissingEpisode) if one.offered}
    return Found(state="running", count=len(by_offers))


def interviews_held(seen: Sight) -> Found:
    """The interviews held, each with what we will change."""
    held = [one for one in seen.of(ReturnInterview) if one.held_on]
    assert all(one.change for one in held)
    return Found(state="running", count=len(held))


def interviews_in_time(seen: Sight) -> Found:
    """The clocks that were met in time."""
    return Found(state="running", count=sum(one.state == "met" for one in seen.clocks("ms-rhi-72h")))


def children_missing(seen: Sight) -> Found:
    """How many of the stories' children were ever missing."""
    return Found(state="running", count=sum(bool(other.of(MissingEpisode)) for other in seen.others()))


ROWS: tuple[Row, ...] = (
    record(
        "S10-01", "Callum", "2026-05-02T06:15+01:00", "record:missing-episode", "ended", "the first time missing",
        time_missing, started="2026-05-01T21:30+01:00", met="2026-05-02T06:15+01:00", count=(525, "minutes missing"),
    ),
    asked(
        "S10-02", "Callum", "2026-05-02T06:15+01:00", "ms-rhi-72h", "2026-05-02T06:15+01:00", "running",
        due_at="2026-05-05T06:15+01:00", count=(72, "hours left"),
    ),
    record(
        "S10-03", "Callum", "2026-05-09T02:40+01:00", "record:missing-episode", "ended", "the second time missing",
        time_missing, started="2026-05-08T19:00+01:00", met="2026-05-09T02:40+01:00", count=(460, "minutes missing"),
    ),
    asked(
        "S10-04", "Callum", "2026-05-09T02:40+01:00", "ms-rhi-72h", "2026-05-09T02:40+01:00", "running",
        due_at="2026-05-12T02:40+01:00", count=(72, "hours left"),
    ),
    record(
        "S10-05", "Callum", "2026-05-16T11:20+01:00", "record:missing-episode", "ended", "the third time missing",
        time_missing, started="2026-05-14T17:45+01:00", met="2026-05-16T11:20+01:00", count=(2495, "minutes missing"),
    ),
    asked(
        "S10-06", "Callum", "2026-05-16T11:20+01:00", "ms-rhi-72h", "2026-05-16T11:20+01:00", "running",
        due_at="2026-05-19T11:20+01:00", count=(72, "hours left"),
    ),
    record(
        "S10-07", "Callum", "2026-05-21T08:05+01:00", "record:missing-episode", "ended", "the fourth time missing",
        time_missing, started="2026-05-20T22:10+01:00", met="2026-05-21T08:05+01:00", count=(595, "minutes missing"),
    ),
    asked(
        "S10-08", "Callum", "2026-05-21T08:05+01:00", "ms-rhi-72h", "2026-05-21T08:05+01:00", "running",
        due_at="2026-05-24T08:05+01:00", count=(72, "hours left"),
    ),
    asked(
        "S10-09", "Callum", "2026-05-05T06:15+01:00", "ms-rhi-72h", "2026-05-02T06:15+01:00", "met",
        due_at="2026-05-05T06:15+01:00", met="2026-05-04",
    ),
    asked(
        "S10-10", "Callum", "2026-05-12T02:40+01:00", "ms-rhi-72h", "2026-05-09T02:40+01:00", "ended",
        due_at="2026-05-12T02:40+01:00",
    ),
    drift("S10-11", "Callum", "2026-06-01T08:30+01:00", "drift:second-offer", "2026-05-09T02:40+01:00", "raised"),
    asked(
        "S10-12", "Callum", "2026-05-19T11:20+01:00", "ms-rhi-72h", "2026-05-16T11:20+01:00", "running",
        due_at="2026-05-19T11:20+01:00", count=(0, "hours late"), shown="due_soon",
    ),
    asked(
        "S10-13", "Callum", "2026-05-19T12:20+01:00", "ms-rhi-72h", "2026-05-16T11:20+01:00", "overdue",
        due_at="2026-05-19T11:20+01:00", count=(1, "hours late"),
    ),
    asked(
        "S10-14", "Callum", "2026-06-01T08:30+01:00", "ms-rhi-72h", "2026-05-16T11:20+01:00", "overdue",
        due_at="2026-05-19T11:20+01:00", count=(309, "hours late"),
    ),
    asked(
        "S10-15", "Callum", "2026-05-24T08:05+01:00", "ms-rhi-72h", "2026-05-21T08:05+01:00", "met",
        due_at="2026-05-24T08:05+01:00", met="2026-05-22",
    ),
    drift(
        "S10-16", "Callum", "2026-05-08T19:00+01:00", "ms-strategy-repeat", "2026-05-01T21:30+01:00", "running",
        count=(2, "times missing in 30 days"), rule="repeat-missing",
    ),
    drift(
        "S10-17", "Callum", "2026-05-14T17:45+01:00", "ms-strategy-repeat", "2026-05-01T21:30+01:00", "raised",
        count=(3, "times missing in 30 days"), rule="repeat-missing",
    ),
    drift(
        "S10-18", "Callum", "2026-05-20T22:10+01:00", "ms-strategy-repeat", "2026-05-01T21:30+01:00", "raised",
        count=(4, "times missing in 30 days"), rule="repeat-missing",
    ),
    record(
        "S10-19", "Callum", "2026-06-01T08:30+01:00", "record:times-missing", "running", "how often missing",
        times_missing, count=(4, "times"),
    ),
    record(
        "S10-20", "Callum", "2026-06-01T08:30+01:00", "record:interviews-due", "running", "interviews owed",
        interviews_owed, count=(4, "interviews"),
    ),
    record(
        "S10-21", "Callum", "2026-06-01T08:30+01:00", "record:interviews-offered", "running", "interviews offered",
        interviews_offered, count=(3, "interviews"),
    ),
    record(
        "S10-22", "Callum", "2026-06-01T08:30+01:00", "record:interviews-completed", "running", "interviews held",
        interviews_held, count=(2, "interviews"),
    ),
    record(
        "S10-23", "Callum", "2026-06-01T08:30+01:00", "record:interviews-in-time", "running", "interviews held in time",
        interviews_in_time, count=(2, "interviews"),
    ),
    record(
        "S10-24", "Callum", "2026-06-01T08:30+01:00", "record:children-missing", "running", "one child and not four",
        children_missing, count=(1, "children"),
    ),
)  # fmt: skip
