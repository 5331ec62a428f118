"""Rows of story 4: sixteen, homeless, ten past four on a Friday."""

from holdfast.dates import add_hours, add_months, age_on
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.record.in_care import CareEpisode
from holdfast.record.people import Person
from holdfast.record.unseen import HomelessPresentation
from tests.stories.story_row import Found, Row, asked, record
from tests.stories.wexmouth_files import Sight


def age_in_months(seen: Sight) -> Found:
    """Whole months since birth."""
    (one,) = seen.of(Person)
    assert one.born_on is not None
    assert age_on(one.born_on, seen.day) == 16
    months = next(many for many in range(300) if add_months(one.born_on, many + 1) > seen.day)
    return Found(state="running", started=one.born_on, count=months)


def a_day_and_a_night(seen: Sight) -> Found:
    """From the hour of being housed; the looked-after start is that day."""
    (asked_for,) = seen.of(HomelessPresentation)
    (episode,) = seen.of(CareEpisode)
    assert asked_for.housed_at is not None
    assert episode.started_on == asked_for.housed_on
    return Found(state="running", started=asked_for.housed_at, due_at=add_hours(asked_for.housed_at, 24))


def looked_after_for(seen: Sight) -> Found:
    """Days in the present time in care."""
    (period,) = seen.of(CarePeriod)
    return Found(state="running", started=period.started_on, count=(seen.day - period.started_on).days)


ROWS: tuple[Row, ...] = (
    record(
        "S4-01", "Jordan", "2026-03-13", "record:age", "running", "how old Jordan is", age_in_months,
        started="2009-11-09", count=(196, "months old"),
    ),
    asked(
        "S4-02", "Jordan", "2026-03-13T16:10+00:00", "hl-same-day", "2026-03-13", "running", due="2026-03-13",
        shown="due_soon",
    ),
    asked(
        "S4-03", "Jordan", "2026-03-13T19:30+00:00", "hl-same-day", "2026-03-13", "met", due="2026-03-13",
        met="2026-03-13",
    ),
    asked(
        "S4-04", "Jordan", "2026-03-13T19:30+00:00", "hl-no-bb", "2026-03-13", "met", due="2026-03-13",
        met="2026-03-13",
    ),
    asked(
        "S4-06", "Jordan", "2026-03-13", "fd-referral-decision", "2026-03-13", "running", due="2026-03-16",
        shown="due_soon",
    ),
    record(
        "S4-07", "Jordan", "2026-03-14T19:30+00:00", "cla-start-date", "running",
        "a day and a night make a child looked after", a_day_and_a_night, started="2026-03-13T19:30+00:00",
        due_at="2026-03-14T19:30+00:00",
    ),
    asked(
        "S4-08", "Jordan", "2026-03-13", "cla-visit-first", "2026-03-13", "running", due="2026-03-20",
        count=(7, "days left"), shown="due_soon",
    ),
    asked(
        "S4-09", "Jordan", "2026-03-13", "cla-placement-plan", "2026-03-13", "running", due="2026-03-20",
        count=(5, "working days left"), shown="due_soon",
    ),
    asked(
        "S4-10", "Jordan", "2026-03-13", "cla-placement-notify", "2026-03-13", "running", due="2026-03-20",
        count=(5, "working days left"), shown="due_soon",
    ),
    asked(
        "S4-11", "Jordan", "2026-03-13", "cla-care-plan", "2026-03-13", "running", due="2026-03-27",
        count=(10, "working days left"),
    ),
    asked(
        "S4-12", "Jordan", "2026-03-13", "cla-pep-first", "2026-03-13", "running", due="2026-03-27",
        count=(10, "working days left"),
    ),
    asked(
        "S4-13", "Jordan", "2026-03-13", "cla-pep-first", "2026-03-13", "running", due="2026-04-14",
        count=(20, "working days left"), code="cla-pep-first-20wd",
    ),
    asked("S4-14", "Jordan", "2026-03-13", "cla-iro-appoint", "2026-03-13", "running", due="2026-04-14"),
    asked(
        "S4-15", "Jordan", "2026-03-13", "cla-review-1", "2026-03-13", "running", due="2026-04-14",
        count=(20, "working days left"),
    ),
    asked(
        "S4-16", "Jordan", "2026-03-13", "cla-iha", "2026-03-13", "running", due="2026-04-14",
        count=(20, "working days left"),
    ),
    asked(
        "S4-17", "Jordan", "2026-03-13", "as-cfa-45wd", "2026-03-13", "running", due="2026-05-20",
        count=(45, "working days left"),
    ),
    record(
        "S4-18", "Jordan", "2026-06-01", "record:days-looked-after", "running", "how long Jordan has been looked after",
        looked_after_for, started="2026-03-13", count=(80, "days"),
    ),
    asked(
        "S4-19", "Jordan", "2026-06-01", "cl-needs-eligible", "2026-03-13", "cannot_say",
        cures=("thirteen weeks", "ssd_cla_episodes"),
    ),
)  # fmt: skip
