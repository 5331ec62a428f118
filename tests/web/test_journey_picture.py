"""The picture of a child's journey: spans true to their days, an axis that names today's quarter, marks told apart."""

import re
from datetime import date
from itertools import pairwise

import pytest

from holdfast.web.pictures import Lane, Mark, Span, journey_picture
from holdfast.web.pictures.drawing import width_of
from tests.web.svg import number, of_class, texts
from tests.web.test_pictures import TODAY, lanes


def journey(*lanes: Lane) -> str:
    return journey_picture(lanes, today=TODAY, title="t", key="k")


def test_a_span_that_goes_on_reaches_today_and_one_that_ended_does_not() -> None:
    start = date(2025, 6, 1)
    svg = journey(
        Lane(
            name="a",
            spans=tuple(Span(start=start, end=end, words="w") for end in (None, date(2026, 5, 1))),
        )
    )
    goes_on, ended = of_class(svg, "span")
    (today,) = of_class(svg, "today")
    assert number(goes_on, "x") + number(goes_on, "width") == pytest.approx(number(today, "x1"), abs=0.1)
    assert number(ended, "x") + number(ended, "width") < number(today, "x1") - 10
    assert number(goes_on, "x") == number(ended, "x") == 150


def test_a_span_says_its_days_and_that_it_goes_on() -> None:
    svg = journey(Lane(name="a", spans=(Span(start=date(2025, 6, 1), end=None, words="In care"),)))
    (title,) = (one.find("title") for one in of_class(svg, "span"))
    assert title is not None
    assert title.text == "In care: from 1 June 2025 and still"


@pytest.mark.parametrize(("days", "named"), [(900, "Jul 2025"), (901, "2025")])
def test_a_journey_of_900_days_is_marked_by_quarters_and_a_longer_one_by_years(days: int, named: str) -> None:
    first = date.fromordinal(TODAY.toordinal() - days)
    said = texts(journey(Lane(name="a", spans=(Span(start=first, end=None, words="w"),))))
    assert [one for one in ("Jul 2025", "2025") if one in said] == [named]


def test_the_last_quarter_before_today_is_named_and_no_two_names_of_the_axis_cross() -> None:
    svg = journey(Lane(name="a", spans=(Span(start=date(2024, 1, 29), end=None, words="w"),)))
    names = [one for one in of_class(svg, "text") if "20" in (one.text or "")]
    axis = [
        (number(one, "x"), number(one, "x") + width_of(one.text or "", 15)) for one in names
        if one.text != "1 June 2026"
    ]  # fmt: skip
    assert "Apr 2026" in texts(svg)
    assert all(end <= start for (_, end), (start, _) in pairwise(axis))
    assert max(end for _, end in axis) <= 960


def marks(*days: date, words: str = "Went missing") -> Lane:
    return Lane(name="a", marks=tuple(Mark(day=day, words=words, shape="triangle") for day in days))


def test_marks_that_would_run_into_each_other_are_one_with_how_many_they_are() -> None:
    near = [date(2026, 5, day) for day in (1, 8, 14, 20)]
    svg = journey(marks(date(2024, 1, 29), *near))
    shapes = of_class(svg, "mark-triangle")
    assert len(shapes) == 2
    assert "4 times" in texts(svg)
    title = shapes[1].find("title")
    assert title is not None
    assert title.text == "; ".join(f"{day.day} May 2026: Went missing" for day in near)


def test_marks_far_enough_apart_each_stand_alone_and_without_a_number() -> None:
    svg = journey(marks(date(2024, 1, 29), date(2025, 1, 1), date(2026, 1, 1)))
    assert len(of_class(svg, "mark-triangle")) == 3
    assert [one for one in texts(svg) if "times" in one or "things" in one] == []


def test_the_number_beside_a_heap_never_lies_on_the_next_mark() -> None:
    days = [date.fromordinal(date(2024, 1, 29).toordinal() + step) for step in range(0, 850, 7)]
    svg = journey(marks(*days[::3], *days[1::9]))
    places = [float(re.findall(r"M([\d.]+)", one.get("d", ""))[0]) for one in of_class(svg, "mark-triangle")]
    assert all(after - before >= 18 for before, after in pairwise(places))
    told = [
        (number(one, "x"), width_of(one.text or "", 15), "hf-pic__text--end" in one.get("class", ""))
        for one in of_class(svg, "text") if re.fullmatch(r"\d+( times| things)?", one.text or "")
    ]  # fmt: skip
    assert told
    for x, wide, ends in told:
        left = x - wide if ends else x
        assert [one for one in places if left < one + 9 and one - 9 < left + wide] == []


@pytest.mark.parametrize("gap", [20, 22, 25, 30, 40, 60])
def test_every_heap_says_how_many_it_is_however_near_its_neighbours_stand(gap: int) -> None:
    middle = date(2025, 3, 1).toordinal()
    days = [date.fromordinal(middle + step) for step in (-gap, 0, 2, 2 + gap)]
    svg = journey(marks(date(2024, 1, 29), *days))
    heaps = [one for one in of_class(svg, "mark-triangle") if ";" in (one.findtext("title") or "")]
    assert len(heaps) == 1
    assert len([one for one in texts(svg) if re.fullmatch(r"\d+( times)?", one)]) == 1


def test_words_that_do_not_fit_their_span_are_left_to_the_pointer_and_the_table() -> None:
    short = Span(start=date(2025, 6, 1), end=date(2025, 6, 3), words="A long name that needs room")
    svg = journey(Lane(name="a", spans=(short, Span(start=date(2025, 7, 1), end=None, words="Fits"))))
    assert "Fits" in texts(svg)
    assert short.words not in texts(svg)


def test_workers_who_follow_each_other_are_told_apart() -> None:
    spans = of_class(journey(*lanes()), "span")
    assert [one.get("class", "").split()[-1] for one in spans[1:]] == ["hf-pic__lane-worker-0", "hf-pic__lane-worker-1"]
