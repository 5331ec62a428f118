"""Pictures: well formed, named, escaped, and true to their values; and colours that can be read."""

import re
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from holdfast.web.pictures import (
    Bar,
    CalendarDay,
    Lane,
    Level,
    Mark,
    Point,
    Span,
    Visit,
    bars_picture,
    calendar_picture,
    council_line_picture,
    journey_picture,
    line_picture,
    small_trend,
)
from holdfast.web.pictures.drawing import width_of
from tests.web.svg import number, of_class, parsed, texts

TODAY = date(2026, 6, 1)
ODD = 'Ann & <b>"Bo"</b>'
TOP, BOTTOM = 30, 160


def months(*values: float | None) -> list[Point]:
    return [
        Point(label=f"Month {place}", value=value, words=f"{value}%" if value is not None else "not known")
        for place, value in enumerate(values, 1)
    ]


def may(first: int, last: int, kind: str = "counted") -> list[CalendarDay]:
    return [CalendarDay(day=date(2026, 5, day), kind=kind, count=day) for day in range(first, last + 1)]


def visits() -> list[Visit]:
    quarters = [date(year, month, 12) for year in (2023, 2024, 2025) for month in (1, 4, 7, 10)]
    shapes = ("round", "diamond", "square", "triangle", "cross")
    return [
        Visit(day=day, words=f"Something that was seen {place}", kind=f"Sort {place % 5}", shape=shapes[place % 5])
        for place, day in enumerate(quarters)
    ]


def lanes(name: str = "In care") -> list[Lane]:
    return [
        Lane(name=name, kind="care", spans=(Span(start=date(2025, 8, 1), end=None, words=name),)),
        Lane(
            name="Workers",
            kind="worker",
            spans=(
                Span(start=date(2024, 1, 3), end=date(2025, 3, 4), words=name),
                Span(start=date(2025, 3, 5), end=None, words="Jo Marsh"),
            ),
        ),
        Lane(name="Seen", marks=(Mark(day=date(2026, 3, 3), words=name, shape="triangle"),)),
    ]


EVERY: dict[str, Callable[[str, str], str]] = {
    "line": lambda title, key: line_picture(
        [Point(label=title, value=3, words=title), *months(None, 4)],
        title=title, key=key, levels=[Level(value=3.5, words=title)],
    ),
    "line of nothing": lambda title, key: line_picture([], title=title, key=key),
    "line of unknown months": lambda title, key: line_picture(months(None, None), title=title, key=key),
    "bars": lambda title, key: bars_picture(
        [Bar(label=title, value=3, words=title), Bar(label="b", value=None, words="not known")], title=title, key=key
    ),
    "no bars": lambda title, key: bars_picture([], title=title, key=key),
    "trend": lambda title, key: small_trend(months(1, None, 3), title=title, key=key),
    "trend of nothing": lambda title, key: small_trend([], title=title, key=key),
    "calendar": lambda title, key: calendar_picture(
        [*may(1, 20), CalendarDay(day=date(2026, 5, 21), kind="due", words=title)], title=title, key=key
    ),
    "empty calendar": lambda title, key: calendar_picture([], title=title, key=key),
    "journey": lambda title, key: journey_picture(lanes(title), today=TODAY, title=title, key=key),
    "journey of nothing": lambda title, key: journey_picture([], today=TODAY, title=title, key=key),
    "council": lambda title, key: council_line_picture(
        [*visits(), Visit(day=date(2026, 1, 5), words=title, kind=title)], today=TODAY, title=title, key=key
    ),
    "council before any visit": lambda title, key: council_line_picture([], today=TODAY, title=title, key=key),
}  # fmt: skip


@pytest.mark.parametrize("draw", EVERY.values(), ids=EVERY)
def test_every_picture_is_an_image_named_by_its_title(draw: Callable[[str, str], str]) -> None:
    svg = parsed(draw(ODD, "one"))
    title = svg.find("title")
    assert svg.get("role") == "img"
    assert title is not None
    assert title.text == ODD
    assert svg.get("aria-labelledby") == title.get("id")


@pytest.mark.parametrize("draw", EVERY.values(), ids=EVERY)
def test_no_word_becomes_markup_and_nothing_is_styled_in_line(draw: Callable[[str, str], str]) -> None:
    svg = draw(ODD, "one")
    assert {one.tag for one in parsed(svg).iter()} <= {"svg", "title", "text", "line", "rect", "circle", "path"}
    assert not re.search(r"\sstyle=|nan|inf", svg)


@pytest.mark.parametrize("draw", EVERY.values(), ids=EVERY)
def test_two_pictures_with_two_keys_share_no_id(draw: Callable[[str, str], str]) -> None:
    first, second = ({one.get("id") for one in parsed(draw("t", key)).iter()} - {None} for key in ("one", "two"))
    assert first
    assert not first & second


@pytest.mark.parametrize(("value", "y"), [(0, BOTTOM), (50, (TOP + BOTTOM) / 2), (100, TOP)])
def test_a_value_stands_at_its_height_from_the_lowest_to_the_highest(value: float, y: float) -> None:
    dots = of_class(line_picture(months(value, 40), title="t", key="k", low=0, high=100), "dot")
    assert number(dots[0], "cy") == y


def test_an_axis_that_begins_elsewhere_puts_its_lowest_at_the_bottom() -> None:
    dots = of_class(line_picture(months(60, 80), title="t", key="k", low=60, high=80), "dot")
    assert [number(one, "cy") for one in dots] == [BOTTOM, TOP]


def test_an_unknown_month_leaves_a_gap_and_a_month_alone_is_a_dot() -> None:
    whole = line_picture(months(1, 2, 3, 4, 5), title="t", key="k")
    broken = line_picture(months(1, 2, None, 4, 5), title="t", key="k")
    alone = line_picture(months(1, 2, None, 4, None), title="t", key="k")
    assert [len(of_class(svg, "trend")) for svg in (whole, broken, alone)] == [1, 2, 1]
    assert [len(of_class(svg, "dot")) for svg in (whole, broken, alone)] == [5, 4, 3]


def test_an_unknown_month_keeps_its_place_among_the_months() -> None:
    whole, broken = (
        [number(one, "cx") for one in of_class(line_picture(points, title="t", key="k"), "dot")]
        for points in (months(1, 2, 3), months(1, None, 3))
    )
    assert broken == [whole[0], whole[2]]


def test_a_line_without_a_known_month_says_so_and_draws_no_figure() -> None:
    svg = line_picture(months(None, None), title="t", key="k")
    assert "No month is known" in texts(svg)
    assert of_class(svg, "dot") == []


def test_the_first_and_the_last_known_figure_are_written_and_no_other() -> None:
    said = texts(line_picture(months(None, 10, 20, 30, None), title="t", key="k"))
    assert [one for one in said if one.endswith("%")] == ["10%", "30%"]
    assert said.count("Month 1") == said.count("Month 5") == 1


def test_englands_figure_is_a_line_across_at_its_own_height_with_its_words() -> None:
    svg = line_picture(
        months(10, 20), title="t", key="k", high=100, levels=[Level(value=50, words="England 50%, 2025")]
    )
    across = of_class(svg, "england")[0]
    assert number(across, "y1") == number(across, "y2") == (TOP + BOTTOM) / 2
    assert "England 50%, 2025" in texts(svg)


def test_the_height_of_the_axis_reaches_a_level_above_every_month() -> None:
    svg = line_picture(months(10, 20), title="t", key="k", levels=[Level(value=50, words="Goal", kind="goal")])
    assert number(of_class(svg, "goal")[0], "y1") == TOP


def test_bars_are_as_long_as_their_values_and_an_unknown_one_has_none() -> None:
    svg = bars_picture(
        [Bar(label=one, value=value, words="w") for one, value in (("a", 20), ("b", 10), ("c", None))],
        title="t",
        key="k",
    )
    long, short = of_class(svg, "bar")
    assert number(long, "width") == pytest.approx(2 * number(short, "width"), abs=0.2)
    assert {"a", "b", "c"} <= set(texts(svg))


def test_a_small_trend_marks_the_last_known_month() -> None:
    (dot,) = of_class(small_trend(months(1, 5, 3, None), title="t", key="k"), "dot")
    assert 6 < number(dot, "cy") < 26
    assert number(dot, "cx") < 114


def test_a_week_runs_from_monday_at_the_left_to_sunday_at_the_right_and_then_begins_again() -> None:
    boxes = of_class(calendar_picture(may(4, 11), title="t", key="k"), "day-counted")
    # 4 May 2026 is a Monday. The last box is the legend's.
    week, monday = boxes[:7], boxes[7]
    assert [number(one, "x") for one in week] == sorted({number(one, "x") for one in week})
    assert len({number(one, "y") for one in week}) == 1
    assert number(monday, "x") == number(week[0], "x")
    assert number(monday, "y") > number(week[0], "y")


def test_a_calendar_explains_the_kinds_of_day_that_it_has_and_no_others() -> None:
    said = texts(calendar_picture([*may(4, 8), *may(9, 10, "weekend"), *may(11, 11, "due")], title="t", key="k"))
    assert {"counted", "weekend, not counted", "due"} <= set(said)
    assert "bank holiday, not counted" not in said


@pytest.mark.parametrize(("last", "shown"), [(date(2026, 6, 28), True), (date(2026, 6, 29), False)])
def test_eight_weeks_have_room_for_the_count_and_nine_have_not(last: date, shown: bool) -> None:
    days = [CalendarDay(day=date(2026, 5, 4), kind="start"), CalendarDay(day=last, kind="due", count=99)]
    assert ("99" in texts(calendar_picture(days, title="t", key="k"))) is shown


def test_a_week_with_two_months_names_both() -> None:
    days = [CalendarDay(day=date(2026, 4, 30)), CalendarDay(day=date(2026, 5, 1)), CalendarDay(day=date(2026, 5, 4))]
    assert [one for one in texts(calendar_picture(days, title="t", key="k")) if "May" in one] == ["Apr/May"]


def test_each_sort_of_visit_has_an_outline_of_its_own() -> None:
    svg = parsed(council_line_picture(visits()[:5], today=TODAY, title="t", key="k"))
    marks = [
        one for one in svg.iter() if "hf-pic__mark" in one.get("class", "").split() and one.find("title") is not None
    ]
    outlines = {(one.tag, one.get("d", "").count("L"), one.get("class")) for one in marks}
    assert len(outlines) == len(marks) == 5


def test_words_beside_the_line_of_the_council_never_cross() -> None:
    svg = council_line_picture(visits(), today=TODAY, title="t", key="k")
    words = [one for one in of_class(svg, "text") if "hf-pic__text--middle" in one.get("class", "")]
    halves = [width_of(one.text or "", 15) / 2 for one in words]
    stretches = [
        (number(one, "y"), number(one, "x") - half, number(one, "x") + half)
        for one, half in zip(words, halves, strict=True)
    ]
    assert len(words) >= 3 * len(visits()) - 6
    crossing = [
        pair for pair in combinations(stretches, 2)
        if abs(pair[0][0] - pair[1][0]) < 12 and pair[0][1] < pair[1][2] and pair[1][1] < pair[0][2]
    ]  # fmt: skip
    assert crossing == []


def test_points_close_together_each_have_their_whole_words() -> None:
    close = [
        Visit(day=date(2023, month, day), words="What inspectors found when they came and looked", kind="Visit")
        for month, day in ((7, 24), (9, 11), (10, 2), (11, 1))
    ]
    svg = council_line_picture(
        [*close, Visit(day=date(2026, 5, 12), words="b", kind="Visit")], today=TODAY, title="t", key="k"
    )
    said = " ".join(texts(svg))
    assert said.count("What inspectors found when they came and looked") == len(close)
    assert "..." not in said


def test_a_visit_without_room_for_its_words_still_has_its_mark_and_its_title() -> None:
    crowd = [Visit(day=date(2025, 1, day), words=f"Visit number {day}", kind="Visit") for day in range(1, 29)]
    svg = council_line_picture([*crowd, *visits()[:1]], today=TODAY, title="t", key="k")
    named = [one.text for one in parsed(svg).iter("title") if one.text and "Visit number" in one.text]
    assert len(named) == 28
    assert len([one for one in texts(svg) if "Visit number" in one]) < 28


STATIC = Path(__file__).parent.parent.parent / "holdfast" / "web" / "static" / "holdfast"
STYLE = "".join(one.read_text(encoding="utf-8") for one in STATIC.glob("*.css"))
COLOURS = dict(re.findall(r"--(hf-[a-z-]+): (#[0-9a-f]{6});", STYLE))


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_guidelines_count_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") > 4.5 > contrast("#777777", "#ffffff")


PALE = (
    "paper mist teal-soft now-soft soon-soft done-soft local-soft mark "
    "lane-door lane-need lane-home lane-worker lane-worker-next"
)
READ = [
    *(("ink", ground) for ground in PALE.split()),
    *(("quiet", ground) for ground in "paper mist teal-soft soon-soft mark".split()),
    *(("teal", ground) for ground in "paper mist teal-soft now-soft soon-soft done-soft local-soft mark".split()),
    *((word, f"{word}-soft") for word in "now soon done local".split()),
    ("soon", "mark"), ("ink", "focus"), ("deep", "paper"), ("deep", "mark"),
    *(("on-deep", ground) for ground in "deep edge lane-protection lane-court lane-care lane-leaving".split()),
    ("on-deep-quiet", "deep"), ("on-deep", "now"),
    *(("ink", f"grade-{grade}") for grade in "good requires adequate".split()),
]  # fmt: skip
SEEN = [
    *(("edge", ground) for ground in "paper mist teal-soft".split()),
    *((mark, "paper") for mark in "teal soon local done deep".split()),
    ("focus", "ink"),
]


@pytest.mark.parametrize(("words", "ground"), READ)
def test_words_can_be_read_on_their_ground(words: str, ground: str) -> None:
    assert contrast(COLOURS[f"hf-{words}"], COLOURS[f"hf-{ground}"]) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), SEEN)
def test_marks_that_mean_something_can_be_seen_on_their_ground(mark: str, ground: str) -> None:
    assert contrast(COLOURS[f"hf-{mark}"], COLOURS[f"hf-{ground}"]) >= 3
