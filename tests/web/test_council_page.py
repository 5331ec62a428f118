"""The council's page, a point of its line, and a finding: what they say, to whom, and where they lead."""

import pytest

from holdfast.web.seats import SEATS
from holdfast.wexmouth.line import the_line
from tests.web.pages import Ask

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
    assert "Says on track, data flat" in found.text
    assert "Poppy" not in found.html
    assert "/child/" not in found.html
    assert "/monday" not in found.main.xpath("string(.)")


def test_a_worker_sees_only_her_own_children_behind_a_finding(page: Ask) -> None:
    found = page("/finding/relatives-never-fully-approved", seat="social-worker")
    assert "Poppy" not in found.html
    assert "children whom this seat does not see" in found.text


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
    assert page("/line/visit-5?as-at=2026-03-11").status == 200
    assert page("/finding/challenge-without-an-answer?as-at=2024-07-09").status == 404
    early = page("/finding/relatives-never-fully-approved?as-at=2026-02-09")
    assert "14 October 2025" in early.text
    assert "10 February 2026" not in early.text


def test_links_keep_the_day_that_is_looked_at(page: Ask) -> None:
    found = page("/?as-at=2026-05-01")
    links = found.main.xpath(".//a/@href")
    inside = [one for one in links if one.startswith("/")]
    assert inside
    assert [one for one in inside if "as-at=2026-05-01" not in one] == []


def test_an_address_of_no_finding_says_where_the_findings_are(page: Ask) -> None:
    found = page("/finding/gossip")
    assert found.status == 404
    assert "Go to the findings" in found.text
