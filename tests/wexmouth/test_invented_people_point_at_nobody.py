"""Numbers that belong to nobody, postcodes that are nowhere, ids that are texts."""

import polars as pl
import pytest

from holdfast.record.columns import Columns
from holdfast.record.in_care import Placement
from holdfast.record.people import Person, Professional
from holdfast.wexmouth.crowd.identity import nhs_number, unique_pupil_number

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _valid_nhs_number(said: str) -> bool:
    """The public rule: ten digits, the last the remainder of eleven of the others, weighed ten to two."""
    digits = [int(one) for one in said]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and digits[9] == (0 if check == 11 else check)


def _valid_pupil_number(said: str) -> bool:
    """The public rule: a letter and twelve figures, the letter by the remainder of twenty-three."""
    total = sum(int(digit) * weight for digit, weight in zip(said[1:], range(2, 14), strict=True))
    return said[0] == LETTERS[total % 23]


def test_the_rule_for_an_nhs_number_knows_right_from_wrong() -> None:
    assert _valid_nhs_number("9434765919")  # the worked example of the public rule
    assert not _valid_nhs_number("9434765918")


@pytest.mark.parametrize("number", [0, 1, 7, 83, 1000, 99_999, 499_999])
def test_an_nhs_number_is_valid_and_of_the_range_kept_for_tests(number: int) -> None:
    assert nhs_number(number).startswith("999")
    assert _valid_nhs_number(nhs_number(number))


@pytest.mark.parametrize("number", [0, 1, 999, 1000, 250_000])
def test_a_pupil_number_is_valid_and_of_no_authority(number: int) -> None:
    said = unique_pupil_number(number, 2019)
    assert _valid_pupil_number(said)
    assert said[1:4] == "999"
    assert len(said) == 13


def test_every_child_has_a_number_of_her_own(council: Columns) -> None:
    people = council.of(Person)
    for name in ("nhs_number", "upn"):
        said = people.get_column(name).drop_nulls()
        assert said.n_unique() == said.len()
    assert all(_valid_nhs_number(one) and one.startswith("999") for one in people["nhs_number"])
    assert all(_valid_pupil_number(one) and one[1:4] == "999" for one in people["upn"].drop_nulls())


def test_who_has_no_pupil_number_says_why(council: Columns) -> None:
    silent = council.of(Person).filter(pl.col("upn").is_null() & pl.col("upn_unknown").is_null())
    assert silent.height == 0


def test_every_home_is_nowhere(council: Columns) -> None:
    assert set(council.of(Placement)["postcode"]) == {"ZZ99 3CZ"}


def test_ids_are_texts_that_no_spreadsheet_takes_for_numbers(council: Columns) -> None:
    assert all(one.startswith("WX-") for one in council.of(Person)["child"])
    assert all(one.startswith("WX-") for one in council.of(Professional)["child"])


def test_every_worker_named_on_a_record_is_on_the_list_of_workers(council: Columns) -> None:
    known = set(council.of(Professional)["child"])
    for noun, frame in council.frames.items():
        for name in ("professional", "worker", "adviser", "decided_by"):
            if name in frame.columns:
                assert set(frame[name].drop_nulls()) <= known, (noun, name)
