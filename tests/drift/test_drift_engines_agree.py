"""One rule, two engines: for any record, one child's drift and the sweep's are the same."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from datetime import date, datetime
from random import Random

import pytest

from holdfast.dates import Days, end_of, parse_moment
from holdfast.duties.drift.columns import drift_frame, drift_sweep
from holdfast.duties.drift.columns.findings import FINDING_COLUMNS
from holdfast.duties.drift.columns.register import TWINS
from holdfast.duties.drift.one import drifts_of, unanswerable
from holdfast.duties.drift.register import RULES
from holdfast.duties.drift.rule import FINDING_FIELDS, Drift, Finding
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns, every_child
from tests.drift.crowded_records import FIRST, crowded
from tests.invented_records import invented

MOMENTS = (end_of(date(2026, 6, 1)), parse_moment("2025-03-30T01:30"), end_of(date(2024, 9, 1)))
SEEDS = range(45)


def _day_of(seed: int) -> date:
    return Days(seed * 37 % 460).after(FIRST)


def _differences(swept: Sequence[Drift], alone: Sequence[Drift]) -> tuple[list[Drift], list[Drift]]:
    """The first lines that only one of the two engines gives."""
    return [one for one in swept if one not in set(alone)][:2], [one for one in alone if one not in set(swept)][:2]


def _both(columns: Columns, moment: datetime) -> tuple[list[Drift], list[Drift]]:
    swept, _ = drift_sweep(columns, moment)
    return swept, [one for child in every_child(columns) for one in drifts_of(Standing(child, moment))]


@pytest.mark.parametrize("seed", SEEDS)
def test_one_child_at_a_time_and_all_at_once_give_the_same_drift(seed: int) -> None:
    swept, alone = _both(invented(Random(seed), whole=seed % 3 == 0), MOMENTS[seed % len(MOMENTS)])
    assert _differences(swept, alone) == ([], [])
    assert swept == alone


@pytest.mark.parametrize("seed", SEEDS)
def test_both_engines_agree_where_many_facts_lie_close_together(seed: int) -> None:
    swept, alone = _both(crowded(Random(seed)), end_of(_day_of(seed)))
    assert _differences(swept, alone) == ([], [])
    assert swept == alone


def test_the_crowded_records_reach_every_rule_every_state_and_a_pause() -> None:
    reached = [one for seed in range(12) for one in drift_sweep(crowded(Random(seed), 40), end_of(_day_of(seed)))[0]]
    assert {one.code for one in reached} >= {rule.code for rule in RULES} - {"protection-plan-long"}
    assert {(one.code, one.state) for one in reached} >= {("protection-plan-long", "running")}
    assert {one.state for one in reached} == {"running", "raised", "overdue", "met", "met_late", "ended"}
    assert any(one.paused_until for one in reached)


@pytest.mark.parametrize("seed", range(10))
def test_any_division_of_the_children_swept_apart_gives_the_same_drift(seed: int) -> None:
    random = Random(seed)
    columns, moment = crowded(random, children=8), end_of(_day_of(seed))
    parts: dict[int, list[str]] = {}
    for child in columns.children():
        parts.setdefault(random.randrange(3), []).append(child)
    whole, _ = drift_sweep(columns, moment)
    apart = [one for part in parts.values() for one in drift_sweep(columns.only(part), moment)[0]]
    assert sorted(map(str, whole)) == sorted(map(str, apart))


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_rows_in_the_files_changes_nothing_in_the_drift(seed: int) -> None:
    columns, moment = crowded(Random(seed)), end_of(_day_of(seed))
    shuffled = Columns(
        frames={noun: frame.sample(fraction=1, shuffle=True, seed=seed) for noun, frame in columns.frames.items()},
        held=columns.held,
    )
    first, again = _both(columns, moment), _both(shuffled, moment)
    assert first == again


def test_the_frame_has_the_fields_of_a_finding_and_a_row_for_each_line() -> None:
    columns, moment = crowded(Random(3)), end_of(_day_of(3))
    frame, (swept, _) = drift_frame(columns, moment), drift_sweep(columns, moment)
    assert tuple(frame.columns) == ("code", *FINDING_FIELDS)
    assert tuple(FINDING_COLUMNS) == FINDING_FIELDS == tuple(one.name for one in fields(Finding))
    assert swept
    assert [(row["child"], row["code"], row["since"]) for row in frame.iter_rows(named=True)] == [
        (one.child, one.code, one.since) for one in swept
    ]


def test_every_rule_has_a_column_twin_and_no_twin_is_without_a_rule() -> None:
    assert set(TWINS) == {rule.code for rule in RULES}


@pytest.mark.parametrize("seed", range(20))
def test_what_an_extract_cannot_say_is_the_same_for_one_child_and_for_all(seed: int) -> None:
    columns = invented(Random(seed))
    _, silent = drift_sweep(columns, MOMENTS[0])
    assert silent == unanswerable(columns.held)
    assert {one.code for one in silent}.isdisjoint({one.code for one in drift_sweep(columns, MOMENTS[0])[0]})


def test_a_rule_is_told_when_it_is_done() -> None:
    told: list[str] = []
    drift_sweep(crowded(Random(1)), MOMENTS[0], tick=told.append)
    assert told == [rule.code for rule in RULES]


def test_a_line_is_never_given_twice() -> None:
    for seed in range(3):
        swept, _ = drift_sweep(crowded(Random(seed), 40), end_of(_day_of(seed)))
        assert len(swept) == len({astuple(one) for one in swept})
