"""The registers as they are shown: a table of all, each by name, and what the record cannot say."""

import pytest

from holdfast.casework.registers.places import REGISTERS
from tests.web.pages import Ask, words_of

EACH = pytest.mark.parametrize("code", [one.code for one in REGISTERS])


def test_every_register_is_a_row_of_the_first_page_and_leads_to_its_own(page: Ask) -> None:
    found = page("/registers/")
    assert found.status == 200
    for one in REGISTERS:
        row = found.by_id(f"register-{one.code}")
        assert row.xpath(".//a/@href")[0] == f"/registers/{one.code}"
        assert one.title in words_of(row)


@EACH
def test_each_register_has_as_many_rows_as_the_first_page_counts(page: Ask, code: str) -> None:
    counted = words_of(page("/registers/").by_id(f"register-{code}").xpath("./td")[0]).split()[0]
    found = page(f"/registers/{code}")
    assert found.status == 200
    assert len(found.find("//tr[starts-with(@id, 'child-')]")) == int(counted)


@EACH
def test_each_register_says_its_rule_its_tables_and_what_it_cannot_know(page: Ask, code: str) -> None:
    found = page(f"/registers/{code}")
    one = next(one for one in REGISTERS if one.code == code)
    assert one.question in found.text
    assert one.rule in found.text
    assert one.limits in found.text
    assert all(need.noun.table in found.text for need in one.needs)


def test_poppy_is_first_with_what_is_late_its_law_and_whom_to_ask(page: Ask) -> None:
    first = page("/registers/temporary-approval").find("//tr[starts-with(@id, 'child-')]")[0]
    assert first.get("id") == "child-WX-S07-2"
    words = words_of(first)
    for part in ("Poppy Lane", "8 December 2025", "30 March 2026", "law, read only at second hand", "Rhona Keel"):
        assert part in words
    assert first.xpath(".//a/@href")[0] == "/child/WX-S07-2#clock-cla-reg24-approval"


def test_any_day_can_be_asked_and_links_keep_it(page: Ask) -> None:
    assert "Nobody is on it now." in page("/registers/unaccompanied?as-at=2025-05-01").text
    links = page("/registers/far-from-home?as-at=2026-05-01").find("//main//a/@href")
    assert links
    assert all("as-at=2026-05-01" in href for href in links)


def test_a_register_with_nobody_says_so_in_words(page: Ask) -> None:
    found = page("/registers/homeless-at-16-and-17")
    assert "Nobody is on this register." in found.text
    assert "One child was on it four weeks ago." in found.text


def test_a_seat_sees_only_its_own_children_on_a_register(page: Ask) -> None:
    everybody = page("/registers/far-from-home").find("//tr[starts-with(@id, 'child-')]")
    theirs = page("/registers/far-from-home", seat="team-manager").find("//tr[starts-with(@id, 'child-')]")
    assert len(theirs) < len(everybody)


@pytest.mark.parametrize("path", ["/registers/", "/registers/temporary-approval"])
def test_the_portfolio_holder_is_refused_and_no_name_is_told(page: Ask, path: str) -> None:
    found = page(path, seat="portfolio-holder")
    assert found.status == 404
    assert "Poppy" not in found.html


def test_a_name_that_no_register_has_leads_to_all_of_them(page: Ask) -> None:
    found = page("/registers/nothing-of-the-kind")
    assert found.status == 404
    assert "/registers/" in found.find("//main//a/@href")


def test_it_takes_no_more_queries_for_all_registers_than_for_one(page: Ask) -> None:
    page("/registers/")
    assert page("/registers/").queries == page("/registers/temporary-approval").queries
