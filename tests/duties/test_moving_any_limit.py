"""The examples have teeth: any limit, made one longer or one shorter, breaks an example of its own duty.

`make prove` tries every way of every duty in both engines. The ordinary run tries each with the engine for one
child, and a few with the other.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from holdfast.dates import NoNumber
from holdfast.duties.duty import Asked, Way
from holdfast.duties.register import ALL, BY_CODE
from tests.duties.claims import broken
from tests.duties.every_example import EXAMPLES, SHOWN_ELSEWHERE
from tests.duties.examples import ENGINES, Engine
from tests.duties.examples_timed import TIMED, broken_in_hours


def counted(way: Way) -> bool:
    """True where the limit's number decides the due day."""
    return way.due is None and way.cannot is None and not isinstance(way.limit, NoNumber)


def moved(asked: Asked, number: int, by: int) -> Asked:
    """The same duty with one way's limit longer or shorter."""
    ways = list(asked.ways)
    ways[number] = replace(ways[number], limit=ways[number].limit.resized(ways[number].limit.number + by))
    return replace(asked, ways=tuple(ways))


def broken_names(asked: Asked, engine: Engine) -> Iterator[str]:
    """The examples of this duty that do not hold."""
    for example in EXAMPLES:
        if example.code == asked.code and any(broken(example, engine, asked)):
            yield example.name
    for timed in TIMED:
        if timed.code == asked.code and any(broken_in_hours(timed, engine, asked)):
            yield timed.name


MOVES = [
    pytest.param(asked.code, number, by, id=f"{asked.code} way {number} {by:+d}")
    for asked in ALL
    for number, way in enumerate(asked.ways)
    for by in (1, -1)
    if counted(way) and (asked.code, number) not in SHOWN_ELSEWHERE
]

WITHOUT_A_NUMBER = {
    ("fd-rereferral-flag", 0): "a look back, without a due day",
    ("cp-repeat-plan-flag", 0): "a look back, without a due day",
    ("ct-26wk", 1): "the court's own day",
    ("cla-placement-notify", 1): "the planned day of the move",
    ("cla-ooa-approval", 0): "the planned day of the move",
    ("cla-review-1", 1): "no day can be told",
    ("cla-reg25-extension", 1): "no day can be told",
    ("cla-rha-5plus", 2): "no day can be told",
    ("cla-rha-5plus", 3): "no day can be told",
    ("cla-review-n", 2): "no day can be told",
    ("cla-care-plan", 1): "the court's timetable",
    ("cla-iha", 1): "none is owed",
    ("cla-visit-yr1", 1): "no day can be told",
    ("cla-visit-after-yr1", 1): "no day can be told",
    ("cla-visit-after-yr1", 2): "no day can be told",
    ("cla-visit-permanent", 1): "no day can be told",
    ("cla-visit-reg24", 2): "no day can be told",
    ("pf-visit-year1", 1): "no day can be told",
    ("pf-visit-year2", 1): "no day can be told",
    ("cl-needs-eligible", 1): "no day can be told",
    ("cl-pathway-plan", 0): "the law gives no number",
    ("cl-pathway-review-28d", 0): "the law gives no number",
    ("cl-pa-visit-prereview", 0): "the day the review is booked for",
    ("hl-young-person-refuses", 0): "the law gives no number",
}
"""The ways whose due day no number decides, and what decides it: nobody may join them in silence."""


def test_the_ways_without_a_number_are_these_and_no_others() -> None:
    found = {(asked.code, n) for asked in ALL for n, way in enumerate(asked.ways) if not counted(way)}
    assert found == set(WITHOUT_A_NUMBER)


@pytest.mark.parametrize(("code", "number", "by"), MOVES)
def test_a_limit_moved_by_one_breaks_an_example_for_one_child(code: str, number: int, by: int) -> None:
    asked = BY_CODE[code]
    assert list(broken_names(asked, ENGINES["one at a time"])) == []
    assert list(broken_names(moved(asked, number, by), ENGINES["one at a time"])) != []


SLICE = ("cla-review-1", "cp-review-first", "ct-26wk", "cla-visit-first", "cl-pa-visit-7d", "hl-same-day")


@pytest.mark.parametrize(("code", "number", "by"), [one for one in MOVES if one.values[0] in SLICE])
def test_a_limit_moved_by_one_breaks_an_example_for_all_children(code: str, number: int, by: int) -> None:
    assert list(broken_names(moved(BY_CODE[code], number, by), ENGINES["all at once"])) != []


@pytest.mark.prove
@pytest.mark.parametrize(("code", "number", "by"), MOVES)
def test_every_limit_moved_by_one_breaks_an_example_for_all_children(code: str, number: int, by: int) -> None:
    asked = BY_CODE[code]
    assert list(broken_names(asked, ENGINES["all at once"])) == []
    assert list(broken_names(moved(asked, number, by), ENGINES["all at once"])) != []
