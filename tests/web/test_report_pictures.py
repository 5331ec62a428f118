"""Pictures of what inspectors wrote: each says with a letter what it says with a colour, and stands where it must."""

from datetime import date
from itertools import combinations

import pytest

from holdfast.inspection.tiles import tiles
from holdfast.web.pictures import (
    GradeBand,
    GradeRow,
    LineMark,
    MapTile,
    MarkRow,
    ThemeYear,
    grades_picture,
    theme_picture,
    tiles_picture,
)
from holdfast.web.pictures.drawing import width_of
from holdfast.web.pictures.tiles import WIDE
from holdfast.web.reports.words import GRADES, NONE_HERE
from tests.web.svg import number, of_class, parsed, texts

TODAY = date(2026, 6, 1)


def band(start: date, end: date | None, letter: str = "G", kind: str = "good") -> GradeBand:
    return GradeBand(start=start, end=end, letter=letter, kind=kind, title=f"{letter} from {start}")


def drawn(*bands: GradeBand, marks: tuple[LineMark, ...] = ()) -> str:
    rows = [MarkRow(words="Visits", marks=marks)] if marks else []
    return grades_picture(
        [GradeRow(words="Care", bands=bands)], rows, today=TODAY, title="Grades & more", key="k", legend=GRADES[:4]
    )


def test_a_grade_runs_to_the_next_report_and_the_last_to_today() -> None:
    svg = drawn(band(date(2019, 7, 8), date(2023, 7, 24), "RI", "requires"), band(date(2023, 7, 24), None))
    (first,) = [one for one in of_class(svg, "grade-requires") if number(one, "height") == 28]
    (last,) = [one for one in of_class(svg, "grade-good") if number(one, "height") == 28]
    assert number(first, "x") + number(first, "width") == pytest.approx(number(last, "x"), abs=0.2)
    (now,) = of_class(svg, "today")
    assert number(last, "x") + number(last, "width") == pytest.approx(number(now, "x1"), abs=0.2)
    assert {"RI", "G", "Care"} <= set(texts(svg))
    assert "Grades &amp; more" in svg


def test_a_grade_of_yesterday_is_still_wide_enough_for_its_letter_and_stays_inside() -> None:
    svg = drawn(band(date(2015, 1, 1), date(2026, 5, 31)), band(date(2026, 5, 31), None, "RI", "requires"))
    (last,) = [one for one in of_class(svg, "grade-requires") if number(one, "height") == 28]
    assert number(last, "width") >= 20
    assert number(last, "x") + number(last, "width") <= 960


def test_every_visit_has_its_mark_its_words_and_its_number() -> None:
    marks = tuple(
        LineMark(day=date(2024, month, 14), shape="diamond", kind="monitoring visit", title=f"Visit {month}",
                 below=str(month))
        for month in (2, 7)
    )  # fmt: skip
    svg = drawn(band(date(2023, 7, 24), None), marks=marks)
    named = [one.text for one in parsed(svg).iter("title")]
    assert {"Visit 2", "Visit 7"} <= set(named)
    assert {"2", "7", "monitoring visit"} <= set(texts(svg))


def test_years_are_told_as_far_as_there_is_room_and_never_over_today() -> None:
    for begun in (2013, 2024):
        words = [one for one in of_class(drawn(band(date(begun, 3, 1), None)), "text") if number(one, "y") == 14]
        stretches = []
        for one in words:
            wide, x = width_of(one.text or "", 15), number(one, "x")
            stretches.append((x - wide, x) if "end" in one.get("class", "") else (x, x + wide))
        assert len(stretches) >= 2
        assert [pair for pair in combinations(sorted(stretches), 2) if pair[1][0] < pair[0][1]] == []


def test_every_tile_says_its_grade_by_letter_and_its_name_fits_in_it() -> None:
    every = [
        MapTile(
            column=one.column, row=one.row, short=one.short, region=one.region,
            letter=(GRADES[place % 4] if place % 5 else NONE_HERE)[1],
            kind=(GRADES[place % 4] if place % 5 else NONE_HERE)[0], title=one.name,
        )
        for place, one in enumerate(tiles())
    ]  # fmt: skip
    svg = tiles_picture(every, title="t", key="k", legend=(*GRADES[:4], NONE_HERE))
    assert len(list(parsed(svg).iter("title"))) == len(every) + 1
    assert max(width_of(one.short, 10) for one in every) < WIDE
    words = texts(svg)
    assert words.count("O") == sum(one.letter == "O" for one in every) + 1
    assert {one.region for one in every} <= set(words)


def test_the_legend_lies_where_there_is_sea() -> None:
    right, top = max(one.column for one in tiles()), 7
    assert [one.name for one in tiles() if one.column > right - 4 and one.row <= top] == []


def test_strengths_go_up_and_weaknesses_down_by_one_scale() -> None:
    years = [ThemeYear(year=2019, strengths=4, weaknesses=2, mixed=1, points=3),
             ThemeYear(year=2023, strengths=0, weaknesses=0, mixed=0, points=0)]  # fmt: skip
    svg = theme_picture(years, most=8, title="t", key="k")
    (up,), (down,), (both,) = (of_class(svg, kind) for kind in ("praise", "worry", "mixed"))
    axis = number(of_class(svg, "axis")[0], "y1")
    assert number(up, "y") + number(up, "height") == pytest.approx(axis)
    assert number(down, "y") == pytest.approx(axis)
    assert number(both, "y") == pytest.approx(axis + number(down, "height"))
    assert number(up, "height") == pytest.approx(2 * number(down, "height"))
    assert {"2019", "2023", "3 to do"} == set(texts(svg))
    assert "2019: 4 strengths" in [one.text for one in parsed(svg).iter("title")]
    assert theme_picture([], most=0, title="t", key="k")
