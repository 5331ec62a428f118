"""The rows are all of the stories' table, each once, and agree with it but where a reason is given."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE
from tests.stories.every_row import DIFFERENCES, NOT_YET, ROWS
from tests.stories.story_row import AskedRow, DriftRow, RecordRow, Row

FACT = {"as_at": "as_at", "started_on": "started", "due_on": "due", "due_at": "due_at", "met_on": "met"}
"""The table's columns and our names for them."""


@pytest.fixture(scope="module")
def table(samples: Callable[[str], Path]) -> dict[str, dict[str, str]]:
    """The stories' own table by id, where it is present beside the samples."""
    path = samples(".").resolve().parent / "product" / "story_facts.csv"
    if not path.is_file():
        pytest.skip("the stories' table is not here")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def _code(row: Row) -> str:
    """What answers the row, as the table would name it."""
    if isinstance(row, AskedRow):
        return row.duty
    if isinstance(row, DriftRow) and not row.name.startswith("drift:"):
        return row.rule
    if isinstance(row, RecordRow) and not row.name.startswith("record:"):
        return "the record"
    return row.name


def differing(row: Row, told: dict[str, str]) -> Iterator[str]:
    """The columns in which a row is not what the table has."""
    ours = {theirs: getattr(row, name) for theirs, name in FACT.items()}
    ours |= {"duty": _code(row), "state": row.state, "child": row.child, "story": row.id.partition("-")[0][1:]}
    ours |= {"count": str(row.count[0]) if row.count else "", "unit": row.count[1] if row.count else ""}
    yield from (name for name, value in ours.items() if value != told[name])


def test_every_row_of_the_table_is_a_test_or_waits_with_a_reason(table: dict[str, dict[str, str]]) -> None:
    assert set(table) == {row.id for row in ROWS} | set(NOT_YET)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS])
def test_a_row_is_the_tables_own_but_where_a_reason_is_given(table: dict[str, dict[str, str]], row: Row) -> None:
    allowed, _ = DIFFERENCES.get(row.id, (frozenset(), ""))
    assert frozenset(differing(row, table[row.id])) == allowed


def test_what_waits_is_what_the_table_asks(table: dict[str, dict[str, str]]) -> None:
    assert {id: one.name for id, one in NOT_YET.items()} == {id: table[id]["duty"] for id in NOT_YET}


def test_no_row_stands_twice_and_none_is_left_out_between_two() -> None:
    ids = [*(row.id for row in ROWS), *NOT_YET]
    assert len(ids) == len(set(ids))
    by_story: dict[str, list[int]] = {}
    for id in ids:
        story, _, number = id.partition("-")
        by_story.setdefault(story, []).append(int(number))
    assert sorted(by_story) == sorted(f"S{number}" for number in range(1, 16))
    assert {story: sorted(some) for story, some in by_story.items()} == {
        story: list(range(1, len(some) + 1)) for story, some in by_story.items()
    }


def test_a_row_that_waits_is_answered_by_nothing_here() -> None:
    assert [
        one.name for one in NOT_YET.values() if one.name in BY_CODE or one.name.removeprefix("drift:") in RULES
    ] == []


def test_every_reason_to_wait_says_what_is_needed() -> None:
    assert [id for id, one in NOT_YET.items() if not one.reason.startswith("needs ")] == []


def test_every_difference_is_of_a_row_and_has_a_reason() -> None:
    assert set(DIFFERENCES) <= {row.id for row in ROWS}
    assert [id for id, (columns, reason) in DIFFERENCES.items() if not columns or not reason] == []
