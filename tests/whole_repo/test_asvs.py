"""The register of the security standard: no blank row, nothing met without a test, and everything it names is there."""

import ast
import json
from functools import cache

import pytest

from docs.asvs import CHAPTERS, EVERY, NotARow, Row, register, rows_of
from tests.whole_repo.tree import ROOT

FEWEST = 40


@cache
def named_in(path: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def dead_ends(row: Row) -> list[str]:
    """What a row names that is not there: a file, or a test in a file."""
    found = []
    for one in row.shown:
        path, _, test = one.partition("::")
        if not (ROOT / path).is_file() or (test and test not in named_in(path)):
            found.append(f"{row.number} names {one}, which is not there.")
    return found


def test_everything_that_the_register_names_is_there() -> None:
    assert [words for row in register() for words in dead_ends(row)] == []


@pytest.mark.parametrize(
    "named", ["tests/gone/test_x.py::test_y", "tests/whole_repo/test_asvs.py::test_of_nothing", "holdfast/gone.py"]
)
def test_a_planted_dead_end_turns_the_guard_red(named: str) -> None:
    assert dead_ends(Row(number="1.1.1", level=1, asks="It", state="met", why="So", shown=(named,)))


def test_the_register_has_rows_of_every_chapter_that_matters_and_no_more_than_the_standard() -> None:
    rows = register()
    assert FEWEST <= len(rows) <= sum(EVERY.values()) == 345
    assert {1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 16} <= {one.order[0] for one in rows} <= set(CHAPTERS)
    assert {one.state for one in rows} == {"met", "partly", "not yet", "does not apply"}


ROW = {"number": "1.2.4", "level": 1, "asks": "It is safe", "state": "not yet", "why": "Nobody looked."}


def toml(**other: object) -> str:
    """One row as the register writes it."""
    whole = {name: said for name, said in {**ROW, **other}.items() if said is not None}
    lines = (f"{name} = {json.dumps(said)}\n" for name, said in whole.items())
    return "[[row]]\n" + "".join(lines)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"why": None}, "needs a number, level, asks, state and why"),
        ({"colour": "red"}, "nothing else"),
        ({"why": " "}, "is blank"),
        ({"asks": ""}, "is blank"),
        ({"number": "V1.2.4"}, "has a number that the standard has not"),
        ({"number": "18.1.1"}, "has a number that the standard has not"),
        ({"level": 4}, "has the level 4"),
        ({"state": "nearly"}, "is 'nearly'"),
        ({"state": "met"}, "is met and no test shows it"),
        ({"state": "met", "shown": ["holdfast/web/settings.py"]}, "is met and no test shows it"),
    ],
)
def test_a_row_that_does_not_hold_together_is_refused_in_a_sentence(other: dict[str, object], sentence: str) -> None:
    with pytest.raises(NotARow, match=sentence):
        rows_of(toml(**other))


def test_a_row_that_holds_together_is_taken() -> None:
    assert len(rows_of(toml())) == 1
    assert len(rows_of(toml(state="met", shown=["tests/web/test_access.py::test_x"]))) == 1


@pytest.mark.parametrize("second", ["1.2.4", "1.2.3", "1.1.9"])
def test_rows_stand_once_and_in_the_order_of_their_numbers(second: str) -> None:
    with pytest.raises(NotARow, match="Put each number once"):
        rows_of(toml() + toml(number=second))
    assert len(rows_of(toml() + toml(number="1.2.10"))) == 2
