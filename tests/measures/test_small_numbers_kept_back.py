"""What leaves the service: nobody can work out a number from 1 to 4, even with every rule and figure in hand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest

from holdfast.dates import end_of
from holdfast.measures.measure import MonthFigure, Part
from holdfast.measures.register import BY_CODE
from holdfast.measures.suppression import FEW_WORDS, KEPT_BACK, OutsideFigure, for_outside, told, told_of, told_whole

Secret = dict[str, int]


def month(code: str, number: int = 5, *, so_far: bool = False, **more: Any) -> MonthFigure:
    last = date(2026, number, {4: 30, 5: 31}[number])
    first = date(2026, number, 1)
    return MonthFigure(measure=BY_CODE[code], first_day=first, last_day=last, as_at=end_of(last), so_far=so_far, **more)


def share(yes: int, every: int, **more: Any) -> OutsideFigure:
    return for_outside([month("reviews-on-time", numerator=yes, denominator=every, **more)])[0]


def moves(came: int, approved: int, ended: int, past: int = 0) -> tuple[Part, ...]:
    return (
        Part(words="came in", numerator=came, role="in"),
        Part(words="approved", numerator=approved, role="out"),
        Part(words="ended", numerator=ended, role="out"),
        Part(words="past their time", numerator=past, role="among"),
    )


def given_away(cases: Iterable[tuple[Any, Secret]]) -> list[tuple[Any, str, int]]:
    """Every number from 1 to 4 that what is told leaves no doubt about, over all cases that are told the same."""
    same: Mapping[Any, list[Secret]] = defaultdict(list)
    for shown, secret in cases:
        same[shown].append(secret)
    found = []
    for shown, secrets in same.items():
        for name in secrets[0]:
            values = {secret[name] for secret in secrets}
            if len(values) == 1 and 0 < min(values) < 5:
                found.append((shown, name, min(values)))
    return found


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0"), (1, FEW_WORDS), (4, FEW_WORDS), (5, "5"), (40, "40")]
)  # fmt: skip
def test_a_count_of_one_to_four_is_fewer_than_five_and_nought_and_five_are_themselves(count: int, words: str) -> None:
    assert told(count) == words


def test_two_who_are_missing_from_a_large_share_are_not_given_away_by_the_rest() -> None:
    one = share(38, 40)
    assert (one.numerator, one.denominator, one.figure) == (KEPT_BACK, "40", KEPT_BACK)


def test_a_share_that_gives_nobody_away_is_told_whole() -> None:
    one = share(30, 40)
    assert (one.numerator, one.denominator, one.figure) == ("30", "40", "75")


def test_of_a_few_children_nothing_is_told() -> None:
    assert {told_of(yes, 4) for yes in range(5)} == {(KEPT_BACK, FEW_WORDS)}


def test_no_share_gives_away_a_small_number_nor_the_rest_of_it() -> None:
    def cases() -> Iterable[tuple[Any, Secret]]:
        for every in range(40):
            for yes in range(every + 1):
                one = share(yes, every)
                yield (one.numerator, one.denominator, one.figure), {"yes": yes, "no": every - yes, "every": every}

    assert given_away(cases()) == []


def test_no_part_gives_away_a_small_number_of_another_part() -> None:
    def cases() -> Iterable[tuple[Any, Secret]]:
        for one, other in product(range(14), repeat=2):
            for a, b in product(range(one + 1), range(other + 1)):
                halves = (
                    Part(words="plan", numerator=a, denominator=one, role="share"),
                    Part(words="care", numerator=b, denominator=other, role="share"),
                )
                shown = for_outside([month("visits-on-time", numerator=a + b, denominator=one + other, parts=halves)])
                secret = {"a": a, "b": b, "one": one, "other": other, "rest a": one - a, "rest b": other - b}
                secret |= {"yes": a + b, "every": one + other, "no": one + other - a - b}
                yield (shown[0].numerator, shown[0].denominator, shown[0].figure, shown[0].parts), secret

    assert given_away(cases()) == []


def test_two_months_side_by_side_give_away_no_small_number_that_came_or_went() -> None:
    def cases() -> Iterable[tuple[Any, Secret]]:
        for before, came, approved, ended in product(range(8), range(13), range(7), range(7)):
            after = before + came - approved - ended
            if not 0 <= after <= 7:
                continue
            april = month("open-temporary-approvals", 4, numerator=before, parts=moves(0, 0, 0))
            this = month("open-temporary-approvals", numerator=after, parts=moves(came, approved, ended))
            shown = tuple((one.numerator, one.figure, one.parts) for one in for_outside([april, this]))
            yield shown, {"before": before, "after": after, "came": came, "approved": approved, "ended": ended}

    assert given_away(cases()) == []


def test_what_came_and_went_is_told_where_nobody_is_given_away() -> None:
    (one,) = for_outside([month("open-temporary-approvals", numerator=14, parts=moves(9, 7, 0, 6))])
    assert [(words, number) for words, number, _ in one.parts] == [
        ("came in", "9"), ("approved", "7"), ("ended", "0"), ("past their time", "6"),
    ]  # fmt: skip


def test_the_search_for_what_is_given_away_turns_red_where_only_single_counts_are_kept_back() -> None:
    def cases() -> Iterable[tuple[Any, Secret]]:
        for every in range(12):
            for yes in range(every + 1):
                yield (told(yes), told(every)), {"yes": yes, "no": every - yes}

    assert given_away(cases())


def parts_and_whole(whole: Callable[[int, tuple[int, ...]], str]) -> Iterable[tuple[Any, Secret]]:
    """Three parts told one by one beside their sum, which is told as ``whole`` says."""
    for parts in product(range(10), repeat=3):
        yield (*map(told, parts), whole(sum(parts), parts)), dict(zip("abc", parts, strict=True))


def test_a_whole_beside_its_parts_gives_away_no_small_one() -> None:
    assert given_away(parts_and_whole(told_whole)) == []


def test_the_search_turns_red_where_the_whole_is_told_beside_a_few() -> None:
    found = given_away(parts_and_whole(lambda whole, parts: told(whole)))
    assert (("6", "7", "fewer than 5", "17"), "c", 4) in found


def children_and_things(whole: Callable[[int, tuple[int, ...]], str]) -> Iterable[tuple[Any, Secret]]:
    """Children beside the things that wait for them at two stations: each child has one thing or more."""
    for things in product(range(9), repeat=2):
        for children in range(min(1, sum(things)), sum(things) + 1):
            shown = (*map(told, things), whole(children, things))
            yield shown, {"a": things[0], "b": things[1], "children": children}


def test_children_beside_the_things_that_wait_for_them_give_away_no_small_number() -> None:
    assert given_away(children_and_things(told_whole)) == []
    assert given_away(children_and_things(lambda children, things: told(children)))


@pytest.mark.parametrize(("parts", "words"), [((18, 118, 62, 7, 3, 4), KEPT_BACK), ((18, 118, 0, 5), "141")])
def test_a_whole_is_told_where_every_part_is(parts: tuple[int, ...], words: str) -> None:
    assert told_whole(sum(parts), parts) == words


def test_a_middle_number_is_told_of_ten_and_kept_back_of_nine() -> None:
    assert share(10, 10, median=33.0).median == "33"
    assert share(9, 9, median=33.0).median == KEPT_BACK
    assert share(9, 9).median is None


def test_cannot_say_and_counts_beside_are_kept_back_too() -> None:
    one = share(10, 10, cannot_say=2, parts=(Part(words="past their day", numerator=3),))
    assert one.cannot_say == FEW_WORDS
    assert one.parts == (("past their day", FEW_WORDS, None),)


def test_only_whole_months_that_are_over_leave_the_service() -> None:
    whole, running = (month("reviews-on-time", denominator=0, so_far=so_far) for so_far in (False, True))
    assert [one.month for one in for_outside([whole, running])] == ["2026-05"]
    assert for_outside([running]) == []


def test_no_list_and_no_name_has_a_place_in_what_leaves_the_service() -> None:
    assert not {"list", "told", "child", "worker", "team"} & set(OutsideFigure.__dataclass_fields__)
