"""Rows of story 5: a conference seven working days late."""

from holdfast.dates import Days, working_days_between
from holdfast.record.child_protection import Conference, Enquiry
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight


def conference_day(seen: Sight) -> Found:
    """Working days from the strategy discussion to the conference."""
    (enquiry,), (held,) = seen.of(Enquiry), seen.of(Conference)
    return Found(
        state="ended", started=enquiry.started_on, met=held.held_on,
        count=working_days_between(enquiry.started_on, held.held_on),
    )  # fmt: skip


def on_the_list_until_held(seen: Sight) -> Found:
    """On the Monday list for the conference on 30 March, on it for nothing on 13 April."""
    assert "cp-icpc-15wd" in seen.files.on_monday(seen.forename, "2026-03-30")
    (clock,) = seen.clocks("cp-icpc-15wd")
    listed = seen.files.on_monday(seen.forename, seen.as_at)
    return Found(state="running" if listed else "ended", started=Days(1).after(clock.due_on), met=clock.met_on)


ROWS: tuple[Row, ...] = (
    asked(
        "S5-01", "Amara; Joel", "2026-03-02", "cp-icpc-15wd", "2026-03-02", "running", due="2026-03-23",
        count=(15, "working days left"),
    ),
    drift(
        "S5-02", "Amara; Joel", "2026-03-11", "drift:conference-not-booked", "2026-03-02", "running", due="2026-03-12",
        count=(7, "working days since strategy"),
    ),
    drift(
        "S5-03", "Amara; Joel", "2026-03-12", "drift:conference-not-booked", "2026-03-02", "raised", due="2026-03-12",
        count=(8, "working days since strategy"),
    ),
    asked(
        "S5-04", "Amara; Joel", "2026-03-23", "cp-icpc-15wd", "2026-03-02", "running", due="2026-03-23",
        count=(15, "working days since strategy"), shown="due_soon",
    ),
    asked(
        "S5-05", "Amara; Joel", "2026-03-24", "cp-icpc-15wd", "2026-03-02", "overdue", due="2026-03-23",
        count=(1, "working days late"),
    ),
    asked(
        "S5-06", "Amara; Joel", "2026-03-30", "cp-icpc-15wd", "2026-03-02", "overdue", due="2026-03-23",
        count=(5, "working days late"),
    ),
    asked(
        "S5-07", "Amara; Joel", "2026-03-31", "cp-icpc-15wd", "2026-03-02", "overdue", due="2026-03-23",
        count=(6, "working days late"),
    ),
    asked(
        "S5-08", "Amara; Joel", "2026-04-01", "cp-icpc-15wd", "2026-03-02", "met_late", due="2026-03-23",
        met="2026-04-01", count=(7, "working days late"),
    ),
    record(
        "S5-09", "Amara; Joel", "2026-04-01", "record:conference-day", "ended",
        "the working day on which the conference was held", conference_day, started="2026-03-02", met="2026-04-01",
        count=(22, "working days from strategy"),
    ),
    record(
        "S5-10", "Amara; Joel", "2026-04-13", "record:monday-page", "ended",
        "on the Monday list until the conference was held", on_the_list_until_held, started="2026-03-24",
        met="2026-04-01",
    ),
    asked(
        "S5-11", "Amara; Joel", "2026-03-25", "cp-report-share-icpc", "2026-04-01", "running", due="2026-03-30",
        count=(3, "working days left"), shown="due_soon",
    ),
    asked(
        "S5-12", "Amara; Joel", "2026-04-01", "cp-core-group-first", "2026-04-01", "running", due="2026-04-17",
        count=(10, "working days left"),
    ),
    asked(
        "S5-13", "Amara; Joel", "2026-06-01", "cp-core-group-first", "2026-04-01", "cannot_say", due="2026-04-17",
        without=("holdfast_core_groups",), cures=("holdfast_core_groups", "held_date"), wexmouth="met",
    ),
    asked(
        "S5-14", "Amara; Joel", "2026-04-01", "cp-review-first", "2026-04-01", "running", due="2026-07-01",
        count=(91, "days left"),
    ),
    asked(
        "S5-15", "Amara; Joel", "2026-06-01", "cp-review-first", "2026-04-01", "running", due="2026-07-01",
        count=(30, "days left"),
    ),
)  # fmt: skip
