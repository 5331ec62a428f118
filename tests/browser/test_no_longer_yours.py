"""A child is handed over while somebody writes on a telephone: what it says then, and where the words are."""

from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE
from tests.browser.test_scan import TOO_WIDE, faults
from tests.browser.workplace import press, sitting, write

AMARA = "WX-S05-1"
SAW = "She showed me the drawing over her bed."
GONE = "The child is no longer with you; your words are below"


def test_whoever_writes_while_the_child_is_handed_over_is_told_and_loses_nothing(
    browser: Browser, workplace: str
) -> None:
    with (
        sitting(browser, workplace, "Social worker", viewport=PHONE) as chloe,
        sitting(browser, workplace, "Team manager") as ade,
    ):
        chloe.goto(f"/child/{AMARA}/do/visit-note")
        write(chloe, {"saw": SAW})
        expect(chloe.locator("#kept")).to_contain_text("Kept. Nobody else sees it")
        ade.goto(f"/child/{AMARA}/do/allocate")
        write(ade, {"to": "WX-W-gwen", "from": "2026-06-01", "why": "Chloe moves to another town"})
        press(ade, "Save")
        write(chloe, {"means": "She has somewhere of her own."})
        expect(chloe.locator("#kept")).to_contain_text("It is no longer yours to save")
        press(chloe, "Save")
        assert chloe.get_by_role("heading", level=1).inner_text() == GONE
        assert chloe.get_by_label("What you saw and heard").input_value() == SAW
        assert (faults(chloe), chloe.evaluate(TOO_WIDE)) == ([], [])
        chloe.get_by_role("link", name="Your words that are not on record").click()
        assert SAW in chloe.locator("main").inner_text()
        assert (faults(chloe), chloe.evaluate(TOO_WIDE)) == ([], [])
        # The goodbye is still hers to write; after it there is no way back to the child.
        chloe.goto(f"/child/{AMARA}/do/hand-over-note")
        write(chloe, {"note": "goodbye", "text": "It was good to know you."})
        press(chloe, "Save")
        assert "is no longer among the children whose page you see" in chloe.locator("main").inner_text()
        assert (faults(chloe), chloe.evaluate(TOO_WIDE)) == ([], [])
        # Other tests find Amara with Chloe again, as the record is born.
        ade.goto(f"/child/{AMARA}/do/take-back")
        write(ade, {"why": "Chloe stays."})
        press(ade, "Save")


def test_a_form_that_nobody_here_may_keep_says_so_and_does_not_blame_the_network(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Social worker") as chloe:
        answers = iter((404, 409, 500))
        chloe.route("**/draft", lambda route: route.fulfill(status=next(answers, 500), body="{}"))
        for said in ("no longer yours to save", "no longer yours to save", "the server could not keep it"):
            chloe.goto("/child/WX-S05-2/do/visit-note")
            write(chloe, {"saw": SAW})
            expect(chloe.locator("#kept")).to_contain_text(said)
            assert "does not answer" not in chloe.locator("#kept").inner_text()
