"""Rows of story 1: a third police notice."""

from holdfast.duties.answerable import answerable
from holdfast.duties.register import BY_CODE
from holdfast.record.front_door import Assessment, Contact
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight


def _contacts(seen: Sight) -> list[Contact]:
    return sorted(seen.of(Contact), key=lambda one: one.on)


def first_notice(seen: Sight) -> Found:
    """A contact whose only outcome was advice went no further."""
    (one,) = _contacts(seen)
    assert one.source_words == "Police"
    return Found(state="ended" if one.outcome == "ADVICE_FLAG" else "running", started=one.on, met=one.on)


def earlier_contacts(seen: Sight) -> Found:
    """The contacts before the one of the day."""
    earlier = [one for one in _contacts(seen) if one.on < seen.day]
    return Found(state="running", started=earlier[0].on, count=len(earlier))


def since_first_notice(seen: Sight) -> Found:
    """Days since the first contact."""
    first = _contacts(seen)[0].on
    return Found(state="running", started=first, count=(seen.day - first).days)


def since_closure(seen: Sight) -> Found:
    """Days since the last assessment was authorised."""
    closed = max(one.authorised_on for one in seen.of(Assessment) if one.authorised_on)
    return Found(state="ended", started=closed, count=(seen.day - closed).days)


def referred_again(seen: Sight) -> Found:
    """Whoever of all the stories' children is referred again on the day, each named once."""
    again = [
        other.forename
        for other in seen.others()
        for _ in other.clocks("fd-rereferral-flag")
        if any(one.on == seen.day for one in other.of(Contact))
    ]
    assert again == ["Tia", "Rowan"]
    return Found(state="running", started=seen.day, count=len(again))


def no_assessment_start(seen: Sight) -> Found:
    """No clock without a start, and the extract owns up to it."""
    can = answerable(BY_CODE["as-cfa-45wd-start"], seen.standing.held)
    assert can.can == "never starts"
    assert can.cures == ("ssd_cin_assessments with cina_assessment_start_date",)
    return Found(state="running" if seen.clocks("as-cfa-45wd-start") else "cannot_say")


ROWS: tuple[Row, ...] = (
    record(
        "S1-01", "Tia; Rowan", "2025-09-12", "record:contact-closed", "ended",
        "the first police notice was closed as advice", first_notice, started="2025-09-12", met="2025-09-12",
    ),
    asked(
        "S1-02", "Tia; Rowan", "2025-10-20", "fd-referral-decision", "2025-10-20", "running", due="2025-10-21",
        shown="due_soon",
    ),
    asked("S1-03", "Tia; Rowan", "2025-10-20", "as-cfa-45wd", "2025-10-20", "running", due="2025-12-22"),
    asked(
        "S1-04", "Tia; Rowan", "2025-12-12", "as-cfa-45wd", "2025-10-20", "met", due="2025-12-22", met="2025-12-12",
        count=(39, "working days used"),
    ),
    record(
        "S1-05", "Tia; Rowan", "2026-02-09", "record:earlier-contacts", "running",
        "earlier contacts stand beside the new one", earlier_contacts, started="2025-09-12",
        count=(2, "earlier contacts"),
    ),
    record(
        "S1-06", "Tia; Rowan", "2026-02-09", "record:since-first-notice", "running",
        "how long ago the first police notice was", since_first_notice, started="2025-09-12", count=(150, "days"),
    ),
    asked(
        "S1-07", "Tia; Rowan", "2026-02-09", "fd-rereferral-flag", "2025-10-20", "raised",
        count=(112, "days since last referral"),
    ),
    record(
        "S1-08", "Tia; Rowan", "2026-02-09", "record:since-closure", "ended",
        "how long ago the last assessment was closed", since_closure, started="2025-12-12",
        count=(59, "days since closure"),
    ),
    record(
        "S1-09", "Tia; Rowan", "2026-02-09", "record:rereferral-list", "running",
        "both children are referred again, each once", referred_again, started="2026-02-09",
        count=(2, "children, each once"),
    ),
    asked(
        "S1-10", "Tia; Rowan", "2026-02-09", "fd-referral-decision", "2026-02-09", "running", due="2026-02-10",
        shown="due_soon",
    ),
    asked(
        "S1-11", "Tia; Rowan", "2026-02-10", "fd-referral-decision", "2026-02-09", "met", due="2026-02-10",
        met="2026-02-10", count=(1, "working days used"),
    ),
    asked(
        "S1-12", "Tia; Rowan", "2026-02-11", "fd-referrer-ack", "2026-02-09", "cannot_say", due="2026-02-10",
        without=("holdfast_management_decisions",), cures=("holdfast_management_decisions", "referrer told"),
        wexmouth="met",
    ),
    asked(
        "S1-13", "Tia; Rowan", "2026-02-10", "cp-icpc-15wd", "2026-02-10", "running", due="2026-03-03",
        count=(15, "working days left"),
    ),
    asked(
        "S1-14", "Tia; Rowan", "2026-02-10", "as-cfa-45wd", "2026-02-09", "running", due="2026-04-15",
        count=(44, "working days left"),
    ),
    record(
        "S1-15", "Tia; Rowan", "2026-02-10", "record:assessment-start", "cannot_say",
        "without the day an assessment started the department's count has no start", no_assessment_start,
        without=("ssd_cin_assessments.cina_assessment_start_date",),
    ),
    drift("S1-16", "Kit", "2026-02-10", "drift:linked-adult-enquiry", "2026-02-10", "raised"),
)  # fmt: skip
