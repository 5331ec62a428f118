"""On any record, the figure is what the list behind it says; and every measure's words and sums belong together."""

from collections import Counter
from datetime import date
from itertools import pairwise
from random import Random

import pytest

from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.columns.monthly import measure
from holdfast.measures.columns.sums import SUMS
from holdfast.measures.measure import Measure, MonthFigure
from holdfast.measures.register import BY_CODE, MEASURES
from holdfast.record.child import Held
from holdfast.record.columns import Columns
from holdfast.record.in_care import CareReview
from tests.invented_records import invented

FIRST, LAST = date(2025, 9, 1), date(2026, 2, 28)
CODES = [one.code for one in MEASURES]


def figures(one: Measure, seed: int, *, whole: bool = True) -> list[MonthFigure]:
    return measure(one, invented(Random(seed), children=25, whole=whole), FIRST, LAST)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("seed", range(3))
def test_the_list_behind_a_figure_has_as_many_yes_no_and_cannot_say_as_the_figure(code: str, seed: int) -> None:
    found = figures(BY_CODE[code], seed, whole=seed < 2)
    for one in found:
        answers = Counter(entry.answer for entry in one.list)
        assert answers["yes"] == one.numerator
        assert answers["cannot_say"] == one.cannot_say
        if one.missing is None and one.denominator is not None:
            assert answers["yes"] + answers["no"] == one.denominator
        else:
            assert answers["no"] == 0
        assert all(entry.why for entry in one.list if entry.answer == "cannot_say")
    assert seed != 0 or any(one.list for one in found), "the invented records give it something to count"


@pytest.mark.parametrize("seed", range(3))
def test_shares_of_the_visits_add_up_and_a_child_counts_once_in_each(seed: int) -> None:
    for one in figures(BY_CODE["visits-on-time"], seed):
        assert sum(part.numerator for part in one.parts) == one.numerator
        assert sum(part.denominator or 0 for part in one.parts) == one.denominator
        assert max(Counter((entry.child, (entry.duty or "")[:3]) for entry in one.list).values(), default=1) == 1


@pytest.mark.parametrize("seed", range(3))
def test_what_is_open_is_what_was_open_with_what_came_in_and_without_what_went(seed: int) -> None:
    for before, after in pairwise(figures(BY_CODE["open-temporary-approvals"], seed)):
        moved = {part.words: part.numerator for part in after.parts}
        assert after.numerator == before.numerator + moved["came in"] - moved["approved"] - moved["ended"]
        assert moved["past their time"] <= after.numerator


@pytest.mark.parametrize("code", CODES)
def test_the_order_of_rows_changes_no_figure_and_no_list(code: str) -> None:
    columns = invented(Random(3), children=12, whole=True)
    shuffled = Columns(
        frames={noun: frame.sample(fraction=1, shuffle=True, seed=5) for noun, frame in columns.frames.items()},
        held=columns.held,
    )
    one, other = (measure(BY_CODE[code], some, FIRST, LAST) for some in (columns, shuffled))
    assert one == other
    assert [figure.list for figure in one] == [figure.list for figure in other]


def test_there_are_ten_measures_each_with_a_sum_and_each_limit_is_a_dutys() -> None:
    assert len(MEASURES) == 10
    assert set(SUMS) == set(BY_CODE)
    assert [code for one in MEASURES for code in one.duties if code not in DUTIES] == []


def test_england_is_beside_a_measure_only_where_the_definition_is_the_departments() -> None:
    with_england = [one for one in MEASURES if one.england is not None]
    assert len(with_england) == 4
    assert {one.definition for one in with_england} == {"the department's"}
    assert all(one.england.year in one.england_words for one in with_england if one.england)


@pytest.mark.parametrize("code", [one.code for one in MEASURES if one.needs])
def test_an_extract_without_the_tables_cannot_say_and_names_them(code: str) -> None:
    columns = Columns(frames={}, held=Held(fields={}))
    for one in measure(BY_CODE[code], columns, FIRST, LAST):
        assert one.figure is None
        assert one.list == ()
        assert BY_CODE[code].needs[0].noun.table in (one.missing or "")


def test_a_history_of_which_only_the_latest_is_given_cannot_say() -> None:
    whole = invented(Random(1), whole=True)
    latest = Columns(frames=whole.frames, held=Held(fields=whole.held.fields, latest_only=frozenset({CareReview})))
    found = measure(BY_CODE["reviews-on-time"], latest, FIRST, LAST)
    assert all("not only the latest" in (one.missing or "") for one in found)


def test_a_month_before_the_rows_of_an_extract_begin_cannot_say() -> None:
    whole = invented(Random(1), whole=True)
    held = Held(fields=whole.held.fields, known_from={CareReview: date(2025, 12, 1)})
    found = measure(BY_CODE["reviews-on-time"], Columns(frames=whole.frames, held=held), FIRST, LAST)
    assert [one.missing is None for one in found] == [False, False, False, True, True, True]


def test_a_month_that_goes_on_after_the_rows_of_an_extract_end_cannot_say() -> None:
    whole = invented(Random(1), whole=True)
    for ends, told in ((date(2025, 12, 31), 4), (date(2025, 12, 30), 3)):
        held = Held(fields=whole.held.fields, known_until={CareReview: ends})
        found = measure(BY_CODE["reviews-on-time"], Columns(frames=whole.frames, held=held), FIRST, LAST)
        known = [one.last_day <= ends for one in found]
        assert [one.missing is None for one in found] == known
        assert sum(known) == told
        assert all(one.missing is None or "where those of this extract end" in one.missing for one in found)
