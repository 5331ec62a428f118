"""On which day a story's child comes on to the Monday list, and off it: the day before and the day itself."""

from dataclasses import dataclass

import pytest

from holdfast.dates import Days, parse_moment
from holdfast.duties.journeys.nouns import Eligibility
from tests.stories.wexmouth_files import Sight, WexmouthFiles


@dataclass(frozen=True, kw_only=True)
class Turn:
    """From this day the child is on the list with this code, or no longer is."""

    row: str
    child: str
    day: str
    code: str
    listed: bool = True


TURNS = (
    Turn(row="S2-03", child="Ibrahim", day="2026-02-15", code="cin-plan-review"),
    Turn(row="S2-09", child="Ibrahim", day="2026-03-10", code="repeated-concern"),
    Turn(row="S3-08", child="Anya", day="2026-04-10", code="pf-visit-year1"),
    Turn(row="S5-05", child="Joel", day="2026-03-24", code="cp-icpc-15wd"),
    Turn(row="S5-08", child="Joel", day="2026-04-01", code="cp-icpc-15wd", listed=False),
    Turn(row="S6-14", child="Temi", day="2026-01-07", code="no-change-decision", listed=False),
    Turn(row="S6-15", child="Temi", day="2026-01-31", code="no-change-decision"),
    Turn(row="S6-16", child="Temi", day="2026-03-12", code="no-change-decision", listed=False),
    Turn(row="S7-16", child="Poppy", day="2026-03-31", code="cla-reg24-approval"),
    Turn(row="S14-08", child="Safiya", day="2026-02-10", code="unanswered-escalation"),
    Turn(row="S14-11", child="Safiya", day="2026-02-23", code="unanswered-escalation", listed=False),
)


@pytest.mark.parametrize("turn", [pytest.param(one, id=f"{one.row} {one.child}: {one.code}") for one in TURNS])
def test_the_list_changes_on_the_day_that_the_story_names(files: WexmouthFiles, turn: Turn) -> None:
    before = Days(1).before(parse_moment(turn.day).date()).isoformat()
    listed = [turn.code in files.on_monday(turn.child, day) for day in (before, turn.day)]
    assert listed == [not turn.listed, turn.listed]


def test_the_forgotten_child_stays_on_the_list_to_wexmouths_own_day_and_the_other_was_never_on_it(
    files: WexmouthFiles,
) -> None:
    days = ("2026-03-31", "2026-06-01T08:30")
    assert [("cla-reg24-approval" in files.on_monday("Poppy", day)) for day in days] == [True, True]
    assert [("cla-reg24-approval" in files.on_monday("Mason", day)) for day in days] == [False, False]


def test_jordans_thirteen_weeks_would_be_reached_on_12_june_if_nothing_came_before(files: WexmouthFiles) -> None:
    (one,) = Sight(files=files, forename="Jordan", as_at="2026-06-01").of(Eligibility)
    assert one.would_reach_on is not None
    assert (one.known, one.would_reach_on.isoformat()) == (False, "2026-06-12")
