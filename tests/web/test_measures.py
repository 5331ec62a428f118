"""The measures on screen: figure and list agree, months lead to lists, and no name or small number goes outside."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from holdfast.casework.measures import figures, stretches
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.measures.register import BY_CODE, MEASURES
from holdfast.measures.suppression import FEW_WORDS, KEPT_BACK
from holdfast.web.today import now
from holdfast.wexmouth.line import the_line

Page = Callable[..., Any]

CODES = [one.code for one in MEASURES]
LIST = "/measures/visits-on-time/2026-05"


@pytest.fixture(autouse=True)
def _lists_are_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """How a long list comes in portions is tested in ``test_portion.py``."""
    monkeypatch.setattr("holdfast.web.portion.PORTION", 10_000)


def rows(asked: Any, table: str) -> list[list[str]]:
    """The rows of a table as words."""
    found = asked.find(f"//table[@id='{table}']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found]


def test_each_of_the_ten_has_its_question_figure_picture_trend_england_and_whose_definition(page: Page) -> None:
    found = page("/measures/")
    told = figures(the_council(), View(as_at=now()), MEASURES, stretches(View(as_at=now()))[:12])
    for one in MEASURES:
        card = found.by_id(f"measure-{one.code}")
        words = " ".join(card.text_content().split())
        last = told[one.code][-1]
        assert one.question in words
        assert f"{last.figure:g}" in words
        assert "May 2026" in words
        assert ("The department's definition" in words) is (one.definition == "the department's")
        assert (f"England {one.england.percent:g}%" in words) if one.england else "England" not in words
        assert len(card.xpath(".//*[local-name()='svg'][@role='img']")) == 1
    table = rows(found, "twelve-months")
    assert len(table) == 10
    assert all(len(row) == 13 for row in table)


@pytest.mark.parametrize("code", CODES)
def test_a_measures_page_has_twelve_months_this_one_so_far_and_each_leads_to_its_list(page: Page, code: str) -> None:
    found = page(f"/measures/{code}")
    months = rows(found, "months")
    assert [row[0] for row in months][-2:] == ["May 2026", "June 2026 so far (to 1 June 2026)"]
    assert len(months) == 13
    links = found.find("//table[@id='months']//th/a/@href")
    assert [href.rsplit("/", 1)[1] for href in links] == [
        f"{month.first:%Y-%m}" for month in stretches(View(as_at=now()))
    ]
    definition = found.by_id("definition").text_content()
    assert BY_CODE[code].counts in definition
    assert BY_CODE[code].yes in definition
    assert len(found.find("//figure//*[local-name()='svg'][@role='img']")) == 1
    assert "Explain this number: May 2026" in found.text


@pytest.mark.parametrize("code", CODES)
def test_the_list_on_the_page_sums_to_the_figure_on_the_page(page: Page, code: str) -> None:
    one, figure = BY_CODE[code], next(row for row in rows(page(f"/measures/{code}"), "months") if row[0] == "May 2026")
    found = page(f"/measures/{code}/2026-05")
    answers = Counter(" ".join(tag.text_content().split()) for tag in found.find("//table[@id='list']//td[1]/strong"))
    yes, every = answers[one.head], sum(answers.values()) - answers["Cannot say"]
    assert yes == int(figure[1] or 0)
    if one.unit == "share":
        assert every == int(figure[2] or 0)
    assert f"{yes}: {one.head.lower()}" in found.by_id("sums").text_content()


def test_each_line_of_a_list_leads_to_the_clock_on_the_childs_page(page: Page) -> None:
    links = page("/measures/reviews-on-time/2026-05").find("//table[@id='list']//th/a/@href")
    assert links
    path, _, mark = links[0].partition("#")
    assert mark.startswith("clock-cla-review-")
    assert page(path).status == 200


def test_a_seat_sees_its_own_lines_and_is_told_how_many_it_does_not_see(page: Page) -> None:
    whole, mine = page(LIST), page(LIST, seat="team-manager")
    every, own = rows(whole, "list"), rows(mine, "list")
    assert 0 < len(own) < len(every)
    assert f"{len(every) - len(own)} others are about children whom you do not see in this seat" in mine.text
    assert whole.by_id("sums").text_content() == mine.by_id("sums").text_content()
    assert not whole.find("//*[@id='others']")
    assert {row[0] for row in own} < {row[0] for row in every}


def test_a_month_is_told_as_at_its_end_whichever_later_day_is_looked_at(page: Page) -> None:
    may = next(row for row in rows(page("/measures/visits-on-time"), "months") if row[0] == "May 2026")
    later = rows(page("/measures/visits-on-time?as-at=2026-06-20"), "months")
    assert may in later
    assert later[-1][0] == "June 2026 so far (to 20 June 2026)"


def test_addresses_that_lead_to_no_measure_or_month_say_what_to_do(page: Page) -> None:
    for path in ("/measures/nothing", "/measures/nothing/2026-05", "/measures/visits-on-time/2024-05",
                 "/measures/visits-on-time/2026-07", "/measures/visits-on-time/may"):  # fmt: skip
        assert page(path).status == 404, path
    assert page("/measures/visits-on-time/2026-06").status == 200
    assert page("/measures/visits-on-time/2025-06").status == 200


# What the portfolio holder sees.


@pytest.fixture
def outside(page: Page) -> dict[str, Any]:
    """Every page of the measures that the portfolio holder may open."""
    paths = ["/measures/", *(f"/measures/{code}" for code in CODES)]
    return {path: page(path, seat="portfolio-holder") for path in paths}


def test_no_childs_name_id_or_page_reaches_the_portfolio_holder(outside: dict[str, Any]) -> None:
    council = the_council()
    names = set(council.names.values()) | set(council.names) | set(council.workers.values())
    for path, found in outside.items():
        assert found.status == 200
        assert [name for name in names if name in found.html] == [], path
        assert "/child/" not in found.html
        assert not [href for href in found.links() if re.fullmatch(r"/measures/[a-z0-9-]+/.+", href)]


@pytest.mark.parametrize("code", CODES)
def test_the_portfolio_holder_opens_no_list(page: Page, code: str) -> None:
    assert page(f"/measures/{code}/2026-05", seat="portfolio-holder").status == 404
    assert page(f"/measures/{code}/2026-05", seat="director").status == 200


def test_no_count_of_one_to_four_reaches_the_portfolio_holder(outside: dict[str, Any], page: Page) -> None:
    few = re.compile(r"(?<![\d.])[1-4](?![\d.%]| %)")
    inside = [cell for code in CODES for row in rows(page(f"/measures/{code}"), "months") for cell in row[1:]]
    assert any(few.search(cell) for cell in inside), "there is something to keep back"
    for path, found in outside.items():
        if path == "/measures/":
            continue
        table = rows(found, "months")
        assert len(table) == 12
        assert not [cell for row in table for cell in row[1:] if few.search(cell)], path
        assert "so far" not in found.text
    every = " ".join(found.text for found in outside.values())
    assert FEW_WORDS in every
    assert KEPT_BACK in every


def test_where_a_month_is_kept_back_no_picture_is_drawn_and_it_is_said_why(outside: dict[str, Any], page: Page) -> None:
    drawn = {}
    for code in CODES:
        found = outside[f"/measures/{code}"]
        kept = any(cell in (KEPT_BACK, FEW_WORDS) for row in rows(found, "months") for cell in row[1:4])
        picture = found.find("//figure//*[local-name()='svg']")
        card = outside["/measures/"].by_id(f"measure-{code}")
        assert bool(picture) == bool(card.xpath(".//*[local-name()='svg']")), code
        drawn[code] = bool(picture)
        if kept:
            assert not picture, code
            assert ("too small to show" in found.text) is ("too small to show" in " ".join(card.itertext())) is True
    assert set(drawn.values()) == {True, False}
    assert page("/measures/conferences-in-15").find("//figure//*[local-name()='svg']")


def test_a_figure_that_is_kept_back_is_said_in_plain_words_once(outside: dict[str, Any]) -> None:
    words = " ".join(outside["/measures/conferences-in-15"].by_id("figure").text_content().split())
    assert words == "May 2026: the numbers are too small to show."
    assert "No month is known" not in " ".join(found.text for found in outside.values())


@pytest.mark.parametrize("seat", ["director", "portfolio-holder"])
def test_a_measure_and_the_finding_that_rests_on_it_say_the_same(page: Page, seat: str) -> None:
    cards, home = page("/measures/", seat=seat), page("/", seat=seat)
    rested_on = [one for one in the_line().findings if one.shown.measure]
    assert len(rested_on) > 5
    for one in rested_on:
        card = cards.by_id(f"measure-{one.shown.measure}")
        (state,) = home.find(f"//*[@id='finding-{one.slug}']//*[contains(@class, 'govuk-tag')]")
        assert f"{' '.join(state.text_content().split())}." in " ".join(card.text_content().split())
        (shown,) = home.find(f"//*[@id='finding-{one.slug}']/p[@class='hf-detail'][2]")
        assert shown.text_content() in card.text_content()
        assert card.xpath(f".//a[@href='/finding/{one.slug}']")


def test_the_words_of_the_measures_are_those_that_people_use(page: Page) -> None:
    for path in ("/measures/", "/measures/return-interviews", "/measures/visits-on-time/2026-05"):
        text = page(path).text
        for jargon in ("nobody counts", "local norm", "it is held to", "Held to", "Beside it"):
            assert jargon not in text, (path, jargon)
        assert not re.search(r"\d %", text), path


def test_a_question_that_is_answered_in_percent_asks_for_a_share() -> None:
    for one in MEASURES:
        assert one.question.startswith("What share of " if one.unit == "share" else "How many "), one.code


def test_the_portfolio_holder_sees_the_same_whatever_was_known_when(page: Page) -> None:
    known = page("/measures/reviews-on-time?as-known=2026-01-01", seat="portfolio-holder")
    assert rows(known, "months") == rows(page("/measures/reviews-on-time", seat="portfolio-holder"), "months")


def test_nothing_of_a_share_that_is_kept_back_is_drawn(outside: dict[str, Any]) -> None:
    for path, found in outside.items():
        titles = [title.text_content() for title in found.find("//*[local-name()='svg']//*[local-name()='title']")]
        drawn = [title for title in titles if re.match(r"[A-Z][a-z]+ 20\d\d: ", title)]
        assert not [title for title in drawn if KEPT_BACK in title or FEW_WORDS in title], path
