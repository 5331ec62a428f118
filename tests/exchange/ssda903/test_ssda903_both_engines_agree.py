"""Where an extract begins after a child came into care, both engines still give the same answers."""

from dataclasses import astuple, replace
from datetime import date
from random import Random

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.register import ALL
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import every_child
from holdfast.record.in_care import CareReview
from tests.invented_records import invented

MOMENT = end_of(date(2026, 6, 1))
DUTIES = [one for one in ALL if one.code.startswith(("cla-", "ad-"))]


def _key(clock: Clock) -> tuple[str, ...]:
    return tuple(str(value) for value in astuple(clock))


@pytest.mark.parametrize("seed", range(40))
def test_one_child_and_all_at_once_agree_when_earlier_reviews_are_not_known(seed: int) -> None:
    columns = invented(Random(seed), whole=True)
    held = replace(columns.held, known_from={CareReview: date(2024 + seed % 2, 4, 1)})
    columns = replace(columns, held=held)
    together = sorted(map(_key, clocks_from(sweep(columns, MOMENT, DUTIES))))
    alone = sorted(
        _key(clock)
        for child in every_child(columns)
        for asked in DUTIES
        for clock in clocks_of(asked, Standing(child, MOMENT), WEXMOUTH)
    )
    assert together == alone
