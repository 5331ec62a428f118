"""A paper made ready for a visit, asked again as at the same moments, is the same to the letter."""

from tests.web.doing_forms import opened
from tests.web.pages import Ask, Page

THEME = "/visits/assessment"
"""A theme with lists and a measure. No finding rests on it, so that the plan is not worked out twice more."""


def main_of(page: Page) -> str:
    """The page's own part, byte for byte."""
    return page.html.split("<main", 1)[1].split("</main>", 1)[0]


def test_a_paper_of_a_day_that_is_over_is_the_same_to_the_letter_after_more_is_put_on_record(page: Ask) -> None:
    present = page(THEME, seat="director")
    (kept,) = [one for one in present.links() if "as-known" in one]
    assert kept == f"{THEME}?as-at=2026-05-31&as-known=2026-05-31"
    before = page(kept, seat="director")
    (first, *_) = before.by_id("waiting").getnext().xpath(".//a/@href")
    child = first.split("/")[2].split("?")[0]
    saved = opened(child, "decision", "director").send({
        "about": "plan", "decided": "The plan ends on Friday.", "why": "The great-aunt was asked and said yes.",
        "anything": "something", "find_out": "What the school says", "by_whom": "The manager",
        "when": "2026-06-08", "change_mind": "A worry.",
    })  # fmt: skip
    assert saved.status == 302
    assert "The great-aunt was asked" in page(THEME, seat="director").text
    again = page(kept, seat="director")
    assert main_of(again) == main_of(before)
    assert "This paper stays as it is" in again.text
    assert "This paper stays as it is" not in present.text
