"""Two people at one form, words that are kept whatever happens, a visit on a telephone, and the plan and a report."""

from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE
from tests.browser.test_scan import TOO_WIDE, faults
from tests.browser.workplace import enter, main, press, sitting, write
from tests.inspection.invented_documents import ILACS_THREE

AMARA, JOEL = "WX-S05-1", "WX-S05-2"
REPORT = ILACS_THREE.replace("Wexmouth Borough", "Hull City")
"""An invented report under a real council's name: the reader knows no other."""
VISIT = {
    "on": "2026-05-29", "purpose": "To hear how school goes", "seen": "yes", "alone": "yes", "where": "at home",
    "saw": "He showed me the bicycle he mends.", "their_words": "It has eleven gears.",
    "means": "He has something of his own.", "next": "Chloe asks for a lock by Friday.",
}  # fmt: skip


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
