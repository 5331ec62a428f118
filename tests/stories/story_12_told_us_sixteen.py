"""Rows of story 12: alone, and sixteen as he told us."""

from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.record.oversight import Note
from holdfast.record.people import Person
from tests.stories.story_row import Found, Row, asked, record
from tests.stories.wexmouth_files import Sight

EVERY_CHILD = (
    "cla-review-1", "cla-iro-appoint", "cla-care-plan", "cla-placement-plan", "cla-placement-notify", "cla-visit-first",
    "cla-iha", "cla-dental", "cla-pep-first", "cla-permanence-plan",
)  # fmt: skip


def as_every_child_in_care(seen: Sight) -> Found:
    """The clocks that every child who enters care has run for him from the same day."""
    (period,) = seen.of(CarePeriod)
    starts = {clock.started_on for code in EVERY_CHILD for clock in seen.clocks(code)}
    assert [code for code in EVERY_CHILD if not seen.clocks(code)] == []
    assert starts == {period.started_on}
    return Found(state="running", started=period.started_on)


def stated_age(seen: Sight) -> Found:
    """What he told us; nobody has put a doubt on record."""
    (note,) = seen.of(Note)
    assert (note.kind, note.theme, note.source) == ("told us", "age", "Dawit")
    return Found(state="running", started=note.on, count=int(note.words_of_note))


def in_care_for(seen: Sight) -> Found:
    """Days in the present time in care."""
    (period,) = seen.of(CarePeriod)
    return Found(state="running", started=period.started_on, count=(seen.day - period.started_on).days)


def no_birthday(seen: Sight) -> Found:
    """The blank stays blank, and the reader says what cannot be said without it."""
    (one,) = seen.of(Person)
    (said,) = (problem for problem in seen.files.extract().problems if problem.column == "pers_dob")
    assert one.child in said.reason
    return Found(state="running" if one.born_on else "cannot_say")


ROWS: tuple[Row, ...] = (
    record(
        "S12-01", "Dawit", "2026-05-05", "ua-cla-start", "running", "every clock of a child in care runs for him",
        as_every_child_in_care, started="2026-05-05",
    ),
    record(
        "S12-02", "Dawit", "2026-05-05", "record:stated-age", "running", "the age he told us", stated_age,
        started="2026-05-05", count=(16, "years, as told"),
    ),
    asked(
        "S12-03", "Dawit", "2026-05-05", "fd-referral-decision", "2026-05-05", "running", due="2026-05-06",
        count=(1, "working days left"), shown="due_soon",
    ),
    asked(
        "S12-04", "Dawit", "2026-05-05", "cla-visit-first", "2026-05-05", "running", due="2026-05-12",
        count=(7, "days left"), shown="due_soon",
    ),
    asked(
        "S12-05", "Dawit", "2026-05-05", "cla-placement-plan", "2026-05-05", "running", due="2026-05-12",
        count=(5, "working days left"), shown="due_soon",
    ),
    asked(
        "S12-06", "Dawit", "2026-05-05", "cla-placement-notify", "2026-05-05", "running", due="2026-05-12",
        count=(5, "working days left"), shown="due_soon",
    ),
    asked(
        "S12-07", "Dawit", "2026-05-05", "cla-care-plan", "2026-05-05", "running", due="2026-05-19",
        count=(10, "working days left"),
    ),
    asked(
        "S12-08", "Dawit", "2026-05-05", "cla-pep-first", "2026-05-05", "running", due="2026-05-19",
        count=(10, "working days left"),
    ),
    asked(
        "S12-09", "Dawit", "2026-05-05", "cla-review-1", "2026-05-05", "running", due="2026-06-03",
        count=(20, "working days left"),
    ),
    asked(
        "S12-10", "Dawit", "2026-05-05", "cla-iha", "2026-05-05", "running", due="2026-06-03",
        count=(20, "working days left"),
    ),
    asked("S12-11", "Dawit", "2026-05-05", "cla-iro-appoint", "2026-05-05", "running", due="2026-06-03"),
    asked(
        "S12-12", "Dawit", "2026-05-05", "as-cfa-45wd", "2026-05-05", "running", due="2026-07-08",
        count=(45, "working days left"),
    ),
    asked(
        "S12-13", "Dawit", "2026-05-05", "cla-pep-first", "2026-05-05", "running", due="2026-06-03",
        count=(20, "working days left"), code="cla-pep-first-20wd",
    ),
    asked(
        "S12-14", "Dawit", "2026-06-01", "cla-review-1", "2026-05-05", "due_soon", due="2026-06-03",
        count=(2, "working days left"),
    ),
    asked(
        "S12-15", "Dawit", "2026-06-01", "cla-iha", "2026-05-05", "due_soon", due="2026-06-03",
        count=(2, "working days left"),
    ),
    record(
        "S12-16", "Dawit", "2026-06-01", "record:days-in-care", "running", "how long in care", in_care_for,
        started="2026-05-05", count=(27, "days in care"),
    ),
    asked(
        "S12-18", "Dawit", "2026-06-01", "cl-needs-eligible", "2026-05-05", "cannot_say",
        cures=("date of birth", "ssd_person"),
    ),
    record(
        "S12-19", "Dawit", "2026-06-01", "record:turns-18", "cannot_say", "no birth date and so no eighteenth birthday",
        no_birthday,
    ),
)  # fmt: skip
