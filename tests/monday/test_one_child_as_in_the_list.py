"""One child's Monday lines are the same from the engine for one child as from the sweep of all."""

import pytest

from holdfast.dates import parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.monday_of_one import lines_of_child
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns, every_child
from holdfast.wexmouth.council import council_columns, told_number


@pytest.fixture(scope="module")
def columns() -> Columns:
    return council_columns(told_number() + 85, 3)


@pytest.mark.parametrize("moment", ["2026-06-01T08:30", "2026-02-16", "2025-11-03T12:00"])
def test_every_childs_lines_are_those_of_the_sweep(columns: Columns, moment: str) -> None:
    as_at = parse_moment(moment)
    swept = monday_lines(columns, as_at)
    alone = {one.id: lines_of_child(Standing(one, as_at)) for one in every_child(columns)}
    assert {child: lines for child, lines in alone.items() if lines} == swept
    assert len(swept) >= 5
