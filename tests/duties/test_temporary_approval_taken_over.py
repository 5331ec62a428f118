"""A relative's first sixteen weeks, once an extension has taken over: they ended, and were neither met nor late."""

from datetime import date

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import clocks_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.in_care import TemporaryApproval

TERM = BY_CODE["cla-reg24-approval"]
PLACED = date(2025, 12, 8)  # sixteen weeks end on 30 March 2026


def states(as_at: date, **more: date) -> list[str]:
    columns = columns_from([TemporaryApproval(child="1", id="T", started_on=PLACED, **more)])
    alone = [one.state for one in clocks_of(TERM, Standing(columns.child("1"), end_of(as_at)), WEXMOUTH)]
    assert sweep(columns, end_of(as_at), [TERM])["state"].to_list() == alone
    return alone


def test_a_term_that_was_extended_has_ended_even_after_full_approval_came() -> None:
    assert states(date(2026, 6, 1), extended_on=date(2026, 3, 27), approved_on=date(2026, 5, 22)) == ["ended"]


def test_full_approval_within_the_term_meets_it() -> None:
    assert states(date(2026, 6, 1), approved_on=date(2026, 3, 30)) == ["met"]


def test_full_approval_the_day_after_a_term_that_nobody_extended_is_late() -> None:
    assert states(date(2026, 6, 1), approved_on=date(2026, 3, 31)) == ["met_late"]


@pytest.mark.parametrize(("day", "state"), [(date(2026, 3, 30), "due_soon"), (date(2026, 3, 31), "ended")])
def test_the_extension_takes_over_the_day_after_the_term(day: date, state: str) -> None:
    assert states(day, extended_on=date(2026, 3, 27)) == [state]
