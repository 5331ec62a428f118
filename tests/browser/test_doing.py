"""Three stories from end to end."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.test_scan import faults
from tests.browser.workplace import main, on_monday, press, sitting, write

LEO, MASON, LEONIE, SAFIYA, ELLIE = "WX-S13-1", "WX-S07-1", "WX-400039", "WX-S14-1", "WX-S15-1"
LEOS_WORKERS = ("Neil Bracken", "Asha Puri", "Craig Tolland", "Moira Finn", "Yusuf Demir")
UNANSWERED = "unanswered-escalation"


def test_story_13_nobody_leaves_before_leo_has_a_next_name_and_hears_goodbye_and_hello(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Director") as tab:
        # Given Leo with his fifth worker in 392 days, on the list of many changes, with a promise not kept.
        tab.goto(f"/child/{LEO}")
        told = main(tab)
        assert [name for name in LEOS_WORKERS if name not in told] == []
        assert "A trip to the seaside" in told
        tab.goto("/registers/many-changes-of-worker")
        assert "Leo Hartley" in main(tab)
        # When Yusuf leaves and nobody is named for Leo, then nothing is saved and Leo is named.
        tab.goto(f"/child/{LEO}/do/allocate")
        assert faults(tab) == []
        tab.get_by_role("link", name="Yusuf Demir leaves").click()
        assert faults(tab) == []
        write(tab, {"last_on": "2026-06-30", "why": "A post nearer home"})
        press(tab, "See what would change")
        assert "Leo Hartley" in tab.get_by_role("alert").inner_text()
        assert faults(tab) == []
        tab.get_by_role("alert").get_by_role("link").first.click()
        assert tab.evaluate("() => document.activeElement.name") == f"next-{LEO}"
        # When Leena is named, then the change is seen in numbers first, and saved.
        write(tab, {f"next-{LEO}": "WX-W-leena"})
        press(tab, "See what would change")
        assert "One child changes worker for the third time or more" in tab.locator("#preview").inner_text()
        assert faults(tab) == []
        press(tab, "Save it all, as one entry")
        assert "No child is with Yusuf Demir now." in main(tab)
        # Then Leo's page names her, and shows that no goodbye was written.
        tab.goto(f"/child/{LEO}")
        assert "Leena Hart, worker" in main(tab)
        assert "without a goodbye or a hello note" in main(tab)
        assert "Yusuf Demir" in tab.locator("#journey").inner_text()


def test_story_13_goodbye_and_hello_and_what_not_to_ask_again_are_on_leos_page(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Director") as tab:
        # When the next change comes with both notes and what not to ask again, then they are on his page.
        notes = {
            "to": "WX-W-sunita", "from": "2026-06-01", "why": "Sunita knows Leo from school",
            "goodbye": "You taught me chess. Thank you.", "hello": "I am Sunita. We meet on Friday at four.",
            "promises": "The trip to the seaside. Do not ask about the fire again.",
        }  # fmt: skip
        tab.goto(f"/child/{LEO}/do/allocate")
        write(tab, notes)
        press(tab, "Save")
        expect(tab.locator("#done")).to_contain_text("It is on record")
        written = tab.locator("#notes").inner_text()
        for part in ("why", "goodbye", "hello", "promises"):
            assert notes[part] in written
        assert "without a goodbye" not in main(tab)
        assert "worker-changes" in on_monday(tab, LEO)


def reply_with_a_day(tab: Page, words: dict[str, str], day: str) -> None:
    """Answer the only challenge there is, which is chosen already: without its day first, which is refused."""
    assert tab.locator("#dispute-0").is_checked()
    write(tab, words)
    press(tab, "Save")
    assert "Say by which day" in tab.get_by_role("alert").inner_text()
    write(tab, {"for_day": day})
    press(tab, "Save")


def goes_on_formally(omar: Page) -> None:
    """The informal word that Omar had for Mason goes on as a formal challenge, at the next stage by itself."""
    omar.goto(f"/child/{MASON}/do/challenge")
    assert "Raised informally on 1 June 2026" in main(omar)
    words = {"text": "Nothing came of it.", "wanted": "A visit by Friday.", "to_child": "Now they must answer."}
    write(omar, {"dispute": omar.locator("#dispute-1").input_value(), **words})
    press(omar, "Save")


def test_story_14_a_challenge_climbs_by_itself_until_somebody_answers_for_the_child(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Director") as director, sitting(browser, workplace, "Reviewing officer") as omar:
        # Given Safiya, whose challenge stood without an answer from 10 February, as the record shows to this day.
        assert UNANSWERED not in on_monday(director, SAFIYA, "2026-02-09T08:30")
        assert UNANSWERED in on_monday(director, SAFIYA, "2026-02-10T08:30")
        # When Omar has an informal word for Mason, he is shown the way to Cafcass, and no days run yet.
        omar.goto(f"/child/{MASON}/do/challenge")
        assert "You may go to Cafcass at any stage" in main(omar)
        press(omar, "Save")
        assert "Choose a stage" in omar.get_by_role("alert").inner_text()
        raised = {
            "dispute": "new", "stage": "0", "theme": "brothers and sisters", "text": "He has not seen his brother.",
            "wanted": "A visit this month.", "to_child": "I asked why you have not met.",
        }  # fmt: skip
        write(omar, raised)
        press(omar, "Save")
        assert raised["to_child"] in omar.locator("#notes").inner_text()
        assert UNANSWERED not in on_monday(director, MASON, "2026-06-17T08:30")
        # When the same goes on formally, then it climbs without a click, stage by stage, up to the director.
        goes_on_formally(omar)
        assert UNANSWERED not in on_monday(director, MASON, "2026-06-08T08:30")
        assert UNANSWERED in on_monday(director, MASON, "2026-06-09T08:30")
        for day, stage in (("2026-06-09", 2), ("2026-06-16", 3), ("2026-06-23", 4)):
            director.goto(f"/child/{MASON}/why/iro-stage?as-at={day}T08:30")
            assert f"stage {stage}" in main(director).lower()
        # When the director answers for another child whose challenge has waited, then it leaves the Monday page.
        assert UNANSWERED in on_monday(director, LEONIE)
        director.goto(f"/child/{LEONIE}/do/reply-to-challenge")
        assert "It climbed by itself to stage" in main(director)
        reply_with_a_day(director, {"text": "She is seen on Thursday.", "by_whom": "Kwame"}, "2026-06-04")
        assert UNANSWERED not in on_monday(director, LEONIE)


def test_story_14_it_ends_with_an_answer_and_with_what_changed_for_the_child(browser: Browser, workplace: str) -> None:
    with sitting(browser, workplace, "Director") as director, sitting(browser, workplace, "Reviewing officer") as omar:
        # When the director answers for Mason too, with a day, then his climbs no more and waits for what changes.
        director.goto(f"/child/{MASON}/do/reply-to-challenge")
        reply_with_a_day(director, {"text": "They meet on Sunday.", "by_whom": "Dot"}, "2026-06-07")
        assert "They meet on Sunday." in director.locator("#notes").inner_text()
        assert UNANSWERED not in on_monday(director, MASON, "2026-06-09T08:30")
        # When Omar settles it, then it says what changed for Mason and what he was told.
        omar.goto(f"/child/{MASON}/do/settle-challenge")
        assert "You may go to Cafcass at any stage" in main(omar)
        assert omar.locator("#dispute-0").is_checked()
        write(omar, {"text": "They meet every second Saturday.", "to_child": "You meet on Saturday."})
        press(omar, "Save")
        for words in ("They meet every second Saturday.", "You meet on Saturday.", "Nothing came of it."):
            assert words in omar.locator("#notes").inner_text()
        omar.goto(f"/child/{MASON}/do/challenge")
        assert omar.locator("#dispute-1").count() == 0, "what is settled does not go on"
        # When something else is not right, then it may begin at the third stage, and climbs from there.
        write(
            omar, {"dispute": "new", "stage": "3", "theme": "delay", "text": "No plan.", "wanted": "A plan by Friday."}
        )
        press(omar, "Save")
        for day, stage in (("2026-06-01", 3), ("2026-06-09", 4)):
            omar.goto(f"/child/{MASON}/why/iro-stage?as-at={day}T08:30")
            seen = omar.locator("#seen").inner_text().lower()
            assert (f"stage {stage}" in seen, "stage 2" in seen) == (True, False), "the second was skipped"


def test_story_15_a_gap_in_supervision_leaves_the_page_only_when_supervision_was_held(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Team manager") as ade:
        # Given Ellie-Mae, whom the list had on day 35 long before the audit, and who will be on it again.
        assert "case-supervision" in " ".join(on_monday(ade, ELLIE, "2025-12-22T08:30"))
        gap = "2026-06-29T08:30"
        before = " ".join(on_monday(ade, ELLIE, gap))
        assert "case-supervision" in before
        # When Ade would pause it, then that cannot be paused; when Ade plans, she stays on the list.
        ade.goto(f"/child/{ELLIE}/do/pause")
        write(ade, {"reason": "the family asked for time", "until": "2026-07-31", "why": "They move house."})
        press(ade, "Save")
        assert "No question about this child can be paused now." in ade.get_by_role("alert").inner_text()
        assert "case-supervision" in " ".join(on_monday(ade, ELLIE, gap))
        ade.goto(f"/child/{ELLIE}/do/plan-action")
        write(ade, {"action": "new", "what": "Talk about her", "owner": "Ade Bankes", "for_day": "2026-06-05"})
        press(ade, "Save")
        assert "case-supervision" in " ".join(on_monday(ade, ELLIE, gap))
        # When supervision is held, it opens with what was agreed, and asks what changed for her.
        ade.goto(f"/child/{ELLIE}/do/supervision")
        assert "Last discussed on" in main(ade)
        assert "Not done yet: Talk about her" in main(ade)
        assert faults(ade) == []
        write(
            ade, {"on": "2026-06-01", "reflection": "What is it like to be eight and to wait?", "next": "See her alone"}
        )
        press(ade, "Save")
        amiss = ade.get_by_role("alert").inner_text()
        assert "Say what changed for the child" in amiss
        assert ade.locator("#reflection").input_value() == "What is it like to be eight and to wait?"
        assert faults(ade) == []
        write(ade, {"changed": "She sleeps in her own bed now.", "owner": "Nia Voss", "by": "2026-06-12"})
        press(ade, "Save")
        assert "She sleeps in her own bed now." in ade.locator("#notes").inner_text()
        # Then she is off the list, and the record says who looked.
        assert "case-supervision" not in " ".join(on_monday(ade, ELLIE, gap))
        ade.goto(f"/child/{ELLIE}/looked")
        assert "Ade Bankes" in main(ade)
        assert faults(ade) == []
