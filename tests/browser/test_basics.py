"""From the first page to the basics and to a child behind one; from a finding to those it was about."""

from playwright.sync_api import Page, expect


def test_somebody_goes_from_the_first_page_to_a_child_who_asks_for_a_look(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("link", name="The basics on this day").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("The basics on")
    tab.get_by_role("group").get_by_text("Show the basics as a table").click()
    expect(tab.get_by_role("table", name="The basics in numbers")).to_be_visible()
    tab.locator("#team-WX-T-east a[href*='/basics/review']").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Reviewed in time: East Safeguarding")
    first = tab.locator("#basic-children tbody tr").first
    expect(first).to_contain_text("Look")
    name = first.get_by_role("link").inner_text()
    first.get_by_role("link").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text(name.split(" ")[0])


def test_somebody_goes_from_a_finding_to_those_it_was_about_and_looks_from_another_day(tab: Page) -> None:
    tab.goto("/finding/plans-that-stood-still")
    tab.get_by_role("link", name="Those it was about when it was raised").click()
    expect(tab.locator("#cohort-lead")).to_contain_text("3 children were behind this finding on 24 July 2023")
    expect(tab.locator("#cohort-children tbody tr")).to_have_count(3)
    tab.get_by_role("link", name="A year before: 1 June 2025").click()
    expect(tab.locator("#cohort-lead")).to_contain_text("3 children were behind this finding on 1 June 2025")
