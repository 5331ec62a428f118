"""The team's grid: one row a child, a word in every cell, and only the children whom a seat sees."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from holdfast.casework.seats import Seat
from holdfast.casework.team import STATIONS
from holdfast.casework.team import team as casework_team
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.web.today import now

Page = Callable[..., Any]

NAMED = "ancestor::*[@class='hf-sight__head']"
EAST, CARE, PATHWAYS = "WX-T-east", "WX-T-care", "WX-T-pathways"


def cells(row: Any) -> list[str]:
    """The words of a row's cells, without the column that a cell names on a narrow screen."""
    return [" ".join("".join(cell.xpath(f".//text()[not({NAMED})]")).split()) for cell in row]


def grid(asked: Any) -> list[list[str]]:
    """The grid's rows as words."""
    return [cells(row) for row in asked.find("//table[@id='sight']/tbody/tr")]


def test_teams_stand_by_name_with_their_children_and_nobody_is_compared(page: Page) -> None:
    found = page("/team/")
    rows = [cells(row) for row in found.find("//table[@id='teams']/tbody/tr")]
    names = [row[0] for row in rows]
    assert found.status == 200
    assert names == sorted(names)
    assert "East Safeguarding" in names
    assert all(row[1].isdigit() and row[2].isdigit() for row in rows)
    east = casework_team(the_council(), View(as_at=now()), EAST, None)
    assert east is not None
    assert rows[names.index("East Safeguarding")][1:] == [str(len(east.lines)), str(east.looks)]


def test_each_child_of_the_team_has_a_row_with_a_word_in_each_of_the_six_stations_and_beside(page: Page) -> None:
    found = page(f"/team/{EAST}?show=all")
    east = casework_team(the_council(), View(as_at=now()), EAST, None)
    assert east is not None
    rows = grid(found)
    assert len(rows) == len(east.lines) > 60
    assert all(len(row) == 1 + len(STATIONS) + 1 and all(row) for row in rows)
    looks = found.find("//table[@id='sight']//td[contains(@class,'hf-sight__part')]")
    assert len(looks) == east.looks > 0
    assert all("Look" in cell.text_content() for cell in looks)


def test_what_asks_for_a_look_says_since_when_by_when_what_to_do_and_on_what_it_rests(page: Page) -> None:
    (row,) = page(f"/team/{EAST}").find("//table[@id='sight']//tr[.//th//a[text()='Ronnie Hethermarch']]")
    seen = cells(row)[1]
    assert seen.startswith("Look Not since 1 May")
    assert "It was due by 18 May. Who can see Ronnie this week?" in seen
    assert seen.endswith("by the council's own standard")
    href = row.xpath("./td[1]//a/@href")[0]
    assert href.startswith("/child/")
    assert href.endswith("#clock-cp-visit")


def test_every_link_of_the_grid_leads_to_a_thing_on_the_childs_page(page: Page) -> None:
    links = page(f"/team/{EAST}").find("//table[@id='sight']//td[contains(@class,'__part')]//a/@href")
    assert links
    for href in links[:8]:
        path, _, mark = href.partition("#")
        assert page(path).find(f"//*[@id='{mark}']"), href


def names(asked: Any) -> set[str]:
    """The children of the grid by name."""
    return set(asked.find("//table[@id='sight']/tbody/tr/th/a/text()"))


def test_a_team_opens_on_those_who_ask_for_a_look_and_the_whole_of_it_is_one_click_away(page: Page) -> None:
    some = page(f"/team/{EAST}?as-at=2026-05-20")
    (link,) = some.find("//a[starts-with(text(), 'Show the whole team')]/@href")
    whole = page(link)
    assert 0 < len(grid(some)) < len(grid(whole)) == int(some.find("//*[@class='hf-lead']/text()")[0].split()[2])
    assert all(any("Look" in cell for cell in row) for row in grid(some))
    assert not any("Look" in cell for row in grid(whole)[len(grid(some)) :] for cell in row)
    assert grid(whole)[: len(grid(some))] == grid(some)
    links = whole.find("//table[@id='sight']//a/@href")
    assert links
    assert all("as-at=2026-05-20" in href for href in links)
    (back,) = whole.find("//a[starts-with(text(), 'Show only the')]/@href")
    assert grid(page(back)) == grid(some)


def test_where_nobody_asks_for_a_look_the_whole_team_stands_there_and_nothing_is_called_well(page: Page) -> None:
    with patch.object(Seat, "children", lambda *_: frozenset({"WX-S11-1"})):
        found = page(f"/team/{PATHWAYS}", seat="personal-adviser")
    assert len(grid(found)) == 1
    assert found.find("//*[@class='hf-lead']/text()") == ["1 child; on this record nobody asks for a look."]
    assert not found.find("//a[starts-with(text(), 'Show ')]")


def test_everybody_on_a_seats_monday_list_stands_among_those_who_ask_for_a_look(page: Page) -> None:
    monday = set(page("/monday?all=1", seat="team-manager").find("//*[contains(@class,'hf-monday__who')]//a/text()"))
    assert {"Ezra Meddawick", "Sienna Netherarick", "Tahlia Raxwick", "Beatrix Gosastead"} <= monday
    assert monday <= names(page(f"/team/{EAST}", seat="team-manager"))


def test_what_has_no_column_stands_beside_the_six_says_when_it_was_due_and_leads_to_the_child(page: Page) -> None:
    (row,) = page(f"/team/{EAST}").find("//table[@id='sight']//tr[.//th//a[text()='Sienna Netherarick']]")
    words = cells(row)[-1].replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("Look Decide what response a referral needs: it was due by 27 May")
    assert "Who will do it, and on what day?" in words
    assert row.xpath("./td[last()]//a/@href")[0].endswith("#clock-fd-referral-decision")


def test_a_plan_is_told_by_its_own_last_review_and_a_pathway_plan_by_none_from_the_time_in_care(page: Page) -> None:
    def plan(team: str, name: str) -> str:
        (row,) = page(f"/team/{team}?show=all").find(
            f"//table[@id='sight']//tr[.//th//a[starts-with(text(),'{name} ')]]"
        )
        return cells(row)[3].replace("\N{NO-BREAK SPACE}", " ")

    assert plan(EAST, "Ayo") == "Protection plan review of 2 December 2025 found: little or no change"
    assert plan(PATHWAYS, "Shanice") == "Pathway plan"


def test_each_cell_names_its_column_for_a_narrow_screen_and_keeps_its_part_in_the_table(page: Page) -> None:
    found = page(f"/team/{EAST}")
    heads = found.find("//table[@id='sight']/thead//th/text()")[1:]
    for row in found.find("//table[@id='sight'][@role='table']/tbody[@role='rowgroup']/tr[@role='row']"):
        assert row.xpath("./td[@role='cell']/span[@class='hf-sight__head']/text()") == heads
        assert row.xpath("count(./th[@role='rowheader'])") == 1


def test_the_grid_is_as_at_the_moment_that_is_looked_at(page: Page) -> None:
    def ronnie(moment: str) -> str:
        found = page(f"/team/{EAST}?show=all&as-at={moment}")
        (row,) = found.find("//table[@id='sight']//tr[.//th//a[text()='Ronnie Hethermarch']]")
        return cells(row)[1]

    assert ronnie("2026-05-18").startswith("Fine 1 May")
    assert ronnie("2026-05-19").startswith("Look Not since 1 May")


def test_a_seat_sees_its_own_team_and_no_other_and_a_worker_their_own_children(page: Page) -> None:
    manager = page("/team/", seat="team-manager")
    assert [cells(row)[0] for row in manager.find("//table[@id='teams']/tbody/tr")] == ["East Safeguarding"]
    assert page(f"/team/{CARE}", seat="team-manager").status == 404
    assert page(f"/team/{CARE}").status == 200
    worker = page(f"/team/{EAST}?show=all", seat="social-worker")
    rows = grid(worker)
    assert 0 < len(rows) < len(grid(page(f"/team/{EAST}?show=all")))
    assert all("Ask: Chloe Garrow" in row[0] for row in rows)
    assert "you do not see in this seat" in worker.text


def test_a_team_that_is_not_there_and_one_not_seen_are_told_alike(page: Page) -> None:
    strange, unseen = page("/team/nowhere", seat="team-manager"), page(f"/team/{CARE}", seat="team-manager")
    assert strange.status == unseen.status == 404
    assert strange.text == unseen.text


def test_the_portfolio_holder_sees_no_team(page: Page) -> None:
    assert page("/team/", seat="portfolio-holder").status == 404
    assert page(f"/team/{EAST}", seat="portfolio-holder").status == 404


def test_the_chronology_says_once_that_the_record_holds_none(page: Page) -> None:
    text = page(f"/team/{EAST}").text
    assert text.count("has no chronology and cannot say") == 1


def test_what_has_no_rule_behind_it_is_told_and_called_neither_fine_nor_amiss(page: Page) -> None:
    (row,) = page(f"/team/{EAST}").find("//table[@id='sight']//tr[.//th//a[text()='Ronnie Hethermarch']]")
    seen, heard = cells(row)[1], cells(row)[2]
    assert heard.startswith("1 May: seen alone")
    assert seen.startswith("Look")
    assert "hf-sight__yes" not in (row.xpath("./td[2]/@class") or [""])[0]


def test_the_whole_team_takes_no_more_queries_than_those_who_ask_for_a_look(page: Page) -> None:
    page(f"/team/{EAST}")
    some, whole = page(f"/team/{EAST}"), page(f"/team/{EAST}?show=all")
    assert len(grid(whole)) > len(grid(some)) + 50
    assert whole.queries == some.queries
