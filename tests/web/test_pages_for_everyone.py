"""Every page: sound HTML, nothing from elsewhere, nothing kept on the way, and made so that everybody can use it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from tests.web.pages import Page, ask, words_of

Complain = Callable[[Page], Iterator[str]]

FIELDS = "//input[not(@type='hidden') and not(@type='submit')] | //select | //textarea"


def one_main_heading(page: Page) -> Iterator[str]:
    """A page has one h1, and no level of heading is left out."""
    levels = [int(one.tag[1]) for one in page.find("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    if levels.count(1) != 1:
        yield f"has {levels.count(1)} main headings"
    in_main = [int(one.tag[1]) for one in page.main.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6")]
    started = in_main[in_main.index(1) :] if 1 in in_main else in_main
    for before, after in pairwise(started):
        if after > before + 1:
            yield f"goes from h{before} to h{after}"


def unique_ids(page: Page) -> Iterator[str]:
    """An id names one element, and what points at one finds it."""
    counts = Counter(page.find("//@id"))
    yield from (f"has the id {key!r} {number} times" for key, number in counts.items() if number > 1)
    pointing = ("//@aria-describedby", "//@aria-labelledby", "//@aria-controls", "//label/@for")
    for attribute in pointing:
        missing = {key for said in page.find(attribute) for key in said.split() if key not in counts}
        yield from (f"points at {key!r}, which is not there" for key in sorted(missing))
    here = page.path.partition("?")[0]
    for href in page.find("//a/@href"):
        where, _, key = href.partition("#")
        if key and where in ("", here) and key not in counts:
            yield f"leads to #{key}, which is not on it"


def labelled_fields(page: Page) -> Iterator[str]:
    """Every field has a label, every button a name."""
    for field in page.find(FIELDS):
        if not page.root.xpath("//label[@for=$key]", key=field.get("id") or "none") and not field.xpath(
            "ancestor::label"
        ):
            yield f"has a field without a label: {field.get('name')}"
    yield from ("has a button without a name" for one in page.find("//button") if not words_of(one))


def told_tables(page: Page) -> Iterator[str]:
    """Every table has a caption and heads with a scope."""
    for table in page.find("//table"):
        captions = table.xpath("./caption")
        if len(captions) != 1 or not words_of(captions[0]):
            yield "has a table without a caption"
            continue
        name = words_of(captions[0])
        if not table.xpath(".//th"):
            yield f"has a table without heads: {name}"
        if table.xpath(".//th[not(@scope)]"):
            yield f"has a head without a scope: {name}"


def links_that_make_sense(page: Page) -> Iterator[str]:
    """A link says by itself where it leads."""
    vague = {"", "here", "click here", "more", "read more", "link", "this", "details", "see more"}
    for link in page.find("//a[@href]"):
        name = (link.get("aria-label") or words_of(link)).casefold().strip(" .")
        if name in vague:
            yield f"has a link that says only {name!r} ({link.get('href')})"


def nothing_inline(page: Page) -> Iterator[str]:
    """No script or style but files of our own, no handler, no address of another host."""
    yield from ("has a script" for one in page.find("//script") if words_of(one) or not _is_ours(one.get("src")))
    yield from ("has a style element" for _ in page.find("//style"))
    yield from (f"has an inline style: {one}" for one in page.find("//@style"))
    yield from (f"has a handler: {one}" for one in page.find("//@*[starts-with(name(), 'on')]"))
    outside = page.find("//link/@href | //img/@src | //@srcset | //script/@src | //iframe/@src | //form/@action")
    yield from (f"asks elsewhere: {one}" for one in outside if "//" in one)


def _is_ours(address: str | None) -> bool:
    return bool(address) and address.startswith("/static/")


def pictures_that_tell(page: Page) -> Iterator[str]:
    """A picture is told in words, or is hidden from those who listen."""
    for picture in page.find("//*[local-name()='svg']"):
        if picture.get("aria-hidden") == "true" or picture.xpath("ancestor::*[@aria-hidden='true']"):
            continue
        if picture.get("role") != "img" or not picture.get("aria-labelledby"):
            yield "has a picture without words"
    yield from ("has an image without words" for one in page.find("//img[not(@alt)]"))


def named_landmarks(page: Page) -> Iterator[str]:
    """One main part, a language, a title of its own, a way past the navigation."""
    if len(page.find("//main")) != 1:
        yield "has not one main part"
    if page.root.get("lang") != "en-GB":
        yield "has no language"
    if page.find("//a[contains(@class, 'skip-link')]/@href") != ["#main-content"]:
        yield "has no way past the navigation"
    names = [one.get("aria-label") or one.get("aria-labelledby") for one in page.find("//nav | //section[@aria-label]")]
    yield from (f"has two parts called {name!r}" for name, number in Counter(names).items() if number > 1)


def wide_tables_in_a_box(page: Page) -> Iterator[str]:
    """What can be pushed sideways can be reached by keyboard and has a name."""
    for box in page.find("//*[contains(concat(' ', @class, ' '), ' hf-scroll ')]"):
        if box.get("tabindex") != "0" or box.get("role") != "region" or not box.get("aria-label"):
            yield "has a box for a wide table that the keyboard cannot reach"


RULES: tuple[Complain, ...] = (
    one_main_heading, unique_ids, labelled_fields, told_tables, links_that_make_sense, nothing_inline,
    pictures_that_tell, named_landmarks, wide_tables_in_a_box,
)  # fmt: skip

STATES = (
    "/no/such/page", "/child/nobody", "/child/WX-S10-1/why/no-such-duty", "/team/nobody", "/measures/none",
    "/measures/visits-on-time/2031-01", "/measures/visits-on-time/never", "/registers/none", "/finding/none",
    "/line/none", "/monday?as-at=2019-01-01", "/monday?as-at=0001-01-01", "/monday?as-at=2026-05-04",
    "/?as-at=nonsense",
    "/child/WX-S10-1?as-at=2026-05-04&as-known=2026-05-03", "/child/WX-S10-1?as-at=2001-01-01", "/import/?entry=1",
    "/team/?as-at=2019-01-01", "/registers/?as-at=2019-01-01", "/measures/?as-at=2019-01-01",
    "/packs/board?as-at=2019-01-01", "/visits/leadership?as-at=2019-01-01",
)  # fmt: skip
"""Pages that no link leads to: what is not there, what is empty, another moment."""


@pytest.fixture(scope="module")
def all_states(every_page: list[Page], without_names: list[Page], django_db_blocker) -> list[Page]:
    """Pages of every route, those of a seat without names, and the states that no link leads to."""
    with django_db_blocker.unblock():
        return [*every_page, *without_names[:25], *(ask(one) for one in STATES)]


@pytest.mark.parametrize("rule", RULES, ids=[one.__name__ for one in RULES])
def test_every_page_keeps_the_rule(rule: Complain, all_states: list[Page]) -> None:
    shown = [one for one in all_states if one.headers["Content-Type"].startswith("text/html")]
    assert [f"{one.path} {words}" for one in shown for words in dict.fromkeys(rule(one))] == []


def _shown(body: str, title: str = "A page") -> Page:
    html = (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title></head><body>'
        f'<a class="govuk-skip-link" href="#main-content">Skip</a><main id="main-content">{body}</main></body></html>'
    )
    return Page(path="/planted", status=200, html=html, queries=0, headers={"Content-Type": "text/html"})


PLANTED = [
    (one_main_heading, "<h2>No main heading</h2>"),
    (one_main_heading, "<h1>One</h1><h3>Three</h3>"),
    (unique_ids, "<h1 id='a'>A</h1><p id='a'>b</p>"),
    (unique_ids, "<a href='#nowhere'>Nowhere</a>"),
    (labelled_fields, "<input name='x' id='x'>"),
    (told_tables, "<table><tr><th scope='col'>A</th></tr></table>"),
    (told_tables, "<table><caption>A</caption><tr><th>A</th></tr></table>"),
    (links_that_make_sense, "<a href='/x'>Read more</a>"),
    (nothing_inline, "<p style='color:red'>x</p>"),
    (nothing_inline, "<script>x()</script>"),
    (nothing_inline, "<p onclick='x()'>x</p>"),
    (nothing_inline, "<img src='https://elsewhere.example/x.png' alt='x'>"),
    (pictures_that_tell, "<svg></svg>"),
    (named_landmarks, "<nav aria-label='A'></nav><nav aria-label='A'></nav>"),
    (wide_tables_in_a_box, "<div class='hf-scroll'></div>"),
]


@pytest.mark.parametrize(("rule", "body"), PLANTED)
def test_each_rule_turns_red_at_a_planted_fault(rule: Complain, body: str) -> None:
    assert list(rule(_shown(body)))


def test_a_sound_page_keeps_every_rule() -> None:
    sound = "<h1>One</h1><h2 id='two'>Two</h2><table><caption>C</caption><tr><th scope='col'>A</th></tr></table>"
    assert [words for rule in RULES for words in rule(_shown(sound))] == []


def test_every_page_carries_a_strict_policy_and_is_kept_nowhere(all_states: list[Page]) -> None:
    for one in all_states:
        policy = dict(part.strip().partition(" ")[::2] for part in one.headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == "'none'", one.path
        assert policy["style-src"] == "'self'", one.path
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'", one.path
        assert policy["script-src"] == policy["connect-src"] == "'self'", one.path
        assert one.headers["Cache-Control"] == "no-store", one.path
        assert one.headers["X-Frame-Options"] == "DENY", one.path
        assert one.headers["X-Content-Type-Options"] == "nosniff", one.path
        assert one.headers["Referrer-Policy"] == "same-origin", one.path


def test_what_is_not_there_says_so_with_its_number(all_states: list[Page]) -> None:
    by_path = {one.path: one.status for one in all_states}
    missing = STATES[:10]
    assert {one: by_path[one] for one in missing} == dict.fromkeys(missing, 404)
    assert {one: by_path[one] for one in STATES[10:]} == dict.fromkeys(STATES[10:], 200)


SHOUTED = re.compile(r"\b(LAC|AWOL|absconder|alleges|disclosed|failed to engage|DNA|overdue)\b", re.IGNORECASE)


def test_pages_say_it_in_the_words_young_people_asked_for(every_page: list[Page]) -> None:
    found = [
        f"{one.path}: {word}" for one in every_page for word in SHOUTED.findall(one.text) if one.route != "founding"
    ]
    assert found == []
