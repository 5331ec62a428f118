"""Rows of story 3: staying with a friend's mother, and told late."""

from holdfast.dates import Days
from holdfast.duties.journeys.nouns import FosteringTime
from holdfast.record.unseen import PrivateFostering
from tests.stories.story_row import Found, Row, asked, record
from tests.stories.wexmouth_files import Sight


def known_for(seen: Sight) -> Found:
    """Days since the council was told, by the school."""
    (stay,) = seen.of(PrivateFostering)
    assert stay.notified_by == "school"
    return Found(state="running", started=stay.notified_on, count=(seen.day - stay.notified_on).days)


def first_year(seen: Sight) -> Found:
    """The last day of the first year since the council was told."""
    (time,) = seen.of(FosteringTime)
    return Found(state="running", started=time.started_on, due=Days(1).before(time.year_ends_on))


ROWS: tuple[Row, ...] = (
    asked(
        "S3-01", "Anya", "2026-01-31", "pf-definition-28d", "2026-01-03", "raised", due="2026-01-31",
        count=(28, "days"), shown="due_soon",
    ),
    asked(
        "S3-02", "Anya", "2026-02-23", "pf-notify-advance", "2026-01-03", "met_late", met="2026-02-23",
        count=(51, "days after the stay began"), due="2026-01-03",
    ),
    asked(
        "S3-03", "Anya", "2026-02-23", "pf-visit-7wd", "2026-02-23", "running", due="2026-03-04",
        count=(7, "working days left"),
    ),
    asked(
        "S3-04", "Anya", "2026-02-26", "pf-visit-7wd", "2026-02-23", "met", due="2026-03-04", met="2026-02-26",
        count=(3, "working days used"),
    ),
    asked(
        "S3-05", "Anya", "2026-02-26", "pf-visit-year1", "2026-02-26", "running", due="2026-04-09",
        count=(42, "days left"),
    ),
    asked(
        "S3-06", "Anya", "2026-04-02", "pf-visit-year1", "2026-02-26", "due_soon", due="2026-04-09",
        count=(7, "days left"),
    ),
    asked(
        "S3-07", "Anya", "2026-04-09", "pf-visit-year1", "2026-02-26", "due_soon", due="2026-04-09",
        count=(0, "days left"),
    ),
    asked(
        "S3-08", "Anya", "2026-04-10", "pf-visit-year1", "2026-02-26", "overdue", due="2026-04-09",
        count=(1, "days late"),
    ),
    asked(
        "S3-09", "Anya", "2026-04-13", "pf-visit-year1", "2026-02-26", "overdue", due="2026-04-09",
        count=(4, "days late"),
    ),
    asked(
        "S3-10", "Anya", "2026-04-14", "pf-visit-year1", "2026-02-26", "met_late", due="2026-04-09", met="2026-04-14",
        count=(5, "days late"),
    ),
    asked(
        "S3-11", "Anya", "2026-04-14", "pf-visit-year1", "2026-04-14", "running", due="2026-05-26",
        count=(42, "days left"),
    ),
    asked("S3-12", "Anya", "2026-05-21", "pf-visit-year1", "2026-04-14", "met", due="2026-05-26", met="2026-05-21"),
    asked(
        "S3-13", "Anya", "2026-06-01", "pf-visit-year1", "2026-05-21", "running", due="2026-07-02",
        count=(31, "days left"),
    ),
    asked(
        "S3-14", "Anya", "2026-02-26", "pf-suitability", "2026-02-26", "running", due="2026-04-29",
        count=(42, "working days left"),
    ),
    asked(
        "S3-15", "Anya", "2026-06-01", "pf-suitability", "2026-02-26", "cannot_say", due="2026-04-29",
        without=("holdfast_private_fostering.suitability_date",),
        cures=("suitability_date", "holdfast_private_fostering"), wexmouth="met",
    ),
    record(
        "S3-16", "Anya", "2026-06-01", "record:days-known", "running", "how long the council has known", known_for,
        started="2026-02-23", count=(98, "days known"),
    ),
    record(
        "S3-17", "Anya", "2026-06-01", "record:first-year-ends", "running", "the first year of six-weekly visits",
        first_year, started="2026-02-23", due="2027-02-22",
    ),
)  # fmt: skip
