"""What each list gives becomes facts; what it cannot say is not said; nothing is dropped in silence."""

from datetime import date
from pathlib import Path

import polars as pl

from holdfast.dates import end_of
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan, ProtectionVisit
from holdfast.record.front_door import Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareEpisode, CarePlan, CareReview, CareVisit, HealthCheck, LegalStatus, Placement
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Disability, Person
from tests.exchange.annex_a.made_workbooks import headers, row, sheet, workbook

BORN = date(2015, 2, 28)
WHO = {"child": "A1", "gender": "b) Female", "ethnicity": "a) WBRI", "born_on": BORN}


def _read(folder: Path, **sheets: list[list[object]]) -> Extract:
    return read_extract(
        workbook(folder / "lists.xlsx", {name.replace("_", " "): rows for name, rows in sheets.items()})
    )


def _states(extract: Extract, day: date) -> dict[tuple[str, date], tuple[str, date | None]]:
    """duty and start: state and due day."""
    swept = sweep(extract.columns, end_of(day), ALL)
    found = swept.select("duty", "started_on", "state", "due_on").iter_rows()
    return {(duty, started): (state, due) for duty, started, state, due in found}


def test_a_contact_is_read_with_its_child(tmp_path: Path) -> None:
    found = _read(tmp_path, List_1=sheet(1, WHO | {"contact_on": date(2026, 3, 2), "source": "q) 6: Police"}))
    assert found.problems == ()
    assert found.columns.of(Contact).select("child", "on", "source", "source_words").rows() == [
        ("A1", date(2026, 3, 2), "6", "Police")
    ]
    assert found.columns.of(Person).select("child", "born_on", "sex", "ethnicity").rows() == [("A1", BORN, "F", "WBRI")]


def test_ids_are_text_without_a_fraction_and_days_may_be_cells_or_text(tmp_path: Path) -> None:
    days = [date(2026, 3, 2), "02/03/2026", "2026-03-02", "2 March 2026"]
    rows = [WHO | {"child": 1000 + at, "contact_on": day} for at, day in enumerate(days)]
    found = _read(tmp_path, List_1=sheet(1, *rows))
    assert found.problems == ()
    assert found.columns.of(Contact)["child"].to_list() == ["1000", "1001", "1002", "1003"]
    assert set(found.columns.of(Contact)["on"].to_list()) == {date(2026, 3, 2)}


def test_sheets_may_have_any_name_and_order_and_stand_below_a_title(tmp_path: Path) -> None:
    titled = [["Our council, lists for inspection"], [], *sheet(3, WHO | {"referral_on": date(2026, 3, 2)})]
    contacts = sheet(1, WHO | {"contact_on": date(2026, 3, 1)})
    found = _read(tmp_path, Cover=[["Please read"]], Second=titled, First=contacts)
    assert found.columns.of(Referral)["on"].to_list() == [date(2026, 3, 2)]
    assert found.columns.of(Contact)["on"].to_list() == [date(2026, 3, 1)]
    assert [one.table for one in found.tables] == ["List 3", "List 1"]
    assert [one.file for one in found.not_read] == ["lists.xlsx, sheet Cover"]


def test_a_list_that_is_not_there_is_unknown_and_one_without_rows_is_empty(tmp_path: Path) -> None:
    found = _read(tmp_path, List_1=sheet(1, WHO | {"contact_on": date(2026, 3, 2)}), List_7=sheet(7))
    held = found.columns.held
    assert held.has(ProtectionPlan, "started_on")
    assert found.columns.of(ProtectionPlan).height == 0
    assert not held.has(Referral)
    assert not held.has(CareEpisode)


def test_a_missing_column_is_a_problem_and_makes_its_clock_cannot_say(tmp_path: Path) -> None:
    cells = {"started_on": date(2026, 1, 5), "placement_on": date(2026, 1, 5), "visited_on": date(2026, 3, 2)}
    cells |= {"placement_type": "d) U4: Foster placement - long term"}
    rows = sheet(8, WHO | cells)
    place = headers(8).index("Date of Latest Statutory Review")
    found = _read(tmp_path, List_8=[[cell for at, cell in enumerate(one) if at != place] for one in rows])
    assert [one.column for one in found.problems] == ["Date of Latest Statutory Review"]
    assert not found.columns.held.has(CareReview)
    assert _states(found, date(2026, 3, 10))["cla-review-1", date(2026, 1, 5)][0] == "cannot_say"


def test_a_seen_day_starts_the_next_visit_clock_and_says_nothing_of_those_before(tmp_path: Path) -> None:
    cells = {"started_on": date(2025, 9, 1), "seen_on": date(2026, 3, 2), "status": "c) Child in need plan"}
    states = _states(_read(tmp_path, List_6=sheet(6, WHO | cells)), date(2026, 3, 10))
    assert states["cin-visit", date(2026, 3, 2)] == ("running", date(2026, 3, 30))
    assert states["cin-visit", date(2025, 9, 1)][0] == "cannot_say"
    assert states["cin-plan-review", date(2025, 9, 1)][0] == "cannot_say"


def test_only_a_child_whose_status_says_so_is_on_a_child_in_need_plan(tmp_path: Path) -> None:
    start = {"started_on": date(2026, 1, 5), "seen_on": date(2026, 3, 2)}
    statuses = ["a) Looked after child", "b) Child Protection plan", "d) Open assessment", "e) Closed episode", None]
    rows = [WHO | start | {"child": f"B{at}", "status": one} for at, one in enumerate(statuses)]
    found = _read(tmp_path, List_6=sheet(6, *rows))
    assert found.columns.held.has(InNeedPlan, "started_on")
    assert found.columns.of(InNeedPlan).height == 0
    assert found.columns.of(InNeedVisit)["child"].to_list() == ["B2", "B3", "B4"]


def test_a_visit_on_which_the_child_was_seen_alone_starts_the_next_and_another_is_cannot_say(tmp_path: Path) -> None:
    plan = {"started_on": date(2025, 11, 3), "visit_on": date(2026, 3, 2), "review_on": date(2026, 2, 2)}
    rows = sheet(7, WHO | plan | {"seen_alone": "a) Yes"}, WHO | plan | {"child": "A2", "seen_alone": "b) No"})
    found = _read(tmp_path, List_7=rows)
    assert found.columns.of(ProtectionVisit).select("seen", "seen_alone").rows() == [(True, True), (None, False)]
    swept = sweep(found.columns, end_of(date(2026, 3, 10)), ALL).filter(pl.col("duty") == "cp-visit")
    assert swept.select("child", "started_on", "state", "due_on").rows() == [
        ("A1", date(2025, 11, 3), "cannot_say", date(2025, 11, 17)),
        ("A1", date(2026, 3, 2), "due_soon", date(2026, 3, 16)),
        ("A2", date(2025, 11, 3), "cannot_say", date(2025, 11, 17)),
    ]


def test_the_latest_review_is_met_only_where_it_proves_that_the_first_was_in_time(tmp_path: Path) -> None:
    rows = sheet(
        7,
        WHO | {"started_on": date(2025, 12, 1), "review_on": date(2026, 3, 1)},
        WHO | {"child": "A2", "started_on": date(2025, 12, 1), "review_on": date(2026, 3, 2)},
        WHO | {"child": "A3", "started_on": date(2025, 12, 1)},
    )
    swept = sweep(_read(tmp_path, List_7=rows).columns, end_of(date(2026, 3, 10)), ALL)
    first = swept.filter(pl.col("duty") == "cp-review-first").select("child", "state").rows()
    assert first == [("A1", "met"), ("A2", "cannot_say"), ("A3", "overdue")]
    after = swept.filter(pl.col("duty") == "cp-review-next").select("child", "due_on").rows()
    assert after == [("A1", date(2026, 9, 1)), ("A2", date(2026, 9, 2))]


def test_a_visit_in_care_counts_as_seen_only_where_list_6_says_that_the_child_was_seen_that_day(tmp_path: Path) -> None:
    cells = {"started_on": date(2026, 1, 5), "placement_on": date(2026, 1, 5), "visited_on": date(2026, 3, 2)}
    cells |= {"placement_type": "d) U4: Foster placement - long term"}
    seen = {"started_on": date(2025, 12, 1), "seen_on": date(2026, 3, 2), "status": "a) Looked after child"}
    care = sheet(8, WHO | cells, WHO | cells | {"child": "A2"})
    found = _read(tmp_path, List_8=care, List_6=sheet(6, WHO | seen))
    assert found.columns.of(CareVisit).select("child", "seen").rows() == [("A1", True), ("A2", None)]
    swept = sweep(found.columns, end_of(date(2026, 3, 10)), ALL).filter(pl.col("duty").str.starts_with("cla-visit"))
    assert swept.select("child", "duty", "state", "due_on").rows() == [
        ("A1", "cla-visit-first", "cannot_say", date(2026, 1, 12)),
        ("A1", "cla-visit-yr1", "running", date(2026, 4, 13)),
        ("A2", "cla-visit-first", "cannot_say", date(2026, 1, 12)),
    ]


def test_a_time_in_care_gives_its_period_status_home_and_latest_checks(tmp_path: Path) -> None:
    cells = {
        "started_on": date(2024, 6, 3), "status_from": date(2025, 2, 3), "status": "C2: FCO", "need": "N1 - Abuse",
        "reviewed_on": date(2026, 1, 12), "health_on": date(2025, 8, 4), "dental_on": date(2025, 5, 6),
        "placement_on": date(2025, 4, 1), "placement_type": "d) U4: Foster placement - long term",
        "permanence": "f) Long-term fostering", "officer_on": date(2026, 2, 2), "urn": 4711, "missing": 2,
    }  # fmt: skip
    found = _read(tmp_path, List_8=sheet(8, WHO | cells))
    columns = found.columns
    assert columns.of(CareEpisode).select("entered_on", "ended_on", "need", "last_iro_on").rows() == [
        (date(2024, 6, 3), None, "N1", date(2026, 2, 2))
    ]
    assert columns.of(LegalStatus).select("status", "started_on").rows() == [("C2", date(2025, 2, 3))]
    assert columns.of(Placement).select("type", "started_on", "urn").rows() == [("U4", date(2025, 4, 1), "4711")]
    assert columns.of(HealthCheck).select("type", "on", "status").rows() == [
        ("health assessment", date(2025, 8, 4), "completed"), ("dental check", date(2025, 5, 6), "completed"),
    ]  # fmt: skip
    assert columns.of(CarePlan)["permanence"].to_list() == ["LTFOST18"]
    states = _states(found, date(2026, 3, 10))
    assert states["cla-review-n", date(2026, 1, 12)] == ("running", date(2026, 7, 12))
    assert states["cla-rha-5plus", date(2025, 8, 4)] == ("running", date(2026, 8, 4))
    assert states["cla-dental", date(2025, 5, 6)] == ("running", date(2026, 5, 6))
    for duty in ("cla-review-1", "cla-iha", "cla-care-plan", "cla-permanence-plan", "cla-iro-appoint"):
        assert states[duty, date(2024, 6, 3)][0] == "cannot_say"
    missing = next(name for name in headers(8) if "'Missing'" in name)
    assert found.kept["List 8"][missing].to_list() == ["2"]


def test_with_the_dental_column_missing_nothing_is_said_of_teeth_or_health(tmp_path: Path) -> None:
    rows = sheet(8, WHO | {"started_on": date(2025, 6, 2), "health_on": date(2025, 6, 20)})
    place = headers(8).index("Date of Last Dental Check")
    found = _read(tmp_path, List_8=[[cell for at, cell in enumerate(one) if at != place] for one in rows])
    assert not found.columns.held.has(HealthCheck)
    assert _states(found, date(2026, 3, 10))["cla-dental", date(2025, 6, 2)][0] == "cannot_say"
    assert found.kept["List 8"]["Date of Last Health Assessment"].to_list() == ["2025-06-20"]


def test_an_enquiry_finds_its_conference_and_its_plan_and_an_unnecessary_one_is_not_owed(tmp_path: Path) -> None:
    asked = {"started_on": date(2026, 2, 2), "unnecessary": "b) No", "held_on": date(2026, 2, 20), "made_plan": "Yes"}
    spared = {"child": "A2", "started_on": date(2026, 1, 5), "unnecessary": "a) Yes"}
    waiting = {"child": "A3", "started_on": date(2026, 2, 2), "unnecessary": "b) No"}
    enquiries = sheet(5, WHO | asked, WHO | spared, WHO | waiting)
    found = _read(tmp_path, List_5=enquiries, List_7=sheet(7, WHO | {"started_on": date(2026, 2, 23)}))
    conference = found.columns.of(Conference).row(0, named=True)
    assert conference["enquiry"] == found.columns.of(Enquiry)["id"][0]
    assert conference["plan"] == found.columns.of(ProtectionPlan)["id"][0]
    swept = sweep(found.columns, end_of(date(2026, 3, 10)), ALL)
    assert swept.filter(pl.col("duty") == "cp-icpc-15wd").select("child", "state", "due_on").rows() == [
        ("A1", "met", date(2026, 2, 23)), ("A3", "overdue", date(2026, 2, 23)),
    ]  # fmt: skip
    review = swept.filter(pl.col("duty") == "cp-review-first").select("started_on", "due_on").rows()
    assert review == [(date(2026, 2, 20), date(2026, 5, 20))]


def test_a_referral_is_closed_by_the_episode_of_list_6_that_it_began(tmp_path: Path) -> None:
    referrals = sheet(
        3,
        WHO | {"referral_on": date(2025, 11, 3), "nfa": "No"},
        WHO | {"referral_on": date(2026, 2, 2), "nfa": "No"},
    )
    needs = sheet(
        6,
        WHO | {"started_on": date(2025, 11, 5), "closed_on": date(2025, 12, 1), "close_reason": "g) Other",
               "status": "e) Closed episode"},
        WHO | {"started_on": date(2026, 2, 2), "status": "d) Open assessment", "need": "N5"},
    )  # fmt: skip
    found = _read(tmp_path, List_3=referrals, List_6=needs)
    assert found.columns.of(Referral).select("on", "closed_on", "close_reason", "need").rows() == [
        (date(2025, 11, 3), date(2025, 12, 1), "Other", None), (date(2026, 2, 2), None, None, "N5"),
    ]  # fmt: skip
    states = _states(found, date(2026, 3, 10))
    assert states["fd-referral-decision", date(2026, 2, 2)][0] == "cannot_say"
    assert states["fd-rereferral-flag", date(2025, 11, 3)][0] == "running"


def test_a_care_leaver_is_owed_the_next_review_and_contact_from_the_latest(tmp_path: Path) -> None:
    cells = {
        "born_on": date(2007, 5, 4), "eligibility": "b) Former relevant child", "in_touch": "a) Yes",
        "reviewed_on": date(2026, 1, 12), "contact_on": date(2026, 3, 2), "adviser": "Jo Medway", "team": "Pathways",
    }  # fmt: skip
    found = _read(tmp_path, List_9=sheet(9, WHO | cells))
    assert found.columns.of(CareLeaver).select("eligibility", "in_touch", "adviser").rows() == [
        ("former relevant", "YES", "Jo Medway")
    ]
    states = _states(found, date(2026, 3, 10))
    assert states["cl-pathway-review", date(2026, 1, 12)] == ("running", date(2026, 7, 12))
    assert states["cl-pa-contact-8wk", date(2026, 3, 2)] == ("running", date(2026, 4, 27))


def test_the_worker_of_open_work_and_of_the_later_list_is_the_one_to_ask(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        List_3=sheet(3, WHO | {"referral_on": date(2026, 2, 2), "team": "Duty", "worker": "Ann Early"}),
        List_7=sheet(7, WHO | {"started_on": date(2026, 2, 9), "team": "East", "worker": "Bea Now"}),
        List_8=sheet(8, WHO | {"started_on": date(2025, 2, 9), "ended_on": date(2026, 1, 5), "worker": "Cal Then"}),
    )
    owners = owners_of(StandingColumns(found.columns, end_of(date(2026, 3, 10))))
    assert owners.rows() == [("A1", "Bea Now", "East")]


def test_one_child_in_several_lists_is_one_person_and_two_birth_dates_are_a_problem(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        List_1=sheet(1, WHO | {"contact_on": date(2026, 3, 2)}),
        List_3=sheet(3, WHO | {"referral_on": date(2026, 3, 2)}),
        List_7=sheet(7, WHO | {"started_on": date(2026, 3, 2), "born_on": date(2015, 8, 22), "disabled": "a) Yes"}),
    )
    assert found.columns.of(Person).select("child", "born_on").rows() == [("A1", BORN)]
    [problem] = found.problems
    assert (problem.table, problem.row, problem.value) == ("List 7", 2, "2015-08-22")
    assert "2015-02-28 was used" in problem.reason
    assert found.columns.of(Disability).select("child", "code").rows() == [("A1", None)]


def test_a_child_without_a_birth_date_and_an_end_before_its_start_are_said(tmp_path: Path) -> None:
    cells = {"born_on": None, "started_on": date(2026, 3, 2), "ended_on": date(2026, 2, 2)}
    found = _read(tmp_path, List_7=sheet(7, WHO | cells))
    reasons = " ".join(one.reason for one in found.problems)
    assert "No list gives a date of birth for child A1" in reasons
    assert "lies before the one it follows" in reasons
    assert found.columns.of(ProtectionPlan)["ended_on"].to_list() == [date(2026, 2, 2)]


def test_a_row_of_nobody_and_a_row_told_twice_are_said_and_make_no_fact(tmp_path: Path) -> None:
    told = WHO | {"contact_on": date(2026, 3, 2)}
    found = _read(tmp_path, List_1=sheet(1, told, told, {"source": "Total: 2 contacts"}))
    assert found.columns.of(Contact).height == 1
    assert [(one.row, one.value) for one in found.problems] == [(3, "A1"), (4, "Total: 2 contacts")]


def test_lists_2_and_11_are_kept_as_text(tmp_path: Path) -> None:
    early = sheet(2, WHO | {"started_on": date(2026, 1, 5), "organisation": "Oak School"})
    adopters = sheet(11, {"adopter": 7, "family": 9, "approved_on": date(2026, 2, 2)})
    found = _read(tmp_path, List_2=early, List_11=adopters)
    assert found.problems == ()
    assert found.kept["List 2"]["Assessment start date"].to_list() == ["2026-01-05"]
    assert found.kept["List 11"]["Individual adopter identifier"].to_list() == ["7"]
    assert found.columns.of(Person)["child"].to_list() == ["A1"]


def test_a_list_as_a_csv_is_read_like_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    cells = row(1, child="A1", gender="F", born_on="28/02/2015", contact_on="02/03/2026", source="Police")
    lines = [headers(1), ["" if cell is None else str(cell) for cell in cells]]
    path.write_text("\n".join(",".join(line) for line in lines), encoding="utf-8")
    found = read_extract(path)
    assert found.columns.of(Contact)["on"].to_list() == [date(2026, 3, 2)]
    assert found.columns.of(Person)["born_on"].to_list() == [BORN]


def test_one_list_on_two_sheets_is_read_as_one_and_said(tmp_path: Path) -> None:
    first, second = (sheet(1, WHO | {"contact_on": date(2026, 3, day)}) for day in (2, 3))
    found = _read(tmp_path, Jan=first, Feb=second)
    assert found.columns.of(Contact)["on"].to_list() == [date(2026, 3, 2), date(2026, 3, 3)]
    assert ["Both were read" in one.reason for one in found.problems] == [True]
