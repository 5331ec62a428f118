"""Rows of story 6: three reviews, little change, and the law."""

from holdfast.dates import Weeks, add_months
from holdfast.duties.register import BY_CODE
from holdfast.law.commencement import CITATIONS, has_begun
from holdfast.record.child_protection import PreProceedings, ProtectionPlan
from holdfast.record.oversight import ManagementDecision
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight

WANT_OF_A_DECISION = frozenset({"no-change-decision", "no-change-twice", "protection-plan-long"})


def on_the_list_until_decided(seen: Sight) -> Found:
    """On the list for want of a decision the Monday before the eighteen months, not the Monday after the gateway."""
    assert seen.files.on_monday(seen.forename, "2026-03-09") >= WANT_OF_A_DECISION
    (plan,) = seen.of(ProtectionPlan)
    (decided,) = (one.on for one in seen.of(ManagementDecision) if one.about == "plan")
    listed = seen.files.on_monday(seen.forename, seen.as_at) & WANT_OF_A_DECISION
    return Found(state="running" if listed else "ended", started=add_months(plan.started_on, 18), met=decided)


def sixteen_weeks_from_meeting(seen: Sight) -> Found:
    """The same weeks from the first meeting, and the day the application ended them."""
    (one,) = seen.of(PreProceedings)
    due = Weeks(16).after(one.met_on)
    return Found(state="met" if one.ended_on <= due else "met_late", started=one.met_on, due=due, met=one.ended_on)


def law_not_begun(seen: Sight) -> Found:
    """The provision is known and cited, has no first day, and no duty asks it of anybody."""
    assert CITATIONS["plo-fgdm-offer"][0].awaits_commencement
    asks = has_begun("plo-fgdm-offer", seen.day) or "plo-fgdm-offer" in BY_CODE
    return Found(state="running" if asks else "cannot_say")


ROWS: tuple[Row, ...] = (
    asked("S6-01", "Ayo; Temi", "2024-09-10", "cp-review-first", "2024-09-10", "running", due="2024-12-10"),
    asked(
        "S6-02", "Ayo; Temi", "2024-12-09", "cp-review-first", "2024-09-10", "met", due="2024-12-10", met="2024-12-09",
    ),
    asked("S6-03", "Ayo; Temi", "2024-12-09", "cp-review-next", "2024-12-09", "running", due="2025-06-09"),
    asked(
        "S6-04", "Ayo; Temi", "2025-06-05", "cp-review-next", "2024-12-09", "met", due="2025-06-09", met="2025-06-05",
    ),
    drift("S6-05", "Ayo; Temi", "2025-06-05", "drift:no-change-twice", "2024-12-09", "raised", count=(2, "reviews")),
    asked("S6-06", "Ayo; Temi", "2025-06-05", "cp-review-next", "2025-06-05", "running", due="2025-12-05"),
    asked(
        "S6-07", "Ayo; Temi", "2025-12-02", "cp-review-next", "2025-06-05", "met", due="2025-12-05", met="2025-12-02",
    ),
    asked("S6-08", "Ayo; Temi", "2025-12-02", "cp-review-next", "2025-12-02", "running", due="2026-06-02"),
    asked(
        "S6-09", "Ayo; Temi", "2026-06-01", "cp-review-next", "2025-12-02", "due_soon", due="2026-06-02",
        count=(1, "days left"),
    ),
    drift(
        "S6-10", "Ayo; Temi", "2025-12-02", "drift:no-change-decision", "2025-12-02", "running", due="2025-12-16",
        count=(10, "working days left"),
    ),
    drift(
        "S6-11", "Ayo; Temi", "2025-12-16", "drift:no-change-decision", "2025-12-02", "running", due="2025-12-16",
        count=(0, "working days left"),
    ),
    drift(
        "S6-12", "Ayo; Temi", "2025-12-17", "drift:no-change-decision", "2025-12-02", "overdue", due="2025-12-16",
        count=(1, "working days late"),
    ),
    drift(
        "S6-13", "Ayo; Temi", "2025-12-18", "drift:no-change-decision", "2025-12-02", "overdue", due="2025-12-16",
        count=(2, "working days late"),
    ),
    drift(
        "S6-14", "Ayo; Temi", "2026-01-15", "drift:no-change-decision", "2025-12-02", "overdue", due="2025-12-16",
        count=(19, "working days late"), paused="2026-01-30",
    ),
    drift(
        "S6-15", "Ayo; Temi", "2026-03-10", "drift:no-change-decision", "2025-12-02", "overdue", due="2025-12-16",
        count=(57, "working days late"),
    ),
    drift(
        "S6-16", "Ayo; Temi", "2026-03-12", "drift:no-change-decision", "2025-12-02", "met_late", due="2025-12-16",
        met="2026-03-12", count=(59, "working days late"),
    ),
    drift(
        "S6-17", "Ayo; Temi", "2025-12-09", "cp-plan-duration-flag", "2024-09-10", "running", due="2025-12-10",
        count=(1, "days left"), rule="protection-plan-long",
    ),
    drift(
        "S6-18", "Ayo; Temi", "2025-12-10", "cp-plan-duration-flag", "2024-09-10", "raised", due="2025-12-10",
        count=(15, "months on a plan"), rule="protection-plan-long",
    ),
    drift(
        "S6-19", "Ayo; Temi", "2026-03-10", "cp-plan-duration-flag", "2024-09-10", "raised", due="2026-03-10",
        count=(18, "months on a plan"), rule="protection-plan-long", detail="for a senior manager",
    ),
    asked(
        "S6-20", "Ayo; Temi", "2026-06-01", "cp-plan-duration-flag", "2024-09-10", "running", due="2026-09-10",
        count=(629, "days on a plan"),
    ),
    record(
        "S6-21", "Ayo; Temi", "2026-03-16", "record:monday-page", "ended", "on the Monday list until somebody decided",
        on_the_list_until_decided, started="2026-03-10", met="2026-03-12",
    ),
    asked(
        "S6-22", "Ayo; Temi", "2026-03-19", "plo-letter-send", "2026-03-12", "met", due="2026-03-19", met="2026-03-19",
        count=(5, "working days used"),
    ),
    asked(
        "S6-23", "Ayo; Temi", "2026-03-19", "plo-meeting-first", "2026-03-19", "running", due="2026-04-02",
        count=(10, "working days left"),
    ),
    asked(
        "S6-24", "Ayo; Temi", "2026-04-01", "plo-meeting-first", "2026-03-19", "met", due="2026-04-02",
        met="2026-04-01", count=(9, "working days used"),
    ),
    asked(
        "S6-25", "Ayo; Temi", "2026-05-27", "plo-review", "2026-04-01", "met", due="2026-05-27", met="2026-05-27",
        count=(56, "days from first meeting"),
    ),
    asked(
        "S6-26", "Ayo; Temi", "2026-06-01", "plo-max-16wk", "2026-03-19", "running", due="2026-07-09",
        count=(38, "days left"),
    ),
    asked(
        "S6-27", "Ayo; Temi", "2026-07-10", "plo-max-16wk", "2026-03-19", "overdue", due="2026-07-09",
        count=(1, "days late"),
    ),
    asked(
        "S6-28", "Ayo; Temi", "2026-07-14", "plo-max-16wk", "2026-03-19", "met_late", due="2026-07-09",
        met="2026-07-14", count=(5, "days late"),
    ),
    record(
        "S6-29", "Ayo; Temi", "2026-07-14", "plo-max-16wk", "met", "sixteen weeks as counted from the first meeting",
        sixteen_weeks_from_meeting, started="2026-04-01", due="2026-07-22", met="2026-07-14",
    ),
    asked(
        "S6-30", "Ayo; Temi", "2026-07-14", "ct-26wk", "2026-07-14", "running", due="2027-01-11",
        count=(181, "days left"),
    ),
    record(
        "S6-32", "Ayo; Temi", "2026-06-01", "plo-fgdm-offer", "cannot_say",
        "the offer of a family meeting waits for its law to begin", law_not_begun,
    ),
)  # fmt: skip
