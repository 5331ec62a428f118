"""Who stood late at each month's end: the same by both engines, and the same as the Monday list of that moment."""

import pytest

from holdfast.dates import end_of, parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.settings import WEXMOUTH
from holdfast.measures.columns.stood import stood
from holdfast.measures.stood import stood_of
from holdfast.record.columns import Columns, every_child
from holdfast.wexmouth.council import council_columns

CODES = ("cla-reg24-approval", "cin-visit", "no-change-twice", "unanswered-escalation", "fd-rereferral-flag")
MOMENTS = tuple(end_of(parse_moment(day).date()) for day in ("2026-02-28", "2026-04-30", "2026-05-31"))


@pytest.fixture(scope="module")
def columns() -> Columns:
    return council_columns(250, seed=1)


def test_both_engines_say_who_stood_late_at_each_moment(columns: Columns) -> None:
    by_column = stood(columns, MOMENTS, CODES, WEXMOUTH)
    by_child = {one.id: stood_of(one, MOMENTS, CODES, WEXMOUTH) for one in every_child(columns)}
    assert len(by_column) > 3
    assert {child: some for child, some in by_child.items() if some} == by_column


def test_who_stood_late_then_is_who_is_on_the_monday_list_of_that_moment(columns: Columns) -> None:
    found = stood(columns, MOMENTS, CODES, WEXMOUTH)
    for number, moment in enumerate(MOMENTS):
        then = {child: some[number] for child, some in found.items() if some[number]}
        lines = monday_lines(columns, moment)
        listed = {child: {one.code for one in some} & set(CODES) for child, some in lines.items()}
        assert {child: some for child, some in listed.items() if some} == then


def test_a_mark_that_nobody_can_be_late_for_never_stands(columns: Columns) -> None:
    assert stood(columns, MOMENTS, ("fd-rereferral-flag",), WEXMOUTH) == {}
