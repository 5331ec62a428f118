"""Rows of story 2: five small notes about a disabled child."""

from holdfast.dates import Days
from holdfast.record.oversight import Note
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight

SPAN = {1: 0, 2: 14, 3: 23, 4: 42}
"""Over how many days so many notes lie."""


def school_notes(seen: Sight) -> Found:
    """The notes of concern so far, all on one theme, the last of them on the day."""
    notes = [one for one in seen.of(Note) if one.kind == "concern"]
    days = sorted(one.on for one in notes if one.on)
    assert {one.theme for one in notes} == {"neglect"}
    assert Days(SPAN[len(days)]).after(days[0]) == days[-1] == seen.day
    return Found(state="running", started=days[0], count=len(days))


ROWS: tuple[Row, ...] = (
    asked(
        "S2-01", "Ibrahim", "2026-02-13", "cin-plan-review", "2025-11-14", "running", due="2026-02-14",
        count=(1, "days left"), shown="due_soon",
    ),
    asked(
        "S2-02", "Ibrahim", "2026-02-14", "cin-plan-review", "2025-11-14", "running", due="2026-02-14",
        count=(0, "days left"), shown="due_soon",
    ),
    asked(
        "S2-03", "Ibrahim", "2026-02-16", "cin-plan-review", "2025-11-14", "overdue", due="2026-02-14",
        count=(2, "days late"),
    ),
    asked(
        "S2-04", "Ibrahim", "2026-03-12", "cin-plan-review", "2025-11-14", "overdue", due="2026-02-14",
        count=(26, "days late"),
    ),
    record(
        "S2-05", "Ibrahim", "2026-01-13", "record:school-note", "running", "school notes so far", school_notes,
        started="2026-01-13", count=(1, "notes on one theme"),
    ),
    record(
        "S2-06", "Ibrahim", "2026-01-27", "record:school-note", "running", "school notes so far", school_notes,
        started="2026-01-13", count=(2, "notes on one theme"),
    ),
    record(
        "S2-07", "Ibrahim", "2026-02-05", "record:school-note", "running", "school notes so far", school_notes,
        started="2026-01-13", count=(3, "notes on one theme"),
    ),
    record(
        "S2-08", "Ibrahim", "2026-02-24", "record:school-note", "running", "school notes so far", school_notes,
        started="2026-01-13", count=(4, "notes on one theme"),
    ),
    drift("S2-09", "Ibrahim", "2026-03-10", "drift:repeated-concern", "2026-01-13", "raised", count=(56, "days")),
    asked(
        "S2-10", "Ibrahim", "2026-03-12", "cp-icpc-15wd", "2026-03-12", "running", due="2026-04-02",
        count=(15, "working days left"),
    ),
)  # fmt: skip
