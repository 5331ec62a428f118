"""A worker leaves only once every child has a next name; it is seen in numbers first and saved as one entry."""

import pytest

from holdfast.casework.the_council import the_council
from holdfast.store.entries import position
from tests.web.doing_forms import AMARA, fields_of, opened
from tests.web.pages import Ask, Page, ask, words_of

CHLOE = "/worker/WX-W-chloe/leave"
JOEL = "WX-S05-2"
LAST = {"last_on": "2026-06-30", "why": "A new post elsewhere"}


def begun(page: Ask, seat: str = "team-manager", path: str = CHLOE) -> tuple[dict[str, str], list[str]]:
    """The open form's fields and the parts that name who is next."""
    there = page(path, seat)
    assert there.status == 200
    fields = fields_of(there)
    return fields, [name for name in fields if name.startswith("next-")]


def send(fields: dict[str, str], seat: str = "team-manager", path: str = CHLOE, **more: str) -> Page:
    """Send the form."""
    return ask(path, seat, {**fields, **more})


def allocations(page: Ask) -> int:
    """How many children are with Chloe, as her page says it."""
    return len(page(CHLOE, "team-manager").find("//select"))


@pytest.mark.parametrize("seat", ["social-worker", "reviewing-officer", "looking-round", "portfolio-holder"])
def test_the_page_is_not_there_for_who_may_not(page: Ask, seat: str) -> None:
    assert page(CHLOE, seat).status == 404
    assert page(CHLOE, seat, post=LAST).status == 404


def test_a_manager_has_the_page_for_her_own_team_and_the_director_for_every_worker(page: Ask) -> None:
    for path, wanted in ((CHLOE, 200), ("/worker/WX-W-leena/leave", 404), ("/worker/nobody/leave", 404)):
        assert page(path, "team-manager").status == wanted
    assert page("/worker/WX-W-leena/leave", "director").status == 200
    assert page("/worker/nobody/leave", "director").status == 404
    assert page("/worker/WX-W-leena/leave", "team-manager", post=LAST).status == 404


def test_every_child_of_the_worker_is_asked_about_and_the_worker_is_not_offered(page: Ask) -> None:
    _, names = begun(page)
    there = page(CHLOE, "team-manager")
    assert {f"next-{AMARA}", f"next-{JOEL}"} <= set(names)
    assert f"{len(names)} children are with Chloe Garrow now" in there.text
    offered = set(there.find(f"//select[@id='next-{AMARA}']/option/@value"))
    assert "WX-W-gwen" in offered
    assert "WX-W-chloe" not in offered


def test_nobody_leaves_while_a_child_has_no_next_name_and_the_child_is_named(page: Ask) -> None:
    fields, names = begun(page)
    before = position()
    chosen = dict.fromkeys(names, "WX-W-gwen") | {f"next-{JOEL}": ""}
    for more in ({}, {"previewed": "2026-06-30"}):
        refused = send({**fields, **LAST, **chosen, **more})
        assert refused.status == 422
        summary = words_of(refused.find("//div[contains(@class, 'govuk-error-summary')]")[0])
        assert "Joel Osei" in summary
        assert "Amara Osei" not in summary
        assert refused.find("//div[contains(@class, 'govuk-error-summary')]//a/@href") == [f"#next-{JOEL}"]
        assert fields_of(refused)[f"next-{AMARA}"] == "WX-W-gwen"
    forged = {**fields, **LAST, **chosen, f"next-{JOEL}": "WX-W-leena"}
    assert send(forged).status == 422
    assert send({**fields, **chosen, f"next-{JOEL}": "WX-W-gwen"}).status == 422
    assert position() == before


def test_the_change_is_seen_in_numbers_and_then_saved_as_one_entry(page: Ask) -> None:
    fields, names = begun(page)
    before = position()
    chosen = dict.fromkeys(names, "WX-W-gwen")
    shown = send({**fields, **LAST, **chosen})
    assert shown.status == 200
    assert position() == before
    preview = words_of(shown.by_id("preview"))
    assert f"{len(names)} children change worker." in preview
    assert "third time or more within twelve months" in preview
    (row,) = shown.find("//*[@id='preview']//tbody/tr")
    worker, now, then = (words_of(one) for one in row)
    assert worker == "Gwen Prior"
    assert int(then) - int(now) == len(names)
    answer = send(fields_of(shown))
    assert answer.status == 302
    assert position() == before + 1
    assert page(answer.location, "team-manager").by_id("done") is not None
    assert allocations(page) == 0
    assert "Gwen Prior" in words_of(page(f"/child/{AMARA}", "team-manager").by_id("glance"))
    assert page(f"/child/{AMARA}", "social-worker").status == 404
    assert send(fields_of(shown)).location == answer.location
    assert position() == before + 1


def test_a_form_without_a_key_puts_nothing_on_record_and_loses_nothing(page: Ask) -> None:
    fields, names = begun(page)
    shown, before = send({**fields, **LAST, **dict.fromkeys(names, "WX-W-gwen")}), position()
    told = send(fields_of(shown), key="")
    assert (told.status, "This form has no number of its own." in told.text, position()) == (422, True, before)
    assert {name: fields_of(told)[name] for name in (*LAST, *names)} == {**LAST, **dict.fromkeys(names, "WX-W-gwen")}
    assert fields_of(told)["key"]


def test_that_the_worker_stays_is_on_record_once_and_without_a_last_day_there_is_nothing_to_take_back(
    page: Ask,
) -> None:
    fields, names = begun(page)
    nothing = send({"stays": "yes", "key": "k" * 32, "base": fields["base"]})
    assert (nothing.status, "Nothing on record says that this worker leaves" in nothing.text) == (409, True)
    shown = send({**fields, **LAST, **dict.fromkeys(names, "WX-W-gwen")})
    left = page(send(fields_of(shown)).location, "team-manager")
    inputs = left.find("//main//form[.//input[@name='stays']]//input[@name]")
    stays = {one.get("name"): one.get("value") for one in inputs}
    first, after = send(stays), position()
    assert (first.status, first.location) == (302, f"{CHLOE}?done={after}#done")
    assert (send(stays).location, position()) == (first.location, after)


@pytest.mark.parametrize(("worker", "to", "said"), [
    ("WX-W-omar", "WX-W-maggie", "who chairs the reviews"), ("WX-W-jo", "WX-W-pathways-1", "adviser"),
])  # fmt: skip
def test_a_reviewing_officer_and_an_adviser_do_not_leave_before_each_child_has_the_next(
    page: Ask, worker: str, to: str, said: str
) -> None:
    path = f"/worker/{worker}/leave"
    fields, names = begun(page, "director", path)
    assert names
    assert send({**fields, **LAST}, "director", path).status == 422
    shown = send({**fields, **LAST, **dict.fromkeys(names, to)}, "director", path)
    assert said in words_of(shown.by_id("preview"))
    assert send(fields_of(shown), "director", path).status == 302
    assert begun(page, "director", path)[1] == []
    assert set(names) <= set(begun(page, "director", f"/worker/{to}/leave")[1])


def test_whoever_leaves_is_offered_no_child_afterwards(page: Ask) -> None:
    fields, names = begun(page)
    shown = send({**fields, **LAST, **dict.fromkeys(names, "WX-W-gwen")})
    assert send(fields_of(shown)).status == 302
    assert "WX-W-chloe" not in opened(AMARA, "allocate", "team-manager").page.find("//select/option/@value")


def test_a_name_that_changes_after_the_preview_is_seen_in_numbers_again(page: Ask) -> None:
    fields, names = begun(page)
    shown = send({**fields, **LAST, **dict.fromkeys(names, "WX-W-gwen")})
    before = position()
    again = send({**fields_of(shown), f"next-{JOEL}": "WX-W-nia"})
    assert again.status == 200
    assert len(again.find("//*[@id='preview']//tbody/tr")) == 2
    assert position() == before


def test_a_child_whom_somebody_handed_over_meanwhile_is_shown_first(page: Ask) -> None:
    fields, names = begun(page)
    shown = send({**fields, **LAST, **dict.fromkeys(names, "WX-W-gwen")})
    words = {"to": "WX-W-nia", "from": "2026-06-01", "why": "Nia knows him", "hello": "I am Nia, from the drop-in."}
    assert opened(JOEL, "allocate", "director").send(words).status == 302
    conflict = send(fields_of(shown))
    assert conflict.status == 409
    told = words_of(conflict.by_id("theirs"))
    assert [one for one in ("Nia knows him", words["hello"], f"{the_council().name(JOEL)}: ") if one not in told] == []
    assert f"next-{JOEL}" not in fields_of(conflict)
    rest = send(fields_of(conflict))
    assert rest.status == 200
    assert f"{len(names) - 1} " in words_of(rest.by_id("preview")) or len(names) == 2
    assert send(fields_of(rest)).status == 302
    assert "Nia Bevan" in words_of(page(f"/child/{JOEL}", "team-manager").by_id("glance"))


def test_the_preview_counts_those_who_change_for_the_third_time(page: Ask) -> None:
    path = "/worker/WX-W-leo-5/leave"
    fields, names = begun(page, "director", path)
    assert names == ["next-WX-S13-1"]
    shown = send({**fields, **LAST, names[0]: "WX-W-leena"}, "director", path)
    assert "One child changes worker. One child changes worker for the third time" in words_of(shown.by_id("preview"))


def test_the_form_that_allocates_a_child_leads_to_the_page(page: Ask) -> None:
    assert CHLOE in opened(AMARA, "allocate", "team-manager").page.find("//main//a/@href")


def test_what_was_chosen_is_kept_for_later_without_script_and_goes_once_it_is_on_record(page: Ask) -> None:
    fields, names = begun(page)
    chosen = {**LAST, names[0]: "WX-W-gwen"}
    kept = send({**fields, **chosen}, keep="1")
    assert (kept.status, kept.location) == (302, f"{CHLOE}?draft={fields['key']}")
    again = page(kept.location, "team-manager")
    assert {name: fields_of(again)[name] for name in chosen} == chosen
    assert fields_of(again)["key"] == fields["key"]
    assert "Nobody else sees it" in words_of(again.by_id("kept"))
    assert kept.location in page(CHLOE, "team-manager").find("//main//a/@href")
    assert fields_of(page(kept.location, "director"))["why"] == ""
    shown = send({**fields_of(again), **dict.fromkeys(names, "WX-W-gwen")})
    assert send(fields_of(shown)).status == 302
    assert kept.location not in page(CHLOE, "team-manager").find("//main//a/@href")
    assert fields_of(page(kept.location, "team-manager")).get("why", "") == ""


def test_the_script_keeps_the_choices_for_who_may_and_for_nobody_else(page: Ask) -> None:
    fields, _ = begun(page)
    words = {**fields, **LAST, "act": "leave", "child": "WX-W-chloe"}
    assert ask("/draft", "team-manager", words).status == 200
    assert fields_of(page(f"{CHLOE}?draft={fields['key']}", "team-manager"))["why"] == LAST["why"]
    assert ask("/draft", "team-manager", {**words, "child": "WX-W-leena"}).status == 404
    assert ask("/draft", "social-worker", {**words, "holder": "x"}).status == 409
    form = page(CHLOE, "team-manager").by_id("form")
    assert (form.get("data-act"), form.get("data-about")) == ("leave", "WX-W-chloe")


def test_choices_of_a_session_that_ended_come_back_to_whoever_made_them(page: Ask) -> None:
    fields, _ = begun(page)
    ended = ask(CHLOE, "social-worker", {**fields, **LAST})
    assert ended.status == 403
    (onward,) = ended.find("//input[@name='next']/@value")
    assert fields_of(page(onward, "team-manager"))["why"] == LAST["why"]


@pytest.mark.parametrize(
    ("seat", "team", "led"),
    [("team-manager", "WX-T-east", True), ("director", "WX-T-east", True), ("director", "WX-T-west", True),
     ("social-worker", "WX-T-east", False), ("looking-round", "WX-T-east", False)],
)  # fmt: skip
def test_whoever_leads_a_team_is_led_from_it_to_the_page_of_each_worker_who_may_leave(
    page: Ask, seat: str, team: str, led: bool
) -> None:
    links = [one for one in page(f"/team/{team}", seat).find("//main//a/@href") if one.startswith("/worker/")]
    assert bool(links) == led
    assert [one for one in links if page(one, seat).status != 200] == []
    assert (CHLOE in links) == (led and team == "WX-T-east")


def test_on_another_day_nobody_is_led_to_a_page_that_acts_today(page: Ask) -> None:
    assert page("/team/WX-T-east?as-at=2026-05-04", "team-manager").find("//section[@id='leaves']") == []
    assert page("/team/WX-T-east", "team-manager").find("//section[@id='leaves']")


def test_a_goodbye_that_is_not_written_waits_on_monday_and_with_the_team_until_it_is(page: Ask) -> None:
    assert "goodbyes" not in page("/monday", "team-manager").html
    words = {"to": "WX-W-gwen", "from": "2026-06-01", "why": "Chloe moves", "goodbye": "", "hello": "I am Gwen."}
    assert opened(AMARA, "allocate", "team-manager").send(words).status == 302
    for path, seat in (("/monday", "team-manager"), ("/team/WX-T-east", "director"), ("/monday", "social-worker")):
        shown = page(path, seat)
        assert "no goodbye is on record" in words_of(shown.by_id("goodbyes").getnext().getnext())
    form = f"/child/{AMARA}/do/hand-over-note"
    assert page("/monday", "social-worker").find(f"//main//a[@href='{form}']"), "Chloe may still write it"
    note = {"note": "goodbye", "text": "It was good to know you."}
    assert "The note is on record" in opened(AMARA, "hand-over-note", "social-worker").send(note).text
    for path, seat in (("/monday", "team-manager"), ("/team/WX-T-east", "director"), ("/monday", "social-worker")):
        assert "no goodbye is on record" not in page(path, seat).text
