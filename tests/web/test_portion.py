"""A long list comes in portions; nobody on it is out of reach, and only who is shown counts as looked at."""

from dataclasses import replace

import pytest

from holdfast.casework.looking import looks_at
from holdfast.casework.registers.found import RegisterNow
from holdfast.web import portion
from holdfast.web.portion import PORTION
from holdfast.web.registers import screens
from tests.web.pages import Ask, Page

LIST = "/measures/visits-on-time/2026-05"


def _lines(page: Page) -> list[str]:
    return [" ".join(row.itertext()) for row in page.find("//table[@id='list']/tbody/tr")]


def _children(page: Page) -> set[str]:
    links = page.find("//table[@id='list']//a/@href")
    return {link.partition("/child/")[2].partition("#")[0].partition("?")[0] for link in links}


def _all(page: Ask, path: str, seat: str = "director") -> list[Page]:
    pages = [page(path, seat)]
    while after := pages[-1].find("//a[@rel='next']/@href"):
        pages.append(page(after[0], seat))
    return pages


@pytest.mark.parametrize(("more", "portions"), [(0, 0), (1, 2)])
def test_a_list_of_one_portion_is_whole_and_one_line_more_makes_two(
    page: Ask, monkeypatch: pytest.MonkeyPatch, more: int, portions: int
) -> None:
    many = len(_lines(page(LIST, "team-manager")))
    assert 10 < many <= PORTION
    monkeypatch.setattr(portion, "PORTION", many - more)
    shown = page(LIST, "team-manager")
    assert len(_lines(shown)) == many - more
    assert len(shown.find("//nav[@aria-label='Parts of the list']")) == (1 if portions else 0)


def test_every_line_is_in_one_portion_and_in_no_other(page: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portion, "PORTION", 1000)
    whole = _lines(page(LIST, "director"))
    monkeypatch.setattr(portion, "PORTION", 25)
    parts = _all(page, LIST)
    assert len(parts) > 2
    assert [line for one in parts for line in _lines(one)] == whole
    back = page(parts[1].find("//a[@rel='prev']/@href")[0], "director")
    assert _lines(back) == _lines(parts[0])


@pytest.mark.parametrize("said", ["", "0", "x", "9999999", "-4", "\N{SUPERSCRIPT TWO}", "1e2"])
def test_an_address_that_asks_for_no_line_of_the_list_is_given_the_first_portion(
    page: Ask, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setattr(portion, "PORTION", 25)
    assert _lines(page(f"{LIST}?from={said}", "director")) == _lines(page(LIST, "director"))


@pytest.mark.parametrize("path", ["/monday", "/monday?all=1", "/monday?sheet=1", "/team/WX-T-east?show=all"])
def test_every_child_of_a_page_in_portions_is_on_one_of_them(
    page: Ask, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    marks = "//*[starts-with(@id, 'child-WX-')]/@id"
    monkeypatch.setattr("holdfast.web.monday.screens.PORTION", 1000)
    monkeypatch.setattr(portion, "PORTION", 1000)
    whole = page(path, "director").find(marks)
    monkeypatch.setattr("holdfast.web.monday.screens.PORTION", 20)
    monkeypatch.setattr(portion, "PORTION", 20)
    parts = _all(page, path)
    assert len(parts) > 1
    assert sorted(mark for one in parts for mark in one.find(marks)) == sorted(whole)


def test_what_nobody_was_shown_is_not_called_nothing(page: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("holdfast.web.monday.screens.PORTION", 20)
    monkeypatch.setattr(portion, "PORTION", 20)
    last = _all(page, "/monday")[-1].text
    for words in ("Nothing got worse", "Nobody came off", "No action, promise or decision of that week"):
        assert words not in last


def test_a_register_in_portions_ends_with_those_of_whom_it_cannot_say(
    page: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = screens.register_now

    def with_unsure(*asked: object) -> RegisterNow:
        return replace(found(*asked), unsure=tuple((f"WX-U-{one}", f"Unsure {one}") for one in range(7)))

    monkeypatch.setattr(screens, "register_now", with_unsure)
    monkeypatch.setattr("holdfast.web.registers.building.PORTION", 5)
    monkeypatch.setattr(portion, "PORTION", 5)
    parts = _all(page, "/registers/temporary-approval")
    counts = [len(one.find("//main//tbody/tr")) for one in parts]
    assert len(counts) > 2
    assert set(counts[:-1]) == {5}
    text = " ".join(one.text for one in parts)
    assert [f"Unsure {one}" for one in range(7) if f"Unsure {one}" not in text] == []
    assert "Unsure" not in parts[0].text


def test_only_those_who_were_shown_count_as_looked_at(page: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portion, "PORTION", 25)
    first, second, *_ = _all(page, LIST)
    shown, later = (_children(one) for one in (first, second))
    only_later = sorted(later - shown)[0]
    before = len(looks_at(min(shown))), len(looks_at(only_later))
    page(LIST, "director")
    assert (len(looks_at(min(shown))), len(looks_at(only_later))) == (before[0] + 1, before[1])
