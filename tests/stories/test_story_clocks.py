"""Every row of the stories about a clock, as a test that reads Wexmouth's exported files."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from holdfast.dates import Weeks, parse_moment, working_days_between
from holdfast.duties.clock import Clock
from holdfast.duties.settings import WEXMOUTH, Settings
from tests.stories.every_row import ROWS
from tests.stories.story_row import AskedRow, as_text
from tests.stories.wexmouth_files import NO_WARNING, WexmouthFiles

ASKED = tuple(row for row in ROWS if isinstance(row, AskedRow))
CASES = [pytest.param(row, child, id=row.case(child)) for row in ASKED for child in row.children]
CARRIED_ON = [
    pytest.param(row, child, id=f"{row.id} {child}: {row.what}, {row.wexmouth} in Wexmouth")
    for row in ASKED
    for child in row.children
    if row.wexmouth
]


def _together(row: AskedRow, without: tuple[str, ...]) -> tuple[str, ...]:
    """Every duty that a row asks about at this moment of these files, so that one sweep answers them all."""
    return tuple(sorted({row.duty} | {one.duty for one in ASKED if (one.as_at, one.without) == (row.as_at, without)}))


def the_clock(
    files: WexmouthFiles, row: AskedRow, child: str, settings: Settings, *, whole: bool = False
) -> Clock:  # fmt: skip
    """The one clock that started as the row says; ``whole`` asks the files with nothing withheld."""
    without = () if whole else row.without
    every = files.clocks(child, row.as_at, row.duty, settings, without, _together(row, without))
    found = [one for one in every if row.started in (as_text(one.started_on), as_text(one.started_at))]
    assert len(found) == 1, f"{len(found)} clocks of {row.duty} started on {row.started}: {every}"
    return found[0]


def _since_start(clock: Clock, day: date) -> int:
    return (day - clock.started_on).days


def _until_met(clock: Clock, day: date) -> int:
    assert clock.met_on is not None
    return (clock.met_on - clock.started_on).days


def _left(unit: str) -> Callable[[Clock, date], int | None]:
    return lambda clock, day: clock.days if clock.unit == unit else None


def _late(unit: str) -> Callable[[Clock, date], int | None]:
    return lambda clock, day: -clock.days if clock.unit == unit and clock.days is not None else None


def _weeks_since_start(clock: Clock, day: date) -> int | None:
    weeks = _since_start(clock, day) // 7
    return weeks if Weeks(weeks).after(clock.started_on) == day else None


COUNTS: Mapping[str, Callable[[Clock, date], int | None]] = {
    "working days left": _left("working days"),
    "days left": _left("days"),
    "hours left": _left("hours"),
    "days before the end": _left("days"),
    "working days late": _late("working days"),
    "days late": _late("days"),
    "hours late": _late("hours"),
    "days past the benchmark": _late("days"),
    "days since approval ended": _late("days"),
    "working days used": lambda clock, day: working_days_between(clock.started_on, clock.met_on or day),
    "days used": _until_met,
    "days after the stay began": _until_met,
    "days from first meeting": _until_met,
    "days from order": _until_met,
    "working days since strategy": lambda clock, day: working_days_between(clock.started_on, day),
    "working days since opened": lambda clock, day: working_days_between(clock.started_on, day),
    "days": _since_start,
    "days since last referral": _since_start,
    "days since placement": _since_start,
    "days since supervision": _since_start,
    "days on a plan": _since_start,
    "days in this home": _since_start,
    "weeks since placement": _weeks_since_start,
}
"""How each count of a row comes from the clock; None where the clock counts in another unit."""


@pytest.mark.parametrize(("row", "child"), CASES)
def test_the_clock_stands_as_the_story_has_it(files: WexmouthFiles, row: AskedRow, child: str) -> None:
    day = parse_moment(row.as_at).date()
    clock = the_clock(files, row, child, NO_WARNING)
    due = {"due_at": as_text(clock.due_at)} if row.due_at else {"due": as_text(clock.due_on)}
    told = {"state": clock.state, "met": as_text(clock.met_on)} | due
    unwarned = "running" if row.state in ("due_soon", "raised") else row.state
    assert told == {"state": unwarned, "met": row.met} | {name: getattr(row, name) for name in due}
    if row.state == "raised":
        assert clock.due_on is None or clock.due_on <= day, "the mark is not reached yet"
    if row.count:
        assert COUNTS[row.count[1]](clock, day) == row.count[0]


@pytest.mark.parametrize(("row", "child"), CASES)
def test_wexmouth_with_its_early_warnings_shows_it_so(files: WexmouthFiles, row: AskedRow, child: str) -> None:
    shown = row.shown or ("running" if row.state == "raised" else row.state)
    assert the_clock(files, row, child, WEXMOUTH).state == shown


@pytest.mark.parametrize(
    ("row", "child"),
    [case for case in CASES if isinstance(case.values[0], AskedRow) and case.values[0].state == "cannot_say"],
)
def test_what_cannot_be_said_names_what_would_cure_it(files: WexmouthFiles, row: AskedRow, child: str) -> None:
    clock = the_clock(files, row, child, WEXMOUTH)
    assert row.cures
    assert clock.missing is not None
    assert [cure for cure in row.cures if cure not in clock.missing] == []
    assert (clock.met_on, clock.days) == (None, None)


@pytest.mark.parametrize(("row", "child"), CARRIED_ON)
def test_wexmouths_own_files_carry_the_record_on(files: WexmouthFiles, row: AskedRow, child: str) -> None:
    assert the_clock(files, row, child, WEXMOUTH, whole=True).state == row.wexmouth
