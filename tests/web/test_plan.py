"""The improvement plan on its page: what stalled is said unasked, and who sees no names sees no child in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from holdfast.casework import findings, improvement, measures
from holdfast.casework.council import Council
from holdfast.casework.looking import looks_amiss
from holdfast.casework.the_council import the_council
from holdfast.dates import end_of
from holdfast.measures.improvement import KnownFrom
from holdfast.measures.measure import MonthFigure
from holdfast.store.looks import LookLine, write_look
from holdfast.web.improvement import screens
from holdfast.wexmouth.improvement import the_plan
from holdfast.wexmouth.known_then.looks import LOOKS_THEN
from tests.web.pages import Ask, Page, words_of

SLUGS = [one.slug for one in the_plan().objectives]
RELATIVES = "relatives-approved"
FEWEST = re.compile(r"\b[1-4] (child|children|young people)\b")


def test_the_plan_is_on_one_page_with_every_objective_and_its_state(page: Ask) -> None:
    found = page("/plan/")
    assert found.status == 200
    for slug in SLUGS:
        card = found.by_id(f"objective-{slug}")
        assert card.xpath(".//*[contains(@class, 'govuk-tag')]")
        assert "The plan says" in words_of(card)
    assert "Says on track, data worse" in words_of(found.by_id(f"objective-{RELATIVES}"))
    assert "Found 4 times" in words_of(found.by_id("objective-plans-that-move"))
    whole, once = (page(f"/plan/{slug}") for slug in ("plans-that-move", "one-worker-who-stays"))
    assert words_of(whole.by_id("badge")) == "Found 4 times, at 2 inspections"
    assert words_of(once.by_id("badge")) == "Found 2 times"
    told = words_of(whole.by_id("found").getparent())
    assert "Asked for before" in told
    assert "Inspection of May 2019" in told


def test_the_pace_is_said_unasked(page: Ask) -> None:
    words = words_of(page("/plan/").by_id("pace"))
    assert re.search(r"\d+ of 24 actions and decisions are or were later than first planned, \d+ weeks in all", words)


def test_the_days_are_a_picture_with_a_table_that_says_the_same(page: Ask) -> None:
    found = page("/plan/")
    (svg,) = found.find("//figure//*[local-name()='svg']")
    rows = [words_of(one) for one in found.find("//table[@id='days']/tbody/tr")]
    actions = [one for each in the_plan().objectives for one in each.actions]
    assert len(rows) == len(actions)
    drawn = words_of(svg)
    for one, row in zip(actions, rows, strict=True):
        assert one.title in row
        assert one.title in drawn
    assert sum("not done" in row for row in rows) == sum(one.days.done_on is None for one in actions)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_objective_opens_with_where_it_comes_from_and_what_is_done(page: Ask, slug: str) -> None:
    found = page(f"/plan/{slug}")
    assert found.status == 200
    for key in ("found", "record", "untrue", "actions"):
        assert found.by_id(key) is not None
    objective = next(one for one in the_plan().objectives if one.slug == slug)
    for one in objective.actions:
        words = words_of(found.by_id(one.slug))
        assert one.for_a_child in words
        assert one.effect in words
    assert f"/finding/{objective.findings[0]}" in found.html


def test_beside_a_claim_stand_the_children_for_whom_it_is_untrue(page: Ask) -> None:
    found = page(f"/plan/{RELATIVES}")
    text = found.text.split("For whom what is said is untrue")[1]
    assert "says on track (12 May 2026)" in text
    assert "/child/WX-S07-2" in found.html
    behind = page("/plan/plans-for-leaving-kept")
    assert "No child is behind a claim that says on track or done." in behind.text


def test_a_worker_is_told_of_others_only_how_many(page: Ask) -> None:
    found = page(f"/plan/{RELATIVES}", seat="social-worker")
    assert "Poppy" not in found.html
    assert "children whom this seat does not see" in found.text


def test_what_is_done_without_a_measure_says_that_nothing_could_show_it(page: Ask) -> None:
    words = words_of(page("/plan/understood-the-first-time").by_id("the-new-form"))
    assert words.startswith("The referral form asks what is different this time Output only")
    assert "done on 12 February 2024" in words


def test_an_objective_that_was_closed_is_looked_back_at(page: Ask) -> None:
    closed = words_of(page("/plan/talked-through").main)
    assert "Closed on 12 May 2026" in closed
    assert "We would ask for the money first." in closed
    assert "Looking back" not in page("/plan/talked-through?as-at=2026-05-11").text


def test_an_address_of_no_objective_or_of_a_later_one_says_where_the_plan_is(page: Ask) -> None:
    for path in ("/plan/gossip", f"/plan/{RELATIVES}?as-at=2025-03-17"):
        found = page(path)
        assert (found.status, "Go to the plan" in found.text) == (404, True)
    assert page(f"/plan/{RELATIVES}?as-at=2025-03-18").status == 200
    assert "no objective had been agreed" in page("/plan/?as-at=2024-01-22").text


def test_links_keep_the_day_that_is_looked_at(page: Ask) -> None:
    for path in ("/plan/", f"/plan/{RELATIVES}"):
        inside = [one for one in page(f"{path}?as-at=2026-05-18").main.xpath(".//a/@href") if one.startswith("/")]
        assert inside
        assert [one for one in inside if "as-at=2026-05-18" not in one] == []


def test_the_portfolio_holder_reads_states_and_no_name_no_child_and_no_small_number(page: Ask) -> None:
    names = frozenset(the_council().names.values())
    for path in ("/plan/", *(f"/plan/{slug}" for slug in SLUGS)):
        found = page(path, seat="portfolio-holder")
        assert found.status == 200
        assert "/child/" not in found.html
        assert [name for name in names if name in found.text] == []
        assert "in the last 3 months" not in found.text, "a figure of the record is told"
        assert not FEWEST.search(found.text)
    assert "in the last 3 months" in page(f"/plan/{RELATIVES}").text
    assert "Says on track, data worse" in page("/plan/", seat="portfolio-holder").text


def test_it_takes_as_few_queries_for_the_plan_as_for_one_objective_and_for_any_seat(page: Ask) -> None:
    page("/plan/")
    counts = {page(path, seat=seat).queries for path in ("/plan/", f"/plan/{RELATIVES}") for seat in (None, "director")}
    assert len(counts) == 1
    assert counts.pop() <= 2


def _planted(monkeypatch: pytest.MonkeyPatch, counts: Sequence[int]) -> None:
    """The relatives under a temporary approval were so many at the end of each month."""

    def told(*args: Any) -> Mapping[str, tuple[MonthFigure, ...]]:
        found = dict(measures.figures(*args))
        some = found.get("open-temporary-approvals")
        if some is not None:
            found["open-temporary-approvals"] = tuple(
                replace(one, numerator=count) for one, count in zip(some, counts, strict=True)
            )
        return found

    monkeypatch.setattr(findings, "figures", told)
    monkeypatch.setattr(improvement, "figures", told)
    # What is kept of today's figures would answer otherwise.
    kept = Council.kept

    def asked_anew(self: Council, key: Any, work: Any, *rest: Any, **more: Any) -> Any:
        return work() if key[0] in ("findings", "stalled") else kept(self, key, work, *rest, **more)

    monkeypatch.setattr(Council, "kept", asked_anew)


def _says(page: Ask) -> tuple[Page, Page, Page]:
    return page("/plan/"), page(f"/plan/{RELATIVES}"), page("/")


def test_three_flat_months_raise_the_alarm_on_the_plan_and_on_the_first_page(page: Ask, monkeypatch) -> None:
    _planted(monkeypatch, [*range(12, 3, -1), 4, 4, 4])
    plan, objective, home = _says(page)
    assert "Relatives who care for a child" in words_of(plan.by_id("stalled"))
    assert "Says on track, data flat" in words_of(plan.by_id(f"objective-{RELATIVES}"))
    assert "Says on track, data flat" in words_of(objective.by_id("two-assessors"))
    assert "Says on track, data flat" in words_of(home.by_id("finding-relatives-never-fully-approved"))
    assert "Relatives never fully approved" in words_of(home.by_id("stalled"))


def test_two_flat_months_raise_none(page: Ask, monkeypatch) -> None:
    _planted(monkeypatch, [*range(13, 3, -1), 4, 4])
    plan, objective, home = _says(page)
    assert "Relatives who care for a child" not in words_of(plan.by_id("stalled"))
    assert "Says on track" not in objective.text.split("How it is worked out")[0]
    assert "Relatives never fully approved" not in words_of(home.by_id("stalled"))


def test_the_plan_is_one_link_away_from_the_first_page_and_from_each_finding(page: Ask) -> None:
    assert "/plan/" in list(page("/").links())
    for each in the_plan().objectives:
        for finding in each.findings:
            assert f"/plan/{each.slug}" in list(page(f"/finding/{finding}").links())


def test_the_day_it_could_have_been_known_has_three_dates_and_no_worker(page: Ask) -> None:
    found = page("/finding/plans-for-leaving-left-on-the-shelf/known")
    assert found.status == 200
    assert "14 February 2024" in words_of(found.by_id("said").getnext())
    assert words_of(found.by_id("on-first")) == "Monday 16 October 2023, the first, and every Monday since"
    assert not found.find("//*[@id='by-now']"), "nothing of it was typed in late"
    assert len(found.find("//table[@id='known-children-first']//a[starts-with(@href, '/child/')]")) >= 2
    assert "may be disclosable" in words_of(found.by_id("disclosable"))
    assert "On event dates in part" in words_of(found.by_id("event-dates"))
    lead = "This record showed it on every Monday from Monday 16 October 2023, 17 weeks before"
    said = "Inspectors said it on 14 February 2024"
    assert words_of(found.by_id("known-lead")) == f"{said}. {lead}: on that day for 2 children."
    assert words_of(found.by_id("shown")) == "When this record already showed it: the 26 weeks before"
    assert len(found.find("//table[@id='known-mondays']/tbody/tr")) == 26
    assert "the council's own numbers and not law" in found.text
    assert [name for name in the_council().workers.values() if name in found.text] == []


def test_who_opened_the_childrens_pages_in_between_is_told_by_role_and_count_and_never_by_name(page: Ask) -> None:
    """A look before that Monday, one after the inspectors, a refused one and one at another page count for nothing."""
    known = "/finding/plans-for-leaving-left-on-the-shelf/known"
    first, second = [
        link.rsplit("/", 1)[1].split("?")[0]
        for link in page(known).find("//table[@id='known-children-first']//a[starts-with(@href, '/child/')]/@href")
    ]
    looks = [
        ("personal-adviser", first, "2023-11-20", "child", 200),
        ("personal-adviser", second, "2024-02-13", "child", 200),
        ("team-manager", second, "2023-10-16", "child", 200), ("team-manager", second, "2023-12-04", "child", 200),
        ("director", first, "2023-10-15", "child", 200), ("director", first, "2024-02-15", "child", 200),
        ("social-worker", first, "2023-11-20", "child", 403), ("reviewing-officer", first, "2023-11-20", "time", 200),
    ]  # fmt: skip
    for seat, child, day, route, status in looks:
        line = LookLine(
            who="Invented Looker", seat=seat, what="page", route=route, child=child, basis="a test", request=f"{day}",
            status=status,
        )  # fmt: skip
        write_look(line, [child], made_at=end_of(date.fromisoformat(day)))
    assert looks_amiss() == []
    found = page(known)
    told = [words_of(one) for one in found.by_id("opened").getnext()]
    assert told == ["Personal adviser: the pages of 2 children", "Team manager: the pages of 1 child"]
    assert "Invented Looker" not in found.html


def test_where_something_was_put_right_later_the_page_tells_what_was_known_then_from_what_is_known_now(
    page: Ask,
) -> None:
    """The start of one arrangement had been typed in a month too late, and was put right on 21 November 2024."""
    found = page("/finding/relatives-never-fully-approved/known")
    assert words_of(found.by_id("on-first")).startswith("Monday 25 November 2024")
    assert "the first would have been Monday 4 November 2024" in words_of(found.by_id("by-now"))
    child = "/child/WX-400073?as-at=2024-11-20"
    now, then = page(child), page(f"{child}&as-known=2024-11-20")
    over = "//*[@id='worry-temporary-approval-over']"
    assert (len(now.find(over)), len(then.find(over))) == (1, 0)


def test_where_the_record_did_not_show_it_the_page_says_so(page: Ask, monkeypatch) -> None:
    monkeypatch.setattr(screens, "known_from", lambda: KnownFrom(children=500, weeks=2))
    found = page("/finding/challenge-without-an-answer/known")
    assert "No Monday in the 2 weeks before shows it" in words_of(found.by_id("known-lead"))
    assert words_of(found.by_id("nobody")).startswith(
        "By what had been typed in, no Monday showed 500 children or more"
    )
    assert not found.find("//a[starts-with(@href, '/child/')]")
    assert page("/finding/gossip/known").status == 404


def test_what_came_and_went_says_so_and_from_when_on_every_monday_showed_it(page: Ask) -> None:
    found = page("/finding/oversight-that-changed-nothing/known")
    assert "It came and went" in words_of(found.by_id("on-first").getnext())
    assert "No Monday before it was asked" in words_of(found.by_id("on-first").getnext())
    assert "Mondays from then on" in words_of(found.by_id("known-lead"))
    counts = [words_of(one) for one in found.find("//table[@id='known-mondays']/tbody/tr/td[last()]")]
    assert {"yes", "no"} == set(counts)


def test_somebody_may_ask_two_years_back_and_a_number_that_cannot_be_asked_is_said(page: Ask) -> None:
    address = "/finding/too-many-faces/known"
    assert page(address).by_id("other-weeks").get("href") == f"{address}?weeks=104"
    further = page(f"{address}?weeks=104")
    assert len(further.find("//table[@id='known-mondays']/tbody/tr")) == 104
    assert further.by_id("other-weeks").get("href") == f"{address}?weeks=26"
    for said in ("26.5", "-1", "105", "many"):
        odd = page(f"{address}?weeks={said}")
        assert words_of(odd.by_id("weeks-amiss")).endswith(
            "is no number of weeks that can be asked. 26 or 104 can; 26 are."
        )
        assert len(odd.find("//table[@id='known-mondays']/tbody/tr")) == 26


@pytest.mark.parametrize(("finding", "told"), [
    ("oversight-that-changed-nothing", "Social worker: the pages of 2 children"),
    ("too-many-faces", "Nobody opened the page of one of these children in between."),
])  # fmt: skip
def test_in_wexmouth_it_can_be_told_who_had_opened_those_pages_in_between(page: Ask, finding: str, told: str) -> None:
    found = page(f"/finding/{finding}/known").by_id("opened").getnext()
    assert [words_of(one) for one in found] == [told]


def test_the_invented_looks_are_in_the_order_of_their_moments_and_the_chain_holds(page: Ask) -> None:
    assert [one.at for one in LOOKS_THEN] == sorted(one.at for one in LOOKS_THEN)
    assert looks_amiss() == []
    assert "20 June 2023" in page("/child/WX-400052/looked").text
