"""Rows of story 7: a great-aunt approved for a time, and a child forgotten."""

from holdfast.dates import Days, Weeks
from holdfast.duties.answerable import answerable
from holdfast.duties.register import BY_CODE
from holdfast.record.in_care import TemporaryApproval
from tests.stories.story_row import Found, Row, asked, record
from tests.stories.wexmouth_files import Sight


def panel(seen: Sight) -> Found:
    """The day of the panel."""
    (one,) = seen.of(TemporaryApproval)
    return Found(state="met" if one.panel_on else "running", started=one.panel_on, met=one.panel_on)


def days_without_approval(seen: Sight) -> Found:
    """Days between one approval's end and the next one's start: sixteen weeks, then eight more, then full."""
    (one,) = seen.of(TemporaryApproval)
    first = Weeks(16).after(one.started_on)
    gaps = [max((one.extended_on - first).days, 0), max((one.approved_on - Weeks(8).after(first)).days, 0)]
    assert seen.day > Days(56).after(first)
    return Found(state="running" if sum(gaps) else "met", started=one.started_on, count=sum(gaps))


def stock_and_flow(seen: Sight) -> Found:
    """Of the children under temporary approval: how many came in, and that none was approved or ended."""
    every = [one for other in seen.others() for one in other.of(TemporaryApproval)]
    assert [one.approved_on for one in every] == [one.ended_on for one in every] == [None, None]
    (started,) = {one.started_on for one in every}
    return Found(state="running", started=started, count=len(every))


def no_day_of_entering(seen: Sight) -> Found:
    """No clock without a start, and the extract owns up to it."""
    can = answerable(BY_CODE["cla-review-1"], seen.standing.held)
    assert can.can == "never starts"
    assert can.cures == (
        "ssd_cla_episodes with clae_cla_episode_start_date or ssd_cla_episodes with clae_entered_care_date",
    )
    return Found(state="running" if seen.clocks("cla-review-1") else "cannot_say")


ROWS: tuple[Row, ...] = (
    asked(
        "S7-01", "Mason", "2025-12-08", "cla-reg24-approval", "2025-12-08", "running", due="2026-03-30",
        count=(112, "days left"),
    ),
    asked(
        "S7-02", "Mason", "2026-02-02", "cla-reg24-approval", "2025-12-08", "due_soon", due="2026-03-30",
        count=(8, "weeks since placement"),
    ),
    asked(
        "S7-03", "Mason", "2026-03-02", "cla-reg24-approval", "2025-12-08", "due_soon", due="2026-03-30",
        count=(12, "weeks since placement"),
    ),
    asked(
        "S7-04", "Mason", "2026-03-16", "cla-reg24-approval", "2025-12-08", "due_soon", due="2026-03-30",
        count=(14, "weeks since placement"),
    ),
    asked(
        "S7-05", "Poppy", "2025-12-08", "cla-reg24-approval", "2025-12-08", "running", due="2026-03-30",
        count=(112, "days left"),
    ),
    asked(
        "S7-06", "Poppy", "2026-02-02", "cla-reg24-approval", "2025-12-08", "due_soon", due="2026-03-30",
        count=(8, "weeks since placement"),
    ),
    asked(
        "S7-07", "Poppy", "2026-03-02", "cla-reg24-approval", "2025-12-08", "due_soon", due="2026-03-30",
        count=(12, "weeks since placement"),
    ),
    asked(
        "S7-08", "Poppy", "2026-03-16", "cla-reg24-approval", "2025-12-08", "due_soon", due="2026-03-30",
        count=(14, "weeks since placement"),
    ),
    asked(
        "S7-09", "Mason; Poppy", "2025-12-08", "cla-visit-reg24", "2025-12-08", "running", due="2025-12-15",
        count=(7, "days left"), shown="due_soon",
    ),
    asked(
        "S7-10", "Mason", "2026-03-27", "cla-reg25-extension", "2026-03-30", "running", due="2026-05-25",
        count=(59, "days left"),
    ),
    asked("S7-11", "Mason", "2026-03-31", "cla-reg24-approval", "2025-12-08", "ended", due="2026-03-30"),
    record(
        "S7-12", "Mason", "2026-05-20", "record:fostering-panel", "met",
        "the panel looked at the great-aunt's assessment", panel, started="2026-05-20", met="2026-05-20",
    ),
    asked(
        "S7-13", "Mason", "2026-05-22", "cla-reg25-extension", "2026-03-30", "met", due="2026-05-25", met="2026-05-22",
        count=(3, "days before the end"),
    ),
    record(
        "S7-14", "Mason", "2026-05-26", "record:approval-gap", "met", "no day without an approval",
        days_without_approval, started="2025-12-08", count=(0, "days without approval"),
    ),
    asked(
        "S7-15", "Poppy", "2026-03-30", "cla-reg24-approval", "2025-12-08", "running", due="2026-03-30",
        count=(112, "days since placement"), shown="due_soon",
    ),
    asked(
        "S7-16", "Poppy", "2026-03-31", "cla-reg24-approval", "2025-12-08", "overdue", due="2026-03-30",
        count=(1, "days since approval ended"),
    ),
    asked(
        "S7-17", "Poppy", "2026-04-13", "cla-reg24-approval", "2025-12-08", "overdue", due="2026-03-30",
        count=(14, "days since approval ended"),
    ),
    asked(
        "S7-18", "Poppy", "2026-06-01", "cla-reg24-approval", "2025-12-08", "overdue", due="2026-03-30",
        count=(63, "days since approval ended"),
    ),
    asked(
        "S7-19", "Poppy", "2026-03-31", "cla-reg25-extension", "2026-03-30", "cannot_say",
        cures=("no extension is on record",),
    ),
    record(
        "S7-20", "Mason; Poppy", "2026-03-31", "record:stock-and-flow", "running",
        "the children under temporary approval", stock_and_flow, started="2025-12-08", count=(2, "children in"),
    ),
    record(
        "S7-21", "Mason; Poppy", "2026-06-01", "cla-review-1", "cannot_say",
        "without the day of entering care there is no first review to count", no_day_of_entering,
        without=("ssd_cla_episodes",),
    ),
    asked(
        "S7-22", "Mason; Poppy", "2026-06-01", "cla-visit-reg24", "2025-12-08", "cannot_say", due="2025-12-15",
        without=("ssd_cla_visits",), cures=("ssd_cla_visits", "clav_cla_visit_date"), wexmouth="met",
    ),
)  # fmt: skip
