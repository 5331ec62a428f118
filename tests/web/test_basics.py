"""The basics for one day: numbers, a picture and names say the same, and each seat sees what is its own."""

import re

import pytest

from holdfast.casework.basics import BASICS
from holdfast.casework.the_council import the_council
from holdfast.web.basics.words import HEADS
from holdfast.web.portion import PORTION
from tests.web.pages import Ask, Page, words_of

FEW = re.compile(r"(?<![\w.-])[1-4](?![\w.-])")
OF = re.compile(r"(\d+) of (\d+)")


def numbers(found: Page) -> dict[str, list[int]]:
    """The numbers of each basic from the table below the picture."""
    rows = found.find("//table[@id='basics-table']/tbody/tr")
    return {words_of(row[0]): [int(words_of(cell)) for cell in row[1:]] for row in rows}


def test_the_table_the_picture_and_the_cards_say_the_same(page: Ask) -> None:
    found = page("/basics")
    table = numbers(found)
    assert list(table) == [HEADS[one] for one in BASICS]
    (svg,) = found.find("//figure//*[local-name()='svg']")
    drawn = words_of(svg)
    for basic in BASICS:
        good, asked, look, untold = table[HEADS[basic]]
        assert asked == good + look + untold
        card = words_of(found.by_id(f"basic-{basic}"))
        assert f"{good} of {asked}" in drawn
        assert f"{good} of {asked}" in card
        assert (f"{look} ask for a look" in card) is (look > 1)
    assert sum(some[2] for some in table.values()) > 20
    assert "Good, lately:" in found.text, "a good thing is told, too"


def test_everybody_behind_one_stands_by_name_those_who_ask_for_a_look_first(page: Ask) -> None:
    good, asked, look, untold = numbers(page("/basics"))[HEADS["review"]]
    found = page("/basics/review")
    assert f"Fine for {good} of {asked}. {look} ask for a look; {untold} cannot be told." in found.text
    rows = [words_of(one) for one in found.find("//table[@id='basic-children']/tbody/tr")]
    assert [" Look " in one for one in rows] == [True] * look + [False] * (len(rows) - look)
    assert len(rows) == min(asked, PORTION)
    assert "it was due by" in rows[0]
    plans = [words_of(one) for one in page("/basics/plan").find("//table[@id='basic-children']/tbody/tr")]
    told = (": it was due by", "An action waits, and it was due by")
    assert [one for one in plans if "it was due by" in one and not any(some in one for some in told)] == [], (
        "what was due is said"
    )


def test_a_team_has_its_own_numbers_and_its_own_list(page: Ask) -> None:
    row = page("/basics").by_id("team-WX-T-east")
    teams = [words_of(one) for one in page("/basics").find("//table[@id='basics-teams']/tbody/tr/th")]
    assert teams == sorted(teams), "an order that sets no team above another"
    (link,) = row.xpath(".//a[contains(@href, '/basics/seen?')]")
    good, asked = map(int, OF.findall(words_of(link).replace("\N{NO-BREAK SPACE}", " "))[0])
    found = page(link.get("href"))
    assert f"Fine for {good} of {asked}" in found.text
    assert {words_of(one[-1]) for one in found.find("//table[@id='basic-children']/tbody/tr")} == {"East Safeguarding"}
    assert len(found.find("//table[@id='basic-children']/tbody/tr")) == asked


def test_a_team_manager_is_told_of_the_children_whom_she_sees(page: Ask) -> None:
    found, whole = page("/basics", seat="team-manager"), page("/basics")
    assert "children whom you see are with a team" in found.text
    assert numbers(found)[HEADS["seen"]][1] < numbers(whole)[HEADS["seen"]][1]
    assert len(found.find("//table[@id='basics-teams']/tbody/tr")) == 1
    listed = page("/basics/seen", seat="team-manager")
    assert "Seen in time: the children whom you see" in listed.text
    assert page("/basics/seen?team=WX-T-west", seat="team-manager").status == 404


@pytest.mark.parametrize("path", ["/basics/gossip", "/basics/seen?team=gossip"])
def test_an_address_of_no_basic_or_of_no_team_says_where_they_are(page: Ask, path: str) -> None:
    found = page(path)
    assert (found.status, "Go to the basics" in found.text) == (404, True)


def test_the_portfolio_holder_reads_no_name_and_no_small_number_and_opens_no_list(page: Ask) -> None:
    found = page("/basics", seat="portfolio-holder")
    assert found.status == 200
    assert "/child/" not in found.html
    assert [name for name in the_council().names.values() if name in found.text] == []
    cells = [words_of(one) for one in found.find("//table[@id='basics-table']/tbody/tr/td")]
    assert len(cells) == 2 * len(BASICS)
    assert [one for one in cells if FEW.search(one)] == []
    told = {words_of(row[0]): [words_of(cell) for cell in row[1:]] for row in found.find("//tbody/tr")}
    for head, (good, asked, look, untold) in numbers(page("/basics?as-at=2026-05-31")).items():
        so = next(cells[0] for name, cells in told.items() if name.startswith(head))
        assert so == (str(good) if 0 in (good, look + untold) or min(good, look + untold) > 4 else "not shown"), asked
    assert page("/basics/seen", seat="portfolio-holder").status == 404


def test_links_keep_the_day_and_the_day_is_told(page: Ask) -> None:
    found = page("/basics?as-at=2026-05-18")
    assert "The basics on 18 May 2026" in found.text
    inside = [one for one in found.main.xpath(".//a/@href") if one.startswith("/")]
    assert inside
    assert [one for one in inside if "as-at=2026-05-18" not in one] == []


def test_it_takes_as_few_queries_for_all_as_for_one_and_for_any_seat(page: Ask) -> None:
    paths = ("/basics", "/basics/seen", "/basics/seen?team=WX-T-east")
    counts = {page(path, seat=seat).queries for path in paths for seat in (None, "team-manager")}
    assert len(counts) == 1
    assert counts.pop() <= 2


def test_the_first_page_and_the_teams_lead_to_it(page: Ask) -> None:
    assert "/basics" in list(page("/").links())
    assert "/basics" in list(page("/team/").links())
