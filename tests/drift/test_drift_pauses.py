"""A manager's reasoned pause stops the nagging, and not the count."""

import pytest

from holdfast.duties.drift.register import BY_CODE, RULES
from holdfast.duties.drift.rule import Drift
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.oversight import Challenge, ManagementDecision
from tests.drift.cases import ALWAYS_SOMEBODY, DISCUSSED, THREE_REVIEWS, Facts, d, drifts, fact

PLAN = fact(ProtectionPlan, id="p1", started_on="2024-09-10")
REASON = "A parent is in residential treatment."


def pause(**more: object) -> Facts:
    """A pause from 7 to 30 January 2026."""
    said = {"about": "pause", "on": "2026-01-07", "until": "2026-01-30", "reason": REASON, **more}
    return (fact(ManagementDecision, **said),)


def _one(day: str, *facts: object, code: str = "no-change-decision") -> Drift:
    (one,) = drifts((*THREE_REVIEWS, PLAN, ALWAYS_SOMEBODY, *facts), code, d(day))  # type: ignore[arg-type]
    return one


def test_a_paused_matter_still_stands_and_counts_and_does_not_nag() -> None:
    one = _one("2026-01-15", *pause(subject="p1"))
    assert (one.state, one.count, one.stands, one.nags) == ("overdue", -19, True, False)
    assert (one.paused_until, one.pause_reason) == (d("2026-01-30"), REASON)


def test_the_count_is_the_same_with_a_pause_and_without() -> None:
    assert _one("2026-01-15", *pause()).count == _one("2026-01-15").count == -19


@pytest.mark.parametrize(
    ("day", "nags"), [("2026-01-06", True), ("2026-01-07", False), ("2026-01-30", False), ("2026-01-31", True)]
)
def test_a_pause_runs_from_its_decision_to_its_last_day(day: str, nags: bool) -> None:
    assert _one(day, *pause(subject="p1")).nags is nags


@pytest.mark.parametrize("subject", [None, "p1", "no-change-decision", "no-change"])
def test_a_pause_may_name_the_plan_the_rule_its_matter_or_nothing(subject: str | None) -> None:
    assert not _one("2026-01-15", *pause(subject=subject)).nags


@pytest.mark.parametrize(
    "not_one",
    [
        {"subject": "another-plan"},
        {"reason": None},
        {"reason": ""},
        {"until": None},
        {"on": None},
        {"about": "plan look"},
    ],
    ids=["of another plan", "without a reason", "with an empty reason", "without an end", "without a day", "no pause"],
)
def test_what_is_no_reasoned_pause_of_this_matter_pauses_nothing(not_one: dict[str, object]) -> None:
    one = _one("2026-01-15", *pause(**{"subject": "p1", **not_one}))
    assert one.nags
    assert one.paused_until is None


def test_of_two_pauses_the_longer_one_tells_until_when() -> None:
    longer = pause(subject="p1", until="2026-02-27", reason="The treatment goes on.")
    one = _one("2026-01-15", *pause(subject="p1"), *longer)
    assert (one.paused_until, one.pause_reason) == (d("2026-02-27"), "The treatment goes on.")


def test_a_pause_that_names_a_rule_covers_that_rule_and_none_beside_it() -> None:
    for named in BY_CODE:
        paused = not _one("2026-01-15", *pause(subject=named)).nags
        assert paused is (named == "no-change-decision"), named
    assert not [(one.code, two.code) for one in RULES for two in RULES if one is not two and one.code == two.matter]


@pytest.mark.parametrize("subject", [None, "supervision-gap", "wf-case-supervision"])
def test_a_gap_in_supervision_is_never_paused_whatever_a_pause_names(subject: str | None) -> None:
    facts = (*DISCUSSED, ALWAYS_SOMEBODY, *pause(subject=subject))
    (one,) = drifts(facts, "supervision-gap", d("2026-01-15"))
    assert (one.nags, one.paused_until) == (True, None)


@pytest.mark.parametrize("subject", [None, "unanswered-escalation", "iro-dispute", "d1"])
def test_a_challenge_without_a_reply_is_never_paused_whatever_a_pause_names(subject: str | None) -> None:
    raised = fact(Challenge, id="r1", dispute="d1", stage=1.0, raised_on="2025-12-01")
    (one,) = drifts((raised, ALWAYS_SOMEBODY, *pause(subject=subject)), "unanswered-escalation", d("2026-01-15"))
    assert (one.nags, one.paused_until) == (True, None)


def test_what_is_met_or_still_ahead_is_not_called_paused() -> None:
    assert _one("2025-12-16", *pause(on="2025-12-10")).paused_until is None
    met = _one("2026-01-15", *pause(), fact(ManagementDecision, about="plan", on="2026-01-10"))
    assert (met.state, met.paused_until) == ("met_late", None)
