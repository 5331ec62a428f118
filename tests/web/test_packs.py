"""Papers for members, the board and a commissioner: no name, no small number, and a question beside every figure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest

from holdfast.casework.frozen import figures_outside
from holdfast.casework.packs.pack import PACKS
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.measures.measure import MonthFigure
from holdfast.measures.register import BY_CODE, MEASURES
from holdfast.measures.suppression import for_outside
from holdfast.web.packs.questions import DIFFERENCE, QUESTIONS, SAME, difference
from holdfast.web.packs.words import outside_words
from holdfast.web.today import now
from holdfast.wexmouth.line import the_line
from tests.web.pages import Ask, Page, words_of

CHILD_ID = re.compile(r"WX-(?:\d{6}|S\d\d-\d+)")
A_FEW = re.compile(r"\b[1-4] (child|children|young people)\b")
OUTSIDE = "portfolio-holder"


@pytest.fixture
def papers(page: Ask) -> Mapping[str, Page]:
    return {kind: page(f"/packs/{kind}", seat="director") for kind in PACKS}


def lines(found: Page) -> list[str]:
    return [words_of(one) for one in found.find("//li[contains(@class, 'hf-asked__one')]")]


def numbers(found: Page) -> dict[str, str]:
    """What each of the ten numbers' lines says of this month and of the one before, by the measure's code."""
    return {one.code: words_of(found.by_id(f"number-{one.code}")) for one in MEASURES}


def test_no_paper_names_a_child_or_tells_of_a_few(papers: Mapping[str, Page]) -> None:
    names = frozenset(the_council().names.values())
    for found in papers.values():
        text = " ".join(found.root.itertext())
        assert found.status == 200
        assert [name for name in names if name in text] == []
        assert CHILD_ID.findall(found.html) == []
        assert "/child/" not in found.html
        assert not A_FEW.search(found.text)
        assert "in the last 3 months" not in found.text, "a figure of more than a month is told"


def test_no_worker_is_named_in_a_paper(papers: Mapping[str, Page]) -> None:
    workers = frozenset(the_council().workers.values())
    assert [name for found in papers.values() for name in workers if name in found.text] == []


def test_beside_each_number_stands_the_question_worth_asking(papers: Mapping[str, Page]) -> None:
    for found in papers.values():
        assert len(lines(found)) >= len(MEASURES) + 5
        assert [one for one in lines(found) if not re.search(r"To ask: .+\?$", one)] == []
        assert words_of(found.by_id("ask-stalled")).endswith("?")
        assert "To ask:" in words_of(found.by_id("good"))


def test_each_paper_tells_one_good_thing_what_stalled_the_pace_and_what_is_held(papers: Mapping[str, Page]) -> None:
    for found in papers.values():
        assert words_of(found.by_id("good")).startswith("One good thing: ")
        stalled = found.by_id("stalled")
        assert "says on track, data worse, of “Relatives never fully approved”" in words_of(stalled)
        assert stalled.xpath(".//a/@href")[-1].startswith("/plan/relatives-approved")
        pace = words_of(found.by_id("pace").getnext())
        for words in ("of 24 actions and decisions", "Achieved and held", "Past their day now, and not done"):
            assert words in pace


def test_every_figure_is_the_same_in_every_paper_and_on_the_page_of_its_measure(
    page: Ask, papers: Mapping[str, Page]
) -> None:
    told = figures_outside(the_council(), View(as_at=now()), MEASURES)
    for found in papers.values():
        for code, words in numbers(found).items():
            last, before = told[code][-1], told[code][-2]
            assert outside_words(last) in words or outside_words(last).capitalize() in words
            assert f"{before.month_words}: {outside_words(before)}." in words
    whole = words_of(page("/measures/assessments-in-45", seat=OUTSIDE).by_id("month-2026-05"))
    assert "not shown" in whole
    assert "Not shown" in numbers(papers["board"])["assessments-in-45"]
    assert len({tuple(numbers(found).values()) for found in papers.values()}) == 1


def test_two_days_of_one_month_are_told_the_same_numbers(page: Ask, papers: Mapping[str, Page]) -> None:
    first, last = (page(f"/packs/member?as-at={day}", seat=OUTSIDE) for day in ("2026-05-18", "2026-05-28"))
    bare = re.compile(r"\. [A-Z][a-z ]+(for \d+ months)?.*$")
    assert [bare.sub("", one) for one in numbers(first).values()] == [
        bare.sub("", one) for one in numbers(last).values()
    ]
    known = page("/packs/member?as-known=2026-05-20", seat=OUTSIDE)
    assert numbers(known) == numbers(papers["member"])


def test_a_paper_says_that_it_tells_no_other_moment_of_knowing_and_is_the_same_paper(
    page: Ask, papers: Mapping[str, Page]
) -> None:
    asked = page("/packs/board?as-known=2026-05-20", seat="director")
    said = "A paper without names does not tell that"
    assert said in words_of(asked.find("//*[@class='hf-bar__amiss']")[0])
    assert words_of(asked.main) == words_of(papers["board"].main)
    assert "Only what had been typed in by" not in asked.text
    assert said not in papers["board"].text


def _cases() -> Iterator[tuple[str, dict[str, int]]]:
    """Every small share and count as a paper tells it, with what must not be known of it."""
    first, last = date(2026, 5, 1), date(2026, 5, 31)
    for every in range(30):
        for yes in range(every + 1):
            for code in ("reviews-on-time", "open-temporary-approvals"):
                share = BY_CODE[code].unit == "share"
                one = MonthFigure(
                    measure=BY_CODE[code], first_day=first, last_day=last, as_at=end_of(last), so_far=False,
                    numerator=yes, denominator=every if share else None,
                )  # fmt: skip
                secret = {"yes": yes, "no": every - yes, "every": every} if share else {"yes": yes}
                yield outside_words(for_outside([one])[0]), secret


def test_no_words_of_a_paper_leave_no_doubt_about_a_number_from_one_to_four() -> None:
    same: dict[str, list[dict[str, int]]] = defaultdict(list)
    for words, secret in _cases():
        same[words].append(secret)
    given_away = [
        (words, name)
        for words, secrets in same.items()
        for name in ("yes", "no", "every")
        for values in [{secret[name] for secret in secrets if name in secret}]
        if len(values) == 1 and 0 < min(values) < 5
    ]
    assert given_away == []
    assert "100% (29 of 29)" in same
    assert any(words.startswith("24 ") or " of 24)" in words for words in same)


def test_who_sees_no_names_reads_the_paper_for_members_and_is_led_to_no_other(page: Ask) -> None:
    assert {kind: page(f"/packs/{kind}", seat=OUTSIDE).status for kind in (*PACKS, "gossip")} == {
        "member": 200, "board": 404, "commissioner": 404, "gossip": 404,
    }  # fmt: skip
    led = {one for one in page("/packs/", seat=OUTSIDE).links() if one.startswith("/packs/")}
    assert led == {"/packs/", "/packs/member"}
    assert {f"/packs/{kind}" for kind in PACKS} <= set(page("/packs/", seat="director").links())
    refused, nothing = (page(f"/packs/{kind}", seat=OUTSIDE).text for kind in ("board", "gossip"))
    assert refused == nothing


def test_a_paper_asks_for_as_few_queries_whoever_reads_it(page: Ask) -> None:
    counts = {page(f"/packs/{kind}", seat=seat).queries for kind in PACKS for seat in ("director", "social-worker")}
    assert len(counts) == 1
    assert counts.pop() <= 2


def test_every_measure_has_a_question_for_when_it_gets_better_and_for_when_it_does_not() -> None:
    assert set(QUESTIONS) == set(BY_CODE)
    assert [code for code, asked in QUESTIONS.items() for one in asked if not one.endswith("?")] == []
    assert len({one for asked in QUESTIONS.values() for one in asked}) == 2 * len(MEASURES)


def test_each_finding_has_its_own_question_of_how_a_child_would_know_the_difference() -> None:
    asked = [difference(one) for one in the_line().findings]
    assert len(set(asked)) == len(asked) == 10
    assert SAME not in asked
    assert [one for one in DIFFERENCE.values() if not one.endswith("?")] == []
    first = the_line().findings[0]
    unknown = replace(first, shown=replace(first.shown, measure=None, codes=("a-code-that-is-new",)))
    assert difference(unknown) == SAME


def test_the_paper_for_members_says_why_a_number_is_not_shown(papers: Mapping[str, Page]) -> None:
    said = [kind for kind, found in papers.items() if "a larger council sees more" in found.text]
    assert said == ["member"]
