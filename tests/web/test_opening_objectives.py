"""An objective is opened on a page: from a finding or from a point of a report, and what became of a point counts."""

from datetime import date

import pytest

from holdfast.casework.importing import position, verify
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import end_of
from holdfast.measures.improvement import ImprovementObjective
from holdfast.store.models import Act
from tests.casework.doing_acts import AT
from tests.web.doing_forms import Form, fields_of
from tests.web.pages import Ask, words_of
from tests.web.report_forms import POINT, a_small_council, fields, read_in_this_process

__all__ = ["a_small_council", "read_in_this_process"]


OPEN, TAKE = "/plan/open", f"{POINT}/plan"
WORDS = {"title": "Children are asked why they ran", "finding": "nobody-asked-why-they-ran"}
MADE = "hf-children-are-asked-why-they-ran"
MAY_NOT = [None, "portfolio-holder", "team-manager", "social-worker"]


def opened(page: Ask, path: str, seat: str = "director") -> Form:
    found = page(path, seat=seat)
    assert found.status == 200
    return Form(path=path, seat=seat, fields=fields_of(found), page=found)


def objectives(view: View | None = None) -> dict[str, ImprovementObjective]:
    return {one.slug: one for one in plan_on_record(the_council(), view or View(as_at=AT)).objectives}


def test_an_objective_is_opened_once_for_each_form_and_stands_in_the_plan_with_nothing_typed_of_its_state(
    page: Ask,
) -> None:
    before = set(objectives())
    assert OPEN in page("/plan/", seat="director").links()
    form = opened(page, OPEN)
    answer = form.send({**WORDS, "status": "achieved"})
    assert answer.status == 302
    assert form.send({**WORDS, "status": "achieved"}).location == answer.location
    assert set(objectives()) - before == {MADE}
    made = objectives()[MADE]
    assert (made.title, made.findings, made.points, made.agreed_on) == (
        WORDS["title"], (WORDS["finding"],), (), AT.date(),
    )  # fmt: skip
    line = Act.objects.get(entry=position())
    assert (line.act, line.child, line.seat, line.basis) == ("objective-open", "plan", "director", "leads the service")
    assert MADE not in objectives(View(as_at=AT, as_known=end_of(date(2026, 5, 31))))
    plan = page(answer.location, seat="director")
    assert "It is on record" in words_of(plan.by_id("done"))
    assert WORDS["title"] in words_of(plan.by_id(f"objective-{MADE}"))
    assert "achieved" not in words_of(plan.by_id(f"objective-{MADE}")).lower()
    assert "Nothing is planned for it yet." in page(f"/plan/{MADE}", seat="director").text
    # The same words once more are another objective with an address of its own.
    assert opened(page, OPEN).send(WORDS).status == 302
    assert set(objectives()) - before == {MADE, f"{MADE}-2"}
    assert verify() == []


@pytest.mark.parametrize(
    ("words", "amiss"),
    [
        ({"title": ""}, "Say what is to be better."), ({"finding": "gossip"}, "choose one of those offered"),
        ({"title": "Poppy Lane is asked why she ran"}, "it names Poppy Lane"),
    ],
)  # fmt: skip
def test_what_is_amiss_is_said_and_the_words_are_kept_as_a_draft(page: Ask, words: dict[str, str], amiss: str) -> None:
    before, form = position(), opened(page, OPEN)
    refused = form.send({**WORDS, **words})
    assert (refused.status, amiss in refused.text, position()) == (422, True, before)
    again = fields_of(page(f"{OPEN}?draft={form.fields['key']}", seat="director"))
    assert again["title"] == {**WORDS, **words}["title"]


@pytest.mark.parametrize("seat", MAY_NOT)
def test_who_may_not_finds_no_form_no_button_and_saves_nothing(page: Ask, seat: str | None) -> None:
    before = position()
    assert OPEN not in page("/plan/", seat=seat).links()
    assert TAKE not in page(POINT, seat=seat).links()
    for path, words in ((OPEN, WORDS), (TAKE, {"which": "new", "title": "Better"})):
        assert page(path, seat=seat).status == 404
        assert page(path, seat=seat, post={"key": "k" * 32, "base": "1", **words}).status == 404
    assert position() == before


def test_a_point_is_taken_into_the_plan_and_the_badge_counts_the_fates_that_a_person_confirmed(page: Ask) -> None:
    """Control: what is only proposed of the point does not count, and neither does one that was addressed."""
    assert TAKE in page(POINT, seat="director").links()
    form = opened(page, TAKE)
    answer = form.send({"which": "new", "title": WORDS["title"]})
    assert (answer.status, answer.location.partition("?")[0]) == (302, POINT)
    assert objectives()[MADE].points == ("report-2023/point-1",)
    assert WORDS["title"] in words_of(page(POINT).by_id("in-the-plan").getnext())
    there = page(f"/plan/{MADE}", seat="director")
    assert "Taken from a report" in there.text
    assert there.find("//*[@id='badge']") == []
    for fate, badge in (("addressed", []), ("persists", ["Found 2 times"])):
        confirm(page, fate)
        there = page(f"/plan/{MADE}", seat="director")
        assert [words_of(one) for one in there.find("//*[@id='badge']")] == badge
    assert "Found again: still so, as " in there.text
    assert "Found 2 times" in words_of(page("/plan/", seat="director").by_id(f"objective-{MADE}"))
    early = page(f"/plan/{MADE}?as-known=2026-05-31T08:30", seat="director")
    assert early.status == 404


def confirm(page: Ask, fate: str) -> None:
    found = page(POINT, seat="director")
    first = found.find("//form[@id='confirm']//input[@name='sentence']")[0].get("value")
    words = {"sentence": first, "fate": fate, "reason": "Read with the team."}
    form = fields(found, "//form[@id='confirm']")
    assert page(POINT, seat="director", post={**form, **words}).status == 302


def test_a_point_goes_to_an_objective_that_is_there_once_and_to_none_that_is_closed(page: Ask) -> None:
    there, closed = "asked-why-they-ran", "talked-through"
    form = opened(page, TAKE)
    offered = {one.get("value") for one in form.page.find("//input[@name='which']")}
    assert {there, "new"} <= offered
    assert closed not in offered
    both = form.send({"which": there, "title": "Something else"})
    assert (both.status, "take these words out" in both.text) == (422, True)
    assert form.send({"which": there, "title": ""}).status == 302
    assert objectives()[there].points == ("report-2019/point-4", "report-2023/point-6", "report-2023/point-1")
    twice = opened(page, TAKE)
    assert "It is in the plan already" in twice.page.text
    assert there not in {one.get("value") for one in twice.page.find("//input[@name='which']")}
    assert twice.send({"which": there, "title": ""}).status == 422
    assert page("/inspectors/report/gossip/point-1/plan", seat="director").status == 404
