"""Sources that differ stand side by side; the surest decides; no event stands without a time."""

import pytest

from holdfast.inspection.history.events import (
    Inspection,
    Intervention,
    NotAnEvent,
    PrintedJudgement,
    Visit,
    back_dated,
    differences,
)
from holdfast.inspection.history.line import history_of
from holdfast.inspection.history.sources import differing, sources_of, surest
from tests.inspection.history.invented_events import WEXMOUTH, claim, inspection, source, step, visit

PRESS, BOARD = source("Gazette"), source("Council", "published")


def test_the_surest_claim_decides_and_of_equally_sure_ones_the_first() -> None:
    first, second = claim("when", "2020-03", PRESS), claim("when", "2019-01", source("Herald"))
    published = claim("when", "2020-04-01", BOARD)
    assert surest((first, second), "when") is first
    assert surest((second, first), "when") is second
    assert surest((first, second, published), "when") is published
    assert surest((first,), "ordinal") is None


def test_a_claim_that_cannot_be_true_beside_the_surest_is_kept_and_one_that_only_says_less_is_no_difference() -> None:
    best, vaguer, other = claim("when", "2021-06-30", BOARD), claim("when", "2021-06"), claim("when", "2021-07")
    assert differing((vaguer, best, other), "when") == (other,)
    assert differing((claim("ordinal", "5", BOARD), claim("ordinal", "4")), "ordinal") == (claim("ordinal", "4"),)
    event = step("commissioner", "2020-03", claim("when", "2019-01", BOARD))
    assert event.when.words == "January 2019"
    assert [one.value for one in differences(event)] == ["2020-03"]
    assert [one.value for one in event.claims] == ["2020-03", "2019-01"]


def test_each_source_is_named_once_and_the_surest_first() -> None:
    claims = (claim("when", "2020", PRESS), claim("ordinal", "2", PRESS), claim("when", "2020", BOARD))
    assert sources_of(claims) == (BOARD, PRESS)
    assert "second hand" in PRESS.words
    assert "day not given" in PRESS.words
    assert "day not given" not in source("Gazette", on="2020-03-01").words


def test_nothing_that_has_no_time_is_an_event() -> None:
    with pytest.raises(NotAnEvent, match="inspected"):
        Inspection(authority_code=WEXMOUTH, framework="SIF", claims=(claim("published", "2019"),), judgements=())
    with pytest.raises(NotAnEvent, match="visit"):
        Visit(authority_code=WEXMOUTH, kind="focused", claims=(claim("ordinal", "2"),))
    with pytest.raises(NotAnEvent, match="department"):
        Intervention(authority_code=WEXMOUTH, step="adviser", claims=())


def test_a_judgement_has_a_grade_or_a_reason_and_never_both() -> None:
    PrintedJudgement(area="care", grade="Good")
    PrintedJudgement(area="care", absent="not_read")
    with pytest.raises(NotAnEvent, match="care"):
        PrintedJudgement(area="care")
    with pytest.raises(NotAnEvent, match="care"):
        PrintedJudgement(area="care", grade="Good", absent="not_read")


@pytest.mark.parametrize(("wrote", "told"), [("2020-03-15", True), ("2020-03-16", False), ("2020-03", False)])
def test_a_source_older_than_what_it_tells_of_is_told(wrote: str, told: bool) -> None:
    event = step("direction", "2020-03-20", claim("when", "2020-03-16", source("Herald", on=wrote)))
    assert bool(back_dated(event)) is told


@pytest.mark.parametrize(("published", "told"), [("2019-01-24", True), ("2019-01-25", False), ("2019-01", False)])
def test_a_report_older_than_its_inspection_is_told(published: str, told: bool) -> None:
    assert bool(back_dated(inspection("Good", "2019-01-14/2019-01-25", published))) is told


def test_a_visit_is_not_measured_against_a_report() -> None:
    assert back_dated(visit("2020-03")) == []


def test_both_tracks_tell_of_what_is_back_dated_and_keep_it() -> None:
    early = inspection("Good", "2019-01-14/2019-01-25", "2019-01-20")
    foretold = step("direction", "2020-03-16", claim("when", "2020-03-20", source("Herald", on="2020-03-01")))
    line = history_of(WEXMOUTH, [early], [foretold])
    assert [one.what.split()[0] for one in line.entries() if one.broken] == ["Inspection", "The"]
    fine = inspection("Good", "2019-01-14/2019-01-25", "2019-03-20")
    assert [one for one in history_of(WEXMOUTH, [fine], [step("direction", "2020")]).entries() if one.broken] == []
