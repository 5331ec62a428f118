"""Three stories from end to end, two people at one form, and a visit written on a telephone."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.test_scan import TOO_WIDE, faults
from tests.browser.workplace import enter, main, on_monday, press, sitting, write
from tests.inspection.invented_documents import ILACS_THREE

LEO, MASON, LEONIE, SAFIYA, ELLIE, AMARA, JOEL = (
    "WX-S13-1", "WX-S07-1", "WX-400039", "WX-S14-1", "WX-S15-1", "WX-S05-1", "WX-S05-2",
)  # fmt: skip
LEOS_WORKERS = ("Neil Bracken", "Asha Puri", "Craig Tolland", "Moira Finn", "Yusuf Demir")
REPORT = ILACS_THREE.replace("Wexmouth Borough", "Hull City")
"""An invented report under a real council's name: the reader knows no other."""
UNANSWERED = "unanswered-escalation"
VISIT = {
    "on": "2026-05-29", "purpose": "To hear how school goes", "seen": "yes", "alone": "yes", "where": "at home",
    "saw": "He showed me the bicycle he mends.", "their_words": "It has eleven gears.",
    "means": "He has something of his own.", "next": "Chloe asks for a lock by Friday.",
}  # fmt: skip


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


def test_two_people_at_one_text_both_keep_their_words_and_see_both_versions(browser: Browser, workplace: str) -> None:
    with sitting(browser, workplace, "Social worker") as chloe, sitting(browser, workplace, "Team manager") as ade:
        for tab in (chloe, ade):
            tab.goto(f"/child/{AMARA}/do/who-i-am")
        write(chloe, {"text": "I am Amara and I draw whales."})
        press(chloe, "Save")
        write(ade, {"text": "Amara wants to be asked first."})
        press(ade, "Save")
        assert "I am Amara and I draw whales." in ade.locator("#theirs").inner_text()
        assert ade.locator("#text").input_value() == "Amara wants to be asked first."
        assert faults(ade) == []
        press(ade, "Save mine as the newer version")
        for text in ("I am Amara and I draw whales.", "Amara wants to be asked first."):
            assert text in ade.locator("#notes").inner_text()


def test_what_was_typed_is_still_there_after_the_tab_was_closed(browser: Browser, workplace: str) -> None:
    with sitting(browser, workplace, "Social worker") as chloe:
        # The form of an action has a field called "action", which must not hide the form's own.
        chloe.goto(f"/child/{AMARA}/do/plan-action")
        write(chloe, {"action": "new", "what": "Ask the school for a locker"})
        expect(chloe.locator("#kept")).to_contain_text("Kept.")
        again = chloe.context.new_page()
        chloe.close()
        again.goto(f"/child/{AMARA}/do/plan-action")
        again.get_by_role("link", name="What you began at").click()
        assert again.locator("#what").input_value() == "Ask the school for a locker"
        assert again.locator("[name=action][value=new]").is_checked()


def test_whoever_is_no_longer_in_the_seat_finds_the_words_again_after_entering(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Social worker") as chloe:
        chloe.goto(f"/child/{AMARA}/do/visit-note")
        write(chloe, {"purpose": VISIT["purpose"], "saw": VISIT["saw"]})
        other = chloe.context.new_page()
        enter(other, "Placement officer")
        press(chloe, "Save")
        assert chloe.get_by_role("heading", level=1).inner_text() == "Your words are kept. Enter again to go on"
        assert VISIT["saw"] not in chloe.content()
        assert faults(chloe) == []
        press(chloe, "Enter as Chloe Garrow and go on writing")
        assert chloe.locator("#saw").input_value() == VISIT["saw"]
        assert chloe.locator("#purpose").input_value() == VISIT["purpose"]


def test_a_visit_note_on_a_telephone_without_a_network_for_a_while_loses_nothing(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Social worker", viewport=PHONE) as chloe:
        chloe.goto(f"/child/{AMARA}/do/visit-note")
        assert chloe.evaluate(TOO_WIDE) == []
        chloe.context.set_offline(True)
        write(chloe, {name: word for name, word in VISIT.items() if name != "next"})
        expect(chloe.locator("#kept")).to_contain_text("Not kept yet")
        chloe.context.set_offline(False)
        expect(chloe.locator("#kept")).to_contain_text("Kept.")
        write(chloe, {"next": VISIT["next"]})
        press(chloe, "Save")
        for name in ("purpose", "saw", "their_words", "means", "next"):
            assert VISIT[name] in chloe.locator("#notes").inner_text()


def test_a_visit_note_on_a_telephone_with_scripts_off_is_written_kept_and_saved(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Social worker", viewport=PHONE, script=False) as chloe:
        chloe.goto(f"/child/{JOEL}/do/visit-note")
        assert chloe.evaluate(TOO_WIDE) == []
        write(chloe, {name: VISIT[name] for name in ("purpose", "seen", "saw")})
        press(chloe, "Keep for later")
        assert "Kept at" in chloe.locator("#kept").inner_text()
        assert chloe.locator("#saw").input_value() == VISIT["saw"]
        assert chloe.locator("#seen").is_checked()
        press(chloe, "Save")
        assert "Say what it means for the child." in chloe.get_by_role("alert").inner_text()
        assert chloe.evaluate(TOO_WIDE) == []
        assert chloe.locator("#saw").input_value() == VISIT["saw"]
        write(chloe, VISIT)
        # When the form's token is gone, then nothing was changed, every word is still there, and it is sent again.
        chloe.context.clear_cookies(name="csrftoken")
        press(chloe, "Save")
        assert "Nothing was changed. Your words are still here." in chloe.get_by_role("alert").inner_text()
        assert chloe.get_by_label("What you saw and heard").input_value() == VISIT["saw"]
        assert chloe.evaluate(TOO_WIDE) == []
        press(chloe, "Send it again")
        assert "It is on record" in chloe.locator("#done").inner_text()
        assert chloe.evaluate(TOO_WIDE) == []
        for name in ("purpose", "saw", "their_words", "means", "next"):
            assert VISIT[name] in chloe.locator("#notes").inner_text()


def test_choices_of_a_worker_who_leaves_are_kept_by_the_script_and_the_next_hello_may_come_later(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Director") as tab:
        path = "/worker/WX-W-gwen/leave"
        tab.goto(path)
        write(tab, {"why": "A year abroad"})
        expect(tab.locator("#kept")).to_contain_text("Kept.")
        tab.goto(path)
        tab.get_by_role("link", name="What you began at").click()
        assert tab.locator("#why").input_value() == "A year abroad"
        assert faults(tab) == []
        tab.goto(f"/child/{JOEL}/do/hand-over-note")
        write(tab, {"note": "hello", "text": "I am Chloe. We meet on Friday."})
        press(tab, "Save")
        assert "I am Chloe. We meet on Friday." in tab.locator("#notes").inner_text()


def test_a_director_adds_an_action_to_the_plan_and_a_manager_says_on_a_telephone_how_it_goes(
    browser: Browser, workplace: str
) -> None:
    objective, title = "/plan/asked-why-they-ran", "Somebody rings on the day, at weekends too"
    with sitting(browser, workplace, "Director") as tab:
        # When an action is asked for without what a child would notice, then nothing is saved and the link leads there.
        tab.goto(objective)
        assert faults(tab) == []
        tab.get_by_text("Write something else").click()
        tab.get_by_role("link", name="Add an action").click()
        words = {
            "title": title, "measure": "return-interviews", "effect": "Nine interviews in ten in time",
            "owner": "the head of the Hub", "for_day": "2026-09-30", "needs": "Two people on call",
        }  # fmt: skip
        write(tab, words)
        press(tab, "Save")
        assert "Say what a child will notice." in tab.get_by_role("alert").inner_text()
        assert faults(tab) == []
        tab.get_by_role("alert").get_by_role("link").first.click()
        assert tab.evaluate("() => document.activeElement.name") == "for_a_child"
        assert tab.locator("#title").input_value() == title
        # When that is said, then it is in the plan, asked about by nobody yet, and its resource not agreed.
        write(tab, {"for_a_child": "The child is rung by somebody the child knows."})
        press(tab, "Save")
        assert "It is on record" in tab.locator("#done").inner_text()
        assert faults(tab) == []
        assert title in main(tab)
        assert "Two people on call. Asked for by the director; nobody has agreed to it." in main(tab)
        assert tab.evaluate(TOO_WIDE) == []
    with sitting(browser, workplace, "Team manager", viewport=PHONE, script=False) as ade:
        ade.goto(objective)
        assert ade.evaluate(TOO_WIDE) == []
        ade.get_by_role("link", name="Say how an action goes").click()
        ade.get_by_label(title).check(force=True)
        write(ade, {"claims": "behind", "words": "Nobody is on call yet."})
        assert ade.evaluate(TOO_WIDE) == []
        press(ade, "Save")
        assert "The team manager says behind (1 June 2026): Nobody is on call yet." in main(ade)
        assert ade.get_by_role("link", name="Close the objective").count() == 0


def test_a_report_is_looked_at_before_it_is_kept_and_a_sentence_of_it_put_right(
    browser: Browser, workplace: str
) -> None:
    report = {"name": "report.txt", "mimeType": "text/plain", "buffer": REPORT.encode()}
    with sitting(browser, workplace, "Director", script=False) as tab:
        # When the director gives a web page under a PDF's name, then it is refused and says why.
        tab.goto("/inspectors/")
        tab.get_by_role("link", name="Take a report in").click()
        tab.set_input_files("#file", {**report, "name": "report.pdf", "buffer": b"<!doctype html><p>Not found"})
        press(tab, "Read it and show what it says")
        assert "a web page under a PDF's name" in tab.get_by_role("alert").inner_text()
        # When it is the report itself, then what was read is shown, and nothing is kept before somebody says so.
        tab.set_input_files("#file", report)
        press(tab, "Read it and show what it says")
        assert "Nothing is kept yet." in main(tab)
        proposed = tab.url
        press(tab, "Keep what was read")
        assert "It is on record" in main(tab)
        # Then the same file once more has nothing to keep, and its sentences are found.
        tab.goto("/inspectors/take-in")
        tab.set_input_files("#file", report)
        press(tab, "Read it and show what it says")
        assert "exactly this content is on record already" in main(tab)
        tab.goto("/inspectors/search?words=boat")
        tab.get_by_role("link", name="Inspection of 15 February 2019").first.click()
        tab.locator("li:target a").click()
        # When the director reads a sentence otherwise, then both words are on its page.
        tab.locator("#polarity-mixed").check(force=True)
        press(tab, "Put it right")
        assert "Say why in a few words" in tab.get_by_role("alert").inner_text()
        tab.locator("#correct-reading-reason").fill("Most are seen, and too many wait.")
        press(tab, "Put it right")
        assert "Most are seen, and too many wait." in main(tab)
    with sitting(browser, workplace, "Director") as tab:
        for path in (proposed, "/inspectors/?council=E06000010", "/inspectors/themes?council=E06000010"):
            tab.goto(path)
            assert faults(tab) == []
        tab.goto("/inspectors/take-in")
        press(tab, "Read it and show what it says")
        assert faults(tab) == []
