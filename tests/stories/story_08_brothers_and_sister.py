"""Rows of story 8: two brothers and a sister, together if we can."""

from holdfast.dates import Months
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.record.in_care import Permanence
from holdfast.record.oversight import Note
from tests.stories.story_row import Found, Row, asked, record
from tests.stories.wexmouth_files import Sight


def entry_to_order(seen: Sight) -> Found:
    """Days from entering care to the placement order."""
    (period,), (way,) = seen.of(CarePeriod), seen.of(Permanence)
    days = (way.ordered_on - period.started_on).days
    return Found(state="ended", started=period.started_on, met=way.ordered_on, count=days)


def four_months(seen: Sight) -> Found:
    """The corresponding date four months after the order, and the match."""
    (way,) = seen.of(Permanence)
    due = Months(4).after(way.ordered_on)
    return Found(
        state="met" if way.matched_on <= due else "met_late", started=way.ordered_on, due=due, met=way.matched_on
    )


def assessed_together(seen: Sight) -> Found:
    """The day of the assessment, counted from the order."""
    (way,) = seen.of(Permanence)
    (note,) = (one for one in seen.of(Note) if one.kind == "assessment of brothers and sisters")
    return Found(state="met", started=way.ordered_on, met=note.on, count=(note.on - way.ordered_on).days)


def in_care_for(seen: Sight) -> Found:
    """Days in the present time in care."""
    (period,) = seen.of(CarePeriod)
    return Found(state="running", started=period.started_on, count=(seen.day - period.started_on).days)


ROWS: tuple[Row, ...] = (
    asked(
        "S8-01", "Aria", "2026-01-19", "ad-a2-threshold", "2026-01-19", "running", due="2026-05-20",
        count=(121, "days left"),
    ),
    asked(
        "S8-02", "Aria", "2026-02-28", "ad-a10-threshold", "2025-03-04", "due_soon", due="2026-05-04",
        count=(65, "days left"),
    ),
    asked(
        "S8-03", "Aria", "2026-05-05", "ad-a10-threshold", "2025-03-04", "overdue", due="2026-05-04",
        count=(1, "days past the benchmark"),
    ),
    asked(
        "S8-04", "Aria", "2026-05-13", "ad-a2-threshold", "2026-01-19", "met", due="2026-05-20", met="2026-05-13",
        count=(114, "days from order"),
    ),
    asked(
        "S8-05", "Aria", "2026-06-01", "ad-a10-threshold", "2025-03-04", "overdue", due="2026-05-04",
        count=(28, "days past the benchmark"),
    ),
    asked(
        "S8-06", "Noah", "2026-01-19", "ad-a2-threshold", "2026-01-19", "running", due="2026-05-20",
        count=(121, "days left"),
    ),
    asked(
        "S8-07", "Noah", "2026-02-28", "ad-a10-threshold", "2025-03-04", "due_soon", due="2026-05-04",
        count=(65, "days left"),
    ),
    asked(
        "S8-08", "Noah", "2026-05-05", "ad-a10-threshold", "2025-03-04", "overdue", due="2026-05-04",
        count=(1, "days past the benchmark"),
    ),
    asked(
        "S8-09", "Noah", "2026-05-13", "ad-a2-threshold", "2026-01-19", "met", due="2026-05-20", met="2026-05-13",
        count=(114, "days from order"),
    ),
    asked(
        "S8-10", "Noah", "2026-06-01", "ad-a10-threshold", "2025-03-04", "overdue", due="2026-05-04",
        count=(28, "days past the benchmark"),
    ),
    asked(
        "S8-11", "Ellis", "2026-01-19", "ad-a2-threshold", "2026-01-19", "running", due="2026-05-20",
        count=(121, "days left"),
    ),
    asked(
        "S8-12", "Ellis", "2026-02-28", "ad-a10-threshold", "2025-03-04", "due_soon", due="2026-05-04",
        count=(65, "days left"),
    ),
    asked(
        "S8-13", "Ellis", "2026-05-05", "ad-a10-threshold", "2025-03-04", "overdue", due="2026-05-04",
        count=(1, "days past the benchmark"),
    ),
    asked(
        "S8-14", "Ellis", "2026-05-13", "ad-a2-threshold", "2026-01-19", "met", due="2026-05-20", met="2026-05-13",
        count=(114, "days from order"),
    ),
    asked(
        "S8-15", "Ellis", "2026-06-01", "ad-a10-threshold", "2025-03-04", "overdue", due="2026-05-04",
        count=(28, "days past the benchmark"),
    ),
    record(
        "S8-16", "Aria; Noah; Ellis", "2026-01-19", "record:entry-to-order", "ended", "from entering care to the order",
        entry_to_order, started="2025-03-04", met="2026-01-19", count=(321, "days"),
    ),
    record(
        "S8-17", "Aria; Noah; Ellis", "2026-05-13", "ad-a2-threshold", "met",
        "the match as four months of the calendar would have it", four_months, started="2026-01-19", due="2026-05-19",
        met="2026-05-13",
    ),
    asked(
        "S8-18", "Aria; Noah; Ellis", "2026-04-20", "ad-review-unplaced", "2026-01-19", "cannot_say", due="2026-04-19",
        without=("holdfast_plan_reviews",), cures=("holdfast_plan_reviews", "adoption"), wexmouth="met",
    ),
    record(
        "S8-19", "Aria; Noah; Ellis", "2026-04-02", "record:sibling-assessment", "met",
        "the assessment of brothers and sister together", assessed_together, started="2026-01-19", met="2026-04-02",
        count=(73, "days from order"),
    ),
    record(
        "S8-20", "Aria; Noah; Ellis", "2026-06-01", "record:days-in-care", "running", "how long in care", in_care_for,
        started="2025-03-04", count=(454, "days in care"),
    ),
)  # fmt: skip
