"""The drift rules on Wexmouth's stories, row by row, and what stands on Wexmouth's own day."""

from datetime import date, datetime

import pytest

from holdfast.dates import end_of, parse_moment
from holdfast.duties.drift.columns import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.rule import Drift
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.wexmouth.stories import STORIES, story_facts
from tests.drift.cases import d

COLUMNS = columns_from(story_facts())
DECISION_DUE = ("no-change-decision", None, "2025-12-02", "2025-12-16")
FIFTEEN_MONTHS = ("protection-plan-long", None, "2024-09-10", "2025-12-10")
SIXTEEN_WEEKS = ("pre-proceedings-long", None, "2026-03-19", "2026-07-09")
APPROVAL_OVER = ("temporary-approval-over", None, "2025-12-08", "2026-03-30")
ROWS = (
    ("S1-16", 1, "Kit", "2026-02-10", "linked-adult-enquiry", None, "2026-02-10", None, None, "raised", 1),
    ("S2-09", 2, "Ibrahim", "2026-03-10", "repeated-concern", None, "2026-01-13", None, None, "raised", 5),
    ("S5-02", 5, "Amara; Joel", "2026-03-11", "conference-not-booked", None, "2026-03-02", "2026-03-12", None,
     "running", 7),
    ("S5-03", 5, "Amara; Joel", "2026-03-12", "conference-not-booked", None, "2026-03-02", "2026-03-12", None,
     "raised", 8),
    ("S6-05", 6, "Ayo; Temi", "2025-06-05", "no-change-twice", None, "2024-12-09", None, None, "raised", 2),
    ("S6-10", 6, "Ayo; Temi", "2025-12-02", *DECISION_DUE, None, "running", 10),
    ("S6-11", 6, "Ayo; Temi", "2025-12-16", *DECISION_DUE, None, "running", 0),
    ("S6-12", 6, "Ayo; Temi", "2025-12-17", *DECISION_DUE, None, "overdue", -1),
    ("S6-13", 6, "Ayo; Temi", "2025-12-18", *DECISION_DUE, None, "overdue", -2),
    ("S6-14", 6, "Ayo; Temi", "2026-01-15", *DECISION_DUE, None, "overdue", -19),
    ("S6-15", 6, "Ayo; Temi", "2026-03-10", *DECISION_DUE, None, "overdue", -57),
    ("S6-16", 6, "Ayo; Temi", "2026-03-12", *DECISION_DUE, "2026-03-12",
     "met_late", -59),
    ("S6-17", 6, "Ayo; Temi", "2025-12-09", *FIFTEEN_MONTHS, None, "running", None),
    ("S6-18", 6, "Ayo; Temi", "2025-12-10", *FIFTEEN_MONTHS, None, "raised", 15),
    ("S6-19", 6, "Ayo; Temi", "2026-03-10", "protection-plan-long", "for a senior manager", "2024-09-10", "2026-03-10",
     None, "raised", 18),
    ("S6-26", 6, "Ayo; Temi", "2026-06-01", *SIXTEEN_WEEKS, None, "running", 38),
    ("S6-27", 6, "Ayo; Temi", "2026-07-10", *SIXTEEN_WEEKS, None, "raised", -1),
    ("S7-16", 7, "Poppy", "2026-03-31", *APPROVAL_OVER, None, "raised", 1),
    ("S7-18", 7, "Poppy", "2026-06-01", *APPROVAL_OVER, None, "raised", 63),
    ("S9-13", 9, "Priya", "2026-04-20", "gap-unfilled", "therapy", "2026-04-20", None, None, "raised", 1),
    ("S10-11", 10, "Callum", "2026-06-01T08:30", "second-offer", None, "2026-05-09", None, None, "raised", None),
    ("S10-16", 10, "Callum", "2026-05-08T19:00", "repeat-missing", None, "2026-05-01", None, None, "running", 2),
    ("S10-17", 10, "Callum", "2026-05-14T17:45", "repeat-missing", None, "2026-05-01", None, None, "raised", 3),
    ("S10-18", 10, "Callum", "2026-05-20T22:10", "repeat-missing", None, "2026-05-01", None, None, "raised", 4),
    ("S11-14", 11, "Shanice", "2026-03-24", "tenancy-at-risk", None, "2026-03-24", "2026-03-25", None, "raised", 1),
    ("S13-07", 13, "Leo", "2025-08-04", "worker-changes", None, "2025-05-19", None, None, "running", 2),
    ("S13-08", 13, "Leo", "2025-11-10", "worker-changes", None, "2025-05-19", None, None, "raised", 3),
    ("S13-09", 13, "Leo", "2026-03-02", "worker-changes", None, "2025-05-19", None, None, "raised", 4),
    ("S13-10", 13, "Leo", "2026-06-01", "worker-changes", None, "2025-08-04", None, None, "raised", 3),
    ("S13-11", 13, "Leo", "2026-08-05", "worker-changes", None, "2025-11-10", None, None, "running", 2),
    ("S13-13", 13, "Leo", "2026-03-02", "assessment-restarted", "special guardianship", "2025-03-10", None, None,
     "raised", 3),
    ("S14-04", 14, "Safiya", "2026-02-02", "iro-stage", "1", "2026-02-02", "2026-02-09", None, "running", 5),
    ("S14-05", 14, "Safiya", "2026-02-10", "iro-stage", "1", "2026-02-02", "2026-02-09", None, "overdue", -1),
    ("S14-06", 14, "Safiya", "2026-02-10", "iro-stage", "2", "2026-02-09", "2026-02-16", None, "running", 4),
    ("S14-07", 14, "Safiya", "2026-02-17", "iro-stage", "2", "2026-02-09", "2026-02-16", None, "overdue", -1),
    ("S14-08", 14, "Safiya", "2026-02-10", "unanswered-escalation", None, "2026-02-09", None, None, "raised", 1),
    ("S14-09", 14, "Safiya", "2026-02-16", "iro-stage", "1", "2026-02-02", "2026-02-09", None, "overdue", -5),
    ("S14-10", 14, "Safiya", "2026-02-17", "iro-stage", "3", "2026-02-16", "2026-02-23", None, "running", 4),
    ("S14-11", 14, "Safiya", "2026-02-23", "iro-stage", "3", "2026-02-16", "2026-02-23", "2026-02-23", "met", 0),
    ("S14-12", 14, "Safiya", "2026-02-24", "iro-stage", "4", "2026-02-23", "2026-03-02", None, "running", 4),
    ("S15-04", 15, "Ellie-Mae", "2025-12-22", "supervision-gap", None, "2025-11-17", "2025-12-17", None, "raised", 35),
    ("S15-05", 15, "Ellie-Mae", "2026-02-17", "supervision-gap", None, "2025-11-17", "2025-12-17", None, "raised", 92),
)  # fmt: skip
"""Row, story, children, as at; then the rule, its detail, since, due, met, state and count."""

Row = tuple[str, int, str, str, str, str | None, str, str | None, str | None, str, int | None]


def _moment(as_at: str) -> datetime:
    return parse_moment(as_at) if "T" in as_at else end_of(d(as_at))


def _child(story: int, name: str) -> str:
    return STORIES[story - 1].child(name)


def _day(text: str | None) -> date | None:
    return d(text) if text else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_row_of_the_stories_that_a_drift_rule_answers(row: Row) -> None:
    _, story, names, as_at, code, detail, since, due, met, state, count = row
    for name in names.split("; "):
        child, moment = _child(story, name), _moment(as_at)
        alone = [one for one in drifts_of(Standing(COLUMNS.child(child), moment)) if one.code == code]
        found = [one for one in alone if detail is None or one.detail == detail]
        assert [(one.since, one.state, one.met_on, one.count) for one in found] == [
            (_day(since), state, _day(met), count)
        ]
        if due:
            assert found[0].due_on == _day(due)
        swept, _ = drift_sweep(COLUMNS.only([child]), moment)
        assert [one for one in swept if one.code == code] == alone


def _standing(as_at: str) -> list[Drift]:
    return drift_sweep(COLUMNS, _moment(as_at))[0]


def test_on_wexmouths_monday_these_matters_nag_and_no_others() -> None:
    assert {(one.child, one.code) for one in _standing("2026-06-01T08:30") if one.nags} == {
        ("WX-S07-2", "temporary-approval-over"),
        ("WX-S09-1", "gap-unfilled"),
        ("WX-S10-1", "repeat-missing"),
        ("WX-S10-1", "second-offer"),
        ("WX-S13-1", "assessment-restarted"),
        ("WX-S13-1", "worker-changes"),
    }


def test_the_twins_pause_stops_the_nagging_to_its_last_day_and_the_count_goes_on() -> None:
    twins = {_child(6, name) for name in ("Ayo", "Temi")}
    for as_at, nags, count in (("2026-01-06", True, -12), ("2026-01-30", False, -30), ("2026-01-31", True, -30)):
        found = [one for one in _standing(as_at) if one.child in twins and one.code == "no-change-decision"]
        assert [(one.nags, one.count) for one in found] == [(nags, count)] * 2
    assert found[0].paused_until is None


def test_the_twins_leave_the_monday_list_with_the_decision() -> None:
    twins = {_child(6, name) for name in ("Ayo", "Temi")}
    before = {one.code for one in _standing("2026-03-11") if one.child in twins and one.nags}
    assert before == {"no-change-twice", "no-change-decision", "protection-plan-long"}
    assert [one for one in _standing("2026-03-16") if one.child in twins and one.nags] == []


def test_a_child_whose_relative_was_approved_in_time_never_shows_a_gap() -> None:
    mason = _child(7, "Mason")
    for as_at in ("2026-03-31", "2026-05-20", "2026-05-22", "2026-05-26", "2026-06-01"):
        assert [one for one in _standing(as_at) if one.child == mason and one.nags] == []


def test_the_sentences_of_the_stories_say_what_is_and_is_not_on_record() -> None:
    said = {one.code: one.words for one in _standing("2026-06-01T08:30") if one.nags}
    assert said["temporary-approval-over"] == "Temporary approval ran to 30 March 2026; no later approval is on record."
    assert said["gap-unfilled"] == "Therapy: since 20 April 2026 no provider is on record."
    assert "a different offer is not on record" in said["second-offer"]
    (five,) = (one for one in _standing("2026-03-10") if one.code == "repeated-concern")
    assert five.words.startswith("Five concerns on one theme (neglect) have been recorded over 56 days,")
    (late,) = {
        one.words for one in _standing("2026-03-12") if one.code == "conference-not-booked" and "S05" in one.child
    }
    assert late == (
        "It is working day 8 since the strategy discussion and no conference is booked or held; it is due by "
        "23 March 2026."
    )
