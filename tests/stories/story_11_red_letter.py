"""Rows of story 11: a tenancy at risk at nineteen."""

from holdfast.dates import Days, Months
from holdfast.record.leaving_care import PathwayPlan, ProvidedHome
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight


def review_within_28_days(seen: Sight) -> Found:
    """The review against the twenty-eighth day itself."""
    (home,) = seen.of(ProvidedHome)
    held = min(one.on for one in seen.of(PathwayPlan) if one.step == "review" and one.on >= home.started_on)
    due = Days(28).after(home.started_on)
    late = (held - due).days
    return Found(state="met_late" if late > 0 else "met", started=home.started_on, due=due, met=held, count=late)


def in_this_home(seen: Sight) -> Found:
    """Days in the home, and the day on which it is asked whether it lasts."""
    (home,) = seen.of(ProvidedHome)
    days = (seen.day - home.started_on).days
    return Found(
        state="ended" if home.ended_on else "running", started=home.started_on, due=Months(6).after(home.started_on),
        count=days,
    )  # fmt: skip


ROWS: tuple[Row, ...] = (
    asked(
        "S11-01", "Shanice", "2026-01-12", "cl-pa-visit-7d", "2026-01-12", "running", due="2026-01-19",
        count=(7, "days left"), shown="due_soon",
    ),
    asked(
        "S11-02", "Shanice", "2026-01-16", "cl-pa-visit-7d", "2026-01-12", "met", due="2026-01-19", met="2026-01-16",
        count=(4, "days used"),
    ),
    asked(
        "S11-03", "Shanice", "2026-02-05", "cl-pa-visit-prereview", "2026-01-16", "running", due="2026-02-10",
        count=(5, "days left"), shown="due_soon",
    ),
    asked(
        "S11-04", "Shanice", "2026-02-06", "cl-pa-visit-prereview", "2026-01-16", "met", due="2026-02-10",
        met="2026-02-06",
    ),
    asked(
        "S11-05", "Shanice", "2026-02-09", "cl-pathway-review-28d", "2026-01-12", "running",
        count=(28, "days in this home"),
    ),
    asked(
        "S11-06", "Shanice", "2026-02-10", "cl-pathway-review-28d", "2026-01-12", "met", met="2026-02-10",
        count=(29, "days in this home"),
    ),
    record(
        "S11-07", "Shanice", "2026-02-10", "cl-pathway-review-28d", "met_late",
        "the review as a council may read the 28 days", review_within_28_days, started="2026-01-12", due="2026-02-09",
        met="2026-02-10", count=(1, "days late"),
    ),
    asked(
        "S11-08", "Shanice", "2026-02-06", "cl-pa-visit-2mo", "2026-02-06", "running", due="2026-04-06",
        count=(59, "days left"),
    ),
    asked(
        "S11-09", "Shanice", "2026-03-12", "cl-pa-visit-2mo", "2026-02-06", "met", due="2026-04-06", met="2026-03-12",
    ),
    asked(
        "S11-10", "Shanice", "2026-03-24", "cl-pa-visit-2mo", "2026-03-12", "running", due="2026-05-12",
        count=(49, "days left"),
    ),
    asked(
        "S11-11", "Shanice", "2026-06-01", "cl-pa-visit-2mo", "2026-03-12", "overdue", due="2026-05-12",
        count=(20, "days late"), without=("holdfast_adviser_contacts.contact_date after 2026-03-12",), wexmouth="met",
    ),
    asked(
        "S11-12", "Shanice", "2026-03-24", "cl-pathway-review", "2026-02-10", "running", due="2026-08-10",
        count=(139, "days left"),
    ),
    asked(
        "S11-13", "Shanice", "2026-06-01", "cl-pathway-review", "2026-02-10", "running", due="2026-08-10",
        count=(70, "days left"),
    ),
    drift(
        "S11-14", "Shanice", "2026-03-24", "drift:tenancy-at-risk", "2026-03-24", "raised", due="2026-03-25",
        count=(1, "working days left"),
    ),
    record(
        "S11-15", "Shanice", "2026-06-01", "record:tenancy-sustained", "running", "how long in this home", in_this_home,
        started="2026-01-12", due="2026-07-12", count=(140, "days in this home"),
    ),
    asked(
        "S11-16", "Shanice", "2026-03-12", "cl-pa-contact-8wk", "2026-03-12", "running", due="2026-05-07",
        count=(56, "days left"),
    ),
)  # fmt: skip
