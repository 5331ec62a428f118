"""The council's page, a point of its line, and a finding: what they say, to whom, and where they lead."""

import re

import pytest

from holdfast.measures.promise import KIND_WORDS
from holdfast.measures.suppression import FEW_WORDS
from holdfast.web.home.line import SHAPES
from holdfast.web.seats import SEATS
from holdfast.wexmouth.line import the_line
from tests.web.pages import Ask, Page, words_of

SLUGS = [one.slug for one in the_line().findings]
POINTS = [one.slug for one in the_line().points]


def test_the_first_page_says_what_holdfast_is_and_that_the_council_is_invented(page: Ask) -> None:
    found = page("/")
    assert found.status == 200
    assert "It scores nobody and predicts nothing." in found.text
    assert "everybody in it are invented" in found.text


def test_the_first_page_has_every_point_of_the_line_and_today(page: Ask) -> None:
    found = page("/")
    assert [found.by_id(f"line-{slug}").tag for slug in POINTS] == ["li"] * len(POINTS)
    assert "1 June 2026" in found.by_id("line-today").text_content()


def test_each_finding_has_its_state_its_claim_and_its_list_one_click_away(page: Ask) -> None:
    found = page("/")
    for slug in SLUGS:
        card = found.by_id(f"finding-{slug}")
        assert card.xpath(".//*[contains(@class, 'govuk-tag')]")
        assert "The plan says" in card.text_content()
        assert card.xpath(".//a[contains(., 'The list behind')]")


def test_the_child_behind_a_finding_is_named_and_leads_to_the_child(page: Ask) -> None:
    card = page("/").by_id("finding-relatives-never-fully-approved")
    (link,) = card.xpath(".//a[normalize-space(.)='Poppy Lane']")
    assert link.get("href") == "/child/WX-S07-2"


def test_a_card_says_what_its_number_counts_and_which_way_is_better(page: Ask) -> None:
    found = page("/")
    for one in the_line().findings:
        words = words_of(found.by_id(f"finding-{one.slug}"))
        assert f"Counted each month: {one.shown.counts}." in words
        assert f"{'Higher' if one.shown.better == 'up' else 'Lower'} is better." in words
    assert not re.search(r"\d %", found.text)


def test_the_finding_whose_record_says_something_else_than_the_plan_comes_first(page: Ask) -> None:
    cards = page("/").find("//section[@id='findings']//li[contains(@class, 'hf-card')]/@id")
    assert len(cards) == len(SLUGS)
    assert cards[0] == "finding-relatives-never-fully-approved"
    assert cards[-1] in {"finding-too-many-faces", "finding-plans-that-stood-still"}


def test_whom_the_figure_counts_and_who_waits_now_are_told_apart(page: Ask) -> None:
    words = words_of(page("/").by_id("finding-plans-that-stood-still"))
    counted, waiting = words.split("Waiting now, and not in that figure: ")
    assert len(counted.split("Behind the figure of May 2026: ")[1].split(", ")) == 5
    assert waiting.startswith("Lennon Kellatarn .")
    whole = page("/finding/plans-that-stood-still")
    rows = [words_of(one) for one in whole.find("//tbody/tr[.//a[starts-with(@href, '/child/')]]")]
    assert sum("In the figure of May 2026" in one for one in rows) == 5
    assert [one.split()[0] for one in rows if "not in the figure" in one] == ["Lennon"]


def test_the_picture_of_the_line_gives_every_point_its_whole_title(page: Ask) -> None:
    (svg,) = page("/").find("//section[@id='line']//*[local-name()='svg']")
    said = " ".join(one.text_content() for one in svg.xpath(".//*[local-name()='text']"))
    assert [one.title for one in the_line().points if one.title not in said] == []
    assert "..." not in said


def test_every_kind_of_point_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(KIND_WORDS)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_a_station_that_is_not_built_says_so(page: Ask) -> None:
    found = page("/")
    assert "Not built yet" in found.by_id("station-early-help").text_content()
    assert "Good:" in found.by_id("station-care").text_content()


def test_every_seat_can_be_entered_from_the_first_page(page: Ask) -> None:
    found = page("/")
    codes = found.by_id("seats").xpath(".//input[@name='seat']/@value")
    assert codes == [*(one.code for one in SEATS), "looking-round"]
    assert set(found.by_id("seats").xpath(".//form/@action")) == {"/enter"}


def test_the_portfolio_holder_reads_states_and_no_names(page: Ask) -> None:
    found = page("/", seat="portfolio-holder")
    assert "Says on track, data worse" in found.text
    assert "Poppy" not in found.html
    assert "/child/" not in found.html
    assert "/monday" not in found.main.xpath("string(.)")


def test_a_worker_sees_only_her_own_children_behind_a_finding(page: Ask) -> None:
    found = page("/finding/relatives-never-fully-approved", seat="social-worker")
    assert "Poppy" not in found.html
    assert "children whom this seat does not see" in found.text


def numbers(found: Page) -> list[str]:
    return [words_of(one) for one in found.find("//ul[@class='hf-numbers']/li")]


def test_a_seat_that_sees_some_children_reads_of_whom_its_numbers_are(page: Ask) -> None:
    mine = numbers(page("/", seat="social-worker"))
    assert "of the 600 children and young people on record, whom you see" in mine[0]
    seen = mine[0].split("of the 600")[0].strip()
    assert 0 < int(seen) < 600
    assert f"of the {seen} whom you see" in mine[1]
    assert f"for the {seen} whom you see" in mine[2]
    assert "those of the whole council" in words_of(page("/", seat="social-worker").by_id("part"))
    whole = page("/", seat="director")
    assert numbers(whole)[0].startswith("600")
    assert "whom you see" not in " ".join(numbers(whole))
    assert not whole.find("//*[@id='part']")


def test_no_total_beside_its_stations_gives_a_small_number_away(page: Ask) -> None:
    whole = page("/", seat="director")
    outside = page("/", seat="portfolio-holder")
    told = [words_of(one) for one in outside.find("//li[@class='hf-station']/p")]
    assert any(FEW_WORDS in one.lower() for one in told if one.startswith("Good:"))
    assert any(FEW_WORDS in one.lower() for one in told if one.startswith("Worry:"))
    assert len(numbers(whole)) == 3
    assert numbers(outside) == []
    assert "A total that would give a small one of them away is not shown." in outside.text


def test_without_names_the_way_is_that_of_the_last_month_s_end_on_whichever_day_it_is_looked_at(page: Ask) -> None:
    """Two days side by side would tell of one child."""
    told: dict[str, list[list[str]]] = {}
    for seat in ("portfolio-holder", "director"):
        pages = [page(f"/?as-at={day}", seat) for day in ("2026-05-18", "2026-05-20")]
        told[seat] = [[words_of(part) for part in one.find("//*[@class='hf-station' or @id='part']")] for one in pages]
    first, second = told["portfolio-holder"]
    assert first == second
    assert "30 April 2026" in first[0]
    assert told["director"][0] != told["director"][1], "what would be given away if it did not stand still"


def test_what_is_called_good_is_not_called_in_time(page: Ask) -> None:
    for seat in ("director", "portfolio-holder", "social-worker"):
        text = page("/", seat=seat).text
        assert "done in time" not in text
        assert "in good time" not in text


def test_the_first_page_and_monday_say_for_when_a_decision_is_needed_in_the_same_word(page: Ask) -> None:
    assert "this week" in numbers(page("/"))[1]
    assert "this week" in page("/monday").text


@pytest.mark.parametrize("slug", SLUGS)
def test_every_finding_opens_what_was_found_promised_claimed_and_shown(page: Ask, slug: str) -> None:
    found = page(f"/finding/{slug}")
    assert found.status == 200
    for key in ("found", "promised", "claims", "record", "children", "state"):
        assert found.by_id(key) is not None
    assert len(found.find("//svg[@role='img']")) == 1
    assert len(found.find("//figure//tbody/tr")) == 12


@pytest.mark.parametrize("slug", POINTS)
def test_every_point_opens_what_was_found_and_leads_on(page: Ask, slug: str) -> None:
    found = page(f"/line/{slug}")
    assert found.status == 200
    point = the_line().point(slug)
    assert point is not None
    assert point.found[0] in found.text
    for finding in point.findings:
        assert f"/finding/{finding}" in found.html


def test_an_earlier_day_knows_nothing_of_later_points_findings_and_claims(page: Ask) -> None:
    assert page("/line/visit-5?as-at=2026-03-10").status == 404
    there = page("/line/visit-5?as-at=2026-03-11")
    assert there.status == 200
    assert "/inspectors/report/letter-visit-5?as-at=2026-03-11" in list(there.links())
    assert page("/finding/challenge-without-an-answer?as-at=2024-07-09").status == 404
    early = page("/finding/relatives-never-fully-approved?as-at=2026-02-09")
    assert "14 October 2025" in early.text
    assert "10 February 2026" not in early.text


def test_links_keep_the_day_that_is_looked_at(page: Ask) -> None:
    found = page("/?as-at=2026-05-18")
    links = found.main.xpath(".//a/@href")
    inside = [one for one in links if one.startswith("/")]
    assert inside
    assert [one for one in inside if "as-at=2026-05-18" not in one] == []


def test_an_address_of_no_finding_says_where_the_findings_are(page: Ask) -> None:
    found = page("/finding/gossip")
    assert found.status == 404
    assert "Go to the findings" in found.text
