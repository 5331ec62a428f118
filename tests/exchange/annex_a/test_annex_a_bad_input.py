"""A bad workbook gives a clear message; a bad cell gives a problem at its place; the rest is read."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from holdfast.exchange.problems import CannotRead
from holdfast.exchange.reading import read_extract
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.front_door import Contact
from tests.exchange.annex_a.made_workbooks import headers, sheet, workbook

WHO = {"child": "A1", "gender": "F", "ethnicity": "a) WBRI", "born_on": date(2015, 2, 28)}
CONTACT = WHO | {"contact_on": date(2026, 3, 2)}


def _refused(path: Path) -> str:
    with pytest.raises(CannotRead) as refused:
        read_extract(path)
    return str(refused.value)


def _repacked(path: Path, part: str, text: bytes) -> Path:
    """The workbook with one of its parts replaced."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in (parts | {part: text}).items():
            packed.writestr(name, data)
    return path


def _part(path: Path, part: str) -> bytes:
    with zipfile.ZipFile(path) as packed:
        return packed.read(part)


def test_a_workbook_that_was_cut_off_is_refused_and_said_to_be(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lists.xlsx", {"List 1": sheet(1, CONTACT)})
    path.write_bytes(path.read_bytes()[:-200])
    assert "damaged or was cut off" in _refused(path)


def test_a_workbook_whose_sheet_breaks_off_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lists.xlsx", {"List 1": sheet(1, CONTACT)})
    text = _part(path, "xl/worksheets/sheet1.xml")
    assert "damaged" in _refused(_repacked(path, "xl/worksheets/sheet1.xml", text[: len(text) // 2]))


def test_a_workbook_with_a_password_is_refused_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert "password" in _refused(path)


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lists.xlsx", {"List 1": sheet(1, CONTACT)})
    assert "would unpack to" in _refused(_repacked(path, "xl/worksheets/sheet1.xml", b" " * (1 << 25)))


def test_a_cell_far_outside_the_list_is_refused_before_memory_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    book = xlsxwriter.Workbook(str(path))
    one = book.add_worksheet("List 1")
    for place, header in enumerate(headers(1)):
        one.write_string(0, place, header)
    one.write_string(1_048_575, 16_383, "x")
    book.close()
    assert "far outside the list" in _refused(path)


def test_a_workbook_without_any_list_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "other.xlsx", {"Sheet1": [["Name", "Price"], ["tea", 2]]})
    assert "No sheet of this workbook has the header of a list" in _refused(path)


def test_one_bad_workbook_beside_a_good_one_is_listed_and_the_good_one_read(tmp_path: Path) -> None:
    bad = workbook(tmp_path / "a.xlsx", {"List 1": sheet(1, CONTACT)})
    text = _part(bad, "xl/worksheets/sheet1.xml")
    _repacked(bad, "xl/worksheets/sheet1.xml", text[: len(text) // 2])
    workbook(tmp_path / "b.xlsx", {"List 1": sheet(1, CONTACT)})
    found = read_extract(tmp_path)
    assert found.columns.of(Contact).height == 1
    assert [one.file for one in found.not_read] == ["a.xlsx"]


def test_a_failed_formula_and_one_never_reckoned_are_problems_at_their_place(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    book = xlsxwriter.Workbook(str(path))
    one = book.add_worksheet("Contacts")
    for place, header in enumerate(headers(1)):
        one.write_string(0, place, header)
    style = book.add_format({"bold": True})
    one.write_string(1, 0, "A1")
    one.write_blank(1, 1, None, style)
    one.write_formula(1, 2, "=NA()", None, "#N/A")
    one.write_formula(1, 3, "=DATE(2015,2,28)", None, 42063)
    one.write_formula(1, 5, "=1/0", None, "#DIV/0!")
    book.close()
    text = _part(path, "xl/worksheets/sheet1.xml").replace(b"<v>42063</v>", b"")
    found = read_extract(_repacked(path, "xl/worksheets/sheet1.xml", text))
    said = {(one.row, one.column, one.value) for one in found.problems if "formula" in one.reason}
    assert said == {
        (2, "Ethnicity", "#N/A"), (2, "Date of Birth", None), (2, "Date of Contact", "#DIV/0!"),
    }  # fmt: skip
    assert {one.table for one in found.problems} == {"Contacts"}
    assert found.columns.of(Contact)["child"].to_list() == ["A1"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("31/02/2026", "no 31 February"), ("next week", "not written as a day"), (46000, "spreadsheet's own number"),
        (date(2126, 3, 2), "far ahead"),
    ],
)  # fmt: skip
def test_a_cell_that_is_no_day_is_a_problem_and_the_rest_of_the_row_is_read(
    tmp_path: Path, cell: object, words: str
) -> None:
    path = workbook(
        tmp_path / "lists.xlsx", {"L": sheet(7, WHO | {"started_on": cell, "first_category": "a) Neglect"})}
    )
    found = read_extract(path)
    [problem] = found.problems
    assert words in problem.reason
    assert (problem.table, problem.row, problem.column) == ("L", 2, "Child Protection Plan Start Date")
    assert found.columns.of(ProtectionPlan).select("started_on", "first_category").rows() == [(None, "Neglect")]


def test_an_answer_that_is_neither_yes_nor_no_is_a_problem(tmp_path: Path) -> None:
    rows = sheet(3, WHO | {"referral_on": date(2026, 3, 2), "nfa": "perhaps"})
    [problem] = read_extract(workbook(tmp_path / "lists.xlsx", {"List 3": rows})).problems
    assert (problem.column, problem.value) == ("Referral NFA?", "perhaps")


def test_an_id_that_a_spreadsheet_rounded_is_said(tmp_path: Path) -> None:
    rows = sheet(1, CONTACT | {"child": 1234567890123456789})
    [problem] = read_extract(workbook(tmp_path / "lists.xlsx", {"List 1": rows})).problems
    assert "rounded" in problem.reason


def test_a_header_given_twice_is_said_and_the_first_is_read(tmp_path: Path) -> None:
    rows = [[*one, more] for one, more in zip(sheet(1, CONTACT), ("Date of Contact", "01/01/2020"), strict=True)]
    found = read_extract(workbook(tmp_path / "lists.xlsx", {"List 1": rows}))
    assert found.columns.of(Contact)["on"].to_list() == [date(2026, 3, 2)]
    assert ["more than once" in one.reason for one in found.problems] == [True]
    assert found.kept["List 1"]["Date of Contact (2)"].to_list() == ["01/01/2020"]
