"""A folder of the dataset's tables: told by header under any name, children kept, problems named by place."""

import csv
from datetime import date
from pathlib import Path

import pytest

from holdfast.dates import end_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import BY_CODE
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.reading import read_extract
from holdfast.exchange.ssd.tables import table_of
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.field import Fact, columns_of
from holdfast.record.front_door import InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareEpisode, CareReview, CareVisit, HealthCheck, ReviewingOfficer
from holdfast.record.people import Involvement, Person
from holdfast.record.register import NOUNS
from tests.exchange.reading.written_files import PEOPLE, folder, only, read

REFERRALS = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa\n"


def test_tables_are_told_by_their_header_whatever_the_file_is_called(tmp_path: Path) -> None:
    extract = read_extract(folder(tmp_path, {"Export (3).CSV": PEOPLE, "zzz.txt": REFERRALS + "r1,A1,2026-02-09,N\n"}))
    assert {(one.file, one.table, one.rows) for one in extract.tables} == {
        ("Export (3).CSV", "ssd_person", 2), ("zzz.txt", "ssd_cin_episodes", 1),
    }  # fmt: skip
    assert extract.kind == "Standard Safeguarding Dataset"
    assert extract.problems == ()
    assert extract.columns.children() == ["A1", "A2"]


def test_headers_in_capitals_in_another_order_and_with_strangers_are_read(tmp_path: Path) -> None:
    extract = read(tmp_path, r="OUR_OWN,CINE_REFERRAL_DATE,CINE_PERSON_ID,CINE_REFERRAL_ID\nx,09/02/2026,A1,r1\n")
    row = extract.columns.of(Referral).row(0, named=True)
    assert (row["child"], row["id"], row["on"]) == ("A1", "r1", date(2026, 2, 9))
    (table,) = [one for one in extract.tables if one.table == "ssd_cin_episodes"]
    assert table.unrecognised == ("OUR_OWN",)
    assert extract.kept["ssd_cin_episodes"].rows() == [("r1", "x")]


def test_only_the_table_of_people_is_required(tmp_path: Path) -> None:
    assert read(tmp_path / "one").columns.children() == ["A1", "A2"]
    with pytest.raises(CannotRead, match=r"The table of people \(ssd_person\) is not among the files \(r\.csv\)"):
        read_extract(folder(tmp_path / "two", {"r.csv": REFERRALS + "r1,A1,2026-02-09,N\n"}))


def test_a_table_that_is_not_there_is_unknown_and_one_without_rows_is_empty(tmp_path: Path) -> None:
    plan = "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date\np1,A1,2026-03-02\n"
    visits = "cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date,cinv_cin_visit_seen\n"
    absent, empty = read(tmp_path / "a", plans=plan), read(tmp_path / "b", plans=plan, visits=visits)
    assert not absent.columns.held.has(InNeedVisit)
    assert empty.columns.held.has(InNeedVisit, "on", "seen")
    states = [
        sweep(one.columns, end_of(date(2026, 3, 31)), [BY_CODE["cin-visit"]])["state"].to_list()
        for one in (absent, empty)
    ]
    assert states == [["cannot_say"], ["overdue"]]


def test_a_column_that_is_not_there_is_not_held_and_a_blank_one_is(tmp_path: Path) -> None:
    with_it = read(
        tmp_path / "a", r="cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nr,A1,2026-02-09,\n"
    )
    without = read(tmp_path / "b", r="cine_referral_id,cine_person_id,cine_referral_date\nr,A1,2026-02-09\n")
    assert with_it.columns.held.has(Referral, "closed_on")
    assert not without.columns.held.has(Referral, "closed_on")


def compared(path: Path) -> dict[tuple[str, str], list[str]]:
    """Each supplier's header of each table in the comparison of their column names."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found: dict[tuple[str, str], list[str]] = {}
    for supplier in ("mosaic", "systemc", "eclipse"):
        for row in rows:
            if row[f"present_{supplier}"] == "True":
                found.setdefault((row["table_name"], supplier), []).append(row["field_name"])
    return found


FOUND_ANOTHER_WAY = {
    "child": "through the plan, the period of care or the referral",
    "plan": "not needed where the row names its child",
    "name": "a worker's name is not needed for any answer",
    "source": "the source in words is there",
    "elsewhere": "another council's plan",
    "meeting": "the meeting's own id",
}
"""Fields that some supplier's table has no column for at all, and how the record does without."""


def test_every_suppliers_table_is_told_by_its_columns_and_all_that_it_has_is_found(samples) -> None:
    suppliers = compared(samples("ssd/ddl_compare_column_matrix.csv"))
    assert len(suppliers) > 120
    for (table, supplier), headers in suppliers.items():
        match = table_of(headers)
        assert match is not None, (table, supplier)
        assert match.table == table
        assert set(match.recognised) | set(match.unrecognised) == set(headers)
        if match.noun is not None:
            missing = {one.name for one in columns_of(match.noun)} - set(match.found)
            assert missing <= set(FOUND_ANOTHER_WAY), (table, supplier, missing)


def test_every_column_name_of_the_suppliers_comparison_is_read_or_kept(samples, tmp_path: Path) -> None:
    suppliers = compared(samples("ssd/ddl_compare_column_matrix.csv"))
    named: dict[str, dict[str, None]] = {}
    for (table, _), headers in suppliers.items():
        named.setdefault(table, {}).update(dict.fromkeys(headers))
    files = {f"{number}.csv": ",".join(headers) + "\n" for number, headers in enumerate(named.values())}
    extract = read_extract(folder(tmp_path, files))
    assert {one.table for one in extract.tables} == set(named)
    for one in extract.tables:
        kept = set(extract.kept[one.table].columns) if one.table in extract.kept else set()
        assert set(one.recognised) | kept == set(named[one.table])
    assert extract.not_read == ()


def test_reviews_and_visits_that_name_only_the_period_of_care_are_put_on_its_childs_record(tmp_path: Path) -> None:
    care = "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_id\ne1,A2,2025-12-08,c1\n"
    reviews = "clar_cla_review_id,clar_cla_id,clar_cla_review_date\nr1,c1,2026-01-05\nr2,c9,2026-01-06\n"
    visits = "clav_cla_visit_id,clav_cla_id,clav_cla_visit_date,clav_cla_visit_seen\nv1,c1,2025-12-12,Y\n"
    extract = read(tmp_path, care=care, reviews=reviews, visits=visits)
    assert extract.columns.of(CareReview).select("child", "id").rows() == [("A2", "r1")]
    assert extract.columns.of(CareVisit).select("child", "id").rows() == [("A2", "v1")]
    assert "could not be put on anybody's record" in only(extract.problems).reason


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.table)
def test_every_table_of_ours_is_told_from_its_own_header_in_any_order(noun: type[Fact]) -> None:
    headers = list(dict.fromkeys(one.header for one in columns_of(noun)))
    for some in (headers, headers[::-1], [one.upper() for one in headers]):
        match = table_of(some)
        assert match is not None
        assert (match.noun, match.unrecognised) == (noun, ())


def test_every_table_of_ours_is_held_whole_when_each_is_there_without_a_row(tmp_path: Path) -> None:
    files = {
        f"{noun.table[::-1]}.csv": ",".join(dict.fromkeys(one.header for one in columns_of(noun))) + "\n"
        for noun in NOUNS
    }
    extract = read_extract(folder(tmp_path, files))
    assert extract.columns.held.fields == {noun: {one.name for one in columns_of(noun)} for noun in NOUNS}
    assert extract.problems == ()


def test_the_first_health_assessment_after_entering_care_is_the_initial_one_whatever_it_is_called(
    tmp_path: Path,
) -> None:
    care = "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date\ne1,A1,2025-12-08\n"
    head = (
        "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status\n"
    )
    checks = "h0,A1,Review Health Assessment,2025-09-01,Completed\nh1,A1,RHA,2026-01-05,Completed\n"
    extract = read(tmp_path, care=care, health=head + checks)
    assert extract.columns.of(HealthCheck)["type"].to_list() == ["health assessment"] * 2
    (row,) = sweep(extract.columns, end_of(date(2026, 2, 2)), [BY_CODE["cla-iha"]]).iter_rows(named=True)
    assert (row["state"], row["met_on"]) == ("met", date(2026, 1, 5))


ROLE = (
    "invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_role_id,invo_involvement_start_date\n"
)


def test_role_words_come_from_the_list_and_a_council_may_put_its_own_beside_the_extract(tmp_path: Path) -> None:
    rows = ROLE + "i1,A1,w1,Independent Reviewing Officer (IRO),2026-01-05\ni2,A1,w2,Guardian of Reviews,2026-01-06\n"
    shipped = read(tmp_path / "a", i=rows)
    assert shipped.columns.of(Involvement)["role"].to_list() == ["reviewing officer", "Guardian of Reviews"]
    own = folder(tmp_path / "b", {"roles.toml": '[roles]\n"reviewing officer" = ["guardian of reviews"]\n'})
    theirs = read(own, i=rows)
    assert theirs.columns.of(Involvement)["role"].to_list()[1] == "reviewing officer"
    named = shipped.columns.of(ReviewingOfficer)
    assert named.select("child", "professional", "on").rows() == [("A1", "w1", date(2026, 1, 5))]
    with pytest.raises(CannotRead, match="the list of role words could not be read"):
        read(folder(tmp_path / "c", {"roles.toml": "[roles\n"}), i=rows)


def test_a_visit_without_the_child_is_put_on_the_record_of_the_plans_child(tmp_path: Path) -> None:
    plan = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\np1,A2,2026-03-02\n"
    head = "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen\n"
    visits = head + "v1,p1,2026-03-04,Y\nv2,p9,2026-03-05,Y\n"
    extract = read(tmp_path, plan=plan, visits=visits)
    assert extract.columns.of(ProtectionVisit).select("child", "id").rows() == [("A2", "v1")]
    lost = only(extract.problems)
    assert (lost.file, lost.row) == ("visits.csv", 3)
    assert "could not be put on anybody's record. It says: id v2, plan p9" in lost.reason


def test_of_one_table_in_two_files_all_rows_are_read_and_a_row_repeated_counts_once(tmp_path: Path) -> None:
    one, two = REFERRALS + "r1,A1,2026-02-09,N\n", REFERRALS + "r1,A1,2026-02-09,N\nr2,A2,2026-02-10,N\n"
    extract = read(tmp_path, a=one, b=two)
    assert extract.columns.of(Referral).sort("id")["id"].to_list() == ["r1", "r2"]
    again = only(extract.problems)
    assert (again.file, again.row, again.value) == ("b.csv", 2, "r1")
    assert "read once" in again.reason


def test_of_two_rows_with_one_id_that_differ_the_later_counts_and_the_other_is_told_whole(tmp_path: Path) -> None:
    extract = read(tmp_path, a=REFERRALS + "r1,A1,2026-02-09,N\nr1,A1,2026-02-10,N\n")
    assert extract.columns.of(Referral)["on"].to_list() == [date(2026, 2, 10)]
    assert "this one said: child A1, id r1, on 2026-02-09" in only(extract.problems).reason


def test_a_child_without_a_birth_date_is_kept_and_told(tmp_path: Path) -> None:
    extract = read_extract(
        folder(tmp_path, {"p.csv": "pers_person_id,pers_forename,pers_dob\nA1,Tilly,\nA2,Moss,2012-02-29\n"})
    )
    assert extract.columns.children() == ["A1", "A2"]
    problem = only(extract.problems)
    assert (problem.file, problem.row, problem.column) == ("p.csv", 2, "pers_dob")
    assert "Child A1 has no date of birth" in problem.reason


def test_a_child_not_yet_born_has_an_expected_day_and_is_no_problem(tmp_path: Path) -> None:
    people = "pers_person_id,pers_dob,pers_expected_dob\nA1,,2026-09-01\n"
    assert read_extract(folder(tmp_path, {"p.csv": people})).problems == ()


def test_an_end_before_its_start_is_told_and_both_days_stay(tmp_path: Path) -> None:
    head = "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date\n"
    extract = read(tmp_path, p=head + "p1,A1,2026-03-02,2026-03-01\np2,A2,2026-03-02,2026-03-02\n")
    assert extract.columns.of(InNeedPlan).height == 2
    assert extract.columns.of(InNeedPlan)["ended_on"].to_list() == [date(2026, 3, 1), date(2026, 3, 2)]
    problem = only(extract.problems)
    assert (problem.file, problem.row, problem.column, problem.value) == (
        "p.csv", 2, "cinp_cin_plan_end_date", "2026-03-01",
    )  # fmt: skip
    assert "before it began on 2026-03-02" in problem.reason


def test_31_february_is_told_by_file_row_column_and_value_and_the_row_is_kept(tmp_path: Path) -> None:
    extract = read(tmp_path, r=REFERRALS + "r1,A1,31/02/2026,N\nr2,A2,28/02/2026,maybe\n")
    assert extract.columns.of(Referral).height == 2
    assert extract.columns.of(Referral)["on"].to_list() == [None, date(2026, 2, 28)]
    told = {(one.file, one.table, one.row, one.column, one.value) for one in extract.problems}
    assert told == {
        ("r.csv", "ssd_cin_episodes", 2, "cine_referral_date", "31/02/2026"),
        ("r.csv", "ssd_cin_episodes", 3, "cine_referral_nfa", "maybe"),
    }


def test_a_child_who_is_not_among_the_people_is_kept_and_told_once(tmp_path: Path) -> None:
    extract = read(tmp_path, r=REFERRALS + "r1,B7,2026-02-09,N\nr2,B7,2026-03-09,N\n")
    assert extract.columns.of(Referral).height == 2
    problem = only(extract.problems)
    assert problem.value == "B7"
    assert "and so were 1 more about this child in this table" in problem.reason


def test_ids_that_a_spreadsheet_made_numbers_still_meet_each_other(tmp_path: Path) -> None:
    people = "pers_person_id,pers_dob\n1001.0,2016-07-01\n"
    extract = read_extract(folder(tmp_path, {"p.csv": people, "r.csv": REFERRALS + "r1,1001,2026-02-09,N\n"}))
    assert extract.columns.children() == ["1001"]
    assert extract.problems == ()


def test_one_bad_row_among_fifty_thousand_is_found_and_nothing_else_is_touched(tmp_path: Path) -> None:
    rows = [f"r{n},A{1 + n % 2},2026-02-{1 + n % 28:02},N" for n in range(50_000)]
    rows[43_210] = "r43210,A1,2026-02-30,N"
    extract = read(tmp_path, r=REFERRALS + "\n".join(rows) + "\n")
    assert extract.columns.of(Referral).height == 50_000
    assert extract.columns.of(Referral)["on"].null_count() == 1
    problem = only(extract.problems)
    assert (problem.file, problem.row, problem.column, problem.value) == (
        "r.csv", 43_212, "cine_referral_date", "2026-02-30",
    )  # fmt: skip
    (table,) = [one for one in extract.tables if one.file == "r.csv"]
    assert table.rows == 50_000


def test_a_table_that_nothing_reads_is_kept_as_it_stands(tmp_path: Path) -> None:
    extract = read(tmp_path, a="addr_table_id,addr_person_id,addr_address_postcode\n1,A1, XX1 1XX \n")
    assert extract.kept["ssd_address"].rows() == [("1", "A1", "XX1 1XX")]


def test_dates_with_times_and_in_british_order_give_the_same_record_as_plain_ones(tmp_path: Path) -> None:
    head = "clar_cla_review_id,clar_person_id,clar_cla_review_date,clar_cla_review_cancelled\n"
    written = ["2026-02-09,N", "09/02/2026,no", "2026-02-09T00:00:00,0", "09/02/2026 10:15,FALSE", "9 Feb 2026,n"]
    found = [
        read(tmp_path / str(n), r=head + f"1,A1,{one}\n").columns.of(CareReview).select("held_on", "cancelled").rows()
        for n, one in enumerate(written)
    ]
    assert found == [[(date(2026, 2, 9), False)]] * len(written)


def test_each_way_of_saving_the_folder_gives_one_record(tmp_path: Path) -> None:
    people = "pers_person_id,pers_forename,pers_dob\nA1,Zoë,01/07/2016\n"
    saved = {
        "utf8": people.encode(), "mark": people.encode("utf-8-sig"), "1252": people.encode("cp1252"),
        "16": people.encode("utf-16"), "semicolon": people.replace(",", ";").encode(),
        "tab": people.replace(",", "\t").encode(),
    }  # fmt: skip
    for name, data in saved.items():
        extract = read_extract(folder(tmp_path / name, {"p.csv": data}))
        assert extract.columns.of(Person).select("child", "forename", "born_on").rows() == [
            ("A1", "Zoë", date(2016, 7, 1))
        ]
        assert extract.problems == ()


def test_an_episode_of_care_keeps_the_code_before_its_words(tmp_path: Path) -> None:
    ceased = "clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason"
    head = f"clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,{ceased}\n"
    extract = read(tmp_path, e=head + "1,A1,2026-01-05,2026-02-09,X1 - Episode ceases for another reason\n")
    assert extract.columns.of(CareEpisode)["end_reason"].to_list() == ["X1"]


def test_a_private_fostering_stay_that_ends_before_it_began_is_told_though_it_may_be_known_before_it_begins(
    tmp_path: Path,
) -> None:
    head = "private_fostering_id,person_id,stay_start_date,notified_date,end_date\n"
    extract = read(tmp_path, p=head + "1,A1,2026-03-02,2026-02-02,2026-03-01\n2,A2,2026-03-02,2026-03-09,2026-03-02\n")
    assert (only(extract.problems).row, only(extract.problems).column) == (2, "end_date")
