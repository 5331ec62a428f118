"""Rows of story 15: ninety-two days without supervision."""

from holdfast.dates import WorkingDays, working_days_between
from holdfast.record.oversight import Note, PlanAction, Supervision
from tests.stories.story_row import Found, Row, asked, record
from tests.stories.wexmouth_files import Sight


def since_supervision(seen: Sight) -> Found:
    """Days since the child was last discussed."""
    last = max(one.on for one in seen.of(Supervision))
    return Found(state="running", started=last, count=(seen.day - last).days)


def _action(seen: Sight, ending: str) -> PlanAction:
    (one,) = (action for action in seen.of(PlanAction) if action.action.endswith(ending))
    return one


def _left(one: PlanAction, seen: Sight) -> Found:
    left = working_days_between(seen.day, one.for_day)
    return Found(state="met" if one.done_on else "running", started=one.set_on, due=one.for_day, count=left)


def urgent_action(seen: Sight) -> Found:
    """Its day, in working days."""
    return _left(_action(seen, "urgent"), seen)


def moderation(seen: Sight) -> Found:
    """Ten working days from the audit."""
    (audit,) = (one for one in seen.of(Note) if one.kind == "audit")
    due = WorkingDays(10).after(audit.on)
    return Found(state="running", started=audit.on, due=due, count=working_days_between(seen.day, due))


def all_actions(seen: Sight) -> Found:
    """The last day of any action but the audit after the audit."""
    own = [one for one in seen.of(PlanAction) if not one.action.endswith("re-audit")]
    return _left(max(own, key=lambda one: one.for_day), seen)


def audit_again(seen: Sight) -> Found:
    """Its day, in days."""
    one = _action(seen, "re-audit")
    return Found(state="running", started=one.set_on, due=one.for_day, count=(one.for_day - seen.day).days)


def supervision_not_on_file(seen: Sight) -> Found:
    """A ticked action is no supervision: whole, the files show one held; without the talks they cannot say."""
    whole = Sight(files=seen.files, forename=seen.forename, as_at=seen.as_at)
    one = _action(seen, "urgent")
    assert any(talk.reflective and one.set_on <= talk.on <= one.for_day for talk in whole.of(Supervision))
    (clock,) = seen.clocks("wf-case-supervision")
    assert clock.missing is not None
    assert "holdfast_supervisions" in clock.missing
    return Found(state=clock.state, started=one.set_on, due=one.for_day)


def moderated_grade(seen: Sight) -> Found:
    """What the audit found, and what it became, with the reason."""
    (audit,) = (one for one in seen.of(Note) if one.kind == "audit")
    assert "moderated to inadequate" in audit.words_of_note
    assert "because" in audit.words_of_note
    return Found(state="running", started=audit.on)


ROWS: tuple[Row, ...] = (
    asked(
        "S15-01", "Ellie-Mae", "2025-11-17", "wf-case-supervision", "2025-11-17", "running", due="2025-12-17",
        count=(30, "days left"),
    ),
    asked(
        "S15-02", "Ellie-Mae", "2025-12-17", "wf-case-supervision", "2025-11-17", "running", due="2025-12-17",
        count=(30, "days since supervision"), shown="due_soon",
    ),
    asked(
        "S15-03", "Ellie-Mae", "2025-12-18", "wf-case-supervision", "2025-11-17", "overdue", due="2025-12-17",
        count=(1, "days late"),
    ),
    asked(
        "S15-04", "Ellie-Mae", "2025-12-22", "wf-case-supervision", "2025-11-17", "overdue", due="2025-12-17",
        count=(5, "days late"),
    ),
    asked(
        "S15-05", "Ellie-Mae", "2026-02-17", "wf-case-supervision", "2025-11-17", "overdue", due="2025-12-17",
        count=(62, "days late"),
    ),
    record(
        "S15-06", "Ellie-Mae", "2026-02-17", "record:days-since-supervision", "running",
        "how long since the last talk in supervision", since_supervision, started="2025-11-17",
        count=(92, "days since supervision"),
    ),
    record(
        "S15-07", "Ellie-Mae", "2026-02-17", "drift:audit-urgent-action", "running", "the audit's urgent action",
        urgent_action, started="2026-02-17", due="2026-02-24", count=(5, "working days left"),
    ),
    record(
        "S15-08", "Ellie-Mae", "2026-02-17", "record:audit-moderation", "running", "moderating the audit", moderation,
        started="2026-02-17", due="2026-03-03", count=(10, "working days left"),
    ),
    record(
        "S15-09", "Ellie-Mae", "2026-02-17", "qa-audit-cycle", "running", "all the audit's actions", all_actions,
        started="2026-02-17", due="2026-03-17", count=(20, "working days left"),
    ),
    record(
        "S15-10", "Ellie-Mae", "2026-02-17", "record:re-audit", "running", "the audit after the audit", audit_again,
        started="2026-02-17", due="2026-04-14", count=(56, "days left"),
    ),
    record(
        "S15-11", "Ellie-Mae", "2026-02-25", "drift:audit-urgent-action", "cannot_say",
        "without the talks in supervision nobody can say whether one was held", supervision_not_on_file,
        started="2026-02-17", due="2026-02-24", without=("holdfast_supervisions",),
    ),
    record(
        "S15-12", "Ellie-Mae", "2026-02-17", "record:moderated-grade", "running", "the grade as it was moderated",
        moderated_grade, started="2026-02-17",
    ),
)  # fmt: skip
