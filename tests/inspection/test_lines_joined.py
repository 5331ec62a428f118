"""Lines put together again: words that a line's end cut are whole, and a hanging hyphen keeps its space."""

import pytest

from holdfast.inspection.printed import Line, from_text, joined


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("a multi-", "agency hub", "a multi-agency hub"),
        ("aged 16- ", "and 17 years", "aged 16- and 17 years"),
        ("kept up-", "to-date", "kept up-to-date"),
        ("in 2014–", "15, and", "in 2014–15, and"),
        ("in 2014-", "15, and", "in 2014-15, and"),
        ("the quay –", "a short one", "the quay – a short one"),
        ("safeguarding/", "arrangements", "safeguarding/arrangements"),
        ("two  words ", " more", "two words more"),
        ("a list -", "bread", "a list - bread"),
        ("of the North-", "East", "of the North- East"),
    ],
)
def test_two_lines_are_one_text(first: str, second: str, whole: str) -> None:
    assert joined([Line(text=first, page=1), Line(text=second, page=1)]) == whole


def test_a_form_feed_begins_a_page_and_a_blank_line_a_paragraph() -> None:
    first, second = from_text("One\ntwo\n\nThree\fFour").pages
    assert [(line.text, line.page, line.gap) for line in first.lines] == [
        ("One", 1, True), ("two", 1, False), ("Three", 1, True),
    ]  # fmt: skip
    assert [(line.text, line.page) for line in second.lines] == [("Four", 2)]
