"""After a visit a person says of each claim whether it was agreed, too much or too little; nothing works it out."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.measures.promise import Again, Claim, CouncilLine, InspectionFinding, LinePoint, Promise, Shown
from holdfast.measures.said_and_found import SaidAndFound, WordOnClaim, last_visit, said_and_found, visits_until
from holdfast.wexmouth.improvement import BadPlan
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.said_and_found import BadWord, words_from, words_on_claims

VISIT = date(2026, 3, 11)
LATER = date(2026, 6, 1)


def claimed(*days: date) -> tuple[Claim, ...]:
    return tuple(Claim(on=one, says="on track", words=f"It went well on {one}.", by_role="the head") for one in days)


def line(*days: date) -> CouncilLine:
    finding = InspectionFinding(
        slug="it", title="It", words="It was found.", raised_at="first", shown=Shown(counts="it", better="up"),
        promise=Promise(words="It stops.", by_role="the head", by_day=VISIT, claims=claimed(*days)), now=(),
    )  # fmt: skip
    first = LinePoint(
        slug="first", day=date(2024, 2, 14), kind="inspection", title="First", found=(), promised=(), raised=("it",),
        again=(), became="",
    )  # fmt: skip
    again = (Again(finding="it", words="Still so."),)
    second = replace(first, slug="second", day=VISIT, kind="monitoring visit", raised=(), again=again)
    board = replace(first, slug="board", day=date(2026, 5, 12), kind="board", raised=())
    return CouncilLine(points=(first, second, board), findings=(finding,))


def at_second(told: CouncilLine, *words: WordOnClaim, day: date = LATER) -> SaidAndFound:
    point = told.point("second")
    assert point is not None
    (found,) = said_and_found(told, point, words, day)
    return found


def word(on: date, **more: str) -> WordOnClaim:
    said = {"point": "second", "finding": "it", "words": "Why.", "by_role": "the head", **more}
    return WordOnClaim(on=on, says="over-claimed", **said)


def test_beside_a_finding_stands_what_was_claimed_by_the_day_before_the_visit_and_not_what_was_claimed_on_it() -> None:
    before = at_second(line(date(2026, 3, 10)))
    assert before.claim is not None
    assert before.claim.on == date(2026, 3, 10)
    assert at_second(line(VISIT)).claim is None
    assert before.found == "Still so."


def test_a_word_counts_from_its_own_day_on_and_the_last_one_counts() -> None:
    told, on = line(date(2026, 3, 10)), date(2026, 3, 24)
    first, second = word(on), replace(word(date(2026, 4, 2)), says="agreed")
    assert at_second(told, first, day=date(2026, 3, 23)).word is None
    assert at_second(told, first, day=on).word == first
    assert at_second(told, second, first).word == second
    assert at_second(told, word(on, point="first")).word is None


def test_the_last_visit_is_the_last_before_the_day_and_a_board_is_no_visit() -> None:
    told = line()
    assert [one.slug for one in visits_until(told, LATER)] == ["first", "second"]
    at = {day: last_visit(told, day) for day in (VISIT, date(2026, 3, 12), LATER, date(2024, 2, 14))}
    assert [one.slug if one else None for one in at.values()] == ["first", "second", "second", None]


def test_wexmouths_words_are_about_what_its_visits_spoke_of() -> None:
    points = {one.slug: one for one in the_line().points}
    assert {one.says for one in words_on_claims()} == {"over-claimed", "under-claimed"}
    assert all(one.finding in points[one.point].findings for one in words_on_claims())


ROW = {
    "point": "visit-5", "finding": "plans-that-stood-still", "says": "agreed", "words": "Why.",
    "by_role": "the head of the Hub", "on": date(2026, 3, 24),
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"point": "board-may-2026"}, "no visit of the line"), ({"finding": "too-many-faces"}, "no visit of the line"),
        ({"on": date(2026, 3, 10)}, "older than the visit"), ({"says": "fine"}, "Accepted are"),
        ({"by_role": "Ade Bankes"}, "names a person"), ({"score": 3}, "is typed"),
    ],
)  # fmt: skip
def test_a_word_that_cannot_be_used_is_refused_in_a_sentence(more: dict[str, object], says: str) -> None:
    assert len(words_from({"word": [ROW]}, the_line())) == 1
    with pytest.raises((BadWord, BadPlan), match=says):
        words_from({"word": [{**ROW, **more}]}, the_line())
