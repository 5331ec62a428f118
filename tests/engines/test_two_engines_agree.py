"""One definition, two engines: for any record, one child's answers and the sweep's are the same."""

from dataclasses import astuple, fields
from datetime import date
from random import Random

import pytest

from holdfast.dates import end_of, parse_moment
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.owner import Owner, owner_of
from holdfast.duties.register import ALL
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import every_child
from tests.invented_records import invented

MOMENTS = (end_of(date(2026, 6, 1)), parse_moment("2025-03-30T01:30"), end_of(date(2024, 9, 1)))
SEEDS = range(60)


def _key(clock: Clock) -> tuple[str, ...]:
    return tuple(str(value) for value in astuple(clock))


@pytest.mark.parametrize("seed", SEEDS)
def test_one_child_at_a_time_and_all_at_once_give_the_same_clocks(seed: int) -> None:
    columns = invented(Random(seed), whole=seed % 3 == 0)
    moment = MOMENTS[seed % len(MOMENTS)]
    swept = sorted(map(_key, clocks_from(sweep(columns, moment, ALL))))
    alone = sorted(
        _key(clock)
        for child in every_child(columns)
        for asked in ALL
        for clock in clocks_of(asked, Standing(child, moment), WEXMOUTH)
    )
    names = [one.name for one in fields(Clock)]
    only_swept = [dict(zip(names, one, strict=True)) for one in swept if one not in set(alone)]
    only_alone = [dict(zip(names, one, strict=True)) for one in alone if one not in set(swept)]
    assert (only_swept[:2], only_alone[:2]) == ([], [])
    assert len(swept) == len(alone)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_engines_name_the_same_worker_and_team(seed: int) -> None:
    columns, moment = invented(Random(seed)), MOMENTS[0]
    found = owners_of(StandingColumns(columns, moment))
    swept = {row["child"]: Owner(worker=row["worker"], team=row["team"]) for row in found.iter_rows(named=True)}
    for child in every_child(columns):
        assert swept.get(child.id, Owner()) == owner_of(Standing(child, moment))


def test_the_invented_records_reach_every_state_and_nearly_every_duty() -> None:
    reached: set[tuple[str, str]] = set()
    for seed in range(14):
        swept = sweep(invented(Random(seed), children=6, whole=True), MOMENTS[0], ALL)
        reached |= set(swept.select("duty", "state").unique().iter_rows())
    assert {state for _, state in reached} >= {"running", "due_soon", "overdue", "met", "met_late", "ended"}
    assert {one.code for one in ALL} - {duty for duty, _ in reached} == set()


@pytest.mark.parametrize("seed", range(20))
def test_any_division_of_the_children_swept_apart_gives_the_same_answer(seed: int) -> None:
    random = Random(seed)
    columns = invented(random, children=8)
    children = columns.children()
    parts: dict[int, list[str]] = {}
    for child in children:
        parts.setdefault(random.randrange(3), []).append(child)
    whole = sorted(map(_key, clocks_from(sweep(columns, MOMENTS[0], ALL))))
    apart = sorted(
        _key(clock) for part in parts.values() for clock in clocks_from(sweep(columns.only(part), MOMENTS[0], ALL))
    )
    assert whole == apart


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_rows_in_the_files_changes_nothing(seed: int) -> None:
    columns = invented(Random(seed))
    shuffled = type(columns)(
        frames={noun: frame.sample(fraction=1, shuffle=True, seed=seed) for noun, frame in columns.frames.items()},
        held=columns.held,
    )
    first = sorted(map(_key, clocks_from(sweep(columns, MOMENTS[0], ALL))))
    assert first == sorted(map(_key, clocks_from(sweep(shuffled, MOMENTS[0], ALL))))


@pytest.mark.parametrize("seed", range(10))
def test_a_start_never_appears_twice_for_one_child_and_duty(seed: int) -> None:
    swept = sweep(invented(Random(seed), children=6), MOMENTS[0], ALL)
    key = swept.select("child", "duty", "started_on", "due_at")
    assert key.is_duplicated().sum() == 0
