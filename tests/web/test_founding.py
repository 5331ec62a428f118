"""The tour: every row once, in our own words, and every link alive with the thing it speaks of."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from holdfast.web.founding.items import Link, NotARow, the_tour, tour_of

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
ROWS = SHARED / "product" / "founding_items.md"
DOCUMENTS = SHARED / "founding"

TOUR = the_tour()
LINKS = {link.href: link for link in (*(row.link for row in TOUR.items), *(stop.link for stop in TOUR.stops)) if link}
RUN = 6

Page = Callable[..., Any]


def test_every_row_of_the_documents_stands_once() -> None:
    expected = [f"A{n}" for n in range(1, 56)] + [f"B{n}" for n in range(1, 74)] + [f"Rec{n}" for n in range(1, 11)]
    assert [row.id for row in TOUR.items] == expected
    assert len(expected) == 138


@pytest.mark.skipif(not ROWS.is_file(), reason="the list of rows is not beside this repository")
def test_the_rows_are_those_of_the_list_they_were_taken_from() -> None:
    listed = re.findall(r"^\| ((?:A|B|Rec)\d+) \|", ROWS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [row.id for row in TOUR.items] == listed


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of six words, whatever stands between them."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"[\u2019']", "", text.lower()))
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def written() -> list[tuple[str, str]]:
    """Every text of the tour, with the row or stop that has it."""
    rows = [(row.id, text) for row in TOUR.items for text in (row.says, row.shows, row.missing)]
    rows += [(row.id, row.link.words) for row in TOUR.items if row.link]
    return rows + [(stop.heading, text) for stop in TOUR.stops for text in (stop.heading, stop.found, stop.notice)]


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not beside this repository")
def test_no_row_borrows_six_words_running_from_the_documents() -> None:
    theirs = set().union(*(runs(one.read_text(encoding="utf-8")) for one in sorted(DOCUMENTS.glob("*.txt"))))
    assert len(theirs) > 1000
    assert [(name, text) for name, text in written() if runs(text) & theirs] == []


def test_a_borrowed_sentence_would_be_noticed() -> None:
    assert runs("They said: one two three four, five six!") & runs("One, two. Three four five six seven")
    assert not runs("one two three four five") & runs("one two three four five")


def test_the_walk_has_twelve_stops_and_each_shows_rows_that_are_not_waiting() -> None:
    states = {row.id: row.state for row in TOUR.items}
    assert len(TOUR.stops) == 12
    assert [(stop.heading, row) for stop in TOUR.stops for row in stop.items if states[row] == "not yet"] == []


def test_at_least_forty_five_rows_work_or_work_partly() -> None:
    counted = Counter(row.state for row in TOUR.items)
    assert counted["works"] + counted["partly"] >= 45
    assert counted["works"] > 0


GROUP = '[[group]]\ncode = "g"\ndocument = "the 2022 document"\ncouncil = "Hull"\nabout = "care leavers"\n'
ROW = {"id": "A1", "group": "g", "kind": "weakness", "says": "Something was found."}
SEEN = {"shows": "What to look at.", "see": "the page", "path": "/monday"}


def toml(**row: str) -> str:
    return GROUP + "[[item]]\n" + "".join(f'{name} = "{value}"\n' for name, value in row.items())


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (ROW | {"state": "works"}, "The row A1 has no link, so it can only say: not yet."),
        (ROW | {"state": "partly", "missing": "More."}, "The row A1 has no link, so it can only say: not yet."),
        (ROW | SEEN | {"state": "not yet", "missing": "More."}, "says: not yet, and has a link"),
        (ROW | SEEN | {"state": "partly"}, "must say what is missing"),
        (ROW | SEEN | {"state": "works", "missing": "More."}, "must say what is missing, or else that it works"),
        (ROW | SEEN | {"state": "works", "shows": ""}, "must say what its link shows"),
        (ROW | SEEN | {"state": "soon", "missing": "More."}, "has a state that is none of"),
        (ROW | SEEN | {"state": "works", "kind": "gossip"}, "has a kind that is none of"),
        (ROW | SEEN | {"state": "works", "path": "monday"}, "a path that begins with /"),
        (ROW | SEEN | {"state": "works", "seat": "caretaker"}, "names a seat that nobody has."),
        (ROW | SEEN | {"state": "works", "colour": "red"}, "has parts that nobody knows: colour"),
        (ROW | SEEN | {"state": "works", "group": "h"}, "names the group h, and there is none"),
        ({"id": "A1", "group": "g"}, "The row A1 lacks: kind, says, state."),
    ],
)
def test_a_row_that_does_not_hold_together_is_refused_in_a_sentence(row: dict[str, str], sentence: str) -> None:
    with pytest.raises(NotARow, match=re.escape(sentence)):
        tour_of(toml(**row), "")


@pytest.mark.parametrize("row", [ROW | SEEN | {"state": "works"}, ROW | {"state": "not yet", "missing": "All of it."}])
def test_a_row_that_holds_together_is_taken(row: dict[str, str]) -> None:
    (item,) = tour_of(toml(**row), "").items
    assert bool(item.link) == (item.state != "not yet")


def test_a_row_that_stands_twice_is_refused() -> None:
    row = "[[item]]" + toml(**ROW, state="not yet", missing="All of it.").partition("[[item]]")[2]
    with pytest.raises(NotARow, match="more than once stands: A1"):
        tour_of(GROUP + row + row, "")


def test_a_stop_without_a_link_and_a_stop_at_no_row_are_refused() -> None:
    stop = '[[stop]]\nheading = "H"\nfound = "F."\nnotice = "N."\nsee = "it"\n'
    with pytest.raises(NotARow, match="The stop H lacks: path"):
        tour_of("", stop + 'items = ["A1"]\n')
    with pytest.raises(NotARow, match="needs a link and at least one row"):
        tour_of("", stop + 'path = "/monday"\n')
    with pytest.raises(NotARow, match="names the row A1, and there is none"):
        tour_of("", stop + 'path = "/monday"\nitems = ["A1"]\n')


HEADINGS = {"h1", "h2", "h3", "h4", "caption", "th", "summary", "label", "button", "nav"}


def amiss(text: str, anchor: str) -> str:
    """What is wrong with a page that a link opened ("": nothing): no such mark, or nothing in it to read."""
    tree = html.fromstring(text)
    main = tree.find(".//main")
    if main is None or not said(main):
        return "there is nothing on the page but headings"
    if not anchor:
        return ""
    marked = [one for one in tree.iter() if one.get("id") == anchor]
    if len(marked) != 1:
        return f"{len(marked)} things on the page are marked {anchor}"
    (one,) = marked
    around = [*one.iterancestors(), *one.iter()]
    if any("hf-empty" in (part.get("class") or "").split() for part in around):
        return f"what is marked {anchor} is empty"
    return "" if said(one) or said(one.getparent()) else f"what is marked {anchor} says nothing"


def said(element: Any) -> str:
    """The words of a part of the page without its headings, table heads and links elsewhere."""
    if not isinstance(element.tag, str) or element.tag in HEADINGS:
        return ""
    words = [element.text or "", *(said(one) + (one.tail or "") for one in element)]
    return "".join(words).strip()


@pytest.mark.parametrize(
    ("page", "anchor"),
    [
        ("<html><body><main><h1>Monday</h1></main></body></html>", ""),
        ("<html><body><main></main></body></html>", ""),
        ("<html><body><p>Only a foot.</p></body></html>", ""),
        ("<html><body><main><h1>Monday</h1><p id='b'>Words.</p></main></body></html>", "a"),
        (
            "<html><body><main><div id='a'><h2>H</h2><div class='hf-empty'>Nothing.</div></div></main></body></html>",
            "a",
        ),
        ("<html><body><main><p>W.</p><div><h2 id='a'>H</h2></div></main></body></html>", "a"),
        ("<html><body><main><p id='a'>W.</p><p id='a'>W.</p></main></body></html>", "a"),
    ],
)
def test_the_check_for_an_empty_page_turns_red_at_a_planted_one(page: str, anchor: str) -> None:
    assert amiss(page, anchor)


@pytest.mark.parametrize(("anchor"), ["", "a", "h"])
def test_the_check_for_an_empty_page_stays_quiet_at_a_full_one(anchor: str) -> None:
    assert (
        amiss("<html><body><main><section><h2 id='h'>H</h2><p id='a'>Words.</p></section></main></body></html>", anchor)
        == ""
    )


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/finding/too-many-faces", False), ("/finding/too-many-faces/known", True), ("/", False), ("/basics", False),
        ("/monday", True), ("/finding/too-many-faces/cohort", False),
    ],
)  # fmt: skip
def test_a_seat_without_names_is_led_to_no_page_that_names_children(path: str, names: bool) -> None:
    assert Link(words="see", path=path).names_a_child is names


@pytest.mark.parametrize("href", sorted(href for href, link in LINKS.items() if link.seat))
def test_every_link_for_a_seat_opens_a_page_with_the_thing_marked(page: Page, href: str) -> None:
    """All others are opened by tests/browser/test_tour.py."""
    opened = page(href.partition("#")[0], seat=LINKS[href].seat or None)
    assert opened.status == 200
    assert amiss(opened.html, LINKS[href].anchor) == ""


def test_the_tour_shows_every_row_with_its_state_and_every_link(page: Page) -> None:
    shown = page("/founding/")
    tree = html.fromstring(shown.html)
    marked = {one.get("id") for one in tree.iter() if one.get("id")}
    assert {row.id for row in TOUR.items} <= marked
    hrefs = {one.get("href") for one in tree.iter("a")}
    assert {row.link.href for row in TOUR.items if row.link and not row.link.seat} <= hrefs
    pressed = {(one.get("value"), seat.get("value")) for one, seat in onward(tree)}
    assert {(row.link.href, row.link.seat) for row in TOUR.items if row.link and row.link.seat} == pressed
    counted = Counter(row.state for row in TOUR.items)
    assert f"{counted['works']} can be followed on a page today" in shown.text


@pytest.mark.parametrize("state", ["works", "partly", "not yet"])
def test_the_tour_can_be_narrowed_to_one_state(page: Page, state: str) -> None:
    tree = html.fromstring(page(f"/founding/?state={state}").html)
    marked = {one.get("id") for one in tree.iter("li") if one.get("id")}
    assert marked == {row.id for row in TOUR.items if row.state == state}


def test_a_state_that_nobody_knows_shows_every_row(page: Page) -> None:
    tree = html.fromstring(page("/founding/?state=soon").html)
    assert sum(1 for one in tree.iter("li") if one.get("id")) == len(TOUR.items)


def test_the_walk_shows_its_stops_in_order_with_their_links(page: Page) -> None:
    tree = html.fromstring(page("/founding/walk").html)
    stops = [one for one in tree.iter("li") if (one.get("id") or "").startswith("stop-")]
    assert [stop.findtext(".//h2") for stop in stops] == [stop.heading for stop in TOUR.stops]
    for shown, stop in zip(stops, TOUR.stops, strict=True):
        assert stop.link.href in {one.get("href") for one in shown.iter("a")}


@pytest.mark.parametrize("path", ["/founding/", "/founding/walk"])
def test_a_seat_without_names_is_shown_no_child(page: Page, path: str) -> None:
    shown = page(path, seat="portfolio-holder").html
    assert "/child/" not in shown
    assert [name for name in ("WX-", "Poppy", "Callum", "Leo ", "Priya", "Alfie") if name in shown] == []


def test_a_seat_with_some_children_is_told_that_some_links_stay_shut(page: Page) -> None:
    assert "sees some children only" in page("/founding/", seat="team-manager").text
    assert "sees some children only" not in page("/founding/", seat="director").text


def test_a_link_is_written_with_its_day_and_its_mark() -> None:
    link = Link(words="it", path="/child/x", as_at="2026-03-13T16:30", anchor="plan")
    assert link.href == "/child/x?as-at=2026-03-13T16%3A30#plan"
    assert Link(words="it", path="/monday").href == "/monday"


def onward(tree: Any) -> list[tuple[Any, Any]]:
    """Each button that enters a seat on the way to a page: the field for the page, and the one for the seat."""
    forms = [one for one in tree.iter("form") if one.find("button") is not None and one.getparent().tag == "li"]
    return [(one.find("input[@name='next']"), one.find("input[@name='seat']")) for one in forms]


SEATED = [row for row in TOUR.items if row.link and row.link.seat]


def test_a_page_that_needs_a_seat_is_entered_by_one_button_and_is_not_there_without(page: Page) -> None:
    assert len(SEATED) >= 7
    for row in SEATED:
        assert row.link is not None
        assert page(row.link.path).status == 404
        entered = page("/enter", post={"seat": row.link.seat, "next": row.link.href})
        assert (entered.status, entered.location) == (302, row.link.href)


def test_whoever_is_in_the_seat_already_is_given_a_link_and_nobody_without_names_a_button(page: Page) -> None:
    for one in SEATED:
        assert one.link is not None
        tree = html.fromstring(page("/founding/", seat=one.link.seat).html)
        assert one.link.href in {link.get("href") for link in tree.iter("a")}
    assert onward(html.fromstring(page("/founding/", seat="portfolio-holder").html)) == []


@pytest.mark.parametrize("path", ["/founding/", "/founding/walk"])
def test_whoever_came_into_a_seat_on_the_way_can_look_round_again(page: Page, path: str) -> None:
    back = "//form[input[@name='seat'][@value='looking-round']]/input[@name='next']/@value"
    assert page(path, seat="social-worker").find(back) == [path]
    assert page(path).find(back) == []
    assert page(path, seat="director").find(back) == []
