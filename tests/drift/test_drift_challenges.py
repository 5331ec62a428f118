"""A reviewing officer's challenge climbs until a reply with its day is on record."""

import pytest

from holdfast.record.oversight import Challenge
from tests.drift.cases import ALWAYS_SOMEBODY, d, drifts, fact


@pytest.mark.parametrize(("replied", "stands"), [(None, ["raised"]), ("2026-02-06", [])])
def test_a_reply_of_which_the_record_has_no_day_does_not_stop_the_climb(replied: str | None, stands: list[str]) -> None:
    row = fact(Challenge, id="r", dispute="x", stage=1.0, raised_on="2026-02-02", replied_on=replied)
    facts = (row, ALWAYS_SOMEBODY)
    assert [one.state for one in drifts(facts, "unanswered-escalation", d("2026-02-17"))] == stands
    climbed = [one.detail for one in drifts(facts, "iro-stage", d("2026-02-17"))]
    assert climbed == (["1", "2", "3"] if stands else ["1"])
