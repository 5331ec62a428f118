"""What somebody does: looks round, sits in a seat, gives a file that is refused."""

import re

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import DESKTOP
from tests.browser.test_scan import faults
from tests.browser.workplace import sitting
from tests.web.pages import route_of

SAFIYA = "WX-S14-1"
LINKS = "all => all.map(one => one.href)"


def test_somebody_looks_round_from_the_first_page_and_every_link_leads_somewhere(
    desk: BrowserContext, address: str
) -> None:
    seen, waiting, kinds, dead = {"/"}, ["/"], dict[str, int](), []
    tab = desk.new_page()
    while waiting:
        path = waiting.pop(0)
        route = route_of(path)
        if kinds.get(route, 0) >= 2:
            continue
        kinds[route] = kinds.get(route, 0) + 1
        answer = tab.goto(path)
        if answer is None or answer.status != 200:
            dead.append(path)
        for link in tab.locator("a[href]").evaluate_all(LINKS):
            fresh = link.partition("#")[0].removeprefix(address)
            if link.startswith(address) and fresh not in seen and "as-at=" not in fresh:
                seen.add(fresh)
                waiting.append(fresh)
    tab.close()
    assert dead == []
    assert len(kinds) > 15


def test_the_first_page_tells_the_councils_ten_findings(tab: Page) -> None:
    tab.goto("/")
    findings = set(tab.locator("main a[href*='/finding/']").evaluate_all("all => all.map(one => one.pathname)"))
    assert len(findings) == 10


def test_a_team_manager_sits_down_and_sees_her_own_monday(desk: BrowserContext, browser: Browser, address: str) -> None:
    own = browser.new_context(base_url=address, viewport=DESKTOP)
    tab = own.new_page()
    tab.goto("/")
    tab.locator("form[action*='/enter']").filter(has_text="Team manager").get_by_role("button").first.click()
    tab.wait_for_url(re.compile("/monday"))
    assert "Team manager" in tab.locator("body").inner_text()
    children = set(tab.locator("main a[href*='/child/']").evaluate_all("all => all.map(one => one.pathname)"))
    everybody = desk.new_page()
    everybody.goto("/monday")
    whole = set(everybody.locator("main a[href*='/child/']").evaluate_all("all => all.map(one => one.pathname)"))
    assert children
    assert len(children) < len(whole)
    everybody.close()
    own.close()


def test_a_file_of_somebody_elses_is_refused_in_words(tab: Page) -> None:
    tab.goto("/import/")
    content = b"pers_person_id,pers_forename,pers_surname,pers_dob\nE-1,Nobody,Invented,2015-04-01\n"
    tab.get_by_label("A file or a zip file of files").set_input_files(
        {"name": "extract.csv", "mimeType": "text/csv", "buffer": content}
    )
    tab.get_by_role("button", name="Read the file and show what would change").click()
    assert "not Wexmouth's own" in tab.get_by_role("alert").inner_text()


def test_story_14_safiyas_challenge_climbs_by_itself_and_is_one_of_three_about_brothers_and_sisters(
    browser: Browser, workplace: str
) -> None:
    with sitting(browser, workplace, "Director") as director:
        # Given a challenge that nobody answered, then it is on the next Monday's list, and climbed without a click.
        director.goto("/monday?as-at=2026-02-16T08:30&all=1")
        assert "Safiya" in director.locator(f"#child-{SAFIYA}").inner_text()
        for day, stage in (("2026-02-10", 2), ("2026-02-17", 3), ("2026-02-24", 4)):
            director.goto(f"/child/{SAFIYA}/why/iro-stage?as-at={day}T08:30")
            assert f"stage {stage}" in director.locator("#seen").inner_text().lower()
        # Then the same had been raised for two other children.
        director.goto(f"/child/{SAFIYA}/why/iro-stage?as-at=2026-03-02T08:30")
        told = director.locator("#others").inner_text()
        assert "Brothers and sisters: raised for 3 children, this one among them." in told
        assert faults(director) == []
