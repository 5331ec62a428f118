"""Three flat months while somebody says on track raise one plain line on four pages; two raise none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from holdfast.casework import findings, improvement, measures
from holdfast.casework.council import Council
from holdfast.measures.measure import MonthFigure
from tests.web.pages import Ask, Page, words_of

TITLE = "Relatives who care for a child"
WHERE = ("/", "/monday", "/packs/board", "/plan/")

THREE_FLAT = [*range(12, 3, -1), 4, 4, 4]
TWO_FLAT = [*range(13, 3, -1), 4, 4]


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[int]], None]:
    """Plant how many relatives were under a temporary approval at the end of each month."""

    def plant(counts: Sequence[int]) -> None:
        def told(*args: Any) -> Mapping[str, tuple[MonthFigure, ...]]:
            found = dict(measures.figures(*args))
            some = found.get("open-temporary-approvals")
            if some is not None:
                found["open-temporary-approvals"] = tuple(
                    replace(one, numerator=count) for one, count in zip(some, counts, strict=True)
                )
            return found

        kept = Council.kept

        def asked_anew(self: Council, key: Any, work: Any, *rest: Any, **more: Any) -> Any:
            # What is kept of today's figures would answer otherwise.
            return work() if key[0] in ("findings", "stalled") else kept(self, key, work, *rest, **more)

        monkeypatch.setattr(findings, "figures", told)
        monkeypatch.setattr(improvement, "figures", told)
        monkeypatch.setattr(Council, "kept", asked_anew)

    return plant


def alarm(found: Page) -> str:
    """What the line says; empty where there is none."""
    some = found.find("//*[@id='stalled']")
    return words_of(some[0]) if some else ""


def test_three_flat_months_raise_it_in_four_places_each_leading_to_the_objective(page: Ask, planted: Any) -> None:
    planted(THREE_FLAT)
    for path in WHERE:
        found = page(path, seat="director")
        assert TITLE in alarm(found), path
        assert "says on track, data flat, of “Relatives never fully approved”" in alarm(found)
        assert found.by_id("stalled").xpath(".//a[@href='/plan/relatives-approved']"), path


def test_two_flat_months_raise_none_of_it_anywhere(page: Ask, planted: Any) -> None:
    planted(TWO_FLAT)
    for path in WHERE:
        assert TITLE not in alarm(page(path, seat="director")), path


def test_on_monday_it_comes_after_the_children_and_only_for_who_answers_for_the_plan(page: Ask) -> None:
    for seat in ("director", "team-manager", None):
        found = page("/monday", seat=seat)
        assert alarm(found).startswith("Stalled: more is said of")
        assert found.html.rfind('class="hf-monday__one"') < found.html.find('id="stalled"')
    for seat in ("social-worker", "reviewing-officer", "referral-officer"):
        assert alarm(page("/monday", seat=seat)) == ""
    assert alarm(page("/monday?sheet=1", seat="director")) == ""


def test_the_portfolio_holder_reads_it_on_the_first_page_without_a_figure(page: Ask) -> None:
    words = alarm(page("/", seat="portfolio-holder"))
    assert TITLE in words
    assert "%" not in words
