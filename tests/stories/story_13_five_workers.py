"""Rows of story 13: five social workers in 392 days."""

from collections.abc import Callable
from datetime import date

from holdfast.record.oversight import Note
from holdfast.record.people import Involvement, Professional
from tests.stories.story_row import Found, Row, drift, record
from tests.stories.wexmouth_files import Sight

YEAR = date(2025, 4, 1)
"""The first day of the year that ends on 31 March 2026."""


def _workers(seen: Sight) -> list[Involvement]:
    return sorted(seen.of(Involvement), key=lambda one: one.started_on)


def worker(number: int) -> Callable[[Sight], Found]:
    """How long the worker of this number had the child."""

    def found(seen: Sight) -> Found:
        one = _workers(seen)[number - 1]
        days = ((one.ended_on or seen.day) - one.started_on).days
        return Found(state="ended" if one.ended_on else "running", started=one.started_on, met=one.ended_on, count=days)

    return found


def to_the_fifth_worker(seen: Sight) -> Found:
    """Days from the first worker to the fifth, and a name for each."""
    five = _workers(seen)
    named = {one.child for one in seen.of(Professional) if one.name}
    assert len({one.professional for one in five} & named) == len(five) == 5
    return Found(state="running", started=five[0].started_on, count=(five[-1].started_on - five[0].started_on).days)


def workers_in_year(seen: Sight) -> Found:
    """The workers who had the child on any day of the year."""
    within = [one for one in _workers(seen) if one.ended_on is None or one.ended_on >= YEAR]
    return Found(state="running", started=YEAR, count=len(within))


def promise(seen: Sight) -> Found:
    """A promise made while the second worker had the child, not on record as kept."""
    (one,) = (note for note in seen.of(Note) if note.kind == "promise")
    second = _workers(seen)[1]
    assert second.started_on <= one.on < second.ended_on
    return Found(state="met" if one.kept_on else "running", started=one.on, met=one.kept_on)


ROWS: tuple[Row, ...] = (
    record(
        "S13-01", "Leo", "2025-05-19", "record:worker-1", "ended", "the first worker", worker(1), started="2025-02-03",
        met="2025-05-19", count=(105, "days with this worker"),
    ),
    record(
        "S13-02", "Leo", "2025-08-04", "record:worker-2", "ended", "the second worker", worker(2), started="2025-05-19",
        met="2025-08-04", count=(77, "days with this worker"),
    ),
    record(
        "S13-03", "Leo", "2025-11-10", "record:worker-3", "ended", "the third worker", worker(3), started="2025-08-04",
        met="2025-11-10", count=(98, "days with this worker"),
    ),
    record(
        "S13-04", "Leo", "2026-03-02", "record:worker-4", "ended", "the fourth worker", worker(4), started="2025-11-10",
        met="2026-03-02", count=(112, "days with this worker"),
    ),
    record(
        "S13-05", "Leo", "2026-06-01", "record:worker-5", "running", "the fifth worker", worker(5),
        started="2026-03-02", count=(91, "days with this worker"),
    ),
    record(
        "S13-06", "Leo", "2026-03-02", "record:workers-named", "running", "from the first worker to the fifth",
        to_the_fifth_worker, started="2025-02-03", count=(392, "days to the fifth worker"),
    ),
    drift(
        "S13-07", "Leo", "2025-08-04", "drift:worker-changes", "2025-05-19", "running",
        count=(2, "changes in 12 months"),
    ),
    drift(
        "S13-08", "Leo", "2025-11-10", "drift:worker-changes", "2025-05-19", "raised",
        count=(3, "changes in 12 months"),
    ),
    drift(
        "S13-09", "Leo", "2026-03-02", "drift:worker-changes", "2025-05-19", "raised",
        count=(4, "changes in 12 months"),
    ),
    drift(
        "S13-10", "Leo", "2026-06-01", "drift:worker-changes", "2025-08-04", "raised",
        count=(3, "changes in 12 months"),
    ),
    drift(
        "S13-11", "Leo", "2026-08-05", "drift:worker-changes", "2025-11-10", "running",
        count=(2, "changes in 12 months"),
    ),
    record(
        "S13-12", "Leo", "2026-03-31", "record:workers-in-year", "running", "the workers of a year", workers_in_year,
        started="2025-04-01", count=(5, "workers in the year"),
    ),
    drift(
        "S13-13", "Leo", "2026-03-02", "drift:assessment-restarted", "", "raised", count=(3, "starts"),
        detail="special guardianship",
    ),
    record(
        "S13-14", "Leo", "2026-03-02", "record:promise", "running", "a promise of the seaside that is not kept",
        promise, started="2025-05-19",
    ),
)  # fmt: skip
