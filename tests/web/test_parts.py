"""The parts of a page: what they show, what they leave out, and that no word becomes markup."""

import re

import pytest
from django.template.loader import render_to_string

from holdfast.web.frame import Frame, Section
from holdfast.web.no_such import NoSuch
from holdfast.web.parts import Cell, Crumb, Empty, Head, Person, Picture, Row, Strip, Table, Tag
from holdfast.web.pictures import Point, small_trend

ODD = "<b>Ann & Bo</b>"
SAFE = "&lt;b&gt;Ann &amp; Bo&lt;/b&gt;"


def part(name: str, value: object) -> str:
    return render_to_string(f"holdfast/parts/{name}.html", {name: value})


def frame(**changes: object) -> Frame:
    plain: dict[str, object] = {
        "title": "Monday", "council": "Wexmouth", "here": "monday",
        "nav": (Section(text="The council", href="/", current=False), Section(text="Monday", href="/m", current=True)),
        "seat_title": "team manager", "seat_holder": "Jo Marsh", "seat_may": "sees one team.",
        "moment_words": "Monday 1 June 2026, 08:30", "is_moved": False, "as_at_value": "2026-06-01T08:30",
        "as_known_value": "", "known_words": "", "ahead_words": "", "hidden": (("n", ODD),), "back_to_now": "/monday",
        "amiss": "", "position": 7,
    }  # fmt: skip
    return Frame(**{**plain, **changes})  # type: ignore[arg-type]


def whole(**changes: object) -> str:
    page = NoSuch(what="There is no such child", why="Why.", do="Do.")
    return render_to_string("holdfast/no_such.html", {"frame": frame(**changes), "page": page})


TABLE = Table(
    caption=ODD,
    heads=(Head(text="Who"), Head(text="Days", numeric=True)),
    rows=(Row(cells=(Cell(text=ODD, href="/a?b=1&c=2"), Cell(text="4", numeric=True, detail="of 9")), key="row-1"),),
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("table", TABLE),
        ("tag", Tag(text=ODD)),
        ("person", Person(name=ODD)),
        ("crumbs", (Crumb(text=ODD, href="/"), Crumb(text="Here"))),
        ("strip", Strip(text=ODD)),
        ("empty", Empty(what=ODD)),
        ("picture", Picture(svg=small_trend([Point(label=ODD, value=1)], title=ODD, key="k"), words=ODD, table=TABLE)),
        ("picture", Picture(svg=small_trend([], title=ODD, key="k"), wide=True)),
    ],
)
def test_a_part_shows_its_words_as_words(name: str, value: object) -> None:
    shown = part(name, value)
    assert SAFE in shown
    assert "<b>" not in shown


def test_the_first_cell_of_a_row_is_its_head_and_the_row_can_be_pointed_at() -> None:
    shown = part("table", TABLE)
    assert shown.count('scope="col"') == 2
    assert re.search(r'<tr [^>]*id="row-1">\s*<th scope="row"[^>]*><a [^>]*href="/a\?b=1&amp;c=2"', shown)


def test_a_wide_table_can_be_pushed_sideways_by_keyboard_and_a_narrow_one_is_no_stop() -> None:
    wide = Table(caption="Everyone", heads=TABLE.heads, rows=TABLE.rows, wide=True)
    assert '<div class="hf-scroll" tabindex="0" role="region" aria-label="Everyone">' in part("table", wide)
    assert "tabindex" not in part("table", TABLE)


def test_a_wide_picture_is_named_by_its_words_or_else_by_its_table() -> None:
    svg = small_trend([], title="t", key="k")
    table = Table(caption="The months", heads=(), rows=())
    assert 'aria-label="A line"' in part("picture", Picture(svg=svg, words="A line", table=table, wide=True))
    assert 'aria-label="The months"' in part("picture", Picture(svg=svg, table=table, wide=True))


def test_a_page_has_one_main_one_heading_a_skip_link_and_its_own_words() -> None:
    shown = whole()
    assert [shown.count(one) for one in ("<main", "<h1", 'href="#main-content"', 'id="main-content"')] == [1, 1, 1, 1]
    assert "<title>There is no such child · Holdfast, Wexmouth</title>" in shown
    assert "Invented council. No real child or worker is shown." in shown
    assert "No law shown here has been signed off by a lawyer yet" in shown


def test_the_section_that_is_looked_at_is_said_and_no_other() -> None:
    assert re.findall(r'href="([^"]+)" aria-current', whole()) == ["/m"]


def test_every_field_of_the_bar_has_its_label_and_its_hint() -> None:
    shown = whole()
    fields = set(re.findall(r'<input class[^>]* id="([^"]+)"', shown))
    assert fields == {"as-at", "as-known"}
    assert fields == set(re.findall(r'<label [^>]*for="([^"]+)"', shown))
    assert set(re.findall(r'aria-describedby="([^"]+)"', shown)) == {f"{one}-hint" for one in fields}
    assert f'<input type="hidden" name="n" value="{SAFE}">' in shown


def test_a_moved_page_says_so_and_leads_back_and_todays_page_does_not() -> None:
    moved = whole(is_moved=True, moment_words="Friday 1 May 2026, 08:30", known_words="Only what was known by May.")
    assert "as it stood at <strong>Friday 1 May 2026, 08:30</strong>. Only what was known by May." in moved
    assert '<a class="govuk-link hf-bar__back" href="/monday">Back to today</a>' in moved
    assert "Back to today" not in whole()


def test_a_moment_that_could_not_be_read_is_said_beside_the_open_form() -> None:
    amiss = whole(amiss="This is not a day.")
    assert 'role="status">This is not a day.' in amiss
    assert '<details class="hf-bar__other" open>' in amiss
    assert '<details class="hf-bar__other">' in whole()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_for_faults_need_nothing_to_be_shown(name: str) -> None:
    shown = render_to_string(name)
    assert shown.count("<h1") == 1
    assert 'href="/"' in shown
