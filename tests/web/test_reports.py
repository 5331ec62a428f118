"""The pages of what inspectors wrote: a council's line, the map, themes over time and search."""

import re

import pytest

from holdfast.casework.reports.held import library
from holdfast.casework.reports.over_time import over_time
from holdfast.casework.the_council import forget
from holdfast.inspection.history.as_printed import as_printed
from holdfast.inspection.history.kept import kept
from holdfast.inspection.tiles import tiles_on
from holdfast.web.documents import _invented
from holdfast.web.today import now
from tests.web.pages import Ask, words_of
from tests.web.report_forms import HULL, POINT, SENTENCE, a_small_council, read_in_this_process, take_in

__all__ = ["a_small_council", "read_in_this_process"]


PAGES = (
    "/inspectors/", f"/inspectors/?council={HULL}", "/inspectors/map", "/inspectors/themes", "/inspectors/search",
    "/inspectors/report/report-2023", POINT, SENTENCE,
)  # fmt: skip


def test_wexmouths_line_is_a_picture_and_a_table_that_say_the_same(page: Ask) -> None:
    found = page("/inspectors/")
    (svg,) = found.find("//figure//*[local-name()='svg']")
    drawn, rows = words_of(svg), [words_of(one) for one in found.find("//table[@id='entries']/tbody/tr")]
    assert len(rows) == 10
    assert sum("Monitoring visit" in one for one in rows) == 5
    for words in ("as printed on 24 July 2023", "Monitoring visit 3", "A commissioner is appointed"):
        assert words in drawn
    assert "Inadequate; 5 monitoring visits since." in words_of(found.by_id("standing"))
    assert "is invented" in found.text
    assert "Fifth" not in page("/inspectors/?as-at=2026-03-10").text


def test_a_real_councils_line_has_its_sources_and_says_that_newer_reports_may_exist(page: Ask) -> None:
    found = page(f"/inspectors/?council={HULL}")
    assert "newer reports may exist" in found.text
    rows = [words_of(one) for one in found.find("//table[@id='entries']/tbody/tr")]
    assert [one for one in rows if "Ofsted" not in one and "Department" not in one] == []
    assert any("Sources differ." in one for one in rows)
    assert "No report on Kingston upon Hull has been taken in here" in found.text
    nothing = page("/inspectors/?council=E09000001&as-at=2013-01-01")
    assert "Nothing of City of London is on record here by this day." in nothing.text
    assert page("/inspectors/?council=E99999999").status == 404


def test_the_map_has_a_tile_and_a_row_for_each_council_letter_and_colour_alike(page: Ask) -> None:
    found = page("/inspectors/map?area=overall&year=2024")
    there = tiles_on(now().date())
    (svg,) = found.find("//figure//*[local-name()='svg']")
    tiles = [one for one in svg.iter() if str(one.get("width")) == "57"]
    rows = found.find("//table[@id='councils']/tbody/tr")
    assert len(tiles) == len(rows) == len(there)
    letters = {"outstanding": "O", "good": "G", "requires": "RI", "inadequate": "I", "none": None}
    for one in tiles:
        kind = str(one.get("class")).rsplit("grade-", 1)[1]
        assert one.getnext().getnext().text == letters[kind]
    grades = [words_of(one[2]) for one in rows]
    drawn = [str(one.get("class")).rsplit("grade-", 1)[1] for one in tiles]
    assert drawn.count("good") == grades.count("Good") > 20
    assert drawn.count("none") == grades.count("No report on record here")
    assert "newer reports may exist" in found.text


def test_the_map_of_a_year_shows_no_later_grade_and_a_strange_question_the_present(page: Ask) -> None:
    early = page("/inspectors/map?area=overall&year=2016")
    dates = [words_of(one[3]) for one in early.find("//table[@id='councils']/tbody/tr")]
    assert any(dates)
    assert [one for one in dates if re.search(r"20(1[789]|2\d)", one)] == []
    assert "Cumbria" in early.text
    strange = page("/inspectors/map?area=gossip&year=1066")
    assert "overall, as printed by 1 June 2026" in strange.text
    assert page("/inspectors/map?as-at=2018-06-01").find("//select[@id='year']/option")[0].get("value") == "2018"


def test_a_grade_whose_report_was_not_read_is_on_the_councils_line_and_not_on_the_map_of_printed_ones(
    page: Ask,
) -> None:
    """Control: by the dated files it is the council's last grade, and its line tells it with its source."""
    told = as_printed(kept().inspections, "overall", now().date())[HULL]
    assert told.when.last.year == 2026
    assert "second hand" in page(f"/inspectors/?council={HULL}").text
    (row,) = page("/inspectors/map?area=overall").find(f"//table[@id='councils']//tr[.//a[contains(@href, '{HULL}')]]")
    assert words_of(row[3])
    assert "2026" not in words_of(row[3])


def test_themes_over_time_are_pictures_and_one_table_that_says_the_same(page: Ask) -> None:
    found = page("/inspectors/themes")
    cards = found.find("//li[contains(@class, 'hf-card')]")
    rows = found.find("//table[@id='by-year']/tbody/tr")
    assert len(cards) == len(rows) > 20
    door = words_of(found.by_id("theme-front_door"))
    assert re.search(r"\d+ strengths, \d+ weaknesses", door)
    assert "Nothing was written of: " in words_of(found.by_id("unsaid"))
    assert "No document is on record" in page("/inspectors/themes?as-at=2019-01-01").text


def test_search_shows_the_words_that_matched_and_where_they_stand(page: Ask) -> None:
    found = page("/inspectors/search?words=pathway&theme=care_leavers&polarity=weakness&year=2023")
    (one,) = found.find("//li[@class='hf-said__one']")
    assert [words_of(mark) for mark in one.xpath(".//mark")] == ["Pathway plans"]
    assert "Inspection of June 2023, page 9, paragraph 8" in words_of(one)
    (link,) = one.xpath(".//a/@href")
    path, _, mark = link.partition("#")
    assert words_of(page(path).by_id(mark)).startswith("Pathway plans are not reviewed")
    assert "Nothing was found." in page("/inspectors/search?words=unicorn").text
    assert page("/inspectors/search?year=soon&kind=rumour&theme=x%22%3E").status == 200
    assert "The first 60 are shown" in page("/inspectors/search").text


def test_what_is_asked_comes_back_escaped_in_its_form(page: Ask) -> None:
    found = page("/inspectors/search?words=%3Cscript%3Ealert(1)")
    assert "<script>alert" not in found.html
    assert found.by_id("words").get("value") == "<script>alert(1)"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_for_every_seat_shows_no_child_and_keeps_the_day(path: str, page: Ask) -> None:
    found = page(path, seat="portfolio-holder")
    assert found.status == 200
    assert "/child/" not in found.html
    day = page(f"{path}{'&' if '?' in path else '?'}as-at=2026-05-18")
    inside = [one for one in day.main.xpath(".//a/@href") if one.startswith("/")]
    assert [one for one in inside if "as-at=2026-05-18" not in one] == []


def test_pages_take_the_same_few_queries_with_one_document_more(page: Ask) -> None:
    def counts() -> dict[str, int]:
        forget()
        page("/about/")
        first = {path: page(path).queries for path in PAGES}
        assert max(page(path).queries for path in PAGES) <= 2
        return first

    before = counts()
    take_in(page)
    assert counts() == before
    assert max(before.values()) <= 8


def test_the_table_of_themes_counts_what_the_library_counts(page: Ask) -> None:
    every = {one.theme.name: one for one in over_time(library(_invented()).passages)}
    for row in page("/inspectors/themes").find("//table[@id='by-year']/tbody/tr"):
        name, *cells = [words_of(one) for one in row]
        said = [int(one) for one in re.findall(r"\d+", " ".join(cells))]
        assert sum(said) == every[name].told
