"""A child's page: ten answers in words, every anchor there, the moment kept, and nobody shown to whom it is not."""

from collections import Counter
from urllib.parse import parse_qs, urlsplit

import pytest

from holdfast.casework.child.told import Happening
from holdfast.dates import parse_moment
from holdfast.web.child import tables
from tests.web.doing_forms import ready
from tests.web.pages import Ask, words_of

LEO, CALLUM, POPPY, AMARA, AYO, TEMI, MASON = (
    "WX-S13-1", "WX-S10-1", "WX-S07-2", "WX-S05-1", "WX-S06-1", "WX-S06-2", "WX-S07-1",
)  # fmt: skip
PARTS = ("words", "glance", "who", "around", "worries", "plan", "changed", "next", "home", "journey", "good")


def test_the_childs_words_come_before_every_other_part(page: Ask) -> None:
    found = page(f"/child/{LEO}")
    assert found.status == 200
    ids = [one for one in found.root.xpath("//main//section/@id") if one in PARTS]
    assert ids == list(PARTS)
    assert found.root.xpath("//h1")[0].text == "Leo Hartley"


def test_nothing_to_press_and_no_list_of_parts_stands_before_the_childs_words(page: Ask) -> None:
    found = page(f"/child/{CALLUM}", "director")
    order = [one for one in found.root.xpath("//main//@id") if one in ("words", "monday", "do", "glance")]
    assert order == ["words", "monday", "do", "glance"]
    before = found.root.xpath("//main//section[@id='words']/preceding::*[ancestor::main]")
    assert [one.tag for one in before if one.tag in ("a", "button", "nav", "details")] == []


@pytest.mark.parametrize(("child", "seat", "first"), [
    (CALLUM, "director", ["supervision", "decision"]), (AMARA, "team-manager", ["visit-note", "who-i-am"]),
])  # fmt: skip
def test_two_acts_stand_open_and_the_others_behind_a_fold_that_needs_no_script(
    page: Ask, child: str, seat: str, first: list[str]
) -> None:
    nav = page(f"/child/{child}", seat).by_id("do")
    assert acts_in(nav.xpath("./ul//a/@href")) == first
    folded = acts_in(nav.xpath("./details[summary]//a/@href"))
    assert len(folded) > 1
    assert not set(folded) & set(first)


def test_only_acts_that_have_something_to_be_done_to_are_offered(page: Ask) -> None:
    def offered(child: str, seat: str) -> set[str]:
        return set(acts_in(page(f"/child/{child}", seat).find("//*[@id='do']//a/@href")))

    assert "reply-to-challenge" in offered("WX-400039", "director")
    assert "reply-to-challenge" not in offered(CALLUM, "director")
    assert "pause" in offered(CALLUM, "director")
    assert "pause" not in offered(AMARA, "team-manager")
    assert "settle-challenge" not in offered(MASON, "reviewing-officer")
    # Mason, for nothing is signed of him; of Amara the invented council has a strategy discussion that is.
    assert "correct" not in offered(MASON, "reviewing-officer")
    assert "correct" in offered(AMARA, "social-worker")
    for act in ("who-i-am", "challenge"):
        form, words = ready(act)
        assert form.send(words).status == 302
    assert {"settle-challenge", "correct"} <= offered(MASON, "reviewing-officer")


def acts_in(hrefs: list[str]) -> list[str]:
    return [one.rpartition("/do/")[2] for one in hrefs]


def test_the_child_is_called_by_name_where_the_page_says_why_somebody_must_decide(page: Ask) -> None:
    found = page(f"/child/{CALLUM}")
    for part in ("monday", "worry-repeat-missing", "glance"):
        assert "Callum has been missing four times in 30 days" in words_of(found.by_id(part))
    assert "Whom would Callum rather talk to" in words_of(found.by_id("worry-second-offer"))
    assert "Callum did not want an interview" in words_of(found.by_id("monday"))
    assert "declined" not in found.text.lower()


@pytest.mark.parametrize(("child", "said"), [
    (LEO, "Yusuf Demir is the fifth worker on record, 392 days after the first began."), (CALLUM, ""),
])  # fmt: skip
def test_the_page_says_which_worker_this_is_where_the_child_had_to_begin_again(
    page: Ask, child: str, said: str
) -> None:
    near = words_of(page(f"/child/{child}").by_id("around"))
    assert said in near
    assert ("days after the first began" in near) == bool(said)


def test_ten_questions_are_answered_and_each_leads_on(page: Ask) -> None:
    found = page(f"/child/{LEO}")
    rows = found.by_id("glance").xpath(".//dt")
    assert len(rows) == 10
    answers = words_of(found.by_id("glance"))
    for said in (
        "Leo Hartley, 9 years old", "Lives with a foster carer", "Yusuf Demir, worker", "Maggie Olney, review",
        "three changes of worker", "under a full care order", "and seen alone", "Nothing asked of us is late",
        "Ask Yusuf Demir, Children in Care",
    ):  # fmt: skip
        assert said in answers
    for href in found.by_id("glance").xpath(".//a/@href"):
        assert found.by_id(href.removeprefix("#")) is not None


@pytest.mark.parametrize("child", [LEO, CALLUM, POPPY, AMARA, AYO, "WX-S11-1", "WX-S12-1", "WX-S03-1", "WX-S17-1"])
def test_every_link_within_the_page_finds_its_mark_and_no_mark_is_there_twice(page: Ask, child: str) -> None:
    found = page(f"/child/{child}")
    assert found.status == 200
    ids = Counter(found.root.xpath("//@id"))
    assert [one for one, times in ids.items() if times > 1] == []
    for href in found.root.xpath("//main//a/@href"):
        if href.startswith("#"):
            assert href[1:] in ids


def test_a_child_on_the_list_is_told_to_be_and_why(page: Ask) -> None:
    strip = page(f"/child/{CALLUM}").by_id("monday")
    assert "On the Monday list, because:" in words_of(strip)
    assert strip.xpath(".//a/@href") == ["#worry-repeat-missing", "#worry-second-offer", "#clock-ms-rhi-72h"]
    assert page(f"/child/{MASON}").find("//*[@id='monday']") == []


def test_a_clock_says_its_day_how_it_stands_and_on_what_it_rests(page: Ask) -> None:
    row = words_of(page(f"/child/{AYO}").by_id("clock-cp-review-next"))
    assert "Hold the next review conference" in row
    assert "soon Due by 2 June 2026, 1 day left." in row
    assert "Law, read only at second hand" in row
    local = words_of(page(f"/child/{AYO}").by_id("clock-cp-visit"))
    assert "The council's own standard" in local


def test_done_things_are_folded_and_counted(page: Ask) -> None:
    found = page(f"/child/{AMARA}")
    summaries = [words_of(one) for one in found.find("//details/summary")]
    (done,) = [one for one in summaries if one.startswith("Done in time or late (")]
    assert int(done.split("(")[1].rstrip(")")) > 10
    assert "7 working days after it was due by 23 March 2026" in words_of(found.by_id("clock-cp-icpc-15wd"))


def test_moving_the_moment_moves_every_word_and_every_link(page: Ask) -> None:
    then = page(f"/child/{AMARA}?as-at=2026-03-25")
    assert "It was due by 23 March 2026, 2 working days ago." in words_of(then.by_id("clock-cp-icpc-15wd"))
    assert "7 working days after" not in then.text
    hrefs = [one for one in then.root.xpath("//main//a/@href") if one.startswith("/child/")]
    assert hrefs
    assert {tuple(parse_qs(urlsplit(one).query)["as-at"]) for one in hrefs} == {("2026-03-25",)}


def test_before_anything_was_on_record_the_page_is_calm_and_whole(page: Ask) -> None:
    found = page(f"/child/{LEO}?as-at=2024-01-01")
    assert found.status == 200
    assert "No plan is on record now." in found.text
    assert "Nothing had happened on record by this moment." in found.text
    assert "Nothing in Leo's own words is on record yet." in found.text


def test_the_picture_stands_with_a_table_that_says_the_same(page: Ask) -> None:
    part = page(f"/child/{LEO}").by_id("journey")
    (svg,) = part.xpath(".//svg")
    assert svg.get("role") == "img"
    table = words_of(part.xpath(".//table")[0])
    for said in ("3 February 2025 19 May 2025 Neil Bracken", "2 March 2026 now Yusuf Demir", "A foster carer"):
        assert said in table


def test_the_forgotten_approval_and_the_times_missing_are_told(page: Ask) -> None:
    assert "Temporary approval ran to 30 March 2026; no later approval is on record." in page(f"/child/{POPPY}").text
    missing = words_of(page(f"/child/{CALLUM}").by_id("missing"))
    assert "4 times missing; 4 due an offer, 3 offered, 2 completed, 2 in time." in missing
    assert page(f"/child/{LEO}").find("//*[@id='missing']") == []


def test_a_pause_is_told_with_its_name_its_reason_and_its_day(page: Ask) -> None:
    card = words_of(page(f"/child/{AYO}?as-at=2026-01-15").by_id("worry-no-change-decision"))
    paused = "Paused by Lyn Castell until 30 January 2026: A parent is in residential treatment until 30 January."
    assert paused in card


def test_a_twin_is_named_only_to_whom_the_seat_shows_her(page: Ask) -> None:
    assert f"/child/{TEMI}" in page(f"/child/{AYO}").by_id("around").xpath(".//a/@href")
    assert "Temi Bankole" in page(f"/child/{AYO}", "team-manager").text


def test_a_child_not_there_and_a_child_not_seen_are_answered_alike(page: Ask) -> None:
    absent, unseen = page("/child/nobody", "social-worker"), page(f"/child/{LEO}", "social-worker")
    assert (absent.status, unseen.status) == (404, 404)
    assert absent.main.text_content() == unseen.main.text_content()
    assert "Leo" not in unseen.html
    assert page(f"/child/{AMARA}", "social-worker").status == 200


def test_a_seat_without_names_sees_no_child(page: Ask) -> None:
    found = page(f"/child/{LEO}", "portfolio-holder")
    assert found.status == 404
    assert "Hartley" not in found.html


@pytest.mark.parametrize("path", [f"/child/{LEO}", f"/child/{AYO}/chronology"])
def test_one_page_asks_the_database_once(page: Ask, path: str) -> None:
    page(path)
    assert page(path).queries <= 2


def test_a_chronology_is_for_whom_the_child_is_shown_to_and_keeps_the_moment(page: Ask) -> None:
    path = f"/child/{AYO}/chronology"
    for seat in ("personal-adviser", "portfolio-holder"):
        assert page(path, seat).status == 404
    assert page("/child/nobody/chronology").status == 404
    then = page(f"{path}?as-at=2026-03-18T23:00")
    assert "Letter before proceedings" not in then.text
    assert "Letter before proceedings" in page(path).text
    (back,) = then.find("//a[@class='govuk-back-link']/@href")
    assert "as-at=2026-03-18" in back
    (led,) = [link for link in page(f"/child/{AYO}?as-at=2026-03-18T23:00").links() if "/chronology" in link]
    assert led.startswith(path)
    assert "as-at=2026-03-18" in led


def test_a_chronology_before_anything_happened_is_calm_and_has_no_table(page: Ask) -> None:
    found = page(f"/child/{AYO}/chronology?as-at=2001-01-01T08:30")
    assert "Nothing had happened on record by this moment." in found.text
    assert found.find("//main//table") == []


def test_no_page_tells_a_postcode_or_ranks_anybody(page: Ask) -> None:
    text = page(f"/child/{CALLUM}").text.lower()
    assert not [one for one in ("postcode", "score:", "ranked", "high risk", "caseload") if one in text]


def test_what_was_typed_in_late_is_marked_in_the_list_of_what_changed() -> None:
    late = Happening(
        on=parse_moment("2026-04-30").date(), words="Contact", kind="Help", entered=parse_moment("2026-05-11")
    )
    table = tables.changed([late])
    assert table is not None
    assert table.rows[0].cells[1].detail == "Typed in on 11 May 2026, 6 working days later."
