"""Every row of the stories about drift, as a test that reads Wexmouth's exported files."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from holdfast.dates import Months, parse_moment
from holdfast.duties.drift.rule import Drift
from holdfast.record.oversight import Note
from tests.stories.every_row import ROWS
from tests.stories.story_row import DriftRow, as_text
from tests.stories.wexmouth_files import Sight, WexmouthFiles

DRIFTING = tuple(row for row in ROWS if isinstance(row, DriftRow))
CASES = [pytest.param(row, child, id=row.case(child)) for row in DRIFTING for child in row.children]


def _together(row: DriftRow) -> tuple[str, ...]:
    return tuple(sorted({one.rule for one in DRIFTING if one.as_at == row.as_at}))


def the_drift(files: WexmouthFiles, row: DriftRow, child: str) -> Drift:
    """The one finding of the row's rule that it speaks of."""
    every = files.drifts(child, row.as_at, row.rule, _together(row))
    found = [one for one in every if not row.detail or one.detail == row.detail]
    assert len(found) == 1, f"{len(found)} findings of {row.rule}: {every}"
    return found[0]


def _own(one: Drift, day: date) -> int | None:
    return one.count


def _months(one: Drift, day: date) -> int | None:
    assert one.count is not None
    assert one.since is not None
    return one.count if Months(one.count).after(one.since) == one.due_on else None


COUNTS: Mapping[str, Callable[[Drift, date], int | None]] = {
    "working days left": _own,
    "working days late": lambda one, day: None if one.count is None else -one.count,
    "working days since strategy": _own,
    "days left": lambda one, day: None if one.due_on is None else (one.due_on - day).days,
    "months on a plan": _months,
    "reviews": _own,
    "starts": _own,
    "changes in 12 months": _own,
    "times missing in 30 days": _own,
}
"""How each count of a row comes from the finding."""


@pytest.mark.parametrize(("row", "child"), CASES)
def test_the_drift_stands_as_the_story_has_it(files: WexmouthFiles, row: DriftRow, child: str) -> None:
    one = the_drift(files, row, child)
    assert (one.state, as_text(one.met_on)) == (row.state, row.met)
    assert as_text(one.due_on) == row.due
    assert not row.started or as_text(one.since) == row.started[:10]
    if row.count and row.count[1] in COUNTS:
        assert COUNTS[row.count[1]](one, parse_moment(row.as_at).date()) == row.count[0]
    assert as_text(one.paused_until) == row.paused
    assert one.nags == (one.stands and one.on_monday and not row.paused)
    assert one.what_would_close_it


def test_five_notes_over_fifty_six_days_ask_a_manager_to_look(files: WexmouthFiles) -> None:
    (row,) = (row for row in DRIFTING if row.id == "S2-09")
    one = the_drift(files, row, row.child)
    notes = Sight(files=files, forename=row.child, as_at=row.as_at).of(Note)
    days = sorted(note.on for note in notes if note.kind == "concern" and note.on)
    assert one.count == len(days) == 5
    assert row.count == ((days[-1] - days[0]).days, "days")
    assert "over 56 days" in one.words


def test_every_count_of_a_drift_row_is_tested() -> None:
    other = [row.id for row in DRIFTING if row.count and row.count[1] not in COUNTS]
    assert other == ["S2-09"]
