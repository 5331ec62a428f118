"""A census file with something wrong in it: a clear message, and nothing lost."""

from pathlib import Path

import pytest

from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.reading import read_extract
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.people import Disability, Person
from tests.exchange.cin.invented_census import FULL, HEADER, census, child, read_text


def _only(problems: tuple[Problem, ...]) -> Problem:
    (one,) = problems
    return one


@pytest.mark.parametrize("cut", ["</Children>", "</Message>", "<ReferralNFA>", "NFA>0", "</CINdetails>"])
def test_a_file_that_breaks_off_is_not_read_at_all(cut: str, tmp_path: Path) -> None:
    text = census(child(FULL), child(own="C2"))
    with pytest.raises(CannotRead, match=r"breaks off|not well formed.*was not read"):
        read_text(tmp_path, text[: text.rindex(cut)])


def test_a_file_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(CannotRead, match="document type"):
        read_text(tmp_path, bomb + census(child(own="&b;")))


def test_another_root_is_not_taken_for_a_census(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="<Letter>"):
        read_text(tmp_path, "<Letter><Child/></Letter>")


def test_another_collection_with_the_same_root_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="collection 'School'"):
        read_text(tmp_path, census(child(), header=HEADER.replace(">CIN<", ">School<")))


def test_a_census_without_a_child_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no <Child>"):
        read_text(tmp_path, census())


def test_several_files_at_once_are_refused_by_name(tmp_path: Path) -> None:
    for year in ("2025", "2026"):
        (tmp_path / f"{year}.xml").write_text(census(child()), encoding="utf-8")
    with pytest.raises(CannotRead, match=r"2025\.xml, 2026\.xml.*one\s+file"):
        read_extract(tmp_path)


def test_a_child_without_any_date_of_birth_is_read_and_reported(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL, born="")))
    problem = _only(extract.problems)
    assert (problem.table, problem.column) == ("ChildIdentifiers", "PersonBirthDate")
    assert extract.columns.of(Assessment).height == 1


def test_an_expected_date_of_birth_is_enough(tmp_path: Path) -> None:
    unborn = "<ExpectedPersonBirthDate>2026-06-01</ExpectedPersonBirthDate><Sex>U</Sex>"
    extract = read_text(tmp_path, census(child(born="", sex=unborn)))
    assert extract.problems == ()


@pytest.mark.parametrize(
    ("good", "bad", "module", "element"),
    [
        ("2025-11-18</CINPlanEndDate>", "2025-10-20</CINPlanEndDate>", "CINPlanDates", "CINPlanEndDate"),
        (
            "2025-10-20</AssessmentAuthorisationDate>", "2025-09-01</AssessmentAuthorisationDate>", "Assessments",
            "AssessmentAuthorisationDate",
        ),
    ],
)  # fmt: skip
def test_an_end_before_its_start_is_kept_and_reported(
    good: str, bad: str, module: str, element: str, tmp_path: Path
) -> None:
    problem = _only(read_text(tmp_path, census(child(FULL.replace(good, bad)))).problems)
    assert (problem.table, problem.column) == (module, element)
    assert problem.row is not None


def test_the_day_of_the_start_is_no_end_before_it(tmp_path: Path) -> None:
    same = FULL.replace("2025-11-18</CINPlanEndDate>", "2025-10-21</CINPlanEndDate>")
    assert read_text(tmp_path, census(child(same))).problems == ()


def test_31_february_is_no_day(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL.replace("2025-10-21", "2026-02-31"))))
    problem = _only(extract.problems)
    assert (problem.column, problem.value) == ("CINPlanStartDate", "2026-02-31")
    assert extract.columns.of(InNeedPlan)["started_on"].to_list() == [None]


def test_a_missing_day_that_all_is_counted_from_is_reported(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child().replace("<CINreferralDate>2025-09-01</CINreferralDate>", "")))
    assert _only(extract.problems).column == "CINreferralDate"
    assert extract.columns.of(Referral).height == 1


def test_an_unknown_code_is_kept_and_reported(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL.replace("N1<", "N77<"))))
    problem = _only(extract.problems)
    assert (problem.table, problem.column, problem.value) == ("CINdetails", "PrimaryNeedCode", "N77")
    assert extract.columns.of(Referral)["need"].to_list() == ["N77"]


def test_an_unknown_sex_counts_as_not_recorded(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(sex="<Sex>X</Sex>")))
    assert _only(extract.problems).value == "X"
    assert extract.columns.of(Person)["sex"].to_list() == [None]


def test_a_child_told_twice_keeps_both_accounts_and_the_later_person(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(), child(born="2014-01-01")))
    problem = _only(extract.problems)
    assert (problem.table, problem.column, problem.value) == ("ChildIdentifiers", "LAchildID", "C1")
    assert extract.columns.of(Person)["born_on"].dt.year().to_list() == [2014]
    assert extract.columns.of(Referral)["id"].to_list() == ["C1-referral-1", "C1-referral-2"]


def test_a_child_without_an_id_is_named_with_all_it_says(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(own=""), child(own="C2")))
    assert extract.columns.children() == ["C2"]
    assert {problem.table for problem in extract.problems} == {"ChildIdentifiers", "CINdetails"}
    assert any("2025-09-01" in problem.reason for problem in extract.problems)


def test_an_element_twice_is_read_once_and_kept(tmp_path: Path) -> None:
    twice = FULL.replace("<PrimaryNeedCode>", "<PrimaryNeedCode>N4</PrimaryNeedCode><PrimaryNeedCode>")
    extract = read_text(tmp_path, census(child(twice)))
    assert extract.columns.of(Referral)["need"].to_list() == ["N4"]
    assert _only(extract.problems).value == "N1"
    assert extract.kept["ssd_cin_episodes"].row(0) == ("C1-referral-1", "N1")


def test_elements_of_no_standard_are_kept_wherever_they_stand(tmp_path: Path) -> None:
    odd = child("<Mood>calm</Mood>", more="<Pets><Pet><Name>Rex</Name></Pet></Pets>")
    text = census(odd).replace("<Children>", "<Footer><Total>1</Total></Footer><Children><Note>n</Note>")
    kept = read_text(tmp_path, text.replace("</Children>", "<Last>z</Last></Children>")).kept
    assert kept["ssd_cin_episodes"].row(0) == ("C1-referral-1", "calm")
    assert kept["ssd_person"].row(0) == ("C1", "Rex")
    assert {row[2] for row in kept["cin_outside_any_child"].rows()} == {"1", "n", "z"}


def test_text_between_elements_is_reported(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(FULL.replace("<Section47>", "<Section47>urgent"))))
    assert (_only(extract.problems).table, _only(extract.problems).value) == ("Section47", "urgent")


def test_empty_elements_are_not_recorded(tmp_path: Path) -> None:
    empty = child("<CINclosureDate/><ReasonForClosure> </ReasonForClosure>").replace(
        "<Ethnicity>MWAS</Ethnicity>", "<Ethnicity>MWAS</Ethnicity><Disabilities><Disability/></Disabilities>"
    )
    extract = read_text(tmp_path, census(empty))
    assert extract.problems == ()
    assert extract.columns.of(Referral)["closed_on"].to_list() == [None]
    assert extract.columns.of(Disability).is_empty()


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("2026-03-31", "2026-06-30", "ReferenceDate"),
        (">2026<", ">2024<", "Year"),
        ("2026-03-31", "soon", "ReferenceDate"),
    ],
)
def test_a_header_that_disagrees_with_itself_is_reported(old: str, new: str, column: str, tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(), header=HEADER.replace(old, new)))
    assert _only(extract.problems).column == column
    assert "2026" in extract.kind


def test_a_file_without_a_header_is_read_and_its_year_is_unknown(tmp_path: Path) -> None:
    extract = read_text(tmp_path, census(child(), header=""))
    assert "does not tell" in extract.kind
    assert _only(extract.problems).table == "Header"
    assert extract.columns.children() == ["C1"]


def test_names_with_a_prefix_are_read_like_any_other(tmp_path: Path) -> None:
    text = census(child(FULL)).replace("<Message>", '<c:Message xmlns:c="urn:x">').replace("</Message>", "</c:Message>")
    assert read_text(tmp_path, text).columns.of(Assessment).height == 1
