"""Grades come from inspections alone; monitoring visits follow an inadequate judgement and are counted."""

from datetime import date

import pytest

from holdfast.inspection.history.events import OfstedEvent, PrintedJudgement
from holdfast.inspection.history.ofsted import ofsted_track
from tests.inspection.history.invented_events import inspection, plan, visit

BAD = inspection("Inadequate", "2019-01-14/2019-01-25", "2019-05-17")
FAIR = inspection("Requires improvement", "2022-11-14/2022-11-25", "2023-01-13")


def phases(*events: OfstedEvent) -> list[str]:
    return [one.after.phase for one in ofsted_track(events).steps]


def whys(*events: OfstedEvent) -> list[str]:
    return [one.why for one in ofsted_track(events).broken]


def test_from_inadequate_through_plan_and_visits_to_a_new_grade() -> None:
    events = (BAD, plan("2019-08-20"), visit("2019-11", 1), visit("2020-02", 2), FAIR)
    assert phases(*events) == ["inadequate", "plan_agreed", "monitored", "monitored", "graded"]
    assert whys(*events) == []
    track = ofsted_track(events)
    assert track.state.overall == "Requires improvement"
    assert track.steps[3].after.words == "Inadequate; 2 monitoring visits since."


def test_the_order_in_which_events_are_given_changes_nothing() -> None:
    events = [BAD, visit("2020-02", 2), visit("2019-11", 1), FAIR]
    assert ofsted_track(events) == ofsted_track(reversed(events))


def test_a_grade_counts_from_the_day_its_report_came_out_and_not_from_the_inspection() -> None:
    track = ofsted_track([inspection("Good", "2015-01-27/2015-02-18", "2015-05-12"), BAD])
    assert track.state_on(date(2019, 5, 16)).overall == "Good"
    assert track.state_on(date(2019, 5, 17)).overall == "Inadequate"
    assert track.state_on(date(2015, 5, 11)).overall is None


@pytest.mark.parametrize("kind", ["monitoring", "focused"])
def test_a_visit_never_changes_the_grade(kind: str) -> None:
    track = ofsted_track([BAD, visit("2020-02", kind=kind)])  # type: ignore[arg-type]
    assert track.state.overall == "Inadequate"
    assert track.state.inspection is BAD
    graded = visit("2020-03", kind=kind, judgements=(PrintedJudgement(area="overall", grade="Good"),))  # type: ignore[arg-type]
    track = ofsted_track([BAD, graded])
    assert track.state.overall == "Inadequate"
    (broken,) = track.broken
    assert broken.event is graded
    assert "gives no grades" in broken.why


def test_a_monitoring_visit_follows_only_an_inadequate_judgement() -> None:
    good = inspection("Good", "2019-01-14/2019-01-25", "2019-05-17")
    (why,) = whys(good, visit("2020-02", 1))
    assert "14 to 25 January 2019, gave good" in why
    assert whys(BAD, visit("2020-02", 1)) == []
    assert "No inspection stands on record" in whys(visit("2019-02", 1), BAD)[0]
    assert len(whys(BAD, FAIR, visit("2023-06", 1))) == 1
    assert whys(good, visit("2020-02", kind="focused")) == []


def test_a_visit_that_breaks_an_invariant_stays_on_the_track() -> None:
    wrong = visit("2020-02", 1)
    track = ofsted_track([wrong, FAIR])
    assert [one.event for one in track.steps] == [wrong, FAIR]
    assert track.why_broken(wrong)
    assert track.why_broken(FAIR) == ()
    assert track.steps[0].after.phase == "ungraded"


@pytest.mark.parametrize(("second", "broken"), [(1, True), (2, True), (3, False), (5, False)])
def test_the_numbers_of_monitoring_visits_grow(second: int, broken: bool) -> None:
    assert bool(whys(BAD, visit("2020-02", 2), visit("2020-06", second))) is broken


@pytest.mark.parametrize(("number", "broken"), [(4, True), (5, False), (6, False)])
def test_a_visit_without_a_number_is_counted_too(number: int, broken: bool) -> None:
    found = whys(BAD, visit("2020-02", 2), visit("2021-06"), visit("2021-11"), visit("2022-03", number))
    assert bool(found) is broken
    assert not found or "at least number 5" in found[0]


@pytest.mark.parametrize(("when", "number", "broken"), [("2022", 5, False), ("2022", 6, True), ("2022-08", 5, True)])
def test_a_number_out_of_step_with_a_visit_of_about_the_same_time_is_not_certainly_wrong(
    when: str, number: int, broken: bool
) -> None:
    assert bool(whys(BAD, visit("2022-07", 6), visit(when, number))) is broken


@pytest.mark.parametrize(("when", "broken"), [("2023", False), ("2023-01-13", False), ("2023-01-14", True)])
def test_a_visit_that_may_have_been_before_the_new_grade_is_not_certainly_wrong(when: str, broken: bool) -> None:
    assert bool(whys(BAD, FAIR, visit(when))) is broken


def test_the_count_begins_anew_after_an_inspection() -> None:
    again = inspection("Inadequate", "2022-11-14/2022-11-25", "2023-01-13")
    before = (BAD, visit("2019-11", 1), visit("2020-02", 2), visit("2021-02", 3), again)
    assert whys(*before, visit("2023-06", 1)) == []
    assert whys(*before, visit("2023-06", 2)) == []
    (why,) = whys(*before, visit("2023-06", 4))
    assert "begins anew" in why
    without_the_inspection = before[:-1]
    assert whys(*without_the_inspection, visit("2023-06", 1))
    assert whys(*without_the_inspection, visit("2023-06", 4)) == []


def test_a_visit_known_only_by_its_year_is_not_held_against_an_inspection_of_that_year() -> None:
    assert whys(BAD, visit("2019")) == []
    assert whys(BAD, visit("2018"))


def test_an_area_for_priority_action_interrupts_and_the_plan_gives_back_what_was_before() -> None:
    good = inspection("Good", "2018-01-15/2018-01-26", "2018-03-01")
    urgent = visit("2019-02", kind="focused", priority_action=True)
    track = ofsted_track([good, urgent, plan("2019-05-01")])
    assert [one.after.phase for one in track.steps] == ["graded", "priority_action", "graded"]
    assert track.state.overall == "Good"
    assert track.broken == ()
    assert (
        phases(BAD, visit("2020-02", 2), visit("2020-06", 3, priority_action=True), plan("2020-09"))[-1] == "monitored"
    )
    assert phases(BAD, urgent_later := visit("2019-09", kind="focused", priority_action=True), visit("2020-01", 1)) == [
        "inadequate", "priority_action", "priority_action",
    ]  # fmt: skip
    assert whys(BAD, urgent_later, visit("2020-01", 1)) == []


def test_a_plan_that_nobody_asked_for_is_told() -> None:
    good = inspection("Good", "2018-01-15/2018-01-26", "2018-03-01")
    (why,) = whys(good, plan("2019-05-01"))
    assert "Nobody had asked" in why
    assert whys(BAD, plan("2019-08"), plan("2019-09")) == []


def test_without_an_overall_judgement_any_inadequate_one_counts() -> None:
    grades = {"help_and_protection": "Good", "care": "Good", "leadership": "Good"}
    bad = inspection(None, "2026-05-11/2026-05-22", "2026-07-01", care_leavers="Inadequate", **grades)
    good = inspection(None, "2026-05-11/2026-05-22", "2026-07-01", care_leavers="Good", **grades)
    assert phases(bad) == ["inadequate"]
    assert phases(good) == ["graded"]
    assert ofsted_track([good]).state.words == "Graded, without an overall judgement."


def test_overall_decides_where_there_is_one_whatever_the_rest() -> None:
    mixed = inspection("Requires improvement", "2023-01-16/2023-01-27", "2023-03-01", leadership="Inadequate")
    assert phases(mixed) == ["graded"]


def test_a_grade_that_was_not_read_is_neither_good_nor_inadequate() -> None:
    unread = inspection(None, "2019-01-14/2019-01-25", "2019-05-17", care="Inadequate")
    unread = type(unread)(
        authority_code=unread.authority_code, framework="ILACS", claims=unread.claims,
        judgements=(PrintedJudgement(area="overall", absent="not_read"), *unread.judgements[1:]),
    )  # fmt: skip
    track = ofsted_track([unread, visit("2020-02", 1)])
    assert track.steps[0].after.phase == "grade_not_read"
    assert "not read" in track.broken[0].why
