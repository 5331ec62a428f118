"""The Monday page as it is shown: people by name, capped, no wall of red, on what each line rests in words."""

import re
from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest

from holdfast.casework.council import Council
from holdfast.casework.promised import Promised
from holdfast.casework.seats import Seat
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.duties.monday import EFFECTS
from holdfast.record.in_care import CareReview
from holdfast.web.monday.building import IN_FULL, in_sum
from holdfast.web.monday.sentences import SENTENCES
from holdfast.web.seats import SEATS
from holdfast.web.states import STANDS as TAGS
from holdfast.web.today import now
from holdfast.wexmouth.planted import PLANTED
from holdfast.wexmouth.stories import STORIES
from tests.web.pages import Ask, Page, words_of

EXPECTED = {one.child for one in PLANTED} | {child for story in STORIES for child, _ in story.monday}
BLAME = ("fail", "neglect", "breach", "overdue", "culprit", "fault")


def children_on(page: Page) -> list[str]:
    """The children who have a block or a line of their own, in order."""
    return [key.removeprefix("child-") for key in page.find("//main//*/@id") if key.startswith("child-")]


@pytest.mark.parametrize("path", ["/monday", "/monday?all=1", "/monday?sheet=1"])
def test_the_planted_and_the_stories_own_are_on_the_page_and_no_other_child(page: Ask, path: str) -> None:
    found = page(path)
    assert found.status == 200
    assert sorted(children_on(found)) == sorted(EXPECTED)


def test_the_first_fifteen_are_told_in_full_and_the_others_in_a_line_each(page: Ask) -> None:
    found = page("/monday")
    blocks = found.find("//li[contains(@class, 'hf-monday__one')]")
    assert len(blocks) == IN_FULL
    assert f"And {len(EXPECTED) - IN_FULL} more" in found.text
    assert len(page("/monday?all=1").find("//li[contains(@class, 'hf-monday__one')]")) == len(EXPECTED)


def test_the_order_is_the_same_however_many_are_told_in_full(page: Ask) -> None:
    assert children_on(page("/monday")) == children_on(page("/monday?all=1")) == children_on(page("/monday?sheet=1"))


def test_the_groups_stand_in_the_order_of_what_things_mean_for_a_child(page: Ask) -> None:
    titles = [title for title, _ in EFFECTS]
    heads = [words_of(one) for one in page("/monday?all=1").find("//h2") if words_of(one) in titles]
    assert heads == [title for title in titles if title in heads]
    assert len(heads) > 3


def test_poppys_line_accuses_nobody_and_asks_who_decides(page: Ask) -> None:
    block = words_of(page("/monday").by_id("child-WX-S07-2"))
    assert "Temporary approval ran to 30 March 2026; no later approval is on record." in block
    assert "Who decides today?" in block
    assert "Ask Rhona Keel, Children in Care." in block
    assert "read only at second hand" in block


def test_each_thing_says_on_what_it_rests_and_only_law_that_was_read_is_marked_as_now(page: Ask) -> None:
    found = page("/monday?all=1")
    whys = found.find("//p[contains(@class, 'hf-monday__why')]")
    tags = [words_of(one) for why in whys for one in why.xpath("./strong")]
    assert len(tags) == len(whys)
    assert set(tags) == {tag.text for tag in TAGS.values()}
    assert {words_of(one) for one in found.find("//main//*[contains(@class, 'hf-tag--now')]")} == {"Law"}


def test_no_word_of_the_page_accuses(page: Ask) -> None:
    words = page("/monday?all=1").text.lower()
    assert [word for word in BLAME if re.search(rf"\b{word}", words)] == []


def test_a_worker_is_a_contact_and_heads_nothing(page: Ask) -> None:
    found = page("/monday?all=1")
    contact = words_of(found.by_id("child-WX-S07-2").xpath("./p[@class='hf-monday__contact']")[0])
    assert contact == "Ask Rhona Keel, Children in Care."
    heads = " ".join(words_of(one) for one in found.find("//main//h1 | //main//h2 | //main//h3 | //main//th"))
    assert "Rhona Keel" not in heads


def test_every_thing_leads_to_its_place_on_the_childs_page_and_to_its_reasons(page: Ask) -> None:
    block = page("/monday").by_id("child-WX-S10-1")
    links = block.xpath(".//a/@href")
    assert links[0] == "/child/WX-S10-1#worry-repeat-missing"
    assert "/child/WX-S10-1/why/ms-rhi-72h" in links
    assert "/child/WX-S10-1/why/repeat-missing" in links
    texts = [words_of(one) for one in page("/monday?all=1").find("//li[contains(@class, 'hf-monday__one')]//a")]
    assert len(texts) == len(set(texts))


def test_what_got_worse_leads_to_the_childs_place_on_this_page(page: Ask) -> None:
    found = page("/monday")
    worse = found.find("//h2[@id='worse']/following-sibling::ul[1]/li/a/@href")
    assert worse
    for href in worse:
        assert found.by_id(href.removeprefix("#")) is not None


def test_what_was_promised_and_who_came_off_are_told(page: Ask) -> None:
    found = page("/monday")
    assert "A trip to the seaside" in found.text
    assert "Nothing on record shows it kept yet." in found.text
    assert found.find("//h2[@id='off']/following-sibling::ul[1]/li")
    assert "What this page cannot say" in found.text


@pytest.mark.parametrize("seat", ["team-manager", "director"])
def test_of_what_was_promised_some_was_kept_some_kept_late_and_some_not(page: Ask, seat: str) -> None:
    found = page("/monday", seat=seat)
    now = [words_of(row.xpath("./td")[-1]) for row in found.find("//h2[@id='promised']/following::table[1]/tbody/tr")]
    kept = [one for one in now if one.startswith(("Done on", "Kept on"))]
    late = [one for one in kept if one.endswith("after its day.")]
    not_kept = [one for one in now if "othing on record shows it" in one]
    assert min(len(kept) - len(late), len(late), len(not_kept)) >= 1
    assert f"{len(now)} in all: {len(kept)} done or kept ({len(late)} after" in found.text
    assert f"; {len(not_kept)} not on record as done or kept;" in found.text


def test_done_on_its_day_is_in_time_and_the_day_after_is_after_it() -> None:
    said = Promised(
        child="c", kind="action", words="A call", on=date(2026, 5, 18), for_day=date(2026, 5, 27), state="done",
        settled_on=date(2026, 5, 27),
    )  # fmt: skip
    moved = replace(said, state="moved", settled_on=date(2026, 5, 28))
    assert in_sum([said]) == "1 in all: 1 done or kept."
    assert in_sum([replace(said, settled_on=date(2026, 5, 28)), moved]) == (
        "2 in all: 1 done or kept (1 after its day); 1 given another day."
    )


def test_a_pause_is_told_with_its_reason_its_last_day_and_who_decided(page: Ask) -> None:
    text = page("/monday?as-at=2026-01-20").text
    assert "Paused until 30 January 2026 by Lyn Castell: A parent is in residential treatment until 30 January." in text
    assert page("/monday").find("//*[@id='paused']") == []


def test_links_keep_the_moment_that_is_looked_at(page: Ask) -> None:
    links = page("/monday?as-at=2026-01-20").find("//main//a/@href")
    assert [href for href in links if href.startswith("/") and "as-at=2026-01-20" not in href] == []


@pytest.mark.parametrize("seat", [one for one in SEATS if one.names], ids=lambda seat: seat.code)
def test_each_seat_that_sees_names_opens_on_children_who_need_a_decision(page: Ask, seat: Seat) -> None:
    found = page("/monday?all=1", seat=seat.code)
    assert 0 < len(children_on(found)) <= len(EXPECTED)
    assert (len(children_on(found)) == len(EXPECTED)) is (seat.scope == "service")


def test_the_referral_officer_begins_with_who_waits_at_the_front_door(page: Ask) -> None:
    found = page("/monday", seat="referral-officer")
    heads = [one.get("id") for one in found.find("//main//h2")]
    assert heads[0] == "door"
    waiting = [words_of(one) for one in found.find("//h2[@id='door']/following-sibling::ul[1]/li")]
    assert "a decision was due by Wednesday 27 May 2026, and none is on record." in waiting[0]
    assert all("a decision is due by Monday 1 June 2026." in one for one in waiting[1:])
    assert "For 1 the day of the decision has passed." in found.text
    (register,) = found.find("//a[contains(text(), 'on the register')]/@href")
    assert page(register, seat="referral-officer").status == 200
    director = page("/monday", seat="director")
    assert not director.find("//*[@id='door']")
    assert page("/monday", seat="referral-officer").queries == page("/monday", seat="director").queries


def with_children(*children: str) -> Any:
    """Somebody sits in the seat who has these children and no others."""
    return patch.object(Seat, "children", lambda *_: frozenset(children))


def test_a_worker_without_late_things_reads_what_went_well(page: Ask) -> None:
    with with_children("WX-S05-1", "WX-S05-2"):
        quiet = page("/monday", seat="social-worker")
    assert children_on(quiet) == []
    assert "Nothing is known to be late, and nothing is known to have stood still, for the 2 children" in quiet.text
    assert "the record cannot say" not in quiet.text


def test_an_empty_page_names_what_cannot_be_said_and_for_whom(page: Ask) -> None:
    """A care plan is asked for only of who is in care: of a young person of nineteen who left, nothing is unsaid."""
    with with_children("WX-S12-1", "WX-S11-1"):
        quiet = page("/monday", seat="social-worker")
    assert children_on(quiet) == []
    assert "for the 2 children you see." in quiet.text
    (one,) = quiet.find("//*[@id='unsaid']//li")
    assert "the record cannot say whether these are late: assess the needs" in words_of(one)
    assert one.xpath(".//a/@href") == ["/child/WX-S12-1"]
    assert "Shanice" not in quiet.text
    assert "is on record for each of them" not in quiet.text


@pytest.mark.parametrize(("child", "said"), [
    ("WX-400003", "No review has been held on record: the child in need plan started on 12 January 2026, and the "
     "first was due by 12 April 2026."),
    ("WX-400010", "No review has been held on record: the initial conference made a child protection plan on "
     "19 February 2026, and the first was due by 19 May 2026."),
    ("WX-400009", "No core group since 13 March 2026 is on record; it was due by 24 April 2026."),
])  # fmt: skip
def test_the_day_a_plan_began_is_never_told_as_the_day_of_a_review(page: Ask, child: str, said: str) -> None:
    assert said in words_of(page("/monday?all=1").by_id(f"child-{child}"))


def test_how_late_a_thing_is_names_the_day_it_is_late_from_and_the_sum_that_gave_it(page: Ask) -> None:
    found = page("/monday?all=1")
    poppy, callum = (words_of(found.by_id(f"child-{one}")) for one in ("WX-S07-2", "WX-S10-1"))
    assert "63 days past 30 March 2026 (16 weeks from 8 December 2025)." in poppy
    assert "past Tuesday 19 May 2026, 11:20 (72 hours from Saturday 16 May 2026, 11:20)." in callum
    assert "past its day" not in found.text


def test_children_are_called_by_their_first_names_in_full_in_a_line_and_on_the_sheet(page: Ask) -> None:
    for path in ("/monday", "/monday?all=1", "/monday?sheet=1"):
        found = page(path)
        assert "Callum has been missing four times" in words_of(found.by_id("child-WX-S10-1"))
        assert re.findall(r"[Tt]he child has [^.]*", found.text) == []


def test_the_portfolio_holder_is_refused_and_no_name_is_told(page: Ask) -> None:
    found = page("/monday", seat="portfolio-holder")
    assert found.status == 404
    assert "Poppy" not in found.html


def test_it_takes_as_few_queries_for_all_as_for_some(page: Ask) -> None:
    page("/monday")
    assert page("/monday").queries == page("/monday", seat="team-manager").queries == page("/monday?all=1").queries


def test_the_page_needs_no_script_and_has_one_first_heading(page: Ask) -> None:
    for path in ("/monday", "/monday?sheet=1"):
        found = page(path)
        assert found.find("//main//script") == []
        assert len(found.find("//h1")) == 1


def test_every_sentence_is_about_a_duty_and_ends_in_a_question() -> None:
    from holdfast.duties.register import BY_CODE

    assert SENTENCES.keys() <= BY_CODE.keys()
    for one in SENTENCES.values():
        assert one.asks.endswith("?")
        assert "on record" in one.words
        assert not one.first or ("on record" in one.first and "{began} on {since}" in one.first)


def test_where_only_the_latest_is_on_record_the_page_does_not_say_what_moved_in_the_week(page: Ask) -> None:
    whole = the_council()
    columns = whole.columns(View(as_at=now()))
    latest = replace(columns, held=replace(columns.held, latest_only=frozenset({CareReview})))
    with patch("holdfast.web.asking.the_council", lambda: Council(latest, position=whole.position)):
        found = page("/monday", "director")
    assert "Who came on or off in the week cannot be said" in found.text
    assert "Nobody came off" not in found.text
    assert "Nothing got worse" not in found.text
