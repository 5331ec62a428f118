"""For how many children the same theme was raised: within a year, as at the moment, each child once, nobody named."""

from datetime import date

from holdfast.casework.child.same_theme import same_theme
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import parse_moment
from holdfast.record.columns import columns_from
from holdfast.record.oversight import Challenge
from holdfast.record.register import NOUNS

THEME = "brothers and sisters"


def raised(child: str, on: date, theme: str | None = THEME, number: int = 1) -> Challenge:
    return Challenge(
        id=f"{child}-{number}", child=child, stage=float(number), raised_on=on, theme=theme, dispute=f"{child}-d"
    )


def told(*steps: Challenge, child: str = "a", day: str = "2026-06-01T08:30") -> dict[str, int]:
    council = Council.of(columns_from(list(steps), NOUNS))
    return dict(same_theme(council, View(as_at=parse_moment(day)), child))


def test_each_child_counts_once_however_often_it_was_raised() -> None:
    mine = (raised("a", date(2026, 5, 1)), raised("a", date(2026, 5, 8), number=2))
    assert told(*mine) == {THEME: 1}
    assert told(*mine, raised("b", date(2026, 3, 1))) == {THEME: 2}


def test_a_theme_counts_for_twelve_months_and_from_its_own_day_on() -> None:
    mine = raised("a", date(2026, 6, 1))
    assert told(mine, raised("b", date(2025, 6, 1))) == {THEME: 1}
    assert told(mine, raised("b", date(2025, 6, 2))) == {THEME: 2}
    assert told(mine, raised("b", date(2026, 6, 2))) == {THEME: 1}
    assert told(mine, day="2026-05-31T08:30") == {}


def test_another_theme_or_none_is_not_the_same_and_another_childs_is_not_told() -> None:
    mine = raised("a", date(2026, 5, 1))
    assert told(mine, raised("b", date(2026, 5, 1), theme="delay"), raised("c", date(2026, 5, 1), theme=None)) == {
        THEME: 1
    }
    assert told(raised("b", date(2026, 5, 1))) == {}
