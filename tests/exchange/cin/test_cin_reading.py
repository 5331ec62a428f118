"""What the reader of the children in need census makes of a file, and what it leaves unknown."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.register import ALL
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.child_protection import (
    Application,
    Conference,
    CoreGroup,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.columns import every_child
from holdfast.record.front_door import Assessment, InNeedPlan, InNeedVisit, Referral
from holdfast.record.people import Involvement, Person
from tests.exchange.cin.invented_census import FULL, census, child, read_text

MOMENT = end_of(date(2026, 3, 31))


def _clocks(extract: Extract, duty: str) -> list[Clock]:
    """The clocks of one duty from both engines, which must be the same."""
    asked = [one for one in ALL if one.code == duty]
    swept = list(clocks_from(sweep(extract.columns, MOMENT, asked)))
    told = [
        clock for one in every_child(extract.columns) for clock in clocks_of(asked[0], Standing(one, MOMENT), WEXMOUTH)
    ]
    assert sorted(map(repr, swept)) == sorted(map(repr, told))
    return swept


def test_every_module_becomes_its_noun_with_ids_made_of_child_and_count(tmp_path: Path) -> None:
    columns = read_text(tmp_path, census(child(FULL))).columns
    one = columns.child("C1")
    (referral,), (assessment,), (plan,) = one.of(Referral), one.of(Assessment), one.of(InNeedPlan)
    assert (referral.id, referral.on, referral.source, referral.nfa) == ("C1-referral-1", date(2025, 9, 1), "2A", False)
    assert (assessment.referral, assessment.authorised_on) == (referral.id, date(2025, 10, 20))
    assert (plan.started_on, plan.ended_on) == (date(2025, 10, 21), date(2025, 11, 18))
    (enquiry,), (conference,) = one.of(Enquiry), one.of(Conference)
    assert (conference.enquiry, conference.held_on) == (enquiry.id, date(2025, 11, 18))
    assert conference.target_on == date(2025, 11, 24)
    (protection,), (review,) = one.of(ProtectionPlan), one.of(ProtectionReview)
    assert (protection.first_category, protection.latest_category) == ("NEG", "EMO")
    assert (review.plan, review.held_on) == (protection.id, date(2026, 2, 10))


def test_a_later_row_of_the_same_kind_counts_on(tmp_path: Path) -> None:
    second = "<CINdetails><CINreferralDate>2026-01-05</CINreferralDate><ReferralNFA>1</ReferralNFA></CINdetails>"
    referrals = read_text(tmp_path, census(child(more=second))).columns.child("C1").of(Referral)
    assert [(one.id, one.nfa) for one in referrals] == [("C1-referral-1", False), ("C1-referral-2", True)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<GenderCurrent>1</GenderCurrent>", "M"), ("<GenderCurrent>2</GenderCurrent>", "F"),
        ("<GenderCurrent>0</GenderCurrent>", "U"), ("<GenderCurrent>9</GenderCurrent>", "U"),
        ("<Sex>M</Sex>", "M"), ("<Sex>U</Sex>", "U"), ("<Sex>1</Sex>", "M"),
    ],
)  # fmt: skip
def test_sex_is_read_in_the_shape_of_every_year(written: str, read: str, tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(sex=written)))
    assert extract.columns.of(Person)["sex"].to_list() == [read]
    assert extract.problems == ()


def test_what_the_census_has_no_element_for_is_unknown(tmp_path: Path) -> None:
    held = read_text(tmp_path, census(child(FULL))).columns.held
    for noun in (InNeedVisit, ProtectionVisit, CoreGroup, Involvement):
        assert not held.has(noun)
    assert held.has(Enquiry, "started_on")
    assert not held.has(Enquiry, "ended_on")
    assert not held.has(Referral, "worker")


def test_a_part_that_no_child_in_the_file_has_is_unknown_not_empty(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child()))
    assert not extract.columns.held.has(Assessment)
    (clock,) = _clocks(extract, "as-cfa-45wd")
    assert (clock.state, clock.missing) == ("cannot_say", "ssd_cin_assessments with cina_assessment_auth_date")


def test_the_conference_meets_its_duty_and_visits_cannot_be_said(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL)))
    assert [clock.state for clock in _clocks(extract, "cp-icpc-15wd")] == ["met"]
    assert {clock.state for clock in _clocks(extract, "cp-visit")} == {"cannot_say"}
    assert [clock.state for clock in _clocks(extract, "cp-review-first")] == ["met"]


@pytest.mark.parametrize(("cell", "states"), [("1", []), ("true", []), ("0", ["overdue"]), ("false", ["overdue"])])
def test_no_conference_is_due_where_the_enquiry_needed_none(cell: str, states: list[str], tmp_path: Path) -> None:
    enquiry = f"<Section47><S47ActualStartDate>2026-02-02</S47ActualStartDate><ICPCnotRequired>{cell}</ICPCnotRequired>"
    extract = read_text(tmp_path, census(child(f"{enquiry}</Section47>")))
    assert [clock.state for clock in _clocks(extract, "cp-icpc-15wd")] == states


@pytest.mark.parametrize(("day", "conferences"), [("2025-11-18", 1), ("2025-11-19", 2)])
def test_one_conference_told_in_both_places_is_one(day: str, conferences: int, tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(f"<DateOfInitialCPC>{day}</DateOfInitialCPC>{FULL}")))
    held = extract.columns.child("C1").of(Conference)
    assert len(held) == conferences
    assert [one.enquiry for one in held if str(one.held_on) == "2025-11-19"] == [None] * (conferences - 1)


def test_pre_proceedings_are_read_where_the_file_has_them(tmp_path: Path) -> None:
    block = """<PreProceedingsandFGDM><PPStartDate>2025-12-01</PPStartDate><LBPSentDate>2025-12-05</LBPSentDate>
    <FGDMMeetingOffer>1</FGDMMeetingOffer><InitialPPMeetingDate>2025-12-15</InitialPPMeetingDate>
    <CourtAppDate>2026-03-02</CourtAppDate></PreProceedingsandFGDM>"""
    extract = read_text(tmp_path, census(child(block)))
    (one,) = extract.columns.child("C1").of(PreProceedings)
    assert (one.decided_on, one.letter_on, one.ended_on) == (date(2025, 12, 1), date(2025, 12, 5), None)
    assert extract.columns.of(Application)["issued_on"].to_list() == [date(2026, 3, 2)]
    assert {clock.state for clock in _clocks(extract, "ct-26wk")} == {"cannot_say"}
    assert extract.kept["ssd_pre_proceedings"].row(0) == ("C1-preproceedings-1", "1")


@pytest.mark.parametrize(("received", "state"), [("2025-03-31", "cannot_say"), ("2025-04-01", "overdue")])
def test_an_assessment_before_the_year_is_not_in_it(received: str, state: str, tmp_path: Path) -> None:
    old = child().replace("2025-09-01", received)
    extract = read_text(tmp_path, census(old, child(FULL, own="C2")))
    assert [clock.state for clock in _clocks(extract, "as-cfa-45wd") if clock.child == "C1"] == [state]


@pytest.mark.parametrize(
    ("reviews", "states"),
    [
        (("2025-07-01",), ["cannot_say"]),
        (("2025-01-07", "2025-07-01"), ["met"]),
    ],
)
def test_a_first_review_before_the_year_is_not_said_to_be_late(
    reviews: tuple[str, ...], states: list[str], tmp_path: Path
) -> None:
    days = "".join(f"<CPPreviewDate>{day}</CPPreviewDate>" for day in reviews)
    plan = (
        f"<ChildProtectionPlans><CPPstartDate>2024-10-10</CPPstartDate><Reviews>{days}</Reviews></ChildProtectionPlans>"
    )
    extract = read_text(tmp_path, census(child(plan)))
    assert [clock.state for clock in _clocks(extract, "cp-review-first")] == states
    assert [clock.state for clock in _clocks(extract, "cp-review-next")][-1] == "overdue"


def test_the_account_says_which_year_and_that_nothing_comes_after(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL)))
    assert extract.kind == "children in need census, from 1 April 2025 to 31 March 2026"
    assert extract.tables[0].words.endswith("nothing after 31 March 2026 is in it")
    modules = {one.table: one for one in extract.tables}
    assert modules["Assessments"].unrecognised == ("FactorsIdentifiedAtAssessment/AssessmentFactors",)
    assert modules["CINPlanDates"].recognised == {"CINPlanStartDate": "started_on", "CINPlanEndDate": "ended_on"}


def test_what_nothing_reads_is_kept_beside_its_row(tmp_path: Path) -> None:
    kept = read_text(tmp_path, census(child(FULL))).kept
    assert kept["ssd_cin_assessments"].row(0) == ("C1-assessment-1", "2B, 3B")
    assert kept["ssd_cp_plans"].row(0) == ("C1-protectionplan-1", "1")
    assert ("Source/LEA", "999") in kept["cin_header"].rows()


@pytest.mark.parametrize("name", ["CIN_Census_2021.xml", "CIN_Census_2024.xml", "CIN_Census_2026.xml"])
def test_the_public_samples_read_with_nothing_lost(name: str, samples: Callable[[str], Path]) -> None:
    extract = read_extract(samples(f"cin_census/{name}"))
    for noun in (Referral, Assessment, InNeedPlan, Enquiry, Conference, ProtectionPlan, ProtectionReview):
        assert extract.columns.of(noun).height, noun
    assert any(problem.value == "PersonBirthDate" for problem in extract.problems)


def test_the_larger_public_sample_says_nothing_of_what_it_lacks(samples: Callable[[str], Path]) -> None:
    extract = read_extract(samples("cin_census/fake_CIN_data.xml"))
    assert len(extract.columns.children()) == 332
    assert extract.columns.of(Referral).height == 402
    assert {clock.state for clock in _clocks(extract, "as-cfa-45wd")} <= {"cannot_say"}


def test_every_part_of_a_census_is_told_until_the_day_it_is_about_and_no_longer(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL)))
    held = extract.columns.held
    assert extract.until == date(2026, 3, 31)
    assert held.known_until == dict.fromkeys(held.fields, date(2026, 3, 31))
